"""INT002 unknown-kind: the front matter names a kind of document that does not exist."""

from collections.abc import Iterator

from planls.document.words import distance
from planls.rule import Edit, Finding, Fix, Reads, UnknownKind, rule

_NEAR = 2
"""Letters that a misspelled kind may be off, though not more than half of the word."""


@rule("INT002", reads=Reads.KIND)
def check(said: UnknownKind) -> Iterator[Finding]:
    """The word itself; the one kind that is a few letters off is the fix."""
    near = _nearest(said)
    fix = Fix(f"Replace by {near}", (Edit(said.span, near),)) if near else None
    way = f"did you mean `{near}`?" if near else f"write one of {', '.join(said.known)}"
    yield Finding(said.span, f"There is no kind `{said.word}`, so nothing is checked; {way}", fix)


def _nearest(said: UnknownKind) -> str:
    """The kind that is closest to the word; empty if none is close, or several are."""
    away = {kind: distance(said.word, kind, _NEAR) for kind in said.known}
    least = min(away.values())
    nearest = [kind for kind in away if away[kind] == least <= min(_NEAR, len(kind) // 2)]
    return nearest[0] if len(nearest) == 1 else ""
