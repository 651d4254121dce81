r"""How the top-level blocks begin and end where mistletoe's own tokens differ from CommonMark.

Each block has a `starts_...` that says whether it begins on the next line and a `read_...` that takes
its lines from the cursor. Lines come normal (see `parse.Cursor`): white space is blanks and tabs, a blank
line is just ``\n``.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Protocol

from planls.document.blocks import Blank, Block, Code, Heading, Html, List, Paragraph, Quote, Table, cells
from planls.document.containers import Containers
from planls.document.lines import body
from planls.document.syntax import (
    ATX,
    BREAK,
    FENCE,
    MARKER,
    SETEXT,
    closes,
    html_end,
    indent,
    is_fence,
    opens_inside,
)

_DELIMITERS = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_REFERENCE = re.compile(
    r" {0,3}\[(?=[^\]]*\S)[^\]\[]+\]:[ \t]*(?:<[^<>]*>|[^\s<]\S*)"
    r"""(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$"""
)
_MARKS = frozenset("#>`~<-+*_0123456789")


class Cursor(Protocol):
    """A place between the lines of a text. ``at`` is the 0-based line that comes next."""

    source: Sequence[str]
    fence_ends: Mapping[int, int]

    @property
    def at(self) -> int:
        """The 0-based line that comes next."""

    def peek(self) -> str | None:
        """The next line, made normal; None at the end."""

    def skip(self, lines: int) -> None:
        """Go on by that many lines, or back."""

    def taken(self, start: int) -> tuple[str, ...]:
        """The lines since ``start``, as they were written."""


def starts_blank(_: Cursor, line: str) -> bool:
    """A blank line."""
    return line == "\n"


def read_blank(cursor: Cursor) -> Block:
    """All blank lines together."""
    start = cursor.at
    while cursor.peek() == "\n":
        cursor.skip(1)
    return Blank(cursor.taken(start))


def starts_heading(_: Cursor, line: str) -> bool:
    """One to six hash signs; mistletoe's own pattern is quadratic in the blanks of a heading."""
    return indent(line) <= 3 and ATX.match(line.strip(" \t\n")) is not None


def read_heading(cursor: Cursor) -> Block:
    """Its one line."""
    start = cursor.at
    text = (cursor.peek() or "").lstrip(" ")
    cursor.skip(1)
    return Heading(cursor.taken(start), len(text) - len(text.lstrip("#")))


def read_fence(cursor: Cursor) -> Block:
    """Up to a bare fence; mistletoe takes ```` ```bash ```` for the end of ```` ```markdown ````, too."""
    start = cursor.at
    match = FENCE.match((cursor.peek() or "").strip(" \t\n"))
    fence, info = (match[1], match[2].strip()) if match else ("", "")
    told = cursor.fence_ends.get(start, 0)
    end, closed, nested = _fence_end(cursor.source, start, fence, told)
    cursor.skip(end - start)
    return Code(cursor.taken(start), fence, info, closed, nested - start if nested >= 0 and not told else -1)


def _fence_end(lines: Sequence[str], start: int, fence: str, told: int) -> tuple[int, bool, int]:
    """The line behind a fence, whether it is closed there, and the first opening fence inside (-1: none)."""
    nested = -1
    for at in range(start + 1, told or len(lines)):
        text = body(lines[at])
        if not text.lstrip(" ").startswith(fence):
            continue
        if closes(text, fence) and (not told or at == told - 1):
            return at + 1, True, nested
        if nested < 0 and opens_inside(text, fence):
            nested = at
    return told or len(lines), False, nested


def read_quote(cursor: Cursor) -> Block:
    """A block quote with all that is in it."""
    start = cursor.at
    inside = _contained(cursor)
    return Quote(cursor.taken(start), tuple(inside.items), tuple(inside.leaves))


def starts_list(_: Cursor, line: str) -> bool:
    """A bullet or a number of at most nine digits."""
    return indent(line) <= 3 and bool(MARKER.match(line.strip(" \t\n")))


def read_list(cursor: Cursor) -> Block:
    """A list with all that is in it."""
    start = cursor.at
    inside = _contained(cursor)
    return List(cursor.taken(start), tuple(inside.items), tuple(inside.leaves))


def _contained(cursor: Cursor) -> Containers:
    """Read a list or quote; blank lines at its end stay outside."""
    inside, filled = Containers(), cursor.at
    start = cursor.at
    while (line := cursor.peek()) is not None and inside.feed(line[:-1]):
        cursor.skip(1)
        filled = filled if line == "\n" else cursor.at
    cursor.skip(filled - cursor.at)
    inside.end(filled - start)
    return inside


def starts_table(cursor: Cursor, line: str) -> bool:
    """A header row, and below it a delimiter row of as many cells."""
    if "|" not in line or cursor.at + 1 >= len(cursor.source):
        return False
    header, delimiters = body(cursor.source[cursor.at]), body(cursor.source[cursor.at + 1])
    if indent(header) > 3 or not _DELIMITERS.match(delimiters) or len(delimiters.strip()) == 1:
        return False
    return len(cells(header, 0)) == len(cells(delimiters, 0)) > 0


def read_table(cursor: Cursor) -> Block:
    """Up to a blank line or the start of another block; a row needs no pipe."""
    start = cursor.at
    cursor.skip(2)
    while (line := cursor.peek()) not in (None, "\n") and line and not _ends_table(cursor, line):
        cursor.skip(1)
    return Table(cursor.taken(start))


def starts_html(_: Cursor, line: str) -> bool:
    """One of CommonMark's seven starts of an HTML block."""
    return indent(line) <= 3 and html_end(line.strip(" \t\n"), interrupting=False) is not None


def read_html(cursor: Cursor) -> Block:
    """Up to what ends its kind of HTML block, the end of the text at the latest."""
    start = cursor.at
    end = html_end((cursor.peek() or "").strip(" \t\n"), interrupting=False) or bool
    told, closed = cursor.fence_ends.get(start, -1), bool(end(""))
    while (line := cursor.peek()) is not None and cursor.at != told and not (line == "\n" and end("")):
        cursor.skip(1)
        if end(line[:-1]):
            closed = True
            break
    return Html(cursor.taken(start), closed)


def starts_reference(_: Cursor, line: str) -> bool:
    """A link reference definition of one line; what follows it begins a block of its own."""
    return line.lstrip(" ").startswith("[") and bool(_REFERENCE.match(line))


def read_reference(cursor: Cursor) -> Block:
    """Its one line."""
    start = cursor.at
    cursor.skip(1)
    return Paragraph(cursor.taken(start))


def read_paragraph(cursor: Cursor) -> Block:
    """A paragraph, or the setext heading that its underline makes of it."""
    start = cursor.at
    cursor.skip(1)
    while (line := cursor.peek()) not in (None, "\n") and line:
        text = line.strip(" \t\n")
        if indent(line) <= 3 and SETEXT.match(text):
            cursor.skip(1)
            return Heading(cursor.taken(start), 1 if text[0] == "=" else 2, setext=True)
        if _interrupts(cursor, line, text):
            break
        cursor.skip(1)
    return Paragraph(cursor.taken(start))


def _interrupts(cursor: Cursor, line: str, text: str) -> bool:
    """Whether the line ends the paragraph above it."""
    if "|" in line and starts_table(cursor, line):
        return True
    return text[0] in _MARKS and indent(line) <= 3 and (_starts_other(text) or _interrupting_item(text))


def _interrupting_item(text: str) -> bool:
    """Only an item with content, and of an ordered list only number 1, interrupts a paragraph."""
    match = MARKER.match(text)
    if not match or match.end() == len(text):
        return False
    return not match[1][0].isdigit() or int(match[1][:-1]) == 1


def _ends_table(cursor: Cursor, line: str) -> bool:
    return indent(line) > 3 or _starts_other(line.strip(" \t\n")) or starts_list(cursor, line)


def _starts_other(text: str) -> bool:
    """Whether the unindented text starts a quote, heading, fence, break or HTML block."""
    starts = text[0] == ">" or bool(ATX.match(text)) or is_fence(text) or bool(BREAK.match(text))
    return starts or html_end(text, interrupting=True) is not None
