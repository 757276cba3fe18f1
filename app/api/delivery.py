"""Streams a response and checks access again twice a second, so that a revocation stops a running download.

A delivery is watched until the client's kernel has acknowledged the last byte, however slowly the client reads. Cutting
it drops unsent bytes in this process and in the kernel.
Not here: the access decision (`services/`), ranges (`api/ranges.py`), and reading the bytes.
"""

import asyncio
import fcntl
import socket
import struct
import termios
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping
from contextlib import aclosing, suppress
from typing import Final

from fastapi.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

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
_FIRST_LOOK_SECONDS, _LONGEST_LOOK_SECONDS = 0.001, 0.1

_logger = log.get("delivery")

Decide = Callable[[Reading, Seat], Awaitable[bool]]


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
    ) -> None:
        """Prepare the response.

        Args:
            admission: Opens the transaction for each check.
            may_still: Returns whether access continues; called twice a second.
            blocks: The body.
            status: HTTP status.
            headers: HTTP headers.
            media_type: Media type of the body.
            delivered: Called once the client has acknowledged the last byte.
        """
        self._body = self._allowed_blocks(blocks)
        super().__init__(self._body, status, {**headers, **_NOT_KEPT_ON_THE_WAY}, media_type)
        self._admission, self._may_still, self._delivered = admission, may_still, delivered
        self._allowed, self._over = asyncio.Event(), asyncio.Event()
        self._transport: asyncio.Transport | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the response (ASGI entry point)."""
        self._transport = scope.get("extensions", {}).get(TRANSPORT)
        self._allowed.set()
        watching = asyncio.create_task(self._watch(scope["path"]))
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._over.set()
            await watching
            await self._body.aclose()

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
        """Yield the blocks, then wait until the client has acknowledged all bytes. Access is checked until then."""
        async with aclosing(blocks):
            async for block in blocks:
                await self._allowed.wait()
                yield block
        pause = _FIRST_LOOK_SECONDS
        while self._transport is not None and (self._transport.is_closing() or untaken_bytes(self._transport)):
            await asyncio.sleep(pause)  # the kernel sends no notification, so this polls
            pause = min(2 * pause, _LONGEST_LOOK_SECONDS)
        if self._delivered is not None:
            await self._delivered()


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
    """Yield the content as a single block."""
    yield content


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
