"""Broken fences: ones that never close, and ones that close early because a fence is nested in them.

A comment that never closes is one, too: it hides the rest of the text.

What CommonMark makes of such a text (headings leak out of code, steps are swallowed by it) is not what
its author meant. The contract tells where the author was: a fence of code ended, at the latest, above
the next heading or label that the contract knows; a fence of Markdown ended where the fences nested in
it balance.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from planls.contract.landmarks import Landmarks
from planls.contract.model import Contract
from planls.contract.wrapper import unwrapped
from planls.document import Document
from planls.document.blocks import Block, Code
from planls.document.document import is_broken
from planls.document.lines import body
from planls.document.syntax import closes, opens_inside

_MARKDOWN = ("markdown", "md", "mdx")
_PROSE = ("", "text", "txt", *_MARKDOWN)
"""Languages whose code may well hold fences of its own."""

_MOST = 100
"""Broken fences that are mended; what lies beyond is read as CommonMark has it."""

_BACK = 20
"""Fences above a broken one that may be the culprit."""

_Fence = tuple[int, Code]
"""The document's line that a fence opens on, and the fence."""


@dataclass(frozen=True)
class BrokenFence:
    """A broken fence: the line it opens on, the one behind its meant end, and what is wrong.

    ``wraps`` is the last line of a fence around the whole document, -1 for any other fence.
    ``nested`` is the line of the first fence nested in it, -1 where it is just not closed. ``early`` is
    the line on which CommonMark ends a fence with another nested in it.
    """

    line: int
    end: int
    fence: str
    info: str
    nested: int = -1
    early: int = -1
    wraps: int = -1


def mended(document: Document, contract: Contract) -> tuple[Document, tuple[BrokenFence, ...]]:
    """The document read as its author meant it, and the fences that broke."""
    found: list[BrokenFence] = []
    if inside := unwrapped(document, contract):
        document, first, last = inside
        fence = body(document.line(first)).strip()
        found.append(BrokenFence(first, first + 1, fence, "", wraps=last))
    if not any(section.broken for section in document.sections):
        return document, tuple(found)
    landmarks = Landmarks(contract)
    while len(found) < _MOST and (broken := _next(document, landmarks, found[-1].end if found else 0)):
        if found and broken.line == found[0].wraps:
            break  # the end of the fence around the document
        found.append(broken)
        document = document.with_fences({broken.line: broken.end})
    return document, tuple(found)


def _next(document: Document, landmarks: Landmarks, after: int) -> BrokenFence | None:
    """The first broken fence or comment from a line on."""
    line, block = _first_broken(document, after)
    if block is None:
        return None
    above = _fences_above(document, line)
    if culprit := _culprit(document, landmarks, [fence for fence in above if fence[0] >= after]):
        return culprit
    if isinstance(block, Code):
        return _diagnosed(document, landmarks, (line, block), above[-1:])
    return _unclosed_html(document, landmarks, line, block)


def _first_broken(document: Document, after: int) -> tuple[int, Block | None]:
    for start, section in zip(document.starts, document.sections, strict=False):
        if section.broken and start + section.height > after:
            for at, block in section.placed:
                if start + at >= after and is_broken(block):
                    return start + at, block
    return 0, None


def _fences_above(document: Document, line: int) -> list[_Fence]:
    """The last fences above a line, from top to bottom."""
    found: list[_Fence] = []
    index = document.section_at(line)
    while index >= 0 and len(found) < _BACK:
        start = document.starts[index]
        placed = [(start + at, block) for at, block in document.sections[index].placed]
        found[:0] = [
            (at, block) for at, block in placed if at < line and isinstance(block, Code) and block.fence
        ]
        index -= 1
    return found


def _culprit(document: Document, landmarks: Landmarks, above: Sequence[_Fence]) -> BrokenFence | None:
    """A fence that lost its end and was closed by the next one's opening: since then all is inside out.

    It holds a heading or label of the contract, and with its end put above that less is broken.
    """
    broken = _count_broken(document)
    for line, block in above:
        at = next(landmarks.inside(block.code), -1)
        if at < 0 or not block.closed or block.language in _MARKDOWN:
            continue
        end = _above(document.lines, line, line + 1 + at)
        if _count_broken(document.with_fences({line: end})) <= broken:
            return BrokenFence(line, end, block.fence, block.info)
    return None


def _count_broken(document: Document) -> int:
    """How many of the document's blocks are broken."""
    return sum(
        is_broken(block) for section in document.sections if section.broken for block in section.blocks
    )


def _diagnosed(
    document: Document, landmarks: Landmarks, fence: _Fence, above: Sequence[_Fence]
) -> BrokenFence:
    """What is wrong with a fence, and where it was meant to end."""
    line, block = fence
    nested, last = line + block.nested if block.nested >= 0 else -1, line + block.height
    if (
        nested >= 0
        and block.language in _PROSE
        and (end := _balanced(document, landmarks, line, block.fence))
    ):
        first, outer = _outer(document, landmarks, fence, above)
        early = first + outer.height - 1
        return BrokenFence(first, end, outer.fence, outer.info, nested if first == line else early, early)
    limit = next((line + 1 + at for at in landmarks.inside(block.lines[1:])), last)
    if nested >= 0 and block.language not in _PROSE:
        limit = min(limit, nested)
    if nested >= 0 and limit == last:
        return BrokenFence(line, last, block.fence, block.info, nested, last - 1)
    return BrokenFence(line, _above(document.lines, line, limit), block.fence, block.info)


def _outer(document: Document, landmarks: Landmarks, fence: _Fence, above: Sequence[_Fence]) -> _Fence:
    """The fence that was meant as the outer one.

    A bare fence nested in Markdown ends it at once; the bare fence that follows, meant as the end of
    the nested one, then seems to be the outer. Nothing of the contract stands between the two.
    """
    if fence[1].info or not above or above[-1][1].language not in _MARKDOWN or not above[-1][1].closed:
        return fence
    between = document.lines[above[-1][0] + above[-1][1].height : fence[0]]
    return fence if any(True for _ in landmarks.inside(between)) else above[-1]


def _balanced(document: Document, landmarks: Landmarks, line: int, fence: str) -> int:
    """The line behind the one where a fence and those nested in it balance; 0 where they do not.

    An item of the contract is no part of an example, so that nothing balances beyond it.
    """
    depth = 1
    for at in range(line + 1, document.line_count):
        text = body(document.line(at))
        if opens_inside(text, fence):
            depth += 1
        elif closes(text, fence):
            depth -= 1
        elif text.startswith("#") and landmarks.is_item(text):
            return 0
        if not depth:
            return at + 1
    return 0


def _unclosed_html(document: Document, landmarks: Landmarks, line: int, block: Block) -> BrokenFence:
    """A comment ends with its paragraph, at the latest above a landmark; other HTML above a landmark."""
    lines = block.lines
    limit = next(landmarks.inside(lines[1:]), len(lines) - 1) + 1
    comment = lines[0].lstrip().startswith("<!--")
    if comment:
        limit = next((at for at in range(limit) if not body(lines[at]).strip()), limit)
    end = _above(document.lines, line, line + limit)
    return BrokenFence(line, end, "<!--" if comment else lines[0].split(maxsplit=1)[0], "")


def _above(lines: Sequence[str], line: int, limit: int) -> int:
    """The line behind the last text above a limit; rules are part of the gap."""
    while limit > line + 1 and body(lines[limit - 1]).strip() in ("", "---"):
        limit -= 1
    return limit
