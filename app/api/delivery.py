"""Bytes under way: decided again twice a second, and cut when the answer changes, so that a revocation arrives.

A delivery is watched until the client has confirmed its last byte, however slowly it reads. One that is cut drops what the
client was not sent yet, in this process and in the kernel.
Deliberately not here: who may have them (`services/`), ranges (`api/ranges.py`) and the bytes themselves.
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
#: The name among the extensions of a request's scope under which the server gives the transport below it.
TRANSPORT: Final = "liaison.transport"

#: A proxy that keeps a file for a slow client would go on giving it.
_NOT_KEPT_ON_THE_WAY: Final = {"X-Accel-Buffering": "no"}
_RESET_AT_CLOSE: Final = struct.pack("ii", 1, 0)  # of SO_LINGER
_FIRST_LOOK_SECONDS, _LONGEST_LOOK_SECONDS = 0.001, 0.1

_logger = log.get("delivery")

Decide = Callable[[Reading, Seat], Awaitable[bool]]


class Revoked(Refusal):
    """The right ended while the bytes were under way: the connection is cut."""

    status, title, code = 403, "No longer released", "revoked"


class Delivery(StreamingResponse):
    """An answer whose connection is cut within a second once the seat may no longer have it.

    It needs the transport that our server names in the scope; anywhere else a delivery that may not go on stays unfinished.
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
    ) -> None:
        """`may_still`: asked every half second, by the door that gave `admission`."""
        self._body = self._allowed_blocks(blocks)
        super().__init__(self._body, status, {**headers, **_NOT_KEPT_ON_THE_WAY}, media_type)
        self._admission, self._may_still = admission, may_still
        self._allowed, self._over = asyncio.Event(), asyncio.Event()
        self._transport: asyncio.Transport | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """As ASGI calls it."""
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
        """Decide again until it is over; no block leaves meanwhile. Where nobody can decide, the delivery is cut too."""
        while True:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._over.wait(), DECIDE_EVERY_SECONDS)
                return
            self._allowed.clear()
            try:
                await self._demand()
            except Exception as error:  # noqa: BLE001 - whatever it is, nobody said that the bytes may go on
                if self._transport is not None and not self._transport.is_closing():
                    why = error.code if isinstance(error, Refusal) else type(error).__name__
                    _logger.warning("a delivery was cut", path=path, why=why)
                    _abort(self._transport)
                return
            self._allowed.set()

    async def _demand(self) -> None:
        """Raises `Revoked`, and what the door raises."""
        async with self._admission.reading() as (session, seat):
            if not await self._may_still(session, seat):
                raise Revoked

    async def _allowed_blocks(self, blocks: AsyncGenerator[bytes]) -> AsyncGenerator[bytes]:
        """The blocks; it ends once the client confirmed them, so that it is watched until then."""
        async with aclosing(blocks):
            async for block in blocks:
                await self._allowed.wait()
                yield block
        pause = _FIRST_LOOK_SECONDS
        while self._transport is not None and (self._transport.is_closing() or untaken_bytes(self._transport)):
            await asyncio.sleep(pause)  # the kernel tells no one
            pause = min(2 * pause, _LONGEST_LOOK_SECONDS)


async def begun(blocks: AsyncGenerator[bytes]) -> AsyncGenerator[bytes]:
    """The blocks of a bundle, the first of which is sound. Raises `Unavailable`, before any of the answer is sent."""
    try:
        first = await anext(blocks)
    except (Damaged, KeysDamaged) as damage:
        _logger.exception("a stored bundle is damaged")
        raise Unavailable(
            "The stored bundle is damaged. Tell the operator, and ask for the bundle again.", code="bundle-damaged"
        ) from damage

    async def whole() -> AsyncGenerator[bytes]:
        async with aclosing(blocks):
            yield first
            async for block in blocks:
                yield block

    return whole()


async def block_of(content: bytes) -> AsyncGenerator[bytes]:
    """One block, which is all there is."""
    yield content


def untaken_bytes(transport: asyncio.Transport) -> int:
    """Return how many bytes the client's kernel has not acknowledged, here and in this machine's kernel."""
    size: int = transport.get_write_buffer_size()
    try:
        in_kernel = fcntl.ioctl(transport.get_extra_info("socket").fileno(), termios.TIOCOUTQ, bytes(4))
    except (OSError, ValueError):  # closed, or a system that cannot tell
        return size
    return size + int(struct.unpack("i", in_kernel)[0])


def _abort(transport: asyncio.Transport) -> None:
    """Reset the connection: the kernel drops what it has not sent, which it would send after a close."""
    sock: socket.socket = transport.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_AT_CLOSE)
    transport.abort()
