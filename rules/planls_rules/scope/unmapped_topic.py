"""SCP004 unmapped-topic: the notes have a topic that no row maps."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from planls.contract.insert import whole_lines
from planls.contract.tables import header_span
from planls.document.lines import body
from planls.rule import Edit, Finding, Fix, Reads, Related, Severity, rule
from planls.scope.companions import NOTES
from planls.scope.scoped import Scoped

if TYPE_CHECKING:
    from planls.scope.coverage import Lesson
    from planls.scope.mapping import Mapping
    from planls.scope.topics import Topic

_NAMED = 2
"""Topics that a message names; the others are counted, and shown as related places."""


@rule("SCP004", Severity.HINT, Reads.SCOPE)
def check(scoped: Scoped) -> Iterator[Finding]:
    """The main topics of the notes that the mapping does not speak of; one finding."""
    if not any(scoped.companions.of(NOTES)):
        return
    from planls.scope.coverage import lessons_of, unmapped
    from planls.scope.mapping import mapping_of

    mapped = mapping_of(scoped.reading)
    if mapped is None:
        return
    start, mapping = mapped
    found = unmapped(mapping, lessons_of(scoped.companions))
    if found:
        yield _finding(mapping, found).down(start)


def _finding(mapping: "Mapping", found: "Sequence[tuple[Lesson, Topic]]") -> Finding:
    span = header_span(mapping.part) if mapping.table else mapping.part.heading
    related = tuple(Related(topic.span, f"“{topic.name}”", lesson.notes.path) for lesson, topic in found)
    topics = [topic for _, topic in found]
    message = f"{_said(topics)} mapped by no row; add one, or say below that it is left out on purpose"
    return Finding(span, message, _fix(mapping, topics), related)


def _said(topics: "Sequence[Topic]") -> str:
    """The topics in words: the first ones by name."""
    names = [f"“{topic.name}”" for topic in topics[:_NAMED]]
    rest = [f"{len(topics) - _NAMED} more"] if len(topics) > _NAMED else []
    if len(topics) == 1:
        return f"The notes' topic {names[0]} is"
    *first, last = [*names, *rest]
    return f"The notes' topics {', '.join(first)} and {last} are"


def _fix(mapping: "Mapping", topics: "Sequence[Topic]") -> Fix:
    """A row for each topic, with a placeholder for where it is implemented: which to map is a decision."""
    lines = [_row(mapping, topic.written(numbered=_is_numbered(mapping))) for topic in topics]
    line = mapping.table[0] + mapping.table[1].height if mapping.table else mapping.rows[-1].span.line + 1
    span, text = whole_lines(mapping.part, line, lines)
    count = "a row" if len(topics) == 1 else f"rows for {len(topics)} topics"
    return Fix(f"Add {count}", (Edit(span, text),), safe=False)


def _row(mapping: "Mapping", name: str) -> str:
    spec = mapping.spec
    sample = spec.sample[spec.targets - 1] if 0 < spec.targets <= len(spec.sample) else "[...]"
    if mapping.table is None:
        marker = body(mapping.part.lines[mapping.rows[-1].span.line]).lstrip()[:1]
        return f"{marker if marker in '-*+' else '-'} {name} → {sample}"
    cells = [sample] * max(len(mapping.table[1].header), mapping.column + 1)
    cells[mapping.column] = name.replace("|", "\\|")
    return f"| {' | '.join(cells)} |"


def _is_numbered(mapping: "Mapping") -> bool:
    """Whether the rows name topics by number, too."""
    return 2 * sum(row.topic[:1].isdigit() for row in mapping.rows) > len(mapping.rows)
