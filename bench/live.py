"""Rows 10, 11, 12 and 20: the live channel, against Node and `ws` on the same machine, heard by the same listeners.

The servers are the real `liaison serve` with their hubs; a team of 27 countries listens. Time runs from the commit of the facts
(for the peer: from the request) to the last frame read by the last socket. A round counts only if each socket heard exactly
its facts, in the ledger's order. The peer is told who hears what, decides nothing and keeps nothing.
"""

import itertools
import os
import statistics
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from bench import audience
from bench.audience import Said, Team
from bench.harness import Row, paired
from bench.load import Client, request
from bench.place import ROOT, Place, Running, free_port, settle
from bench.sockets import Sockets

NUMBERS: Final = (10, 11, 12, 20)
_PEER: Final = ROOT / "bench" / "peers" / "node"
_WRITES: Final = 40
_ROUNDS: Final = 5
#: Sockets, and facts in a round: about as many frames in each.
_CROWDS: Final = ((1_000, 60), (5_000, 12))
_FILTERED, _UNFILTERED = 90, 45


async def rows(place: Place, wanted: frozenset[int]) -> AsyncIterator[Row]:
    """Push, fan-out, two processes, visibility filter."""
    team = await Team.founded(place, "live")
    server, peer = place.serve(team.urls, "live"), _peer(place)
    await team.release_one(server.port)
    await settle()
    if 10 in wanted:
        async for row in _push(team, server, peer):
            yield row
    if 11 in wanted:
        for sockets, facts in _CROWDS:
            async for row in _fan_out(team, server, peer, sockets, facts):
                yield row
    if 20 in wanted:
        async for row in _filter(team, server):
            yield row
    if 12 in wanted:
        second = place.serve(team.urls, "live")
        async for row in _two(team, server, second):
            yield row
        second.stop()
    server.stop()
    peer.stop()
    await team.close()
    place.drop("live")


def _peer(place: Place) -> Running:
    """Node's server, with what its lock names; installed when first asked for."""
    binaries = Path(sys.executable).parent
    environment = {"PATH": f"{binaries}{os.pathsep}{os.environ['PATH']}"}
    if not (_PEER / "node_modules" / "ws").exists():
        subprocess.run(  # noqa: S603
            [str(binaries / "npm"), "ci", "--loglevel=error"], cwd=_PEER, env={**os.environ, **environment}, check=True
        )
    port = free_port()
    command = [str(binaries / "node"), str(_PEER / "server.js"), str(port), str(place.cluster.socket_folder), "live"]
    return place.run(command, port, environment)


@asynccontextmanager
async def _listening(at: Sequence[tuple[int, list[tuple[str, str, str]]]]) -> AsyncIterator[Sockets]:
    """Listeners at these ports, each with its seats."""
    sockets = await Sockets.started()
    try:
        for port, seats in at:
            await sockets.open(port, seats)
        yield sockets
    finally:
        await sockets.close()


def _of_peer(seats: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """The same listeners at the peer: one group for each seat."""
    return [(code, f"/?group={code}", "") for code, _, _ in seats]


def _fact(position: int) -> str:
    """As long as the product's, and shaped alike."""
    return (
        f'{{"type":"fact","position":{position},"kind":"task.commented","subject":{{"task":'
        '"019abcde-0000-7000-8000-000000000000","comment":"019abcde-0000-7000-8000-000000000001"},'
        '"seat":"system","party":null,"at":"2026-11-24T13:15:58.035801Z"}'
    )


# --- row 10 ---------------------------------------------------------------------------------------------------------


async def _push(team: Team, server: Running, peer: Running) -> AsyncIterator[Row]:
    """Two hundred sockets of the party that registers an exhibit: one write, one fact, everybody."""
    seats = team.listeners(server.port, 200, [code for code in team.seats if code.startswith("NL")])
    codes = frozenset(code for code, _, _ in seats)
    numbers = itertools.count(1)
    whole: dict[int, list[float]] = {server.port: [], peer.port: []}

    async def write(sockets: Sockets, client: Client, port: int) -> float:
        """Milliseconds from the answer, which follows the commit, until the last has read it; and from the request."""
        number, first = next(numbers), await team.sequence()
        if port == server.port:
            message = team.registration(port, number)
        else:
            values = [str(number), "NL-01", f"Laptop {number} of Rotterdam"]
            message = request("POST", port, "/commit", body={"row": values, "text": _fact(first)})
        await sockets.expect(dict.fromkeys(codes, 1))
        began = time.perf_counter()
        answer = await client.ask(message)
        committed = time.perf_counter()
        assert answer.status in {201, 204}, answer.body
        heard = await sockets.heard()
        audience.demand(heard, {first: codes})
        whole[port].append((heard.at - began) * 1000)
        return max(0.0, heard.at - committed) * 1000

    async with _listening([(server.port, seats)]) as ours, _listening([(peer.port, _of_peer(seats))]) as theirs:
        mine, other = await Client.connect(server.port), await Client.connect(peer.port)
        pair = await paired(
            lambda: write(ours, mine, server.port), lambda: write(theirs, other, peer.port), rounds=_WRITES
        )
        mine.close()
        other.close()
    rest = "from the answer"
    note = f"{rest}: {pair.ours:.1f} ms, the peer {pair.reference:.1f} ms"
    yield Row.at_most(
        10,
        "API write to fact read by the last of 200, p50",
        statistics.median(whole[server.port]),
        statistics.median(whole[peer.port]),
        unit="ms",
        goal=4,
        beyond=2,
        note=note,
    )


# --- rows 11, 12 and 20 ---------------------------------------------------------------------------------------------


async def _ours(team: Team, sockets: Sockets, facts: Sequence[Said], seats: Mapping[str, int]) -> tuple[float, float]:
    """(facts delivered in a second, seconds) of one batch. `seats`: how many sockets each has."""
    await sockets.expect(audience.counts(facts))
    committed = await team.tell(facts)
    heard = await sockets.heard()
    delivered, leaked = audience.demand(heard, {at: one.seats for at, one in team.told.items()})
    assert delivered == sum(seats[seat] * count for seat, count in audience.counts(facts).items() if seat in seats)
    assert not leaked, f"{leaked} facts reached who may not know them"
    seconds = heard.at - committed
    return delivered / seconds, seconds


async def _theirs(peer: Running, client: Client, sockets: Sockets, facts: Sequence[Said]) -> float:
    """The same by the peer."""
    said = [(_fact(at), sorted(one.seats)) for at, one in enumerate(facts)]
    message = request("POST", peer.port, "/tell", body=said)
    await sockets.expect(audience.counts(facts))
    began = time.perf_counter()
    answer = await client.ask(message)
    assert answer.status == 204
    heard = await sockets.heard()
    delivered, _ = audience.demand(heard, {at: one.seats for at, one in enumerate(facts)})
    return delivered / (heard.at - began)


def _spread(seats: list[tuple[str, str, str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for code, _, _ in seats:
        found[code] = found.get(code, 0) + 1
    return found


async def _fan_out(team: Team, server: Running, peer: Running, count: int, facts: int) -> AsyncIterator[Row]:
    """Facts for parts of the team, in one batch."""
    seats, said = team.listeners(server.port, count), team.to_some(facts)
    before = server.memory_kib()
    async with _listening([(server.port, seats)]) as ours, _listening([(peer.port, _of_peer(seats))]) as theirs:
        await settle(2)
        each = (server.memory_kib() - before) / count
        client = await Client.connect(peer.port)

        async def mine() -> float:
            return (await _ours(team, ours, said, _spread(seats)))[0]

        pair = await paired(mine, lambda: _theirs(peer, client, theirs, said), rounds=_ROUNDS)
        client.close()
    what = f"fan-out to {count:,} sockets, mixed audience"
    yield Row.at_least(11, what, pair.ours, pair.reference, unit="/s", goal=0.6, beyond=0.9)
    yield Row.limit(11, f"memory of a socket, {count:,} of them", each, unit="KiB", goal=50)


async def _filter(team: Team, server: Running) -> AsyncIterator[Row]:
    """As many frames, to everybody and to parts of the team; seconds for each, since the numbers of frames differ a little."""
    seats = team.listeners(server.port, 1_080)
    filtered, plain = team.to_some(_FILTERED), team.to_all(_UNFILTERED)
    async with _listening([(server.port, seats)]) as sockets:

        async def microseconds(facts: Sequence[Said]) -> float:
            return 1e6 / (await _ours(team, sockets, facts, _spread(seats)))[0]

        pair = await paired(lambda: microseconds(filtered), lambda: microseconds(plain), rounds=_ROUNDS)
    what = "visibility filter, 27 countries: time of a frame against unfiltered"
    note = "0 leaked, each frame looked at"  # `_ours` refuses a round that leaked
    yield Row.at_most(20, what, pair.ours, pair.reference, unit="µs", goal=1.25, beyond=1.1, note=note)


async def _two(team: Team, one: Running, other: Running) -> AsyncIterator[Row]:
    """A thousand listeners at one process, or half of them at each of two."""
    said, half = team.to_some(60), 500
    alone, left = team.listeners(one.port, 2 * half), team.listeners(one.port, half)
    right = team.listeners(other.port, 2 * half)[half:]  # the same seats have the same numbers of sockets

    async with _listening([(one.port, alone)]) as sockets:
        await _ours(team, sockets, said, _spread(alone))
        single = [(await _ours(team, sockets, said, _spread(alone)))[0] for _ in range(_ROUNDS)]
    async with _listening([(one.port, left), (other.port, right)]) as sockets:
        await _ours(team, sockets, said, _spread(alone))
        double = [(await _ours(team, sockets, said, _spread(alone)))[0] for _ in range(_ROUNDS)]
    yield Row.at_least(
        12,
        "fan-out to 1,000 sockets at two processes against one",
        statistics.median(double),
        statistics.median(single),
        unit="/s",
        goal=1.0,
        beyond=1.6,
        note="same order, no gap: each socket's sequence compared",
    )
