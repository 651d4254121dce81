"""Notes in passages: what stands together in them, and in which words."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from planls.document import Document, Section
from planls.document.blocks import Heading
from planls.document.memory import remembered
from planls.scope.wording import all_stems, compounds, initials, stems

_PASSAGE = 30
"""Lines; a longer section is several passages."""
_CAPITALS = re.compile(r"[A-Z][a-z]+(?:[ -](?:(?:of|and|for|from|the|to|in|with|on) )?[A-Z][a-z]+){1,5}")


def passages_of(notes: Document) -> Iterator[tuple[int, frozenset[str]]]:
    """The lines that passages start on and their words, those of the headings above them included."""
    above: list[Heading] = []
    for start, section in zip(notes.starts, notes.sections, strict=True):
        if section.heading:
            level = section.heading.level
            above = [*(heading for heading in above if heading.level < level), section.heading]
        head = frozenset(word for heading in above for word in (*stems(heading.text), *_joined(heading.text)))
        for at, words in _words_by_passage(section):
            yield start + at, head | words


@lru_cache(maxsize=4096)
def words_in(line: str) -> tuple[str, ...]:
    """The stems of a line, with what its phrases may be abbreviated to; kept, for who asks again."""
    return tuple(_said_in(line))


@remembered
def _words_by_passage(section: Section) -> tuple[tuple[int, frozenset[str]], ...]:
    """The stems that each passage of a section has, with what its phrases may be abbreviated to."""
    starts = _starts(section)
    return tuple(
        (start, frozenset(word for line in section.lines[start:end] for word in _said_in(line)))
        for start, end in pairwise((*starts, section.height))
    )


def _starts(section: Section) -> Iterator[int]:
    """The lines that a section's passages start on: its first, those of bold lines, and some between them."""
    heads = [label.span.line for label in section.labels if label.marked and not label.value]
    for start, end in pairwise(sorted({0, *heads, section.height})):
        yield from range(start, end, _PASSAGE)


def _said_in(line: str) -> Iterator[str]:
    yield from all_stems(line)
    for phrase in _CAPITALS.findall(line):
        yield from initials(phrase)


def _joined(text: str) -> Iterator[str]:
    return (whole for whole, _ in compounds(text))
