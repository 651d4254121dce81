"""STR010 missing-table-column: a table lacks a column that the contract asks for."""

from collections.abc import Iterator

from planls.contract.model import SectionSpec
from planls.contract.part import Part
from planls.contract.tables import broken_table, column_insertions, missing_columns, table_insertion
from planls.rule import Edit, Finding, Fix, rule


@rule("STR010")
def check(part: Part) -> Iterator[Finding]:
    """Every missing column, on the table's header; a missing table of free rows is one finding."""
    spec = part.spec
    if not isinstance(spec, SectionSpec) or not spec.table or part.elided:
        return
    if part.table is None:
        if not spec.table.rows and (broken := broken_table(part)):
            yield Finding(*broken)
        elif not spec.table.rows and part.has_content(part.first_body_line):
            names = ", ".join(spec.table.columns)
            fix = Fix("Insert the table", (Edit(*table_insertion(part, spec.table)),))
            yield Finding(part.heading, f"“{part.title}” has no table; add one with the columns {names}", fix)
        return
    for column in missing_columns(part, spec.table):
        place, insertions = column_insertions(part, spec.table, column)
        fix = Fix(f"Insert column “{column}”", tuple(Edit(*insertion) for insertion in insertions))
        yield Finding(place, f"The table has no column “{column}”; add it", fix)
