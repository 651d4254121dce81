"""Terms of the lexicon in a line of text: the longest first, whatever their marks say."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from planls.scope.lexicon import Lexicon, Mark
from planls.scope.tokens import TOKEN

_GAP = re.compile(r" |[-./_:+]| ?& ?")
"""What may stand between the tokens of one term."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term in a line: its columns and what it may mean."""

    start: int
    end: int
    meanings: tuple[tuple[Mark, str], ...]


def terms(line: str, lexicon: Lexicon) -> Iterator[list[Term]]:
    """For each place where a term begins, the terms that begin there, the longest first."""
    found = list(TOKEN.finditer(line))
    lower = [match[0].lower() for match in found]
    for at, (token, following) in enumerate(zip(lower, [*lower[1:], ""], strict=False)):
        if longest := lexicon.longest(token, following):
            here = list(_at(line, lexicon, found[at : at + longest], lower[at : at + longest]))
            if here:
                yield here


def _at(line: str, lexicon: Lexicon, found: list[re.Match[str]], lower: list[str]) -> Iterator[Term]:
    """The terms that these tokens begin with, the longest first."""
    most = 1
    while most < len(found) and _GAP.fullmatch(line, found[most - 1].end(), found[most].start()):
        most += 1
    for count in range(most, 0, -1):
        meanings = lexicon.meanings(" ".join(lower[:count]))
        if meanings:
            yield Term(found[0].start(), found[count - 1].end(), tuple(meanings))
