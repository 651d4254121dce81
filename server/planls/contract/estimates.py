"""The author's own estimate of how long an item takes."""

import re
from collections.abc import Iterator

from planls.contract.durations import minutes
from planls.contract.model import ItemSpec
from planls.contract.part import Part
from planls.document.lines import Span

_PARENTHESES = re.compile(r"[(\[]([^()\[\]]*)[)\]]")


def estimates(part: Part, spec: ItemSpec) -> Iterator[tuple[Span, str]]:
    """Estimates and where they stand: in the heading's parentheses, then under the labels for them."""
    heading = part.heading
    for match in _PARENTHESES.finditer(part.title):
        if minutes(match[1]) is not None:
            column = heading.column + match.start(1)
            yield Span(heading.line, column, heading.line, column + len(match[1])), match[1]
    start = 0
    for section in part.sections:
        for label in section.labels:
            if label.key in spec.estimates and minutes(label.value) is not None:
                line = start + label.span.line
                yield Span(line, label.value_column, line, label.value_column + len(label.value)), label.value
        start += section.height
