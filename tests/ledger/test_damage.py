"""One damaged ledger stops no other, and somebody is told: by the alarm, the metrics, and the nightly recomputation."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from app.ledger import alarms, promises
from app.ledger.sequencer import sequence
from app.ledger.tree import recomputing
from app.ledger.tree.recomputing import turn
from tests.support.databases.superuser import as_superuser, damage
from tests.support.ledgers.bare_ledger import BareLedger

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
    async def test_a_damaged_edge_stops_one_ledger_only(self, bare_ledger: BareLedger, how: str) -> None:
        sound, broken = await bare_ledger.second_ledger(), await bare_ledger.second_ledger()
        await bare_ledger.append(6, broken)
        await bare_ledger.sequence()
        async with as_superuser(bare_ledger.database) as superuser:
            kept = await superuser.fetchrow("select * from trees where jit = $1", broken.jit)
            await superuser.execute(how, broken.jit)
        before = (await bare_ledger.tree()).size
        await bare_ledger.append(3, broken)
        await bare_ledger.append(2)
        await bare_ledger.append(4, sound)
        assert await bare_ledger.sequence() == 6
        assert (await bare_ledger.tree()).size == before + 2
        assert await bare_ledger.demand_sound(sound) == 4
        assert set(await alarms.of(bare_ledger.database, broken.jit)) == {"sequencing"}
        assert await alarms.of(bare_ledger.database, sound.jit) == {}
        assert (await alarms.counts(bare_ledger.database))["sequencing"] == 1
        assert await sequence(bare_ledger.database) == 0, "set aside until somebody mends it"
        assert await sequence(bare_ledger.database, set_aside=True) == 0
        async with as_superuser(bare_ledger.database) as superuser:
            await superuser.execute("delete from trees where jit = $1", broken.jit)
            await superuser.execute("insert into trees values ($1, $2, $3)", kept["jit"], kept["size"], kept["edge"])
        assert await sequence(bare_ledger.database, set_aside=True) == 3
        assert await bare_ledger.demand_sound(broken) == 9
        assert await alarms.of(bare_ledger.database, broken.jit) == {}

    async def test_more_waiting_entries_than_a_batch_holds_hold_up_nobody(
        self, bare_ledger: BareLedger, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("app.ledger.sequencer.BATCH", 3)
        broken = await bare_ledger.second_ledger()
        async with as_superuser(bare_ledger.database) as superuser:
            await superuser.execute("update trees set edge = '\\x00' where jit = $1", broken.jit)
        await bare_ledger.append(8, broken)
        await bare_ledger.append(2)
        assert [await sequence(bare_ledger.database) for _ in range(3)] == [0, 2, 0]


class TestSigning:
    async def test_is_reported_and_ends_when_it_is_mended(self, bare_ledger: BareLedger) -> None:
        publisher = bare_ledger.publisher(every=0.001)
        other = await bare_ledger.second_ledger()
        await bare_ledger.append(2)
        await bare_ledger.append(2, other)
        await bare_ledger.sequence()
        async with as_superuser(bare_ledger.database) as superuser:
            edge = await superuser.fetchval("select edge from trees where jit = $1", bare_ledger.ledger.jit)
            await superuser.execute("update trees set edge = sha256(edge) where jit = $1", bare_ledger.ledger.jit)
            for ledger in (bare_ledger.ledger, other):
                await publisher._try_to_publish(ledger)
            assert set(await alarms.of(bare_ledger.database, bare_ledger.ledger.jit)) == {"signing"}
            assert await alarms.of(bare_ledger.database, other.jit) == {}
            await superuser.execute("update trees set edge = $2 where jit = $1", bare_ledger.ledger.jit, edge)
        await publisher._try_to_publish(bare_ledger.ledger)
        assert await alarms.of(bare_ledger.database, bare_ledger.ledger.jit) == {}


class TestPromises:
    @pytest.fixture(autouse=True)
    def _no_patience(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(promises, "KEPT_WITHIN", AT_ONCE)

    async def alarmed(self, bare_ledger: BareLedger) -> bool:
        await promises.look(bare_ledger.database)
        return "promise" in await alarms.of(bare_ledger.database, bare_ledger.ledger.jit)

    async def test_that_are_not_kept_are_reported(self, bare_ledger: BareLedger) -> None:
        await bare_ledger.sequence()
        await bare_ledger.publisher().publish(bare_ledger.ledger, "export")
        assert not await self.alarmed(bare_ledger)
        (entry,) = await bare_ledger.append()
        assert await self.alarmed(bare_ledger), "without a position"
        detail, since = (await alarms.of(bare_ledger.database, bare_ledger.ledger.jit))["promise"]
        assert str(entry.id) in detail
        await bare_ledger.sequence()
        assert await self.alarmed(bare_ledger), "with a position, in no checkpoint"
        detail, still = (await alarms.of(bare_ledger.database, bare_ledger.ledger.jit))["promise"]
        assert "at position" in detail
        assert still == since
        await bare_ledger.publisher().publish(bare_ledger.ledger, "export")
        assert not await self.alarmed(bare_ledger)

    async def test_have_their_time(self, bare_ledger: BareLedger, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(promises, "KEPT_WITHIN", timedelta(seconds=60))
        await bare_ledger.sequence()
        await bare_ledger.publisher().publish(
            bare_ledger.ledger, "export"
        )  # what the team's founding left, however long ago
        await bare_ledger.append()
        assert not await self.alarmed(bare_ledger)


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
    "another actor": ("headers", "update headers set seat = 'XX-99' where entry = THIS"),
    "another time": ("headers", "update headers set at = at - interval '1 day' where entry = THIS"),
    "another kind": ("headers", "update headers set kind = 'member.ended' where entry = THIS"),
    "about another": ("headers", """update headers set subject = '{"party":"x"}' where entry = THIS"""),
    "no entry": ("positions", "delete from positions where jit = $1 and position = 3"),
    "body no text": ("bodies", "update bodies set canonical = '\\xff00'::bytea where entry = THIS"),
}


class TestRecomputation:
    async def round(self, bare_ledger: BareLedger) -> str | None:
        """A whole round; what it found of the team's ledger."""
        while await turn(bare_ledger.database, AT_ONCE):
            async with bare_ledger.database.engine() as session:
                at = await recomputing.finished_at(session, bare_ledger.ledger.jit)
            if at is not None:
                break
        found = (await alarms.of(bare_ledger.database, bare_ledger.ledger.jit)).get("recomputation")
        return found and found[0]

    async def damage(self, bare_ledger: BareLedger, table: str, statement: str) -> None:
        this = "(select entry from positions where jit = $1 and position = 3)"
        async with as_superuser(bare_ledger.database) as superuser:
            await damage(superuser, table, statement.replace("THIS", this), bare_ledger.ledger.jit)

    async def published(self, bare_ledger: BareLedger, count: int = 9) -> None:
        await bare_ledger.append(count)
        await bare_ledger.sequence()
        await bare_ledger.publisher().publish(bare_ledger.ledger, "export")

    @pytest.mark.parametrize("page", [1, 4, 2000])
    async def test_finds_nothing_in_a_sound_ledger(
        self, bare_ledger: BareLedger, page: int, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(recomputing, "PAGE", page)
        await self.published(bare_ledger)
        assert await self.round(bare_ledger) is None
        async with bare_ledger.database.engine() as session:
            row = (await session.execute(text("select * from recomputations"))).one()
        assert row.position == row.target == (await bare_ledger.tree()).size

    @pytest.mark.parametrize("what", DAMAGES)
    async def test_finds_what_differs_and_where(self, bare_ledger: BareLedger, what: str) -> None:
        await self.published(bare_ledger)
        await self.damage(bare_ledger, *DAMAGES[what])
        found = await self.round(bare_ledger)
        assert found is not None
        assert found.startswith("position 3: ")
        assert ("field" in found) == ("field" in what)
        assert (await alarms.counts(bare_ledger.database))["recomputation"] == 1

    async def test_finds_entries_made_anew_with_all_their_hashes(self, bare_ledger: BareLedger) -> None:
        """Body and commitment agree; the root that was signed knows better."""
        await self.published(bare_ledger)
        await self.damage(
            bare_ledger,
            "entries",
            """update entries set commitment = (select sha256(convert_to('liaison-entry/v1' || chr(10), 'UTF8')
               || b.salt || b.canonical || ' ') from bodies b where b.entry = entries.id) where id = THIS""",
        )
        await self.damage(bare_ledger, *DAMAGES["commitment"])
        found = await self.round(bare_ledger)
        assert found is not None
        assert "is not the one that was signed" in found

    async def test_a_round_is_due_once_a_day(self, bare_ledger: BareLedger) -> None:
        await self.published(bare_ledger)
        assert await turn(bare_ledger.database) > 0
        assert await turn(bare_ledger.database) == 0
        async with bare_ledger.database.engine() as session:
            await session.execute(
                text("update recomputations set started_at = started_at - interval '25 hours'"),
            )
        assert await turn(bare_ledger.database) > 0
