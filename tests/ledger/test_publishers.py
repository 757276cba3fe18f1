"""Several processes publish one ledger: a slow one holds up nobody, sounds no alarm, and takes nothing back."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import text

from app import connections
from app.ledger import alarms
from app.ledger.checkpoints import Publisher
from app.ledger.heads import Heads, OvertakenError, demand_none_rolled_back
from app.ledger.signing import notes
from app.ledger.signing.notes import Checkpoint
from tests.support.databases.superuser import as_superuser
from tests.support.ledgers.bare_ledger import BareLedger


class SlowDisk(Heads):
    """Heads on a disk that takes its time: until `done` is set, after it has set `busy`."""

    busy: threading.Event
    done: threading.Event

    def keep(self, origin: str, note: bytes) -> None:
        self.busy.set()
        assert self.done.wait(timeout=30)
        super().keep(origin, note)


@pytest.fixture(autouse=True)
def _little_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """For locks, on the connections that are opened from now on."""
    monkeypatch.setattr(connections, "_LOCK_TIMEOUT_MS", "200")


@asynccontextmanager
async def slow_process(bare_ledger: BareLedger) -> AsyncIterator[tuple[SlowDisk, asyncio.Task[None]]]:
    """Another process in the midst of publishing; its disk is done with the block at the latest."""
    disk = SlowDisk(bare_ledger.heads._folder, bare_ledger.keys)
    disk.busy, disk.done = threading.Event(), threading.Event()
    slow = Publisher(
        await bare_ledger.another(), bare_ledger.keys, disk, bare_ledger.answers(), every=0.001, heartbeat=3600
    )
    publishing = asyncio.create_task(slow._try_to_publish(bare_ledger.ledger))
    assert await asyncio.to_thread(disk.busy.wait, 20)
    yield disk, publishing
    disk.done.set()
    await publishing


async def grown(bare_ledger: BareLedger, count: int) -> int:
    await bare_ledger.append(count)
    await bare_ledger.sequence()
    return (await bare_ledger.tree()).size


async def head_of(bare_ledger: BareLedger) -> Checkpoint:
    kept = bare_ledger.heads.read(bare_ledger.ledger.origin)
    assert kept is not None
    return kept


async def test_one_that_is_slow_sounds_no_alarm_in_another_and_does_not_hold_up_the_sequencer(
    bare_ledger: BareLedger,
) -> None:
    size = await grown(bare_ledger, 3)
    other = BareLedger(
        bare_ledger.urls, await bare_ledger.another(), bare_ledger.ledger, bare_ledger.keys, bare_ledger.heads
    )
    async with slow_process(bare_ledger):
        await other.publisher(every=0.001)._try_to_publish(bare_ledger.ledger)
        assert await alarms.of(bare_ledger.database, bare_ledger.ledger.jit) == {}
        assert await grown(other, 2) == size + 2
        second = await other.second_ledger()
        await other.append(2, second)
        await other.sequence()
        assert await other.publisher().publish(second, "clock"), "other ledgers are published meanwhile"
    assert (await head_of(bare_ledger)).size == size


async def test_an_export_waits_for_its_head_longer_than_for_any_other_lock(bare_ledger: BareLedger) -> None:
    size = await grown(bare_ledger, 3)
    other = BareLedger(
        bare_ledger.urls, await bare_ledger.another(), bare_ledger.ledger, bare_ledger.keys, bare_ledger.heads
    )
    async with slow_process(bare_ledger) as (disk, _):
        export = asyncio.create_task(other.publisher().publish(bare_ledger.ledger, "export"))
        await asyncio.sleep(0.6)  # three times what a lock is worth elsewhere
        assert not export.done()
        disk.done.set()
        assert f"\n{size}\n" in await export


async def test_one_that_lost_its_database_replaces_no_newer_head(bare_ledger: BareLedger) -> None:
    await grown(bare_ledger, 3)
    async with slow_process(bare_ledger) as (disk, publishing):
        async with as_superuser(bare_ledger.database) as superuser:
            ended = await superuser.fetchval(
                "select count(pg_terminate_backend(pid)) from pg_stat_activity"
                " where datname = current_database() and state = 'idle in transaction'"
            )
        assert ended == 1
        size = await grown(bare_ledger, 4)
        await bare_ledger.publisher().publish(bare_ledger.ledger, "clock")
        disk.done.set()
        await publishing
        assert (await head_of(bare_ledger)).size == size
        assert await alarms.of(bare_ledger.database, bare_ledger.ledger.jit) == {}
    async with bare_ledger.database.engine() as session:
        sizes = await session.execute(text("select size from checkpoints order by id desc limit 1"))
        assert sizes.scalar_one() == size


async def test_another_head_of_the_same_size_is_not_kept_either(bare_ledger: BareLedger) -> None:
    await grown(bare_ledger, 3)
    await bare_ledger.publisher().publish(bare_ledger.ledger, "clock")
    kept = await head_of(bare_ledger)
    signer = bare_ledger.keys.signer(bare_ledger.ledger.origin)
    for other in (Checkpoint(kept.origin, kept.size - 1, kept.root), Checkpoint(kept.origin, kept.size, b"\x07" * 32)):
        with pytest.raises(OvertakenError, match=f"signed at size {kept.size}"):
            bare_ledger.heads.keep(kept.origin, notes.sign_checkpoint(other, signer))
    bare_ledger.heads.keep(kept.origin, notes.sign_checkpoint(kept, signer))
    assert await head_of(bare_ledger) == kept


class KilledError(Exception):
    """The process is gone."""


class LastBreath(Heads):
    """A disk whose process is killed once it has kept a head, before anybody is told of it."""

    def keep(self, origin: str, note: bytes) -> None:
        super().keep(origin, note)
        raise KilledError


async def test_one_that_is_killed_behind_its_head_is_continued_by_the_next(bare_ledger: BareLedger) -> None:
    size = await grown(bare_ledger, 3)
    disk = LastBreath(bare_ledger.heads._folder, bare_ledger.keys)
    killed = Publisher(
        await bare_ledger.another(), bare_ledger.keys, disk, bare_ledger.answers(), every=0.001, heartbeat=3600
    )
    with pytest.raises(KilledError):
        await killed.publish(bare_ledger.ledger, "clock")
    published = text("select coalesce(max(size), 0) from checkpoints")
    async with bare_ledger.database.engine() as session:
        assert (await session.execute(published)).scalar_one() < size
    assert (await head_of(bare_ledger)).size == size
    await demand_none_rolled_back(bare_ledger.database, bare_ledger.heads)  # as the next process starts
    assert f"\n{size}\n" in await bare_ledger.publisher().publish(bare_ledger.ledger, "clock"), (
        "what was signed is told"
    )
    larger = await grown(bare_ledger, 2)
    assert f"\n{larger}\n" in await bare_ledger.publisher().publish(bare_ledger.ledger, "clock")
    assert await alarms.of(bare_ledger.database, bare_ledger.ledger.jit) == {}
