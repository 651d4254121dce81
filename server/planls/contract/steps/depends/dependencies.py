"""What items say that they depend on, from the field of that form only, never from prose."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import NamedTuple

from planls.contract.budget import plural
from planls.contract.fields import FieldReading, said
from planls.contract.model import ItemSpec
from planls.contract.part import Part
from planls.contract.steps.numbered import compared
from planls.document.blocks import Blank, Container, Paragraph, Table
from planls.document.lines import Span, body
from planls.document.memory import remembered

_MARKER = re.compile(r"[ \t>]*(?:(?P<marker>[-*+•]|\d{1,3}[.)])[ \t]+)?")
_PLAIN = re.compile(r"\s*(?P<word>[^\W\d_]+) \d{1,9}(?:, (?:(?P=word) )?\d{1,9})*\s*")
"""Most of what is said, ``Step 1`` or ``Steps 1, 2``, needs no more to be read."""
_BOX = re.compile(r"\[[ xX]\](?=[ \t]|$)")


class Named(NamedTuple):
    """A number that a text names (``4b``, ``2.1``), and where it stands in the text.

    ``through``: it opens a range, which the next one closes. ``hashed``: nothing but ``#`` says whose it is,
    so that it may be an issue's.
    """

    number: str
    start: int
    end: int
    through: bool = False
    hashed: bool = False


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a part, the column that a text begins in, the text; ``entry``: it begins one of a list."""

    line: int
    column: int
    text: str
    entry: bool = False


@dataclass(frozen=True, slots=True)
class Dependency:
    """A number that an item says it depends on: as compared, where it stands in the part.

    ``last`` closes a range (``Steps 2-4``). ``hashed``: only ``#`` stands before it, as before an issue's.
    """

    number: str
    span: Span
    last: "Dependency | None" = None
    hashed: bool = False

    @property
    def whole(self) -> Span:
        """Where it stands, a range as a whole."""
        last = self.last.span if self.last else self.span
        return Span(self.span.line, self.span.column, last.end_line, last.end_column)


@remembered
def dependencies(part: Part) -> tuple[Dependency, ...]:
    """What an item says that it depends on, in the text's order."""
    if not isinstance(part.spec, ItemSpec) or part.elided or part.struck:
        return ()
    word = part.spec.pattern.word
    fields = (field for field in part.fields if field.spec.form == "dependencies")
    return tuple(one for field in fields for text in _texts(part, field) for one in _named(text, word))


def _named(lines: list[_Line], word: str) -> Iterator[Dependency]:
    """What the lines of one text name."""
    starts = [0, *accumulate(len(line.text) + 1 for line in lines)]
    first: Dependency | None = None
    for one in _numbers("\n".join(line.text for line in lines), word):
        at = bisect_right(starts, one.start) - 1
        line, start = lines[at].line, lines[at].column + one.start - starts[at]
        span = Span(line, start, line, start + one.end - one.start)
        found = Dependency(compared(one.number), span, hashed=one.hashed)
        if first:
            yield replace(first, last=found)
        elif not one.through:
            yield found
        first = found if one.through and not first else None


def _numbers(text: str, word: str) -> Iterator[Named]:
    """The numbers that a text names; the engine for all other spellings is imported where one is met."""
    plain = _PLAIN.fullmatch(text)
    if plain and word and plain["word"].casefold() in (word.casefold(), plural(word).casefold()):
        yield from (Named(match[0], *match.span()) for match in re.finditer(r"\d+", text))
    elif any(map(str.isdigit, text)):
        from planls.contract.steps.depends.depended import named

        yield from named(text, word)


def _texts(part: Part, field: FieldReading) -> Iterator[list[_Line]]:
    """The texts of a field: what stands behind its label and goes on below, and each entry of a list."""
    line, column = field.label.span.line, field.label.value_column
    at, block = next((at, b) for at, b in part.placed if at <= line < at + b.height)
    if isinstance(block, Table):
        cell = next(row for row in block.rows if row[0].span.line == line - at)[1]
        lines = [_Line(line, cell.span.column, cell.text)]
    else:
        first = _Line(line, column, body(part.lines[line])[column:])
        lines = [first, *_lines(part, line + 1, min(at + block.height, field.end), _indent(part, line))]
        if len(lines) == 1 and (not said(first.text) or first.text.rstrip().endswith(":")):
            lines += _next_block(part, at + block.height, field.end)
    yield from _grouped([line for line in lines if not part.contract.unfilled(line.text)])


def _grouped(lines: list[_Line]) -> Iterator[list[_Line]]:
    """The lines by the entry that they belong to."""
    starts = [0, *(at for at, line in enumerate(lines) if line.entry and at), len(lines)]
    yield from (lines[start:end] for start, end in pairwise(starts) if start < end)


def _next_block(part: Part, first: int, end: int) -> Iterator[_Line]:
    """The lines of the block that follows a label by itself."""
    for at, block in part.placed:
        if at >= first and not isinstance(block, Blank):
            if isinstance(block, Paragraph | Container):
                yield from _lines(part, at, min(at + block.height, end), -1)
            return


def _lines(part: Part, first: int, end: int, indent: int) -> Iterator[_Line]:
    """Lines up to the next label, to a task, and to an entry that is no deeper than the label's own."""
    labels = _label_lines(part)
    for at in range(first, end):
        text = body(part.lines[at])
        marker = _MARKER.match(text)
        start = marker.end() if marker else 0
        entry = bool(marker and marker["marker"])
        if at in labels or _BOX.match(text, start) or (entry and _indent(part, at) <= indent):
            return
        if text.strip():
            yield _Line(at, start, text[start:], entry)


@remembered
def _label_lines(part: Part) -> frozenset[int]:
    """The lines of a part that begin with a label; one with a number may be an item's name."""
    known = part.contract.field_keys
    return frozenset(
        label.span.line
        for label in part.labels
        if label.key in known or (label.marked and not any(map(str.isdigit, label.name)))
    )


def _indent(part: Part, line: int) -> int:
    """How far the marker of a list's entry stands in; -1 for a line that begins none."""
    marker = _MARKER.match(part.lines[line])
    return marker.start("marker") if marker and marker["marker"] else -1
