"""Paths below a home are written from the root of the repository, where that is certain."""

import pytest

from planls.contract.evidence.homes import relative
from planls.document.lines import Span, split_lines
from planls.edits import apply_edits
from planls.rule import Edit

ROOT = "/Users/ada/shop"
"""No path of anybody's machine."""


def written(text: str) -> str:
    """A text with ``~`` for the root, after its paths are written from there."""
    lines = split_lines(text.replace("~", ROOT))
    found = [
        Span(n, at, n, at + len("/Users/ada"))
        for n, line in enumerate(lines)
        for at in range(len(line))
        if line.startswith(ROOT, at)
    ]
    edits = [Edit(*edit) for edit in relative(lines, found)]
    return "".join(apply_edits(lines, edits)).replace(ROOT, "~")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cd ~ && make", "make"),
        ("cd '~' && make", "make"),
        ("cd ~/ && make", "make"),
        ("cd ~\nmake", "make"),
        ("    cd ~\r\n    make", "    make"),
        ("cd ~\n```", "cd .\n```"),
        ("cd ~ && make -C ~/docs", "make -C docs"),
        ("cd ~ && \\\n  make", "cd . && \\\n  make"),
        ("- Run `cd ~ && make`: the page is in `~/docs/`.", "- Run `make`: the page is in `docs/`."),
    ],
)
def test_paths_are_written_from_the_root(text: str, expected: str) -> None:
    assert written(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "make -C ~",
        "cd ~/web && npm test\ncd ~ && make",
        "cd ~ && make\ncd web && npm test",
        "git clone https://git.shop.io/shop ~\ncd ~ && make",
        "mkdir -p ~ && cd ~ && make",
        "cd ~ && make\nopen file://~/index.html",
        "cd ~ && make\ncp ~ping/keys .",
    ],
)
def test_nothing_is_written_where_it_is_not_certain(text: str) -> None:
    assert written(text) == text
