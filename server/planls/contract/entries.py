"""Entries: steps, test cases, decisions, questions, as a list, a table, headings or bold lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from planls.contract.model import AspectSpec, EntriesSpec
from planls.contract.stretch import Stretch
from planls.document.blocks import Cell, Heading, Item, List, Paragraph, Table
from planls.document.inline import emphases
from planls.document.lines import Span, body
from planls.document.words import normal, spoken

_PLAIN = re.compile(r"\s*(?:(?:[-*+]|\d+[.)])\s+)?(?P<text>[^\W\d_][^:*_`|]{0,39}):(?=\s|$)")
_NUMBER = re.compile(r"(?:(?P<word>[^\W\d_]+)\s*)?#?(?P<number>\d{1,3}[a-z]?)(?:[.:)](?=\s|$)|\s+[-–—](?=\s)|$)")
_ASIDE = re.compile(r"\A[*_.:]*\s*\([^()]*\)")
_FEW = 2
"""Headings or bold lines that make a list."""


@dataclass(frozen=True, eq=False)
class Entry:
    """One of several like things. Lines are the part's, ``end`` is the one behind its last.

    ``title`` is what it is called, ``span`` where that stands, ``number`` its number as written (empty:
    none). ``lines`` are its lines without terminators. In a table, ``cells`` are by comparable column.
    ``listed``: it is an item of a list, ``checked`` whether its box is ticked (None: it has none).
    """

    number: str
    title: str
    span: Span
    first: int
    end: int
    lines: tuple[str, ...]
    cells: tuple[tuple[str, Cell], ...] = ()
    checked: bool | None = None
    listed: bool = False

    @cached_property
    def said(self) -> str:
        """Its text, made comparable."""
        return spoken(" ".join(self.lines))

    @cached_property
    def labels(self) -> tuple[tuple[str, int, int], ...]:
        """What stands in it in bold or italics or before a colon: comparable text, line in it, column."""
        return tuple(sorted(_labels(self.lines), key=lambda label: label[1:]))

    @cached_property
    def rest(self) -> str:
        """What it says behind its title and what stands in parentheses there."""
        if self.cells:
            return " ".join(cell.text for _, cell in self.cells if cell.text != self.title)
        text = "\n".join(self.lines)
        return _ASIDE.sub("", text[text.find(self.title) + len(self.title) :], count=1)

    def own(self, aspects: Sequence[AspectSpec]) -> str:
        """What it says behind its title and under no label or column of an aspect that is not plain."""
        others = [aspect for aspect in aspects if not aspect.plain]
        if self.cells:
            return " ".join(
                cell.text
                for column, cell in self.cells
                if cell.text != self.title and not any(_has(aspect, f" {column} ") for aspect in others)
            )
        kept, ours = [], True
        for line in self.rest.split("\n"):
            at = 0
            for name, _, column in sorted(_labels([line]), key=lambda label: label[2]):
                kept += [line[at:column]] if ours else []
                at, ours = column, not any(_has(aspect, f" {name} ") for aspect in others)
            kept += [line[at:]] if ours else []
        return " ".join(kept)


def entries_in(part: Stretch, first: int, end: int, spec: EntriesSpec) -> tuple[Entry, ...]:
    """The entries on a part's lines from ``first`` up to ``end``: headings, else bold lines, list or table."""
    headed = _headed(part, first, end, spec)
    if len(headed) >= _FEW:
        return headed
    listed, tabled = _listed(part, first, end, spec), _tabled(part, first, end)
    bold = _bold(part, first, end, spec)
    if len(bold) >= max(_FEW, len(listed)):
        return bold
    enough = listed and len(listed) >= spec.count[0]
    return listed if enough or len(listed) >= len(tabled) else tabled


def first_list(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The entries up to where another list begins: its numbers start anew, or its boxes end."""
    for at, (one, other) in enumerate(zip(entries, entries[1:], strict=False), 1):
        anew = other.number in ("0", "1") and one.number not in ("", "0", other.number)
        if anew or (one.checked is not None and other.checked is None and entries[0].checked is not None):
            return tuple(entries[:at])
    return tuple(entries)


def says(entry: Entry, aspect: AspectSpec) -> bool:
    """Whether an entry speaks of an aspect: by a label, a filled column or a word that cues it."""
    if any(cell.text and _has(aspect, f" {column} ") for column, cell in entry.cells):
        return True
    return _has(aspect, entry.said)


def labelled(entry: Entry, aspect: AspectSpec) -> bool:
    """Whether an entry has a label for an aspect, or a column."""
    names = [*(name for name, _, _ in entry.labels), *(column for column, cell in entry.cells if cell.text)]
    return any(_has(aspect, f" {name} ") for name in names)


def is_numbered(text: str, word: str = "") -> str:
    """The number of an entry's heading (``Step 3: Name``, ``3. Name``); empty if it is none's.

    With a word, the heading has to begin with it.
    """
    match = _NUMBER.match(text.replace("*", "").replace("~", "").strip())
    if match is None or (word and (match["word"] or "").casefold() != word.casefold()):
        return ""
    return match["number"]


def _has(aspect: AspectSpec, said: str) -> bool:
    return any(f" {key} " in said for key in aspect.keys)


def _headed(part: Stretch, first: int, end: int, spec: EntriesSpec) -> tuple[Entry, ...]:
    """Entries that are headings below the part's own."""
    inside = [(at, block) for at, block in part.placed if isinstance(block, Heading) and first <= at < end]
    numbers = _numbered([block.text for _, block in inside], spec)
    heads = [(at, block, number) for (at, block), number in zip(inside, numbers, strict=True) if number]
    level = min((block.level for _, block, _ in heads), default=0)
    heads = [head for head in heads if head[1].level == level]
    ends = [*(at for at, _, _ in heads), end][1:]
    return tuple(
        Entry(number, block.text, block.span.down(at), at, stop, _lines(part, at, stop))
        for (at, block, number), stop in zip(heads, ends, strict=True)
    )


def _bold(part: Stretch, first: int, end: int, spec: EntriesSpec) -> tuple[Entry, ...]:
    """Entries that begin with a numbered line in bold."""
    inside = [
        (at, line[found[0] : found[1]], found[0])
        for at, line in _paragraph_starts(part, first, end)
        if (found := _title(line))
    ]
    numbers = _numbered([text for _, text, _ in inside], spec)
    heads = [
        (at, number, text, column)
        for (at, text, column), number in zip(inside, numbers, strict=True)
        if number
    ]
    ends = [*(head[0] for head in heads), end][1:]
    return tuple(
        Entry(number, text, Span(at, column, at, column + len(text)), at, stop, _lines(part, at, stop))
        for (at, number, text, column), stop in zip(heads, ends, strict=True)
    )


def _paragraph_starts(part: Stretch, first: int, end: int) -> Iterator[tuple[int, str]]:
    for at, block in part.placed:
        if isinstance(block, Paragraph) and first <= at < end:
            yield at, body(block.lines[0])


def _title(text: str) -> tuple[int, int] | None:
    """What stands in bold or italics at the very beginning of a text."""
    found = next(iter(emphases(text)), None)
    return found if found and not text[: found[0]].strip("*_ ") else None


def _numbered(texts: Sequence[str], spec: EntriesSpec) -> list[str]:
    """The number of each text that is an entry's: those with the contract's word, else with any."""
    worded = [is_numbered(text, spec.word) for text in texts]
    return worded if len(list(filter(None, worded))) >= _FEW else [is_numbered(text) for text in texts]


def _listed(part: Stretch, first: int, end: int, spec: EntriesSpec) -> tuple[Entry, ...]:
    """The outermost list items; where the template numbers them and the document does, the numbered ones."""
    items = [
        (at, block, item)
        for at, block in part.placed
        if isinstance(block, List)
        for item in block.items
        if first <= at + item.line < end
    ]
    depth = min((item.depth for _, _, item in items), default=0)
    items = [found for found in items if found[2].depth == depth]
    numbered = [found for found in items if found[2].marker[:1].isdigit()]
    if numbered and spec.lines and spec.lines[0][:1].isdigit():
        items = numbered
    starts = [at + item.line for at, _, item in items]
    nexts = [*starts, end][1:]
    ends = [min(stop, at + block.height) for (at, block, _), stop in zip(items, nexts, strict=True)]
    return tuple(
        _item(part, start, stop, item) for start, stop, (_, _, item) in zip(starts, ends, items, strict=True)
    )


def _item(part: Stretch, start: int, stop: int, item: Item) -> Entry:
    text = item.label
    found = _title(text)
    title = text[found[0] : found[1]] if found else text
    column = item.span.column + max(item.text.find(title), 0)
    lines = _lines(part, start, stop)
    number = item.marker.rstrip(".)") if item.marker[:1].isdigit() else ""
    return Entry(
        number, title, Span(start, column, start, column + len(title)), start, stop, lines, (), item.checked, listed=True
    )


def _tabled(part: Stretch, first: int, end: int) -> tuple[Entry, ...]:
    """The rows of the first table."""
    table = next(((at, b) for at, b in part.placed if isinstance(b, Table) and first <= at < end), None)
    if table is None:
        return ()
    at, block = table
    columns = [normal(cell.text) for cell in block.header]
    rows = (row for row in block.rows if any(cell.text for cell in row))
    return tuple(_row(at, columns, row, body(block.lines[row[0].span.line])) for row in rows)


def _row(at: int, columns: Sequence[str], row: tuple[Cell, ...], line: str) -> Entry:
    number = row[0].text.strip("*~. ") if row[0].text.strip("*~. ").rstrip("abc").isdecimal() else ""
    title = row[1] if number and len(row) > 1 else row[0]
    start = at + row[0].span.line
    pairs = tuple(zip(columns, row, strict=False))
    return Entry(number, title.text, title.span.down(at), start, start + 1, (line,), pairs)


def _labels(lines: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    for at, line in enumerate(lines):
        yield from ((normal(line[start:end]), at, start) for start, end in emphases(line))
        if match := _PLAIN.match(line):
            yield normal(match["text"]), at, match.start("text")


def _lines(part: Stretch, first: int, end: int) -> tuple[str, ...]:
    lines = [body(line) for line in part.lines[first:end]]
    while lines and lines[-1].strip() in ("", "---"):
        lines.pop()
    return tuple(lines)
