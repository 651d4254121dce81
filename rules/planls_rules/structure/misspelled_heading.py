"""STR005 misspelled-heading: a heading is nearly one of the contract's."""

from collections.abc import Iterator

from planls.contract.reading import Reading
from planls.document.lines import Span
from planls.document.words import core
from planls.rule import Edit, Finding, Fix, Reads, rule


@rule("STR005", reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """Section headings, and item headings, that are a few letters off."""
    for found in reading.found:
        heading = reading.document.sections[found.index].heading
        if found.misspelled and heading:
            name = heading.span.down(reading.line(found.index))
            start, end = core(heading.text)
            place = Span(name.line, name.column + start, name.line, name.column + end)
            place = name if heading.setext else place  # a setext heading may have several lines
            yield _finding(heading.text, found.spec.name, name, Edit(place, found.spec.name))
    for line, part in reading.parts:
        if part.respelled:
            place = part.heading.down(line)
            yield _finding(part.title, part.respelled, place, Edit(place, part.respelled))


def _finding(said: str, right: str, span: Span, edit: Edit) -> Finding:
    message = f"Heading “{said}” is close to “{right}”; rename it"
    return Finding(span, message, Fix(f"Rename to “{right}”", (edit,)))
