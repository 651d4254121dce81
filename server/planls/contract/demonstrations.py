"""Whether a section shows anything: a command, its output, a picture, or something that one can look at."""

import re
from collections.abc import Iterator

from planls.contract.codes import codes_in
from planls.contract.part import Part
from planls.contract.saying import shows_nothing
from planls.document.blocks import Blank, Block, Break, Code, Html, Table
from planls.document.lines import body
from planls.document.words import normal

_MARK = re.compile(r"[\s>]*(?:[-*+]|\d{1,3}[.)])\s+(?:\[.\]\s)?")


def is_demonstration(part: Part) -> bool:
    """Whether a section shows something, or has no text of its own that could."""
    if codes_in(part) or any(map(_is_shown, (block for _, block in part.placed))):
        return True
    lines = list(_lines(part))
    text = "\n".join(lines)
    if not text.strip() or part.contract.unfilled(text):
        return True
    return not shows_nothing(text) and not _is_to_taste(lines)


def _is_to_taste(lines: list[str]) -> bool:
    from planls.contract.checks.taste import is_to_taste

    return is_to_taste(lines)


def _is_shown(block: Block) -> bool:
    return isinstance(block, Table) or (isinstance(block, Html) and not block.is_comment)


def _lines(part: Part) -> Iterator[str]:
    """The lines of prose below the heading, list markers and the template's own prose aside."""
    prose = getattr(part.spec, "prose", ())
    for at, block in part.placed:
        if at >= part.first_body_line and not isinstance(block, Blank | Break | Code | Html):
            yield from (_MARK.sub("", body(line)) for line in block.lines if normal(line) not in prose)
