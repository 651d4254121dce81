"""SCP001 out-of-scope-technology: the document uses a technology that its notes do not name."""

from collections.abc import Iterator

from planls.rule import Finding, Reads, rule
from planls.scope.scoped import Scoped
from planls.scope.usage import Used
from planls_rules.scope.ways_out import found, further, said


@rule("SCP001", reads=Reads.SCOPE)
def check(scoped: Scoped) -> Iterator[Finding]:
    """Every technology outside the scope where it stands first; optional extras have a rule of their own."""
    for used in scoped.outside:
        if used.is_core and not used.is_extra and used.name not in scoped.promised:
            yield found(scoped, used, _message(scoped, used), further(used, "Named again here"))


def _message(scoped: Scoped, used: Used) -> str:
    """What is wrong and the way out."""
    notes = scoped.source_name
    fact = f"{said(used)} is not in the {notes}"
    if used.verdict.hint and used.verdict.mention:
        return f"{fact}, though it is {used.verdict.because}, which is; check that it is needed"
    other = scoped.licences.alternative(used.name)
    ways = [f"use {other}, which they have for that"] if other else []
    ways.append("leave it out")
    extras = (spec.name for spec in scoped.reading.contract.sections if spec.extras)
    ways += [f"list it under “{name}”" for name in extras]
    return f"{fact}; {_either(ways)}"


def _either(ways: list[str]) -> str:
    """The ways as a list: "a", "a or b", "a, b, or c"."""
    *first, last = ways
    return f"{', '.join(first)}{',' if first[1:] else ''} or {last}" if first else last
