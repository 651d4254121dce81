"""Code lenses and inlay hints: progress and minutes at headings, where the client and the user want them."""

from typing import Any

import pytest
from lsprotocol import types

from tests.lsp.editor import PLAN_URI, Editor, Editors, editor

pytestmark = pytest.mark.slow  # a server of its own for each set of capabilities

LENSES: dict[str, Any] = {"textDocument": {"codeLens": {}}}
HINTS: dict[str, Any] = {"textDocument": {"inlayHint": {}}}
BOTH: dict[str, Any] = {"textDocument": {"codeLens": {}, "inlayHint": {}}}
REFRESHES: dict[str, Any] = {
    **BOTH,
    "workspace": {"codeLens": {"refreshSupport": True}, "inlayHint": {"refreshSupport": True}},
}
EVERYTHING = types.Range(types.Position(0, 0), types.Position(99, 0))

PLAN = """\
# PoC 3 Implementation Plan: Search

## Implementation Steps

### Step 1: Index 💡 the café (~20 min)

- [x] Read the pages
- [ ] Write the index

### Step 2: Ask

**Estimate**: 1-2 h

### ~~Step 3~~: Moved

## Production-Grade Checklist

- [x] **No mock data**: The real handbook is indexed
- [ ] **Tests exist**: `pytest tests/search`
"""


async def lenses(client: Editor, uri: str = PLAN_URI) -> list[tuple[int, str]]:
    """Line and text of each code lens."""
    params = types.CodeLensParams(types.TextDocumentIdentifier(uri))
    found = await client.text_document_code_lens_async(params)
    return [(one.range.start.line, one.command.title) for one in found or () if one.command]


async def hints(client: Editor, place: types.Range = EVERYTHING) -> list[tuple[int, int, str]]:
    """Line, character and text of each inlay hint."""
    params = types.InlayHintParams(types.TextDocumentIdentifier(PLAN_URI), place)
    found = await client.text_document_inlay_hint_async(params)
    return [(one.position.line, one.position.character, str(one.label)) for one in found or ()]


async def test_lenses_tell_how_far_the_document_and_each_step_have_come(editors: Editors) -> None:
    client = await editors(BOTH)
    client.open(PLAN)
    assert await lenses(client) == [
        (0, "Draft: 0 of 2 steps, 1 of 2 tasks, 1 of 2 checks"),
        (4, "1 of 2 tasks, about 20 min"),
        (9, "about 2 h (more than 30 min)"),
    ]


async def test_lenses_follow_the_text(editors: Editors) -> None:
    client = await editors(BOTH)
    client.open(PLAN)
    client.change(((7, 3, 7, 4), "x"))
    assert (await lenses(client))[:2] == [
        (0, "All tasks ticked: 1 of 2 steps, 2 of 2 tasks, 1 of 2 checks"),
        (4, "2 of 2 tasks, about 20 min"),
    ]


async def test_hints_give_the_minutes_of_each_step_and_of_all(editors: Editors) -> None:
    client = await editors(BOTH)
    client.open(PLAN)
    total, *steps = await hints(client)
    assert total == (2, 23, "~2.3 h")
    assert steps == [(9, 15, "~2 h")]  # what the heading says need not be said again


async def test_hints_are_given_for_the_range_that_is_asked_for(editors: Editors) -> None:
    client = await editors(BOTH)
    client.open(PLAN)
    assert await hints(client, types.Range(types.Position(5, 0), types.Position(12, 0))) == [(9, 15, "~2 h")]


NOTHING = ["# Shopping\n\n- [ ] milk\n", ""]


@pytest.mark.parametrize("text", NOTHING)
async def test_elsewhere_there_is_nothing_to_show(editors: Editors, text: str) -> None:
    client = await editors(BOTH)
    client.open(text)
    assert await lenses(client) == []
    assert await lenses(client, "untitled:other.md") == []
    assert await hints(client) == []


@pytest.mark.parametrize(
    ("capabilities", "offered"), [({}, (False, False)), (LENSES, (True, False)), (HINTS, (False, True))]
)
async def test_a_client_is_offered_what_it_can_show(
    editors: Editors, capabilities: dict[str, Any], offered: tuple[bool, bool]
) -> None:
    found = (await editors(capabilities)).initialized_with
    assert (found.code_lens_provider is not None, found.inlay_hint_provider is not None) == offered


async def test_each_is_switched_off_by_its_setting_at_once() -> None:
    async with editor(REFRESHES) as client:
        asked: list[str] = []
        client.feature(types.WORKSPACE_CODE_LENS_REFRESH)(lambda *_: asked.append("lenses"))
        client.feature(types.WORKSPACE_INLAY_HINT_REFRESH)(lambda *_: asked.append("hints"))
        client.open(PLAN)
        assert await lenses(client)
        for off, left in (({"lenses": False}, (False, True)), ({"hints": False}, (True, False))):
            asked.clear()
            said = {"planls": {"editor": off}}
            client.workspace_did_change_configuration(types.DidChangeConfigurationParams(said))
            await client.until(lambda: sorted(asked) == ["hints", "lenses"])
            assert (bool(await lenses(client)), bool(await hints(client))) == left


HOVERS = [
    # line, what hover says of the step whose heading is there
    (4, "About 20 min, estimated by its author"),
    (9, "About 2 h, estimated by its author"),
    (15, "About 15 min, estimated by what it holds: 1 task (4 min)"),
    (2, None),
    (13, None),
]


@pytest.mark.parametrize(("line", "text"), HOVERS)
async def test_hover_tells_what_a_step_takes(editors: Editors, line: int, text: str | None) -> None:
    client = await editors(BOTH)
    client.open(PLAN.replace("## Production", "### Step 4: Ship\n\n- [ ] Ship it\n\n## Production"))
    place = types.HoverParams(types.TextDocumentIdentifier(PLAN_URI), types.Position(line, 6))
    found = await client.text_document_hover_async(place)
    said = found.contents.value if found and isinstance(found.contents, types.MarkupContent) else ""
    assert (text in said) if text else "estimated" not in said
