"""Which promise of a checklist the evidence speaks against."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from planls.contract.checklists import check_of, is_struck, name_of
from planls.contract.demands import CheckSpec
from planls.contract.evidence import Evidence, evidence
from planls.contract.model import Contract, SectionSpec
from planls.contract.part import Part
from planls.contract.reading import Reading
from planls.contract.state import promised
from planls.document.lines import Span
from planls.document.memory import latest, remembered

MOST = 25
"""Places that one finding shows."""


@dataclass(frozen=True)
class Promise:
    """An item of a checklist: what the contract says of it, as it is named, its text and its box."""

    spec: CheckSpec
    name: str
    text: str
    ticked: bool
    span: Span
    box: Span


@remembered
def promises(reading: Reading) -> tuple[Promise, ...]:
    """The items of checklists that evidence can refute, from top to bottom; spans are the document's."""
    return tuple(one for line, part in promised(reading) for one in _promises(part, line))


@remembered
def contradicted(reading: Reading) -> tuple[tuple[Promise, tuple[Evidence, ...]], ...]:
    """Each ticked item that something refutes, with that; evidence counts against the first such item."""
    left = list(evidence(reading))
    found = []
    for promise in promises(reading):
        if promise.ticked:
            against = [one for one in left if one.kind in promise.spec.refuted] or _untested(reading, promise)
            left = [one for one in left if one.kind not in promise.spec.refuted]
            if against:
                found.append((promise, tuple(against)))
    return tuple(found)


@remembered
def untrue(reading: Reading) -> frozenset[Span]:
    """The boxes of the items that are not ticked, and that something refutes: ticking them would be wrong."""
    kinds = {one.kind for one in evidence(reading)}
    open_ = [promise for promise in promises(reading) if not promise.ticked]
    return frozenset(
        promise.box
        for promise in open_
        if not kinds.isdisjoint(promise.spec.refuted) or _untested(reading, promise)
    )


def refuted_by(reading: Reading, promise: Promise, against: Iterable[Evidence]) -> tuple[Promise, ...]:
    """A ticked item, and the ticked items below it that the same evidence refutes."""
    kinds = {one.kind for one in against}
    found = promises(reading)
    below = found[found.index(promise) + 1 :]
    return (promise, *(one for one in below if one.ticked and not kinds.isdisjoint(one.spec.refuted)))


def loose(reading: Reading, kind: str) -> Iterator[list[Evidence]]:
    """Evidence of a kind which no ticked item denies, the same thing in several places as one.

    There is none where the contract has no item for it to speak against.
    """
    if kind not in _refutable(reading.contract) or any(
        kind in p.spec.refuted for p in promises(reading) if p.ticked
    ):
        return
    groups: dict[str, list[Evidence]] = {}
    for one in evidence(reading):
        if one.kind == kind:
            groups.setdefault(one.key, []).append(one)
    yield from groups.values()


def speaking(reading: Reading, one: Evidence) -> str:
    """What a piece of evidence says, and the first item that it speaks against, where that is there."""
    name = next((promise.name for promise in promises(reading) if one.kind in promise.spec.refuted), "")
    said = one.said if one.said[:1] == "`" else one.said[:1].upper() + one.said[1:]
    return f"{said}, which speaks against “{name}”" if name else said


@remembered
def _refutable(contract: Contract) -> frozenset[str]:
    """The kinds of evidence that some item of a checklist denies."""
    checks = (check for section in contract.sections if section.ticked for check in section.checklist)
    return frozenset(kind for check in checks for kind in check.refuted)


@latest
def _promises(part: Part, line: int) -> tuple[Promise, ...]:
    """The items of a part that begins on a line."""
    checklist = part.spec.checklist if isinstance(part.spec, SectionSpec) else ()
    found = ((line + at, item, check_of(item.label, checklist)) for at, item in part.checkboxes)
    return tuple(
        Promise(spec, name_of(one.label), one.label, one.checked is True, one.span.down(at), one.box.down(at))
        for at, one, spec in found
        if spec and spec.refuted and not is_struck(one.label)
    )


def _untested(reading: Reading, promise: Promise) -> list[Evidence]:
    """That there is no test, where the item itself names no command that runs one."""
    if "untested" not in promise.spec.refuted:
        return []
    from planls.contract.evidence.untested import runs_tests, untested

    named = any(runs_tests(span) for span in re.findall(r"`([^`]+)`", promise.text))
    found = None if named else untested(reading)
    return [found] if found else []
