"""The template's blocks as edits: put where they belong, in the document's own style."""

from collections.abc import Sequence

from planls.contract.fields import FieldReading
from planls.contract.model import FieldSpec, SectionSpec
from planls.contract.part import Part
from planls.contract.reading import Reading
from planls.contract.style import Style
from planls.document.blocks import Paragraph
from planls.document.labels import labels
from planls.document.lines import Span, body, ending
from planls.document.words import normal

Insertion = tuple[Span, str]
"""An empty span and the text to put there."""


def title_insertion(reading: Reading, line: int) -> Insertion:
    """The title, put before a line."""
    return _at(reading.document.lines, line, [reading.contract.title_line, ""], reading.style)


def section_insertion(reading: Reading, spec: SectionSpec) -> Insertion:
    """A missing section's block behind the section that it follows in the contract."""
    lines = section_lines(reading, spec)
    if (orphan := _orphan(reading, spec)) is not None:
        return _at(reading.document.lines, orphan, [*lines[: _first_item(lines)], ""], reading.style)
    line = section_place(reading, spec)
    if line >= reading.document.line_count:
        return _at_end(reading, spec, lines)
    above = body(reading.document.line(line - 1)).strip() if line else ""
    lead = [""] if above and not _follows_missing(reading, spec) else []
    gap = ["", "---", ""] if reading.style.ruled else [""]
    return _at(reading.document.lines, line, [*lead, *lines, *gap], reading.style)


def section_lines(reading: Reading, spec: SectionSpec) -> list[str]:
    """A section's block as this document writes its headings."""
    lines = at_level(spec.lines, reading.level - spec.level)
    return [reading.form.write(reading.contract, spec), *lines[1:]]


def section_place(reading: Reading, spec: SectionSpec) -> int:
    """The line before which a missing section belongs."""
    before, after = reading.neighbours(spec.name)
    if before:
        return reading.line(before[-1].end)
    if reading.title is not None:
        return reading.line(reading.title + 1)
    return reading.line(after[0].index) if after else reading.line(len(reading.document.sections))


def lead_insertion(reading: Reading, spec: FieldSpec) -> Insertion:
    """A field of the lead, below the title and behind the fields that it follows in the contract."""
    lead = next(((at, part) for at, part in reading.parts if part.spec is reading.contract.lead), None)
    if lead is None:
        return _at(reading.document.lines, 0, [*spec.lines, ""], reading.style)
    line, part = lead
    span, text = field_insertion(part, spec)
    return span.down(line), text


def field_insertion(part: Part, spec: FieldSpec) -> Insertion:
    """A missing field's block behind the field that it follows in the contract."""
    order = [f.name for f in part.spec.fields] if part.spec else []
    at = order.index(spec.name)
    before = [end for found, _, end in part.anchors if order.index(found.name) < at]
    line = before[-1] if before else _first_line(part)
    block = at_level(spec.lines, _deeper(part)) if spec.label == "heading" else list(spec.lines)
    if line >= part.end:
        return _at(part.lines, part.end, ["", *block, *_close(part, part.end)], part.style)
    above = part.lines[line - 1]
    joined = bool(body(above).strip()) and _is_label(above)
    lead = [""] if body(above).strip() and not joined and line > part.first_body_line else []
    close = [] if joined and spec.content == "text" and _is_label(part.lines[line]) else [""]
    return _at(part.lines, line, [*lead, *block, *close], part.style)


def value_insertion(part: Part, found: FieldReading) -> Insertion:
    """The template's value for a label that has none."""
    line, lines = found.label.span.line, list(found.spec.lines)
    value = lines.pop(0).partition(":")[2].strip()
    inline = found.spec.content == "text" and bool(value)
    if inline and part.lines[line].lstrip()[:1] != "#":
        column = found.label.span.end_column
        before = part.lines[line][:column].rstrip().rstrip("*_")
        colon = "" if before.endswith((":", "\uff1a", "-", "–", "—")) else ":"
        column = len(body(part.lines[line]).rstrip())
        return Span(line, column, line, column), f"{colon} {value}"
    lines = [value] if inline else lines
    while not lines[0]:
        lines.pop(0)
    lead = [""] if lines[0].startswith("    ") and not part.style.fenced else []
    text = [*part.style.render(["", *lines])[1:], *part.style.render(_close(part, line + 1))]
    return _placed(part.lines, line + 1, [*part.style.render(lead), *text], part.style.ending)


def body_insertion(part: Part, spec: SectionSpec) -> Insertion:
    """The template's content for a section that has none but fixed prose."""
    if part.table and spec.table:
        return whole_lines(part, part.table[0] + 2, list(spec.table.lines[2:]))
    here = {normal(body(line)) for line in part.lines}
    lines = list(spec.lines[1:])
    while lines and (not lines[0] or (normal(lines[0]) in spec.prose and normal(lines[0]) in here)):
        lines.pop(0)
    filled = part.end > part.first_body_line
    lead = [""] if filled or part.style.spaced or spec.lines[1:2] == ("",) else []
    return _at(part.lines, part.end, [*lead, *lines, *_close(part, part.end)], part.style)


def whole_lines(part: Part, line: int, lines: list[str]) -> Insertion:
    """Template lines put before a line of a part."""
    return _at(part.lines, line, lines, part.style)


def at_level(lines: Sequence[str], deeper: int) -> list[str]:
    """The lines with their headings as many levels deeper; code stays as it is."""
    found, fence = [], False
    for line in lines:
        fence ^= line.startswith("```")
        marks = len(line) - len(line.lstrip("#"))
        heading = marks and not fence
        found.append("#" * max(marks + deeper, 1) + line[marks:] if heading else line)
    return found


def _deeper(part: Part) -> int:
    """How many levels deeper than in the template a part stands."""
    heading = part.sections[0].heading
    spec = part.spec.level if part.spec else 0
    return heading.level - spec if heading and spec else 0


def _at_end(reading: Reading, spec: SectionSpec, lines: list[str]) -> Insertion:
    """A new last section: below the last text, with the gap that is not there already."""
    document = reading.document
    around = next((fence.wraps for fence in reading.fences if fence.wraps >= 0), document.line_count)
    filled = around  # a fence around the whole document ends behind the last section
    while filled and not body(document.line(filled - 1)).strip():
        filled -= 1
    ruled = reading.style.ruled and spec.name != reading.contract.sections[0].name
    if not _follows_missing(reading, spec) and filled and body(document.line(filled - 1)).strip() == "---":
        ruled = False
    lead = [] if not filled else ["", "---", ""] if ruled else [""]
    return _at(document.lines, filled, [*lead, *lines], reading.style)


def _follows_missing(reading: Reading, spec: SectionSpec) -> bool:
    """Whether the contract's section before this one is missing in the same place."""
    order = reading.contract.order
    before = [missing for missing in reading.missing if order[missing.name] < order[spec.name]]
    return bool(before) and section_place(reading, before[-1]) == section_place(reading, spec)


def _close(part: Part, line: int) -> list[str]:
    """A blank line, where what is inserted above a line would join it: even a rule, as its underline."""
    return [""] if line < len(part.lines) and body(part.lines[line]).strip() else []


def _first_line(part: Part) -> int:
    """Where the first field goes: above what is there, else right below the heading."""
    if part.anchors:
        return part.anchors[0][1]
    first = part.first_body_line
    while first < part.end and not body(part.lines[first]).strip():
        first += 1
    return min(part.end, first)


def _orphan(reading: Reading, spec: SectionSpec) -> int | None:
    """The line of the first item that lost its section's heading; None where there is none."""
    if spec.item is None or not (spec.headed and spec.item.pattern.word):
        return None
    headed = zip(reading.document.starts, reading.document.sections, strict=True)
    return next((line for line, s in headed if s.heading and spec.item.pattern.match(s.heading.text)), None)


def _first_item(lines: Sequence[str]) -> int:
    """The index of the first heading below a section's own."""
    below = (n for n, line in enumerate(lines) if n and line.startswith("#"))
    at = next(below, len(lines))
    while at > 1 and not lines[at - 1]:
        at -= 1
    return at


def _is_label(line: str) -> bool:
    return any(label.marked for label in labels(Paragraph((line,))))


def _at(lines: Sequence[str], line: int, added: list[str], style: Style) -> Insertion:
    return _placed(lines, line, style.render(added), style.ending)


def _placed(lines: Sequence[str], line: int, text: list[str], newline: str) -> Insertion:
    """Whole lines put before a line; an unterminated line above is ended first."""
    above = lines[line - 1] if 0 < line <= len(lines) else ""
    if above and not ending(above):
        column = len(above)
        return Span(line - 1, column, line - 1, column), newline + "".join(text)[: -len(newline)]
    return Span(line, 0, line, 0), "".join(text)
