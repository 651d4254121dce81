"""Hover: the page of the rule, in a form that the client can show."""

from typing import Any

import pytest
from lsprotocol import types

from planls_rules import find_rule
from tests.lsp.editor import PLAN_URI, Editor, Editors
from tests.lsp.plans import MISSPELLED, PLACEHOLDER, PLACEHOLDER_LINE

MARKDOWN: dict[str, Any] = {"textDocument": {"hover": {"contentFormat": ["markdown", "plaintext"]}}}


async def hover(client: Editor, line: int, character: int) -> types.Hover | None:
    name = types.TextDocumentIdentifier(PLAN_URI)
    return await client.text_document_hover_async(types.HoverParams(name, types.Position(line, character)))


FORMATS: list[tuple[dict[str, Any], types.MarkupKind]] = [
    (MARKDOWN, types.MarkupKind.Markdown),
    ({}, types.MarkupKind.PlainText),
    ({"textDocument": {"hover": {"contentFormat": ["plaintext"]}}}, types.MarkupKind.PlainText),
]


@pytest.mark.parametrize(("capabilities", "kind"), FORMATS)
async def test_a_finding_has_its_rules_page(
    editors: Editors, capabilities: dict[str, Any], kind: types.MarkupKind
) -> None:
    client = await editors(capabilities)
    client.open(PLACEHOLDER)
    found = await hover(client, PLACEHOLDER_LINE, 23)
    assert found is not None
    assert isinstance(found.contents, types.MarkupContent)
    assert found.contents.kind == kind
    rule = find_rule("STR011")
    assert rule is not None
    assert rule.summary in found.contents.value
    start, end = types.Position(PLACEHOLDER_LINE, 22), types.Position(PLACEHOLDER_LINE, 28)
    assert found.range == types.Range(start, end)


async def test_a_page_is_shown_once_and_without_its_examples(editors: Editors) -> None:
    client = await editors(MARKDOWN)
    client.open("# PoC 3 Implementation Plan: X\n")
    found = await hover(client, 0, 5)
    assert found is not None
    assert isinstance(found.contents, types.MarkupContent)
    rule = find_rule("STR001")
    assert rule is not None
    assert found.contents.value.count(rule.summary) == 1
    assert "## Why" in found.contents.value
    assert "## Fix" in found.contents.value
    assert "```" not in found.contents.value


@pytest.mark.parametrize(("line", "character"), [(1, 0), (2, 1), (99, 0), (3, 50)])
async def test_elsewhere_there_is_nothing_to_say(editors: Editors, line: int, character: int) -> None:
    client = await editors(MARKDOWN)
    client.open(MISSPELLED)
    assert await hover(client, line, character) is None


async def test_a_document_that_is_not_open_has_no_hover(editors: Editors) -> None:
    client = await editors(MARKDOWN)
    assert await hover(client, 0, 0) is None
