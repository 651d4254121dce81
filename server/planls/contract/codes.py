"""The code in a part: blocks of their own, and those in lists and quotes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planls.contract.stretch import Stretch
from planls.document.blocks import Code, Container
from planls.document.lines import body
from planls.document.memory import remembered


@dataclass(frozen=True)
class Snippet:
    """Code: its lines without the fences and their indentation, and where in the part that begins.

    ``line`` is the part's line of the first, ``column`` the code points cut off each, ``opening`` the line
    of the fence (of indented code, its first).
    """

    line: int
    column: int
    opening: int
    lines: tuple[str, ...]
    language: str


@remembered
def codes_in(part: Stretch) -> tuple[Snippet, ...]:
    """All code of a part, from top to bottom."""
    return tuple(_codes(part))


def _codes(part: Stretch) -> Iterator[Snippet]:
    for at, block in part.placed:
        if isinstance(block, Code):
            yield Snippet(at + bool(block.fence), 0, at, block.code, block.language)
        elif isinstance(block, Container):
            for leaf in block.leaves:
                if not leaf.level and leaf.height > 1:
                    first = at + leaf.line
                    yield _nested(part.lines[first : first + leaf.height], first, leaf.info)


def _nested(lines: Sequence[str], first: int, info: str) -> Snippet:
    """A fence in a container: what stands before it in its line stands before the code, too."""
    opening = body(lines[0])
    column = min(at for at in (opening.find("`"), opening.find("~"), len(opening)) if at >= 0)
    closed = body(lines[-1])[column:].startswith(("```", "~~~"))
    code = tuple(line[column:] for line in (lines[1:-1] if closed else lines[1:]))
    return Snippet(first + 1, column, first, code, (info.split() or [""])[0].lower())
