"""From initialize to exit, and whatever a client gets wrong on the way."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.lsp.raw import EXIT, INITIALIZE, INITIALIZED, SHUTDOWN, body, talk, talk_to_process

START = (INITIALIZE, INITIALIZED)

HOVER = {"textDocument": {"uri": "file:///x.md"}, "position": {"line": 0, "character": 0}}

ENDS: dict[str, tuple[list[Any], int]] = {
    "shutdown and exit": ([*START, SHUTDOWN, EXIT], 0),
    "shutdown and the end of input": ([*START, SHUTDOWN], 0),
    "exit without shutdown": ([*START, EXIT], 1),
    "the end of input": ([*START], 1),
    "exit at once": ([EXIT], 1),
    "nothing at all": ([], 1),
    "the end of input inside a message": ([*START, b"Content-Length: 99\r\n\r\n{"], 1),
    "words after exit": ([*START, SHUTDOWN, EXIT, {"id": 9, "method": "shutdown"}], 0),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", ENDS)
def test_exit_codes(name: str) -> None:
    messages, exit_code = ENDS[name]
    assert talk_to_process(*messages).exit_code == exit_code


UNTIMELY: dict[str, tuple[list[Any], tuple[int, int]]] = {
    "a request before initialize": (
        [{"id": 1, "method": "textDocument/hover", "params": HOVER}],
        (1, -32002),
    ),
    "an unknown request before initialize": ([{"id": 1, "method": "no/such"}], (1, -32002)),
    "a second initialize": ([*START, INITIALIZE | {"id": 1}], (1, -32600)),
    "a request after shutdown": (
        [*START, SHUTDOWN, {"id": 1, "method": "textDocument/hover", "params": HOVER}],
        (1, -32600),
    ),
}


@pytest.mark.parametrize("name", UNTIMELY)
def test_requests_at_the_wrong_time_are_refused(name: str) -> None:
    messages, answer = UNTIMELY[name]
    assert talk(*messages).answers[-1] == answer


def test_notifications_at_the_wrong_time_are_dropped() -> None:
    opened = {"uri": "untitled:a.md", "languageId": "markdown", "version": 1, "text": "a"}
    early = {"method": "textDocument/didOpen", "params": {"textDocument": opened}}
    assert talk(early).messages == []


def change(params: Any) -> dict[str, Any]:
    """A didChange with these parameters."""
    return {"method": "textDocument/didChange", "params": params}


WRONG: dict[str, tuple[Any, list[tuple[Any, int]]]] = {
    "no JSON": (body("{"), [(None, -32700)]),
    "no UTF-8": (body(b"\xff\xfe{"), [(None, -32700)]),
    "JSON without end": (body("[" * 100_000), [(None, -32700)]),
    "a batch": (body("[]"), [(None, -32600)]),
    "no object": (body("7"), [(None, -32600)]),
    "a method without an id": (body('{"jsonrpc": "2.0", "id": null, "method": "x"}'), [(None, -32600)]),
    "no version": (body('{"id": 1, "method": "shutdown"}'), [(None, -32600)]),
    "an unknown request": ({"id": 1, "method": "no/such"}, [(1, -32601)]),
    "an unknown notification": ({"method": "no/such"}, []),
    "an optional notification": ({"method": "$/no/such"}, []),
    "a request without parameters": ({"id": 1, "method": "textDocument/hover"}, [(1, -32602)]),
    "a request with wrong ones": (
        {"id": 1, "method": "textDocument/hover", "params": {"a": 1}},
        [(1, -32602)],
    ),
    "a notification without parameters": ({"method": "textDocument/didOpen"}, []),
    "a document without a text": ({"method": "textDocument/didOpen", "params": {"textDocument": {}}}, []),
    "an answer that nobody asked for": ({"id": "x", "result": None}, []),
    "an error that nobody asked for": ({"id": "x", "error": {"code": 1, "message": "no"}}, []),
    "an unknown command": (
        {"id": 1, "method": "workspace/executeCommand", "params": {"command": "no.such"}},
        [(1, -32602)],
    ),
    "a command without arguments": (
        {
            "id": 1,
            "method": "workspace/executeCommand",
            "params": {"command": "planls.fixAll", "arguments": []},
        },
        [(1, -32602)],
    ),
    "a cancellation of nothing": ({"method": "$/cancelRequest", "params": {"id": 77}}, []),
    "a trace": ({"method": "$/setTrace", "params": {"value": "verbose"}}, []),
    "a change of nothing": (change(None), []),
    "a change of a document that is not open": (
        change({"textDocument": {"uri": "untitled:x.md", "version": 1}, "contentChanges": [{"text": ""}]}),
        [],
    ),
    "a change without a text": (
        change({"textDocument": {"uri": "untitled:a.md", "version": 2}, "contentChanges": [{}]}),
        [],
    ),
    "a range of words": (
        change(
            {
                "textDocument": {"uri": "untitled:a.md", "version": 2},
                "contentChanges": [{"text": "", "range": {"start": "a", "end": None}}],
            }
        ),
        [],
    ),
    "words between the messages": (b"hello\r\n\r\n", []),
}

OPEN = {
    "method": "textDocument/didOpen",
    "params": {"textDocument": {"uri": "untitled:a.md", "languageId": "markdown", "version": 1, "text": "a"}},
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_wrong_is_answered_and_the_session_goes_on(name: str) -> None:
    message, answers = WRONG[name]
    heard = talk(*START, OPEN, message, SHUTDOWN, EXIT)
    assert heard.answers[1:] == [*answers, ("last", None)]
    assert heard.exit_code == 0


scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
words = st.sampled_from(
    ["textDocument", "uri", "version", "text", "range", "start", "end", "line", "character", "contentChanges",
     "position", "context", "only", "diagnostics", "settings", "command", "arguments", "data", "id"]
)  # fmt: skip
anything = st.recursive(
    scalars | st.just("untitled:a.md"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=5),
    max_leaves=12,
)
methods = st.sampled_from(
    [
        "textDocument/didOpen",
        "textDocument/didChange",
        "textDocument/didClose",
        "textDocument/hover",
        "textDocument/completion",
        "textDocument/codeAction",
        "textDocument/diagnostic",
        "codeAction/resolve",
        "workspace/executeCommand",
        "workspace/didChangeConfiguration",
        "workspace/didChangeWatchedFiles",
        "$/cancelRequest",
        "$/setTrace",
    ]
)
messages = st.fixed_dictionaries({"method": methods, "params": anything}, optional={"id": scalars})


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(messages, min_size=1, max_size=20))
def test_nothing_that_a_client_says_ends_the_session(said: list[dict[str, Any]]) -> None:
    heard = talk(*START, OPEN, *said, SHUTDOWN, EXIT)
    assert heard.answers[-1] == ("last", None)
    assert heard.exit_code == 0


def test_a_request_that_is_cancelled_while_it_waits_is_not_worked_on() -> None:
    hovers = [{"id": n, "method": "textDocument/hover", "params": HOVER} for n in range(1, 200)]
    cancel = {"method": "$/cancelRequest", "params": {"id": 199}}
    answers = dict(talk(*START, *hovers, cancel, SHUTDOWN, EXIT).answers)
    assert answers[1] is None
    assert answers[199] == -32800


def test_standard_error_stays_silent_when_all_is_well() -> None:
    assert talk_to_process(*START, OPEN, SHUTDOWN, EXIT).log == ""


def test_what_is_announced() -> None:
    result = talk(*START, SHUTDOWN, EXIT).answers[0][1]
    assert result["serverInfo"]["name"] == "planls"
    announced = result["capabilities"]
    assert announced["positionEncoding"] == "utf-16"
    assert announced["textDocumentSync"] == {"openClose": True, "change": 2, "save": True}
    assert announced["executeCommandProvider"]["commands"] == ["planls.applyEdit", "planls.fixAll"]
    assert announced["codeActionProvider"] is True
    assert set(announced) == {
        "positionEncoding",
        "textDocumentSync",
        "completionProvider",
        "hoverProvider",
        "definitionProvider",
        "referencesProvider",
        "documentLinkProvider",
        "codeActionProvider",
        "executeCommandProvider",
        "workspace",
    }
