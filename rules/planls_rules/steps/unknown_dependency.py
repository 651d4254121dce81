"""STP004 unknown-dependency: a step depends on one that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from planls.contract.model import ItemSpec
from planls.contract.reading import Reading
from planls.contract.steps.depends.graph import graphs
from planls.rule import Finding, Reads, Related, rule

if TYPE_CHECKING:
    from planls.contract.steps.depends.unknown import Unknown


@rule("STP004", reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """Every number in a field of dependencies that no step has, or only one that has moved away."""
    for graph in (graph for graph in graphs(reading) if graph.web.doubtful):
        from planls.contract.steps.depends.unknown import unknown

        for fault in unknown(reading, graph):
            yield _finding(graph.spec, fault)


def _finding(spec: ItemSpec, fault: Unknown) -> Finding:
    target = f"{spec.pattern.word} {fault.number}".strip()
    said = f"“{fault.step.name(spec)}” depends on “{target}”, which is"
    if fault.gone:
        related = (Related(fault.gone.part.heading.down(fault.gone.line), f"“{target}” was here"),)
        return Finding(fault.span, f"{said} struck out; name the one that does its work now", related=related)
    way = (
        "nothing comes before it: write None"
        if fault.alone
        else "name the one that is meant, or leave it out"
    )
    if fault.near and fault.alone:
        way = f"name one that comes before it, such as “{fault.near.part.title}”"
    return Finding(fault.span, f"{said} not there; {way}")
