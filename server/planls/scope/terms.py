"""Terms of the lexicon in a line of text: the longest first, whatever their marks say."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from planls.scope.lexicon import Lexicon, Mark
from planls.scope.tokens import TOKEN

_GAP = re.compile(r" |[-./_:+]| ?& ?")
"""What may stand between the tokens of one term."""


class Term(NamedTuple):
    """A term in a line: its columns and what it may mean."""

    start: int
    end: int
    meanings: tuple[tuple[Mark, str], ...]


def terms(line: str, lexicon: Lexicon) -> Iterator[list[Term]]:
    """For each place where a term begins, the terms that begin there, the longest first."""
    lower = line.lower()
    for column, longest in lexicon.starts(lower if len(lower) == len(line) else _small(line)):
        if here := list(_at(line, lexicon, column, longest)):
            yield here


def _small(line: str) -> str:
    """The line in small letters, each in its column: some letters are two when they are small."""
    return "".join(small if len(small := char.lower()) == 1 else char for char in line)


def _at(line: str, lexicon: Lexicon, column: int, longest: int) -> Iterator[Term]:
    """The terms of at most so many tokens that begin with the word in a column, the longest first."""
    found = []
    token = TOKEN.match(line, column - (line[column - 1 : column] == "."))
    while token and len(found) < longest:
        found.append(token)
        gap = _GAP.match(line, token.end())
        token = TOKEN.match(line, gap.end()) if gap else None
    words = [token[0].lower() for token in found]
    for count in range(len(found), 0, -1):
        if meanings := lexicon.meanings(" ".join(words[:count])):
            yield Term(found[0].start(), found[count - 1].end(), meanings)
