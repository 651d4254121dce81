"""The rules, printed: all of them, and the page of one."""

import re
import sys

import planls_rules
from planls.cli.tally import tell
from planls.config.names import unknown_rule
from planls.rule import Rule


def explain(word: str) -> int:
    """Print the page of the rule that is meant."""
    if rule := planls_rules.find_rule(word):
        sys.stdout.write(rule.page.read_text(encoding="utf-8"))
        return 0
    tell(f"error: {unknown_rule(word)}")
    return 2


def rules() -> int:
    """Print a table of all rules."""
    head = ("CODE", "NAME", "SEVERITY", "FIX", "FINDS")
    rows = [head, *((r.code, r.name, r.severity.label, _fixing(r), r.summary) for r in planls_rules.RULES)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
    return 0


def _fixing(rule: Rule) -> str:
    """Whether the rule has a fix: then its page shows a document after it."""
    page = rule.page.read_text(encoding="utf-8")
    return "yes" if re.search(r"^(`{3,}|~{3,})markdown fixed$", page, re.MULTILINE) else "-"
