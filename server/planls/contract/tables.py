"""Tables against what the contract says of them: missing rows, columns and values, and their text."""

from collections.abc import Iterator

from planls.contract.insert import Insertion, whole_lines
from planls.contract.model import RowSpec, SectionSpec, TableSpec
from planls.contract.part import Part
from planls.contract.patterns import PLACEHOLDER
from planls.document.blocks import Cell, Paragraph, Table, cells
from planls.document.lines import Span, body
from planls.document.words import bare, has_any, is_near, normal, spoken

_NUMBERS = ("#", "no", "nr", "id", "n")
_PLACES = ("where", "implemented", "implementation", "file", "files", "module", "location", "path", "code")
"""Words of headers: for a column of numbers, for one that says where something is."""


def missing_rows(part: Part, spec: TableSpec) -> list[RowSpec]:
    """The rows that are neither in the table nor said as labelled fields."""
    said = {label.key for section in part.sections for label in section.labels}
    if part.table:
        said |= {normal(row[0].text) for row in part.table[1].rows if row}
    return [row for row in spec.rows if said.isdisjoint(row.keys)]


def empty_rows(part: Part, spec: SectionSpec) -> Iterator[tuple[RowSpec, Span, Insertion]]:
    """The contract's rows without a value: row, place of its first cell, insertion of the value."""
    if not spec.table or not part.table:
        return
    start, table = part.table
    for cells_, row in _known_rows(table, spec.table):
        if not any(cell.text for cell in cells_[1:]):
            yield row, cells_[0].span.down(start), _value(part, start, cells_, row)


def row_insertion(part: Part, spec: TableSpec, row: RowSpec) -> tuple[Span, Insertion]:
    """The table's header, and the insertion of a row below those that it follows in the contract."""
    start, table = part.table or (0, Table(()))
    order = [r.name for r in spec.rows]
    known = {r.name: c[0].span.line for c, r in _known_rows(table, spec)}
    above = [line for name, line in known.items() if order.index(name) < order.index(row.name)]
    return header_span(part), whole_lines(part, start + (max(above, default=1) + 1), [row.line])


def table_insertion(part: Part, spec: TableSpec) -> Insertion:
    """The whole table, at the end of the part."""
    return whole_lines(part, part.end, ["", *spec.lines])


def broken_table(part: Part) -> tuple[Span, str] | None:
    """A table that is none, because its second row does not part it as its header does, and what is wrong."""
    for start, block in part.placed:
        if isinstance(block, Paragraph) and block.lines[0].lstrip().startswith("|"):
            header = body(block.lines[0])
            below = body(block.lines[1]) if block.height > 1 else ""
            span = Span(start, len(header) - len(header.lstrip()), start, len(header.rstrip()))
            count, parts = len(cells(header, 0)), len(cells(below, 0))
            said = f"This header has no row of dashes below it; add `{'|---' * count}|`"
            if set(below.strip()) <= set("|-: ") and "-" in below:
                said = f"The row below this header has {parts} cells, the header {count}; make them equal"
            return span, said
    return None


def missing_columns(part: Part, spec: TableSpec) -> list[str]:
    """The columns that the table's header lacks; a table of fixed rows may name its columns as it likes.

    Where the columns may be renamed, only their number counts.
    """
    if not part.table or spec.rows:
        return []
    if spec.renamed:
        return list(spec.columns[len(part.table[1].header) :])
    return [column for column in spec.columns if column_at(part.table[1], spec, column) is None]


def column_at(table: Table, spec: TableSpec, column: str) -> int | None:
    """The index of the document's column with a column's name, or nearly so, or with it among its words."""
    keys, names = spec.keys(column), [bare(cell.text) for cell in table.header]
    exact = [at for at, name in enumerate(names) if name in keys]
    near = (at for at, name in enumerate(names) if is_near(name, keys) or has_any(f" {name} ", keys))
    return exact[0] if exact else next(near, None)


def columns_of(table: Table, spec: TableSpec) -> list[int]:
    """The indexes of the document's columns that are the contract's, a column of numbers aside.

    The column of targets is the one whose header speaks of a place, where there is one.
    """
    names = [spoken(cell.text) for cell in table.header]
    numbered = bool(names) and (not names[0].strip() or names[0].strip() in _NUMBERS)
    shift = int(numbered and len(names) > len(spec.columns))
    own = [spoken(column) for column in spec.columns]
    found = [names.index(name) if name in names else at + shift for at, name in enumerate(own)]
    if spec.renamed and spec.targets:
        placed = [at for at, name in enumerate(names) if at and has_any(name, _PLACES)]
        found[spec.targets - 1] = placed[0] if placed else found[spec.targets - 1]
    return found


def column_insertions(part: Part, spec: TableSpec, column: str) -> tuple[Span, list[Insertion]]:
    """The table's header, and the insertions that put a column where the contract has it, in every row."""
    start, table = part.table or (0, Table(()))
    at = spec.columns.index(column)
    said = [normal(cell.text) for cell in table.header]
    before = [said.index(key) for key in map(normal, spec.columns[:at]) if key in said]
    sample = spec.sample[at] if at < len(spec.sample) else ""
    place = max(before, default=-1) + 1
    texts = {0: column, 1: "-" * (len(column) + 2)}
    found = [_cell_insertion(line, n, place, texts.get(n, sample)) for n, line in enumerate(table.lines)]
    return header_span(part), [(span.down(start), text) for span, text in found]


def header_span(part: Part) -> Span:
    """The header row of the part's table."""
    start, table = part.table or (0, Table(()))
    line = body(table.lines[0]) if table.lines else ""
    return Span(start, len(line) - len(line.lstrip()), start, len(line.rstrip()))


def _known_rows(table: Table, spec: TableSpec) -> Iterator[tuple[tuple[Cell, ...], RowSpec]]:
    rows = {key: row for row in spec.rows for key in row.keys}
    for line in table.rows:
        if line and (row := rows.get(normal(line[0].text))):
            yield line, row


def _value(part: Part, start: int, row: tuple[Cell, ...], spec: RowSpec) -> Insertion:
    """The template's value, into the row's empty second cell or behind its first."""
    value = next((cell.text for cell in cells(spec.line, 0)[1:] if PLACEHOLDER.search(cell.text)), "[...]")
    line = start + row[0].span.line
    if len(row) > 1:
        column = row[1].span.column
        spaced = part.lines[line][column - 1 : column] == " "
        return Span(line, column, line, column), f"{value} " if spaced else f" {value} "
    text = body(part.lines[line]).rstrip()
    closed = text.endswith("|")
    return Span(line, len(text), line, len(text)), f" {value} |" if closed else f" | {value} |"


def _cell_insertion(line: str, at: int, place: int, text: str) -> Insertion:
    """A cell put before the one at ``place`` of a row, or behind its last; delimiters as tight as theirs."""
    row, plain = cells(body(line), at), body(line).rstrip()
    space = "" if at == 1 and " " not in plain.strip() else " "
    if place < len(row):
        column = row[place].span.column
        return Span(at, column, at, column), f"{text}{space}|{space}"
    closed = plain.endswith("|")
    cell = f"{space}{text}{space}|" if closed else f"{space}|{space}{text}"
    return Span(at, len(plain), at, len(plain)), cell
