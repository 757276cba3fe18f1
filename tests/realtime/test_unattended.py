"""A page left open: neither its socket nor what it reads by itself keeps the session alive."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import text
from websockets.exceptions import InvalidStatus

from app import clock
from app.services.accounts import last_seen as seen
from tests.factories.team import Team
from tests.support.databases.superuser import as_superuser
from tests.support.live_channel import listen, opened


async def last_seen(team: Team) -> datetime:
    """When Lena's session was used last, as its row says once all is written."""
    await team.context.authentication.seen.write(team.context.database)
    async with team.context.database.engine() as session:
        query = text("select last_seen_at from sessions where account = :account")
        found: datetime = (await session.execute(query, {"account": team.accounts["lena"]})).scalar_one()
        return found


async def set_back(team: Team, by: timedelta) -> datetime:
    """Let Lena's last use be so long ago."""
    moment = clock.now() - by
    async with as_superuser(team) as superuser:
        await superuser.execute(
            "update sessions set last_seen_at = $1 where account = $2", moment, team.accounts["lena"]
        )
    return moment


async def test_a_socket_is_no_use_of_a_session_and_a_person_is(team: Team, wire: str) -> None:
    before = await set_back(team, timedelta(minutes=30))
    for _ in range(2):
        async with listen(wire, team, "lena") as stream:
            await stream.facts(3)
    await team.client("lena").get(team.path("/evidence"), headers={"Liaison-Unattended": "1"})
    assert await last_seen(team) == before
    await team.client("lena").get(team.path("/evidence"))
    assert await last_seen(team) > before


async def test_the_socket_of_a_session_that_ran_out_is_closed_and_does_not_resume(team: Team, wire: str) -> None:
    async with listen(wire, team, "lena", 10**6) as lena, listen(wire, team, "jonas", 10**6) as jonas:
        await jonas.sees("DE-01", "DE-02")
        await set_back(team, team.context.authentication.idle + seen.LAG)
        assert (await lena.frame(within=5))["reason"] == "expired"
        assert await jonas.silent()
    with pytest.raises(InvalidStatus) as refused:
        async with opened(wire, team, "lena"):
            pass
    assert refused.value.response.status_code == 401
