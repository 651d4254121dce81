"""One section or item of a document, read against what the contract says of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from planls.contract.fields import FieldReading, Unlabelled, heading_label, holds, is_content, said
from planls.contract.model import Contract, FieldSpec, ItemSpec, SectionSpec
from planls.contract.style import Style
from planls.contract.template import is_elided
from planls.document import Section
from planls.document.blocks import Blank, Block, Break, Item, List, Paragraph, Table
from planls.document.labels import Label
from planls.document.lines import Span
from planls.document.words import is_near


@dataclass(frozen=True, eq=False)
class Part:
    """Adjacent sections of the document that belong to one element of the contract.

    ``spec`` is None for a section that the contract does not know. Lines are 0-based and relative to
    the part's first line; parts of one kind, text and style are the same object from run to run.
    """

    contract: Contract
    spec: SectionSpec | ItemSpec | None
    sections: tuple[Section, ...]
    style: Style

    @cached_property
    def placed(self) -> tuple[tuple[int, Block], ...]:
        """Each block with the line that it starts on."""
        found: list[tuple[int, Block]] = []
        start = 0
        for section in self.sections:
            found.extend((start + at, block) for at, block in section.placed)
            start += section.height
        return tuple(found)

    @cached_property
    def height(self) -> int:
        """How many lines it has."""
        return sum(section.height for section in self.sections)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Its lines, terminators included."""
        return tuple(line for section in self.sections for line in section.lines)

    @property
    def title(self) -> str:
        """The text of its heading."""
        heading = self.sections[0].heading
        return heading.text if heading else ""

    @property
    def heading(self) -> Span:
        """Where its heading's text stands; its very beginning if it has none."""
        heading = self.sections[0].heading
        return heading.span if heading else Span(0, 0, 0, 0)

    @property
    def first_body_line(self) -> int:
        """The line below its heading."""
        heading = self.sections[0].heading
        return heading.height if heading else 0

    @cached_property
    def end(self) -> int:
        """The line behind its last text; the gap, ``---`` included, lies beyond."""
        ends = [at + b.height for at, b in self.placed if not isinstance(b, Blank | Break)]
        return max(ends, default=0)

    @cached_property
    def elided(self) -> bool:
        """Whether ``...`` stands for its content."""
        return len(self.sections) == 1 and is_elided(self.sections[0])

    @cached_property
    def struck(self) -> bool:
        """Whether its heading is struck through: what it was has moved away."""
        return self.title.lstrip().startswith("~~")

    @cached_property
    def fields(self) -> tuple[FieldReading, ...]:
        """The contract's fields that are there under a label or a deeper heading, in the text's order."""
        marks = list(self._marks())
        ends = [*(label.span.line for _, label in marks), self.end][1:]
        return tuple(
            FieldReading(
                spec, label, end, not said(label.value) and not self.has_content(label.span.line + 1, end)
            )
            for (spec, label), end in zip(marks, ends, strict=True)
        )

    @cached_property
    def missing_fields(self) -> tuple[FieldSpec, ...]:
        """The required fields that are not there, not even as an unlabelled block of their content."""
        if self.elided or self.struck or self._is_empty_section():
            return ()
        bare_fields = {found.spec.name for found in self.unlabelled}
        return tuple(spec for spec in self._absent() if spec.name not in bare_fields)

    @cached_property
    def misspelled_labels(self) -> dict[str, Label]:
        """Unknown labels that are nearly a missing field's, by the field's name."""
        known = {reading.label for reading in self.fields}
        unknown = [label for label in self.labels if label.marked and label not in known]
        found: dict[str, Label] = {}
        for spec in self.missing_fields if unknown else ():
            near = next((label for label in unknown if is_near(label.key, spec.keys)), None)
            if near:
                unknown.remove(near)
                found[spec.name] = near
        return found

    @cached_property
    def unlabelled(self) -> tuple[Unlabelled, ...]:
        """The required fields that are there as a block of their content without a label.

        A block counts for the contract's first field of its content, where it stands behind no later
        field and below no other label that introduces it.
        """
        found: list[Unlabelled] = []
        absent = [spec for spec in self._absent() if self._is_first(spec)]
        for n, (at, block) in enumerate(self.placed if absent else ()):
            spec = next(
                (spec for spec in absent if holds(block, spec) and self._is_free(at, block, spec)), None
            )
            if spec:
                absent.remove(spec)
                found.append(Unlabelled(spec, self._lead(n), at + block.height))
        return tuple(found)

    @cached_property
    def anchors(self) -> tuple[tuple[FieldSpec, int, int], ...]:
        """Each field that is there, labelled or not: its first line and the one behind its last."""
        starts = [(f.label.span.line, f.spec) for f in self.fields] + [
            (u.line, u.spec) for u in self.unlabelled
        ]
        starts.sort(key=lambda start: start[0])
        ends = [*(line for line, _ in starts), self.end][1:]
        return tuple((spec, line, end) for (line, spec), end in zip(starts, ends, strict=True))

    @cached_property
    def table(self) -> tuple[int, Table] | None:
        """Its first table and the line that it starts on."""
        return next(((at, block) for at, block in self.placed if isinstance(block, Table)), None)

    @cached_property
    def checkboxes(self) -> tuple[tuple[int, Item], ...]:
        """Its list items with a checkbox, and the line that their list starts on."""
        lists = ((at, block) for at, block in self.placed if isinstance(block, List))
        return tuple((at, item) for at, block in lists for item in block.items if item.checked is not None)

    @cached_property
    def progress(self) -> tuple[int, int]:
        """How many of its checkboxes are ticked, and how many there are."""
        return sum(item.checked is True for _, item in self.checkboxes), len(self.checkboxes)

    @cached_property
    def respelled(self) -> str:
        """The heading of an item that is nearly the contract's, spelled right; empty for any other."""
        return self.spec.pattern.respelled(self.title) if isinstance(self.spec, ItemSpec) else ""

    def has_content(self, first: int = 0, end: int | None = None) -> bool:
        """Whether anything but blanks, rules, comments and fixed prose stands on these lines."""
        end = self.end if end is None else end
        prose = self.spec.prose if isinstance(self.spec, SectionSpec) else ()
        return any(is_content(block, at, first, end, prose) for at, block in self.placed)

    def _marks(self) -> Iterator[tuple[FieldSpec, Label]]:
        """The first label of each field that the contract knows."""
        keys = {key: spec for spec in (self.spec.fields if self.spec else ()) for key in spec.keys}
        seen: set[str] = set()
        for label in self.labels:
            spec = keys.get(label.key)
            if spec and spec.name not in seen:
                seen.add(spec.name)
                yield spec, label

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """The labels, and the headings below its own as labels."""
        return tuple(self._labels())

    def _labels(self) -> Iterator[Label]:
        start = 0
        for n, section in enumerate(self.sections):
            if n and section.heading:
                yield heading_label(section.heading.text, section.heading.span.down(start))
            yield from (label.down(start) for label in section.labels)
            start += section.height

    def _absent(self) -> list[FieldSpec]:
        """The required fields without a label."""
        found = {reading.spec.name for reading in self.fields}
        return [f for f in (self.spec.fields if self.spec else ()) if f.required and f.name not in found]

    def _is_free(self, line: int, block: Block, spec: FieldSpec) -> bool:
        """Whether a block belongs to no other field or label, so that it can stand for this field."""
        above = [label for label in self.labels if label.span.line < line and label.marked]
        if above and not said(above[-1].value):
            return False  # the label introduces it
        owner = next((f for f in reversed(self.fields) if f.label.span.line <= line < f.end), None)
        if owner is None:
            return True
        order = [f.name for f in (self.spec.fields if self.spec else ())]
        labelled = {found.label.span.line - line for found in self.fields}
        outer = {item.line for item in block.items if not item.depth} if isinstance(block, List) else set()
        own = holds(block, owner.spec) or (bool(outer) and outer <= labelled)
        return not own and order.index(owner.spec.name) < order.index(spec.name)

    def _lead(self, index: int) -> int:
        """The first line of a block, or of the prose that stands right above and introduces it."""
        at = self.placed[index][0]
        if not index or not isinstance(self.placed[index - 1][1], Paragraph):
            return at
        start, block = self.placed[index - 1]
        labels = {label.span.line for label in self.labels}
        return at if labels & set(range(start, start + block.height)) else start

    def _is_empty_section(self) -> bool:
        """Whether it is a section that has nothing at all: one fault, told as such."""
        section = isinstance(self.spec, SectionSpec) and self.spec.item is None
        return section and not self.has_content(self.first_body_line)

    def _is_first(self, spec: FieldSpec) -> bool:
        """Whether a field is the contract's first of its content: the one that an unlabelled block is for."""
        fields = self.spec.fields if self.spec else ()
        return next(f for f in fields if f.content == spec.content) == spec
