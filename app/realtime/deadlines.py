"""Limits how long a request may take to arrive, and how slowly a client may read the response.

A head has `HEAD_SECONDS`. A body has `Limits.body_seconds` in all and `Limits.silence_seconds` without a byte. The
first is lifted for a client that was admitted to upload a file. A late request gets 408 (RFC 9110, section 15.5.9), and
its connection is closed. After an answer, the rest of its body is read and dropped, up to `LEFT_BYTES`. Closing at
once would reset the connection, and a client that sends everything first would lose the answer. A client that reads fewer than
`SLOWEST_BYTES_PER_SECOND` of a response is disconnected.
"""

import asyncio
from typing import Any, Final, Literal

from uvicorn.protocols.http.flow_control import FlowControl
from uvicorn.server import ServerState

from app.api.arriving import BODY_TIME, BodyTime
from app.api.delivery import untaken_bytes
from app.realtime.connection_limits import LimitedConfig, Limits
from app.realtime.heads import BoundedHeads, answer_of

#: Seconds that the head of a request (also of a handshake) may take, from the connection or its first byte.
HEAD_SECONDS: Final = 10.0
SLOWEST_BYTES_PER_SECOND: Final = 1024
#: Bytes of a body that are read and dropped after its answer. The time for them is that of a body.
LEFT_BYTES: Final = 256 * 2**20
_LATE: Final = answer_of(b"408 Request Timeout", b"The request did not arrive in time.")


class _Flow(FlowControl):
    """uvicorn's flow control, which also notes when reading resumed: before that, no bytes of the client were read."""

    def __init__(self, transport: asyncio.Transport, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(transport)
        self._loop, self.read_since = loop, 0.0

    def resume_reading(self) -> None:
        if self.read_paused:
            self.read_since = self._loop.time()
        super().resume_reading()


class _ReadToTheEnd:
    """A transport for one request: closing it waits for the rest of the body, within the limits of the connection."""

    def __init__(self, connection: "TimedRequests") -> None:
        self._connection, self._transport = connection, connection.transport

    def close(self) -> None:
        """Close the connection when the body has arrived."""
        self._connection.close_after_body()

    def write(self, data: bytes) -> None:
        """Send bytes of the answer."""
        self._transport.write(data)

    def is_closing(self) -> bool:
        """Return whether the connection is closing."""
        return self._transport.is_closing()


class TimedRequests(BoundedHeads):
    """An HTTP connection that is closed when a request arrives too slowly or a response is read too slowly."""

    limits: Limits
    flow: _Flow
    #: What has to arrive next: the beginning of a request, the rest of its head, or of its body.
    _awaited: Literal["request", "head", "body"] | None = None
    _began = _heard = 0.0
    _timer: asyncio.TimerHandle | None = None
    _body_time: BodyTime
    _answer_timer: asyncio.TimerHandle | None = None
    _untaken = 0
    #: Bytes of the body that were dropped after its answer, and whether the connection ends with the body.
    _left = 0
    _closes_after_body = False

    def __init__(
        self,
        config: LimitedConfig,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self.limits = config.limits

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's
        """Wait for the first request."""
        super().connection_made(transport)
        self.flow = _Flow(transport, self.loop)
        self._await("request")
        self._look()

    def data_received(self, data: bytes) -> None:
        """Parse the data, and start the timer when a request is incomplete."""
        self._heard = self.loop.time()
        super().data_received(data)
        if self.parser is None or self.transport.is_closing():
            return
        if self._awaited is None and (self.cycle is None or self.cycle.response_complete):
            self._await("request")  # the data ended uvicorn's keep-alive timeout, but began no request
        if self._awaited is not None and self._timer is None:
            self._look()

    def on_message_begin(self) -> None:
        """Wait for the head."""
        super().on_message_begin()
        self._await("head")
        self._body_time = BodyTime()
        self.scope["extensions"] = {BODY_TIME: self._body_time}  # type: ignore[dict-item]  # the server's own

    def on_headers_complete(self) -> None:
        """Wait for the body."""
        super().on_headers_complete()
        self._await("body")
        self._left = 0
        if self.cycle is not None:
            self.cycle.transport = _ReadToTheEnd(self)  # type: ignore[assignment]  # the methods that the cycle calls

    def on_body(self, body: bytes) -> None:
        """Count what arrives after the answer, and end the connection beyond the limit."""
        super().on_body(body)
        if self.cycle is not None and self.cycle.response_complete:
            self._left += len(body)
            if self._left > LEFT_BYTES:
                self.transport.abort()

    def on_message_complete(self) -> None:
        """Wait for nothing more of this request."""
        super().on_message_complete()
        self._stop_waiting()
        if self._closes_after_body:
            self.transport.close()

    def close_after_body(self) -> None:
        """Close the connection, once the body has arrived if it has not. The client is told that no more is sent."""
        if not self._in_body or self.transport.is_closing():
            self.transport.close()
            return
        self._closes_after_body = True
        if self.transport.can_write_eof():
            self.transport.write_eof()

    def handle_websocket_upgrade(self) -> None:
        """Stop the timer; the websocket has its own limits."""
        self._stop_waiting()
        super().handle_websocket_upgrade()

    def on_response_complete(self) -> None:
        """Give the rest of an unread body the time of a body, and watch how the rest of the response is read."""
        self._began = self.loop.time()
        super().on_response_complete()
        if self.transport.get_write_buffer_size():
            self._watch_answer()

    def pause_writing(self) -> None:
        """Watch how fast the response is read, because more of it is pending than the buffers hold."""
        super().pause_writing()
        self._watch_answer()

    def resume_writing(self) -> None:
        """Stop watching: the client has read its response."""
        super().resume_writing()
        self._stop_watching()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop all timers."""
        self._stop_waiting()
        self._stop_watching()
        super().connection_lost(exc)

    def _await(self, what: Literal["request", "head", "body"]) -> None:
        self._stop_waiting()
        self._awaited, self._began = what, self.loop.time()

    def _stop_waiting(self) -> None:
        self._awaited = None
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _look(self) -> None:
        """Close the connection if the awaited part is late; otherwise look again at its deadline."""
        self._timer, now = None, self.loop.time()
        if self._is_held_up():
            self._began = self._heard = now
        deadline = self._deadline()
        if now < deadline:
            self._timer = self.loop.call_at(deadline, self._look)
        elif self._awaited == "request":
            self.transport.abort()
        else:
            self.refuse(_LATE)

    def _deadline(self) -> float:
        if self._awaited != "body":
            return self._began + HEAD_SECONDS
        silent = max(self._heard, self.flow.read_since) + self.limits.silence_seconds
        if self._body_time.unlimited and not self.cycle.response_complete:
            return silent
        return min(silent, self._began + self.limits.body_seconds)

    def _is_held_up(self) -> bool:
        """Return whether the client waits for this server: for a response, buffer space, or 100 Continue."""
        if self.flow.read_paused or self.pipeline:
            return True
        if self.cycle is None or self.cycle.response_complete:
            return False
        return self._awaited != "body" or self.cycle.waiting_for_100_continue

    def _watch_answer(self) -> None:
        if self._answer_timer is None:
            self._untaken = untaken_bytes(self.transport)
            self._answer_timer = self.loop.call_later(self.limits.silence_seconds, self._look_at_answer)

    def _look_at_answer(self) -> None:
        left, self._answer_timer = untaken_bytes(self.transport), None
        if not self.transport.get_write_buffer_size():
            return
        if self._untaken - left < SLOWEST_BYTES_PER_SECOND * self.limits.silence_seconds:
            self.transport.abort()
        else:
            self._watch_answer()

    def _stop_watching(self) -> None:
        if self._answer_timer is not None:
            self._answer_timer.cancel()
            self._answer_timer = None
