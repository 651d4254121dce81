"""Where a document says which topics of its notes it covers: a table's column, or a list's items."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planls.contract.model import SectionSpec, TableSpec
from planls.contract.part import Part
from planls.contract.reading import Reading
from planls.contract.tables import columns_of
from planls.contract.targets import targets
from planls.document.blocks import Block, Cell, List, Paragraph, Table
from planls.document.lines import Span, body
from planls.document.memory import remembered
from planls.document.words import has_any, spoken

_TOPICS = ("topic", "topics", "subtopic", "subtopics", "concept", "concepts", "skill", "skills")
_NOTES = ("note", "notes")
_ARROW = re.compile(r"\s*(?:→|⇒|➜|⟶|⟹|-+>|=+>)\s*")
_COLON = re.compile(r":\s|\s[–—-]\s|:$")
_MARKS = "*_ \t"


@dataclass(frozen=True)
class Row:
    """What maps a topic: the topic as it is written, where it stands, and the text of the whole row."""

    topic: str
    span: Span
    text: str


@dataclass(frozen=True, eq=False)
class Mapping:
    """The section that maps the notes' topics. ``table`` and its first line: None where it is a list."""

    part: Part
    spec: TableSpec
    rows: tuple[Row, ...]
    table: tuple[int, Table] | None

    @property
    def column(self) -> int:
        """The index of the table's column that names the topics."""
        return topic_column(self.table[1], self.spec) if self.table else 0


def mapping_of(reading: Reading) -> tuple[int, Mapping] | None:
    """The document's mapping and the line that its lines count from; None where it has none."""
    for line, part in reading.parts:
        if isinstance(part.spec, SectionSpec) and part.spec.table and part.spec.table.topics:
            return line, _mapping(part, part.spec.table)
    return None


def maps_topics(reading: Reading) -> bool:
    """Whether the documents of this kind map the topics of notes."""
    return any(spec.table and spec.table.topics for spec in reading.contract.sections)


def topic_column(table: Table, spec: TableSpec | None = None) -> int:
    """The index of the column that names topics: by its header, else by the contract; -1: there is none."""
    said = [spoken(cell.text) for cell in table.header]
    for words in (_TOPICS, _NOTES):
        named = next((at for at, header in enumerate(said) if has_any(header, words)), -1)
        if named >= 0:
            return named
    return columns_of(table, spec)[spec.topics - 1] if spec else -1


@remembered
def _mapping(part: Part, spec: TableSpec) -> Mapping:
    if part.table:
        start, table = part.table
        column = topic_column(table, spec)
        rows = (
            _in_table(row, column, body(part.lines[start + row[0].span.line])) for row in table.rows if row
        )
        return Mapping(part, spec, tuple(_down(row, start) for row in rows if row), part.table)
    listed = tuple(_down(row, at) for at, block in part.placed for row in _listed(block))
    return Mapping(part, spec, listed, None)


def _in_table(row: Sequence[Cell], column: int, line: str) -> Row | None:
    """A row of the table; a row with nothing else in it is a heading for those below."""
    others = [cell for at, cell in enumerate(row) if at != column and cell.text]
    if column >= len(row) or not others:
        return None
    return Row(row[column].text, row[column].span, line)


def _listed(block: Block) -> Iterator[Row]:
    """The rows that a list's outermost items are, or lines of prose with an arrow."""
    if isinstance(block, List):
        outer = [item for item in block.items if not item.depth]
        ends = [*(item.line for item in outer), block.height][1:]
        for item, end in zip(outer, ends, strict=True):
            text = item.label
            column = item.text_column + len(item.text) - len(text)
            yield _row(text, item.line, column, "".join(block.lines[item.line : end]))
    elif isinstance(block, Paragraph):
        for at, line in enumerate(block.lines):
            text = body(line).strip()
            if _ARROW.search(text):
                yield _row(text, at, line.index(text), text)


def _row(text: str, line: int, column: int, whole: str) -> Row:
    """A row from text such as ``Topic → file``; where the file comes first, the topic is the rest."""
    parted = _ARROW.search(text) or _COLON.search(text)
    start, end = (0, parted.start()) if parted else (0, len(text))
    if parted and targets(text[:end]) and not targets(text[parted.end() :]):
        start, end = parted.end(), len(text)
    topic = text[start:end]
    start += len(topic) - len(topic.lstrip(_MARKS))
    topic = topic.strip(_MARKS)
    return Row(topic, Span(line, column + start, line, column + start + len(topic)), whole)


def _down(row: Row, lines: int) -> Row:
    return Row(row.topic, row.span.down(lines), row.text)
