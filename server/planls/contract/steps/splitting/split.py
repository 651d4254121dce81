"""An item split at a task into two: those that follow, and what refers to them, move on by one."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import zip_longest

from planls.contract.durations import minutes
from planls.contract.estimates import estimate_lines, estimates
from planls.contract.model import ItemSpec
from planls.contract.reading import Reading
from planls.contract.steps.numbered import Step, numbered, steps_of
from planls.contract.steps.references import own_links, references, said
from planls.contract.steps.renumber import Change, in_style, renumbered
from planls.contract.steps.splitting.cheap import second_number
from planls.contract.steps.splitting.counted import counted_anew
from planls.contract.steps.splitting.halves import Halves, Line, halves
from planls.contract.steps.splitting.portions import changed, divided, row_changes, second_name
from planls.contract.steps.timeline import Row, timeline
from planls.document import Document
from planls.document.anchors import heading_of, plain, slug
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
    numbers = second_number(steps, step)
    if not numbers or reading.fences:
        return ()
    row = timeline(reading, spec).get(step.number)
    stated, text = next(estimates(step.part, spec), (None, row.text if row else ""))
    label = stated.line if stated and stated.line in estimate_lines(step.part, spec) else -1
    found = halves(step.part, spec, minutes(text) or 0, label, f"{spec.pattern.word} {step.written}".strip())
    if found is None:
        return ()
    place = stated and stated.down(step.line)
    portions = divided(text, found.share, spec.minutes)
    row = None if stated else row
    return tuple(sorted(_changes(_Split(reading, spec, step, *numbers, found, place, portions, row))))


def _changes(it: _Split) -> Iterator[Change]:
    """The item becomes its halves; elsewhere numbers, anchors and a timeline follow."""
    first, end = it.step.line, it.step.line + it.step.part.end
    changes = _by_line([*renumbered(it.reading, it.spec, it.numbers), *_depending(it)])
    one = [(it.stated, it.portions[0])] if it.stated else []
    two = [(it.stated, it.portions[1])] if it.stated else []
    two += [
        (it.step.span, in_style(it.step.written, it.number)),
        *second_name(it.reading, it.spec, it.step, it.stated),
        *((span.down(first), number) for span, number in counted_anew(it.step.part, it.halves.second)),
    ]
    for span, anchor in _linked(it, _heading(it, changes, one), _heading(it, changes, two)):
        kept = [c for c in changes.get(span.line, ()) if not span.column <= c[0].column < span.end_column]
        changes[span.line] = [*kept, (span, anchor)]
    yield from (change for line, found in changes.items() if not first <= line < end for change in found)
    if it.row:
        others = changes.get(it.row.span.line, ())
        yield from row_changes(it.reading, it.row, it.number, it.portions, others)
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
                yield reference.span, in_style(said(it.reading, reference.span), it.number)


def _heading(it: _Split, changes: Mapping[int, list[Change]], own: Iterable[Change]) -> str:
    """What a half's heading says."""
    grouped = _by_line(own)
    span = range(it.step.line, it.step.line + it.step.part.first_body_line)
    lines = [_changed(it, n, [*changes.get(n, ()), *grouped.get(n, ())]) for n in span]
    heading = Document.parse(lines).headings
    return heading[0].text if heading else ""


def _linked(it: _Split, one: str, two: str) -> Iterator[Change]:
    """The targets of links to the item: its second half where it is depended on, else its heading anew.

    An anchor that its author chose (``{#index}``) stays with the first half.
    """
    depends = {r.span.line for r in references(it.reading) if r.depends and r.number == it.step.number}
    own = plain(slug(it.step.part.title))
    for line, part in it.reading.parts:
        for anchor, place in own_links(part):
            if heading_of(it.reading.document, anchor) == it.step.line:
                span = place.down(line)
                kept = anchor if plain(anchor) != own else slug(one)
                if (new := slug(two) if span.line in depends else kept) != anchor:
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
    return changed(it.reading.document.line(at), changes)


def _gap(it: _Split) -> list[str]:
    """What stands between two items: as behind this one, or as behind the one before the last."""
    steps = steps_of(it.reading, it.spec)
    if len(steps) == 1:
        return [it.reading.style.ending]
    beside = steps[min(steps.index(it.step), len(steps) - 2)].part
    gap = list(beside.lines[beside.end :])
    return gap if any(not body(line).strip() for line in gap) else [*gap, it.reading.style.ending]
