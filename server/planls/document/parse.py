"""Lines to top-level blocks, with mistletoe's block tokenizer (its only importer).

mistletoe's reader and its tokens for quotes, fences, rules and indented code say where a block
starts; `tokens` corrects what is not CommonMark: a fence ends at a bare fence only, HTML blocks end
where the specification says, a table needs as many header cells as delimiter cells, lists and quotes
are read without recursion. Only block tokens are used, never an inline parse. Top-level tokenizing
carries no state but the position, which is what makes `document.Document.replaced` incremental.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence

# mistletoe.core_tokens sorts every code point at import for its inline parse, which we do not use:
# 105 of the 150 ms that the import takes. The first plane is enough to keep it working.
_MAXUNICODE, sys.maxunicode = sys.maxunicode, 0xFFFF
try:
    from mistletoe import block_token
    from mistletoe.block_tokenizer import FileWrapper
finally:
    sys.maxunicode = _MAXUNICODE

from planls.document import tokens  # noqa: E402  # mistletoe comes first, see above
from planls.document.blocks import Block, Break, Code, FrontMatter  # noqa: E402
from planls.document.lines import body  # noqa: E402

FRONT_MATTER_LINES = 100
"""Front matter that is not closed within so many lines is none (it keeps edits cheap)."""

_EXOTIC = re.compile(r"[^\S \t]")


def parse_blocks(
    lines: Sequence[str], first: int = 0, fence_ends: Mapping[int, int] | None = None
) -> Iterator[Block]:
    """The top-level blocks from a block's first line on; every line belongs to exactly one.

    ``fence_ends`` overrides where the fence that opens on a line ends: the line after its last.
    """
    cursor = Cursor(lines, first, fence_ends or {})
    if not first and (height := front_matter_height(lines)):
        cursor.skip(height)
        yield FrontMatter(tuple(lines[:height]))
    while (line := cursor.peek()) is not None:
        yield _reader(cursor, line)(cursor)


def front_matter_height(lines: Sequence[str]) -> int:
    """How many lines the front matter takes, its two marker lines included; 0: there is none."""
    if not lines or body(lines[0]).rstrip() != "---":
        return 0
    for at in range(1, min(len(lines), FRONT_MATTER_LINES)):
        if body(lines[at]).rstrip() in ("---", "..."):
            return at + 1
    return 0


class Cursor(FileWrapper):
    """The lines as mistletoe reads them: from a place on, made normal one by one.

    White space that CommonMark does not count as such (U+00A0, U+2028, form feed ...) becomes a
    letter, blank lines become empty; the blocks keep the lines as they were written.
    """

    def __init__(self, lines: Sequence[str], first: int, fence_ends: Mapping[int, int]) -> None:
        """Start before the 0-based line ``first``."""
        self.source = lines
        self.fence_ends = fence_ends
        self.start_line = 1
        self._index = first - 1
        self._normal = (-1, "")

    @property
    def at(self) -> int:
        """The 0-based line that comes next."""
        return self._index + 1

    def skip(self, lines: int) -> None:
        """Go on by that many lines, or back."""
        self._index += lines

    def peek(self) -> str | None:
        """The next line, made normal; None at the end."""
        return self._read(self.at) if self.at < len(self.source) else None

    def __next__(self) -> str:
        """The next line, made normal, and the place behind it."""
        if self.at >= len(self.source):
            raise StopIteration
        self._index += 1
        return self._read(self._index)

    def taken(self, start: int) -> tuple[str, ...]:
        """The lines since ``start``, as they were written."""
        return tuple(self.source[start : self.at])

    def _read(self, at: int) -> str:
        if self._normal[0] != at:
            text = body(self.source[at])
            if not text.isascii() or not text.isprintable():
                text = _EXOTIC.sub("x", text)
            self._normal = (at, (text if text.strip() else "") + "\n")
        return self._normal[1]


def _reader(cursor: Cursor, line: str) -> Callable[[Cursor], Block]:
    """What reads the block that starts on the line."""
    return next((read for starts, read in _TOKENS if starts(cursor, line)), tokens.read_paragraph)


def _starts(token: type[block_token.BlockToken]) -> Callable[[Cursor, str], object]:
    """Whether one of mistletoe's tokens starts on the line."""
    start: Callable[[str], object] = token.start  # type: ignore[attr-defined]  # each token has it, their base has not
    return lambda _, line: start(line)


def _read_indented(cursor: Cursor) -> Block:
    start = cursor.at
    block_token.BlockCode.read(cursor)  # type: ignore[no-untyped-call]
    return Code(cursor.taken(start))


def _read_break(cursor: Cursor) -> Block:
    start = cursor.at
    block_token.ThematicBreak.read(cursor)  # type: ignore[no-untyped-call]
    return Break(cursor.taken(start))


_TOKENS: tuple[tuple[Callable[[Cursor, str], object], Callable[[Cursor], Block]], ...] = (
    (tokens.starts_blank, tokens.read_blank),
    (_starts(block_token.BlockCode), _read_indented),
    (tokens.starts_heading, tokens.read_heading),
    (_starts(block_token.Quote), tokens.read_quote),
    (_starts(block_token.CodeFence), tokens.read_fence),
    (_starts(block_token.ThematicBreak), _read_break),
    (tokens.starts_list, tokens.read_list),
    (tokens.starts_table, tokens.read_table),
    (tokens.starts_html, tokens.read_html),
    (tokens.starts_reference, tokens.read_reference),
)
