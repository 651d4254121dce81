"""Lines and edits of them, against the same done to a plain string."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planls.document.lines import Change, LineStore, Position, Span, body, ending, split_lines
from tests.generators.texts import edits, texts

SPLIT = {
    "": [],
    "a": ["a"],
    "a\nb": ["a\n", "b"],
    "\n\r\n\r": ["\n", "\r\n", "\r"],
    "a\r\r\nb": ["a\r", "\r\n", "b"],
    "\u2028a\x0b\x0c\x1c\x85\u2029\n": ["\u2028a\x0b\x0c\x1c\x85\u2029\n"],
}


@pytest.mark.parametrize("text", SPLIT)
def test_only_three_things_end_a_line(text: str) -> None:
    assert split_lines(text) == SPLIT[text]


@given(st.text(st.sampled_from("ab\r\n\u2028\x0c")))
def test_lines_join_to_the_text(text: str) -> None:
    lines = split_lines(text)
    assert "".join(lines) == text
    assert all(body(line) + ending(line) == line for line in lines)
    assert all(ending(line) in ("\n", "\r\n", "\r") for line in lines[:-1])


@given(texts, st.lists(edits, max_size=5))
@example("a\r", [(Span(1, 0, 1, 0), "\nb")])
@example("a\r\nb", [(Span(0, 1, 1, 0), "")])
@example("a", [(Span(5, 0, 9, 9), "b")])
def test_an_edit_does_to_lines_what_it_does_to_the_text(text: str, changes: list[tuple[Span, str]]) -> None:
    store = LineStore(text)
    for span, new in changes:
        start = _offset(store.lines, span.start)
        end = max(start, _offset(store.lines, span.end))
        old, before = "".join(store.lines), list(store.lines)
        change = store.replace(span, new)
        assert store.text() == old[:start] + new + old[end:]
        assert store.lines == split_lines(store.text())
        _check(change, before, store.lines)


@given(texts, st.lists(edits, min_size=2, max_size=5))
def test_many_changes_are_one(text: str, changes: list[tuple[Span, str]]) -> None:
    store = LineStore(text)
    before = list(store.lines)
    first, *others = (store.replace(span, new) for span, new in changes)
    for later in others:
        first = first.then(later)
    _check(first, before, store.lines)


def _offset(lines: list[str], place: Position) -> int:
    """The offset in the text of a place, or of the nearest that exists."""
    above = "".join(lines[: place.line])
    line = body(lines[place.line]) if place.line < len(lines) else ""
    return len(above) + min(place.column, len(line))


def _check(change: Change, before: list[str], after: list[str]) -> None:
    """Nothing changed above and below the lines that a change names."""
    assert 0 <= change.first <= change.first + change.removed <= len(before)
    assert change.first + change.added <= len(after)
    assert before[: change.first] == after[: change.first]
    assert before[change.first + change.removed :] == after[change.first + change.added :]
