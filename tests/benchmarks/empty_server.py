"""The reference: a pygls server that finds nothing, and publishes that after every change."""

from lsprotocol import types
from pygls.lsp.server import LanguageServer

server = LanguageServer("empty", "0")


@server.feature(types.TEXT_DOCUMENT_DID_OPEN)
@server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
def publish(
    ls: LanguageServer, params: types.DidOpenTextDocumentParams | types.DidChangeTextDocumentParams
) -> None:
    """Answer with an empty list."""
    document = params.text_document
    nothing = types.PublishDiagnosticsParams(document.uri, [], document.version)
    ls.text_document_publish_diagnostics(nothing)


if __name__ == "__main__":
    server.start_io()
