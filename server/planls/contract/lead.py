"""What stands below the title, and may stand anywhere: the time-box, the goal."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from planls.contract.durations import minutes
from planls.contract.model import FieldSpec
from planls.contract.part import Part
from planls.contract.reading import Reading
from planls.document import Section
from planls.document.blocks import Code, Heading, Html, Table
from planls.document.lines import Span, body
from planls.document.memory import remembered
from planls.document.words import has_any, normal, spoken

_HOUR = 60
"""Minutes; what takes less is not the whole of it."""
_NEAR = 3
"""Lines from a label or heading on in which its value begins."""


@dataclass(frozen=True)
class Statement:
    """Where a document says a field of its lead (lines of the document), and the text of it.

    ``sure``: its name or a cue says that this is the field, and not just that it might be.
    """

    spec: FieldSpec
    span: Span
    text: str
    sure: bool = True


@remembered
def statements(reading: Reading) -> tuple[Statement, ...]:
    """The fields of the lead that the document says, wherever it does."""
    lead = reading.contract.lead
    found = (
        _below_title(reading, spec) or _labelled(reading, spec) or _in_prose(reading, spec)
        for spec in (lead.fields if lead else ())
    )
    return tuple(filter(None, found))


def unsaid(reading: Reading) -> Iterator[FieldSpec]:
    """The required fields of the lead that the document says nowhere."""
    lead = reading.contract.lead
    said = {statement.spec.name for statement in statements(reading)}
    yield from (spec for spec in (lead.fields if lead else ()) if spec.required and spec.name not in said)


def _below_title(reading: Reading, spec: FieldSpec) -> Statement | None:
    """The field where the template has it: under any of its names, else in any words that cue it."""
    for line, part in reading.parts:
        if part.spec is not reading.contract.lead:
            continue
        for found in part.fields:
            if found.spec.name == spec.name:
                return _statement(spec, line, part, found.label.span.line, found.end)
        cues = (normal(spec.name), *spec.cues, *(key for key in spec.keys if " " in key))
        for at, text in _text_lines(part):
            timed, cued = any(spec.limits.minutes), _has(cues, text)
            labelled = any(f.label.span.line == at for f in part.fields)
            if (minutes(text) or 0) >= _HOUR if timed else cued and not labelled:
                return replace(_statement(spec, line, part, at, at + 1), sure=cued)
    return None


def _labelled(reading: Reading, spec: FieldSpec) -> Statement | None:
    """A label, heading or table header elsewhere that says its name or one of its cues.

    Where steps have estimates, a label such as Effort is a step's.
    """
    for line, part in reading.parts:
        timed = any(f.entries and f.entries.estimates for f in part.specs)
        keys = {*spec.keys} if any(spec.limits.minutes) and not timed else set()
        for at, text in _names(part):
            named = text in keys or text == normal(spec.name) or _has(_phrases(spec), text)
            if named and _fits(spec, " ".join(part.lines[at : at + _NEAR])):
                return _statement(spec, line, part, at, at + _NEAR)
    return None


def _text_lines(part: Part) -> Iterator[tuple[int, str]]:
    """The lines below the heading that are neither code nor comment."""
    for start, block in part.placed:
        if not isinstance(block, Code | Html | Heading):
            yield from enumerate(block.lines, start)


@remembered
def _names(part: Part) -> tuple[tuple[int, str], ...]:
    """The names in a part, comparable, and their lines: its heading, labels, table headers."""
    labels = [(label.span.line, label.key) for label in part.labels if label.marked or label.value]
    heads = [(at, normal(cell.text)) for at, b in part.placed if isinstance(b, Table) for cell in b.header]
    return ((0, normal(part.title)), *labels, *heads)


def _in_prose(reading: Reading, spec: FieldSpec) -> Statement | None:
    """A line of prose with a cue of several words."""
    cues = tuple(key for key in (normal(spec.name), *spec.cues) if " " in key)
    for start, section in zip(reading.document.starts, reading.document.sections, strict=True):
        for at, text in _lines_with(section, cues):
            if _fits(spec, text):
                return Statement(spec, Span(start + at, 0, start + at, len(text)), text)
    return None


@remembered
def _lines_with(section: Section, cues: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    lines = (
        (at + n, body(line))
        for at, block in section.placed
        if not isinstance(block, Code | Html)
        for n, line in enumerate(block.lines)
    )
    return tuple((at, line) for at, line in lines if _has(cues, line))


def _phrases(spec: FieldSpec) -> tuple[str, ...]:
    """What says the field in any name: its cues, and its own if that is more than a word, or with a time."""
    name = normal(spec.name)
    return (*spec.cues, name) if " " in name or any(spec.limits.minutes) else spec.cues


def _has(cues: tuple[str, ...], text: str) -> bool:
    return has_any(spoken(text), cues)


def _fits(spec: FieldSpec, text: str) -> bool:
    """Whether a text can be the field: a limit of time wants a duration."""
    return not any(spec.limits.minutes) or minutes(text) is not None


def _statement(spec: FieldSpec, start: int, part: Part, line: int, end: int) -> Statement:
    text = body(part.lines[line])
    column = len(text) - len(text.lstrip())
    said = " ".join(body(text) for text in part.lines[line : max(end, line + 1)])
    return Statement(spec, Span(start + line, column, start + line, len(text.rstrip())), said)
