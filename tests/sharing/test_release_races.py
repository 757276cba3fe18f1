"""Releases at the moment of a withdrawal or a correction: nothing slips in behind one, and no two acts lock each other out."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

from app.access import seats
from app.access.seats import Seat
from app.database import Writing
from app.services.evidence import exhibit_changes as service
from app.services.sharing import releases
from app.services.sharing.terms import ReleaseTerms
from tests.factories import evidence
from tests.factories.evidence import custody, kinds, release, take_it, with_file
from tests.factories.team import Team, read_json
from tests.support.waiting import until_somebody_waits


@asynccontextmanager
async def leading(team: Team) -> AsyncIterator[tuple[Writing, Seat]]:
    """A transaction of a Dutch leader's, as services have it."""
    async with team.context.database.writing() as session:
        seat = await seats.take_again(session, UUID(team.seats["bram"]["id"]), team.accounts["bram"], team.jit_id)
        assert seat is not None
        yield session, seat


async def test_a_release_never_slips_in_behind_a_withdrawal(team: Team) -> None:
    exhibit = await evidence.register(team, "noor", release("DE"))
    async with leading(team) as (session, seat):
        await service.withdraw(session, seat, UUID(exhibit["id"]), expected=1, reason="Unlawful")
        granting = asyncio.create_task(evidence.grant(team, "noor", exhibit, "FR"))
        await until_somebody_waits(team.context.database)
    answer = await granting
    assert (answer.status_code, answer.json()["code"]) == (409, "withdrawn")
    assert (await evidence.see(team, "claire", exhibit)).status_code == 404


async def test_a_release_and_a_correction_wait_for_each_other(team: Team) -> None:
    exhibit = await evidence.register(team, "noor", release("DE"))
    async with leading(team) as (session, seat):
        await service.lock_own(session, seat, UUID(exhibit["id"]), 1)
        granting = asyncio.create_task(evidence.grant(team, "noor", exhibit, "FR"))
        await until_somebody_waits(team.context.database)
        words: dict[str, str | None] = {"title": "Disk image of server R3"}
        await service.describe(session, seat, UUID(exhibit["id"]), words, expected=1, reason="A slip")
    assert (await granting).is_success
    for who in ("lena", "claire"):
        assert read_json(await evidence.see(team, who, exhibit))["title"] == "Disk image of server R3"
        (listed,) = await evidence.listed(team, who, "?sort=title&q=r3")
        assert listed["id"] == exhibit["id"]


async def test_a_taking_that_meets_a_lowered_release_waits_and_is_refused(team: Team) -> None:
    exhibit = await with_file(team, release("DE"))
    async with leading(team) as (session, seat):
        await releases.grant(
            session, seat, UUID(exhibit["id"]), ReleaseTerms("DE", "listed"), expected=1, creates=False
        )
        taking = asyncio.create_task(take_it(team, "jonas", exhibit))
        await until_somebody_waits(team.context.database)
    refused = await taking
    assert (refused.status_code, refused.json()["code"]) == (403, "level-below-held")
    assert "evidence.taken" not in kinds(await custody(team, "noor", exhibit))
