"""SCP001 out-of-scope-technology: the document uses a technology that its notes do not name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from planls.rule import Finding, Reads, rule
from planls.scope.scoped import Scoped

if TYPE_CHECKING:
    from planls.scope.usage import Used


@rule("SCP001", reads=Reads.SCOPE)
def check(scoped: Scoped) -> Iterator[Finding]:
    """Every technology outside the scope where it stands first; optional extras have a rule of their own."""
    if not scoped.companions.sources:
        return
    from planls_rules.scope.ways_out import found, further, said

    promised = scoped.technologies.promised
    for used in scoped.technologies.outside:
        if used.is_core and not used.is_extra and used.name not in promised:
            fact = f"{said(used)} is not in the {scoped.source_name}"
            yield found(scoped, used, f"{fact}{_way(scoped, used)}", further(used, "Named again here"))


def _way(scoped: Scoped, used: Used) -> str:
    """What to do about it, or why it may be right."""
    if used.verdict.hint and used.verdict.mention:
        return f", but it is {used.verdict.because}, which is named there; check that it is needed"
    other = scoped.technologies.licences.alternative(used.name)
    ways = [f"use {other}, which is named there for that"] if other else []
    extras = (spec.name for spec in scoped.reading.contract.sections if spec.extras)
    return f"; {_either([*ways, 'leave it out', *(f'list it under “{name}”' for name in extras)])}"


def _either(ways: list[str]) -> str:
    """The ways as a list: "a", "a or b", "a, b, or c"."""
    *first, last = ways
    return f"{', '.join(first)}{',' if first[1:] or ',' in ways[0] else ''} or {last}" if first else last
