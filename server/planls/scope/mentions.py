"""The technologies that a block or section names, in prose, tables, lists, diagrams and code."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from planls.document import Section
from planls.document.blocks import Blank, Block, Break, Code, Container, FrontMatter, Html
from planls.document.inline import code_spans
from planls.document.lines import body
from planls.document.memory import latest, remembered
from planls.scope.code import Form, Use, source_of, source_uses, span_uses
from planls.scope.comments import is_drawn, spoken
from planls.scope.evidence import Need
from planls.scope.lexicon import Lexicon, Mark
from planls.scope.sightings import Certainty, Mention, named_by
from planls.scope.tokens import key

__all__ = ["Mention", "is_item", "mentions_in"]

_OPEN = ("pypi", "npm", "go", "cargo", "gem", "maven", "nuget", "composer", "hex")
"""Ecosystems of which a package that the lexicon does not know is a mention, too."""

_SILENT = (Blank, Break, FrontMatter)
_ENDS = (".", "!", "?", ":", ";", "|", "```")
_ITEM = re.compile(r"\s*(?:[-*+•>|]|#+|\d{1,3}[.)])(?:\s|$)")
_LEAD = 100
"""Characters of the line above that are looked at where a sentence goes on."""
_LINES = 16_384
"""Lines that are remembered: as many as one works on, a few megabytes at the most."""
_SPANS = 4_096
_NO_LINES: frozenset[int] = frozenset()
_place = attrgetter("line", "column")
_MATES, _STRUCTURAL = Need.MATES, Certainty.STRUCTURAL  # enums look up their members slowly


@remembered
def mentions_in(section: Section, lexicon: Lexicon) -> tuple[Mention, ...]:
    """What a section names, from top to bottom; lines are relative to its first."""
    found: list[Mention] = []
    for start, block in zip(section.starts, section.blocks, strict=False):
        if isinstance(block, _SILENT) or (isinstance(block, Html) and block.is_comment):
            continue
        if isinstance(block, Code):
            found += _of_code(block, start, lexicon)
        elif named := _in_prose(block, start, lexicon):
            found += _with_mates(named)
    return tuple(found)


@latest
def _of_code(block: Code, start: int, lexicon: Lexicon) -> tuple[Mention, ...]:
    """What a block of code names; remembered, because most edits elsewhere in its section leave it alone."""
    return tuple(_in_code(block.code, block.language, start + bool(block.fence), lexicon))


def _in_prose(block: Block, start: int, lexicon: Lexicon) -> list[Mention]:
    """What lines of prose name, code spans included, and the fences among them."""
    code = block.code_lines if isinstance(block, Container) and block.leaves else _NO_LINES
    found: list[Mention] = []
    for at, line in enumerate(block.lines):
        if at not in code and (here := _in_line(line, _lead(block.lines, at) if at else "", lexicon)):
            found += [mention.down(start + at) for mention in here]
    if code and isinstance(block, Container):
        inner = (mention.down(start) for mention in _in_fences(block, lexicon))
        found = sorted([*found, *inner], key=_place)
    return found


def _with_mates(found: list[Mention]) -> list[Mention]:
    """The mentions; of two items or cells that say nothing else, one that is sure vouches for the other."""
    if _MATES not in [m.need for m in found]:
        return found
    sure = any(m.alone and m.need is Need.NOTHING for m in found)
    told = Need.NOTHING if sure else Need.EARLIER
    return [m._replace(need=told) if m.need is _MATES else m for m in found]


def _in_fences(block: Container, lexicon: Lexicon) -> Iterator[Mention]:
    """What the fences in a list or quote name."""
    for leaf in block.leaves:
        if not leaf.level:
            inner = block.lines[leaf.line + 1 : leaf.line + leaf.height - 1]
            language = (leaf.info.split() or [""])[0].lower()
            yield from _in_code(inner, language, leaf.line + 1, lexicon)


def is_item(line: str) -> bool:
    """Whether a line begins a list item, table row, quote or heading, and so goes on no sentence."""
    return _ITEM.match(line) is not None


def _lead(lines: Sequence[str], at: int) -> str:
    """The end of the line above where a sentence goes on from there."""
    if is_item(lines[at]):
        return ""
    above = lines[at - 1].strip()
    ended = not above or "|" in above or above.rstrip(" *_~`\"'”’)").endswith(_ENDS)
    return "" if ended else above[-_LEAD:]


@lru_cache(maxsize=_LINES)
def _in_line(line: str, lead: str, lexicon: Lexicon) -> tuple[Mention, ...]:
    """What a line of prose names. Remembered, because a block has many of which an edit changes one."""
    text = body(line)
    named = named_by(text, lexicon, lead)
    return tuple(_joined(list(_in_spans(text, lexicon)), named) if "`" in text else named)


def _joined(structural: list[Mention], named: list[Mention]) -> list[Mention]:
    """Both, from top to bottom; what stands within what code uses is no mention of its own."""
    if not (structural and named):
        return structural or named
    lines = {mention.line for mention in named}
    used = [m for m in structural if m.line in lines]
    taken = {(m.line, n) for m in used for n in range(m.column, m.column + len(m.text))}
    others = [m for m in named if (m.line, m.column) not in taken]
    return sorted([*structural, *others], key=_place)


def _in_spans(text: str, lexicon: Lexicon) -> Iterator[Mention]:
    """What the code spans of a line use."""
    for start, end in code_spans(text):
        inside = text[start:end].strip("`")
        for mention in _in_span(inside, lexicon):
            ticks = (end - start - len(inside)) // 2
            yield mention._replace(column=mention.column + start + ticks)


@lru_cache(maxsize=_SPANS)
def _in_span(text: str, lexicon: Lexicon) -> tuple[Mention, ...]:
    """What a code span uses. Remembered, because a document says the same few all over."""
    return tuple(mention for use in span_uses(text) if (mention := _used(use, lexicon)))


def _in_code(lines: Sequence[str], language: str, first: int, lexicon: Lexicon) -> list[Mention]:
    """What code uses, and what its comments, or all of a drawing, name; ``first`` is its first line."""
    source = source_of(lines)
    structural = [found for use in source_uses(source, language) if (found := _used(use, lexicon, first))]
    drawn = is_drawn(language)
    named = [
        mention.down(first + at)
        for at, text in spoken(source, language)
        for mention in _in_comment(text, drawn, lexicon)
    ]
    return _joined(structural, named)


@lru_cache(maxsize=_LINES)
def _in_comment(text: str, drawn: bool, lexicon: Lexicon) -> tuple[Mention, ...]:  # noqa: FBT001
    """What a line of code says to people."""
    return tuple(named_by(text, lexicon, drawn=drawn))


def _used(use: Use, lexicon: Lexicon, first: int = 0) -> Mention | None:
    """What code uses as a mention; a package that nobody knows is one by its own name."""
    name = lexicon.packaged(use.ecosystem, use.name) or _by_name(use, lexicon)
    if name:
        return Mention(name, use.line + first, use.column, use.text, _STRUCTURAL)
    if use.ecosystem not in _OPEN or use.form is Form.MODULE:
        return None
    package = f"{use.ecosystem}:{use.name}"
    return Mention(use.name, use.line + first, use.column, use.text, _STRUCTURAL, package=package)


def _by_name(use: Use, lexicon: Lexicon) -> str | None:
    """The technology with the very name of a package, where that is no ordinary word."""
    meanings = lexicon.meanings(key(use.name)) if use.ecosystem in _OPEN else ()
    return next((name for mark, name in meanings if mark in (Mark.CERTAIN, Mark.PROPER)), None)
