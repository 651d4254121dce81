"""Messages from a stream of bytes: one thread reads ahead, so that a client never waits to be read."""

import json
import logging
import re
from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue
from threading import Thread

_LENGTH = re.compile(rb"content-length[ \t]*:[ \t]*(\d{1,9})[ \t]*$", re.IGNORECASE)
_CHUNK = 1 << 16
_LONGEST_LINE = 1 << 16

log = logging.getLogger(__name__)


class Inbox:
    """The messages that arrived and were not yet taken, oldest first."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        """Read with ``read``, which gives at most that many bytes and none at the end."""
        self.ended = False
        self.cancelled: set[int | str] = set()
        """The ids of requests that a client no longer wants answered."""
        self._queue: SimpleQueue[bytes | None] = SimpleQueue()
        self._bodies = bodies(read)

    def start(self) -> None:
        """Begin to read."""
        Thread(target=self._read, name="planls reader", daemon=True).start()

    def take(self, *, wait: bool) -> bytes | None:
        """The next message's body; None when none is there (with ``wait``: when the stream has ended)."""
        try:
            body = self._queue.get(block=wait)
        except Empty:
            return None
        self.ended = body is None
        return body

    def _read(self) -> None:
        """Put each message into the queue, and None behind the last."""
        try:
            for body in self._bodies:
                if b"$/cancelRequest" in body:
                    self._cancel(body)
                self._queue.put(body)
        except OSError as error:
            log.warning("The input failed: %s", error)
        finally:
            self._queue.put(None)

    def _cancel(self, body: bytes) -> None:
        """Remember which request is cancelled, so that it is not worked on if it still waits."""
        try:
            message = json.loads(body)
            request = message["params"]["id"]
            if message["method"] == "$/cancelRequest" and type(request) in (int, str):
                self.cancelled.add(request)
        except (ValueError, KeyError, TypeError, RecursionError):
            log.debug("This is no cancellation: %r", body[:200])


def bodies(read: Callable[[int], bytes]) -> Iterator[bytes]:
    """The bodies of the messages in a stream. What is no header is skipped."""
    stream = _Stream(read)
    while (length := _header(stream)) is not None:
        body = stream.take(length)
        if body is None:
            log.warning("The input ended inside a message")
            return
        yield body


def _header(stream: "_Stream") -> int | None:
    """Read a message's header: how long its body is; None at the end of the stream."""
    length = None
    while (line := stream.line()) is not None:
        if found := _LENGTH.search(line):
            length = int(found[1])
        elif not line and length is not None:
            return length
        elif line and b":" not in line:
            log.warning("Skipped what is no header: %r", line[:200])
    return None


class _Stream:
    """Bytes taken by line or by number."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        self._read = read
        self._buffer = bytearray()

    def line(self) -> bytes | None:
        """The next line without its terminator; None at the end. An endless one is cut off in front."""
        while (end := self._buffer.find(b"\n")) < 0:
            if len(self._buffer) > _LONGEST_LINE:
                del self._buffer[:-_CHUNK]
            if not self._fill(_CHUNK):
                return None
        line = bytes(self._buffer[:end]).rstrip(b"\r")
        del self._buffer[: end + 1]
        return line

    def take(self, length: int) -> bytes | None:
        """The next bytes; None when the stream ends before."""
        while (missing := length - len(self._buffer)) > 0:
            if not self._fill(max(missing, _CHUNK)):
                return None
        taken = bytes(self._buffer[:length])
        del self._buffer[:length]
        return taken

    def _fill(self, size: int) -> bool:
        """Read on; False at the end."""
        data = self._read(size)
        self._buffer += data
        return bool(data)
