"""STP005 dependency-cycle: steps depend on one another in a circle."""

from collections.abc import Iterator

from planls.contract.reading import Reading
from planls.contract.steps.depends.graph import Graph, graphs
from planls.contract.steps.depends.web import Edge
from planls.rule import Finding, Reads, Related, rule

_SHOWN = 3
"""Steps of a cycle that the message names one by one."""


@rule("STP005", reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """Every cycle once, at its first field that names the step itself or a later one."""
    for graph in graphs(reading):
        for cycle in graph.web.cycles:
            yield _finding(graph, cycle)


def _finding(graph: Graph, cycle: tuple[Edge, ...]) -> Finding:
    names = [f"“{graph.step(edge).name(graph.spec)}”" for edge in cycle]
    place = graph.span(cycle[0])
    if len(names) == 1:
        return Finding(place, f"{names[0]} depends on itself; name the step that it builds on, or None")
    turns = ", which depends on ".join([*names[1 : _SHOWN + 1], names[0]])
    if len(names) > _SHOWN + 1:
        turns = f"{names[1]}, which depends on it by way of {len(names) - 2} more"
    message = f"{names[0]} depends on {turns}; drop the dependency that does not hold"
    turned = zip(cycle[1:], names[1:], [*names[2:], names[0]], strict=True)
    related = tuple(Related(graph.span(edge), f"{one} depends on {other}") for edge, one, other in turned)
    return Finding(place, message, related=related)
