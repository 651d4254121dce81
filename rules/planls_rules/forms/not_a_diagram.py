"""FRM001 not-a-diagram: where a diagram belongs, there is none."""

import re
from collections.abc import Iterator

from planls.contract.codes import Snippet
from planls.contract.forms import codes_of
from planls.contract.part import Part
from planls.rule import Finding, rule

_ARROW = re.compile(r"--?>|=>|[→⟶⇒➜▶]|!\[|<img\b|<svg\b")
"""Signs of a flow, or of a picture, in the text of the field."""

_DOWN = re.compile(r"\s*[↓↑⬇⬆⇩⇧▼▲](?:\s|$)")
"""A line of a flow from top to bottom."""


@rule("FRM001")
def check(part: Part) -> Iterator[Finding]:
    """A field that should hold a diagram, with neither one in its code nor a flow or picture in its text."""
    for spec, codes in codes_of(part, "diagram"):
        drawn = any(_is_drawn(code) or _is_template(part, code.lines) for code in codes)
        flows = not codes and any(map(_ARROW.search, part.text_of(spec)))
        if not drawn and not flows:
            message = f"“{spec.name}” shows no diagram; draw the flow with boxes and arrows, or in Mermaid"
            yield Finding(part.block_span(codes[0].opening) if codes else part.place(spec), message)


def _is_drawn(code: Snippet) -> bool:
    from planls.contract.diagrams import is_diagram

    return is_diagram(code.lines, code.language) or any(map(_DOWN.match, code.lines))


def _is_template(part: Part, code: tuple[str, ...]) -> bool:
    return any(map(part.contract.unfilled, code))
