"""Estimates of items in a table or list of the document: ``| Step 3 | 45 min |``, ``- Step 3: 45 min``."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from planls.contract.budget import plural
from planls.contract.estimates import duration_in
from planls.contract.model import ItemSpec
from planls.contract.part import Part
from planls.contract.reading import Reading
from planls.contract.steps.numbered import agrees, compared, name_of, steps_of
from planls.document.blocks import Cell, List, Table
from planls.document.lines import Span
from planls.document.memory import remembered
from planls.document.words import normal, spoken

_TIMED = frozenset(
    "time times estimate estimates estimated duration effort minutes mins hours schedule timeline est".split()
)
"""Words of which a column's header has one, or the heading of a section whose lists are durations."""
_NEUTRAL = frozenset(
    "step steps task per for in of the about approx needed required planned expected budget box".split()
)
"""Words that may stand beside those; ``response time`` and ``cumulative time`` are no estimates."""
_OTHERS = frozenset(
    "rollback roll recovery training benchmark benchmarks results actual measured retrospective".split()
)
"""Words of sections whose times are not those of the work."""
_ITEMS = frozenset(("", "#", "no", "nr", "number", "id"))
"""Headers of a column of items' numbers, besides the word for items."""
_SEVERAL = re.compile(r"\s*(?:[-–—,;&+/]|and\b|or\b|to\b|through\b)\s*(?:[^\W\d_]+\s+)?#?\d", re.IGNORECASE)
_UNITS = {"minutes": "min", "mins": "min", "min": "min", "hours": "h", "hrs": "h", "h": "h"}
_PLAIN = re.compile(r"[~≈<≤]?\s*\d{1,3}(?:[.,]\d+)?(?:\s*[-–]\s*\d{1,3}(?:[.,]\d+)?)?")
_LISTED = re.compile(
    r"(?P<head>.{1,120}?)[*_]*\s*(?:[:→]|\s[-–—]|\s\()[*_]*\s*[*_]*(?P<time>[^():→]{1,40}?)\)?[*_.]*\s*"
)
"""An entry that ends with a duration: behind a colon or dash, or in parentheses."""
_NUMBER = re.compile(r"#?(?P<number>\d{1,4}[A-Za-z]?)(?![\w%])(?:\s*[.:)–—-]+)?\s*(?P<name>.*)", re.DOTALL)


_NAMED = 2
"""The first column of durations that leaves one for names beside that for numbers."""


@dataclass(frozen=True, slots=True)
class _Head:
    """What a line begins with: an item's number (empty: none), its column, its name; the word for items."""

    number: str
    column: int
    name: str
    worded: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A line that gives a duration: the item's number (empty: none) and its place, its name as written.

    ``worded``: the word for items stands before it. ``span`` is where the duration stands, ``text`` what it
    says, with a unit.
    """

    number: str
    place: Span
    name: str
    worded: bool
    text: str
    span: Span

    def down(self, lines: int) -> "Row":
        """The same row, that many lines further down."""
        return replace(self, place=self.place.down(lines), span=self.span.down(lines))


@remembered
def timeline(reading: Reading, spec: ItemSpec) -> Mapping[str, Row]:
    """The durations that the document gives its items elsewhere, by their numbers; the first counts."""
    parts = (one for one in reading.parts if not isinstance(one[1].spec, ItemSpec))
    placed = [(line, row) for line, part in parts for row in _rows(part, spec.pattern.word, spec.estimates)]
    if not placed:
        return {}
    names = {step.number: name_of(step.part) for step in steps_of(reading, spec)}
    numbers = {name: number for number, name in reversed(names.items()) if name}
    found: dict[str, Row] = {}
    for line, row in placed:
        number = compared(row.number) or numbers.get(normal(row.name), "")
        sure = row.worded or not row.number or not row.name or agrees(names.get(number, ""), row.name)
        if number in names and sure:
            found.setdefault(number, row.down(line))
    return found


@remembered
def _rows(part: Part, word: str, estimates: tuple[str, ...]) -> tuple[Row, ...]:
    """The rows and entries of a part that give something a duration.

    ``word`` is that for items, ``estimates`` the contract's own words for how long one takes.
    """
    title = normal(part.title).split()
    timed = not _TIMED.isdisjoint(title)
    rows: list[Row] = []
    for at, block in part.placed if _OTHERS.isdisjoint(title) else ():
        if isinstance(block, Table):
            rows += (row.down(at) for row in _in_table(block, word, estimates))
        elif isinstance(block, List):
            rows += (row.down(at) for row in _in_list(block, word, timed=timed))
    return tuple(rows)


def _in_table(table: Table, word: str, estimates: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a table that has a column for durations."""
    names = [normal(cell.text) for cell in table.header]
    column = next((n for n, name in enumerate(names) if n and _is_timed(name, estimates)), 0)
    said = spoken(table.header[column].text).split() if column else []
    unit = next((_UNITS[name] for name in said if name in _UNITS), "")
    of_items = names[0] in _ITEMS | {normal(word), normal(plural(word))}
    for row in table.rows if column else ():
        if len(row) > column and (text := _duration(row[column].text, unit)):
            head = _numbered(row[0].text, word)
            named = not head.name and column >= _NAMED and not _duration(row[1].text, "")
            head = replace(head, name=row[1].text.strip("*_ ")) if named else head
            if head.name or head.worded or of_items:
                yield _row(row[0].span, head, text, row[column])


def _is_timed(header: str, estimates: tuple[str, ...]) -> bool:
    words = set(header.split())
    return header in estimates or (bool(words & _TIMED) and words <= _TIMED | _NEUTRAL | _UNITS.keys())


def _duration(text: str, unit: str) -> str:
    """A cell's duration, with the unit of its column; empty if it is none."""
    plain = text.strip("*_ ")
    if unit and _PLAIN.fullmatch(plain):
        return f"{plain} {unit}"
    return plain if duration_in(f"({plain})") else ""


def _in_list(block: List, word: str, *, timed: bool) -> Iterator[Row]:
    """The entries of a list that end with a duration; a name alone will do where all is about time."""
    for item in block.items:
        start = item.text.find(item.label)
        match = _LISTED.fullmatch(item.text, start) if start >= 0 else None
        if not match or not duration_in(f"({match['time']})"):
            continue
        head = _numbered(match["head"], word)
        if timed or head.worded:
            column = item.text_column
            first = Span(item.line, column + start, item.line, column + start)
            time = Span(item.line, column + match.start("time"), item.line, column + match.end("time"))
            yield _row(first, head, match["time"], Cell(match["time"], time))


def _numbered(text: str, word: str) -> _Head:
    """The number that a text begins with, behind the word for items or without it, and the rest."""
    head = _lead(word).match(text)
    start = head.end() if head else 0
    match = _NUMBER.fullmatch(text, start)
    if not match or _SEVERAL.match(text, match.end("number")):
        return _Head("", 0, text.strip("*_ "), worded=False)
    worded = bool(head and head["word"])
    return _Head(match["number"], match.start("number"), match["name"].strip("()*_ "), worded)


@lru_cache(maxsize=64)
def _lead(word: str) -> re.Pattern[str]:
    """What stands before a number: marks, and the word for items, where they have one."""
    return re.compile(
        rf"[*_~`\[]*(?P<word>{re.escape(word)}\s+)?" if word else r"[*_~`\[]*(?P<word>)", re.IGNORECASE
    )


def _row(first: Span, head: _Head, text: str, cell: Cell) -> Row:
    column = first.column + head.column
    place = Span(first.line, column, first.line, column + len(head.number))
    return Row(head.number, place, head.name, head.worded, text, cell.span)
