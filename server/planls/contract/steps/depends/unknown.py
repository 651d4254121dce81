"""Numbers that steps say they depend on, and that no step has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from planls.contract.part import Part
from planls.contract.reading import Reading
from planls.contract.steps.depends.dependencies import Dependency, dependencies
from planls.contract.steps.depends.graph import Graph
from planls.contract.steps.numbered import Key, Step, key_of
from planls.document.lines import Span

if TYPE_CHECKING:
    from planls.contract.steps.elsewhere import Numbers

_ISSUE = 100
"""From here on ``#123`` is the number of an issue."""

_CONTINUED = 2
"""A plan whose first step has a greater number goes on with another plan's steps."""


@dataclass(frozen=True, eq=False)
class Unknown:
    """A number that a step says it depends on: where, the step, and the tombstone that has it, if any.

    ``near``: of the steps that come before it, the one with the nearest number. ``alone``: its field names no
    other step.
    """

    span: Span
    step: Step
    number: str
    gone: Step | None
    near: Step | None
    alone: bool


def unknown(reading: Reading, graph: Graph) -> Iterator[Unknown]:
    """The numbers that are nobody's. Of a range both ends are looked at, and a tombstone in it is fine."""
    known = _Known(reading, graph)
    for edge, said in graph.web.doubtful:
        step, number = graph.step(edge), key_of(said.number)
        if number and not known.has(number, said) and not (edge.said.last and known.gone(number)):
            span = said.span.down(step.line)
            alone = said.last is None and len(dependencies(step.part)) == 1
            yield Unknown(span, step, said.number, known.gone(number), known.near(number, step), alone)


class _Known:
    """The numbers that are there in some way; what costs more to know is looked up when it is asked for."""

    def __init__(self, reading: Reading, graph: Graph) -> None:
        self._reading, self._graph, self._web = reading, graph, graph.web

    def has(self, number: Key, said: Dependency) -> bool:
        """Whether a number is some step's, or may reasonably be."""
        return bool(
            number in self._web.numbers
            or (said.hashed and number[0] >= _ISSUE)
            or self._is_below(number, said.number)
            or self._is_further(number)
            or (not self.gone(number) and self._elsewhere.has_any(number[0], number[0]))
        )

    def gone(self, number: Key) -> Step | None:
        """The tombstone that has a number."""
        at = self._web.struck.get(number)
        return None if at is None else self._graph.items[at]

    def near(self, number: Key, step: Step) -> Step | None:
        """The step before one that has the nearest number; None if that is the first."""
        live = (self._graph.items[at] for at in self._graph.web.order)
        before = (other for other in live if other.line < step.line)
        return min(before, key=lambda other: abs((other.key or number)[0] - number[0]), default=None)

    def _is_below(self, number: Key, said: str) -> bool:
        """Whether it is a number within a step: ``Step 2.1``, or 4b where step 4 speaks of 4b."""
        above = self._web.live.get((number[0], "", ()))
        if above is None or number[1:] == ("", ()):
            return False
        return bool(number[2]) or _speaks_of(self._graph.items[above].part, said)

    def _is_further(self, number: Key) -> bool:
        """Whether it may be a step that ``...`` stands for, or one of the plan that this one continues."""
        first = min(self._web.numbers, default=(0, "", ()))[0]
        return any(step.part.elided for step in self._graph.items) or number[0] < first > _CONTINUED

    @cached_property
    def _elsewhere(self) -> Numbers:
        from planls.contract.steps.elsewhere import numbers_elsewhere

        return numbers_elsewhere(self._reading, self._graph.spec)


def _speaks_of(part: Part, number: str) -> bool:
    pattern = re.compile(rf"(?<![\w.]){re.escape(number)}(?!\w)", re.IGNORECASE)
    return any(number[:1] in line and pattern.search(line) for line in part.lines)
