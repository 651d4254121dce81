"""Broken fences: ones that never close, and ones that close early because a fence is nested in them.

A comment that never closes is one, too: it hides the rest of the text.

What CommonMark makes of such a text (headings leak out of code, steps are swallowed by it) is not what
its author meant. The contract tells where the author was: a fence of code ended, at the latest, above
the next heading or label that the contract knows; a fence of Markdown ended where the fences nested in
it balance.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planls.contract.model import Contract
from planls.document import Document
from planls.document.blocks import Block, Code, Paragraph
from planls.document.document import is_broken
from planls.document.labels import labels
from planls.document.lines import body
from planls.document.syntax import closes, opens_inside

_PROSE = ("", "markdown", "md", "mdx", "text", "txt")
"""Languages whose code may well hold fences of its own."""

_HEADING = re.compile(r" {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$")
_MOST = 100
"""Broken fences that are mended; what lies beyond is read as CommonMark has it."""


@dataclass(frozen=True)
class BrokenFence:
    """A broken fence: the line it opens on, the one behind its meant end, and what is wrong.

    ``nested`` is the line of the first fence nested in it, -1 where it is just not closed. ``early`` is
    the line on which CommonMark ends a fence with another nested in it.
    """

    line: int
    end: int
    fence: str
    info: str
    nested: int = -1
    early: int = -1


def mended(document: Document, contract: Contract) -> tuple[Document, tuple[BrokenFence, ...]]:
    """The document read as its author meant it, and the fences that broke."""
    if not any(section.broken for section in document.sections):
        return document, ()
    found: list[BrokenFence] = []
    while len(found) < _MOST and (broken := _next(document, contract, found[-1].end if found else 0)):
        found.append(broken)
        document = document.with_fences({broken.line: broken.end})
    return document, tuple(found)


def _next(document: Document, contract: Contract, after: int) -> BrokenFence | None:
    """The first broken fence from a line on."""
    for index, (start, section) in enumerate(zip(document.starts, document.sections, strict=False)):
        if not section.broken or start + section.height <= after:
            continue
        for at, block in section.placed:
            if start + at >= after and is_broken(block):
                if isinstance(block, Code):
                    return _diagnosed(
                        document, contract, start + at, block, _fence_above(document, index, at)
                    )
                return _unclosed_html(document, contract, start + at, block)
    return None


def _unclosed_html(document: Document, contract: Contract, line: int, block: Block) -> BrokenFence:
    """A comment ends with its paragraph, at the latest above a landmark; other HTML above a landmark."""
    lines = block.lines
    limit = next(_landmarks(lines[1:], contract), len(lines) - 1) + 1
    comment = lines[0].lstrip().startswith("<!--")
    if comment:
        limit = next((at for at in range(limit) if not body(lines[at]).strip()), limit)
    end = _above(document.lines, line, line + limit)
    return BrokenFence(line, end, "<!--" if comment else lines[0].split(maxsplit=1)[0], "")


def _fence_above(document: Document, index: int, line: int) -> tuple[int, Code] | None:
    """The last fence above a line of a section, and the document's line that it starts on."""
    while index >= 0:
        fences = [
            (document.starts[index] + at, block)
            for at, block in document.sections[index].placed
            if at < line and isinstance(block, Code) and block.fence
        ]
        if fences:
            return fences[-1]
        index -= 1
        line = document.line_count
    return None


def _diagnosed(
    document: Document, contract: Contract, line: int, block: Code, before: tuple[int, Code] | None
) -> BrokenFence:
    """What is wrong with a fence, and where it was meant to end."""
    nested = line + block.nested if block.nested >= 0 else -1
    last = line + block.height
    if (
        nested >= 0
        and block.language in _PROSE
        and (end := _balanced(document.lines, contract, line, block.fence))
    ):
        outer = _outer(document, contract, line, block, before)
        return BrokenFence(
            outer[0], end, outer[1].fence, outer[1].info, nested, outer[0] + outer[1].height - 1
        )
    landmarks = _landmarks(document.lines[line + 1 : last], contract)
    limit = next((line + 1 + at for at in landmarks), last)
    if nested >= 0 and block.language not in _PROSE:
        limit = min(limit, nested)
    if nested >= 0 and limit == last:
        return BrokenFence(line, last, block.fence, block.info, nested, last - 1)
    return BrokenFence(line, _above(document.lines, line, limit), block.fence, block.info)


def _outer(
    document: Document, contract: Contract, line: int, block: Code, before: tuple[int, Code] | None
) -> tuple[int, Code]:
    """The fence that was meant as the outer one.

    A bare fence nested in Markdown ends it at once; the bare fence that follows, meant as the end of
    the nested one, then seems to be the outer. Nothing of the contract stands between the two.
    """
    if block.info or before is None or before[1].language not in _PROSE[1:4] or not before[1].closed:
        return line, block
    between = document.lines[before[0] + before[1].height : line]
    return (line, block) if any(True for _ in _landmarks(between, contract)) else before


def _balanced(lines: Sequence[str], contract: Contract, line: int, fence: str) -> int:
    """The line behind the one where a fence and those nested in it balance; 0 where they do not.

    An item of the contract is no part of an example, so that nothing balances beyond it.
    """
    depth = 1
    for at in range(line + 1, len(lines)):
        text = body(lines[at])
        if opens_inside(text, fence):
            depth += 1
        elif closes(text, fence):
            depth -= 1
        elif text.startswith("#") and _is_item(text, contract):
            return 0
        if not depth:
            return at + 1
    return 0


def _landmarks(lines: Sequence[str], contract: Contract) -> Iterator[int]:
    """The lines that are headings or labels of the contract."""
    keys = {
        key
        for spec in contract.walk()
        for f in (*spec.fields, *(spec.item.fields if spec.item else ()))
        for key in f.keys
    }
    for at, line in enumerate(lines):
        if line.lstrip().startswith("#"):
            heading = _HEADING.match(body(line))
            if _is_item(line, contract) or (heading and contract.named(heading[1])):
                yield at
        elif line.lstrip()[:1] in ("*", "_") and any(
            label.marked and label.key in keys for label in labels(Paragraph((line,)))
        ):
            yield at


def _is_item(line: str, contract: Contract) -> bool:
    """Whether a line is the heading of an item that begins with a word, as ``### Step 3: Name`` does."""
    heading = _HEADING.match(body(line))
    items = (spec.item for spec in contract.walk() if spec.item and spec.item.pattern.word)
    return heading is not None and any(item.pattern.match(heading[1]) for item in items)


def _above(lines: Sequence[str], line: int, limit: int) -> int:
    """The line behind the last text above a limit; rules are part of the gap."""
    while limit > line + 1 and body(lines[limit - 1]).strip() in ("", "---"):
        limit -= 1
    return limit
