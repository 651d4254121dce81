"""Which number depends on which. It knows no lines of the document, so that most edits leave it as it is."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from planls.contract.steps.depends.cycles import knots, way
from planls.contract.steps.depends.dependencies import Dependency
from planls.contract.steps.numbered import LAST, Key, key_of

Node = tuple[Key | None, bool, tuple[Dependency, ...]]
"""An item: its number, whether it is a tombstone, what it says that it depends on."""


@dataclass(frozen=True, eq=False)
class Edge:
    """An item, by its place among all, says that it depends on others.

    They are those of `Web.order` from ``first`` up to ``end`` (exclusive): none, where the number is nobody's
    or several items have it.
    """

    item: int
    said: Dependency
    first: int
    end: int


class Web:
    """What items in a document's order depend on."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        """Find out what each number means."""
        self.nodes = nodes
        counts = Counter(number for number, struck, _ in nodes if number and not struck)
        alone = ((number, at) for at, (number, struck, _) in enumerate(nodes) if number and not struck)
        known = sorted(one for one in alone if counts[one[0]] == 1)
        self._keys = [number for number, _ in known]
        self._majors = {number[0] for number, _, _ in nodes if number}
        self.order = [at for _, at in known]
        """The items that alone have their number and are no tombstones, by number."""
        self._at = {at: place for place, at in enumerate(self.order)}
        self.edges = tuple(self._edges())
        """In the document's order; what an item says twice is there once."""

    @cached_property
    def cycles(self) -> tuple[tuple[Edge, ...], ...]:
        """For each knot of items that depend on one another a cycle; it begins with an edge to a later one.

        In a knot of several cycles, it is the shortest by way of the first such edge.
        """
        return tuple(self._cycle(group) for group in self._knots)

    @cached_property
    def later(self) -> tuple[Edge, ...]:
        """The edges to items that come later by number and in the document, and that are part of no cycle."""
        return tuple(edge for edge in self.edges if self._is_later(edge) and not self.is_knotted(edge))

    @cached_property
    def earlier(self) -> tuple[Edge, ...]:
        """The edges that lead to items, of which none is part of a cycle or leads to a later one."""
        later = set(self.later)
        led = (edge for edge in self.edges if edge.first < edge.end and edge not in later)
        return tuple(edge for edge in led if not self.is_knotted(edge))

    @cached_property
    def doubtful(self) -> tuple[tuple[Edge, Dependency], ...]:
        """What edges name that is no number of a single item; of a range both ends."""
        single = set(self._keys)
        return tuple(
            (edge, said)
            for edge in self.edges
            if edge.said.last or edge.first >= edge.end
            for said in (edge.said, edge.said.last)
            if said and key_of(said.number) not in single
        )

    @cached_property
    def live(self) -> dict[Key, int]:
        """The items that are no tombstones, by number; of those with one number the last."""
        return {number: at for at, (number, struck, _) in enumerate(self.nodes) if number and not struck}

    @cached_property
    def struck(self) -> dict[Key, int]:
        """The tombstones, by number, and by the number before the letter or the dots."""
        return with_bases({n: at for at, (n, struck, _) in enumerate(self.nodes) if n and struck})

    @cached_property
    def numbers(self) -> frozenset[Key]:
        """The numbers of live items, and those without their letters or dots."""
        return frozenset(with_bases(self.live))

    def is_knotted(self, edge: Edge) -> bool:
        """Whether an edge is part of some cycle."""
        group = self._knot_of.get(self._at.get(edge.item, -1), [])
        return bisect_left(group, edge.first) < bisect_left(group, edge.end)

    def _edges(self) -> Iterator[Edge]:
        for at, (number, _, dependencies) in enumerate(self.nodes):
            seen = set()
            for said in dependencies:
                what = (said.number, said.last.number if said.last else "")
                if what not in seen:
                    seen.add(what)
                    yield Edge(at, said, *self._meant(number, said))

    def _meant(self, own: Key | None, said: Dependency) -> tuple[int, int]:
        """The stretch of numbers that is meant; a range that ends nowhere, or 4 as 4b has it, mean none."""
        first, last = key_of(said.number), key_of(said.last.number) if said.last else None
        if first is None or (last and not {first[0], last[0]} <= self._majors):
            return 0, 0
        around = own and not last and first[1:] == ("", ()) and own[0] == first[0]
        return (0, 0) if around and own != first else stretch(self._keys, first, last)

    def _is_later(self, edge: Edge) -> bool:
        there = edge.first < edge.end and self._at.get(edge.item, len(self.order)) < edge.end - 1
        return there and self.order[edge.end - 1] > edge.item

    def _is_forward(self, edge: Edge) -> bool:
        """Whether an edge leads to the item itself or to a later number; each cycle has such an edge."""
        return edge.first < edge.end > self._at.get(edge.item, len(self.order))

    @cached_property
    def _knots(self) -> list[list[int]]:
        return knots(self._depends) if any(map(self._is_forward, self.edges)) else []

    @cached_property
    def _knot_of(self) -> dict[int, list[int]]:
        return {at: group for group in self._knots for at in group}

    @cached_property
    def _edges_of(self) -> list[list[Edge]]:
        found: list[list[Edge]] = [[] for _ in self.order]
        for edge in self.edges:
            if edge.first < edge.end and edge.item in self._at:
                found[self._at[edge.item]].append(edge)
        return found

    @cached_property
    def _depends(self) -> list[list[tuple[int, int]]]:
        return [[(edge.first, edge.end) for edge in edges] for edges in self._edges_of]

    def _cycle(self, group: list[int]) -> tuple[Edge, ...]:
        ahead = ((edge, to) for at in group for edge in self._edges_of[at] for to in _ahead(group, at, edge))
        closing, first = min(ahead, key=lambda found: (found[0].item, found[0].said.span))
        start = self._at[closing.item]
        turns = way(self._depends, group, start, first)
        return tuple(map(self._edge, turns, [*turns[1:], start]))

    def _edge(self, start: int, to: int) -> Edge:
        """The first edge that leads from one item to another."""
        return next(edge for edge in self._edges_of[start] if edge.first <= to < edge.end)


def with_bases(items: dict[Key, int]) -> dict[Key, int]:
    """The items, and by the number before the letter or the dots the first of those that have it."""
    return {(number[0], "", ()): at for number, at in reversed(items.items())} | items


def stretch(keys: list[Key], first: Key, last: Key | None = None) -> tuple[int, int]:
    """Where among sorted keys those stand that a number or range means; without a 4, it means 4a and 4b."""
    if last is None:
        at = bisect_left(keys, first)
        if at < len(keys) and keys[at] == first:
            return at, at + 1
        return (at, _behind(keys, first)) if first[1:] == ("", ()) else (at, at)
    low, high = min(first, last), max(first, last)
    return bisect_left(keys, low), _behind(keys, high)


def _behind(keys: list[Key], last: Key) -> int:
    """Where the keys end that belong to one; a letter is for itself."""
    return bisect_right(keys, last if last[1] or last[2] else (last[0], LAST, ()))


def _ahead(group: list[int], at: int, edge: Edge) -> Iterator[int]:
    """The first of a group, itself or a later one, that an edge of one leads to."""
    place = bisect_left(group, max(edge.first, at))
    yield from (to for to in group[place : place + 1] if to < edge.end)
