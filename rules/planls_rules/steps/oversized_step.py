"""STP001 oversized-step: a step takes longer than the contract allows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from planls.contract.budget import hours_said
from planls.contract.model import ItemSpec
from planls.contract.reading import Reading
from planls.rule import Edit, Finding, Fix, Reads, Related, rule

if TYPE_CHECKING:
    from planls.contract.steps.numbered import Step
    from planls.contract.steps.size import Estimate

_SHARES = 3
"""Of what makes a step large, as many are named."""
_LEAST = 0.05
"""Of all the minutes; what takes less makes no step large."""
_EDITS = 1000
"""A fix has an edit for each reference to what follows; of many, only the first steps get one."""


@rule("STP001", reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """The steps above the limit: a little by their author's estimate, by half of it by what they hold."""
    from planls.contract.steps.size import sizes

    left = _EDITS
    for step, size in sizes(reading):
        spec = step.part.spec
        if size and isinstance(spec, ItemSpec) and size.exceeds(spec.minutes) and not _is_done(step):
            fix, cost = _split(reading, step) if left > 0 else (None, 0)
            left -= cost
            yield _finding(step, size, hours_said(spec.minutes), fix)


def _is_done(step: Step) -> bool:
    """Whether all its tasks are ticked."""
    ticked, boxes = step.part.progress
    return 0 < boxes == ticked


def _split(reading: Reading, step: Step) -> tuple[Fix | None, int]:
    """The fix, if there may be one, and about how many edits it has."""
    from planls.contract.steps.splitting.cheap import moved

    behind = moved(reading, step)
    if behind is None:
        return None, 0
    title = f"Split “{step.part.title}” in two"
    return Fix(title, partial(_edits, reading, step), safe=False), behind + 1


def _edits(reading: Reading, step: Step) -> tuple[Edit, ...]:
    from planls.contract.steps.splitting.split import split

    return tuple(Edit(span, text) for span, text in split(reading, step))


def _finding(step: Step, size: Estimate, limit: str, fix: Fix | None) -> Finding:
    from planls.contract.steps.size import told

    place, said = step.part.heading.down(step.line), hours_said(size.rounded)
    if not size.stated:
        shares = (told(s) for s in size.shares[:_SHARES] if s.minutes >= _LEAST * size.minutes)
        large = ": ".join(filter(None, (limit, ", ".join(shares))))
        message = f"“{step.part.title}” looks like {said} of work, more than {large}; split it"
        return Finding(place, message, fix)
    way = "split it into steps that can be verified one by one"
    message = f"“{step.part.title}” is estimated at {said}, more than {limit}; {way}"
    if size.span and step.line <= size.span.line < step.line + step.part.height:
        return Finding(size.span, message, fix)
    related = (Related(size.span, "The estimate"),) if size.span else ()
    return Finding(place, message, fix, related)
