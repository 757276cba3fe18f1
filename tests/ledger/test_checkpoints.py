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
from tests.support.ledgers.bare_ledger import BareLedger
from tests.support.waiting import until


async def published(bare_ledger: BareLedger, ledger: Ledger | None = None) -> list[notes.Checkpoint]:
    """Every checkpoint of the ledger, its signature verified, oldest first."""
    wanted = ledger or bare_ledger.ledger
    async with bare_ledger.database.engine() as session:
        rows = await session.execute(
            text("select note, size from checkpoints where jit = :jit order by id"), {"jit": wanted.jit}
        )
        opened = [
            (row.size, notes.open_checkpoint(row.note.encode(), [bare_ledger.keys.signer(wanted.origin).verifier]))
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


async def test_a_checkpoint_signs_the_root_of_the_rows(bare_ledger: BareLedger) -> None:
    for count in (1, 6, 9):
        await bare_ledger.append(count)
        await bare_ledger.sequence()
        note = await bare_ledger.publisher().publish(bare_ledger.ledger, "export")
        last = (await published(bare_ledger))[-1]
        leaves = [merkle.leaf_hash(commitment) for _, _, commitment in await bare_ledger.placed()]
        assert last == notes.Checkpoint(bare_ledger.ledger.origin, len(leaves), merkle.root(leaves))
        assert note == notes.sign_checkpoint(last, bare_ledger.keys.signer(bare_ledger.ledger.origin)).decode()


async def test_what_is_not_sequenced_is_not_in_it(bare_ledger: BareLedger) -> None:
    size = await bare_ledger.demand_sound()
    await bare_ledger.append(3)
    await bare_ledger.publisher().publish(bare_ledger.ledger, "export")
    assert (await published(bare_ledger))[-1].size == size


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
async def test_nothing_is_signed_over_a_damaged_ledger(bare_ledger: BareLedger, what: str) -> None:
    await bare_ledger.publisher().publish(bare_ledger.ledger, "export")
    await bare_ledger.append(4)
    await bare_ledger.sequence()
    before = await published(bare_ledger)
    async with as_superuser(bare_ledger.database) as superuser:
        await superuser.execute("alter table entries drop constraint if exists uq_entries_commitment")
        await damage(superuser, *DAMAGES[what], bare_ledger.ledger.jit)
    with pytest.raises(LedgerDamagedError, match=bare_ledger.ledger.origin):
        await bare_ledger.publisher().publish(bare_ledger.ledger, "clock")
    assert await published(bare_ledger) == before


async def test_a_ledger_that_shrank_below_its_signed_head_is_not_signed(bare_ledger: BareLedger) -> None:
    earlier = await bare_ledger.tree()
    await bare_ledger.append(4)
    await bare_ledger.sequence()
    await bare_ledger.publisher().publish(bare_ledger.ledger, "export")
    before = await published(bare_ledger)
    async with as_superuser(bare_ledger.database) as superuser:
        cut = "delete from positions where jit = $1 and position >= $2"
        await damage(superuser, "positions", cut, bare_ledger.ledger.jit, earlier.size)
        restored = "update trees set size = $2, edge = $3 where jit = $1"
        await superuser.execute(restored, bare_ledger.ledger.jit, earlier.size, earlier.to_bytes())
    with pytest.raises(LedgerDamagedError):
        await bare_ledger.publisher().publish(bare_ledger.ledger, "clock")
    assert await published(bare_ledger) == before


async def test_a_damaged_ledger_does_not_hold_up_the_others(bare_ledger: BareLedger) -> None:
    first, second = await bare_ledger.second_ledger(), await bare_ledger.second_ledger()
    for ledger in (first, second, bare_ledger.ledger):
        await bare_ledger.append(3, ledger)
    await bare_ledger.sequence()
    async with as_superuser(bare_ledger.database) as superuser:
        await damage(superuser, *DAMAGES["a commitment changed"], first.jit)

    async def others_are_signed() -> bool:
        return (
            bool(await published(bare_ledger, second))
            and (await published(bare_ledger))[-1].size == (await bare_ledger.tree()).size
        )

    async with running(bare_ledger.publisher(every=0.1)):
        await until(others_are_signed)
    assert await published(bare_ledger, first) == []


async def test_a_grown_ledger_is_signed_soon_and_a_quiet_one_at_the_heartbeat(bare_ledger: BareLedger) -> None:
    await bare_ledger.publisher().publish(bare_ledger.ledger, "export")
    start = len(await published(bare_ledger))

    def reaches(count: int) -> Callable[[], Awaitable[bool]]:
        async def reached() -> bool:
            return len(await published(bare_ledger)) >= count

        return reached

    async with running(bare_ledger.publisher(every=0.1)):
        await asyncio.sleep(0.6)
        assert len(await published(bare_ledger)) == start, "nothing is new"
        await bare_ledger.append()
        await bare_ledger.sequence()
        await until(reaches(start + 1))
        await asyncio.sleep(0.4)
        assert len(await published(bare_ledger)) == start + 1
    async with running(bare_ledger.publisher(every=0.1, heartbeat=0.2)):
        await until(reaches(start + 3))
    assert len(set((await published(bare_ledger))[-3:])) == 1, "the same head again"


async def test_two_publishers_at_once_sign_one_history(bare_ledger: BareLedger) -> None:
    other = Publisher(
        await bare_ledger.another(),
        bare_ledger.keys,
        bare_ledger.heads,
        bare_ledger.answers(),
        every=3600,
        heartbeat=3600,
    )
    for _ in range(5):
        await bare_ledger.append(3)
        await asyncio.gather(
            bare_ledger.sequence(),
            *(one.publish(bare_ledger.ledger, "export") for one in (other, bare_ledger.publisher(), other)),
        )
    leaves = [merkle.leaf_hash(commitment) for _, _, commitment in await bare_ledger.placed()]
    signed = await published(bare_ledger)
    assert [one.size for one in signed] == sorted(one.size for one in signed)
    assert {one.size: one.root for one in signed} == {one.size: merkle.root(leaves[: one.size]) for one in signed}


async def test_without_its_key_a_ledger_is_not_signed(bare_ledger: BareLedger) -> None:
    before = await published(bare_ledger)
    folder = bare_ledger.heads.path("x").parent
    for key in folder.glob("*_0.key"):
        key.unlink()
    keys = LedgerKeys(folder)
    with pytest.raises(LedgerRolledBackError, match="No such file"):
        await Publisher(
            bare_ledger.database, keys, Heads(folder, keys), bare_ledger.answers(), every=1, heartbeat=1
        ).publish(bare_ledger.ledger, "export")
    assert await published(bare_ledger) == before


async def test_the_last_of_each_day_and_those_of_exports_are_kept_for_a_bundle(bare_ledger: BareLedger) -> None:
    jit = (await bare_ledger.second_ledger()).jit
    rows = [
        (1, "a", "clock", "2026-11-20 08:00Z"),
        (2, "b", "clock", "2026-11-20 23:59:59Z"),
        (3, "c", "export", "2026-11-21 00:00Z"),
        (4, "d", "clock", "2026-11-21 10:00Z"),
        (4, "e", "clock", "2026-11-21 11:00Z"),
        (5, "f", "clock", "2026-11-22 10:00Z"),
    ]
    async with bare_ledger.database.engine() as session:
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
