"""STP008 premature-tick: a step is ticked before one that it depends on."""

from collections.abc import Iterator

from planls.contract.reading import Reading
from planls.contract.steps.depends.graph import Graph, graphs
from planls.contract.steps.depends.premature import Premature, open_boxes, premature
from planls.rule import Finding, Reads, Related, rule

_SHOWN = 3
"""Steps that a message names, and open boxes that are shown as further places."""


@rule("STP008", reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """Every step with ticked boxes that depends on a step with open ones; once for each step."""
    for graph in graphs(reading):
        yield from (_finding(graph, fault) for fault in premature(graph, _SHOWN + 1))


def _finding(graph: Graph, fault: Premature) -> Finding:
    names = [f"“{step.name(graph.spec)}”" for step in fault.waits[:_SHOWN]]
    if len(fault.waits) > _SHOWN:
        names.append("others")
    said = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    own = fault.step.name(graph.spec)
    state = "is ticked" if fault.done else "has ticked tasks"
    number, it = ("is", "it") if len(names) == 1 else ("are", "them")
    lack = f"“{own}” {state}, but {said}, on which it depends, {number} not done"
    opened = [(span, step.name(graph.spec)) for step in fault.waits for span in open_boxes(step)]
    related = tuple(Related(span, f"Still open in “{where}”") for span, where in opened[:_SHOWN])
    return Finding(
        fault.span, f"{lack}; finish {it} first, tick what is done there, or untick", related=related
    )
