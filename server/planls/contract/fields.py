"""Fields as they are found in a document, with a label or without."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from planls.contract.model import FieldSpec
from planls.contract.templatefields import content_of
from planls.document.blocks import Blank, Block, Break, Code, FrontMatter, Html, Paragraph, Table
from planls.document.labels import Label
from planls.document.lines import Span, body
from planls.document.words import bare, normal

_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->")


@dataclass(frozen=True, eq=False)
class FieldReading:
    """A field that is there: its label and the lines up to the next one (``end`` exclusive)."""

    spec: FieldSpec
    label: Label
    end: int
    empty: bool


@dataclass(frozen=True, eq=False)
class Unlabelled:
    """A field that is there without a label: its first line and the one behind its last."""

    spec: FieldSpec
    line: int
    end: int


def holds(block: Block, spec: FieldSpec) -> bool:
    """Whether a block holds what a field wants; a checklist is a list, or a table of the things to tick."""
    holds = content_of(block)
    if isinstance(block, Table) and spec.content == "checklist":
        names = {name.removesuffix("s") for name in spec.keys}
        return any(bare(cell.text).removesuffix("s") in names for cell in block.header)
    return holds == spec.content or {holds, spec.content} == {"list", "checklist"}


def said(value: str) -> str:
    """What a value says: a comment says nothing."""
    return (_COMMENT.sub("", value) if "-->" in value else value).strip()


def is_content(block: Block, at: int, first: int, end: int, prose: tuple[str, ...]) -> bool:
    """Whether a block that starts at a line says anything on the lines from ``first`` up to ``end``."""
    if isinstance(block, Blank | Break | FrontMatter) or (isinstance(block, Html) and block.is_comment):
        return False
    if isinstance(block, Code) and not "".join(block.code).strip():
        return False
    if isinstance(block, Table) and not any(cell.text for row in block.rows for cell in row):
        return False
    if at < first:  # a block that begins above may go on: lines of one paragraph, a lazy line of a list
        lines = block.lines[first - at : max(end - at, 0)]
        return any(body(line).strip() for line in lines)
    return at < end and not (
        isinstance(block, Paragraph) and normal(" ".join(map(body, block.lines))) in prose
    )


def heading_label(text: str, span: Span) -> Label:
    """A heading below an item's own, as the label of a field; behind a colon stands its value."""
    name, colon, value = text.partition(": ")
    name, value = (name, value.strip()) if colon and value.strip() else (text, "")
    return Label(name, bare(name), span, value, span.end_column - len(value), marked=True)


def row_labels(table: Table) -> Iterator[Label]:
    """The first cells of a table's rows, as candidates for labels; the other cells are the value."""
    for row in table.rows:
        if len(row) > 1 and row[0].text:
            name, value = row[0].text.strip("*_ "), " ".join(cell.text for cell in row[1:])
            yield Label(name, bare(name), row[0].span, value, row[1].span.column, marked=False, bold=True)
