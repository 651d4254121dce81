"""Any text is a document: nothing raises, nothing is lost, and no text is too much."""

from collections.abc import Iterator, Sequence
from typing import overload

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planls.config import Settings
from planls.document import Document
from planls.document.lines import split_lines
from planls.linter import Linter
from tests.generators.texts import texts

ENORMOUS = {
    "quotes in quotes": ">" * 500 + " x\n",
    "quotes apart": "> " * 9_000 + "x\n",
    "lists in lists": "".join(f"{'  ' * depth}- x\n" for depth in range(300)),
    "lists on one line": "- " * 9_000 + "x\n",
    "brackets": "[" * 10_000 + "](x)" * 10_000 + "\n",
    "a long line": "word " * 20_000 + "\n",
    "one word": "x" * 100_000,
    "stars": "*" * 50_000 + "a" + "*" * 50_000,
    "underscores": "_a" * 30_000,
    "backticks": "`" * 9_999 + " " + "`" * 9_998 + "\n",
    "open fences": "```py\n" * 5_000,
    "open tildes": "~~~~\n~~~\n" * 2_500,
    "open comments": "<!-- a\n" * 5_000,
    "comments on one line": "<!-- " * 20_000 + "\n",
    "suppressions": "<!-- planls-disable " * 5_000 + "\n",
    "a suppression": "<!-- planls-disable " + "-- " * 20_000 + "\n",
    "cells": "|" * 20_000 + "\n|-|\n",
    "delimiters": "|a" * 5_000 + "\n" + "|-" * 5_000 + "\n",
    "dashes for a table": "a|b\n" + "- " * 20_000 + "x\n",
    "spaces": " " * 50_000 + "x\n",
    "tabs": "\t" * 20_000 + "- x\n",
    "hashes": "#" * 50_000 + "\n" + "# " + "#" * 50_000 + " x\n",
    "hashes apart": "# x" + " #" * 50_000 + "x\n",
    "spaces in a heading": "# x" + " " * 50_000 + "x\n",
    "a heading of brackets": "## " + "[" * 20_000 + "\n",
    "a heading of mojibake": "## " + "â€" * 20_000 + "\n",
    "references": "[a" * 5_000 + "]: x\n",
    "attributes": "<a" + " b='c'" * 5_000 + "\n",
    "front matter": "---\n" + "a: *a\n" * 90 + "---\n",
    "carriage returns": "\r" * 20_000,
    "a label": "**" + "a " * 20_000 + ":\n",
    "spaces in a label": "**a" + " " * 50_000 + "b\n",
    "parentheses behind a label": "**a** (" + "()" * 20_000 + "\n",
    "placeholders": "[a" * 20_000 + "]" * 20_000 + "\n",
}
TITLES = ("", "# PoC 1 Implementation Plan: A\n")
"""The same as a document of no kind and as a plan."""


@given(texts)
@example("")
@example("\r")
@example("---")
def test_every_line_is_in_one_block(text: str) -> None:
    document = Document.parse(split_lines(text))
    assert document.text() == text
    assert [line for _, block in document.blocks for line in block.lines] == split_lines(text)
    assert all(block.lines for _, block in document.blocks)


@given(st.text())
def test_any_text_is_a_document(text: str) -> None:
    assert Document.parse(split_lines(text)).text() == text


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("name", ENORMOUS)
def test_nothing_is_too_much(name: str, title: str) -> None:
    text = title + ENORMOUS[name]
    result = Linter(Settings()).run(Document.parse(split_lines(text)))
    assert result.document.text() == text
    assert all(finding.rule and finding.rule.name != "crashed-rule" for finding in result.findings)


@pytest.mark.parametrize(
    "name", ["open fences", "open tildes", "open comments", "carriage returns", "lists in lists"]
)
def test_lines_are_read_a_few_times_at_most(name: str) -> None:
    lines = _Counted(split_lines(ENORMOUS[name]))
    Document.parse(lines)
    assert lines.read <= 8 * len(lines)


class _Counted(Sequence[str]):
    """Lines that count how often they are read."""

    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self.read = 0

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        found = self._lines[at]
        self.read += 1 if isinstance(found, str) else len(found)
        return found

    def __len__(self) -> int:
        return len(self._lines)

    def __iter__(self) -> Iterator[str]:
        return (self[at] for at in range(len(self)))
