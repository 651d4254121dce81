"""Which topic of the notes is nearest to one that they do not have."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from planls.document.memory import remembered
from planls.document.words import is_near, normal
from planls.scope.syllabus import Syllabus, forms
from planls.scope.topics import Topic
from planls.scope.wording import is_generic, stems

_SOME = 40
"""Topics that are looked at for one spelling; what more of them have is no help."""
_ALIKE = 5
"""Letters of two forms that are surely of one word: what merely begins alike may be another."""


@remembered
def nearest(notes: Syllabus, text: str) -> tuple[Topic, bool] | None:
    """The topic that is nearest to a text, and whether it is near enough to stand for it."""
    said = normal(text)
    spelled = (topic for topic in _spelled_like(notes, said) if is_near(said, [normal(topic.name)]))
    if topic := next(spelled, None):
        return topic, True
    words = [word for word in dict.fromkeys(stems(text)) if not is_generic(word)]
    same = {form for word in words for form in forms(notes, word) if _is_same(form, word)}
    named = {topic: len(same & topic.keys) for form in same for topic in notes.by_key.get(form, ())}
    if not named:
        return None
    topic = max(named, key=lambda topic: (named[topic] / len(topic.keys), -topic.line))
    return topic, 2 * named[topic] > max(len(topic.keys), len(words))


@remembered
def _by_ends(notes: Syllabus) -> Mapping[str, Sequence[Topic]]:
    """Some topics by how their names begin, and end."""
    found: defaultdict[str, list[Topic]] = defaultdict(list)
    for topic in notes.topics:
        for end in _ends(normal(topic.name)):
            found[end] += [topic] if len(found[end]) < _SOME else []
    return found


def _spelled_like(notes: Syllabus, name: str) -> Iterator[Topic]:
    """Some topics that begin or end as a comparable name does."""
    return (topic for end in _ends(name) for topic in _by_ends(notes).get(end, ()))


def _ends(name: str) -> tuple[str, str]:
    return f"{name[:2]}…", f"…{name[-3:]}"


def _is_same(form: str, word: str) -> bool:
    return form == word or min(len(form), len(word)) >= _ALIKE
