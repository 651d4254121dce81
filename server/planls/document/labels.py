"""Labelled fields: ``**Goal**: text`` in its many spellings.

The document knows no kind, so a label in bold or italics is one by its form, and a plain ``Goal:`` is
a candidate that counts only where the contract knows the word.
"""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple

from planls.document.blocks import Block, List, Paragraph, Quote
from planls.document.lines import Span, body
from planls.document.memory import remembered
from planls.document.words import bare

_SUFFIX = r"(?:[ \t]*(?P<under>[_*]{0,2})\((?:[^()]|\([^()]*\))*\)(?P=under))?"
_EMOJI = r"(?:[^\w\s*_`#|>(\[<\"'~=+:;,.!?&%$@/\\{}^-]{1,4}[ \t]*)?"
"""An emoji before a label."""
_SIGN = r"(?:[ \t]*[^\w\s:：(\[`*_|.,;!?'\"<>=/\\–—-]{1,4})?"
"""An emoji between a name and its colon or dash."""
_MARKED = re.compile(
    rf" {{0,3}}(?:(?:[-*+]|\d{{1,3}}[.)])[ \t]+)?{_EMOJI}(?P<mark>\*{{1,3}}|_{{1,3}})"
    rf"(?P<name>[^\s*_:：][^*_\n:：]{{0,79}}?)"
    rf"(?:(?P<inside>[ \t]*[:：])(?P=mark){_SUFFIX}|(?P=mark)(?P<suffix>{_SUFFIX.replace('under', 'under2')})"
    rf"{_SIGN}(?P<outside>[ \t]*[:：]|[ \t]+[-–—](?=[ \t]|$)|[ \t]*$))"
)
_LISTED = re.compile(r"\s*[•☐☑☒✓✔✅⬜◦▪‣➤]")
"""A line of a list that has another sign than Markdown's."""
_RUN_IN = re.compile(
    r" {0,3}(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?(?P<mark>\*\*|__)(?P<name>[^\s*_:：][^*_\n:：]{0,59}?)"
    r"(?:[.!]|[ \t]*[–—])(?P=mark)(?=[ \t]|$)"
)
"""``**Title.** text``: a label if the contract knows it, else a sentence in bold."""
_PLAIN = re.compile(
    r" {0,3}(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?(?P<name>(?:\d{1,2}[- ])?[^\W\d_][^\n:*_|`<>\[\]]{0,59}?)"
    r"(?P<outside>:)(?=[ \t]|$)"
)
_HINTS = frozenset("*_:：")
"""A line without any of these is no label."""
_BARE = re.compile(
    r" {0,3}(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?(?P<name>(?:\d{1,2}[- ])?[^\W\d_][^\n:*_|`<>\[\].]{2,59}?)[ \t]*$"
)
"""A short line by itself, which may be the label of what follows."""


class Label(NamedTuple):
    """A label: its name as written, the name to compare, where it stands, where its value starts.

    ``marked``: in bold or italics; otherwise a candidate, which counts only where the contract knows the
    name. ``bold``: it stands in bold, marked or not; ``alone``: it is a line without any sign of a label.
    ``value`` is the rest of its line. A plain tuple, for an edit makes those of its section anew.
    """

    name: str
    key: str
    span: Span
    value: str
    value_column: int
    marked: bool
    bold: bool = False
    alone: bool = False

    def down(self, lines: int) -> "Label":
        """The same label, that many lines further down."""
        return self._replace(span=self.span.down(lines)) if lines else self


@remembered
def labels(block: Block) -> tuple[Label, ...]:
    """The labels in a block, line by line; in lists, bullets without a checkbox and lazy lines count."""
    return tuple(_labels(block))


def _labels(block: Block) -> Iterator[Label]:
    if isinstance(block, Paragraph):
        alone = block.height == 1 or _LISTED.match(block.lines[1])
        yield from _in_lines(enumerate(block.lines), {0} if alone else set())
    elif isinstance(block, List):
        lazy = {leaf.line for leaf in block.leaves if leaf.level < 0}
        outer = [item.line for item in block.items if not item.depth]
        runs = pairwise([*outer, block.height])
        parents = {one for one, other in runs if any(map(str.strip, block.lines[one + 1 : other]))}
        yield from _in_lines([(at, block.lines[at]) for at in sorted(lazy.union(outer))], parents)
    elif isinstance(block, Quote):
        yield from _in_quote(block)


def _in_lines(lines: Iterable[tuple[int, str]], heads: AbstractSet[int]) -> Iterator[Label]:
    """The labels of some lines; on those of ``heads`` a short text alone is a candidate."""
    for at, line in lines:
        text = body(line)
        if at not in heads and _HINTS.isdisjoint(text):
            continue
        marked = ("*" in text or "_" in text) and (_MARKED.match(text) or _RUN_IN.match(text))
        match = marked or _PLAIN.match(text)
        match = match or (_BARE.fullmatch(text) if at in heads else None)
        if match:
            yield _label(match, text, at)


def _in_quote(block: Quote) -> Iterator[Label]:
    for at, line in enumerate(block.lines):
        text = body(line)
        start = len(text) - len(text.lstrip(" >"))
        if at not in block.code_lines and (match := _MARKED.match(" " * start + text[start:], start)):
            yield _label(match, text, at)


def _label(match: re.Match[str], text: str, at: int) -> Label:
    end = match.end()
    value = text[end:]
    column = end + len(value) - len(value.lstrip())
    name = match["name"].strip()
    bold = "mark" in match.re.groupindex
    start = match.start("mark") if bold else match.start("name")
    marked = match.re is _MARKED and not text[:start].strip(" ").rstrip(".)").isdigit()
    return Label(
        name, bare(name), Span(at, start, at, end), value.strip(), column, marked, bold, match.re is _BARE
    )
