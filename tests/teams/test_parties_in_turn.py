"""Parties are suspended and leave one after the other: of two leaders who suspend each other's party one acts."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from uuid import UUID

import httpx
import pytest

from app import clock
from app.access import seats
from app.access.seats import Seat
from app.database import Writing
from app.services.teams import leaving, suspensions
from tests.factories.leaving import agree, declare, party
from tests.factories.suspensions import propose, resume
from tests.factories.team import Team, read_json
from tests.support.databases.superuser import as_superuser
from tests.support.waiting import until_somebody_waits


@pytest.fixture
async def team(team: Team) -> Team:
    """Claire leads and keeps the team for France, beside the Dutch: an administrator and a coordinator, too."""
    async with as_superuser(team) as superuser:
        await superuser.execute(
            "update members set roles = array['leader', 'administrator', 'coordinator'] where code = $1",
            team.code("claire"),
        )
    return team


@asynccontextmanager
async def acting(team: Team, who: str) -> AsyncIterator[tuple[Writing, Seat]]:
    """A transaction of this person's, as services have it."""
    async with team.context.database.writing() as session:
        seat = await seats.take_again(session, UUID(team.seats[who]["id"]), team.accounts[who], team.jit_id)
        assert seat is not None
        yield session, seat


async def suspend(team: Team, who: str, code: str) -> httpx.Response:
    return await propose(team, who, code, at_once=True, version=1)


async def meanwhile(team: Team, act: Callable[[], Awaitable[httpx.Response]]) -> httpx.Response:
    """What somebody else is told whose act begins while Claire's suspension of the Dutch party is not committed."""
    async with acting(team, "claire") as (session, seat):
        await suspensions.propose(session, seat, "NL", expected=1, clause="14", reason="x", at_once=True)
        answer = asyncio.ensure_future(act())
        await until_somebody_waits(team.context.database)
    return await answer


async def standing(team: Team) -> dict[str, str]:
    return {code: (await party(team, code, "claire"))["status"] for code in ("NL", "DE", "FR")}


async def test_of_two_who_suspend_each_other_one_acts(team: Team) -> None:
    assert (await meanwhile(team, lambda: suspend(team, "noor", "FR"))).status_code == 404
    assert await standing(team) == {"NL": "suspended", "DE": "active", "FR": "active"}
    assert read_json(await resume(team, "claire", "NL", 2))["status"] == "active"


async def test_who_was_suspended_a_moment_ago_suspends_and_resumes_nobody(team: Team) -> None:
    read_json(await suspend(team, "noor", "DE"))
    assert (await meanwhile(team, lambda: resume(team, "admin", "DE", 2))).status_code == 404
    assert (await standing(team))["DE"] == "suspended"


async def test_nor_does_who_keeps_the_team_leave_beside_it(team: Team) -> None:
    """The Dutch leader declares that it leaves, which France's keepers admit; a moment ago its party was suspended."""
    read_json(await agree(team), 201)
    token = read_json(await team.client("noor").get(team.path("/parties/NL/leaving")))["token"]
    leaves = await meanwhile(team, lambda: declare(team, "noor", "NL", token=token, version=1))
    assert leaves.status_code == 404
    assert (await party(team, "NL", "claire"))["leaving"] is None


async def test_who_keeps_the_team_is_not_suspended_while_another_declares_that_it_leaves(team: Team) -> None:
    read_json(await agree(team), 201)
    token = read_json(await team.client("noor").get(team.path("/parties/NL/leaving")))["token"]
    later = clock.now() + timedelta(days=30)
    async with acting(team, "noor") as (session, seat):
        what = leaving.Declaration(effective_at=later, reason="x", token=token, confirmation="NL")
        await leaving.declare(session, seat, "NL", what, expected=1)
        suspending = asyncio.create_task(suspend(team, "jonas", "FR"))
        await until_somebody_waits(team.context.database)
    refused = await suspending
    assert (refused.status_code, refused.json()["code"]) == (409, "nobody-keeps-the-team")


async def test_nobody_suspends_the_last_that_could_resume_it(team: Team) -> None:
    """The Dutch party is to leave; France's alone keeps the team then."""
    read_json(await agree(team), 201)
    later = clock.rfc3339(clock.now() + timedelta(days=30))
    read_json(await declare(team, "noor", "NL", effective_at=later), 201)
    refused = await suspend(team, "jonas", "FR")
    assert (refused.status_code, refused.json()["code"]) == (409, "nobody-keeps-the-team")
    read_json(await suspend(team, "noor", "DE"))
