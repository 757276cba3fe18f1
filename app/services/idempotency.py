"""Idempotent requests: a device that got no answer repeats its request with the same key.

The client chooses the key. The row is written with the act, in one transaction; a refused request uses up no key.
An advisory lock, the first lock of the transaction, orders two requests with the same key; the second gets the first's
answer.
Not here: which acts take a key (`api/`). Expected versions guard against changes by others, not against repetition.
"""

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access.seats import Seat
from app.database import Writing
from app.errors import Conflict
from app.locks import Lock, lock
from app.models import Sending


@dataclass(frozen=True, slots=True)
class Sent:
    """An idempotency key, and the content that was sent under it: act, object and body."""

    key: UUID
    words: bytes

    @property
    def name(self) -> bytes:
        """Return the stored hash of the key."""
        return hashlib.sha256(b"liaison-sending/v1\n" + self.key.bytes).digest()

    @property
    def said(self) -> bytes:
        """Return the stored hash of the content.

        It includes the key, so the content cannot be guessed without the key.
        """
        return hashlib.sha256(b"liaison-said/v1\n" + self.key.bytes + self.words).digest()


async def once(session: Writing, seat: Seat, sent: Sent | None, act: Callable[[], Awaitable[UUID]]) -> UUID:
    """Run `act` once per key and return the exhibit it concerned; for a repeated request return the stored exhibit.

    Raises:
        Conflict: The key was used for other content.
    """
    if sent is None:
        return await act()
    await lock(session, Lock.IDEMPOTENCY, f"{seat.id} {sent.name.hex()}")  # the first lock of the transaction
    query = select(Sending).where(Sending.seat == seat.id, Sending.key == sent.name)
    before = (await session.scalars(query)).one_or_none()
    if before is not None:
        if before.said != sent.said:
            raise Conflict(
                "Something else was sent under this key. Nothing was recorded; send this under a key of its own.",
                code="key-used",
            )
        return before.evidence
    evidence = await act()
    session.add(
        Sending(seat=seat.id, key=sent.name, jit=seat.jit, said=sent.said, evidence=evidence, sent_at=clock.now())
    )
    await session.flush()
    return evidence
