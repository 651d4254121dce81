"""FRM002 not-a-tree: where a folder tree belongs, there is none."""

from collections.abc import Iterator

from planls.contract.forms import codes_of
from planls.contract.part import Part
from planls.rule import Finding, rule


@rule("FRM002")
def check(part: Part) -> Iterator[Finding]:
    """A field that should hold a folder tree, and has none in its code or as a list."""
    fields = list(codes_of(part, "tree"))
    if not fields:
        return
    from planls.document.tree import read_tree

    for spec, codes in fields:
        text = [line for line in part.text_of(spec) if line.strip()]
        if not any(read_tree(code.lines) for code in codes) and (codes or not read_tree(text)):
            message = (
                f"“{spec.name}” cannot be read as a folder tree; draw it with `├──`, `|--` or indentation"
            )
            yield Finding(part.block_span(codes[0].opening) if codes else part.place(spec), message)
