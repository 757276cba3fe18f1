"""Signed heads outside the database: a restored backup is refused, and a crash between disk and commit is not."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import DBAPIError

from app import clock, embedded
from app.database import Database
from app.ledger.heads import Heads, LedgerRolledBackError, demand_none_rolled_back
from app.ledger.signing import notes
from app.ledger.signing.notes import Checkpoint
from app.ledger.tree import merkle
from app.opening import open_context
from tests.support.databases.superuser import as_superuser, damage
from tests.support.ledgers.bare_ledger import BareLedger
from tests.support.program import settings_for


async def published(bare_ledger: BareLedger) -> Checkpoint:
    note = await bare_ledger.publisher().publish(bare_ledger.ledger, "export")
    return notes.open_checkpoint(note.encode(), [bare_ledger.keys.signer(bare_ledger.ledger.origin).verifier])


async def grow(bare_ledger: BareLedger, count: int) -> Checkpoint:
    await bare_ledger.append(count)
    await bare_ledger.sequence()
    return await published(bare_ledger)


@pytest.fixture
async def backup(bare_ledger: BareLedger, cluster: embedded.Cluster) -> AsyncIterator[Database]:
    """The database as it was before anything was signed by the test, restored beside the folder of heads."""
    name = f"backup_{clock.new_id().hex}"
    await bare_ledger.database.__aexit__()  # a template is copied while nobody is connected
    urls = cluster.create_database(name, template=str(make_url(bare_ledger.urls.app).database))
    async with Database(urls.app, urls.engine, pool=4) as restored:
        yield restored
    cluster.drop_database(name)


async def test_a_head_is_kept_before_it_is_published(bare_ledger: BareLedger) -> None:
    assert await grow(bare_ledger, 3) == bare_ledger.heads.read(bare_ledger.ledger.origin)
    assert bare_ledger.heads.path(bare_ledger.ledger.origin).stat().st_mode & 0o077 == 0
    await demand_none_rolled_back(bare_ledger.database, bare_ledger.heads)


async def test_a_restored_backup_is_refused_and_told_what_to_do(backup: Database, bare_ledger: BareLedger) -> None:
    head = await grow(bare_ledger, 3)
    await demand_none_rolled_back(bare_ledger.database, bare_ledger.heads)
    with pytest.raises(LedgerRolledBackError, match="What to do: restore a backup") as refused:
        await demand_none_rolled_back(backup, bare_ledger.heads)
    assert f"signed at size {head.size}" in str(refused.value)
    assert str(bare_ledger.heads.path(bare_ledger.ledger.origin)) in str(refused.value)


async def test_nothing_is_signed_over_a_restored_backup(backup: Database, bare_ledger: BareLedger) -> None:
    head = await grow(bare_ledger, 3)
    restored = BareLedger(bare_ledger.urls, backup, bare_ledger.ledger, bare_ledger.keys, bare_ledger.heads)
    with pytest.raises(LedgerRolledBackError, match="was signed at size"):
        await published(restored)
    for _ in range(3):  # and when it has grown to the same size by other entries, and beyond
        await restored.append(2)
        await restored.sequence()
        with pytest.raises(LedgerRolledBackError):
            await published(restored)
    with pytest.raises(LedgerRolledBackError, match="other entries up to that size"):
        await demand_none_rolled_back(backup, bare_ledger.heads)
    assert bare_ledger.heads.read(bare_ledger.ledger.origin) == head


async def test_an_equal_head_is_no_rollback(backup: Database, bare_ledger: BareLedger) -> None:
    restored = BareLedger(bare_ledger.urls, backup, bare_ledger.ledger, bare_ledger.keys, bare_ledger.heads)
    head = await published(restored)
    await demand_none_rolled_back(backup, bare_ledger.heads)
    assert await published(restored) == head


async def test_a_fork_of_the_same_size_is_refused(backup: Database, bare_ledger: BareLedger) -> None:
    head = await grow(bare_ledger, 2)
    restored = BareLedger(bare_ledger.urls, backup, bare_ledger.ledger, bare_ledger.keys, bare_ledger.heads)
    await restored.append(2)
    await restored.sequence()
    assert (await restored.tree()).size == head.size
    with pytest.raises(LedgerRolledBackError, match="other entries up to that size"):
        await demand_none_rolled_back(backup, bare_ledger.heads)


async def test_a_crash_between_disk_and_commit_bricks_nothing(bare_ledger: BareLedger) -> None:
    await grow(bare_ledger, 2)
    await bare_ledger.append(4)
    await bare_ledger.sequence()
    async with as_superuser(bare_ledger.database) as superuser:
        await superuser.execute("alter table checkpoints add constraint crash check (false) not valid")
        with pytest.raises(DBAPIError):
            await published(bare_ledger)  # the head is on the disk; the transaction is rolled back
        await superuser.execute("alter table checkpoints drop constraint crash")
    kept = bare_ledger.heads.read(bare_ledger.ledger.origin)
    assert kept is not None
    assert kept.size == (await bare_ledger.tree()).size
    again = Heads(bare_ledger.heads.path(bare_ledger.ledger.origin).parent, bare_ledger.keys)
    await demand_none_rolled_back(bare_ledger.database, again)
    assert await published(bare_ledger) == kept
    assert (await grow(bare_ledger, 1)).size == kept.size + 1


async def test_an_older_folder_of_heads_does_no_harm(bare_ledger: BareLedger) -> None:
    await grow(bare_ledger, 2)
    path = bare_ledger.heads.path(bare_ledger.ledger.origin)
    older = path.read_bytes()
    await grow(bare_ledger, 2)
    path.write_bytes(older)
    await demand_none_rolled_back(bare_ledger.database, bare_ledger.heads)
    assert (await grow(bare_ledger, 1)).size == (await bare_ledger.tree()).size


async def test_a_head_that_the_key_did_not_sign_is_refused(bare_ledger: BareLedger) -> None:
    head = await grow(bare_ledger, 2)
    stranger = notes.Signer.generate(bare_ledger.ledger.origin)
    bare_ledger.heads.path(bare_ledger.ledger.origin).write_bytes(notes.sign_checkpoint(head, stranger))
    with pytest.raises(LedgerRolledBackError, match="not a head of"):
        await demand_none_rolled_back(bare_ledger.database, bare_ledger.heads)
    with pytest.raises(LedgerRolledBackError, match="not a head of"):
        await published(bare_ledger)


@pytest.mark.parametrize("instead", [b"", b"\xff\xfe", b"another.example/jits/0\n1\n", None])
async def test_a_damaged_file_of_a_head_is_not_passed_over_at_the_start(
    bare_ledger: BareLedger, instead: bytes | None
) -> None:
    await grow(bare_ledger, 2)
    path = bare_ledger.heads.path(bare_ledger.ledger.origin)
    if instead is None:  # a whole head, under the name of another ledger's
        path.rename(path.with_name(f"other{path.suffix}"))
    else:
        path.write_bytes(instead)
    with pytest.raises(LedgerRolledBackError, match="is not a head of"):
        await demand_none_rolled_back(bare_ledger.database, bare_ledger.heads)


async def test_a_vanished_ledger_is_refused(bare_ledger: BareLedger) -> None:
    gone = await bare_ledger.second_ledger()
    head = Checkpoint(gone.origin, 1, merkle.leaf_hash(b"entry"))
    bare_ledger.heads.keep(gone.origin, notes.sign_checkpoint(head, bare_ledger.keys.signer(gone.origin)))
    async with as_superuser(bare_ledger.database) as superuser:
        await superuser.execute("delete from trees where jit = $1", gone.jit)
    with pytest.raises(LedgerRolledBackError, match="no such ledger"):
        await demand_none_rolled_back(bare_ledger.database, bare_ledger.heads)


async def test_removed_tiles_and_rows_are_noticed(bare_ledger: BareLedger) -> None:
    await grow(bare_ledger, 300)
    async with as_superuser(bare_ledger.database) as superuser:
        await damage(superuser, "tiles", "delete from tiles where jit = $1 and level = 0", bare_ledger.ledger.jit)
    with pytest.raises(LedgerRolledBackError, match="a damaged tree"):
        await demand_none_rolled_back(bare_ledger.database, bare_ledger.heads)


async def test_two_publishers_publish_a_due_head_once(bare_ledger: BareLedger) -> None:
    await published(bare_ledger)
    await bare_ledger.append(3)
    await bare_ledger.sequence()
    publishers = [bare_ledger.publisher(every=0.001), bare_ledger.publisher(every=0.001)]
    due = [await one._due() for one in publishers]  # both find it due before either has published it
    assert [[ledger.jit for ledger in each] for each in due] == [[bare_ledger.ledger.jit]] * 2
    await asyncio.gather(*(one._try_to_publish(bare_ledger.ledger) for one in publishers * 3))
    async with bare_ledger.database.engine() as session:
        rows = await session.execute(
            text("select size from checkpoints where jit = :jit order by id desc limit 2"),
            {"jit": bare_ledger.ledger.jit},
        )
        newest, earlier = rows.scalars()
    assert newest == earlier + 3


async def test_a_start_while_another_process_publishes_is_no_rollback(bare_ledger: BareLedger) -> None:
    await grow(bare_ledger, 2)
    growing = asyncio.gather(*(grow(bare_ledger, 1) for _ in range(6)))
    while not growing.done():
        await demand_none_rolled_back(bare_ledger.database, bare_ledger.heads)
    await growing


async def test_the_program_does_not_start_over_a_rolled_back_ledger(
    bare_ledger: BareLedger, database_urls: embedded.Urls
) -> None:
    head = await grow(bare_ledger, 1)
    settings = settings_for(database_urls, bare_ledger.heads.path("x").parent.parent)
    with pytest.raises(
        LedgerRolledBackError, match=rf"signed at size {head.size}, and the database holds no such ledger"
    ):
        async with open_context(settings):
            pass
