"""SCP002 optional-extra-in-core: a technology that is listed as an optional extra is used in the core."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from planls.rule import Finding, Reads, Related, rule
from planls.scope.scoped import Scoped

if TYPE_CHECKING:
    from planls.scope.usage import Used


@rule("SCP002", reads=Reads.SCOPE)
def check(scoped: Scoped) -> Iterator[Finding]:
    """Every optional extra where the core uses it first."""
    if not scoped.companions.sources:
        return
    from planls_rules.scope.ways_out import found, further, said

    for used in scoped.technologies.outside:
        if used.is_core and (listed := _listed(scoped, used)):
            fact = f"{said(used)} is an optional extra, but the core uses it"
            related = (listed, *further(used, "Used again here"))
            yield found(scoped, used, f"{fact}; keep the core independent of it", related)


def _listed(scoped: Scoped, used: Used) -> Related | None:
    """Where it is listed as an extra: here, or in a document that this one belongs to."""
    if used.is_extra:
        return Related(used.extras[0].span, "Listed as an optional extra here")
    if found := scoped.technologies.promised.get(used.name):
        companion, mention = found
        return Related(mention.span, "Listed as an optional extra here", companion.path)
    return None
