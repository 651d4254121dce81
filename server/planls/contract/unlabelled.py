"""Fields that are there without a label: a block of their content where they belong."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from planls.contract.elsewhere import elsewhere
from planls.contract.entries import entries_in
from planls.contract.fields import Unlabelled, holds, said
from planls.contract.model import FieldSpec, SectionSpec
from planls.document.blocks import Block, List, Paragraph

if TYPE_CHECKING:
    from planls.contract.part import Part


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
    if isinstance(part.spec, SectionSpec):
        yield from elsewhere(part, absent)


def _is_free(part: Part, line: int, block: Block, spec: FieldSpec) -> bool:
    """Whether a block belongs to no other field or label, so that it can stand for this field."""
    above = bisect_left(part.marked, line, key=lambda label: label.span.line)
    if above and not said(part.marked[above - 1].value):
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
