"""The technologies that a line of text names, each with what it still needs to count."""

from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple

from planls.document.lines import Span
from planls.scope.evidence import Need, in_one_list, need
from planls.scope.lexicon import Lexicon, Mark
from planls.scope.masks import masked
from planls.scope.surroundings import Line, Sighting
from planls.scope.terms import Term, terms

_WEIGHTY = (Mark.CERTAIN, Mark.PROPER)
_PLAIN = (Mark.CERTAIN, Mark.VENDOR)
_PROPER, _VENDOR, _SILENT = Mark.PROPER, Mark.VENDOR, Mark.SILENT  # enums look up their members slowly
_NEVER = Need.NEVER


class Certainty(IntEnum):
    """How sure it is that a text names a technology."""

    ORDINARY = 1
    """A word of the language that its surroundings make a name."""
    NAMED = 2
    """A name that means nothing else."""
    STRUCTURAL = 3
    """What code imports, installs or runs."""

    @property
    def label(self) -> str:
        """The word for it: ordinary, named, structural."""
        return self.name.lower()


_ORDINARY, _NAMED = Certainty.ORDINARY, Certainty.NAMED


class Mention(NamedTuple):
    """A technology in the text: its name, and the 0-based line and column of what stands there.

    ``need`` is what the line alone could not tell; ``vendor``: its vendor has to be named, too; ``alone``:
    nothing else stands in its list item or cell. ``package`` is how it is known to its ecosystem
    (``pypi:httpx``) where the lexicon does not know it.
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

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.line, self.column, self.line, self.column + len(self.text))

    def down(self, lines: int) -> "Mention":
        """The same mention, that many lines further down."""
        return Mention._make((self[0], self[1] + lines, *self[2:])) if lines else self


def named_by(text: str, lexicon: Lexicon, lead: str = "", *, drawn: bool = False) -> list[Mention]:
    """The technologies in a line of text, from left to right; the rest as for `surroundings.Line`."""
    starts = lexicon.starts(text)
    if not starts:
        return []
    shown = masked(text)
    if shown is not text:
        starts = [start for start in starts if shown[start[0]] != " "]
    line = Line(shown, lead, drawn)
    judged = _judged(line, terms(shown, starts, lexicon))
    lacking = [one for one in judged if one[-1]]
    if lacking:
        judged = [one for one in _in_lists(line, judged) if one[-1] is not _NEVER]
    return [_mention(*one) for one in judged]


_Judged = tuple[Sighting, Mark, str, Need]
"""A term in its line, how it counts, the technology that it means, and what it needs for that."""


def _judged(line: Line, places: Iterable[list[Term]]) -> list[_Judged]:
    """At each place the longest term that means something there; those that need a list, too."""
    found = []
    behind = 0
    for here in places:
        if here[0][0] >= behind and (best := _best(line, here)):
            behind = best[0].end
            found.append(best)
    return found


def _best(line: Line, here: list[Term]) -> _Judged | None:
    """Of the terms that begin in one place the longest that needs least to count."""
    waiting = None
    for start, end, meanings in here:
        sight = Sighting(line, start, end)
        for mark, name in meanings:
            lack = need(sight, mark)
            if lack is not _NEVER:
                return sight, mark, name, lack
            if waiting is None and mark is not _SILENT:
                waiting = sight, mark, name, lack
    return waiting


def _in_lists(line: Line, judged: list[_Judged]) -> Iterator[_Judged]:
    """The same, where the company in an enumeration makes up for evidence that is lacking."""
    for chain in _chains(line.text, judged):
        sure = sum(mark in _WEIGHTY and not lack for _, mark, _, lack in chain)
        around = chain[0][0].start, chain[-1][0].end
        for sight, mark, name, lack in chain:
            if len(chain) == 1 or not lack:
                yield sight, mark, name, lack
            else:
                seen = Sighting(line, sight.start, sight.end, around)
                yield seen, mark, name, _in_company(seen, mark, sure)


def _in_company(sight: Sighting, mark: Mark, sure: int) -> Need:
    """What a term in an enumeration needs that has so many which are sure."""
    enough = sure >= 1 + (not sight.capital) + (mark is Mark.LISTED)
    if enough and not sight.is_part and mark is not _SILENT:
        return Need.NOTHING
    return need(sight, mark)


def _chains(text: str, judged: list[_Judged]) -> Iterator[list[_Judged]]:
    """The terms in runs of such as stand in one enumeration."""
    chain: list[_Judged] = []
    for one in judged:
        if chain and not in_one_list(text, chain[-1][0].end, one[0].start):
            yield chain
            chain = []
        chain.append(one)
    if chain:
        yield chain


def _mention(sight: Sighting, mark: Mark, name: str, lack: Need) -> Mention:
    plain = mark in _PLAIN or (mark is _PROPER and sight.capital)
    certainty = _NAMED if plain else _ORDINARY
    return Mention(name, 0, sight.start, sight.text, certainty, lack, mark is _VENDOR, sight.alone)
