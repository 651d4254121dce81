"""PRD005 hardcoded-secret: a password, key or token is written down in the document."""

from collections.abc import Iterator

from planls.contract.reading import Reading
from planls.rule import Finding, Reads, Related, rule


@rule("PRD005", reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """Each secret once, never shown in full, while no ticked item denies that there is one."""
    from planls.contract.evidence.against import MOST, loose, speaking

    for found in loose(reading, "secret"):
        places = tuple(one.span for one in found)
        way = "read it from the environment, and replace it if it is in use"
        message = f"{speaking(reading, found[0])}; {way}"
        related = tuple(Related(one.span, one.said) for one in found[1:MOST])
        yield Finding(places[0], message, related=related, hidden=places)
