"""PRD001 unticked-item: an item of the production-grade checklist is not ticked."""

from collections.abc import Iterator

from planls.contract.part import Part
from planls.contract.reading import Reading
from planls.contract.state import State, progress, promised
from planls.document.blocks import Item
from planls.document.lines import Span
from planls.document.memory import latest
from planls.rule import Edit, Finding, Fix, Reads, Severity, rule

_SEVERITIES = {State.DRAFT: Severity.INFORMATION, State.WORKED: Severity.WARNING, State.DONE: Severity.ERROR}
_WAYS = {
    State.DRAFT: "tick it once it is true",
    State.WORKED: "all tasks are ticked: make it true and tick it",
    State.DONE: "the document says it is done: make it true and tick it",
}


@rule("PRD001", Severity.INFORMATION, reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """Every unticked item, as bad as the state of the document makes it; what is not true is not ticked."""
    parts = promised(reading)
    if not parts:
        return
    from planls.contract.evidence.against import untrue

    state, wrong = progress(reading).state, untrue(reading)
    for line, part in parts:
        yield from _unticked(part, line, state, wrong)


@latest
def _unticked(part: Part, line: int, state: State, wrong: frozenset[Span]) -> tuple[Finding, ...]:
    """The unticked items of the checklist that begins on a line."""
    from planls.contract.checklists import is_struck, name_of

    open_ = [(line + at, item) for at, item in part.checkboxes if not (item.checked or is_struck(item.label))]
    return tuple(_finding(at, item, name_of(item.label), state, wrong) for at, item in open_)


def _finding(at: int, item: Item, name: str, state: State, wrong: frozenset[Span]) -> Finding:
    box = item.box.down(at)
    fix = None if box in wrong else Fix(f"Tick “{name}”", (Edit(box, "x"),), safe=False)
    message = f"“{name}” is not ticked; {_WAYS[state]}"
    return Finding(item.span.down(at), message, fix, severity=_SEVERITIES[state])
