"""STR017 empty-cell: a row of a table leaves a cell empty."""

from collections.abc import Iterator

from planls.contract.model import SectionSpec
from planls.contract.part import Part
from planls.contract.tables import columns_of
from planls.document.blocks import Cell
from planls.document.lines import Span
from planls.rule import Finding, rule

_NOTHING = {"", "-", "–", "—", "?", "tbd", "todo", "n/a"}


@rule("STR017")
def check(part: Part) -> Iterator[Finding]:
    """Cells below the contract's columns in a table whose rows are the author's own."""
    table = part.spec.table if isinstance(part.spec, SectionSpec) else None
    if table is None or table.rows or not part.table or part.elided:
        return
    start, block = part.table
    for row in block.rows:
        if row and row[0].text.startswith("**") and not any(cell.text for cell in row[1:]):
            continue  # a heading for the rows below
        for at in columns_of(block, table):
            if at >= len(block.header):
                continue  # the column is missing, which is another fault
            cell = row[at] if at < len(row) else None
            if any(other.text for other in row) and (cell is None or cell.text.lower() in _NOTHING):
                yield _finding(row, cell, block.header[at].text).down(start)


def _finding(row: tuple[Cell, ...], cell: Cell | None, column: str) -> Finding:
    last = row[-1].span
    span = cell.span if cell else Span(last.line, last.end_column, last.line, last.end_column)
    name = next(other.text for other in row if other.text)
    said = f"only “{cell.text}”" if cell and cell.text else "nothing"
    return Finding(span, f"Row “{name}” has {said} under “{column}”; fill the cell or remove the row")
