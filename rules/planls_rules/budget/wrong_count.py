"""BUD001 wrong-count: a list has fewer or more entries than the contract asks for."""

from collections.abc import Iterator

from planls.contract.budget import bounds_said, counted, within
from planls.contract.model import EntriesSpec
from planls.contract.part import Part
from planls.rule import Finding, rule


@rule("BUD001")
def check(part: Part) -> Iterator[Finding]:
    """Every list with a count, on its label or, without one, its section's heading."""
    for spec, entries in part.entries:
        if spec.entries and not within(len(entries), spec.entries.count) and not part.is_empty(spec):
            name = part.title if spec.label == "none" else spec.name
            yield Finding(part.place(spec), _message(name, len(entries), spec.entries))


def _message(name: str, count: int, spec: EntriesSpec) -> str:
    few = count < spec.count[0]
    way = "add what is missing" if few else "merge or cut some"
    way = way if count else "list them one by one"
    return f"“{name}” has {counted(count, spec.noun)}, not {bounds_said(spec.count)}; {way}"
