"""One line for each finding: ``path:line:column: severity CODE name message``."""

from collections.abc import Iterable, Iterator

from planls.report.checked import Checked, headline
from planls.report.terminal import Paint, visible


def lines(documents: Iterable[Checked], paint: Paint) -> Iterator[str]:
    """The findings as lines."""
    for document in documents:
        for finding in document.findings:
            yield f"{headline(document, finding, paint)} {visible(finding.message)}"
