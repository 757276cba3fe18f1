"""The sequencer: gives committed entries their positions, extends the trees, and notifies once per batch.

A transaction-level advisory lock in READ COMMITTED allows one sequencer at a time. Any server process may hold it, and
another takes over within a second. One loop serves all ledgers with pending entries, in the order of insertion. It runs
in its own thread, so that busy requests do not delay it. A damaged ledger is skipped with an alarm and tried again
every minute; the others continue. Appending never waits for the sequencer.

Not here: how a tree grows (`ledger/tree/growth.py`) and signing (`ledger/checkpoints.py`).
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, TextClause, text
from sqlalchemy.exc import IntegrityError

from app import clock, log
from app.database import Database, Writing
from app.ledger import alarms
from app.ledger.alarms import LedgerDamagedError
from app.ledger.tree import growth
from app.ledger.tree.growth import Growth
from app.locks import ProcessLock, try_lock_process
from app.own_loop import run_in_own_loop

CHANNEL: Final = growth.CHANNEL
BATCH: Final = 1000
_POLL_SECONDS: Final = 1.0
#: Pause after a batch that was not full, so that entries committed meanwhile share the next one. The first entry after
#: an idle time does not wait. Under load a batch costs the same for one entry as for fifty. With 10 ms, the rate of
#: access events fell by a fifth (16 clients).
_GATHER_SECONDS: Final = 0.025
_AGAIN_SECONDS: Final = 60.0

_logger = log.get("sequencer")

Served = tuple[Growth, list[int]]
Write = Callable[[Writing, Sequence[Served]], Awaitable[list[Growth]]]


class Sequencer:
    """The loop of one server process, in a thread of its own.

    On the event loop of the requests, each statement of a batch would wait for all other ready tasks. Under load that
    takes longer than the batch.
    """

    def __init__(self, database: Database) -> None:
        """Call `wake` after a commit that appended entries; polling covers what other processes append."""
        self._database = database
        self._ring: Callable[[], None] = lambda: None
        self._tried_again = clock.monotonic()

    def wake(self) -> None:
        """Signal that this process appended entries."""
        self._ring()

    async def run(self) -> None:
        """Run until cancelled. A failure is logged and tried again; entries wait in the queue meanwhile."""
        await run_in_own_loop("sequencer", self._run)

    async def _run(self) -> None:
        loop, woken = asyncio.get_running_loop(), asyncio.Event()

        def ring() -> None:
            if not woken.is_set():
                with suppress(RuntimeError):  # the loop has just ended; the next sequencer finds the entry in the queue
                    loop.call_soon_threadsafe(woken.set)

        self._ring = ring
        async with self._database.twin() as database:
            await self._follow(database, woken)

    async def _follow(self, database: Database, woken: asyncio.Event) -> None:
        while True:
            try:
                while placed := await sequence(database):
                    if placed < BATCH:
                        await asyncio.sleep(_GATHER_SECONDS)
                await self._try_again(database)
            except asyncio.CancelledError:
                raise
            except Exception:
                _logger.exception("sequencing failed; trying again")
                await asyncio.sleep(_POLL_SECONDS)
            with suppress(TimeoutError):
                async with asyncio.timeout(_POLL_SECONDS):
                    await woken.wait()
            woken.clear()

    async def _try_again(self, database: Database) -> None:
        if clock.monotonic() - self._tried_again >= _AGAIN_SECONDS:
            self._tried_again = clock.monotonic()
            await sequence(database, set_aside=True)


async def sequence(database: Database, *, set_aside: bool = False) -> int:
    """Run one batch: positions for up to `BATCH` entries. Return how many; 0 also if another process has the lock.

    `set_aside`: process the ledgers that were found damaged, instead of the others.
    """
    queue = _SET_ASIDE if set_aside else _QUEUE
    try:
        return await _sequence(database, queue, together)
    except IntegrityError:  # an unexpected row exists; savepoints, which cost round trips, show in which ledger
        return await _sequence(database, queue, each_in_turn)


async def _sequence(database: Database, queue: TextClause, write: Write) -> int:
    async with database.engine() as session:
        # A separate statement, so that the snapshot of the next one includes what the last sequencer committed.
        if not await try_lock_process(session, ProcessLock.SEQUENCER):
            return 0
        rows = (await session.execute(queue, {"batch": BATCH})).all()
        ledgers: dict[UUID, list[Row[Any]]] = {}
        for row in rows:
            ledgers.setdefault(row.jit, []).append(row)
        growths = [one for jit, batch in ledgers.items() if (one := await _growth(session, jit, batch)) is not None]
        placed = await write(session, [(one, [row.id for row in ledgers[one.jit]]) for one in growths])
        if queue is _SET_ASIDE:
            for one in placed:
                await alarms.end(session, one.jit, "sequencing")
        return sum(len(one.entries) for one in placed)


async def _growth(session: Writing, jit: UUID, batch: list[Row[Any]]) -> Growth | None:
    """Return the growth of one ledger by the batch; or raise an alarm and return None, and its entries wait."""
    size, edge = batch[0].size, batch[0].edge
    try:
        if size is None:
            raise LedgerDamagedError("it has no tree")  # noqa: TRY301 - the alarm is the same
        return await growth.of(session, jit, size, edge, [(row.entry, row.commitment) for row in batch])
    except LedgerDamagedError as error:
        await alarms.sound(session, jit, "sequencing", str(error))
        return None


async def together(session: Writing, growths: Sequence[Served]) -> list[Growth]:
    """Write all ledgers in one statement. Raises `IntegrityError` when one meets an unexpected row."""
    if growths:
        await growth.write(session, [one for one, _ in growths], [place for _, served in growths for place in served])
    return [one for one, _ in growths]


async def each_in_turn(session: Writing, growths: Sequence[Served]) -> list[Growth]:
    """Write each ledger under a savepoint of its own; those with an unexpected row get an alarm instead."""
    written = []
    for one, served in growths:
        try:
            async with session.begin_nested():
                await growth.write(session, [one], served)
            written.append(one)
        except IntegrityError as error:
            await alarms.sound(session, one.jit, "sequencing", f"its next place is taken: {error.orig}")
    return written


# The limit is applied first and entries are found by key. With statistics of a long queue, a plain join reads all
# entries ever made.
_QUEUE_OF: Final = """
    select p.id, p.jit, p.entry, e.commitment, t.size, t.edge
      from (select * from pending p
             where {} (select 1 from alarms a where a.jit = p.jit and a.what = 'sequencing') order by p.id limit :batch) p
     cross join lateral (select commitment from entries where id = p.entry limit 1) e
      left join trees t on t.jit = p.jit
     order by p.id
"""
_QUEUE: Final = text(_QUEUE_OF.format("not exists"))
_SET_ASIDE: Final = text(_QUEUE_OF.format("exists"))
