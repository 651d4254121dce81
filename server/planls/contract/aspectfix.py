"""The template's words for an aspect, put into an entry as its neighbours have theirs."""

import re

from planls.contract.codes import codes_in
from planls.contract.demands import AspectSpec, EntriesSpec
from planls.contract.entry import Entry, labelled
from planls.contract.insert import Insertion, whole_lines
from planls.contract.part import Part
from planls.document.blocks import List, Paragraph, Quote
from planls.document.lines import Span, body
from planls.document.words import normal

_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+")
_LINE = re.compile(
    r"(?P<lead>\s*(?:[-*+]\s+)?)(?P<mark>\*\*|__|\*|_|)(?P<name>[^\s*_:][^*_:]*)(?P<colon>:?)(?P=mark):?\s"
)


Model = tuple[bool, re.Match[str]]
"""A line that is a label: whether a blank line parts it from others, and how it is written."""


def aspect_insertion(
    part: Part, entry: Entry, aspect: AspectSpec, spec: EntriesSpec, usual: Model | None
) -> Insertion | None:
    """Where an aspect goes and its text: a line of its own where this entry has such lines, or most do so.

    Lines are the part's. None where there is no place for it, as in a table without its column.
    """
    value = aspect.line.partition(f"{aspect.name}**:")[2].strip()
    if not value:
        return None
    if entry.cells:
        return _cell(entry, aspect, value)
    if model := model_of(entry, spec) or usual:
        apart, match = model
        later = [other for other in spec.aspects[spec.aspects.index(aspect) + 1 :] if labelled(entry, other)]
        line = _line_of(entry, later[0]) if later else None
        place = entry.first + (len(entry.lines) if line is None else line)
        return _new_line(part, place, f"{match['lead']}{_named(match, aspect)} {value}", apart=apart)
    last = entry.first + len(entry.lines) - 1
    if not _is_prose(part, last):
        return _paragraph(part, entry, f"**{aspect.name}**: {value}")
    column = len(body(part.lines[last]).rstrip())
    return Span(last, column, last, column), f" **{aspect.name}**: {value}"


def _is_prose(part: Part, line: int) -> bool:
    """Whether text may be put behind a line: it is no code, heading, table or HTML."""
    if any(code.opening <= line <= code.line + len(code.lines) for code in codes_in(part)):
        return False
    kind = next((type(block) for at, block in part.placed if at <= line < at + block.height), Paragraph)
    return kind in (Paragraph, List, Quote) and not part.lines[line].lstrip().startswith(("|", "<", "#"))


def _paragraph(part: Part, entry: Entry, text: str) -> Insertion:
    """A paragraph of its own at the end of an entry, as deep as the entry's text."""
    marker = _ITEM.match(entry.lines[0]) if entry.listed else None
    lines = ["", " " * (marker.end() if marker else 0) + text]
    return whole_lines(part, entry.first + len(entry.lines), lines)


def _cell(entry: Entry, aspect: AspectSpec, value: str) -> Insertion | None:
    """The empty cell of the aspect's column, if the table has one; a blank stays on either side."""
    cell = entry.column(aspect)
    if cell is None or cell.text:
        return None
    end, before = cell.span.column, entry.lines[0][: cell.span.column]
    blank = len(before) - len(before.rstrip())
    at = end - max(blank - 1, 0)
    return Span(entry.first, at, entry.first, at), value if blank > 1 else f"{value} "


def model_of(entry: Entry, spec: EntriesSpec) -> Model | None:
    """The entry's last line that is a label of an aspect: how the author writes them, and whether apart."""
    keys = spec.keys
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
