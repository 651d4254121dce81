"""Snippet syntax: what stands in a block stands in the text that the editor makes of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planls.lsp.completion import snippet
from planls.offers import Offer

ESCAPED = [
    ("plain", (), "plain"),
    ("a $x } \\ b", (), "a \\$x \\} \\\\ b"),
    ("a [b] c [d]", ((2, 5), (8, 11)), "a ${1:[b]} c ${2:[d]}"),
    ("[$}]", ((0, 4),), "${1:[\\$\\}]}"),
]


@pytest.mark.parametrize(("text", "stops", "expected"), ESCAPED)
def test_snippet_syntax(text: str, stops: tuple[tuple[int, int], ...], expected: str) -> None:
    assert snippet(Offer("", "", text, stops)) == expected


@given(st.text(alphabet="a$}\\[]\n"))
def test_a_snippet_without_stops_unescapes_to_its_text(text: str) -> None:
    escaped = snippet(Offer("", "", text, ()))
    plain = escaped.replace("\\\\", "\0").replace("\\", "").replace("\0", "\\")
    assert plain == text
