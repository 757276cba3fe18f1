"""Row 18: what a cheap request waits while the largest list, an export or a verification runs.

The cheap request reads one exhibit, again and again on one connection, with a pause between; its own idle p99, measured in turn
with each load, is the reference. The loads run on the same server, and each must have done its work: rows counted, a bundle
that `verify.py` accepts, a finished recomputation. Deliberately not here: uploads (`upload.py`), and how fast the loads are.
"""

import asyncio
import hashlib
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, Final

import asyncpg

from app import clock
from app.access import seats
from app.access.seats import Person
from app.exports import verifier
from app.ledger import journal
from app.ledger.facts import PartyAdded
from bench import stock, world
from bench.harness import Row, percentile
from bench.load import Client, hammer, request
from bench.place import Place, Running

NUMBERS: Final = (18,)
_PAUSE: Final = 0.004
_IDLE_SECONDS: Final = 2.0
_LIST_SECONDS: Final = 3.0
_ENTRIES: Final = 20_000

Work = Callable[[], Awaitable[str]]


async def rows(place: Place, wanted: frozenset[int]) -> AsyncIterator[Row]:
    """Each load in turn; the verification of the bundle follows the export that makes it."""
    del wanted
    made = await stock.pool(place, place.million)
    await stock.add_auditor(place, made)
    await _write_entries(made)
    owner = await stock.connect(place, made)
    bench = _Bench(place, made, owner, place.serve(made.urls, made.state))
    yield await bench.row("four clients list 200 of all", bench.list_all)
    yield await bench.row("an archive is exported", bench.export)
    yield await bench.row("verify.py checks it beside the server", bench.verify)
    await bench.hold()
    yield await bench.row("the worker recomputes the ledger", bench.recompute, held=True)
    bench.server.stop()
    await owner.close()


async def _write_entries(made: world.World) -> None:
    """A ledger long enough to be worth exporting: entries of the product's own, sequenced by the server when it starts."""
    async with stock.database_of(made, 4) as database:
        person = Person(made.accounts["NL"], clock.new_id(), "", "Leader NL", may_found=True, by_token=False)
        async with database.writing() as session:
            seat = await seats.take(session, person, made.jit)
        assert seat is not None
        for _ in range(_ENTRIES // 500):
            async with database.writing(seat.requester) as session:
                facts = [
                    PartyAdded(
                        party=clock.new_id(), code="XX", name="A party", party_kind="organisation", authorities=[]
                    )
                    for _ in range(500)
                ]
                await journal.append(session, seat, *facts)


class _Bench:
    """A server, the cheap request, and the loads."""

    def __init__(self, place: Place, made: world.World, owner: asyncpg.Connection, server: Running) -> None:
        """On the pool of a million."""
        self.place, self.made, self.owner, self.server = place, made, owner, server
        self.bundle = place.folder / "archive.zip"

    @property
    def _cheap(self) -> bytes:
        headers = {"Cookie": self.made.cookies["DE"]}
        return request("GET", self.server.port, self.made.path(f"/evidence/{self.made.exhibits[0]}"), headers=headers)

    async def _probe(self, ended: asyncio.Event) -> list[float]:
        """Seconds of each cheap request until `ended`."""
        client, message, taken = await Client.connect(self.server.port), self._cheap, []
        while not ended.is_set():
            began = time.perf_counter()
            answer = await client.ask(message)
            taken.append(time.perf_counter() - began)
            assert answer.status == 200, answer.body
            await asyncio.sleep(_PAUSE)
        client.close()
        return taken

    async def _idle(self) -> list[float]:
        ended = asyncio.Event()
        asyncio.get_running_loop().call_later(_IDLE_SECONDS, ended.set)
        return await self._probe(ended)

    async def row(self, what: str, work: Work, *, held: bool = False) -> Row:
        """Idle before and after; between them the load, for as long as it lasts. `held`: it waits already; idle after only."""
        if not held:
            await self._at_rest()
        idle, ended = [] if held else await self._idle(), asyncio.Event()
        probing = asyncio.create_task(self._probe(ended))
        try:
            note = await work()
        finally:
            ended.set()
            under = await probing
        await self._at_rest()
        idle += await self._idle()
        mine, reference = percentile(under, 0.99) * 1000, percentile(idle, 0.99) * 1000
        said = f"{note}; {len(under)} requests, longest {max(under) * 1000:.0f} ms"
        return Row.at_most(
            18, f"cheap request's p99 while {what}", mine, reference, unit="ms", goal=5, beyond=2, note=said
        )

    async def _at_rest(self) -> None:
        """Everything written has its position."""
        async with asyncio.timeout(60):
            while await self.owner.fetchval("select exists (select from pending)"):  # noqa: ASYNC110
                await asyncio.sleep(0.05)

    async def list_all(self) -> str:
        """The largest page that may be asked for, by somebody who sees everything."""
        headers = {"Cookie": self.made.cookies["NL"]}
        message = request("GET", self.server.port, self.made.path("/evidence?limit=200"), headers=headers)
        client = await Client.connect(self.server.port)
        assert len((await client.ask(message)).json()["items"]) == 200
        client.close()
        load = await hammer(self.server.port, message, clients=4, seconds=_LIST_SECONDS)
        return f"{load.rate:.0f} lists/s"

    async def export(self) -> str:
        """The archive of the ledger, from the asking until it is fetched."""
        client = await Client.connect(self.server.port)
        said: dict[str, Any] = {"profile": "archive", "scope": {}}
        answer = await client.ask(stock.write(self.made, "AUDITOR", self.server.port, "/exports", said))
        assert answer.status == 202, answer.body
        path, headers = self.made.path(f"/exports/{answer.json()['id']}"), {"Cookie": self.made.cookies["AUDITOR"]}
        async with asyncio.timeout(120):
            while (view := (await client.ask(request("GET", self.server.port, path, headers=headers))).json())[
                "state"
            ] != "ready":
                assert view["state"] != "failed", view
                await asyncio.sleep(0.1)
        content = (await client.ask(request("GET", self.server.port, f"{path}/bundle", headers=headers))).body
        client.close()
        assert hashlib.sha256(content).hexdigest() == view["sha256"]
        assert view["entries"] >= _ENTRIES, view
        await asyncio.to_thread(self.bundle.write_bytes, content)
        return f"{view['entries']:,} entries, {len(content) / 1e6:.1f} MB"

    async def verify(self) -> str:
        """As an expert on the same machine would, on all cores."""
        command = [sys.executable, "-I", "-S", verifier.__file__, str(self.bundle)]
        began = time.perf_counter()
        process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
        said = (await process.communicate())[0].decode()
        assert "entries are what" in said, said
        assert process.returncode in {0, 3}, f"{process.returncode}: {said}"
        return f"{time.perf_counter() - began:.1f} s"

    async def hold(self) -> None:
        """A new server, whose worker finds a round due and waits for us."""
        self.server.stop()
        await self.owner.execute("begin")
        await self.owner.execute("delete from recomputations")
        self.server = await asyncio.to_thread(self.place.serve, self.made.urls, self.made.state)

    async def recompute(self) -> str:
        """The nightly round inside the server: finished, every entry of it, and nothing found."""
        began = time.perf_counter()
        await self.owner.execute("commit")
        ended = "select position, target, found from recomputations where jit = $1 and finished_at is not null"
        async with asyncio.timeout(120):
            while (row := await self.owner.fetchrow(ended, self.made.jit)) is None:  # noqa: ASYNC110
                await asyncio.sleep(0.05)
        assert row["found"] is None, row["found"]
        assert row["position"] == row["target"] > _ENTRIES, row
        return f"{row['target']:,} entries in {time.perf_counter() - began:.1f} s"
