"""The sequencer: gives committed entries their positions, extends the tree, tells everybody once a batch.

One at a time: a transaction-level advisory lock in READ COMMITTED elects it, so any server process may be it and another
takes over at the next beat. One loop serves all ledgers with pending entries, in the order of insertion. A damaged ledger is
set aside with an alarm and tried again each minute; the others go on.
Deliberately not here: how a tree grows (`ledger/growth.py`) and signing (`ledger/checkpoints.py`); the append path never
waits for this.
"""

import asyncio
from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from sqlalchemy import BigInteger, Row, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.exc import IntegrityError

from app import clock, log
from app.database import Database, Writing
from app.ledger import alarms, growth
from app.ledger.alarms import LedgerDamagedError
from app.ledger.growth import Growth

CHANNEL: Final = "liaison_positions"
BATCH: Final = 1000
_LOCK: Final = 0x11A150_5E9  # any fixed number: the sequencer's place among advisory locks
_POLL_SECONDS: Final = 1.0
_AGAIN_SECONDS: Final = 60.0

_logger = log.get("sequencer")


class Sequencer:
    """The loop of one server process."""

    def __init__(self, database: Database) -> None:
        """`wake` it after a commit that appended; a poll covers what other processes append."""
        self._database = database
        self._woken = asyncio.Event()
        self._tried_again = clock.monotonic()

    def wake(self) -> None:
        """Something was appended in this process."""
        self._woken.set()

    async def run(self) -> None:
        """Until cancelled. A failure is logged and tried again: entries wait in the queue meanwhile."""
        while True:
            try:
                while await sequence(self._database):
                    pass
                await self._try_again()
            except asyncio.CancelledError:
                raise
            except Exception:
                _logger.exception("sequencing failed; trying again")
                await asyncio.sleep(_POLL_SECONDS)
            try:
                async with asyncio.timeout(_POLL_SECONDS):
                    await self._woken.wait()
            except TimeoutError:
                pass
            self._woken.clear()

    async def _try_again(self) -> None:
        if clock.monotonic() - self._tried_again >= _AGAIN_SECONDS:
            self._tried_again = clock.monotonic()
            await sequence(self._database, set_aside=True)


async def sequence(database: Database, *, set_aside: bool = False) -> int:
    """One batch: positions for up to `BATCH` entries. Returns how many; 0 also when another process is at it.

    `set_aside`: of the ledgers that were found damaged, instead of the others.
    """
    async with database.engine() as session:
        if not (await session.execute(text("select pg_try_advisory_xact_lock(:lock)"), {"lock": _LOCK})).scalar_one():
            return 0
        rows = (await session.execute(_SET_ASIDE if set_aside else _QUEUE, {"batch": BATCH})).all()
        if not rows:
            return 0
        ledgers: dict[UUID, list[Row[Any]]] = {}
        for row in rows:
            ledgers.setdefault(row.jit, []).append(row)
        grown = await _grow(session, ledgers)
        if not grown:
            return 0
        if set_aside:
            for one in grown:
                await alarms.end(session, one.jit, "sequencing")
        placed = [row.id for one in grown for row in ledgers[one.jit]]
        await session.execute(_DEQUEUE, {"ids": placed})
        await session.execute(text("select pg_notify(:channel, '')"), {"channel": CHANNEL})
        return len(placed)


async def _grow(session: Writing, ledgers: dict[UUID, list[Row[Any]]]) -> list[Growth]:
    """The ledgers that have grown; each of the others has its alarm, and its entries wait."""
    trees = {row.jit: row for row in await session.execute(_TREES, {"jits": list(ledgers)})}
    growths = []
    for jit, batch in ledgers.items():
        try:
            if jit not in trees:
                raise LedgerDamagedError("it has no tree")  # noqa: TRY301 - the alarm is the same
            tree = trees[jit]
            entries = [(row.entry, row.commitment) for row in batch]
            growths.append(await growth.of(session, jit, tree.size, tree.edge, entries))
        except LedgerDamagedError as error:
            await alarms.sound(session, jit, "sequencing", str(error))
    return await _written(session, growths)


async def _written(session: Writing, growths: Sequence[Growth]) -> list[Growth]:
    """All at once; or, when that meets a row that should not be there, each under a savepoint of its own."""
    if not growths:
        return []
    try:
        async with session.begin_nested():
            await growth.write(session, growths)
    except IntegrityError as error:
        if len(growths) == 1:
            await alarms.sound(session, growths[0].jit, "sequencing", f"its next place is taken: {error.orig}")
            return []
        return [written for one in growths for written in await _written(session, [one])]
    return list(growths)


_QUEUE_OF: Final = """
    select p.id, p.jit, p.entry, e.commitment from pending p join entries e on e.id = p.entry
     where {} (select 1 from alarms a where a.jit = p.jit and a.what = 'sequencing') order by p.id limit :batch
"""
_QUEUE: Final = text(_QUEUE_OF.format("not exists"))
_SET_ASIDE: Final = text(_QUEUE_OF.format("exists"))
_DEQUEUE: Final = text("delete from pending where id = any(:ids)").bindparams(bindparam("ids", type_=ARRAY(BigInteger)))
_TREES: Final = text("select jit, size, edge from trees where jit = any(:jits)").bindparams(
    bindparam("jits", type_=ARRAY(Uuid))
)
