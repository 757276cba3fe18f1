"""Bytes under way: decided again every second, and cut when the answer changes, so that a revocation arrives.

Deliberately not here: who may have them (`services/`), ranges (`api/ranges.py`) and the bytes themselves.
"""

from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

from app import clock
from app.access.seats import Seat
from app.api import ranges
from app.api.admissions import Admission
from app.database import Reading
from app.errors import Refusal
from app.vault import threads

DECIDE_EVERY_SECONDS = 1.0
_BLOCK_BYTES = 256 * 1024

Decide = Callable[[Reading, Seat], Awaitable[bool]]


class Revoked(Refusal):
    """The right ended while the bytes were under way: the connection is cut."""

    status, title, code = 403, "No longer released", "revoked"


async def decided_again(admission: Admission, may_still: Decide, blocks: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """The blocks, as long as the seat may have them: asked every second, also while a slow reader waits."""
    decided_at = clock.monotonic()
    async for block in blocks:
        if clock.monotonic() - decided_at >= DECIDE_EVERY_SECONDS:
            async with admission.reading() as (session, seat):
                if not await may_still(session, seat):
                    raise Revoked
            decided_at = clock.monotonic()
        yield block


async def blocks_of(path: Path, span: ranges.Span) -> AsyncIterator[bytes]:
    """A span of a file on disk, read beside the event loop."""
    file = await threads.run(path.open, "rb")
    try:
        await threads.run(file.seek, span.start)
        left = span.length
        while left:
            block = await threads.run(file.read, min(left, _BLOCK_BYTES))
            if not block:
                raise EOFError(f"{path.name} is shorter than it was")
            left -= len(block)
            yield block
    finally:
        await threads.run(file.close)
