"""The fixed items of a section's checklist: which are there, in whatever words, and where others belong."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from planls.contract.demands import CheckSpec
from planls.contract.insert import Insertion, whole_lines
from planls.contract.model import SectionSpec
from planls.contract.part import Part
from planls.document.blocks import Container, Heading, Paragraph, Table
from planls.document.lines import body
from planls.document.memory import remembered
from planls.document.words import is_near, normal

_BOLD = re.compile(r"[^\w*_`]{0,8}(?:\*\*|__)([^*_]+)")
_TAIL = re.compile(r":(?:\s|$)|\s*[–—]|\s[-(]")
_EDGE = re.compile(r"^[^\w(\"'“]+|[\s*_~:.;,]+$")
_ORDERED = re.compile(r"\d{1,9}(?=[.)]\s*$)")
_SMALL = frozenset(("a", "an", "the", "is", "are", "all", "be", "pass", "passing"))
_EMPTY = _SMALL | {"no", "exist"}
"""Words that make no difference between names of items."""

_COMMON = 4
"""Letters that two forms of a word have in common at least."""

_ENDING = 3
"""Letters at the end of a word that its forms may differ in: handled, handling."""

_LONGEST = 120
"""Characters of a text that may be an item's name."""

_DEEP = 4
"""Columns; what is indented so far would be code if it stood alone."""


@dataclass(frozen=True)
class _Lead:
    """What a line, item or cell says first, in comparable words, and its line.

    Of an item of a list: ``end`` is the line behind it and all that is nested in it, ``head`` what stands
    before its box, ``loose`` whether blank lines part it from the next; ``boxed``: it has a box.
    """

    words: tuple[str, ...]
    line: int
    end: int = 0
    head: str = ""
    loose: bool = False
    boxed: bool = False


def name_of(label: str) -> str:
    """What an item is called: what it says in bold, before a colon or dash, else all of it."""
    bold = _BOLD.match(label)
    said = bold[1] if bold else _TAIL.split(label, maxsplit=1)[0]
    return _EDGE.sub("", said.replace("`", ""))


def is_struck(label: str) -> bool:
    """Whether an item is struck out: nobody promises it any more."""
    return label.lstrip("*_ ").startswith("~~")


def check_of(label: str, checks: Sequence[CheckSpec]) -> CheckSpec | None:
    """The fixed item that a text is for certain: its name begins with the item's, or is its one word."""
    words = [word for word in _words(label) if word not in _SMALL]
    return next((check for check in checks if _begins(words, _names(check.keys, _SMALL))), None)


def missing_checks(part: Part, spec: SectionSpec) -> list[CheckSpec]:
    """The fixed items that nothing in a section is: no item of a list, line, heading or cell of a table."""
    found = _found(part)
    return [check for check in spec.checklist if check.name not in found]


def check_insertions(part: Part, spec: SectionSpec, checks: Sequence[CheckSpec]) -> list[Insertion]:
    """The insertions of items behind those that they follow in the contract; none where that is not clear.

    Those that belong to one place are one insertion.
    """
    placed = [(_place(part, spec, check), check) for check in checks]
    found = []
    for (line, head, gap), group in groupby(placed, key=lambda pair: pair[0]):
        if not head or len(head) - len(head.lstrip()) >= _DEEP:
            return []
        lines = [f"{_raised(head, n)}[ ] {check.line}" for n, (_, check) in enumerate(group)]
        found.append(whole_lines(part, line, _parted(lines, gap)))
    return found


@remembered
def _found(part: Part) -> dict[str, _Lead]:
    """The first lead that is each fixed item, an item of a list if one is, by the item's name."""
    found: dict[str, _Lead] = {}
    for lead in _leads(part):
        for check in part.spec.checklist if isinstance(part.spec, SectionSpec) else ():
            known = found.get(check.name)
            if (not known or (lead.head and not known.head)) and _is_one(lead.words, check.keys):
                found[check.name] = lead
    return found


def _leads(part: Part) -> Iterator[_Lead]:
    for at, block in part.placed:
        if isinstance(block, Container):
            yield from _items(at, block)
        elif isinstance(block, Table):
            yield from (_Lead(_words(c.text), at + c.span.line) for row in block.rows for c in row)
        elif isinstance(block, Paragraph) or (at and isinstance(block, Heading)):
            yield from (_Lead(_words(body(line)), at + n) for n, line in enumerate(block.lines))


def _items(at: int, block: Container) -> Iterator[_Lead]:
    for n, (item, below) in enumerate(zip(block.items, _ends(block), strict=True)):
        end = below
        while end > item.line + 1 and _is_blank(block.lines[end - 1]):
            end -= 1
        head = body(block.lines[item.line])[: item.text_column]
        loose = end < below or (n > 0 and _is_blank(block.lines[item.line - 1]))
        boxed = item.checked is not None
        yield _Lead(_words(item.label), at + item.line, at + end, head, loose, boxed)


def _ends(block: Container) -> list[int]:
    """The line behind each item and all that is nested in it."""
    ends, later = [], [(-1, block.height)]
    for item in reversed(block.items):
        while later[-1][0] > item.depth:
            later.pop()
        ends.append(later[-1][1])
        later.append((item.depth, item.line))
    return ends[::-1]


def _is_blank(line: str) -> bool:
    return not body(line).strip(" \t>")


def _words(text: str) -> tuple[str, ...]:
    return tuple(normal(name_of(text[:_LONGEST])).split())


@lru_cache(maxsize=4096)
def _is_one(words: tuple[str, ...], keys: tuple[str, ...]) -> bool:
    """Whether some words are all those of one of an item's names, in any form."""
    return any(
        name and all(any(_is_same(one, word) for one in words) for word in name)
        for name in _names(keys, _EMPTY)
    )


def _begins(words: Sequence[str], names: Sequence[Sequence[str]]) -> bool:
    """Whether words begin with those of a name; with a single one of many they would begin by chance."""
    return any(
        len(words) == len(name) or 1 < len(name) < len(words)
        for name in names
        if name and all(map(_is_same, words, name))
    )


@lru_cache(maxsize=256)
def _names(keys: tuple[str, ...], empty: frozenset[str]) -> tuple[tuple[str, ...], ...]:
    """The words of each name of an item, but for those that make no difference."""
    return tuple(tuple(word for word in key.split() if word not in empty) for key in keys)


@lru_cache(maxsize=4096)
def _is_same(one: str, other: str) -> bool:
    """Whether two words are forms of one, or one of them is misspelled, but for its first letter."""
    if one[0] != other[0]:
        return False
    shorter, longer = sorted((one, other), key=len)
    alike = next((n for n, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    return one == other or alike >= max(_COMMON, len(shorter) - _ENDING) or is_near(one, [other])


_Gap = tuple[bool, bool, bool]
"""Whether a blank line belongs above the items that are inserted, between them, and below them."""


def _place(part: Part, spec: SectionSpec, check: CheckSpec) -> tuple[int, str, _Gap]:
    """The line before which an item belongs, what stands before its box (empty: not clear), and the gap."""
    at = spec.checklist.index(check)
    found = _found(part)
    known = [found[other.name] for other in reversed(spec.checklist[:at]) if other.name in found]
    above = next((lead for lead in known if lead.head), None)
    below = (found[other.name] for other in spec.checklist[at + 1 :] if other.name in found)
    if above is None and (after := next((lead for lead in below if lead.head), None)):
        return after.line, after.head, (False, after.loose, after.loose)
    if last := above or _last(part):
        return last.end, _raised(last.head, 1), (last.loose, last.loose, False)
    return part.end, "" if part.table else "- ", (True, False, False)


@remembered
def _last(part: Part) -> _Lead | None:
    """The last item with a box; without any, the last item."""
    items = [lead for lead in _leads(part) if lead.head]
    return next((lead for lead in reversed(items) if lead.boxed), items[-1] if items else None)


def _raised(head: str, more: int) -> str:
    """What stands before an item's box, its number raised by so many."""
    return _ORDERED.sub(lambda match: str(int(match[0]) + more), head)


def _parted(lines: Sequence[str], gap: _Gap) -> list[str]:
    """The lines of items with blank ones around and between them as the list has it."""
    above, between, below = gap
    inner = [text for line in lines for text in (["", line] if between else [line])][between:]
    return [*[""] * above, *inner, *[""] * below]
