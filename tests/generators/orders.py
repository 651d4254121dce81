"""Complete documents whose sections stand in another order."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from tests.generators.model import Line, Made, Role


def reordered(made: Made, order: Sequence[int]) -> Made:
    """The contract's sections in another order; the gaps and what else there is stay where they are."""
    slots = [_slot(made, spec.name) for spec in made.kind.contract.sections]
    bodies = [made.lines[slots[n].start : slots[n].stop] for n in order]
    between: list[tuple[Line, ...]] = []
    at = 0
    for slot, body in zip(slots, bodies, strict=True):
        between += [made.lines[at : slot.start], body]
        at = slot.stop
    return replace(made, lines=(*chain.from_iterable(between), *made.lines[at:]))


def _slot(made: Made, name: str) -> range:
    """The lines of a section without the gap behind it."""
    mine = [n for n, line in enumerate(made.lines) if line.owner[:1] == (name,)]
    last = max(n for n in mine if made.lines[n].role is not Role.GAP)
    return range(mine[0], last + 1)
