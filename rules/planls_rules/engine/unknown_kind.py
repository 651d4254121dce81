"""INT002 unknown-kind: the front matter names a kind of document that does not exist."""

from collections.abc import Iterator

from planls.document.words import distance
from planls.rule import Edit, Finding, Fix, Reads, UnknownKind, rule

_NEAR = 2
"""Letters that a misspelled kind may be off."""


@rule("INT002", reads=Reads.KIND)
def check(said: UnknownKind) -> Iterator[Finding]:
    """The word itself; a kind that is a few letters off is the fix."""
    near = next((kind for kind in said.known if distance(said.word, kind, _NEAR) <= _NEAR), "")
    fix = Fix(f"Replace by {near}", (Edit(said.span, near),)) if near else None
    way = f"did you mean `{near}`?" if near else f"write one of {', '.join(said.known)}"
    yield Finding(said.span, f"There is no kind `{said.word}`, so nothing is checked; {way}", fix)
