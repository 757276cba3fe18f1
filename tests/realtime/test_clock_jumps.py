"""A server's clock that jumps, ahead or back: order and resuming do not hang on it; what is released until then does."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

import pytest
from fastapi import FastAPI

from app import clock
from tests.factories.evidence import describe, register, release
from tests.factories.team import Team, read_json
from tests.realtime.test_sockets import joined
from tests.support.live_channel import listen


@pytest.fixture
def jump(monkeypatch: pytest.MonkeyPatch) -> Callable[[timedelta], None]:
    """Let the clock be wrong by so much from now on."""
    true = clock.now
    return lambda by: monkeypatch.setattr(clock, "now", lambda: true() + by)


@pytest.mark.parametrize("by", [timedelta(days=-1), timedelta(seconds=-5), timedelta(minutes=5)])
async def test_nothing_is_lost_repeated_or_ended(
    team: Team, wire: str, app: FastAPI, jump: Callable[[timedelta], None], by: timedelta
) -> None:
    head = len(await team.entries("lena")) - 1
    async with listen(wire, team, "lena", head) as lena, listen(wire, team, "jonas", head) as jonas:
        await joined(app, 2)
        heard = []
        for wrong in (timedelta(0), by, timedelta(0)):
            jump(wrong)
            await register(team, "noor", release("DE"))
            told = await lena.facts(2, within=5)
            assert await jonas.facts(2, within=5) == told
            heard += [fact["position"] for fact in told]
        assert heard == list(range(head + 1, head + 7))
        async with listen(wire, team, "lena", head) as resumed:
            assert [fact["position"] for fact in await resumed.facts(6)] == heard


async def test_what_a_release_allows_until_then_is_not_told_after_it(
    team: Team, wire: str, app: FastAPI, jump: Callable[[timedelta], None]
) -> None:
    until = (clock.now() + timedelta(minutes=2)).isoformat()
    exhibit = await register(team, "noor", release("DE", until=until), release("FR"))
    head = len(await team.entries("noor")) - 1
    async with listen(wire, team, "lena", head) as lena, listen(wire, team, "claire", head) as claire:
        await joined(app, 2)
        jump(timedelta(minutes=3))
        read_json(await describe(team, "noor", exhibit))
        assert (await claire.frame(within=5))["kind"] == "evidence.described"
        told = []
        with suppress(TimeoutError):
            while True:
                told.append((await lena.frame(within=1))["kind"])
        assert "evidence.described" not in told, "that it has lapsed is told"
