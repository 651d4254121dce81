"""STR013 missing-lead-field: what the template has below its title is said nowhere in the document."""

from collections.abc import Iterator

from planls.contract.insert import lead_insertion
from planls.contract.lead import unsaid
from planls.contract.reading import Reading
from planls.document.lines import Span
from planls.rule import SEVERITIES, Edit, Finding, Fix, Reads, rule


@rule("STR013", reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """Every field of the lead that is not there, on the title."""
    for spec in unsaid(reading):
        fix = Fix(f"Insert {spec.name}", (Edit(*lead_insertion(reading, spec)),))
        message = f"The document does not state its {spec.name}; add `**{spec.name}**:` below the title"
        yield Finding(_title(reading), message, fix, severity=SEVERITIES.get(spec.severity))


def _title(reading: Reading) -> Span:
    heading = None if reading.title is None else reading.document.sections[reading.title].heading
    if heading is None or reading.title is None:
        return Span(0, 0, 0, 0)
    return heading.span.down(reading.line(reading.title))
