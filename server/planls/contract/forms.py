"""The code of a field that has a form: a diagram, a folder tree."""

from collections.abc import Iterator

from planls.contract.model import FieldSpec
from planls.contract.part import Part
from planls.document.blocks import Code


def blocks_of(part: Part, form: str) -> Iterator[tuple[FieldSpec, list[tuple[int, Code]]]]:
    """The fields of a form that are there and say something, each with its code; lines are the part's."""
    for spec, line, end in part.anchors:
        if spec.form == form and not part.is_empty(spec):
            inside = [(at, b) for at, b in part.placed if isinstance(b, Code) and line <= at < end]
            yield spec, inside
