"""STR002 section-out-of-order: a section stands before or behind where the contract has it."""

from collections.abc import Iterator

from planls.contract.move import section_move
from planls.contract.outline import Found
from planls.contract.reading import Reading
from planls.rule import Edit, Finding, Fix, Reads, rule


@rule("STR002", reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """The fewest sections that must move for the rest to be in order."""
    for found in reading.found:
        heading = reading.document.sections[found.index].heading
        if found.displaced and heading:
            where = _where(reading, found)
            message = f"Section “{found.spec.name}” is out of order; move it {where}"
            edits = tuple(Edit(span, text) for span, text in section_move(reading, found))
            fix = Fix(f"Move “{found.spec.name}” {where}", edits) if edits else None
            yield Finding(heading.span.down(reading.line(found.index)), message, fix)


def _where(reading: Reading, found: Found) -> str:
    """Behind or before which section of those that are there it belongs."""
    here = sorted((f.spec.name for f in reading.found), key=reading.contract.order.__getitem__)
    at = here.index(found.spec.name)
    return f"after “{here[at - 1]}”" if at else f"before “{here[1]}”"
