"""STR003 duplicate-section: a section that the contract has once stands there again."""

from collections.abc import Iterator

from planls.contract.reading import Reading
from planls.rule import Finding, Reads, Related, rule


@rule("STR003", reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """Every further heading of a section; the first is the related place."""
    for again, first in reading.duplicates:
        heading, original = (reading.document.sections[n].heading for n in (again.index, first.index))
        if heading and original:
            line = reading.line(first.index) + original.span.line
            message = (
                f"Section “{again.spec.name}” stands at line {line + 1}, too; merge the two or rename one"
            )
            related = Related(original.span.down(reading.line(first.index)), "here, too")
            yield Finding(heading.span.down(reading.line(again.index)), message, related=(related,))
