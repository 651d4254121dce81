"""Numbers in other headings than the items' own: ``### Steps 3-4: Cleaning up``, ``**Step 5**: Ship``."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from planls.contract.budget import plural
from planls.contract.model import ItemSpec
from planls.contract.part import Part
from planls.contract.reading import Reading
from planls.contract.steps.depends.dependencies import dependencies
from planls.document.blocks import Heading, Paragraph, Quote
from planls.document.lines import body
from planls.document.memory import remembered

_NUMBERS = (
    r"(?P<number>\d{1,9})[a-z]?(?:\s{0,3}(?:[-–—,&/+]|to|through|and)\s{0,3}#?(?P<last>\d{1,9})[a-z]?(?!\w))?"
)
_BOLD = re.compile(rf"[ >]*(?:\*\*|__){_NUMBERS}[.):]", re.IGNORECASE)
_TITLE = re.compile(rf"[ #>*_~]*{_NUMBERS}[.):]?\s", re.IGNORECASE)


_GONE = (
    r"(?:dropped|removed|deleted|merged|moved|skipped|cut|omitted|folded|absorbed|reserved|unused|retired|replaced"
    r"|superseded|deferred|postponed|obsolete|cancell?ed|gone|intentionally|no\s+longer)\b"
)


class Numbers:
    """Numbers in stretches: the first and the last of each."""

    def __init__(self, stretches: Iterable[tuple[int, int]]) -> None:
        """Put together what overlaps."""
        self._firsts: list[int] = []
        self._lasts: list[int] = []
        for first, last in sorted(stretches):
            if self._lasts and first <= self._lasts[-1]:
                self._lasts[-1] = max(self._lasts[-1], last)
            else:
                self._firsts.append(first)
                self._lasts.append(last)

    def has_any(self, first: int, last: int) -> bool:
        """Whether a number from the first to the last is one of them."""
        at = bisect_right(self._firsts, last) - 1
        return at >= 0 and self._lasts[at] >= first


def numbers_elsewhere(reading: Reading, spec: ItemSpec) -> Numbers:
    """The numbers of items in headings and lines that are no item's own heading."""
    word = spec.pattern.word
    return Numbers({one for _, part in reading.parts for one in _in_part(part, word)})


def dropped_numbers(reading: Reading, spec: ItemSpec) -> Numbers:
    """The numbers of items of which a text says, wherever it stands, that they are there no more."""
    parts = (part for _, part in reading.parts if spec.pattern.word)
    return Numbers({one for part in parts for one in _dropped(part, spec.pattern.word)})


@remembered
def _dropped(part: Part, word: str) -> tuple[tuple[int, int], ...]:
    lines = (line for line in part.lines if word.casefold() in line.casefold())
    return tuple(_stretch(match) for line in lines for match in _gone(word).finditer(line))


@remembered
def _in_part(part: Part, word: str) -> tuple[tuple[int, int], ...]:
    depends = {dependency.span.line for dependency in dependencies(part)}
    item = isinstance(part.spec, ItemSpec)
    found = (
        (at + n, one)
        for at, block in part.placed
        if isinstance(block, Heading | Paragraph | Quote)
        for n in range(block.height)
        if at + n not in depends
        for one in _in_line(body(block.lines[n]), word, headed=isinstance(block, Heading))
    )
    return tuple(one for at, one in found if at or not item or one[0] < one[1])


def _in_line(line: str, word: str, *, headed: bool) -> Iterator[tuple[int, int]]:
    """The numbers that a line begins with."""
    pattern = _worded(word) if word else _TITLE if headed else _BOLD
    if match := pattern.match(line):
        yield _stretch(match)


def _stretch(match: re.Match[str]) -> tuple[int, int]:
    first, last = int(match["number"]), int(match["last"] or match["number"])
    return min(first, last), max(first, last)


@lru_cache(maxsize=64)
def _worded(word: str) -> re.Pattern[str]:
    return re.compile(rf"[ #>*_~]*{_named(word)}", re.IGNORECASE)


@lru_cache(maxsize=64)
def _gone(word: str) -> re.Pattern[str]:
    """What says that items are there no more: ``Step 3 was dropped``, ``there is no Step 3``."""
    helping = r"(?:(?:was|were|is|are|has|have|been|got|now|later)\s+){0,4}"
    behind = rf"(?=[*_~)\]\s,:(–—-]{{1,6}}{helping}{_GONE})"
    return re.compile(rf"(?P<no>\bno\s+)?\b{_named(word)}(?(no)|{behind})", re.IGNORECASE)


def _named(word: str) -> str:
    return rf"(?:{re.escape(plural(word))}|{re.escape(word)})\s{{0,3}}#?{_NUMBERS}"
