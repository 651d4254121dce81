"""FRM004 incomplete-endpoint: an endpoint without what it takes or gives."""

from collections.abc import Iterator

from planls.contract.model import SectionSpec
from planls.contract.part import Part
from planls.rule import Finding, rule


@rule("FRM004")
def check(part: Part) -> Iterator[Finding]:
    """Every endpoint of which the section tells no response or, where it sends a body, no request."""
    if not isinstance(part.spec, SectionSpec) or not part.spec.parses:
        return
    if not any("/" in line for line in part.lines):
        return
    from planls.contract.calls import incomplete

    for span, name, lacks in incomplete(part):
        yield Finding(span, f"Endpoint `{name}` has no {lacks}; show it as JSON")
