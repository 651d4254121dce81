"""One line for each finding: ``path:line:column: severity CODE name message``."""

from collections.abc import Iterator

from planls.report.checked import Run, headline
from planls.report.terminal import Paint, visible


def lines(run: Run, paint: Paint) -> Iterator[str]:
    """The findings as lines."""
    for document in run.documents:
        for finding in document.findings:
            yield f"{headline(document, finding, paint)} {visible(finding.message)}"
