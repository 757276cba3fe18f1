"""A ledger whose signed head is missing is not signed, whatever the database holds; one that was just founded is."""

import asyncio
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import make_url

from app import clock, embedded
from app.database import Database
from app.ledger import alarms, checkpoints, epochs
from app.ledger.epochs import EpochRefusedError
from app.ledger.heads import HeadMissingError, Heads, LedgerRolledBackError, demand_none_rolled_back
from app.ledger.journal import Ledger
from app.ledger.keys import LedgerKeys
from app.ledger.signing import notes
from app.ledger.signing.notes import Checkpoint
from app.main import open_house
from app.vault import durable
from tests.ledger.test_epochs import first_entry, restored
from tests.support.databases.database import Copies
from tests.support.databases.superuser import as_superuser
from tests.support.ledgers.bare_ledger import Desk
from tests.support.program import settings_for

REASON = "The disk with the state folder failed. Decided by the host's registrar."


async def grown(desk: Desk, count: int) -> Checkpoint:
    """The ledger grown by so many entries, and signed."""
    await desk.append(count)
    await desk.sequence()
    note = await desk.publisher().publish(desk.ledger, "export")
    return notes.open_checkpoint(note.encode(), [desk.keys.signer(desk.ledger.origin).verifier])


@pytest.fixture
async def attacked(desk: Desk, cluster: embedded.Cluster) -> AsyncIterator[tuple[Desk, Checkpoint]]:
    """An older database under the keys of today, the head deleted; and the head that was signed."""
    name = f"older_{clock.new_id().hex}"
    await desk.database.__aexit__()
    urls = cluster.create_database(name, template=str(make_url(desk.urls.app).database))
    head = await grown(desk, 3)
    desk.heads.path(desk.ledger.origin).unlink()
    async with Database(urls.app, urls.engine, pool=4) as database:
        yield Desk(urls, database, desk.ledger, desk.keys, desk.heads), head
    cluster.drop_database(name)


async def published(desk: Desk, jit: UUID) -> int:
    async with desk.database.engine() as session:
        head = await checkpoints.head(session, jit)
    return head.size if head else 0


async def test_older_database_after_its_head_was_deleted_is_not_signed(attacked: tuple[Desk, Checkpoint]) -> None:
    desk, head = attacked
    before = await published(desk, desk.ledger.jit)
    assert 0 < before < head.size, "the attack has something to sign"
    for _ in range(2):  # as it was restored, and after it grew to the size that was signed
        with pytest.raises(HeadMissingError, match="its signed head is missing"):
            await desk.publisher().publish(desk.ledger, "export")
        await desk.append(head.size - before)
        await desk.sequence()
    note = notes.sign_checkpoint(head, desk.keys.signer(head.origin))
    with pytest.raises(HeadMissingError):
        desk.heads.keep(head.origin, note)
    assert await published(desk, desk.ledger.jit) == before
    assert not desk.heads.path(desk.ledger.origin).exists()


async def test_database_without_any_checkpoint_after_its_head_was_deleted_is_not_signed(desk: Desk) -> None:
    ledger = await desk.second_ledger()
    desk.heads.path(ledger.origin).unlink()
    await desk.append(1, ledger)
    await desk.sequence()
    with pytest.raises(HeadMissingError):
        await desk.publisher().publish(ledger, "export")


async def test_start_with_a_missing_head_sounds_an_alarm_and_signs_the_other_ledgers(
    attacked: tuple[Desk, Checkpoint],
) -> None:
    desk, _ = attacked
    other = await desk.second_ledger()
    await desk.append(1, other)
    await desk.sequence()
    state = desk.heads.path(desk.ledger.origin).parent.parent
    async with open_house(settings_for(desk.urls, state)) as context:
        detail, _ = (await alarms.of(context.database, desk.ledger.jit))["signing"]
        assert "liaison epoch" in detail
        assert str(desk.heads.path(desk.ledger.origin)) in detail
        publishing = asyncio.create_task(context.publisher.run())
        while not await published(desk, other.jit):  # noqa: ASYNC110 - the event is in the database
            await asyncio.sleep(0.01)
        publishing.cancel()
        await asyncio.gather(publishing, return_exceptions=True)
        assert await alarms.of(context.database, other.jit) == {}
        assert "signing" in await alarms.of(context.database, desk.ledger.jit)


async def test_head_deleted_while_the_publisher_runs_sounds_an_alarm(desk: Desk) -> None:
    head = await grown(desk, 1)
    desk.heads.path(desk.ledger.origin).unlink()
    await desk.append(1)
    await desk.sequence()
    await desk.publisher(every=0.001)._try_to_publish(desk.ledger)
    assert await published(desk, desk.ledger.jit) == head.size
    assert "liaison epoch" in (await alarms.of(desk.database, desk.ledger.jit))["signing"][0]


async def test_database_from_before_an_epoch_whose_head_was_deleted_is_not_signed(desk: Desk, copies: Copies) -> None:
    before = await grown(desk, 2)
    await desk.database.__aexit__()
    older = copies.of(desk.urls)
    desk.database = await desk.another()
    begun = await epochs.renew(desk.database, desk.publisher(), desk.heads, desk.ledger.jit, REASON)
    at_work = Desk(desk.urls, desk.database, begun.ledger, desk.keys, desk.heads)
    await grown(at_work, 1)
    there = await restored(desk, older)
    with pytest.raises(LedgerRolledBackError, match="no such ledger"):  # as at a start, though none was made
        await there.publisher().publish(desk.ledger, "export")
    desk.heads.path(begun.ledger.origin).unlink()
    with pytest.raises(HeadMissingError):
        await there.publisher().publish(desk.ledger, "export")
    assert desk.heads.read(desk.ledger.origin) == before

    third = await epochs.begin(there.database, desk.keys, desk.heads, desk.ledger.jit, REASON, head_lost=True)
    assert third.ledger.origin.endswith("/2"), "no key signs two histories"


async def test_epoch_after_a_lost_head_is_asked_for_and_says_so(attacked: tuple[Desk, Checkpoint]) -> None:
    desk, head = attacked
    (loss,) = await epochs.losses(desk.database, desk.heads)
    told = epochs.explained([loss])
    assert f"the signed head of {head.origin} is missing" in told
    assert "--head-lost" in told
    with pytest.raises(EpochRefusedError, match="--head-lost"):
        await epochs.begin(desk.database, desk.keys, desk.heads, desk.ledger.jit, REASON)
    with pytest.raises(EpochRefusedError, match="The reason is read"):
        await epochs.begin(desk.database, desk.keys, desk.heads, desk.ledger.jit, "lost", head_lost=True)
    with pytest.raises(EpochRefusedError, match="without --new-key"):
        await epochs.renew(desk.database, desk.publisher(), desk.heads, desk.ledger.jit, REASON)
    begun = await epochs.begin(desk.database, desk.keys, desk.heads, desk.ledger.jit, REASON, head_lost=True)
    said = await first_entry(desk, begun.position)
    assert said["reason"] == (
        f"No signed head of this ledger was kept: its host cannot tell how far it was signed. {REASON}"
    )
    assert said["known"] == []
    desk.ledger = begun.ledger
    now = await grown(desk, 1)
    assert now.origin.endswith("/1")
    await demand_none_rolled_back(desk.database, desk.heads)
    assert await epochs.losses(desk.database, desk.heads) == []


async def test_epoch_with_head_lost_of_a_ledger_that_has_its_head_is_refused(desk: Desk) -> None:
    await grown(desk, 1)
    with pytest.raises(EpochRefusedError, match="whole"):
        await epochs.begin(desk.database, desk.keys, desk.heads, desk.ledger.jit, REASON, head_lost=True)


class PowerCut(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("writes", range(3))
async def test_founding_cut_short_at_any_write_blocks_nobody_and_opens_nothing(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writes: int
) -> None:
    """After the head, after the key, after the key for promises: the founding is not committed."""
    done = 0

    def cut(write: Callable[[Path, bytes], object], path: Path, content: bytes) -> object:
        nonlocal done
        if done == writes:
            raise PowerCut
        done += 1
        return write(path, content)

    origin = f"liaison.localhost/jits/{clock.new_id()}/0"
    with monkeypatch.context() as patch:
        for write in (durable.write_once, durable.write_over):
            patch.setattr(durable, write.__name__, partial(cut, write))
        with pytest.raises(PowerCut):
            desk.keys.found(origin)
    keys = LedgerKeys(tmp_path / "ledger")
    heads = Heads(tmp_path / "ledger", keys)
    assert not keys.holds(origin) or heads.read(origin) is not None, "a key without a head is never a new one"
    await demand_none_rolled_back(desk.database, heads)
    assert await epochs.losses(desk.database, heads) == []
    keys.founded(origin)
    kept = heads.read(origin)
    assert kept is not None
    assert kept.size == 0


async def test_ledger_whose_founding_committed_before_a_crash_gets_its_first_checkpoint(desk: Desk) -> None:
    ledger = await desk.second_ledger()
    await desk.append(2, ledger)
    await desk.sequence()
    keys = LedgerKeys(desk.heads.path("x").parent)
    again = Desk(desk.urls, desk.database, ledger, keys, Heads(desk.heads.path("x").parent, keys))
    await demand_none_rolled_back(again.database, again.heads)
    async with as_superuser(desk.database) as superuser:  # and cut off again, between the head and the checkpoint
        await superuser.execute("alter table checkpoints add constraint crash check (false) not valid")
        with pytest.raises(Exception, match="crash"):
            await again.publisher().publish(ledger, "export")
        await superuser.execute("alter table checkpoints drop constraint crash")
    await demand_none_rolled_back(again.database, again.heads)
    await again.publisher().publish(ledger, "export")
    assert await published(desk, ledger.jit) == 2


async def test_epoch_cut_short_after_its_key_is_begun_again_under_the_next_number_that_signed_nothing(
    desk: Desk,
) -> None:
    await grown(desk, 1)
    started = Ledger(desk.ledger.jit, desk.ledger.origin.removesuffix("/0") + "/1")
    desk.keys.found(started.origin)
    await demand_none_rolled_back(desk.database, desk.heads)
    assert (await grown(desk, 1)).origin == desk.ledger.origin, "the former epoch goes on"
    begun = await epochs.renew(desk.database, desk.publisher(), desk.heads, desk.ledger.jit, REASON)
    assert begun.ledger == started
