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
from tests.generators.trees import Sketch, scraps, sketches

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


def test_what_is_said_of_a_name() -> None:
    tree = read_tree(split_lines(TREES["Every kind of comment"][0]))
    assert tree is not None
    said = [node.comment.removeprefix("[NEW] ").removeprefix("the ") for node in tree.nodes]
    assert said == [
        *("one", "two", "three", "four", "five", "six", "seven"),
        *("eight", "nine", "ten", "eleven", "twelfth", "thirteen", "..."),
    ]


LOOKED_UP = """\
shop/
├── src/
│   └── shop/
│       ├── cart.py
│       └── total.py
├── tests/            # test_cart.py, fixtures
├── sql/
│   ├── init.sql
│   └── ...
├── data/*.csv
├── [step].toml
└── web/**/*.html
"""
FOUND = {
    "src/shop/cart.py": ("src/shop/cart.py", ["src/shop/cart.py"]),
    "shop/src/shop/cart.py": ("src/shop/cart.py", ["src/shop/cart.py"]),
    "./src/": ("src", ["src"]),
    "/src\\shop": ("src/shop", ["src/shop"]),
    "cart.py": ("", ["src/shop/cart.py"]),
    "shop/cart.py": ("", ["src/shop/cart.py"]),
    "rt.py": ("", []),
    "data/a.csv": ("data/*.csv", ["data/*.csv"]),
    "data/a/b.csv": ("", []),
    "a.csv": ("", ["data/*.csv"]),
    "one.toml": ("[step].toml", ["[step].toml"]),
    "web/a/b/c.html": ("web/**/*.html", ["web/**/*.html"]),
    "web/a/b/c.css": ("", []),
    "docs": ("", []),
    "": ("", []),
}


@pytest.mark.parametrize("path", FOUND)
def test_finding(path: str) -> None:
    tree = read_tree(split_lines(LOOKED_UP))
    assert tree is not None
    found = tree.find(path)
    assert (found.path if found else "", [node.path for node in tree.matching(path)]) == FOUND[path]


def test_what_may_be_there() -> None:
    tree = read_tree(split_lines(LOOKED_UP))
    assert tree is not None
    assert [node.path for node in tree.folders if tree.may_hold_more(node.path)] == ["tests", "sql", "web"]
    assert tree.mentions("tests/test_cart.py")
    assert not tree.mentions("src/test_cart.py")
    assert [node.path for node in tree.modules("shop/cart")] == ["src/shop/cart.py"]
    assert tree.elided
    assert len(tree.files) + len(tree.folders) == len(tree.nodes)


@given(sketches())
def test_a_drawn_tree_reads_back(sketch: Sketch) -> None:
    lines = split_lines(sketch.text)
    tree = read_tree(lines)
    assert tree is not None, sketch.text
    assert [(node.path, node.folder, node.depth) for node in tree.nodes] == [
        (path.rstrip("/"), path.endswith("/"), path.rstrip("/").count("/")) for path in sketch.paths
    ]
    assert tree.root == sketch.root
    for node in tree.nodes:
        assert lines[node.span.line][node.span.column : node.span.end_column] == node.name
        assert tree.find(node.path) == node
        assert node in tree.matching(f"{tree.root}/{node.path}")


@given(st.lists(st.one_of(scraps(), texts), max_size=12).map("\n".join))
def test_any_text_is_read_and_places_are_right(text: str) -> None:
    lines = split_lines(text)
    tree = read_tree(lines)
    for node in tree.nodes if tree else ():
        line = body(lines[node.span.line])
        assert 0 <= node.span.column < node.span.end_column <= len(line)
        written = line[node.span.column : node.span.end_column]
        assert node.name in (written, "**") or "{" in written


ENORMOUS = {
    "branches in a line": "├── " * 30_000,
    "guides in a line": "│" * 100_000 + "├── a.py\n",
    "guides and blanks": "|  " * 30_000 + "a.py\n",
    "folders in folders": "".join(f"{'  ' * depth}a/\n" for depth in range(400)),
    "branches below branches": "".join(f"{'    ' * depth}└── a/\n" for depth in range(400)),
    "a path": "src/\n  " + "a/" * 50_000,
    "a name": "src/\n  " + "a" * 100_000 + ".py\n",
    "commas": "src/\n└── " + "a.py, " * 20_000,
    "words": "src/\n└── " + "a.py " * 20_000,
    "braces": "src/\n└── " + "{a,b}" * 20_000 + ".py\n",
    "choices": "src/\n└── {" + "a," * 50_000 + "}.py\n",
    "open braces": "src/\n└── " + "{a," * 30_000,
    "open brackets": "src/\n└── " + "[<{" * 30_000,
    "blanks": "src/" + " " * 50_000 + "x\n└── a.py" + " " * 50_000,
    "dots": "src/  # " + "." * 50_000 + "\n└── " + "." * 50_000,
    "backticks": "- " + "`" * 50_000 + "a.py\n" * 2,
    "stars": "└── " + "*" * 50_000 + "\n└── a.py\n",
    "files": "src/\n" + "".join(f"├── a{n}.py  # b\n" for n in range(5_000)),
    "globs": "src/\n" + "".join(f"├── *{n}.py\n" for n in range(3_000)),
    "the same file": "src/\n" + "├── a.py\n" * 5_000,
    "comments": "src/  # " + "a/b.py " * 5_000 + "\n├── a.py\n",
    "icons": "📁 " * 30_000 + "src/\n",
}


@pytest.mark.parametrize("name", ENORMOUS)
def test_no_drawing_is_too_much(name: str) -> None:
    tree = read_tree(split_lines(ENORMOUS[name]))
    assert tree is None or [tree.find(path) or tree.matching(path) for path in ("a.py", "b/c.md", "a/" * 999)]


def told(tree: Tree) -> Iterator[str]:
    """The tree as the pages tell it."""
    yield f"/{tree.root}{'...' * ('' in tree.gaps)}"
    for node in tree.nodes:
        yield (node.path + "/" * node.folder + "..." * (node.path in tree.gaps)).replace(" ", "_")
