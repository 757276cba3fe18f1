"""Class 6: create, then restrict. An exhibit never exists without its restriction, in no answer."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import text

from app import embedded
from app.settings import Settings
from tests.factories import evidence
from tests.factories.evidence import release
from tests.factories.team import Team, read_json
from tests.support.live_channel import listen
from tests.support.server import settings_on_wire


@pytest.fixture
def settings(database_urls: embedded.Urls, tmp_path: Any) -> Settings:
    """On a port, and signed by nobody meanwhile, so that not even a checkpoint moves."""
    quiet = {"checkpoint_seconds": 3600.0, "checkpoint_heartbeat_seconds": 3600.0, "socket_ping_seconds": 300.0}
    return settings_on_wire(database_urls, tmp_path / "state", **quiet)


async def glance(team: Team, who: str) -> list[Any]:
    """Everything that would betray an exhibit: list, search, count, ledger, head."""
    told = []
    for path in (
        "/evidence?limit=200",
        "/evidence?q=server",
        "/ledger/entries?limit=200",
        "/ledger/disclosed?limit=200",
    ):
        answer = await team.client(who).get(team.path(path))
        told.append((answer.headers["Ledger-Position"], read_json(answer)))
    return told


async def test_no_glance_and_no_frame_comes_between_an_exhibit_and_its_restriction(team: Team, wire: str) -> None:
    await team.settled()
    watchers = ("claire", "jonas")
    before = {who: await glance(team, who) for who in watchers}
    registering = True

    async def watch(who: str) -> int:
        glances = 0
        while registering:
            assert await glance(team, who) == before[who], who
            glances += 1
        return glances

    async with listen(wire, team, "claire", before_head(before["claire"])) as stream:
        watching = [asyncio.create_task(watch(who)) for who in watchers]
        for n in range(4):
            await evidence.register(team, "noor", release("DE", seats=["DE-02"]), title=f"Image of server {n}")
            await evidence.register(team, "bram", release("NL", seats=["NL-03"]))
        await team.settled()
        registering = False
        assert min(await asyncio.gather(*watching)) > 0
        assert await stream.silent(for_seconds=0.2)
    assert len(await evidence.listed(team, "lena")) == 4, "the named seat had them all"


def before_head(told: list[Any]) -> int:
    """The position from which nothing is new."""
    return int(told[0][0])


async def test_a_registration_that_fails_at_its_release_leaves_no_exhibit(team: Team) -> None:
    async def rows() -> tuple[int, int]:
        async with team.context.database.engine() as session:
            counted = "select (select count(*) from evidence), (select count(*) from headers)"
            return tuple((await session.execute(text(counted))).one())

    before = await rows()
    for wrong in (
        release("XX"),
        release("DE", seats=["NL-03"]),
        release("DE", until="2020-01-01T00:00:00Z"),
    ):
        refused = await evidence.try_register(team, releases=[release("FR"), wrong])
        assert refused.status_code in {409, 422}
    assert (await evidence.try_register(team, "daan", releases=[release("DE")])).status_code == 403
    assert await rows() == before


async def test_the_database_admits_no_exhibit_without_its_release(team: Team) -> None:
    """Were the order forgotten: the row that nobody may see cannot be read back, and the service fails whole."""
    exhibit = await evidence.register(team)
    async with team.context.database.engine() as session:
        lonely = "select count(*) from evidence e where not exists (select 1 from releases r where r.evidence = e.id)"
        assert (await session.execute(text(lonely))).scalar_one() == 0
        owned = "select count(*) from releases where evidence = :e and party = originator and level = 3"
        assert (await session.execute(text(owned), {"e": exhibit["id"]})).scalar_one() == 1
