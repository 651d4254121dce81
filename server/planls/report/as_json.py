"""The format for programs: a JSON list of findings.

Lines and columns are 1-based, columns count code points, ends are exclusive. Everything beyond
ASCII is escaped, so a terminal can show it.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from planls.document.lines import Span
from planls.report.checked import Checked, identity
from planls.report.terminal import Paint
from planls.rule import Finding, Fix


def lines(documents: Iterable[Checked], _: Paint) -> Iterator[str]:
    """The whole list, as one text of many lines."""
    findings = [_finding(document.name, finding) for document in documents for finding in document.findings]
    yield json.dumps(findings, indent=2)


def _finding(path: str, finding: Finding) -> dict[str, Any]:
    """One finding."""
    rule, severity = identity(finding)
    return {
        "path": path,
        "code": rule.code,
        "name": rule.name,
        "severity": severity.label,
        "message": finding.message,
        **_place(finding.span),
        "related": [{**_place(related.span), "message": related.message} for related in finding.related],
        "fix": finding.fix and _fix(finding.fix),
    }


def _fix(fix: Fix) -> dict[str, Any]:
    """A fix: apply all of its edits, or none."""
    edits = [{**_place(edit.span), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def _place(span: Span) -> dict[str, int]:
    """A place."""
    return {
        "line": span.line + 1,
        "column": span.column + 1,
        "end_line": span.end_line + 1,
        "end_column": span.end_column + 1,
    }
