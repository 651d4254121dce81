"""What a document's folder tree is good for: the paths in its text lead there, and can be completed."""

from collections.abc import Iterator
from dataclasses import dataclass

from planls.contract.model import ItemSpec
from planls.contract.part import Part
from planls.contract.reading import Reading
from planls.contract.targets import targets
from planls.document.blocks import Code, Container
from planls.document.lines import Span, body
from planls.document.memory import remembered
from planls.document.tree import Node, Tree


@dataclass(frozen=True)
class Pointer:
    """A path in the text and the place of it in the folder tree, both in lines of the document."""

    span: Span
    node: Node
    place: Span


def drawn_tree(reading: Reading) -> tuple[int, Tree] | None:
    """The folder tree and the line that its lines count from; a field that asks for one comes first."""
    parts = ((line, part) for line, part in reading.parts if not isinstance(part.spec, ItemSpec))
    drawn = [(line, part) for line, part in parts if part.tree and not _is_template(part, *part.tree)]
    drawn.sort(key=lambda found: not any(spec.form == "tree" for spec in found[1].specs))
    for line, part in drawn:
        if part.tree:
            return line + part.tree[0], part.tree[1]
    return None


def _is_template(part: Part, at: int, tree: Tree) -> bool:
    """Whether the tree is still the template's."""
    return any(part.contract.unfilled(body(part.lines[at + node.span.line])) for node in tree.nodes)


def pointers(reading: Reading) -> Iterator[Pointer]:
    """The paths outside code that the folder tree has, from top to bottom."""
    drawn = drawn_tree(reading)
    if drawn is None:
        return
    at, tree = drawn
    for line, part in reading.parts:
        for span, path in _paths(part):
            if node := _node(tree, path):
                yield Pointer(span.down(line), node, node.span.down(at))


def pointer_at(reading: Reading, line: int, column: int) -> Pointer | None:
    """The path at a place of the document."""
    found = (p for p in pointers(reading) if p.span.line == line)
    return next((p for p in found if p.span.column <= column <= p.span.end_column), None)


def _node(tree: Tree, path: str) -> Node | None:
    """The one node that a path means; None where it may mean several or none."""
    found = tree.find(path)
    others = tree.matching(path)
    return found or (others[0] if len(others) == 1 else None)


@remembered
def _paths(part: Part) -> tuple[tuple[Span, str], ...]:
    """The paths in a part's text, code aside; lines are the part's."""
    found = []
    for at, line in _text_lines(part):
        if "`" in line or "/" in line:
            found += [(Span(at, t.start, at, t.end), t.text) for t in targets(line)]
    return tuple(found)


def _text_lines(part: Part) -> Iterator[tuple[int, str]]:
    for start, block in part.placed:
        code = block.code_lines if isinstance(block, Container) else frozenset[int]()
        if not isinstance(block, Code):
            yield from ((start + n, body(line)) for n, line in enumerate(block.lines) if n not in code)
