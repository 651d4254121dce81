"""Cycles in what depends on what, where much may be said at once: ``Steps 1-99``.

Things are numbers from 0, and each depends on stretches of them: (first, the one behind the last). A stretch
stands for all of its things without being written out, so that time grows with the text and not with the
square of it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

Stretches = Sequence[Sequence[tuple[int, int]]]
"""For each thing, what it depends on."""


def knots(depends: Stretches) -> list[list[int]]:
    """The groups of things that depend on one another, or on themselves; sorted, each by its things."""
    count = len(depends)
    edges = [[2 * node, 2 * node + 1] if node else [] for node in range(count)]
    edges += [[node for stretch in ours for node in _covering(count, *stretch)] for ours in depends]
    groups = (sorted(node - count for node in group if node >= count) for group in _components(edges))
    return sorted(group for group in groups if len(group) > 1 or (group and _on_itself(depends, group[0])))


def way(depends: Stretches, group: Sequence[int], start: int, first: int) -> list[int]:
    """The shortest way within a knot from ``start`` by way of ``first``, on which it depends, back to it.

    Without the start at its end.
    """
    at = {thing: n for n, thing in enumerate(group)}
    if first == start:
        return [start]
    came = {first: start}
    left = _Left(group)
    left.take(at[first])
    queue = [first]
    for thing in queue:
        for other in left.taken(depends[thing]):
            came[other] = thing
            queue.append(other)
        if start in came:
            break
    found = [came[start]]
    while found[-1] != start:
        found.append(came[found[-1]])
    return found[::-1]


class _Left:
    """The things of a knot that have not been reached yet."""

    def __init__(self, group: Sequence[int]) -> None:
        self._group = group
        self._next = list(range(len(group) + 1))

    def take(self, at: int) -> None:
        """Take one out."""
        self._next[at] = at + 1

    def taken(self, stretches: Sequence[tuple[int, int]]) -> Iterator[int]:
        """Take out and yield what lies in some stretches."""
        for first, end in stretches:
            at = self._find(bisect_left(self._group, first))
            while at < len(self._group) and self._group[at] < end:
                self.take(at)
                yield self._group[at]
                at = self._find(at)

    def _find(self, at: int) -> int:
        """The first from there on that is left; shortens the way for the next one who asks."""
        end = at
        while self._next[end] != end:
            end = self._next[end]
        while at != end:
            self._next[at], at = end, self._next[at]
        return end


def _covering(count: int, first: int, end: int) -> Iterator[int]:
    """The few nodes of a tree over all things (leaves from ``count`` on) that a stretch consists of."""
    low, high = first + count, end + count
    while low < high:
        if low % 2:
            yield low
            low += 1
        if high % 2:
            high -= 1
            yield high
        low, high = low // 2, high // 2


def _on_itself(depends: Stretches, thing: int) -> bool:
    return any(first <= thing < end for first, end in depends[thing])


def _components(edges: Sequence[Sequence[int]]) -> Iterator[list[int]]:
    """The strongly connected components, by Tarjan's depth-first walk without recursion.

    ``low`` has the nodes that are still open; a node that is closed belongs to a component.
    """
    order: dict[int, int] = {}
    low: dict[int, int] = {}
    for root in range(len(edges)):
        walk: list[tuple[int, Iterator[int]]] = [] if root in order else [(root, iter(edges[root]))]
        while walk:
            node, ahead = walk[-1]
            if node not in order:
                order[node] = low[node] = len(order)
            if (other := _unseen(node, ahead, order, low)) is not None:
                walk.append((other, iter(edges[other])))
                continue
            walk.pop()
            if walk:
                low[walk[-1][0]] = min(low[walk[-1][0]], low[node])
            if low[node] == order[node]:
                yield list(_closed(node, low))


def _unseen(node: int, ahead: Iterator[int], order: dict[int, int], low: dict[int, int]) -> int | None:
    """The next node ahead that has not been seen; those that have been, and are open, count for the node."""
    for other in ahead:
        if other not in order:
            return other
        if other in low:
            low[node] = min(low[node], order[other])
    return None


def _closed(node: int, low: dict[int, int]) -> Iterator[int]:
    """Close the nodes that were opened since one was, and that one; the latest stands last."""
    other = -1
    while other != node:
        other, _ = low.popitem()
        yield other
