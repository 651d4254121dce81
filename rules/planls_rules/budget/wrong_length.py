"""BUD002 wrong-length: a text is shorter or longer than the contract asks for."""

from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile

from planls.contract.budget import bounds_said, counted, within
from planls.contract.model import Bounds, Limits
from planls.contract.part import Part
from planls.contract.speech import words, wrapped
from planls.rule import Finding, Severity, rule

_CUT = "cut what is not needed"


@rule("BUD002", Severity.INFORMATION)
def check(part: Part) -> Iterator[Finding]:
    """Fields whose words, lines or seconds of speech are limited, on the label; a near miss is a hint."""
    for spec, _, _ in part.anchors:
        if spec.limits != Limits() and not part.is_empty(spec):
            text = _judged(spec.limits, part.text_of(spec))
            said = "" if any(map(part.contract.unfilled, text)) else _wrong(spec.limits, text)
            if said and not (
                said.endswith(_CUT) and part.missing_fields
            ):  # what is missing may have no label
                near = Severity.HINT if _is_near(spec.limits, words(text)) else None
                yield Finding(part.place(spec), f"“{spec.name}” {said}", severity=near)


def _judged(limits: Limits, text: list[str]) -> list[str]:
    """What of a text is limited: the words of a paragraph, the prose above lists, all of a speech."""
    if any(limits.words):
        filled = dropwhile(lambda line: not line.strip(), text)
        return list(takewhile(str.strip, filled))
    return _prose(text) if any(limits.lines) else text


def _prose(text: Sequence[str]) -> list[str]:
    """The text without lists that follow a paragraph: they are about something else."""
    found: list[str] = []
    for line in text:
        listed = line.lstrip().startswith(("- ", "* ", "+ ", "|", "1. ", "```"))
        if (
            listed
            and any(map(str.strip, found))
            and not found[-1].lstrip().startswith(("- ", "* ", "+ ", "1. "))
        ):
            break
        found.append(line)
    return found


def _wrong(limits: Limits, text: Sequence[str]) -> str:
    """What is wrong with the length of a text, and the way out; empty if nothing is."""
    count = words(text)
    if any(limits.words) and not within(count, limits.words):
        return (
            f"has {counted(count, 'word')}, not {bounds_said(limits.words)}; {_way(count, limits.words[0])}"
        )
    if any(limits.lines):
        fewest, most = wrapped(text)
        if most < limits.lines[0] or fewest > limits.lines[1]:
            lines = counted(most if most < limits.lines[0] else fewest, "line")
            return f"has {lines}, not {bounds_said(limits.lines)}; {_way(most, limits.lines[0])}"
    if limits.seconds and not within(count, bounds := _spoken(limits)):
        seconds = round(count * 120 / sum(limits.pace))
        aloud = f"has {counted(count, 'word')}, about {seconds} seconds aloud"
        return f"{aloud}; {limits.seconds} seconds are {bounds_said(bounds)} words, {_way(count, bounds[0])}"
    return ""


def _spoken(limits: Limits) -> Bounds:
    """How many words can be said in the time: slowly, and fast."""
    return limits.pace[0] * limits.seconds // 60, limits.pace[1] * limits.seconds // 60


def _is_near(limits: Limits, count: int) -> bool:
    """Whether a speech is at most a fifth too short or too long; nobody speaks by the word."""
    least, most = _spoken(limits)
    return limits.seconds > 0 and least * 0.8 <= count <= most * 1.2


def _way(count: int, least: int) -> str:
    return "add what is missing" if count < least else _CUT
