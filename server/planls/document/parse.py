"""Lines to top-level blocks, with mistletoe's block tokenizer (its only importer).

mistletoe is not CommonMark everywhere, so the tokens that differ are corrected here: a fence ends
at a bare fence only, HTML blocks end where the specification says, a table needs as many header
cells as delimiter cells, lists and quotes are read without recursion (see `containers`). Only block
tokens are used, never an inline parse. Top-level tokenizing carries no state but the position,
which is what makes `document.Document.replaced` incremental.
"""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar
from unittest import mock

# mistletoe.core_tokens sorts every code point at import for its inline parse, which we do not use:
# 105 of the 150 ms that the import takes. The first plane is enough to keep it working.
with mock.patch.object(sys, "maxunicode", 0xFFFF):
    from mistletoe import block_token
    from mistletoe.block_tokenizer import FileWrapper

from planls.document.blocks import (
    Blank,
    Block,
    Break,
    Code,
    FrontMatter,
    Heading,
    Html,
    List,
    Paragraph,
    Quote,
    Table,
    cells,
)
from planls.document.containers import Containers
from planls.document.lines import body
from planls.document.syntax import ATX, BREAK, FENCE, MARKER, SETEXT, HtmlEnd, closes, html_end, is_fence

FRONT_MATTER_LINES = 100
"""Front matter that is not closed within so many lines is none (it keeps edits cheap)."""

_EXOTIC = re.compile(r"[^\S \t]")
_DELIMITERS = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_REFERENCE = re.compile(
    r""" {0,3}\[(?=[^\]]*\S)[^\]\[]+\]:[ \t]*(?:<[^<>]*>|[^\s<]\S*)(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^()]*\)))?[ \t]*$"""
)


def parse_blocks(
    lines: Sequence[str], first: int = 0, fence_ends: Mapping[int, int] | None = None
) -> Iterator[Block]:
    """The top-level blocks from a block's first line on; every line belongs to exactly one.

    ``fence_ends`` overrides where the fence that opens on a line ends: the line after its last.
    """
    cursor = _Cursor(lines, first, fence_ends or {})
    if not first and (height := front_matter_height(lines)):
        cursor.skip(height)
        yield FrontMatter(tuple(lines[:height]))
    while (line := cursor.peek()) is not None:
        start = cursor.at
        yield _token(cursor, line).block(cursor, start)


def front_matter_height(lines: Sequence[str]) -> int:
    """How many lines the front matter takes, its two marker lines included; 0: there is none."""
    if not lines or body(lines[0]).rstrip() != "---":
        return 0
    for at in range(1, min(len(lines), FRONT_MATTER_LINES)):
        if body(lines[at]).rstrip() in ("---", "..."):
            return at + 1
    return 0


class _Cursor(FileWrapper):  # type: ignore[misc]  # mistletoe is not typed
    """The lines as mistletoe reads them: from a place on, made normal one by one.

    White space that CommonMark does not count as such (U+00A0, U+2028, form feed ...) becomes a
    letter, blank lines become empty; the blocks keep the lines as they were written.
    """

    def __init__(self, lines: Sequence[str], first: int, fence_ends: Mapping[int, int]) -> None:
        self.source = lines
        self.fence_ends = fence_ends
        self.start_line = 1
        self._index = first - 1
        self._normal = (-1, "")

    @property
    def at(self) -> int:
        """The 0-based line that comes next."""
        return int(self._index) + 1

    def skip(self, lines: int) -> None:
        self._index += lines

    def peek(self) -> str | None:
        return self._read(self.at) if self.at < len(self.source) else None

    def __next__(self) -> str:
        if self.at >= len(self.source):
            raise StopIteration
        self._index += 1
        return self._read(self._index)

    def _read(self, at: int) -> str:
        if self._normal[0] != at:
            text = body(self.source[at])
            if not text.isascii() or not text.isprintable():
                text = _EXOTIC.sub("x", text)
            self._normal = (at, (text if text.strip() else "") + "\n")
        return self._normal[1]

    def taken(self, start: int) -> tuple[str, ...]:
        return tuple(self.source[start : self.at])


class _Blank:
    @staticmethod
    def start(line: str) -> bool:
        return line == "\n"

    @classmethod
    def block(cls, cursor: _Cursor, start: int) -> Block:
        while cursor.peek() == "\n":
            cursor.skip(1)
        return Blank(cursor.taken(start))


class _Indented(block_token.BlockCode):  # type: ignore[misc]  # mistletoe is not typed
    @classmethod
    def block(cls, cursor: _Cursor, start: int) -> Block:
        cls.read(cursor)
        return Code(cursor.taken(start))


class _Heading:
    @classmethod
    def start(cls, line: str) -> bool:
        return _indent(line) <= 3 and bool(ATX.match(line.strip(" \t\n")))

    @classmethod
    def block(cls, cursor: _Cursor, start: int) -> Block:
        line = next(cursor).lstrip()
        return Heading(cursor.taken(start), len(line) - len(line.lstrip("#")))


class _Fence:
    @staticmethod
    def start(line: str) -> bool:
        return _indent(line) <= 3 and is_fence(line.strip(" \t\n"))

    @classmethod
    def block(cls, cursor: _Cursor, start: int) -> Block:
        match = FENCE.match(next(cursor).strip(" \t\n"))
        fence, info = (match[1], match[2].strip()) if match else ("", "")
        end, closed, nested = cls._inside(cursor, fence, cursor.fence_ends.get(start, 0))
        cursor.skip(end - cursor.at)
        nested = nested - start if nested >= 0 and not cursor.fence_ends.get(start) else -1
        return Code(cursor.taken(start), fence, info, closed, nested)

    @staticmethod
    def _inside(cursor: _Cursor, fence: str, end: int) -> tuple[int, bool, int]:
        """Where the fence ends, whether it is closed there, and the first opening fence inside (-1)."""
        nested = -1
        for at in range(cursor.at, end or len(cursor.source)):
            text = body(cursor.source[at])
            if text.lstrip(" ")[: len(fence)] != fence:
                continue
            if closes(text, fence) and (not end or at == end - 1):
                return at + 1, True, nested
            if nested < 0 and opens_inside(text, fence):
                nested = at
        return end or len(cursor.source), False, nested


class _Break(block_token.ThematicBreak):  # type: ignore[misc]  # mistletoe is not typed
    @staticmethod
    def start(line: str) -> bool:
        return _indent(line) <= 3 and bool(BREAK.match(line.strip(" \t\n")))

    @classmethod
    def block(cls, cursor: _Cursor, start: int) -> Block:
        cls.read(cursor)
        return Break(cursor.taken(start))


class _Container:
    """A list or a quote: both are read by `Containers`; trailing blank lines stay outside."""

    kind: ClassVar[type[List | Quote]]

    @classmethod
    def block(cls, cursor: _Cursor, start: int) -> Block:
        inside, filled = Containers(), start
        while (line := cursor.peek()) is not None and inside.feed(line[:-1]):
            cursor.skip(1)
            filled = cursor.at if line != "\n" else filled
        cursor.skip(filled - cursor.at)
        return cls.kind(cursor.taken(start), tuple(inside.items), tuple(inside.leaves))


class _Quote(_Container):
    kind = Quote

    @staticmethod
    def start(line: str) -> bool:
        return _indent(line) <= 3 and line.lstrip(" ").startswith(">")


class _List(_Container):
    kind = List

    @staticmethod
    def start(line: str) -> bool:
        return _indent(line) <= 3 and bool(MARKER.match(line.strip(" \t\n")))

    @classmethod
    def interrupts(cls, line: str) -> bool:
        """Only an item with content, and of an ordered list only number 1, interrupts a paragraph."""
        match = MARKER.match(line.strip(" \t\n"))
        if not match or _indent(line) > 3 or match.end() == len(line.strip(" \t\n")):
            return False
        return not match[1][0].isdigit() or int(match[1][:-1]) == 1


class _Table:
    @staticmethod
    def start(line: str) -> bool:
        return "|" in line

    @classmethod
    def matches(cls, cursor: _Cursor) -> bool:
        """Whether a header row and a delimiter row of as many cells come next."""
        if cursor.at + 1 >= len(cursor.source):
            return False
        header, delimiters = body(cursor.source[cursor.at]), body(cursor.source[cursor.at + 1])
        if "|" not in header or _indent(header) > 3 or not _DELIMITERS.match(delimiters):
            return False
        return len(cells(header, 0)) == len(cells(delimiters, 0)) > 0

    @classmethod
    def block(cls, cursor: _Cursor, start: int) -> Block:
        cursor.skip(2)
        while (line := cursor.peek()) not in (None, "\n") and not _ends_table(line or ""):
            cursor.skip(1)
        return Table(cursor.taken(start))


class _Html:
    @staticmethod
    def start(line: str) -> HtmlEnd | None:
        return html_end(line.strip(" \t\n"), interrupting=False) if _indent(line) <= 3 else None

    @classmethod
    def block(cls, cursor: _Cursor, start: int) -> Block:
        end = cls.start(cursor.peek() or "") or bool
        while (line := cursor.peek()) is not None:
            if line == "\n" and end("\n"):
                break
            cursor.skip(1)
            if end(line[:-1]):
                break
        return Html(cursor.taken(start))


class _Paragraph(block_token.Paragraph):  # type: ignore[misc]  # mistletoe is not typed
    @classmethod
    def block(cls, cursor: _Cursor, start: int) -> Block:
        cursor.skip(1)
        while (line := cursor.peek()) not in (None, "\n") and line is not None:
            if _indent(line) <= 3:
                text = line.strip(" \t\n")
                if SETEXT.match(text):
                    cursor.skip(1)
                    return Heading(cursor.taken(start), 1 if text[0] == "=" else 2, setext=True)
                if _interrupts(cursor, line, text):
                    break
            cursor.skip(1)
        return Paragraph(cursor.taken(start))


class _Reference:
    """Link reference definitions of one line; what follows them begins a block of its own."""

    @staticmethod
    def start(line: str) -> bool:
        return line.lstrip(" ").startswith("[") and bool(_REFERENCE.match(line))

    @classmethod
    def block(cls, cursor: _Cursor, start: int) -> Block:
        cursor.skip(1)
        return Paragraph(cursor.taken(start))


_TOKENS = (_Blank, _Indented, _Heading, _Quote, _Fence, _Break, _List, _Table, _Html, _Reference)
_MARKS = frozenset("#>`~<-+*_0123456789")


def _token(cursor: _Cursor, line: str) -> type:
    """The token that starts on the line."""
    for token in _TOKENS:
        if token.start(line) and (token is not _Table or _Table.matches(cursor)):
            return token
    return _Paragraph


def _interrupts(cursor: _Cursor, line: str, text: str) -> bool:
    """Whether the line ends the paragraph before it."""
    if "|" in line and _Table.matches(cursor):
        return True
    return text[0] in _MARKS and (_ends_any(line, text) or _List.interrupts(line))


def _ends_table(line: str) -> bool:
    """Whether the line ends the table before it."""
    return _indent(line) > 3 or _ends_any(line, line.strip(" \t\n")) or _List.start(line)


def _ends_any(line: str, text: str) -> bool:
    if _indent(line) > 3:
        return False
    starts = text[0] == ">" or bool(ATX.match(text)) or is_fence(text) or bool(BREAK.match(text))
    return starts or html_end(text, interrupting=True) is not None


def opens_inside(line: str, fence: str) -> bool:
    """Whether a line inside a fence looks like another's opening: as long a fence, and a language."""
    match = FENCE.match(line.strip(" \t"))
    if not match or len(line) - len(line.lstrip(" ")) > 3 or not is_fence(line.strip(" \t")):
        return False
    return match[1].startswith(fence) and bool(re.match(r"[ \t]*[A-Za-z{]", match[2]))


def _indent(line: str) -> int:
    """How many columns of white space the line starts with, tab stops every four."""
    column = 0
    for char in line:
        if char == " ":
            column += 1
        elif char == "\t":
            column += 4 - column % 4
        else:
            break
    return column
