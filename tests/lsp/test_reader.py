"""The reader: whatever the bytes and however they arrive, the messages in them are found."""

import json
import logging
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planls.lsp.reader import Inbox, bodies


def reading(data: bytes, chunk: int = 1 << 20) -> Callable[[int], bytes]:
    """A stream that gives the data in chunks of at most that many bytes."""
    pieces = [data[at : at + chunk] for at in range(0, len(data), chunk)]
    return lambda _: pieces.pop(0) if pieces else b""


def framed(body: bytes) -> bytes:
    """A message as a client sends it."""
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


STREAMS = {
    "one message": (framed(b"{}"), [b"{}"]),
    "two messages": (framed(b"{}") + framed(b'{"a": 1}'), [b"{}", b'{"a": 1}']),
    "nothing": (b"", []),
    "an empty body": (framed(b"") + framed(b"{}"), [b"", b"{}"]),
    "header names in any case": (b"CONTENT-length:2\r\n\r\n{}", [b"{}"]),
    "more headers": (
        b"X-Y: z\r\nContent-Length: 2\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{}",
        [b"{}"],
    ),
    "bare line feeds": (b"Content-Length: 2\n\n{}", [b"{}"]),
    "line breaks between messages": (framed(b"{}") + b"\r\n\n" + framed(b"[]"), [b"{}", b"[]"]),
    "no length": (b"Content-Type: x\r\n\r\n" + framed(b"{}"), [b"{}"]),
    "a length that is none": (b"Content-Length: two\r\n\r\n" + framed(b"{}"), [b"{}"]),
    "a negative length": (b"Content-Length: -2\r\n\r\n" + framed(b"{}"), [b"{}"]),
    "a length beyond all measure": (b"Content-Length: 99999999999999\r\n\r\n" + framed(b"{}"), [b"{}"]),
    "words that are no header": (b"hello\r\nworld\r\n\r\n" + framed(b"{}"), [b"{}"]),
    "a body that is longer than said": (framed(b"{}") + b'"rest"' + framed(b"[]"), [b"{}", b"[]"]),
    "an end inside a body": (framed(b"{}") + b"Content-Length: 10\r\n\r\n{}", [b"{}"]),
    "an end inside a header": (framed(b"{}") + b"Content-Le", [b"{}"]),
    "an endless line": (b"x" * 200_000 + b"\r\n" + framed(b"{}"), [b"{}"]),
    "a great body": (framed(b"x" * 3_000_000) + framed(b"{}"), [b"x" * 3_000_000, b"{}"]),
    "bytes that are no text": (b"\xff\xfe\x00\r\n\r\n" + framed(b"\xff"), [b"\xff"]),
}


@pytest.mark.parametrize("chunk", [1, 3, 1 << 16])
@pytest.mark.parametrize("name", STREAMS)
def test_messages_are_found(name: str, chunk: int) -> None:
    data, expected = STREAMS[name]
    if chunk < 100 and len(data) > 100_000:
        chunk *= 1000
    assert list(bodies(reading(data, chunk))) == expected


@given(st.lists(st.binary(max_size=50)), st.integers(min_value=1, max_value=40))
def test_any_bodies_in_any_chunks(messages: list[bytes], chunk: int) -> None:
    data = b"".join(framed(message) for message in messages)
    assert list(bodies(reading(data, chunk))) == messages


def test_an_inbox_gives_all_messages_and_then_ends() -> None:
    inbox = Inbox(reading(framed(b"1") + framed(b"2")))
    inbox.start()
    assert [inbox.take(wait=True) for _ in range(3)] == [b"1", b"2", None]
    assert inbox.ended


def test_an_inbox_does_not_wait_unless_told_to() -> None:
    inbox = Inbox(reading(framed(b"1")))
    assert inbox.take(wait=False) is None
    assert not inbox.ended


def test_an_input_that_fails_is_an_input_that_ends(caplog: pytest.LogCaptureFixture) -> None:
    def fail(_: int) -> bytes:
        raise OSError("gone")

    inbox = Inbox(fail)
    with caplog.at_level(logging.WARNING):
        inbox.start()
        assert inbox.take(wait=True) is None
    assert inbox.ended
    assert "gone" in caplog.text


CANCELS = {
    "a number": ({"method": "$/cancelRequest", "params": {"id": 7}}, {7}),
    "a string": ({"method": "$/cancelRequest", "params": {"id": "a"}}, {"a"}),
    "another method that names it": ({"method": "x", "params": {"id": 7, "t": "$/cancelRequest"}}, set()),
    "no id": ({"method": "$/cancelRequest", "params": {}}, set()),
    "an id that is none": ({"method": "$/cancelRequest", "params": {"id": [7]}}, set()),
    "a truth": ({"method": "$/cancelRequest", "params": {"id": False}}, set()),
    "no object": (["$/cancelRequest"], set()),
}


@pytest.mark.parametrize("name", CANCELS)
def test_the_inbox_sees_what_is_cancelled_before_it_is_taken(name: str) -> None:
    message, cancelled = CANCELS[name]
    inbox = Inbox(reading(framed(json.dumps(message).encode()) + framed(b'{"$/cancelRequest":')))
    inbox.start()
    while not inbox.ended:
        inbox.take(wait=True)
    assert inbox.cancelled == cancelled
