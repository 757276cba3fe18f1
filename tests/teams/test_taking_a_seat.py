"""A seat is taken in one statement, by the database itself: it is told exactly what it was told before, and to nobody more."""

import asyncio
import threading
from uuid import uuid4

import asyncpg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app import clock, embedded
from app.access import seats
from app.access.seats import Person
from app.database import Reading
from app.errors import Unauthenticated
from app.services.accounts import sessions
from app.services.accounts.sessions import Shown
from tests.factories.team import PEOPLE, Team, read_json
from tests.support.databases.superuser import as_superuser

SETTINGS = ("account", "jit", "party", "authority", "seat", "roles")


async def told(session: Reading) -> dict[str, str]:
    """What row-level security reads of who asks."""
    asked = ", ".join(f"coalesce(current_setting('app.{one}', true), '') as {one}" for one in SETTINGS)
    return dict((await session.execute(text(f"select {asked}"))).mappings().one())


def person(team: Team, name: str) -> Person:
    return Person(team.accounts[name], clock.new_id(), name, name, may_found=False, by_token=False)


def cookie(team: Team, name: str) -> Shown:
    return Shown(team.client(name).cookies["liaison_session"], None, attended=True)


async def test_row_level_security_is_told_what_the_seat_says(team: Team) -> None:
    for name in PEOPLE.keys() - {"stranger"}:
        async with team.context.database.reading() as session:
            recognised, seat = await sessions.take_seat(
                session, team.context.authentication, cookie(team, name), team.jit_id
            )
            assert seat is not None, name
            assert (recognised.account, str(seat.id)) == (team.accounts[name], team.seats[name]["id"])
            said_now = await told(session)
            assert set(said_now["roles"].strip("{}").split(",")) == set(PEOPLE[name].roles)
            assert said_now == seat.requester.settings() | {"roles": said_now["roles"]}
            assert session.requester == seat.requester


async def test_who_has_no_seat_asks_in_no_team(team: Team) -> None:
    for shown, jit in ((cookie(team, "stranger"), team.jit_id), (cookie(team, "noor"), uuid4())):
        async with team.context.database.reading() as session:
            _, seat = await sessions.take_seat(session, team.context.authentication, shown, jit)
            assert seat is None
            assert {name: value for name, value in (await told(session)).items() if value} == {
                "account": (await told(session))["account"],
                "roles": "{}",
            }


async def test_a_seat_that_is_lost_in_the_middle_leaves_nothing_of_the_one_before(team: Team) -> None:
    """As a look at all one's teams takes one seat after another in one transaction."""
    async with team.context.database.reading() as session:
        assert await seats.take(session, person(team, "noor"), team.jit_id) is not None
        assert (await session.execute(text("select count(*) from members"))).scalar_one() > 10
        assert await seats.take(session, person(team, "noor"), uuid4()) is None
        assert session.requester.jit is None
        assert (await session.execute(text("select count(*) from members"))).scalar_one() == 1, "one's own"
        assert (await session.execute(text("select count(*) from releases"))).scalar_one() == 0


@pytest.mark.parametrize(
    "ending",
    [
        "update sessions set ended_at = now()",
        "update sessions set expires_at = now()",
        "update sessions set kind = 'token', secret_hash = null",
        "update accounts set closed_at = now()",
        "update accounts set demonstration = true",
    ],
)
async def test_before_anybody_is_recognised_nothing_is_told(team: Team, ending: str) -> None:
    """The seat is looked for behind the person, not beside: a plan that did otherwise would leave a dead session's settings."""
    async with as_superuser(team) as connection:
        await connection.execute(ending)
    authentication = team.context.authentication
    async with team.context.database.reading() as session:
        with pytest.raises(Unauthenticated):
            await sessions.take_seat(session, authentication, cookie(team, "noor"), team.jit_id)
        assert set((await told(session)).values()) == {""}


@pytest.mark.parametrize(
    "ending",
    [
        "update members set state = 'ended'",
        "update parties set status = 'suspended' where code = 'NL'",
        "update parties set leaves_at = now() where code = 'NL'",
    ],
)
async def test_a_seat_that_stands_no_more_is_none(team: Team, ending: str) -> None:
    async with as_superuser(team) as connection:
        await connection.execute(ending)
    async with team.context.database.reading() as session:
        _, seat = await sessions.take_seat(session, team.context.authentication, cookie(team, "noor"), team.jit_id)
        assert seat is None
        assert (await told(session))["jit"] == ""


async def test_the_function_lends_nobody_a_right(team: Team, database_urls: embedded.Urls) -> None:
    """It runs as its caller, and the engine, which has no seat, may not call it."""
    async with as_superuser(team) as connection:
        rows = await connection.fetch(
            "select proname, prosecdef, has_function_privilege('liaison_engine', oid, 'execute') as engine"
            " from pg_proc where proname in ('take_seat', 'ledger_head')"
        )
        assert sorted(map(tuple, rows)) == [("ledger_head", False, False), ("take_seat", False, False)]
    assert database_urls


async def test_the_head_is_the_one_that_the_reader_may_know(team: Team) -> None:
    await team.settled()
    for name in ("noor", "jit_auditor", "ines"):
        read = await team.client(name).get(team.path("/members"))
        positions = [one["position"] for one in await team.entries(name) if one["position"] is not None]
        assert int(read.headers["Ledger-Position"]) == max(positions)


async def test_reading_straight_from_the_driver_is_reading(team: Team) -> None:
    """In the same transaction as everything else: one snapshot, and nothing can be changed."""
    with pytest.raises(asyncpg.ReadOnlySQLTransactionError):
        async with team.context.database.reading() as session:
            await session.fetch("update sessions set last_seen_at = now()")
    async with team.context.database.reading() as session:
        await session.fetch("select set_config('app.jit', $1, true)", team.id)
        assert (await session.execute(text("select count(*) from members"))).scalar_one() > 10

    async def fail() -> None:
        async with team.context.database.writing() as session:
            await session.fetch("update accounts set name = 'Nobody' where id = $1", team.accounts["noor"])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    assert read_json(await team.client("noor").get("/api/me"))["account"]["name"] != "Nobody"


def _end_connections(urls: embedded.Urls) -> None:
    """All of the program's, as a restart of PostgreSQL would."""

    async def end() -> None:
        connection = await asyncpg.connect(urls.owner.replace("liaison_owner", "postgres").replace("+asyncpg", ""))
        await connection.execute(
            "select pg_terminate_backend(pid, 5000) from pg_stat_activity"
            " where usename in ('liaison_app', 'liaison_engine') and datname = current_database()"
        )
        await connection.close()

    asyncio.run(end())


async def test_connections_that_the_server_ended_are_not_used(team: Team, database_urls: embedded.Urls) -> None:
    """All at once, and seen by the loop before the next request: no ping asked, and nobody gets an error."""
    everybody = [name for name in PEOPLE if name != "stranger"]
    await asyncio.gather(*(team.client(name).get(team.path("/members")) for name in everybody))
    await asyncio.to_thread(_end_connections, database_urls)
    answers = await asyncio.gather(*(team.client(name).get(team.path("/members")) for name in everybody))
    assert {answer.status_code for answer in answers} == {200}


async def test_a_connection_ended_unseen_is_asked_again_elsewhere(team: Team, database_urls: embedded.Urls) -> None:
    """The loop stands still while the server ends it, so that the pool cannot know."""
    database = team.context.database
    async with database.reading() as session:
        await session.fetch("select 1")
    for unit in (database.reading, database.writing):
        killer = threading.Thread(target=_end_connections, args=(database_urls,))
        killer.start()
        killer.join()  # blocking the loop is the point
        async with unit() as session:
            assert [tuple(row) for row in await session.fetch("select 1")] == [(1,)]
            assert (await session.execute(text("select 1"))).scalar_one() == 1


async def test_what_was_begun_is_not_asked_again_elsewhere(team: Team, database_urls: embedded.Urls) -> None:
    """Only a first statement: behind it stand a snapshot, locks and who asks, which another connection would not have."""

    async def go_on() -> None:
        async with team.context.database.writing() as session:
            await session.fetch("select 1")
            await asyncio.to_thread(_end_connections, database_urls)
            await session.fetch("select 1")

    with pytest.raises((asyncpg.PostgresError, asyncpg.InterfaceError, DBAPIError, OSError)):
        await go_on()


async def test_a_request_asks_the_database_no_more_than_it_must(team: Team) -> None:
    """No ping, no second look: begin, take the seat and say how to plan, read, end. A profile found the rest to cost more than the answer."""
    asked: list[str] = []
    async with team.context.database.reading() as session:  # the connection used last is used next
        pooled = await (await session.connection()).get_raw_connection()
        assert pooled.driver_connection is not None
        pooled.driver_connection.add_query_logger(lambda record: asked.append(record.query.split()[0]))
    for _ in range(2):
        asked.clear()
        read_json(await team.client("noor").get(team.path("/evidence")))
    assert asked == ["BEGIN", "with", "select", "ROLLBACK;"]
