"""STR021 vague-reason: what should be a reason, or the answer to a risk, says nothing."""

from collections.abc import Iterator

from planls.contract.model import SectionSpec
from planls.contract.part import Part
from planls.contract.rows import rows_of
from planls.contract.tables import column_at
from planls.document.blocks import Cell, Table
from planls.rule import Finding, Severity, rule


@rule("STR021", Severity.INFORMATION)
def check(part: Part) -> Iterator[Finding]:
    """Rows and fields that ask for a reason, and cells beside a value, that have empty words only."""
    for said in rows_of(part, "reason"):
        if not part.contract.unfilled(said.text) and _is_vague(said.name, said.text):
            way = "say what makes it so: what it runs on, what is shown, how much, for whom"
            yield Finding(said.span, f"“{said.short}” says nothing under “{said.name}”; {way}")
    from planls.contract.saying import answers_nothing

    for start, cell, column in _answers(part):
        if not part.contract.unfilled(cell.text) and answers_nothing(cell.text):
            way = "say what is done about it: what is changed, watched or decided, and by whom"
            yield Finding(cell.span, f"“{cell.text}” says nothing under “{column}”; {way}").down(start)


def _is_vague(name: str, text: str) -> bool:
    from planls.contract.delight import is_all_delight
    from planls.contract.saying import REASON, is_blank, says_nothing

    return is_blank(text) or says_nothing(text, REASON, name) or is_all_delight(text)


def _answers(part: Part) -> Iterator[tuple[int, Cell, str]]:
    """The line of a table that has a column of values to choose, each cell of its other columns, their name.

    The first column says what the row is about.
    """
    spec = part.spec.table if isinstance(part.spec, SectionSpec) and not part.elided else None
    if spec is None or not spec.choices:
        return
    chosen = {choices.column for choices in spec.choices}
    columns = [column for column in spec.columns[1:] if column not in chosen]
    for start, block in part.placed:
        if isinstance(block, Table):
            places = ((column, column_at(block, spec, column)) for column in columns)
            yield from (
                (start, row[at], column)
                for column, at in places
                for row in block.rows
                if at is not None and at < len(row)
            )
