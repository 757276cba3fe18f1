"""Signed heads: over what the rows say, or not at all."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import text

from app.ledger import checkpoints
from app.ledger.alarms import LedgerDamagedError
from app.ledger.checkpoints import Publisher
from app.ledger.heads import Heads, LedgerRolledBackError
from app.ledger.journal import Ledger
from app.ledger.keys import LedgerKeys
from app.ledger.signing import notes
from app.ledger.tree import merkle
from tests.support.databases.superuser import as_superuser, damage
from tests.support.ledgers.bare_ledger import Desk
from tests.support.waiting import until


async def published(desk: Desk, ledger: Ledger | None = None) -> list[notes.Checkpoint]:
    """Every checkpoint of the ledger, its signature verified, oldest first."""
    wanted = ledger or desk.ledger
    async with desk.database.engine() as session:
        rows = await session.execute(
            text("select note, size from checkpoints where jit = :jit order by id"), {"jit": wanted.jit}
        )
        opened = [
            (row.size, notes.open_checkpoint(row.note.encode(), [desk.keys.signer(wanted.origin).verifier]))
            for row in rows
        ]
    assert all(size == checkpoint.size for size, checkpoint in opened)
    return [checkpoint for _, checkpoint in opened]


@asynccontextmanager
async def running(publisher: Publisher) -> AsyncIterator[None]:
    loop = asyncio.create_task(publisher.run())
    yield
    loop.cancel()
    await asyncio.gather(loop, return_exceptions=True)


async def test_a_checkpoint_signs_the_root_of_the_rows(desk: Desk) -> None:
    for count in (1, 6, 9):
        await desk.append(count)
        await desk.sequence()
        note = await desk.publisher().publish(desk.ledger, "export")
        last = (await published(desk))[-1]
        leaves = [merkle.leaf_hash(commitment) for _, _, commitment in await desk.placed()]
        assert last == notes.Checkpoint(desk.ledger.origin, len(leaves), merkle.root(leaves))
        assert note == notes.sign_checkpoint(last, desk.keys.signer(desk.ledger.origin)).decode()


async def test_what_is_not_sequenced_is_not_in_it(desk: Desk) -> None:
    size = await desk.demand_sound()
    await desk.append(3)
    await desk.publisher().publish(desk.ledger, "export")
    assert (await published(desk))[-1].size == size


DAMAGES = {
    "a commitment changed": (
        "entries",
        """
        update entries set commitment = sha256(commitment)
         where id = (select entry from positions where jit = $1 order by position desc limit 1)
        """,
    ),
    "two commitments swapped": (
        "entries",
        """
        update entries e set commitment = o.commitment
          from trees t join positions p on p.jit = t.jit and p.position in (t.size - 1, t.size - 2)
          join positions q on q.jit = t.jit and q.position = 2 * t.size - 3 - p.position
          join entries o on o.id = q.entry
         where t.jit = $1 and e.id = p.entry
        """,
    ),
    "the last position removed": (
        "positions",
        "delete from positions where jit = $1 and position = (select max(position) from positions where jit = $1)",
    ),
    "a position in the middle removed": (
        "positions",
        "delete from positions where jit = $1 and position = (select max(position) - 1 from positions where jit = $1)",
    ),
    "the tree's edge changed": ("entries", "update trees set edge = sha256(edge) || substr(edge, 33) where jit = $1"),
}


@pytest.mark.parametrize("what", DAMAGES)
async def test_nothing_is_signed_over_a_damaged_ledger(desk: Desk, what: str) -> None:
    await desk.publisher().publish(desk.ledger, "export")
    await desk.append(4)
    await desk.sequence()
    before = await published(desk)
    async with as_superuser(desk.database) as superuser:
        await superuser.execute("alter table entries drop constraint if exists uq_entries_commitment")
        await damage(superuser, *DAMAGES[what], desk.ledger.jit)
    with pytest.raises(LedgerDamagedError, match=desk.ledger.origin):
        await desk.publisher().publish(desk.ledger, "clock")
    assert await published(desk) == before


async def test_a_ledger_that_shrank_below_its_signed_head_is_not_signed(desk: Desk) -> None:
    earlier = await desk.tree()
    await desk.append(4)
    await desk.sequence()
    await desk.publisher().publish(desk.ledger, "export")
    before = await published(desk)
    async with as_superuser(desk.database) as superuser:
        cut = "delete from positions where jit = $1 and position >= $2"
        await damage(superuser, "positions", cut, desk.ledger.jit, earlier.size)
        restored = "update trees set size = $2, edge = $3 where jit = $1"
        await superuser.execute(restored, desk.ledger.jit, earlier.size, earlier.to_bytes())
    with pytest.raises(LedgerDamagedError):
        await desk.publisher().publish(desk.ledger, "clock")
    assert await published(desk) == before


async def test_a_damaged_ledger_does_not_hold_up_the_others(desk: Desk) -> None:
    first, second = await desk.second_ledger(), await desk.second_ledger()
    for ledger in (first, second, desk.ledger):
        await desk.append(3, ledger)
    await desk.sequence()
    async with as_superuser(desk.database) as superuser:
        await damage(superuser, *DAMAGES["a commitment changed"], first.jit)

    async def others_are_signed() -> bool:
        return bool(await published(desk, second)) and (await published(desk))[-1].size == (await desk.tree()).size

    async with running(desk.publisher(every=0.1)):
        await until(others_are_signed)
    assert await published(desk, first) == []


async def test_a_grown_ledger_is_signed_soon_and_a_quiet_one_at_the_heartbeat(desk: Desk) -> None:
    await desk.publisher().publish(desk.ledger, "export")
    start = len(await published(desk))

    def reaches(count: int) -> Callable[[], Awaitable[bool]]:
        async def reached() -> bool:
            return len(await published(desk)) >= count

        return reached

    async with running(desk.publisher(every=0.1)):
        await asyncio.sleep(0.6)
        assert len(await published(desk)) == start, "nothing is new"
        await desk.append()
        await desk.sequence()
        await until(reaches(start + 1))
        await asyncio.sleep(0.4)
        assert len(await published(desk)) == start + 1
    async with running(desk.publisher(every=0.1, heartbeat=0.2)):
        await until(reaches(start + 3))
    assert len(set((await published(desk))[-3:])) == 1, "the same head again"


async def test_two_publishers_at_once_sign_one_history(desk: Desk) -> None:
    other = Publisher(await desk.another(), desk.keys, desk.heads, every=3600, heartbeat=3600)
    for _ in range(5):
        await desk.append(3)
        await asyncio.gather(
            desk.sequence(), *(one.publish(desk.ledger, "export") for one in (other, desk.publisher(), other))
        )
    leaves = [merkle.leaf_hash(commitment) for _, _, commitment in await desk.placed()]
    signed = await published(desk)
    assert [one.size for one in signed] == sorted(one.size for one in signed)
    assert {one.size: one.root for one in signed} == {one.size: merkle.root(leaves[: one.size]) for one in signed}


async def test_without_its_key_a_ledger_is_not_signed(desk: Desk) -> None:
    before = await published(desk)
    folder = desk.heads.path("x").parent
    for key in folder.glob("*_0.key"):
        key.unlink()
    keys = LedgerKeys(folder)
    with pytest.raises(LedgerRolledBackError, match="No such file"):
        await Publisher(desk.database, keys, Heads(folder, keys), every=1, heartbeat=1).publish(desk.ledger, "export")
    assert await published(desk) == before


async def test_the_last_of_each_day_and_those_of_exports_are_kept_for_a_bundle(desk: Desk) -> None:
    jit = (await desk.second_ledger()).jit
    rows = [
        (1, "a", "clock", "2026-11-20 08:00Z"),
        (2, "b", "clock", "2026-11-20 23:59:59Z"),
        (3, "c", "export", "2026-11-21 00:00Z"),
        (4, "d", "clock", "2026-11-21 10:00Z"),
        (4, "e", "clock", "2026-11-21 11:00Z"),
        (5, "f", "clock", "2026-11-22 10:00Z"),
    ]
    async with desk.database.engine() as session:
        for size, note, occasion, at in rows:
            await session.execute(
                text(
                    "insert into checkpoints (jit, size, edge, note, occasion, at)"
                    " values (:jit, :size, '', :note, :occasion, cast(cast(:at as text) as timestamptz))"
                ),
                {"jit": jit, "size": size, "note": note, "occasion": occasion, "at": at},
            )
        assert await checkpoints.kept(session, jit, 5) == ["b", "c", "e"]
        assert await checkpoints.latest(session, jit) == "f"
