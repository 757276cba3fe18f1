"""The server's end of the wire: sockets that say goodbye before a restart, and are not kept for who never reads or asks.

What uvicorn does otherwise: it frames each message anew for each socket, closes websockets before the program hears that it
stops, waits for ever for a peer that has stopped reading, and for one that has begun to ask, keeps a pong for each ping of a
peer that reads none, logs each refused handshake as a fault, and works on the handshakes of a crowd all at once: each takes as
long as all of them then, and is done for somebody who has given up and asks anew. Deliberately not here: frames, and who hears
what (`realtime/hub.py`).
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
from app.realtime.deadlines import TimedRequests
from app.realtime.heads import answer_of
from app.realtime.hub import Hub
from app.realtime.limits import RETRY_AFTER_SECONDS

#: How long a socket whose conversation is over may take to read what lies ready for it.
LINGER_SECONDS: Final = 10.0
_GOODBYE_SECONDS: Final = 2.0
#: Handshakes that are worked on at a time.
AT_A_TIME: Final = 8
_TURNS: Final[WeakKeyDictionary[uvicorn.Config, "Turns"]] = WeakKeyDictionary()
_FULL: Final = answer_of(
    b"503 Service Unavailable\r\nretry-after: %d" % RETRY_AFTER_SECONDS, b"Too many connections are open. Try again."
)
_SELF: Final = "liaison.wire"  # where the program finds it, among the extensions of the scope


class Door(TimedRequests):
    """An HTTP connection for which there is a place, in all and for its network, until it or its websocket ends."""

    _give_back: Callable[[], None] | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn's
        """As uvicorn's; without a place it is refused before anything is read."""
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
        """As uvicorn's; the program finds the transport below the request."""
        super().on_message_begin()
        self.scope["extensions"][TRANSPORT] = self.transport  # type: ignore[assignment]

    def handle_websocket_upgrade(self) -> None:
        """As uvicorn's; the parser is done with, and held this, and it the connection, until the collector came by."""
        super().handle_websocket_upgrade()
        self.parser = None  # type: ignore[assignment]  # as uvicorn's own where a connection ends
        wire = self.transport.get_protocol()
        assert isinstance(wire, Wire)
        if self._give_back is not None:
            wire.at_end(self._give_back)

    def connection_lost(self, exc: Exception | None) -> None:
        """As uvicorn's; the place is free."""
        super().connection_lost(exc)
        if self._give_back is not None:
            self._give_back()


class Turns:
    """Who is at the door while `AT_A_TIME` others are worked on: whoever came last is next.

    In the order in which they came, a crowd that is larger than what the patience of its clients takes is served as each gives up,
    asks anew, and is the last again: nobody is admitted any more, for as long as the crowd stays. The last has all of its patience.
    """

    def __init__(self) -> None:
        self._free = AT_A_TIME
        self._waiting: list[asyncio.Future[bool]] = []

    async def take(self, place: asyncio.Future[bool]) -> bool:
        """Whether it is one's turn, which then ends with `end`; not where `place` was left before."""
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
        """Wait no more."""
        if not place.done():
            place.set_result(False)
            self._waiting.remove(place)

    def end(self) -> None:
        """It is the next one's turn."""
        while self._waiting:
            place = self._waiting.pop()
            if not place.done():
                place.set_result(True)
                return
        self._free += 1


class Wire(WebSocketsSansIOProtocol):
    """A websocket that is admitted in its turn, and whose connection ends some seconds after its conversation, read or not.

    Nothing of a conversation that has ended is kept until the collector comes by: that is rarely, and some go and come again many
    times a minute.
    """

    _turn: Turns | None = None  # while it is its turn
    _place: asyncio.Future[bool] | None = None  # while it waits for that
    _at_end: tuple[Callable[[], None], ...] = ()

    def at_end(self, call: Callable[[], None]) -> None:
        """Call this when the connection has ended."""
        if self.disconnected:
            call()
        else:
            self._at_end += (call,)

    def handle_connect(self, event: Request) -> None:
        """As uvicorn's; the program finds the wire beside the conversation."""
        super().handle_connect(event)
        if hasattr(self, "scope"):
            self._extensions()[_SELF] = self

    def handle_ping(self) -> None:
        """As uvicorn's, but who reads nothing is owed no pongs: they would wait in memory, one for each ping."""
        pong = b"".join(self.conn.data_to_send())
        if self.writable.is_set():
            self.transport.write(pong)

    def write(self, frames: bytes) -> None:
        """Send the bytes of whole frames, as they are; into the void once the conversation is over."""
        if not self.close_sent and not self.transport.is_closing():
            self.transport.write(frames)

    async def send(self, message: ASGISendEvent) -> None:
        """As uvicorn's; a refusal is an answer too, and no fault of the program to be logged."""
        await super().send(message)
        self.handshake_complete |= self.close_sent
        if self.handshake_complete:
            self._next()

    async def run_asgi(self) -> None:
        """As uvicorn's, in its turn; then the rest of the buffer has its time, and no more."""
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
        """As uvicorn's; who waited at the door does so no more."""
        super().connection_lost(exc)
        self.conn.parser.close()  # it holds the conversation that holds it
        for call in self._at_end:
            call()
        self._at_end = ()
        if self._place is not None:
            turns_of(self.config).leave(self._place)

    def _extensions(self) -> dict[str, Any]:
        """ASGI leaves them to the server."""
        extensions = self.scope["extensions"]
        assert extensions is not None
        return extensions

    def _next(self) -> None:
        if self._turn is not None:
            self._turn.end()
            self._turn = None


def turns_of(server: uvicorn.Config) -> Turns:
    """The turns of this server's handshakes."""
    return _TURNS.setdefault(server, Turns())


def wire_of(websocket: WebSocket) -> Wire:
    """The wire below a conversation."""
    wire = websocket.scope["extensions"][_SELF]
    assert isinstance(wire, Wire)
    return wire


class Server(uvicorn.Server):
    """uvicorn's server; asked to stop, it lets everybody on the live channel resume elsewhere first."""

    def __init__(self, config: uvicorn.Config, program: FastAPI) -> None:
        """`program`: what `config` serves; its hub is there once it has started."""
        super().__init__(config)
        self._program = program

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """No new connections, a goodbye on each socket, and then as uvicorn does."""
        for server in self.servers:
            server.close()
        hub = getattr(self._program.state, "hub", None)
        if isinstance(hub, Hub):
            hub.close()
            with suppress(TimeoutError):
                async with asyncio.timeout(_GOODBYE_SECONDS):
                    while self._talking():  # noqa: ASYNC110 - uvicorn tells no one when a socket closes
                        await asyncio.sleep(0.02)
        await super().shutdown(sockets)

    def _talking(self) -> bool:
        return any(isinstance(one, Wire) and not one.close_sent for one in self.server_state.connections)
