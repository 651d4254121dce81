"""PRD002 contradicted-item: an item of a checklist is ticked, and the document shows that it is not true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from planls.contract.reading import Reading
from planls.rule import Edit, Finding, Fix, Reads, Related, Severity, rule

if TYPE_CHECKING:
    from planls.contract.evidence.against import Promise


@rule("PRD002", reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """Ticked items which evidence refutes: the worst of it in the message, every place beside it."""
    from planls.contract.evidence.against import MOST, contradicted, refuted_by

    for promise, against in contradicted(reading):
        worst = next((one for one in against if one.kind == "secret"), against[0])
        placed = worst.kind != "untested"
        place = f" (line {worst.span.line + 1})" if placed else ""
        yield Finding(
            promise.span,
            f"“{promise.name}” is ticked, but {worst.said}{place}; untick it, or make it true",
            _untick(refuted_by(reading, promise, against)),
            related=tuple(Related(one.span, one.said) for one in against[:MOST] if placed),
            severity=Severity.ERROR if worst.kind == "secret" else None,
            hidden=tuple(one.span for one in against if one.kind == "secret"),
        )


def _untick(refuted: Sequence[Promise]) -> Fix:
    names = " and ".join(f"“{promise.name}”" for promise in refuted)
    return Fix(f"Untick {names}", tuple(Edit(promise.box, " ") for promise in refuted), safe=False)
