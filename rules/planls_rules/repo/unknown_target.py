"""REP002 unknown-target: a table says that something is where the folder tree has nothing."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from planls.contract.model import SectionSpec
from planls.contract.part import Part
from planls.contract.reading import Reading
from planls.contract.tables import columns_of
from planls.document.blocks import Cell
from planls.document.lines import Span
from planls.rule import Finding, Reads, Related, rule

if TYPE_CHECKING:
    from planls.document.tree import Tree

_NOT_DRAWN = re.compile(r"\b(?:optional|extras?|later|generated|not committed|not drawn)\b", re.IGNORECASE)
"""What a cell says of a target that need not be in the tree."""


@rule("REP002", reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """Every file and folder in a table's column of targets that the document's tree does not have; once."""
    if not any(spec.table and spec.table.targets for spec in reading.contract.sections):
        return
    from planls.contract.pointers import drawn_tree

    drawn = drawn_tree(reading)
    if drawn is None:
        return
    at, tree = drawn
    found: dict[str, list[Span]] = {}
    for start, part in reading.parts:
        for span, path in _unknown(part, tree):
            found.setdefault(path, []).append(span.down(start))
    for path, spans in found.items():
        message = f"`{path}` is not in the folder tree; draw it there, or name what is"
        again = (Related(span, f"`{path}`") for span in spans[1:])
        yield Finding(spans[0], message, related=(Related(Span(at, 0, at, 0), "The folder tree"), *again))


def _unknown(part: Part, tree: "Tree") -> Iterator[tuple[Span, str]]:
    from planls.contract.targets import is_in, targets

    for cell in _cells(part):
        if _NOT_DRAWN.search(cell.text):
            continue
        for target in targets(cell.text):
            if not is_in(tree, target.text) and not _is_told(tree, target.text):
                column = cell.span.column + target.start
                yield (
                    Span(cell.span.line, column, cell.span.line, column + target.end - target.start),
                    target.text,
                )


def _is_told(tree: "Tree", path: str) -> bool:
    """Whether the tree has no tests at all and this is one: that is told already."""
    from planls.contract.trees import is_test, parts_of

    return is_test(path.lower().split("/")) and "tests" not in parts_of(tree)


def _cells(part: Part) -> Iterator[Cell]:
    """The cells that say where things are, their places in the part."""
    spec = part.spec.table if isinstance(part.spec, SectionSpec) else None
    if spec and spec.targets and part.table:
        start, table = part.table
        column = columns_of(table, spec)[spec.targets - 1]
        for row in table.rows:
            yield from (Cell(cell.text, cell.span.down(start)) for cell in row[column : column + 1])
