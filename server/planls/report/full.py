"""The format for people: each finding with its source line, its fix and the places it speaks of.

plan.md:7:5: warning STR001 missing-section: ...
    ### Step 4: Deploy
        ^^^^^^
    fix: insert ...
    see plan.md:3:1: ...
"""

from collections.abc import Iterator

from planls.document.lines import Span
from planls.report.checked import Checked, Run, further, headline, veiled
from planls.report.terminal import Paint, excerpt, visible
from planls.rule import Finding

_INDENT = "    "


def lines(run: Run, paint: Paint) -> Iterator[str]:
    """The findings as lines."""
    for document in run.documents:
        for finding in document.findings:
            yield f"{headline(document, finding, paint)}: {visible(finding.message)}"
            yield from (_INDENT + line for line in _details(document, finding, paint))


def _details(document: Checked, finding: Finding, paint: Paint) -> Iterator[str]:
    """What stands below the headline."""
    severity = finding.severity.label if finding.severity else "hint"
    for text, carets in _source(document, finding.span):
        yield text
        yield paint(severity, carets)
    yield from further(document, finding, paint)


def _source(document: Checked, span: Span) -> Iterator[tuple[str, str]]:
    """The source line and its carets; none for a blank line and for the end of the text."""
    line = veiled(document, span.line)
    if line.strip():
        yield excerpt(line, span.column, span.end_column if span.end_line == span.line else len(line))
