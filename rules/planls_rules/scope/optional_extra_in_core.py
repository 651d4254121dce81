"""SCP002 optional-extra-in-core: a technology that is listed as an optional extra is used in the core."""

from collections.abc import Iterator

from planls.rule import Finding, Reads, Related, rule
from planls.scope.scoped import Scoped
from planls.scope.usage import Used
from planls_rules.scope.ways_out import found, further, said, span


@rule("SCP002", reads=Reads.SCOPE)
def check(scoped: Scoped) -> Iterator[Finding]:
    """Every optional extra where the core uses it first."""
    for used in scoped.outside:
        if used.is_core and (used.is_extra or used.name in scoped.promised):
            message = (
                f"{said(used)} is an optional extra, but the core uses it; keep the core independent of it"
            )
            related = (*_listed(scoped, used), *further(used, "Used again here"))
            yield found(scoped, used, message, related)


def _listed(scoped: Scoped, used: Used) -> Iterator[Related]:
    """Where it is listed as an extra."""
    if used.extras:
        yield Related(span(used.extras[0]), "Listed as an optional extra here")
    elif promised := scoped.promised.get(used.name):
        companion, mention = promised
        yield Related(span(mention), "Listed as an optional extra here", companion.path)
