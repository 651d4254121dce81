"""Edits applied to lines."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, takewhile

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
        if spans and not any(_clash(span, other) for span in spans for other in _around(span[0], taken)):
            chosen.append(finding)
            for span in spans:
                insort(taken, span)
    return chosen


def _around(span: Span, taken: list[tuple[Span, bool]]) -> Iterator[tuple[Span, bool]]:
    """Of the sorted places, which overlap in single points at most, those that a span may touch."""
    at = bisect_left(taken, (span, False))
    behind = takewhile(lambda other: other[0].start <= span.end, islice(taken, at, None))
    before = takewhile(lambda other: other[0].end >= span.start, (taken[n] for n in range(at - 1, -1, -1)))
    yield from chain(before, behind)


def _clash(one: tuple[Span, bool], other: tuple[Span, bool]) -> bool:
    """Whether two edits share a place, but for two insertions that stand alone."""
    (first, alone), (second, alone_too) = one, other
    if first.start == first.end and second.start == second.end and alone and alone_too:
        return False
    return first.start <= second.end and second.start <= first.end
