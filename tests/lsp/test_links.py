"""Links to files and headings in the editor: fix-all mends them, and they follow what is typed elsewhere."""

from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from planls.cli import main
from planls.config import Settings
from planls.document import Document
from planls.document.lines import Span
from planls.lsp.documents import Documents, OpenDocument
from planls.lsp.edges import references
from planls.lsp.server import create
from planls_rules.kinds import KINDS
from tests.lsp.editor import PULL, PUSH, Editor, Editors, editor
from tests.lsp.test_companions import REFRESHES, opened, says
from tests.lsp.test_ways_out import EDITS, applied

pytestmark = pytest.mark.slow

SPEC = """\
---
notes: notes.md
---
# PoC Spec: Gate

## A) PoC Overview

See [the other one]({}).

## B) Scope Mapping
"""
FILES = {"notes.md": "# Day 1\n", "other.md": "# Other\n\n## Real\n"}
LOST = ["No heading is called `#real`"]
GONE = ["There is no file `gone.md`"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def spec(folder: Path, link: str, name: str = "gate-spec.md") -> Path:
    """A spec with one link, as a file of the folder."""
    (folder / name).write_text(SPEC.format(link), encoding="utf-8")
    return folder / name


FIX_ALL = {
    # the link, what is typed in the other document, the link after fix-all
    "a file": ("othr.md", None, "other.md"),
    "a heading": ("other.md#reel", None, "other.md#real"),
    "nothing": ("other.md#real", None, "other.md#real"),
    "what is typed counts": ("other.md#real", "# Other\n\n## Rael\n", "other.md#rael"),
}


@pytest.mark.parametrize("case", FIX_ALL)
async def test_fix_all_mends_links_as_the_command_line_does(
    editors: Editors, folder: Path, case: str
) -> None:
    link, typed, mended = FIX_ALL[case]
    client, path = await editors(EDITS), spec(folder, link)
    if typed:
        opened(client, folder / "other.md", typed)
    opened(client, path)
    for action in await fix_all(client, path):
        (folder / "gate-spec.md").write_text(applied(client, action.edit)[path], encoding="utf-8")
    assert f"({mended})" in path.read_text(encoding="utf-8")
    for name in [] if typed else [str(path)]:
        fixed = path.read_bytes()
        path.write_text(SPEC.format(link), encoding="utf-8")
        main(["check", "--fix", "--exit-zero", name])
        assert path.read_bytes() == fixed


async def fix_all(client: Editor, path: Path) -> list[Any]:
    """The action that fixes all, if it is offered."""
    span = types.Range(types.Position(0, 0), types.Position(0, 0))
    name = types.TextDocumentIdentifier(path.as_uri())
    params = types.CodeActionParams(name, span, types.CodeActionContext([], ["source.fixAll"]))
    return list(await client.text_document_code_action_async(params) or [])


async def test_a_heading_that_is_typed_away_elsewhere_is_missed(editors: Editors, folder: Path) -> None:
    client, path = await editors(PUSH), spec(folder, "other.md#real")
    uri, other = opened(client, path), opened(client, folder / "other.md")
    await says(client, uri, [])
    client.change(((2, 3, 2, 7), "Imagined"), uri=other)
    await says(client, uri, LOST)
    client.change(((2, 3, 2, 11), "Real"), uri=other)
    await says(client, uri, [])


def test_an_analysis_rests_on_the_files_whose_headings_it_looked_for(folder: Path) -> None:
    path = spec(folder, "other.md#real")
    document = OpenDocument(path.as_uri(), 1, path.read_text(encoding="utf-8"), (Settings(), KINDS))
    document.analysed()
    assert document.sources == {folder / "notes.md", folder / "other.md"}


def test_typing_reads_none_of_many_linked_files(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"n{number}.md" for number in range(450)]
    for name in names:
        (folder / name).write_text("# Day\n", encoding="utf-8")
    text = SPEC.format("other.md") + "".join(f"[n]({name}#night)\n" for name in names)
    uri = (folder / "gate-spec.md").as_uri()
    document = OpenDocument(uri, 1, text, (Settings(), KINDS))
    lost = [stray.name for stray in document.analysed().companions.strays]
    assert lost
    assert set(lost) == {"#night"}, "of very many files not all are looked into"
    with monkeypatch.context() as patch:
        patch.setattr(Path, "stat", _fail)
        patch.setattr(Path, "read_bytes", _fail)
        document.replace(Span(7, 0, 7, 0), "x")
        again = [stray.name for stray in document.analysed().companions.strays]
    assert again == lost


def test_a_link_back_has_nothing_parsed_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    standard = (Settings(), KINDS)
    documents = Documents(lambda _: standard)
    path = spec(folder, "gate-spec.md#b-scope-mapping")
    texts = {path: path.read_text(encoding="utf-8"), folder / "notes.md": "[back](gate-spec.md#no)\n"}
    for file, text in texts.items():
        documents.open(file.as_uri(), "markdown", 1, text)
    document = documents.at(path)
    assert document is not None
    before = [(one.span, one.message) for one in document.analysed().findings]
    monkeypatch.setattr(Document, "parse", _fail)
    document.replace(Span(7, 0, 7, 0), "x")
    assert [(one.span, one.message) for one in document.analysed().findings] == before


def _fail(*_: object) -> None:
    raise AssertionError("a file was read, a whole text parsed or a rule run")


def test_references_lint_nothing_and_parse_nothing_twice(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        spec(folder, "other.md#real", f"{number}-spec.md")
    ls, uri = create(), (folder / "other.md").as_uri()
    ls.documents.open(uri, "markdown", 1, FILES["other.md"])
    name, place = types.TextDocumentIdentifier(uri), types.Position(0, 0)
    params = types.ReferenceParams(types.ReferenceContext(include_declaration=False), name, place)
    monkeypatch.setattr("planls.linter._run", _fail)
    found = references(ls, params)
    assert [one.range.start.line for one in found or []] == [7, 7, 7]
    monkeypatch.setattr(Document, "parse", _fail)
    assert references(ls, params) == found


async def test_a_kind_without_companions_hears_of_files_that_come_and_go(
    editors: Editors, folder: Path
) -> None:
    client = await editors(PUSH)
    (folder / "planls.toml").write_text('kinds.memo.template = "memo.md"\n', encoding="utf-8")
    (folder / "memo.md").write_text("# Memo: [Name]\n\n## Why\n\n## Who\n", encoding="utf-8")
    uri = opened(client, folder / "a.md", "# Memo: A\n\n## Why\n\n[So](gone.md).\n\n## Who\n\nAll.\n")
    await says(client, uri, GONE)
    (folder / "gone.md").write_text("# Here\n", encoding="utf-8")
    client.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(uri)))
    await says(client, uri, [])


async def test_many_documents_that_change_are_one_refresh(folder: Path) -> None:
    async with editor(PULL | REFRESHES) as client:
        uris = [opened(client, spec(folder, "notes.md#day-1", f"{n}-spec.md")) for n in range(4)]
        notes = opened(client, folder / "notes.md")
        for uri in uris:
            await client.pull(uri=uri)
        client.change(((0, 2, 0, 5), "Night"), uri=notes)
        await client.until(lambda: client.diagnostic_refresh_count)
        for _ in range(3 * len(uris)):  # each gives the server the time for one more
            place = types.HoverParams(types.TextDocumentIdentifier(notes), types.Position(0, 0))
            await client.text_document_hover_async(place)
        assert client.diagnostic_refresh_count == 1
