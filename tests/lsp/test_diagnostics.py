"""Diagnostics: what is in them, and that they come in one way only."""

from typing import Any

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcMethodNotFound

from planls_rules import find_rule
from tests.lsp.editor import PULL, PUSH, Editors
from tests.lsp.plans import DUPLICATE, MISSPELLED, PLACEHOLDER, PLACEHOLDER_LINE, TITLE

OFFERED = [
    ([], "utf-16"),
    (["utf-32", "utf-8", "utf-16"], "utf-32"),
    (["utf-7", "utf-8"], "utf-8"),
    (["utf-7"], "utf-16"),
]
COLUMNS = {"utf-8": (25, 31), "utf-16": (22, 28), "utf-32": (21, 27)}


@pytest.mark.parametrize(("offered", "chosen"), OFFERED)
async def test_columns_are_in_the_clients_first_encoding_that_is_known(
    editors: Editors, offered: list[str], chosen: str
) -> None:
    client = await editors({"general": {"positionEncodings": offered}})
    assert client.converter.encoding == chosen
    client.open(PLACEHOLDER)
    (found,) = [d for d in await client.diagnostics_now() if d.code == "STR011"]
    start, end = (types.Position(PLACEHOLDER_LINE, column) for column in COLUMNS[chosen])
    assert found.range == types.Range(start, end)


async def test_columns_follow_what_is_typed_on_their_line(editors: Editors) -> None:
    client = await editors(PUSH)
    client.open(TITLE)
    (before, *_) = await client.diagnostics_now()
    client.change(((0, 29, 0, 30), "😀"))
    (after, *_) = await client.diagnostics_now()
    assert (before.range.end.character, after.range.end.character) == (30, 31)


async def test_published_for_each_version_and_cleared_on_close(editors: Editors) -> None:
    client = await editors(PUSH)
    client.open(PLACEHOLDER)
    assert [d for d in await client.diagnostics_now() if d.code == "STR011"]
    client.change(((PLACEHOLDER_LINE, 22, PLACEHOLDER_LINE, 28), "Y"))
    assert not [d for d in await client.diagnostics_now() if d.code == "STR011"]
    client.change((None, "# Readme\n"))
    assert await client.diagnostics_now() == []
    client.close()
    await client.until(lambda: client.published[-1].version is None)
    assert list(client.published[-1].diagnostics) == []


async def test_a_client_that_does_not_pull_cannot(editors: Editors) -> None:
    client = await editors(PUSH)
    client.open(TITLE)
    assert client.initialized_with.diagnostic_provider is None
    with pytest.raises(JsonRpcMethodNotFound):
        await client.pull()


async def test_a_client_that_pulls_is_never_pushed_to(editors: Editors) -> None:
    client = await editors(PULL)
    assert client.initialized_with.diagnostic_provider == types.DiagnosticOptions(
        inter_file_dependencies=True, workspace_diagnostics=False, identifier="planls"
    )
    client.open(PLACEHOLDER)
    first = await client.pull()
    assert isinstance(first, types.RelatedFullDocumentDiagnosticReport)
    assert "STR011" in [d.code for d in first.items]
    client.close()
    gone = await client.pull()
    assert isinstance(gone, types.RelatedFullDocumentDiagnosticReport)
    assert list(gone.items) == []
    assert client.published == []


async def test_a_pull_tells_what_is_unchanged(editors: Editors) -> None:
    client = await editors(PULL)
    client.open(PLACEHOLDER)
    first = await client.pull()
    client.change(((99, 0, 99, 0), "\n"))
    again = await client.pull(first.result_id)
    assert again == types.RelatedUnchangedDocumentDiagnosticReport(str(first.result_id))
    client.change(((PLACEHOLDER_LINE, 22, PLACEHOLDER_LINE, 28), "Y"))
    changed = await client.pull(first.result_id)
    assert isinstance(changed, types.RelatedFullDocumentDiagnosticReport)
    assert changed.result_id != first.result_id
    other = await client.pull("another server's")
    assert isinstance(other, types.RelatedFullDocumentDiagnosticReport)


async def test_a_reopened_document_has_new_result_ids(editors: Editors) -> None:
    client = await editors(PULL)
    client.open(PLACEHOLDER)
    first = await client.pull()
    client.close()
    client.open(TITLE)
    assert isinstance(await client.pull(first.result_id), types.RelatedFullDocumentDiagnosticReport)


async def test_opened_again_without_a_close_is_published_again(editors: Editors) -> None:
    client = await editors(PUSH)
    client.open(TITLE)
    await client.diagnostics_now()
    client.published, client.document_version = [], client.document_version - 1
    client.open(TITLE)
    assert await client.diagnostics_now()


async def test_a_pull_right_behind_a_change_sees_it(editors: Editors) -> None:
    client = await editors(PULL)
    client.open(MISSPELLED)
    client.change(((2, 14, 2, 14), "i"))
    report = await client.pull()
    assert isinstance(report, types.RelatedFullDocumentDiagnosticReport)
    assert "STR005" not in [d.code for d in report.items]


LINKED: dict[str, Any] = {"textDocument": {"publishDiagnostics": {"codeDescriptionSupport": True}}}
RELATED: dict[str, Any] = {"textDocument": {"publishDiagnostics": {"relatedInformation": True}}}
DETAILS = [(PUSH, set()), (LINKED, {"page"}), (RELATED, {"related"})]


@pytest.mark.parametrize(("capabilities", "details"), DETAILS)
async def test_details_are_sent_where_they_are_announced(
    editors: Editors, capabilities: dict[str, Any], details: set[str]
) -> None:
    client = await editors(capabilities)
    client.open(DUPLICATE)
    (found,) = [d for d in await client.diagnostics_now() if d.code == "STR003"]
    rule = find_rule("STR003")
    assert rule is not None
    page = types.CodeDescription(rule.page.as_uri())
    assert found.source == "planls"
    assert found.severity == types.DiagnosticSeverity.Warning
    assert found.code_description == (page if "page" in details else None)
    assert bool(found.related_information) == ("related" in details)
