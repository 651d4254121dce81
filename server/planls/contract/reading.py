"""Document x Contract: which section, item and field is which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from planls.contract.fences import BrokenFence, mended
from planls.contract.model import Contract, ItemSpec, Kind, SectionSpec
from planls.contract.outline import Found, Outline
from planls.contract.part import Part
from planls.contract.style import Style, style_of
from planls.document import Document


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
    outline = Outline(document, kind.contract)
    style = style_of(document)
    known: Mapping[object, Part] = {}
    if last and last.style == style and last.kind is kind:
        known = {(id(part.spec), part.sections): part for _, part in last.parts}
    parts = tuple(_parts(document, kind.contract, outline, style, known))
    return Reading(
        kind, document, fences, outline.title, outline.level, outline.found, outline.duplicates, parts, style
    )


def _parts(
    document: Document, contract: Contract, outline: Outline, style: Style, known: Mapping[object, Part]
) -> Iterator[tuple[int, Part]]:
    """Every section of the document in exactly one part, from top to bottom."""
    specs = _specs(document, outline)
    starts = [n for n in range(len(document.sections)) if n in specs or n == 0]
    for start, end in zip(starts, [*starts[1:], len(document.sections)], strict=True):
        spec, sections = specs.get(start), document.sections[start:end]
        part = known.get((id(spec), sections))
        yield document.starts[start], part or Part(contract, spec, sections, style)


def _specs(document: Document, outline: Outline) -> dict[int, SectionSpec | ItemSpec | None]:
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
