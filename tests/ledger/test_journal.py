"""Appending: the whole entry or nothing, chains without gaps, and the audience of each kind."""

import asyncio
import dataclasses
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app import clock
from app.access import seats
from app.access.seats import Seat
from app.database import Writing
from app.errors import NotFound
from app.ledger import audiences, journal
from app.ledger.facts import FACTS, Fact, MemberSeated, NamedFact
from app.ledger.journal import Appended, Ledger
from app.models import Copy
from tests.factories.evidence import custody, register, release, take_it, values, with_file
from tests.factories.team import Team, read_json
from tests.support.databases.superuser import as_superuser

TABLES: Final = ("entries", "headers", "entry_audience", "bodies", "fields", "pending", "positions", "chains")
SEATED: Final[dict[str, Any]] = {"code": "NL-99", "roles": ["member"], "confirmed_by": ["NL-02"], "name": "Nora"}


@asynccontextmanager
async def sitting(team: Team, name: str) -> AsyncIterator[tuple[Writing, Seat]]:
    """A transaction of this person's, as services have it."""
    async with team.context.database.writing() as session:
        seat = await seats.take_again(session, UUID(team.seats[name]["id"]), team.accounts[name], team.jit_id)
        assert seat is not None
        yield session, seat


async def counts(team: Team) -> dict[str, int]:
    """How many rows each table of the ledger holds."""
    async with as_superuser(team) as superuser:
        return {table: await superuser.fetchval(f"select count(*) from {table}") for table in TABLES}  # noqa: S608


def kinds_of(kind: str) -> list[type[Fact]]:
    """The shapes of a kind."""
    return [fact for fact in FACTS if fact.kind == kind]


def made(fact: type[Fact], **known: Any) -> Fact:
    """A fact of this shape: `known` where it has such an attribute, and anything elsewhere."""
    given = {field.name: known.get(field.name, clock.new_id()) for field in dataclasses.fields(fact)}
    for field in dataclasses.fields(fact):
        if field.metadata["place"] == "field":
            given[field.name] = "x"
    return fact(**given | {"purpose": None})


async def act(team: Team, name: str, fact: Fact) -> Appended:
    """Append one fact as this person, or as the system."""
    if name == "system":
        ledger = Ledger(team.jit_id, team.jit["ledger_origin"])
        async with team.context.database.engine() as session:
            return (await journal.append_as_system(session, ledger, fact))[0]
    async with sitting(team, name) as (session, seat):
        return (await journal.append(session, seat, fact))[0]


async def test_an_entry_is_written_whole(team: Team) -> None:
    await team.settled()
    before = await counts(team)
    async with sitting(team, "noor") as (session, seat):
        (appended,) = await journal.append(session, seat, MemberSeated(member=clock.new_id(), **SEATED))
    await team.settled()
    grown = {table: count - before[table] for table, count in (await counts(team)).items() if count != before[table]}
    assert grown == {"entries": 1, "headers": 1, "entry_audience": 1, "bodies": 1, "fields": 5, "positions": 1}
    assert appended.n is None
    (last,) = [one for one in await team.entries("mara") if one["id"] == str(appended.id)]
    assert values(last) == SEATED | {"actor": {"name": "Noor", "authority": "OM"}}


async def test_a_transaction_that_is_rolled_back_leaves_nothing(team: Team) -> None:
    exhibit = await register(team)
    await team.settled()
    before, chain = await counts(team), await custody(team, "noor", exhibit)
    fact = kinds_of("evidence.withdrawn")[0]

    async def fail_afterwards() -> None:
        async with sitting(team, "noor") as (session, seat):
            facts = [made(fact, evidence=UUID(exhibit["id"])) for _ in range(3)]
            assert [one.n for one in await journal.append(session, seat, *facts)] == [2, 3, 4]
            await session.execute(text("select 1 / 0"))

    with pytest.raises(DBAPIError, match="division by zero"):
        await fail_afterwards()
    await team.settled()
    assert await counts(team) == before
    assert await custody(team, "noor", exhibit) == chain
    async with sitting(team, "noor") as (session, seat):
        (after,) = await journal.append(session, seat, made(fact, evidence=UUID(exhibit["id"])))
    assert after.n == 2, "the chain goes on where it stood"


async def test_no_gap_and_no_fork_in_a_chain_under_sixteen_openings_at_once(team: Team) -> None:
    exhibit = await with_file(team, release("DE"))
    start = len(await custody(team, "noor", exhibit))
    people = ("noor", "bram", "daan", "jonas", "lena")
    for answer in await asyncio.gather(*(take_it(team, people[turn % 5], exhibit) for turn in range(16))):
        read_json(answer, 201)
    chain = await custody(team, "noor", exhibit)
    links = {values(one)["chain"]["n"]: (values(one)["chain"]["previous"], one["commitment"]) for one in chain}
    assert sorted(links) == list(range(1, start + 17))
    assert len(chain) == start + 16
    assert [links[n][0] for n in sorted(links)] == [None, *(links[n][1] for n in sorted(links))][:-1]


async def test_several_exhibits_in_one_transaction_keep_their_chains(team: Team) -> None:
    one, other = await register(team), await register(team)
    fact = kinds_of("evidence.withdrawn")[0]
    facts = [made(fact, evidence=UUID(exhibit["id"])) for exhibit in (one, other, one, one, other)]
    async with sitting(team, "noor") as (session, seat):
        assert [appended.n for appended in await journal.append(session, seat, *facts)] == [2, 2, 3, 4, 3]
    for exhibit, length in ((one, 4), (other, 3)):
        chain = await custody(team, "noor", exhibit)
        assert [values(entry)["chain"]["n"] for entry in chain] == list(range(1, length + 1))
        previous = [values(entry)["chain"]["previous"] for entry in chain]
        assert previous == [None, *(entry["commitment"] for entry in chain)][:-1]


async def test_a_chain_moves_only_to_an_entry_about_its_exhibit(team: Team) -> None:
    one, other, own = await register(team), await register(team, "claire"), await register(team)

    async def move(exhibit: dict[str, Any], taken: int) -> None:
        async with sitting(team, "noor") as (session, seat):
            fact = made(kinds_of("evidence.withdrawn")[0], evidence=UUID(one["id"]))
            (last,) = await journal.append(session, seat, fact)
            binds = {"wanted": UUID(exhibit["id"]), "taken": taken, "last": last.id}
            await session.execute(text("select advance_chain(:wanted, :taken, 99, :last)"), binds)

    for exhibit, taken in ((other, 1), (own, 1), (one, 0)):
        with pytest.raises(DBAPIError, match="moved"):
            await move(exhibit, taken)


async def test_nobody_appends_about_an_exhibit_that_they_cannot_see(team: Team) -> None:
    exhibit = await register(team, "noor", release("DE"))
    await team.settled()
    before = await counts(team)
    for name in ("claire", "mara", "ines"):
        with pytest.raises(NotFound):
            async with sitting(team, name) as (session, seat):
                await journal.append(session, seat, made(kinds_of("evidence.opened")[0], evidence=UUID(exhibit["id"])))
    with pytest.raises(NotFound):
        async with sitting(team, "noor") as (session, seat):
            await journal.append(session, seat, made(kinds_of("evidence.opened")[0], evidence=clock.new_id()))
    assert await counts(team) == before


#: Audiences: an exhibit of the Netherlands, released to Germany (held) and France (listed).
#: (kind, who acts, the parties that hear it; "all": the team); Germany is the party concerned.
AUDIENCES: Final = [
    ("jit.founded", "noor", "all"),
    ("party.added", "noor", "all"),
    ("member.proposed", "noor", "all"),
    ("member.seated", "noor", "all"),
    ("member.suspended", "noor", "all"),
    ("member.resumed", "noor", "all"),
    ("member.timed", "noor", "all"),
    ("member.renamed", "noor", "all"),
    ("member.roles_changed", "noor", "all"),
    ("member.ended", "system", "all"),
    ("party.suspension_proposed", "noor", "all"),
    ("party.suspended_at_once", "noor", "all"),
    ("party.suspended", "claire", "all"),
    ("party.suspension_lapsed", "system", "all"),
    ("party.resumed", "admin", "all"),
    ("epoch.begun", "system", "all"),
    ("witness.named", "noor", "all"),
    ("witness.removed", "noor", "all"),
    ("witness.excused", "system", "all"),
    ("evidence.registered", "noor", "NL DE FR"),
    ("evidence.described", "noor", "NL DE FR"),
    ("evidence.evaluated", "noor", "NL DE FR"),
    ("evidence.use_limited", "noor", "NL DE FR"),
    ("evidence.use_limit_ended", "noor", "NL DE FR"),
    ("evidence.approval_required", "noor", "NL"),
    ("evidence.approval_lifted", "noor", "NL"),
    ("evidence.released", "noor", "NL DE"),
    ("evidence.recalled", "noor", "NL DE"),
    ("evidence.court_use_allowed", "noor", "NL DE"),
    ("evidence.court_use_ended", "system", "NL DE"),
    ("evidence.opened", "noor", "NL"),
    ("evidence.opened", "jonas", "NL DE"),
    ("evidence.opened", "claire", "NL FR"),
    ("evidence.taken", "noor", "NL"),
    ("evidence.taken", "jonas", "NL DE"),
    ("evidence.disclosed", "jonas", "NL DE"),
    ("disclosure.recalled", "noor", "NL DE"),
    ("evidence.method_record_exported", "jonas", "NL DE"),
    ("copy.asked", "noor", "NL DE"),
    ("copy.answered", "noor", "NL DE"),
    ("evidence.withdrawn", "noor", "NL DE FR"),
    ("release.started", "system", "NL DE"),
    ("release.lapsed", "system", "NL DE"),
    ("file.received", "noor", "NL DE FR"),
    ("file.hash_differed", "noor", "NL"),
    ("file.discarded", "noor", "NL"),
    ("file.expired", "system", "NL"),
    ("file.malware_found", "system", "NL DE FR"),
    ("evidence.refused", "jonas", "DE"),  # no seat of it is named: its auditor alone
    ("evidence.field_erased", "system", "NL DE FR"),
    ("evidence.fields_erased", "system", "NL DE FR"),
    ("evidence.imported", "noor", "NL DE FR"),
    ("custody.imported", "noor", "NL DE FR"),
    ("field.erased", "system", "DE"),  # who hears the entry that it is about: here, as if Germany alone did
    ("export.made", "noor", "NL"),
    ("export.made", "jonas", "NL DE"),
    ("export.made", "jit_auditor", "NL"),
    ("release.wanted", "noor", "NL"),
    ("release.given_up", "noor", "NL"),
    ("release.attested", "noor", "NL"),
    ("recall.wanted", "noor", "NL"),
    ("release.confirmed", "noor", "NL"),
    ("erasure.wanted", "noor", "NL"),
    ("erasure.confirmed", "noor", "NL"),
    ("erasure.given_up", "noor", "NL"),
    ("evidence.closed", "jonas", "NL DE"),
    ("evidence.filtered", "noor", "NL DE FR"),
    ("evidence.joint", "noor", "NL DE FR"),
    ("release.agreed", "noor", "NL"),
    ("evidence.court_use_wanted", "noor", "NL"),
    ("erasure.agreed", "noor", "NL"),
    ("custody.seized", "noor", "NL DE FR"),
    ("custody.collected", "noor", "NL DE FR"),
    ("custody.sealed", "noor", "NL DE FR"),
    ("custody.unsealed", "noor", "NL DE FR"),
    ("custody.transported", "noor", "NL DE FR"),
    ("custody.offered", "noor", "NL DE FR"),
    ("custody.received", "jonas", "NL DE FR"),
    ("custody.refused", "noor", "NL DE FR"),
    ("custody.withdrawn", "noor", "NL DE FR"),
    ("custody.stored", "noor", "NL DE FR"),
    ("custody.checked_out", "noor", "NL DE FR"),
    ("custody.checked_in", "noor", "NL DE FR"),
    ("custody.produced", "noor", "NL DE FR"),
    ("custody.returned", "noor", "NL DE FR"),
    ("custody.destroyed", "noor", "NL DE FR"),
    ("custody.incident", "noor", "NL DE FR"),
    ("custody.corrected", "noor", "NL DE FR"),
    ("controller.designated", "admin", "all"),
    ("controller.confirmed", "jonas", "all"),
    ("review.sample_agreed", "admin", "all"),
    ("evidence.verified", "noor", "NL DE FR"),
    ("evidence.derived", "jonas", "NL DE"),
    ("evidence.inherited", "noor", "NL"),
    ("release.followed", "system", "NL DE"),
    ("evidence.flagged", "jonas", "NL DE"),
    ("flag.decided", "noor", "NL DE"),
    ("retention.agreed", "admin", "all"),
    ("evidence.retained", "noor", "NL DE FR"),
    ("hold.set", "noor", "NL"),
    ("hold.lifted", "jonas", "NL DE"),
    ("evidence.erasure_decided", "noor", "NL DE FR"),
    ("evidence.erased", "system", "NL DE FR"),
    ("emergency.begun", "jonas", "NL DE"),
    ("emergency.reviewed", "noor", "NL DE"),
    ("jit.phase_moved", "admin", "all"),
    ("witness.quorum", "admin", "all"),
    ("jit.closing_declared", "admin", "all"),
    ("jit.closing_agreed", "noor", "all"),
    ("jit.closing_withdrawn", "claire", "all"),
    ("leaving.agreed", "admin", "all"),
    ("party.leaving", "jonas", "all"),
    ("party.staying", "jonas", "all"),
    ("party.left", "system", "all"),
    ("party.hours_set", "noor", "all"),
    ("fixity.ordered", "noor", "NL"),
    ("fixity.ordered", "jonas", "NL DE"),
    ("fixity.verified", "system", "NL DE FR"),
    ("fixity.failed", "system", "NL DE FR"),
    ("acquisition.recorded", "noor", "NL DE FR"),
    ("acquisition.corrected", "noor", "NL DE FR"),
    ("evidence.labelled", "noor", "NL"),
    ("evidence.labelled", "jonas", "NL DE"),
    ("talk.agreed", "admin", "all"),
    ("signing.key_named", "noor", "all"),
    ("signing.key_revoked", "noor", "all"),
    ("signing.demanded", "noor", "all"),
]


async def test_each_kind_is_heard_by_those_whom_the_table_names(team: Team) -> None:
    exhibit = await register(team, "noor", release("DE"), release("FR", "listed"))
    async with as_superuser(team) as superuser:
        codes = {row["id"]: row["code"] for row in await superuser.fetch("select id, code from parties")}
        germany = next(party for party, code in codes.items() if code == "DE")
        netherlands = next(party for party, code in codes.items() if code == "NL")
        taken = Copy(originator=netherlands, own_seats=None, party=germany, authorities=None, seats=None)
        for kind, actor, expected in AUDIENCES:
            fact = made(
                kinds_of(kind)[0],
                evidence=UUID(exhibit["id"]),
                concerned=germany,
                was_known=True,
                holding=taken,
                hearers=(audiences.Hearer(germany),),
            )
            appended = await act(team, actor, fact)
            rows = await superuser.fetch("select party from entry_audience where entry = $1", appended.id)
            heard = ["all" if row["party"] is None else codes[row["party"]] for row in rows]
            assert sorted(heard) == sorted(expected.split()), (kind, actor)
    # The last entry stands behind a closing, or not at all: tests/ending/test_closing.py.
    assert {kind for kind, _, _ in AUDIENCES} | {"jit.closed"} == {
        fact.kind for fact in FACTS if not issubclass(fact, NamedFact)
    }


async def test_an_export_of_the_whole_ledger_is_the_jit_auditors_alone(team: Team) -> None:
    whole = kinds_of("export.made")[1]
    appended = await act(team, "jit_auditor", made(whole))
    await team.settled()
    for name in ("jit_auditor", "noor", "auditor", "mara"):
        found = [one for one in await team.entries(name) if one["id"] == str(appended.id)]
        assert len(found) == (name == "jit_auditor"), name


async def test_a_release_that_its_party_never_had_lapses_unheard(team: Team) -> None:
    later = "2099-01-01T00:00:00Z"
    exhibit = await register(team, "noor", release("DE", not_before=later))
    async with as_superuser(team) as superuser:
        germany = await superuser.fetchval("select id from parties where code = 'DE'")
        for fact, was_known, heard in (("release.lapsed", False, 1), ("release.lapsed", True, 2)):
            about = made(kinds_of(fact)[0], evidence=UUID(exhibit["id"]), concerned=germany, was_known=was_known)
            appended = await act(team, "system", about)
            query = "select count(*) from entry_audience where entry = $1"
            assert await superuser.fetchval(query, appended.id) == heard
    assert [one["kind"] for one in await team.entries("lena", "evidence.released")] == []
