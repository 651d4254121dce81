"""Whether an item may be split at all: a cheap look, for that is asked at every keystroke."""

from collections.abc import Mapping
from itertools import pairwise

from planls.contract.reading import Reading
from planls.contract.steps.contents import outermost
from planls.contract.steps.numbered import Step, numbered
from planls.document.blocks import Heading


def moved(reading: Reading, step: Step) -> int | None:
    """How many items move on by one where an item is split in two; None if it cannot be split.

    It has two tasks at least, a heading of its own and no open fence, and the numbers rise.
    """
    part = step.part
    whole = isinstance(part.placed[0][1], Heading) and not any(one.broken for one in part.sections)
    if not whole or reading.fences or len(outermost(part)) < 2:  # noqa: PLR2004  # a half has one at least
        return None
    steps = next((steps for _, steps in numbered(reading) if step in steps), ())
    found = second_number(steps, step)
    return len(found[1]) if found else None


def second_number(steps: tuple[Step, ...], step: Step) -> tuple[str, Mapping[str, str]] | None:
    """The second half's number, and new ones for the items behind; None where there are none to be had."""
    keyed = [(one.number, one.key) for one in steps if one.key and not one.key[2]]
    if len(keyed) < len(steps) or any(one >= other for (_, one), (_, other) in pairwise(keyed)):
        return None
    own = next(key for number, key in keyed if number == step.number)
    behind = [(number, key[0], key[1]) for number, key in keyed if key > own]
    if not own[1]:
        return f"{own[0] + 1}", {number: f"{digits + 1}{letter}" for number, digits, letter in behind}
    behind = [one for one in behind if one[1] == own[0]]
    if "z" in (own[1], *(letter for _, _, letter in behind)):
        return None
    return f"{own[0]}{_next(own[1])}", {
        number: f"{digits}{_next(letter)}" for number, digits, letter in behind
    }


def _next(letter: str) -> str:
    return chr(ord(letter) + 1)
