"""Erasing what an action day says, while somebody changes it: one after the other, and neither undoes the other."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from app.database import Writing
from tests.factories.field_erasures import entry, erase, erased, read
from tests.factories.operations import act, live, replan, see
from tests.factories.outcomes import debrief, write
from tests.factories.team import Team, read_json
from tests.support.databases.superuser import as_superuser
from tests.support.waiting import until

pytestmark = pytest.mark.usefixtures("worker")
GONE = "\N{EM DASH}"
#: A word that stands nowhere else.
NAME = "Zygmunt Quist"


async def waits(team: Team) -> bool:
    """Whether an erasure waits for somebody who changes the same."""
    query = (
        "select exists (select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
        " and query like '%erase_fields%')"
    )
    async with as_superuser(team) as superuser:
        held: bool = await superuser.fetchval(query)
        return held


def between(monkeypatch: pytest.MonkeyPatch, row: str, then: Callable[[], Awaitable[None]]) -> list[str]:
    """Have something happen once, between the reading of such a row and its writing; what happened."""
    happened: list[str] = []
    flush = Writing.flush

    async def flushing(self: Writing, *args: Any, **options: Any) -> None:
        if not happened and any(type(one).__name__ == row for one in self.dirty):
            happened.append(row)
            await then()
        await flush(self, *args, **options)

    monkeypatch.setattr(Writing, "flush", flushing)
    return happened


async def wanted(team: Team, position: int, name: str) -> None:
    """Decide on an erasure; the worker is at it, and waits."""
    read_json(await erase(team, "jonas", position, name), 202)
    await until(lambda: waits(team), within=10)
    assert [one["erased_at"] for one in (await read(team, "jonas", position))["erasures"]] == [None]


class TestAChangeUnderWay:
    async def test_of_what_others_see_is_not_entered_with_words_that_are_gone(
        self, team: Team, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        day = await live(team)
        action = await act(team, "lena", day, objective=f"Find {NAME}", sharing="none")
        position = (await entry(team, "jonas", "action.planned"))["position"]
        happened = between(monkeypatch, "Action", lambda: wanted(team, position, "objective"))
        shared = read_json(await replan(team, "lena", day, action, sharing="whole"))["plan"]
        assert happened
        assert (shared["objective"], shared["version"]) == (f"Find {NAME}", action["plan"]["version"] + 1)
        (one,) = (await erased(team, "jonas", position))["erasures"]
        plan = read_json(await see(team, "claire", day, f"/actions/{action['id']}"))["plan"]
        assert (plan["objective"], plan["erased"]) == (GONE, {"objective": one["erased_at"]})
        assert plan["version"] == shared["version"] + 1
        told = await team.entries("claire", "action.planned")
        # Who changes it after that says nothing of it.
        read_json(
            await replan(
                team, "lena", day, read_json(await see(team, "lena", day, f"/actions/{action['id']}")), sharing="none"
            )
        )
        read_json(
            await replan(
                team, "lena", day, read_json(await see(team, "lena", day, f"/actions/{action['id']}")), sharing="whole"
            )
        )
        anew = (await team.entries("claire", "action.planned"))[len(told) :]
        assert len(anew) == 1
        assert NAME not in str(anew)

    @pytest.mark.parametrize(("row", "kind"), [("Debrief", "operation.debriefed"), ("MediaLine", "media_line.written")])
    async def test_of_words_that_somebody_says_anew_stands(
        self, team: Team, monkeypatch: pytest.MonkeyPatch, row: str, kind: str
    ) -> None:
        day = await live(team)

        async def say(text: str, version: int) -> Any:
            if row == "MediaLine":
                return read_json(await write(team, "jonas", day, version, text=text))
            items = read_json(await debrief(team, "lena", day, text, version))["items"]
            return next(one for one in items if one["party"] == "DE")

        await say(f"{NAME} ran", 0)
        position = (await entry(team, "jonas", kind))["position"]
        happened = between(monkeypatch, row, lambda: wanted(team, position, "text"))
        now = await say("Nobody ran", 1)
        assert happened
        await erased(team, "jonas", position)
        assert (now["text"], now["version"]) == ("Nobody ran", 2)
        assert (await say("Nobody ran far", 2))["version"] == 3

    async def test_past_the_turn_keeps_what_it_says(self, team: Team) -> None:
        """Whoever holds the row alone is waited for, too, and the plan is read after that."""
        day = await live(team)
        action = await act(team, "lena", day, objective=f"Find {NAME}", place=f"At {NAME}'s")
        position = (await entry(team, "jonas", "action.planned"))["position"]
        async with as_superuser(team) as superuser:
            async with superuser.transaction():
                await superuser.execute("set local session_replication_role = replica")
                await superuser.execute("update action_plans set objective = 'Find nobody', version = version + 1")
                read_json(await erase(team, "jonas", position, "objective"), 202)
                finished = asyncio.create_task(erased(team, "jonas", position))
                await until(lambda: waits(team), within=10)
            await finished
        plan = read_json(await see(team, "lena", day, f"/actions/{action['id']}"))["plan"]
        assert (plan["objective"], plan["erased"], plan["version"]) == (
            "Find nobody",
            {},
            action["plan"]["version"] + 1,
        )
