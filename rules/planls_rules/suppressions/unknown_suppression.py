"""SUP001 unknown-suppression: a suppression comment names a rule or a verb that does not exist."""

from collections.abc import Iterator, Sequence

from planls.rule import Edit, Finding, Fix, Reads, Suppression, rule


@rule("SUP001", reads=Reads.DIRECTIVES)
def check(suppressions: Sequence[Suppression]) -> Iterator[Finding]:
    """Each unknown word, with the nearest known one."""
    for said in suppressions:
        if said.unknown == "rule":
            near = f"did you mean `{said.near}`?" if said.near else "begin a reason with ` -- `"
            fix = Fix(f"Replace by {said.near}", (Edit(said.span, said.near),)) if said.near else None
            yield Finding(said.span, f"There is no rule `{said.word}`; {near}", fix)
        elif said.unknown:
            near = f"did you mean `planls-{said.near}`?" if said.near else "use `planls-disable-next-line`"
            yield Finding(said.span, f"`planls{_joint(said.word)}` means nothing; {near}")


def _joint(verb: str) -> str:
    """The verb with what stands between it and the name of planls."""
    return f"-{verb}" if verb[:1].isalpha() else verb
