"""Devices whose clocks are not quite right tell of an action day: what is true is taken as it is said, and the rest with both clocks."""

from datetime import timedelta
from typing import Any

from app import clock
from app.services.coordination.operations import SKEW
from tests.factories.operations import act, aged, ago, change, listed, live, move, moving, report, see, steps
from tests.factories.outcomes import record
from tests.factories.team import Team, read_json
from tests.support.databases.superuser import as_superuser

#: A device that is nearly as wrong as may be, ahead or behind; and one that is wrong by more.
AHEAD, BEHIND = {"minutes": -4.9}, {"minutes": 4.9}


def refused(answer: Any, code: str) -> str:
    """What the refusal says; it names the input at fault and the server's clock."""
    assert (answer.status_code, answer.json()["code"]) == (422, code), answer.text
    assert [one["field"] for one in answer.json()["errors"]] == ["occurred_at"]
    assert abs(clock.parse(answer.json()["server_at"]) - clock.now()) < timedelta(minutes=1)
    said_so: str = answer.json()["detail"]
    assert "Check the clock of your device" in said_so
    return said_so


class TestOneAllowance:
    async def test_is_the_same_in_the_database(self, team: Team) -> None:
        async with as_superuser(team) as superuser:
            assert await superuser.fetchval("select clock_skew()") == SKEW == timedelta(minutes=5)

    async def test_of_two_devices_each_is_taken_and_the_order_is_that_of_arrival(self, team: Team) -> None:
        day = await live(team)
        action = await act(team, "jonas", day)
        told = []
        for former, state, off in (("planned", "ready", AHEAD), ("ready", "go", BEHIND), ("go", "executing", AHEAD)):
            told.append(ago(**off))
            view = read_json(await move(team, "jonas", day, action, moving(former, state, occurred_at=told[-1])))
            assert (view["state"], view["since_at"]) == (state, told[-1])
        assert [one["state"] for one in view["moves"]] == ["ready", "go", "executing"]
        assert [one["occurred_at"] for one in view["moves"]] == told
        assert told[1] < told[0], "the second is said to have been before the first"
        for off in (AHEAD, BEHIND):
            read_json(await report(team, "lena", day, text=str(off), occurred_at=ago(**off)), 201)
        assert [one["text"] for one in await listed(team, "jonas", day, "/ticker")] == [str(BEHIND), str(AHEAD)]

    async def test_a_day_that_just_began_is_live_for_who_is_behind(self, team: Team) -> None:
        day = await live(team)
        action = await act(team, "jonas", day)
        await steps(team, "jonas", day, action, "planned", "ready")
        await aged(team, minutes=3)
        async with as_superuser(team) as superuser:
            await superuser.execute("update operations set created_at = created_at - interval '1 hour'")
        body = moving("ready", "go", occurred_at=ago(minutes=7))
        assert read_json(await move(team, "jonas", day, action, body))["state"] == "go"
        await aged(team, hours=1)
        early = moving("go", "executing", occurred_at=ago(minutes=69))
        assert (await move(team, "jonas", day, action, early)).json()["code"] == "operation-not-live"

    async def test_a_day_that_just_ended_hears_who_is_ahead(self, team: Team) -> None:
        day = await live(team)
        action = await act(team, "jonas", day)
        await steps(team, "jonas", day, action, "planned", "ready", "go", "executing")
        read_json(await change(team, "coordinator", day, state="closed"))
        at = ago(minutes=-2)
        assert (
            read_json(await move(team, "jonas", day, action, moving("executing", "done", occurred_at=at)))["state"]
            == "done"
        )
        read_json(await report(team, "lena", day, occurred_at=at), 201)
        assert (await record(team, "jonas", day, action, occurred_at=at)).status_code == 204
        await aged(team, minutes=6)
        again = moving("done", "executing", occurred_at=ago(), reason="x")
        assert (await move(team, "jonas", day, action, again)).json()["code"] == "operation-closed"
        read_json(await report(team, "lena", day), 201)
        assert (await record(team, "jonas", day, action)).status_code == 204

    async def test_what_cannot_have_been_is_refused_with_both_clocks(self, team: Team) -> None:
        day = await live(team)
        action = await act(team, "jonas", day)
        for at, code in ((ago(minutes=-6), "clock-ahead"), (ago(minutes=6), "before-the-day")):
            shown = f"{clock.parse(at):%Y-%m-%d %H:%M:%S} UTC"
            for answer in (
                await move(team, "jonas", day, action, moving("planned", "ready", occurred_at=at)),
                await report(team, "jonas", day, occurred_at=at),
                await record(team, "jonas", day, action, occurred_at=at),
            ):
                words = refused(answer, code)
                assert shown in words
                assert "server time is" in words
                assert "clock of your device" in words
        await aged(team, hours=1)
        await steps(team, "jonas", day, action, "planned", "ready")
        early = moving("ready", "go", occurred_at=ago(minutes=11))
        assert "is before the last event" in refused(await move(team, "jonas", day, action, early), "before-the-last")
        assert read_json(await see(team, "jonas", day, f"/actions/{action['id']}"))["state"] == "ready"


class TestStepByStep:
    """Each move a little earlier than the one before, and all of them together much."""

    async def test_an_action_does_not_go_back(self, team: Team) -> None:
        day = await live(team)
        await aged(team, hours=3)
        action = await act(team, "lena", day)
        latest = ago(minutes=10)
        for former, state, at in (("planned", "ready", latest), ("ready", "planned", ago(minutes=19))):
            read_json(await move(team, "lena", day, action, moving(former, state, occurred_at=at)))
        early = moving("planned", "ready", occurred_at=ago(minutes=21))
        shown = f"{clock.parse(latest):%Y-%m-%d %H:%M:%S} UTC"
        assert shown in refused(await move(team, "lena", day, action, early), "before-the-last")


class TestEnteredLate:
    async def test_it_was_done_before_it_was_entered(self, team: Team) -> None:
        day = await live(team)
        await aged(team, hours=2)
        action = await act(team, "jonas", day)
        for former, state, minutes in (("planned", "ready", 90), ("ready", "go", 80), ("go", "executing", 70)):
            at = ago(minutes=minutes)
            view = read_json(await move(team, "jonas", day, action, moving(former, state, occurred_at=at)))
            assert (view["state"], view["since_at"]) == (state, at)
        # From its first move on each follows the one before.
        early = moving("executing", "done", occurred_at=ago(minutes=85))
        refused(await move(team, "jonas", day, action, early), "before-the-last")
        before = moving("executing", "done", occurred_at=ago(hours=3))
        refused(await move(team, "jonas", day, action, before), "before-the-day")
