"""STR017 empty-cell: a row of a table leaves a cell empty."""

from collections.abc import Iterator

from planls.contract.model import SectionSpec, TableSpec
from planls.contract.part import Part
from planls.contract.saying import is_blank
from planls.contract.values import filled_columns
from planls.document.blocks import Cell, Table
from planls.document.lines import Span
from planls.document.words import spoken
from planls.rule import Finding, rule

_NONE = ("none", "nothing", "nil")


@rule("STR017")
def check(part: Part) -> Iterator[Finding]:
    """Cells below the contract's columns in a table whose rows are the author's own."""
    table = part.spec.table if isinstance(part.spec, SectionSpec) else None
    if table is None or table.rows or not part.table or part.elided:
        return
    start, block = part.table
    columns = [at for at in filled_columns(block, table) if at < len(block.header)]
    for row in block.rows:
        if not _is_apart(row, block, columns):
            for at in columns:
                cell = row[at] if at < len(row) else None
                if cell is None or is_blank(cell.text) or _is_unanswered(cell, table, block, at):
                    yield _finding(row, cell, block.header[at].text).down(start)


def _is_apart(row: tuple[Cell, ...], block: Table, columns: list[int]) -> bool:
    """Whether a row says nothing at all, that there are none, or heads the rows below."""
    at = columns[0] if columns and columns[0] < len(row) else 0
    first = row[at].text if row else ""
    rest = [cell.text for n, cell in enumerate(row) if n != at]
    nothing = is_blank(first) or _says_none(first, block.header[at].text)
    heads = bool(row) and row[0].text.startswith("**") and not any(cell.text for cell in row[1:])
    return heads or (nothing and all(map(is_blank, rest)))


def _says_none(text: str, column: str) -> bool:
    """Whether a row's name says that there are none: None, none known, no known risks."""
    words, noun = spoken(text).split(), spoken(column).strip()
    named = words[:1] == ["no"] and words[-1].removesuffix("s") == noun.removesuffix("s")
    return named or words[:1] in [[word] for word in _NONE]


def _is_unanswered(cell: Cell, table: TableSpec, block: Table, at: int) -> bool:
    """Whether a cell says none: that is no answer beside a value to choose, though it may be elsewhere."""
    chosen = {choices.column for choices in table.choices}
    beside = bool(chosen) and at and block.header[at].text.strip("*_ ") not in chosen
    return bool(beside) and spoken(cell.text).split() in [[word] for word in _NONE]


def _finding(row: tuple[Cell, ...], cell: Cell | None, column: str) -> Finding:
    last = row[-1].span
    span = cell.span if cell else Span(last.line, last.end_column, last.line, last.end_column)
    name = next(other.text for other in row if other.text)
    said = f"only “{cell.text}”" if cell and cell.text else "nothing"
    return Finding(span, f"Row “{name}” has {said} under “{column}”; fill the cell or remove the row")
