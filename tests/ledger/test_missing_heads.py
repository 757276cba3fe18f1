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
from app.opening import open_context
from app.vault import durable
from tests.ledger.test_epochs import first_entry, restored
from tests.support.databases.database import Copies
from tests.support.databases.superuser import as_superuser
from tests.support.ledgers.bare_ledger import BareLedger
from tests.support.program import settings_for

REASON = "The disk with the state folder failed. Decided by the host's registrar."


async def grown(bare_ledger: BareLedger, count: int) -> Checkpoint:
    """The ledger grown by so many entries, and signed."""
    await bare_ledger.append(count)
    await bare_ledger.sequence()
    note = await bare_ledger.publisher().publish(bare_ledger.ledger, "export")
    return notes.open_checkpoint(note.encode(), [bare_ledger.keys.signer(bare_ledger.ledger.origin).verifier])


@pytest.fixture
async def attacked(bare_ledger: BareLedger, cluster: embedded.Cluster) -> AsyncIterator[tuple[BareLedger, Checkpoint]]:
    """An older database under the keys of today, the head deleted; and the head that was signed."""
    name = f"older_{clock.new_id().hex}"
    await bare_ledger.database.__aexit__()
    urls = cluster.create_database(name, template=str(make_url(bare_ledger.urls.app).database))
    head = await grown(bare_ledger, 3)
    bare_ledger.heads.path(bare_ledger.ledger.origin).unlink()
    async with Database(urls.app, urls.engine, pool=4) as database:
        yield BareLedger(urls, database, bare_ledger.ledger, bare_ledger.keys, bare_ledger.heads), head
    cluster.drop_database(name)


async def published(bare_ledger: BareLedger, jit: UUID) -> int:
    async with bare_ledger.database.engine() as session:
        head = await checkpoints.head(session, jit)
    return head.size if head else 0


async def test_older_database_after_its_head_was_deleted_is_not_signed(attacked: tuple[BareLedger, Checkpoint]) -> None:
    bare_ledger, head = attacked
    before = await published(bare_ledger, bare_ledger.ledger.jit)
    assert 0 < before < head.size, "the attack has something to sign"
    for _ in range(2):  # as it was restored, and after it grew to the size that was signed
        with pytest.raises(HeadMissingError, match="its signed head is missing"):
            await bare_ledger.publisher().publish(bare_ledger.ledger, "export")
        await bare_ledger.append(head.size - before)
        await bare_ledger.sequence()
    note = notes.sign_checkpoint(head, bare_ledger.keys.signer(head.origin))
    with pytest.raises(HeadMissingError):
        bare_ledger.heads.keep(head.origin, note)
    assert await published(bare_ledger, bare_ledger.ledger.jit) == before
    assert not bare_ledger.heads.path(bare_ledger.ledger.origin).exists()


async def test_database_without_any_checkpoint_after_its_head_was_deleted_is_not_signed(
    bare_ledger: BareLedger,
) -> None:
    ledger = await bare_ledger.second_ledger()
    bare_ledger.heads.path(ledger.origin).unlink()
    await bare_ledger.append(1, ledger)
    await bare_ledger.sequence()
    with pytest.raises(HeadMissingError):
        await bare_ledger.publisher().publish(ledger, "export")


async def test_start_with_a_missing_head_sounds_an_alarm_and_signs_the_other_ledgers(
    attacked: tuple[BareLedger, Checkpoint],
) -> None:
    bare_ledger, _ = attacked
    other = await bare_ledger.second_ledger()
    await bare_ledger.append(1, other)
    await bare_ledger.sequence()
    state = bare_ledger.heads.path(bare_ledger.ledger.origin).parent.parent
    async with open_context(settings_for(bare_ledger.urls, state)) as context:
        detail, _ = (await alarms.of(context.database, bare_ledger.ledger.jit))["signing"]
        assert "liaison epoch" in detail
        assert str(bare_ledger.heads.path(bare_ledger.ledger.origin)) in detail
        publishing = asyncio.create_task(context.publisher.run())
        while not await published(bare_ledger, other.jit):  # noqa: ASYNC110 - the event is in the database
            await asyncio.sleep(0.01)
        publishing.cancel()
        await asyncio.gather(publishing, return_exceptions=True)
        assert await alarms.of(context.database, other.jit) == {}
        assert "signing" in await alarms.of(context.database, bare_ledger.ledger.jit)


async def test_head_deleted_while_the_publisher_runs_sounds_an_alarm(bare_ledger: BareLedger) -> None:
    head = await grown(bare_ledger, 1)
    bare_ledger.heads.path(bare_ledger.ledger.origin).unlink()
    await bare_ledger.append(1)
    await bare_ledger.sequence()
    await bare_ledger.publisher(every=0.001)._try_to_publish(bare_ledger.ledger)
    assert await published(bare_ledger, bare_ledger.ledger.jit) == head.size
    assert "liaison epoch" in (await alarms.of(bare_ledger.database, bare_ledger.ledger.jit))["signing"][0]


async def test_database_from_before_an_epoch_whose_head_was_deleted_is_not_signed(
    bare_ledger: BareLedger, copies: Copies
) -> None:
    before = await grown(bare_ledger, 2)
    await bare_ledger.database.__aexit__()
    older = copies.of(bare_ledger.urls)
    bare_ledger.database = await bare_ledger.another()
    begun = await epochs.renew(
        bare_ledger.database, bare_ledger.publisher(), bare_ledger.heads, bare_ledger.ledger.jit, REASON
    )
    at_work = BareLedger(bare_ledger.urls, bare_ledger.database, begun.ledger, bare_ledger.keys, bare_ledger.heads)
    await grown(at_work, 1)
    there = await restored(bare_ledger, older)
    with pytest.raises(LedgerRolledBackError, match="no such ledger"):  # as at a start, though none was made
        await there.publisher().publish(bare_ledger.ledger, "export")
    bare_ledger.heads.path(begun.ledger.origin).unlink()
    with pytest.raises(HeadMissingError):
        await there.publisher().publish(bare_ledger.ledger, "export")
    assert bare_ledger.heads.read(bare_ledger.ledger.origin) == before

    third = await epochs.begin(
        there.database, bare_ledger.keys, bare_ledger.heads, bare_ledger.ledger.jit, REASON, head_lost=True
    )
    assert third.ledger.origin.endswith("/2"), "no key signs two histories"


async def test_epoch_after_a_lost_head_is_asked_for_and_says_so(attacked: tuple[BareLedger, Checkpoint]) -> None:
    bare_ledger, head = attacked
    (loss,) = await epochs.losses(bare_ledger.database, bare_ledger.heads)
    told = epochs.explained([loss])
    assert f"the signed head of {head.origin} is missing" in told
    assert "--head-lost" in told
    with pytest.raises(EpochRefusedError, match="--head-lost"):
        await epochs.begin(bare_ledger.database, bare_ledger.keys, bare_ledger.heads, bare_ledger.ledger.jit, REASON)
    with pytest.raises(EpochRefusedError, match="The reason is read"):
        await epochs.begin(
            bare_ledger.database, bare_ledger.keys, bare_ledger.heads, bare_ledger.ledger.jit, "lost", head_lost=True
        )
    with pytest.raises(EpochRefusedError, match="without --new-key"):
        await epochs.renew(
            bare_ledger.database, bare_ledger.publisher(), bare_ledger.heads, bare_ledger.ledger.jit, REASON
        )
    begun = await epochs.begin(
        bare_ledger.database, bare_ledger.keys, bare_ledger.heads, bare_ledger.ledger.jit, REASON, head_lost=True
    )
    said = await first_entry(bare_ledger, begun.position)
    assert said["reason"] == (
        f"No signed head of this ledger was kept: its host cannot tell how far it was signed. {REASON}"
    )
    assert said["known"] == []
    bare_ledger.ledger = begun.ledger
    now = await grown(bare_ledger, 1)
    assert now.origin.endswith("/1")
    await demand_none_rolled_back(bare_ledger.database, bare_ledger.heads)
    assert await epochs.losses(bare_ledger.database, bare_ledger.heads) == []


async def test_epoch_with_head_lost_of_a_ledger_that_has_its_head_is_refused(bare_ledger: BareLedger) -> None:
    await grown(bare_ledger, 1)
    with pytest.raises(EpochRefusedError, match="whole"):
        await epochs.begin(
            bare_ledger.database, bare_ledger.keys, bare_ledger.heads, bare_ledger.ledger.jit, REASON, head_lost=True
        )


class PowerCut(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("writes", range(3))
async def test_founding_cut_short_at_any_write_blocks_nobody_and_opens_nothing(
    bare_ledger: BareLedger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, writes: int
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
            bare_ledger.keys.found(origin)
    keys = LedgerKeys(tmp_path / "ledger")
    heads = Heads(tmp_path / "ledger", keys)
    assert not keys.holds(origin) or heads.read(origin) is not None, "a key without a head is never a new one"
    await demand_none_rolled_back(bare_ledger.database, heads)
    assert await epochs.losses(bare_ledger.database, heads) == []
    keys.founded(origin)
    kept = heads.read(origin)
    assert kept is not None
    assert kept.size == 0


async def test_ledger_whose_founding_committed_before_a_crash_gets_its_first_checkpoint(
    bare_ledger: BareLedger,
) -> None:
    ledger = await bare_ledger.second_ledger()
    await bare_ledger.append(2, ledger)
    await bare_ledger.sequence()
    keys = LedgerKeys(bare_ledger.heads.path("x").parent)
    again = BareLedger(
        bare_ledger.urls, bare_ledger.database, ledger, keys, Heads(bare_ledger.heads.path("x").parent, keys)
    )
    await demand_none_rolled_back(again.database, again.heads)
    async with as_superuser(
        bare_ledger.database
    ) as superuser:  # and cut off again, between the head and the checkpoint
        await superuser.execute("alter table checkpoints add constraint crash check (false) not valid")
        with pytest.raises(Exception, match="crash"):
            await again.publisher().publish(ledger, "export")
        await superuser.execute("alter table checkpoints drop constraint crash")
    await demand_none_rolled_back(again.database, again.heads)
    await again.publisher().publish(ledger, "export")
    assert await published(bare_ledger, ledger.jit) == 2


async def test_epoch_cut_short_after_its_key_is_begun_again_under_the_next_number_that_signed_nothing(
    bare_ledger: BareLedger,
) -> None:
    await grown(bare_ledger, 1)
    started = Ledger(bare_ledger.ledger.jit, bare_ledger.ledger.origin.removesuffix("/0") + "/1")
    bare_ledger.keys.found(started.origin)
    await demand_none_rolled_back(bare_ledger.database, bare_ledger.heads)
    assert (await grown(bare_ledger, 1)).origin == bare_ledger.ledger.origin, "the former epoch goes on"
    begun = await epochs.renew(
        bare_ledger.database, bare_ledger.publisher(), bare_ledger.heads, bare_ledger.ledger.jit, REASON
    )
    assert begun.ledger == started
