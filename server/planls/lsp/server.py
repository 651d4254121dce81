"""`planls server`: puts the features together and runs the session over standard input and output.

The reader's thread only reads. Everything else happens here, one message after the other: when no
complete message waits, the document that was touched last is analysed. So there is no timer, a request
always sees the newest text, and typing faster than planls computes never queues work.
"""

import gc
import logging
import os
import sys
from collections.abc import Callable
from functools import partial

from lsprotocol import types
from pygls.capabilities import ServerCapabilitiesBuilder

from planls.lsp import actions, completion, diagnostics, edges, glances, paths, settings, sync
from planls.lsp.client import Client
from planls.lsp.convert import Converter
from planls.lsp.hover import hover
from planls.lsp.reader import Inbox
from planls.lsp.requests import REQUESTS
from planls.lsp.session import Session
from planls.lsp.writer import Output, claim_stdout

log = logging.getLogger(__name__)

_YOUNG = 20_000
"""So many new objects make the collector look for cycles. The usual 700 are there after every keystroke, and
a look through a long document takes longer than a keystroke; hardly anything here is a cycle.
"""

_FEATURES: dict[str, Callable[..., object]] = {
    types.INITIALIZED: settings.initialized,
    types.TEXT_DOCUMENT_DID_OPEN: sync.did_open,
    types.TEXT_DOCUMENT_DID_CHANGE: sync.did_change,
    types.TEXT_DOCUMENT_DID_CLOSE: sync.did_close,
    types.TEXT_DOCUMENT_DID_SAVE: settings.did_save,
    types.TEXT_DOCUMENT_HOVER: hover,
    types.TEXT_DOCUMENT_DEFINITION: paths.definition,
    types.TEXT_DOCUMENT_REFERENCES: edges.references,
    types.TEXT_DOCUMENT_DOCUMENT_LINK: paths.document_links,
    types.WORKSPACE_DID_CHANGE_CONFIGURATION: settings.did_change_configuration,
    types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS: settings.did_change_folders,
    types.WORKSPACE_DID_CHANGE_WATCHED_FILES: settings.did_change_watched_files,
}


def main() -> int:
    """Serve one editor until it leaves; the exit code: 0 if it said so beforehand, else 1."""
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="planls: %(levelname)s: %(message)s")
    logging.getLogger("pygls").setLevel(logging.ERROR)
    return serve(0, claim_stdout())


def serve(descriptor: int, output: Output) -> int:
    """Serve the client that writes to this file descriptor; the exit code."""
    ls = create()
    inbox = Inbox(partial(os.read, descriptor))
    ls.protocol.set_writer(output)
    ls.protocol.cancelled = inbox.cancelled
    gc.collect()
    gc.freeze()
    gc.set_threshold(_YOUNG, 20, 20)
    inbox.start()
    while ls.exit_code is None and not inbox.ended and not output.closed:
        _step(ls, inbox)
    return ls.protocol.farewell if ls.exit_code is None else ls.exit_code


def create() -> Session:
    """A session with all features."""
    ls = Session()
    for method, handler in (*_FEATURES.items(), *REQUESTS.items()):
        ls.feature(method)(handler)
    ls.feature(types.TEXT_DOCUMENT_COMPLETION, completion.OPTIONS)(completion.completion)
    ls.feature(types.INITIALIZE)(_initialize)
    ls.feature(types.SHUTDOWN)(_shutdown)
    ls.feature(types.EXIT)(_exit)
    ls.command(actions.APPLY_EDIT_COMMAND)(actions.apply_edit)
    ls.command(actions.FIX_ALL_COMMAND)(actions.apply_fix_all)
    return ls


def _initialize(ls: Session, params: types.InitializeParams) -> None:
    """Learn what the client can take, and offer no more than that."""
    name = params.client_info.name if params.client_info else None
    client = ls.client = Client.of(params.capabilities, name)
    ls.converter = Converter(ServerCapabilitiesBuilder.choose_position_encoding(params.capabilities))
    uris = [folder.uri for folder in params.workspace_folders or []]
    ls.configuration.folders = settings.folders(uris or [params.root_uri or ""])
    ls.configuration.accept(params.initialization_options, meant_for_us=True)
    ls.feature(types.TEXT_DOCUMENT_CODE_ACTION, actions.OPTIONS if client.action_literals else None)(
        actions.code_actions
    )
    if client.action_literals:
        ls.feature(types.CODE_ACTION_RESOLVE)(actions.resolve)
    if client.lenses:
        ls.feature(types.TEXT_DOCUMENT_CODE_LENS)(glances.code_lenses)
    if client.hints:
        ls.feature(types.TEXT_DOCUMENT_INLAY_HINT)(glances.inlay_hints)
    if client.pulls:
        ls.feature(types.TEXT_DOCUMENT_DIAGNOSTIC, diagnostics.OPTIONS)(diagnostics.pull)


def _shutdown(ls: Session, _: None) -> None:
    """The client wants no more work done."""
    ls.documents.close_all()


def _exit(ls: Session, _: None) -> None:
    """The client wants the process to end."""
    ls.exit_code = ls.protocol.farewell


def _step(ls: Session, inbox: Inbox) -> None:
    """Handle the next message; when none waits, analyse a document instead."""
    if not ls.documents.waiting:
        ls.diagnostics.settle()
    message = inbox.take(wait=not ls.documents.waiting)
    if message is not None:
        ls.protocol.receive(message)
    elif not inbox.ended:
        document = ls.documents.take_waiting()
        try:
            ls.diagnostics.publish(document)
            settings.watch_companions(ls, document)
        except Exception:
            log.exception("The analysis of %s failed", document.uri)
