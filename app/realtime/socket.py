"""Serve the websocket of the live channel: welcome, missed facts, then new facts, in order, each exactly once.

Missed facts are read as the member, through row-level security. The hub then continues without a gap: `join` returns
the first position that it will offer. The socket reads up to that position and to the head given in the welcome frame.
Not here: who is present (`realtime/presence.py`).
"""

import asyncio
import json
import traceback
from contextlib import suppress
from functools import partial
from typing import Annotated, Final
from uuid import UUID

from fastapi import Query, WebSocket, WebSocketDisconnect

from app import log
from app.access.seats import Seat
from app.api.admissions import Admission, Arrival, MayFollowStream
from app.api.routing import Router
from app.errors import Refusal
from app.ledger import entries, following
from app.realtime import frames
from app.realtime.connection_limits import RETRY_AFTER_SECONDS
from app.realtime.hub import Hub
from app.realtime.listener import Listener
from app.realtime.pings import Pings
from app.realtime.wire import Wire, wire_of

router = Router()
_logger = log.get("socket")

_POLICY, _TOO_BIG, _NORMAL = 1008, 1009, 1000
#: Most frames of a client per `_FRAMES_SECONDS`: pongs and focus, not counting pongs requested by `Pings.answered`.
_FRAMES: Final = 100
_FRAMES_SECONDS: Final = 10.0
_FIRST_PAGE: Final = 50
_GOODBYE_SECONDS: Final = 5.0  # the buffer of a slow reader is sent before the last frame


class TooManySockets(Refusal):
    """The member has the maximum number of sockets open."""

    status, title, code = 429, "Too many live connections", "crowded"


@router.websocket("/api/jits/{jit}/stream")
async def follow_stream(
    socket: WebSocket, arrival: MayFollowStream, after: Annotated[int, Query(ge=-1, le=2**62)] = -1
) -> None:
    """Stream the facts of a JIT to one member, beginning after the position `after`."""
    hub = socket.app.state.hub
    assert isinstance(hub, Hub)
    seat, head = arrival.seat, arrival.head
    settings, wire = arrival.context.settings, wire_of(socket)
    _take_place(hub, wire, seat, settings.socket_most)
    await socket.accept(subprotocol=frames.PROTOCOL if frames.PROTOCOL in socket.scope["subprotocols"] else None)
    listener = Listener(seat, wire, reached=min(after, head), room=settings.socket_queue)
    hub.arrive(listener)
    hub.presence.arrive(seat)
    pings = Pings(listener, every=settings.socket_ping_seconds, lasting=settings.socket_seconds)
    tasks = [
        asyncio.create_task(_begin(arrival, hub, listener, pings)),
        asyncio.create_task(_receive(socket, hub, listener, pings)),
    ]
    try:
        ending = await listener.ending
    finally:
        pings.stop()
        hub.leave(listener)
        hub.chat.leave(listener)
        hub.bundles.leave(listener)
        hub.presence.leave(seat)
        listener.stop()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for task in tasks:
            _clear_frames(task)
    with suppress(RuntimeError, WebSocketDisconnect, TimeoutError):
        async with asyncio.timeout(_GOODBYE_SECONDS):
            if isinstance(ending, str):
                await listener.wire.writable.wait()
                listener.wire.write(frames.bye(ending, listener.reached))
            await socket.close(ending if isinstance(ending, int) else _NORMAL)


def _clear_frames(task: asyncio.Task[None]) -> None:
    """Clear the frames in which a task was cancelled: those of SQLAlchemy are a reference cycle that holds the listener."""
    try:
        task.exception()
    except asyncio.CancelledError as cancelled:
        traceback.clear_frames(cancelled.__traceback__)


def _take_place(hub: Hub, wire: Wire, seat: Seat, most: int) -> None:
    """Take one of the member's places at this process until the connection ends.

    Raises:
        TooManySockets: All are taken. Raised before the handshake.
    """
    if not hub.places.take(seat.id, most):
        raise TooManySockets(
            f"Your membership has {most} live connections open, which is the most. Close a window, then try again.",
            headers={"Retry-After": str(RETRY_AFTER_SECONDS)},
        )
    wire.at_end(partial(hub.places.give_back, seat.id))


async def _begin(arrival: Arrival, hub: Hub, listener: Listener, pings: Pings) -> None:
    """Send the welcome frame and the missed facts, then what the hub offers."""
    head = arrival.head
    try:
        await hub.chat.arrive(listener)
        await hub.bundles.arrive(listener)
        listener.shown = await hub.presence.around(listener.seat)
        listener.wire.write(frames.welcome(head, listener.seat.code, listener.shown))
        passed = listener.reached
        if passed < head - _FIRST_PAGE:  # otherwise the hub's facts would wait in the queue for long
            passed = await _replay(arrival, listener, pings, None)
        first, published = await hub.join(listener)
        missed = max(head, first - 1)
        if passed < missed:  # when many clients reconnect at once, most missed nothing: this saves their snapshots
            await _replay(arrival, listener, pings, missed)
        if published - 1 > head:  # a checkpoint was published after the welcome frame
            listener.queue.appendleft(frames.head(published))
        await listener.flow()
    except Refusal:
        listener.end("revoked")
    except Exception:
        _logger.exception("the ledger cannot be read; closing the socket")
        listener.end("restart")


async def _replay(admission: Admission, listener: Listener, pings: Pings, until: int | None) -> int:
    """Send the facts after the last position sent that the member may see, page by page, with current access rights.

    Each page is twice as long as the one before (up to `following.PAGE`). It is read only when the client has answered
    a ping sent after the previous one. So a client that repeatedly disconnects causes no reading of pages it does not
    receive.

    Returns:
        The position up to which everything was read. It is not sent to the client, because it counts invisible entries.
    """
    limit = _FIRST_PAGE
    while True:
        more, seen = await _tell_page(admission, listener, until, limit)
        if not more:
            return seen
        if until is None:  # with `until` little is left, and the hub's facts wait meanwhile
            await pings.answered()
        limit = min(2 * limit, following.PAGE)


async def _tell_page(admission: Admission, listener: Listener, until: int | None, limit: int) -> tuple[bool, int]:
    """Send one page.

    One fact more than `limit` is read. So pings and further pages depend only on facts that the member may see.

    Returns:
        Whether there is another page, and the position up to which everything was read if not.
    """
    async with admission.reading() as (session, seat):
        rows = await following.facts_for(session, seat.jit, listener.reached, until, limit=limit + 1)
        seen = await entries.head(session, seat.jit) if until is None else until
    page = rows[:limit]
    for start in range(0, len(page), frames.TOGETHER):
        told = [
            frames.fact(row.position, row.kind, row.subject, row.seat, row.party_code, row.at)
            for row in page[start : start + frames.TOGETHER]
        ]
        await listener.wire.writable.wait()
        if listener.ending.done():
            return False, listener.reached
        listener.send(*told)
    return len(rows) > limit, seen


async def _receive(socket: WebSocket, hub: Hub, listener: Listener, pings: Pings) -> None:
    """Receive pongs and focus frames; any other frame, or too many of them, closes the socket."""
    loop, since, count = asyncio.get_running_loop(), 0.0, 0
    while True:
        event = await socket.receive()
        if event["type"] == "websocket.disconnect":
            listener.end(_NORMAL)
            return
        if loop.time() - since >= _FRAMES_SECONDS:
            since, count = loop.time(), 0
        count += 1
        if count > _FRAMES:
            listener.end(_POLICY)
            return
        text = event.get("text")
        size = len(event.get("bytes") or b"") if text is None else len(text.encode("utf-8", "surrogatepass"))
        if size > frames.LARGEST:
            listener.end(_TOO_BIG)
            return
        match None if text is None else _parsed(text):
            case {"type": "pong", **rest} if not rest:
                count -= pings.pong()  # a requested pong does not count
            case {"type": "focus", "subject": dict() | None as subject, **rest} if not rest:
                hub.presence.turn(listener.seat, _exhibit(subject or {}))
            case _:
                listener.end(_POLICY)
                return


def _exhibit(subject: dict[str, object]) -> UUID | None:
    """Return the exhibit in a focus frame, or none for an unknown subject."""
    try:
        return UUID(str(subject["evidence"]))
    except (KeyError, ValueError):
        return None


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
