"""Cycles against a naive search."""

from collections.abc import Iterable, Sequence

from hypothesis import given
from hypothesis import strategies as st

from planls.contract.steps.depends.cycles import knots, way


@given(
    st.integers(1, 9).flatmap(
        lambda count: st.lists(
            st.lists(
                st.tuples(st.integers(0, count), st.integers(0, count)).map(
                    lambda ends: (min(ends), max(ends))
                ),
                max_size=3,
            ),
            min_size=count,
            max_size=count,
        )
    )
)
def test_knots_are_those_that_a_naive_search_finds(depends: list[list[tuple[int, int]]]) -> None:
    reached = _closure(depends)
    things = range(len(depends))
    naive = {
        frozenset(b for b in things if b in reached[a] and a in reached[b]) for a in things if a in reached[a]
    }
    found = knots(depends)
    assert {frozenset(group) for group in found} == naive
    for group in found:
        for first in group:
            if any(low <= first < high for low, high in depends[group[0]]):
                turns = way(depends, group, group[0], first)
                assert turns[0] == group[0]
                assert len(set(turns)) == len(turns)
                for one, other in zip(turns, [*turns[1:], turns[0]], strict=True):
                    assert any(low <= other < high for low, high in depends[one])


def _closure(depends: Sequence[Iterable[tuple[int, int]]]) -> list[set[int]]:
    reached = [{n for low, high in ours for n in range(low, high)} for ours in depends]
    for middle in range(len(depends)):
        for ours in reached:
            ours.update(reached[middle] if middle in ours else ())
    return reached
