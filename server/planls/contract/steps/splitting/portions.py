"""What each half of an item gets of its name and of its author's estimate."""

import re
from collections.abc import Iterable, Iterator

from planls.contract.durations import minutes_range, place_of
from planls.contract.estimates import WHEN
from planls.contract.model import ItemSpec
from planls.contract.reading import Reading
from planls.contract.steps.numbered import Step, name_of, steps_of
from planls.contract.steps.references import references
from planls.contract.steps.renumber import Change
from planls.contract.steps.timeline import Row
from planls.document.lines import Span, body, ending
from planls.document.words import normal

_UNIT = re.compile(r"\s*(?:m|mins?|minutes?)\.?\Z", re.IGNORECASE)
_RANGE = re.compile(r"\d\s*(?P<dash>-|–|—|\bto\b)\s*\d", re.IGNORECASE)
_PART = re.compile(r"\s*\(part (\d{1,3})\)$", re.IGNORECASE)
_TAIL = re.compile(r"[\s*_~]*(?:\{#[^{}]*\})?\s*$")
_ANCHOR = re.compile(r"\s*\{#[^{}]*\}\s*$")
_LEAD = re.compile(rf"[\s(\[–—|~≈-]*(?:{WHEN})?$", re.IGNORECASE)
"""What stands between a name and the estimate behind it."""
_STEP = 5
"""Minutes to which portions are rounded."""


def divided(text: str, share: float, limit: float) -> tuple[str, str]:
    """A text with an estimate, once for each half; both together are as long as before.

    ``share`` is what the first half has of the work; it gets no more than ``limit`` minutes.
    """
    bounds = minutes_range(text)
    if not bounds:
        return text, text
    most = _portion(bounds[1], share, limit)
    least = min(_portion(bounds[0], share, limit), most)
    start, end = place_of(text) or (0, len(text))
    unit = _UNIT.search(text[start:end])
    form = unit[0] if unit else " min"
    dash = _RANGE.search(text[start:end])
    ranged = dash["dash"] if dash and bounds[0] < bounds[1] else ""
    ranged = f" {ranged} " if ranged.isalpha() else ranged
    halves = ((least, most), (bounds[0] - least, bounds[1] - most))
    one, other = (
        f"{low:g}{ranged}{high:g}" if ranged and low < high else f"{high:g}" for low, high in halves
    )
    return f"{text[:start]}{one}{form}{text[end:]}", f"{text[:start]}{other}{form}{text[end:]}"


def second_name(reading: Reading, spec: ItemSpec, step: Step, stated: Span | None) -> Iterator[Change]:
    """The changes that give the second half's heading a name of its own, ``Name (part 2)``, and no anchor."""
    heading = step.part.heading.down(step.line)
    line = reading.document.line(heading.end_line)[: heading.end_column]
    in_heading = stated is not None and stated.line == heading.end_line
    name = _LEAD.sub("", line[: stated.column]) if stated and in_heading else _TAIL.sub("", line)
    part = _PART.search(name)
    end = part.start() if part else len(name)
    steps = steps_of(reading, spec)
    names = {name_of(other.part) for other in steps}
    own, number = name_of(step.part), int(part[1]) + 1 if part else 2
    bare = own.removesuffix(f" part {part[1]}") if part else own
    while normal(f"{bare} part {number}") in names:
        number += 1
    yield Span(heading.end_line, end, heading.end_line, len(name)), f" (part {number})"
    if anchor := _ANCHOR.search(line):
        yield Span(heading.end_line, anchor.start(), heading.end_line, anchor.end()), ""


def row_changes(
    reading: Reading, row: Row, number: str, portions: tuple[str, str], others: Iterable[Change]
) -> Iterator[Change]:
    """The line of a timeline for the first half, and below it another one for the second.

    ``others`` are the changes in that line that go for both.
    """
    at, text = row.span.line, reading.document.line(row.span.line)
    said = row.text if row.text in text[row.span.column :] else row.text.rpartition(" ")[0]
    column = text.find(said, row.span.column)
    place = Span(at, column, at, column + len(said))
    one, other = (portion.removesuffix(row.text[len(said) :]) for portion in portions)
    yield place, one
    end = text.find(row.name) + len(row.name) if row.name else -1
    copy = [*others, (place, other), (row.place, number if row.number else ""), *_needed(reading, row)]
    copy += [(Span(at, end, at, end), " (part 2)")] if end >= len(row.name) > 0 else []
    text = changed(text, copy)
    if ending(text):
        yield Span(at + 1, 0, at + 1, 0), text
    else:
        last = len(body(reading.document.line(at)))
        yield Span(at, last, at, last), reading.style.ending + text


def changed(text: str, changes: Iterable[Change]) -> str:
    """A line after changes in it."""
    for span, new in sorted(changes, reverse=True):
        text = f"{text[: span.column]}{new}{text[span.end_column :]}"
    return text


def _needed(reading: Reading, row: Row) -> Iterator[Change]:
    """What the second half depends on, where the line says so: the first."""
    found = [one.span for one in references(reading) if one.depends and one.span.line == row.span.line]
    if found:
        yield found[0]._replace(end_column=found[-1].end_column), row.number


def _portion(minutes: float, share: float, limit: float) -> float:
    """The first half's minutes, rounded; the other has some left."""
    rounded = max(round(minutes * share / _STEP), 1) * _STEP
    return min(rounded, limit, max(minutes - _STEP, minutes / 2))
