"""Publishes checkpoints (signed tree heads): when a ledger grew, on an export, and at a heartbeat.

Appending never waits for it. Before signing, the leaves since the last checkpoint are recomputed from their stored
commitments, and the tree's edge is compared with them. A head that contradicts the rows, or that does not continue the
last signed head (`heads.py`), is not signed. Nor is a ledger of which a co-signer has not answered since this process
started. The signed head is written to disk before it is published. A server whose
clock has gone back signs nothing, because its times would contradict those of earlier checkpoints.

Not here: asking witnesses (`witnesses/registry.py`), time stamps (`signing/timestamps.py`).
"""

import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final, Literal, NamedTuple, Protocol
from uuid import UUID

import asyncpg
from sqlalchemy import DateTime, bindparam, text
from sqlalchemy.exc import DBAPIError

from app import clock, log
from app.database import Database, Reading, Writing
from app.ledger import alarms
from app.ledger.alarms import LedgerDamagedError
from app.ledger.heads import Heads, LedgerRolledBackError, OvertakenError, demand_continued
from app.ledger.journal import Ledger
from app.ledger.keys import LedgerKeys
from app.ledger.signing.notes import Checkpoint, parse, sign_checkpoint
from app.ledger.tree.merkle import Frontier, leaf_hash
from app.locks import lock_checkpoints, try_lock_checkpoints
from app.queries import query, scalar, untyped

CHANNEL: Final = "liaison_checkpoints"
_BEAT_SECONDS: Final = 1.0

#: Tolerated step back of the clock, after a correction or between servers.
_SET_RIGHT: Final = timedelta(seconds=5)

_logger = log.get("checkpoints")


class ClockWentBackError(RuntimeError):
    """This server's clock is before the time of the last checkpoint. Nothing is signed until it is correct again."""


class UnansweredError(RuntimeError):
    """A log co-signer has not answered since this process started. Nothing is signed until it answers or is excused."""


class AwaitedAnswers(Protocol):
    """The log co-signers that have to answer before a ledger is signed (`witnesses/answers.py`)."""

    async def unanswered(self, session: Reading, jit: UUID) -> Sequence[str]:
        """Return those of a ledger that have not answered, by name."""


class _HeadRow(NamedTuple):
    """The tree of a ledger, and what was signed of it last."""

    jit: UUID
    ledger_origin: str
    size: int
    signed_size: int | None
    signed_at: datetime | None
    closed: bool


class Publisher:
    """The loop that publishes checkpoints, in each server process.

    An advisory lock per ledger lets one process publish at a time.
    """

    def __init__(
        self,
        database: Database,
        keys: LedgerKeys,
        heads: Heads,
        awaited: AwaitedAnswers,
        *,
        every: float,
        heartbeat: float,
    ) -> None:
        """`every`: seconds between checkpoints of a growing ledger; `heartbeat`: of a quiet one."""
        self._database, self._keys, self._heads, self._awaited = database, keys, heads, awaited
        self._waiting: dict[UUID, str] = {}
        self._every, self._heartbeat = timedelta(seconds=every), timedelta(seconds=heartbeat)

    async def run(self) -> None:
        """Publish until cancelled. A ledger that cannot be signed is logged and does not delay the others."""
        while True:
            try:
                due = await self._due()
            except asyncio.CancelledError:
                raise
            except Exception:
                _logger.exception("ledgers cannot be looked at; trying again")
                due = []
            for ledger in due:
                await self._try_to_publish(ledger)
            await asyncio.sleep(min(_BEAT_SECONDS, self._every.total_seconds()))

    async def _try_to_publish(self, ledger: Ledger) -> None:
        try:
            await self._publish_if_due(ledger)
        except asyncio.CancelledError:
            raise
        except OvertakenError:
            _logger.warning("another process has signed more meanwhile", ledger=ledger.origin)
        except UnansweredError as error:
            if self._waiting.get(ledger.jit) != str(error):  # told once, because the publisher tries each second
                await self._sound(ledger, str(error), "unanswered")
                self._waiting[ledger.jit] = str(error)
        except LedgerRolledBackError as error:  # the message says what to do; a traceback adds nothing
            await self._sound(ledger, f"{type(error).__name__}: {error}")
        except Exception as error:
            _logger.exception("publishing failed; trying again", ledger=ledger.origin)
            await self._sound(ledger, f"{type(error).__name__}: {error}")

    async def _sound(self, ledger: Ledger, detail: str, what: alarms.AlarmKind = "signing") -> None:
        try:
            async with self._database.engine() as session:
                await alarms.sound(session, ledger.jit, what, detail)
        except (DBAPIError, asyncpg.PostgresError, asyncpg.InterfaceError, OSError):
            # Without a database nothing is published and no alarm can be stored; the error is in the log.
            _logger.warning("the alarm could not be kept", ledger=ledger.origin)

    async def publish(self, ledger: Ledger, occasion: Literal["clock", "export"]) -> str:
        """Sign and publish the current head. Return the note.

        Waits up to 60 s for another publisher of this ledger.

        Raises:
            ClockWentBackError: The clock is before the last checkpoint.
            LedgerDamagedError: Rows and tree disagree.
            LedgerRolledBackError: The database, or a witness, contradicts what was signed.
            OvertakenError: Another process signed more meanwhile.
            UnansweredError: A log co-signer has not answered since this process started.
        """
        async with self._database.engine() as session:
            await session.run(_PATIENCE)
            await lock_checkpoints(session, ledger.jit)
            return await self._publish(session, ledger, occasion)

    async def _publish_if_due(self, ledger: Ledger) -> None:
        """Publish under the lock if the head is still due. If another process holds the lock, do nothing."""
        async with self._database.engine() as session:
            if not await try_lock_checkpoints(session, ledger.jit):
                return
            row = await session.fetch_one(_HEAD_OF, jit=ledger.jit)
            if self._is_due(row, clock.now()):
                await self._publish(session, ledger, "clock")
            await alarms.end(session, ledger.jit, "signing")
            await alarms.end(session, ledger.jit, "unanswered")
        self._waiting.pop(ledger.jit, None)

    async def _publish(self, session: Writing, ledger: Ledger, occasion: Literal["clock", "export"]) -> str:
        await _demand_later(session, ledger)
        head, edge = await _checked_head(session, ledger)
        await demand_continued(session, self._heads, ledger, head.size)
        await _demand_none_beyond(session, ledger)
        await self._demand_answers(session, ledger)
        note = sign_checkpoint(head, self._keys.signer(ledger.origin)).decode()
        try:
            await asyncio.to_thread(self._heads.keep, ledger.origin, note.encode())
        except OvertakenError:
            await session.invalidate()  # the connection, and the lock with it, was lost meanwhile
            raise
        await session.execute(
            _PUBLISH,
            {
                "jit": ledger.jit,
                "size": head.size,
                "edge": edge,
                "note": note,
                "occasion": occasion,
                "at": clock.now(),
            },
        )
        await session.run(_NOTIFY, channel=CHANNEL, jit=str(ledger.jit))
        return note

    async def waits(self, session: Reading, jit: UUID) -> bool:
        """Return whether a ledger is not signed yet because a log co-signer has not answered."""
        return bool(await self._awaited.unanswered(session, jit))

    async def _demand_answers(self, session: Reading, ledger: Ledger) -> None:
        """Refuse to sign before each log co-signer has answered. Raises `UnansweredError`."""
        missing = await self._awaited.unanswered(session, ledger.jit)
        if missing:
            raise UnansweredError(
                f"The ledger {ledger.origin} is not signed yet. Since this process started, these log co-signers have not"
                f" answered: {'; '.join(missing)}. They are asked again. If one cannot answer: liaison cosigners says what to do."
            )

    async def _due(self) -> list[Ledger]:
        now = clock.now()
        async with self._database.engine() as session:
            rows = await session.fetch_rows(_HEADS)
        return [Ledger(row.jit, row.ledger_origin) for row in rows if self._is_due(row, now)]

    @property
    def keys(self) -> LedgerKeys:
        """The keys that it signs with."""
        return self._keys

    def _is_due(self, row: _HeadRow, now: datetime) -> bool:
        if row.signed_size is None or row.signed_at is None:
            return row.size > 0
        since = now - row.signed_at
        if since < -_SET_RIGHT:
            return True  # publishing then refuses and raises an alarm
        if row.closed:  # no heartbeat after the last checkpoint
            return row.size > row.signed_size
        return since >= self._heartbeat or (row.size > row.signed_size and since >= self._every)


async def _demand_none_beyond(session: Reading, ledger: Ledger) -> None:
    """Refuse to sign if a witness claims to have cosigned more than was published. Raises `LedgerRolledBackError`.

    The claim is not signed. But a head that continues less than the witness cosigned would be a fork.
    """
    vkey = await session.fetch_first(_BEYOND, jit=ledger.jit, origin=ledger.origin)
    if vkey is not None:
        raise LedgerRolledBackError(
            f"The witness {vkey.partition('+')[0]} has cosigned more of {ledger.origin} than was published here. Nothing is"
            " signed. Restore a later backup; docs/operations.md says what else, and what if the witness is wrong."
        )


async def _demand_later(session: Writing, ledger: Ledger) -> None:
    """Refuse a clock that is before the last checkpoint. Raises `ClockWentBackError`."""
    last, now = await signed(session, ledger.jit), clock.now()
    if last is not None and now < last[1] - _SET_RIGHT:
        raise ClockWentBackError(
            f"this server's clock says {clock.rfc3339(now)}; size {last[0]} was signed at {clock.rfc3339(last[1])}."
            " Set the clock right"
        )


async def _checked_head(session: Writing, ledger: Ledger) -> tuple[Checkpoint, bytes]:
    """Return the head and its edge: the last signed edge, extended by the leaves of the rows since.

    No row is locked: the tree may grow meanwhile, and rows of it are only added. Raises `LedgerDamagedError`.
    """
    tree = await session.fetch_one(_TREE, jit=ledger.jit)
    signed = await session.fetch_first(_SIGNED, jit=ledger.jit)
    frontier = Frontier.from_bytes(signed.size, signed.edge) if signed else Frontier()
    size = signed.size if signed else 0
    for row in await session.fetch_rows(_COMMITMENTS, jit=ledger.jit, size=size, behind=tree.size):
        if row.position != size:
            raise LedgerDamagedError(f"{ledger.origin}: position {size} is missing")
        frontier.append(leaf_hash(row.commitment))
        size += 1
    if size != tree.size or frontier.to_bytes() != tree.edge:
        raise LedgerDamagedError(f"{ledger.origin}: the tree of size {tree.size} is not that of its rows")
    return Checkpoint(ledger.origin, size, frontier.root()), frontier.to_bytes()


async def head(session: Reading, jit: UUID) -> Checkpoint | None:
    """Return the head published last, or None before the first."""
    note = await latest(session, jit)
    return None if note is None else Checkpoint.parse(parse(note.encode()).text)


async def latest(session: Reading, jit: UUID) -> str | None:
    """Return the note published last, or None before the first."""
    return await session.fetch_first(_LATEST, jit=jit)


async def signed(session: Reading, jit: UUID) -> tuple[int, datetime] | None:
    """Return size and time of the head published last, or None before the first."""
    row = await session.fetch_first(_SIGNED, jit=jit)
    return None if row is None else (row.size, row.at)


async def kept(session: Reading, jit: UUID, below: int) -> list[str]:
    """Return notes that show the growth: the last of each day (UTC) and those of exports, of sizes under `below`."""
    return await session.fetch_rows(_KEPT, jit=jit, below=below)


class _TreeRow(NamedTuple):
    size: int
    edge: bytes


class _SignedRow(NamedTuple):
    size: int
    edge: bytes
    at: datetime


class _CommitmentRow(NamedTuple):
    position: int
    commitment: bytes


_KEPT: Final = scalar(
    str,
    """
    select note from (
      select id, size, note, occasion,
             row_number() over (partition by (at at time zone 'UTC')::date order by size desc, id desc) as nth
        from checkpoints where jit = :jit and size < :below) c
     where nth = 1 or occasion = 'export' order by size, id
    """,
)
_PUBLISH: Final = text(
    "insert into checkpoints (jit, size, edge, note, occasion, at) values (:jit, :size, :edge, :note, :occasion, :at)"
).bindparams(bindparam("at", type_=DateTime(timezone=True)))
_NOTIFY: Final = untyped("select pg_notify(:channel, :jit)")
_LATEST: Final = scalar(str, "select note from checkpoints where jit = :jit order by size desc, id desc limit 1")
_TREE: Final = query(_TreeRow, "select size, edge from trees where jit = :jit")
_SIGNED: Final = query(
    _SignedRow, "select size, edge, at from checkpoints where jit = :jit order by size desc, id desc limit 1"
)
_BEYOND: Final = scalar(
    str,
    """
    select w.vkey from witness_states s join witnesses w on w.id = s.witness join parties p on p.jit = w.jit and p.id = w.party
     where w.jit = :jit and w.removed_at is null and p.status = 'active' and s.claimed_of = :origin
       and s.claimed > (select coalesce(max(c.size), 0) from checkpoints c where c.jit = :jit)
    """,
)
_PATIENCE: Final = untyped("set local lock_timeout = '60s'")  # an export waits for another publisher, but not forever
_HEADS_OF: Final = """
    select t.jit, j.ledger_origin, t.size, c.size as signed_size, c.at as signed_at, j.state = 'closed' as closed
      from trees t join jits j on j.id = t.jit
      left join lateral (select size, at from checkpoints c where c.jit = t.jit order by c.size desc, c.id desc limit 1) c
        on true
"""
_HEADS: Final = query(_HeadRow, _HEADS_OF)
_HEAD_OF: Final = query(_HeadRow, f"{_HEADS_OF} where t.jit = :jit")
_COMMITMENTS: Final = query(
    _CommitmentRow,
    "select p.position, e.commitment from positions p join entries e on e.id = p.entry"
    " where p.jit = :jit and p.position >= :size and p.position < :behind order by p.position",
)
