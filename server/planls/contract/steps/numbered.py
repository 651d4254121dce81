"""The items of a document with their numbers: ``### Step 4b: Name``."""

import re
from dataclasses import dataclass
from functools import cached_property

from planls.contract.model import ItemSpec
from planls.contract.part import Part
from planls.contract.reading import Reading
from planls.document.lines import Span
from planls.document.memory import remembered

_NUMBER = re.compile(r"\d{1,9}[A-Za-z]?(?!\w)")


@dataclass(frozen=True, eq=False)
class Step:
    """An item: the document's line that it starts on, its part, its number as compared (``4b``), its place.

    ``span`` is where the number stands in the document. ``struck``: the item has moved away, its number is
    all that is left.
    """

    line: int
    part: Part
    number: str
    span: Span

    @cached_property
    def order(self) -> tuple[int, str]:
        """What to sort by: ``4`` before ``4a`` before ``4b`` before ``5``."""
        digits = self.number.rstrip("abcdefghijklmnopqrstuvwxyz")
        return int(digits), self.number[len(digits) :]

    @property
    def struck(self) -> bool:
        """Whether it is a tombstone: ``### ~~Step 6~~: Moved``."""
        return self.part.struck


@remembered
def numbered(reading: Reading) -> tuple[tuple[ItemSpec, tuple[Step, ...]], ...]:
    """For each section of the contract whose items repeat, its items in the document's order."""
    found: dict[int, list[Step]] = {}
    for line, part in reading.parts:
        if isinstance(part.spec, ItemSpec) and (named := _number(part, part.spec)):
            step = Step(line, part, named[0], named[1].down(line))
            found.setdefault(id(part.spec), []).append(step)
    specs = [section.item for section in reading.contract.sections if section.item]
    return tuple((spec, tuple(found.get(id(spec), ()))) for spec in specs)


@remembered
def _number(part: Part, spec: ItemSpec) -> tuple[str, Span] | None:
    """An item's number and where it stands in its part; None where the heading has a placeholder for it."""
    match = spec.pattern.match(part.respelled or part.title)
    number = match[1].lower() if match else ""
    if not number[:1].isdigit():
        return None
    line, column = part.heading.line, part.heading.column
    heading = part.lines[line]
    for found in _NUMBER.finditer(heading, column):
        if found[0].lower() == number:
            return number, Span(line, found.start(), line, found.end())
    return None
