"""STR005 misspelled-heading: a heading is nearly one of the contract's."""

from collections.abc import Iterator

from planls.contract.reading import Reading
from planls.document.lines import Span
from planls.rule import Edit, Finding, Fix, Reads, rule


@rule("STR005", reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """Section headings, and item headings, that are a few letters off."""
    for found in reading.found:
        heading = reading.document.sections[found.index].heading
        if found.misspelled and heading:
            yield _finding(heading.text, found.spec.name, heading.span.down(reading.line(found.index)))
    for line, part in reading.parts:
        if part.respelled:
            yield _finding(part.title, part.respelled, part.heading.down(line))


def _finding(said: str, right: str, span: Span) -> Finding:
    message = f"Heading “{said}” is close to “{right}”; rename it"
    return Finding(span, message, Fix(f"Rename to “{right}”", (Edit(span, right),)))
