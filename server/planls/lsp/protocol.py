"""pygls's protocol, with its document handling taken out and ready-made JSON let through."""

import json
import logging
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, TypeVar

from lsprotocol import types
from pygls import exceptions as errors
from pygls.protocol import JsonRPCNotification, JsonRPCRequestMessage, LanguageServerProtocol

T = TypeVar("T")

log = logging.getLogger(__name__)

_OURS = (
    types.TEXT_DOCUMENT_DID_OPEN,
    types.TEXT_DOCUMENT_DID_CHANGE,
    types.TEXT_DOCUMENT_DID_CLOSE,
    types.NOTEBOOK_DOCUMENT_DID_OPEN,
    types.NOTEBOOK_DOCUMENT_DID_CHANGE,
    types.NOTEBOOK_DOCUMENT_DID_CLOSE,
    types.EXIT,
)
"""What pygls would do itself: keep whole texts, which it splits anew at each change, and leave at once."""


@dataclass(frozen=True, slots=True)
class Raw:
    """JSON that is sent as it is."""

    json: str


class Protocol(LanguageServerProtocol):
    """Takes the bytes of a message, answers or logs whatever is wrong with it, and never raises."""

    cancelled: set[int | str]
    """The ids of requests that need no answer any more."""

    def receive(self, body: bytes) -> None:
        """Handle one message."""
        try:
            data = json.loads(body)
        except (ValueError, RecursionError) as error:
            self._refuse(None, errors.JsonRpcParseError(f"This is no JSON: {error}"))
            return
        if not _is_message(data):
            self._refuse(None, errors.JsonRpcInvalidRequest("This is no JSON-RPC 2.0 message"))
            return
        try:
            self.handle_message(self.structure_message(data))
        except errors.JsonRpcException as error:
            request = data.get("id") if "method" in data else None
            self._refuse(request, error, notification=request is None)

    def structure_message(self, data: dict[str, Any]) -> Any:  # noqa: ANN401  # as pygls has it
        """The message as an object.

        A change of text stays JSON: that is quicker, and lets us clamp numbers that the types forbid.
        What nobody knows is refused or dropped later, whatever its parameters are.
        """
        method = data.get("method")
        if method == types.INITIALIZE:
            _heed_encoding(data.get("params"))
        known = method != types.TEXT_DOCUMENT_DID_CHANGE and self.get_message_type(method)
        if known or method is None:
            return super().structure_message(data)
        params = data.get("params")
        if (request := data.get("id")) is not None:
            return JsonRPCRequestMessage(request, method, self.VERSION, params)
        return JsonRPCNotification(method, self.VERSION, params)

    def handle_message(self, message: Any) -> None:  # noqa: ANN401  # as pygls has it
        """Pass the message on if the life cycle allows it now."""
        method, request = getattr(message, "method", None), getattr(message, "id", None)
        error = self._untimely(method, request)
        if error is None:
            super().handle_message(message)
        elif method and request is not None:
            self._refuse(request, error)

    def notify_raw(self, method: str, params: Raw) -> None:
        """Send a notification whose parameters are ready."""
        self._write(f'{{"jsonrpc":"2.0","method":"{method}","params":{params.json}}}')

    def ask(self, method: str, params: object, then: Callable[[Any], None]) -> None:
        """Send a request; ``then`` gets its result. A refusal is logged."""

        def done(future: Future[Any]) -> None:
            if future.cancelled():
                return
            if error := future.exception():
                log.warning("The client refused %s: %s", method, error)
            else:
                then(future.result())

        self.send_request(method, params).add_done_callback(done)

    def plain(self, value: object) -> Any:  # noqa: ANN401  # JSON has no narrower type
        """The value as JSON objects and arrays."""
        return self._converter.unstructure(value)

    def typed(self, value: object, cls: type[T]) -> T:
        """JSON objects and arrays as a value of this type."""
        return self._converter.structure(value, cls)

    @property
    def farewell(self) -> int:
        """The exit code, should the process end now: 0 after a shutdown request."""
        return 0 if self._shutdown else 1

    def _register_builtin_features(self) -> None:
        """Leave to our own features what pygls would do itself."""
        super()._register_builtin_features()  # type: ignore[no-untyped-call]
        for method in _OURS:
            del self.fm.builtin_features[method]

    def _untimely(self, method: str | None, request: object) -> errors.JsonRpcException | None:
        """Why the message cannot be handled now, if it cannot."""
        if method == types.EXIT:
            return None
        if self._shutdown:
            return errors.JsonRpcInvalidRequest("The server is shut down")
        if not self._initialized and method != types.INITIALIZE:
            return errors.JsonRpcServerNotInitialized("The first request must be initialize")
        if self._initialized and method == types.INITIALIZE:
            return errors.JsonRpcInvalidRequest("The server is initialized")
        if method and request in self.cancelled:
            self.cancelled.discard(request)
            return errors.JsonRpcRequestCancelled(f"Request {request} was cancelled")
        return None

    @property
    def _initialized(self) -> bool:
        return self._workspace is not None

    def _handle_cancel_notification(self, msg_id: str | int) -> None:
        """Requests are answered at once, so what is still to cancel was seen by the reader."""
        if isinstance(msg_id, int | str):
            self.cancelled.discard(msg_id)

    def _send_handler_result(self, future: Future[Any], *, msg_id: str | int) -> None:
        """Answer a request. That a document has changed meanwhile is no fault that needs a trace."""
        error = future.exception()
        if isinstance(error, errors.JsonRpcContentModified):
            self._refuse(msg_id, error)
        else:
            super()._send_handler_result(future, msg_id=msg_id)

    def _refuse(
        self, request: str | int | None, error: errors.JsonRpcException, *, notification: bool = False
    ) -> None:
        """Answer with an error and log it; a notification gets no answer."""
        log.info("Refused a message: %s", error.message)
        if not notification:
            answer = {"code": error.code, "message": error.message}
            self._write(json.dumps({"jsonrpc": self.VERSION, "id": request, "error": answer}))

    def _send_response(
        self,
        msg_id: str | int,
        result: Any = None,  # noqa: ANN401  # as pygls has it
        error: types.ResponseError | None = None,
    ) -> None:
        """Answer a request."""
        if isinstance(result, Raw):
            self._result_types.pop(msg_id, None)
            self._write(f'{{"jsonrpc":"2.0","id":{json.dumps(msg_id)},"result":{result.json}}}')
        else:
            super()._send_response(msg_id, result, error)

    def _write(self, body: str) -> None:
        """Send a message; JSON is written in ASCII, so that characters are bytes."""
        if self.writer:
            self.writer.write(f"Content-Length: {len(body)}\r\n\r\n{body}".encode("ascii"))


def _heed_encoding(params: Any) -> None:  # noqa: ANN401  # JSON of any shape
    """Let `positionEncoding` among the initialization options name the encoding.

    Some clients, such as ALE, count bytes and have no way to announce it.
    """
    match params:
        case {
            "initializationOptions": {"positionEncoding": "utf-8" | "utf-16" | "utf-32" as encoding},
            "capabilities": dict() as capabilities,
        }:
            general = capabilities.get("general")
            known = general if isinstance(general, dict) else {}
            capabilities["general"] = {**known, "positionEncodings": [encoding]}


def _is_message(data: object) -> bool:
    """Whether the JSON is a message at all."""
    if not isinstance(data, dict) or data.get("jsonrpc") != Protocol.VERSION:
        return False
    if "method" in data and data.get("id", 0) is None:
        return False  # neither a request nor a notification: only an answer may have no id
    return isinstance(data.get("method", ""), str) and isinstance(data.get("id"), str | int | None)
