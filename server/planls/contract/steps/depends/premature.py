"""How far steps have come, and which were done before what they depend on."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planls.contract.model import ItemSpec
from planls.contract.part import Part
from planls.contract.steps.depends.graph import Graph
from planls.contract.steps.depends.web import Web
from planls.contract.steps.numbered import Step, number_of
from planls.document.lines import Span
from planls.document.memory import latest

MOST = 4
"""Steps and boxes that are waited for and looked at: one more than is told."""

_WAIVING = (
    r"(?:optional|stretch|deferred|postponed|skipped|won['’]t|n/a|not applicable|not needed|later|moved"
    r"|dropped|obsolete|cancell?ed|nice[- ]to[- ]have|out of scope)\b"
)
_WAIVED = rf"\W*~~|.*[(\[]\s?{_WAIVING}|\W*{_WAIVING}\W{{0,3}}[:–—-]|.*\s[–—-]{{1,2}}\s{_WAIVING}"
"""What an open box says that nobody waits for: struck out, ``(optional)``, ``Deferred: ...``."""


class Stand(NamedTuple):
    """How far a step is, with the document's places: its first ticked box, if it is done, and open ones.

    A step that is half done may have begun with what depends on nothing. ``opened`` are those that somebody
    may wait for; ``shown`` the first of them.
    """

    name: str
    done: Span | None
    opened: bool
    shown: tuple[Span, ...]


class Premature(NamedTuple):
    """A step, its first ticked box, and the first of the open steps that it depends on."""

    step: Stand
    span: Span
    waits: tuple[Stand, ...]


def stands(graph: Graph) -> tuple[Stand, ...]:
    """How far the steps are; most edits leave all of that as it is."""
    spec = graph.spec
    return tuple([_stand(step.part, step.line, spec) for step in graph.items])


def premature(web: Web, steps: Sequence[Stand]) -> Iterator[tuple[int, Premature]]:
    """The steps, by their place, that were done too early; with a few that each should have waited for.

    What depends on itself or on later steps is another fault.
    """
    done = [edge for edge in web.earlier if steps[edge.item].done]
    ordered = [steps[at] for at in web.order] if done else []
    opened = [at for at, step in enumerate(ordered) if step.opened]
    waits: dict[int, dict[int, None]] = {}
    for edge in done:
        start = bisect_left(opened, edge.first)
        ahead = (at for at in opened[start : start + MOST] if at < edge.end)
        waits.setdefault(edge.item, {}).update(dict.fromkeys(ahead))
    for item, found in waits.items():
        if found and (span := steps[item].done):
            yield item, Premature(steps[item], span, tuple(ordered[at] for at in found)[:MOST])


@latest
def _stand(part: Part, line: int, spec: ItemSpec) -> Stand:
    said = number_of(part)
    name = Step(line, part, *said).name(spec) if said else part.title
    boxes = [(item, item.span.down(line + at)) for at, item in part.checkboxes]
    ticked = [span for item, span in boxes if item.checked and not item.label.startswith("~~")]
    opened = [
        span for item, span in boxes if not item.checked and not re.match(_WAIVED, item.label, re.IGNORECASE)
    ]
    done = ticked[0] if ticked and not opened else None
    return Stand(name, done, bool(opened), tuple(opened[:MOST]))
