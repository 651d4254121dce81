"""STR005 misspelled-heading: a heading is nearly one of the contract's."""

from collections.abc import Iterator

from planls.contract.reading import Reading
from planls.document.blocks import Heading
from planls.document.lines import Span, body
from planls.document.words import core
from planls.rule import Edit, Finding, Fix, Reads, rule


@rule("STR005", reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """Section headings, and item headings, that are a few letters or a space off."""
    for found in reading.found:
        heading = reading.document.sections[found.index].heading
        if found.misspelled and heading:
            span = heading.span.down(reading.line(found.index))
            plain = not set("[]<>`") & set(heading.text)
            edit = Edit(_words(heading, span), found.spec.name) if plain else None
            yield _finding(heading.text, found.spec.name, span, edit)
    for line, part in reading.parts:
        if part.respelled:
            span = part.heading.down(line)
            yield _finding(part.title, part.respelled, span, Edit(span, part.respelled))
    for at, column, text in reading.unspaced:
        span = Span(at, 0, at, len(body(reading.document.line(at)).rstrip()))
        fix = Fix("Insert the space", (Edit(Span(at, column, at, column), " "),))
        yield Finding(span, f"“{text}” is no heading without a space behind `#`; insert it", fix)


def _words(heading: Heading, span: Span) -> Span:
    """Where the words stand that are to be replaced; a setext heading may have several lines."""
    start, end = core(heading.text)
    return span if heading.setext else Span(span.line, span.column + start, span.line, span.column + end)


def _finding(said: str, right: str, span: Span, edit: Edit | None) -> Finding:
    message = f"Heading “{said}” is close to “{right}”; rename it"
    return Finding(span, message, Fix(f"Rename to “{right}”", (edit,)) if edit else None)
