"""The comments that speak to planls: ``<!-- planls-disable-next-line STR001 -- reason -->``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from planls.document.blocks import Block, Code, Container, FrontMatter
from planls.document.lines import Span, body

_COMMENT = re.compile(
    r"<!--[ \t]*planls-(?P<verb>[a-z-]+)(?P<names>[^<>]*?)(?:[ \t]--[ \t](?P<reason>[^<>]*?))?[ \t]*-->"
)
_NAME = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Directive:
    """One comment: its verb (``disable-next-line``), the rules it names, and where both stand."""

    verb: str
    names: tuple[tuple[str, Span], ...]
    span: Span

    def down(self, lines: int) -> "Directive":
        """The same directive, that many lines further down."""
        names = tuple((name, span.down(lines)) for name, span in self.names)
        return replace(self, names=names, span=self.span.down(lines))


def directives(block: Block) -> Iterator[Directive]:
    """The directives in a block; code and front matter have none."""
    if isinstance(block, Code | FrontMatter):
        return
    code = block.code_lines if isinstance(block, Container) else frozenset()
    for at, line in enumerate(block.lines):
        if "planls-" in line and at not in code:
            yield from (_directive(match, at) for match in _COMMENT.finditer(body(line)))


def _directive(match: re.Match[str], at: int) -> Directive:
    names = tuple(
        (found[0], Span(at, found.start(), at, found.end()))
        for found in _NAME.finditer(match.string, match.start("names"), match.end("names"))
    )
    return Directive(match["verb"], names, Span(at, match.start(), at, match.end()))
