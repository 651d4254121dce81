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
    """The findings whose fixes can be applied together: none touches what an earlier one's touches.

    Insertions at one place agree, in the given order, but for those of fixes with several edits: where
    a moved section belongs is not clear while another is on its way to the same place.
    """
    chosen: list[Finding] = []
    taken: list[tuple[Span, bool]] = []
    for finding in findings:
        edits = finding.fix.edits if finding.fix else ()
        spans = [(edit.span, len(edits) == 1) for edit in edits]
        if spans and not any(_clash(one, other) for one in spans for other in taken):
            chosen.append(finding)
            taken.extend(spans)
    return chosen


def _clash(one: tuple[Span, bool], other: tuple[Span, bool]) -> bool:
    """Whether two edits share a place, but for two insertions that stand alone."""
    (first, alone), (second, alone_too) = one, other
    if first.start == first.end and second.start == second.end and alone and alone_too:
        return False
    return first.start <= second.end and second.start <= first.end
