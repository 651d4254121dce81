"""What notes allow: each row is a document, its notes, and what is outside of them, hints marked."""

from pathlib import Path

import pytest

from planls.contract.reading import read
from planls.document import Document
from planls.document.lines import split_lines
from planls.scope.companions import NOTES, Companion, Companions
from planls.scope.permissions import Permissions
from planls.scope.scoped import Scoped
from planls_rules.kinds import KINDS
from planls_rules.technologies import lexicon


def outside(notes: str, text: str, permissions: Permissions | None = None) -> list[str]:
    """What a spec with these notes uses and must not; near misses with a question mark."""
    companion = Companion(NOTES, Path("notes.md"), Document.parse(split_lines(notes)))
    reading = read(Document.parse(split_lines(text)), KINDS["spec"])
    belongs = Companions((companion,), roles=(NOTES,))
    scoped = Scoped(reading, belongs, lexicon, permissions or Permissions())
    return [used.name + "?" * used.verdict.hint for used in scoped.technologies.outside if used.is_core]


@pytest.mark.parametrize(
    ("notes", "text", "expected"),
    [
        ("PostgreSQL", "Data in postgres", []),
        ("k8s", "Runs on Kubernetes", []),
        ("FastAPI", "A Python service with FastAPI", []),
        ("FastAPI", "Validation by Pydantic", ["Pydantic?"]),
        ("Python", "An API with FastAPI", ["FastAPI"]),
        ("AWS", "Code on AWS Lambda", ["AWS Lambda?"]),
        ("AWS Lambda", "Files in Amazon S3", ["Amazon S3"]),
        ("psycopg", "Data in PostgreSQL", []),
        ("PostgreSQL", "```python\nimport psycopg\n```", ["Psycopg?"]),
        ("Redis", "```bash\npip install requests\n```", ["Requests"]),
        ("Redis", "```python\nimport json, os.path\nfrom . import models\n```", []),
        ("Redis", "```python\nimport zorbla\n```", ["zorbla"]),
        ("Redis and zorbla", "```python\nimport zorbla\n```", []),
        ("Redis", "```text\nsrc/\n└── zorbla/\n    └── core.py\n```\n\n```python\nimport zorbla\n```", []),
        ("Redis", "```bash\ngit clone x && pytest -q && curl localhost\n```", []),
        ("prompting", "```python\nprint(1)\n```\n\nThe Python code is short.", []),
        ("It is written in Rust", "```python\nprint(1)\n```\n\nThe Python code is short.", ["Python"]),
        ("a cli in go with cobra and spring boot", "Cobra and Spring Boot", []),
        ("## rust\n\n## the react part", "A React page, written in Rust", []),
        ("    Redis and FastAPI", "Redis behind FastAPI", []),
        ("Redis", "JSON over HTTP on Linux", []),
        ("Redis", "edited in Vim", ["Vim?"]),
        ("Redis", "We go on and express it in rust-coloured words.", []),
        ("Redis, Python", "The gateway is written in Go.", ["Go"]),
        ("Redis", "No Kafka; SQLite instead of MySQL", ["SQLite"]),
    ],
)
def test_outside(notes: str, text: str, expected: list[str]) -> None:
    assert outside(f"# Notes\n\n{notes}\n", f"# PoC Spec: X\n\n## C) Architecture\n\n{text}\n") == expected


@pytest.mark.parametrize(
    "heading",
    [
        "## J) Optional Extras",
        "## Nice-to-haves",
        "## 9. Stretch goals",
        "## Metrics (optional)",
        "## 🚫 Out of Scope",
        "## Non-Goals",
        "## Alternatives considered",
        "## Rejected options",
        "## References",
    ],
)
def test_some_sections_may_name_anything(heading: str) -> None:
    assert (
        outside("# Notes\n\nRedis\n", f"# PoC Spec: X\n\n{heading}\n\n- Kafka\n\n### More\n\nHelm 3.1\n")
        == []
    )


SPEC = """\
# PoC Spec: X

## C) Architecture

Kafka, `zorbla` and a Segment 3.1 worker

```python
import zorbla
```
"""


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("", ["Apache Kafka", "Segment", "zorbla"]),
        ("planls: {allow: [kafka]}", ["Segment", "zorbla"]),
        ("planls:\n  allow:\n    - Apache Kafka\n    - zorbla", ["Segment"]),
        ("planls: {words: [segment]}", ["Apache Kafka", "zorbla"]),
        ("planls: {allow: kafka, words: Segment}", ["zorbla"]),
        ("planls:\n  allow: kafka, zorbla", ["Segment"]),
        ("planls: {allow: {a: b}, words: [[1]]}", ["Apache Kafka", "Segment", "zorbla"]),
    ],
)
def test_the_front_matter_allows(front: str, expected: list[str]) -> None:
    text = f"---\n{front}\n---\n{SPEC}" if front else SPEC
    assert sorted(outside("# Notes\n\nPython\n", text)) == sorted(expected)


def test_the_configuration_allows() -> None:
    allowed = Permissions(("kafka", "Segment", "zorbla"))
    assert outside("# Notes\n\nPython\n", SPEC, allowed) == []


def test_the_house_s_tools_can_be_other_ones() -> None:
    text = "# PoC Spec: X\n\n## C) Architecture\n\n```bash\ngit clone x\njq . x.json\n```\n"
    assert outside("# Notes\n", text) == ["jq"]
    assert outside("# Notes\n", text, Permissions(defaults=("jq",))) == ["Git"]


@pytest.mark.parametrize(
    "heading", ["Handle optional arguments", "Bonus points", "Comparison of results", "Next step"]
)
def test_a_word_in_a_heading_is_no_aside(heading: str) -> None:
    text = f"# PoC Spec: X\n\n## E) Implementation Plan\n\n### Step 1: {heading}\n\nKafka\n"
    assert outside("# Notes\n\nPython\n", text) == ["Apache Kafka"]


USES = [
    "`Makefile`",
    "```bash\nmake test\n```",
    "```bash\npython -m venv .venv\n```",
    "```bash\ncurl localhost\n```",
]


@pytest.mark.parametrize(
    "use", [*USES, "```bash\necho 1\n```", "Written in Bash", "`pip install -e .`", "on GitHub"]
)
def test_the_house_s_tools_are_free(use: str) -> None:
    assert outside("# Notes\n\nPython\n", f"# PoC Spec: X\n\n## H) Run Instructions\n\n{use}\n") == []
