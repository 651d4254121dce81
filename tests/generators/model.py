"""A generated document as lines that know what they belong to, so that parts can be taken out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from hypothesis.vendor.pretty import RepresentationPrinter

from planls.contract.model import Kind

Owner = tuple[str, ...]
"""The path to a part: section, item or table, field or row; the title's is empty."""


class Role(StrEnum):
    """What a line is in its part."""

    HEADING = "heading"
    LABEL = "label"
    HEADER = "header row"
    DELIMITER = "delimiter row"
    ROW = "row"
    OPEN = "opening fence"
    CODE = "code"
    CLOSE = "closing fence"
    CONTENT = "content"
    PROSE = "the template's prose"
    GAP = "gap"


@dataclass(frozen=True)
class Line:
    """A line without its terminator, the part that it belongs to and what it is there.

    ``bare`` is what is left of a label or row when its value is taken away; ``cells`` are a row's.
    """

    text: str
    owner: Owner
    role: Role = Role.CONTENT
    bare: str = ""
    cells: tuple[str, ...] = ()

    def inside(self, owner: Owner) -> bool:
        """Whether it belongs to a part or to something in it."""
        return self.owner[: len(owner)] == owner


@dataclass(frozen=True)
class Made:
    """A document of a kind. ``terminated``: its last line ends with a terminator."""

    kind: Kind
    lines: tuple[Line, ...]
    ending: str = "\n"
    terminated: bool = True

    @property
    def text(self) -> str:
        """The whole text."""
        text = "".join(line.text + self.ending for line in self.lines)
        return text if self.terminated else text.removesuffix(self.ending)

    def _repr_pretty_(self, printer: RepresentationPrinter, cycle: bool) -> None:  # noqa: FBT001  # IPython's protocol
        """Its text is what a failure is about."""
        printer.text(f"{self.kind.name}, cycle {cycle}: {self.text!r}")

    @property
    def owners(self) -> list[Owner]:
        """Every part that lines belong to, in the order of the text."""
        return list(dict.fromkeys(line.owner for line in self.lines))

    def of(self, owner: Owner) -> list[Line]:
        """The lines of a part and of all that is in it."""
        return [line for line in self.lines if line.inside(owner)]

    def without(self, *owners: Owner) -> "Made":
        """The document without some parts."""
        left = (line for line in self.lines if not any(line.inside(owner) for owner in owners))
        return replace(self, lines=tuple(left))

    def rewritten(self, old: Line, text: str) -> "Made":
        """The document with another text in one of its lines."""
        return replace(
            self, lines=tuple(replace(line, text=text) if line is old else line for line in self.lines)
        )

    def at(self, owner: Owner, role: Role = Role.HEADING) -> int:
        """The 0-based line on which a part's first line of that role stands."""
        return next(n for n, line in enumerate(self.lines) if (line.owner, line.role) == (owner, role))


def row(cells: Sequence[str], *, piped: bool) -> str:
    """A row of a table, with or without outer pipes."""
    return f"| {' | '.join(cells)} |" if piped else " | ".join(cells)


def owned(owner: Owner, role: Role, texts: Iterable[str]) -> Iterator[Line]:
    """Lines of one part and role."""
    return (Line(text, owner, role) for text in texts)
