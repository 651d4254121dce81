"""STP001 oversized-step: a step takes longer than the contract allows, by its author's own estimate."""

from collections.abc import Iterator

from planls.contract.budget import hours_said
from planls.contract.durations import minutes
from planls.contract.estimates import estimates
from planls.contract.model import ItemSpec
from planls.contract.part import Part
from planls.rule import Finding, rule


@rule("STP001")
def check(part: Part) -> Iterator[Finding]:
    """The first estimate above the limit: in the heading, or under a label such as Time."""
    if not isinstance(part.spec, ItemSpec) or not part.spec.minutes or part.struck:
        return
    for span, text in estimates(part, part.spec):
        longest = minutes(text)
        if longest and longest > part.spec.minutes:
            said, limit = hours_said(longest), hours_said(part.spec.minutes)
            way = "split it into steps that can be verified one by one"
            message = f"“{part.title}” is estimated at {said}, more than {limit}; {way}"
            yield Finding(span, message)
        return
