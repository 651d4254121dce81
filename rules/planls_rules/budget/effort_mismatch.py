"""BUD004 effort-mismatch: the steps do not add up to the effort that the document states."""

from collections.abc import Iterator

from planls.contract.budget import plural, span_said
from planls.contract.effort import stated, summed
from planls.contract.reading import Reading
from planls.rule import Finding, Reads, Related, rule

_SLACK = 30
"""Minutes; "about four hours" says no more than that."""
_SHARE = 0.1


@rule("BUD004", reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """On the statement, if that is within the contract's bounds; the steps are the related place."""
    said, total = stated(reading), summed(reading)
    if not said or not total:
        return
    effort, bounds = said
    if effort.least < bounds[0] or 0 < bounds[1] < effort.most:
        return
    slack = max(_SLACK, effort.most * _SHARE)
    if (total.whole and total.most < effort.least - slack) or total.least > effort.most + slack:
        added = span_said((total.least, total.most))
        limit = span_said((effort.least, effort.most))
        message = (
            f"The {plural(total.noun)} add up to {added}, not to the stated {limit}; correct one of the two"
        )
        yield Finding(effort.span, message, related=(Related(total.span, f"The {plural(total.noun)}"),))
