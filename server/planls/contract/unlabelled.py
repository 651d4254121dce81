"""Fields that are there without a label: a block of their content where they belong."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from planls.contract.codes import codes_in
from planls.contract.demands import EntriesSpec
from planls.contract.entries import entries_in
from planls.contract.entry import Entry
from planls.contract.fields import Unlabelled, holds, said
from planls.contract.model import FieldSpec, SectionSpec
from planls.contract.templatefields import content_of
from planls.document.blocks import Block, List, Paragraph, Table
from planls.document.inline import code_spans
from planls.document.words import is_near, spoken

if TYPE_CHECKING:
    from planls.contract.part import Part

_COMMANDS = 2
"""Code spans that make a list of commands."""


def unlabelled(part: Part) -> Iterator[Unlabelled]:
    """The required fields of a part that are there as a block of their content without a label.

    A block counts for the contract's first field of its content, where it stands behind no later field
    and below no other label that introduces it. Entries may be a table or headings in place of a list.
    """
    absent = [spec for spec in part.absent if _is_first(part, spec)]
    for whole in [spec for spec in absent if spec.label == "none"]:
        found = whole.entries and entries_in(part, part.first_body_line, part.end, whole.entries)
        if found and not any(f.label.span.line < found[0].first for f in part.fields):
            absent.remove(whole)
            yield Unlabelled(whole, found[0].first, found[-1].end)
    for n, (at, block) in enumerate(part.placed if absent else ()):
        spec = next((s for s in absent if holds(block, s) and _is_free(part, at, block, s)), None)
        if spec:
            absent.remove(spec)
            yield Unlabelled(spec, _lead(part, n), at + block.height)
    taken: list[Unlabelled] = []
    for spec in absent if isinstance(part.spec, SectionSpec) else ():
        taken += (
            found for found in _elsewhere(part, spec) if found.line not in {other.line for other in taken}
        )
    yield from taken


def _elsewhere(part: Part, spec: FieldSpec) -> Iterator[Unlabelled]:
    """A section's field as code below any other label, as code spans, or as a table in place of a list."""
    if any(label.marked and is_near(label.key, spec.keys) for label in part.labels):
        return  # its label is there, and misspelled
    owners = [f for f in part.fields if f.spec.content in (spec.content, "table")]
    if spec.content == "code":
        places = [(code.opening, code.line + len(code.lines) + 1) for code in codes_in(part)]
        if not places and not spec.form:
            owners, places = list(part.fields), _spans(part)
    elif spec.entries and spec.entries.answer and (asked := _questions(part, spec.entries)):
        places = [(asked[0].first, asked[-1].end)]
    elif spec.content == "list":
        rivals = [other for other in part.absent if other.content == "list"]
        only = len(rivals) == 1
        blocks = [
            (at, b) for at, b in part.placed if isinstance(b, Table) or (only and content_of(b) == "list")
        ]
        if spec.told == "tree":
            blocks = [(at, b) for at, b in blocks if any(map(code_spans, b.lines))]
        places = [
            (at, at + b.height) for at, b in blocks if only or (isinstance(b, Table) and _is_named(b, spec))
        ]
    else:
        return
    labels = {f.label.span.line for f in part.fields}
    free = (
        (at, end)
        for at, end in places
        if not any(f.label.span.line < at < f.end for f in owners) and labels.isdisjoint(range(at, end))
    )
    yield from (Unlabelled(spec, *place) for place in islice(free, 1))


def _questions(part: Part, spec: EntriesSpec) -> list[Entry]:
    """The entries of a part that ask something, if there are as many as there should be."""
    entries = entries_in(part, part.first_body_line, part.end, spec)
    found = [entry for entry in entries if "?" in " ".join(entry.lines[:2])]
    return found if len(found) >= spec.count[0] else []


def _spans(part: Part) -> list[tuple[int, int]]:
    """Lists and tables that hold commands as code spans."""
    found = [(at, block) for at, block in part.placed if isinstance(block, List | Table)]
    return [(at, at + b.height) for at, b in found if sum(map(len, map(code_spans, b.lines))) >= _COMMANDS]


def _is_named(table: Table, spec: FieldSpec) -> bool:
    """Whether a column of a table is called like a field, or like one of its entries."""
    words = (*spec.keys, *spec.cues, *((spec.entries.noun,) if spec.entries else ()))
    return any(f" {word} " in spoken(cell.text) for cell in table.header for word in words)


def _is_free(part: Part, line: int, block: Block, spec: FieldSpec) -> bool:
    """Whether a block belongs to no other field or label, so that it can stand for this field."""
    above = [label for label in part.labels if label.span.line < line and label.marked]
    if above and not said(above[-1].value):
        return False  # the label introduces it
    owner = next((f for f in reversed(part.fields) if f.label.span.line <= line < f.end), None)
    if owner is None:
        return True
    order = [f.name for f in part.specs]
    labelled = {found.label.span.line - line for found in part.fields}
    outer = {item.line for item in block.items if not item.depth} if isinstance(block, List) else set()
    own = holds(block, owner.spec) or (bool(outer) and outer <= labelled)
    return not own and order.index(owner.spec.name) < order.index(spec.name)


def _lead(part: Part, index: int) -> int:
    """The first line of a block, or of the prose that stands right above and introduces it."""
    at = part.placed[index][0]
    if not index or not isinstance(part.placed[index - 1][1], Paragraph):
        return at
    start, block = part.placed[index - 1]
    labels = {label.span.line for label in part.labels}
    return at if labels & set(range(start, start + block.height)) else start


def _is_first(part: Part, spec: FieldSpec) -> bool:
    """Whether a field is the contract's first of its content: the one that an unlabelled block is for."""
    return next(f for f in part.specs if f.content == spec.content) == spec
