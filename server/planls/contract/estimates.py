"""The author's own estimate of how long an item takes."""

import re
from collections.abc import Iterator

from planls.contract.durations import is_duration, minutes, minutes_range
from planls.contract.model import ItemSpec
from planls.contract.part import Part
from planls.document.lines import Span

_IN_HEADING = re.compile(r"[(\[](?P<inside>[^()\[\]]*)[)\]]|\s[-–—|]\s*(?P<behind>[^-–—|()\[\]]*)$")
_AROUND = re.compile(
    r"\b(?:about|approx(?:imately)?|around|ca|circa|est(?:imate[ds]?)?|max(?:imum)?|minimum|total|each"
    r"|time|effort|duration|up to|less than|at most|or less|or so)\b|[~≈<≤:]|(?<!\d)\.|\.(?!\d)",
    re.IGNORECASE,
)


def duration_in(heading: str) -> tuple[float, float] | None:
    """The least and the most minutes of the duration in parentheses, or behind a dash, in a heading."""
    for match in _IN_HEADING.finditer(heading):
        text = match["inside"] or match["behind"] or ""
        if is_duration(_AROUND.sub(" ", text)):
            return minutes_range(text)
    return None


def estimates(part: Part, spec: ItemSpec) -> Iterator[tuple[Span, str]]:
    """Estimates and where they stand: at the heading's end or in parentheses, then under labels for them."""
    heading = part.heading
    for match in _IN_HEADING.finditer(part.title):
        text = match["inside"] or match["behind"] or ""
        if is_duration(_AROUND.sub(" ", text)):
            column = heading.column + match.start("inside" if match["inside"] else "behind")
            yield Span(heading.line, column, heading.line, column + len(text)), text
    start = 0
    for section in part.sections:
        for label in section.labels:
            if label.key in spec.estimates and minutes(label.value) is not None:
                line = start + label.span.line
                yield Span(line, label.value_column, line, label.value_column + len(label.value)), label.value
        start += section.height
