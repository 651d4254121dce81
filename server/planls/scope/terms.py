"""Terms of the lexicon in a line of text: the longest first, whatever their marks say."""

import re
from collections.abc import Iterable, Iterator

from planls.scope.lexicon import Lexicon, Mark
from planls.scope.tokens import TOKEN

_GAP = re.compile(r" |[-./_:+]| ?& ?")
"""What may stand between the tokens of one term."""

_SIGNS = ("+", "#")
"""What may be part of a token behind its letters."""


Term = tuple[int, int, tuple[tuple[Mark, str], ...]]
"""A term in a line: the columns where it begins and ends, and what it may mean."""


def terms(line: str, starts: Iterable[tuple[int, int, int]], lexicon: Lexicon) -> Iterator[list[Term]]:
    """For each place where a term begins, of those that may be one, the terms there, the longest first."""
    for start, end, longest in starts:
        if longest > 1 or line[end : end + 1] in _SIGNS or line[start - 1 : start] == ".":
            if here := list(_at(line, lexicon, start, longest)):
                yield here
        elif meanings := lexicon.meanings(line[start:end].lower()):
            yield [(start, end, meanings)]


def _at(line: str, lexicon: Lexicon, column: int, longest: int) -> Iterator[Term]:
    """The terms of at most so many tokens that begin with the word in a column, the longest first."""
    found: list[re.Match[str]] = []
    token = TOKEN.match(line, column - (line[column - 1 : column] == "."))
    while token:
        found.append(token)
        gap = _GAP.match(line, token.end()) if len(found) < longest else None
        token = TOKEN.match(line, gap.end()) if gap else None
    words = [token[0].lower() for token in found]
    for count in range(len(found), 0, -1):
        if meanings := lexicon.meanings(" ".join(words[:count])):
            yield found[0].start(), found[count - 1].end(), meanings
