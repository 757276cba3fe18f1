"""Streams a response and checks access again twice a second, so that a revocation stops a running download.

A delivery counts as complete when its last byte was handed to the transport, also if the client closes at once. It is
watched until the client's kernel has acknowledged the last byte, however slowly the client reads. Cutting it drops
unsent bytes in this process and in the kernel.
Not here: the access decision (`services/`), ranges (`api/ranges.py`), and reading the bytes.
"""

import asyncio
import fcntl
import socket
import struct
import termios
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import aclosing, suppress
from enum import StrEnum
from functools import partial
from typing import Final

from fastapi.responses import StreamingResponse
from starlette.types import Message, Receive, Scope, Send

from app import log
from app.access.seats import Seat
from app.api.admissions import Admission
from app.database import Reading
from app.errors import Refusal, Unavailable
from app.vault.encryption import Damaged
from app.vault.keys import KeysDamaged

DECIDE_EVERY_SECONDS: Final = 0.5
#: Key of the underlying transport in the scope's extensions, set by the server.
TRANSPORT: Final = "liaison.transport"

#: A proxy that buffers the file for a slow client would continue the delivery after a revocation.
_NOT_KEPT_ON_THE_WAY: Final = {"X-Accel-Buffering": "no"}
_RESET_AT_CLOSE: Final = struct.pack("ii", 1, 0)  # SO_LINGER with a timeout of 0
_BLOCK_BYTES: Final = 64 * 1024
_FIRST_LOOK_SECONDS, _LONGEST_LOOK_SECONDS = 0.001, 0.1

_logger = log.get("delivery")

Decide = Callable[[Reading, Seat], Awaitable[bool]]


class Cut(StrEnum):
    """Why a delivery ended before its last byte was handed to the transport."""

    CLIENT_CLOSED = "client_closed"
    ACCESS_ENDED = "access_ended"
    FAILED = "failed"


class Revoked(Refusal):
    """Access ended during a delivery; the connection is reset."""

    status, title, code = 403, "No longer released", "revoked"


class Delivery(StreamingResponse):
    """A streaming response whose connection is reset within a second after access ends.

    It needs the transport that our server sets in the scope. On another server a revoked delivery stops but stays open.
    """

    def __init__(
        self,
        admission: Admission,
        may_still: Decide,
        blocks: AsyncGenerator[bytes],
        *,
        status: int = 200,
        headers: Mapping[str, str],
        media_type: str,
        delivered: Callable[[], Awaitable[None]] | None = None,
        cut: Callable[[Cut], Awaitable[None]] | None = None,
    ) -> None:
        """Prepare the response.

        Args:
            admission: Opens the transaction for each check.
            may_still: Returns whether access continues; called twice a second.
            blocks: The body.
            status: HTTP status.
            headers: HTTP headers.
            media_type: Media type of the body.
            delivered: Called once the last byte was handed to the transport.
            cut: Called instead if the delivery ended before, with the reason.
        """
        self._body = self._allowed_blocks(blocks)
        super().__init__(self._body, status, {**headers, **_NOT_KEPT_ON_THE_WAY}, media_type)
        self._admission, self._may_still, self._delivered, self._note_cut = admission, may_still, delivered, cut
        self._allowed, self._over = asyncio.Event(), asyncio.Event()
        self._transport: asyncio.Transport | None = None
        #: Whether the block that is sent next, or was sent, is the last one.
        self._is_last = self._is_revoked = False
        self._noting: asyncio.Future[None] | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the response (ASGI entry point)."""
        self._transport = scope.get("extensions", {}).get(TRANSPORT)
        self._allowed.set()
        watching = asyncio.create_task(self._watch(scope["path"]))
        has_failed = True
        try:
            await super().__call__(scope, receive, self._handing(send))
            has_failed = False
        finally:
            self._over.set()
            await watching
            await self._body.aclose()
            if self._noting is None and self._note_cut is not None:
                self._note(partial(self._note_cut, self._why_cut(has_failed=has_failed)))
            await self._noted(scope["path"])

    def _handing(self, send: Send) -> Send:
        """Return `send`, which begins to record the delivery when it has handed the last block to the transport.

        The server waits for room before it writes, and does not wait afterwards: if the transport is open then, it took
        the block. The record is a task of its own: a client that closes at once ends the response, and not the record.
        """

        async def hand(message: Message) -> None:
            await send(message)
            is_end = self._is_last and message["type"] == "http.response.body"
            is_open = self._transport is None or not self._transport.is_closing()
            if is_end and is_open and self._noting is None and self._delivered is not None:
                self._note(self._delivered)

        return hand

    def _why_cut(self, *, has_failed: bool) -> Cut:
        if self._is_revoked:
            return Cut.ACCESS_ENDED
        return Cut.FAILED if has_failed else Cut.CLIENT_CLOSED

    def _note(self, record: Callable[[], Awaitable[None]]) -> None:
        """Begin to record how the delivery ended."""
        self._noting = asyncio.ensure_future(record())

    async def _noted(self, path: str) -> None:
        """Wait for the record. A failure is logged: the client has the answer, or has left."""
        if self._noting is None:
            return
        await asyncio.wait([self._noting])
        if (error := self._noting.exception()) is not None:
            why = error.code if isinstance(error, Refusal) else type(error).__name__
            _logger.warning("the end of a delivery was not recorded", path=path, why=why)

    async def _watch(self, path: str) -> None:
        """Check access periodically until the delivery ends.

        No block is sent during a check; a failed check cuts the delivery.
        """
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._over.wait(), DECIDE_EVERY_SECONDS)
                return
            self._allowed.clear()
            try:
                await self._demand()
            except Exception as error:  # noqa: BLE001 - after any error, access is not confirmed, so the delivery ends
                self._is_revoked = True
                if self._transport is not None and not self._transport.is_closing():
                    why = error.code if isinstance(error, Refusal) else type(error).__name__
                    _logger.warning("a delivery was cut", path=path, why=why)
                    _abort(self._transport)
                return
            self._allowed.set()

    async def _demand(self) -> None:
        """Check access once. Raises `Revoked` or what the guard raises."""
        async with self._admission.reading() as (session, seat):
            if not await self._may_still(session, seat):
                raise Revoked

    async def _allowed_blocks(self, blocks: AsyncGenerator[bytes]) -> AsyncGenerator[bytes]:
        """Yield the blocks, then wait until the client has acknowledged all bytes. Access is checked until then.

        One block is read ahead, so that the last one is known before it is sent.
        """
        async with aclosing(blocks):
            block = await anext(blocks, None)
            while block is not None:
                following = await anext(blocks, None)
                await self._allowed.wait()
                self._is_last = following is None
                yield block
                block = following
        self._is_last = True  # also of a file without content, whose end is an empty message
        if self._noting is not None:
            await asyncio.shield(self._noting)
        pause = _FIRST_LOOK_SECONDS
        while self._transport is not None and (self._transport.is_closing() or untaken_bytes(self._transport)):
            await asyncio.sleep(pause)  # the kernel sends no notification, so this polls
            pause = min(2 * pause, _LONGEST_LOOK_SECONDS)


async def begun(blocks: AsyncGenerator[bytes]) -> AsyncGenerator[bytes]:
    """Return the blocks of an export package after reading the first one.

    Raises `Unavailable` if the first block is damaged, before any part of the answer is sent.
    """
    try:
        first = await anext(blocks)
    except (Damaged, KeysDamaged) as damage:
        _logger.exception("a stored bundle is damaged")
        raise Unavailable(
            "The stored export package is damaged. Tell the operator, and request the export again.",
            code="bundle-damaged",
        ) from damage

    async def whole() -> AsyncGenerator[bytes]:
        async with aclosing(blocks):
            yield first
            async for block in blocks:
                yield block

    return whole()


async def block_of(content: bytes) -> AsyncGenerator[bytes]:
    """Yield the content in blocks so small that the transport takes the last one only when most others have left."""
    for first in range(0, max(len(content), 1), _BLOCK_BYTES):
        yield content[first : first + _BLOCK_BYTES]


def untaken_bytes(transport: asyncio.Transport) -> int:
    """Return how many bytes the client's kernel has not acknowledged, here and in this machine's kernel."""
    size: int = transport.get_write_buffer_size()
    try:
        in_kernel = fcntl.ioctl(transport.get_extra_info("socket").fileno(), termios.TIOCOUTQ, bytes(4))
    except (OSError, ValueError):  # the socket is closed, or the system does not support TIOCOUTQ
        return size
    return size + int(struct.unpack("i", in_kernel)[0])


def _abort(transport: asyncio.Transport) -> None:
    """Reset the connection, so that the kernel drops unsent bytes. A normal close would still send them."""
    sock: socket.socket = transport.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_AT_CLOSE)
    transport.abort()
