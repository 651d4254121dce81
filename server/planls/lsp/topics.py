"""Completion of topics: where a document says what it takes from its notes, the notes' topics are offered."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lsprotocol import types

from planls.contract.reading import Reading
from planls.document.blocks import Block, Code, FrontMatter, Html, Table
from planls.document.lines import Span, body
from planls.lsp.documents import OpenDocument
from planls.lsp.session import Session
from planls.scope.coverage import Lesson, lessons_of
from planls.scope.mapping import mapping_of, maps_topics, topic_column
from planls.scope.topics import Topic
from planls.scope.wording import stems

_PIPE = re.compile(r"(?<!\\)\|")
_LAST = re.compile(r"(?:^|[,;])\s*[*_]{0,3}([^,;`]*)$")
"""What is typed behind the last topic of several, marks of emphasis aside; nothing in code."""
_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?[*_]{0,3}(?P<typed>[^:→`]*)")
"""A list item up to the cursor, while that is in its first words."""
_LISTED = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)])\s|\s{2}|\s*$")
"""A line of a list, or between its items."""
_LEADS = re.compile(r"\b(?:skills?|(?:sub)?topics?|concepts?|notes)\b", re.IGNORECASE)
"""What the line above a list speaks of, when its items are topics of the notes."""


@dataclass(frozen=True)
class _Typed:
    """What is typed of a topic up to the cursor. ``cell``: in a table, ``tight``: right behind its ``|``."""

    text: str
    span: Span
    cell: bool = False
    tight: bool = False


def topic_items(ls: Session, document: OpenDocument, position: types.Position) -> list[types.CompletionItem]:
    """The notes' topics that go on with what is typed, those that are mapped already behind the others."""
    result, lines = document.analysed(), document.store.lines
    cursor = ls.converter.span(lines, types.Range(position, position))
    if result.reading is None or not maps_topics(result.reading) or cursor.line >= len(lines):
        return []
    typed = _typed(result.reading, body(lines[cursor.line])[: cursor.column], cursor.line)
    lessons = lessons_of(result.companions) if typed else ()
    if typed is None or not lessons:
        return []
    mapped = _mapped(result.reading, cursor.line)
    found = ((lesson, topic) for lesson in lessons for topic in lesson.syllabus.topics if _fits(topic, typed))
    named = {_text(topic, typed): (lesson, topic) for lesson, topic in found}
    place = ls.converter.range(lines, typed.span)
    items = [_item(topic, typed, place, _where(lesson, lessons)) for lesson, topic in named.values()]
    for at, (item, (_, topic)) in enumerate(zip(items, named.values(), strict=True)):
        item.sort_text = f"{topic.keys <= mapped:d}{at:05}"
    return items


def _typed(reading: Reading, before: str, line: int) -> _Typed | None:
    """What is typed in a cell of topics, or in an item of a list of topics; None elsewhere."""
    at, block = _block(reading, line)
    if isinstance(block, Code | FrontMatter | Html):
        return None
    if isinstance(block, Table):
        return _in_cell(reading, block, before, line) if line - at > 1 else None
    match = _ITEM.fullmatch(before)
    if match is None or not _lists_topics(reading, line):
        return None
    text = match["typed"]
    return _Typed(text, Span(line, len(before) - len(text), line, len(before)))


def _block(reading: Reading, line: int) -> tuple[int, Block | None]:
    """The block that a line is in, and the line that it starts on."""
    document = reading.document
    index = document.section_at(line)
    start = document.starts[index] if document.starts else 0
    placed = document.sections[index].placed if document.sections else ()
    found = ((start + at, block) for at, block in placed if start + at <= line < start + at + block.height)
    return next(found, (line, None))


def _in_cell(reading: Reading, table: Table, before: str, line: int) -> _Typed | None:
    cells = _PIPE.split(before)
    column = len(cells) - 1 - before.lstrip().startswith("|")
    last = _LAST.search(cells[-1])
    if last is None or column != _column(reading, table):
        return None
    text = last[1]
    span = Span(line, len(before) - len(text), line, len(before))
    return _Typed(text, span, cell=True, tight=not cells[-1])


def _column(reading: Reading, table: Table) -> int:
    """The index of a table's column of topics; -1: it has none."""
    mapped = mapping_of(reading)
    own = mapped is not None and mapped[1].table is not None and mapped[1].table[1] is table
    return mapped[1].column if mapped and own else topic_column(table)


def _lists_topics(reading: Reading, line: int) -> bool:
    """Whether a list's items are topics: it stands in the mapping, or what stands above it says so."""
    mapped = mapping_of(reading)
    if mapped and mapped[0] < line < mapped[0] + mapped[1].part.height:
        return True
    above = line - 1
    while above >= 0 and _LISTED.match(body(reading.document.line(above))):
        above -= 1
    return above >= 0 and bool(_LEADS.search(reading.document.line(above)))


def _mapped(reading: Reading, line: int) -> frozenset[str]:
    """The stems of the topics that other rows map."""
    mapped = mapping_of(reading)
    rows = mapped[1].rows if mapped else ()
    start = mapped[0] if mapped else 0
    return frozenset(stem for row in rows if start + row.span.line != line for stem in stems(row.topic))


def _fits(topic: Topic, typed: _Typed) -> bool:
    """Whether each of the words typed begins one of the topic's, or its number."""
    name = f"{topic.number} {topic.name}".casefold()
    words = [name, *re.split(r"[^\w.+#]+", name)]
    return all(any(word.startswith(each) for word in words) for each in typed.text.casefold().split())


def _text(topic: Topic, typed: _Typed) -> str:
    name = topic.written(numbered=typed.text[:1].isdigit())
    return name.replace("|", "\\|") if typed.cell else name


def _where(lesson: Lesson, lessons: Sequence[Lesson]) -> str:
    return lesson.notes.path.name if len(lessons) > 1 else "notes"


def _item(topic: Topic, typed: _Typed, place: types.Range, where: str) -> types.CompletionItem:
    text = _text(topic, typed)
    return types.CompletionItem(
        label=topic.written(numbered=typed.text[:1].isdigit()),
        kind=types.CompletionItemKind.Reference,
        detail=f"{where} line {topic.line + 1}",
        filter_text=text,
        text_edit=types.TextEdit(place, f" {text}" if typed.tight else text),
    )
