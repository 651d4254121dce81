"""An entry: a step, test case, decision or question, however it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from planls.contract.demands import AspectSpec
from planls.document.blocks import Cell
from planls.document.inline import emphases
from planls.document.lines import Span
from planls.document.words import has_any, normal, spoken

_PLAIN = re.compile(r"\s*(?:(?:[-*+]|\d+[.)])\s+)?(?P<text>[^\W\d_][^:*_`|]{0,39}):(?=\s|$)")
_ASIDE = re.compile(r"\A[*_.:]*\s*\*?\([^()\d]*\d[^()]*\)\*?")
_NUMBERED = re.compile(r"^\W*(?:[^\W\d_]+\s*)?\d+[a-z]?\W+")
_SENTENCE = re.compile(r"[.!?;](?:\s|$)|\s(?:[–—→➜⇄⟷/-]|->)\s")
_SIGNS = re.compile(r"[\ufe0f\u200d]|[^\w\s.,:;()\[\]{}'\"`#*/~+-]")
_NUMBERS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:(?P<word>[^\W\d_]+)\s*)?#?(?P<number>\d{1,3}[a-z]?)(?:[.:)](?=\s|$)|\s+-(?=\s)|$)",
        r"(?P<word>)(?:[A-Z][.-]?|\d{1,2}\.)(?P<number>\d{1,2})[.:)]?(?=\s)",
        r"(?P<word>[^\W\d_]+)[ ]#?(?P<number>\d{1,3}[a-z]?)(?![\w-])",
    )
)
"""``Step 3: Name``, ``3. Name``; ``E.3 Name``, ``5.3 Name``; ``Step 3 Name``, if the word is asked for."""


@dataclass(frozen=True, eq=False)
class Entry:
    """One of several like things. Lines are the part's, ``end`` is the one behind its last.

    ``title`` is what it is called, ``span`` where that stands, ``number`` its number as written (empty:
    none); ``named``: the title is set off from what follows. ``lines`` are without terminators. In a
    table, ``cells`` are by comparable column. ``listed``: it is an item of a list, ``checked`` whether its
    box is ticked (None: it has none).
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
    named: bool = True

    @property
    def name(self) -> str:
        """Its title, shortened to what it is known by."""
        words = self.title.split()
        return " ".join(words[:10]) + (" …" if len(words) > 10 else "")  # noqa: PLR2004  # a line of a message

    @property
    def telling(self) -> bool:
        """Whether its title says what is done, number and time aside; without a title all of it does."""
        words = spoken(_NUMBERED.sub("", re.sub(r"\([^()]*\)", " ", self.title))).split()
        return not self.named or len(words) > 2  # noqa: PLR2004  # "Token bucket" is a name, no task

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
            return ". ".join(
                cell.text
                for column, cell in self.cells
                if cell.text != self.title and not any(cues(aspect, f" {column} ") for aspect in others)
            )
        kept, ours = [], True
        for line in self.rest.split("\n"):
            at = 0
            for name, _, column in sorted(_labels([line]), key=lambda label: label[2]):
                kept += [line[at:column]] if ours else []
                at, ours = column, not any(cues(aspect, f" {name} ") for aspect in others)
            kept += [line[at:]] if ours else []
        return " ".join(kept)

    def column(self, aspect: AspectSpec) -> Cell | None:
        """The cell under the column of an aspect; None without such a column."""
        return next((cell for column, cell in self.cells if cues(aspect, f" {column} ")), None)


def cues(aspect: AspectSpec, said: str) -> bool:
    """Whether a comparable text between spaces has one of an aspect's words."""
    return has_any(said, aspect.keys)


def says(entry: Entry, aspect: AspectSpec) -> bool:
    """Whether an entry speaks of an aspect: in its column, by a label or by a word that cues it."""
    if cell := entry.column(aspect):
        return bool(cell.text)
    return cues(aspect, entry.said)


def labelled(entry: Entry, aspect: AspectSpec) -> bool:
    """Whether an entry has a label for an aspect, or a column."""
    cell = entry.column(aspect)
    names = [name for name, at, _ in entry.labels if at or name != normal(entry.title)]
    if f"{aspect.name.casefold()}:" in " ".join(entry.lines).casefold():
        return True
    return bool(cell and cell.text) or any(cues(aspect, f" {name} ") for name in names)


def sentences(text: str) -> list[str]:
    """The sentences and clauses of a text, single words aside."""
    return [said for said in _SENTENCE.split(text) if len(spoken(said).split()) > 1]


@lru_cache(maxsize=8192)
def number_of(text: str, word: str = "") -> str:
    """The number of an entry's heading (``Step 3: Name``, ``3. Name``, ``E.3 Name``); empty if it is none's.

    With a word, the heading has to begin with it.
    """
    plain = _SIGNS.sub("", text.replace("\ufe0f\u20e3", ".").replace("–", "-").replace("—", "-"))
    plain = plain.strip("*_~ \t")
    for pattern in _NUMBERS if word else _NUMBERS[:2]:
        match = pattern.match(plain)
        if match and (not word or (match["word"] or "").casefold() == word.casefold()):
            return match["number"]
    return ""


def _labels(lines: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    for at, line in enumerate(lines):
        yield from ((normal(line[start:end]), at, start) for start, end in emphases(line))
        if match := _PLAIN.match(line):
            yield normal(match["text"]), at, match.start("text")
