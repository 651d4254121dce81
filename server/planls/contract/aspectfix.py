"""The template's words for an aspect, put into an entry as its neighbours have theirs."""

import re
from collections.abc import Sequence

from planls.contract.entry import Entry, labelled
from planls.contract.insert import Insertion
from planls.contract.model import AspectSpec, EntriesSpec
from planls.contract.part import Part
from planls.document.lines import Span, body
from planls.document.words import normal

_LINE = re.compile(
    r"(?P<lead>\s*(?:[-*+]\s+)?)(?P<mark>\*\*|__|\*|_|)(?P<name>[^\s*_:][^*_:]*)(?P<colon>:?)(?P=mark):?\s"
)


def aspect_insertion(
    part: Part, entry: Entry, aspect: AspectSpec, spec: EntriesSpec, entries: Sequence[Entry]
) -> Insertion | None:
    """Where an aspect goes and its text: a line of its own where this entry, or else another, has such lines.

    Lines are the part's. None where there is no place for it, as in a table without its column.
    """
    value = aspect.line.partition(f"{aspect.name}**:")[2].strip()
    if not value:
        return None
    if entry.cells:
        return _cell(entry, aspect, value)
    own = _model(entry, spec)
    if model := own or next(filter(None, (_model(other, spec) for other in entries)), None):
        apart, match = model
        later = [other for other in spec.aspects[spec.aspects.index(aspect) + 1 :] if labelled(entry, other)]
        line = _line_of(entry, later[0]) if later else None
        place = entry.first + (len(entry.lines) if line is None else line)
        return _new_line(part, place, f"{match['lead']}{_named(match, aspect)} {value}", apart=apart)
    last = entry.first + len(entry.lines) - 1
    column = len(body(part.lines[last]).rstrip())
    return Span(last, column, last, column), f" **{aspect.name}**: {value}"


def _cell(entry: Entry, aspect: AspectSpec, value: str) -> Insertion | None:
    """The empty cell of the aspect's column, if the table has one."""
    for column, cell in entry.cells:
        if not cell.text and any(f" {key} " in f" {column} " for key in aspect.keys):
            line = entry.first
            return Span(line, cell.span.column, line, cell.span.column), f"{value} "
    return None


def _model(entry: Entry, spec: EntriesSpec) -> tuple[bool, re.Match[str]] | None:
    """The entry's last line that is a label of an aspect: how the author writes them, and whether apart."""
    keys = {key for aspect in spec.aspects for key in aspect.keys}
    found = [
        (at, match)
        for at, line in enumerate(entry.lines)
        if at and (match := _LINE.match(f"{line} ")) and normal(match["name"]) in keys
    ]
    if not found:
        return None
    at, match = found[-1]
    apart = not entry.lines[at - 1].strip() and (len(found) > 1 or not match["lead"].strip())
    return apart, match


def _line_of(entry: Entry, aspect: AspectSpec) -> int | None:
    """The line of the entry that begins with an aspect's label."""
    for at, line in enumerate(entry.lines):
        match = _LINE.match(f"{line} ")
        if at and match and normal(match["name"]) in aspect.keys:
            return at
    return None


def _named(match: re.Match[str], aspect: AspectSpec) -> str:
    inside = f"{aspect.name}:" if match["colon"] and match["mark"] else aspect.name
    return f"{match['mark']}{inside}{match['mark']}" + ("" if inside.endswith(":") else ":")


def _new_line(part: Part, line: int, text: str, *, apart: bool) -> Insertion:
    """A line put before a line of the part, with a blank one where the author parts such lines."""
    newline = part.style.ending
    if line < len(part.lines):
        below = bool(body(part.lines[line]).strip())
        lead, tail = (newline if apart and not below else ""), (newline if apart and below else "")
        return Span(line, 0, line, 0), lead + text + newline + tail
    last = len(part.lines) - 1
    if body(part.lines[last]) == part.lines[last]:
        column = len(part.lines[last])
        return Span(last, column, last, column), newline + text
    return Span(line, 0, line, 0), text + newline
