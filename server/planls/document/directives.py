"""The comments that speak to planls: ``<!-- planls-disable-next-line STR001 -- reason -->``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from planls.document.blocks import Block, Code, Container, FrontMatter
from planls.document.inline import code_spans
from planls.document.lines import Span, body
from planls.document.memory import remembered

_OPENING = re.compile(r"<!--[ \t]*planls(-[a-z-]+|[:\s-]*(?:disable|enable)[a-z-]*)", re.IGNORECASE)
"""Also what was meant for a comment to planls: ``planls: disable``."""
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


@remembered
def directives(block: Block) -> tuple[Directive, ...]:
    """The directives in a block; code and front matter have none."""
    return tuple(_directives(block))


def _directives(block: Block) -> Iterator[Directive]:
    if isinstance(block, Code | FrontMatter):
        return
    code = block.code_lines if isinstance(block, Container) else frozenset()
    for at, line in enumerate(block.lines):
        if "<!--" in line and at not in code:
            yield from _in_line(body(line), at)


def _in_line(line: str, at: int) -> Iterator[Directive]:
    """The comments of a line, each from its opening to the first ``-->`` behind it."""
    end, spans = 0, code_spans(line)
    while (opening := _OPENING.search(line, end)) and (close := line.find("-->", opening.end())) >= 0:
        end = close + 3
        reason = line.find(" -- ", opening.end(), close)
        names = tuple(
            (name[0], Span(at, name.start(), at, name.end()))
            for name in _NAME.finditer(line, opening.end(), reason if reason >= 0 else close)
        )
        if not any(low < opening.start() < high for low, high in spans):
            yield Directive(opening[1].removeprefix("-"), names, Span(at, opening.start(), at, end))
