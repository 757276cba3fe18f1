"""After a loss that no backup mends: a new epoch, whose first entry says why. What was restored stays provable."""

import base64
import json
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app import clock, embedded
from app.ledger import epochs
from app.ledger.alarms import LedgerDamagedError
from app.ledger.epochs import EpochRefusedError
from app.ledger.heads import LedgerRolledBackError, demand_none_rolled_back
from app.ledger.signing import notes
from app.ledger.tree import merkle, nodes
from tests.support.databases.database import Copies
from tests.support.databases.superuser import as_superuser, damage
from tests.support.ledgers.bare_ledger import BareLedger

REASON = "The disk of the host failed; the last night's entries are lost. Decided by the host's registrar."

RENEWED = "The key is three years old. Decided by the parties on 24 November."


async def published(bare_ledger: BareLedger, count: int) -> notes.Checkpoint:
    """The ledger grown by so many entries, and signed."""
    await bare_ledger.append(count)
    await bare_ledger.sequence()
    note = await bare_ledger.publisher().publish(bare_ledger.ledger, "export")
    return notes.open_checkpoint(note.encode(), [bare_ledger.keys.signer(bare_ledger.ledger.origin).verifier])


async def restored(bare_ledger: BareLedger, backup: embedded.Urls) -> BareLedger:
    """The same ledger, in a backup of its database, beside the same keys and heads."""
    there = BareLedger(
        backup, bare_ledger.database, bare_ledger.ledger, bare_ledger.keys, bare_ledger.heads, bare_ledger.others
    )
    there.database = await there.another()
    return there


@pytest.fixture
async def rolled_back(bare_ledger: BareLedger, copies: Copies) -> tuple[BareLedger, notes.Checkpoint, notes.Checkpoint]:
    """A ledger of which entries are lost; its last signed head, and the last that was restored."""
    before = await published(bare_ledger, 3)
    await bare_ledger.append(1)  # restored without a position, as a crash would leave it
    await bare_ledger.database.__aexit__()
    there = await restored(bare_ledger, copies.of(bare_ledger.urls))
    return there, await published(bare_ledger, 5), before


async def test_a_whole_ledger_has_no_new_epoch(bare_ledger: BareLedger) -> None:
    await published(bare_ledger, 2)
    assert await epochs.losses(bare_ledger.database, bare_ledger.heads) == []
    with pytest.raises(EpochRefusedError, match="This ledger is whole"):
        await epochs.begin(bare_ledger.database, bare_ledger.keys, bare_ledger.heads, bare_ledger.ledger.jit, REASON)
    with pytest.raises(EpochRefusedError, match="no team"):
        await epochs.begin(bare_ledger.database, bare_ledger.keys, bare_ledger.heads, clock.new_id(), REASON)


async def test_the_ledger_goes_on_under_another_origin_and_key_and_says_why(
    rolled_back: tuple[BareLedger, notes.Checkpoint, notes.Checkpoint],
) -> None:
    bare_ledger, head, before = rolled_back
    with pytest.raises(LedgerRolledBackError, match="liaison epoch tells how"):
        await demand_none_rolled_back(bare_ledger.database, bare_ledger.heads)
    (loss,) = await epochs.losses(bare_ledger.database, bare_ledger.heads)
    assert f"signed were {head.size} entries" in str(loss)
    with pytest.raises(EpochRefusedError, match="The reason is read"):
        await epochs.begin(
            bare_ledger.database, bare_ledger.keys, bare_ledger.heads, bare_ledger.ledger.jit, "  lost  "
        )

    begun = await epochs.begin(
        bare_ledger.database, bare_ledger.keys, bare_ledger.heads, bare_ledger.ledger.jit, REASON
    )
    former = bare_ledger.keys.signer(bare_ledger.ledger.origin).verifier
    assert begun.ledger.origin == bare_ledger.ledger.origin.removesuffix("/0") + "/1"
    assert begun.position == before.size + 1
    await demand_none_rolled_back(bare_ledger.database, bare_ledger.heads)
    bare_ledger.ledger = begun.ledger
    now = await published(bare_ledger, 2)
    assert (now.origin, now.size) == (begun.ledger.origin, begun.position + 3)
    assert await bare_ledger.demand_sound() == now.size
    await demand_none_rolled_back(bare_ledger.database, bare_ledger.heads)
    assert bare_ledger.keys.signer(begun.ledger.origin).verifier.public != former.public
    async with bare_ledger.database.engine() as session:
        proof = await nodes.consistency(session, begun.ledger.jit, before.size, now.size)
        merkle.verify_consistency(before.size, now.size, proof, before.root, now.root)
    said = await first_entry(bare_ledger, begun.position)
    leaves = [merkle.leaf_hash(commitment) for _, _, commitment in await bare_ledger.placed()][: begun.position]
    assert said["former"] == {
        "origin": before.origin,
        "key": str(former),
        "size": begun.position,
        "root": base64.b64encode(merkle.root(leaves)).decode(),
    }
    assert (said["epoch"], said["reason"], said["quorum"]) == (1, REASON, 0)
    assert [notes.open_checkpoint(note.encode(), [former]) for note in said["known"]] == [head]
    assert said["parties"] == ["CH", "DE", "EUROJUST", "FR", "NL"]
    with pytest.raises(EpochRefusedError, match="This ledger is whole"):
        await epochs.begin(bare_ledger.database, bare_ledger.keys, bare_ledger.heads, bare_ledger.ledger.jit, REASON)


async def test_a_whole_ledger_gets_a_new_key(bare_ledger: BareLedger) -> None:
    before = await published(bare_ledger, 3)
    await bare_ledger.append(2)
    former = bare_ledger.keys.signer(bare_ledger.ledger.origin).verifier
    with pytest.raises(EpochRefusedError, match="The reason is read"):
        await epochs.renew(bare_ledger.database, bare_ledger.publisher(), bare_ledger.heads, bare_ledger.ledger.jit, "")
    begun = await epochs.renew(
        bare_ledger.database, bare_ledger.publisher(), bare_ledger.heads, bare_ledger.ledger.jit, RENEWED
    )

    assert (begun.ledger.origin, begun.position) == (
        bare_ledger.ledger.origin.removesuffix("/0") + "/1",
        before.size + 2,
    )
    last = bare_ledger.heads.read(bare_ledger.ledger.origin)
    assert last is not None
    assert last.size == begun.position, "the former key signed everything that there is"
    said = await first_entry(bare_ledger, begun.position)
    assert (said["known"], said["reason"], said["former"]["key"]) == ([], RENEWED, str(former))
    assert said["former"]["root"] == base64.b64encode(last.root).decode()
    bare_ledger.ledger = begun.ledger
    now = await published(bare_ledger, 1)
    await demand_none_rolled_back(bare_ledger.database, bare_ledger.heads)
    async with bare_ledger.database.engine() as session:
        proof = await nodes.consistency(session, begun.ledger.jit, last.size, now.size)
        merkle.verify_consistency(last.size, now.size, proof, last.root, now.root)
        keys = await epochs.log_keys(session, begun.ledger, bare_ledger.keys)
    assert [(key.key.name[-1], key.first, key.last) for key in keys] == [
        ("0", 0, last.size),
        ("1", last.size + 1, None),
    ]


async def test_a_ledger_that_is_not_whole_gets_no_new_key(
    rolled_back: tuple[BareLedger, notes.Checkpoint, notes.Checkpoint],
) -> None:
    bare_ledger, _, _ = rolled_back
    with pytest.raises(EpochRefusedError, match="without --new-key"):
        await epochs.renew(
            bare_ledger.database, bare_ledger.publisher(), bare_ledger.heads, bare_ledger.ledger.jit, RENEWED
        )


async def first_entry(bare_ledger: BareLedger, position: int) -> dict[str, Any]:
    """What the entry says, and that its kind is the one."""
    async with as_superuser(bare_ledger.database) as superuser:
        entry = await superuser.fetchval("select entry from positions where position = $1", position)
        assert await superuser.fetchval("select kind from headers where entry = $1", entry) == "epoch.begun"
        rows = await superuser.fetch("select name, value from fields where entry = $1", entry)
    return {row["name"]: json.loads(row["value"]) for row in rows}


async def test_a_backup_from_before_the_epoch_is_refused_and_then_answered_for(
    bare_ledger: BareLedger, copies: Copies, rolled_back: tuple[BareLedger, notes.Checkpoint, notes.Checkpoint]
) -> None:
    there, head, _ = rolled_back
    await there.database.__aexit__()
    older = copies.of(there.urls)
    there.database = await there.another()
    begun = await epochs.begin(there.database, bare_ledger.keys, bare_ledger.heads, bare_ledger.ledger.jit, REASON)
    there.ledger = begun.ledger
    lost = await published(there, 1)

    again = await restored(bare_ledger, older)
    with pytest.raises(LedgerRolledBackError, match="no such ledger"):
        await demand_none_rolled_back(again.database, bare_ledger.heads)
    third = await epochs.begin(again.database, bare_ledger.keys, bare_ledger.heads, bare_ledger.ledger.jit, REASON)
    assert third.ledger.origin.endswith("/2")
    said = await first_entry(again, third.position)
    assert [notes.Checkpoint.parse(notes.parse(note.encode()).text) for note in said["known"]] == [head, lost]
    await demand_none_rolled_back(again.database, bare_ledger.heads)
    async with again.database.engine() as session:
        keys = await epochs.log_keys(session, third.ledger, bare_ledger.keys)
    assert [(key.key.name[-1], key.first, key.last) for key in keys] == [
        ("0", 0, third.position),
        ("2", third.position + 1, None),
    ]


async def test_nothing_is_built_on_what_does_not_hold_together(
    rolled_back: tuple[BareLedger, notes.Checkpoint, notes.Checkpoint],
) -> None:
    bare_ledger, _, _ = rolled_back
    async with as_superuser(bare_ledger.database) as superuser:
        changed = "update entries set commitment = sha256(commitment) where id = (select entry from positions where position = 2)"
        await damage(superuser, "entries", changed)
    with pytest.raises(LedgerDamagedError, match="does not hold together"):
        await epochs.begin(bare_ledger.database, bare_ledger.keys, bare_ledger.heads, bare_ledger.ledger.jit, REASON)
    async with bare_ledger.database.engine() as session:
        assert await epochs.ended(session, bare_ledger.ledger.jit) == []


async def test_an_attempt_that_broke_off_is_made_again(
    rolled_back: tuple[BareLedger, notes.Checkpoint, notes.Checkpoint],
) -> None:
    bare_ledger, _, _ = rolled_back
    async with as_superuser(bare_ledger.database) as superuser:
        await superuser.execute("alter table epochs add constraint crash check (false) not valid")
        with pytest.raises(DBAPIError):
            await epochs.begin(
                bare_ledger.database, bare_ledger.keys, bare_ledger.heads, bare_ledger.ledger.jit, REASON
            )
        await superuser.execute("alter table epochs drop constraint crash")
    with pytest.raises(LedgerRolledBackError):
        await demand_none_rolled_back(bare_ledger.database, bare_ledger.heads)
    begun = await epochs.begin(
        bare_ledger.database, bare_ledger.keys, bare_ledger.heads, bare_ledger.ledger.jit, REASON
    )
    assert begun.ledger.origin.endswith("/1")


async def test_no_role_gives_a_ledger_another_origin(
    bare_ledger: BareLedger, rolled_back: tuple[BareLedger, notes.Checkpoint, notes.Checkpoint]
) -> None:
    there, _, _ = rolled_back
    move = text("update jits set ledger_origin = :origin where id = :jit")
    for origin in ("x/jits/y/1", bare_ledger.ledger.origin + "0"):
        with pytest.raises(DBAPIError, match="changes with its epoch alone"):
            async with there.database.engine() as session:
                await session.execute(move, {"origin": origin, "jit": bare_ledger.ledger.jit})
    begun = await epochs.begin(there.database, bare_ledger.keys, bare_ledger.heads, bare_ledger.ledger.jit, REASON)
    for origin in (bare_ledger.ledger.origin, begun.ledger.origin[:-1] + "7"):
        with pytest.raises(DBAPIError, match="changes with its epoch alone"):
            async with there.database.engine() as session:
                await session.execute(move, {"origin": origin, "jit": bare_ledger.ledger.jit})
    with pytest.raises(DBAPIError, match="permission denied"):
        async with there.database.writing() as application:
            await application.execute(move, {"origin": "x", "jit": bare_ledger.ledger.jit})
    with pytest.raises(DBAPIError, match=r"insert-only|permission denied"):
        async with there.database.engine() as session:
            await session.execute(text("update epochs set size = 1"))
