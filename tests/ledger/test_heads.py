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
from app.main import open_house
from tests.support.databases.superuser import as_superuser, damage
from tests.support.ledgers.bare_ledger import Desk
from tests.support.program import settings_for


async def published(desk: Desk) -> Checkpoint:
    note = await desk.publisher().publish(desk.ledger, "export")
    return notes.open_checkpoint(note.encode(), [desk.keys.signer(desk.ledger.origin).verifier])


async def grow(desk: Desk, count: int) -> Checkpoint:
    await desk.append(count)
    await desk.sequence()
    return await published(desk)


@pytest.fixture
async def backup(desk: Desk, cluster: embedded.Cluster) -> AsyncIterator[Database]:
    """The database as it was before anything was signed by the test, restored beside the folder of heads."""
    name = f"backup_{clock.new_id().hex}"
    await desk.database.__aexit__()  # a template is copied while nobody is connected
    urls = cluster.create_database(name, template=str(make_url(desk.urls.app).database))
    async with Database(urls.app, urls.engine, pool=4) as restored:
        yield restored
    cluster.drop_database(name)


async def test_a_head_is_kept_before_it_is_published(desk: Desk) -> None:
    assert await grow(desk, 3) == desk.heads.read(desk.ledger.origin)
    assert desk.heads.path(desk.ledger.origin).stat().st_mode & 0o077 == 0
    await demand_none_rolled_back(desk.database, desk.heads)


async def test_a_restored_backup_is_refused_and_told_what_to_do(backup: Database, desk: Desk) -> None:
    head = await grow(desk, 3)
    await demand_none_rolled_back(desk.database, desk.heads)
    with pytest.raises(LedgerRolledBackError, match="What to do: restore a backup") as refused:
        await demand_none_rolled_back(backup, desk.heads)
    assert f"signed at size {head.size}" in str(refused.value)
    assert str(desk.heads.path(desk.ledger.origin)) in str(refused.value)


async def test_nothing_is_signed_over_a_restored_backup(backup: Database, desk: Desk) -> None:
    head = await grow(desk, 3)
    restored = Desk(desk.urls, backup, desk.ledger, desk.keys, desk.heads)
    with pytest.raises(LedgerRolledBackError, match="was signed at size"):
        await published(restored)
    for _ in range(3):  # and when it has grown to the same size by other entries, and beyond
        await restored.append(2)
        await restored.sequence()
        with pytest.raises(LedgerRolledBackError):
            await published(restored)
    with pytest.raises(LedgerRolledBackError, match="other entries up to that size"):
        await demand_none_rolled_back(backup, desk.heads)
    assert desk.heads.read(desk.ledger.origin) == head


async def test_an_equal_head_is_no_rollback(backup: Database, desk: Desk) -> None:
    restored = Desk(desk.urls, backup, desk.ledger, desk.keys, desk.heads)
    head = await published(restored)
    await demand_none_rolled_back(backup, desk.heads)
    assert await published(restored) == head


async def test_a_fork_of_the_same_size_is_refused(backup: Database, desk: Desk) -> None:
    head = await grow(desk, 2)
    restored = Desk(desk.urls, backup, desk.ledger, desk.keys, desk.heads)
    await restored.append(2)
    await restored.sequence()
    assert (await restored.tree()).size == head.size
    with pytest.raises(LedgerRolledBackError, match="other entries up to that size"):
        await demand_none_rolled_back(backup, desk.heads)


async def test_a_crash_between_disk_and_commit_bricks_nothing(desk: Desk) -> None:
    await grow(desk, 2)
    await desk.append(4)
    await desk.sequence()
    async with as_superuser(desk.database) as superuser:
        await superuser.execute("alter table checkpoints add constraint crash check (false) not valid")
        with pytest.raises(DBAPIError):
            await published(desk)  # the head is on the disk; the transaction is rolled back
        await superuser.execute("alter table checkpoints drop constraint crash")
    kept = desk.heads.read(desk.ledger.origin)
    assert kept is not None
    assert kept.size == (await desk.tree()).size
    again = Heads(desk.heads.path(desk.ledger.origin).parent, desk.keys)
    await demand_none_rolled_back(desk.database, again)
    assert await published(desk) == kept
    assert (await grow(desk, 1)).size == kept.size + 1


async def test_an_older_folder_of_heads_does_no_harm(desk: Desk) -> None:
    await grow(desk, 2)
    path = desk.heads.path(desk.ledger.origin)
    older = path.read_bytes()
    await grow(desk, 2)
    path.write_bytes(older)
    await demand_none_rolled_back(desk.database, desk.heads)
    assert (await grow(desk, 1)).size == (await desk.tree()).size


async def test_a_head_that_the_key_did_not_sign_is_refused(desk: Desk) -> None:
    head = await grow(desk, 2)
    stranger = notes.Signer.generate(desk.ledger.origin)
    desk.heads.path(desk.ledger.origin).write_bytes(notes.sign_checkpoint(head, stranger))
    with pytest.raises(LedgerRolledBackError, match="not a head of"):
        await demand_none_rolled_back(desk.database, desk.heads)
    with pytest.raises(LedgerRolledBackError, match="not a head of"):
        await published(desk)


@pytest.mark.parametrize("instead", [b"", b"\xff\xfe", b"another.example/jits/0\n1\n", None])
async def test_a_damaged_file_of_a_head_is_not_passed_over_at_the_start(desk: Desk, instead: bytes | None) -> None:
    await grow(desk, 2)
    path = desk.heads.path(desk.ledger.origin)
    if instead is None:  # a whole head, under the name of another ledger's
        path.rename(path.with_name(f"other{path.suffix}"))
    else:
        path.write_bytes(instead)
    with pytest.raises(LedgerRolledBackError, match="is not a head of"):
        await demand_none_rolled_back(desk.database, desk.heads)


async def test_a_vanished_ledger_is_refused(desk: Desk) -> None:
    gone = await desk.second_ledger()
    head = Checkpoint(gone.origin, 1, merkle.leaf_hash(b"entry"))
    desk.heads.keep(gone.origin, notes.sign_checkpoint(head, desk.keys.signer(gone.origin)))
    async with as_superuser(desk.database) as superuser:
        await superuser.execute("delete from trees where jit = $1", gone.jit)
    with pytest.raises(LedgerRolledBackError, match="no such ledger"):
        await demand_none_rolled_back(desk.database, desk.heads)


async def test_removed_tiles_and_rows_are_noticed(desk: Desk) -> None:
    await grow(desk, 300)
    async with as_superuser(desk.database) as superuser:
        await damage(superuser, "tiles", "delete from tiles where jit = $1 and level = 0", desk.ledger.jit)
    with pytest.raises(LedgerRolledBackError, match="a damaged tree"):
        await demand_none_rolled_back(desk.database, desk.heads)


async def test_two_publishers_publish_a_due_head_once(desk: Desk) -> None:
    await published(desk)
    await desk.append(3)
    await desk.sequence()
    publishers = [desk.publisher(every=0.001), desk.publisher(every=0.001)]
    due = [await one._due() for one in publishers]  # both find it due before either has published it
    assert [[ledger.jit for ledger in each] for each in due] == [[desk.ledger.jit]] * 2
    await asyncio.gather(*(one._try_to_publish(desk.ledger) for one in publishers * 3))
    async with desk.database.engine() as session:
        rows = await session.execute(
            text("select size from checkpoints where jit = :jit order by id desc limit 2"), {"jit": desk.ledger.jit}
        )
        newest, earlier = rows.scalars()
    assert newest == earlier + 3


async def test_a_start_while_another_process_publishes_is_no_rollback(desk: Desk) -> None:
    await grow(desk, 2)
    growing = asyncio.gather(*(grow(desk, 1) for _ in range(6)))
    while not growing.done():
        await demand_none_rolled_back(desk.database, desk.heads)
    await growing


async def test_the_program_does_not_start_over_a_rolled_back_ledger(desk: Desk, database_urls: embedded.Urls) -> None:
    head = await grow(desk, 1)
    settings = settings_for(database_urls, desk.heads.path("x").parent.parent)
    with pytest.raises(
        LedgerRolledBackError, match=rf"signed at size {head.size}, and the database holds no such ledger"
    ):
        async with open_house(settings):
            pass
