"""Edits applied to lines."""

from collections.abc import Iterable, Sequence

from planls.document.lines import LineStore, Span
from planls.rule import Edit, Finding


def apply_edits(lines: Sequence[str], edits: Iterable[Edit]) -> list[str]:
    """The lines after all edits, which must not overlap; those at one place apply in the given order."""
    store = LineStore("")
    store.lines = list(lines)
    placed = sorted(enumerate(edits), key=lambda pair: (pair[1].span, pair[0]), reverse=True)
    for _, edit in placed:
        store.replace(edit.span, edit.text)
    return store.lines


def compatible(findings: Iterable[Finding]) -> list[Finding]:
    """The findings whose fixes touch nothing that an earlier one's touches; insertions at one place agree."""
    chosen: list[Finding] = []
    taken: list[Span] = []
    for finding in findings:
        spans = [edit.span for edit in finding.fix.edits] if finding.fix else []
        if spans and not any(_clash(one, other) for one in spans for other in taken):
            chosen.append(finding)
            taken.extend(spans)
    return chosen


def _clash(one: Span, other: Span) -> bool:
    """Whether two edits share a place, but for two insertions."""
    if one.start == one.end and other.start == other.end:
        return False
    return one.start <= other.end and other.start <= one.end
