"""The mark of a term that nobody gave one by hand: does it read as a word, or is it surely the technology."""

from collections.abc import Iterator, Mapping

from planls.scope.tokens import key
from tests.tools.lexicon.model import Mark, Technology
from tests.tools.lexicon.overlay import Overlay, OverlayError
from tests.tools.lexicon.vendors import PREFIXES, bare

_SHORT = 4
"""Terms of fewer letters are abbreviations of many things."""
_COMMON = 50
"""Up to this level of SCOWL, "Azure users" is a phrase."""
_BRANDS = frozenset({"simple-icons"})
_UNSURE = frozenset({"linguist", "simple-icons", "devicon", "diagrams"})
_TRUSTED = frozenset({"botocore", "specfy", "overlay"})
_UNSPOKEN = frozenset({"format", "protocol"})
"""Kinds that no document needs leave for."""


class Marker:
    """Marks terms by the lists of an overlay and by how common English words are."""

    def __init__(self, overlay: Overlay, words: Mapping[str, int]) -> None:
        """Take words in small letters with their level in SCOWL, 10 for the most common."""
        self._words = words
        self._ordinary = frozenset(key(word) for word in overlay.lists["jargon"] | overlay.lists["names"])
        self._silent = frozenset(key(word) for word in overlay.lists["silent"])

    def marked(self, technology: Technology) -> Iterator[tuple[Mark, str]]:
        """Yield the terms of a technology with their marks; those by hand as they are."""
        by_hand = {key(term): mark for mark, term in reversed(technology.terms) if mark is not None}
        for _mark, term in technology.terms:
            mark = Mark.SILENT if technology.kind in _UNSPOKEN else by_hand.get(key(term))
            mark = self._mark(technology, key(term)) if mark is None else mark
            yield mark, term
            if term.endswith(".js"):
                yield mark, term.replace(".", "")

    def is_word(self, word: str) -> bool:
        """Whether one token in small letters can be a word, an abbreviation or a number."""
        return len(word) < _SHORT or word.isdecimal() or word in self._ordinary or word in self._words

    def _mark(self, technology: Technology, term: str) -> Mark:
        by_hand = "overlay" in technology.sources
        brand = technology.kind == "brand" or technology.sources <= _BRANDS
        if term in self._silent or (brand and not by_hand):
            return Mark.SILENT
        if by_hand and term == key(technology.name):
            return self._name(technology, term)
        return self._mechanical(technology, term)

    def _name(self, technology: Technology, name: str) -> Mark:
        if " " not in name and self.is_word(name):
            raise OverlayError(f"{technology.name}: it reads as a word; give it a mark")
        return Mark.CERTAIN

    def _mechanical(self, technology: Technology, term: str) -> Mark:
        starts = (start.lower() for start in PREFIXES.get(technology.parent, ()))
        vendor = next((start for start in starts if term.startswith(start)), "")
        rest = term.removeprefix(vendor)
        if all(map(self.is_word, rest.split())):
            return self._phrase(technology, rest, vendor)
        if not technology.sources <= _UNSURE:
            return Mark.CERTAIN
        if " " in rest:
            return Mark.SILENT
        return Mark.CERTAIN if vendor else Mark.SILENT if technology.parent else Mark.CAPITAL

    def _phrase(self, technology: Technology, rest: str, vendor: str) -> Mark:
        """Mark what consists of words alone: certain only behind its vendor, and not for common words.

        Without its vendor it needs the overlay: the data sets call services File System and Free Tier.
        """
        distinct = " " in rest or not (self._words.get(rest, 99) <= _COMMON or rest in self._ordinary)
        if not technology.parent or not distinct or not technology.sources & _TRUSTED:
            return Mark.SILENT
        if vendor:
            return Mark.CERTAIN
        by_hand = "overlay" in technology.sources and rest == key(bare(technology.name, technology.parent))
        return Mark.VENDOR if by_hand else Mark.SILENT
