"""Which texts say nothing: empty words in any combination, and no others; the texts stand in sayings.txt."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planls.contract.delight import is_all_delight
from planls.contract.saying import (
    DEMONSTRATION,
    OUTPUT,
    REASON,
    answers_nothing,
    is_blank,
    is_only_over,
    says_nothing,
    shows_nothing,
)

Judge = Callable[[str], bool]

SAYINGS = {
    block.partition("\n")[0]: block.strip().splitlines()[1:]
    for block in re.split(
        r"^# ", Path(__file__).with_name("sayings.txt").read_text("utf-8"), flags=re.MULTILINE
    )
}
JUDGES: tuple[tuple[str, str, Judge], ...] = (
    ("left open", "answered", is_blank),
    ("no reason", "a reason", lambda text: says_nothing(text, REASON)),
    ("no output", "an output", lambda text: says_nothing(text, OUTPUT)),
    ("only over", "there afterwards", is_only_over),
    ("all delight", "more than delight", is_all_delight),
    ("no answer to a risk", "an answer to a risk", answers_nothing),
    ("nothing shown", "something shown", shows_nothing),
)
FULL = ("postgres", "invoice", "latency", "clerk")
"""Words that are in no list."""


@pytest.mark.parametrize(
    ("text", "judge"), [(text, judge) for name, _, judge in JUDGES for text in SAYINGS[name]]
)
def test_nothing_is_said(text: str, judge: Judge) -> None:
    assert judge(text)


@pytest.mark.parametrize(
    ("text", "judge"), [(text, judge) for _, name, judge in JUDGES for text in SAYINGS[name]]
)
def test_something_is_said(text: str, judge: Judge) -> None:
    assert not judge(text)


def test_a_name_said_again_is_no_reason() -> None:
    assert says_nothing("It is zesty because of zest", REASON, "Zesty", "Zest")
    assert not says_nothing("It is zesty", REASON)


WORDS = st.sampled_from(sorted(REASON & OUTPUT & DEMONSTRATION))


@given(st.lists(WORDS, min_size=1, max_size=9), st.sampled_from(FULL), st.integers(0, 9))
def test_one_full_word_is_enough(words: list[str], full: str, at: int) -> None:
    assert says_nothing(" ".join(words), OUTPUT)
    said = " ".join([*words[:at], full, *words[at:]])
    assert not says_nothing(said, OUTPUT)
    assert not says_nothing(said, REASON)


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    for judge in (is_blank, answers_nothing, is_only_over, is_all_delight, shows_nothing):
        assert judge(text) in (True, False)
