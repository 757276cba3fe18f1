"""Chaos: killed servers, cut connections, lost notifications, readers that pause. No client misses or repeats a fact.

Each run prints its seed when it fails; `LIAISON_CHAOS_SEED` repeats it. The short one runs always, on one server that lives;
`make soak` runs the long one, with kills. A kill by itself is in `test_resuming.py`.
"""

import asyncio
import os
import random
from contextlib import suppress

import pytest
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from app.settings import Settings
from tests.factories.evidence import register, release
from tests.factories.team import Team, read_json
from tests.support.databases.superuser import as_superuser
from tests.support.live_channel import Stream, listen
from tests.support.random_choices import seeded
from tests.support.server import Serve, Server
from tests.support.waiting import until

HEARERS = ("lena", "jonas", "claire", "jit_auditor")
_LISTENING = "select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen %' and datname = current_database()"


class Client:
    """One that resumes from the last position it has seen, wherever a server answers."""

    def __init__(self, name: str, start: int, chance: random.Random) -> None:
        self.name, self.last, self.chance = name, start, chance
        self.heard: list[int] = []
        self.breaks = 0

    async def follow(self, team: Team, urls: list[str]) -> None:
        """Until cancelled."""
        while True:
            with suppress(OSError, ConnectionClosed, InvalidHandshake, TimeoutError):
                async with listen(self.chance.choice(urls), team, self.name, self.last, open_timeout=5) as stream:
                    await self._listen(stream)
            self.breaks += 1
            await asyncio.sleep(self.chance.random() / 20)

    async def _listen(self, stream: Stream) -> None:
        patience = self.chance.randrange(1, 60)
        for _ in range(patience):
            if self.chance.random() < 0.1:
                await asyncio.sleep(self.chance.random() / 2)  # it reads nothing meanwhile
            frame = await stream.any()
            if frame["type"] == "fact":
                self.heard.append(frame["position"])
                self.last = frame["position"]
            elif frame["type"] == "head":
                self.last = max(self.last, frame["position"])
            elif frame["type"] == "bye":
                return
        if self.chance.random() < 0.5:
            stream.socket.transport.abort()


async def known(team: Team, name: str, after: int) -> list[int]:
    """What the ledger says that this person may have heard."""
    heard, last = [], after
    await team.settled()
    while page := read_json(await team.client(name).get(team.path(f"/ledger/entries?limit=200&after={last}")))["items"]:
        heard += [one["position"] for one in page if one["kind"]]
        last = page[-1]["position"]
    return heard


async def _disturb(team: Team, servers: list[Server], chance: random.Random) -> None:
    """One fault."""
    if not servers or chance.random() < 0.4:
        async with as_superuser(team) as superuser:
            await superuser.execute(_LISTENING)
    else:
        victim = chance.choice(servers)
        await asyncio.to_thread(victim.kill)
        await asyncio.sleep(chance.random())
        await asyncio.to_thread(victim.start)


async def _survives(team: Team, servers: list[Server], wire: str, faults: int) -> None:
    seed = int(os.environ.get("LIAISON_CHAOS_SEED", random.SystemRandom().randrange(2**32)))
    chance = seeded(seed)
    start = len(await team.entries("noor")) - 1
    clients = [Client(name, start, seeded(f"{seed} {name} {n}")) for name in HEARERS for n in range(2)]
    following = [asyncio.create_task(one.follow(team, [wire, *(server.url for server in servers)])) for one in clients]
    stopping = asyncio.Event()

    async def write() -> None:
        while not stopping.is_set():
            await register(team, "noor", release(chance.choice(["DE", "FR"])))
            await asyncio.sleep(0.02)

    writing = [asyncio.create_task(write()) for _ in range(2)]
    for _ in range(faults):
        await _disturb(team, servers, chance)
        await asyncio.sleep(chance.random())

    async def everybody_was_cut() -> bool:
        return all(one.breaks for one in clients)

    await until(everybody_was_cut, within=60)
    stopping.set()
    await asyncio.gather(*writing)
    for one in clients:
        expected = await known(team, one.name, start)
        assert expected
        with suppress(TimeoutError):
            async with asyncio.timeout(30):
                while not one.heard or one.heard[-1] < expected[-1]:  # noqa: ASYNC110 - it tells no one
                    await asyncio.sleep(0.05)
        assert one.heard == expected, f"{one.name}, seed {seed}"
    for task in following:
        task.cancel()
    await asyncio.gather(*following, return_exceptions=True)


async def test_no_client_misses_or_repeats_a_fact(team: Team, wire: str) -> None:
    await _survives(team, [], wire, faults=3)


@pytest.mark.soak
async def test_no_client_misses_or_repeats_a_fact_for_minutes(
    team: Team, wire: str, serve: Serve, settings: Settings
) -> None:
    await _survives(team, [serve(state=settings.state) for _ in range(2)], wire, faults=60)
