"""Headings and fences are where CommonMark has them: markdown-it-py is the reference."""

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from planls.document import Document
from planls.document.blocks import Code, Container, Heading
from planls.document.lines import split_lines
from tests.generators.documents import documents
from tests.generators.kinds import BOTH
from tests.generators.model import Made
from tests.generators.texts import clean_texts

REFERENCE = MarkdownIt("commonmark", {"maxNesting": 1000}).enable("table")
TEXTS = sorted(Path(__file__).with_name("texts").glob("*.md"))
Marks = tuple[list[tuple[int, int]], list[tuple[int, str]]]
"""Lines and levels of the headings at the top, lines and info strings of the fences at any depth."""


@given(clean_texts)
def test_generated_texts(text: str) -> None:
    assume(not text.startswith("---"))
    assert _ours(text) == _theirs(text)


@given(st.sampled_from(list(BOTH)).flatmap(lambda kind: documents(kind, ending="\n", front=False)))
def test_generated_documents(made: Made) -> None:
    assert _ours(made.text) == _theirs(made.text)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_written_texts(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    ours = _ours(text)
    assert ours == _theirs(text)
    assert any(ours)


def _ours(text: str) -> Marks:
    headings: list[tuple[int, int]] = []
    fences: list[tuple[int, str]] = []
    for at, block in Document.parse(split_lines(text)).blocks:
        if isinstance(block, Heading):
            headings.append((at, block.level))
        elif isinstance(block, Code) and block.fence:
            fences.append((at, block.info))
        elif isinstance(block, Container):
            fences += [(at + leaf.line, leaf.info) for leaf in block.leaves if not leaf.level]
    return headings, sorted(fences)


def _theirs(text: str) -> Marks:
    tokens = REFERENCE.parse(text)
    headings = [
        (t.map[0], int(t.tag[1])) for t in tokens if t.type == "heading_open" and not t.level and t.map
    ]
    return headings, sorted((t.map[0], t.info.strip()) for t in tokens if t.type == "fence" and t.map)
