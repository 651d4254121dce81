"""PRD007 hardcoded-host: code is tied to a host of one environment."""

from collections.abc import Iterator

from planls.contract.reading import Reading
from planls.rule import Finding, Reads, Related, Severity, rule


@rule("PRD007", Severity.INFORMATION, reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """Each host once, while no ticked item denies that there is one."""
    from planls.contract.evidence.against import MOST, loose, speaking

    for first, *others in loose(reading, "host"):
        message = f"{speaking(reading, first)}; read it from the environment"
        yield Finding(
            first.span, message, related=tuple(Related(one.span, one.said) for one in others[:MOST])
        )
