"""Completion of the notes' topics: in a mapping's cells and in lists of what the notes teach."""

from pathlib import Path

import pytest
import pytest_asyncio
from lsprotocol import types

from tests.lsp.editor import PUSH, Editor, Editors

NOTES = """\
# Day 3: queues

## Introduction

## 1. Brokers
### 1.1 Partitions 👍🏽 (logs)
## 2. Delivery
- **Dead letters**: kept
## 3. Shell|pipes
"""
HEAD = "# PoC Spec: Mailbag\n\n> Notes: [notes](notes.md)\n\n"
TABLE = "## B) Scope Mapping\n\n| Note topic | Where |\n|---|---|\n"
ALL = ["Brokers", "Partitions 👍🏽", "Delivery", "Dead letters", "Shell|pipes"]


@pytest_asyncio.fixture(loop_scope="session")
async def client(editors: Editors) -> Editor:
    """An editor."""
    return await editors(PUSH)


async def complete(client: Editor, folder: Path, text: str) -> list[types.CompletionItem]:
    """The items at the place that ‸ marks, in their order."""
    (folder / "notes.md").write_text(NOTES, encoding="utf-8")
    before, _, after = f"{HEAD}{text}".partition("‸")
    line, typed = before.count("\n"), before.rpartition("\n")[2]
    uri = (folder / "mailbag.md").as_uri()
    client.open(before + after, uri)
    place = types.Position(line, len(typed.encode("utf-16-le")) // 2)
    params = types.CompletionParams(types.TextDocumentIdentifier(uri), place)
    answer = await client.text_document_completion_async(params)
    assert answer is None or isinstance(answer, types.CompletionList)
    return sorted(answer.items if answer else [], key=lambda item: str(item.sort_text))


PLACES = [
    # a spec with the cursor, the labels that are offered
    (f"{TABLE}| ‸", ALL),
    (f"{TABLE}|‸", ALL),
    (f"{TABLE}| ‸ | `a.py` |\n", ALL),
    (f"{TABLE}| de‸ | `a.py` |\n", ["Delivery", "Dead letters"]),
    (f"{TABLE}| letters‸ |\n", ["Dead letters"]),
    (f"{TABLE}| Brokers, pa‸ |\n", ["Partitions 👍🏽"]),
    (f"{TABLE}| **pa‸ |\n", ["Partitions 👍🏽"]),
    (f"{TABLE}| _Brokers_, _pa‸ |\n", ["Partitions 👍🏽"]),
    ("## B) Scope Mapping\n\n- **pa‸\n", ["Partitions 👍🏽"]),
    (f"{TABLE}| 1.‸ |\n", ["1.1 Partitions 👍🏽"]),
    (f"{TABLE}| Brokers | `a.py` |\n| ‸ |\n", [*ALL[1:], "Brokers"]),
    (f"{TABLE}| Brokers | ‸ |\n", []),
    (f"{TABLE}| `pa‸ |\n", []),
    ("## B) Scope Mapping\n\n| Note topic ‸| Where |\n|---|---|\n| x | y |\n", []),
    ("## B) Scope Mapping\n\n- Brokers → `a.py`\n- ‸", [*ALL[1:], "Brokers"]),
    ("## B) Scope Mapping\n\n* dead‸", ["Dead letters"]),
    ("## B) Scope Mapping\n\n- Brokers → ‸", []),
    ("**Key skills from the notes**:\n\n- ‸\n\n## B) Scope Mapping\n", ALL),
    ("**Key skills from the notes**:\n- Brokers\n- ‸\n\n## B) Scope Mapping\n", ALL),
    ("| Key skill | Goal |\n|---|---|\n| ‸ |\n\n## B) Scope Mapping\n", ALL),
    ("**PoC goal**:\n\n- ‸\n\n## B) Scope Mapping\n", []),
    ("## B) Scope Mapping\n\n```\n| ‸\n```\n", []),
    (f"{TABLE}| Brokers | x |\n\nText | ‸\n", []),
]


@pytest.mark.parametrize(("text", "offered"), PLACES)
async def test_what_is_offered_where(client: Editor, tmp_path: Path, text: str, offered: list[str]) -> None:
    items = await complete(client, tmp_path, text)
    assert [item.label for item in items if item.kind == types.CompletionItemKind.Reference] == offered


INSERTED = [
    # the line with the cursor, which topic, the line after it is taken
    ("| ‸ | `a.py` |", "Delivery", "| Delivery | `a.py` |"),
    ("|‸", "Delivery", "| Delivery"),
    ("| **De‸** |", "Delivery", "| **Delivery** |"),
    ("| 👍🏽, De‸ |", "Delivery", "| 👍🏽, Delivery |"),
    ("| 1‸ |", "1.1 Partitions 👍🏽", "| 1.1 Partitions 👍🏽 |"),
    ("| ‸ |", "Shell|pipes", "| Shell\\|pipes |"),
]


@pytest.mark.parametrize(("line", "label", "after"), INSERTED)
async def test_a_topic_replaces_what_is_typed(
    client: Editor, tmp_path: Path, line: str, label: str, after: str
) -> None:
    (item,) = [item for item in await complete(client, tmp_path, TABLE + line) if item.label == label]
    assert isinstance(item.text_edit, types.TextEdit)
    typed = line.replace("‸", "").encode("utf-16-le")
    place = item.text_edit.range
    parts = (typed[: 2 * place.start.character], item.text_edit.new_text.encode("utf-16-le"))
    assert (b"".join(parts) + typed[2 * place.end.character :]).decode("utf-16-le") == after
    assert str(item.filter_text) in item.text_edit.new_text


async def test_an_item_says_where_the_notes_have_it(client: Editor, tmp_path: Path) -> None:
    items = await complete(client, tmp_path, f"{TABLE}| ‸ |\n")
    assert [item.detail for item in items] == [f"notes line {line}" for line in (5, 6, 7, 8, 9)]


async def test_without_notes_none_is_offered(client: Editor) -> None:
    client.open(f"# PoC Spec: Mailbag\n\n{TABLE}| ")
    name = types.TextDocumentIdentifier("untitled:plan.md")
    params = types.CompletionParams(name, types.Position(6, 2))
    assert await client.text_document_completion_async(params) is None


async def test_a_cell_may_ask_by_itself(client: Editor) -> None:
    provider = client.initialized_with.completion_provider
    assert provider
    assert "|" in (provider.trigger_characters or [])
