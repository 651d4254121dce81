"""STP006 later-dependency: a step depends on one that comes after it."""

from collections.abc import Iterator

from planls.contract.reading import Reading
from planls.contract.steps.depends.graph import graphs
from planls.contract.steps.depends.web import Edge
from planls.document.lines import Span
from planls.document.memory import latest
from planls.rule import Finding, Reads, Related, rule


@rule("STP006", reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """Every dependency on a later step, unless it is part of a cycle, which is told as such."""
    for graph in graphs(reading):
        for edge in graph.web.later:
            step, later = graph.step(edge), graph.items[graph.web.order[edge.end - 1]]
            names = step.name(graph.spec), later.name(graph.spec)
            yield _finding(edge, step.line, later.part.heading.down(later.line), *names)


@latest
def _finding(edge: Edge, line: int, place: Span, own: str, other: str) -> Finding:
    """What is told of a step that begins on a line, and of the later one; kept while no edit changes that."""
    way = "move one of the two or drop the dependency"
    message = f"“{own}” depends on “{other}”, which comes after it; {way}"
    return Finding(edge.said.whole.down(line), message, related=(Related(place, f"“{other}” is here"),))
