"""Paths: definition and links lead to the folder tree, completion in code takes them from there."""

import pytest
from lsprotocol import types

from tests.lsp.editor import PLAN_URI, PUSH, Editor, Editors

SPEC = """\
# PoC Spec: Tollgate

## Scope Mapping

| Note topic | Where |
|---|---|
| 日本 Buckets | `bucket.py` → `take` |
| Clocks 👍🏽 | `src/app/clock.py`, `docs/gone.md` |

Write it in `

## Repo Structure

```text
tollgate/
├── src/
│   └── app/
│       ├── bucket.py   # the arithmetic
│       └── clock.py
└── tests/
```
"""
NAME = types.TextDocumentIdentifier(PLAN_URI)
LINES = SPEC.split("\n")


def place(text: str) -> types.Position:
    """Where a text stands, in UTF-16 code units."""
    line = next(n for n, each in enumerate(LINES) if text in each)
    return types.Position(line, len(LINES[line].partition(text)[0].encode("utf-16-le")) // 2)


async def opened(editors: Editors) -> Editor:
    client = await editors(PUSH)
    client.open(SPEC)
    return client


@pytest.mark.parametrize(
    ("said", "drawn"), [("bucket.py`", "bucket.py   #"), ("src/app/clock.py", "clock.py\n")]
)
async def test_a_path_leads_to_its_line_in_the_tree(editors: Editors, said: str, drawn: str) -> None:
    client = await opened(editors)
    found = await client.text_document_definition_async(types.DefinitionParams(NAME, place(said)))
    assert isinstance(found, types.Location)
    line = SPEC.split(drawn, maxsplit=1)[0].count("\n")
    name = drawn.split(maxsplit=1)[0]
    start = LINES[line].index(name)
    assert found.range == types.Range(types.Position(line, start), types.Position(line, start + len(name)))


@pytest.mark.parametrize("said", ["take", "docs/gone.md", "Scope Mapping"])
async def test_what_is_no_path_of_the_tree_leads_nowhere(editors: Editors, said: str) -> None:
    client = await opened(editors)
    assert await client.text_document_definition_async(types.DefinitionParams(NAME, place(said))) is None


async def test_every_path_of_the_tree_is_a_link_to_it(editors: Editors) -> None:
    client = await opened(editors)
    links = await client.text_document_document_link_async(types.DocumentLinkParams(NAME))
    found = [(link.range.start, (link.target or "").rpartition("#")[2]) for link in links or []]
    assert found == [(place("bucket.py`"), "L18"), (place("src/app/clock.py"), "L19")]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ["src/", "src/app/", "src/app/bucket.py", "src/app/clock.py", "tests/"]),
        ("src/app/c", ["src/app/clock.py"]),
    ],
)
async def test_in_code_the_paths_are_offered(editors: Editors, typed: str, expected: list[str]) -> None:
    client = await opened(editors)
    start = place("Write it in `")
    column = start.character + len("Write it in `")
    client.change(((start.line, column, start.line, column), typed))
    cursor = types.Position(start.line, column + len(typed))
    found = await client.text_document_completion_async(types.CompletionParams(NAME, cursor))
    assert isinstance(found, types.CompletionList)
    assert [item.label for item in found.items] == expected
    edits = [item.text_edit for item in found.items]
    assert all(isinstance(e, types.TextEdit) and e.range.start.character == column for e in edits)


async def test_outside_of_code_no_path_is_offered(editors: Editors) -> None:
    client = await opened(editors)
    found = await client.text_document_completion_async(types.CompletionParams(NAME, place("Buckets")))
    assert found is None
