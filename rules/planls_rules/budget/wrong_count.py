"""BUD001 wrong-count: a list has fewer or more entries than the contract asks for."""

from collections.abc import Iterator, Sequence

from planls.contract.budget import bounds_said, counted, within
from planls.contract.demands import EntriesSpec
from planls.contract.entry import Entry, sentences
from planls.contract.model import FieldSpec
from planls.contract.part import Part
from planls.rule import Finding, rule


@rule("BUD001")
def check(part: Part) -> Iterator[Finding]:
    """Every list with a count, on its label or, without one, its section's heading."""
    for spec, entries in part.entries:
        if (
            spec.entries
            and not within(len(entries), spec.entries.count)
            and not _is_moot(part, spec, entries)
        ):
            name = part.title if spec.label == "none" else spec.name
            yield Finding(part.place(spec), _message(name, len(entries), spec.entries))


def _is_moot(part: Part, spec: FieldSpec, entries: Sequence[Entry]) -> bool:
    """Whether there is nothing to count: the field is empty, or running text that may well say enough."""
    said = len(sentences(" ".join(part.text_of(spec)))) if not entries and spec.entries else 0
    prose = spec.content == "list" and spec.entries is not None and said > spec.entries.count[0]
    return part.is_empty(spec) or prose


def _message(name: str, count: int, spec: EntriesSpec) -> str:
    if not count:
        return f"“{name}” lists no {spec.noun}; list {bounds_said(spec.count)}, one by one"
    way = "add what is missing" if count < spec.count[0] else "merge or cut some"
    return f"“{name}” has {counted(count, spec.noun)}, not {bounds_said(spec.count)}; {way}"
