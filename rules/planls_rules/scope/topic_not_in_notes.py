"""SCP003 topic-not-in-notes: a row maps a topic that the notes do not have."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from planls.rule import Edit, Finding, Fix, Reads, Related, rule
from planls.scope.companions import NOTES
from planls.scope.scoped import Scoped

if TYPE_CHECKING:
    from planls.scope.coverage import Absence

_LONG = 80
"""Code points; a longer topic is shortened in a message."""


@rule("SCP003", reads=Reads.SCOPE)
def check(scoped: Scoped) -> Iterator[Finding]:
    """The topics of the mapping of which nothing, or hardly a word, stands in the notes."""
    if not any(scoped.companions.of(NOTES)):
        return
    from planls.scope.coverage import absences, lessons_of
    from planls.scope.mapping import mapping_of

    mapped = mapping_of(scoped.reading)
    if mapped is None:
        return
    start, mapping = mapped
    extras = next((spec.name for spec in scoped.reading.contract.sections if spec.extras), "")
    for absence in absences(mapping, lessons_of(scoped.companions)):
        yield _finding(absence, extras).down(start)


def _finding(absence: "Absence", extras: str) -> Finding:
    said = f"Topic “{_short(absence.topic)}” is not in the notes"
    if absence.nearest is None:
        other = f", or move this to “{extras}”" if extras else ""
        return Finding(absence.row.span, f"{said}; map a topic that they have{other}")
    lesson, topic = absence.nearest
    message = f"{said}; the nearest there is “{topic.name}” (line {topic.line + 1})"
    place = Related(topic.span, f"“{topic.name}”", lesson.notes.path)
    return Finding(absence.row.span, message, _fix(absence) if absence.near else None, (place,))


def _fix(absence: "Absence") -> Fix:
    """The nearest topic in the row, with its number where the row has one."""
    topic = absence.nearest[1] if absence.nearest else None
    name = topic.written(numbered=absence.row.topic[:1].isdigit()) if topic else ""
    edit = Edit(absence.row.span, name.replace("|", "\\|"))
    return Fix(f"Replace by “{name}”", (edit,), safe=False)


def _short(topic: str) -> str:
    return topic if len(topic) <= _LONG else f"{topic[:_LONG].rstrip()} …"
