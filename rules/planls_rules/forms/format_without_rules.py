"""FRM005 format-without-rules: a format is shown and nothing says what makes it valid."""

from collections.abc import Iterator

from planls.contract.codes import codes_in
from planls.contract.model import SectionSpec
from planls.contract.part import Part
from planls.rule import Finding, Severity, rule


@rule("FRM005", Severity.INFORMATION)
def check(part: Part) -> Iterator[Finding]:
    """A section whose only contract is data, without a word on its validity; on its first block."""
    if not isinstance(part.spec, SectionSpec) or not part.spec.parses:
        return
    if not (part.table or codes_in(part)):
        return
    from planls.contract.formats import unruled_formats

    for line in unruled_formats(part):
        message = "This format has no validation rules; say what is required, of which type, in which range"
        yield Finding(part.block_span(line), message)
