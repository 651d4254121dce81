"""The document: sections of blocks. Frozen; an edit makes a new one that shares what it left alone."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from planls.document.blocks import Blank, Block, Break, Code, FrontMatter, Heading, Html, Paragraph
from planls.document.directives import Directive, directives
from planls.document.frontmatter import read_front_matter
from planls.document.labels import Label, labels
from planls.document.lines import Change
from planls.document.parse import FRONT_MATTER_LINES, parse_blocks

_UNSPACED = re.compile(r" {0,3}(#{1,6})([^\s#].*?)[ \t]*$")


@dataclass(frozen=True, eq=False)
class Section:
    """A heading and the blocks up to the next heading; the first section may have no heading.

    Lines are 0-based and relative to its first line. Like blocks, sections compare by identity.
    """

    blocks: tuple[Block, ...]

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The line that each block starts on, and the one behind the last."""
        return tuple(accumulate([len(block.lines) for block in self.blocks], initial=0))

    @property
    def height(self) -> int:
        """How many lines it has."""
        return self.starts[-1]

    @cached_property
    def placed(self) -> tuple[tuple[int, Block], ...]:
        """Each block with the line that it starts on."""
        return tuple(zip(self.starts, self.blocks, strict=False))

    @cached_property
    def heading(self) -> Heading | None:
        """Its heading; None for what stands above the document's first."""
        first = self.blocks[0] if self.blocks else None
        return first if isinstance(first, Heading) else None

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Its lines, terminators included."""
        return tuple(line for block in self.blocks for line in block.lines)

    @cached_property
    def labels(self) -> tuple[Label, ...]:
        """Its labels, from top to bottom."""
        return tuple(label.down(start) for start, block in self.placed for label in labels(block))

    @cached_property
    def directives(self) -> tuple[Directive, ...]:
        """The comments in it that speak to planls."""
        return tuple(found.down(start) for start, block in self.placed for found in directives(block))

    @cached_property
    def habits(self) -> tuple[int, int, int, int, int, int]:
        """How it is written, to be added up over a document.

        Whether it has a heading with blocks below, a blank line between the two, a heading of level 2, a
        rule at its end; how many blocks of code it has, and how many of them are fenced.
        """
        headed = self.heading is not None and len(self.blocks) > 1
        codes = [block for block in self.blocks if isinstance(block, Code)]
        return (
            headed,
            headed and isinstance(self.blocks[1], Blank),
            self.heading is not None and headed and self.heading.level == 2,
            any(isinstance(block, Break) for block in self.blocks[-2:]),
            len(codes),
            sum(bool(block.fence) for block in codes),
        )

    @cached_property
    def unspaced(self) -> tuple[tuple[int, int, str], ...]:
        """Lines of prose that were meant as headings, ``##Name``: line, column behind the marks, name."""
        found = ((start + at, _UNSPACED.match(line)) for start, b in self.placed for at, line in _prose(b))
        return tuple((at, match.end(1), match[2]) for at, match in found if match)

    @cached_property
    def broken(self) -> bool:
        """Whether a fence or comment in it is never closed, or a fence has another nested in it."""
        return any(is_broken(block) for block in self.blocks)


@dataclass(frozen=True, eq=False)
class Document:
    """A text as sections. ``lines`` keep their terminators and join to the very text."""

    lines: Sequence[str]
    sections: tuple[Section, ...]

    @staticmethod
    def parse(lines: Sequence[str]) -> "Document":
        """The document of these lines (with terminators). Any text is one; nothing raises."""
        return Document(lines, tuple(_grouped(parse_blocks(lines))))

    def replaced(self, change: Change, added: Sequence[str]) -> "Document":
        """The document after a change whose new lines are ``added``; reads the touched blocks only."""
        lines = [*self.lines[: change.first], *added, *self.lines[change.first + change.removed :]]
        front = change.first < FRONT_MATTER_LINES and _has_marker(lines, self.lines)
        start = (0, 0) if front else self._restart(change.first)
        growth = change.added - change.removed
        return self._retokenized(lines, start, change.first + change.added, growth)

    def with_fences(self, ends: Mapping[int, int]) -> "Document":
        """The same text, read as if the fences that open on these lines ended before those lines."""
        document = self
        for line, end in sorted(ends.items()):
            index = bisect_right(document.starts, line) - 1
            inside = line - document.starts[index]
            block = next(n for n, (at, _) in enumerate(document.sections[index].placed) if at == inside)
            document = document._retokenized(document.lines, (index, block), end, fence_ends={line: end})
        return document

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """The line that each section starts on."""
        return tuple(accumulate((section.height for section in self.sections), initial=0))[:-1]

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings, from top to bottom."""
        return tuple(section.heading for section in self.sections if section.heading)

    @property
    def line_count(self) -> int:
        """How many lines it has; an empty text has none."""
        return len(self.lines)

    def line(self, at: int) -> str:
        """The 0-based line with its terminator; empty beyond the end."""
        return self.lines[at] if 0 <= at < len(self.lines) else ""

    def text(self) -> str:
        """The whole text."""
        return "".join(self.lines)

    def section_at(self, line: int) -> int:
        """The index of the section that a line belongs to."""
        return max(bisect_right(self.starts, line) - 1, 0)

    @property
    def blocks(self) -> Iterator[tuple[int, Block]]:
        """Each block with the line that it starts on."""
        for start, section in zip(self.starts, self.sections, strict=False):
            yield from ((start + at, block) for at, block in section.placed)

    @cached_property
    def front_matter(self) -> Mapping[str, object]:
        """What the front matter says; empty without one, or where it is no YAML mapping."""
        first = self.sections[0].blocks[0] if self.sections else None
        return read_front_matter(first) if isinstance(first, FrontMatter) else {}

    def _restart(self, line: int) -> tuple[int, int]:
        """Section and block to read again from: the last with text before the one that the line is in.

        How a block ends may depend on the two lines behind it, never on more text than that.
        """
        index = self.section_at(line)
        starts = self.sections[index].starts[:-1] if self.sections else ()
        block = max(sum(1 for at in starts if at <= line - self.starts[index]) - 1, 0)
        while index or block:
            index, block = (
                (index, block - 1) if block else (index - 1, len(self.sections[index - 1].blocks) - 1)
            )
            if not isinstance(self.sections[index].blocks[block], Blank):
                break
        return index, block

    def _retokenized(
        self,
        lines: Sequence[str],
        start: tuple[int, int],
        end: int,
        growth: int = 0,
        fence_ends: Mapping[int, int] | None = None,
    ) -> "Document":
        """Read again from a block on until, past line ``end``, an old block starts where a new one would."""
        if not self.sections:
            return Document.parse(lines)
        index, block = start
        section = self.sections[index]
        at = self.starts[index] + section.starts[block]
        blocks = list(section.blocks[:block])
        met = None
        above = iter(() if fence_ends else section.blocks[block:])
        for new in parse_blocks(lines, at, fence_ends):
            old = next(above, new)
            if not old.reads_like(new):
                old, above = new, iter(())  # what is read again above a change stays what it is
            blocks.append(old)
            at += new.height
            if at >= end and (met := self._block_starting(at - growth)):
                break
        tail: tuple[Section, ...] = ()
        if met:
            blocks.extend(self.sections[met[0]].blocks[met[1] :])
            tail = self.sections[met[0] + 1 :]
        groups = list(_grouped(blocks))
        if groups and groups[0].blocks == section.blocks:
            groups[0] = section  # only what stands behind it has changed
        return Document(lines, (*self.sections[:index], *groups, *tail))

    def _block_starting(self, line: int) -> tuple[int, int] | None:
        """Section and block of the block that starts on a line, if one does."""
        index = self.section_at(line)
        inside = line - self.starts[index]
        found = (block for block, (at, _) in enumerate(self.sections[index].placed) if at == inside)
        return next(((index, block) for block in found), None)


def _prose(block: Block) -> Iterable[tuple[int, str]]:
    return enumerate(block.lines) if isinstance(block, Paragraph) else ()


def is_broken(block: Block) -> bool:
    """Whether a block is a fence or HTML that never closes, or a fence with another nested in it."""
    if isinstance(block, Code):
        return bool(block.fence) and (not block.closed or block.nested >= 0)
    return isinstance(block, Html) and not block.closed


def _has_marker(*texts: Sequence[str]) -> bool:
    """Whether any of the texts begins like front matter."""
    return any(lines and lines[0].startswith("---") for lines in texts)


def _grouped(blocks: Iterable[Block]) -> Iterator[Section]:
    """The blocks as sections."""
    group: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading) and group:
            yield Section(tuple(group))
            group = []
        group.append(block)
    if group:
        yield Section(tuple(group))
