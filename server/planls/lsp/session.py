"""What all features share: the client, the open documents and the settings that count for them."""

import logging

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from planls import __version__
from planls.lsp.client import Client
from planls.lsp.convert import Converter
from planls.lsp.diagnostics import Diagnostics
from planls.lsp.documents import Documents
from planls.lsp.protocol import Protocol
from planls.lsp.settings import Configuration

log = logging.getLogger(__name__)


class Session(LanguageServer):
    """One editor's session. Features are functions that get it as ``ls``."""

    protocol: Protocol

    def __init__(self) -> None:
        """A session before its initialize request."""
        super().__init__("planls", __version__, protocol_cls=Protocol)
        self.exit_code: int | None = None
        """Set when the session is over."""
        self.client = Client()
        self.converter = Converter()
        self.configuration = Configuration(self.warn)
        self.documents = Documents(self.configuration.standard_for)
        self.diagnostics = Diagnostics(self)

    def warn(self, message: str) -> None:
        """Show the user a message."""
        self.window_show_message(types.ShowMessageParams(types.MessageType.Warning, message))

    def report_server_error(self, error: Exception, source: object) -> None:
        """A fault of ours goes to the log; a window at every keystroke would help nobody."""
        log.error("%s: %s", getattr(source, "__name__", source), error)
