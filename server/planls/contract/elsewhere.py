"""Fields of a section that stand below another label, or in another shape than the template's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from planls.contract.codes import codes_in
from planls.contract.demands import EntriesSpec
from planls.contract.entries import entries_in
from planls.contract.fields import Unlabelled
from planls.contract.model import FieldSpec
from planls.contract.templatefields import content_of
from planls.document.blocks import List, Table
from planls.document.inline import code_spans
from planls.document.words import has_any, is_near, spoken

if TYPE_CHECKING:
    from planls.contract.part import Part

_COMMANDS = 2
"""Code spans that make a list of commands."""

_Place = tuple[int, int]
"""A stretch of a part: its first line and the one behind its last."""


def elsewhere(part: Part, absent: Iterable[FieldSpec]) -> Iterator[Unlabelled]:
    """The absent fields that are code or a list below any other label, code spans, or a table.

    No stretch counts for two fields, none for one whose own label is there and misspelled.
    """
    taken: set[int] = set()
    for spec in absent:
        if any(label.marked and is_near(label.key, spec.keys) for label in part.labels):
            continue
        place = next((place for place in _free(part, spec) if place[0] not in taken), None)
        if place:
            taken.add(place[0])
            yield Unlabelled(spec, *place)


def _free(part: Part, spec: FieldSpec) -> Iterator[_Place]:
    """The places that may be a field's, and are in no other field of such content."""
    found = [f for f in part.fields if f.spec.content in (spec.content, "table")]
    places = _places(part, spec)
    if not places and spec.content == "code" and not spec.form:
        found, places = list(part.fields), _spans(part)
    labels = {f.label.span.line for f in part.fields}
    for at, end in places:
        owned = any(f.label.span.line < at < f.end for f in found)
        if not owned and labels.isdisjoint(range(at, end)):
            yield at, end


def _places(part: Part, spec: FieldSpec) -> list[_Place]:
    if spec.content == "code":
        return [(code.opening, code.line + len(code.lines) + 1) for code in codes_in(part)]
    if spec.entries and spec.entries.answer and (asked := _questions(part, spec.entries)):
        return asked
    return _lists(part, spec) if spec.content == "list" else []


def _questions(part: Part, spec: EntriesSpec) -> list[_Place]:
    """Where a part asks as many questions as it should."""
    entries = entries_in(part, part.first_body_line, part.end, spec)
    found = [entry for entry in entries if "?" in " ".join(entry.lines[:2])]
    return [(found[0].first, found[-1].end)] if found and len(found) >= spec.count[0] else []


def _lists(part: Part, spec: FieldSpec) -> list[_Place]:
    """Tables that are called like a field; for the only one that lacks its list, any list or table."""
    only = sum(other.content == "list" for other in part.absent) == 1
    blocks = [
        (at, block)
        for at, block in part.placed
        if (only and content_of(block) in ("list", "table"))
        or (isinstance(block, Table) and _is_named(block, spec))
    ]
    if spec.told == "tree":
        blocks = [(at, block) for at, block in blocks if any(map(code_spans, block.lines))]
    return [(at, at + block.height) for at, block in blocks]


def _spans(part: Part) -> list[_Place]:
    """Lists and tables that hold commands as code spans."""
    found = [(at, block) for at, block in part.placed if isinstance(block, List | Table)]
    return [(at, at + b.height) for at, b in found if sum(map(len, map(code_spans, b.lines))) >= _COMMANDS]


def _is_named(table: Table, spec: FieldSpec) -> bool:
    """Whether a column of a table is called like a field, or like one of its entries."""
    words = (*spec.keys, *spec.cues, *((spec.entries.noun,) if spec.entries else ()))
    return any(has_any(spoken(cell.text), words) for cell in table.header)
