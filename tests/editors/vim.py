"""A Vim on a screen of its own: keys are typed there, expressions are asked through one of Vim's channels."""

import json
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.editors.terminal import Terminal, terminal
from tests.editors.waiting import LIMIT


class Vim:
    """A running Vim."""

    def __init__(self, screen: Terminal, channel: socket.socket) -> None:
        """Talk to the Vim that connected to this channel."""
        self.screen = screen
        self._channel = channel
        self._received = b""

    def ask(self, expression: str) -> Any:
        """The value of an expression in Vim's language (`:help channel-commands`)."""
        self._channel.sendall(json.dumps(["expr", expression, -1]).encode())
        while b"\n" not in self._received:
            data = self._channel.recv(1 << 20)
            assert data, "Vim has left"
            self._received += data
        answer, _, self._received = self._received.partition(b"\n")
        return json.loads(answer)[1]

    def lines(self) -> list[str]:
        """The text of the buffer."""
        return list(self.ask("getline(1, '$')"))


@contextmanager
def vim(environment: Mapping[str, str], folder: Path, *arguments: str) -> Iterator[Vim]:
    """Start Vim in a folder."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(LIMIT)
        address = f"127.0.0.1:{listening.getsockname()[1]}"
        command = ["vim", "--cmd", f"let g:test = ch_open('{address}')", *arguments]
        with terminal(command, environment, folder) as screen:
            channel, _ = listening.accept()
            channel.settimeout(LIMIT)
            with channel:
                yield Vim(screen, channel)
