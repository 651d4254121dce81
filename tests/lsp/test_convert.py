"""Positions in three encodings, and paths."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from planls.document.lines import Span, split_lines
from planls.lsp.convert import Converter, path_of
from planls.rule import Edit

ENCODINGS = ("utf-8", "utf-16", "utf-32")
WIDTH = {"utf-8": 1, "utf-16": 2, "utf-32": 4}

COLUMNS = [
    # line, column in code points, in utf-8, utf-16, utf-32
    ("plain", 3, (3, 3, 3)),
    ("naïve", 3, (4, 3, 3)),
    ("日本語 x", 4, (10, 4, 4)),
    ("😀 x", 2, (5, 3, 2)),
    ("a😀b😀c", 4, (10, 6, 4)),
    ("e\u0301x", 2, (3, 2, 2)),
    ("\ud800x", 1, (3, 1, 1)),
]


@pytest.mark.parametrize(("line", "column", "units"), COLUMNS)
def test_columns(line: str, column: int, units: tuple[int, int, int]) -> None:
    converters = [Converter(encoding) for encoding in ENCODINGS]
    assert tuple(c.units(line, column) for c in converters) == units
    assert [c.column(line, at) for c, at in zip(converters, units, strict=True)] == [column] * 3


@given(st.text(), st.integers(min_value=0, max_value=100), st.sampled_from(ENCODINGS))
def test_columns_count_what_python_encodes(line: str, column: int, encoding: str) -> None:
    column = min(column, len(line))
    converter = Converter(encoding)
    codec = encoding if encoding == "utf-8" else f"{encoding}-le"
    units = len(line[:column].encode(codec)) // WIDTH[encoding]
    assert converter.units(line, column) == units
    assert converter.column(line, units) == column


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_beyond_the_line_is_its_end(encoding: str) -> None:
    assert Converter(encoding).column("a😀", 99) == 2
    assert Converter(encoding).column("ab", 99) == 2


@pytest.mark.parametrize(("encoding", "units"), [("utf-8", 2), ("utf-16", 1)])
def test_inside_a_character_is_behind_it(encoding: str, units: int) -> None:
    assert Converter(encoding).column("😀x", units) == 1


PLACES = [
    # text, span, the client's range in utf-16
    ("a\nb\n", Span(1, 0, 2, 0), (1, 0, 2, 0)),
    ("a\nb", Span(1, 0, 2, 0), (1, 0, 1, 1)),
    ("a\n😀", Span(1, 0, 2, 0), (1, 0, 1, 2)),
    ("", Span(0, 0, 0, 0), (0, 0, 0, 0)),
    ("a\r\nb\rc\u2028d", Span(2, 0, 2, 3), (2, 0, 2, 3)),
]


@pytest.mark.parametrize(("text", "span", "expected"), PLACES)
def test_ranges(text: str, span: Span, expected: tuple[int, int, int, int]) -> None:
    start, end = types.Position(*expected[:2]), types.Position(*expected[2:])
    converter, lines = Converter("utf-16"), split_lines(text)
    assert converter.range(lines, span) == types.Range(start, end)
    assert converter.json_range(lines, span) == {
        "start": {"line": start.line, "character": start.character},
        "end": {"line": end.line, "character": end.character},
    }
    assert converter.text_edits(lines, [Edit(span, "x")]) == [types.TextEdit(types.Range(start, end), "x")]


SPANS = [
    # the client's range in utf-16 over "😀a\nb\n", span
    ((0, 2, 1, 1), Span(0, 1, 1, 1)),
    ((0, -5, 0, 99), Span(0, 0, 0, 3)),
    ((-1, 3, 0, 2), Span(0, 2, 0, 1)),
    ((1, 0, 4294967295, 4294967295), Span(1, 0, 2, 0)),
    ((0, 2.0, 1e10, 0), Span(0, 1, 2, 0)),
]


@pytest.mark.parametrize(("numbers", "expected"), SPANS)
def test_clients_ranges_are_clamped(numbers: tuple[float, float, float, float], expected: Span) -> None:
    place = {
        "start": {"line": numbers[0], "character": numbers[1]},
        "end": {"line": numbers[2], "character": numbers[3]},
    }
    assert Converter("utf-16").json_span(split_lines("😀a\nb\n"), place) == expected


PATHS = [
    ("file:///tmp/a%20b/%C3%A9.md", "/tmp/a b/é.md"),  # noqa: S108  # nothing is written
    ("file:///a;b/c%3Fd%23e.md", "/a;b/c?d#e.md"),
    ("file://localhost/a.md", "/a.md"),
    ("file://server/share/a.md", "//server/share/a.md"),
    ("FILE:///a.md", "/a.md"),
    ("untitled:Untitled-1", None),
    ("vscode-vfs://github/a/b.md", None),
    ("file://", None),
    ("file://[", None),
    ("file:///a%00.md", None),
    ("", None),
]


@pytest.mark.parametrize(("uri", "path"), PATHS)
def test_paths(uri: str, path: str | None) -> None:
    assert path_of(uri, windows=False) == (path and Path(path))


@pytest.mark.parametrize("uri", ["file:///c:/a%20b.md", "file:///c%3A/a%20b.md"])
def test_drive_letters(uri: str) -> None:
    assert path_of(uri, windows=True) == Path("c:/a b.md")
