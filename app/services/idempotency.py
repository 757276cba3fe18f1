"""Idempotent requests: what a device sends again under the same key is done once.

A device that got no answer sends its request again. The client chooses the key. It comes in a header (`run_once`), or in the body of an act whose own row keeps it
(`stored_row`). A key belongs to one member, and a refused request uses up no key.
An advisory lock orders two requests with the same key: the one of `run_once`, or that of the action day.
Not here: which acts take a key (`api/`). Expected versions guard against changes by others, not against repetition.
"""

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Literal, TypeVar
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict
from app.locks import Lock, lock
from app.models import ActionMove, ActionResult, IdempotencyRecord, Report

Keyed = TypeVar("Keyed", ActionMove, ActionResult, Report)
#: Columns of `IdempotencyRecord` that name the object of a request.
IdempotentObject = Literal["evidence", "request", "notice", "court_hearing", "export"]


@dataclass(frozen=True, slots=True)
class IdempotentRequest:
    """An idempotency key, and the content that was sent under it: act, object and body."""

    key: UUID
    content: bytes

    @property
    def key_hash(self) -> bytes:
        """Return the stored hash of the key."""
        return hashlib.sha256(b"liaison-sending/v1\n" + self.key.bytes).digest()

    @property
    def content_hash(self) -> bytes:
        """Return the stored hash of the content.

        It includes the key, so the content cannot be guessed without the key.
        """
        return hashlib.sha256(b"liaison-said/v1\n" + self.key.bytes + self.content).digest()


async def run_once(
    session: Writing,
    seat: Seat,
    request: IdempotentRequest | None,
    act: Callable[[], Awaitable[UUID]],
    what: IdempotentObject = "evidence",
) -> UUID:
    """Run `act` once per key and return the object it concerned; for a repeated request return the stored object.

    The row is written with the act, in one transaction. The lock of the key is the first lock of the transaction.
    `what`: the kind of the object that `act` returns.

    Raises:
        Conflict: The key was used for other content.
    """
    if request is None:
        return await act()
    key = request.key_hash
    await lock(session, Lock.IDEMPOTENCY, f"{seat.id} {key.hex()}")
    query = select(IdempotencyRecord).where(IdempotencyRecord.seat == seat.id, IdempotencyRecord.key == key)
    stored = (await session.scalars(query)).one_or_none()
    if stored is not None:
        demand_same(stored.said, request.content_hash)
        found: UUID = getattr(stored, what)
        return found
    made = await act()
    row = {"seat": seat.id, "key": key, "jit": seat.jit, "said": request.content_hash, "sent_at": clock.now()}
    session.add(IdempotencyRecord(**row, **{what: made}))
    await session.flush()
    return made


async def stored_row(session: Reading, seat: Seat, table: type[Keyed], key: UUID) -> Keyed | None:
    """Return the row that this member stored under the key, or None. Take the lock of the action day before.

    Compare its content with what was sent (`demand_same`).
    """
    query = select(table).where(table.jit == seat.jit, table.seat == seat.id, table.key == key)
    return (await session.scalars(query)).one_or_none()


def demand_same(stored: object, sent: object) -> None:
    """Refuse a key that was used for other content. Raises `Conflict`."""
    if stored != sent:
        raise Conflict("Another request was already sent with this key. Send it again with a new key.", code="key-used")
