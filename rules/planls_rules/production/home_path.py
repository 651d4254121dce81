"""PRD006 home-path: a path leads into somebody's home folder."""

from collections.abc import Iterator

from planls.contract.reading import Reading
from planls.rule import Edit, Finding, Fix, Reads, Related, Severity, rule


@rule("PRD006", Severity.INFORMATION, reads=Reads.DOCUMENT)
def check(reading: Reading) -> Iterator[Finding]:
    """Each home once, while no ticked item denies that there is one; mended in all places at once."""
    from planls.contract.evidence.against import MOST, loose, speaking

    for first, *others in loose(reading, "home-path"):
        from planls.contract.evidence.homes import relative

        way = "write it relative to the repository's root, or take it from the environment"
        message = f"{speaking(reading, first)}; {way}"
        edits = relative(reading.document.lines, (one.span for one in (first, *others)))
        way = "Write the paths from the repository's root, where commands are then run"
        fix = Fix(way, tuple(Edit(*edit) for edit in edits), safe=False) if edits else None
        related = tuple(Related(one.span, one.said) for one in others[:MOST])
        yield Finding(first.span, message, fix, related=related)
