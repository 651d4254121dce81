"""BUD004 effort-mismatch: the steps do not add up to the effort that the document states."""

from collections.abc import Iterator

from planls.contract.budget import hours_said
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
        added = _range(total.least, total.most)
        limit = _range(effort.least, effort.most)
        message = f"The {total.noun}s add up to {added}, not to the stated {limit}; correct one of the two"
        yield Finding(effort.span, message, related=(Related(total.span, f"The {total.noun}s"),))


def _range(least: float, most: float) -> str:
    return hours_said(most) if least == most else f"{hours_said(least)} to {hours_said(most)}"
