"""Positions: one after the other without gaps, whoever gives them out, and whatever becomes of it meanwhile."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from sqlalchemy.exc import DBAPIError

from app.ledger import following, sequencer
from app.ledger.sequencer import Sequencer, sequence
from tests.support.databases.superuser import as_superuser
from tests.support.ledgers.bare_ledger import BareLedger
from tests.support.waiting import until


async def test_entries_of_concurrent_appenders_get_positions_without_gaps(bare_ledger: BareLedger) -> None:
    start = await bare_ledger.demand_sound()
    appending = [asyncio.create_task(bare_ledger.append(1 + number % 3)) for number in range(48)]
    while not all(task.done() for task in appending):
        await bare_ledger.sequence()
    await bare_ledger.sequence()
    assert await bare_ledger.demand_sound() == start + 96
    places = {entry: position for position, entry, _ in await bare_ledger.placed()}
    for appended in await asyncio.gather(*appending):
        first = places[appended[0].id]
        assert [places[one.id] for one in appended] == sorted(places[one.id] for one in appended) >= [first]
    commitments = {entry: commitment for _, entry, commitment in await bare_ledger.placed()}
    assert all(commitments[one.id] == one.commitment for task in appending for one in task.result())


async def test_what_was_rolled_back_leaves_no_gap(bare_ledger: BareLedger) -> None:
    start = await bare_ledger.demand_sound()
    for number in range(6):
        async with as_superuser(bare_ledger.database) as superuser:
            await superuser.execute(
                "select nextval(pg_get_serial_sequence('pending', 'id'))"
            )  # as a rollback leaves it
        if number % 2:
            await bare_ledger.append()
    assert await bare_ledger.sequence() == 3
    assert await bare_ledger.demand_sound() == start + 3


async def test_two_sequencers_at_once_never_fork(bare_ledger: BareLedger) -> None:
    start = await bare_ledger.demand_sound()
    other = await bare_ledger.another()
    ledger = await bare_ledger.second_ledger()
    for _ in range(10):
        await asyncio.gather(
            *(bare_ledger.append(2) for _ in range(4)), *(bare_ledger.append(3, ledger) for _ in range(4))
        )
        await asyncio.gather(*(sequence(one) for one in (bare_ledger.database, other, bare_ledger.database, other)))
    await bare_ledger.sequence()
    assert await bare_ledger.demand_sound() == start + 80
    assert await bare_ledger.demand_sound(ledger) == 120


async def test_a_killed_sequencers_batch_is_taken_over(bare_ledger: BareLedger) -> None:
    start = await bare_ledger.demand_sound()
    other = await bare_ledger.another()
    await bare_ledger.append(5)
    async with as_superuser(bare_ledger.database) as superuser:
        blocking = superuser.transaction()
        await blocking.start()
        await superuser.execute("lock table trees in access exclusive mode")
        batch = asyncio.create_task(sequence(other))  # it holds the queue, and waits for the tree
        waiting = "select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"

        async def waits() -> bool:
            return await superuser.fetchval(waiting) is not None

        await until(waits)
        assert await sequence(bare_ledger.database) == 0, "one at a time"
        await superuser.execute("select pg_terminate_backend($1)", await superuser.fetchval(waiting))
        with pytest.raises(DBAPIError):
            await batch
        await blocking.rollback()
    assert await bare_ledger.demand_sound() == start
    assert await sequence(bare_ledger.database) == 5
    assert await bare_ledger.demand_sound() == start + 5


async def test_a_long_queue_is_served_batch_by_batch_in_order(
    bare_ledger: BareLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sequencer, "BATCH", 7)
    start = await bare_ledger.demand_sound()
    appended = await bare_ledger.append(30)
    assert [await sequence(bare_ledger.database) for _ in range(6)] == [7, 7, 7, 7, 2, 0]
    assert [entry for _, entry, _ in (await bare_ledger.placed())[start:]] == [one.id for one in appended]
    await bare_ledger.demand_sound()


async def test_a_batch_is_told_once_and_only_after_its_commit(bare_ledger: BareLedger) -> None:
    told: list[int] = []
    async with following.news(bare_ledger.database, {sequencer.CHANNEL: lambda: told.append(1)}):
        await bare_ledger.append(20)
        await asyncio.sleep(0.1)
        assert told == []
        await sequence(bare_ledger.database)

        async def heard() -> bool:
            return bool(told)

        await until(heard)
        await asyncio.sleep(0.2)
    assert told == [1]


async def test_a_woken_sequencer_does_not_wait_for_its_poll(
    bare_ledger: BareLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sequencer, "_POLL_SECONDS", 60.0)
    start = await bare_ledger.demand_sound()
    async with _running(bare_ledger):
        await bare_ledger.append()

        async def grown() -> bool:
            return (await bare_ledger.tree()).size == start + 1

        await until(grown)


async def test_a_busy_server_does_not_keep_the_sequencer_from_its_turn(bare_ledger: BareLedger) -> None:
    start = await bare_ledger.demand_sound()
    async with _running(bare_ledger):
        await bare_ledger.append()
        time.sleep(1)  # as many requests at once
        assert (await bare_ledger.tree()).size == start + 1


async def test_a_sequencer_that_has_ended_is_woken_for_nothing_and_runs_again(
    bare_ledger: BareLedger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sequencer, "_POLL_SECONDS", 60.0)
    start, loop = await bare_ledger.demand_sound(), Sequencer(bare_ledger.database)
    for size in (start + 2, start + 4):
        await bare_ledger.append()
        assert (await bare_ledger.tree()).size == size - 2
        async with _running(bare_ledger, loop):
            await bare_ledger.append()  # it is woken by this where it has done the other before

            async def grown(size: int = size) -> bool:
                return (await bare_ledger.tree()).size == size

            await until(grown)


@asynccontextmanager
async def _running(bare_ledger: BareLedger, loop: Sequencer | None = None) -> AsyncIterator[None]:
    """A server's sequencer, in its thread."""
    loop = loop or Sequencer(bare_ledger.database)
    bare_ledger.database.on_appended = loop.wake
    running = asyncio.create_task(loop.run())
    await asyncio.sleep(0.2)
    try:
        yield
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
