"""STP006 later-dependency: a step depends on one that comes after it."""

from collections.abc import Iterator

from planls.contract.reading import Reading
from planls.contract.steps.depends.graph import graphs
from planls.rule import Finding, Reads, Related, rule


@rule("STP006", reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """Every dependency on a later step, unless it is part of a cycle, which is told as such."""
    for graph in graphs(reading):
        for edge in graph.web.later:
            later = graph.items[graph.web.order[edge.end - 1]]
            own, other = graph.step(edge).name(graph.spec), later.name(graph.spec)
            way = "move one of the two or drop the dependency"
            message = f"“{own}” depends on “{other}”, which comes after it; {way}"
            related = Related(later.part.heading.down(later.line), f"“{other}” is here")
            yield Finding(graph.span(edge), message, related=(related,))
