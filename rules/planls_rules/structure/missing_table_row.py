"""STR009 missing-table-row: a table lacks a row that the contract asks for."""

from collections.abc import Iterator

from planls.contract.model import SectionSpec
from planls.contract.part import Part
from planls.contract.tables import missing_rows, row_insertion, table_insertion
from planls.rule import Edit, Finding, Fix, rule


@rule("STR009")
def check(part: Part) -> Iterator[Finding]:
    """Every missing row, on the table's header; a missing table of such rows is one finding."""
    spec = part.spec
    if not isinstance(spec, SectionSpec) or not spec.table or not spec.table.rows or part.elided:
        return
    rows = missing_rows(part, spec.table)
    if part.table is None and len(rows) == len(spec.table.rows):
        if part.has_content(part.first_body_line):
            names = ", ".join(row.name for row in rows)
            fix = Fix("Insert the table", (Edit(*table_insertion(part, spec.table)),))
            yield Finding(part.heading, f"“{part.title}” has no table; add one with the rows {names}", fix)
        return
    for row in rows:
        place, insertion = row_insertion(part, spec.table, row)
        fix = Fix(f"Insert row “{row.name}”", (Edit(*insertion),))
        yield Finding(place, f"The table has no row “{row.name}”; add `{row.line}`", fix)
