"""Hover on a technology: whether it is in scope, and where the notes say so."""

from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from planls.lsp.technologies import sentence
from planls_rules import find_rule
from tests.lsp.editor import Editor, Editors

MARKDOWN: dict[str, Any] = {"textDocument": {"hover": {"contentFormat": ["markdown", "plaintext"]}}}

QUOTE = "We use FastAPI with PostgreSQL on AWS."
NOTES = f"# Caching\n\n- First things first. {QUOTE} Nothing else.\n"
SPEC = """---
notes: 1-notes.md
---
# PoC Spec: Cache

## A) PoC Overview

😀 MySQL holds the rows, Redis the rest; AWS Lambda runs it, not RabbitMQ.
FastAPI is there, and JSON, and Git.

## J) Optional Extras

- Kafka
"""

SAID: dict[str, tuple[tuple[int, int], str, str]] = {
    # where the cursor is (units of UTF-16), what of the text is meant, what is said; LINE links to the notes
    "out of scope": (
        (7, 3),
        "MySQL",
        "**MySQL** — not in scope: not in the notes. For this there is PostgreSQL in the notes (LINE).",
    ),
    "behind its last letter": (
        (7, 30),
        "Redis",
        "**Redis** — not in scope: not in the notes.",
    ),
    "near": (
        (7, 45),
        "AWS Lambda",
        f"**AWS Lambda** — close to the scope: part of AWS, which the notes name (LINE).\n\n> {QUOTE}",
    ),
    "denied": (
        (7, 70),
        "RabbitMQ",
        "**RabbitMQ** — not in scope, but not used either: not in the notes.",
    ),
    "named": (
        (8, 0),
        "FastAPI",
        f"**FastAPI** — in scope: named in the notes (LINE).\n\n> {QUOTE}",
    ),
    "of the house": ((8, 33), "Git", "**Git** — in scope: may always be used."),
    "an extra": (
        (12, 4),
        "Kafka",
        "**Apache Kafka** — not in scope, an optional extra only: not in the notes.",
    ),
}


def write(folder: Path, spec: str = SPEC, notes: str = NOTES) -> str:
    """Put the two documents in a folder; the spec's URI."""
    (folder / "1-notes.md").write_text(notes, encoding="utf-8")
    (folder / "1-spec.md").write_text(spec, encoding="utf-8")
    return (folder / "1-spec.md").as_uri()


async def hover(client: Editor, uri: str, line: int, character: int) -> types.Hover | None:
    name = types.TextDocumentIdentifier(uri)
    return await client.text_document_hover_async(types.HoverParams(name, types.Position(line, character)))


def text_of(found: types.Hover | None) -> str:
    assert found is not None
    assert isinstance(found.contents, types.MarkupContent)
    return found.contents.value


@pytest.mark.parametrize("case", SAID)
async def test_a_technology(editors: Editors, tmp_path: Path, case: str) -> None:
    (line, character), text, said = SAID[case]
    client, uri = await editors(MARKDOWN), write(tmp_path)
    client.open(SPEC, uri)
    found = await hover(client, uri, line, character)
    first = text_of(found).split("\n\n---\n\n")[0]
    address = (tmp_path / "1-notes.md").as_uri()
    assert first == said.replace("LINE", f"[1-notes.md line 3]({address}#L3)")
    assert found is not None
    assert found.range is not None
    span = client.converter.span(SPEC.splitlines(keepends=True), found.range)
    assert SPEC.splitlines()[span.line][span.column : span.end_column] == text


async def test_a_client_without_markdown_gets_plain_text(editors: Editors, tmp_path: Path) -> None:
    client, uri = await editors({}), write(tmp_path)
    client.open(SPEC, uri)
    said = text_of(await hover(client, uri, 8, 0))
    assert said == f"FastAPI — in scope: named in the notes (1-notes.md line 3).\n\n“{QUOTE}”"


async def test_a_finding_on_it_is_told_below(editors: Editors, tmp_path: Path) -> None:
    client, uri = await editors(MARKDOWN), write(tmp_path)
    client.open(SPEC, uri)
    first, *rest = text_of(await hover(client, uri, 7, 3)).split("\n\n---\n\n")
    rule = find_rule("out-of-scope-technology")
    assert rule is not None
    assert first.startswith("**MySQL**")
    assert [rule.summary in page for page in rest] == [True]


async def test_the_text_that_is_being_typed_counts(editors: Editors, tmp_path: Path) -> None:
    client, uri = await editors(MARKDOWN), write(tmp_path)
    notes = (tmp_path / "1-notes.md").as_uri()
    client.open(NOTES, notes)
    client.open(SPEC, uri)
    client.change((None, NOTES.replace("FastAPI", "MySQL")), uri=notes)
    assert text_of(await hover(client, uri, 7, 3)).startswith("**MySQL** — in scope: named in the notes")


ELSEWHERE = {
    "plain words": (SPEC, 7, 10),
    "the end of a line": (SPEC, 8, 99),
    "no notes": (SPEC.replace("1-notes.md", "none"), 8, 0),
    "of no kind": ("# FastAPI\n", 0, 3),
}


@pytest.mark.parametrize("case", ELSEWHERE)
async def test_elsewhere_nothing_is_said_of_technologies(editors: Editors, tmp_path: Path, case: str) -> None:
    text, line, character = ELSEWHERE[case]
    client, uri = await editors(MARKDOWN), write(tmp_path)
    client.open(text, uri)
    found = await hover(client, uri, line, character)
    assert found is None or " scope: " not in text_of(found)


SENTENCES = [
    # a line of the notes, a word in it, its sentence
    ("We use Redis.", "Redis", "We use Redis."),
    ("- [ ] 3. Redis is it", "Redis", "Redis is it"),
    ("## Redis", "Redis", "Redis"),
    ("| Redis | cache |", "Redis", "Redis | cache |"),
    ("Go 1.24 is new! Use Redis? Yes.", "Redis", "Use Redis?"),
    ("Redis first. Then more.", "Redis", "Redis first."),
    ("    - Redis", "Redis", "Redis"),
    ("a " * 200 + "Redis " + "b " * 200, "Redis", f"… {'a ' * 50}Redis {'b ' * 47}".strip() + " …"),
    ("", "", ""),
]


@pytest.mark.parametrize(("line", "word", "expected"), SENTENCES)
def test_the_sentence_of_the_notes(line: str, word: str, expected: str) -> None:
    assert sentence(line, line.index(word)) == expected
