"""Items get other numbers: in their headings, and wherever they are referred to."""

from collections.abc import Iterator, Mapping
from string import ascii_letters, ascii_lowercase
from typing import Protocol

from planls.contract.model import ItemSpec
from planls.contract.reading import Reading
from planls.contract.steps.numbered import steps_of
from planls.contract.steps.references import references, said
from planls.document.lines import Span

Change = tuple[Span, str]
"""Where a number stands in the document, and the one to put there."""


class _Placed(Protocol):
    """Something that has a number at a place."""

    @property
    def number(self) -> str: ...
    @property
    def span(self) -> Span: ...


def renumbered(
    reading: Reading, spec: ItemSpec, numbers: Mapping[str, str], headings: Mapping[int, str] | None = None
) -> tuple[Change, ...]:
    """The changes that give items new numbers, from top to bottom: headings, references, anchors of links.

    ``numbers`` maps old to new ones, as compared (``4b``). Where two items have one number, ``headings``
    tells their new ones by the document's line of the heading; references to it go by ``numbers``.
    """
    steps = steps_of(reading, spec)
    found: list[Change] = []
    for step in steps:
        new = (headings or {}).get(step.span.line) or numbers.get(step.number)
        found += _change(reading, step, new)
    for reference in references(reading):
        if reference.spec is spec:
            found += _change(reading, reference, numbers.get(reference.number))
    return tuple(sorted(found))


def in_style(old: str, new: str) -> str:
    """A new number with the zeros in front, and the capital letter, that an old one has."""
    digits = new.rstrip(ascii_lowercase)
    width = len(old.rstrip(ascii_letters)) if old.startswith("0") else 0
    letter = new[len(digits) :]
    return digits.zfill(width) + (letter.upper() if old[-1:].isupper() else letter)


def _change(reading: Reading, placed: _Placed, new: str | None) -> Iterator[Change]:
    """The change of one number, as its author writes them."""
    if new is not None and new != placed.number:
        yield placed.span, in_style(said(reading, placed.span), new)
