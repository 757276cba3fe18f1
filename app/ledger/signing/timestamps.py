"""Time stamps: tokens of external authorities that prove when a checkpoint existed.

A checkpoint contains no time. Its note, up to the ledger's own signature, is stamped on each export, and as the ledger
grows, at most once per configured interval. Only an export waits for an authority, for a limited time. A token is
stored with its checkpoint, insert-only.

Not here: the requests to authorities (`authorities.py`).
"""

import asyncio
from datetime import datetime, timedelta
from typing import Final, NamedTuple
from uuid import UUID

from app import clock, log
from app.database import Database, Reading, Writing
from app.ledger import alarms
from app.ledger.signing.authorities import Authorities, Authority, AuthorityError, Token
from app.ledger.signing.notes import Checkpoint, log_signed, parse
from app.locks import ProcessLock, try_lock_process
from app.queries import query, scalar, untyped

_AGAIN_AFTER: Final = timedelta(minutes=1)
#: An alarm is raised after this many intervals without a token.
_MISSED: Final = 4
#: Tolerated difference between an authority's time and this server's: round trip and ordinary clock drift.
_APART: Final = timedelta(seconds=60)

_logger = log.get("timestamps")


class CheckpointRow(NamedTuple):
    """A checkpoint that is stamped."""

    jit: UUID
    id: UUID
    size: int
    note: str


class ConfirmedRow(NamedTuple):
    """Until when an authority has stamped, and the size of the tree then."""

    authority: str
    size: int
    at: datetime


class StampedRow(NamedTuple):
    """A token with the size of the tree that it stamps."""

    id: UUID
    authority: str
    size: int
    at: datetime
    token: bytes


class Stamps:
    """Asks the authorities for tokens, one process at a time."""

    def __init__(self, database: Database, authorities: Authorities, every: timedelta) -> None:
        """`every`: the shortest time between two tokens of one authority on a growing ledger."""
        self._database, self._authorities, self._every = database, authorities, every
        self._not_before: dict[str, datetime] = {}

    async def turn(self) -> int:
        """Stamp the newest checkpoint of each ledger that is due. Return how many tokens were stored."""
        return sum([await self._turn_of(authority) for authority in self._authorities.all])

    async def stamp(self, jit: UUID, note: str) -> None:
        """Stamp the checkpoint with this note, by all authorities at once. One that gives no token is logged."""
        if not self._authorities.all:
            return
        async with self._database.engine() as session:
            row = await session.fetch_one(_OF_NOTE, **_which(jit, note))
        await asyncio.gather(*(self._stamp(authority, row) for authority in self._authorities.all))

    async def _turn_of(self, authority: Authority) -> int:
        now = clock.now()
        if now < self._not_before.get(authority.name, now):
            return 0
        async with self._database.engine() as session:
            due = await session.fetch_rows(_DUE, authority=authority.name, before=now - self._every)
        came = 0
        for row in due:
            if not await self._stamp_alone(authority, row):
                break  # it fails, so it would fail for the other ledgers too
            came += 1
        return came

    async def _stamp_alone(self, authority: Authority, row: CheckpointRow) -> bool:
        """Stamp under the lock: one process at a time, for one request, which has a time limit."""
        async with self._database.engine() as lock:
            if not await try_lock_process(lock, ProcessLock.TIME_STAMPS):
                return False
            return await self._stamp(authority, row)

    async def _stamp(self, authority: Authority, row: CheckpointRow) -> bool:
        try:
            token = await authority.token(log_signed(row.note.encode()))
        except AuthorityError as error:
            _logger.warning("no time stamp", jit=str(row.jit), why=str(error))
            self._not_before[authority.name] = clock.now() + min(_AGAIN_AFTER, self._every)
            await self._miss(authority, row.jit, str(error))
            return False
        async with self._database.engine() as session:
            await session.run(
                _KEEP,
                id=clock.new_id(),
                jit=row.jit,
                checkpoint=row.id,
                authority=token.authority,
                token=token.reply,
                at=token.at,
                received_at=clock.now(),
            )
            await alarms.end(session, row.jit, "timestamp")
            await self._compare(session, row.jit, token)
        return True

    async def _miss(self, authority: Authority, jit: UUID, why: str) -> None:
        """Raise an alarm only if tokens are missing for long: an authority may be unavailable for a while."""
        async with self._database.engine() as session:
            since = clock.now() - _MISSED * self._every
            if await session.fetch_one(_LONG_WITHOUT, jit=jit, authority=authority.name, since=since):
                await alarms.sound(session, jit, "timestamp", why)

    async def _compare(self, session: Writing, jit: UUID, token: Token) -> None:
        apart = abs(clock.now() - token.at)
        if apart > _APART:
            detail = f"{token.authority} says {clock.rfc3339(token.at)}: {apart.total_seconds():.0f} s from this server's clock"
            await alarms.sound(session, jit, "clock", detail)
        else:
            await alarms.end(session, jit, "clock")


async def of_note(session: Reading, jit: UUID, note: str) -> list[Token]:
    """Return the tokens over a checkpoint, in the order in which they were stored."""
    return await session.fetch_rows(_TOKENS, **_which(jit, note))


def _which(jit: UUID, note: str) -> dict[str, object]:
    """Return values that identify a checkpoint: its size, which is indexed, and its note."""
    return {"jit": jit, "size": Checkpoint.parse(parse(note.encode()).text).size, "note": note}


async def confirmed(session: Reading, jit: UUID) -> list[ConfirmedRow]:
    """Return the newest token of each authority, without its bytes."""
    return await session.fetch_rows(_CONFIRMED, jit=jit)


async def newest(session: Reading, jit: UUID, before: UUID | None, limit: int) -> list[StampedRow]:
    """Return the tokens of the ledger, newest first."""
    return await session.fetch_rows(_NEWEST, jit=jit, before=before, limit=limit)


_OF_NOTE: Final = query(
    CheckpointRow,
    "select jit, id, size, note from checkpoints where jit = :jit and size = :size and note = :note order by id desc limit 1",
)
_DUE: Final = query(
    CheckpointRow,
    """
    select c.jit, c.id, c.size, c.note
      from jits j
      cross join lateral (select * from checkpoints c where c.jit = j.id order by c.size desc, c.id desc limit 1) c
      left join lateral (
        select t.received_at, s.size from timestamps t join checkpoints s on s.jit = t.jit and s.id = t.checkpoint
         where t.jit = j.id and t.authority = :authority order by t.id desc limit 1) last on true
     where last.size is null or (c.size > last.size and last.received_at <= :before)
     order by c.id
    """,
)
_KEEP: Final = untyped(
    "insert into timestamps (id, jit, checkpoint, authority, token, at, received_at)"
    " values (:id, :jit, :checkpoint, :authority, :token, :at, :received_at) on conflict do nothing"
)
# A ledger that was never stamped counts from its founding.
_LONG_WITHOUT: Final = scalar(
    bool,
    "select not exists (select from timestamps where jit = :jit and authority = :authority and received_at > :since)"
    " and exists (select from jits where id = :jit and founded_at < :since)",
)
_TOKENS: Final = query(
    Token,
    "select t.authority, t.token as reply, t.at from timestamps t join checkpoints c on c.jit = t.jit and c.id = t.checkpoint"
    " where c.jit = :jit and c.size = :size and c.note = :note order by t.id",
)
_CONFIRMED: Final = query(
    ConfirmedRow,
    "select distinct on (t.authority) t.authority, c.size, t.at"
    " from timestamps t join checkpoints c on c.jit = t.jit and c.id = t.checkpoint"
    " where t.jit = :jit order by t.authority, t.id desc",
)
_NEWEST: Final = query(
    StampedRow,
    "select t.id, t.authority, c.size, t.at, t.token"
    " from timestamps t join checkpoints c on c.jit = t.jit and c.id = t.checkpoint"
    " where t.jit = :jit and (cast(:before as uuid) is null or t.id < :before) order by t.id desc limit :limit",
)
