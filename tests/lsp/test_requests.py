"""Requests of our own: what a document is and belongs to, its technologies, the kinds and their templates."""

from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from tests.lsp.editor import PLAN_URI, PUSH, Editor, Editors
from tests.lsp.test_glances import PLAN

FILES = {
    "1-notes.md": "# Notes\n\nFastAPI 💡 and Redis.\n",
    "1-spec.md": "# PoC Spec: Cache\n\n## A) PoC Overview\n\n日本 💡 FastAPI, MySQL\n\nMySQL again\n",
    "1-plan.md": "# PoC 1 Implementation Plan: Cache\n\n## Overview\n",
}


async def ask(client: Editor, method: str, **params: Any) -> Any:
    """The answer to a request, as JSON."""
    return plain(await client.protocol.send_request_async(f"planls/{method}", params))  # type: ignore[no-untyped-call]


def plain(answer: Any) -> Any:
    """An answer without the named tuples that pygls makes of JSON's objects."""
    if isinstance(answer, list):
        return [plain(one) for one in answer]
    fields = getattr(answer, "_asdict", None)
    return {key: plain(value) for key, value in fields().items()} if fields else answer


async def ask_of(client: Editor, method: str, uri: str = PLAN_URI) -> Any:
    """The answer to a request about a document."""
    return await ask(client, method, textDocument={"uri": uri})


def written(folder: Path, files: dict[str, str]) -> dict[str, str]:
    """The URIs of files, which are written first."""
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return {name: (folder / name).as_uri() for name in files}


async def test_overview_tells_what_a_document_is_and_how_far_it_has_come(editors: Editors) -> None:
    client = await editors(PUSH)
    client.open(PLAN)
    found = await ask_of(client, "overview")
    findings = found.pop("findings")
    assert found == {
        "kind": "plan",
        "state": "draft",
        "steps": {"done": 0, "total": 2},
        "tasks": {"done": 1, "total": 2},
        "checks": {"done": 1, "total": 2},
        "told": "Draft: 0 of 2 steps, 1 of 2 tasks, 1 of 2 checks",
    }
    shown = [4 - (d.severity or 4) for d in await client.diagnostics_now()]
    assert list(findings.values()) == [shown.count(severity) for severity in range(4)]
    assert list(findings) == ["hint", "information", "warning", "error"]


async def test_overview_follows_the_text(editors: Editors) -> None:
    client = await editors(PUSH)
    client.open(PLAN)
    client.change(((7, 3, 7, 4), "x"))
    found = await ask_of(client, "overview")
    assert (found["state"], found["tasks"]) == ("worked", {"done": 2, "total": 2})


ABOUT_DOCUMENTS = ["overview", "companions", "scope"]


@pytest.mark.parametrize("method", ABOUT_DOCUMENTS)
async def test_of_other_documents_nothing_is_told(editors: Editors, method: str) -> None:
    client = await editors(PUSH)
    client.open("# Shopping\n")
    assert await ask_of(client, method) is None
    assert await ask_of(client, method, "untitled:other.md") is None


async def test_companions_are_told_with_their_roles_the_nearest_first(
    editors: Editors, tmp_path: Path
) -> None:
    client, uris = await editors(PUSH), written(tmp_path, FILES)
    client.open(FILES["1-plan.md"], uris["1-plan.md"])
    assert await ask_of(client, "companions", uris["1-plan.md"]) == [
        {"role": "spec", "uri": uris["1-spec.md"], "told": "its name"},
        {"role": "notes", "uri": uris["1-notes.md"], "told": "its name"},
    ]


async def test_scope_tells_the_technologies_those_outside_first(editors: Editors, tmp_path: Path) -> None:
    client, uris = await editors(PUSH), written(tmp_path, FILES)
    client.open(FILES["1-spec.md"], uris["1-spec.md"])
    found = await ask_of(client, "scope", uris["1-spec.md"])
    assert found["sources"] == [{"role": "notes", "uri": uris["1-notes.md"], "told": "its name"}]
    assert found["technologies"] == [
        {
            "name": "MySQL",
            "standing": "no",
            "because": "not in the notes",
            "named": None,
            "certainty": "named",
            "uses": [{"range": span(4, 15, 20), "text": "MySQL"}, {"range": span(6, 0, 5), "text": "MySQL"}],
        },
        {
            "name": "FastAPI",
            "standing": "yes",
            "because": "named in the notes",
            "named": {"uri": uris["1-notes.md"], "range": span(2, 0, 7)},
            "certainty": "named",
            "uses": [{"range": span(4, 6, 13), "text": "FastAPI"}],
        },
    ]


async def test_without_notes_nothing_is_judged(editors: Editors) -> None:
    client = await editors(PUSH)
    client.open(FILES["1-spec.md"])
    found = await ask_of(client, "scope")
    assert found["sources"] == []
    assert [
        (one["name"], one["standing"], one["because"], one["named"]) for one in found["technologies"]
    ] == [
        ("FastAPI", None, None, None),
        ("MySQL", None, None, None),
    ]


async def test_kinds_and_templates_are_those_of_a_place(editors: Editors, tmp_path: Path) -> None:
    client = await editors(PUSH)
    written(
        tmp_path,
        {
            "planls.toml": '[kinds.rollout]\ntemplate = "rollout.md"\n',
            "rollout.md": "# Rollout [N]: [Service]\n\n## Why\n\n[Why now, in $]\n",
        },
    )
    place = (tmp_path / "new.md").as_uri()
    assert [kind["name"] for kind in await ask(client, "kinds", uri=None)] == ["plan", "spec"]
    assert (await ask(client, "kinds", uri=place))[0] == {
        "name": "rollout",
        "title": "Rollout [N]: [Service]",
    }
    assert await ask(client, "template", uri=place, kind="rollout") == {
        "text": "# Rollout [N]: [Service]\n\n## Why\n\n[Why now, in $]\n",
        "snippet": "# Rollout ${1:[N]}: ${2:[Service]}\n\n## Why\n\n${3:[Why now, in \\$]}\n",
    }


FAULTY = [
    # method, parameters, what the refusal says
    ("template", {"kind": "rollout", "uri": None}, "Unknown kind: rollout; known: plan, spec"),
    ("kinds", {}, "uri must be a string or null"),
    ("kinds", {"uri": 3}, "uri must be a string or null"),
    ("overview", {}, "textDocument.uri must be a string"),
    ("scope", {"textDocument": {"uri": None}}, "textDocument.uri must be a string"),
]


@pytest.mark.parametrize(("method", "params", "said"), FAULTY)
async def test_a_faulty_request_is_refused(
    editors: Editors, method: str, params: dict[str, Any], said: str
) -> None:
    client = await editors(PUSH)
    with pytest.raises(JsonRpcException) as refused:
        await ask(client, method, **params)
    assert (refused.value.code, refused.value.message) == (types.ErrorCodes.InvalidParams, said)


def span(line: int, start: int, end: int) -> dict[str, dict[str, int]]:
    """A range within a line."""
    return {"start": {"line": line, "character": start}, "end": {"line": line, "character": end}}
