"""Diagnostics: pulled where the client pulls, else published; never both.

What goes to the client is put together from pieces of JSON, one for each group of findings. A piece is
made once and used again as long as its findings are the same and stay on their line: the cost follows
the edit. (Objects for 500 findings would take longer to make than the findings.)
"""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import count
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from lsprotocol import types

from planls.lsp.protocol import Raw

if TYPE_CHECKING:
    from planls.linter import Group, Result
    from planls.lsp.documents import OpenDocument
    from planls.lsp.session import Session
    from planls.rule import Finding, Related, Rule

OPTIONS = types.DiagnosticOptions(
    inter_file_dependencies=True, workspace_diagnostics=False, identifier="planls"
)
"""What a client that pulls is told."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A group's findings as JSON, which holds as long as they are told alike and their lines are the same."""

    findings: "tuple[Finding, ...]"
    touched: dict[int, list[str]]
    json: str

    def holds(self, findings: "tuple[Finding, ...]", lines: Sequence[str]) -> bool:
        """Whether these are told alike, and the columns still right: they depend on what is on the line."""
        if findings is not self.findings:
            pairs = zip(findings, self.findings, strict=False)
            alike = len(findings) == len(self.findings) and all(one.is_told_like(two) for one, two in pairs)
            if not alike:
                return False
        return all(lines[at : at + 1] == line for at, line in self.touched.items())


@dataclass(slots=True)
class _Rendering:
    """What a document's diagnostics look like on the wire."""

    pieces: dict[tuple[int, int], _Piece] = field(default_factory=dict)
    """By the group's line, and how many groups before it have that line."""
    result: "Result | None" = None
    items: str | None = None
    result_id: str = ""
    published: int | None = None
    """The version that the client was last told of."""


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
            rendering.pieces = self._pieces(document, result, rendering.pieces)
            items = "[" + ",".join(piece.json for piece in rendering.pieces.values()) + "]"
            if items != rendering.items:
                rendering.items, rendering.result_id = items, str(next(self._result_ids))
        return rendering

    def _pieces(
        self, document: "OpenDocument", result: "Result", old: dict[tuple[int, int], _Piece]
    ) -> dict[tuple[int, int], _Piece]:
        """Each group's JSON: the old where it still holds, else a new one."""
        pieces: dict[tuple[int, int], _Piece] = {}
        counts: Counter[int] = Counter()
        for group in result.groups:
            key = group.line, counts[group.line]
            counts[group.line] += 1
            piece = old.get(key)
            if piece is None or not piece.holds(group.findings, document.store.lines):
                piece = self._piece(document, group)
            elif piece.findings is not group.findings:
                piece = replace(piece, findings=group.findings)  # the old ones hold on to an old text
            pieces[key] = piece
        return pieces

    def _piece(self, document: "OpenDocument", group: "Group") -> _Piece:
        """A group's diagnostics as JSON, without brackets."""
        found = [finding.down(group.line) for finding in group.findings]
        spans = [span for f in found for span in (f.span, *(r.span for r in f.related if not r.path))]
        numbers = {at for span in spans for at in (span.line, span.end_line)}
        touched = {at: document.store.lines[at : at + 1] for at in numbers}
        text = json.dumps([self.json(document, finding) for finding in found])[1:-1]
        return _Piece(group.findings, touched, text)

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
