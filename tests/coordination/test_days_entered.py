"""Action days: what is refused without its entry, out of time, or in the trial phase."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.exc import DBAPIError

from app import clock
from tests.factories.closings import to_trial
from tests.factories.evidence import register, release
from tests.factories.operations import (
    act,
    aged,
    ago,
    change,
    drafted,
    listed,
    live,
    move,
    moving,
    planned,
    protect,
    replan,
    report,
    see,
    speak,
    steps,
    try_act,
)
from tests.factories.outcomes import approve, debrief, link, record, write
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt
from tests.support.databases.probes import Probe, Refused, run_probes

#: Who would change what past its entry: each is theirs to change, with one.
UNENTERED = (
    ("coordinator", "update operations set title = 'Mine'"),
    ("coordinator", "update operations set h_at = h_at + interval '1 hour'"),
    ("coordinator", "update operations set kind = 'rehearsal'"),
    ("coordinator", "update operations set state = 'live', live_at = now()"),
    ("coordinator", "update operations set state = 'closed', closed_at = now()"),
    ("coordinator", "update operations set parties = parties || (select id from parties where code = 'EUROJUST')"),
    ("jonas", "update operation_words set word = 'no_go', reason = 'x', said_at = now() where party = :party"),
    ("lena", "update actions set sharing = 'none'"),
    ("lena", "update action_plans set place = 'Elsewhere'"),
    ("lena", "update action_plans set place = 'Elsewhere', version = version + 1"),
    ("lena", "update protected set lifted_at = now(), lifted_reason = 'x'"),
    ("noor", "update media_lines set text = 'x', written_by = :seat, written_at = now(), version = version + 1"),
    ("lena", "update debriefs set text = 'x', said_by = :seat"),
    (
        "claire",
        "insert into operation_words select id, :party, jit, 'go', null, :seat, now(), h_at, told_as from operations",
    ),
    (
        "lena",
        "insert into operation_reports select gen_random_uuid(), jit, id, :party, :seat, gen_random_uuid(), 'incident', 'x', true, now(), now() from operations",
    ),
    (
        "lena",
        "insert into actions select gen_random_uuid(), jit, id, :party, 'DE-X', 'none', 'planned', now() from operations",
    ),
    (
        "lena",
        "insert into protected select gen_random_uuid(), jit, id, :party, :seat, 'person', 'x', 'x', '{}', now() from operations",
    ),
    (
        "lena",
        "insert into action_results select gen_random_uuid(), jit, id, :party, :seat, gen_random_uuid(), 'arrest', 1, 'x', now(), now() from actions",
    ),
    ("lena", "insert into result_links select r.id, e.id, r.jit, :seat, now() from action_results r, evidence e"),
    ("noor", "insert into media_approvals select operation, :party, version, jit, :seat, now() from media_lines"),
    ("hugo", "insert into debriefs select id, :party, jit, 'x', :seat, now(), 1 from operations"),
    (
        "coordinator",
        "insert into operations (id, jit, title, kind, state, h_at, h_zone, parties, author, author_party, created_at, updated_at) select gen_random_uuid(), :jit, 'x', 'real', 'draft', now(), 'UTC', array[cast(:party as uuid)], :seat, :party, now(), now()",
    ),
)
MOVED = "update actions set state = 'ready', since_at = now()"
MOVE = "insert into action_moves select gen_random_uuid(), jit, id, :seat, gen_random_uuid(), 'planned', 'ready', null, now(), now() from actions"


async def whole(team: Team) -> dict[str, Any]:
    """A day that was told, with a row in every table."""
    day = await planned(team)
    read_json(await speak(team, "jonas", day))
    action = await act(team, "lena", day, sharing="whole")
    read_json(await report(team, "lena", day), 201)
    read_json(await protect(team, "lena", day), 201)
    assert (await record(team, "lena", day, action)).status_code == 204
    await register(team, "jonas", release("NL"))
    read_json(await write(team, "noor", day, 0))
    read_json(await debrief(team, "lena", day, "Late."))
    return day


class TestEntries:
    async def test_nothing_is_done_without_one(self, team: Team) -> None:
        day = await whole(team)
        unentered = [Probe(who, statement, Refused("stands in its ledger")) for who, statement in UNENTERED]
        await run_probes(team, [Probe("lena", "select 1 from operations", 1), *unentered])
        assert read_json(await see(team, "coordinator", day))["version"] == day["version"]
        # With one, each of them goes; that a link and an approval do is seen here.
        (result,) = await listed(team, "lena", day, "/results")
        exhibit = await register(team, "jonas", release("NL"))
        assert (await link(team, "lena", day, result, exhibit["id"])).status_code == 204
        read_json(await approve(team, "noor", day))

    async def test_an_action_moves_by_a_move_that_is_entered(self, team: Team) -> None:
        day = await planned(team)
        one = await act(team, "lena", day)
        for statement, match in (
            (MOVED, "an action moves by a move"),
            (MOVE, "a move brings its action somewhere"),
            (f"with moved as ({MOVED} returning 1) {MOVE}", "stands in its ledger"),
        ):
            with pytest.raises(DBAPIError, match=match):
                await attempt(team, "lena", statement)
        assert (await steps(team, "lena", day, one, "planned", "ready"))["state"] == "ready"


class TestWhoTakesPart:
    async def test_is_of_the_union(self, team: Team) -> None:
        await planned(team)
        joins = "update operations set parties = parties || (select id from parties where code = 'CH')"
        with pytest.raises(DBAPIError, match="of the Union"):
            await attempt(team, "coordinator", joins)


def named(answer: Any) -> list[str]:
    assert answer.status_code == 422, answer.text
    return [one["field"] for one in answer.json()["errors"]]


class TestTime:
    async def test_nothing_happens_before_there_is_a_day_or_tomorrow(self, team: Team) -> None:
        day = await live(team)
        action = await act(team, "lena", day)
        for wrong in (ago(minutes=6), ago(minutes=-6)):
            assert named(await report(team, "lena", day, occurred_at=wrong)) == ["occurred_at"]
            assert named(await record(team, "lena", day, action, occurred_at=wrong)) == ["occurred_at"]
            body = moving("planned", "ready", occurred_at=wrong)
            assert named(await move(team, "lena", day, action, body)) == ["occurred_at"]
        assert await listed(team, "lena", day, "/ticker") == []
        assert await listed(team, "lena", day, "/results") == []

    async def test_a_clock_that_is_a_little_wrong_does_no_harm(self, team: Team) -> None:
        day = await live(team)
        action = await act(team, "lena", day)
        behind, ahead = ago(seconds=20), clock.rfc3339(clock.now() + timedelta(seconds=20))
        read_json(await report(team, "lena", day, occurred_at=behind), 201)
        assert (await record(team, "lena", day, action, occurred_at=ahead)).status_code == 204
        read_json(await move(team, "lena", day, action, moving("planned", "ready", occurred_at=ahead)))
        back = moving("ready", "planned", occurred_at=clock.rfc3339(clock.now()))
        assert read_json(await move(team, "lena", day, action, back))["state"] == "planned"

    async def test_results_are_recorded_also_after_the_end(self, team: Team) -> None:
        day = await live(team)
        action = await act(team, "lena", day)
        read_json(await change(team, "coordinator", day, state="closed"))
        await aged(team, minutes=15)
        for at in (ago(minutes=20), ago()):
            assert (await record(team, "lena", day, action, occurred_at=at)).status_code == 204
        assert len(await listed(team, "lena", day, "/results")) == 2

    async def test_a_move_follows_the_one_before(self, team: Team) -> None:
        day = await live(team)
        action = await act(team, "jonas", day)
        await aged(team, hours=1)
        # Said without a network, and sent later, in order.
        for former, state, minutes in (("planned", "ready", 50), ("ready", "go", 40), ("go", "executing", 30)):
            body = moving(former, state, occurred_at=ago(minutes=minutes))
            assert read_json(await move(team, "jonas", day, action, body))["state"] == state
        early = await move(team, "jonas", day, action, moving("executing", "done", occurred_at=ago(minutes=41)))
        assert named(early) == ["occurred_at"]
        assert "before the last event" in early.json()["detail"]
        # Somebody who is slower still learns what stands, whenever it was.
        late = await move(team, "jonas", day, action, moving("go", "aborted", reason="x", occurred_at=ago(minutes=35)))
        assert late.json()["code"] == "action-moved-on"
        done = moving("executing", "done", occurred_at=ago(minutes=10))
        assert read_json(await move(team, "jonas", day, action, done))["state"] == "done"
        assert len({read_json(await move(team, "jonas", day, action, done))["since_at"] for _ in range(2)}) == 1


class TestInTheTrialPhase:
    async def test_nothing_new_enters_a_day(self, team: Team) -> None:
        day, draft = await planned(team), await drafted(team, "noor")
        action = await act(team, "lena", day)
        entry = read_json(await protect(team, "lena", day), 201)
        await to_trial(team)
        for answer in (
            await try_act(team, "lena", day),
            await protect(team, "lena", day),
            await try_act(team, "noor", draft),
        ):
            assert (answer.status_code, answer.json()["code"]) == (409, "trial-phase")
        # What is there comes to its end.
        read_json(await replan(team, "lena", day, action, place="Kade 5"))
        path = team.path(f"/operations/{day['id']}/do-not-touch/{entry['id']}/lifting")
        read_json(await team.client("lena").post(path, json={"reason": "It is over"}))
        read_json(await change(team, "coordinator", day, state="closed", reason="It is over"))
