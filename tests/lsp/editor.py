"""An editor for tests: pytest-lsp's client, which also keeps what the server sends and waits for it."""

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from lsprotocol import types
from lsprotocol.converters import get_converter
from pytest_lsp import LanguageClient, LanguageClientProtocol
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

from planls.lsp.convert import Converter

SERVER = [sys.executable, "-m", "planls", "server"]
PLAN_URI = "untitled:plan.md"

PUSH: dict[str, Any] = {}
PULL: dict[str, Any] = {"textDocument": {"diagnostic": {}}}
LITERALS: dict[str, Any] = {
    "textDocument": {"codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}}}
}

T = TypeVar("T")
_converter = get_converter()


class Protocol(LanguageClientProtocol):
    """Tells the editor of each message."""

    def handle_message(self, message: Any) -> None:
        """Handle it, then wake whoever waits."""
        super().handle_message(message)
        self._server.news.set()  # type: ignore[attr-defined]


class Editor(LanguageClient):
    """A client that knows one document at a time."""

    def __init__(self) -> None:
        """An editor that is connected to nothing yet."""
        super().__init__(protocol_cls=Protocol)
        self.news = asyncio.Event()
        self.published: list[types.PublishDiagnosticsParams] = []
        self.applied: list[types.ApplyWorkspaceEditParams] = []
        self.registered: list[types.Registration] = []
        self.converter = Converter()
        self.initialized_with = types.ServerCapabilities()
        self.document_version = 0
        self.opened: set[str] = set()

    async def until(self, found: Callable[[], T | None]) -> T:
        """What ``found`` gives as soon as it gives something; looks again after each message."""
        while not (result := found()):
            self.news.clear()
            await asyncio.wait_for(self.news.wait(), 30)
        return result

    async def reset(self) -> None:
        """Close all documents and forget what the server sent."""
        for uri in self.opened:
            self.close(uri)
        name, place = types.TextDocumentIdentifier(PLAN_URI), types.Position(0, 0)
        await self.text_document_hover_async(types.HoverParams(name, place))  # all before it has come then
        self.opened, self.published, self.applied = set(), [], []

    def open(self, text: str, uri: str = PLAN_URI, language: str = "markdown") -> None:
        """Open a document."""
        self.document_version += 1
        self.opened.add(uri)
        item = types.TextDocumentItem(uri, language, self.document_version, text)
        self.text_document_did_open(types.DidOpenTextDocumentParams(item))

    def change(self, *changes: tuple[tuple[int, int, int, int] | None, str], uri: str = PLAN_URI) -> None:
        """Change a document by ranges (start line, character, end line, character) or as a whole."""
        self.document_version += 1
        events = [{"text": text} | ({"range": as_range(place)} if place else {}) for place, text in changes]
        named = {"uri": uri, "version": self.document_version}
        self.protocol.notify("textDocument/didChange", change_params(named, events))

    def close(self, uri: str = PLAN_URI) -> None:
        """Close a document."""
        name = types.TextDocumentIdentifier(uri)
        self.text_document_did_close(types.DidCloseTextDocumentParams(name))

    async def diagnostics_now(self, uri: str = PLAN_URI) -> list[types.Diagnostic]:
        """The diagnostics that are published for the newest version."""

        def newest() -> types.PublishDiagnosticsParams | None:
            return next(
                (p for p in self.published if (p.uri, p.version) == (uri, self.document_version)), None
            )

        return list((await self.until(newest)).diagnostics)

    async def pull(self, known: str | None = None, uri: str = PLAN_URI) -> types.DocumentDiagnosticReport:
        """The answer to a request for diagnostics."""
        name = types.TextDocumentIdentifier(uri)
        params = types.DocumentDiagnosticParams(name, identifier="planls", previous_result_id=known)
        return await self.text_document_diagnostic_async(params)


Editors = Callable[[Mapping[str, Any]], Awaitable[Editor]]
"""What gives a running editor with these capabilities, shared by tests."""


@asynccontextmanager
async def editor(
    capabilities: Mapping[str, Any] = PUSH,
    options: Any = None,
    configuration: dict[str, Any] | None = None,
    root: str | None = None,
    folders: Iterable[str] = (),
    *,
    name: str | None = None,
) -> AsyncIterator[Editor]:
    """An editor with these capabilities and a server; ends both in order."""
    client = Editor()
    if configuration is not None:
        client.set_configuration(configuration)
    register_lsp_features(client, FEATURES)
    await client.start_io(*SERVER)
    params = types.InitializeParams(
        structured(capabilities, types.ClientCapabilities),
        client_info=types.ClientInfo(name) if name else None,
        initialization_options=options,
        root_uri=root,
        workspace_folders=[types.WorkspaceFolder(uri, uri) for uri in folders] or None,
    )
    result = await client.initialize_session(params)
    client.initialized_with = result.capabilities
    client.converter = Converter(str(result.capabilities.position_encoding or "utf-16"))
    try:
        yield client
    finally:
        await client.shutdown_session()
        await client.stop()  # type: ignore[no-untyped-call]


def structured(data: Mapping[str, Any], cls: type[T]) -> T:
    """JSON as a value of the protocol."""
    return _converter.structure(data, cls)


def as_range(place: tuple[int, int, int, int]) -> dict[str, Any]:
    """Four numbers as a range in JSON."""
    line, character, end_line, end_character = place
    return {
        "start": {"line": line, "character": character},
        "end": {"line": end_line, "character": end_character},
    }


def change_params(document: Mapping[str, Any], changes: list[dict[str, Any]]) -> Any:
    """The parameters of didChange."""
    data = {"textDocument": document, "contentChanges": changes}
    return structured(data, types.DidChangeTextDocumentParams)


def _publish(client: Editor, params: types.PublishDiagnosticsParams) -> None:
    client.published.append(params)


def _apply(client: Editor, params: types.ApplyWorkspaceEditParams) -> types.ApplyWorkspaceEditResult:
    client.applied.append(params)
    return types.ApplyWorkspaceEditResult(applied=True)


def _register(client: Editor, params: types.RegistrationParams) -> None:
    client.registered.extend(params.registrations)


FEATURES = DEFAULT_CLIENT_FEATURES | {
    types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: _publish,
    types.WORKSPACE_APPLY_EDIT: _apply,
    types.CLIENT_REGISTER_CAPABILITY: _register,
}
