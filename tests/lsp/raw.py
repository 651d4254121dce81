"""A client that sends whatever bytes it is told to, all at once, and reads what comes back."""

import json
import subprocess
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import Any

from planls.lsp.reader import bodies
from planls.lsp.server import serve
from planls.lsp.writer import Output
from tests.lsp.editor import SERVER

INITIALIZE = {
    "id": 0,
    "method": "initialize",
    "params": {"processId": None, "rootUri": None, "capabilities": {}},
}
INITIALIZED = {"method": "initialized", "params": {}}
SHUTDOWN = {"id": "last", "method": "shutdown"}
EXIT = {"method": "exit"}


@dataclass(frozen=True)
class Talk:
    """What a server said, and how it ended."""

    messages: list[dict[str, Any]]
    exit_code: int
    log: str = ""

    @property
    def answers(self) -> list[tuple[Any, Any]]:
        """The id of each answer, with the error's code or the result."""
        answers = (message for message in self.messages if "method" not in message)
        return [(m["id"], m["error"]["code"] if "error" in m else m["result"]) for m in answers]


def talk(*messages: dict[str, Any] | bytes) -> Talk:
    """Say all that to a server in this process, end its input and listen until it stops."""
    with TemporaryFile() as said, TemporaryFile() as heard:
        said.write(b"".join(framed(message) for message in messages))
        said.seek(0)
        exit_code = serve(said.fileno(), Output(heard.fileno()))
        heard.seek(0)
        return Talk(parsed(heard.read()), exit_code)


def talk_to_process(*messages: dict[str, Any] | bytes) -> Talk:
    """The same with a process of its own, as an editor starts it."""
    said = b"".join(framed(message) for message in messages)
    done = subprocess.run(SERVER, input=said, capture_output=True, timeout=60, check=False)
    return Talk(parsed(done.stdout), done.returncode, done.stderr.decode())


def parsed(data: bytes) -> list[dict[str, Any]]:
    """The messages that the bytes hold."""
    pieces = [data]
    return [json.loads(message) for message in bodies(lambda _: pieces.pop() if pieces else b"")]


def framed(message: dict[str, Any] | bytes) -> bytes:
    """A message with its header; bytes are sent as they are."""
    if isinstance(message, bytes):
        return message
    body = json.dumps({"jsonrpc": "2.0", **message}).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def body(text: str | bytes) -> bytes:
    """A message whose body is this and may be no JSON."""
    data = text if isinstance(text, bytes) else text.encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(data), data)
