"""What notes say, to be asked whether they have a topic, and where."""

import math
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from planls.document import Document
from planls.document.memory import remembered
from planls.scope.passages import passages_of, words_in
from planls.scope.topics import LABEL, Topic, number_in, topics_of
from planls.scope.wording import compounds, initials, is_generic, language, root, stems

_FORWARD, _BACKWARD = 4, 5
"""Letters that another form of a word begins with: the asked for one, the one in the notes."""
_LONGER = 4
"""Letters that the asked for word may have beyond one that the notes have."""
_FORMS = 12
"""Forms of one word that are looked at."""
_WEAK = 0.25
"""The weight of a word that anything may be about; a rare one weighs 1."""
_NAMED = 0.67
"""The weight that a word of a topic's name has at least, however common: one more may lack beside it."""
_CLEAR = 0.4
"""The share of a topic's words, by weight, that stands together in notes that have it."""
_MOST = 0.6
"""The share of one of several topics that stands together, where the notes have that one."""
_COMMON = 500
"""Passages; a word that stands in more of them stands beside any other."""
_SLIGHT = 0.001
"""Weights that differ by less are the same, added up in another order."""
_SURE = 0.5
"""The weight that the words of one of several topics have at least, to stand for all."""
_LONGEST = 400
"""Characters; a longer cell holds no topic but a text."""
_BRIEF = 3
"""Words of a name that is about each of them."""
_SOME = 40
"""Topics that are looked at for one word; what more of them have is no help."""

_PARTS = re.compile(r"[,;/+&()|]|\b(?:and|und|et|y)\b|→|<br */?>")
_LEAD = re.compile(r".*?(?=:\s|\s[–—-]\s)")
_GLOSS = re.compile(r"\((?:[^()]|\([^()]*\))*\)?")


@dataclass(frozen=True)
class Echo:
    """How much of a text the notes have: the share of its words that stand together, and where.

    ``weight`` is that of all its words, ``lacking`` that of those that stand nowhere in the notes, words
    that anything may be about aside; ``passages`` are those that are most about it.
    """

    share: float
    weight: float
    lacking: float
    passages: tuple[int, ...]


@dataclass(frozen=True, eq=False)
class Syllabus:
    """Notes by their words: the lines that their passages start on, which of them have a stem, the topics."""

    starts: tuple[int, ...]
    places: Mapping[str, Collection[int]]
    topics: tuple[Topic, ...]
    language: str

    @cached_property
    def words(self) -> Sequence[str]:
        """The stems, sorted."""
        return sorted(self.places)

    @cached_property
    def numbers(self) -> Mapping[str, Topic]:
        """The topics by their numbers."""
        return {topic.number: topic for topic in reversed(self.topics) if topic.number}

    @cached_property
    def by_key(self) -> Mapping[str, Sequence[Topic]]:
        """Some topics by each stem of their names; single items and cells stand for no other."""
        found: defaultdict[str, list[Topic]] = defaultdict(list)
        for topic in self.topics:
            for key in topic.keys if topic.depth <= LABEL else ():
                found[key] += [topic] if len(found[key]) < _SOME else []
        return found

    @cached_property
    def taught(self) -> Collection[str]:
        """The stems of brief names: a word that anything may be about is not, where notes are about it."""
        topics = (topic for topic in self.topics if topic.depth <= LABEL and len(topic.keys) <= _BRIEF)
        return {key for topic in topics for key in topic.keys}

    def lines(self, passage: int) -> tuple[int, int]:
        """The first line of a passage and the one behind its last."""
        return self.starts[passage], (*self.starts, 1 << 62)[passage + 1]


@remembered
def syllabus_of(notes: Document) -> Syllabus:
    """The syllabus of the notes."""
    places: defaultdict[str, dict[int, None]] = defaultdict(dict)
    starts: list[int] = []
    for start, words in passages_of(notes):
        for word in words:
            places[word][len(starts)] = None
        starts.append(start)
    topics = topics_of(notes)
    for topic in topics:
        for short in initials(topic.name):
            places[short][max(bisect_right(starts, topic.line) - 1, 0)] = None
    return Syllabus(tuple(starts), places, topics, language(notes.text()))


def words_as_syllabus(text: str) -> Syllabus:
    """A text of one passage, to be asked what it mentions."""
    return Syllabus((0,), {word: (0,) for line in text.split("\n") for word in words_in(line)}, (), "")


@remembered
def has(notes: Syllabus, text: str) -> bool:
    """Whether the notes have a topic, or may have it: only what is clearly absent is not there.

    Several topics in one text are there if most of them are; the first one counts twice, and what explains
    one in brackets does not count. One that is called like one of the notes is enough. A number of a
    subsection (``3.2``) that the notes have is believed as soon as one of the words beside it stands in
    them, too. What lacks only words that anything may be about is there.
    """
    if len(text) > _LONGEST or (whole := echo(notes, text)).share >= _CLEAR or whole.lacking < _SURE:
        return True
    if "." in (number := number_in(text)) and number in notes.numbers and whole.share:
        return True
    plain = _GLOSS.sub(" ", text)
    there = [_is_there(notes, part) for part in _PARTS.split(plain) if stems(part)]
    if 2 * sum(there) + any(there[:1]) > len(there):
        return True
    lead = match[0] if (match := _LEAD.match(plain)) else ""
    if not all(map(is_generic, stems(lead))) and _is_there(notes, lead):
        return True
    return any(_is_name(notes, one) for one in (lead, *_GLOSS.findall(text)))


@remembered
def echo(notes: Syllabus, text: str) -> Echo:
    """How much of a text the notes have in one passage; of a text without content words all."""
    found = _found(notes, text)
    weights = {word: _weight(notes, word, found[word]) for word in found}
    total = sum(weights.values())
    common = sum(weights[word] for word in found if len(found[word]) > _COMMON)
    score: defaultdict[int, float] = defaultdict(float)
    for word, passages in found.items():
        for passage in passages if len(passages) <= _COMMON else ():
            score[passage] += weights[word]
    lacking = sum(weights[word] for word in found if not found[word] and not is_generic(word))
    best = max(score.values(), default=0)
    sure = best and best + common >= _CLEAR * total and total >= _SURE
    about = [at for at in score if score[at] > best - _SLIGHT] if sure else []
    return Echo((best + common) / total if total else 1.0, total, lacking, tuple(about))


def forms(notes: Syllabus, word: str) -> Iterator[str]:
    """The words of the notes that are forms of a word: one begins with the other."""
    if word in notes.places:
        yield word
    if len(word) >= _FORWARD:
        at = bisect_left(notes.words, word)
        yield from (w for w in notes.words[at : at + _FORMS] if w.startswith(word) and w != word)
    ends = range(max(_BACKWARD, len(word) - _LONGER), len(word))
    yield from (word[:end] for end in ends if word[:end] in notes.places)
    if (short := root(word)) != word and short in notes.places:
        yield short


def _is_there(notes: Syllabus, part: str) -> bool:
    """Whether notes have nearly all of one of several topics."""
    found = echo(notes, part)
    return found.share >= _MOST and found.weight >= _SURE


def _is_name(notes: Syllabus, part: str) -> bool:
    """Whether a topic of the notes is called just this."""
    words = frozenset(stems(part))
    return any(topic.keys == words for word in words for topic in notes.by_key.get(word, ()))


def _found(notes: Syllabus, text: str) -> dict[str, frozenset[int]]:
    """The passages that have each of a text's words, in any form; a phrase may stand there abbreviated."""
    found = {word: _places(notes, word) for word in stems(text)}
    for whole, parts in compounds(text):
        for part in parts:
            found[part] |= _places(notes, whole)
    for phrase in _PARTS.split(text):
        if len(short := "".join(sorted(initials(phrase), key=len)[-1:])) > len("ab"):
            places = frozenset(notes.places.get(short, ()))
            found |= {word: found[word] | places for word in stems(phrase) if word in found}
    return found


@remembered
def _places(notes: Syllabus, word: str) -> frozenset[int]:
    return frozenset(place for form in forms(notes, word) for place in notes.places[form])


def _weight(notes: Syllabus, word: str, passages: Collection[int]) -> float:
    """What a word weighs: the rarer in the notes, the more."""
    taught = word in notes.taught
    if is_generic(word) and not taught:
        return _WEAK
    least = _NAMED if taught and not is_generic(word) else _WEAK
    return max(1 - math.log(max(len(passages), 1)) / math.log(len(notes.starts) + 2), least)
