"""PRD004 swallowed-error: code catches an error and says nothing of it."""

from collections.abc import Iterator

from planls.contract.reading import Reading
from planls.rule import Finding, Reads, Related, Severity, rule


@rule("PRD004", Severity.INFORMATION, reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """Each place, the same line once, while no ticked item denies that there is one."""
    from planls.contract.evidence.against import MOST, loose, speaking

    for first, *others in loose(reading, "swallowed"):
        message = f"{speaking(reading, first)}; handle or log it, or say in a comment why it does no harm"
        yield Finding(
            first.span, message, related=tuple(Related(one.span, one.said) for one in others[:MOST])
        )
