"""What a terminal needs: colours, harmless characters, and how wide they are."""

import unicodedata
from collections.abc import Callable, Iterable

Paint = Callable[[str, str], str]
"""Takes the role of a text and the text."""

_COLOURS = {
    "place": "1",
    "rule": "1",
    "error": "1;31",
    "warning": "1;33",
    "information": "1;34",
    "hint": "1;36",
    "fix": "32",
    "+": "32",
    "-": "31",
}

# C0 controls become their pictures; C1 controls, line separators and what turns the
# writing direction become a replacement character. One for one, so columns stay.
_HARMLESS = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
_HARMLESS |= dict.fromkeys([*range(0x80, 0xA0), 0x2028, 0x2029], 0xFFFD)
_HARMLESS |= dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], 0xFFFD)


def painter(*, colour: bool) -> Paint:
    """Colours by role, or leaves texts as they are."""
    if not colour:
        return lambda _, text: text
    return lambda role, text: f"\x1b[{_COLOURS[role]}m{text}\x1b[0m"


def visible(text: str) -> str:
    """The text with nothing in it that a terminal would obey."""
    return text.translate(_HARMLESS)


def width(text: str) -> int:
    """How many columns a terminal gives the text: two for wide characters, none for combining ones."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def excerpt(line: str, start: int, end: int, most: int = 120) -> tuple[str, str]:
    """A line (without terminator) and the carets for the columns from start to end, to print below it.

    Tabs become four spaces. Of a longer line than ``most`` characters a part around the start is shown.
    """
    cells = ["    " if character == "\t" else visible(character) for character in line]
    first = max(0, min(start - most // 2, len(cells) - most))
    last = first + most
    before, after = "…" if first else "", "…" if last < len(cells) else ""
    indent = width(before) + _total(cells[first:start])
    carets = max(1, _total(cells[start : min(end, last)]))
    return f"{before}{''.join(cells[first:last])}{after}", " " * indent + "^" * carets


def _total(cells: Iterable[str]) -> int:
    """The columns of all of them."""
    return sum(map(width, cells))


def _columns(character: str) -> int:
    """The columns of one character."""
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
