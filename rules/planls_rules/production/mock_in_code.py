"""PRD003 mock-in-code: a mock, a fake or made-up data stands in code that is no test."""

from collections.abc import Iterator

from planls.contract.reading import Reading
from planls.rule import Finding, Reads, Related, Severity, rule


@rule("PRD003", Severity.INFORMATION, reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """Each mock once, by its name, while no ticked item denies that there is one."""
    from planls.contract.evidence.against import MOST, loose, speaking

    for first, *others in loose(reading, "mock"):
        message = f"{speaking(reading, first)}; let the real thing take its place"
        yield Finding(
            first.span, message, related=tuple(Related(one.span, one.said) for one in others[:MOST])
        )
