"""Between the door and the hub: what was missed is read while others go on, and whoever loses its seat meanwhile hears no more.

What was missed is held here after it was read, so that each moment between two pages can be looked at.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, suppress
from typing import Any, Final

import pytest
from fastapi import FastAPI
from websockets.exceptions import ConnectionClosed

from app.database import Database, Reading, Requester
from app.ledger import following
from tests.factories.evidence import register, release
from tests.factories.team import Team
from tests.realtime.test_sockets import say
from tests.realtime.test_worlds import act_in_hiding, sign
from tests.support.live_channel import PATIENCE, Stream, listen
from tests.support.waiting import until

_FACTS_FOR: Final = following.facts_for


class Held:
    """The page of this number, read and not yet told. Others are told at once."""

    def __init__(self, page: int) -> None:
        self.page, self.pages = page, 0
        self.is_read, self.go_on = asyncio.Event(), asyncio.Event()

    async def until_read(self) -> None:
        """Until the server has read it."""
        async with asyncio.timeout(10):
            await self.is_read.wait()

    async def facts_for(self, *asked: Any, **named: Any) -> Sequence[Any]:
        rows = await _FACTS_FOR(*asked, **named)
        self.pages += 1
        if self.pages == self.page:
            self.is_read.set()
            await self.go_on.wait()
        return rows


@pytest.fixture
async def hold(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Callable[[int], Held]]:
    """Holds a page from now on; at the end nothing is held."""
    made: list[Held] = []

    def hold(page: int) -> Held:
        made.append(Held(page))
        monkeypatch.setattr(following, "facts_for", made[-1].facts_for)
        return made[-1]

    yield hold
    for one in made:
        one.go_on.set()


async def last_of(team: Team) -> int:
    """The newest position."""
    await team.settled()
    return len(await team.entries("lena")) - 1


async def heard(stream: Stream, count: int) -> list[int]:
    """The positions of so many facts, and of none behind them."""
    facts = [fact["position"] for fact in await stream.facts(count, within=10)]
    assert await stream.silent()
    return facts


@pytest.mark.parametrize(("missed", "last_page"), [(3, 1), (70, 2)], ids=["with the hub", "before the hub"])
async def test_what_is_said_while_the_last_page_of_what_was_missed_is_read_comes_behind_it(
    team: Team, wire: str, hold: Callable[[int], Held], missed: int, last_page: int
) -> None:
    start = await last_of(team)
    await say(team, missed)
    head, held = await last_of(team), hold(last_page)
    async with listen(wire, team, "jonas", head) as jonas, listen(wire, team, "lena", start) as lena:
        hearing = asyncio.create_task(heard(lena, missed + 5))  # whoever reads no page gets no further one
        await held.until_read()
        await say(team, 5)
        await jonas.facts(5)
        held.go_on.set()
        assert await hearing == list(range(start + 1, head + 6))


async def test_who_cannot_keep_up_with_the_hub_before_it_has_read_resumes_without_a_gap(
    team: Team, wire: str, hold: Callable[[int], Held]
) -> None:
    start = await last_of(team)
    await say(team, 3)
    head, held = await last_of(team), hold(1)
    async with listen(wire, team, "lena", start) as lena:
        await held.until_read()
        await say(team, 600)
        assert await lena.frame(within=10) == {"type": "bye", "reason": "slow", "resume_after": start}
        assert await lena.closed() == 1000
    async with listen(wire, team, "lena", start) as again:
        assert await heard(again, 603) == list(range(start + 1, head + 601))


async def test_no_page_is_read_before_the_client_has_come_to_the_end_of_the_one_before(
    team: Team, wire: str, hold: Callable[[int], Held]
) -> None:
    start = await last_of(team)
    await say(team, 200)
    await team.settled()
    counting = hold(0)
    async with listen(wire, team, "lena", start) as lena:
        for pages, facts in enumerate((50, 100, 50), start=1):
            told = [json.loads(await lena.socket.recv()) for _ in range(facts)]
            assert {one["type"] for one in told} == {"fact"}
            if pages < 3:
                assert json.loads(await lena.socket.recv()) == {"type": "ping"}
                with pytest.raises(TimeoutError):
                    await asyncio.wait_for(lena.socket.recv(), 0.5)
                assert counting.pages == pages
                await lena.socket.send('{"type":"pong"}')
        assert told[-1]["position"] == start + 200


async def test_a_client_may_answer_for_as_many_pages_as_there_are(
    team: Team, wire: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.realtime.socket._FIRST_PAGE", 2)
    monkeypatch.setattr(following, "PAGE", 2)
    monkeypatch.setattr("app.realtime.socket._FRAMES", 10)
    start = await last_of(team)
    await say(team, 300)
    await team.settled()
    async with listen(wire, team, "lena", start) as lena:
        assert await heard(lena, 300) == list(range(start + 1, start + 301)), "a flood of pongs that were asked for"
        with suppress(ConnectionClosed):
            for _ in range(20):
                await lena.socket.send('{"type":"pong"}')
        assert await lena.closed() == 1008, "nobody asked for these"


async def test_no_frame_tells_whether_something_hidden_stands_behind_what_one_knows(team: Team, wire: str) -> None:
    await say(team, 60)
    head = await last_of(team)

    async def told() -> list[Any]:
        async with listen(wire, team, "claire", head - 50) as claire:
            frames: list[Any] = []
            with suppress(TimeoutError):
                while True:
                    told = sum(one["type"] == "fact" for one in frames)
                    frames.append(await asyncio.wait_for(claire.any(), PATIENCE if told < 50 else 0.7))
            return [one for one in frames if one["type"] != "presence"]

    before = await told()
    assert [one["type"] for one in before] == ["fact"] * 50
    await act_in_hiding(team)
    await team.settled()
    assert await told() == before


class TestSilence:
    @pytest.fixture
    def changes(self) -> dict[str, object]:
        return {"socket_ping_seconds": 0.4}

    async def test_who_answers_for_no_page_is_closed(self, team: Team, wire: str, app: FastAPI) -> None:
        start = await last_of(team)
        await say(team, 70)
        await team.settled()
        async with listen(wire, team, "lena", start) as lena:
            await asyncio.wait_for(lena.socket.wait_closed(), PATIENCE)
            assert lena.socket.close_code == 1001
        await until(lambda: gone(app))


async def gone(app: FastAPI) -> bool:
    """Whether nobody listens, or still reads what was missed."""
    hub = app.state.hub
    return not hub.count() and not hub._arriving


@pytest.mark.parametrize("missed", [3, 70])
async def test_who_loses_its_session_while_what_was_missed_is_read_hears_nothing_of_it(
    team: Team, wire: str, hold: Callable[[int], Held], missed: int
) -> None:
    start = await last_of(team)
    await say(team, missed)
    await team.settled()
    held = hold(1)
    async with listen(wire, team, "lena", start) as lena:
        await held.until_read()
        assert (await team.client("lena").delete("/api/sessions/current")).status_code == 204
        assert await lena.frame() == {"type": "bye", "reason": "revoked", "resume_after": start}
        held.go_on.set()
        assert await lena.closed() == 1000


@pytest.mark.parametrize("missed", [3, 70])
async def test_a_server_that_stops_says_goodbye_to_who_still_reads(
    team: Team, wire: str, hold: Callable[[int], Held], missed: int, app: FastAPI
) -> None:
    start = await last_of(team)
    await say(team, missed)
    await team.settled()
    held = hold(1)
    async with listen(wire, team, "lena", start) as lena:
        await held.until_read()
        app.state.hub.close()
        assert await lena.frame() == {"type": "bye", "reason": "restart", "resume_after": start}


async def test_who_comes_again_costs_a_snapshot_and_one_for_each_page_of_what_was_missed(
    team: Team, wire: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    snapshots, reading = 0, Database.reading

    def counted(database: Database, asking: Requester | None = None) -> AbstractAsyncContextManager[Reading]:
        nonlocal snapshots
        snapshots += 1
        return reading(database, asking)

    async def come_again(name: str, after: int, *facts: int) -> int:
        nonlocal snapshots
        snapshots = 0
        async with listen(wire, team, name, after) as stream:
            assert await heard(stream, len(facts)) == list(facts)
            return snapshots

    start = await last_of(team)
    for _ in range(35):
        await register(team, "noor", release("DE"))
    german = list(range(start + 1, await last_of(team) + 1))
    assert len(german) == 70
    monkeypatch.setattr(Database, "reading", counted)
    assert await come_again("lena", german[-1]) == 1
    assert await come_again("lena", german[-4], *german[-3:]) == 2
    assert await come_again("lena", german[-51], *german[-50:]) == 2
    assert await come_again("lena", start, *german) == 3  # pages of fifty, and a hundred
    assert await come_again("claire", start) == 2  # none of it is for her, and she does not know how much there is
    await sign(team)
    assert await come_again("claire", start) == 2  # now she does
