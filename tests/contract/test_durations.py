"""Durations in all their spellings, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planls.contract.durations import minutes

SAID: dict[str, float | None] = {
    "~45 min": 45,
    "45min": 45,
    "45 minutes": 45,
    "45-minute": 45,
    "1h": 60,
    "1.5 h": 90,
    "1,5 hours": 90,
    "2 hrs.": 120,
    "0.5 days": 240,
    "1 day": 480,
    "20-30 minutes": 30,
    "20–30 min": 30,
    "20 to 30 mins": 30,
    "45 min - 1 h": 60,
    "1-2 hours": 120,
    "1h 30m": 90,
    "1h30": 90,
    "1 hour and 15 minutes": 75,
    "2 hours 5 min": 125,
    "about 25 minutes (30 at most)": 25,
    "30": None,
    "half an hour": 30,
    "½ h": 30,
    "1½ hours": 90,
    "1 1/2 hours": 90,
    "3/4 hour": 45,
    "½–1 h": 60,
    "1 hr. 10 min": 70,
    "2/3 h": None,
    "30/60 min": None,
    "$5 m": None,
    "v1.5 m": None,
    "100 MB/s": None,
    "10 m/s": None,
    "3 months": None,
    "5 dogs": None,
    "": None,
}


@pytest.mark.parametrize("text", SAID)
def test_what_people_write(text: str) -> None:
    assert minutes(text) == SAID[text]


@given(st.integers(0, 999), st.integers(0, 999), st.sampled_from(["-", " - ", "–", " to "]))
def test_the_upper_end_of_a_range_counts(low: int, high: int, dash: str) -> None:
    assert minutes(f"~{low}{dash}{high} minutes") == high


@given(st.integers(1, 99), st.integers(0, 59))
def test_hours_and_minutes_add_up(hours: int, rest: int) -> None:
    assert minutes(f"{hours}h {rest} min") == hours * 60 + rest


@given(st.text())
def test_any_text_can_be_asked(text: str) -> None:
    found = minutes(text)
    assert found is None or found >= 0
