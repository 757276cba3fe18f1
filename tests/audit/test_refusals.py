"""Refusals: an act on a visible exhibit that was refused is entered once a seat and minute, and read by its own auditor alone."""

import asyncio
from datetime import timedelta
from typing import Any, Final
from uuid import uuid4

import pytest
from sqlalchemy import text

from app import clock
from app.services.audit import refusals as service
from tests.factories import evidence
from tests.factories.evidence import place, release, take_it, values, with_file
from tests.factories.team import Team, read_json
from tests.support.databases.superuser import as_superuser

ENTER_DUE: Final = service.enter_due


async def entered(team: Team, who: str) -> list[dict[str, Any]]:
    """The refusals as somebody reads them, once every minute so far is over."""
    await ENTER_DUE(team.context.database, clock.now() + timedelta(minutes=2))
    return await team.entries(who, "evidence.refused")


async def waiting(team: Team) -> int:
    async with as_superuser(team) as connection:
        return int(await connection.fetchval("select coalesce(sum(times), 0) from refusals"))


async def size(team: Team) -> int:
    await team.settled()
    async with team.context.database.engine() as session:
        return int((await session.execute(text("select count(*) from entries"))).scalar_one())


async def test_many_of_a_seat_and_minute_are_one_entry_without_a_chain(team: Team) -> None:
    exhibit = await with_file(team, release("DE", level="readable"))
    before = len(await evidence.custody(team, "noor", exhibit))
    for _ in range(3):
        assert (await take_it(team, "lena", exhibit)).status_code == 403
    described = await evidence.describe(team, "lena", exhibit)
    assert described.status_code == 403
    assert await waiting(team) == 4
    found = await entered(team, "auditor")
    told = [one for entry in found for one in values(entry)["refusals"]]
    assert len(found) <= 2, "one, or two when the minute turned meanwhile"
    counted = {(one["act"], one["because"]): 0 for one in told}
    for one in told:
        assert one["evidence"] == exhibit["id"]
        counted[(one["act"], one["because"])] += one["times"]
    assert counted == {("take", "level-below-held"): 3, ("evidence:describe", "originator-only"): 1}
    entry = found[0]
    assert (entry["seat"], entry["party"], entry["subject"], entry["led"]) == (team.code("lena"), "DE", {}, "other")
    assert values(entry)["actor"]["name"] == "Lena"
    assert "chain" not in entry["fields"]
    assert len(await evidence.custody(team, "noor", exhibit)) == before, "custody is what was done"
    assert await waiting(team) == 0


async def test_only_the_seats_own_auditor_and_the_teams_read_it(team: Team) -> None:
    exhibit = await with_file(team, release("DE", level="readable"), release("FR"))
    assert (await take_it(team, "lena", exhibit)).status_code == 403
    for who in ("auditor", "jit_auditor"):
        assert len(await entered(team, who)) == 1, who
    for who in ("lena", "jonas", "noor", "claire", "coordinator", "admin", "karl"):
        assert await entered(team, who) == [], who


@pytest.mark.parametrize("who", ["claire", "auditor", "admin", "sofia"])
async def test_what_is_invisible_or_absent_leaves_nothing_in_the_ledger(team: Team, who: str) -> None:
    hidden = await with_file(team)
    before = await size(team)
    for one in (hidden, hidden | {"id": str(uuid4())}):
        for answer in (
            await take_it(team, who, one),
            await evidence.describe(team, who, one),
            await evidence.see(team, who, one),
        ):
            assert answer.status_code in {403, 404}
    assert await waiting(team) == 0
    assert await entered(team, "jit_auditor") == []
    assert await size(team) == before


async def test_a_flood_of_refusals_does_not_grow_the_ledger(team: Team) -> None:
    exhibit = await with_file(team, release("DE", level="listed"))
    before = await size(team)
    for _ in range(5):
        await asyncio.gather(*(take_it(team, "lena", exhibit) for _ in range(8)))
    assert await waiting(team) == 40
    found = await entered(team, "auditor")
    assert sum(one["times"] for entry in found for one in values(entry)["refusals"]) == 40
    assert await size(team) - before == len(found) <= 2


async def test_every_door_of_an_exhibit_counts_its_refusals(team: Team) -> None:
    """By role, by level, by originator; in the path and in the form; in a short transaction and while bytes move."""
    exhibit = await with_file(team, release("DE"))
    version = {"If-Match": '"1"'}
    jonas, lena, auditor = (team.client(one) for one in ("jonas", "lena", "auditor"))
    reason = {"reason": "x"}
    court = {"profile": "court", "scope": {"evidence": exhibit["id"]}}
    refused = [
        await jonas.put(place(team, exhibit, "/releases/FR"), json={"level": "held"}, headers={"If-None-Match": "*"}),
        await jonas.request("DELETE", place(team, exhibit, "/releases/DE"), json=reason, headers=version),
        await lena.post(place(team, exhibit, "/withdrawal"), json=reason, headers=version),
        await evidence.announce(team, "lena", exhibit),
        await jonas.post(team.path("/exports"), json=court),
        await auditor.post(
            place(team, exhibit, "/openings"), json={"act": "open", "purpose": "AUDIT", "justification": "x"}
        ),
    ]
    assert [one.status_code for one in refused] == [403] * 6
    found = await entered(team, "auditor")
    told = {(one["act"], one["because"]) for entry in found for one in values(entry)["refusals"]}
    assert told == {
        ("releases:grant", "originator-only"),
        ("evidence:withdraw", "role-may-not"),
        ("files:upload", "originator-only"),
        ("exports:make", "originator-only"),
        ("evidence:open", "role-may-not"),
    }


async def test_what_was_done_by_a_seat_that_ended_since_is_entered_in_its_name(team: Team) -> None:
    exhibit = await with_file(team, release("DE", level="listed"))
    assert (await take_it(team, "lena", exhibit)).status_code == 403
    async with as_superuser(team) as connection:
        await connection.execute("update members set state = 'ended' where code = 'DE-02'")
    assert [entry["seat"] for entry in await entered(team, "auditor")] == ["DE-02"]


async def test_two_workers_enter_a_minute_once(team: Team) -> None:
    exhibit = await with_file(team, release("DE", level="listed"))
    assert (await take_it(team, "lena", exhibit)).status_code == 403
    later = clock.now() + timedelta(minutes=2)
    counts = await asyncio.gather(*(ENTER_DUE(team.context.database, later) for _ in range(4)))
    assert sum(counts) == 1
    assert len(await team.entries("auditor", "evidence.refused")) == 1


async def test_a_minute_that_is_not_over_waits(team: Team) -> None:
    exhibit = await with_file(team, release("DE", level="listed"))
    assert (await take_it(team, "lena", exhibit)).status_code == 403
    async with as_superuser(team) as connection:
        minute = await connection.fetchval("select minute from refusals")
    assert await ENTER_DUE(team.context.database, minute + timedelta(seconds=59)) == 0
    assert await ENTER_DUE(team.context.database, minute + timedelta(seconds=60)) == 1


async def test_a_count_that_cannot_be_kept_leaves_the_answer_as_it_was(team: Team) -> None:
    exhibit = await with_file(team, release("DE", level="listed"))
    as_it_was = await take_it(team, "lena", exhibit)
    async with as_superuser(team) as connection:
        await connection.execute("revoke insert on refusals from liaison_app")
        without = await take_it(team, "lena", exhibit)
    assert (without.status_code, without.content) == (as_it_was.status_code, as_it_was.content)
    assert read_json(await evidence.see(team, "lena", exhibit))["level"] == "listed"
