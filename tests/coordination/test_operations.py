"""Action days: drafted, told, spoken on, begun and closed; who sees, runs and decides."""

from typing import Any
from uuid import uuid4

import httpx
import pytest
from sqlalchemy.exc import DBAPIError

from tests.factories.evidence import alike, values
from tests.factories.operations import (
    HOUR,
    act,
    board,
    change,
    drafted,
    form,
    listed,
    live,
    move,
    moving,
    place,
    planned,
    protect,
    report,
    see,
    speak,
    steps,
    try_act,
    try_plan,
)
from tests.factories.outcomes import debrief, write
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt
from tests.support.databases.superuser import as_superuser

#: How the kinds begin of what is done on an action day.
OF_A_DAY = ("operation.", "action.", "protected.", "media_line.")

#: What is wrong with a day, and the field that the refusal must name.
WRONG: list[tuple[dict[str, Any], str]] = [
    ({"title": " "}, "title"),
    ({"title": "nul\x00"}, "title"),
    ({"kind": "practice"}, "kind"),
    ({"parties": []}, "parties"),
    ({"parties": ["NL", "XX"]}, "parties.1"),
    ({"h_at": "2030-11-26T09:00:00"}, "h_at"),
    ({"h_at": "2020-11-26T09:00:00Z"}, "h_at"),
    ({"h_at": None}, "h_zone"),
    ({"h_zone": None}, "h_zone"),
    ({"h_at": None, "h_zone": None}, "h_at"),
    ({"h_zone": "Europe/Rotterdam"}, "h_zone"),
    ({"h_local": "2030-11-26T10:00"}, "h_local"),
    ({"h_at": None, "h_local": "2030-10-27T02:30"}, "h_local"),  # clocks show it twice
    ({"state": "live"}, "state"),
]


def fields(answer: httpx.Response) -> list[str]:
    """What a refusal of the input names."""
    assert answer.status_code == 422, answer.text
    return [one["field"] for one in answer.json()["errors"]]


class TestPlanning:
    async def test_a_day_says_what_was_said(self, team: Team) -> None:
        day = await drafted(team, h_at=None, h_local="2030-11-26T10:00")
        assert day["h_at"] == "2030-11-26T09:00:00.000000Z"
        assert (day["state"], day["author"], day["author_party"]) == ("draft", team.code("coordinator"), "NL")
        assert [(one["party"], one["word"], one["stands"]) for one in day["parties"]] == [
            ("DE", None, False),
            ("FR", None, False),
            ("NL", None, False),
        ]
        assert read_json(await see(team, "coordinator", day)) == day
        (entry,) = await team.entries("noor", "operation.planned")
        told = values(entry)
        assert (told["title"], told["meant"], told["state"], told["parties"]) == (
            "Lantern out",
            "real",
            "draft",
            ["DE", "FR", "NL"],
        )

    @pytest.mark.parametrize(("wrong", "field"), WRONG)
    async def test_what_is_wrong_is_named(self, team: Team, wrong: dict[str, Any], field: str) -> None:
        body = {name: value for name, value in form(**wrong).items() if value is not None}
        answer = await team.client("coordinator").post(team.path("/operations"), json=body)
        assert field in fields(answer)
        assert read_json(await team.client("coordinator").get(team.path("/operations")))["items"] == []

    async def test_whom_the_outbound_gate_stands_before_takes_no_part(self, team: Team) -> None:
        answer = await try_plan(team, parties=["NL", "CH"])
        assert (answer.status_code, answer.json()["code"]) == (409, "outbound-gate-closed")

    @pytest.mark.parametrize(
        ("who", "status"),
        [
            ("noor", 201),
            ("coordinator", 201),
            ("daan", 403),
            ("ines", 403),
            ("amir", 403),
            ("admin", 403),
            ("auditor", 403),
        ],
    )
    async def test_leaders_and_coordinators_plan(self, team: Team, who: str, status: int) -> None:
        assert (await try_plan(team, who)).status_code == status

    async def test_nothing_is_planned_in_the_trial_phase(self, team: Team) -> None:
        form = {"phase": "trial", "clause": "12", "reason": "The agreement ended"}
        version = read_json(await team.client("admin").get(team.path("")))["version"]
        headers = {"If-Match": f'"{version}"'}
        read_json(await team.client("admin").post(team.path("/phase"), json=form, headers=headers))
        assert (await try_plan(team)).json()["code"] == "trial-phase"


class TestWhoSeesADay:
    async def test_a_draft_is_its_partys_and_the_coordinators(self, team: Team) -> None:
        day = await drafted(team, "noor")
        for who in ("noor", "daan", "coordinator"):
            assert (await see(team, who, day)).status_code == 200, who
        absent = await see(team, "noor", day | {"id": "019ab000-0000-7000-8000-000000000000"})
        for who in ("jonas", "claire", "lena", "karl", "mara", "ines"):
            assert alike(await see(team, who, day), absent), who
            assert read_json(await team.client(who).get(team.path("/operations")))["items"] == []
            assert await team.entries(who, "operation.planned") == []

    async def test_planned_it_is_told_to_who_takes_part_and_to_nobody_else(self, team: Team) -> None:
        day = await planned(team, "noor", parties=["NL", "DE", "EUROJUST"])
        for who in ("noor", "daan", "coordinator", "jonas", "lena", "karl", "ines"):
            assert read_json(await see(team, who, day))["state"] == "planned", who
            assert await team.entries(who, "operation.planned"), who
        for who in ("claire", "hugo", "mara"):
            assert (await see(team, who, day)).status_code == 404, who
            assert await team.entries(who, "operation.planned") == []
        for who in ("amir", "sofia", "admin"):
            assert (await see(team, who, day)).status_code == 403, who

    async def test_who_joins_hears_from_then_on(self, team: Team) -> None:
        day = await planned(team, parties=["NL", "DE"])
        read_json(await change(team, "coordinator", day, parties=["FR"]))
        assert read_json(await see(team, "claire", day))["title"] == "Lantern out"
        (entry,) = await team.entries("claire", "operation.changed")
        assert values(entry)["changes"]["parties"] == {"from": ["DE", "NL"], "to": ["DE", "FR", "NL"]}


class TestWhoChangesADay:
    async def test_coordinators_and_leaders_of_its_party(self, team: Team) -> None:
        day = await planned(team, "noor")
        assert (await change(team, "bram", day, title="Lantern down")).status_code == 200
        assert (await change(team, "coordinator", day, title="Lantern off")).status_code == 200
        refused = await change(team, "jonas", day, title="Mine")
        assert (refused.status_code, refused.json()["code"]) == (403, "not-your-operation")
        assert (await change(team, "lena", day, title="Mine")).status_code == 403
        assert read_json(await see(team, "noor", day))["title"] == "Lantern off"

    async def test_a_stale_change_is_told(self, team: Team) -> None:
        day = await planned(team)
        read_json(await change(team, "coordinator", day, title="First"))
        answer = await change(team, "coordinator", day, version=day["version"], title="Second")
        assert answer.status_code == 412
        assert answer.json()["current"]["title"] == "First"
        path = place(team, day)
        assert (await team.client("coordinator").patch(path, json={"title": "x"})).status_code == 428

    @pytest.mark.parametrize("form", [{}, {"reason": "x"}, {"title": None}, {"state": None}, {"h_at": HOUR["h_at"]}])
    async def test_nothing_to_change_is_refused(self, team: Team, form: dict[str, Any]) -> None:
        day = await planned(team)
        assert (await change(team, "coordinator", day, **form)).status_code == 422


class TestWords:
    async def test_each_party_says_its_own(self, team: Team) -> None:
        day = await planned(team)
        seen = read_json(await speak(team, "jonas", day))
        assert [(one["party"], one["word"], one["stands"]) for one in seen["parties"]] == [
            ("DE", "go", True),
            ("FR", None, False),
            ("NL", None, False),
        ]
        assert seen["parties"][0]["said_by"] == team.code("jonas")
        (entry,) = await team.entries("claire", "operation.word_given")
        assert (entry["party"], values(entry)["word"]) == ("DE", "go")
        for who in ("lena", "coordinator", "ines", "karl"):
            assert (await speak(team, who, day)).status_code == 403, who

    async def test_a_no_go_and_what_is_taken_back_say_why(self, team: Team) -> None:
        day = await planned(team)
        for word in ("no_go", None):
            answer = await speak(team, "jonas", day, word)
            assert fields(answer) == ["reason"]
        seen = read_json(await speak(team, "jonas", day, "no_go", reason="No interpreter"))
        assert (seen["parties"][0]["word"], seen["parties"][0]["reason"]) == ("no_go", "No interpreter")
        seen = read_json(await speak(team, "jonas", day, None, reason="There is one after all"))
        assert (seen["parties"][0]["word"], seen["parties"][0]["stands"]) == (None, False)

    async def test_who_takes_no_part_says_nothing(self, team: Team) -> None:
        day = await planned(team, "noor", parties=["DE"])
        answer = await speak(team, "noor", day)
        assert (answer.status_code, answer.json()["code"]) == (403, "not-taking-part")

    async def test_moving_h_takes_every_word_away(self, team: Team) -> None:
        day = await planned(team)
        read_json(await speak(team, "jonas", day))
        moved = read_json(
            await change(team, "coordinator", day, h_at="2030-11-27T09:00:00Z", h_zone="Europe/Amsterdam")
        )
        assert (moved["parties"][0]["word"], moved["parties"][0]["stands"]) == ("go", False)
        answer = await speak(team, "claire", day)  # for the hour that she saw
        assert (answer.status_code, answer.json()["code"]) == (409, "meant-otherwise")
        assert read_json(await speak(team, "jonas", moved))["parties"][0]["stands"]

    async def test_moved_away_and_back_no_word_stands(self, team: Team) -> None:
        day = await planned(team)
        for who in ("noor", "jonas", "claire"):
            read_json(await speak(team, who, day))
        for hour in ({"h_at": "2030-11-27T09:00:00Z", "h_zone": "Europe/Amsterdam"}, HOUR):
            moved = read_json(await change(team, "coordinator", day, **hour))
        assert moved["h_at"] == day["h_at"]
        assert not any(one["stands"] for one in moved["parties"])
        assert fields(await change(team, "coordinator", day, state="live")) == ["reason"]
        assert (await speak(team, "claire", day)).json()["code"] == "meant-otherwise"

    async def test_a_go_for_a_rehearsal_is_none_for_the_real_day(self, team: Team) -> None:
        day = await planned(team, kind="rehearsal")
        for who in ("noor", "jonas"):
            read_json(await speak(team, who, day))
        meant = read_json(await change(team, "coordinator", day, kind="real"))
        assert not any(one["stands"] for one in meant["parties"])
        assert (await speak(team, "claire", day)).json()["code"] == "meant-otherwise"  # she read of a rehearsal
        for who in ("noor", "jonas", "claire"):
            read_json(await speak(team, who, meant))
        back = await change(team, "coordinator", day, kind="rehearsal", state="live")  # meant and begun at once
        assert fields(back) == ["reason"]
        assert read_json(await change(team, "coordinator", day, title="Lantern off"))["parties"][0]["stands"]
        assert read_json(await change(team, "coordinator", day, state="live"))["state"] == "live"

    async def test_nobody_sets_in_sql_for_what_a_word_counts(self, team: Team) -> None:
        await planned(team)
        with pytest.raises(DBAPIError, match="permission denied"):
            await attempt(team, "coordinator", "update operations set told_as = 1")

    async def test_no_word_is_said_on_a_draft_or_after_h(self, team: Team) -> None:
        day = await drafted(team, "noor")
        assert (await speak(team, "noor", day)).json()["code"] == "operation-not-planned"
        day = read_json(await change(team, "noor", day, state="planned"))
        async with as_superuser(team) as superuser:
            await superuser.execute("update operations set h_at = now() - interval '1 minute'")
        day = read_json(await see(team, "noor", day))
        assert (await speak(team, "noor", day)).json()["code"] == "h-hour-passed"


class TestTheCourse:
    async def test_with_every_go_it_begins_and_ends(self, team: Team) -> None:
        day = await live(team)
        assert day["live_at"] is not None
        refused = await change(team, "coordinator", day, title="Other")
        assert (refused.status_code, refused.json()["code"]) == (409, "operation-live")
        closed = read_json(await change(team, "coordinator", day, state="closed"))
        assert closed["closed_at"] is not None
        reopen = [{"state": "live", "needs_reason": True}]
        closed_to = {"edit": False, "speak": False, "plan": False}
        assert closed["may"] == closed_to | {"record": False, "decide": True, "steps": reopen}
        assert (await change(team, "coordinator", closed, state="planned")).json()["code"] == "operation-closed"
        wrongs: list[dict[str, Any]] = [{"title": "Other"}, {"title": "Other", "state": "live", "reason": "x"}]
        for wrong in wrongs:
            assert (await change(team, "coordinator", closed, **wrong)).json()["code"] == "operation-closed"

    async def test_close_demands_a_reason_for_each_party_that_visibly_executes_and_shows_it(self, team: Team) -> None:
        day = await planned(team)
        for leader, word in (("noor", "go"), ("jonas", "go"), ("claire", "no_go")):
            read_json(await speak(team, leader, day, word, reason="The Bar is not there" if word == "no_go" else None))
        read_json(await change(team, "coordinator", day, state="live", reason="Lille can wait"))
        dutch = await act(team, "noor", day, sharing="whole")
        german = await act(team, "jonas", day, sharing="board")
        hidden = await act(team, "lena", day)
        for who, one in (("noor", dutch), ("jonas", german), ("jonas", hidden)):
            await steps(team, who, day, one, "planned", "ready", "go", "executing")
        missing = await change(team, "coordinator", day, state="closed")
        assert (fields(missing), "DE, NL" in missing.text or '["DE","NL"]' in missing.text) == (["reasons"], True)
        german_only = [{"party": "DE", "reason": "Frankfurt goes on"}]
        assert fields(await change(team, "coordinator", day, state="closed", reasons=german_only)) == ["reasons"]
        unknown = [*german_only, {"party": "XX", "reason": "x"}]
        assert fields(await change(team, "coordinator", day, state="closed", reasons=unknown)) == ["reasons"]
        read_json(await move(team, "noor", day, dutch, moving("executing", "done")))
        both = [*german_only, {"party": "NL", "reason": "Done meanwhile"}]
        read_json(await change(team, "coordinator", day, state="closed", reasons=both))
        events = read_json(await see(team, "claire", day))["events"]
        assert [(one["state"], one["word"], one["reason"]) for one in events][-2:] == [
            ("live", None, "Lille can wait"),
            ("closed", None, None),
        ]
        assert [(one["party"], one["word"], one["reason"]) for one in events if one["word"] == "no_go"] == [
            ("FR", "no_go", "The Bar is not there")
        ]
        assert (events[-2]["without"], events[-1]["reasons"]) == (["FR"], german_only)
        assert read_json(await team.client("claire").get(team.path("/operations")))["items"][0]["events"] == events
        read_json(await report(team, "lena", day, text="All out"), 201)
        assert (await move(team, "jonas", day, german, moving("executing", "done"))).status_code == 200, (
            "within the clocks"
        )

    async def test_closed_day_is_reopened_within_one_hour_by_those_who_run_it(self, team: Team) -> None:
        day = await live(team)
        action = await act(team, "noor", day)
        closed = read_json(await change(team, "coordinator", day, state="closed"))
        assert closed["reopens_until"] > closed["closed_at"]
        assert (await change(team, "jonas", closed, state="live", reason="A slip")).status_code == 403
        assert fields(await change(team, "coordinator", closed, state="live")) == ["reason"]
        again = read_json(await change(team, "coordinator", closed, state="live", reason="Closed by mistake"))
        assert (again["state"], again["closed_at"], again["live_at"]) == ("live", None, day["live_at"])
        (*_, entry) = await team.entries("claire", "operation.state_changed")
        assert (values(entry)["former"], values(entry)["state"]) == ("closed", "live")
        assert (await move(team, "noor", day, action, moving("planned", "ready"))).status_code == 200
        read_json(await change(team, "coordinator", day, state="closed"))
        async with as_superuser(team) as superuser:
            await superuser.execute("update operations set closed_at = now() - interval '61 minutes'")
        assert read_json(await see(team, "coordinator", day))["may"]["steps"] == []
        late = await change(team, "coordinator", day, state="live", reason="Too late")
        assert (late.status_code, late.json()["code"]) == (409, "operation-closed")

    async def test_called_off_day_returns_to_planning_and_dropped_draft_does_not(self, team: Team) -> None:
        day = await planned(team)
        closed = read_json(await change(team, "coordinator", day, state="closed", reason="The target left"))
        assert (await change(team, "coordinator", closed, state="live", reason="x")).status_code == 409
        assert (
            read_json(await change(team, "coordinator", closed, state="planned", reason="Back"))["state"] == "planned"
        )
        dropped = read_json(await change(team, "coordinator", await drafted(team), state="closed"))
        assert (dropped["may"]["steps"], dropped["reopens_until"]) == ([], None)

    async def test_action_gets_go_only_after_its_party_confirmed_go(self, team: Team) -> None:
        day = await planned(team)
        read_json(await speak(team, "noor", day))
        read_json(await speak(team, "jonas", day))
        mine, theirs = await act(team, "noor", day), await act(team, "claire", day)
        day = read_json(await change(team, "coordinator", day, state="live", reason="Danger in delay"))
        async with as_superuser(team) as superuser:
            await superuser.execute("update operations set h_at = now() - interval '1 minute'")
            await superuser.execute("update operation_words set said_as = said_as + 1")  # answers for this H-hour
        for who, action in (("noor", mine), ("claire", theirs)):
            read_json(await move(team, who, day, action, moving("planned", "ready")))
        read_json(await move(team, "noor", day, mine, moving("ready", "go")))
        refused = await move(team, "claire", day, theirs, moving("ready", "go"))
        assert (refused.status_code, refused.json()["code"]) == (409, "party-without-go")
        steps = (await board(team, "claire", day))[theirs["number"]]["may"]["steps"]
        assert "go" not in [one["state"] for one in steps]
        day = read_json(await see(team, "claire", day))
        assert read_json(await speak(team, "claire", day))["parties"][1]["stands"], (
            "a party answers while the day is live"
        )
        read_json(await move(team, "claire", day, theirs, moving("ready", "go")))

    async def test_without_somebodys_go_only_with_a_reason_which_names_who_was_missing(self, team: Team) -> None:
        day = await planned(team)
        read_json(await speak(team, "jonas", day))
        read_json(await speak(team, "claire", day, "no_go", reason="No judge"))
        answer = await change(team, "coordinator", day, state="live")
        assert fields(answer) == ["reason"]
        assert "FR, NL" in answer.json()["detail"]
        read_json(await change(team, "coordinator", day, state="live", reason="Danger in delay"))
        (entry,) = await team.entries("claire", "operation.state_changed")
        assert (values(entry)["without"], values(entry)["reason"]) == (["FR", "NL"], "Danger in delay")

    async def test_a_body_of_the_union_takes_part_and_is_not_asked(self, team: Team) -> None:
        day = await planned(team, "noor", parties=["NL", "EUROJUST"])
        seen = read_json(await speak(team, "noor", day))
        assert [(one["party"], one["asked"]) for one in seen["parties"]] == [("EUROJUST", False), ("NL", True)]
        assert read_json(await change(team, "noor", day, state="live"))["state"] == "live"

    @pytest.mark.parametrize("state", ["live", "draft"])
    async def test_a_draft_does_not_begin(self, team: Team, state: str) -> None:
        day = await drafted(team)
        answer = await change(team, "coordinator", day, state=state, reason="x")
        assert answer.status_code == (409 if state == "live" else 200)
        assert read_json(await see(team, "coordinator", day))["state"] == "draft"

    async def test_calling_it_off_and_putting_it_back_say_why(self, team: Team) -> None:
        day = await live(team)
        assert fields(await change(team, "coordinator", day, state="planned")) == ["reason"]
        back = read_json(await change(team, "coordinator", day, state="planned", reason="The target left"))
        assert fields(await change(team, "coordinator", back, state="closed")) == ["reason"]
        assert (
            read_json(await change(team, "coordinator", back, state="closed", reason="For good"))["state"] == "closed"
        )

    async def test_a_draft_that_is_given_up_was_never_told(self, team: Team) -> None:
        day = await drafted(team, "noor")
        read_json(await change(team, "noor", day, state="closed"))
        assert await team.entries("noor", "operation.state_changed")
        assert await team.entries("jonas", "operation.state_changed") == []
        for who in ("noor", "daan", "coordinator"):
            assert read_json(await see(team, who, day))["state"] == "closed", who
        absent = await see(team, "jonas", day | {"id": str(uuid4())})
        for who in ("jonas", "lena", "karl", "claire", "hugo"):
            assert read_json(await team.client(who).get(team.path("/operations")))["items"] == [], who
            for rest in ("", "/actions", "/ticker", "/do-not-touch", "/results", "/media-line", "/debriefs", "/checks"):
                assert alike(await see(team, who, day, rest), absent), (who, rest)

    async def test_nor_was_anything_on_it(self, team: Team) -> None:
        day = await drafted(team, "noor")
        read_json(await protect(team, "noor", day), 201)
        assert fields(await protect(team, "noor", day, told=["DE"])) == ["told"]
        await act(team, "noor", day, sharing="whole")
        read_json(await report(team, "noor", day), 201)
        read_json(await write(team, "noor", day, 0))
        read_json(await change(team, "noor", day, state="closed"))
        read_json(await debrief(team, "noor", day, "It was leaked."))
        tables = ("operations", "actions", "action_plans", "operation_reports", "protected", "media_lines", "debriefs")
        for who in ("jonas", "lena", "karl", "claire", "ines"):
            assert [one for one in await team.entries(who) if (one["kind"] or "").startswith(OF_A_DAY)] == [], who
            for table in tables:
                assert await attempt(team, who, f"select 1 from {table}") == 0, (who, table)  # noqa: S608 - names of this test
        assert await attempt(team, "daan", "select 1 from operations") == 1

    async def test_who_coordinates_and_leads_elsewhere_tells_its_party_nothing_of_it(self, team: Team) -> None:
        async with as_superuser(team) as superuser:
            await superuser.execute(
                "update members set roles = '{leader,coordinator}' where code = $1", team.code("jonas")
            )
        day = await drafted(team, "noor")
        assert read_json(await see(team, "jonas", day))["may"]["plan"] is False
        for answer in (await try_act(team, "jonas", day), await protect(team, "jonas", day)):
            assert (answer.status_code, answer.json()["code"]) == (403, "not-taking-part")
        assert fields(await report(team, "jonas", day, shared=False)) == ["shared"]
        read_json(await report(team, "jonas", day), 201)
        assert (await debrief(team, "jonas", day, "x")).status_code == 403
        assert [one for one in await team.entries("lena") if (one["kind"] or "").startswith(OF_A_DAY)] == []
        values = "select gen_random_uuid(), jit, id, :party, {} from operations"
        for statement in (
            "insert into actions (id, jit, operation, party, number, sharing, state, since_at) "
            + values.format("'DE-X', 'none', 'planned', now()"),
            "insert into protected (id, jit, operation, party, seat, kind, subject, reason, told, entered_at) "
            + values.format(":seat, 'person', 'x', 'x', '{}', now()"),
        ):
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, "jonas", statement)

    async def test_nobody_says_in_sql_that_it_was_told(self, team: Team) -> None:
        day = await drafted(team, "noor")
        for who in ("noor", "coordinator"):
            with pytest.raises(DBAPIError, match="permission denied"):
                await attempt(team, who, "update operations set told_at = now()")
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(
                team,
                "noor",
                "insert into protected select gen_random_uuid(), jit, id, :party, :seat, 'person', 'x', 'x',"
                " array_remove(parties, :party), now() from operations",
            )
        assert read_json(await change(team, "noor", day, state="planned"))["state"] == "planned"
        assert read_json(await see(team, "jonas", day))["state"] == "planned"


class TestChecks:
    async def test_each_partys_clock_is_read(self, team: Team) -> None:
        # 4:30 on Christmas Day, a Sunday in 2033, in Amsterdam, Berlin and Paris.
        day = await planned(team, h_at="2033-12-25T03:30:00Z")
        found = {(one["party"], one["concern"]): one for one in await listed(team, "lena", day, "/checks")}
        for party in ("NL", "DE", "FR"):
            assert {(party, "night"), (party, "weekend"), (party, "holiday")} <= found.keys()
            assert found[party, "night"]["verified"] is False
            assert found[party, "holiday"]["source"] == "holidays"
        assert found["DE", "night"]["source"] == "StPO § 104"
        assert await listed(team, "lena", await planned(team), "/checks") == []
