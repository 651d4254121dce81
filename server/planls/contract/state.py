"""How far a document says it has come: draft, worked off, done."""

import re
from dataclasses import dataclass
from enum import IntEnum

from planls.contract.model import ItemSpec
from planls.contract.part import Part
from planls.contract.reading import Reading
from planls.document.blocks import Table
from planls.document.memory import remembered
from planls.document.words import normal

_STATUS = ("status", "state")
_DONE = re.compile(
    r"(?:is\s+)?(?:now\s+)?(?:done|complete|completed|finished|implemented|shipped)(?:\s+(?:on\s+)?[\d ]+)?",
)


class State(IntEnum):
    """Later states ask for more."""

    DRAFT = 0
    WORKED = 1
    DONE = 2


Count = tuple[int, int]
"""How many are done, and how many there are."""


@dataclass(frozen=True)
class Progress:
    """How far a document has come: its state; items, their boxes, and boxes that are promises.

    An item is done when it has boxes and all are ticked; those that are struck out are none.
    """

    state: State
    steps: Count
    tasks: Count
    promises: Count


@remembered
def progress(reading: Reading) -> Progress:
    """A document's state and progress.

    Done where the whole document is said to be; worked where all tasks of all items are ticked. A
    statement about some steps ("Steps 1 to 4 are done") says nothing of the whole.
    """
    tasked = {id(section.item) for section in reading.contract.sections if _has_tasks(section.item)}
    steps, ticked, boxes = list[Count](), 0, 0
    for _, part in reading.parts:
        if isinstance(part.spec, ItemSpec) and not part.struck:
            count = part.progress
            ticked, boxes = ticked + count[0], boxes + count[1]
            steps += [count] if id(part.spec) in tasked else []
    promises = [part.progress for _, part in promised(reading)]
    worked = State.WORKED if 0 < ticked == boxes else State.DRAFT
    said = _front_says_done(reading) or any(
        _part_says_done(part) for _, part in reading.parts if not isinstance(part.spec, ItemSpec)
    )
    done = sum([some == whole > 0 for some, whole in steps])
    kept = sum([some for some, _ in promises]), sum([whole for _, whole in promises])
    return Progress(State.DONE if said else worked, (done, len(steps)), (ticked, boxes), kept)


@remembered
def promised(reading: Reading) -> tuple[tuple[int, Part], ...]:
    """The parts whose boxes are promises to be kept before the document counts as done, with their lines."""
    return tuple((line, part) for line, spec, part in reading.sections if spec.ticked)


def _has_tasks(spec: ItemSpec | None) -> bool:
    """Whether the contract wants boxes in an item: steps have them, prerequisites have none."""
    return spec is not None and any(field.content == "checklist" for field in spec.fields)


def _front_says_done(reading: Reading) -> bool:
    front = reading.document.front_matter
    said = [value for key, value in front.items() if key.lower() in _STATUS and isinstance(value, str)]
    return any(map(_is_done, said))


@remembered
def _part_says_done(part: Part) -> bool:
    """A status line, a status row, or a ticked "Done"."""
    labelled = (label.value for section in part.sections for label in section.labels if label.key in _STATUS)
    rows = (
        row[1].text
        for _, block in part.placed
        if isinstance(block, Table)
        for row in block.rows
        if len(row) > 1 and normal(row[0].text) in _STATUS
    )
    ticked = (item.label for _, item in part.checkboxes if item.checked)
    return any(map(_is_done, (*labelled, *rows, *ticked)))


def _is_done(text: str) -> bool:
    return bool(_DONE.fullmatch(normal(text)))
