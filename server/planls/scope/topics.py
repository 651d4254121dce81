"""What notes teach: the topics that their headings, bold labels, agendas and tables name."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property

from planls.document import Document, Section
from planls.document.blocks import Cell, Heading, List, Table
from planls.document.lines import Span
from planls.document.memory import remembered
from planls.document.words import folded, normal
from planls.scope.framing import is_frame, lists_topics
from planls.scope.wording import stems

LABEL = 7
"""The depth of a label in bold, and the least of whatever is no heading; headings have 1 to 6."""
_MANY = 3
"""Headings that make a level the one of the topics, and numbers that make the others its frame."""
_LONG = 10
"""Words; a longer bold text or list item is a sentence."""

_NUMBER = re.compile(
    r"[^\w§]*(?:§{1,2}\s*|(?i:section|chapter|part|module|topic|unit|step)\s+)?#?"
    r"(?P<number>\d{1,3}(?:\.\d{1,3}){0,3})(?=[.:)\s,;-]|$)"
)
_LEAD = re.compile(
    r"^(?:[^\w(\[\"'`]*)(?:(?:§\s*)?\d{1,3}(?:\.\d{1,3}){0,3}[.:)]?\s+|[A-Za-z][.)]\s+"
    r"|(?i:step|part|module|chapter|section|lesson|unit|day|week|topic|lecture|phase|boundary)\s+#?\d{1,3}"
    r"(?:\.\d{1,3})*\s*(?:[.:)–—-]+\s*|$))?"
)
_TAIL = re.compile(r"\s+(?:[–—]|--?)\s+\S.*$|\s*\([^()]*\)\s*$|[\s:–—-]+$")
_MARKUP = re.compile(r"\*\*|__|~~|`|\{#[^{}]*\}|</?\w[^<>]*>")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)")
_COLON = re.compile(r":\s|\s[–—-]\s")
_COMMA = re.compile(r"[,;(]")
_TITLED = re.compile(
    r"\b(?:notes|day|week|lesson|module|lecture|guide|tutorial|revision|course|level)\b", re.IGNORECASE
)


class Manner(Enum):
    """How notes are written: with headings, with bold lines below few of them, or as nothing but lists."""

    HEADINGS = 1
    LABELS = 2
    LISTS = 3


@dataclass(frozen=True, eq=False)
class Topic:
    """A topic of notes as one would name it, and its number in the notes (``3.2``; empty: none).

    ``line`` is 0-based, ``end`` the one behind its text, ``column`` where its line's text begins.
    ``depth``: 1 to 6 for a heading's level, more for what is none. ``main``: notes have few of these.
    """

    name: str
    number: str
    line: int
    end: int
    span: Span
    depth: int
    main: bool = False

    @cached_property
    def keys(self) -> frozenset[str]:
        """The stems of its name."""
        return frozenset(stems(self.name))

    def written(self, *, numbered: bool) -> str:
        """Its name, with its number where that is wanted."""
        return f"{self.number} {self.name}" if numbered and self.number else self.name


@remembered
def topics_of(notes: Document) -> tuple[Topic, ...]:
    """The topics of the notes, each once, in their order."""
    for manner in Manner:
        found = _ended(list(_found(notes, manner)), notes.line_count)
        if topics := tuple(_main(list(_once([topic for topic in found if topic.name])))):
            return topics
    return ()


def topic_name(text: str) -> str:
    """What a heading or label says without numbering, emoji, markup and asides."""
    plain = _MARKUP.sub("", _LINK.sub(r"\1", text)).strip()
    if len(plain) > _LONG * 20:
        return plain
    name = _LEAD.sub("", plain)
    shorter = _TAIL.sub("", _TAIL.sub("", name)).strip()
    return (shorter or name or plain).strip()


def number_in(text: str) -> str:
    """The number that a heading or cell begins with: ``3.2``, ``§3``, ``Step 3:``; empty for none."""
    match = _NUMBER.match(folded(text)[: _LONG * 20])
    return match["number"] if match else ""


def _found(notes: Document, manner: Manner) -> Iterator[Topic]:
    """All that looks like a topic, top to bottom, ends still open; what frames them has no name."""
    title, framed = _title(notes), LABEL
    for start, section in zip(notes.starts, notes.sections, strict=True):
        heading = section.heading
        listing = manner is Manner.LISTS or (heading is not None and lists_topics(heading.text))
        if heading:
            framed = framed if heading.level > framed else LABEL
            named = _headed(section) if framed == LABEL and heading is not title else ()
            framed = framed if named or heading is title else min(framed, heading.level)
            frame = Topic("", "", 0, 0, heading.span, heading.level)
            yield from (_down(topic, start) for topic in named or (frame,))
        if framed == LABEL or listing or manner is not Manner.HEADINGS:
            yield from (_down(topic, start) for topic in _inside(section, listing))


@remembered
def _headed(section: Section) -> tuple[Topic, ...]:
    """The topic that a section's heading names; none for what frames the topics."""
    heading = section.heading
    return tuple(_topic(heading.text, heading.span, heading.level)) if heading else ()


@remembered
def _inside(section: Section, listing: bool) -> tuple[Topic, ...]:  # noqa: FBT001  # `remembered` keeps by position
    """The topics that a section names below its heading: bold labels, items of a list, first cells."""
    found = [
        topic for label in section.labels if label.marked for topic in _topic(label.name, label.span, LABEL)
    ]
    for start, block in section.placed:
        if isinstance(block, List) and listing:
            items = ((item, _item_name(item.label)) for item in block.items)
            found += [
                _down(t, start)
                for item, name in items
                for t in _topic(name, item.span, LABEL + 1 + item.depth)
            ]
        if isinstance(block, Table) and block.header and lists_topics(block.header[0].text):
            found += [_down(t, start) for row in block.rows for t in _cell(row)]
    return tuple(sorted(found, key=lambda topic: (topic.line, topic.depth)))


def _item_name(text: str) -> str:
    """What an item is about: all of it, or where that is long what stands before a sign."""
    head = _COLON.split(text, maxsplit=1)[0]
    return head if len(head.split()) < _LONG else _COMMA.split(head, maxsplit=1)[0]


def _cell(row: tuple[Cell, ...]) -> Iterator[Topic]:
    yield from (topic for cell in row[:1] for topic in _topic(cell.text, cell.span, LABEL + 1))


def _down(topic: Topic, lines: int) -> Topic:
    return replace(topic, span=topic.span.down(lines), line=topic.span.line + lines)


def _topic(text: str, span: Span, depth: int) -> Iterator[Topic]:
    name = topic_name(text)
    if name and len(name.split()) <= _LONG + (depth < LABEL) * _LONG and stems(name) and not is_frame(name):
        yield Topic(name, number_in(text), span.line, span.line + 1, span, depth)


def _title(notes: Document) -> Heading | None:
    """The heading that is the notes' title: the only one of its level, or one that says so."""
    first = notes.headings[0] if notes.headings else None
    if first is None:
        return None
    level = Counter(heading.level for heading in notes.headings)
    alone = level[first.level] == 1 and all(first.level <= other.level for other in notes.headings)
    numbered = sum(bool(number_in(h.text)) for h in notes.headings if h.level == first.level)
    counted = numbered >= _MANY and not number_in(first.text)
    return first if alone or counted or _TITLED.search(first.text) else None


def _once(topics: Sequence[Topic]) -> Iterator[Topic]:
    """Each name once, as a heading where it is one; labels that come again and again are a pattern's."""
    count = Counter(normal(topic.name) for topic in topics if topic.depth == LABEL)
    first = {normal(topic.name): topic for topic in sorted(topics, key=lambda t: (-t.depth, -t.line))}
    for topic in topics:
        key = normal(topic.name)
        if first[key] is topic and (topic.depth != LABEL or count[key] == 1):
            yield topic


def _main(topics: list[Topic]) -> list[Topic]:
    """The topics, those of the level that carries the content marked as main ones."""
    level = _main_level(topics)
    mains = [topic for topic in topics if topic.depth == level]
    numbered = [topic for topic in mains if topic.number]
    chosen = set(map(id, numbered if len(numbered) >= _MANY else mains))
    return [replace(topic, main=id(topic) in chosen) for topic in topics]


def _main_level(topics: Sequence[Topic]) -> int:
    """The highest level of headings that has several topics, else bold lines if they do; 0: none."""
    counts = Counter(topic.depth for topic in topics if topic.depth <= LABEL)
    many = (depth for depth in sorted(counts) if counts[depth] >= _MANY)
    return next(many, 0)


def _ended(topics: Sequence[Topic], last: int) -> Iterator[Topic]:
    """The topics with their ends: the next one that is as high."""
    ends: list[int] = []
    open_: list[tuple[int, int]] = []
    for topic in reversed(topics):
        while open_ and open_[-1][0] > topic.depth:
            open_.pop()
        ends.append(open_[-1][1] if open_ else last)
        open_.append((topic.depth, topic.line))
    yield from (replace(topic, end=end) for topic, end in zip(topics, reversed(ends), strict=True))
