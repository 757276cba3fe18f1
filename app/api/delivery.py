"""Bytes under way: decided again every second, and cut when the answer changes, so that a revocation arrives.

Deliberately not here: who may have them (`services/`), ranges (`api/ranges.py`) and the bytes themselves.
"""

from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable

from app import clock, log
from app.access.seats import Seat
from app.api.admissions import Admission
from app.database import Reading
from app.errors import Refusal, Unavailable
from app.vault.encryption import Damaged
from app.vault.keys import KeysDamaged

DECIDE_EVERY_SECONDS = 1.0
_logger = log.get("exports")

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


async def begun(blocks: AsyncGenerator[bytes]) -> AsyncIterator[bytes]:
    """The blocks of a bundle, the first of which is sound. Raises `Unavailable`, before any of the answer is sent."""
    try:
        first = await anext(blocks)
    except (Damaged, KeysDamaged) as damage:
        _logger.exception("a stored bundle is damaged")
        raise Unavailable(
            "The stored bundle is damaged. Tell the operator, and ask for the bundle again.", code="bundle-damaged"
        ) from damage

    async def whole() -> AsyncIterator[bytes]:
        yield first
        async for block in blocks:
            yield block

    return whole()
