"""A task at the moment at which it is handed over: what is said of it then is heard by those who have it from then on."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any
from uuid import UUID

import httpx
import pytest

from app.access import seats
from app.services.coordination.tasks import tasks
from app.services.coordination.tasks.tasks import Changes
from tests.factories.evidence import register, release
from tests.factories.tasks import assign, comment, comments, relink
from tests.factories.team import Team
from tests.support.waiting import until_somebody_waits

Act = Callable[[Team, dict[str, Any], dict[str, Any]], Coroutine[Any, Any, httpx.Response]]


async def _comment(team: Team, task: dict[str, Any], _: dict[str, Any]) -> httpx.Response:
    return await comment(team, "daan", task, "For whoever has it now.")


async def _link(team: Team, task: dict[str, Any], exhibit: dict[str, Any]) -> httpx.Response:
    return await relink(team, "coordinator", task, link=[exhibit["id"]])


async def _unlink(team: Team, task: dict[str, Any], exhibit: dict[str, Any]) -> httpx.Response:
    return await relink(team, "coordinator", task, unlink=[exhibit["id"]])


@pytest.mark.parametrize(
    ("act", "kind"), [(_comment, "task.commented"), (_link, "task.linked"), (_unlink, "task.unlinked")]
)
async def test_what_is_said_during_a_handing_over_is_heard_by_who_has_it_then(team: Team, act: Act, kind: str) -> None:
    exhibit = await register(team, "noor", release("DE"), release("FR"))
    task = await assign(team, evidence=[exhibit["id"]] if act is _unlink else [])
    async with team.context.database.writing() as session:
        seat = await seats.take_again(
            session, UUID(team.seats["coordinator"]["id"]), team.accounts["coordinator"], team.jit_id
        )
        assert seat is not None
        await tasks.change(session, seat, UUID(task["id"]), Changes(assignee="FR-02"), expected=2)
        saying = asyncio.create_task(act(team, task, exhibit))
        await until_somebody_waits(team.context.database)
    assert (await saying).is_success
    heard = {who: len(await team.entries(who, kind)) for who in ("lena", "claire")}
    assert heard == {"lena": 0, "claire": 1}
    if act is _comment:
        assert await comments(team, "claire", task) == ["For whoever has it now."]


async def test_nobody_comments_on_what_left_its_party_a_moment_ago(team: Team) -> None:
    task = await assign(team)
    async with team.context.database.writing() as session:
        seat = await seats.take_again(
            session, UUID(team.seats["coordinator"]["id"]), team.accounts["coordinator"], team.jit_id
        )
        assert seat is not None
        await tasks.change(session, seat, UUID(task["id"]), Changes(assignee="FR-02"), expected=2)
        saying = asyncio.create_task(comment(team, "lena", task))
        await until_somebody_waits(team.context.database)
    assert (await saying).status_code == 404
    assert await comments(team, "coordinator", task) == []
