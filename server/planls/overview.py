"""What a reader wants to know at a glance: how far a document has come, and how long its steps take."""

from collections.abc import Iterator
from dataclasses import dataclass

from planls.contract.budget import counted
from planls.contract.model import ItemSpec
from planls.contract.reading import Reading
from planls.contract.state import Count, Progress, State, progress
from planls.contract.steps.numbered import Step
from planls.contract.steps.size import Estimate, sizes, told
from planls.document.lines import Span

_STATES = {State.DRAFT: "Draft", State.WORKED: "All tasks ticked", State.DONE: "Said to be done"}
_HOURS = 90
"""Minutes from which on hours are said."""


@dataclass(frozen=True, slots=True)
class Glance:
    """A text to show at a heading (its place in the document); ``detail`` says how it comes about."""

    span: Span
    text: str
    detail: str = ""


def stand(reading: Reading) -> Iterator[Glance]:
    """At the title how far the document has come, at each step its tasks and how long it takes."""
    said = sentence(progress(reading))
    if reading.title is not None and said:
        yield Glance(_heading(reading, reading.title), said)
    for step, size in sizes(reading):
        if size:
            pieces = (_of(step.part.progress, "task"), f"about {_briefly(size.rounded)}{_beyond(step, size)}")
            yield Glance(_place(step), ", ".join(filter(None, pieces)))


def sentence(found: Progress) -> str:
    """``Draft: 3 of 7 steps, 9 of 20 tasks, 1 of 6 checks``; empty where there is nothing to count."""
    counts = (_of(found.steps, "step"), _of(found.tasks, "task"), _of(found.promises, "check"))
    said = ", ".join(filter(None, counts))
    return f"{_STATES[found.state]}: {said}" if said else ""


def durations(reading: Reading) -> Iterator[Glance]:
    """Behind the heading of the steps, else the title, how long all take, behind each how long it does.

    What a step's own heading says is not said again.
    """
    found = [(step, size) for step, size in sizes(reading) if size]
    for section in (section for section in reading.found if section.spec.item):
        inside = range(reading.line(section.index), reading.line(section.end))
        minutes = sum(size.rounded for step, size in found if step.line in inside)
        index = section.index if section.spec.headed else reading.title
        if minutes and index is not None:
            yield Glance(_heading(reading, index), f"~{_briefly(minutes)}", "All steps together")
    for step, size in found:
        if not size.span or size.span.line != step.span.line:
            yield Glance(_place(step), f"~{_briefly(size.rounded)}", _detail(size))


def size_at(reading: Reading, line: int) -> tuple[Span, str] | None:
    """What is to be said of the size of the step whose heading is on a line, and where that stands."""
    for step, size in sizes(reading):
        if size and step.span.line == line:
            return _place(step), f"About {_briefly(size.rounded)}, {_detail(size)}"
    return None


def _beyond(step: Step, size: Estimate) -> str:
    """What the contract allows, where the step takes longer."""
    limit = step.part.spec.minutes if isinstance(step.part.spec, ItemSpec) else 0
    return f" (more than {_briefly(limit)})" if limit and size.exceeds(limit) else ""


def _of(count: Count, noun: str) -> str:
    """``3 of 5 tasks``; nothing where there are none."""
    done, total = count
    return f"{done} of {counted(total, noun)}" if total else ""


def _briefly(minutes: float) -> str:
    """``25 min``, ``1.5 h``."""
    return f"{round(minutes / 60, 1):g} h" if minutes >= _HOURS else f"{minutes:g} min"


def _detail(size: Estimate) -> str:
    """How an estimate comes about."""
    if size.stated:
        return "estimated by its author"
    shares = [(told(share), share.minutes) for share in size.shares if share.amount]
    shares.append(("getting going", size.minutes - sum(minutes for _, minutes in shares)))
    said = (f"{what} ({_briefly(round(minutes))})" for what, minutes in shares if minutes)
    return f"estimated by what it holds: {', '.join(said)}"


def _heading(reading: Reading, index: int) -> Span:
    """Where the heading of a section of the document stands."""
    heading = reading.document.sections[index].heading
    return heading.span.down(reading.document.starts[index]) if heading else Span(0, 0, 0, 0)


def _place(step: Step) -> Span:
    return step.part.heading.down(step.line)
