"""STP005 dependency-cycle: steps depend on one another in a circle."""

from collections.abc import Iterator

from planls.contract.reading import Reading
from planls.contract.steps.depends.graph import graphs
from planls.contract.steps.depends.web import Edge
from planls.document.memory import latest
from planls.rule import Finding, Reads, Related, rule

_SHOWN = 3
"""Steps of a cycle that the message names one by one."""


@rule("STP005", reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """Every cycle once, at its first field that names the step itself or a later one."""
    for graph in graphs(reading):
        for cycle in graph.web.cycles:
            steps = tuple([(step.line, step.name(graph.spec)) for step in map(graph.step, cycle)])
            yield _finding(cycle[0], cycle, steps)


@latest
def _finding(_: Edge, cycle: tuple[Edge, ...], steps: tuple[tuple[int, str], ...]) -> Finding:
    """What is told of a cycle; kept while no edit changes it, or the lines and names of its steps."""
    names = [f"“{name}”" for _, name in steps]
    places = [edge.said.whole.down(line) for edge, (line, _) in zip(cycle, steps, strict=True)]
    if len(names) == 1:
        return Finding(
            places[0], f"{names[0]} depends on itself; leave that out, or name another that it builds on"
        )
    turns = ", which depends on ".join([*names[1 : _SHOWN + 1], names[0]])
    if len(names) > _SHOWN + 1:
        turns = f"{names[1]}, which depends on it by way of {len(names) - 2} more"
    message = f"{names[0]} depends on {turns}; drop the dependency that does not hold"
    turned = zip(places[1:], names[1:], [*names[2:], names[0]], strict=True)
    related = tuple(Related(place, f"{one} depends on {other}") for place, one, other in turned)
    return Finding(places[0], message, related=related)
