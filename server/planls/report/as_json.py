"""The format for programs: a JSON list of findings.

Lines and columns are 1-based, columns count code points, ends are exclusive. Everything beyond
ASCII is escaped, so a terminal can show it. A fix that would show a secret is left out.
"""

import json
from collections.abc import Iterator
from typing import Any

from planls.document.lines import Span
from planls.report.checked import Checked, Run, identity, name_of, tellable
from planls.report.terminal import Paint
from planls.rule import Finding, Fix, Related


def lines(run: Run, _: Paint) -> Iterator[str]:
    """The whole list, as one text of many lines."""
    findings = [_finding(document, finding) for document in run.documents for finding in document.findings]
    yield json.dumps(findings, indent=2)


def _finding(document: Checked, finding: Finding) -> dict[str, Any]:
    """One finding."""
    rule, severity = identity(finding)
    fixes = tellable(document, (finding.fix,) if finding.fix else ())
    return {
        "path": document.name,
        "code": rule.code,
        "name": rule.name,
        "severity": severity.label,
        "message": finding.message,
        **_place(finding.span),
        "related": [_related(related, document) for related in finding.related],
        "fix": next(map(_fix, fixes), None),
    }


def _related(related: Related, document: Checked) -> dict[str, Any]:
    """Another place, which may be in another document."""
    return {"path": name_of(related, document), **_place(related.span), "message": related.message}


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
