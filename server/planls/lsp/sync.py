"""Documents as the editor has them: opened, changed, closed. Nothing is analysed here."""

import logging
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from planls.lsp import settings
from planls.lsp.convert import word
from planls.lsp.session import Session

if TYPE_CHECKING:
    from planls.lsp.documents import OpenDocument

log = logging.getLogger(__name__)


def did_open(ls: Session, params: types.DidOpenTextDocumentParams) -> None:
    """Take a document in."""
    item = params.text_document
    if not ls.client.watches:
        ls.configuration.reread()
        ls.documents.look_again(everywhere=True)
    ls.documents.open(item.uri, word(item.language_id), item.version, item.text)
    settings.watch(ls)


def did_change(ls: Session, params: dict[str, Any]) -> None:
    """Record changes of a document, each on top of the one before.

    The parameters are the protocol's JSON: a client may count farther than the protocol's types allow.
    """
    named = params["textDocument"]
    document = ls.documents.get(named["uri"])
    if document is None:
        log.info("A change of a document that is not open here: %s", named["uri"])
        return
    ls.documents.changed(document)
    for change in params["contentChanges"]:
        _apply(ls, document, change)
    if isinstance(version := named.get("version"), int):
        document.version = version


def did_close(ls: Session, params: types.DidCloseTextDocumentParams) -> None:
    """Forget a document."""
    document = ls.documents.close(params.text_document.uri)
    if document is not None:
        ls.diagnostics.forget(document)


def _apply(ls: Session, document: "OpenDocument", change: dict[str, Any]) -> None:
    """Record one change: of a range, or of the whole text."""
    place = change.get("range")
    span = ls.converter.json_span(document.store.lines, place) if place else None
    document.replace(span, change["text"])
