"""The alignment of a document's headings with its contract's sections.

Missing, misplaced, doubled and misspelled sections all come from here, so that no difference is told
twice.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from planls.contract.entry import number_of
from planls.contract.model import Contract, ItemSpec, SectionSpec
from planls.document import Document
from planls.document.words import bare, is_near, normal

_TRIES = 5
"""Headings at other levels that are tried for a section; each costs a look around."""

_Named = tuple[int, int, SectionSpec]
"""A heading that names a section: index of the document's section, level, what it names."""


@dataclass(frozen=True)
class Found:
    """A section of the contract in the document: indexes of its heading and of the one behind it."""

    spec: SectionSpec
    index: int
    end: int
    misspelled: bool = False
    displaced: bool = False


def aligned(document: Document, contract: Contract, last: "Outline | None" = None) -> "Outline":
    """The alignment of a document with a contract; the last one while the headings are the very same."""
    headings = tuple(section.heading for section in document.sections)
    if last and last.contract is contract and last.headings == headings:
        return last
    return Outline(document, contract)


class Outline:
    """The alignment of the headings with the contract."""

    def __init__(self, document: Document, contract: Contract) -> None:
        """Align the two."""
        self.contract = contract
        self.headings = tuple(section.heading for section in document.sections)
        self._headings = [
            (n, s.heading.level, s.heading.text)
            for n, s in enumerate(document.sections)
            if s.heading is not None
        ]
        self._texts = {n: text for n, _, text in self._headings}
        self._levels = {n: level for n, level, _ in self._headings}
        self._count = len(document.sections)
        named = [(n, level, spec) for n, level, text in self._headings if (spec := self._named(text))]
        self.level = self._section_level(named)
        self.title = self._title(named)
        named = [entry for entry in named if entry[0] != self.title]
        chosen = self._chosen(named)
        misspelled = dict(self._misspelled(chosen))
        everything = sorted({**chosen, **misspelled}.items())
        kept = _longest_rise([self.contract.order[spec.name] for _, spec in everything])
        self.found = tuple(
            Found(spec, n, self._end(n, spec), n in misspelled, at not in kept)
            for at, (n, spec) in enumerate(everything)
        )
        firsts = {found.spec.name: found for found in self.found}
        self.second_title = self._second_title()
        self.duplicates = tuple(
            (Found(spec, n, self._end(n, spec)), firsts[spec.name])
            for n, level, spec in named
            if level == self.level
            and n not in chosen
            and not self.second_title < n
            and self._is_exact(n, spec)
        )

        self.specs = dict(self._specs())

    def _named(self, text: str) -> SectionSpec | None:
        """The section that a heading names, or that it is an item of and that has no heading."""
        return self.contract.named(text) or self.contract.repeated(text)

    def _second_title(self) -> int:
        """The index of a second title, with sections of the contract above and below it; else the end."""
        if self.title is None or not self.found:
            return self._count
        own = self._levels[self.title]
        first = self.found[0].index
        last = max((n for n, text in self._texts.items() if self.contract.named(text)), default=0)
        titles = (n for n, level, _ in self._headings if level == own and first < n < last)
        return next(titles, self._count) if own < self.level else self._count

    def _is_exact(self, index: int, spec: SectionSpec) -> bool:
        """Whether a heading names a section without more words behind a colon or dash."""
        return not {normal(self._texts[index]), bare(self._texts[index])}.isdisjoint(spec.keys)

    def _section_level(self, named: Sequence[_Named]) -> int:
        """The level at which most of the contract's sections stand."""
        names = {(level, spec.name) for _, level, spec in named}
        counts = Counter(level for level, _ in names)
        best = max(counts.items(), key=lambda item: (item[1], -item[0]), default=None)
        return best[0] if best else self.contract.sections[0].level

    def _title(self, named: Sequence[_Named]) -> int | None:
        """The first heading, unless it is a section's."""
        if not self._headings:
            return None
        n, level, text = self._headings[0]
        if self.contract.title.match_loosely(text):
            return n
        return None if any(n == at for at, _, _ in named) or level > max(self.level - 1, 1) else n

    def _chosen(self, named: Sequence[_Named]) -> dict[int, SectionSpec]:
        """For each section its heading: at the sections' level and in its place, if there is such a one."""
        main = [(n, spec) for n, level, spec in named if level == self.level]
        rise = _longest_rise([self.contract.order[spec.name] for _, spec in main])
        chosen = {n: spec for at, (n, spec) in enumerate(main) if at in rise}
        for n, spec in main:
            if spec not in chosen.values():
                chosen[n] = spec
        tried: Counter[str] = Counter()
        for n, level, spec in named:
            if level == self.level or spec in chosen.values() or tried[spec.name] >= _TRIES:
                continue
            tried[spec.name] += 1
            if not spec.headed or self._stands_alone(n, spec, chosen):
                chosen[n] = spec
        return chosen

    def _stands_alone(self, index: int, spec: SectionSpec, chosen: Mapping[int, SectionSpec]) -> bool:
        """Whether a heading at another level is in its section's place, and no item goes on behind it."""
        before = [self.contract.order[s.name] for n, s in chosen.items() if n < index]
        after = [self.contract.order[s.name] for n, s in chosen.items() if n > index]
        end = next((n for n, level, _ in self._headings if n > index and level <= self.level), self._count)
        items = any(index < n < end and self._is_item(text) for n, _, text in self._headings)
        place = self.contract.order[spec.name]
        in_place = max(before, default=-1) < place < min(after, default=len(self.contract.order))
        return in_place and not items and not self._is_inside_item(index)

    def _is_inside_item(self, index: int) -> bool:
        """Whether a heading belongs to an item: a shallower heading above it is one's."""
        depth = self._levels[index]
        for n, level, text in reversed(self._headings):
            if n < index and level < depth:
                if self._is_item(text):
                    return True
                depth = level
        return False

    def _misspelled(self, chosen: Mapping[int, SectionSpec]) -> Iterator[tuple[int, SectionSpec]]:
        """Unknown headings at the sections' level that are nearly a missing section's."""
        taken = {spec.name for spec in chosen.values()}
        missing = [spec for spec in self.contract.sections if spec.name not in taken]
        for n, level, text in self._headings:
            if n in chosen or n == self.title or level != self.level or self.is_worded_item(text):
                continue
            said = {normal(text), bare(text)}
            near = next((spec for spec in missing if any(is_near(name, spec.keys) for name in said)), None)
            if near:
                missing.remove(near)
                yield n, near

    def _is_item(self, text: str) -> bool:
        return any(spec.item and spec.item.pattern.match(text) for spec in self.contract.sections)

    def _end(self, index: int, spec: SectionSpec) -> int:
        """The section behind a section's last: the next heading as high that is no item.

        Where the items have no heading above them, it is the one behind their last.
        """
        level = self._levels[index]
        headings = () if spec.headed else self._headings
        items = (n for n, deep, t in headings if deep <= level and self.contract.repeated(t) is spec)
        last = max((index, *items))
        rest = ((n, text) for n, deep, text in self._headings if n > last and deep <= level)
        return next((n for n, text in rest if not self.is_worded_item(text)), self._count)

    def is_worded_item(self, text: str) -> bool:
        """Whether a heading is an item's or entry's that begins with a word, such as a step's."""
        return _is_worded_item(self.contract, text)

    def _specs(self) -> Iterator[tuple[int, SectionSpec | ItemSpec | None]]:
        """Where a part of the document starts, and what it is read against; later pairs count."""
        inside = {n for found in self.found for n in self._entries(found)}
        yield from ((n, None) for n, level, _ in self._headings if level <= self.level and n not in inside)
        if self.contract.lead:
            yield self.title or 0, self.contract.lead
        for found in self.found:
            yield found.index, found.spec
            yield from self._items(found)

    def _entries(self, found: Found) -> Iterator[int]:
        """The headings at the sections' level that are entries of a section: they do not end it."""
        for word in entry_words(found.spec):
            inside = range(found.index + 1, found.end)
            yield from (n for n in inside if number_of(self._texts[n], word))

    def _items(self, found: Found) -> Iterator[tuple[int, ItemSpec | None]]:
        """The items inside a section, and what stands between them at their level."""
        item, level = found.spec.item, 0
        if item is None:
            return
        for n in range(found.index + found.spec.headed, found.end):
            deep, text = self._levels[n], self._texts[n]
            if level and deep > level:
                continue
            if item.pattern.names(text):
                level = level or deep
                yield n, item
            elif level:
                yield n, None


def entry_words(spec: SectionSpec) -> Iterator[str]:
    """What the headings of a section's entries begin with."""
    return (f.entries.word for f in spec.fields if f.entries and f.entries.word)


@lru_cache(maxsize=2048)
def _is_worded_item(contract: Contract, text: str) -> bool:
    items = (spec.item for spec in contract.sections if spec.item)
    if any(item.pattern.word and item.pattern.match(text) for item in items):
        return True
    return any(number_of(text, word) for spec in contract.sections for word in entry_words(spec))


def _longest_rise(numbers: Sequence[int]) -> set[int]:
    """The positions of a longest strictly rising run of numbers, gaps allowed."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        place = bisect_left(tails, number)
        before.append(last[place - 1] if place else -1)
        if tails[place : place + 1] != [number]:  # of equal numbers the first is kept
            tails[place : place + 1] = [number]
            last[place : place + 1] = [at]
    kept, at = set[int](), last[-1] if last else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return kept
