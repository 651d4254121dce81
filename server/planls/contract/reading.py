"""Document x Contract: which section, item and field is which."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from planls.contract.boldheadings import with_bold_headings
from planls.contract.fences import BrokenFence, mended
from planls.contract.headings import HeadingForm, forms_of, usual_form
from planls.contract.model import Contract, ItemSpec, Kind, SectionSpec
from planls.contract.outline import Found, Outline, aligned
from planls.contract.part import Part
from planls.contract.style import Style, style_of
from planls.document import Document
from planls.document.blocks import Heading


@dataclass(frozen=True, eq=False)
class Reading:
    """A document as its contract sees it. ``document`` is read with its broken fences mended."""

    kind: Kind
    document: Document
    fences: tuple[BrokenFence, ...]
    outline: Outline
    parts: tuple[tuple[int, Part], ...]
    style: Style

    @property
    def contract(self) -> Contract:
        """What the document is read against."""
        return self.kind.contract

    @property
    def title(self) -> int | None:
        """The index of the section that the title heads; None without a title."""
        return self.outline.title

    @property
    def level(self) -> int:
        """The level at which the contract's sections stand."""
        return self.outline.level

    @property
    def found(self) -> tuple[Found, ...]:
        """The contract's sections that are there, in the document's order."""
        return self.outline.found

    @property
    def duplicates(self) -> tuple[tuple[Found, Found], ...]:
        """Further headings of sections, each with the one that counts."""
        return self.outline.duplicates

    @cached_property
    def form(self) -> HeadingForm:
        """How most of the document's section headings are written; the template's own way without any."""
        headings = [self.document.sections[found.index].heading for found in self.found if found.spec.headed]
        template = Heading((self.contract.sections[0].lines[0],), self.contract.sections[0].level)
        return usual_form([heading for heading in headings if heading]) or forms_of([template])[0]

    @cached_property
    def missing(self) -> tuple[SectionSpec, ...]:
        """The required sections that are not there, in the contract's order."""
        names = {found.spec.name for found in self.found} | {name for _, _, name in self.unspaced}
        return tuple(s for s in self.contract.sections if s.required and s.name not in names)

    @cached_property
    def unspaced(self) -> tuple[tuple[int, int, str], ...]:
        """Headings of the contract that lack the space behind their marks: line, column for it, name."""
        found: list[tuple[int, int, str]] = []
        for start, section in zip(self.document.starts, self.document.sections, strict=True):
            for line, column, text in section.unspaced:
                spec = self.contract.named(text)
                if spec or self.outline.is_worded_item(text):
                    found.append((start + line, column, spec.name if spec else text))
        return tuple(found)

    def neighbours(self, name: str) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
        """The sections in their place that the contract has before a section, and those behind it."""
        order = self.contract.order
        kept = [found for found in self.found if not found.displaced]
        before = tuple(found for found in kept if order[found.spec.name] < order[name])
        return before, tuple(found for found in kept if order[found.spec.name] > order[name])

    def line(self, index: int) -> int:
        """The line that a section starts on; behind the last section, the number of lines."""
        starts = self.document.starts
        return starts[index] if index < len(starts) else self.document.line_count

    def placed(self, spec: SectionSpec | ItemSpec) -> Iterator[tuple[int, Part]]:
        """The parts that are read against a spec, and the lines they start on."""
        return iter(self._by_spec.get(id(spec), ()))

    @cached_property
    def sections(self) -> tuple[tuple[int, SectionSpec, Part], ...]:
        """The parts that are sections of the contract or its lead, with their lines and specs, in order."""
        specs = list(self.contract.everything)
        found = [(line, n, part) for n, spec in enumerate(specs) for line, part in self.placed(spec)]
        return tuple((line, specs[n], part) for line, n, part in sorted(found, key=itemgetter(0)))

    @cached_property
    def _by_spec(self) -> Mapping[int, list[tuple[int, Part]]]:
        """The parts and the lines they start on, by what they are read against."""
        found: dict[int, list[tuple[int, Part]]] = {}
        for line, part in self.parts:
            found.setdefault(id(part.spec), []).append((line, part))
        return found


def read(document: Document, kind: Kind, last: Reading | None = None) -> Reading:
    """The reading of a document. Of the ``last`` reading, what is still true is used again."""
    document, fences = mended(document, kind.contract)
    document = with_bold_headings(document, kind.contract)
    outline = aligned(document, kind.contract, last.outline if last else None)
    style = style_of(document, ruled=kind.contract.ruled)
    known: Mapping[int, Part] = {}
    if last and last.style == style and last.kind is kind:
        known = {id(part.sections[0]): part for _, part in last.parts}
    parts = tuple(_parts(document, outline, style, known))
    return Reading(kind, document, fences, outline, parts, style)


def _parts(
    document: Document, outline: Outline, style: Style, known: Mapping[int, Part]
) -> Iterator[tuple[int, Part]]:
    """Every section of the document in exactly one part, from top to bottom."""
    specs = outline.specs
    starts = [n for n in range(len(document.sections)) if n in specs or n == 0]
    for start, end in zip(starts, [*starts, len(document.sections)][1:], strict=True):
        spec, sections = specs.get(start), document.sections[start:end]
        part = known.get(id(sections[0]))
        if part is None or part.spec is not spec or part.sections != sections:
            part = Part(sections, spec, outline.contract, style)
        yield document.starts[start], part
