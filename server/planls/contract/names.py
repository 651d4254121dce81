"""Whether two names may be of the same thing: generously, because people shorten, inflect and paraphrase."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from planls.document.words import folded, is_near

_WORD = re.compile(r"[^\W_]+")
_CAMEL = re.compile(r"(?<=[a-z0-9]{2})(?=[A-Z])")
_EMPTY = frozenset(
    """a an the of for in on with and or to by via using from into over as at is poc plan
    implementation project proof concept test tests spec py new e2e end integration smoke unit
    acceptance functional main all""".split()
)
"""Words that any name may have, and those for sorts of tests."""

_PREFIX = 4
"""Letters that two forms of a word begin with: check, checker."""

_LONGEST = 200
"""Characters of a name; what stands behind them tells no more."""

_LONG = 6
"""Letters of words in which a slip changes no meaning."""

_ABBREVIATION = 5
"""Letters of the longest abbreviation."""


@lru_cache(maxsize=1024)
def agree(one: str, other: str) -> bool:
    """Whether two names share a word in any form, an abbreviation, or run together what the other parts.

    A name without words of its own, or in another script, agrees with any.
    """
    first, second = words(one), words(other)
    if not first or not second or _foreign(first) or _foreign(second):
        return True
    joined = sorted(("".join(first), "".join(second)), key=len)
    letters = [("".join(word[0] for word in many), few) for many, few in ((first, second), (second, first))]
    short = any(
        1 < len(word) <= _ABBREVIATION and word in initials for initials, few in letters for word in few
    )
    return joined[0] in joined[1] or short or any(_alike(a, b) for a in first for b in second)


@lru_cache(maxsize=1024)
def words(name: str) -> tuple[str, ...]:
    """The words of a name or slug that tell it from others: no accents, articles or numbers."""
    plain = unicodedata.normalize("NFKD", _CAMEL.sub(" ", folded(name[:_LONGEST])))
    plain = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    return tuple(
        word for word in _WORD.findall(plain) if word not in _EMPTY and not word.isdecimal() and len(word) > 1
    )


def stem(word: str) -> str:
    """What the forms of a word have in common: checker, checks."""
    return word[:_PREFIX]


def _alike(one: str, other: str) -> bool:
    """Whether two words are forms of one, one is in the other, or abbreviates it (img, image; auth)."""
    shorter, longer = sorted((one, other), key=len)
    inside = shorter in longer if len(shorter) >= _PREFIX else longer.startswith(shorter)
    letters = iter(longer)
    brief = len(shorter) <= _ABBREVIATION and one[0] == other[0] and all(char in letters for char in shorter)
    return stem(one) == stem(other) or inside or brief or (len(shorter) >= _LONG and is_near(one, [other]))


def _foreign(found: Iterable[str]) -> bool:
    """Whether no word is in Latin letters, so that a translation would not be seen."""
    return not any(word.isascii() for word in found)
