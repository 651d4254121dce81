"""BUD002 wrong-length: a text is shorter or longer than the contract asks for."""

from collections.abc import Iterator, Sequence

from planls.contract.budget import bounds_said, counted, within
from planls.contract.model import FieldSpec, Limits
from planls.contract.part import Part
from planls.contract.patterns import PLACEHOLDER
from planls.contract.speech import words, wrapped
from planls.rule import Finding, Severity, rule


@rule("BUD002", Severity.INFORMATION)
def check(part: Part) -> Iterator[Finding]:
    """Every field whose words, lines or seconds of speech are limited, on its label."""
    for spec, _, _ in part.anchors:
        if spec.limits != Limits() and not part.is_empty(spec):
            text = part.text_of(spec)
            said = "" if any(map(PLACEHOLDER.search, text)) else _wrong(spec, text)
            if said:
                yield Finding(part.place(spec), f"“{spec.name}” {said}")


def _wrong(spec: FieldSpec, text: Sequence[str]) -> str:
    """What is wrong with the length of a text, and the way out; empty if nothing is."""
    limits, count = spec.limits, words(text)
    if any(limits.words) and not within(count, limits.words):
        return f"has {counted(count, 'word')}, not {bounds_said(limits.words)}; say it in fewer"
    if any(limits.lines):
        fewest, most = wrapped(text)
        if most < limits.lines[0] or fewest > limits.lines[1]:
            lines = counted(most if most < limits.lines[0] else fewest, "line")
            return f"has {lines}, not {bounds_said(limits.lines)}; {_way(most, limits.lines[0])}"
    if limits.seconds:
        bounds = limits.pace[0] * limits.seconds // 60, limits.pace[1] * limits.seconds // 60
        if not within(count, bounds):
            seconds = round(count * 120 / sum(limits.pace))
            spoken = f"has {counted(count, 'word')}, about {seconds} seconds aloud"
            return f"{spoken}; {limits.seconds} seconds are {bounds_said(bounds)} words, {_way(count, bounds[0])}"
    return ""


def _way(count: int, least: int) -> str:
    return "add what is missing" if count < least else "cut what is not needed"
