"""Edits applied to lines."""

from collections.abc import Iterable, Sequence

from planls.document.lines import LineStore, Span
from planls.rule import Edit, Finding, Rule


def apply_edits(lines: Sequence[str], edits: Iterable[Edit]) -> list[str]:
    """The lines after all edits, which must not overlap; those at one place apply in the given order."""
    store = LineStore("")
    store.lines = list(lines)
    placed = sorted(enumerate(edits), key=lambda pair: (pair[1].span, pair[0]), reverse=True)
    for _, edit in placed:
        store.replace(edit.span, edit.text)
    return store.lines


def compatible(findings: Iterable[Finding]) -> list[Finding]:
    """The findings whose fixes can be applied together: none touches what an earlier one's touches.

    Insertions at one place agree where one rule makes them, in its order; another rule's must wait.
    """
    chosen: list[Finding] = []
    taken: list[tuple[Span, Rule | None]] = []
    for finding in findings:
        spans = [(edit.span, finding.rule) for edit in finding.fix.edits] if finding.fix else []
        if spans and not any(_clash(*one, *other) for one in spans for other in taken):
            chosen.append(finding)
            taken.extend(spans)
    return chosen


def _clash(one: Span, rule: Rule | None, other: Span, its: Rule | None) -> bool:
    """Whether two edits share a place, but for insertions of one rule."""
    if one.start == one.end and other.start == other.end and rule is its:
        return False
    return one.start <= other.end and other.start <= one.end
