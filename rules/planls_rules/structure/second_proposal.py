"""STR018 second-proposal: a document that is to propose one thing proposes a choice."""

from collections.abc import Iterator

from planls.contract.part import Part
from planls.contract.reading import Reading
from planls.document.lines import Span
from planls.document.memory import remembered
from planls.rule import Finding, Reads, Related, rule


@rule("STR018", reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """A second title with sections of its own, or options to choose from; once."""
    noun = reading.contract.single
    places = [*_second_title(reading), *_options(reading)] if noun else []
    if places:
        span, text = places[0]
        related = tuple(Related(place, f"“{said}” offers another one") for place, said in places[1:])
        message = f"“{text}” offers more than one {noun}; propose exactly one"
        yield Finding(span, message, related=related)


def _second_title(reading: Reading) -> Iterator[tuple[Span, str]]:
    index = reading.outline.second_title
    if index < len(reading.document.sections):
        heading = reading.document.sections[index].heading
        if heading:
            yield heading.span.down(reading.line(index)), heading.text


def _options(reading: Reading) -> Iterator[tuple[Span, str]]:
    for line, part in reading.parts:
        yield from ((Span(line + at, start, line + at, end), text) for at, start, end, text in _in_part(part))


@remembered
def _in_part(part: Part) -> tuple[tuple[int, int, int, str], ...]:
    from planls.contract.proposals import alternatives

    return tuple(alternatives(part.lines))
