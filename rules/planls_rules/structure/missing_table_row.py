"""STR009 missing-table-row: a table lacks a row that the contract asks for."""

from collections.abc import Iterator

from planls.contract.model import RowSpec, SectionSpec, TableSpec
from planls.contract.part import Part
from planls.contract.tables import broken_table, missing_rows, row_insertion, table_insertion
from planls.rule import Edit, Finding, Fix, rule


@rule("STR009")
def check(part: Part) -> Iterator[Finding]:
    """Every missing row, on the table's header; a missing table of such rows is one finding."""
    spec = part.spec
    if not isinstance(spec, SectionSpec) or not spec.table or not spec.table.rows or part.elided:
        return
    rows = missing_rows(part, spec.table)
    if not part.has_content(part.first_body_line):
        return
    if part.table is None:
        yield from _without_table(part, spec.table, rows)
        return
    for row in rows:
        place, insertion = row_insertion(part, spec.table, row)
        fix = Fix(f"Insert row “{row.name}”", (Edit(*insertion),))
        yield Finding(place, f"The table has no row “{row.name}”; add `{row.line}`", fix)


def _without_table(part: Part, spec: TableSpec, rows: list[RowSpec]) -> Iterator[Finding]:
    """The rows may be said as labelled fields; a section with none of them lacks the table."""
    if len(rows) < len(spec.rows):
        for row in rows:
            yield Finding(part.heading, f"“{part.title}” has no {row.name}; add `**{row.name}**:`")
    elif broken := broken_table(part):
        yield Finding(*broken)
    else:
        names = ", ".join(row.name for row in rows)
        fix = Fix("Insert the table", (Edit(*table_insertion(part, spec)),))
        yield Finding(part.heading, f"“{part.title}” has no table; add one with the rows {names}", fix)
