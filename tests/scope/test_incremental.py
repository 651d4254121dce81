"""After an edit a document names what it names when read afresh, and only new lines are looked through."""

from collections.abc import Iterable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from planls.document import Document
from planls.document.lines import LineStore, Span
from planls.scope.lexicon import Lexicon
from planls.scope.mentions import Mention
from planls.scope.survey import survey
from planls_rules.technologies import lexicon, lexicon_text
from tests.generators.texts import edits, lines
from tests.tools.counting import CountingLexicon

SPOKEN = (
    *("The API uses Redis and Express.", "We react to", "Spark 3.5", "- Flask", "- React", "| Go | Redis |"),
    *("written in", "Go", "`docker run redis:7`", "see `pyproject.toml` and Kafka", "import redis"),
    *("pip install httpx  # not Django", "x = os.environ['REDIS_URL']", "Redis --> Kafka", "- Express"),
)
"""Lines that name something, or would if other lines were there."""
_spoken = st.sampled_from(SPOKEN)
_texts = st.lists(st.one_of(_spoken, _spoken, lines), max_size=20).map("\n".join)
_edits = st.one_of(edits, st.tuples(edits.map(lambda edit: edit[0]), st.builds("{}\n".format, _spoken)))
SECTION = """\
## Part {0}

Part {0} of the service keeps its sessions in Redis
and sends the events of part {0} to Kafka.

- `redis-cli --user part{0}`
- Flask answers for part {0}

```bash
docker run redis:{0}  # Redis of part {0}
```

"""
GOES_ON = "and sends the events of part 50 to Kafka."
"""A line that is read together with the one above it, whose sentence it goes on with."""


@given(_texts, st.lists(_edits, min_size=1, max_size=5))
@example("We use\nGo", [(Span(0, 0, 0, 6), "written in")])
@example("- Flask\n- Redis", [(Span(1, 2, 1, 7), "x")])
@example("Redis\n\nSpark", [(Span(0, 0, 0, 5), "x")])
def test_edits_one_by_one(text: str, changes: list[tuple[Span, str]]) -> None:
    store = LineStore(text)
    document = Document.parse(list(store.lines))
    for span, new in changes:
        assert _named(document) == _named(Document.parse(list(store.lines)))
        change = store.replace(span, new)
        document = document.replaced(change, store.lines[change.first : change.first + change.added])
    assert _named(document) == _named(Document.parse(list(store.lines)))


@pytest.mark.parametrize(
    ("line", "new", "looked_through"),
    [
        (0, "Redis", ["Redis## Part 0"]),
        (602, "Now ", ["Now Part 50 of the service keeps its sessions in Redis", GOES_ON]),
        (605, "- Kafka\n", ["- Kafka"]),
        (606, "  ", ["  - Flask answers for part 50"]),
        (609, "true  # Kafka\n", ["        Kafka"]),
        (611, "Kafka\n", ["Kafka"]),
        (1199, "Kafka", ["Kafka"]),
    ],
)
def test_only_what_is_new_is_looked_through(line: int, new: str, looked_through: list[str]) -> None:
    store = LineStore("".join(map(SECTION.format, range(100))))
    counting = CountingLexicon(lexicon_text())
    document = Document.parse(list(store.lines))
    _named(document, counting)
    counting.asked.clear()
    change = store.replace(Span(line, 0, line, 0), new)
    _named(document.replaced(change, store.lines[change.first : change.first + change.added]), counting)
    assert counting.asked == looked_through


def _named(document: Document, known: Lexicon | None = None) -> list[Mention]:
    """What the document names, in its own lines."""
    found: Iterable[tuple[int, object, tuple[Mention, ...]]] = survey(document, known or lexicon())
    return [mention.down(start) for start, _, mentions in found for mention in mentions]
