"""Where in a TOML text something stands: tomllib gives values, not lines."""

import re
from collections.abc import Iterable, Iterator

_NAME = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
_KEYS = rf"{_NAME}(?:\s*\.\s*{_NAME})*"
_TABLE = re.compile(rf"\s*\[\[?\s*({_KEYS})\s*\]")
_ENTRY = re.compile(rf"\s*({_KEYS})\s*=")
_PLACE = re.compile(r"\s*\(at (?:line (\d+)|end of document).*\)")


def explain(message: str, text: str) -> tuple[int, str]:
    """The 1-based line and the words of what tomllib found wrong (it puts the line in its message)."""
    place = _PLACE.search(message)
    line = int(place[1]) if place and place[1] else text.count("\n") + 1
    what = message[: place.start()] if place else message
    return line, f"not valid TOML: {what[:1].lower()}{what[1:]}"


def locate(text: str, keys: tuple[str, ...], word: str = "") -> int | None:
    """The 1-based line where the keys stand, or as many of them as can be found, and then the word."""
    lines = text.split("\n")
    best, depth = 0, 0
    for number, path in _entries(lines):
        shared = path[: len(keys)]
        if shared == keys[: len(shared)] and len(shared) > depth:
            best, depth = number, len(shared)
    for number in range(best, len(lines) + 1) if best and word else ():
        if f'"{word}"' in lines[number - 1] or f"'{word}'" in lines[number - 1]:
            return number
    return best or None


def _entries(lines: Iterable[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The tables and keys of a TOML text with their 1-based lines."""
    table: tuple[str, ...] = ()
    for number, line in enumerate(lines, 1):
        if header := _TABLE.match(line):
            table = _split(header[1])
            yield number, table
        elif entry := _ENTRY.match(line):
            yield number, (*table, *_split(entry[1]))


def _split(keys: str) -> tuple[str, ...]:
    """A dotted key's parts without their quotes."""
    return tuple(part.strip("\"'") for part in re.findall(_NAME, keys))
