"""BUD003 outside-time-box: the work takes less or more time than the contract allows."""

from collections.abc import Iterator

from planls.contract.budget import plural, span_said
from planls.contract.demands import Bounds
from planls.contract.effort import Effort, stated, summed
from planls.contract.reading import Reading
from planls.rule import Finding, Reads, rule


@rule("BUD003", reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """What the document states, else what its steps add up to."""
    said = stated(reading)
    if said:
        effort, bounds = said
        if not _keeps(effort, bounds):
            figure = span_said((effort.least, effort.most))
            yield Finding(effort.span, f"The stated effort is {figure}, {_way(effort, bounds)}")
        return
    lead = reading.contract.lead
    limits = next((f.limits.minutes for f in (lead.fields if lead else ()) if any(f.limits.minutes)), None)
    total = summed(reading)
    if limits and total and total.whole and not _keeps(total, limits):
        figure = span_said((total.least, total.most))
        yield Finding(total.span, f"The {plural(total.noun)} add up to {figure}, {_way(total, limits)}")


def _keeps(effort: Effort, bounds: Bounds) -> bool:
    return effort.least >= bounds[0] and (not bounds[1] or effort.most <= bounds[1])


def _way(effort: Effort, bounds: Bounds) -> str:
    much = bool(bounds[1]) and effort.most > bounds[1]
    cut = "cut the work down to that" if much else "there is room for more"
    return f"not {span_said(bounds)}; {cut}"
