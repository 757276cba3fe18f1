"""Class 16: uploads. Gaps, other orders, chosen ids, sizes at the limits and late requests are refused."""

import asyncio
import hashlib
import os
from typing import Final
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app import clock
from app.access import seats
from app.access.seats import Person
from app.services.evidence import exhibit_changes as service
from tests.factories import evidence
from tests.factories.evidence import TUS, announce, announced, custody, kinds, release, send
from tests.factories.team import Team, read_json
from tests.support.waiting import until_somebody_waits

CONTENT: Final = os.urandom(4096)


async def stands_at(team: Team, path: str) -> int:
    answer = await team.client("noor").head(path, headers=TUS)
    return int(answer.headers["Upload-Offset"])


#: Where each piece claims to begin and how long it is: holes, repeats, overlaps and the right order among them.
plans: Final = st.lists(st.tuples(st.sampled_from([0, 512, 1000, 1024, 2048, 4000]), st.integers(1, 2048)), max_size=6)


@pytest.mark.hypothesis
async def test_only_the_next_byte_is_taken(team: Team) -> None:
    """Hypothesis draws plans in a thread of its own; the team answers in its loop."""
    loop = asyncio.get_running_loop()

    @settings(max_examples=12, deadline=None)
    @given(plan=plans)
    def every_plan(plan: list[tuple[int, int]]) -> None:
        asyncio.run_coroutine_threadsafe(follow(team, plan), loop).result(timeout=60)

    await asyncio.to_thread(every_plan)


async def follow(team: Team, plan: list[tuple[int, int]]) -> None:
    """Send pieces as planned: each is taken where the file stands, and nowhere else."""
    exhibit = await evidence.register(team)
    path = await announced(team, "noor", exhibit, len(CONTENT))
    noor, stood = team.client("noor"), 0
    for offset, length in plan:
        answer = await send(noor, path, CONTENT[offset : offset + length], offset)
        taken = stood < len(CONTENT) and offset == stood
        assert answer.status_code == (204 if taken else 409), (offset, stood)
        if taken:
            stood = min(offset + length, len(CONTENT))
        assert await stands_at(team, path) == stood
    if stood < len(CONTENT):
        assert (await send(noor, path, CONTENT[stood:], stood)).status_code == 204
    file = await evidence.file_of(team, "noor", exhibit, path)
    assert (file["state"], file["sha256"]) == ("ready", hashlib.sha256(CONTENT).hexdigest())


async def test_more_than_was_announced_is_not_taken(team: Team) -> None:
    exhibit = await evidence.register(team)
    path = await announced(team, "noor", exhibit, len(CONTENT) - 1)
    assert (await send(team.client("noor"), path, CONTENT)).status_code in {400, 409, 413}
    assert read_json(await evidence.see(team, "noor", exhibit))["files"][0]["state"] == "uploading"
    assert (await send(team.client("noor"), path, CONTENT[:-1])).status_code == 204


EDGES: Final = ("0", "-1", "+5", "5.0", "0x10", "", str(2**63), str(2**64), str(2**64 + 1), "9" * 400, "\u0665")
LARGE: Final = (2**31 - 1, 2**31, 2**32, 2**33 + 1)


async def test_a_size_at_the_edge_announces_nothing(team: Team) -> None:
    exhibit = await evidence.register(team)
    for size in EDGES:
        answer = await announce(team, "noor", exhibit, 1, **{"Upload-Length": size.encode()})  # type: ignore[arg-type]
        assert answer.status_code in {400, 413, 422}, size
    assert read_json(await evidence.see(team, "noor", exhibit))["files"] == []


async def test_a_large_size_is_no_overflow(team: Team) -> None:
    exhibit = await evidence.register(team)
    for size in LARGE:
        path = await announced(team, "noor", exhibit, size)
        answer = await team.client("noor").head(path, headers=TUS)
        assert (answer.headers["Upload-Length"], answer.headers["Upload-Offset"]) == (str(size), "0")
        for offset in (2**31, 2**63 - 1, size, "9" * 30):
            refused = await send(team.client("noor"), path, b"x", offset)
            assert refused.status_code in {400, 409}, offset
        assert await stands_at(team, path) == 0


async def test_an_id_of_the_clients_choosing_is_not_there(team: Team) -> None:
    exhibit, other = await evidence.register(team), await evidence.register(team, "jonas")
    chosen = evidence.place(team, exhibit, f"/files/{clock.new_id()}")
    theirs = evidence.place(team, exhibit, "/files/") + (await announced(team, "jonas", other)).rpartition("/")[2]
    for path in (chosen, theirs):
        assert (await send(team.client("noor"), path, evidence.TEXT)).status_code == 404
        assert (await team.client("noor").head(path, headers=TUS)).status_code == 404
        assert (await team.client("noor").put(path, content=b"x", headers=TUS)).status_code in {405, 415}
    assert read_json(await evidence.see(team, "noor", exhibit))["files"] == []


async def test_a_file_never_arrives_behind_a_withdrawal(team: Team) -> None:
    """The last piece waits for the withdrawal that is under way, and is refused: custody ends with the withdrawal."""
    exhibit = await evidence.register(team, "noor", release("DE"))
    path = await announced(team, "noor", exhibit)
    person = Person(team.accounts["bram"], clock.new_id(), "bram", "Bram", may_found=False, by_token=False)
    async with team.context.database.writing() as session:
        seat = await seats.take(session, person, team.jit_id)
        assert seat is not None
        await service.withdraw(session, seat, UUID(exhibit["id"]), expected=1, reason="Unlawful")
        arriving = asyncio.create_task(send(team.client("noor"), path, evidence.TEXT))
        await until_somebody_waits(team.context.database)
    answer = await arriving
    assert (answer.status_code, answer.json()["code"]) == (409, "withdrawn")
    assert kinds(await custody(team, "noor", exhibit))[-1] == "evidence.withdrawn"
    assert read_json(await evidence.see(team, "noor", exhibit))["files_count"] == 0
