"""Actions of an action day: planned by their party, shared as it says, moved once, also when that is said later."""

import asyncio
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy.exc import DBAPIError

from app.access.coordination.operation_states import STEPS, ActionRelation, Step
from tests.factories.evidence import alike, values
from tests.factories.operations import (
    WARRANT,
    act,
    aged,
    ago,
    board,
    change,
    listed,
    live,
    move,
    moving,
    place,
    planned,
    protect,
    replan,
    report,
    reporting,
    see,
    steps,
    try_act,
)
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt

SECRET = {"place": "Kade 4", "team": "Four of the unit", "risk": "A dog", "channel": "TETRA 7", "interpreter": "Amir"}


class TestNeedToKnow:
    async def test_an_action_is_its_partys_until_it_shares_it(self, team: Team) -> None:
        day = await planned(team)
        hidden = await act(team, "lena", day, **SECRET)
        line = await act(team, "lena", day, sharing="board", **SECRET)
        whole = await act(team, "lena", day, sharing="whole", **SECRET)
        assert hidden["number"].startswith("DE-")
        assert (await board(team, "jonas", day)).keys() == {one["number"] for one in (hidden, line, whole)}
        for who in ("noor", "claire", "hugo", "coordinator"):
            seen = await board(team, who, day)
            assert seen.keys() == {line["number"], whole["number"]}, who
            assert seen[line["number"]]["plan"] is None
            assert seen[line["number"]]["moves"] == []
            assert seen[whole["number"]]["plan"]["place"] == "Kade 4"
        absent = await see(team, "claire", day, f"/actions/{uuid4()}")
        assert alike(await see(team, "claire", day, f"/actions/{hidden['id']}"), absent)
        own = await team.entries("jonas", "action.planned")
        assert [values(one)["place"] for one in own] == ["Kade 4"] * 3
        others = await team.entries("claire", "action.planned")
        assert [values(one)["number"] for one in others] == [whole["number"]]
        told = await team.entries("claire", "action.shared")
        assert {values(one)["number"] for one in told} == {line["number"], whole["number"]}
        for who in ("mara", "ines"):
            assert await team.entries(who, "action.shared") == []

    async def test_what_is_shared_no_more_is_gone_and_who_saw_it_hears_so(self, team: Team) -> None:
        day = await planned(team)
        one = await act(team, "lena", day, sharing="whole", **SECRET)
        one = read_json(await replan(team, "lena", day, one, sharing="none"))
        assert await board(team, "claire", day) == {}
        assert [values(entry)["sharing"] for entry in await team.entries("claire", "action.shared")] == [
            "whole",
            "none",
        ]
        read_json(await replan(team, "lena", day, one, place="Kade 5"))
        assert await team.entries("claire", "action.changed") == []
        assert await team.entries("jonas", "action.changed") != []

    async def test_what_it_said_before_it_was_shared_stays_with_its_own(self, team: Team) -> None:
        day = await planned(team)
        one = await act(team, "lena", day, sharing="none", **SECRET)
        one = read_json(await replan(team, "lena", day, one, place="The station", sharing="whole"))
        told = str(await team.entries("claire"))
        assert SECRET["place"] not in told
        assert "The station" in told, "who reads it from now on has it in the ledger too"
        read_json(await replan(team, "lena", day, one, place="Kade 6", sharing="none"))
        assert "Kade 6" not in str(await team.entries("claire"))

    async def test_a_change_of_a_plan_shows_in_no_line(self, team: Team) -> None:
        day = await planned(team)
        one = await act(team, "lena", day, sharing="board")
        before = read_json(await see(team, "claire", day, f"/actions/{one['id']}"))
        read_json(await replan(team, "lena", day, one, place="Kade 5"))
        assert read_json(await see(team, "claire", day, f"/actions/{one['id']}")) == before

    async def test_participants_see_what_is_shared_where_their_party_takes_part(self, team: Team) -> None:
        day = await planned(team, parties=["NL", "DE", "EUROJUST"])
        one = await act(team, "lena", day, sharing="board")
        await act(team, "lena", day)
        assert (await board(team, "ines", day)).keys() == {one["number"]}
        assert [values(entry)["number"] for entry in await team.entries("ines", "action.shared")] == [one["number"]]
        assert (await try_act(team, "ines", day)).status_code == 403


class TestPlans:
    async def test_it_says_what_was_said(self, team: Team) -> None:
        day = await planned(team)
        one = await act(team, "daan", day, contingency="Wait outside", authorisation=WARRANT, **SECRET)
        plan = one["plan"]
        assert {name: plan[name] for name in SECRET} == SECRET
        assert (plan["lead"], plan["contingency"], plan["version"]) == (team.code("daan"), "Wait outside", 1)
        assert plan["authorisation"]["valid_until"] == "2030-12-19T23:00:00.000000Z"
        assert (one["state"], one["sharing"], one["party"]) == ("planned", "none", "NL")
        (entry,) = await team.entries("noor", "action.planned")
        assert values(entry)["authorisation"]["reference"] == "RK 30/4411"

    @pytest.mark.parametrize(
        "wrong",
        [
            {"objective": " "},
            {"lead": "DE-01"},
            {"lead": "NL-06"},
            {"lead": "NL-99"},
            {"sharing": "some"},
            {"authorisation": WARRANT | {"valid_until": "2030-11-20T00:00:00"}},
            {"authorisation": WARRANT | {"valid_until": WARRANT["valid_from"]}},
            {"authorisation": WARRANT | {"zone": "Europe/Rotterdam"}},
            {"state": "done"},
            {"number": "NL-1"},
        ],
    )
    async def test_what_is_wrong_is_refused(self, team: Team, wrong: dict[str, Any]) -> None:
        day = await planned(team)
        assert (await try_act(team, "daan", day, **wrong)).status_code == 422
        assert await board(team, "daan", day) == {}

    async def test_only_its_own_party_plans_and_changes_it(self, team: Team) -> None:
        day = await planned(team, "noor", parties=["NL", "DE"])
        one = await act(team, "noor", day, sharing="whole")
        for who in ("jonas", "lena"):
            refused = await replan(team, who, day, one, place="Mine")
            assert (refused.status_code, refused.json()["code"]) == (403, "not-your-action")
        for who in ("coordinator", "karl"):
            assert (await replan(team, who, day, one, place="Mine")).status_code == 403
        assert (await try_act(team, "claire", day)).status_code == 404
        read_json(await replan(team, "daan", day, one, place="Kade 9", lead=team.code("daan")))
        stale = await replan(team, "noor", day, one, place="Kade 1")
        assert stale.status_code == 412
        assert stale.json()["current"]["place"] == "Kade 9"
        assert read_json(await see(team, "lena", day, f"/actions/{one['id']}"))["plan"]["lead"] == team.code("daan")

    async def test_warrants_are_read_by_who_reads_the_plan(self, team: Team) -> None:
        day = await planned(team)
        ends = WARRANT | {"valid_until": "2030-11-26T12:00:00Z"}
        over = WARRANT | {"valid_until": "2030-11-26T09:00:00Z"}
        early = WARRANT | {"valid_from": "2030-11-26T09:30:00Z"}
        expected = {}
        for concern, warrant in (
            ("ends", ends),
            ("ended", over),
            ("not_yet", early),
            ("open", WARRANT | {"valid_until": None}),
        ):
            one = await act(team, "lena", day, authorisation=warrant)
            expected[one["number"]] = f"warrant_{concern}"
        expected[(await act(team, "lena", day))["number"]] = "no_warrant"
        await act(team, "lena", day, authorisation=WARRANT)
        found = await listed(team, "jonas", day, "/checks")
        assert {one["number"]: one["concern"] for one in found} == expected
        assert {one["verified"] for one in found} == {None}
        assert await listed(team, "claire", day, "/checks") == []


class TestMoves:
    @pytest.mark.parametrize("step", STEPS, ids=lambda step: f"{step.former}-{step.state}")
    async def test_each_step_by_its_hand(self, team: Team, step: Step) -> None:
        day = await live(team)
        one = await act(team, "lena", day, sharing="whole")
        await self.reach(team, day, one, step)
        body = moving(step.former, step.state) | ({"reason": "Said why"} if step.needs_reason else {})
        if step.needs_reason:
            assert (await move(team, "jonas", day, one, body | {"reason": None})).status_code == 422
        by_member = await move(team, "lena", day, one, body)
        assert by_member.status_code == (200 if step.by is ActionRelation.PEOPLE else 403)
        for who in ("noor", "claire", "coordinator", "karl"):
            assert (await move(team, who, day, one, body | {"key": str(uuid4())})).status_code == 403, who
        view = read_json(await move(team, "lena" if step.by is ActionRelation.PEOPLE else "jonas", day, one, body))
        assert (view["state"], view["moves"][-1]["reason"]) == (step.state, body.get("reason"))

    @staticmethod
    async def reach(team: Team, day: dict[str, Any], one: dict[str, Any], step: Step) -> None:
        way = ["planned", "ready", "go", "executing", "done"]
        if step.former == "aborted":
            read_json(await move(team, "jonas", day, one, moving("planned", "aborted", reason="x")))
        else:
            await steps(team, "jonas", day, one, *way[: way.index(step.former) + 1])

    async def test_a_line_shows_the_state_and_never_why(self, team: Team) -> None:
        day = await live(team)
        one = await act(team, "lena", day, sharing="board")
        read_json(await move(team, "lena", day, one, moving("planned", "aborted", reason="The informant was seen")))
        seen = read_json(await see(team, "claire", day, f"/actions/{one['id']}"))
        assert (seen["state"], seen["moves"], seen["may"]["steps"]) == ("aborted", [], [])
        (entry,) = await team.entries("claire", "action.moved")
        assert values(entry)["state"] == "aborted"
        assert "reason" not in values(entry)
        (entry,) = await team.entries("jonas", "action.moved")
        assert values(entry)["reason"] == "The informant was seen"

    async def test_said_later_it_is_applied_once_and_keeps_its_time(self, team: Team) -> None:
        day = await live(team)
        one = await act(team, "lena", day, sharing="board")
        at = ago(seconds=0.005)
        await steps(team, "jonas", day, one, "planned", "ready", "go")
        body = moving("go", "executing", occurred_at=at)
        answers = await asyncio.gather(*(move(team, "lena", day, one, body) for _ in range(4)))
        assert [one.status_code for one in answers] == [200] * 4
        view = read_json(answers[0])
        assert (view["since_at"], view["moves"][-1]["occurred_at"]) == (at, at)
        assert view["moves"][-1]["recorded_at"] > at
        assert [one["state"] for one in view["moves"]] == ["ready", "go", "executing"]
        told = [values(one) for one in await team.entries("claire", "action.moved")]
        assert [one["state"] for one in told] == ["ready", "go", "executing"]
        assert told[-1]["occurred_at"] == at
        again = await move(team, "lena", day, one, body | {"state": "aborted", "reason": "x"})
        assert (again.status_code, again.json()["code"]) == (409, "key-used")

    async def test_who_was_slower_is_told_what_stands(self, team: Team) -> None:
        day = await live(team)
        one = await act(team, "lena", day)
        await steps(team, "jonas", day, one, "planned", "ready", "go")
        read_json(await move(team, "jonas", day, one, moving("go", "aborted", reason="Called off")))
        late = await move(team, "lena", day, one, moving("go", "executing", occurred_at=ago(seconds=0.005)))
        assert (late.status_code, late.json()["code"], late.json()["state"]) == (409, "action-moved-on", "aborted")
        assert read_json(await see(team, "lena", day, f"/actions/{one['id']}"))["state"] == "aborted"

    async def test_nothing_happens_tomorrow_before_the_day_or_when_it_is_not_live(self, team: Team) -> None:
        day = await planned(team)
        one = await act(team, "jonas", day)
        for wrong in ("2031-01-01T00:00:00Z", "2020-01-01T00:00:00Z", "2030-01-01T00:00:00"):
            assert (
                await move(team, "jonas", day, one, moving("planned", "ready", occurred_at=wrong))
            ).status_code == 422
        read_json(await move(team, "jonas", day, one, moving("planned", "ready")))
        assert (await move(team, "jonas", day, one, moving("ready", "go"))).json()["code"] == "operation-not-live"
        assert (await move(team, "jonas", day, one, moving("ready", "done"))).json()["code"] == "no-such-move"

    async def test_what_happened_before_the_end_may_be_said_after_it(self, team: Team) -> None:
        day = await live(team)
        one = await act(team, "jonas", day)
        await steps(team, "jonas", day, one, "planned", "ready", "go", "executing")
        read_json(await change(team, "coordinator", day, state="closed"))
        await aged(team, minutes=15)
        body = moving("executing", "done", occurred_at=ago(minutes=16))
        assert (await move(team, "jonas", day, one, moving("executing", "done"))).json()["code"] == "operation-closed"
        assert read_json(await move(team, "jonas", day, one, body))["state"] == "done"


class TestTicker:
    async def test_a_line_is_for_all_or_for_ones_own(self, team: Team) -> None:
        day = await live(team)
        read_json(await report(team, "lena", day, text="Door opened"), 201)
        read_json(await report(team, "karl", day, text="Only us", shared=False), 201)
        assert [one["text"] for one in await listed(team, "jonas", day, "/ticker")] == ["Only us", "Door opened"]
        assert [one["text"] for one in await listed(team, "claire", day, "/ticker")] == ["Door opened"]
        assert len(await team.entries("karl", "operation.reported")) == 2
        assert len(await team.entries("claire", "operation.reported")) == 1

    async def test_decisions_are_on_record_for_all(self, team: Team) -> None:
        day = await live(team)
        assert (await report(team, "lena", day, kind="decision")).status_code == 403
        assert (await report(team, "jonas", day, kind="decision", shared=False)).status_code == 422
        for who in ("jonas", "coordinator"):
            assert read_json(await report(team, who, day, kind="decision"), 201)["kind"] == "decision"

    async def test_sent_again_it_stands_once(self, team: Team) -> None:
        day = await live(team)
        body = reporting(occurred_at=ago(seconds=0.005))
        path = place(team, day, "/ticker")
        answers = await asyncio.gather(*(team.client("lena").post(path, json=body) for _ in range(4)))
        assert len({read_json(one, 201)["id"] for one in answers}) == 1
        assert len(await listed(team, "jonas", day, "/ticker")) == 1
        other = await team.client("lena").post(path, json=body | {"text": "Something else"})
        assert (other.status_code, other.json()["code"]) == (409, "key-used")
        read_json(await team.client("jonas").post(path, json=body), 201)  # a key is of its seat

    async def test_who_takes_no_part_reports_nothing(self, team: Team) -> None:
        day = await planned(team, "noor", parties=["NL", "DE"])
        for who, status in (("claire", 404), ("mara", 404), ("amir", 403)):
            assert (await report(team, who, day)).status_code == status, who


class TestDoNotTouch:
    async def test_who_is_told_sees_it_and_nobody_else(self, team: Team) -> None:
        day = await planned(team)
        entry = read_json(await protect(team, "lena", day, told=["NL"]), 201)
        for who in ("lena", "jonas", "noor", "daan"):
            assert [one["subject"] for one in await listed(team, who, day, "/do-not-touch")] == ["A. Brandt"], who
            assert await team.entries(who, "protected.entered"), who
        for who in ("claire", "hugo", "karl"):
            assert await listed(team, who, day, "/do-not-touch") == [], who
            assert await team.entries(who, "protected.entered") == [], who
        path = place(team, day, "/do-not-touch/{}/lifting")
        lift = {"reason": "The source is safe"}
        absent = await team.client("claire").post(path.format(uuid4()), json=lift)
        assert alike(await team.client("claire").post(path.format(entry["id"]), json=lift), absent)
        assert (await team.client("noor").post(path.format(entry["id"]), json=lift)).json()["code"] == "not-your-entry"
        assert read_json(await team.client("jonas").post(path.format(entry["id"]), json=lift))["lifted_at"]
        assert (await team.client("jonas").post(path.format(entry["id"]), json=lift)).json()["code"] == "entry-lifted"

    async def test_only_other_parties_of_the_day_are_told(self, team: Team) -> None:
        day = await planned(team, parties=["NL", "DE"])
        for told in (["FR"], ["DE"], ["CH"], ["XX"]):
            assert (await protect(team, "lena", day, told=told)).status_code == 422, told


class TestInTheDatabase:
    async def test_nobody_reads_what_is_not_shared(self, team: Team) -> None:
        day = await live(team)
        hidden, line = await act(team, "lena", day, **SECRET), await act(team, "lena", day, sharing="board", **SECRET)
        for one in (hidden, line):
            read_json(await move(team, "lena", day, one, moving("planned", "ready")))
        read_json(await protect(team, "lena", day, told=["NL"]), 201)
        read_json(await report(team, "lena", day, shared=False), 201)
        counts = {
            "actions": {"lena": 2, "claire": 1, "coordinator": 1, "mara": 0, "ines": 0, "auditor": 0},
            "action_plans": {"lena": 2, "claire": 0, "coordinator": 0, "mara": 0, "ines": 0, "auditor": 0},
            "action_moves": {"lena": 2, "claire": 0, "coordinator": 0, "mara": 0, "ines": 0, "auditor": 0},
            "operation_reports": {"lena": 1, "claire": 0, "coordinator": 0, "mara": 0, "ines": 0, "auditor": 0},
            "protected": {"lena": 1, "noor": 1, "claire": 0, "mara": 0, "ines": 0, "karl": 0, "auditor": 0},
            "operation_words": {"lena": 3, "claire": 3, "mara": 0, "ines": 0, "auditor": 0},
            "operations": {"lena": 1, "claire": 1, "mara": 0, "ines": 0, "amir": 0, "auditor": 0},
        }
        for table, seen in counts.items():
            for who, count in seen.items():
                reached = await attempt(team, who, f"select 1 from {table}")  # noqa: S608 - names of this test
                assert reached == count, (table, who)

    async def test_nobody_speaks_or_acts_for_another_party(self, team: Team) -> None:
        day = await live(team)
        one = await act(team, "lena", day, sharing="whole", **SECRET)
        read_json(await protect(team, "lena", day, told=["NL", "FR"]), 201)
        for who in ("noor", "claire", "coordinator", "karl", "ines", "mara", "auditor"):
            for statement in (
                "update actions set state = 'done'",
                "update actions set sharing = 'whole', state = 'go'",
                "update action_plans set place = 'elsewhere'",
                "update protected set lifted_at = now(), lifted_reason = 'x'",
                "update operation_words set word = 'no_go', said_by = :seat where party <> coalesce(:party, gen_random_uuid())",
                "update action_moves set state = 'done'",
                "update operation_reports set text = 'x'",
                "delete from actions",
                "delete from protected",
            ):
                await unreached(team, who, statement)
        for who in ("lena", "karl", "claire"):
            await unreached(team, who, "update operations set title = 'Mine'")
        for insert in (
            "insert into actions select gen_random_uuid(), jit, operation, party, 'DE-X', 'whole', 'planned', now() from actions",
            "insert into action_moves select gen_random_uuid(), jit, id, :seat, gen_random_uuid(), 'planned', 'go', null, now(), now() from actions",
            "insert into protected select gen_random_uuid(), jit, operation, party, :seat, 'person', 'x', 'x', '{}', now() from protected",
            "insert into operation_reports select gen_random_uuid(), jit, id, author_party, :seat, gen_random_uuid(), 'decision', 'x', true, now(), now() from operations where author_party <> :party",
        ):
            await unreached(team, "claire", insert)
        assert read_json(await see(team, "lena", day, f"/actions/{one['id']}"))["state"] == "planned"

    async def test_a_plan_hangs_on_no_action_of_another_party(self, team: Team) -> None:
        day = await live(team)
        one = await act(team, "lena", day, sharing="board")
        stuck = "insert into action_plans (action, jit, party, objective, lead, updated_at) values ('{}', :jit, :party, 'x', :seat, now())"
        await unreached(team, "claire", stuck.format(one["id"]))


async def unreached(team: Team, who: str, statement: str) -> None:
    """The statement of this seat changes no row, or is refused."""
    try:
        reached = await attempt(team, who, statement)
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) not in {"42501", "23514"}:
            raise
        reached = 0
    assert reached == 0, (who, statement)
