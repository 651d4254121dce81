"""One section or item of a document, read against what the contract says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from planls.contract.model import Contract, FieldSpec, ItemSpec, SectionSpec
from planls.contract.style import Style
from planls.contract.template import content_of, is_elided
from planls.document import Section
from planls.document.blocks import Blank, Block, Break, FrontMatter, Html, Item, List, Paragraph, Table
from planls.document.labels import Label
from planls.document.lines import Span, body
from planls.document.words import bare, normal

_COMMENT = re.compile(r"<!--.*?-->")


@dataclass(frozen=True, eq=False)
class FieldReading:
    """A field that is there: its label and the lines up to the next one (``end`` exclusive)."""

    spec: FieldSpec
    label: Label
    end: int
    empty: bool


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
                spec, label, end, not _said(label.value) and not self.has_content(label.span.line + 1, end)
            )
            for (spec, label), end in zip(marks, ends, strict=True)
        )

    @cached_property
    def missing_fields(self) -> tuple[FieldSpec, ...]:
        """The required fields that are not there, not even as an unlabelled block of their content."""
        if self.spec is None or self.elided or self.struck or self._is_empty_section():
            return ()
        found = {reading.spec.name for reading in self.fields}
        absent = [spec for spec in self.spec.fields if spec.required and spec.name not in found]
        spare = self._unlabelled() if absent else frozenset()
        return tuple(spec for spec in absent if spec.content not in spare or not self._is_first(spec))

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
        return any(_is_content(block, at, first, end, prose) for at, block in self.placed)

    def _marks(self) -> Iterator[tuple[FieldSpec, Label]]:
        """The first label of each field that the contract knows."""
        keys = {key: spec for spec in (self.spec.fields if self.spec else ()) for key in spec.keys}
        seen: set[str] = set()
        for label in self._labels():
            spec = keys.get(label.key)
            if spec and spec.name not in seen:
                seen.add(spec.name)
                yield spec, label

    def _labels(self) -> Iterator[Label]:
        """The labels, and the headings below its own as labels."""
        start = 0
        for n, section in enumerate(self.sections):
            if n and section.heading:
                yield _heading_label(section.heading.text, section.heading.span.down(start))
            yield from (label.down(start) for label in section.labels)
            start += section.height

    def _unlabelled(self) -> frozenset[str]:
        """What the blocks hold that belong to no field of such content."""
        spare = {
            holds
            for at, block in self.placed
            if (holds := content_of(block)) and holds != self._owner(at) and not self._is_labels(at, block)
        }
        return frozenset(spare | {"list"} if "checklist" in spare else spare)

    def _is_labels(self, line: int, block: Block) -> bool:
        """Whether a list is nothing but fields: ``- **Goal**: text``."""
        labelled = {found.label.span.line - line for found in self.fields}
        outer = {item.line for item in block.items if not item.depth} if isinstance(block, List) else set()
        return bool(outer) and outer <= labelled

    def _owner(self, line: int) -> str:
        """The content of the field whose lines a line is among; empty above the first."""
        return next((f.spec.content for f in reversed(self.fields) if f.label.span.line <= line < f.end), "")

    def _is_empty_section(self) -> bool:
        """Whether it is a section that has nothing at all: one fault, told as such."""
        section = isinstance(self.spec, SectionSpec) and self.spec.item is None
        return section and not self.has_content(self.first_body_line)

    def _is_first(self, spec: FieldSpec) -> bool:
        """Whether a field is the contract's first of its content: the one that an unlabelled block is for."""
        fields = self.spec.fields if self.spec else ()
        return next(f for f in fields if f.content == spec.content) == spec


def _said(value: str) -> str:
    """What a value says: a comment says nothing."""
    return _COMMENT.sub("", value).strip()


def _is_content(block: Block, at: int, first: int, end: int, prose: tuple[str, ...]) -> bool:
    if isinstance(block, Blank | Break | FrontMatter) or (isinstance(block, Html) and block.is_comment):
        return False
    if at < first:  # a block that begins above may go on: lines of one paragraph, a lazy line of a list
        lines = block.lines[first - at : max(end - at, 0)]
        return any(body(line).strip() for line in lines)
    return at < end and not (
        isinstance(block, Paragraph) and normal(" ".join(map(body, block.lines))) in prose
    )


def _heading_label(text: str, span: Span) -> Label:
    return Label(text, bare(text), span, "", span.end_column, marked=True)
