"""The code of a field that has a form: a diagram, a folder tree."""

from collections.abc import Iterator

from planls.contract.codes import Snippet, codes_in
from planls.contract.model import FieldSpec
from planls.contract.part import Part


def codes_of(part: Part, form: str) -> Iterator[tuple[FieldSpec, list[Snippet]]]:
    """The fields of a form that are there and say something, each with its code."""
    for spec, line, end in part.anchors:
        if spec.form == form and not part.is_empty(spec):
            yield spec, [snippet for snippet in codes_in(part) if line <= snippet.opening < end]
