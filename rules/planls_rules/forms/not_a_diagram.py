"""FRM001 not-a-diagram: where a diagram belongs, there is a block without one."""

from collections.abc import Iterator

from planls.contract.diagrams import is_diagram
from planls.contract.forms import blocks_of
from planls.contract.part import Part
from planls.contract.patterns import PLACEHOLDER
from planls.rule import Finding, rule


@rule("FRM001")
def check(part: Part) -> Iterator[Finding]:
    """A field that should hold a diagram and has code, none of it a diagram; on the first block."""
    for spec, blocks in blocks_of(part, "diagram"):
        drawn = (is_diagram(block.code, block.language) or _is_template(block.code) for _, block in blocks)
        if blocks and not any(drawn):
            message = f"“{spec.name}” shows no diagram; draw the flow with boxes and arrows, or in Mermaid"
            yield Finding(part.block_span(blocks[0][0]), message)


def _is_template(code: tuple[str, ...]) -> bool:
    return any(PLACEHOLDER.search(line) for line in code)
