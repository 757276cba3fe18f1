"""Doing once what is sent again: a device that had no answer repeats itself, and must not record an act twice.

The key is the sender's; the row is written with the act, in one transaction. What was refused uses up no key. Of two that arrive
together the second waits, holding nothing, and is answered like the first. Deliberately not here: which acts take a key
(`api/`), and the version that a change names, which guards against others and not against oneself.
"""

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select, text

from app import clock
from app.access.seats import Seat
from app.database import Writing
from app.errors import Conflict
from app.models import Sending


@dataclass(frozen=True, slots=True)
class Sent:
    """A key, and what was sent under it: the act, of what, and the words."""

    key: UUID
    words: bytes

    @property
    def name(self) -> bytes:
        """What is kept of the key."""
        return hashlib.sha256(b"liaison-sending/v1\n" + self.key.bytes).digest()

    @property
    def said(self) -> bytes:
        """What is kept of the words: nobody tries words against it who has not the key."""
        return hashlib.sha256(b"liaison-said/v1\n" + self.key.bytes + self.words).digest()


async def once(session: Writing, seat: Seat, sent: Sent | None, act: Callable[[], Awaitable[UUID]]) -> UUID:
    """The exhibit on which this was done, now or when it was sent before. Raises `Conflict` for a key that sent something else."""
    if sent is None:
        return await act()
    await session.execute(_ALONE, {"name": f"liaison-sending {seat.id} {sent.name.hex()}"})
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


#: Until the end of the transaction; the first lock that it takes.
_ALONE: Final = text("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
