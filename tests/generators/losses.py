"""Parts that can be taken out of a complete document, and what is then to be said."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from planls.contract.model import ItemSpec, SectionSpec
from tests.generators.model import Line, Made, Owner, Role, row


@dataclass(frozen=True)
class Loss:
    """One part less: what it is, how to take it out, the rule that misses it, the line it is shown on."""

    part: Owner
    rule: str
    shown: tuple[Owner, Role]
    taken: Callable[[Made], Made]

    def __repr__(self) -> str:
        """What is lost."""
        return f"Loss({' / '.join(self.part)}, {self.rule})"

    def apart(self, other: "Loss") -> bool:
        """Whether both can be lost without one hiding the other."""
        shorter = min(len(self.part), len(other.part))
        return self.part[:shorter] != other.part[:shorter]


def losses(made: Made) -> list[Loss]:
    """Every loss that is one fault."""
    return [*_sections(made), *chain.from_iterable(_inside(made, s) for s in made.kind.contract.sections)]


def _sections(made: Made) -> Iterator[Loss]:
    """Whole sections, each shown on the section before it or on the title."""
    before: Owner = ()
    for spec in made.kind.contract.sections:
        if spec.required:
            yield _loss((spec.name,), "missing-section", before)
        before = (spec.name,)


def _inside(made: Made, spec: SectionSpec) -> Iterator[Loss]:
    """Fields, rows and columns of a section, and the fields of its items."""
    yield from _fields(spec, (spec.name,))
    if spec.item:
        found = {line.owner for line in made.lines if line.role is Role.HEADING and len(line.owner) == 2}
        items = [owner for owner in sorted(found) if owner[0] == spec.name]
        yield from chain.from_iterable(_fields(spec.item, owner) for owner in items)
    if spec.table:
        yield from _rows(made, spec)


def _fields(spec: SectionSpec | ItemSpec, owner: Owner) -> Iterator[Loss]:
    for field in spec.fields:
        if field.required:
            yield _loss((*owner, field.name), "missing-field", owner)


def _rows(made: Made, spec: SectionSpec) -> Iterator[Loss]:
    table = (spec.name, "table")
    for named in spec.table.rows if spec.table else ():
        yield _loss((*table, named.name), "missing-table-row", table, Role.HEADER)
    header = made.lines[made.at(table, Role.HEADER)]
    for at, column in enumerate(header.cells if len(header.cells) > 2 else ()):
        yield Loss((*table, column), "missing-table-column", (table, Role.HEADER), _column(table, at))


def _loss(part: Owner, rule: str, shown: Owner, role: Role = Role.HEADING) -> Loss:
    return Loss(part, rule, (shown, role), lambda made: made.without(part))


def _column(table: Owner, at: int) -> Callable[[Made], Made]:
    """Take the column out of every row of a table."""
    return lambda made: replace(made, lines=tuple(_narrower(line, table, at) for line in made.lines))


def _narrower(line: Line, table: Owner, at: int) -> Line:
    if not line.cells or not line.inside(table):
        return line
    cells = (*line.cells[:at], *line.cells[at + 1 :])
    return replace(line, text=row(cells, piped=line.text.startswith("|")), cells=cells)
