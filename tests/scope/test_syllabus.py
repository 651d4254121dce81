"""Whether notes have a topic, where words that anything may be about are what they teach."""

import pytest

from planls.document import Document
from planls.document.lines import split_lines
from planls.scope.syllabus import Syllabus, has, syllabus_of

PLAIN = """\
# Day 12: services
## 1. REST with Flask
Routes, dependency injection, status codes.
## 2. Databases
Transactions, isolation levels, indexes. Connection pooling.
## 3. Testing
Fixtures and mocks.
## 4. Observability: structured logging
Correlation ids, health checks.
## 5. Shipping containers with Docker
## 6. Feature flags
"""
"""Notes whose topics are called what anything may be about."""
COMMON = (
    *("Testing", "Testing / QA", "QA, testing", "Tests and QA", "Testing (coverage)", "§3 Testing: coverage"),
    *("JSON logs", "Logs in JSON (structured)", "Log rotation", "Structured logs", "Feature toggles"),
    *("RESTful APIs", "RESTful", "HTTP status code mapping", "Data access layer", "Database access"),
    *("Containerization", "Dockerisation", "dockerized services", "Containerized deployment"),
    # what stands in brackets explains what stands before
    *("Isolation (read committed, serializable)", "Indexes (B-tree, GIN (inverted), hash)", "Pooling (a, b"),
    *("Isolation: read committed, serializable", "Testing: unit, end to end, coverage – and linting"),
    *("Mocks (Sinon, Nock, MSW), fixtures", "SLO dashboards, alerts, burn rates (feature flags)"),
)
UNCOMMON = (
    *("Kubernetes (pods, operators)", "GraphQL (Apollo), gRPC (streaming, deadlines)", "Vault policies"),
    *("JSON Web Tokens, OAuth", "Message queues (partitions, offsets)", "Terraform modules"),
    *("Load balancers and HTTP proxies", "(Kubernetes)", "Serverless computing"),
    *("Best practices: pinned tags, LABEL", "Practices – linting"),
)


@pytest.mark.parametrize("topic", COMMON)
def test_notes_with_plain_topics_have(topic: str) -> None:
    assert has(syllabus(PLAIN), topic)


OFTEN = "# Containers\n## Volumes\n" + "### Volume\nA volume of containers.\n" * 9 + "## Networks\n"
"""Notes that have the names of their topics in nearly every line."""


@pytest.mark.parametrize("topic", ["Backups of volumes", "Volume encryption", "Network isolation"])
def test_what_notes_are_about_all_the_time_is_no_less_theirs(topic: str) -> None:
    assert has(syllabus(OFTEN), topic)
    assert not has(syllabus(OFTEN), f"{topic}, Kubernetes operators, Vault policies")


@pytest.mark.parametrize("topic", UNCOMMON)
def test_notes_with_plain_topics_do_not_have(topic: str) -> None:
    assert not has(syllabus(PLAIN), topic)


def syllabus(text: str) -> Syllabus:
    """The syllabus of notes with this text."""
    return syllabus_of(Document.parse(split_lines(text)))
