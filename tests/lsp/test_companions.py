"""Documents that belong together: a change in one of them, saved or not, shows in the others at once."""

from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from planls.config import Settings
from planls.document.lines import Span
from planls.lsp.documents import OpenDocument
from planls_rules.kinds import KINDS
from tests.lsp.editor import PULL, PUSH, Editor, Editors, editor

pytestmark = pytest.mark.slow

SPEC = """\
# PoC Spec: Gate

> **Notes**: [the notes](notes.md#{})

## A) PoC Overview
## B) Scope Mapping
## C) Architecture
"""
PLAN = "---\nspec: gate-spec.md\n---\n# PoC 1 Implementation Plan: Gate\n"
REFRESHES = {"workspace": {"diagnostics": {"refreshSupport": True}}}
WATCHES = {"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}}
BROKEN = ["No heading is called `#tokens`"]


@pytest.fixture
def spec(tmp_path: Path) -> str:
    (tmp_path / "notes.md").write_text("# Day 1\n\n## Tokens\n")
    (tmp_path / "gate-spec.md").write_text(SPEC.format("tokens"))
    return (tmp_path / "gate-spec.md").as_uri()


def told(diagnostics: list[types.Diagnostic]) -> list[str]:
    """What is said of links and missing notes."""
    ours = (d for d in diagnostics if d.code in ("LNK001", "SCP005"))
    return [d.message.partition(";")[0].partition(",")[0] for d in ours]


async def says(client: Editor, uri: str, expected: list[str]) -> None:
    """Wait until what is published last for a document says this."""

    def newest() -> bool:
        found = [p for p in client.published if p.uri == uri]
        return bool(found) and told(list(found[-1].diagnostics)) == expected

    await client.until(newest)


def opened(client: Editor, path: Path, text: str | None = None) -> str:
    client.open(path.read_text() if text is None else text, path.as_uri())
    return path.as_uri()


async def test_what_is_typed_in_the_notes_shows_in_the_spec(
    editors: Editors, tmp_path: Path, spec: str
) -> None:
    client = await editors(PUSH)
    opened(client, tmp_path / "gate-spec.md")
    await says(client, spec, [])
    notes = opened(client, tmp_path / "notes.md")
    client.change(((2, 3, 2, 9), "Other"), uri=notes)
    await says(client, spec, BROKEN)
    client.change(((2, 3, 2, 8), "Tokens"), uri=notes)
    await says(client, spec, [])


async def test_a_buffer_that_is_closed_counts_no_longer(editors: Editors, tmp_path: Path, spec: str) -> None:
    client = await editors(PUSH)
    notes = opened(client, tmp_path / "notes.md", "# Day 1\n")
    opened(client, tmp_path / "gate-spec.md")
    await says(client, spec, BROKEN)
    client.close(notes)
    await says(client, spec, [])


async def test_the_front_matter_counts_as_it_is_typed(editors: Editors, tmp_path: Path, spec: str) -> None:
    client = await editors(PUSH)
    opened(client, tmp_path / "gate-spec.md", f"---\nnotes: nots.md\n---\n{SPEC.format('tokens')}")
    await says(client, spec, ["The notes"])
    client.change(((1, 7, 1, 14), "notes.md"), uri=spec)
    await says(client, spec, [])


async def test_notes_that_come_are_found(editors: Editors, tmp_path: Path) -> None:
    client = await editors(PUSH)
    path = tmp_path / "1-spec.md"
    path.write_text(SPEC.replace("> **Notes**: [the notes](notes.md#{})\n", ""))
    uri = opened(client, path)
    await says(client, uri, ["This spec has no notes"])
    (tmp_path / "1-notes.md").write_text("# Day 1\n")
    client.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))
    await says(client, uri, [])


async def test_a_client_that_pulls_is_asked_to_pull_again(tmp_path: Path, spec: str) -> None:
    async with editor(PULL | REFRESHES) as client:
        opened(client, tmp_path / "gate-spec.md")
        before = await client.pull(uri=spec)
        notes = opened(client, tmp_path / "notes.md")
        client.change(((2, 3, 2, 9), "Other"), uri=notes)
        await client.until(lambda: client.diagnostic_refresh_count)
        after = await client.pull(before.result_id, spec)
        assert isinstance(after, types.RelatedFullDocumentDiagnosticReport)
        assert told(list(after.items)) == BROKEN


async def test_what_changes_nothing_for_others_asks_for_nothing(tmp_path: Path, spec: str) -> None:
    async with editor(PULL | REFRESHES) as client:
        opened(client, tmp_path / "gate-spec.md")
        await client.pull(uri=spec)
        notes = opened(client, tmp_path / "notes.md")
        client.change(((0, 0, 0, 0), "\n"), uri=notes)
        await client.pull(uri=spec)
        assert client.diagnostic_refresh_count == 0


async def test_a_plan_follows_its_spec(editors: Editors, tmp_path: Path, spec: str) -> None:
    client = await editors(PUSH)
    plan = opened(client, tmp_path / "plan.md", f"{PLAN}\nSee [the mapping](gate-spec.md#b-scope-mapping).\n")
    await says(client, plan, [])
    opened(client, tmp_path / "gate-spec.md")
    client.change(((5, 0, 6, 0), ""), uri=spec)
    await says(client, plan, ["No heading is called `#b-scope-mapping`"])
    client.change(((1, 6, 1, 18), "gone.md"), uri=plan)
    await says(client, plan, ["The spec", "No heading is called `#b-scope-mapping`"])


async def test_markdown_is_watched_once_a_document_belongs_to_others(tmp_path: Path, spec: str) -> None:
    async with editor(PUSH | WATCHES) as client:
        client.open("# Just a text\n", (tmp_path / "text.md").as_uri())
        await client.diagnostics_now((tmp_path / "text.md").as_uri())
        assert "**/*.md" not in watched(client)
        opened(client, tmp_path / "gate-spec.md")
        await client.until(lambda: "**/*.md" in watched(client))
        (tmp_path / "notes.md").write_text("# Day 1\n")
        events = [types.FileEvent((tmp_path / "notes.md").as_uri(), types.FileChangeType.Changed)]
        client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams(events))
        await says(client, spec, BROKEN)


def watched(client: Editor) -> list[str]:
    """The globs that the server asked for."""
    options: list[Any] = [one.register_options for one in client.registered]
    return [watcher["globPattern"] for one in options for watcher in one["watchers"]]


async def test_names_of_documents_are_links(editors: Editors, tmp_path: Path, spec: str) -> None:
    client = await editors(PUSH)
    opened(client, tmp_path / "gate-spec.md")
    name = types.TextDocumentIdentifier(spec)
    links = await client.text_document_document_link_async(types.DocumentLinkParams(name))
    notes = (tmp_path / "notes.md").as_uri()
    assert [(one.range.start.line, one.target) for one in links or []] == [(2, f"{notes}#L3")]
    at = await client.text_document_definition_async(types.DefinitionParams(name, types.Position(2, 30)))
    assert isinstance(at, types.Location)
    assert (at.uri, at.range.start.line) == (notes, 2)


async def test_the_documents_that_belong_to_one(editors: Editors, tmp_path: Path, spec: str) -> None:
    client = await editors(PUSH)
    (tmp_path / "gate-plan.md").write_text(PLAN)
    (tmp_path / "linux-spec.md").write_text(SPEC.replace("notes.md#{}", "other.md"))
    notes = opened(client, tmp_path / "notes.md")
    assert await references(client, notes, 0) == [("gate-plan.md", 3), ("gate-spec.md", 2)]
    opened(client, tmp_path / "gate-spec.md")
    assert await references(client, spec, 0) == [("gate-plan.md", 1)]
    assert await references(client, spec, 2, 30) == [("gate-spec.md", 2), ("gate-plan.md", 3)]


async def references(client: Editor, uri: str, line: int, character: int = 0) -> list[tuple[str, int]]:
    """The places that the server names, as file and line."""
    name, place = types.TextDocumentIdentifier(uri), types.Position(line, character)
    context = types.ReferenceContext(include_declaration=False)
    found = await client.text_document_references_async(types.ReferenceParams(context, name, place))
    return [(one.uri.rpartition("/")[2], one.range.start.line) for one in found or []]


def test_typing_reads_no_file(spec: str, monkeypatch: pytest.MonkeyPatch) -> None:
    document = OpenDocument(spec, 1, SPEC.format("tokens"), (Settings(), KINDS))
    first = document.analysed().companions
    with monkeypatch.context() as patch:
        patch.setattr(Path, "stat", _fail)
        patch.setattr(Path, "read_bytes", _fail)
        for line in range(4, 7):
            document.replace(Span(line, 3, line, 3), "x")
            assert document.analysed().companions is first


def _fail(*_: object, **__: object) -> None:
    raise AssertionError("a file was looked at")
