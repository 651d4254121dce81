"""PRD001 unticked-item: an item of the production-grade checklist is not ticked."""

from collections.abc import Iterator

from planls.contract.reading import Reading
from planls.contract.state import State, is_promise, progress
from planls.rule import Edit, Finding, Fix, Reads, Severity, rule

_SEVERITIES = {State.DRAFT: Severity.INFORMATION, State.WORKED: Severity.WARNING, State.DONE: Severity.ERROR}
_WAYS = {
    State.DRAFT: "tick it once it is true",
    State.WORKED: "all tasks are ticked: make it true and tick it",
    State.DONE: "the document says it is done: make it true and tick it",
}


@rule("PRD001", Severity.INFORMATION, reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """Every unticked item, as bad as the state of the document makes it."""
    from planls.contract.checklists import is_struck, name_of

    parts = [(line, part) for line, part in reading.parts if is_promise(part)]
    state = progress(reading).state if parts else State.DRAFT
    for line, part in parts:
        for at, item in part.checkboxes:
            if not (item.checked or is_struck(item.label)):
                name = name_of(item.label)
                fix = Fix(f"Tick “{name}”", (Edit(item.box.down(line + at), "x"),), safe=False)
                message = f"“{name}” is not ticked; {_WAYS[state]}"
                yield Finding(item.span.down(line + at), message, fix, severity=_SEVERITIES[state])
