"""A language server session over stdio for scripts: requests answered in order, nothing hidden."""

import json
import os
import re
import select
import subprocess
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import IO, Any, Self

Message = dict[str, Any]
_LENGTH = re.compile(rb"(?i)^content-length: *(\d+)\r$", re.MULTILINE)


class Session:
    """A server process and the talk with it; an answer that takes over ``limit`` seconds is an error."""

    def __init__(self, command: Sequence[str], limit: float = 60) -> None:
        """Start the server."""
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.unread: list[Message] = []
        self._ids = 0
        self._buffer = bytearray()
        self._limit = limit

    def __enter__(self) -> Self:
        """Use it in a `with` statement."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave no process behind, whatever happened."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        for pipe in (self._input, self._output):
            pipe.close()

    def request(self, method: str, params: Any) -> Any:
        """Ask and return the answer; an error answer raises RuntimeError."""
        self._ids += 1
        number = self._ids
        self._send({"id": number, "method": method, "params": params})
        answer = self._until(lambda m: "method" not in m and m.get("id") == number)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        return answer["result"]

    def notify(self, method: str, params: Any) -> None:
        """Tell the server something."""
        self._send({"method": method, "params": params})

    def wait(self, method: str, accept: Callable[[Any], bool] = lambda _: True) -> Any:
        """Return the params of the next notification of that method that ``accept`` takes."""
        return self._until(lambda m: m.get("method") == method and accept(m["params"]))["params"]

    def stop(self) -> int:
        """Shut the server down in order and return its exit code."""
        self.request("shutdown", None)
        self.notify("exit", None)
        return self.process.wait(self._limit)

    def _until(self, wanted: Callable[[Message], bool]) -> Message:
        found = next((m for m in self.unread if wanted(m)), None)
        if found is not None:
            self.unread.remove(found)
            return found
        while not wanted(message := self._receive()):
            self._keep(message)
        return message

    def _keep(self, message: Message) -> None:
        """Answer what the server asks of a plain client; keep what it says for a later wait."""
        if "id" in message and "method" in message:
            items = (message.get("params") or {}).get("items", [])
            self._send({"id": message["id"], "result": [None] * len(items) if items else None})
        else:
            self.unread.append(message)

    def _send(self, message: Message) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._input.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._input.flush()

    def _receive(self) -> Message:
        while (end := self._buffer.find(b"\r\n\r\n")) < 0:
            self._read()
        length = _LENGTH.search(self._buffer, 0, end + 2)
        first, last = end + 4, end + 4 + int(length[1] if length else 0)
        while len(self._buffer) < last:
            self._read()
        message = json.loads(self._buffer[first:last])
        del self._buffer[:last]
        return message  # type: ignore[no-any-return]

    def _read(self) -> None:
        """Take what the server wrote; raises TimeoutError when it is silent, EOFError when it went away."""
        pipe = self._output.fileno()
        if not select.select([pipe], [], [], self._limit)[0]:
            raise TimeoutError(f"the server said nothing for {self._limit} s")
        data = os.read(pipe, 1 << 20)
        if not data:
            raise EOFError(f"the server went away (exit code {self.process.wait()})")
        self._buffer += data

    @property
    def _input(self) -> IO[bytes]:
        assert self.process.stdin is not None
        return self.process.stdin

    @property
    def _output(self) -> IO[bytes]:
        assert self.process.stdout is not None
        return self.process.stdout
