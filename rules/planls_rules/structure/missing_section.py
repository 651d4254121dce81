"""STR001 missing-section: a section that the contract asks for is not there."""

from collections.abc import Iterator
from functools import partial

from planls.contract.insert import section_insertion
from planls.contract.model import SectionSpec
from planls.contract.reading import Reading
from planls.document.lines import Span
from planls.rule import Edit, Finding, Fix, Reads, rule


@rule("STR001", reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """Every missing section, on the heading that it should follow."""
    for spec in reading.missing:
        place, after = _place(reading, spec)
        where = f"after “{after}”" if after else "at the top"
        message = (
            f"Section “{spec.name}” is missing; add `{reading.form.write(reading.contract, spec)}` {where}"
        )
        edits = partial(_edits, reading, spec)
        yield Finding(place, message, Fix(f"Insert section “{spec.name}”", edits))


def _edits(reading: Reading, spec: SectionSpec) -> tuple[Edit, ...]:
    return (Edit(*section_insertion(reading, spec)),)


def _place(reading: Reading, spec: SectionSpec) -> tuple[Span, str]:
    """The heading that a missing section should follow, else the title, else the document's beginning."""
    before, _ = reading.neighbours(spec.name)
    if before and not before[-1].spec.headed and before[-1].spec.item:
        line, part = list(reading.placed(before[-1].spec.item))[-1]
        return part.heading.down(line), part.title
    index = before[-1].index if before else reading.title
    heading = None if index is None else reading.document.sections[index].heading
    if heading is None or index is None:
        return Span(0, 0, 0, 0), ""
    return heading.span.down(reading.line(index)), heading.text
