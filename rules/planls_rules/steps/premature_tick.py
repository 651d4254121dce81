"""STP008 premature-tick: a step is ticked before one that it depends on."""

from collections.abc import Iterator

from planls.contract.part import Part
from planls.contract.reading import Reading
from planls.contract.steps.depends.graph import graphs
from planls.contract.steps.depends.premature import MOST, Premature, Stand, premature, stands
from planls.contract.steps.depends.web import Web
from planls.document.memory import latest
from planls.rule import Finding, Reads, Related, rule

_SHOWN = MOST - 1
"""Steps that a message names, and open boxes that are shown as further places."""


@rule("STP008", reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """Every step whose boxes are ticked that depends on a step with open ones; once for each step."""
    for graph in graphs(reading):
        if any(step.part.progress[0] for step in graph.items):
            for item, fault in _faults(graph.web, stands(graph)):
                yield _finding(graph.items[item].part, fault)


@latest
def _faults(web: Web, steps: tuple[Stand, ...]) -> tuple[tuple[int, Premature], ...]:
    """All faults; kept while no edit changes what depends on what, or how far it is."""
    return tuple(premature(web, steps))


@latest
def _finding(_: Part, fault: Premature) -> Finding:
    """What is told of a step; kept while no edit changes how far it and those are that it waits for."""
    names = [f"“{step.name}”" for step in fault.waits[:_SHOWN]]
    if len(fault.waits) > _SHOWN:
        names.append("others")
    said = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    number, it = ("is", "it") if len(names) == 1 else ("are", "them")
    lack = f"“{fault.step.name}” is ticked, but {said}, on which it depends, {number} not done"
    opened = [(span, step.name) for step in fault.waits for span in step.shown]
    related = tuple(Related(span, f"Still open in “{where}”") for span, where in opened[:_SHOWN])
    way = f"finish {it} first, tick what is done there, or untick"
    return Finding(fault.span, f"{lack}; {way}", related=related)
