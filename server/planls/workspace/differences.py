"""What changed between two versions of a text that nobody said it of."""

from collections.abc import Sequence

from planls.document.lines import Change


def between(old: Sequence[str], new: Sequence[str]) -> Change:
    """The change that makes the new lines of the old ones: all but those that both begin and end with."""
    first = _shared(old, new)
    last = _shared(old[first:][::-1], new[first:][::-1])
    return Change(first, len(old) - last - first, len(new) - last - first)


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
