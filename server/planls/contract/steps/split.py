"""An item split at a task into two: those that follow, and what refers to them, move on by one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise, zip_longest

from planls.contract.durations import minutes
from planls.contract.estimates import estimates
from planls.contract.model import ItemSpec
from planls.contract.reading import Reading
from planls.contract.steps.halves import Halves, Line, halves
from planls.contract.steps.linked import own_links
from planls.contract.steps.numbered import Step, numbered
from planls.contract.steps.portions import divided, row_changes, second_name
from planls.contract.steps.references import references
from planls.contract.steps.renumber import Change, renumbered
from planls.contract.steps.timeline import Row, timeline
from planls.document import Document
from planls.document.anchors import heading_of, slug
from planls.document.lines import Span, body, ending


@dataclass(frozen=True)
class _Split:
    """What is to be split: the item, the number of its second half, new ones for those behind, the halves.

    ``stated`` is where its author's estimate stands in the document, ``portions`` what becomes of it, ``row``
    the line of a timeline that has it instead.
    """

    reading: Reading
    spec: ItemSpec
    step: Step
    number: str
    numbers: Mapping[str, str]
    halves: Halves
    stated: Span | None
    portions: tuple[str, str]
    row: Row | None


def split(reading: Reading, step: Step) -> tuple[Change, ...]:
    """The changes that split an item in two; none where that cannot be done.

    The numbers of the items must rise, else nobody could tell who follows and who is meant.
    """
    spec, steps = next((spec, steps) for spec, steps in numbered(reading) if step in steps)
    numbers = _numbers(steps, step)
    if not numbers or reading.fences:
        return ()
    row = timeline(reading, spec).get(step.number)
    stated, text = next(estimates(step.part, spec), (None, row.text if row else ""))
    label = stated.line if stated and stated.line >= step.part.first_body_line else -1
    found = halves(step.part, spec, minutes(text) or 0, label, f"{spec.pattern.word} {step.number}".strip())
    if found is None:
        return ()
    place = stated and stated.down(step.line)
    portions = divided(text, found.share, spec.minutes)
    row = None if stated else row
    return tuple(sorted(_changes(_Split(reading, spec, step, *numbers, found, place, portions, row))))


def _numbers(steps: tuple[Step, ...], step: Step) -> tuple[str, Mapping[str, str]] | None:
    """The second half's number, and new ones for the items behind; None where there are none to be had."""
    number, letter = step.order
    if any(one.order >= other.order for one, other in pairwise(steps)):
        return None
    behind = [other for other in steps if other.order > step.order]
    if not letter:
        return f"{number + 1}", {o.number: f"{o.order[0] + 1}{o.order[1]}" for o in behind}
    behind = [other for other in behind if other.order[0] == number]
    if "z" in (letter, *(other.order[1] for other in behind)):
        return None
    return f"{number}{_next(letter)}", {o.number: f"{number}{_next(o.order[1])}" for o in behind}


def _next(letter: str) -> str:
    return chr(ord(letter) + 1)


def _changes(it: _Split) -> Iterator[Change]:
    """The item becomes its halves; elsewhere numbers, anchors and a timeline follow."""
    first, end = it.step.line, it.step.line + it.step.part.end
    changes = _by_line([*renumbered(it.reading, it.spec, it.numbers), *_depending(it)])
    one = [(it.stated, it.portions[0])] if it.stated else []
    two = [(it.stated, it.portions[1])] if it.stated else []
    two += [(it.step.span, it.number), *second_name(it.reading, it.spec, it.step, it.stated)]
    for span, anchor in _linked(it, _heading(it, changes, one), _heading(it, changes, two)):
        kept = [c for c in changes.get(span.line, ()) if not span.column <= c[0].column < span.end_column]
        changes[span.line] = [*kept, (span, anchor)]
    yield from (change for line, found in changes.items() if not first <= line < end for change in found)
    yield from row_changes(it.reading, it.row, it.number, it.portions) if it.row else ()
    yield _body(it, changes, _by_line(one), _by_line(two))


def _by_line(changes: Iterable[Change]) -> dict[int, list[Change]]:
    found: dict[int, list[Change]] = {}
    for change in changes:
        found.setdefault(change[0].line, []).append(change)
    return found


def _depending(it: _Split) -> Iterator[Change]:
    """What depended on the item depends on its second half; a range that ends in it ends there."""
    found = references(it.reading)
    for reference, after in zip_longest(found, found[1:]):
        if reference.spec is it.spec and reference.number == it.step.number and not reference.anchor:
            opens = after and after.closes and after.span.line == reference.span.line
            if reference.closes or (reference.depends and not opens):
                yield reference.span, it.number


def _heading(it: _Split, changes: Mapping[int, list[Change]], own: Iterable[Change]) -> str:
    """What a half's heading says."""
    grouped = _by_line(own)
    span = range(it.step.line, it.step.line + it.step.part.first_body_line)
    lines = [_changed(it, n, [*changes.get(n, ()), *grouped.get(n, ())]) for n in span]
    heading = Document.parse(lines).headings
    return heading[0].text if heading else ""


def _linked(it: _Split, one: str, two: str) -> Iterator[Change]:
    """The targets of links to the item: its second half where it is depended on, else its heading anew."""
    depends = {r.span.line for r in references(it.reading) if r.depends and r.number == it.step.number}
    for line, part in it.reading.parts:
        for anchor, place in own_links(part):
            if heading_of(it.reading.document, anchor) == it.step.line:
                span = place.down(line)
                if (new := slug(two if span.line in depends else one)) != anchor:
                    yield span, new


def _body(it: _Split, changes: Mapping[int, list[Change]], *own: Mapping[int, list[Change]]) -> Change:
    """The item's lines as those of its halves."""
    start, part = it.step.line, it.step.part
    texts = [
        [_written(it, line, changes, alone) for line in half]
        for half, alone in zip((it.halves.first, it.halves.second), own, strict=True)
    ]
    text = "".join([*texts[0], *_gap(it), *texts[1]])
    last = part.lines[part.end - 1]
    if ending(last):
        return Span(start, 0, start + part.end, 0), text
    return Span(start, 0, start + part.end - 1, len(last)), text.removesuffix(part.style.ending)


def _written(
    it: _Split, line: Line, changes: Mapping[int, list[Change]], own: Mapping[int, list[Change]]
) -> str:
    if line.origin < 0:
        return line.text
    at = it.step.line + line.origin
    text = _changed(it, at, [*changes.get(at, ()), *own.get(at, ())])
    return text if ending(text) else text + it.reading.style.ending


def _changed(it: _Split, at: int, changes: Iterable[Change]) -> str:
    """A line of the document after changes in it."""
    text = it.reading.document.line(at)
    for span, new in sorted(changes, reverse=True):
        text = f"{text[: span.column]}{new}{text[span.end_column :]}"
    return text


def _gap(it: _Split) -> list[str]:
    """What stands between two items: as behind this one, or as behind the one before the last."""
    steps = next(steps for spec, steps in numbered(it.reading) if spec is it.spec)
    if len(steps) == 1:
        return [it.reading.style.ending]
    beside = steps[min(steps.index(it.step), len(steps) - 2)].part
    gap = list(beside.lines[beside.end :])
    return gap if any(not body(line).strip() for line in gap) else [*gap, it.reading.style.ending]
