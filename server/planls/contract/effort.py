"""How long a document says that its work takes, and how long its entries say."""

from dataclasses import dataclass

from planls.contract.budget import within
from planls.contract.demands import Bounds
from planls.contract.durations import minutes_range, place_of
from planls.contract.entry import Entry
from planls.contract.estimates import duration_in
from planls.contract.lead import Statement, statements
from planls.contract.model import FieldSpec
from planls.contract.reading import Reading
from planls.document.lines import Span
from planls.document.memory import remembered


@dataclass(frozen=True)
class Effort:
    """Least and most minutes, and where the document says so."""

    least: float
    most: float
    span: Span


@dataclass(frozen=True)
class Sum(Effort):
    """The estimates of entries added up; ``noun`` is what they are.

    ``whole``: each entry has one, and there are as many as the contract asks for.
    """

    whole: bool
    noun: str


@remembered
def stated(reading: Reading) -> tuple[Effort, Bounds] | None:
    """The effort that the lead states, and the contract's bounds for it.

    Hours that nothing says to be the effort count as it where they are within these bounds.
    """
    for statement in statements(reading):
        bounds = statement.spec.limits.minutes
        found = minutes_range(statement.text) if any(bounds) else None
        if found and (statement.sure or (within(found[0], bounds) and within(found[1], bounds))):
            return Effort(*found, _place(statement)), bounds
    return None


@remembered
def summed(reading: Reading) -> Sum | None:
    """The estimates of the first entries that have any."""
    timed = {id(spec) for spec in reading.contract.sections if any(map(_is_timed, spec.fields))}
    for line, part in reading.parts if timed else ():
        if id(part.spec) not in timed:
            continue
        for spec, entries in part.entries:
            if spec.entries and spec.entries.estimates:
                found = [estimate(entry, spec.entries.estimates) for entry in entries]
                known = [both for both in found if both]
                if known:
                    least, most = (sum(column) for column in zip(*known, strict=True))
                    whole = len(known) == len(found) and within(len(found), spec.entries.count)
                    return Sum(least, most, part.place(spec).down(line), whole, spec.entries.noun)
    return None


def _place(statement: Statement) -> Span:
    """Where the duration stands, if that is on the statement's first line."""
    line, place = statement.span, place_of(statement.text)
    if place is None or place[1] > line.end_column:
        return line
    return Span(line.line, place[0], line.line, place[1])


def _is_timed(spec: FieldSpec) -> bool:
    return bool(spec.entries and spec.entries.estimates)


def estimate(entry: Entry, names: tuple[str, ...]) -> tuple[float, float] | None:
    """How long an entry says it takes: in a column or under a label of these names, else behind its title."""
    for column, cell in entry.cells:
        if column in names and (found := minutes_range(cell.text)):
            return found
    for name, at, start in entry.labels:
        if name in names and (found := minutes_range(entry.lines[at][start:])):
            return found
    return duration_in(entry.lines[0]) if entry.lines else None
