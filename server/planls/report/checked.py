"""What a format is handed, and the words for a finding that formats share."""

from collections.abc import Sequence
from dataclasses import dataclass

from planls.document.lines import Span
from planls.report.terminal import Paint, visible
from planls.rule import Finding, Rule, Severity


@dataclass(frozen=True, slots=True)
class Checked:
    """A document's name as the user knows it, its lines with terminators, and its findings in order."""

    name: str
    lines: Sequence[str]
    findings: Sequence[Finding]


def place(document: Checked, span: Span) -> str:
    """``plan.md:3:7``, 1-based, the column in code points."""
    return f"{visible(document.name)}:{span.line + 1}:{span.column + 1}"


def identity(finding: Finding) -> tuple[Rule, Severity]:
    """The rule and the final severity, which the linter gave the finding."""
    if finding.rule is None or finding.severity is None:
        raise ValueError("a finding without its rule never went through the linter")
    return finding.rule, finding.severity


def headline(document: Checked, finding: Finding, paint: Paint) -> str:
    """``plan.md:3:7: warning STR001 missing-section``."""
    rule, severity = identity(finding)
    where = paint("place", place(document, finding.span) + ":")
    return f"{where} {paint(severity.label, severity.label)} {paint('rule', rule.code)} {rule.name}"
