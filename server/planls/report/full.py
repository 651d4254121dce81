"""The format for people: each finding with its source line, its fix and the places it speaks of.

plan.md:7:5: warning STR001 missing-section: ...
    ### Step 4: Deploy
        ^^^^^^
    fix: insert ...
    see plan.md:3:1: ...
"""

from collections.abc import Iterable, Iterator

from planls.document.lines import Span, body
from planls.report.checked import Checked, headline, place
from planls.report.terminal import Paint, excerpt, visible
from planls.rule import Finding

_INDENT = "    "


def lines(documents: Iterable[Checked], paint: Paint) -> Iterator[str]:
    """The findings as lines."""
    for document in documents:
        for finding in document.findings:
            yield f"{headline(document, finding, paint)}: {visible(finding.message)}"
            yield from (_INDENT + line for line in _details(document, finding, paint))


def _details(document: Checked, finding: Finding, paint: Paint) -> Iterator[str]:
    """What stands below the headline."""
    severity = finding.severity.label if finding.severity else "hint"
    for text, carets in _source(document, finding.span):
        yield text
        yield paint(severity, carets)
    if finding.fix:
        yield paint("fix", f"fix{'' if finding.fix.safe else ' (unsafe)'}: {visible(finding.fix.title)}")
    for related in finding.related:
        yield f"see {place(document, related.span)}: {visible(related.message)}"


def _source(document: Checked, span: Span) -> Iterator[tuple[str, str]]:
    """The source line and its carets; none for a blank line and for the end of the text."""
    line = _shown(document, span.line) if span.line < len(document.lines) else ""
    if line.strip():
        yield excerpt(line, span.column, span.end_column if span.end_line == span.line else len(line))


def _shown(document: Checked, at: int) -> str:
    """A line of the document, with what must not be printed made unreadable, column for column."""
    line = body(document.lines[at])
    for span in (span for finding in document.findings for span in finding.hidden if span.line == at):
        line = line[: span.column] + "•" * (span.end_column - span.column) + line[span.end_column :]
    return line
