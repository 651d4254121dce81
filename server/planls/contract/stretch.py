"""Adjacent sections of a document, seen as one text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from planls.contract.fields import heading_label, row_labels
from planls.contract.template import is_elided
from planls.document import Section
from planls.document.blocks import Blank, Block, Break, Code, Container, Item, List, Table
from planls.document.labels import Label
from planls.document.lines import Span
from planls.document.memory import remembered

if TYPE_CHECKING:
    from planls.document.tree import Tree


@dataclass(frozen=True, eq=False)
class Stretch:
    """Adjacent sections of the document. Lines are 0-based and relative to the first one's first."""

    sections: tuple[Section, ...]

    @cached_property
    def placed(self) -> tuple[tuple[int, Block], ...]:
        """Each block with the line that it starts on."""
        found: list[tuple[int, Block]] = []
        start = 0
        for section in self.sections:
            found.extend((start + at, block) for at, block in section.placed)
            start += section.height
        return tuple(found)

    @cached_property
    def height(self) -> int:
        """How many lines it has."""
        return sum(section.height for section in self.sections)

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Its lines, terminators included."""
        return tuple(line for section in self.sections for line in section.lines)

    @property
    def title(self) -> str:
        """The text of its heading, bold or not."""
        heading = self.sections[0].heading
        text = heading.text if heading else ""
        return text.strip("* ") if text.startswith("**") and text.endswith("**") else text

    @property
    def heading(self) -> Span:
        """Where its heading's text stands; its very beginning if it has none."""
        heading = self.sections[0].heading
        return heading.span if heading else Span(0, 0, 0, 0)

    @property
    def first_body_line(self) -> int:
        """The line below its heading."""
        heading = self.sections[0].heading
        return heading.height if heading else 0

    @cached_property
    def end(self) -> int:
        """The line behind its last text; the gap, ``---`` included, lies beyond."""
        ends = [at + b.height for at, b in self.placed if not isinstance(b, Blank | Break)]
        return max(ends, default=0)

    @cached_property
    def elided(self) -> bool:
        """Whether ``...`` stands for its content."""
        return len(self.sections) == 1 and is_elided(self.sections[0])

    @cached_property
    def struck(self) -> bool:
        """Whether its heading is struck through: what it was has moved away."""
        return self.title.lstrip().startswith("~~")

    @cached_property
    def table(self) -> tuple[int, Table] | None:
        """Its first table and the line that it starts on."""
        return next(((at, block) for at, block in self.placed if isinstance(block, Table)), None)

    @cached_property
    def checkboxes(self) -> tuple[tuple[int, Item], ...]:
        """Its list items with a checkbox, and the line that their list starts on."""
        lists = ((at, block) for at, block in self.placed if isinstance(block, List))
        return tuple((at, item) for at, block in lists for item in block.items if item.checked is not None)

    @cached_property
    def progress(self) -> tuple[int, int]:
        """How many of its checkboxes are ticked, and how many there are."""
        return sum(item.checked is True for _, item in self.checkboxes), len(self.checkboxes)

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """The labels, with the headings below its own and the first cells of tables, in the text's order."""
        return tuple(sorted(self._labels(), key=lambda label: label.span.line))

    @cached_property
    def marked(self) -> tuple[Label, ...]:
        """The labels in bold or italics, or that are headings."""
        return tuple(label for label in self.labels if label.marked)

    def _labels(self) -> Iterator[Label]:
        start = 0
        for n, section in enumerate(self.sections):
            if n and section.heading:
                yield heading_label(section.heading.text, section.heading.span.down(start))
            yield from (label.down(start) for label in section.labels)
            start += section.height
        for at, block in self.placed:
            if isinstance(block, Table):
                yield from (label.down(at) for label in row_labels(block))

    @cached_property
    def tree(self) -> tuple[int, Tree] | None:
        """The first folder tree in its code, and the line that its lines count from."""
        for at, block in self.placed:
            if found := tree_in(block):
                return at + found[0], found[1]
        return None


@remembered
def tree_in(block: Block) -> tuple[int, Tree] | None:
    """The folder tree in a block of code, or in a list's code, and the line that its lines count from."""
    from planls.document.tree import read_tree

    if isinstance(block, Code):
        tree = read_tree(block.code)
        return (int(bool(block.fence)), tree) if tree else None
    if isinstance(block, Container) and block.code_lines:
        first = min(block.code_lines) + 1
        tree = read_tree([block.lines[n] for n in sorted(block.code_lines) if n >= first])
        return (first, tree) if tree else None
    return None
