"""Alerts and digests: what an originator hears at once and what it reads in the morning, with one owner for each alert."""

import asyncio
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import httpx
import pytest
from sqlalchemy.exc import DBAPIError

from app import clock
from app.services.notifications import digests
from tests.factories.evidence import custody as custody_of
from tests.factories.evidence import grant, kinds, open_it, release, take_it, values, with_file
from tests.factories.pending_actions import pending
from tests.factories.team import Team, read_json
from tests.factories.working_sessions import begin, open_within
from tests.support.databases.as_seat import attempt, seat_of
from tests.support.databases.superuser import as_superuser

MANY = 20
#: How many rows of openings this transaction has read.
_READ = "select seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables where relname = 'openings'"


async def alerts(team: Team, who: str, query: str = "") -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = read_json(await team.client(who).get(team.path(f"/alerts{query}")))["items"]
    return items


async def hand(team: Team, who: str, alert: dict[str, Any], to: str, version: int | None = None) -> httpx.Response:
    match = {"If-Match": f'"{alert["version"] if version is None else version}"'}
    return await team.client(who).put(
        team.path(f"/alerts/{alert['id']}/owner"), json={"seat": team.code(to)}, headers=match
    )


async def acknowledge(team: Team, who: str, *ids: str) -> httpx.Response:
    form = {"alerts": list(ids), "word": "Asked Wiesbaden: it is for the arrest"}
    return await team.client(who).post(team.path("/alerts/acknowledgements"), json=form)


async def waiting(team: Team, who: str) -> list[str]:
    """The ids of the open alerts that somebody owns."""
    query = team.path("/alerts?mine=true&acknowledged=false")
    found = [one["id"] for one in read_json(await team.client(who).get(query))["items"]]
    alerts_of = [one for one in (await pending(team, who))["items"] if one["group"] == "alerts"]
    assert sum(one["count"] for one in alerts_of) == len(found)
    return found


class TestWhatIsToldAtOnce:
    async def test_a_first_opening_of_each_party_and_every_copy(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"), release("FR"))
        for who in ("lena", "jonas", "claire", "noor", "daan"):
            read_json(await open_it(team, who, exhibit), 201)
        for _ in range(2):
            read_json(await take_it(team, "jonas", exhibit), 201)
        told = [(one["kind"], one["party"], one["seat"]) for one in await alerts(team, "noor")]
        copies = [("copy", "DE", team.code("jonas"))] * 2
        firsts = [("first_opening", "FR", team.code("claire")), ("first_opening", "DE", team.code("lena"))]
        assert told == copies + firsts, "newest first, and nothing of one's own party"
        assert [values(one)["alert_kind"] for one in await team.entries("noor", "alert.raised")] == [
            "first_opening",
            "first_opening",
            "copy",
            "copy",
        ]

    async def test_a_burst_of_one_seat_once(self, team: Team) -> None:
        exhibits = [await with_file(team, release("DE")) for _ in range(2)]
        read_json(await begin(team, "lena"), 201)
        for turn in range(MANY + 3):
            read_json(await open_within(team, "lena", exhibits[turn % 2]), 201)
        bursts = [one for one in await alerts(team, "noor") if one["kind"] == "burst"]
        assert [(one["seat"], one["openings"]) for one in bursts] == [(team.code("lena"), MANY)]

    async def test_an_opening_reads_as_little_after_many_as_after_none(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        for _ in range(MANY):
            read_json(await open_it(team, "lena", exhibit), 201)
        again = (
            "insert into openings (id, jit, evidence, seat, session, act, purpose, opened_at, expires_at)"
            " select gen_random_uuid(), jit, evidence, seat, session, act, purpose, now(), now()"
            " from (select * from openings limit 1) one, generate_series(1, $1::int)"
        )
        async with as_superuser(team) as connection:
            await connection.execute(again, 500)
            async with connection.transaction():
                before = await connection.fetchval(_READ)
                await connection.execute(again, 1)
                assert await connection.fetchval(_READ) - before < MANY
            assert await connection.fetchval("select count(*) from alerts where kind = 'burst'") == 1

    async def test_a_burst_says_nothing_of_exhibits_that_are_narrowed_to_others(self, team: Team) -> None:
        narrowed = await with_file(team, release("NL", seats=[team.code("noor")]), release("DE"))
        shown = await with_file(team, release("DE"))
        for turn in range(MANY):
            read_json(await open_it(team, "lena", narrowed if turn % 2 else shown), 201)
        assert {one["kind"] for one in await alerts(team, "noor")} == {"first_opening"}
        assert [one["evidence"] for one in await alerts(team, "bram")] == [shown["id"]]

    async def test_is_the_originators_alone(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"), release("FR"))
        opened = read_json(await open_it(team, "lena", exhibit), 201)
        (alert,) = await alerts(team, "noor")
        assert await alerts(team, "daan") == [alert | {"mine": False, "may_answer": False}], "its members read it"
        for who in ("jonas", "lena", "claire"):
            assert await alerts(team, who) == []
            assert await team.entries(who, "alert.raised") == []
            assert (await hand(team, who, alert, "noor")).status_code in {403, 404}
        for who in ("coordinator", "admin", "ines", "auditor", "jit_auditor"):
            assert (await team.client(who).get(team.path("/alerts"))).status_code == 403
        assert kinds(await custody_of(team, "lena", exhibit))[-1] == "evidence.opened", opened["id"]


class TestItsOwner:
    async def test_is_who_released_it_and_one_alone(self, team: Team) -> None:
        exhibit = await with_file(team)
        read_json(await grant(team, "bram", exhibit, "DE"))
        read_json(await open_it(team, "lena", exhibit), 201)
        (alert,) = await alerts(team, "noor")
        assert (alert["owner"], alert["mine"]) == (team.code("bram"), False)
        assert (await waiting(team, "bram"), await waiting(team, "noor")) == ([alert["id"]], [])

    async def test_is_a_leader_who_sees_the_exhibit(self, team: Team) -> None:
        exhibit = await with_file(team, release("NL", seats=[team.code("noor"), team.code("daan")]), release("DE"))
        read_json(await open_it(team, "lena", exhibit), 201)
        (alert,) = await alerts(team, "noor")
        assert alert["owner"] == team.code("noor")
        for to in ("bram", "daan", "jonas"):
            refused = await hand(team, "noor", alert, to)
            assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "seat")
        assert (await hand(team, "bram", alert, "bram")).status_code == 404

    async def test_takes_over_hands_on_and_acknowledges_with_a_word(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        read_json(await open_it(team, "lena", exhibit), 201)
        (alert,) = await alerts(team, "noor")
        for who, code in (("bram", "not-the-owner"), ("daan", "role-may-not")):
            refused = await acknowledge(team, who, alert["id"])
            assert (refused.status_code, refused.json()["code"]) == (403, code)
        alert = read_json(await hand(team, "bram", alert, "bram"))
        assert (alert["owner"], alert["version"]) == (team.code("bram"), 2)
        assert (await hand(team, "noor", alert, "noor", version=1)).status_code == 412
        assert (await hand(team, "noor", alert, "bram")).json()["code"] == "owner-already"
        alert = read_json(await hand(team, "bram", alert, "noor"))
        assert (await acknowledge(team, "noor", alert["id"])).status_code == 204
        assert await waiting(team, "noor") == []
        (done,) = await alerts(team, "daan", "?acknowledged=true")
        assert (done["owner"], done["word"]) == (team.code("noor"), "Asked Wiesbaden: it is for the arrest")
        for refused in (await acknowledge(team, "noor", alert["id"]), await hand(team, "noor", done, "bram")):
            assert (refused.status_code, refused.json()["code"]) == (409, "alert-acknowledged")
        history = [one for one in await team.entries("bram") if one["subject"].get("alert") == alert["id"]]
        told = [(one["kind"], values(one)["owner"]) for one in history]
        noor, bram = team.code("noor"), team.code("bram")
        owners = [("alert.raised", noor), ("alert.handed_over", bram), ("alert.handed_over", noor)]
        assert told == [*owners, ("alert.acknowledged", noor)]

    async def test_several_are_acknowledged_together_or_not_at_all(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"), release("FR"))
        for who in ("lena", "claire"):
            read_json(await open_it(team, who, exhibit), 201)
        mine = [one["id"] for one in await alerts(team, "noor")]
        assert (await acknowledge(team, "noor", *mine, str(clock.new_id()))).status_code == 404
        hidden = await acknowledge(team, "claire", mine[0])
        absent = await acknowledge(team, "claire", str(clock.new_id()))
        assert (hidden.status_code, hidden.json()["detail"]) == (404, absent.json()["detail"])
        assert len(await waiting(team, "noor")) == 2
        answers = await asyncio.gather(*(acknowledge(team, "noor", *order) for order in (mine, mine[::-1])))
        assert sorted(one.status_code for one in answers) == [204, 409]
        assert len(await team.entries("noor", "alert.acknowledged")) == 2

    async def test_passes_on_when_its_seat_acts_no_more(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        read_json(await open_it(team, "lena", exhibit), 201)
        (alert,) = await alerts(team, "noor")
        async with as_superuser(team) as superuser:
            await superuser.execute(
                "update members set state = 'suspended' where id = $1", UUID(team.seats["noor"]["id"])
            )
        await team.run_jobs("alerts")
        (alert,) = await alerts(team, "bram")
        assert alert["owner"] == team.code("bram")
        assert await waiting(team, "bram") == [alert["id"]]
        (entry,) = await team.entries("bram", "alert.handed_over")
        assert (entry["seat"], values(entry)["former"]) == ("system", team.code("noor"))


class TestTheDatabase:
    async def test_raises_what_no_service_asked_for(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        read_json(await open_it(team, "noor", exhibit), 201)
        insert = """insert into openings (id, jit, evidence, seat, session, act, purpose, opened_at, expires_at)
            select gen_random_uuid(), :jit, :evidence, :seat, s.id, 'take', 'JIT_PURPOSE', now(), now() + interval '1 hour'
              from sessions s where s.account = :account limit 1"""
        lena = await seat_of(team, "lena")
        await attempt(team, "lena", insert, evidence=UUID(exhibit["id"]), account=lena.account)
        assert [one["kind"] for one in await alerts(team, "noor")] == ["copy"]

    async def test_takes_no_alert_from_anybody_and_no_answer_from_others(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        read_json(await open_it(team, "lena", exhibit), 201)
        (alert,) = await alerts(team, "noor")
        one, bram = UUID(alert["id"]), await seat_of(team, "bram")
        for who, statement in (
            ("noor", "insert into alerts select * from alerts"),
            ("noor", "delete from alerts"),
            ("noor", "update alerts set seat = owner"),
            ("noor", "update alerts set raised_at = now()"),
            ("lena", "select leader_for(:one, :party)"),
        ):
            with pytest.raises(DBAPIError, match="permission denied"):
                await attempt(team, who, statement, one=one)
        done = "update alerts set acknowledged_at = now(), acknowledged_by = :seat, word = 'x' where id = :one"
        for who in ("lena", "jonas", "claire"):
            assert await attempt(team, who, done, one=one) == 0
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "noor", done, one=one, seat=bram.id)
        lena = await seat_of(team, "lena")
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "noor", "update alerts set owner = :other where id = :one", one=one, other=lena.id)
        assert await attempt(team, "lena", "select * from raised_by(:opening)", opening=one) == 0
        assert await attempt(team, "noor", done, one=one) == 1


async def days(team: Team, who: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = read_json(await team.client(who).get(team.path("/digests")))["items"]
    return items


AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def morning(hour: int = 9) -> datetime:
    """Tomorrow at this hour in Amsterdam, where it is tomorrow before it is in Greenwich."""
    return (clock.now().astimezone(AMSTERDAM) + timedelta(days=1)).replace(hour=hour, minute=30)


class TestDigests:
    async def test_count_a_partys_day_in_its_morning(self, team: Team) -> None:
        exhibit, other = await with_file(team, release("DE"), release("FR")), await with_file(team, release("DE"))
        for who in ("lena", "lena", "jonas", "claire", "noor"):
            read_json(await open_it(team, who, exhibit), 201)
        read_json(await take_it(team, "jonas", other), 201)
        await digests.make_due(team.context.database, morning())
        (day,) = await days(team, "noor")
        told = {(one["party"], one["evidence"]): (one["openings"], one["copies"], one["seats"]) for one in day["lines"]}
        assert told == {
            ("DE", exhibit["id"]): (3, 0, 2),
            ("DE", other["id"]): (1, 1, 1),
            ("FR", exhibit["id"]): (1, 0, 1),
        }
        assert (day["zone"], day["day"]) == ("Europe/Amsterdam", (morning() - timedelta(days=1)).date().isoformat())
        assert [await days(team, who) for who in ("jonas", "claire", "mara")] == [[], [], []]
        assert len(await team.entries("daan", "digest.made")) == 1
        assert await team.entries("lena", "digest.made") == []

    async def test_are_made_once_and_not_before_seven(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        read_json(await open_it(team, "lena", exhibit), 201)
        await digests.make_due(team.context.database, morning(6))
        assert await days(team, "noor") == []
        for _ in range(2):
            await digests.make_due(team.context.database, morning())
        assert len(await days(team, "noor")) == 1
        assert len(await team.entries("noor", "digest.made")) == 1

    async def test_name_nothing_that_their_reader_may_not_see(self, team: Team) -> None:
        narrowed = await with_file(team, release("NL", seats=[team.code("noor")]), release("DE"))
        read_json(await open_it(team, "lena", narrowed), 201)
        await digests.make_due(team.context.database, morning())
        assert [len(one["lines"]) for one in await days(team, "noor")] == [1]
        assert [one["lines"] for one in await days(team, "bram")] == [[]]
        assert await attempt(team, "lena", "select 1 from digest_lines") == 0
        assert await attempt(team, "lena", "select 1 from digests where party <> :party") == 0
        for table in ("digests", "digest_lines"):
            with pytest.raises(DBAPIError, match="permission denied"):
                await attempt(team, "noor", f"delete from {table}")  # noqa: S608
