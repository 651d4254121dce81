"""SCP001 out-of-scope-technology: the document uses a technology that its notes do not name."""

from collections.abc import Iterator

from planls.rule import Finding, Reads, Related, rule
from planls.scope.scoped import Scoped, Used
from planls_rules.scope.ways_out import fixes, said, severity, span


@rule("SCP001", reads=Reads.SCOPE)
def check(scoped: Scoped) -> Iterator[Finding]:
    """Every technology outside the scope where it is named first; what is an optional extra has its own rule."""
    for used in scoped.outside:
        if used.core and not used.extras and used.name not in scoped.promised:
            first, *more = used.core
            again = tuple(Related(span(mention), "Named again here") for mention in more)
            yield Finding(
                span(first),
                _message(scoped, used),
                related=again,
                severity=severity(scoped, used),
                others=fixes(scoped, used),
                subject=used.name,
            )


def _message(scoped: Scoped, used: Used) -> str:
    """What is wrong and the way out."""
    notes = scoped.source_name
    fact = f"{said(used)} is not in the {notes}"
    if used.verdict.hint:
        return f"{fact}, though it is {used.verdict.because}, which is; check that it is needed"
    if other := scoped.licences.alternative(used.name):
        return f"{fact}, which have {other} for that; use that or {_way(scoped)}"
    return f"{fact}; {_way(scoped)}"


def _way(scoped: Scoped) -> str:
    """Where a technology may be named that the notes do not have."""
    extras = (spec.name for spec in scoped.reading.contract.sections if spec.extras)
    name = next(extras, "")
    return f"leave it out or list it under “{name}”" if name else "leave it out"
