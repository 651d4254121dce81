"""Settings: from the editor in each way that editors have, from files, and what is said of wrong ones."""

from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from tests.lsp.editor import PULL, Editor, editor
from tests.lsp.plans import MISSPELLED

pytestmark = pytest.mark.slow  # a server of its own for each

ASKS: dict[str, Any] = {"workspace": {"configuration": True}}
WATCHES: dict[str, Any] = {"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}}
REFRESHES: dict[str, Any] = {"workspace": {"diagnostics": {"refreshSupport": True}}}

HINT = {"severity": {"misspelled-heading": "hint"}}
OFF = {"ignore": ["STR005"]}
WARNING, INFORMATION = types.DiagnosticSeverity.Warning, types.DiagnosticSeverity.Information
HINTED = types.DiagnosticSeverity.Hint


def seen(client: Editor, uri: str) -> Any:
    """The severity of the misspelled heading as last published; None: no such finding."""
    last = [p for p in client.published if p.uri == uri][-1:]
    return next((d.severity for p in last for d in p.diagnostics if d.code == "STR005"), None)


async def reaches(client: Editor, severity: Any, uri: str = "untitled:plan.md") -> None:
    """Wait until the misspelled heading has this severity."""
    await client.until(lambda: client.published and seen(client, uri) == severity)


OPTIONS = [
    # initializationOptions, severity
    (None, WARNING),
    ({}, WARNING),
    (HINT, HINTED),
    ({"planls": HINT}, HINTED),
    (OFF, None),
    (HINT | {"trace": {"server": "off"}, "path": "planls", "exclude": None}, HINTED),
    ("nonsense", WARNING),
]


@pytest.mark.parametrize(("options", "severity"), OPTIONS)
async def test_initialization_options(options: Any, severity: Any) -> None:
    async with editor(options=options) as client:
        client.open(MISSPELLED)
        await reaches(client, severity)
        assert client.messages == []


async def test_the_client_is_asked_where_it_can_be() -> None:
    async with editor(ASKS, options=OFF, configuration={"planls": HINT}) as client:
        client.open(MISSPELLED)
        await reaches(client, HINTED)
        client.set_configuration({"planls": OFF})
        client.workspace_did_change_configuration(types.DidChangeConfigurationParams(None))
        await reaches(client, None)


PUSHED = [({"planls": HINT}, HINTED), (HINT, HINTED), ({"planls": OFF}, None), ({"planls": {}}, WARNING)]


@pytest.mark.parametrize(("settings", "severity"), PUSHED)
async def test_settings_are_taken_where_they_are_sent(settings: Any, severity: Any) -> None:
    async with editor(options={"severity": {"STR005": "information"}}) as client:
        client.open(MISSPELLED)
        await reaches(client, INFORMATION)
        client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings))
        await reaches(client, severity)


async def test_empty_settings_say_nothing() -> None:
    async with editor(options=HINT) as client:
        client.workspace_did_change_configuration(types.DidChangeConfigurationParams({}))
        client.open(MISSPELLED)
        await reaches(client, HINTED)


@pytest.fixture
def plan(tmp_path: Path) -> str:
    """The URI of a plan in a folder of its own."""
    return (tmp_path / "docs" / "plan.md").as_uri()


async def test_a_file_beats_the_editor(tmp_path: Path, plan: str) -> None:
    (tmp_path / "planls.toml").write_text('[severity]\nSTR005 = "information"\n')
    async with editor(options={"severity": {"STR005": "error", "STR007": "hint"}}) as client:
        client.open(MISSPELLED, plan)
        await reaches(client, INFORMATION, plan)
        assert {d.severity for d in client.published[-1].diagnostics if d.code == "STR007"} == {HINTED}


async def test_a_file_that_changes_counts_at_once(tmp_path: Path, plan: str) -> None:
    async with editor(WATCHES) as client:
        (registered,) = await client.until(lambda: client.registered)
        assert registered.method == "workspace/didChangeWatchedFiles"
        watchers: Any = registered.register_options
        assert [watcher["globPattern"] for watcher in watchers["watchers"]] == [
            "**/.planls.toml",
            "**/planls.toml",
            "**/pyproject.toml",
        ]
        client.open(MISSPELLED, plan)
        await reaches(client, WARNING, plan)
        (tmp_path / "planls.toml").write_text('ignore = ["STR005"]\n')
        changed(client, tmp_path / "planls.toml")
        await reaches(client, None, plan)


async def test_a_client_that_does_not_watch_files_has_them_read_when_it_opens_one(
    tmp_path: Path, plan: str
) -> None:
    async with editor() as client:
        client.open(MISSPELLED, plan)
        await reaches(client, WARNING, plan)
        (tmp_path / "planls.toml").write_text('ignore = ["STR005"]\n')
        client.close(plan)
        client.open(MISSPELLED, plan)
        await reaches(client, None, plan)


async def test_a_client_that_wants_to_be_asked_is_asked_for_changes_of_its_settings() -> None:
    async with editor({"workspace": {"didChangeConfiguration": {"dynamicRegistration": True}}}) as client:
        (registered,) = await client.until(lambda: client.registered)
        assert registered.method == "workspace/didChangeConfiguration"
        assert registered.register_options == {"section": "planls"}


async def test_a_client_that_pulls_is_told_to_pull_again(tmp_path: Path, plan: str) -> None:
    async with editor(PULL | REFRESHES) as client:
        client.open(MISSPELLED, plan)
        before = await client.pull(uri=plan)
        (tmp_path / "planls.toml").write_text('ignore = ["STR005"]\n')
        changed(client, tmp_path / "planls.toml")
        await client.until(lambda: client.diagnostic_refresh_count)
        after = await client.pull(before.result_id, plan)
        assert isinstance(after, types.RelatedFullDocumentDiagnosticReport)
        assert "STR005" not in [d.code for d in after.items]


def changed(client: Editor, path: Path) -> None:
    """Say that a file changed."""
    events = [types.FileEvent(path.as_uri(), types.FileChangeType.Changed)]
    client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(events))


async def test_a_wrong_file_is_told_once_and_the_defaults_count(tmp_path: Path, plan: str) -> None:
    file = tmp_path / "planls.toml"
    file.write_text('ignore = ["STR005"]\n\nsevertiy = 1\n')
    async with editor() as client:
        client.open(MISSPELLED, plan)
        client.open(MISSPELLED, plan.replace("plan.md", "other-plan.md"))
        await reaches(client, WARNING, plan.replace("plan.md", "other-plan.md"))
        (message,) = client.messages
        assert message.message.startswith(
            f"{file}:3: unknown key `severtiy`; did you mean `severity`? (until"
        )
        changed(client, file)
        await client.until(lambda: len(client.messages) == 2)
        file.write_text('ignore = ["STR005"]\n')
        changed(client, file)
        await reaches(client, None, plan)
        assert len(client.messages) == 2


async def test_wrong_settings_of_the_editor_are_told() -> None:
    async with editor(options={"ignroe": []}) as client:
        client.open(MISSPELLED)
        await reaches(client, WARNING)
        (message,) = client.messages
        assert message.message.startswith("editor settings: unknown key `ignroe`; did you mean `ignore`?")
        assert message.type == types.MessageType.Warning


async def test_globs_are_read_from_the_workspaces_root(tmp_path: Path) -> None:
    text = "# Ideas\n\n## Implementaton Steps\n"
    options = {"kinds": {"plan": {"files": ["ideas/*.md"]}}}
    uri = (tmp_path / "ideas" / "one.md").as_uri()
    async with editor(options=options, root=tmp_path.as_uri()) as client:
        client.open(text, uri)
        await reaches(client, WARNING, uri)


async def test_settings_of_other_servers_are_left_alone() -> None:
    async with editor(options={"ignore": ["STR005"]}) as client:
        client.open(MISSPELLED)
        client.workspace_did_change_configuration(
            types.DidChangeConfigurationParams(settings={"pylsp": {"plugins": {}}})
        )
        await reaches(client, None)
        assert not client.messages
