"""The two halves of an item that is split at a task, as lines."""

from dataclasses import dataclass, replace
from itertools import chain, zip_longest

from planls.contract.insert import field_insertion
from planls.contract.model import FieldSpec, ItemSpec
from planls.contract.part import Part
from planls.contract.steps.contents import pieces
from planls.contract.steps.size import growing, tolerated, weighed
from planls.contract.steps.splitting.units import Unit, units
from planls.document import Document
from planls.document.lines import body, ending, split_lines
from planls.document.memory import remembered

_SPARE = 0.97
"""Of the longest that a first half may look: the template's blocks come on top."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a half, and the part's line that it comes from (-1: it is new)."""

    text: str
    origin: int = -1


@dataclass(frozen=True, slots=True)
class Halves:
    """Both halves' lines, heading first, all terminated; ``share`` is what the first has of the work."""

    first: tuple[Line, ...]
    second: tuple[Line, ...]
    share: float


@remembered
def halves(part: Part, spec: ItemSpec, stated: float, copied: int, before: str) -> Halves | None:
    """The halves of an item: as many tasks stay as fit its limit; None where none can be cut off.

    ``stated`` is its author's estimate in minutes (0: there is none), ``copied`` the line of its label (-1:
    it has none). ``before`` is how the second half names the first, which it depends on.
    """
    found = units(part, spec)
    if sum(unit.own for unit in found) < 2 or not _reads_alone(part):  # noqa: PLR2004  # a half has one at least
        return None
    cut = _cut(spec, found, stated)
    moved = _moved(spec, [unit for unit in found if unit.task < cut])
    first = [unit for unit in found if unit.task < cut and unit not in moved]
    second = [unit for unit in found if unit.task >= cut or unit in moved]
    one = _completed(part, _assembled(part, first), "")
    two = _estimated(part, _completed(part, _assembled(part, second), before), copied)
    here, there = _minutes(spec, first), _minutes(spec, second)
    if not stated and weighed(pieces(_part(part, one)), spec.weights).exceeds(spec.minutes):
        return None
    return Halves(tuple(one), tuple(two), here / (here + there))


def _minutes(spec: ItemSpec, half: list[Unit]) -> float:
    return weighed(chain(*(unit.pieces for unit in half)), spec.weights).minutes


def _reads_alone(part: Part) -> bool:
    """Whether its lines alone are an item: no bold line stands for the heading, no fence is open."""
    lines = [Line(text) for text in part.lines[: part.end]]
    return _part(part, lines).title == part.title and not any(s.broken for s in part.sections)


def _cut(spec: ItemSpec, found: list[Unit], stated: float) -> int:
    """How many tasks stay in the first half: as many as fit the limit, one at least and never all.

    ``stated`` minutes of an author's estimate are for all the work and no start.
    """
    tasks = sum(unit.own for unit in found)
    groups: list[list[Unit]] = [[] for _ in range(tasks)]
    for unit in found:
        groups[max(min(unit.task, tasks - 1), 0)].append(unit)
    *sizes, whole = growing((chain(*(unit.pieces for unit in group)) for group in groups), spec.weights)
    if stated:
        start = spec.weights.start
        sizes = [stated * (size - start) / max(whole - start, 1) for size in sizes]
    for most in (spec.minutes, tolerated(spec.minutes) * _SPARE):
        if fitting := sum(size <= most for size in sizes):
            return fitting
    return 1


def _moved(spec: ItemSpec, kept: list[Unit]) -> set[Unit]:
    """The last blocks of a first half that would be too large with them."""
    sure = chain(*(unit.pieces for unit in kept if not unit.dealt))
    dealt = [unit for unit in kept if unit.dealt]
    sizes = list(growing([sure, *(unit.pieces for unit in dealt)], spec.weights))[1:]
    return {unit for unit, size in zip(dealt, sizes, strict=True) if size > tolerated(spec.minutes) * _SPARE}


def _assembled(part: Part, kept: list[Unit]) -> list[Line]:
    """Heading and units of a half, each field below its label, blank lines where units were parted."""
    start = part.first_body_line
    found = [_line(part, n) for n in range(start)]
    end, labelled, tight = start, {u.spec.name for u in kept if u.spec and u.labelled}, False
    for unit in kept:
        label = [] if not unit.spec or unit.spec.name in labelled else _label(part, unit.spec)
        labelled |= {unit.spec.name} if unit.spec else set()
        if unit.line != end and body(found[-1].text).strip() and not (unit.own and tight and not label):
            found += [Line(part.style.ending)] if end > start or _is_spaced(part) else []
        found += [*label, *(_line(part, n) for n in range(unit.line, unit.end))]
        end, tight = unit.end, unit.own
    while not body(found[-1].text).strip():
        found.pop()
    return found


def _estimated(part: Part, lines: list[Line], copied: int) -> list[Line]:
    """The half with the line of the author's estimate, behind the same field as in the whole."""
    if copied < 0:
        return lines
    above = [spec for spec, line, _ in part.anchors if line < copied]
    half = _part(part, lines)
    end = next((end for spec, _, end in half.anchors if above and spec is above[-1]), half.first_body_line)
    while not body(half.lines[end - 1]).strip():
        end -= 1
    blank = [] if body(part.lines[copied - 1]).strip() else [Line(part.style.ending)]
    return [*lines[:end], *blank, _line(part, copied), *lines[end:]]


def _is_spaced(part: Part) -> bool:
    """Whether a blank line follows the heading."""
    return not body(part.lines[part.first_body_line]).strip()


def _line(part: Part, at: int) -> Line:
    text = part.lines[at]
    return Line(text if ending(text) else text + part.style.ending, at)


def _label(part: Part, spec: FieldSpec) -> list[Line]:
    """A field's label once more, as its author writes it, without the words in parentheses behind it."""
    label = next((found.label for found in part.fields if found.spec is spec), None)
    if label is None or not label.marked:
        return []
    line = label.span.line
    text = body(part.lines[line])[: label.span.end_column if label.value else None]
    after = part.lines[line + 1 : line + 2]
    blank = [Line(part.style.ending)] if after and not body(after[0]).strip() else []
    return [
        Line(text.partition(" (")[0].rstrip().removesuffix(":") + _colon(text) + part.style.ending),
        *blank,
    ]


def _colon(text: str) -> str:
    """The colon behind a label, where it stands outside of the bold name."""
    return ":" if text.rstrip().endswith(":") else ""


def _completed(part: Part, lines: list[Line], before: str) -> list[Line]:
    """The half with the template's blocks for required fields that it lacks.

    The first half lacks what the item had; the second all, and it depends on ``before``.
    """
    for spec, after in zip_longest(part.specs, part.specs[1:]):
        half = _part(part, lines)
        if before and spec.form == "dependencies" and spec in (*half.absent, *half.left_out):
            lines = _inserted(half, replace(spec, lines=_depending(part, spec, before)), lines)
        elif spec in half.missing_fields and (before or spec not in part.missing_fields):
            joined = before and after and after.form == "dependencies" and spec.content == "text"
            below = _depending(part, after, before) if joined and after else ()
            gap = [""] if below and _is_apart(part, spec) else []
            lines = _inserted(half, replace(spec, lines=(*spec.lines, *gap, *below)), lines)
    return lines


def _is_apart(part: Part, spec: FieldSpec) -> bool:
    """Whether its author leaves a blank line around a field."""
    line = next((found.label.span.line + 1 for found in part.fields if found.spec is spec), part.end)
    return _is_spaced(part) and line < part.end and not body(part.lines[line]).strip()


def _inserted(half: Part, spec: FieldSpec, lines: list[Line]) -> list[Line]:
    span, text = field_insertion(half, spec)
    return [*lines[: span.line], *map(Line, split_lines(text)), *lines[span.line :]]


def _depending(part: Part, spec: FieldSpec, before: str) -> tuple[str, ...]:
    """The field that says what a half depends on, labelled as its author does."""
    own = next((found.label for found in part.fields if found.spec is spec), None)
    if own and own.marked and own.value:
        return (body(part.lines[own.span.line])[: own.value_column] + before,)
    return (f"{spec.lines[0].partition(':')[0]}: {before}",)


def _part(part: Part, lines: list[Line]) -> Part:
    """A half as a part of the same contract."""
    return replace(part, sections=Document.parse([line.text for line in lines]).sections)
