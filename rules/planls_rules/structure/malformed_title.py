"""STR006 malformed-title: the title does not read as the template's."""

from collections.abc import Iterator

from planls.contract.insert import title_insertion
from planls.contract.patterns import PLACEHOLDER, HeadingPattern
from planls.contract.reading import Reading
from planls.document.blocks import FrontMatter
from planls.document.lines import Span
from planls.rule import Edit, Finding, Fix, Reads, Severity, rule


@rule("STR006", Severity.INFORMATION, reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """A title in other words, with other punctuation, or none at all."""
    pattern = reading.contract.title
    if reading.contract.any_title:
        return
    heading = None if reading.title is None else reading.document.sections[reading.title].heading
    if heading is None or reading.title is None:
        yield _absent(reading)
    elif not pattern.match(heading.text):
        span = heading.span.down(reading.line(reading.title))
        right = _rewritten(pattern, heading.text)
        fix = Fix(f"Rename to “{right}”", (Edit(span, right),)) if right else None
        yield Finding(span, f"Title “{heading.text}” is malformed; write “{right or pattern.text}”", fix)


def _absent(reading: Reading) -> Finding:
    """No title: the template's goes to the top, below front matter."""
    first = reading.document.sections[0].placed if reading.document.sections else ()
    line = first[0][1].height if first and isinstance(first[0][1], FrontMatter) else 0
    fix = Fix("Insert the title", (Edit(*title_insertion(reading, line)),))
    message = f"The title is missing; write “{reading.contract.title.text}”"
    return Finding(Span(line, 0, line, 0), message, fix)


def _rewritten(pattern: HeadingPattern, said: str) -> str:
    """The title as the pattern has it, its holes filled as the author did; empty if that is not clear."""
    match = pattern.match_loosely(said)
    if not match or len(match.string) != len(said):
        return ""
    holes = iter(said[start:end] for start, end in map(match.span, range(1, (match.re.groups or 0) + 1)))
    return PLACEHOLDER.sub(lambda _: next(holes), pattern.text)
