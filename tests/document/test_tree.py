"""Folder trees as authors draw them, drawings that are none, and generated trees in every style."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planls.document.lines import body, split_lines
from planls.document.tree import Tree, read_tree
from tests.generators.texts import texts

HERE = Path(__file__).parent
_CASE = re.compile(r"^## (.+)\n\n```(?:.*)\n([\s\S]*?)^```$(?:\n\n```paths\n(.*)\n```$)?", re.MULTILINE)


def cases(name: str) -> dict[str, tuple[str, str]]:
    """The drawings of a page by their headings, each with what it says."""
    return {m[1]: (m[2], m[3] or "") for m in _CASE.finditer((HERE / name).read_text(encoding="utf-8"))}


TREES, OTHERS = cases("trees.md"), cases("no-trees.md")


@pytest.mark.parametrize("name", TREES)
@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
def test_a_drawing_says(name: str, end: str) -> None:
    text, said = TREES[name]
    tree = read_tree([line + end for line in text.split("\n")])
    assert tree is not None
    assert " ".join(told(tree)) == said


@pytest.mark.parametrize("name", OTHERS)
def test_no_tree(name: str) -> None:
    text, said = OTHERS[name]
    assert (read_tree(split_lines(text)), said) == (None, "")


def told(tree: Tree) -> Iterator[str]:
    """The tree as the pages tell it."""
    yield f"/{tree.root}{'...' * ('' in tree.gaps)}"
    for node in tree.nodes:
        yield (node.path + "/" * node.folder + "..." * (node.path in tree.gaps)).replace(" ", "_")
