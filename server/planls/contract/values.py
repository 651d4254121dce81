"""What the cells of a table say, where its contract lets them say certain things only."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from planls.contract.demands import Choices
from planls.contract.model import SectionSpec, TableSpec
from planls.contract.part import Part
from planls.contract.saying import is_blank
from planls.contract.tables import column_at, columns_of
from planls.document.blocks import Cell, Table
from planls.document.lines import Span
from planls.document.words import folded, is_near, normal, spoken

_COLOURS = "🔴🟠🟡🟢🔵⚪🟥🟧🟨🟩⬆⬇➡↑↓→▲▼❗‼"
"""Signs that rank things as well as words do."""

_MARKS = "*_`~ "

_AROUND = r"(?i)\b(?:p|ca|about|approx|up to|out of|of|in|to|percent)\b"
"""Words that may stand around a figure."""

_SHORT = 3
"""Letters; shorter words are too near to each other to tell a slip."""


@dataclass(frozen=True)
class Unknown:
    """A cell that says none of a column's values: what it says, where, and what it must have meant.

    ``counted``: it is a figure, which says it in another way; ``open_``: it still names all of the values.
    """

    text: str
    span: Span
    choices: Choices
    meant: str = ""
    counted: bool = False
    open_: bool = False

    def of(self, value: str) -> str:
        """The cell's text with a value in place of its own, in the same marks."""
        start = len(self.text) - len(self.text.lstrip(_MARKS))
        return f"{self.text[:start]}{value}{self.text[len(self.text.rstrip(_MARKS)) :]}"


def unknown_values(part: Part) -> Iterator[Unknown]:
    """The cells of a part's tables that say none of their column's values; empty ones are no matter."""
    table = part.spec.table if isinstance(part.spec, SectionSpec) else None
    if table is None:
        return
    for choices in table.choices:
        for start, block in part.placed:
            if isinstance(block, Table) and (at := column_at(block, table, choices.column)) is not None:
                rows = (row for row in block.rows if at < len(row) > 1 and not _is_open(part, row))
                cells = (row[at] for row in rows)
                yield from (found for cell in cells if (found := _judged(part, cell, start, choices)))


def _is_open(part: Part, row: tuple[Cell, ...]) -> bool:
    """Whether a row is the template's own still, which is told as such."""
    return any(part.contract.unfilled(cell.text) for cell in row)


def filled_columns(table: Table, spec: TableSpec) -> list[int]:
    """The indexes of the document's columns that the contract wants filled, by name where they have it."""
    found = columns_of(table, spec)
    if spec.renamed:
        return found
    named = [column_at(table, spec, column) for column in spec.columns]
    taken = {at for at in named if at is not None}
    pairs = zip(named, found, strict=True)
    return [at if name is None else name for name, at in pairs if name is not None or at not in taken]


def _judged(part: Part, cell: Cell, start: int, choices: Choices) -> Unknown | None:
    text = cell.text
    said = spoken(text)
    values = [value for value, words in choices.values if _says(said, value, words)]
    is_open = len(choices.values) > 1 and len(values) == len(choices.values)
    if is_blank(text) or part.contract.unfilled(text) or _is_ranked(text):
        return None
    if values and not (is_open and len(said.split()) == len(values)):
        return None
    counted = any(char.isdecimal() for char in text) and not re.search(r"[^\W\d_]", re.sub(_AROUND, "", text))
    meant = "" if is_open else _meant(text, choices)
    return Unknown(text, cell.span.down(start), choices, meant, counted, is_open)


def _is_ranked(text: str) -> bool:
    """Whether signs say it: a colour, stars."""
    return any(sign in text for sign in _COLOURS) or not any(map(str.isalnum, text))


def _says(said: str, value: str, words: tuple[str, ...]) -> bool:
    """Whether a text has a value in any word for it, also as the beginning of a longer one (lowish)."""
    keys = (normal(value), *words)
    longer = tuple(f" {key}" for key in keys if len(key) >= _SHORT)
    return any(f" {key} " in said for key in keys) or any(key in said for key in longer)


def _meant(text: str, choices: Choices) -> str:
    """The one value of which a cell's only word is a misspelling, written as the cell is."""
    plain = folded(text).strip(_MARKS)
    found = {
        value: word
        for value, words in choices.values
        for word in (*reversed(words), value)
        if len(word) >= _SHORT and plain.isalpha() and is_near(plain.casefold(), [word.casefold()])
    }
    if len(found) != 1:
        return ""
    word = next(iter(found.values()))
    return word.upper() if plain.isupper() else word if plain.islower() else word.capitalize()
