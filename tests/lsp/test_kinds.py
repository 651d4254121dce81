"""A team's own kinds in an editor: read per document, read anew when files change, told when broken."""

from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from planls.config import Settings
from planls.linter import fix_text
from planls.workspace import kinds_for
from tests.lsp.editor import LITERALS, PULL, Editor, editor

pytestmark = pytest.mark.slow  # a server of its own for each

WATCHES: dict[str, Any] = {"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}}
REFRESHES: dict[str, Any] = {"workspace": {"diagnostics": {"refreshSupport": True}}}

CONFIG = '[kinds.rollout]\ntemplate = "t/rollout.md"\n'
TEMPLATE = "# Rollout [N]: [Service]\n\n## Why Now\n\n[Reason]\n"
OTHER = f"{TEMPLATE}\n## Way Back\n\n**Decided By**: [Name]\n"
DOCUMENT = "# Rollout 7: Search\n\n## Ground\n\nNow.\n"
WHY, WAY = "Section “Why Now” is missing", "Section “Way Back” is missing"
PLACEHOLDERS = [f"Placeholder “{text}” is not filled in" for text in ("[Service]", "[Reason]")]


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """A folder with a configuration and a template."""
    return made(tmp_path)


def made(folder: Path, template: str = TEMPLATE) -> Path:
    """The folder, with a configuration and a template."""
    (folder / "t").mkdir(parents=True)
    (folder / "planls.toml").write_text(CONFIG)
    (folder / "t" / "rollout.md").write_text(template)
    return folder


def said(client: Editor, uri: str) -> list[str] | None:
    """The findings as last published, without their ways out; None: nothing was."""
    last = next((p for p in reversed(client.published) if p.uri == uri), None)
    return sorted(d.message.partition("; ")[0] for d in last.diagnostics) if last else None


async def reaches(client: Editor, path: Path, *messages: str) -> None:
    """Wait until these are the findings of a file."""
    await client.until(lambda: said(client, path.as_uri()) == sorted(messages))


def open_in(client: Editor, path: Path, text: str = DOCUMENT) -> Path:
    """Open a file, which need not exist."""
    client.open(text, path.as_uri())
    return path


def changed(client: Editor, path: Path) -> None:
    """Say that a file changed."""
    events = [types.FileEvent(path.as_uri(), types.FileChangeType.Changed)]
    client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(events))


def saved(client: Editor, path: Path) -> None:
    """Say that a document was saved."""
    name = types.TextDocumentIdentifier(path.as_uri())
    client.text_document_did_save(types.DidSaveTextDocumentParams(name))


def watched(client: Editor) -> list[list[str]]:
    """The globs of each registration."""
    options: list[Any] = [one.register_options for one in client.registered]
    return [[watcher["globPattern"] for watcher in one["watchers"]] for one in options]


async def test_a_template_that_changes_counts_at_once(team: Path) -> None:
    async with editor(WATCHES) as client:
        document = open_in(client, team / "a.md")
        await reaches(client, document, WHY)
        for file, text, messages in (
            ("rollout.md", OTHER, [WHY, WAY]),
            ("rollout.toml", '[sections."Why Now"]\naliases = ["Ground"]\n', [WAY]),
            ("rollout.md", "# Audit [N]\n\n## Why Now\n", []),
        ):
            (team / "t" / file).write_text(text)
            changed(client, team / "t" / file)
            await reaches(client, document, *messages)


async def test_the_client_watches_the_files_of_the_kinds_that_it_needs(team: Path) -> None:
    async with editor(WATCHES) as client:
        open_in(client, team / "a.md")
        open_in(client, team / "b.md")
        await client.until(lambda: len(client.registered) == 2)
        assert watched(client)[1] == ["**/kind.toml", "**/rollout.md", "**/rollout.toml", "**/template.md"]
        (team / "planls.toml").write_text(CONFIG.replace("t/rollout.md", "t/other.md"))
        (team / "t" / "other.md").write_text(OTHER)
        changed(client, team / "planls.toml")
        await reaches(client, team / "b.md", WHY, WAY)
        await client.until(lambda: len(client.registered) == 3)
        assert watched(client)[2] == ["**/other.md", "**/other.toml"]
        assert len({one.id for one in client.registered}) == 3


async def test_a_template_that_is_saved_counts_where_files_are_not_watched(team: Path) -> None:
    async with editor() as client:
        document = open_in(client, team / "a.md")
        template = open_in(client, team / "t" / "rollout.md", TEMPLATE)
        await reaches(client, document, WHY)
        template.write_text(OTHER)
        saved(client, document)
        saved(client, template)
        await reaches(client, document, WHY, WAY)


async def test_a_client_that_pulls_is_told_to_pull_again(team: Path) -> None:
    async with editor(PULL | REFRESHES) as client:
        document = open_in(client, team / "a.md")
        before = await client.pull(uri=document.as_uri())
        (team / "t" / "rollout.md").write_text(OTHER)
        changed(client, team / "t" / "rollout.md")
        await client.until(lambda: client.diagnostic_refresh_count)
        after = await client.pull(before.result_id, document.as_uri())
        assert isinstance(after, types.RelatedFullDocumentDiagnosticReport)
        assert len(after.items) == 2


async def test_each_folder_has_its_own_kinds(tmp_path: Path) -> None:
    one, other = made(tmp_path / "one"), made(tmp_path / "other", OTHER)
    async with editor() as client:
        await reaches(client, open_in(client, one / "a.md"), WHY)
        await reaches(client, open_in(client, other / "a.md"), WHY, WAY)
        await reaches(client, open_in(client, tmp_path / "a.md"))


async def test_the_editors_settings_name_a_template_in_each_workspace_folder(tmp_path: Path) -> None:
    one, other = made(tmp_path / "one"), made(tmp_path / "other", OTHER)
    options = {"kinds": {"rollout": {"template": "t/rollout.md"}}}
    for folder in (one, other):
        (folder / "planls.toml").unlink()
    async with editor(options=options, folders=[one.as_uri(), other.as_uri()]) as client:
        await reaches(client, open_in(client, one / "a.md"), WHY)
        await reaches(client, open_in(client, other / "a.md"), WHY, WAY)


async def test_a_template_has_no_findings_itself(team: Path) -> None:
    async with editor() as client:
        template = team / "t" / "rollout.md"
        await reaches(client, open_in(client, template, f"---\nplanls: [kind]\n---\n{OTHER}"))
        await reaches(client, open_in(client, team / "copy.md", TEMPLATE), *PLACEHOLDERS)
        place = types.CompletionParams(types.TextDocumentIdentifier(template.as_uri()), types.Position(4, 0))
        assert await client.text_document_completion_async(place) is None


async def test_a_broken_template_is_told_once_and_the_built_in_kinds_count(team: Path) -> None:
    template = team / "t" / "rollout.md"
    template.write_text("\n## Why Now\n")
    async with editor() as client:
        front = open_in(client, team / "front.md", f"---\nplanls: rollout\n---\n{DOCUMENT}")
        plan = open_in(client, team / "plan.md", "# PoC 3 Implementation Plan: X\n\n## Risks\n")
        await client.until(lambda: said(client, plan.as_uri()))
        await reaches(client, front)
        (message,) = client.messages
        assert message.message == (
            f"{template}:1: a template begins with its title, a heading of level 1: `# Title [Name]` "
            "(until this is mended, the built-in kinds count)"
        )
        template.write_text(TEMPLATE)
        changed(client, template)
        await reaches(client, front, WHY)
        assert len(client.messages) == 1


async def test_completion_and_fixes_are_the_templates(team: Path) -> None:
    (team / "t" / "rollout.md").write_text(OTHER)
    settings = Settings(templates={"rollout": team / "t" / "rollout.md"})
    text = "# Rollout 7: Search\n\n## Why Now\n\nNow.\n\n"
    async with editor(LITERALS) as client:
        uri = open_in(client, team / "a.md", text).as_uri()
        name = types.TextDocumentIdentifier(uri)
        found = await client.text_document_completion_async(
            types.CompletionParams(name, types.Position(6, 0))
        )
        assert isinstance(found, types.CompletionList)
        assert "## Way Back" in [item.label for item in found.items]
        whole = types.Range(types.Position(0, 0), types.Position(9, 0))
        context = types.CodeActionContext([], only=["source.fixAll.planls"])
        actions: Any = await client.text_document_code_action_async(
            types.CodeActionParams(name, whole, context)
        )
        (edit,) = actions[0].edit.changes[uri]
        assert text + edit.new_text == fix_text(text, settings, team / "a.md", kinds_for(settings))[0]
