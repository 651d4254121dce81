"""The numbers of items as they are compared: ``4`` before ``4a`` before ``4b`` before ``5``; ``2.1``, too."""

import re
from typing import NamedTuple

from planls.contract.model import ItemSpec
from planls.contract.part import Part
from planls.contract.steps.numbered import Step
from planls.document.memory import remembered

Key = tuple[int, str, tuple[int, ...]]
"""The number, its letter, and what stands behind its dots."""

LAST = chr(0x10FFFF)
"""A letter behind all others."""

_NUMBER = re.compile(r"(\d{1,9})((?:\.\d{1,9})*)([a-z]?)")
_DOTTED = re.compile(r"(?:\.\d{1,9})+(?![\w.]\w)")


class Named(NamedTuple):
    """A number that a text names: as compared (``4b``, ``2.1``), and where it stands in the text.

    ``through``: it opens a range, which the next one closes. ``hashed``: nothing but ``#`` says whose it is,
    so that it may be an issue's.
    """

    number: str
    start: int
    end: int
    through: bool = False
    hashed: bool = False


def key_of(number: str) -> Key | None:
    """The key of a number as compared; None for one that is beyond measure."""
    match = _NUMBER.fullmatch(number)
    return (int(match[1]), match[3], tuple(map(int, match[2].split(".")[1:]))) if match else None


def key(step: Step) -> Key | None:
    """The key of an item's number. ``Step 2.1`` is the first of several that belong to 2."""
    return _key(step.part, step.number, step.span.line - step.line, step.span.end_column)


def name(step: Step, spec: ItemSpec) -> str:
    """What an item is called in a message: ``Step 4b``; where the contract has no word, its heading."""
    return f"{spec.pattern.word} {written(step)}" if spec.pattern.word else step.part.title


def written(step: Step) -> str:
    """An item's number as its heading has it."""
    line = step.part.lines[step.span.line - step.line]
    dots = _DOTTED.match(line, step.span.end_column)
    return line[step.span.column : step.span.end_column] + (dots[0] if dots else "")


@remembered
def _key(part: Part, number: str, line: int, end: int) -> Key | None:
    dots = _DOTTED.match(part.lines[line], end)
    return key_of(number + (dots[0] if dots else ""))
