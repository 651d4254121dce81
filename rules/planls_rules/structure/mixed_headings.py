"""STR014 mixed-headings: the section headings are written in more than one form."""

from collections.abc import Iterator

from planls.contract.headings import forms_of
from planls.contract.reading import Reading
from planls.rule import Finding, Reads, Related, Severity, rule


@rule("STR014", Severity.INFORMATION, reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """Once, on the first heading that is not written as most are; the others are related places."""
    if not any(spec.number for spec in reading.contract.sections):
        return  # where the template numbers nothing, a number is the author's own affair
    both = [(found, reading.document.sections[found.index].heading) for found in reading.found]
    headings = [(found, heading) for found, heading in both if heading and found.spec.headed]
    forms = forms_of([heading for _, heading in headings])
    odd = [
        (heading.span.down(reading.line(found.index)), found.spec, heading)
        for (found, heading), form in zip(headings, forms, strict=True)
        if form != reading.form
    ]
    if not odd:
        return
    span, spec, heading = odd[0]
    right = reading.form.write(reading.contract, spec)
    related = tuple(
        Related(place, f"“{other.text}” is written in another way, too") for place, _, other in odd[1:]
    )
    message = f"Heading “{heading.text}” is not written as most of the section headings are; write `{right}`"
    yield Finding(span, message, related=related)
