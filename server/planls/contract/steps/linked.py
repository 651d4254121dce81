"""Numbers of items in the targets of links: ``[the router](#step-4-router)``."""

import re
from collections.abc import Iterator
from dataclasses import replace

from planls.contract.part import Part
from planls.document import Section
from planls.document.anchors import slug
from planls.document.blocks import Code
from planls.document.lines import Span
from planls.document.links import links_in, prose
from planls.document.memory import remembered

_HREF = re.compile(r"\bhref\s*=\s*[\"']#([^\"'\s<>]+)", re.IGNORECASE)


@remembered
def own_links(part: Part) -> tuple[tuple[str, Span], ...]:
    """The anchors that a part's links lead to in the document itself, and where they stand."""
    return tuple(_links(part))


def place_in(anchor: str, section: Section, number: str, column: int) -> int:
    """Where an anchor has the number that stands in a column of its heading; -1 if it has not."""
    heading = section.heading
    if heading is None:
        return -1
    anchor = anchor.lower()
    place = len(slug(f"{heading.text[: max(column - heading.span.column, 0)]}0")) - 1
    if anchor.startswith(number, place):
        return place
    match = re.search(rf"(?<!\d){re.escape(number)}(?![0-9a-z])", anchor)
    return match.start() if match else -1


def _links(part: Part) -> Iterator[tuple[str, Span]]:
    for at, block in part.placed:
        for n, line in prose(block):
            for link in links_in(line, at + n) if "#" in line else ():
                if link.target == f"#{link.anchor}":
                    yield link.anchor, replace(link.span, column=link.span.column + 1)
        for n, line in enumerate(() if isinstance(block, Code) else block.lines):
            for match in _HREF.finditer(line) if "href" in line else ():
                yield match[1], Span(at + n, match.start(1), at + n, match.end(1))
