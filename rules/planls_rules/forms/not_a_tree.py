"""FRM002 not-a-tree: where a folder tree belongs, there is a block that is none."""

from collections.abc import Iterator

from planls.contract.forms import blocks_of
from planls.contract.part import Part
from planls.document.tree import read_tree
from planls.rule import Finding, rule


@rule("FRM002")
def check(part: Part) -> Iterator[Finding]:
    """A field that should hold a folder tree and has code, none of it a tree; on the first block."""
    for spec, blocks in blocks_of(part, "tree"):
        if blocks and not any(read_tree(block.code) for _, block in blocks):
            message = f"“{spec.name}” cannot be read as a folder tree; draw it with `├──`, `|--` or indentation"
            yield Finding(part.block_span(blocks[0][0]), message)
