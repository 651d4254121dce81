"""Diagnostics: pulled where the client pulls, else published; never both.

What goes to the client is put together from pieces of JSON, one for each finding. A piece is made once
and used again as long as its finding says the same and stays on its line: the cost follows the edit.
(Objects for 500 findings would take longer to make than the findings.)
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from lsprotocol import types

from planls.lsp.protocol import Raw

if TYPE_CHECKING:
    from planls.document.lines import Span
    from planls.linter import Result
    from planls.lsp.documents import OpenDocument
    from planls.lsp.session import Session
    from planls.rule import Finding, Related, Rule

OPTIONS = types.DiagnosticOptions(
    inter_file_dependencies=True, workspace_diagnostics=False, identifier="planls"
)
"""What a client that pulls is told."""


@dataclass(slots=True)
class _Piece:
    """A finding as JSON, which holds as long as it is told alike and the lines that it touches are the same.

    Columns depend on what is on a line, those beyond the document's end on its last; such a line is None.
    """

    finding: "Finding"
    touched: tuple[tuple[int, str | None], ...]
    json: str

    def holds(self, finding: "Finding", lines: Sequence[str]) -> bool:
        """Whether it is the finding's JSON, too, which then takes the place of the old one."""
        if finding is not self.finding:
            if not finding.is_told_like(self.finding):
                return False
            self.finding = finding  # the old one holds on to an old text
        for at, line in self.touched:  # noqa: SIM110  # all findings are asked at every keystroke
            if line != (lines[at] if at < len(lines) else None):
                return False
        return True


@dataclass(slots=True)
class _Rendering:
    """What a document's diagnostics look like on the wire."""

    pieces: "dict[_Told, _Piece]" = field(default_factory=dict)
    result: "Result | None" = None
    items: str | None = None
    result_id: str = ""
    published: int | None = None
    """The version that the client was last told of."""


_Told = tuple[int, "Span", str]
"""The line that a finding counts from, its place and message."""


class Diagnostics:
    """The diagnostics of all open documents."""

    def __init__(self, ls: "Session") -> None:
        """Those of this session."""
        self._ls = ls
        self._result_ids = count(1)
        self._refreshes = False
        self._renderings: WeakKeyDictionary[OpenDocument, _Rendering] = WeakKeyDictionary()

    def publish(self, document: "OpenDocument") -> None:
        """Bring the document's diagnostics up to date; a client that does not pull is told of them.

        One that pulls asks for those of the document that it edits; others' it has to be reminded of.
        """
        before = self._renderings.get(document, _Rendering()).result_id
        follows, document.follows = document.follows, False
        now = self._render(document)
        if follows and before not in ("", now.result_id):
            self.refresh()
        if not self._ls.client.pulls and (now.result_id, now.published) != (before, document.version):
            now.published = document.version
            self._publish(document.uri, document.version, now.items)

    def pull(self, document: "OpenDocument", known: str | None) -> Raw:
        """The report that the client asked for, given the id of the one that it knows."""
        now = self._render(document)
        if known == now.result_id:
            return Raw(f'{{"kind":"unchanged","resultId":"{known}"}}')
        return Raw(f'{{"kind":"full","resultId":"{now.result_id}","items":{now.items}}}')

    def forget(self, document: "OpenDocument") -> None:
        """The document was closed: it has no diagnostics any more."""
        if self._renderings.pop(document, None) and not self._ls.client.pulls:
            self._publish(document.uri, None, "[]")

    def refresh(self) -> None:
        """Have a client that pulls ask again, once no document waits for its analysis."""
        self._refreshes = self._ls.client.pulls and self._ls.client.refreshes

    def settle(self) -> None:
        """No document waits: ask for a refresh if one is due, for all that has changed together."""
        if self._refreshes:
            self._refreshes = False
            self._ls.protocol.ask(types.WORKSPACE_DIAGNOSTIC_REFRESH, None, lambda _: None)

    def json(self, document: "OpenDocument", finding: "Finding") -> dict[str, Any]:
        """A finding (with the document's lines) as a diagnostic."""
        lines, client = document.store.lines, self._ls.client
        place = self._ls.converter.json_range(lines, finding.span)
        diagnostic: dict[str, Any] = {"range": place, "message": finding.message, "source": "planls"}
        if finding.severity:
            diagnostic["severity"] = 5 - finding.severity  # the protocol counts from error down
        if finding.rule:
            diagnostic["code"] = finding.rule.code
            if client.code_description:
                diagnostic["codeDescription"] = {"href": _address(finding.rule)}
        if finding.related and client.related:
            diagnostic["relatedInformation"] = [self._related(document, one) for one in finding.related]
        return diagnostic

    def _related(self, document: "OpenDocument", related: "Related") -> dict[str, Any]:
        """Another place that a finding speaks of: in the document, or in one that it belongs to."""
        uri, lines = document.uri, document.store.lines
        if related.path:
            uri, lines = self._ls.documents.place(related.path)
        place = self._ls.converter.json_range(lines, related.span)
        return {"location": {"uri": uri, "range": place}, "message": related.message}

    def _render(self, document: "OpenDocument") -> _Rendering:
        """The document's diagnostics as they are now."""
        rendering = self._renderings.setdefault(document, _Rendering())
        result = document.analysed()
        if result is not rendering.result:
            rendering.result = result
            pieces = [*self._pieces(document, result, rendering.pieces)]
            rendering.pieces = dict(pieces)
            items = "[" + ",".join([piece.json for _, piece in pieces]) + "]"
            if items != rendering.items:
                rendering.items, rendering.result_id = items, str(next(self._result_ids))
        return rendering

    def _pieces(
        self, document: "OpenDocument", result: "Result", old: "dict[_Told, _Piece]"
    ) -> "Iterator[tuple[_Told, _Piece]]":
        """Each finding's JSON: the old where it still holds, else a new one."""
        lines = document.store.lines
        for group in result.groups:
            for finding in group.findings:
                told = group.line, finding.span, finding.message
                piece = old.get(told)
                if piece is None or not piece.holds(finding, lines):
                    piece = self._piece(document, finding, group.line)
                yield told, piece

    def _piece(self, document: "OpenDocument", finding: "Finding", down: int) -> _Piece:
        """A finding that counts lines from so many further down."""
        lines, placed = document.store.lines, finding.down(down)
        spans = (placed.span, *(one.span for one in placed.related if not one.path))
        numbers = {at for span in spans for at in (span.line, span.end_line)}
        numbers |= {len(lines) - 1} if lines and max(numbers) >= len(lines) else set()
        touched = tuple((at, lines[at] if at < len(lines) else None) for at in numbers)
        return _Piece(finding, touched, json.dumps(self.json(document, placed)))

    def _publish(self, uri: str, version: int | None, items: str | None) -> None:
        """Tell the client which diagnostics a document has."""
        dated = "" if version is None else f'"version":{version},'
        params = Raw(f'{{"uri":{json.dumps(uri)},{dated}"diagnostics":{items}}}')
        self._ls.protocol.notify_raw(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS, params)


def pull(ls: "Session", params: types.DocumentDiagnosticParams) -> Raw:
    """Answer a client that asks for diagnostics; of what is not open here there are none."""
    document = ls.documents.get(params.text_document.uri)
    if document is None:
        return Raw('{"kind":"full","items":[]}')
    return ls.diagnostics.pull(document, params.previous_result_id)


@cache
def _address(rule: "Rule") -> str:
    """Where the rule's page is."""
    return rule.page.as_uri()
