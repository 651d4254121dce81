"""SCP002 optional-extra-in-core: a technology that is listed as an optional extra is used in the core."""

from collections.abc import Iterator

from planls.rule import Finding, Reads, Related, rule
from planls.scope.scoped import Scoped, Used
from planls_rules.scope.ways_out import fixes, moved, said, severity, span


@rule("SCP002", reads=Reads.SCOPE)
def check(scoped: Scoped) -> Iterator[Finding]:
    """Every optional extra where the core uses it first."""
    for used in scoped.outside:
        if used.core and (used.extras or used.name in scoped.promised):
            first, *more = used.core
            again = tuple(Related(span(mention), "Used again here") for mention in more)
            yield Finding(
                span(first),
                f"{said(used)} is an optional extra, but the core uses it; keep the core independent of it",
                related=(*_listed(scoped, used), *again),
                severity=severity(scoped, used),
                fix=moved(scoped, used),
                others=fixes(scoped, used),
                subject=used.name,
            )


def _listed(scoped: Scoped, used: Used) -> Iterator[Related]:
    """Where it is listed as an extra."""
    if used.extras:
        yield Related(span(used.extras[0]), "Listed as an optional extra here")
    elif found := scoped.promised.get(used.name):
        yield Related(span(found[1]), "Listed as an optional extra here", found[0].path)
