r"""Text as lines: the only place that knows what ends a line.

A line keeps its terminator (``\n``, ``\r\n`` or ``\r``; nothing else ends a line, so
U+2028 and form feed stay inside one). Joining the lines gives the text back unchanged.
"""

import re
from dataclasses import dataclass
from typing import NamedTuple

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+\Z")


class Position(NamedTuple):
    """A place between two characters: 0-based line, 0-based column in code points."""

    line: int
    column: int


class Span(NamedTuple):
    """A stretch of text: 0-based lines, 0-based columns in code points, end exclusive.

    A plain tuple, as `Position` is: many are made, moved and compared at every keystroke.
    """

    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def start(self) -> Position:
        """Where it begins."""
        return Position(self.line, self.column)

    @property
    def end(self) -> Position:
        """Where it ends (exclusive)."""
        return Position(self.end_line, self.end_column)

    def down(self, lines: int) -> "Span":
        """The same span, that many lines further down."""
        return Span(self.line + lines, self.column, self.end_line + lines, self.end_column)


@dataclass(frozen=True, slots=True)
class Change:
    """What an edit did to the lines: from ``first`` on, ``removed`` lines became ``added`` lines."""

    first: int
    removed: int
    added: int

    def then(self, later: "Change") -> "Change":
        """This change and a later one as a single change that covers both."""
        first = min(self.first, later.first)
        last = max(self.first + self.added, later.first + later.removed)
        growth = self.added - self.removed
        return Change(first, last - growth - first, last + later.added - later.removed - first)


def split_lines(text: str) -> list[str]:
    """The text's lines, each with its terminator; an unterminated last line stands without."""
    return _LINE.findall(text)


def body(line: str) -> str:
    """The line without its terminator."""
    return line.rstrip("\r\n")


def ending(line: str) -> str:
    r"""The line's terminator: one of ``\n``, ``\r\n``, ``\r`` or nothing."""
    return line[len(body(line)) :]


class LineStore:
    """The lines of a text that is being edited."""

    def __init__(self, text: str) -> None:
        """Start from a whole text."""
        self.lines = split_lines(text)

    def replace(self, span: Span, text: str) -> Change:
        """Put ``text`` where ``span`` is; places beyond a line's or the text's end are clamped."""
        start, end = self._clamp(span.start), self._clamp(max(span.start, span.end))
        first, column = start.line, start.column
        before = self.lines[first][:column] if first < len(self.lines) else ""
        after = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        last = min(end.line + 1, len(self.lines))
        if first and not before and not ending(self.lines[first - 1]).endswith("\n"):
            first -= 1  # an unterminated last line goes on, and "\r" + "\n" become one terminator
            before = self.lines[first]
        added = split_lines(before + text + after)
        self.lines[first:last] = added
        return Change(first, last - first, len(added))

    def text(self) -> str:
        """The whole text."""
        return "".join(self.lines)

    def _clamp(self, position: Position) -> Position:
        """The nearest place that exists, never inside a terminator."""
        if position.line < 0:
            return Position(0, 0)
        if position.line >= len(self.lines):
            return Position(len(self.lines), 0)
        length = len(body(self.lines[position.line]))
        return Position(position.line, min(max(position.column, 0), length))
