"""Adapt uvicorn's connections: admission, fast frames, and orderly ends of websockets.

Differences to uvicorn:

- A frame is serialised once for all sockets, not for each socket.
- Websockets get a last frame before the server stops.
- A peer that stops reading, or stops in the middle of a request, is disconnected after a time limit.
- A peer that reads nothing gets no pongs, so pongs do not pile up in memory.
- Refused handshakes are not logged as errors.
- A limited number of handshakes is processed at a time. All at once, each would take as long as all of them,
  and clients would give up and retry.

Not here: frames (`realtime/frames.py`), and who receives what (`realtime/hub.py`).
"""

import asyncio
import socket
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any, Final
from weakref import WeakKeyDictionary

import uvicorn
from fastapi import FastAPI, WebSocket
from uvicorn._types import ASGISendEvent
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.http11 import Request

from app.api.delivery import TRANSPORT
from app.realtime.connection_limits import RETRY_AFTER_SECONDS
from app.realtime.deadlines import TimedRequests
from app.realtime.heads import answer_of
from app.realtime.hub import Hub

#: Seconds that a closed websocket has to read what is in its buffer.
LINGER_SECONDS: Final = 10.0
_GOODBYE_SECONDS: Final = 2.0
#: Handshakes processed at a time.
AT_A_TIME: Final = 8
_TURNS: Final[WeakKeyDictionary[uvicorn.Config, "HandshakeQueue"]] = WeakKeyDictionary()
_FULL: Final = answer_of(
    b"503 Service Unavailable\r\nretry-after: %d" % RETRY_AFTER_SECONDS, b"Too many connections are open. Try again."
)
_SELF: Final = "liaison.wire"  # key in the scope's extensions by which the application finds the connection


class PlacedConnection(TimedRequests):
    """An HTTP connection that holds a place, in total and for its network, until it or its websocket ends."""

    _give_back: Callable[[], None] | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's
        """Refuse the connection before anything is read when there is no place for it."""
        super().connection_made(transport)
        address = self.client[0] if self.client else ""
        if len(self.connections) > self.limits.connections:
            self.logger.warning("connections are refused: the server has as many as LIAISON_CONNECTIONS")
        elif not self.limits.of_networks.take(address):
            self.logger.warning("connections are refused: %s has as many as LIAISON_CONNECTIONS_PER_NETWORK", address)
        else:
            self._give_back = partial(self.limits.of_networks.give_back, address)
            return
        self.refuse(_FULL)

    def on_message_begin(self) -> None:
        """Add the transport to the request's scope for the application."""
        super().on_message_begin()
        self.scope["extensions"][TRANSPORT] = self.transport  # type: ignore[assignment]

    def handle_websocket_upgrade(self) -> None:
        """Hand over to the websocket and drop the parser.

        The parser's reference cycle would keep the connection in memory until garbage collection.
        """
        super().handle_websocket_upgrade()
        self.parser = None  # type: ignore[assignment]  # as uvicorn's own where a connection ends
        wire = self.transport.get_protocol()
        assert isinstance(wire, Wire)
        if self._give_back is not None:
            wire.at_end(self._give_back)

    def connection_lost(self, exc: Exception | None) -> None:
        """Release the place."""
        super().connection_lost(exc)
        if self._give_back is not None:
            self._give_back()


class HandshakeQueue:
    """Queue of handshakes beyond the `AT_A_TIME` being processed: the last one to arrive is next.

    First-come order fails when more clients wait than can be served before they give up. Each would time out, retry and
    be last again, so nobody would be admitted. The newest client has all of its patience left.
    """

    def __init__(self) -> None:
        self._free = AT_A_TIME
        self._waiting: list[asyncio.Future[bool]] = []

    async def take(self, place: asyncio.Future[bool]) -> bool:
        """Wait for a turn, to be ended with `end`. Return false when `leave` was called for `place`."""
        if self._free:
            self._free -= 1
            return True
        self._waiting.append(place)
        try:
            return await place
        except asyncio.CancelledError:
            if place.done() and not place.cancelled() and place.result():
                self.end()
            raise

    def leave(self, place: asyncio.Future[bool]) -> None:
        """Stop waiting."""
        if not place.done():
            place.set_result(False)
            self._waiting.remove(place)

    def end(self) -> None:
        """End a turn and give it to the newest waiting handshake."""
        while self._waiting:
            place = self._waiting.pop()
            if not place.done():
                place.set_result(True)
                return
        self._free += 1


class Wire(WebSocketsSansIOProtocol):
    """A websocket that is admitted in its turn; its connection ends some seconds after its conversation.

    Reference cycles are broken when a conversation ends. Garbage collection is rare, and some clients reconnect many
    times a minute.
    """

    _turn: HandshakeQueue | None = None  # while its handshake is processed
    _place: asyncio.Future[bool] | None = None  # while it waits for its turn
    _at_end: tuple[Callable[[], None], ...] = ()

    def at_end(self, call: Callable[[], None]) -> None:
        """Call this when the connection has ended."""
        if self.disconnected:
            call()
        else:
            self._at_end += (call,)

    def handle_connect(self, event: Request) -> None:
        """Add this connection to the scope for the application."""
        super().handle_connect(event)
        if hasattr(self, "scope"):
            self._extensions()[_SELF] = self

    def handle_ping(self) -> None:
        """Send a pong, unless the peer reads nothing: pongs would pile up in memory."""
        pong = b"".join(self.conn.data_to_send())
        if self.writable.is_set():
            self.transport.write(pong)

    def write(self, frames: bytes) -> None:
        """Send the bytes of whole frames unchanged; they are discarded once the conversation has ended."""
        if not self.close_sent and not self.transport.is_closing():
            self.transport.write(frames)

    async def send(self, message: ASGISendEvent) -> None:
        """Send an ASGI message. A refusal completes the handshake, so that uvicorn does not log it as an error."""
        await super().send(message)
        self.handshake_complete |= self.close_sent
        if self.handshake_complete:
            self._next()

    async def run_asgi(self) -> None:
        """Run the application in its turn, then leave a limited time for the rest of the buffer."""
        turns, self._place = turns_of(self.config), self.loop.create_future()
        admitted = not self.disconnected and await turns.take(self._place)
        self._place = None
        if admitted:
            self._turn = turns
            try:
                if not self.disconnected:
                    await super().run_asgi()
            finally:
                self._next()
        self._extensions().pop(_SELF)
        self.loop.call_later(LINGER_SECONDS, self.transport.abort)

    def connection_lost(self, exc: Exception | None) -> None:
        """Run the end callbacks and leave the queue of handshakes."""
        super().connection_lost(exc)
        self.conn.parser.close()  # breaks the reference cycle between parser and connection
        for call in self._at_end:
            call()
        self._at_end = ()
        if self._place is not None:
            turns_of(self.config).leave(self._place)

    def _extensions(self) -> dict[str, Any]:
        """Return the extensions of the scope, which ASGI leaves to the server."""
        extensions = self.scope["extensions"]
        assert extensions is not None
        return extensions

    def _next(self) -> None:
        if self._turn is not None:
            self._turn.end()
            self._turn = None


def turns_of(server: uvicorn.Config) -> HandshakeQueue:
    """Return the handshake queue of this server."""
    return _TURNS.setdefault(server, HandshakeQueue())


def wire_of(websocket: WebSocket) -> Wire:
    """Return the connection of a websocket."""
    wire = websocket.scope["extensions"][_SELF]
    assert isinstance(wire, Wire)
    return wire


class Server(uvicorn.Server):
    """uvicorn's server, which lets the clients of the live channel reconnect elsewhere before it stops."""

    def __init__(self, config: uvicorn.Config, program: FastAPI) -> None:
        """Create the server. `program`: the application that `config` serves; its hub exists after startup."""
        super().__init__(config)
        self._program = program

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Accept no new connections, send a last frame on each websocket, then shut down as uvicorn does."""
        for server in self.servers:
            server.close()
        hub = getattr(self._program.state, "hub", None)
        if isinstance(hub, Hub):
            hub.close()
            with suppress(TimeoutError):
                async with asyncio.timeout(_GOODBYE_SECONDS):
                    while self._talking():  # noqa: ASYNC110 - uvicorn has no event for a closed socket
                        await asyncio.sleep(0.02)
        await super().shutdown(sockets)

    def _talking(self) -> bool:
        return any(isinstance(one, Wire) and not one.close_sent for one in self.server_state.connections)
