"""Words as they are spoken, lines as they are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planls.contract.speech import words, wrapped

WORDS = {
    "one two three": 3,
    "> a quote — with a dash": 5,
    "> > nested quote": 2,
    "- [ ] a b\n2. c\n* d": 4,
    "a--b—c": 3,
    "use `--flag` now": 3,
    "130–170 words – at most": 4,
    "[a link](http://x.org/y_(z)) here": 3,
    '[a][1] link\n\n[1]: http://x.org "no words"': 2,
    "![a picture](x.png) here": 1,
    "```\nnot spoken\n```\nafter": 1,
    "> ~~~ text\n> not spoken\n> ~~~\n> after": 1,
    "<!-- not\nspoken -->here": 1,
    "**bold** _it_ ~~x~~ `code`": 4,
    "a<br>b <b>c</b>": 2,
    "# A title\n\n---\n===\n": 2,
    "| a | b |\n|---|:-:|\n| c | d e |": 5,
    "self-hosted and/or 3.11 don't": 4,
    "don’t “stop”": 2,
    "日本語です": 3,
    "日本語 and 二つ": 4,
    "한국어 단어": 2,
    "Привет, мир!": 2,
    "🎯 - … !": 0,
    "": 0,
}
LINES = {
    "": (0, 0),
    "a": (1, 1),
    "x " * 200: (4, 5),
    "x" * 120: (1, 2),
    "x" * 121: (2, 2),
    "aaa\nbbb\nccc": (1, 3),
    "\n".join(["x" * 100] * 3): (3, 4),
    "\n".join(["x" * 60] * 5): (3, 5),
    "- a\n- b\n- c": (3, 3),
    "a\n\nb\n": (2, 2),
    "> a\n> b\n>\n> c": (2, 3),
    "a\n```\nx\n```\nb": (2, 2),
    "a\n<!-- not\nread -->\nb": (2, 2),
    "# A\ntext\nmore": (1, 3),
    "[a](" + "x" * 200 + ")": (1, 1),
    "日" * 60: (1, 2),
    "日" * 61: (2, 2),
}


@pytest.mark.parametrize("text", WORDS)
def test_how_many_words_are_spoken(text: str) -> None:
    assert words(text.split("\n")) == WORDS[text]
    assert words(text.replace("\n", "\r\n").splitlines(keepends=True)) == WORDS[text]


@pytest.mark.parametrize("text", LINES, ids=lambda text: text[:20])
def test_how_many_lines_are_read(text: str) -> None:
    assert wrapped(text.split("\n")) == LINES[text]


@given(st.text("a日한 -`*_>#[]()<!|~\n1."))
def test_any_text_can_be_asked(text: str) -> None:
    rows = text.split("\n")
    fewest, most = wrapped(rows)
    assert 0 <= words(rows) <= len(text)
    assert 0 <= fewest <= most
    assert fewest <= len([row for row in rows if row.strip()]) or len(text) > 120


PIECES = [
    "`",
    "```\n",
    "*",
    "_",
    "a_",
    "_a",
    "[",
    "[a](",
    "](",
    "<!--",
    "<a",
    ">",
    "> ",
    "- ",
    "|",
    "-",
    "—",
    " ",
    "日",
    "a ",
]


@pytest.mark.parametrize("piece", PIECES)
def test_a_large_text_takes_no_longer_than_it_should(piece: str) -> None:
    for text in (piece * 10_000, piece * 10_000 + "x", "a\n" + (piece + "\n") * 10_000):
        assert words(text.split("\n")) >= 0
        assert wrapped(text.split("\n")) >= (0, 0)


PLAIN = st.lists(st.sampled_from(["plain", "a", "well-known", "3.11"]), min_size=1)


@given(PLAIN, st.sampled_from(["{}", "> {}", "- {}", "# {}", "**{}**", "<!-- x -->{}", "*{}* —"]))
def test_marks_are_not_spoken(spoken: list[str], form: str) -> None:
    assert words([form.format(" ".join(spoken))]) == len(spoken)
    assert words([form.format(word) for word in spoken]) == len(spoken)


@given(PLAIN, st.integers(40, 120))
def test_wrapping_makes_no_difference_to_the_least(spoken: list[str], width: int) -> None:
    rows = [""]
    for word in spoken:
        rows[-1:] = [f"{rows[-1]} {word}".strip()] if len(rows[-1]) + len(word) < width else [rows[-1], word]
    fewest, most = wrapped(rows)
    assert fewest <= len(rows) <= most
    assert words(rows) == len(spoken)
