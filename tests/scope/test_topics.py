"""What notes teach, and whether they have a topic: in every shape of notes, in other words and scripts."""

import pytest
from hypothesis import given

from planls.document import Document
from planls.document.lines import split_lines
from planls.scope.nearest import nearest
from planls.scope.syllabus import has, syllabus_of
from planls.scope.topics import topics_of
from planls.scope.wording import language
from tests.generators.texts import texts

NUMBERED = """\
# Day 3: queues (notes)

## Learning objectives
- What brokers do
- A graph

## 1. Brokers
### 1.1 Partitions (logs) — why first
**Why it matters:** order.
## 2) Delivery
- **Acks**: commit behind the work
- **DLQ**: a place for what fails
**Pitfall**
### 🎯 2.1 Twice
**Pitfall**
## 3. Lag
## Interview Q&A
### What is lag?
## 📋 Key takeaways
## 🔗 What's next?
"""
TOPICS = {
    "numbered headings, a title, frames": (
        NUMBERED,
        "What brokers do, A graph, 1 Brokers*, 1.1 Partitions, 2 Delivery*, Acks, DLQ, 2.1 Twice, 3 Lag*",
    ),
    "no title": ("## Hashing\n## Trees\n## Heaps\n", "Hashing*, Trees*, Heaps*"),
    "underlined headings": ("Caches\n======\n\nTTL\n---\n\nLRU\n---\n\nLocks\n-----\n", "TTL*, LRU*, Locks*"),
    "parts around modules": (
        "# Course\n\n## Part 1: Basics of Go\n### Slices\n### Maps\n## Part 2 — Concurrency\n### Channels\n",
        "1 Basics of Go, Slices*, Maps*, 2 Concurrency, Channels*",
    ),
    "bold lines as headings": (
        "**Caching**\n- ttl\n\n**Locking**\n- leases\n\n**Sharding**\n",
        "Caching*, Locking*, Sharding*",
    ),
    "two headings only": ("# Redis\n\nText.\n\n## Strings\n\nText.\n", "Strings"),
    "a flat list": (
        "- caching: ttl and jitter\n- locks, leases, fencing tokens and what else keeps all of them apart\n",
        "caching, locks",
    ),
    "an agenda and the same headings": (
        "## Agenda\n1. Trees\n2. Heaps\n\n## Trees\n## Heaps\n## Tries\n",
        "Trees*, Heaps*, Tries*",
    ),
    "a table of topics": (
        "# Plan\n\n| Topic | When |\n|---|---|\n| Trees | Mon |\n| Heaps | Tue |\n",
        "Trees, Heaps",
    ),
    "a table of anything else": ("## Trees\n\n| Language | Type |\n|---|---|\n| Go | struct |\n", ""),
    "frames only": ("# Notes\n\n## Introduction\n\n**Trees**: balanced\n\n## Summary\n", "Trees"),
    "Steps, days and emoji": (
        "# 🚀 Go\n\n## Step 1: Slices\n## Day 14 — Maps\n## ✅ Sets `map[T]bool`\n",
        "1 Slices*, Maps*, Sets map[T]bool*",
    ),
    "nothing": ("", ""),
    "prose": ("Just a thought.\n", ""),
}


@pytest.mark.parametrize("name", TOPICS)
def test_the_topics_of(name: str) -> None:
    text, expected = TOPICS[name]
    found = topics_of(document(text))
    said = (f"{topic.written(numbered=True)}{'*' if topic.main else ''}" for topic in found)
    assert ", ".join(said) == expected


def test_a_topic_knows_its_lines() -> None:
    found = {topic.name: topic for topic in topics_of(document(NUMBERED))}
    assert (found["Brokers"].line, found["Brokers"].end) == (6, 9)
    assert (found["Lag"].line, found["Lag"].end) == (15, 16)
    lines = NUMBERED.split("\n")
    spans = [topic.span for topic in found.values()]
    assert all(lines[s.line][s.column : s.end_column].strip() for s in spans)


ENGLISH = """\
# Notes
## 1. Tokenization
### 1.1 BPE and byte-level fallback
Bytes are the last resort.
## 2. Alignment
Reinforcement Learning from Human Feedback has three stages.
### 2.1 Direct preference optimisation
## 3. Reliability
Retry with exponential back-off. Circuit breakers open after five failures.
### 3.1 Rate limits
A token bucket refills. Dead letters are kept.
## 5. Slices
append may reallocate
## 6. Retrieval
Split into chunks, then re-rank the best twenty with a cross-encoder (NDCG).
"""
HAD = (
    *("Tokenization", "1.1 Tokenization: BPE, byte-level fallback", "Tokenisation", "tokenizers", "tokenise"),
    *(
        "§5 Slices",
        "5. Slices",
        "`append()`",
        "Day 14: chunking + reranking",
        "Retries & backoff (section 3)",
    ),
    *("RLHF", "RLHF/DPO", "DPO", "Normalized discounted cumulative gain", "Rate-limiting", "Ratelimits"),
    *("circuit-breaking", "CircuitBreaker", "dead-letter queue", "[Slices](notes.md#slices)", "**Slices**"),
    *(
        "3.1 Limits of the token rate",
        "2.1 Tuning to a preference",
        "Slices, arrays",
        "Tokenization; caching",
    ),
    *("9", "3.1", "Day 14", "All of the above", "Unit tests", "Component API design", "", "x" * 500),
)
"""Topics that the notes have, or that nobody can say are not there."""
NOT_HAD = (
    *("Kubernetes", "Kubernetes operators", "GraphQL, gRPC", "3.1 GraphQL", "5. Terraform", "OAuth 2.0"),
    *("Docker: images, layers", "Reciprocal rank fusion", "日本語", "Caching", "backpressure", "CI"),
    *("Toknization", "Message queues and Kafka consumers", "Slack client, retries", "Web sockets"),
)


@pytest.mark.parametrize("topic", HAD)
def test_the_notes_have(topic: str) -> None:
    assert has(syllabus_of(document(ENGLISH)), topic)


@pytest.mark.parametrize("topic", NOT_HAD)
def test_the_notes_do_not_have(topic: str) -> None:
    assert not has(syllabus_of(document(ENGLISH)), topic)


OTHERS = {
    "# 第三課\n\n## トークン化\n文章をトークンに分ける。BPEを使う。\n\n## 再試行とバックオフ\n": (
        ("トークン化", "トークンに分ける", "再試行", "BPE"),
        ("量子計算", "キャッシュ"),
    ),
    "# Лекция\n\n## Повторные попытки\nЗадержка растёт.\n\n## Очереди сообщений\nСервисы читают.\n": (
        ("повторная попытка", "Очередь сообщений", "задержку"),
        ("квантовые вычисления",),
    ),
    "# Réseaux\n\n## Équilibrage de charge\nLe répartiteur choisit un serveur.\n": (
        ("equilibrage", "Équilibrage", "répartiteurs"),
        ("chiffrement",),
    ),
}


@pytest.mark.parametrize("notes", OTHERS)
def test_in_other_languages(notes: str) -> None:
    there, absent = OTHERS[notes]
    syllabus = syllabus_of(document(notes))
    assert [has(syllabus, topic) for topic in (*there, *absent)] == [True] * len(there) + [False] * len(
        absent
    )


LANGUAGES = {
    "The rate of the requests is limited by the bucket.": "en",
    "| CTEs | `a.sql` |": "en",
    "": "en",
    "Die Anfragen werden von dem Eimer und mit der Uhr begrenzt, das ist nicht die Regel.": "de",
    "La file est dans le cache et les messages sont sur le disque avec une clé, par exemple.": "fr",
    "請求的速率由桶限制": "other",
    "Скорость запросов": "other",
}


@pytest.mark.parametrize("text", LANGUAGES)
def test_the_language_of(text: str) -> None:
    assert language(text) == LANGUAGES[text]


NEAREST = {
    "Toknization": ("Tokenization", True),
    "Slises": ("Slices", True),
    "Rate shaping": ("Rate limits", False),
    "Kubernetes": None,
}


@pytest.mark.parametrize("topic", NEAREST)
def test_the_nearest_topic(topic: str) -> None:
    found = nearest(syllabus_of(document(ENGLISH)), topic)
    assert (found and (found[0].name, found[1])) == NEAREST[topic]


@given(texts)
def test_notes_have_their_own_topics(text: str) -> None:
    notes = syllabus_of(document(text))
    for topic in notes.topics:
        assert has(notes, topic.name)
        assert has(notes, topic.written(numbered=True))
        assert topic.line < topic.end <= len(split_lines(text))


ENORMOUS = {
    "headings": "## a b\n" * 20_000,
    "different headings": "".join(f"## {n}. topic{n}\n" for n in range(10_000)),
    "levels": "".join(f"{'#' * (n % 6 + 1)} t{n}\n" for n in range(10_000)),
    "one word": "a" * 200_000,
    "capitals": "Ab " * 50_000,
    "humps": "aB" * 100_000,
    "marks": "## " + "*" * 50_000 + "\n## " + "(" * 50_000 + "\n## " + "- " * 50_000,
    "numbers": "## " + "1." * 50_000 + "\n## " + "9" * 50_000,
    "bold": "**a b**: c\n\n" * 10_000,
    "Chinese": "請求" * 50_000,
    "brackets": "(a, " * 20_000,
}


@pytest.mark.slow
@pytest.mark.parametrize("name", ENORMOUS)
def test_no_notes_are_too_much(name: str) -> None:
    notes = syllabus_of(document(ENORMOUS[name]))
    for topic in (ENORMOUS[name][:390], *("Kubernetes pods " * 3, "a, b, c", "topic1 topic2 " * 20)):
        has(notes, topic)
        nearest(notes, topic)


def document(text: str) -> Document:
    """The document of a text."""
    return Document.parse(split_lines(text))
