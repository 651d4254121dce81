"""Whether the numbers of items rise one by one, and the numbers that they should have."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, count, pairwise

from planls.contract.model import ItemSpec
from planls.contract.part import Part
from planls.contract.reading import Reading
from planls.contract.steps.numbered import Key, Step, is_straight, numbered
from planls.document.blocks import Blank, Break, Paragraph
from planls.document.lines import body

_SECOND = 2
"""A first item with this number lacks one before it; one with a greater number goes on with other items."""

_LEAST: Key = (-1, "", ())
_GREATEST: Key = (10**9, "", ())

_AGAIN = (
    r"\b(?:continued|cont[.'’]|alternative|alt|variant|(?:part|option)\s+\w{1,2})\b"
    r"|^[^\d(]{0,20}\d+[a-z]?\s*\([^\d()]*\)"
)
"""What an item says that shares its number with the one before it: ``Step 2 (Linux): Install``."""
_PHASE = re.compile(r"\s*(?:\*\*|__)[^*_]*[^*_:：]\s*(?:\*\*|__)\s*")
"""A bold line that heads what follows, up to the next one."""
_CHOSEN = 5
"""So many missing numbers before 20 or 99 are left out on purpose: phases by tens, a clean-up at the end."""


@dataclass(frozen=True, eq=False)
class Misnumbered:
    """An item whose number is not the next one.

    ``same`` has had the number before, ``after`` has a greater one, ``missing`` are the first and the last of
    the numbers that nobody has before it; one of the three.
    """

    step: Step
    same: Step | None = None
    after: Step | None = None
    missing: tuple[int, int] | None = None


@dataclass(frozen=True, eq=False)
class Numbering:
    """Items that are numbered together: all of a section's, or those of one of its phases.

    ``faults`` are in the document's order. ``plain``: the items can be numbered anew, for no others have
    numbers like theirs, and none stands for more than it says.
    """

    spec: ItemSpec
    steps: tuple[Step, ...]
    faults: tuple[Misnumbered, ...]
    plain: bool


def numberings(reading: Reading) -> Iterator[Numbering]:
    """The items of each section that has numbered ones, those that plainly rise one by one aside."""
    for spec, steps in numbered(reading):
        if is_straight(steps):
            continue
        phases = list(_phases(reading, spec, steps))
        for phase in phases:
            faults = tuple(sorted(_faults(reading, spec, phase), key=lambda fault: fault.step.line))
            filled = bool(faults) and len(_missing(reading, spec, phase)) < len(_holes(phase))
            plain = len(phases) == 1 and not filled and not any(map(_is_open, phase))
            yield Numbering(spec, phase, faults, plain)


def risen(numbering: Numbering) -> dict[Step, str]:
    """The numbers with which the items rise one by one; tombstones that stand aside keep theirs."""
    keyed = [(step, number, aside) for (step, number), aside in _aside(_keyed(numbering.steps))]
    taken = {number[0] for _, number, aside in keyed if aside}
    least = min((number[0] for _, number, _ in keyed), default=1)
    last: Key | None = None
    new = (1 if least == _SECOND else least) - 1
    found: dict[Step, str] = {}
    for step, number, aside in keyed:
        if not aside:
            same = last and number[0] == last[0] and (number > last or (number == last and _is_again(step)))
            new = new if same else next(n for n in count(new + 1) if n not in taken)
            found[step] = f"{new}{number[1]}"
            last = number
    return found


def _aside(keyed: list[tuple[Step, Key]]) -> Iterator[tuple[tuple[Step, Key], bool]]:
    """The items, and whether each is a tombstone that does not stand between the numbers around it."""
    lives = [number if not step.struck else None for step, number in keyed]
    before = accumulate((number or _LEAST for number in lives), max, initial=_LEAST)
    behind = list(accumulate((number or _GREATEST for number in reversed(lives)), min, initial=_GREATEST))[
        -2::-1
    ]
    for one, low, high in zip(keyed, before, behind, strict=False):
        yield one, one[0].struck and not low < one[1] < high


def _phases(reading: Reading, spec: ItemSpec, steps: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
    """The items up to one that begins anew below another heading."""
    known = {step.line: step for step in steps}
    phase: list[Step] = []
    parted = False
    for line, part in reading.parts:
        parted = parted or part.spec is not spec
        if step := known.get(line):
            number = step.key
            if parted and phase and number and number[0] <= 1:
                yield tuple(phase)
                phase = []
            phase.append(step)
            parted = _heads_next(part)
    yield tuple(phase)


def _heads_next(part: Part) -> bool:
    """Whether an item ends with a bold line, which heads what follows."""
    filled = (block for _, block in reversed(part.placed) if not isinstance(block, Blank | Break))
    last = next(filled, None)
    return isinstance(last, Paragraph) and last.height == 1 and bool(_PHASE.fullmatch(body(last.lines[0])))


def _faults(reading: Reading, spec: ItemSpec, steps: tuple[Step, ...]) -> Iterator[Misnumbered]:
    live = [(step, number) for step, number in _keyed(steps) if not step.struck]
    yield from _disordered(live)
    if len(live) > 1 and not any(step.part.elided for step in steps):
        behind = sorted(live, key=lambda one: one[1])
        numbers = [number[0] for _, number in behind]
        for first, last in _missing(reading, spec, steps):
            if (at := bisect_right(numbers, last)) < len(behind):
                yield Misnumbered(behind[at][0], missing=(first, last))


def _missing(reading: Reading, spec: ItemSpec, steps: tuple[Step, ...]) -> list[tuple[int, int]]:
    """The holes in the numbers that nothing else fills, and that nobody means to be there."""
    holes = [hole for hole in _holes(steps) if not _is_chosen(*hole)]
    if not holes:
        return []
    from planls.contract.steps.elsewhere import dropped_numbers, numbers_elsewhere

    said = (numbers_elsewhere(reading, spec), dropped_numbers(reading, spec))
    return [hole for hole in holes if not any(numbers.has_any(*hole) for numbers in said)]


def _is_chosen(first: int, last: int) -> bool:
    """Whether a hole is one on purpose: before 20 or 100, or before 99."""
    behind = str(last + 1)
    return last - first + 1 >= _CHOSEN and len(behind) > 1 and (behind[-1] == "0" or set(behind) == {"9"})


def _disordered(live: list[tuple[Step, Key]]) -> Iterator[Misnumbered]:
    """Items whose number has been there, or is less than that of one before."""
    seen: dict[Key, Step] = {}
    greatest: tuple[Step, Key] | None = None
    for step, number in live:
        if number in seen:
            if not (greatest and number == greatest[1] and _is_again(step)):
                yield Misnumbered(step, same=seen[number])
        elif greatest and number < greatest[1]:
            yield Misnumbered(step, after=greatest[0])
        else:
            greatest = step, number
        seen.setdefault(number, step)


def _holes(steps: tuple[Step, ...]) -> list[tuple[int, int]]:
    """The numbers that are missing between those that are there, the first and the last of each gap."""
    numbers = sorted({number[0] for _, number in _keyed(steps)})
    before = [0] if numbers[:1] == [_SECOND] else []
    return [(one + 1, other - 1) for one, other in pairwise([*before, *numbers]) if other > one + 1]


def _keyed(steps: tuple[Step, ...]) -> list[tuple[Step, Key]]:
    return [(step, number) for step in steps if (number := step.key)]


def _is_again(step: Step) -> bool:
    return bool(re.search(_AGAIN, step.part.title, re.IGNORECASE))


def _is_open(step: Step) -> bool:
    """Whether an item stands for others, too, or has a number of several."""
    number = step.key
    return step.part.elided or number is None or bool(number[2])
