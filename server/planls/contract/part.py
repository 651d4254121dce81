"""One section or item of a document, read against what the contract says of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from planls.contract.demands import EntriesSpec
from planls.contract.entries import entries_in, first_list
from planls.contract.entry import Entry, number_of
from planls.contract.fields import FieldReading, Unlabelled, is_content, said
from planls.contract.model import Contract, FieldSpec, ItemSpec, SectionSpec
from planls.contract.stretch import Stretch
from planls.contract.style import Style
from planls.contract.told import is_shown, is_told
from planls.contract.tombstones import is_tombstone
from planls.contract.unlabelled import unlabelled
from planls.document.blocks import Blank, Code, List, Paragraph, Table
from planls.document.labels import Label
from planls.document.lines import Span, body
from planls.document.memory import remembered
from planls.document.words import is_near


@dataclass(frozen=True, eq=False)
class Part(Stretch):
    """Adjacent sections of the document that belong to one element of the contract.

    ``spec`` is None for a section that the contract does not know. Lines are 0-based and relative to
    the part's first line; parts of one kind, text and style are the same object from run to run.
    """

    spec: SectionSpec | ItemSpec | None
    contract: Contract
    style: Style

    @property
    def specs(self) -> tuple[FieldSpec, ...]:
        """The fields that the contract has here."""
        return self.spec.fields if self.spec else ()

    @cached_property
    def struck(self) -> bool:
        """Whether what it was has moved away: its heading is struck through, or an item's says so."""
        return is_tombstone(self) if isinstance(self.spec, ItemSpec) else super().struck

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
        """The required fields that are not there, not even as an unlabelled block of their content.

        Of a group it is the first. What stands below the title may stand anywhere: `lead` tells.
        """
        if self.elided or self.struck or self._is_empty_section() or self.spec is self.contract.lead:
            return ()
        there = {found.spec.name for found in self.unlabelled}
        return tuple(spec for spec in self.absent if spec.name not in there and not self._is_told(spec))

    @cached_property
    def misspelled_labels(self) -> dict[str, Label]:
        """Unknown labels that are nearly those of a field that is not there, by the field's name."""
        known = {reading.label for reading in self.fields}
        unknown = [label for label in self.labels if label.marked and label not in known]
        found: dict[str, Label] = {}
        for spec in (*self.missing_fields, *self.left_out) if unknown else ():
            near = next((label for label in unknown if is_near(label.key, spec.keys)), None)
            if near:
                unknown.remove(near)
                found[spec.name] = near
        return found

    @property
    def left_out(self) -> tuple[FieldSpec, ...]:
        """The optional fields that are not there."""
        there = {found.spec.name for found in self.fields}
        return tuple(spec for spec in self.specs if not spec.required and spec.name not in there)

    @cached_property
    def unlabelled(self) -> tuple[Unlabelled, ...]:
        """The required fields that are there as a block of their content without a label."""
        return tuple(unlabelled(self))

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
    def entries(self) -> tuple[tuple[FieldSpec, tuple[Entry, ...]], ...]:
        """The entries of each field that is there and of whose entries the contract asks something."""
        judged = ((*found, found[0].entries) for found in self.anchors)
        return tuple(
            (spec, self.entries_of(spec, line, end))
            for spec, line, end, entries in judged
            if entries and entries.judged
        )

    def entries_of(self, spec: FieldSpec, line: int, end: int) -> tuple[Entry, ...]:
        """The entries of a field between two lines, its label's first.

        Where a field is missing, its list may stand in the one before it, which is then cut there.
        """
        labelled = any(f.label.span.line == line and not self._is_entry(f) for f in self.fields)
        own = self._own_end(spec, line, end)
        found = entries_in(self, line + labelled, own, spec.entries or EntriesSpec())
        missing = [other.entries for other in self.missing_fields if other.entries]
        found = first_list(found) if missing else found
        if any(entries.answer for entries in missing) and not (spec.entries and spec.entries.answer):
            found = tuple(takewhile(lambda entry: not entry.title.endswith("?"), found))
        return found

    @cached_property
    def absent(self) -> tuple[FieldSpec, ...]:
        """The required fields without a label; of a group the first, if no other of it is there."""
        found = {reading.spec.name for reading in self.fields}
        groups = {reading.spec.group for reading in self.fields} - {""}
        absent = []
        for spec in self.specs:
            if spec.required and spec.name not in found and spec.group not in groups:
                absent.append(spec)
                groups |= {spec.group} - {""}
        return tuple(absent)

    @cached_property
    def respelled(self) -> str:
        """The heading of an item that is nearly the contract's, spelled right; empty for any other."""
        return self.spec.pattern.respelled(self.title) if isinstance(self.spec, ItemSpec) else ""

    def place(self, spec: FieldSpec) -> Span:
        """Where a field's label stands; the heading for a field without one."""
        found = next((f.label for f in self.fields if f.spec is spec), None)
        return found.span if found else self.heading

    def block_span(self, line: int) -> Span:
        """A block's first line, to point at the block."""
        text = body(self.lines[line])
        return Span(line, len(text) - len(text.lstrip()), line, len(text.rstrip()))

    def is_empty(self, spec: FieldSpec) -> bool:
        """Whether a field has a label and nothing else: one fault, told as such."""
        return any(found.empty for found in self.fields if found.spec is spec)

    def text_of(self, spec: FieldSpec) -> list[str]:
        """The lines of a field without its label, and without their terminators."""
        found = next((f for f in self.fields if f.spec is spec), None)
        if found:
            line = found.label.span.line
            return [found.label.value, *map(body, self.lines[line + 1 : found.end])]
        return [body(t) for other, line, end in self.anchors if other is spec for t in self.lines[line:end]]

    @remembered
    def has_content(self, first: int = 0, end: int | None = None) -> bool:
        """Whether anything but blanks, rules, comments and fixed prose stands on these lines."""
        end = self.end if end is None else end
        prose = self.spec.prose if isinstance(self.spec, SectionSpec) else ()
        return any(is_content(block, at, first, end, prose) for at, block in self.placed)

    def _own_end(self, spec: FieldSpec, line: int, end: int) -> int:
        """Where a field's own entries end: its block does, or a label follows that is unknown."""
        own = next((found.end for found in self.unlabelled if found.spec is spec and found.line == line), end)
        known = {found.label.span.line for found in self.fields}
        prose = {at + n for at, b in self.placed if isinstance(b, Paragraph) for n in range(b.height)} - known
        strange = [label for label in self.labels if label.marked and not label.value]
        ends = (n.span.line for n in strange if not number_of(n.name) and not n.name.endswith("?"))
        cut = min((at for at in ends if line < at < own and at in prose), default=own)
        first = next((at for at, b in self.placed if at > line and isinstance(b, List | Table)), own)
        return own if cut < first else cut  # labels above the first list are those of groups

    def _is_entry(self, found: FieldReading) -> bool:
        """Whether a field's label is its first entry (``Decision 1: ...``), or has entries on its line."""
        noun = found.spec.entries.noun if found.spec.entries else ""
        word = found.spec.entries.word if found.spec.entries else ""
        numbered = (word and number_of(found.label.name, word)) or found.label.key == f"{noun} 1"
        return bool(numbered) or "(1)" in self.lines[found.label.span.line]

    def _marks(self) -> Iterator[tuple[FieldSpec, Label]]:
        """The first label of each field that the contract knows, by its name, else by a word that cues it."""
        keys = {key: spec for spec in self.specs for key in spec.keys}
        named = {keys[label.key].name for label in self.labels if label.key in keys}
        cued = [spec for spec in self.specs if spec.cues and spec.name not in named]
        seen: set[str] = set()
        for label in self.labels:
            spec = keys.get(label.key) or _cued(cued, label)
            if spec and spec.name not in seen and not self._heads_code(spec, label):
                seen.add(spec.name)
                yield spec, label

    def _heads_code(self, spec: FieldSpec, label: Label) -> bool:
        """Whether a label of what would be text only says what the code below it is: ``Dependencies:``.

        It is plain, and its author marks others.
        """
        plain = not (label.marked or label.value) and any(other.marked for other in self.labels)
        if not plain or spec.content != "text":
            return False
        below = (block for at, block in self.placed if at > label.span.line and not isinstance(block, Blank))
        return isinstance(next(below, None), Code)

    def _is_told(self, spec: FieldSpec) -> bool:
        """Whether a field need not be there: its group's code or table is, or something else tells it."""
        if spec.group:
            code = any(isinstance(block, Code | Table) for _, block in self.placed)
            return code or is_shown(self)
        return bool(spec.told) and is_told(self, spec)

    def _is_empty_section(self) -> bool:
        """Whether it is a section that has nothing at all: one fault, told as such."""
        section = isinstance(self.spec, SectionSpec) and self.spec.item is None
        return section and not self.has_content(self.first_body_line)


def _cued(specs: list[FieldSpec], label: Label) -> FieldSpec | None:
    """The field whose longest cue stands in a label; a plain one with a value may say anything."""
    if not specs or label.alone or not (label.bold or label.marked or not label.value):
        return None
    said = f" {label.key} "
    cues = [(len(cue), -at, spec) for at, spec in enumerate(specs) for cue in spec.cues if f" {cue} " in said]
    return max(cues, key=lambda found: found[:2])[2] if cues else None
