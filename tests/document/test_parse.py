"""Any text is a document: nothing raises, nothing is lost."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planls.document import Document
from planls.document.blocks import Block
from planls.document.lines import split_lines
from tests.generators.texts import texts

ENORMOUS = {
    "quotes in quotes": ">" * 500 + " x\n",
    "quotes apart": "> " * 2000 + "x\n",
    "lists in lists": "".join(f"{'  ' * depth}- x\n" for depth in range(300)),
    "lists on one line": "- " * 3000 + "x\n",
    "brackets": "[" * 10_000 + "](x)" * 10_000 + "\n",
    "a long line": "word " * 20_000 + "\n",
    "one word": "x" * 100_000,
    "stars": "*" * 50_000 + "a" + "*" * 50_000,
    "underscores": "_a" * 30_000,
    "backticks": "`" * 9_999 + " " + "`" * 9_998 + "\n",
    "open fences": "```py\n" * 5_000,
    "open tildes": "~~~~\n~~~\n" * 2_500,
    "open comments": "<!-- a\n" * 5_000,
    "cells": "|" * 20_000 + "\n|-|\n",
    "delimiters": "|a" * 5_000 + "\n" + "|-" * 5_000 + "\n",
    "spaces": " " * 50_000 + "x\n",
    "tabs": "\t" * 20_000 + "- x\n",
    "hashes": "#" * 50_000 + "\n" + "# " + "#" * 50_000 + " x\n",
    "references": "[a" * 5_000 + "]: x\n",
    "an attribute": "<a" + " b='c'" * 5_000 + "\n",
    "front matter": "---\n" + "a: *a\n" * 90 + "---\n",
    "carriage returns": "\r" * 20_000,
    "a label": "**" + "a " * 20_000 + ":\n",
    "dashes": "- " * 10_000 + "\n",
}


@given(texts)
@example("")
@example("\r")
@example("---")
def test_every_line_is_in_one_block(text: str) -> None:
    document = Document.parse(split_lines(text))
    assert document.text() == text
    assert [line for _, block in document.blocks for line in block.lines] == split_lines(text)


@given(st.text())
def test_any_text_is_a_document(text: str) -> None:
    assert Document.parse(split_lines(text)).text() == text


@pytest.mark.parametrize("name", ENORMOUS)
def test_nothing_is_too_much(name: str) -> None:
    document = Document.parse(split_lines(ENORMOUS[name]))
    assert document.text() == ENORMOUS[name]
    assert all(_explored(block) for _, block in document.blocks)
    assert isinstance(document.front_matter, dict)


def _explored(block: Block) -> bool:
    """Look at everything that a block can tell."""
    return bool(block.lines) and all(getattr(block, name, 0) is not None for name in dir(block))
