"""What a line names: each row is a text and the technologies in it, none where it has ordinary words only."""

import pytest

from planls.document import Document
from planls.document.lines import split_lines
from planls.scope.mentions import Mention
from planls.scope.survey import survey
from planls_rules.technologies import lexicon


def mentions(text: str) -> list[Mention]:
    """What a text names, in its own lines."""
    document = Document.parse(split_lines(text))
    return [m.down(start) for start, _, found in survey(document, lexicon()) for m in found]


def names(text: str) -> list[str]:
    """The names, each once."""
    return list(dict.fromkeys(mention.name for mention in mentions(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Data lives in PostgreSQL.", ["PostgreSQL"]),
        ("Data lives in postgres.", ["PostgreSQL"]),
        ("Use Node.js, not a browser.", ["Node.js"]),
        ("Runs on k8s.", ["Kubernetes"]),
        ("A Ruby-on-Rails app", ["Ruby on Rails"]),
        ("The gateway is written in Go.", ["Go"]),
        ("The gateway is written in go.", ["Go"]),
        ("The API uses Express and Redis.", ["Express", "Redis"]),
        ("We picked Flask for the API.", ["Flask"]),
        ("Run the job on Spark 3.5.", ["Apache Spark"]),
        ("Frontend: React, Vue and Svelte", ["React", "Vue.js", "Svelte"]),
        ("in react, vue.js, fastapi and svelte", ["React", "Vue.js", "FastAPI", "Svelte"]),
        ("使用Redis缓存", ["Redis"]),
        ("**Redis**: cache", ["Redis"]),
        ("| Cache | Redis 7 |\n|---|---|\n| Queue | Kafka |", ["Redis", "Apache Kafka"]),
        ("Deploy to AWS Lambda and put events on SQS.", ["AWS Lambda", "Amazon SQS"]),
        ("See [the guide](https://example.com/redis/kafka) and <https://kafka.apache.org>.", []),
        ("<img src='redis.png' alt='x'> text", []),
        ("docs.docker.com has a page", []),
        ("`docker run -p 6379:6379 redis:7-alpine`", ["Docker", "Redis"]),
        ("- React\n- Redis\n- Express", ["React", "Redis", "Express"]),
    ],
)
def test_named(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Let's go through the plan before we react to the review.",
        "Express the requirement in one sentence, then move to the next step.",
        "Go to the next page and make sure that it is there.",
        "A single spark from the battery could rust the casing.",
        "Take the helm of the project and flow with the rhythm.",
        "| Outcome | Next Step |\n|---|---|\n| Strong Signal | Go |",
        "## Next Steps and the Rest of the Plan",
        "The chef brought a flask of gin.",
        "Keep the vault door shut; consul and nomad are words.",
        "The lambda calculus predates it; a lambda is an anonymous function.",
        "The step functions in the plot are discontinuous.",
        "Plan C is to ask R. Smith.",
        "Render the page, segment the users and notice the trend.",
        "# How We Express the Spark of an Idea",
        "Rest Day",
        "The queue, the cache and the buffer are full.",
        "Week 2: Meta analysis",
    ],
)
def test_ordinary_words(text: str) -> None:
    assert names(text) == []
