"""Code actions: quick fixes, fix-all, and what clients without literals, resolve or versions get."""

from collections.abc import Callable
from typing import Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from planls.config import Settings
from planls.document.lines import split_lines
from planls.edits import apply_edits
from planls.linter import fix_text
from planls.lsp.convert import word
from planls.rule import Edit
from tests.lsp.editor import PLAN_URI, PUSH, Editor, Editors
from tests.lsp.plans import MISSPELLED, PLACEHOLDER, TITLE, UNTICKED

LITERAL = {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix", "source.fixAll"]}}}
LITERALS: dict[str, Any] = {"textDocument": {"codeAction": LITERAL | {"isPreferredSupport": True}}}
RESOLVES: dict[str, Any] = {
    "textDocument": {
        "codeAction": LITERAL | {"resolveSupport": {"properties": ["edit"]}, "dataSupport": True}
    }
}
VERSIONS: dict[str, Any] = LITERALS | {"workspace": {"workspaceEdit": {"documentChanges": True}}}

Place = tuple[int, int, int, int]
HEADING = (2, 5, 2, 5)
ALL = (0, 0, 99, 0)


async def actions(client: Editor, place: Place, *only: str, named: Any = ()) -> list[Any]:
    """The actions at a place, of these kinds."""
    line, character, end_line, end_character = place
    span = types.Range(types.Position(line, character), types.Position(end_line, end_character))
    context = types.CodeActionContext(list(named), list(only) or None)
    name = types.TextDocumentIdentifier(PLAN_URI)
    return list(
        await client.text_document_code_action_async(types.CodeActionParams(name, span, context)) or []
    )


def edited(client: Editor, text: str, edits: Any) -> str:
    """The text after the protocol's edits."""
    lines = split_lines(text)
    spans = [Edit(client.converter.span(lines, edit.range), edit.new_text) for edit in edits]
    return "".join(apply_edits(lines, spans))


def edits_of(edit: types.WorkspaceEdit | None) -> Any:
    """The edits for the one document."""
    assert edit is not None
    assert edit.changes is not None
    return edit.changes[PLAN_URI]


QUICK_FIXES: dict[str, tuple[str, Place, str, Callable[[str], str]]] = {
    "rename a heading": (MISSPELLED, HEADING, "STR005", lambda text: text.replace("ton Steps", "tion Steps")),
    "insert a field": (MISSPELLED, (4, 4, 4, 4), "STR007", lambda text: text.rstrip("\n") + OUTPUT),
    "with CRLF": (
        MISSPELLED.replace("\n", "\r\n"),
        (4, 4, 4, 4),
        "STR007",
        lambda text: text.rstrip("\r\n") + OUTPUT.replace("\n", "\r\n"),
    ),
    "tick an item": (UNTICKED, (4, 2, 4, 2), "PRD001", lambda text: text.replace("- [ ]", "- [x]", 1)),
}
OUTPUT = "\n\n**Output**: [File created, endpoint working, etc.]\n"


@pytest.mark.parametrize("name", QUICK_FIXES)
async def test_quick_fixes(editors: Editors, name: str) -> None:
    text, place, code, expected = QUICK_FIXES[name]
    client = await editors(LITERALS)
    client.open(text)
    found = [a for a in await actions(client, place, "quickfix") if a.diagnostics[0].code == code]
    assert edited(client, text, edits_of(found[0].edit)) == expected(text)
    assert {a.kind for a in found} == {types.CodeActionKind.QuickFix}


async def test_a_quick_fix_names_its_diagnostic_and_whether_it_is_safe(editors: Editors) -> None:
    client = await editors(LITERALS)
    client.open(UNTICKED)
    diagnostics = await client.diagnostics_now()
    offered = await actions(client, ALL, "quickfix")
    assert all(action.diagnostics[0] in diagnostics for action in offered)
    assert {action.title.endswith(" (unsafe)"): action.is_preferred for action in offered} == {
        True: None,
        False: True,
    }


WANTED = [
    # only, kinds that come
    ((), {"quickfix", "source.fixAll.planls"}),
    (("quickfix",), {"quickfix"}),
    (("source",), {"source.fixAll.planls"}),
    (("source.fixAll",), {"source.fixAll.planls"}),
    (("source.fixAll.planls",), {"source.fixAll.planls"}),
    (("quickfix", "source.fixAll"), {"quickfix", "source.fixAll.planls"}),
    (("source.fixAll.other",), set()),
    (("sour",), set()),
    (("refactor",), set()),
]


@pytest.mark.parametrize(("only", "kinds"), WANTED)
async def test_only_the_kinds_that_are_wanted_come(
    editors: Editors, only: tuple[str, ...], kinds: set[str]
) -> None:
    client = await editors(LITERALS)
    client.open(MISSPELLED)
    found = await actions(client, HEADING, *only)
    assert {word(action.kind) for action in found} == kinds


async def test_nothing_to_fix_gives_no_actions(editors: Editors) -> None:
    client = await editors(LITERALS)
    client.open("# Readme\n")
    assert await actions(client, ALL) == []


async def test_a_place_without_findings_has_the_fixes_of_the_diagnostics_that_are_named(
    editors: Editors,
) -> None:
    client = await editors(LITERALS)
    client.open(MISSPELLED)
    named = [d for d in await client.diagnostics_now() if d.code == "STR005"]
    assert await actions(client, (5, 0, 5, 0), "quickfix") == []
    found = await actions(client, (5, 0, 5, 0), "quickfix", named=named)
    assert "STR005" in [action.diagnostics[0].code for action in found]


FIX_ALL = {
    "misspelled": MISSPELLED,
    "title": TITLE,
    "CRLF": MISSPELLED.replace("\n", "\r\n"),
    "no end of line": TITLE.strip(),
    "wide characters": PLACEHOLDER,
}


@pytest.mark.parametrize("name", FIX_ALL)
async def test_fix_all_is_what_the_command_line_does(editors: Editors, name: str) -> None:
    text = FIX_ALL[name]
    client = await editors(LITERALS)
    client.open(text)
    (action,) = await actions(client, ALL, "source.fixAll")
    fixed = edited(client, text, edits_of(action.edit))
    assert fixed == fix_text(text, Settings())[0]
    client.change((None, fixed))
    assert await actions(client, ALL, "source.fixAll") == []


async def test_fix_all_touches_only_the_lines_that_change(editors: Editors) -> None:
    client = await editors(LITERALS)
    client.open(MISSPELLED)
    (action,) = await actions(client, ALL, "source.fixAll")
    assert all(MISSPELLED not in edit.new_text for edit in edits_of(action.edit))
    assert not any(edit.range.start.line < 1 for edit in edits_of(action.edit))


async def test_edits_have_a_version_where_the_client_heeds_it(editors: Editors) -> None:
    client = await editors(VERSIONS)
    client.open(MISSPELLED)
    (action,) = await actions(client, ALL, "source.fixAll")
    assert action.edit.changes is None
    (change,) = action.edit.document_changes
    assert change.text_document == types.OptionalVersionedTextDocumentIdentifier(
        PLAN_URI, client.document_version
    )


async def test_fix_all_is_computed_when_it_is_resolved(editors: Editors) -> None:
    client = await editors(RESOLVES)
    client.open(MISSPELLED)
    (action,) = await actions(client, ALL, "source.fixAll")
    assert action.edit is None
    resolved = await client.code_action_resolve_async(action)
    assert edited(client, MISSPELLED, edits_of(resolved.edit)) == fix_text(MISSPELLED, Settings())[0]
    client.change(((0, 0, 0, 0), " "))
    with pytest.raises(JsonRpcException) as stale:
        await client.code_action_resolve_async(action)
    assert stale.value.code == types.LSPErrorCodes.ContentModified


async def run(client: Editor, command: types.Command) -> None:
    """Run a command as a client does."""
    params = types.ExecuteCommandParams(command.command, command.arguments)
    await client.workspace_execute_command_async(params)


async def test_a_client_without_literals_gets_commands(editors: Editors) -> None:
    client = await editors(PUSH)
    client.open(MISSPELLED)
    offered = await actions(client, HEADING)
    assert all(isinstance(action, types.Command) for action in offered)
    (rename,) = [action for action in offered if action.title.startswith("Rename")]
    await run(client, rename)
    (applied,) = await client.until(lambda: client.applied)
    assert applied.label == rename.title
    assert edited(client, MISSPELLED, edits_of(applied.edit)) == MISSPELLED.replace("ton Steps", "tion Steps")


async def test_a_client_without_literals_gets_fix_all_as_a_command(editors: Editors) -> None:
    client = await editors(PUSH)
    client.open(MISSPELLED)
    (command,) = [action for action in await actions(client, ALL) if action.command == "planls.fixAll"]
    await run(client, command)
    (applied,) = await client.until(lambda: client.applied)
    assert edited(client, MISSPELLED, edits_of(applied.edit)) == fix_text(MISSPELLED, Settings())[0]


async def test_a_stale_command_is_refused(editors: Editors) -> None:
    client = await editors(PUSH)
    client.open(MISSPELLED)
    offered = await actions(client, HEADING)
    client.change(((0, 0, 0, 0), " "))
    for command in offered:
        with pytest.raises(JsonRpcException) as stale:
            await run(client, command)
        assert stale.value.code == types.LSPErrorCodes.ContentModified
    assert client.applied == []
