"""How far a document says it has come: draft, worked off, done."""

import re
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


def state_of(reading: Reading) -> State:
    """Done where the whole document is said to be; worked where all tasks of all items are ticked.

    A statement about some steps ("Steps 1 to 4 are done") says nothing of the whole.
    """
    if _says_done(reading):
        return State.DONE
    counts = [part.progress for _, part in reading.parts if isinstance(part.spec, ItemSpec)]
    ticked, boxes = sum(done for done, _ in counts), sum(total for _, total in counts)
    return State.WORKED if boxes and ticked == boxes else State.DRAFT


def _says_done(reading: Reading) -> bool:
    front = reading.document.front_matter
    said = [value for key, value in front.items() if key.lower() in _STATUS and isinstance(value, str)]
    if any(map(_is_done, said)):
        return True
    return any(_part_says_done(part) for _, part in reading.parts if not isinstance(part.spec, ItemSpec))


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
