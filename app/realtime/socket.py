"""The websocket of the live channel: welcome, what was missed, then facts as they come, in order, exactly once.

What was before is read as the seat, through row-level security, and handed over to the hub without a gap: the hub says the
first position it will offer, and the socket reads up to there. Deliberately not here: presence and `head` frames.
"""

import asyncio
import json
from contextlib import suppress
from typing import Annotated, Any, Final

from fastapi import Query, WebSocket, WebSocketDisconnect

from app import log
from app.api.guards import Admission, MayFollowStream
from app.api.routing import Router
from app.errors import Refusal
from app.ledger import entries, following
from app.realtime import frames
from app.realtime.hub import Hub
from app.realtime.listener import Listener

router = Router()
_logger = log.get("socket")

_POLICY, _TOO_BIG, _GOING_AWAY, _NORMAL = 1008, 1009, 1001, 1000
_GOODBYE_SECONDS: Final = 5.0  # a slow reader's buffer comes before its goodbye


class Rude(Exception):  # noqa: N818 - says what the client did
    """A client sent what the protocol does not know; `code` closes the socket."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


@router.websocket("/api/jits/{jit}/stream")
async def follow_stream(
    socket: WebSocket, admission: MayFollowStream, after: Annotated[int, Query(ge=-1, le=2**62)] = -1
) -> None:
    """The stream of a JIT for one seat, from behind `after` on."""
    hub = socket.app.state.hub
    assert isinstance(hub, Hub)
    async with admission.reading() as (session, seat):
        head = await entries.head(session, admission.jit)
    await socket.accept(subprotocol=frames.PROTOCOL if frames.PROTOCOL in socket.scope["subprotocols"] else None)
    settings = admission.house.settings
    listener = Listener(seat, reached=min(after, head), room=settings.socket_queue)
    pong = asyncio.Event()
    tasks = [
        asyncio.create_task(_send(socket, admission, hub, listener, head)),
        asyncio.create_task(_receive(socket, pong)),
        asyncio.create_task(_ping(socket, pong, settings.socket_ping_seconds)),
        asyncio.create_task(_age(listener, settings.socket_seconds)),
    ]
    try:
        ends: list[asyncio.Future[Any]] = [*tasks, listener.ending]
        await asyncio.wait(ends, return_when=asyncio.FIRST_COMPLETED)
        code = _code_of(tasks)
    finally:
        hub.leave(listener)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    with suppress(RuntimeError, WebSocketDisconnect, TimeoutError):
        async with asyncio.timeout(_GOODBYE_SECONDS):
            if listener.ending.done():
                await socket.send(frames.bye(listener.ending.result(), listener.reached))
                code = _NORMAL
            await socket.close(code)


async def _send(socket: WebSocket, admission: Admission, hub: Hub, listener: Listener, head: int) -> None:
    """Everything that this client hears, by one writer."""
    try:
        await socket.send(frames.welcome(head, listener.seat.code))
        await _replay(socket, admission, listener, None)
        first = await hub.join(listener)
        await _replay(socket, admission, listener, first - 1)
        while True:
            heard = await listener.queue.get()
            if heard.position > listener.reached:  # the hub may be behind what was read from the ledger
                await socket.send(heard.frame)
                listener.reached = heard.position
    except Refusal:
        listener.end("revoked")
    except (WebSocketDisconnect, RuntimeError):
        raise
    except Exception:
        _logger.exception("the ledger cannot be read; closing the socket")
        listener.end("restart")


async def _replay(socket: WebSocket, admission: Admission, listener: Listener, until: int | None) -> None:
    """What the seat may know behind the last position sent, page by page, each page with the seat as it is now."""
    while True:
        async with admission.reading() as (session, seat):
            rows = await following.facts_for(session, seat.jit, listener.reached, until)
        for row in rows:
            await socket.send(frames.fact(row.position, row.kind, row.subject, row.seat, row.party_code, row.at))
            listener.reached = row.position
        if len(rows) < following.PAGE:
            return


async def _receive(socket: WebSocket, pong: asyncio.Event) -> None:
    """Pongs and focus; anything else closes the socket."""
    while True:
        event = await socket.receive()
        if event["type"] == "websocket.disconnect":
            raise WebSocketDisconnect(event.get("code", _NORMAL))
        text = event.get("text")
        size = len(event.get("bytes") or b"") if text is None else len(text.encode("utf-8", "surrogatepass"))
        if size > frames.LARGEST:
            raise Rude(_TOO_BIG)
        if text is None:
            raise Rude(_POLICY)
        match _parsed(text):
            case {"type": "pong", **rest} if not rest:
                pong.set()
            case {"type": "focus", "subject": dict() | None, **rest} if not rest:
                pass  # presence comes with a later version; a client that speaks of it is not rude
            case _:
                raise Rude(_POLICY)


def _parsed(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


async def _ping(socket: WebSocket, pong: asyncio.Event, seconds: float) -> None:
    """A ping every so many seconds (twenty); silence for as long again ends the socket, and so does an unread ping."""
    while True:
        await asyncio.sleep(seconds)
        pong.clear()
        try:
            async with asyncio.timeout(seconds):
                await socket.send(frames.PING)
                await pong.wait()
        except TimeoutError:
            raise Rude(_GOING_AWAY) from None


async def _age(listener: Listener, seconds: float) -> None:
    """A socket lives so long and resumes by itself: permissions are taken anew."""
    await asyncio.sleep(seconds)
    listener.end("expired")


def _code_of(tasks: list[asyncio.Task[None]]) -> int:
    """With which code the socket closes, from what ended it."""
    for task in tasks:
        error = task.exception() if task.done() and not task.cancelled() else None
        if isinstance(error, Rude):
            return error.code
        if error is not None and not isinstance(error, WebSocketDisconnect | RuntimeError):
            raise error
    return _NORMAL
