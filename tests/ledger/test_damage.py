"""One damaged ledger stops no other, and somebody is told: by the alarm, the metrics, and the nightly recomputation."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from app.ledger import alarms, promises
from app.ledger.sequencer import sequence
from app.ledger.tree import recomputing
from app.ledger.tree.recomputing import turn
from tests.support.databases.superuser import as_superuser, damage
from tests.support.ledgers.bare_ledger import Desk

AT_ONCE = timedelta(0)


class TestSequencing:
    @pytest.mark.parametrize(
        "how",
        [
            "update trees set edge = edge || '\\x00' where jit = $1",
            "update trees set size = 5, edge = substr(edge, 1, 64) where jit = $1",
            "delete from trees where jit = $1",
        ],
        ids=["edge", "size", "none"],
    )
    async def test_a_damaged_edge_stops_one_ledger_only(self, desk: Desk, how: str) -> None:
        sound, broken = await desk.second_ledger(), await desk.second_ledger()
        await desk.append(6, broken)
        await desk.sequence()
        async with as_superuser(desk.database) as superuser:
            kept = await superuser.fetchrow("select * from trees where jit = $1", broken.jit)
            await superuser.execute(how, broken.jit)
        before = (await desk.tree()).size
        await desk.append(3, broken)
        await desk.append(2)
        await desk.append(4, sound)
        assert await desk.sequence() == 6
        assert (await desk.tree()).size == before + 2
        assert await desk.demand_sound(sound) == 4
        assert set(await alarms.of(desk.database, broken.jit)) == {"sequencing"}
        assert await alarms.of(desk.database, sound.jit) == {}
        assert (await alarms.counts(desk.database))["sequencing"] == 1
        assert await sequence(desk.database) == 0, "set aside until somebody mends it"
        assert await sequence(desk.database, set_aside=True) == 0
        async with as_superuser(desk.database) as superuser:
            await superuser.execute("delete from trees where jit = $1", broken.jit)
            await superuser.execute("insert into trees values ($1, $2, $3)", kept["jit"], kept["size"], kept["edge"])
        assert await sequence(desk.database, set_aside=True) == 3
        assert await desk.demand_sound(broken) == 9
        assert await alarms.of(desk.database, broken.jit) == {}

    async def test_more_waiting_entries_than_a_batch_holds_hold_up_nobody(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("app.ledger.sequencer.BATCH", 3)
        broken = await desk.second_ledger()
        async with as_superuser(desk.database) as superuser:
            await superuser.execute("update trees set edge = '\\x00' where jit = $1", broken.jit)
        await desk.append(8, broken)
        await desk.append(2)
        assert [await sequence(desk.database) for _ in range(3)] == [0, 2, 0]


class TestSigning:
    async def test_is_reported_and_ends_when_it_is_mended(self, desk: Desk) -> None:
        publisher = desk.publisher(every=0.001)
        other = await desk.second_ledger()
        await desk.append(2)
        await desk.append(2, other)
        await desk.sequence()
        async with as_superuser(desk.database) as superuser:
            edge = await superuser.fetchval("select edge from trees where jit = $1", desk.ledger.jit)
            await superuser.execute("update trees set edge = sha256(edge) where jit = $1", desk.ledger.jit)
            for ledger in (desk.ledger, other):
                await publisher._try_to_publish(ledger)
            assert set(await alarms.of(desk.database, desk.ledger.jit)) == {"signing"}
            assert await alarms.of(desk.database, other.jit) == {}
            await superuser.execute("update trees set edge = $2 where jit = $1", desk.ledger.jit, edge)
        await publisher._try_to_publish(desk.ledger)
        assert await alarms.of(desk.database, desk.ledger.jit) == {}


class TestPromises:
    @pytest.fixture(autouse=True)
    def _no_patience(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(promises, "KEPT_WITHIN", AT_ONCE)

    async def alarmed(self, desk: Desk) -> bool:
        await promises.look(desk.database)
        return "promise" in await alarms.of(desk.database, desk.ledger.jit)

    async def test_that_are_not_kept_are_reported(self, desk: Desk) -> None:
        await desk.sequence()
        await desk.publisher().publish(desk.ledger, "export")
        assert not await self.alarmed(desk)
        (entry,) = await desk.append()
        assert await self.alarmed(desk), "without a position"
        detail, since = (await alarms.of(desk.database, desk.ledger.jit))["promise"]
        assert str(entry.id) in detail
        await desk.sequence()
        assert await self.alarmed(desk), "with a position, in no checkpoint"
        detail, still = (await alarms.of(desk.database, desk.ledger.jit))["promise"]
        assert "at position" in detail
        assert still == since
        await desk.publisher().publish(desk.ledger, "export")
        assert not await self.alarmed(desk)

    async def test_have_their_time(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(promises, "KEPT_WITHIN", timedelta(seconds=60))
        await desk.sequence()
        await desk.publisher().publish(desk.ledger, "export")  # what the team's founding left, however long ago
        await desk.append()
        assert not await self.alarmed(desk)


#: What a superuser, or a disk, may do to the entry at position 3, which is `THIS`.
DAMAGES = {
    "commitment": ("bodies", "update bodies set canonical = canonical || ' ' where entry = THIS"),
    "salt": ("bodies", "update bodies set salt = sha256(salt) where entry = THIS"),
    "no body": ("bodies", "delete from bodies where entry = THIS"),
    "field changed": ("fields", """update fields set value = '"other"' where name = 'name' and entry = THIS"""),
    "field salted": ("fields", "update fields set salt = sha256(salt) where name = 'name' and entry = THIS"),
    "field removed": ("fields", "delete from fields where name = 'name' and entry = THIS"),
    "field added": (
        "fields",
        """insert into fields (entry, jit, name, salt, value, readers)
           values (THIS, $1, 'more', sha256(''), '1', 'audience')""",
    ),
    "field renamed": ("fields", "update fields set name = 'other' where name = 'name' and entry = THIS"),
    "no entry": ("positions", "delete from positions where jit = $1 and position = 3"),
    "body no text": ("bodies", "update bodies set canonical = '\\xff00'::bytea where entry = THIS"),
}


class TestRecomputation:
    async def round(self, desk: Desk) -> str | None:
        """A whole round; what it found of the team's ledger."""
        while await turn(desk.database, AT_ONCE):
            async with desk.database.engine() as session:
                at = await recomputing.finished_at(session, desk.ledger.jit)
            if at is not None:
                break
        found = (await alarms.of(desk.database, desk.ledger.jit)).get("recomputation")
        return found and found[0]

    async def damage(self, desk: Desk, table: str, statement: str) -> None:
        this = "(select entry from positions where jit = $1 and position = 3)"
        async with as_superuser(desk.database) as superuser:
            await damage(superuser, table, statement.replace("THIS", this), desk.ledger.jit)

    async def published(self, desk: Desk, count: int = 9) -> None:
        await desk.append(count)
        await desk.sequence()
        await desk.publisher().publish(desk.ledger, "export")

    @pytest.mark.parametrize("page", [1, 4, 2000])
    async def test_finds_nothing_in_a_sound_ledger(
        self, desk: Desk, page: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(recomputing, "PAGE", page)
        await self.published(desk)
        assert await self.round(desk) is None
        async with desk.database.engine() as session:
            row = (await session.execute(text("select * from recomputations"))).one()
        assert row.position == row.target == (await desk.tree()).size

    @pytest.mark.parametrize("what", DAMAGES)
    async def test_finds_what_differs_and_where(self, desk: Desk, what: str) -> None:
        await self.published(desk)
        await self.damage(desk, *DAMAGES[what])
        found = await self.round(desk)
        assert found is not None
        assert found.startswith("position 3: ")
        assert ("field" in found) == ("field" in what)
        assert (await alarms.counts(desk.database))["recomputation"] == 1

    async def test_finds_entries_made_anew_with_all_their_hashes(self, desk: Desk) -> None:
        """Body and commitment agree; the root that was signed knows better."""
        await self.published(desk)
        await self.damage(
            desk,
            "entries",
            """update entries set commitment = (select sha256(convert_to('liaison-entry/v1' || chr(10), 'UTF8')
               || b.salt || b.canonical || ' ') from bodies b where b.entry = entries.id) where id = THIS""",
        )
        await self.damage(desk, *DAMAGES["commitment"])
        found = await self.round(desk)
        assert found is not None
        assert "is not the one that was signed" in found

    async def test_a_round_is_due_once_a_day(self, desk: Desk) -> None:
        await self.published(desk)
        assert await turn(desk.database) > 0
        assert await turn(desk.database) == 0
        async with desk.database.engine() as session:
            await session.execute(
                text("update recomputations set started_at = started_at - interval '25 hours'"),
            )
        assert await turn(desk.database) > 0
