"""The text that stands where the document says is the text that the document says."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planls.document import Document
from planls.document.blocks import Block, Container, Heading, Table
from planls.document.labels import labels
from planls.document.lines import Span, body, split_lines
from tests.generators.documents import documents
from tests.generators.kinds import BOTH
from tests.generators.model import Made, Role
from tests.generators.texts import texts

Told = list[tuple[str, int, int, str]]
"""What it is, its line and column, its text."""

WRITTEN: dict[str, tuple[str, Told]] = {
    "heading": ("\n  ##  𝕏 b\u00a0  ##  \n", [("heading", 1, 6, "𝕏 b\u00a0")]),
    "empty heading": ("###   ##\n", [("heading", 0, 0, "###")]),
    "tab behind the marks": ("#\ta\t#\n", [("heading", 0, 2, "a")]),
    "setext": (" é a\n   b \n---\n", [("heading", 0, 1, "é a b")]),
    "label": ("**Goal**: a  \n", [("label", 0, 0, "Goal"), ("value", 0, 10, "a")]),
    "label behind astral text": ("- 𝕏\n- **Goal:** 𝕐\n", [("item", 0, 2, "𝕏"), ("item", 1, 2, "**Goal:** 𝕐"),
                                                          ("label", 1, 2, "Goal"), ("value", 1, 12, "𝕐")]),
    "label with a suffix": ("__A b__ (c `d()`) :\te", [("label", 0, 0, "A b"), ("value", 0, 20, "e")]),
    "label without a value": (" *A*：\n", [("label", 0, 1, "A"), ("value", 0, 5, "")]),
    "plain label": ("Note: x\nmore: y\n", [("label", 0, 0, "Note"), ("value", 0, 6, "x"),
                                            ("label", 1, 0, "more"), ("value", 1, 6, "y")]),
    "label in a quote": ("> > **A**: b\n", [("label", 0, 4, "A"), ("value", 0, 11, "b")]),
    "boxes": ("- [ ] a\n  * [x]  𝕏\n\t- [X] b\n", [
        ("item", 0, 2, "[ ] a"), ("box", 0, 3, " "),
        ("item", 1, 4, "[x]  𝕏"), ("box", 1, 5, "x"),
        ("item", 2, 3, "[X] b"), ("box", 2, 4, "X"),
    ]),
    "a list in a list in a quote": ("> 10)\t- [ ] a\n", [
        ("item", 0, 6, "- [ ] a"),
        ("item", 0, 8, "[ ] a"), ("box", 0, 9, " "),
    ]),
    "no box": ("- [ ]x\n- [] y\n", [("item", 0, 2, "[ ]x"), ("item", 1, 2, "[] y")]),
    "table": (
        " |𝕏| `b`  |\n|-|-|\n c \\| d|\n",
        [("cell", 0, 2, "𝕏"), ("cell", 0, 5, "`b`"), ("cell", 2, 1, "c \\| d")],
    ),
    "empty cells": ("|a||\n|-|-|\n||b|\n", [
        ("cell", 0, 1, "a"), ("cell", 0, 3, ""),
        ("cell", 2, 1, ""), ("cell", 2, 2, "b"),
    ]),
}  # fmt: skip


@pytest.mark.parametrize("name", WRITTEN)
def test_written_places(name: str) -> None:
    text, told = WRITTEN[name]
    assert _told(text) == told


@given(texts)
def test_places_in_any_text(text: str) -> None:
    lines = split_lines(text)
    for at, block in Document.parse(lines).blocks:
        for what, span, said in _places(block):
            there = body(lines[at + span.line])[span.column : span.end_column]
            if span.line == span.end_line:
                assert said in there if what == "label" else said == there


@given(st.sampled_from(sorted(BOTH)).flatmap(documents))
def test_places_in_documents(made: Made) -> None:
    told = _told(made.text)
    for at, line in enumerate(made.lines):
        if line.role in (Role.HEADER, Role.ROW):
            assert [said for what, n, _, said in told if (what, n) == ("cell", at)] == [*line.cells]
        elif line.role is Role.LABEL and not line.text.startswith("#"):
            (value,) = (said for what, n, _, said in told if (what, n) == ("value", at))
            assert line.text.rstrip() in (f"{line.bare} {value}".rstrip(), f"{line.bare} – {value}")
        elif line.role is Role.HEADING and line.text.startswith("#"):
            assert ("heading", at) in {(what, n) for what, n, _, _ in told}


def _told(text: str) -> Told:
    """Every place in a text."""
    return [
        (what, span.line + at, span.column, said)
        for at, block in Document.parse(split_lines(text)).blocks
        for what, span, said in _places(block)
    ]


def _places(block: Block) -> Iterator[tuple[str, Span, str]]:
    if isinstance(block, Heading):
        yield "heading", block.span, block.text or body(block.lines[0]).strip(" \t")[: block.level]
    if isinstance(block, Table):
        yield from (("cell", cell.span, cell.text) for row in (block.header, *block.rows) for cell in row)
    if isinstance(block, Container):
        for item in block.items:
            yield "item", item.span, item.text
            if item.checked is not None:
                yield "box", item.box, item.text[1]
    for label in labels(block):
        line, column = label.span.line, label.value_column
        yield "label", label.span, label.name
        yield "value", Span(line, column, line, column + len(label.value)), label.value
