"""The program shows two histories to two witnesses in processes of their own: both refuse the second and keep the proof."""

import json
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import UUID

import pytest

from app import clock, embedded, worker
from app.database import Database
from app.ledger import alarms, checkpoints, journal
from app.ledger.facts import PartyAdded
from app.ledger.journal import Ledger
from app.ledger.keys import LedgerKeys
from app.ledger.signing.cosignatures import CosignerKey, cosignatures
from app.ledger.signing.notes import VerifierKey, open_checkpoint
from app.ledger.witnesses import registry
from app.main import create_app
from app.opening import running
from tests.factories.team import Founded
from tests.support.databases.superuser import as_superuser
from tests.support.ledgers.witnesses import WitnessProcess
from tests.support.program import settings_for
from tests.support.waiting import until


@pytest.fixture
def parties(tmp_path: Path) -> Iterator[dict[str, WitnessProcess]]:
    both = {code: WitnessProcess(tmp_path / code, f"witness.example/{code.lower()}") for code in ("NL", "DE")}
    for each in both.values():
        each.start()
    yield both
    for each in both.values():
        each.kill()


async def name_all(database: Database, parties: dict[str, WitnessProcess]) -> None:
    """As their leaders would."""
    async with as_superuser(database) as superuser:
        for code, party in parties.items():
            await superuser.execute(
                "insert into witnesses (id, jit, party, vkey, url, named_by, named_at) select $1, p.jit, p.id, $2, $3, m.id,"
                " now() from parties p join members m on m.jit = p.jit and m.party = p.id where p.code = $4 limit 1",
                clock.new_id(),
                party.vkey,
                party.url,
                code,
            )


@asynccontextmanager
async def context(
    cluster: embedded.Cluster, founded: Founded, folder: Path, parties: dict[str, WitnessProcess], more: str
) -> AsyncIterator[tuple[Database, Ledger]]:
    """The program and its jobs on a copy of the team, the parties' witnesses named, and three entries more; until the block ends."""
    name = f"split_{clock.new_id().hex}"
    urls = cluster.create_database(name, template=founded.database)
    shutil.copytree(founded.state, folder)
    ledger = Ledger(UUID(founded.jit["id"]), founded.jit["ledger_origin"])
    program = create_app(settings_for(urls, folder).model_copy(update={"witness_networks": ("127.0.0.0/8",)}))
    async with Database(urls.app, urls.engine) as database:
        await name_all(database, parties)
        facts = [
            PartyAdded(party=clock.new_id(), code="XX", name=more, party_kind="organisation", authorities=[])
            for _ in range(3)
        ]
        async with database.engine() as session:
            await journal.append_as_system(session, ledger, *facts)
        async with (
            program.router.lifespan_context(program),
            running(worker=lambda: worker.run(program.state.context)),
        ):
            yield database, ledger
    cluster.drop_database(name)


async def states(database: Database) -> list[tuple[int, str | None]]:
    async with as_superuser(database) as superuser:
        rows = await superuser.fetch("select size, failure from witness_states order by witness")
    return [(row["size"], row["failure"]) for row in rows]


async def published(database: Database, ledger: Ledger) -> int:
    async with database.engine() as session:
        head = await checkpoints.head(session, ledger.jit)
    return 0 if head is None else head.size


def demand_proof(parties: dict[str, WitnessProcess], log: VerifierKey, size: int, other: bytes) -> None:
    """Each party's keeper is told, and holds two checkpoints of one size, signed by the ledger's key, with two roots."""
    for party in parties.values():
        status = party.run("status")
        assert (status.returncode, "FORK" in status.stdout) == (1, True)
        [proof] = party.folder.glob("logs/*/refused/fork-*.json")
        kept = json.loads(proof.read_text())
        one, two = (open_checkpoint(kept[which].encode(), [log]) for which in ("cosigned", "refused"))
        assert (one.size, two.size, one.root == two.root) == (size, size, False)
        assert kept["refused"].encode() == other


async def test_of_two_histories_one_is_cosigned_and_the_other_is_proved(
    cluster: embedded.Cluster, founded: Founded, tmp_path: Path, parties: dict[str, WitnessProcess]
) -> None:
    log = LedgerKeys(founded.state / "ledger").signer(founded.jit["ledger_origin"]).verifier
    for party in parties.values():
        party.run("add-log", str(log))
    async with context(cluster, founded, tmp_path / "one", parties, "one") as (database, ledger):

        async def by_both() -> bool:
            async with as_superuser(database) as superuser:
                # One statement: between two, the sequencer could place the entries, and the head would be the old one.
                head, waits = await superuser.fetchrow(
                    "select size, (select count(*) from pending) from trees where jit = $1", ledger.jit
                )
            return waits == 0 and await states(database) == [(head, None)] * 2

        await until(by_both, within=60)
        size = (await states(database))[0][0]
        async with database.engine() as session:
            note = (await registry.latest(session, ledger.jit) or "").encode()
        assert open_checkpoint(note, [log]).size == size
        assert len(cosignatures(note, [CosignerKey.parse(party.vkey) for party in parties.values()])) == 2
        assert [party.run("status").returncode for party in parties.values()] == [0, 0]
    async with context(cluster, founded, tmp_path / "two", parties, "two") as (database, ledger):

        async def held() -> bool:
            return {"witness", "signing"} <= (await alarms.of(database, ledger.jit)).keys()

        await until(held, within=120)
        assert await states(database) == [(0, "ahead")] * 2, "an honest host that was put back signs nothing"
        assert await published(database, ledger) < size

        async def forked() -> bool:
            return await published(database, ledger) == size

        async def by_none() -> bool:
            return await states(database) == [(0, "fork")] * 2

        async with as_superuser(database) as superuser:  # one that lies asks nobody before it signs
            await superuser.execute("delete from witness_states")
            await superuser.execute("delete from witnesses")
        await until(forked, within=60)
        await name_all(database, parties)
        await until(by_none, within=60)
        assert "witness.example/nl: fork" in (await alarms.of(database, ledger.jit))["witness"][0]
        async with database.engine() as session:
            other = (await registry.latest(session, ledger.jit) or "").encode()
    demand_proof(parties, log, size, other)
