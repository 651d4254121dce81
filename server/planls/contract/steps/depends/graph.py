"""Which item depends on which, as their fields say, and where in the document."""

from collections.abc import Iterator
from dataclasses import dataclass

from planls.contract.model import ItemSpec
from planls.contract.part import Part
from planls.contract.reading import Reading
from planls.contract.steps.depends.dependencies import dependencies
from planls.contract.steps.depends.web import Edge, Node, Web
from planls.contract.steps.numbered import Step, number_of, numbered
from planls.document.lines import Span
from planls.document.memory import latest, remembered


@dataclass(frozen=True, eq=False)
class Graph:
    """The items of a section in the document's order, and what they depend on."""

    spec: ItemSpec
    items: tuple[Step, ...]
    web: Web

    def step(self, edge: Edge) -> Step:
        """The item that says it."""
        return self.items[edge.item]

    def span(self, edge: Edge) -> Span:
        """Where it says it in the document, a range as a whole."""
        return edge.said.whole.down(self.step(edge).line)

    def on(self, edge: Edge) -> Iterator[Step]:
        """The items that an edge leads to, by number."""
        return (self.items[at] for at in self.web.order[edge.first : edge.end])


@remembered
def graphs(reading: Reading) -> tuple[Graph, ...]:
    """The graph of each section whose items say what they depend on."""
    found = ((spec, items, tuple([_node(one.part) for one in items])) for spec, items in numbered(reading))
    return tuple(
        Graph(spec, items, _web(spec, nodes))
        for spec, items, nodes in found
        if any(depends for _, _, depends in nodes)
    )


@remembered
def _node(part: Part) -> Node:
    """What an item has to do with others; the same object while nothing in it changes."""
    found = number_of(part)
    return found[2] if found else None, part.struck, dependencies(part)


@latest
def _web(_: ItemSpec, nodes: tuple[Node, ...]) -> Web:
    """The web of some items; kept while no edit changes what they say."""
    return Web(nodes)
