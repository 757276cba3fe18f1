"""Row-level security, the list's predicate and the pure decision say the same, in random worlds, act by act.

Each example is a world of its own: a JIT with parties, seats in every role, one exhibit and random releases of it, written
by the superuser past every policy. Then every seat asks, as the application does.
"""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import asyncpg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app import clock, embedded
from app.access.roles import Role, permissions_of
from app.access.seats import Function, PartyKind, Seat
from app.access.sharing.decisions import Act, Conditions, Exhibit, Level, Purpose, decide
from app.database import Database
from app.services.evidence import exhibit_list
from tests.support.databases.affected import rows_affected

PARTIES = ("NL", "DE", "FR")
AUTHORITIES = ("POL", "STA")
HOUR = timedelta(hours=1)
PURPOSES = (Purpose.JIT_PURPOSE, Purpose.AUDIT, Purpose.OTHER_OFFENCE_WITH_CONSENT)
USES = (Act.OPEN, Act.TAKE, Act.DISCLOSE, Act.FILTER)


@dataclass(frozen=True)
class Given:
    """A release as Hypothesis draws it: names are indices, moments are hours from now."""

    level: int
    authorities: tuple[str, ...] | None
    seats: tuple[int, ...] | None
    not_before: int | None
    until: int | None
    purposes: tuple[str, ...] | None
    court_use: bool


releases = st.builds(
    Given,
    level=st.integers(1, 3),
    authorities=st.none() | st.lists(st.sampled_from(AUTHORITIES), unique=True).map(tuple),
    seats=st.none() | st.lists(st.integers(0, 5), unique=True).map(tuple),
    not_before=st.none() | st.sampled_from((-2, 2)),
    until=st.none() | st.sampled_from((-1, 3)),
    purposes=st.none() | st.lists(st.sampled_from(PURPOSES), min_size=1, unique=True).map(tuple),
    court_use=st.booleans(),
).filter(lambda given: given.not_before is None or given.until is None or given.not_before < given.until)
role_sets = st.one_of(
    st.just((Role.AUDITOR,)),
    st.lists(
        st.sampled_from([role for role in Role if role is not Role.AUDITOR]), min_size=1, max_size=3, unique=True
    ).map(tuple),
)
worlds = st.fixed_dictionaries(
    {
        "roles": st.lists(role_sets, min_size=6, max_size=6),
        "authorities": st.lists(st.sampled_from(AUTHORITIES), min_size=6, max_size=6),
        "own_seats": st.none() | st.lists(st.integers(0, 1), unique=True).map(tuple),
        "DE": st.none() | releases,
        "FR": st.none() | releases,
        "status": st.sampled_from(("active", "withdrawn", "erased")),
        "handling": st.sampled_from(("H0", "H1")),
        # Derived from what another party obtained, whose consent to use in court its originator needs too.
        "bound": st.booleans(),
        "privilege": st.sampled_from((None, None, "unchecked", "cleared", "privileged")),
        "filters": st.lists(st.integers(0, 3), unique=True).map(tuple),
        "own_court_use": st.booleans(),
        "on_hold": st.booleans(),
        "due": st.booleans(),
        # Which party has left, and what the clause says of what it contributed and received.
        "left": st.none() | st.tuples(st.sampled_from(PARTIES), st.sampled_from(("stay", "freeze", "withdraw"))),
        # Obtained with France, if that has it and nothing binds it; agreed: to its erasure.
        "joint": st.booleans(),
        "agreed": st.booleans(),
    }
)


@pytest.fixture(scope="module")
def urls(cluster: embedded.Cluster) -> Iterator[embedded.Urls]:
    name = f"worlds_{clock.new_id().hex}"
    yield cluster.create_database(name, template="liaison_template")
    cluster.drop_database(name)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(world=worlds)
def test_every_path_agrees_with_the_pure_decision(urls: embedded.Urls, world: dict[str, Any]) -> None:
    asyncio.run(_compare(urls, world))


@pytest.mark.soak
@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(world=worlds)
def test_in_many_worlds(urls: embedded.Urls, world: dict[str, Any]) -> None:
    asyncio.run(_compare(urls, world))


async def _compare(urls: embedded.Urls, world: dict[str, Any]) -> None:
    jit, evidence, seats, rows = await _build(urls, world)
    joint = frozenset(row.party for row in rows if _is_joint(world, row.party, seats[4].party))
    async with Database(urls.app, urls.engine, pool=2) as database:
        for place, seat in enumerate(seats):
            exhibit = _exhibit(world, rows[0].party, joint, place, seat)
            decision = decide(seat, exhibit, rows, clock.now(), Act.LIST)
            expected = {
                "evidence": decision.level >= Level.LISTED,
                "listed": decision.level >= Level.LISTED,
                "own release": decision.level >= Level.LISTED,
                "provenances": decision.level >= Level.READABLE,
                "ready file": decision.level >= Level.READABLE,
                "segments": decision.level >= Level.READABLE,
                "unfinished file": decision.level >= Level.HELD and seat.party == exhibit.originator,
            }
            assert await _seen(database, seat, evidence) == expected, (seat.code, seat.roles, decision)
            erasing = decide(seat, exhibit, rows, clock.now(), Act.ERASE)
            # The database knows holds, levels and joint originators; role and ground are decided before it is asked.
            may = erasing.allowed or set(erasing.because) <= {"role_may_not", "not_due"}
            assert await _erases(database, seat, evidence, world) is may, (seat.code, seat.roles, erasing)
            for act in USES:
                for purpose in PURPOSES:
                    used = decide(seat, exhibit, rows, clock.now(), act, purpose)
                    # The guard asks for the role; the service refuses to open a withdrawn exhibit.
                    beyond = {"role_may_not"} if act is Act.DISCLOSE else {"role_may_not", "withdrawn"}
                    may = used.allowed or set(used.because) <= beyond
                    told = (seat.code, seat.roles, act, purpose, used)
                    assert await _uses(database, seat, evidence, act, purpose) is (
                        used.allowed if act is Act.FILTER else may
                    ), told
    assert jit


def _exhibit(world: dict[str, Any], originator: UUID, joint: frozenset[UUID], place: int, seat: Seat) -> Exhibit:
    """As the seat at this place meets it: seat 0 registered it, whoever else is named filters unless it leads."""
    named = place != 0 and place in world["filters"] and Role.MEMBER in seat.roles and Role.LEADER not in seat.roles
    return Exhibit(
        originator=originator,
        active=_status(world) == "active",
        handling=frozenset({world["handling"]}),
        bound=world["bound"],
        erased=world["status"] == "erased",
        on_hold=world["on_hold"],
        due=world["due"],
        privilege=world["privilege"],
        filters=named and seat.party == originator,
        joint=joint,
        agreed=world["agreed"] or not joint or (world["left"] or ("",))[0] == "FR",
    )


async def _seen(database: Database, seat: Seat, evidence: UUID) -> dict[str, bool]:
    async def exists(query: str) -> bool:
        return bool(
            (await session.execute(text(f"select exists ({query})"), {"e": evidence, "p": seat.party})).scalar_one()
        )

    async with database.reading(seat.requester) as session:
        listed = (
            await exhibit_list.read_page(
                session, seat, exhibit_list.Filters(), exhibit_list.Sort.NEWEST, mark=None, back=False, limit=10
            )
        ).rows
        own = "select 1 from releases where evidence = :e and (cast(:p as uuid) is null or party = :p)"
        return {
            "evidence": await exists("select 1 from evidence where id = :e"),
            "listed": [row["id"] for row in listed] == [evidence],
            "own release": await exists(own),
            "provenances": await exists("select 1 from provenances where evidence = :e"),
            "ready file": await exists("select 1 from files where evidence = :e and state = 'ready'"),
            "segments": await exists("select 1 from segments where evidence = :e"),
            "unfinished file": await exists("select 1 from files where evidence = :e and state <> 'ready'"),
        }


async def _erases(database: Database, seat: Seat, evidence: UUID, world: dict[str, Any]) -> bool:
    """Whether the database begins the erasure, past the service. It is rolled back."""
    ground = "review" if _status(world) == "active" else "withdrawn"
    async with database.writing(seat.requester) as session:
        try:
            query = text("select begin_erasure(:e, :ground, 'x')")
            return bool(await session.scalar(query, {"e": evidence, "ground": ground}))
        except DBAPIError as error:
            if "erase" not in str(error):
                raise
            return False
        finally:
            await session.rollback()


async def _uses(database: Database, seat: Seat, evidence: UUID, act: Act, purpose: Purpose) -> bool:
    """Whether the database takes the row of this use, past the service. It is rolled back."""
    binds = {
        "e": evidence,
        "seat": seat.id,
        "jit": seat.jit,
        "party": seat.party,
        "act": act.value,
        "for": purpose.value,
    }
    async with database.writing(seat.requester) as session:
        try:
            done = await session.execute(text(_DISCLOSE if act is Act.DISCLOSE else _OPEN), binds)
        except DBAPIError as error:
            if "row-level security" not in str(error):
                raise
            return False
        finally:
            await session.rollback()
        return rows_affected(done) > 0


_OPEN = (
    "insert into openings (id, jit, evidence, seat, session, act, purpose, opened_at, expires_at) select gen_random_uuid(),"
    " :jit, :e, :seat, s.id, :act, :for, now(), now() from sessions s limit 1"
)
_DISCLOSE = (
    "insert into disclosures (id, jit, evidence, exhibit_number, title, originator, own_seats, party, authorities, seats,"
    " seat, court, proceeding, file_number, schedule, purpose, files, disclosed_at) select gen_random_uuid(), :jit, :e,"
    " 'x', 'x', r.originator, r.own_seats, r.party, r.authorities, r.seats, :seat, 'x', 'x', 'x', 'used', :for, '[]', now()"
    " from releases r where r.evidence = :e and r.party = :party and :act = 'disclose'"
)


async def _build(urls: embedded.Urls, world: dict[str, Any]) -> tuple[UUID, UUID, list[Seat], list[Conditions]]:
    name, folder = urls.app.split("@/")[1].split("?")[0], urls.app.split("host=")[1]
    superuser = await asyncpg.connect(host=folder, user="postgres", database=name)
    try:
        async with superuser.transaction():
            return await _write(superuser, world)
    finally:
        await superuser.close()


KEPT = ("party", "level", "authorities", "seats", "not_before", "until", "purposes", "court_use")


async def _write(db: Any, world: dict[str, Any]) -> tuple[UUID, UUID, list[Seat], list[Conditions]]:
    jit, evidence, account = clock.new_id(), clock.new_id(), clock.new_id()
    ids = {code: clock.new_id() for code in PARTIES}
    offices = {(code, office): clock.new_id() for code in PARTIES for office in AUTHORITIES}
    seats = [
        _seat(jit, account, f"{PARTIES[place // 2]}-{place:02}", ids, offices, roles, office)
        for place, (roles, office) in enumerate(zip(world["roles"], world["authorities"], strict=True))
    ]
    seats.append(_auditor(jit, account))
    await _write_team(db, jit, account, ids, offices, seats)
    own = None if world["own_seats"] is None else [seats[place].id for place in world["own_seats"]]
    rows = [Conditions(party=ids["NL"], level=3, seats=own, court_use=world["own_court_use"])]
    released = [code for code in ("DE", "FR") if world[code] is not None]
    rows += [_conditions(world[code], ids[code], code, offices, seats) for code in released]
    joint = [row.party for row in rows if _is_joint(world, row.party, seats[4].party)]
    rows = [_whole(row) if row.party in joint else row for row in rows]
    if world["status"] == "erased":  # as `begin_erasure` leaves them, the originator's own too
        rows = [replace(row, level=min(row.level, 1)) for row in rows]
    common = {"jit": jit, "evidence": evidence}
    for row in rows:
        conditions = {name: getattr(row, name) for name in KEPT}
        granted = {"granted_by": seats[0].id, "granted_at": clock.now(), "effective": True, "state": "effective"}
        await _put(db, "releases", **common, originator=ids["NL"], own_seats=own, **conditions, **granted)
    await _write_exhibit(db, common, ids["NL"], seats[0].id, world, joint or None)
    if joint and world["agreed"]:
        agreed = {"agreed_by": seats[4].id, "agreed_at": clock.now(), "reason": "x", "version": 1}
        await _put(db, "erasure_agreements", **common, party=ids["FR"], **agreed)
    if world["on_hold"]:
        order = {"court": "x", "file_number": "x", "reason": "x", "set_by": seats[0].id, "set_at": clock.now()}
        await _put(db, "holds", id=clock.new_id(), **common, party=ids["NL"], **order)
    await db.execute("update evidence set status = $1 where id = $2", world["status"], evidence)
    named = [seats[place].id for place in world["filters"]]
    told = {"decided_by": seats[0].id, "decided_at": clock.now()}
    await _put(db, "filter_teams", jit=jit, party=ids["NL"], seats=named, **told)
    if world["left"] is not None:
        rows = await _leave(db, jit, evidence, ids, seats[0].id, rows, world)
    return jit, evidence, seats, rows


async def _leave(
    db: Any, jit: UUID, evidence: UUID, ids: dict[str, UUID], by: UUID, rows: list[Conditions], world: dict[str, Any]
) -> list[Conditions]:
    """The party leaves, by the functions that the worker calls; and what is left of the releases, as the clause says."""
    now, (code, word) = clock.now(), world["left"]
    agreed = {"jit": jit, "party": ids[code], "contributed": word, "received": word}
    clause, leaving = clock.new_id(), clock.new_id()
    await _put(db, "leaving_clauses", id=clause, **agreed, clause="x", decided_by=by, decided_at=now)
    declared = {"reason": "x", "effective_at": now - HOUR, "declared_by": by, "declared_at": now}
    await _put(db, "leavings", id=leaving, **agreed, clause=clause, **declared)
    await db.execute("set local session authorization liaison_engine")
    assert await db.fetchval("select begin_leaving($1)", leaving)
    for due in await db.fetch("select evidence from due_leavings($1, 9)", leaving):
        assert due["evidence"] == evidence
        await db.fetch("select * from leave_exhibit($1, $2, 'x')", leaving, evidence)
    assert not await db.fetch("select 1 from due_leavings($1, 9)", leaving), "what is done is not found again"
    await db.execute("reset session authorization")
    if code == "NL":
        lowered = word == "freeze" or _status(world) != world["status"]
        kept = {row.party for row in rows if row.party == ids[code] or _is_joint(world, row.party, ids["FR"])}
        return [row if row.party in kept or not lowered else replace(row, level=min(row.level, 1)) for row in rows]
    ended = [row for row in rows if row.party == ids[code] and word != "withdraw" and not (row.not_before or now) > now]
    others = [row for row in rows if row.party != ids[code]]
    return others + [replace(row, until=min(row.until or now, now)) for row in ended]


def _status(world: dict[str, Any]) -> str:
    """How the exhibit stands, where its originator has withdrawn it in leaving too."""
    withdrawn = world["status"] == "active" and world["left"] == ("NL", "withdraw")
    return "withdrawn" if withdrawn else str(world["status"])


async def _write_team(
    db: Any,
    jit: UUID,
    account: UUID,
    ids: dict[str, UUID],
    offices: dict[tuple[str, str], UUID],
    seats: list[Seat],
) -> None:
    now = clock.now()
    await _put(db, "accounts", id=account, email=f"{account}@example.org", name="x", password_hash="x", created_at=now)
    seen = {"created_at": now, "last_seen_at": now, "expires_at": now}
    await _put(db, "sessions", id=clock.new_id(), account=account, kind="token", user_agent="", address="", **seen)
    named = {"id": jit, "name": "x", "reference": "x", "time_zone": "UTC", "state": "operational"}
    await _put(db, "jits", **named, agreement_signed_on=now.date(), ledger_origin=str(jit), founded_at=now)
    for code, party in ids.items():
        kind = {"kind": "member_state", "time_zone": "UTC", "languages": [], "status": "active"}
        await _put(db, "parties", id=party, jit=jit, code=code, name=code, **kind)
    for (code, office), authority in offices.items():
        await _put(db, "authorities", id=authority, jit=jit, party=ids[code], code=office, name=office, kind="police")
    for seat in seats:
        person = {"account": account, "name": "x", "email": f"{seat.id}@example.org", "function": "police"}
        place = {"party": seat.party, "authority": seat.authority, "code": seat.code, "state": "seated"}
        roles = [str(role) for role in seat.roles]
        await _put(db, "members", id=seat.id, jit=jit, **person, **place, roles=roles, proposed_at=now)


async def _write_exhibit(
    db: Any,
    common: dict[str, UUID],
    originator: UUID,
    registrant: UUID,
    world: dict[str, Any],
    joint: list[UUID] | None,
) -> None:
    now, jit, evidence = clock.now(), common["jit"], common["evidence"]
    listed = {
        "exhibit_number": "x",
        "title": "x",
        "kind": "image",
        "category": "other",
        "handling": [world["handling"]],
        "tlp": "AMBER",
    }
    registered = {"originator": originator, "registered_by": registrant, "registered_at": now, "status": "active"}
    registered |= {"bound": world["bound"], "review_on": (now + timedelta(days=-1 if world["due"] else 2)).date()}
    await _put(db, "evidence", id=evidence, jit=jit, joint=joint, **listed, **registered)
    obtained = {"acquired_at": now, "acquired_by": "x", "place": "x", "legal_basis": "x", "declared_hashes": "[]"}
    await _put(db, "provenances", **common, **obtained)
    for state in ("ready", "uploading"):
        file = clock.new_id()
        about = {"name": "x", "size_bytes": 1, "state": state, "renditions": "none"}
        ends = now + timedelta(days=1) if about["state"] == "uploading" else None
        await _put(db, "files", id=file, **common, **about, uploaded_by=registrant, created_at=now, expires_at=ends)
        await _put(db, "segments", file=file, at_offset=0, **common, size_bytes=1, object="x")
    # Last: what was filtered takes no file.
    await db.execute("update evidence set privilege = $2 where id = $1", evidence, world["privilege"])


async def _put(db: Any, table: str, **values: Any) -> None:
    marks = ", ".join(f"${place}" for place in range(1, len(values) + 1))
    await db.execute(f"insert into {table} ({', '.join(values)}) values ({marks})", *values.values())  # noqa: S608 - names of this file


def _is_joint(world: dict[str, Any], party: UUID, france: UUID | None) -> bool:
    """Whether this is France, and obtained it too."""
    return bool(world["joint"]) and not world["bound"] and party == france


def _whole(row: Conditions) -> Conditions:
    """As a joint originator has it: to whom in it alone may be narrowed."""
    return Conditions(row.party, 3, row.authorities, row.seats)


def _conditions(
    given: Given, party: UUID, code: str, offices: dict[tuple[str, str], UUID], seats: list[Seat]
) -> Conditions:
    now = clock.now()
    return Conditions(
        party=party,
        level=given.level,
        authorities=None if given.authorities is None else [offices[(code, office)] for office in given.authorities],
        seats=None if given.seats is None else [seats[place].id for place in given.seats],
        not_before=None if given.not_before is None else now + given.not_before * HOUR,
        until=None if given.until is None else now + given.until * HOUR,
        purposes=None if given.purposes is None else list(given.purposes),
        court_use=given.court_use,
    )


def _seat(
    jit: UUID,
    account: UUID,
    code: str,
    ids: dict[str, UUID],
    offices: dict[tuple[str, str], UUID],
    roles: tuple[Role, ...],
    office: str,
) -> Seat:
    party = code.partition("-")[0]
    return Seat(
        id=clock.new_id(),
        account=account,
        session=clock.new_id(),
        jit=jit,
        ledger_origin="x",
        code=code,
        name="x",
        party=ids[party],
        party_code=party,
        party_kind=PartyKind.MEMBER_STATE,
        authority=offices[(party, office)],
        authority_code=office,
        roles=frozenset(roles),
        function=Function.POLICE,
        permissions=permissions_of(roles),
    )


def _auditor(jit: UUID, account: UUID) -> Seat:
    return Seat(
        id=clock.new_id(),
        account=account,
        session=clock.new_id(),
        jit=jit,
        ledger_origin="x",
        code="JIT-01",
        name="x",
        party=None,
        party_code=None,
        party_kind=None,
        authority=None,
        authority_code=None,
        roles=frozenset({Role.AUDITOR}),
        function=Function.JUDICIAL,
        permissions=permissions_of([Role.AUDITOR]),
    )
