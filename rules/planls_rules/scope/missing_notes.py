"""SCP005 missing-notes: nothing tells which notes a document was made from."""

from collections.abc import Iterator

from planls.contract.reading import Reading
from planls.document.frontedit import said_in_front_matter
from planls.document.lines import Span
from planls.rule import Edit, Finding, Fix, Reads, Severity, rule
from planls.scope.companions import NOTES, Companions
from planls.scope.scoped import Scoped


@rule("SCP005", Severity.INFORMATION, Reads.SCOPE)
def check(scoped: Scoped) -> Iterator[Finding]:
    """A document that belongs to others by its kind, and to none that can be found; on its title."""
    around, reading = scoped.companions, scoped.reading
    if around.roles and not (around.found or around.broken or around.declined):
        fixes = [fix for name in around.near if (fix := _fix(reading, name))]
        fix = fixes[0] if len(fixes) == 1 else None
        yield Finding(_title(reading), _message(reading, around), fix, others=() if fix else tuple(fixes))


def _message(reading: Reading, around: Companions) -> str:
    """What is missing, why that matters and how to say it."""
    missing = " and no ".join(around.roles)
    name = around.near[0] if len(around.near) == 1 else "FILE.md"
    says = f"`{NOTES}: {name}`" if NOTES in around.roles else f"`{around.roles[0]}: {name}`"
    return (
        f"This {reading.kind.name} has no {missing}, so nothing tells what it may use; name them in its "
        f"front matter: {says}, or `{around.roles[-1]}: none` if there are none"
    )


def _fix(reading: Reading, name: str) -> Fix | None:
    """Front matter that names the notes; unsafe, for it decides what may be used."""
    edit = said_in_front_matter(reading.document, NOTES, name)
    return Fix(f"Take `{name}` as its notes", (Edit(*edit),), safe=False) if edit else None


def _title(reading: Reading) -> Span:
    """The title; without one the document's first place."""
    heading = None if reading.title is None else reading.document.sections[reading.title].heading
    if heading is None or reading.title is None:
        return Span(0, 0, 0, 0)
    return heading.span.down(reading.line(reading.title))
