"""References to the items of a document: in its prose, tables, headings, links, comments in code."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from planls.contract.model import ItemSpec
from planls.contract.part import Part
from planls.contract.reading import Reading
from planls.contract.steps.mentioned import Place, places
from planls.contract.steps.numbered import Step, agrees, name_of, numbered
from planls.document import Section
from planls.document.anchors import heading_of, slug
from planls.document.blocks import Code
from planls.document.lines import Span
from planls.document.links import links_in, prose
from planls.document.memory import remembered

_HREF = re.compile(r"\bhref\s*=\s*[\"']#([^\"'\s<>]+)", re.IGNORECASE)
_COUNTED = re.compile(
    r"\d\s*(?:m|min|mins|minutes|h|hrs?|hours?|d|days?|tests?|points?|lines?)\b|\d{1,2}:\d\d", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A place that names an item by its number: whose it is, the number as compared, where that stands.

    ``closes``: it is the end of a range (``Steps 2-4``); ``depends``: it stands in a field that says what
    an item depends on; ``anchor``: it is part of a link's target.
    """

    spec: ItemSpec
    number: str
    span: Span
    closes: bool = False
    depends: bool = False
    anchor: bool = False


@remembered
def references(reading: Reading) -> tuple[Reference, ...]:
    """All references to items whose headings begin with a word, and links to any item, from top to bottom.

    The numbers of headings themselves are none; a number that no item has may be among them.
    """
    worded = [(spec, steps) for spec, steps in numbered(reading) if spec.pattern.word and steps]
    found = [reference for spec, steps in worded for reference in _worded(reading, spec, steps)]
    found += _linked(reading, found)
    return tuple(sorted(found, key=lambda reference: reference.span))


@remembered
def own_links(part: Part) -> tuple[tuple[str, Span], ...]:
    """The anchors that a part's links lead to in the document itself, and where they stand."""
    return tuple(_links(part))


def said(reading: Reading, span: Span) -> str:
    """What the document says at a place within a line."""
    return reading.document.line(span.line)[span.column : span.end_column]


def _worded(reading: Reading, spec: ItemSpec, steps: tuple[Step, ...]) -> Iterator[Reference]:
    """The references in words to the items of one section."""
    names = {step.number: name_of(step.part) for step in steps}
    own = {step.span for step in steps}
    others = {o.pattern.word.casefold() for o, _ in numbered(reading) if o is not spec}
    for line, part in reading.parts:
        if (
            spec.pattern.word.casefold() in others
            and isinstance(part.spec, ItemSpec)
            and part.spec is not spec
        ):
            continue  # another section's items are called the same
        for place in _ours(places(part, spec), names):
            span = place.span.down(line)
            if span not in own:
                yield Reference(spec, place.mention.number, span, place.mention.closes, place.depends)


def _ours(places: tuple[Place, ...], names: Mapping[str, str]) -> Iterator[Place]:
    """The mentions without those of a numbering that a text has of its own (``# Step 1: read the file``)."""
    foreign: dict[int, set[str]] = {}
    for scope in {place.scope for place in places if place.mention.entry}:
        entries = [place for place in places if place.scope == scope and place.mention.entry]
        if not any(agrees(names.get(e.mention.number, ""), e.mention.rest) for e in entries) and _is_own(
            entries
        ):
            foreign[scope] = {entry.mention.number for entry in entries}
    for place in places:
        if (place.depends and not place.scope) or place.mention.number not in foreign.get(place.scope, ()):
            yield place


def _is_own(entries: list[Place]) -> bool:
    """Whether entries whose names are no item's number something else; durations and counts are ours."""
    if entries[0].inside:
        return True
    counted = any(_COUNTED.search(entry.mention.rest) for entry in entries)
    return len(entries) > 1 and entries[0].mention.number in "01" and not counted


def _linked(reading: Reading, found: Iterable[Reference]) -> Iterator[Reference]:
    """The numbers in the targets of links to headings that name items."""
    links = [(anchor, span.down(line)) for line, part in reading.parts for anchor, span in own_links(part)]
    if not links:
        return
    named: dict[int, list[Reference]] = {}
    own = (Reference(spec, step.number, step.span) for spec, steps in numbered(reading) for step in steps)
    for reference in (*own, *found):
        named.setdefault(reference.span.line, []).append(reference)
    headings = dict(zip(reading.document.starts, reading.document.sections, strict=True))
    for anchor, span in links:
        line = heading_of(reading.document, anchor)
        for reference in named.get(line, ()) if line is not None else ():
            number = said(reading, reference.span).lower()
            place = _place_in(anchor, headings[line or 0], number, reference.span.column)
            if place >= 0:
                start = span.column + place
                found_at = Span(span.line, start, span.line, start + len(number))
                yield replace(reference, span=found_at, depends=False, anchor=True)


def _place_in(anchor: str, section: Section, number: str, column: int) -> int:
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
                    yield link.anchor, link.span._replace(column=link.span.column + 1)
        for n, line in enumerate(() if isinstance(block, Code) else block.lines):
            for match in _HREF.finditer(line) if "href" in line else ():
                yield match[1], Span(at + n, match.start(1), at + n, match.end(1))
