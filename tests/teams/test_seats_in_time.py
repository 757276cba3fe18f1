"""Seats after they were taken: suspended, resumed, ended, given an end in time; parties suspended; who may do none of it."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app import clock
from app.access.roles import Role
from app.database import Requester
from app.services.teams import member_changes
from tests.factories import evidence, pending_actions, physical_custody, suspensions, tasks
from tests.factories.team import PEOPLE, Person, Team, member_form, read_json
from tests.support.databases.superuser import as_superuser

WHY = "Moved to another unit"
#: Each change of a seat: method, rest of its path, what is sent beside the reason.
CHANGES: list[tuple[str, str, dict[str, Any]]] = [
    ("POST", "/suspension", {}),
    ("DELETE", "/suspension", {}),
    ("POST", "/end", {}),
    ("PUT", "/until", {"until": "2031-01-01T12:00:00+01:00"}),
    ("PUT", "/name", {"name": "Somebody Else"}),
]


async def change(
    team: Team, by: str, whom: str, method: str, rest: str, *, version: int | None = 2, **more: Any
) -> httpx.Response:
    headers = {} if version is None else {"If-Match": f'"{version}"'}
    path = team.path(f"/members/{team.seats[whom]['id']}{rest}")
    return await team.client(by).request(method, path, json={"reason": WHY} | more, headers=headers)


async def seat_of(team: Team, whom: str) -> dict[str, Any]:
    """As everybody reads it; an ended seat is listed no more."""
    listed: list[dict[str, Any]] = read_json(await team.client("noor").get(team.path("/members")))["items"]
    return next(one for one in listed if one["code"] == team.code(whom))


def faults(refused: httpx.Response) -> list[str]:
    return [one["field"] for one in refused.json()["errors"]]


async def inside(team: Team, who: str) -> int:
    return (await team.client(who).get(team.path("/evidence"))).status_code


class TestASuspendedSeat:
    async def test_acts_no_more_until_it_is_resumed(self, team: Team) -> None:
        suspended = read_json(await change(team, "noor", "daan", "POST", "/suspension"))
        assert (suspended["state"], suspended["version"]) == ("suspended", 3)
        assert await inside(team, "daan") == 404
        assert (await seat_of(team, "daan"))["state"] == "suspended"
        resumed = read_json(await change(team, "bram", "daan", "DELETE", "/suspension", version=3))
        assert resumed["state"] == "seated"
        assert await inside(team, "daan") == 200
        heard = [one["kind"] for one in await team.entries("hugo") if (one["kind"] or "").startswith("member.")]
        assert heard[-2:] == ["member.suspended", "member.resumed"]

    async def test_why_is_its_own_partys_affair(self, team: Team) -> None:
        read_json(await change(team, "noor", "daan", "POST", "/suspension"))
        (told,) = await team.entries("bram", "member.suspended")
        (heard,) = await team.entries("hugo", "member.suspended")
        assert told["fields"]["reason"]["value"] == WHY
        assert "reason" not in {name for name, field in heard["fields"].items() if "value" in field}

    async def test_is_given_no_task_and_named_in_no_release(self, team: Team) -> None:
        read_json(await change(team, "jonas", "lena", "POST", "/suspension"))
        assert faults(await tasks.try_assign(team)) == ["assignee"]
        exhibit = await evidence.register(team)
        answer = await evidence.grant(team, "noor", exhibit, "DE", seats=["DE-02"])
        assert faults(answer) == ["seats"]

    async def test_a_task_of_it_can_still_be_corrected(self, team: Team) -> None:
        task = await tasks.assign(team)
        read_json(await change(team, "jonas", "lena", "POST", "/suspension"))
        assert (
            read_json(await tasks.change(team, "coordinator", task, title="Match the log anew"))["assignee"] == "DE-02"
        )

    async def test_is_neither_suspended_twice_nor_resumed_unasked(self, team: Team) -> None:
        assert (await change(team, "noor", "daan", "DELETE", "/suspension")).json()["code"] == "seat-not-suspended"
        read_json(await change(team, "noor", "daan", "POST", "/suspension"))
        again = await change(team, "noor", "daan", "POST", "/suspension", version=3)
        assert (again.status_code, again.json()["code"]) == (409, "seat-not-seated")


class TestASeatThatEnds:
    async def test_opens_nothing_and_makes_room_for_a_new_one(self, team: Team) -> None:
        assert read_json(await change(team, "noor", "daan", "POST", "/end"))["state"] == "ended"
        assert await inside(team, "daan") == 404
        assert (await change(team, "noor", "daan", "POST", "/end", version=3)).json()["code"] == "seat-ended"
        form = member_form("daan@nl.test", Person("NL", "POL", ("member",)))
        anew = read_json(await team.client("coordinator").post(team.path("/members"), json=form), 201)
        assert anew["code"] != team.code("daan")

    async def test_ends_by_the_clock_at_that_very_instant(self, team: Team) -> None:
        """Nobody waits for the worker: what it adds is the entry."""
        soon = clock.now() + timedelta(hours=1)
        read_json(await change(team, "noor", "daan", "PUT", "/until", until=clock.rfc3339(soon)))
        assert await inside(team, "daan") == 200
        async with as_superuser(team) as connection:
            await connection.execute("update members set until = now() where code = 'NL-04'")
        assert await inside(team, "daan") == 404
        while await member_changes.end_due(team.context.database):
            pass
        (ended,) = await team.entries("hugo", "member.ended")
        assert (ended["seat"], ended["party"]) == ("system", None)
        async with as_superuser(team) as connection:
            assert await connection.fetchval("select state from members where code = 'NL-04'") == "ended"
        assert await member_changes.end_due(team.context.database) == 0

    async def test_its_end_is_put_off_and_taken_away(self, team: Team) -> None:
        later = read_json(await change(team, "noor", "daan", "PUT", "/until", until="2031-01-01T12:00:00+01:00"))
        assert later["until"] == "2031-01-01T11:00:00.000000Z"
        never = read_json(await change(team, "noor", "daan", "PUT", "/until", version=3, until=None))
        assert never["until"] is None
        said_so = [entry["fields"]["until"]["value"] for entry in await team.entries("hugo", "member.timed")]
        assert said_so == ["2031-01-01T11:00:00.000000Z", None]

    async def test_a_role_for_a_time_always_has_an_end(self, team: Team) -> None:
        sofia = await seat_of(team, "sofia")
        given = clock.parse(sofia["until"]) - clock.parse(sofia["proposed_at"])
        assert given == timedelta(days=365)
        assert (await seat_of(team, "daan"))["until"] is None
        refused = await change(team, "noor", "sofia", "PUT", "/until", until=None)
        assert (refused.status_code, faults(refused)) == (422, ["until"])

    async def test_an_end_in_the_past_is_none(self, team: Team) -> None:
        refused = await change(team, "noor", "daan", "PUT", "/until", until="2025-01-01T00:00:00Z")
        assert (refused.status_code, faults(refused)) == (422, ["until"])
        form = member_form("new@nl.test", Person("NL", "POL", ("member",)), until="2025-01-01T00:00:00Z")
        assert faults(await team.client("coordinator").post(team.path("/members"), json=form)) == ["until"]

    async def test_what_it_leaves_behind_is_told_before(self, team: Team) -> None:
        task = await tasks.assign(team, assignee="NL-04")
        await evidence.register(team, "noor", evidence.release("NL", seats=["NL-02", "NL-04"]))
        path = team.path(f"/members/{team.seats['daan']['id']}/duties")
        assert read_json(await team.client("noor").get(path)) == {
            "tasks": 1,
            "named_in": 1,
            "last_leader": False,
            "open_tasks": [{"id": task["id"], "number": task["number"], "title": task["title"]}],
            "handovers": [],
            "items": [],
        }
        assert (await team.client("claire").get(path)).status_code == 403
        alone = team.path(f"/members/{team.seats['claire']['id']}/duties")
        assert read_json(await team.client("claire").get(alone))["last_leader"] is True

    async def test_what_it_left_is_pending_for_its_leaders_until_it_is_reassigned(self, team: Team) -> None:
        task = await tasks.assign(team, assignee="NL-04")
        held = await physical_custody.thing(team, evidence.release("NL"), who="daan")
        offered = await physical_custody.thing(team, evidence.release("NL"))
        handover = await physical_custody.offered(team, "noor", offered, "daan")
        assert await pending_actions.of_kind(team, "noor", "reassignment") == []
        read_json(await change(team, "noor", "daan", "POST", "/end"))
        (left,) = await pending_actions.of_kind(team, "bram", "reassignment")
        assert (left["link"]["id"], left["number"], left["count"]) == (team.seats["daan"]["id"], "NL-04", 3)
        for who in ("jonas", "lena", "coordinator", "auditor"):
            assert await pending_actions.of_kind(team, who, "reassignment") == [], who
        duties = read_json(await team.client("bram").get(team.path(f"/members/{team.seats['daan']['id']}/duties")))
        found = {name: [one["id"] for one in duties[name]] for name in ("open_tasks", "handovers", "items")}
        assert found == {"open_tasks": [task["id"]], "handovers": [offered["id"]], "items": [held["id"]]}
        read_json(await physical_custody.answer(team, "noor", handover, "withdrawn"))
        read_json(await physical_custody.act(team, "noor", held, "stored"), 201)
        read_json(await tasks.change(team, "noor", task, assignee="NL-02"))
        assert await pending_actions.of_kind(team, "bram", "reassignment") == []


class TestWhoMayNot:
    async def test_nobody_but_its_own_leaders_changes_a_seat(self, team: Team) -> None:
        for who in PEOPLE.keys() - {"noor", "bram", "stranger"}:
            for method, rest, more in CHANGES:
                assert (await change(team, who, "daan", method, rest, **more)).status_code == 403, (who, rest)
        assert (await seat_of(team, "daan"))["version"] == 2

    async def test_a_stranger_finds_nothing(self, team: Team) -> None:
        for method, rest, more in CHANGES:
            assert (await change(team, "stranger", "daan", method, rest, **more)).status_code == 404

    async def test_the_last_leader_stays(self, team: Team) -> None:
        for method, rest, more in (CHANGES[0], CHANGES[2], CHANGES[3]):
            refused = await change(team, "claire", "claire", method, rest, **more)
            assert (refused.status_code, refused.json()["code"]) == (409, "last-leader"), rest
        read_json(await change(team, "noor", "bram", "POST", "/end"))
        assert (await change(team, "noor", "noor", "POST", "/end")).json()["code"] == "last-leader"

    async def test_a_leader_who_leaves_soon_is_no_other_leader(self, team: Team) -> None:
        read_json(await change(team, "noor", "bram", "PUT", "/until", until="2031-01-01T12:00:00Z"))
        assert (await change(team, "noor", "noor", "POST", "/end")).json()["code"] == "last-leader"

    async def test_any_leader_ends_the_auditor_of_the_team(self, team: Team) -> None:
        """Its seat stands on the agreement of every party."""
        assert read_json(await change(team, "claire", "jit_auditor", "POST", "/end"))["state"] == "ended"
        assert await inside(team, "jit_auditor") == 404

    async def test_the_version_counts(self, team: Team) -> None:
        assert (await change(team, "noor", "daan", "POST", "/end", version=None)).status_code == 428
        stale = await change(team, "noor", "daan", "POST", "/end", version=1)
        assert (stale.status_code, stale.json()["current"]["version"]) == (412, 2)
        assert await inside(team, "daan") == 200

    async def test_the_database_lets_no_leader_change_anothers_seat(self, team: Team) -> None:
        """A forgotten predicate: the policy refuses it all the same."""
        claire = Requester(
            jit=team.jit_id,
            party=await party_id(team, "FR"),
            seat=UUID(team.seats["claire"]["id"]),
            roles=frozenset({Role.LEADER}),
        )
        with pytest.raises(DBAPIError, match="row-level security"):
            async with team.context.database.writing(claire) as session:
                await session.execute(text("update members set state = 'ended' where code = 'NL-04'"))


async def party_id(team: Team, code: str) -> UUID:
    async with as_superuser(team) as connection:
        return UUID(str(await connection.fetchval("select id from parties where code = $1", code)))


class TestASecondedSeat:
    async def propose(self, team: Team, **changes: Any) -> httpx.Response:
        form = member_form("sent@nl.test", Person("NL", "POL", ("member",))) | changes
        return await team.client("coordinator").post(team.path("/members"), json=form)

    async def test_records_its_host_and_what_entrusts_it(self, team: Team) -> None:
        seat = read_json(await self.propose(team, seconded_to="DE", entrustment="Order StA 12 Js 4/26"), 201)
        assert (seat["seconded_to"], seat["entrustment"]) == ("DE", "Order StA 12 Js 4/26")
        entry = (await team.entries("hugo", "member.proposed"))[-1]
        assert evidence.values(entry)["seconded_to"] == "DE"

    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"seconded_to": "DE"}, "entrustment"),
            ({"entrustment": "An order"}, "seconded_to"),
            ({"seconded_to": "NL", "entrustment": "An order"}, "seconded_to"),
            ({"seconded_to": "XX", "entrustment": "An order"}, "seconded_to"),
        ],
    )
    async def test_is_refused_by_halves(self, team: Team, changes: dict[str, str], field: str) -> None:
        refused = await self.propose(team, **changes)
        assert (refused.status_code, faults(refused)) == (422, [field])


class TestASuspendedParty:
    async def test_none_of_its_seats_acts_and_what_it_contributed_stays(self, team: Team) -> None:
        exhibit = await evidence.register(team, "jonas", evidence.release("NL"))
        done = await suspensions.suspended(team, "DE", "noor", "claire")
        assert done["status"] == "suspended"
        assert [await inside(team, who) for who in ("jonas", "lena", "auditor")] == [404, 404, 404]
        assert (await evidence.see(team, "noor", exhibit)).status_code == 200
        assert read_json(await suspensions.resume(team, "admin", "DE", done["version"]))["status"] == "active"
        assert await inside(team, "lena") == 200
        kinds = [one["kind"] for one in await team.entries("hugo") if (one["kind"] or "").startswith("party.")]
        assert kinds[-3:] == ["party.suspension_proposed", "party.suspended", "party.resumed"]

    async def test_is_resumed_by_an_administrator_alone_and_never_its_own(self, team: Team) -> None:
        for who in ("noor", "claire", "coordinator", "daan", "jit_auditor"):
            assert (await suspensions.resume(team, who, "DE", 1)).status_code == 403, who
        assert (await suspensions.resume(team, "admin", "NL", 1)).json()["code"] == "own-party"
        assert (await suspensions.resume(team, "admin", "XX", 1)).status_code == 404
        assert (await suspensions.resume(team, "admin", "DE", 7)).status_code == 412
        assert (await suspensions.resume(team, "admin", "DE", 1)).json()["code"] == "party-not-suspended"

    async def test_the_database_lets_nobody_else_suspend_one(self, team: Team) -> None:
        leader = Requester(jit=team.jit_id, party=await party_id(team, "NL"), roles=frozenset({Role.LEADER}))
        with pytest.raises(DBAPIError, match="row-level security"):
            async with team.context.database.writing(leader) as session:
                await session.execute(text("update parties set status = 'suspended' where code = 'DE'"))
