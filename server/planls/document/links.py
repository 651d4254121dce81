"""Links in lines of Markdown: inline links, images and definitions of references, outside code."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from planls.document.blocks import Block, Container, Heading, Paragraph, Table
from planls.document.inline import code_spans
from planls.document.lines import Span, body

_INLINE = re.compile(
    r"(?<!\\)(?P<image>!?)\[(?P<text>(?:[^\[\]\\]|\\.|\[[^\[\]]{0,300}+\]){0,500}+)\]"
    r"\([ \t]*+(?:<(?P<angle>[^<>]{0,1000}+)>|(?P<plain>(?:[^\s()<>]|\([^\s()]{0,300}+\)){0,1000}+))"
    r"(?:[ \t]++(?:\"[^\"]*+\"|'[^']*+'|\([^()]*+\)))?[ \t]*+\)"
)
_DEFINITION = re.compile(
    r" {0,3}\[(?P<text>(?!\^)[^\[\]]{1,300}+)\]:[ \t]*+(?:<(?P<angle>[^<>]{0,1000}+)>|(?P<plain>\S{1,1000}+))"
    r"(?:[ \t]++(?:\"[^\"]*+\"|'[^']*+'|\([^()]*+\)))?[ \t]*+$"
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")


@dataclass(frozen=True, slots=True)
class Link:
    """A link: its text, the target as written and where that stands, and the columns of all of it."""

    text: str
    target: str
    span: Span
    start: int
    end: int
    image: bool = False

    @property
    def is_local(self) -> bool:
        """Whether it leads to a file or a heading, not to the web."""
        return bool(self.target) and not _SCHEME.match(self.target)

    @property
    def file(self) -> str:
        """The file that it leads to, decoded; empty: the document itself."""
        return file_of(self.target)

    @property
    def anchor(self) -> str:
        """The heading or other anchor that it leads to, decoded; empty without one."""
        return decoded(self.target.partition("#")[2])


def file_of(target: str) -> str:
    """The file that a link's target names, decoded; empty: the document itself, or the web."""
    return "" if _SCHEME.match(target) else decoded(target.partition("#")[0].partition("?")[0])


def decoded(text: str) -> str:
    """A part of a link's target without percent signs for other characters."""
    if "%" not in text:
        return text
    from urllib.parse import unquote

    return unquote(text)


def links_in(line: str, at: int) -> Iterator[Link]:
    """The links in a line of prose, the ``at``-th of its document, from left to right."""
    if "](" in line or "]:" in line:
        text = _without_code(body(line))
        definition = _DEFINITION.match(text)
        for match in (definition,) if definition else _INLINE.finditer(text):
            yield _link(match, text, at)


def prose(block: Block) -> Iterator[tuple[int, str]]:
    """The lines of a block in which Markdown's inline marks count, each with its place in the block."""
    if isinstance(block, (Paragraph, Heading, Table)):
        yield from enumerate(block.lines)
    elif isinstance(block, Container):
        yield from ((at, line) for at, line in enumerate(block.lines) if at not in block.code_lines)


def _link(match: re.Match[str], text: str, at: int) -> Link:
    group = "plain" if match["angle"] is None else "angle"
    span = Span(at, match.start(group), at, match.end(group))
    image = match.re is _INLINE and bool(match["image"])
    return Link(text[slice(*match.span("text"))], match[group], span, *match.span(), image)


def _without_code(line: str) -> str:
    """The line with its code spans blanked, column for column."""
    pieces, at = [], 0
    for start, end in code_spans(line) if "`" in line else ():
        pieces += [line[at:start], " " * (end - start)]
        at = end
    return "".join(pieces) + line[at:]
