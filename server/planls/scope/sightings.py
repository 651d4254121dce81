"""The technologies that a line of text names, each with what it still needs to count."""

from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from planls.scope.evidence import Need, in_one_list, need
from planls.scope.lexicon import Lexicon, Mark
from planls.scope.masks import masked
from planls.scope.surroundings import Line, Sighting
from planls.scope.terms import Term, terms

_LINES = 16_384
"""Lines that are remembered: as many as one works on, a few megabytes at the most."""

_WEIGHTY = {Mark.CERTAIN, Mark.PROPER}


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


class Seen(NamedTuple):
    """A technology in a line: 0-based column in code points, what stands there, how sure that is.

    ``need`` is what the line alone could not tell; ``vendor``: its vendor has to be named, too; ``alone``:
    nothing else stands in its list item or cell.
    """

    name: str
    column: int
    text: str
    certainty: Certainty
    need: Need
    vendor: bool
    alone: bool


def named_by(text: str, lexicon: Lexicon, lead: str = "", *, drawn: bool = False) -> tuple[Seen, ...]:
    """The technologies in a line of text, from left to right; the rest as for `surroundings.Line`."""
    return _named_by(text, lexicon, lead, drawn)


@lru_cache(maxsize=_LINES)
def _named_by(text: str, lexicon: Lexicon, lead: str, drawn: bool) -> tuple[Seen, ...]:  # noqa: FBT001
    line = Line(masked(text), lead, drawn)
    judged = list(_judged(line, lexicon))
    return tuple(_seen(one) for one in _in_lists(line, judged) if one.lack is not Need.NEVER)


class _Judged(NamedTuple):
    """A term in its line, what it may mean, and what it needs for that."""

    sight: Sighting
    term: Term
    mark: Mark
    name: str
    lack: Need


def _judged(line: Line, lexicon: Lexicon) -> Iterator[_Judged]:
    """At each place the longest term that means something there; those that need a list, too."""
    behind = 0
    for here in terms(line.text, lexicon):
        if here[0].start >= behind and (best := _best(line, here)):
            behind = best.term.end
            yield best


def _best(line: Line, here: list[Term]) -> _Judged | None:
    """Of the terms that begin in one place the longest that needs least to count."""
    waiting = None
    for term in here:
        sight = Sighting(line, term)
        for mark, name in term.meanings:
            lack = need(sight, mark)
            if lack is not Need.NEVER:
                return _Judged(sight, term, mark, name, lack)
            if waiting is None and mark is not Mark.SILENT:
                waiting = _Judged(sight, term, mark, name, lack)
    return waiting


def _in_lists(line: Line, judged: list[_Judged]) -> Iterator[_Judged]:
    """The same, where the company in an enumeration makes up for evidence that is lacking."""
    if all(one.lack is Need.NOTHING for one in judged):
        yield from judged
        return
    for chain in _chains(line.text, judged):
        sure = sum(one.mark in _WEIGHTY and one.lack is Need.NOTHING for one in chain)
        around = chain[0].term.start, chain[-1].term.end
        for one in chain:
            if len(chain) == 1 or one.lack is Need.NOTHING:
                yield one
            else:
                yield one._replace(lack=_in_company(Sighting(line, one.term, around), one.mark, sure))


def _in_company(sight: Sighting, mark: Mark, sure: int) -> Need:
    """What a term in an enumeration needs that has so many which are sure."""
    enough = sure >= 1 + (not sight.capital) + (mark is Mark.LISTED)
    if enough and not sight.is_part and mark is not Mark.SILENT:
        return Need.NOTHING
    return need(sight, mark)


def _chains(text: str, judged: list[_Judged]) -> Iterator[list[_Judged]]:
    """The terms in runs of such as stand in one enumeration."""
    chain: list[_Judged] = []
    for one in judged:
        if chain and not in_one_list(text, chain[-1].term, one.term):
            yield chain
            chain = []
        chain.append(one)
    if chain:
        yield chain


def _seen(one: _Judged) -> Seen:
    mark, sight = one.mark, one.sight
    plain = mark in (Mark.CERTAIN, Mark.VENDOR) or (mark is Mark.PROPER and sight.capital)
    certainty = Certainty.NAMED if plain else Certainty.ORDINARY
    return Seen(one.name, one.term.start, sight.text, certainty, one.lack, mark is Mark.VENDOR, sight.alone)
