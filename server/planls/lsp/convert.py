"""Where the engine meets the protocol: columns, ranges, edits and paths.

The engine counts code points; a client counts bytes of UTF-8, units of UTF-16 or code points.
Nothing else knows of that. Each conversion costs as much as its line is long, never the document.
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from lsprotocol import types

from planls.document.lines import Span, body
from planls.rule import Edit

_CONTINUATIONS = bytes(range(0x80, 0xC0))
"""The bytes of UTF-8 that go on with a character."""
_LOW_SURROGATES = bytes(range(0xDC, 0xE0))
"""The high bytes of those units of UTF-16 that go on with a character."""
_FARTHEST = 1 << 30
"""Clients write "to the end" as any great number."""


class Converter:
    """Columns in the encoding that was agreed upon: utf-8, utf-16 or utf-32."""

    def __init__(self, encoding: str = "utf-16") -> None:
        """Convert to and from this encoding."""
        self.encoding = word(encoding)

    def units(self, line: str, column: int) -> int:
        """The client's column for a column in code points."""
        if self.encoding == "utf-32" or line.isascii():
            return column
        if self.encoding == "utf-8":
            return len(line[:column].encode("utf-8", "surrogatepass"))
        return len(line[:column].encode("utf-16-le", "surrogatepass")) // 2

    def column(self, line: str, units: int) -> int:
        """The column in code points for a client's column; inside of a character means behind it."""
        if self.encoding == "utf-32" or line.isascii():
            return min(units, len(line))
        if self.encoding == "utf-8":
            data = line.encode("utf-8", "surrogatepass")[:units]
            return len(data.translate(None, _CONTINUATIONS))
        highs = line.encode("utf-16-le", "surrogatepass")[1 : 2 * units : 2]
        return len(highs.translate(None, _LOW_SURROGATES))

    def place(self, lines: Sequence[str], line: int, column: int) -> tuple[int, int]:
        """The client's line and column for a place in the lines; one beyond their end becomes the end."""
        if line < len(lines):
            return line, self.units(lines[line], column)
        last = lines[-1] if lines else ""
        if not last or last != body(last):
            return len(lines), 0
        return len(lines) - 1, self.units(last, len(last))

    def json_range(self, lines: Sequence[str], span: Span) -> dict[str, dict[str, int]]:
        """A span as the protocol's JSON."""
        line, column = self.place(lines, span.line, span.column)
        end_line, end_column = self.place(lines, span.end_line, span.end_column)
        return {
            "start": {"line": line, "character": column},
            "end": {"line": end_line, "character": end_column},
        }

    def range(self, lines: Sequence[str], span: Span) -> types.Range:
        """A span as the protocol's object."""
        start = types.Position(*self.place(lines, span.line, span.column))
        return types.Range(start, types.Position(*self.place(lines, span.end_line, span.end_column)))

    def span(self, lines: Sequence[str], place: types.Range) -> Span:
        """A client's range as a span."""
        start = self._position(lines, place.start.line, place.start.character)
        return Span(*start, *self._position(lines, place.end.line, place.end.character))

    def json_span(self, lines: Sequence[str], place: Mapping[str, Any]) -> Span:
        """A client's range, still JSON, as a span: numbers out of range are clamped."""
        start = self._position(lines, *_numbers(place["start"]))
        return Span(*start, *self._position(lines, *_numbers(place["end"])))

    def text_edits(self, lines: Sequence[str], edits: Iterable[Edit]) -> list[types.TextEdit]:
        """The engine's edits as the protocol's."""
        return [types.TextEdit(self.range(lines, edit.span), edit.text) for edit in edits]

    def _position(self, lines: Sequence[str], line: int, units: int) -> tuple[int, int]:
        """Line and column of a client's position; beyond the last line means the end."""
        return (line, self.column(lines[line], units)) if line < len(lines) else (len(lines), 0)


def word(value: object) -> str:
    """The protocol's word for a value of an open enumeration: clients may use words that it does not know."""
    return str(getattr(value, "value", value))


def path_of(uri: str, *, windows: bool = os.name == "nt") -> Path | None:
    """The path that a file URI names; None for any other URI, whose document has no file."""
    try:
        parts = urlsplit(uri)
    except ValueError:
        return None
    path = unquote(parts.path)
    if parts.scheme != "file" or not path or "\0" in path:
        return None
    host = f"//{parts.netloc}" if parts.netloc not in ("", "localhost") else ""
    if windows and not host and path[2:3] == ":":
        path = path[1:]
    return Path(host + path)


def _numbers(position: Mapping[str, Any]) -> tuple[int, int]:
    """Line and character of a position, clamped to what can be."""
    return _clamp(position["line"]), _clamp(position["character"])


def _clamp(number: float) -> int:
    """A number of any size and sign as an index."""
    return int(min(max(number, 0), _FARTHEST))
