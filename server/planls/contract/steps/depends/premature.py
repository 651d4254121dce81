"""How far steps have come, and which were begun before what they depend on."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from planls.contract.part import Part
from planls.contract.steps.depends.graph import Graph
from planls.contract.steps.numbered import Step
from planls.document.lines import Span
from planls.document.memory import remembered

_WAIVING = (
    r"(?:optional|stretch|deferred|postponed|skipped|won['’]t|n/a|not applicable|not needed|later|moved"
    r"|dropped|obsolete|cancell?ed|nice[- ]to[- ]have|out of scope)\b"
)
_WAIVED = rf"\W*~~|.*[(\[]\s?{_WAIVING}|\W*{_WAIVING}\W{{0,3}}[:–—-]|.*\s[–—-]{{1,2}}\s{_WAIVING}"
"""What an open box says that nobody waits for: struck out, ``(optional)``, ``Deferred: ...``."""


@dataclass(frozen=True, eq=False)
class Premature:
    """A step with ticked boxes, the first of them in the document, and open steps that it depends on.

    ``done``: all its boxes are ticked. ``waits`` are the first of the open steps, one after the other.
    """

    step: Step
    span: Span
    done: bool
    waits: tuple[Step, ...]


def premature(graph: Graph, most: int) -> Iterator[Premature]:
    """The steps that were begun too early, each with up to ``most`` of those that it should have waited for.

    What depends on itself or on later steps is another fault.
    """
    begun = [edge for edge in graph.web.earlier if _is_begun(graph.step(edge).part)]
    steps = [graph.items[at] for at in graph.web.order] if begun else []
    opened = [at for at, step in enumerate(steps) if _boxes(step.part)[1]]
    waits: dict[Step, dict[Step, None]] = {}
    for edge in begun:
        start = bisect_left(opened, edge.first)
        ahead = (steps[at] for at in opened[start : start + most] if at < edge.end)
        waits.setdefault(graph.step(edge), {}).update(dict.fromkeys(ahead))
    for step, found in waits.items():
        if found:
            ticked, unticked = _boxes(step.part)
            yield Premature(step, ticked[0].down(step.line), not unticked, tuple(found)[:most])


def open_boxes(step: Step) -> tuple[Span, ...]:
    """The unticked boxes of a step in the document, those that nobody waits for aside."""
    return tuple(span.down(step.line) for span in _boxes(step.part)[1])


def _is_begun(part: Part) -> bool:
    return bool(part.progress[0] and _boxes(part)[0])


@remembered
def _boxes(part: Part) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The ticked boxes of a part, and the open ones, with their text."""
    boxes = [(item, item.span.down(at)) for at, item in part.checkboxes]
    ticked = (span for item, span in boxes if item.checked and not item.label.startswith("~~"))
    unticked = (
        span for item, span in boxes if not item.checked and not re.match(_WAIVED, item.label, re.IGNORECASE)
    )
    return tuple(ticked), tuple(unticked)
