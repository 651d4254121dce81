"""The items of a document with their numbers: ``### Step 4b: Name``."""

import re
from typing import NamedTuple

from planls.contract.model import ItemSpec
from planls.contract.part import Part
from planls.contract.reading import Reading
from planls.document.lines import Span
from planls.document.memory import remembered
from planls.document.words import normal

Key = tuple[int, str, tuple[int, ...]]
"""A number, its letter, and what stands behind its dots: ``4`` before ``4a`` before ``4b`` before ``5``."""

LAST = chr(0x10FFFF)
"""A letter behind all others."""

_NUMBER = re.compile(r"\d{1,9}[A-Za-z]?(?!\w)")
_KEY = re.compile(r"(\d{1,9})((?:\.\d{1,9})*)([a-z]?)")
_DOTTED = re.compile(r"(?:\.\d{1,9})+(?![\w.]\w)")
_PADDING = re.compile(r"^0+(?=\d)")


class Step(NamedTuple):
    """An item: the document's line that it starts on, its part, its number.

    ``number`` is as compared (``4b``), ``written`` as the heading has it (``04B``, ``2.1``); by ``key`` items
    are sorted, None for a number beyond measure. ``place`` is where the number stands in the part. A plain
    tuple, for all of them are made anew at every keystroke.
    """

    line: int
    part: Part
    number: str
    written: str
    key: Key | None
    place: Span

    @property
    def span(self) -> Span:
        """Where the number stands in the document."""
        return self.place.down(self.line)

    @property
    def struck(self) -> bool:
        """Whether it is a tombstone, of which the number is all that is left: ``### ~~Step 6~~: Moved``."""
        return self.part.struck

    def name(self, spec: ItemSpec) -> str:
        """What it is called in a message: ``Step 4b``; where the contract has no word, its heading."""
        return f"{spec.pattern.word} {self.written}" if spec.pattern.word else self.part.title


@remembered
def numbered(reading: Reading) -> tuple[tuple[ItemSpec, tuple[Step, ...]], ...]:
    """For each section of the contract whose items repeat, its items in the document's order."""
    specs = [section.item for section in reading.contract.sections if section.item]
    return tuple(
        (
            spec,
            tuple(
                [Step(line, part, *said) for line, part in reading.placed(spec) if (said := number_of(part))]
            ),
        )
        for spec in specs
    )


@remembered
def number_of(part: Part) -> tuple[str, str, Key | None, Span] | None:
    """An item's number in all its forms, and where it stands in its part; None where there is a placeholder.

    ``Step 2.1`` has the number 2, and is the first of several that do.
    """
    match = isinstance(part.spec, ItemSpec) and part.spec.pattern.match(part.respelled or part.title)
    number = compared(match[1]) if match else ""
    line, heading = part.heading.line, part.lines[part.heading.line]
    for found in _NUMBER.finditer(heading, part.heading.column) if number[:1].isdigit() else ():
        if compared(found[0]) == number:
            dots = _DOTTED.match(heading, found.end())
            below = dots[0] if dots else ""
            span = Span(line, found.start(), line, found.end())
            return number, found[0] + below, key_of(number + below), span
    return None


@remembered
def name_of(part: Part) -> str:
    """An item's name, made comparable."""
    match = isinstance(part.spec, ItemSpec) and part.spec.pattern.match(part.respelled or part.title)
    return normal(next((group for group in match.groups()[1:] if group), "")) if match else ""


def agrees(name: str, rest: str) -> bool:
    """Whether an entry's text begins with the first words of an item's name, or has all of it."""
    head, said = " ".join(name.split()[:2]), normal(rest)
    return bool(head) and (f"{said} ".startswith(f"{head} ") or f" {name} " in f" {said} ")


def steps_of(reading: Reading, spec: ItemSpec) -> tuple[Step, ...]:
    """The items of one section, in the document's order."""
    return next((steps for other, steps in numbered(reading) if other is spec), ())


def compared(number: str) -> str:
    """A number as it is compared: ``4b`` for ``04B``."""
    return _PADDING.sub("", number).lower()


def key_of(number: str) -> Key | None:
    """The key of a number as compared; None for one that is beyond measure."""
    match = _KEY.fullmatch(number)
    return (int(match[1]), match[3], tuple(map(int, match[2].split(".")[1:]))) if match else None


def is_straight(steps: tuple[Step, ...]) -> bool:
    """Whether numbers rise from 0 or 1 without any more to be looked at."""
    first = int(bool(steps) and steps[0].number == "1")
    return all(step.number == str(n) and step.key == (n, "", ()) for n, step in enumerate(steps, first))
