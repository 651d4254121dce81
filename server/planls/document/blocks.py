"""The blocks that a document is made of. A block knows its own lines and no others.

Lines and columns inside a block are 0-based and relative to the block's first line, so that an
edit above it leaves the block as it is. Blocks compare by identity: the same object means that
no edit has touched it.
"""

import re
from dataclasses import dataclass, field
from functools import cached_property

from planls.document.lines import Span, body

_CELL = re.compile(r"(?:\\.|[^|\\])*")
_BOX = re.compile(r"\[([ xX])\](?=[ \t]|$)")


@dataclass(frozen=True, eq=False)
class Block:
    """Some whole lines of the document, terminators included."""

    lines: tuple[str, ...]

    @property
    def height(self) -> int:
        """How many lines it has."""
        return len(self.lines)

    def reads_like(self, other: "Block") -> bool:
        """Whether it is of the same kind and has the same lines as another one."""
        return self is other or (type(self) is type(other) and self.lines == other.lines)


class Blank(Block):
    """Empty lines between blocks."""


class FrontMatter(Block):
    """YAML between two lines of ``---`` at the very beginning."""


class Break(Block):
    """A thematic break: ``---``."""


@dataclass(frozen=True, eq=False)
class Html(Block):
    """Raw HTML; a comment is one that starts with ``<!--``. ``closed``: what ends its kind is there."""

    closed: bool = True

    @cached_property
    def is_comment(self) -> bool:
        """Whether nothing of it is shown to a reader."""
        return self.lines[0].lstrip().startswith("<!--") and body(self.lines[-1]).rstrip().endswith("-->")


class Paragraph(Block):
    """Lines of prose."""


@dataclass(frozen=True, eq=False)
class Heading(Block):
    """An ATX or setext heading of level 1 to 6."""

    level: int
    setext: bool = False

    @cached_property
    def text(self) -> str:
        """What it says, inline markup included."""
        if self.setext:
            return " ".join(body(line).strip(" \t") for line in self.lines[:-1])
        text = body(self.lines[0]).strip(" \t")[self.level :].strip(" \t")
        opened = text.rstrip("#")
        return opened.rstrip(" \t") if opened[-1:] in ("", " ", "\t") else text

    @cached_property
    def span(self) -> Span:
        """Where its text stands; an empty heading's span is its marker."""
        line = body(self.lines[0])
        if self.setext:
            last = body(self.lines[-2])
            return Span(0, len(line) - len(line.lstrip(" \t")), self.height - 2, len(last.rstrip(" \t")))
        marker = line.index("#")
        start = line.index(self.text, marker + self.level) if self.text else marker
        return Span(0, start, 0, start + (len(self.text) or self.level))


@dataclass(frozen=True, eq=False)
class Code(Block):
    """A fenced or indented code block.

    ``fence`` is the opening run of backticks or tildes (empty: indented), ``info`` what follows it,
    ``closed`` whether a closing fence ends the block, ``nested`` the line of the first opening fence
    inside that the author meant as a fence of its own (-1: none).
    """

    fence: str = ""
    info: str = ""
    closed: bool = True
    nested: int = -1

    @property
    def code(self) -> tuple[str, ...]:
        """The lines of code, without the fences."""
        if not self.fence:
            return self.lines
        return self.lines[1:-1] if self.closed else self.lines[1:]

    @property
    def language(self) -> str:
        """The first word of the info string, in lower case."""
        return (self.info.split() or [""])[0].lower()


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: its text without the padding, and where that stands."""

    text: str
    span: Span


@dataclass(frozen=True, eq=False)
class Table(Block):
    """A table with a header row and a delimiter row."""

    @cached_property
    def header(self) -> tuple[Cell, ...]:
        """The cells of the header row."""
        return cells(body(self.lines[0]), 0)

    @cached_property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """The cells of each row below the delimiter row."""
        return tuple(cells(body(line), at) for at, line in enumerate(self.lines[2:], start=2))


@dataclass(frozen=True, slots=True)
class Item:
    """A list item, nested ones too: where its marker stands and how deep (0: outermost)."""

    line: int
    column: int
    marker: str
    depth: int
    text: str
    text_column: int

    @property
    def checked(self) -> bool | None:
        """Whether its checkbox is ticked; None without a checkbox."""
        match = _BOX.match(self.text)
        return None if match is None else match[1] != " "

    @property
    def label(self) -> str:
        """Its text without the checkbox."""
        return _BOX.sub("", self.text, count=1).strip() if self.checked is not None else self.text

    @property
    def box(self) -> Span:
        """Where the character between the brackets of its checkbox stands."""
        return Span(self.line, self.text_column + 1, self.line, self.text_column + 2)

    @property
    def span(self) -> Span:
        """Where its text stands, checkbox included."""
        return Span(self.line, self.text_column, self.line, self.text_column + len(self.text))


@dataclass(frozen=True, slots=True)
class Leaf:
    """A heading, fence or lazily continued line inside a list or quote.

    ``height`` counts its lines; ``level`` is a heading's, 0 for a fence and -1 for a lazy line.
    """

    line: int
    height: int
    level: int
    info: str = ""


@dataclass(frozen=True, eq=False)
class Container(Block):
    """A list or a block quote."""

    items: tuple[Item, ...] = ()
    leaves: tuple[Leaf, ...] = field(default=())

    @cached_property
    def code_lines(self) -> frozenset[int]:
        """The lines that fences inside it take."""
        return frozenset(
            n for leaf in self.leaves if not leaf.level for n in range(leaf.line, leaf.line + leaf.height)
        )


class List(Container):
    """A bullet or ordered list with all that is nested in it."""


class Quote(Container):
    """A block quote with all that is nested in it."""


def cells(line: str, at: int) -> tuple[Cell, ...]:
    r"""The cells of a table row that stands on the given line; ``\|`` does not part cells."""
    start = len(line) - len(line.lstrip())
    start += line[start : start + 1] == "|"
    found = []
    while start < len(line.rstrip()):
        match = _CELL.match(line, start)
        end = match.end() if match else start
        raw = line[start:end]
        text = raw.strip()
        column = start + len(raw) - len(raw.lstrip())
        found.append(Cell(text, Span(at, column, at, column + len(text))))
        start = end + 1
    return tuple(found)
