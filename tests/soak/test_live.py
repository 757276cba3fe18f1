"""The live channel for long: a database that dies under open sockets, and an hour of two hundred of them in constant memory.

`make soak` listens for `LIAISON_SOAK_SECONDS` (3600); the first sixth, ten minutes at most, warms caches and pools, and does not
count. Afterwards every client has heard just what the ledger says it may know, each fact once, in order.
"""

import asyncio
import os
import statistics
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Final

import httpx
import pytest

from app import clock, log
from tests.factories.evidence import form, release
from tests.realtime.test_chaos import Client
from tests.soak.installation import Installation
from tests.soak.test_soak import Soak, started
from tests.support.random_choices import seeded
from tests.support.waiting import until

HEARERS: Final = ("lena", "jonas", "claire", "hugo", "daan", "bram", "coordinator", "jit_auditor")
SOCKETS: Final = 200
SEED: Final = 370  # which moments, not a secret
#: What the server may have grown between the end of the warm-up and the end: less than a kilobyte for each fact that was said.
GROWTH_MIB: Final = 24.0
_EVERY_SECONDS: Final = 2.0
#: Between the exhibits of a writer. The pace is given: left to the server, a quicker one would say more than its listeners take,
#: who by their own dice read some nineteen facts a second. Two writers say fifteen.
_PACE_SECONDS: Final = 0.4
_logger = log.get("soak")


async def known(soak: Soak, name: str, after: int) -> list[int]:
    """What the ledger says that this person may have heard."""
    heard: list[int] = []
    last = after
    async with soak.browser(name) as browser:
        while True:
            answer = await browser.get(f"{soak.base}/ledger/entries?limit=200&after={last}")
            assert answer.status_code == 200, answer.text
            page = answer.json()["items"]
            if not page:
                return heard
            heard += [one["position"] for one in page if one["kind"]]
            last = page[-1]["position"]


class Writer:
    """Exhibits for Germany and France, whatever the server says meanwhile. `said`: how many it has entered."""

    def __init__(self, soak: Soak) -> None:
        self.soak, self.said = soak, 0

    async def write(self) -> None:
        """Until cancelled."""
        async with self.soak.browser("noor") as browser:
            while True:
                with suppress(httpx.TransportError):
                    told = form(releases=[release("DE"), release("FR", "listed")])
                    answer = await browser.post(f"{self.soak.base}/evidence", json=told)
                    self.said += answer.status_code == 201
                await asyncio.sleep(_PACE_SECONDS)

    async def has_said(self, more: int) -> None:
        """Until it has entered so many more."""
        wanted = self.said + more

        async def reached() -> bool:
            return self.said >= wanted

        await until(reached, within=120)


@asynccontextmanager
async def listeners(soak: Soak, count: int, start: int) -> AsyncIterator[list[Client]]:
    """So many that come, go and come again."""
    clients = [Client(HEARERS[n % len(HEARERS)], start, seeded(f"{SEED} {n}")) for n in range(count)]
    following = [asyncio.create_task(one.follow(soak.team, [soak.installation.server.url])) for one in clients]
    yield clients
    for task in following:
        task.cancel()
    await asyncio.gather(*following, return_exceptions=True)


async def demand_exactly_once(soak: Soak, clients: Iterable[Client], start: int) -> None:
    """Each has heard what it may know, in order and once."""
    expected: dict[str, list[int]] = {}
    for one in clients:
        if one.name not in expected:
            expected[one.name] = await known(soak, one.name, start)
            assert expected[one.name], one.name
        with suppress(TimeoutError):
            async with asyncio.timeout(60):
                while not one.heard or one.heard[-1] < expected[one.name][-1]:  # noqa: ASYNC110 - it tells no one
                    await asyncio.sleep(0.05)
        assert one.heard == expected[one.name], (
            f"{one.name}, {one.breaks} breaks\n{soak.installation.server.log.read_text()[-3000:]}"
        )


async def head_of(soak: Soak) -> int:
    """The last position now."""
    async with soak.installation.sql() as connection:
        return int(await connection.fetchval("select size from trees where jit = $1", soak.team.jit_id)) - 1


@pytest.fixture
async def soak(installation: Installation) -> AsyncIterator[Soak]:
    """A founded team whose server and worker run."""
    made = await started(installation)
    await made.begin(SEED)
    yield made
    await made.close()


@pytest.mark.soak
async def test_a_database_that_dies_under_open_sockets_costs_nobody_a_fact(soak: Soak) -> None:
    start, writer, installation = await head_of(soak), Writer(soak), soak.installation
    assert isinstance(installation, Installation)
    async with listeners(soak, len(HEARERS), start) as clients:
        writing = asyncio.create_task(writer.write())
        for _ in range(3):
            await writer.has_said(5)
            installation.kill_postgres()
            await asyncio.sleep(1.5)  # sockets end with `restart`, and find nobody
            installation.start_postgres()
        await writer.has_said(5)
        writing.cancel()
        assert all(one.breaks for one in clients), "they should have noticed"
        await soak.look()
        await demand_exactly_once(soak, clients, start)


def resident_mib(pid: int) -> float:
    """The memory of a process."""
    (line,) = [one for one in Path(f"/proc/{pid}/status").read_text().splitlines() if one.startswith("VmRSS")]
    return int(line.split()[1]) / 1024


@pytest.mark.soak
async def test_an_hour_of_two_hundred_sockets_in_constant_memory(soak: Soak) -> None:
    seconds = float(os.environ.get("LIAISON_SOAK_SECONDS", "3600"))
    start, writer, pid = await head_of(soak), Writer(soak), soak.installation.server.pid
    async with listeners(soak, SOCKETS, start) as clients:
        writing = [asyncio.create_task(writer.write()) for _ in range(2)]
        began, samples = clock.monotonic(), []
        while (passed := clock.monotonic() - began) < seconds:
            await asyncio.sleep(_EVERY_SECONDS)
            if passed > min(seconds / 6, 600):
                samples.append(resident_mib(pid))
        for task in writing:
            task.cancel()
        tenth = max(1, len(samples) // 10)
        first, last = statistics.median(samples[:tenth]), statistics.median(samples[-tenth:])
        breaks = sum(one.breaks for one in clients)
        _logger.info("soaked", exhibits=writer.said, breaks=breaks, first_mib=round(first, 1), last_mib=round(last, 1))
        assert all(one.breaks for one in clients)
        await soak.look()
        await demand_exactly_once(soak, clients, start)
    assert writer.said > seconds / 4, "hardly anything was written"
    assert last - first <= GROWTH_MIB, f"from {first:.1f} to {last:.1f} MiB while {writer.said} exhibits were entered"
