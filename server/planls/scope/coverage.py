"""A document's mapping held against its notes: topics that the notes lack, topics that no row maps."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planls.contract.targets import targets
from planls.document.lines import body
from planls.document.memory import latest, remembered
from planls.scope.companions import NOTES, Companion, Companions
from planls.scope.mapping import Mapping, Row
from planls.scope.nearest import nearest
from planls.scope.syllabus import Syllabus, echo, has, syllabus_of, words_as_syllabus
from planls.scope.topics import Topic
from planls.scope.wording import OTHER, is_generic, language, stems

_HALF = 0.5
"""The share of a topic's name that the mapping mentions."""
_FEW = 2
"""Main topics that notes have at least, for one of them to be missed."""
_RANGE = 30
"""Numbers that a range spans at the most."""

_BESIDES = re.compile(
    r"\b(?:left out|leaves? out|out of scope|not (?:covered|mapped|implemented|in (?:the )?notes)"
    r"|beyond the notes|omitted|excluded|skipped|deliberately|on purpose|optional|extras?)\b",
    re.IGNORECASE,
)
"""What a row says of a topic that is not from the notes, or is from them and left out."""
_NOTHING = re.compile(r"\W*|\[[^\[\]]*\]|tbd|todo|n/?a|none|etc\.?", re.IGNORECASE)
_NUMBERS = re.compile(
    r"(?:^\W*|§{1,2}\s*|(?i:\bsections?|\bchapters?|\bparts?)\s+)(?P<first>\d{1,3}(?:\.\d{1,3})*)(?!\w)"
    r"(?:\s*(?:[–—-]|to)\s*(?P<last>\d{1,3}(?:\.\d{1,3})*))?"
)
_PIECE = re.compile(r"(?:\((?:[^()]|\([^()]*\))*\)?|[,;](?!\s)|[^,;(])+")
_STRUCK = re.compile(r"~~[^~]*(?:~~|$)")


@dataclass(frozen=True)
class Lesson:
    """Notes and what they say."""

    notes: Companion
    syllabus: Syllabus


@dataclass(frozen=True)
class Absence:
    """A row whose topic the notes lack, what of it they lack, and which topic of which notes is nearest.

    ``near``: so near that it can stand for the row's.
    """

    row: Row
    topic: str
    nearest: tuple[Lesson, Topic] | None = None
    near: bool = False


def lessons_of(companions: Companions) -> tuple[Lesson, ...]:
    """The notes that can be asked; none where some cannot be read, since those may have anything."""
    if any(broken.role == NOTES for broken in companions.broken):
        return ()
    return tuple(_lesson(companion) for companion in companions.of(NOTES))


@latest
def absences(mapping: Mapping, lessons: tuple[Lesson, ...]) -> tuple[Absence, ...]:
    """The rows whose topics none of the notes have; nothing where the notes speak another language."""
    return tuple(_absences(mapping, lessons))


@latest
def unmapped(mapping: Mapping, lessons: tuple[Lesson, ...]) -> tuple[tuple[Lesson, Topic], ...]:
    """The main topics of the notes that no row maps and that the mapping does not mention."""
    return tuple(_unmapped(mapping, lessons))


@remembered
def _lesson(notes: Companion) -> Lesson:
    return Lesson(notes, syllabus_of(notes.document))


def _absences(mapping: Mapping, lessons: Sequence[Lesson]) -> Iterator[Absence]:
    lacking = [row for row in mapping.rows if lessons and not _is_had(_claimed(row), lessons)]
    if lacking and _are_comparable(mapping, lessons):
        judged = (row for row in lacking if _is_topic(mapping, row) and _is_readable(row, lessons))
        yield from (_absence(row, lessons) for row in judged)


def _are_comparable(mapping: Mapping, lessons: Sequence[Lesson]) -> bool:
    """Whether the mapping is written in the language of the notes."""
    spoken = language(_text(mapping))
    return all(lesson.syllabus.language == spoken for lesson in lessons)


def _is_readable(row: Row, lessons: Sequence[Lesson]) -> bool:
    """Whether a topic is written in a script that the notes are written in, too."""
    written = language(row.topic)
    return written != OTHER or all(lesson.syllabus.language == OTHER for lesson in lessons)


def _is_topic(mapping: Mapping, row: Row) -> bool:
    """Whether a row claims a topic of the notes: neither a placeholder nor a path, nor left out."""
    paths = targets(row.topic)
    said = bool(row.topic) and not _NOTHING.fullmatch(row.topic) and bool(stems(row.topic))
    alone = len(paths) == 1 and paths[0].end - paths[0].start >= len(row.topic.strip("`"))
    return (
        said and not alone and not mapping.part.contract.unfilled(row.topic) and not _BESIDES.search(row.text)
    )


def _claimed(row: Row) -> str:
    """A row's topic without what is struck out of it."""
    return _STRUCK.sub("", row.topic).strip()


def _is_had(topic: str, lessons: Sequence[Lesson]) -> bool:
    return any(has(lesson.syllabus, topic) for lesson in lessons)


def _absence(row: Row, lessons: Sequence[Lesson]) -> Absence:
    parts = [part.strip() for part in _PIECE.findall(_claimed(row))]
    topic = ", ".join([part for part in parts if stems(part) and not _is_had(part, lessons)] or parts)
    found = [(lesson, near) for lesson in lessons if (near := nearest(lesson.syllabus, topic))]
    lesson, near = max(found, key=lambda one: one[1][1], default=(None, None))
    if lesson is None or near is None:
        return Absence(row, topic)
    return Absence(row, topic, (lesson, near[0]), near[1])


def _unmapped(mapping: Mapping, lessons: Sequence[Lesson]) -> Iterator[tuple[Lesson, Topic]]:
    """The main topics that no row and no word of the section speaks of."""
    rows = [row for row in mapping.rows if row.topic and not mapping.part.contract.unfilled(row.topic)]
    said = words_as_syllabus(_text(mapping)) if rows and lessons else None
    left = [(lesson, topic) for lesson in lessons if said for topic in _left(lesson.syllabus, rows, said)]
    if left and _are_comparable(mapping, lessons):
        yield from left


def _left(notes: Syllabus, rows: Sequence[Row], said: Syllabus) -> Iterator[Topic]:
    """The main topics of notes that are neither mapped, by name, number or part, nor said."""
    mains = [topic for topic in notes.topics if topic.main and not all(map(is_generic, topic.keys))]
    numbers, places = _pointed_at(notes, rows)
    starts = [notes.starts[at] for at in places]
    for topic in mains if len(mains) >= _FEW else ():
        last = bisect_left(starts, topic.end) - 1
        inside = last >= 0 and notes.lines(places[last])[1] > topic.line
        if not inside and topic.number not in numbers and echo(said, topic.name).share <= _HALF:
            yield topic


def _pointed_at(notes: Syllabus, rows: Sequence[Row]) -> tuple[set[str], list[int]]:
    """The numbers of topics that rows name, and the passages that the rows without one are about."""
    numbers: set[str] = set()
    places: set[int] = set()
    for row in rows:
        said = {number for number in _numbers(row.topic) if number in notes.numbers}
        numbers |= said
        places.update(() if said else echo(notes, row.topic).passages)
    return numbers, sorted(places)


def _text(mapping: Mapping) -> str:
    """The mapping's section without its heading."""
    return "\n".join(map(body, mapping.part.lines[mapping.part.first_body_line :]))


def _numbers(topic: str) -> Iterator[str]:
    """The numbers of the notes' sections that a row names, each with those of the sections around it."""
    for match in _NUMBERS.finditer(topic):
        above, _, first = match["first"].rpartition(".")
        last = (match["last"] or "").rpartition(".")[2]
        until = int(last) if last and int(last) - int(first) in range(_RANGE) else int(first)
        dotted = f"{above}." if above else ""
        yield from (f"{dotted}{number}" for number in range(int(first), until + 1))
        while above:
            yield above
            above = above.rpartition(".")[0]
