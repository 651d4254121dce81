"""SUP002 unused-suppression: a suppression comment silences nothing."""

from collections.abc import Iterator, Sequence

from planls.rule import Finding, Reads, Suppression, rule


@rule("SUP002", reads=Reads.DIRECTIVES)
def check(suppressions: Sequence[Suppression]) -> Iterator[Finding]:
    """Each rule that a comment names and that finds nothing there."""
    for said in suppressions:
        if not said.used:
            what = f"`{said.word}` finds nothing here" if said.word else "Nothing is found here"
            yield Finding(said.span, f"{what}; remove the suppression")
