"""How long a text is, held against what the contract allows."""

from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile

from planls.contract.budget import bounds_said, counted, within
from planls.contract.demands import Bounds, Limits
from planls.contract.speech import words, wrapped

CUT = "cut what is not needed"
"""The way out of too much."""

_NEAR = 0.2
"""The share by which a speech may be too short or too long and be nearly right: nobody speaks by the word."""


def judged(limits: Limits, text: list[str]) -> list[str]:
    """What of a text is limited: the words of a paragraph, the prose above lists, all of a speech."""
    if any(limits.words):
        filled = dropwhile(lambda line: not line.strip(), text)
        return list(takewhile(str.strip, filled))
    return list(_prose(text)) if any(limits.lines) else text


def fault_of(limits: Limits, text: Sequence[str]) -> str:
    """What is wrong with the length of a text, and the way out; empty if nothing is."""
    return _in_words(limits, text) or _in_lines(limits, text) or _in_seconds(limits, text)


def is_near(limits: Limits, text: Sequence[str]) -> bool:
    """Whether a speech is nearly as long as it should be."""
    least, most = _spoken(limits)
    return limits.seconds > 0 and least * (1 - _NEAR) <= words(text) <= most * (1 + _NEAR)


def _prose(text: Sequence[str]) -> Iterator[str]:
    """The text without a list below its first paragraph, which is about something else."""
    filled = False
    last = ""
    for line in text:
        if filled and _is_listed(line) and not _is_listed(last):
            return
        filled, last = filled or bool(line.strip()), line if line.strip() else last
        yield line


def _is_listed(line: str) -> bool:
    return line.lstrip().startswith(("- ", "* ", "+ ", "1. ", "|", "```"))


def _in_words(limits: Limits, text: Sequence[str]) -> str:
    count = words(text)
    if not any(limits.words) or within(count, limits.words):
        return ""
    return f"has {counted(count, 'word')}, not {bounds_said(limits.words)}; {_way(count, limits.words[0])}"


def _in_lines(limits: Limits, text: Sequence[str]) -> str:
    least, most = limits.lines
    fewest, longest = wrapped(text)
    if not any(limits.lines) or (longest >= least and (not most or fewest <= most)):
        return ""
    lines = counted(longest if longest < least else fewest, "line")
    return f"has {lines}, not {bounds_said(limits.lines)}; {_way(longest, least)}"


def _in_seconds(limits: Limits, text: Sequence[str]) -> str:
    count, bounds = words(text), _spoken(limits)
    if not limits.seconds or within(count, bounds):
        return ""
    aloud = round(count * 120 / sum(limits.pace))
    said = f"has {counted(count, 'word')}, about {aloud} seconds aloud"
    return f"{said}; {limits.seconds} seconds are {bounds_said(bounds)} words, {_way(count, bounds[0])}"


def _spoken(limits: Limits) -> Bounds:
    """How many words can be said in the time: slowly, and fast."""
    return limits.pace[0] * limits.seconds // 60, limits.pace[1] * limits.seconds // 60


def _way(count: int, least: int) -> str:
    return "add what is missing" if count < least else CUT
