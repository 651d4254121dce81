"""Findings with several ways out: each is an action, and one of them edits the configuration."""

from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from planls.document.lines import split_lines
from planls.edits import apply_edits
from planls.lsp.convert import path_of
from planls.rule import Edit
from tests.lsp.editor import LITERALS, Editor, Editors, editor

pytestmark = pytest.mark.slow

ACTION: dict[str, Any] = {
    "codeAction": LITERALS["textDocument"]["codeAction"] | {"isPreferredSupport": True},
}
EDITS: dict[str, Any] = {"textDocument": ACTION}
VERSIONS: dict[str, Any] = EDITS | {"workspace": {"workspaceEdit": {"documentChanges": True}}}
CREATES: dict[str, Any] = EDITS | {
    "workspace": {"workspaceEdit": {"documentChanges": True, "resourceOperations": ["create"]}}
}
COMMANDS: dict[str, Any] = {"workspace": CREATES["workspace"]}

SPEC = """---
notes: 1-notes.md
---
# PoC Spec: Cache

## A) PoC Overview

MySQL holds the rows.
"""
FILES = {"1-notes.md": "# Notes\n\nFastAPI, PostgreSQL\n", "1-spec.md": SPEC}
PLACE = (7, 2)
ALLOW = "Allow “MySQL” in "


def write(folder: Path, files: dict[str, str]) -> str:
    """Put the files in a folder; the spec's URI."""
    for name, text in (FILES | files).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return (folder / "1-spec.md").as_uri()


async def offered(client: Editor, uri: str, only: str = "quickfix") -> list[Any]:
    """The actions at the technology."""
    place = types.Position(*PLACE)
    context = types.CodeActionContext([], [only])
    params = types.CodeActionParams(types.TextDocumentIdentifier(uri), types.Range(place, place), context)
    return list(await client.text_document_code_action_async(params) or [])


async def allowing(client: Editor, uri: str) -> Any:
    """The action that edits a configuration; None if it is not offered."""
    found = [one for one in await offered(client, uri) if one.title.startswith(ALLOW)]
    return next((one for one in found if not one.title.endswith("in this document (unsafe)")), None)


def applied(client: Editor, edit: Any) -> dict[Path, str]:
    """What the files of an edit hold after it."""
    texts: dict[Path, str] = {}
    for change in edit.document_changes or ():
        if isinstance(change, types.CreateFile):
            texts[file(change.uri)] = ""
        else:
            apply(client, texts, change.text_document.uri, change.edits)
    for uri, edits in (edit.changes or {}).items():
        apply(client, texts, uri, edits)
    return texts


def apply(client: Editor, texts: dict[Path, str], uri: str, edits: Any) -> None:
    """Apply the edits of one file."""
    path = file(uri)
    lines = split_lines(texts[path] if path in texts else path.read_text(encoding="utf-8"))
    spans = [Edit(client.converter.span(lines, edit.range), edit.new_text) for edit in edits]
    texts[path] = "".join(apply_edits(lines, spans))


def file(uri: str) -> Path:
    path = path_of(uri)
    assert path is not None
    return path


async def test_every_way_out_is_an_action_and_none_is_preferred(editors: Editors, tmp_path: Path) -> None:
    client, uri = await editors(CREATES), write(tmp_path, {})
    client.open(SPEC, uri)
    actions = await offered(client, uri)
    titles = [action.title for action in actions]
    assert "Replace “MySQL” by “PostgreSQL” (unsafe)" in titles
    assert "Allow “MySQL” in this document (unsafe)" in titles
    assert titles[-1] == "Allow “MySQL” in planls.toml"
    assert {action.is_preferred for action in actions} == {None}
    assert {action.kind for action in actions} == {types.CodeActionKind.QuickFix}
    assert {action.diagnostics[0].code for action in actions} == {"SCP001"}
    (fix_all,) = await offered(client, uri, "source.fixAll")
    assert "\nMySQL holds the rows.\n" in applied(client, fix_all.edit)[file(uri)]


CASES: dict[str, tuple[dict[str, Any], dict[str, str], str | None, str]] = {
    # capabilities, the files that there are, the file that is edited (None: none), what it says then
    "a new file": (CREATES, {}, "planls.toml", '[scope]\nallow = ["MySQL"]\n'),
    "a new file as a command": (COMMANDS, {}, "planls.toml", '[scope]\nallow = ["MySQL"]\n'),
    "no new file where the client cannot": (VERSIONS, {}, None, ""),
    "none without versions": (EDITS, {}, None, ""),
    "a list": (
        VERSIONS,
        {"planls.toml": '# é 😀\nscope.allow = ["😀 A"] # ours\n'},
        "planls.toml",
        '# é 😀\nscope.allow = ["😀 A", "MySQL"] # ours\n',
    ),
    "without versions": (
        EDITS,
        {".planls.toml": 'ignore = ["STR001"]\n'},
        ".planls.toml",
        'ignore = ["STR001"]\n\n[scope]\nallow = ["MySQL"]\n',
    ),
    "a project's": (
        CREATES,
        {"pyproject.toml": "[tool.planls]\n"},
        "pyproject.toml",
        '[tool.planls]\n\n[tool.planls.scope]\nallow = ["MySQL"]\n',
    ),
    "what cannot be added to": (CREATES, {"planls.toml": "scope = { defaults = [] }\n"}, None, ""),
    "a faulty one": (CREATES, {"planls.toml": "[scope\n"}, None, ""),
}


@pytest.mark.parametrize("case", CASES)
async def test_it_is_allowed_in_the_configuration(editors: Editors, tmp_path: Path, case: str) -> None:
    capabilities, files, name, text = CASES[case]
    client, uri = await editors(capabilities), write(tmp_path, files)
    client.open(SPEC, uri)
    action = await allowing(client, uri)
    assert (action is None) == (name is None)
    if action is None:
        return
    assert action.title == f"{ALLOW}{name}"
    if isinstance(action, types.Command):
        params = types.ExecuteCommandParams(action.command, action.arguments)
        await client.workspace_execute_command_async(params)
        (action,) = await client.until(lambda: client.applied)
    assert applied(client, action.edit) == {tmp_path / str(name): text}


async def test_a_document_without_a_file_has_no_configuration(editors: Editors) -> None:
    client = await editors(CREATES)
    client.open(SPEC)
    assert await allowing(client, "untitled:plan.md") is None


@pytest.mark.slow  # a server of its own
async def test_a_new_configuration_is_the_workspaces_and_counts(tmp_path: Path) -> None:
    inner = tmp_path / "docs" / "poc"
    uri = write(inner, {})
    async with editor(CREATES, folders=[tmp_path.as_uri(), (tmp_path / "docs").as_uri()]) as client:
        client.open(SPEC, uri)
        action = await allowing(client, uri)
        ((path, text),) = applied(client, action.edit).items()
        assert path == tmp_path / "docs" / "planls.toml"
        path.write_text(text, encoding="utf-8")
        event = types.FileEvent(path.as_uri(), types.FileChangeType.Created)
        client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        assert await offered(client, uri) == []
