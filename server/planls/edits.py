"""Edits applied to lines."""

from collections.abc import Iterable, Sequence

from planls.document.lines import LineStore, Span
from planls.rule import Edit, Fix


def apply_edits(lines: Sequence[str], edits: Iterable[Edit]) -> list[str]:
    """The lines after all edits, which must not overlap; those at one place apply in the given order."""
    store = LineStore("")
    store.lines = list(lines)
    placed = sorted(enumerate(edits), key=lambda pair: (pair[1].span, pair[0]), reverse=True)
    for _, edit in placed:
        store.replace(edit.span, edit.text)
    return store.lines


def compatible(fixes: Iterable[Fix]) -> list[Fix]:
    """The fixes, without those that touch what an earlier one touches; insertions at one place agree."""
    chosen: list[Fix] = []
    taken: list[Span] = []
    for fix in fixes:
        spans = [edit.span for edit in fix.edits]
        if spans and not any(_overlap(one, other) for one in spans for other in taken):
            chosen.append(fix)
            taken.extend(spans)
    return chosen


def _overlap(one: Span, other: Span) -> bool:
    """Whether two spans share text, or one is an insertion inside or at the edge of the other's text."""
    if one.start == one.end and other.start == other.end:
        return False
    return one.start <= other.end and other.start <= one.end
