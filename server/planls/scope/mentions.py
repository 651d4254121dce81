"""The technologies that a block or section names, in prose, tables, lists, diagrams and code."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from planls.document import Section
from planls.document.blocks import Blank, Block, Break, Code, Container, FrontMatter, Html
from planls.document.inline import code_spans
from planls.document.lines import body
from planls.document.memory import remembered
from planls.scope.code import Form, Use, span_uses, uses
from planls.scope.comments import comments, is_drawn
from planls.scope.evidence import Need
from planls.scope.lexicon import Lexicon, Mark
from planls.scope.sightings import Certainty, Seen, named_by
from planls.scope.tokens import key

_OPEN = ("pypi", "npm", "go", "cargo", "gem", "maven", "nuget", "composer", "hex")
"""Ecosystems of which a package that the lexicon does not know is a mention, too."""

_ENDS = (".", "!", "?", ":", ";", "|", "```")
_ITEM = re.compile(r"\s*(?:[-*+•>|]|#+|\d{1,3}[.)])(?:\s|$)")
_LEAD = 100
"""Characters of the line above that are looked at where a sentence goes on."""


class Mention(NamedTuple):
    """A technology in the text: its name, and the 0-based line and column of what stands there.

    ``package`` is how it is known to its ecosystem (``pypi:httpx``) where the lexicon does not know it.
    ``need``, ``vendor`` and ``alone`` are of `sightings.Seen`: what only the whole document can tell.
    """

    name: str
    line: int
    column: int
    text: str
    certainty: Certainty
    need: Need = Need.NOTHING
    vendor: bool = False
    alone: bool = False
    package: str = ""

    def down(self, lines: int) -> "Mention":
        """The same mention, that many lines further down."""
        return Mention(self[0], self[1] + lines, *self[2:]) if lines else self


@remembered
def mentions_in(section: Section, lexicon: Lexicon) -> tuple[Mention, ...]:
    """What a section names, from top to bottom; lines are relative to its first."""
    return tuple(m.down(start) for start, block in section.placed for m in _of_block(block, lexicon))


@remembered
def _of_block(block: Block, lexicon: Lexicon) -> tuple[Mention, ...]:
    """What a block names; lines are relative to its first."""
    if isinstance(block, Blank | Break | FrontMatter) or (isinstance(block, Html) and block.is_comment):
        return ()
    if isinstance(block, Code):
        return tuple(
            _in_code([body(line) for line in block.code], block.language, int(bool(block.fence)), lexicon)
        )
    found = list(_in_prose(block, lexicon))
    if isinstance(block, Container) and block.code_lines:
        found += _in_fences(block, lexicon)
        found.sort(key=lambda m: (m.line, m.column))
    return tuple(_with_mates(found))


def _with_mates(found: list[Mention]) -> Iterator[Mention]:
    """The mentions; of two items or cells that say nothing else, one that is sure vouches for the other."""
    sure = any(m.alone and m.need is Need.NOTHING for m in found)
    for mention in found:
        if mention.need is Need.MATES:
            yield mention._replace(need=Need.NOTHING if sure else Need.EARLIER)
        else:
            yield mention


def _in_fences(block: Container, lexicon: Lexicon) -> Iterator[Mention]:
    """What the fences in a list or quote name."""
    for leaf in block.leaves:
        if not leaf.level:
            inner = [body(line) for line in block.lines[leaf.line + 1 : leaf.line + leaf.height - 1]]
            language = (leaf.info.split() or [""])[0].lower()
            yield from _in_code(inner, language, leaf.line + 1, lexicon)


def is_item(line: str) -> bool:
    """Whether a line begins a list item, table row, quote or heading, and so goes on no sentence."""
    return _ITEM.match(line) is not None


def _in_prose(block: Block, lexicon: Lexicon) -> Iterator[Mention]:
    """What lines of prose name, code spans included."""
    code = block.code_lines if isinstance(block, Container) else frozenset[int]()
    for at, line in enumerate(block.lines):
        if at not in code and ("`" in line or lexicon.may_name(line)):
            yield from _in_line(body(line), at, _lead(block.lines, at), lexicon)


def _lead(lines: Sequence[str], at: int) -> str:
    """The end of the line above where a sentence goes on from there."""
    above = body(lines[at - 1]).strip() if at else ""
    ended = not above or "|" in above or above.rstrip(" *_~`\"'”’)").endswith(_ENDS)
    return "" if ended or is_item(lines[at]) else above[-_LEAD:]


def _in_line(text: str, at: int, lead: str, lexicon: Lexicon) -> Iterator[Mention]:
    named = [_mention(one, at) for one in named_by(text, lexicon, lead)]
    structural = list(_in_spans(text, at, lexicon)) if "`" in text else []
    yield from _joined(structural, named) if structural else named


def _joined(structural: list[Mention], named: list[Mention]) -> list[Mention]:
    """Both, from top to bottom; what stands within what code uses is no mention of its own."""
    taken = {(m.line, n) for m in structural for n in range(m.column, m.column + len(m.text))}
    others = (mention for mention in named if (mention.line, mention.column) not in taken)
    return sorted([*structural, *others], key=lambda m: (m.line, m.column))


def _in_spans(text: str, at: int, lexicon: Lexicon) -> Iterator[Mention]:
    """What the code spans of a line use."""
    for start, end in code_spans(text):
        ticks = len(text[start:end]) - len(text[start:end].lstrip("`"))
        inside = text[start + ticks : end - ticks]
        for use in span_uses(inside):
            if mention := _used(use, lexicon):
                yield mention._replace(line=at, column=use.column + start + ticks)


def _in_code(lines: list[str], language: str, first: int, lexicon: Lexicon) -> Iterator[Mention]:
    """What code uses, and what its comments, or all of a drawing, name; ``first`` is where its lines begin."""
    structural = [found for use in uses(lines, language) if (found := _used(use, lexicon))]
    drawn = is_drawn(language)
    spoken = enumerate(lines) if drawn else comments(lines, language)
    named = [
        _mention(one, at)
        for at, text in spoken
        if lexicon.may_name(text)
        for one in named_by(text, lexicon, drawn=drawn)
    ]
    yield from (mention.down(first) for mention in _joined(structural, named))


def _used(use: Use, lexicon: Lexicon) -> Mention | None:
    """What code uses as a mention; a package that nobody knows is one by its own name."""
    name = lexicon.packaged(use.ecosystem, use.name) or _by_name(use, lexicon)
    if name:
        return Mention(name, use.line, use.column, use.text, Certainty.STRUCTURAL)
    if use.ecosystem not in _OPEN or use.form is Form.MODULE:
        return None
    package = f"{use.ecosystem}:{use.name}"
    return Mention(use.name, use.line, use.column, use.text, Certainty.STRUCTURAL, package=package)


def _by_name(use: Use, lexicon: Lexicon) -> str | None:
    """The technology with the very name of a package, where that is no ordinary word."""
    meanings = lexicon.meanings(key(use.name)) if use.ecosystem in _OPEN else ()
    return next((name for mark, name in meanings if mark in (Mark.CERTAIN, Mark.PROPER)), None)


def _mention(found: Seen, line: int) -> Mention:
    return Mention(
        found.name, line, found.column, found.text, found.certainty, found.need, found.vendor, found.alone
    )
