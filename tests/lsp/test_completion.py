"""Completion: the blocks that are missing, as snippets or as plain text."""

from typing import Any

import pytest
import pytest_asyncio
from lsprotocol import types

from tests.lsp.editor import PLAN_URI, PUSH, Editor, Editors
from tests.lsp.plans import MISSPELLED, TITLE

SNIPPETS: dict[str, Any] = {
    "textDocument": {
        "completion": {
            "completionItem": {"snippetSupport": True, "insertTextModeSupport": {"valueSet": [1, 2]}}
        }
    }
}


@pytest_asyncio.fixture(loop_scope="session", params=[PUSH, SNIPPETS], ids=["plain", "snippets"])
async def client(request: pytest.FixtureRequest, editors: Editors) -> Editor:
    """An editor of each sort."""
    return await editors(request.param)


async def complete(client: Editor, text: str) -> list[types.CompletionItem]:
    """The items at the place that ‸ marks."""
    before, _, after = text.partition("‸")
    line, character = before.count("\n"), len(before.rpartition("\n")[2])
    client.open(before + after)
    name, place = types.TextDocumentIdentifier(PLAN_URI), types.Position(line, character)
    answer = await client.text_document_completion_async(types.CompletionParams(name, place))
    assert answer is None or isinstance(answer, types.CompletionList)
    return list(answer.items) if answer else []


STEP = MISSPELLED.rstrip("\n") + "\n\n"

PLACES = [
    # text with the cursor, a label that is offered, one that is not
    (TITLE + "\n‸", "## Overview", "**Goal**"),
    (TITLE + "\n#‸", "## Overview", None),
    (TITLE + "\n##‸", "## Overview", None),
    (TITLE + "\n## ‸", "## Risks & Mitigations", None),
    (TITLE + "\n## ov‸", "## Overview", "## Risks & Mitigations"),
    (TITLE + "\n   ‸", "## Overview", None),
    (TITLE + "\n‸  \n", "## Overview", None),
    (TITLE + "\nwords ‸", None, "## Overview"),
    (TITLE + "\n‸words", None, "## Overview"),
    (TITLE + "\n#### ‸", None, "## Overview"),
    (STEP + "‸", "**Output**", "**Goal**"),
    (STEP + "*‸", "**Output**", "## Overview"),
    (STEP + "**‸", "**Output**", "## Overview"),
    (STEP + "‸", "### Step 2", None),
    (STEP + "#‸", "### Step 2", None),
    (STEP + "### S‸\n\n## Risks\n", "### Step 2", "**Output**"),
    (STEP + "**Ou‸", "**Output**", "## Overview"),
    (STEP + "**Output**‸", None, "**Output**"),
    ("# Readme\n\n‸", None, "## Overview"),
    (TITLE + "\n```\n‸\n```\n", None, "## Overview"),
]


@pytest.mark.parametrize(("text", "offered", "absent"), PLACES)
async def test_what_is_offered_where(
    client: Editor, text: str, offered: str | None, absent: str | None
) -> None:
    labels = [item.label for item in await complete(client, text)]
    assert offered is None or offered in labels
    assert absent is None or absent not in labels


TYPED = [
    # what is typed on the line, how much of it is indentation
    ("", 0),
    ("#", 0),
    ("## ", 0),
    ("## Ris", 0),
    ("  ", 2),
    ("  ##", 2),
]


@pytest.mark.parametrize(("typed", "margin"), TYPED)
async def test_what_is_inserted_goes_on_with_what_is_typed(client: Editor, typed: str, margin: int) -> None:
    items = await complete(client, f"{TITLE}\n{typed}‸")
    (item,) = [item for item in items if item.label == "## Risks & Mitigations"]
    assert isinstance(item.text_edit, types.TextEdit)
    assert item.text_edit.new_text.startswith("## Risks & Mitigations\n")
    assert item.text_edit.new_text.startswith(typed[margin:])
    assert str(item.filter_text).startswith(typed[margin:])
    assert item.text_edit.range == types.Range(types.Position(2, margin), types.Position(2, len(typed)))
    cut = types.TextEdit(types.Range(types.Position(2, 0), types.Position(2, margin)), "")
    assert list(item.additional_text_edits or []) == ([cut] if margin else [])


async def test_plain_text_has_no_tab_stops(editors: Editors) -> None:
    client = await editors(PUSH)
    for item in await complete(client, TITLE + "\n‸"):
        assert item.insert_text_format == types.InsertTextFormat.PlainText
        assert item.insert_text_mode is None
        assert "$" not in str(item.text_edit)


async def test_snippets_have_tab_stops(editors: Editors) -> None:
    client = await editors(SNIPPETS)
    items = await complete(client, TITLE + "\n‸")
    (item,) = [item for item in items if item.label == "## Risks & Mitigations"]
    assert item.insert_text_format == types.InsertTextFormat.Snippet
    assert item.insert_text_mode == types.InsertTextMode.AsIs
    assert isinstance(item.text_edit, types.TextEdit)
    assert "${1:[Risk 1]}" in item.text_edit.new_text


async def test_items_keep_the_order_of_the_offers(client: Editor) -> None:
    order = [str(item.sort_text) for item in await complete(client, TITLE + "\n‸")]
    assert order == sorted(set(order))
