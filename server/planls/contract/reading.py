"""Document x Contract: which section, item and field is which.

Missing, misplaced, doubled and misspelled sections come from one alignment of the document's headings
with the contract's, so that a difference is never told twice.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from planls.contract.fences import BrokenFence, mended
from planls.contract.model import Contract, ItemSpec, Kind, SectionSpec
from planls.contract.part import Part
from planls.contract.style import Style, style_of
from planls.document import Document
from planls.document.words import distance, normal

_NEAR = 0.25
"""Share of a heading's letters that may differ for it to be a misspelling."""


@dataclass(frozen=True)
class Found:
    """A section of the contract in the document: indexes of its heading and of the one behind it."""

    spec: SectionSpec
    index: int
    end: int
    misspelled: bool = False
    displaced: bool = False


@dataclass(frozen=True, eq=False)
class Reading:
    """A document as its contract sees it. ``document`` is read with its broken fences mended."""

    kind: Kind
    document: Document
    fences: tuple[BrokenFence, ...]
    title: int | None
    level: int
    found: tuple[Found, ...]
    duplicates: tuple[tuple[Found, Found], ...]
    parts: tuple[tuple[int, Part], ...]
    style: Style

    @property
    def contract(self) -> Contract:
        """What the document is read against."""
        return self.kind.contract

    @cached_property
    def missing(self) -> tuple[SectionSpec, ...]:
        """The required sections that are not there, in the contract's order."""
        names = {found.spec.name for found in self.found}
        return tuple(s for s in self.contract.sections if s.required and s.name not in names)

    def section(self, name: str) -> Found | None:
        """The section of the contract with that name, if it is there."""
        return next((found for found in self.found if found.spec.name == name), None)

    def line(self, index: int) -> int:
        """The line that a section starts on; behind the last section, the number of lines."""
        starts = self.document.starts
        return starts[index] if index < len(starts) else self.document.line_count

    def placed(self, spec: SectionSpec | ItemSpec) -> Iterator[tuple[int, Part]]:
        """The parts that are read against a spec, and the lines they start on."""
        return ((line, part) for line, part in self.parts if part.spec is spec)


def read(document: Document, kind: Kind, last: Reading | None = None) -> Reading:
    """The reading of a document. Of the ``last`` reading, what is still true is used again."""
    document, fences = mended(document, kind.contract)
    outline = _Outline(document, kind.contract)
    style = style_of(document)
    known: Mapping[object, Part] = {}
    if last and last.style == style and last.kind is kind:
        known = {(id(part.spec), part.sections): part for _, part in last.parts}
    parts = tuple(_parts(document, kind.contract, outline, style, known))
    return Reading(
        kind, document, fences, outline.title, outline.level, outline.found, outline.duplicates, parts, style
    )


class _Outline:
    """The alignment of the headings with the contract."""

    def __init__(self, document: Document, contract: Contract) -> None:
        self._headings = [
            (n, s.heading.level, s.heading.text)
            for n, s in enumerate(document.sections)
            if s.heading is not None
        ]
        self._contract = contract
        self._count = len(document.sections)
        named = [(n, level, spec) for n, level, text in self._headings if (spec := contract.named(text))]
        self.level = self._section_level(named)
        self.title = self._title(named)
        chosen, doubled = self._chosen(named)
        misspelled = dict(self._misspelled(chosen))
        order = {spec.name: at for at, spec in enumerate(contract.sections)}
        everything = sorted({**chosen, **misspelled}.items())
        kept = _longest_rise([order[spec.name] for _, spec in everything])
        self.found = tuple(
            Found(spec, n, self._end(n), n in misspelled, at not in kept)
            for at, (n, spec) in enumerate(everything)
        )
        firsts = {found.spec.name: found for found in self.found}
        self.duplicates = tuple((Found(s, n, self._end(n)), firsts[s.name]) for n, s in doubled)

    def _section_level(self, named: Sequence[tuple[int, int, SectionSpec]]) -> int:
        """The level at which most of the contract's sections stand."""
        names = {(level, spec.name) for _, level, spec in named}
        counts = Counter(level for level, _ in names)
        best = max(counts.items(), key=lambda item: (item[1], -item[0]), default=None)
        return best[0] if best else self._contract.sections[0].level

    def _title(self, named: Sequence[tuple[int, int, SectionSpec]]) -> int | None:
        """The first heading, unless it is a section's."""
        if not self._headings:
            return None
        n, level, text = self._headings[0]
        if self._contract.title.match_loosely(text):
            return n
        return None if any(n == at for at, _, _ in named) or level > max(self.level - 1, 1) else n

    def _chosen(
        self, named: Sequence[tuple[int, int, SectionSpec]]
    ) -> tuple[dict[int, SectionSpec], list[tuple[int, SectionSpec]]]:
        """For each section its heading, best the first at the sections' level; and the doubles."""
        named = [entry for entry in named if entry[0] != self.title]
        chosen: dict[int, SectionSpec] = {}
        doubled: list[tuple[int, SectionSpec]] = []
        names: set[str] = set()
        for n, level, spec in sorted(named, key=lambda entry: (entry[1] != self.level, entry[0])):
            if spec.name not in names:
                names.add(spec.name)
                chosen[n] = spec
            elif level == self.level:
                doubled.append((n, spec))
        return chosen, doubled

    def _misspelled(self, chosen: Mapping[int, SectionSpec]) -> Iterator[tuple[int, SectionSpec]]:
        """Unknown headings at the sections' level that are nearly a missing section's."""
        taken = {spec.name for spec in chosen.values()}
        missing = [spec for spec in self._contract.sections if spec.name not in taken]
        for n, level, text in self._headings:
            if n in chosen or n == self.title or level != self.level or self._is_item(text):
                continue
            near = next((spec for spec in missing if _is_near(text, spec)), None)
            if near:
                missing.remove(near)
                yield n, near

    def _is_item(self, text: str) -> bool:
        return any(spec.item and spec.item.pattern.match(text) for spec in self._contract.sections)

    def _end(self, index: int) -> int:
        """The section behind a section's last: the next heading as high that is no item."""
        level = next(level for n, level, _ in self._headings if n == index)
        ends = (
            n
            for n, deep, text in self._headings
            if n > index and deep <= level and not self._is_worded_item(text)
        )
        return next(ends, self._count)

    def _is_worded_item(self, text: str) -> bool:
        items = (spec.item for spec in self._contract.sections if spec.item)
        return any(item.pattern.word and item.pattern.match(text) for item in items)


def _is_near(text: str, spec: SectionSpec) -> bool:
    said = normal(text)
    for key in spec.keys:
        most = int(len(key) * _NEAR)
        if said and distance(said, key, most) <= most:
            return True
    return False


def _longest_rise(numbers: Sequence[int]) -> set[int]:
    """The positions of a longest strictly rising run of numbers, gaps allowed."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        place = bisect_left(tails, number)
        tails[place:] = [number]
        before.append(last[place - 1] if place else -1)
        last[place:] = [at]
    kept, at = set[int](), last[-1] if last else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return kept


def _parts(
    document: Document, contract: Contract, outline: _Outline, style: Style, known: Mapping[object, Part]
) -> Iterator[tuple[int, Part]]:
    """Every section of the document in exactly one part, from top to bottom."""
    specs = _specs(document, outline)
    starts = [n for n in range(len(document.sections)) if n in specs or n == 0]
    for start, end in zip(starts, [*starts[1:], len(document.sections)], strict=True):
        spec, sections = specs.get(start), document.sections[start:end]
        part = known.get((id(spec), sections))
        yield document.starts[start], part or Part(contract, spec, sections, style)


def _specs(document: Document, outline: _Outline) -> dict[int, SectionSpec | ItemSpec | None]:
    """Where a part starts, and what it is read against."""
    specs: dict[int, SectionSpec | ItemSpec | None] = {}
    for n, section in enumerate(document.sections):
        if section.heading and section.heading.level <= outline.level:
            specs[n] = None
    for found in outline.found:
        specs[found.index] = found.spec
        specs.update(_starts(document, found))
    return specs


def _starts(document: Document, found: Found) -> Iterator[tuple[int, ItemSpec | None]]:
    """The sections inside a section that start its items, and what stands between those at their level."""
    if found.spec.item is None:
        return
    level = 0
    for n in range(found.index + 1, found.end):
        heading = document.sections[n].heading
        if heading is None or (level and heading.level > level):
            continue
        if found.spec.item.pattern.names(heading.text):
            level = level or heading.level
            yield n, found.spec.item
        elif level:
            yield n, None
