"""Texts compared as people compare them; edit distances against a slow reference; code spans."""

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planls.document.inline import code_spans
from planls.document.words import bare, distance, folded, normal, unmangled

SAME = (
    ("What “Done” Looks Like", 'what "done" looks like'),
    ("Risks & Mitigations", "**Risks and Mitigations**"),
    ("🎯 Overview", "Overview:"),
    ("1. Overview", "`overview`"),
    ("IV) Overview", "OVERVIEW"),
    ("A) Overview", "<b>Overview</b>"),
    ("3 - Overview", "~~Overview~~"),
    ("Test—Structure", "Test Structure"),
    ("[Overview](#overview)", "__Overview__"),
    ("Ｏｖｅｒｖｉｅｗ", "Overview"),
    ("Überblick", "U\u0308BERBLICK"),
    ("Ziel\u00a0und Straße", "ziel und STRASSE"),
    ("Whyâ€™s", "Why's"),
)
DIFFERENT = (("C", "C++"), ("C", "C#"), ("Step 1", "Step 2"), ("Overview", "Overviews"), ("1", "2"))
BARE = {"Overview (short)": "overview", "(all)": "all", "Costs (in €) and more": "costs and more"}
MANGLED = {
    "a â€” b": "a — b",
    "donâ€™t â€“ ever": "don’t – ever",
    "Ãœberblick": "Überblick",
    "Ünï": "Ünï",
    "pâté": "pâté",
    "â": "â",
    "東京 â€” x": "東京 — x",
}
SPANS = {
    "": [],
    "a `b` c": [(2, 5)],
    "``a`b`` `c`": [(0, 7), (8, 11)],
    "`a ``b`` c": [(3, 8)],
    "`a": [],
    "``": [],
    "𝕏`b`": [(1, 4)],
    "`a` `b": [(0, 3)],
}


@pytest.mark.parametrize(("one", "other"), SAME)
def test_said_otherwise(one: str, other: str) -> None:
    assert normal(one) == normal(other) != ""


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_not_the_same(one: str, other: str) -> None:
    assert normal(one) != normal(other)


@pytest.mark.parametrize("text", BARE)
def test_without_parentheses(text: str) -> None:
    assert bare(text) == BARE[text]


@pytest.mark.parametrize("text", MANGLED)
def test_mojibake_is_set_right(text: str) -> None:
    assert unmangled(text) == MANGLED[text]


@given(st.text())
def test_any_text_can_be_compared(text: str) -> None:
    assert normal(text) == " ".join(normal(text).split()).casefold()
    assert len(unmangled(folded(text))) <= 3 * len(text)


@given(st.text("abC d", max_size=8), st.text("abC d", max_size=8), st.integers(0, 4))
def test_distance(one: str, other: str, most: int) -> None:
    assert distance(one, other, most) == min(_slow(one, other), most + 1)


@pytest.mark.parametrize("line", SPANS)
def test_code_spans(line: str) -> None:
    assert code_spans(line) == SPANS[line]


@given(st.text("`a ", max_size=12))
def test_code_spans_are_apart_and_balanced(line: str) -> None:
    spans = code_spans(line)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    for start, end in spans:
        width = len(line[start:end]) - len(line[start:end].lstrip("`"))
        assert line[start:end].endswith("`" * width)
        assert line[end : end + 1] != "`" != line[max(start - 1, 0) : start]


@cache
def _slow(one: str, other: str) -> int:
    """Optimal string alignment by its definition."""
    if not one or not other:
        return len(one) + len(other)
    found = min(
        _slow(one[:-1], other) + 1,
        _slow(one, other[:-1]) + 1,
        _slow(one[:-1], other[:-1]) + (one[-1] != other[-1]),
    )
    swapped = len(one) > 1 and len(other) > 1 and one[-1] == other[-2] and one[-2] == other[-1]
    return min(found, _slow(one[:-2], other[:-2]) + 1) if swapped else found
