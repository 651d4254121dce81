"""Findings made by hand, and what a format prints for them."""

from collections.abc import Iterable, Sequence

from planls.document.lines import Span, split_lines
from planls.report import FORMATS, Checked, Problem, Run, painter
from planls.rule import Finding, Fix, Related, Rule, Severity
from planls_rules import RULES

RULE: Rule = next(rule for rule in RULES if rule.code == "STR001")


def finding(
    span: Span,
    message: str,
    fix: Fix | None = None,
    related: Sequence[Related] = (),
    severity: Severity = Severity.WARNING,
) -> Finding:
    """Return a finding as the linter hands it out."""
    return Finding(span, message, fix, tuple(related), severity, rule=RULE)


def printed(
    form: str,
    text: str,
    findings: Iterable[Finding],
    *,
    name: str = "plan.md",
    colour: bool = False,
    problems: Sequence[Problem] = (),
    code: int = 0,
) -> str:
    """Return what a format prints for a document with these findings."""
    document = Checked(name, split_lines(text), tuple(findings))
    return "\n".join(FORMATS[form](Run([document], problems, lambda: code), painter(colour=colour)))
