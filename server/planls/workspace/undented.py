"""Notes whose body is indented like code, as a chat window or a quotation leaves them, read without that."""

from pathlib import Path

from planls.document import Document, Section
from planls.document.blocks import Code
from planls.document.memory import remembered
from planls.workspace.differences import between

_KEPT = 20
"""Notes whose last reading is kept, so that a keystroke in them has only its own lines read again."""

_last: dict[Path, Document] = {}


def undented(document: Document, path: Path) -> Document:
    """The notes in a file without the indentation of their body; others as they are."""
    if not _is_indented(document):
        return document
    lines = [left for line in document.lines if (left := _left(line))]
    last = _last.pop(path, None)
    if last is None:
        found = Document.parse(lines)
    else:
        change = between(last.lines, lines)
        found = last.replaced(change, lines[change.first : change.first + change.added])
    while len(_last) >= _KEPT:
        del _last[next(iter(_last))]
    _last[path] = found
    return found


def _is_indented(document: Document) -> bool:
    """Whether more than half of what stands below the first heading is code by its indentation."""
    below = [section for section in document.sections if section.heading] or document.sections
    counts = [_counts(section) for section in below]
    return sum(code for code, _ in counts) * 2 > sum(every for _, every in counts)


@remembered
def _counts(section: Section) -> tuple[int, int]:
    """How many lines with text are code by their indentation, and how many there are."""
    full = [(block, sum(1 for line in block.lines if line.strip())) for block in section.blocks]
    code = sum(count for block, count in full if isinstance(block, Code) and not block.fence)
    return code, sum(count for _, count in full)


def _left(line: str) -> str:
    return line[4:] if line.startswith("    ") else line.removeprefix("\t")
