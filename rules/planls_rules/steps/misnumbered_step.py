"""STP007 misnumbered-step: a number is there twice, is missing, or is out of order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import TYPE_CHECKING

from planls.contract.budget import plural
from planls.contract.model import ItemSpec
from planls.contract.reading import Reading
from planls.contract.steps.numbered import is_straight, numbered
from planls.document.lines import Span
from planls.rule import Edit, Finding, Fix, Reads, Related, rule

if TYPE_CHECKING:
    from planls.contract.steps.numbering import Misnumbered, Numbering


@rule("STP007", reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """The first fault in the numbers of each kind of item; the others are further places."""
    if all(is_straight(steps) for _, steps in numbered(reading)):
        return
    from planls.contract.steps.numbering import numberings

    for numbering in numberings(reading):
        for fault in numbering.faults[:1]:
            places = [_first(fault), *((f.step.span, _said(f, numbering.spec)) for f in numbering.faults[1:])]
            related = tuple(Related(*place) for place in places if place)
            message = f"{_said(fault, numbering.spec)}; {_way(fault)}"
            yield Finding(fault.step.span, message, _fix(reading, numbering), related)


def _first(fault: Misnumbered) -> tuple[Span, str] | None:
    """The place of the item that a misnumbered one is held against."""
    other = fault.same or fault.after
    return (other.span, f"“{other.part.title}” is here") if other else None


def _said(fault: Misnumbered, spec: ItemSpec) -> str:
    title = fault.step.part.title
    if fault.same and fault.same.part.title == title:
        return f"“{title}” is there twice"
    if fault.same:
        return f"“{title}” has the number of “{fault.same.part.title}”"
    if fault.after:
        return f"“{title}” comes after “{fault.after.part.title}”"
    first, last = fault.missing or (0, 0)
    word = spec.pattern.word or "Number"
    numbers = f"{word} {first} is" if first == last else f"{plural(word)} {first} to {last} are"
    return f"{numbers} missing before “{title}”"


def _way(fault: Misnumbered) -> str:
    if fault.missing:
        return "write what belongs there, or number the rest without a gap"
    if fault.same and fault.same.part.title == fault.step.part.title:
        return "delete one of the two, or number them one by one"
    return "number them one by one" if fault.same else "number them in their order"


def _fix(reading: Reading, numbering: Numbering) -> Fix | None:
    """Number all from there on; not where a text names a number that is nobody's and would be somebody's."""
    if not numbering.plain:
        return None
    from planls.contract.steps.numbering import risen
    from planls.contract.steps.references import references

    new = risen(numbering)
    known = {step.number: new.get(step, step.number) for step in reversed(numbering.steps)}
    said = {one.number for one in references(reading) if one.spec is numbering.spec}
    if said.difference(known) & set(new.values()):
        return None
    headings = {step.span.line: new.get(step, step.number) for step in numbering.steps}
    edits = partial(_edits, reading, numbering.spec, known, headings)
    return Fix("Number all from here on one by one", edits, safe=False)


def _edits(
    reading: Reading, spec: ItemSpec, numbers: Mapping[str, str], headings: Mapping[int, str]
) -> tuple[Edit, ...]:
    from planls.contract.steps.renumber import renumbered

    return tuple(Edit(*edit) for edit in renumbered(reading, spec, numbers, headings))
