"""`planls scope`: which technologies a document names, and whether its notes allow them."""

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Outcome, Run

NOTES = "# Caching\n\nWe use FastAPI with PostgreSQL on AWS.\n"

SPEC = """---
notes: 1-notes.md
---

# PoC Spec: Cache

## A) PoC Overview

😀 MySQL holds the rows, Redis the rest; AWS Lambda runs it, not RabbitMQ.

## E) Implementation Plan

FastAPI and Python read JSON; Git holds it.

```python
import redis
```

## J) Optional Extras

- Kafka and Redis
"""
FILES = {"1-notes.md": NOTES, "1-spec.md": SPEC}


def rows(outcome: Outcome) -> dict[str, tuple[str, ...]]:
    """The table's rows by technology."""
    lines = outcome.out.splitlines()[1:]
    starts = [lines[0].index(word) for word in lines[0].split("  ") if word]
    cells = [
        [line[start:end].strip() for start, end in zip(starts, [*starts[1:], None], strict=True)]
        for line in lines
    ]
    return {name: tuple(rest) for name, *rest in cells[1:]}


def technologies(outcome: Outcome) -> dict[str, Any]:
    """The JSON's technologies by name."""
    return {one["name"]: one for one in json.loads(outcome.out)["technologies"]}


README = {
    "2-notes.md": "# Queues\n\nWe put jobs for FastAPI into Redis, on AWS.\n",
    "2-spec.md": "# PoC Spec: Jobs\n\n## A) PoC Overview\n\nFastAPI takes the jobs, RabbitMQ keeps them, not "
    "Redis.\nThey run on AWS Lambda.\n\n## J) Optional Extras\n\n- Grafana\n",
}


def test_the_readme_shows_a_real_table(run: Run) -> None:
    outcome = run("scope", "2-spec.md", files=README)
    page = Path(__file__).parents[2] / "README.md"
    assert f"$ planls scope 2-spec.md\n{outcome.out}```" in page.read_text(encoding="utf-8")


def test_the_table(run: Run) -> None:
    outcome = run("scope", "1-spec.md", files=FILES)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines()[0] == "scope of 1-spec.md: 1-notes.md (front matter)"
    found = rows(outcome)
    assert found["MySQL"] == ("no", "not in the notes", "-", "9")
    assert found["Redis"] == ("no", "not in the notes", "-", "9, 16, 21 (extra)")
    assert found["AWS Lambda"] == ("near", "part of AWS, which the notes name", "1-notes.md:3", "9")
    assert found["Apache Kafka"] == ("extra", "not in the notes", "-", "21 (extra)")
    assert found["RabbitMQ"] == ("aside", "not in the notes", "-", "9 (aside)")
    assert found["FastAPI"] == ("yes", "named in the notes", "1-notes.md:3", "13")
    assert "JSON" not in found
    assert found["Git"][:2] == ("yes", "may always be used")
    assert found["Python"][0] == "yes"
    order = [standing for standing, *_ in found.values()]
    assert order == sorted(order, key=["no", "near", "extra", "aside", "yes"].index)


def test_json(run: Run) -> None:
    outcome = run("scope", "--output-format", "json", "1-spec.md", files=FILES)
    assert (outcome.code, outcome.err) == (0, "")
    assert list(json.loads(outcome.out)) == ["technologies"]
    found = technologies(outcome)
    assert list(found)[:2] == ["MySQL", "Redis"]
    assert found["Redis"] == {
        "name": "Redis",
        "in_scope": False,
        "because": "not in the notes",
        "certainty": "structural",
        "uses": [
            {"line": 9, "column": 25, "text": "Redis"},
            {"line": 16, "column": 8, "text": "redis"},
            {"line": 21, "column": 13, "text": "Redis"},
        ],
    }
    assert found["FastAPI"]["in_scope"] is True
    assert found["FastAPI"]["because"] == "named in the notes (1-notes.md:3)"
    assert found["AWS Lambda"]["in_scope"] is False
    assert found["MySQL"]["certainty"] == "named"


ALLOWED = [
    {"planls.toml": '[scope]\nallow = ["Redis"]\n'},
    {"pyproject.toml": '[tool.planls.scope]\nallow = ["redis"]\n'},
    {"1-spec.md": SPEC.replace("---\n", "---\nplanls: {allow: [Redis]}\n", 1)},
]


@pytest.mark.parametrize("files", ALLOWED)
def test_what_is_allowed_is_in_scope(run: Run, files: dict[str, str]) -> None:
    found = rows(run("scope", "1-spec.md", files=FILES | files))
    assert found["Redis"][:3] == ("yes", "allowed", "-")
    assert found["MySQL"][0] == "no"


def test_a_configuration_that_is_named_counts(run: Run) -> None:
    files = FILES | {"a/x.toml": '[scope]\nallow = ["Redis"]\n'}
    assert rows(run("scope", "--config", "a/x.toml", "1-spec.md", files=files))["Redis"][0] == "yes"


WITHOUT: dict[str, tuple[dict[str, str], str]] = {
    # files, the first line for a.md
    "of no kind": ({"a.md": "# About\n\nRedis\n"}, "a.md is not a plan or spec: no scope"),
    "no notes": (
        {"a.md": "# PoC Spec: X\n\nRedis\n"},
        "no notes found for a.md: name them in its front matter, `notes: FILE.md`",
    ),
    "missing notes": (
        {"a.md": "---\nnotes: b.md\n---\n# PoC Spec: X\n\nRedis\n"},
        "no notes found for a.md: b.md: there is no such file",
    ),
    "none on purpose": (
        {"a.md": "---\nnotes: none\n---\n# PoC Spec: X\n\nRedis\n"},
        "scope of a.md: none, it says that it has no notes",
    ),
}


@pytest.mark.parametrize("case", WITHOUT)
def test_without_notes_nothing_is_judged(run: Run, case: str) -> None:
    files, first = WITHOUT[case]
    outcome = run("scope", "a.md", files=files)
    assert (outcome.code, outcome.out.splitlines()[0]) == (0, first)
    assert rows(outcome)["Redis"][0] == "named"
    (redis,) = technologies(run("scope", "a.md", "--output-format", "json")).values()
    assert (redis["name"], redis["in_scope"], redis["because"]) == ("Redis", None, "no notes")


def test_a_document_that_names_nothing(run: Run) -> None:
    outcome = run("scope", "a.md", files={"a.md": ""})
    assert outcome.out.splitlines()[1:] == ["no technology is named"]
    assert json.loads(run("scope", "a.md", "--output-format", "json").out) == {"technologies": []}


def test_files_are_named_as_the_user_sees_them(run: Run) -> None:
    files = {"notes/1.md": NOTES, "docs/a.md": SPEC.replace("1-notes.md", "../notes/1.md")}
    outcome = run("scope", "docs/a.md", files=files)
    assert outcome.out.splitlines()[0] == "scope of docs/a.md: notes/1.md (front matter)"
    assert rows(outcome)["FastAPI"][2] == "notes/1.md:3"


def test_standard_input(run: Run) -> None:
    spoken = run(
        "scope", "-", "--stdin-filename", "1-spec.md", files={"1-notes.md": NOTES}, stdin=SPEC.encode()
    )
    assert rows(spoken)["FastAPI"][0] == "yes"
    nameless = run("scope", "-", stdin=SPEC.encode())
    assert nameless.out.startswith("no notes found for standard input: --stdin-filename says where to look\n")
    of_no_kind = run("scope", "-", stdin=b"# Text\n")
    assert of_no_kind.out.startswith("standard input is not a plan or spec: no scope\n")


def test_of_many_lines_some_are_told(run: Run) -> None:
    found = rows(run("scope", "a.md", files={"a.md": "Redis\n" * 30}))
    assert found["Redis"][-1] == "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, … (30 in all)"


FAULTS = [
    (["nix.md"], {}, "error: nix.md: no such file or directory\n"),
    (["."], {}, "error: .: is a directory\n"),
    (["a.md"], {"a.md": b"\xff"}, "error: a.md: not UTF-8: byte 0 (line 1) is no text\n"),
    (["a.md"], {"a.md": "", "planls.toml": "x = 1"}, "error: planls.toml:1: unknown key `x`"),
    (["--config", "b.toml", "a.md"], {"a.md": ""}, "error: b.toml: no such file or directory\n"),
]


@pytest.mark.parametrize(("words", "files", "message"), FAULTS)
def test_faults(run: Run, words: list[str], files: dict[str, str | bytes], message: str) -> None:
    outcome = run("scope", *words, files=files)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(message)


@pytest.mark.parametrize("words", [[], ["a.md", "b.md"], ["a.md", "--stdin-filename", "b.md"]])
def test_wrong_usage(run: Run, words: list[str]) -> None:
    assert run("scope", *words, files={"a.md": "", "b.md": ""}).code == 2


@pytest.mark.parametrize(
    ("silent", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_colour(run: Run, monkeypatch: pytest.MonkeyPatch, silent: dict[str, str], *, coloured: bool) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in ({"TERM": "xterm"} | silent).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    plain, painted = "MySQL         no  ", "MySQL         \x1b[1;33mno\x1b[0m  "
    assert (painted if coloured else plain) in run("scope", "1-spec.md", files=FILES).out


def test_nothing_in_it_is_obeyed_by_a_terminal(run: Run) -> None:
    outcome = run("scope", "a\x1b.md", files={"a\x1b.md": "Redis\n"})
    assert "\x1b" not in outcome.out
