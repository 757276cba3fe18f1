"""One socket's life: rudeness, silence, slowness, loss of session or seat, old age. Nobody else suffers from any."""

import asyncio
import json
import socket as sockets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import uvicorn
from fastapi import FastAPI

from app import clock
from app.ledger import following, journal
from app.ledger.facts import PartyAdded
from app.ledger.journal import Ledger
from app.realtime import hub
from app.realtime import wire as wires
from tests.factories.evidence import register, release
from tests.factories.team import Team
from tests.support.databases.superuser import as_superuser
from tests.support.live_channel import PATIENCE, Stream, listen
from tests.support.waiting import until


async def say(team: Team, count: int) -> None:
    """So many facts at once that everybody hears."""
    ledger = Ledger(team.jit_id, team.jit["ledger_origin"])
    facts = [
        PartyAdded(party=clock.new_id(), code="XX", name="x", party_kind="organisation", authorities=[])
        for _ in range(count)
    ]
    async with team.context.database.engine() as session:
        await journal.append_as_system(session, ledger, *facts)


@pytest.mark.parametrize(
    "frame",
    ['{"type":"hello"}', "{}", "[]", "not json", '{"type":"pong","more":1}', '{"type":"focus"}', "[" * 4000, b"{}"],
)
async def test_what_the_protocol_does_not_know_closes_the_socket(team: Team, wire: str, frame: str | bytes) -> None:
    async with listen(wire, team, "lena", 10**6) as stream:
        await stream.socket.send(frame)
        assert await stream.closed() == 1008


@pytest.mark.parametrize("frame", [" " * 4097, b" " * 4097, "é" * 2049, " " * 20_000])
async def test_a_frame_over_4_kib_closes_the_socket(team: Team, wire: str, frame: str | bytes) -> None:
    async with listen(wire, team, "lena", 10**6) as stream:
        await stream.socket.send(frame)
        assert await stream.closed() == 1009


async def test_focus_pongs_and_a_frame_of_just_4_kib_are_welcome(team: Team, wire: str) -> None:
    async with listen(wire, team, "lena", 10**6) as stream:
        for frame in ('{"type":"focus","subject":null}', '{"type":"focus","subject":{"evidence":"x"}}'):
            await stream.socket.send(frame.ljust(4096))
        await stream.socket.send('{"type":"pong"}')
        assert await stream.silent()


async def test_a_rude_client_disturbs_nobody(team: Team, wire: str) -> None:
    head = len(await team.entries("lena")) - 1
    async with listen(wire, team, "lena", head) as polite, listen(wire, team, "lena", head) as rude:
        await rude.socket.send("?")
        assert await rude.closed() == 1008
        await register(team, "noor", release("DE"))
        assert len(await polite.facts(2)) == 2


class TestPings:
    @pytest.fixture
    def changes(self) -> dict[str, object]:
        return {"socket_ping_seconds": 2.0}

    async def test_who_answers_stays(self, team: Team, wire: str) -> None:
        async with listen(wire, team, "lena", 10**6) as stream:
            assert await stream.silent(for_seconds=7), "the pings are answered"
            await stream.socket.send('{"type":"pong"}')

    async def test_who_does_not_is_closed(self, team: Team, wire: str) -> None:
        async with listen(wire, team, "lena", 10**6) as stream:
            assert json.loads(await stream.socket.recv()) == {"type": "ping"}
            await asyncio.wait_for(stream.socket.wait_closed(), PATIENCE)
            assert stream.socket.close_code == 1001


async def joined(app: FastAPI, count: int) -> None:
    """Until so many listen: a welcome comes first, and where much was missed, that too."""

    async def all_listen() -> bool:
        return int(app.state.hub.count()) >= count

    await until(all_listen)


@asynccontextmanager
async def not_reading(wire: str, team: Team, name: str, after: int) -> AsyncIterator[Stream]:
    """A client with little room that reads no further than the welcome until it is asked to."""
    narrow = sockets.socket()
    narrow.setsockopt(sockets.SOL_SOCKET, sockets.SO_RCVBUF, 32 * 1024)
    narrow.setblocking(False)
    await asyncio.get_running_loop().sock_connect(narrow, ("127.0.0.1", int(wire.rpartition(":")[2])))
    async with listen(wire, team, name, after, sock=narrow, max_queue=1, close_timeout=0.1) as stream:
        yield stream


async def test_a_slow_reader_is_closed_and_resumes_and_nobody_waits_for_it(team: Team, wire: str, app: FastAPI) -> None:
    head = len(await team.entries("lena")) - 1
    async with not_reading(wire, team, "lena", head) as slow, listen(wire, team, "lena", head) as quick:
        await joined(app, 2)
        said = 0
        while app.state.hub.count() == 2:
            await say(team, 100)
            said += 100
            assert said < 5000, "it is slow, and should be closed by now"
        read = []
        while (frame := await slow.frame())["type"] == "fact":
            read.append(frame)
        assert frame == {"type": "bye", "reason": "slow", "resume_after": slow.last}
        everything = await quick.facts(said)
        assert [fact["position"] for fact in everything] == list(range(head + 1, head + said + 1))
        assert read == everything[: len(read)]
        assert 0 < len(read) < said
        async with listen(wire, team, "lena", slow.last) as resumed:
            assert read + await resumed.facts(said - len(read)) == everything


async def test_what_is_said_during_a_slow_replay_is_not_missed(
    team: Team, wire: str, app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "PAGE", 5000)
    monkeypatch.setattr("app.realtime.socket._FIRST_PAGE", 5000)
    head = len(await team.entries("lena")) - 1
    await say(team, 2000)
    await team.settled()
    async with not_reading(wire, team, "lena", head) as slow, listen(wire, team, "jonas", head + 2000) as quick:
        await joined(app, 1)  # the quick one; the other may be in the middle of its only page
        await say(team, 5)
        await quick.facts(5)
        heard = [fact["position"] for fact in await slow.facts(2005, within=10)]
        assert heard == list(range(head + 1, head + 2006))


async def test_who_never_reads_again_is_cut_off(
    team: Team, wire: str, app: FastAPI, wired: uvicorn.Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wires, "LINGER_SECONDS", 0.5)
    monkeypatch.setattr("app.realtime.socket._GOODBYE_SECONDS", 0.5)
    async with not_reading(wire, team, "lena", len(await team.entries("lena")) - 1) as slow:
        await joined(app, 1)
        while app.state.hub.count():
            await say(team, 100)

        async def gone() -> bool:
            return not wired.server_state.connections

        await until(gone)
        assert await slow.closed() == 1006, "in the middle of what lay in the buffers"


async def test_an_ended_session_ends_its_socket_alone(team: Team, wire: str, app: FastAPI) -> None:
    head = len(await team.entries("lena")) - 1
    async with listen(wire, team, "lena", head) as lena, listen(wire, team, "jonas", head) as jonas:
        await joined(app, 2)
        assert (await team.client("lena").delete("/api/sessions/current")).status_code == 204
        assert await lena.frame() == {"type": "bye", "reason": "revoked", "resume_after": head}
        assert await lena.closed() == 1000
        assert await jonas.silent()


@pytest.mark.parametrize(
    ("loss", "reason"),
    [
        ("update parties set status = 'suspended' where code = 'DE'", "revoked"),
        ("update parties set leaves_at = now() where code = 'DE'", "revoked"),
        ("update members set state = 'ended' where code = 'DE-02'", "revoked"),
        ("update members set roles = '{liaison}' where code = 'DE-02'", "revoked"),
        ("update accounts set closed_at = now() where email = 'lena@de.test'", "revoked"),
        (
            "update sessions set expires_at = now() from accounts a where a.id = account and a.email = 'lena@de.test'",
            "expired",
        ),
    ],
)
async def test_who_loses_its_seat_is_silenced_within_a_second(
    team: Team, wire: str, app: FastAPI, loss: str, reason: str
) -> None:
    assert hub._LOOK_EVERY_SECONDS <= 1, "what a busy machine takes beyond that is no matter"
    head = len(await team.entries("lena")) - 1
    async with listen(wire, team, "lena", head) as lena, listen(wire, team, "claire", head) as claire:
        await joined(app, 2)
        async with as_superuser(team) as superuser:
            await superuser.execute(loss)
        assert await lena.frame() == {"type": "bye", "reason": reason, "resume_after": head}
        await say(team, 1)
        assert (await claire.facts(1))[0]["position"] == head + 1


async def test_the_hub_listens_again_after_its_connection_was_cut(team: Team, wire: str) -> None:
    listening = "select pid from pg_stat_activity where query ilike 'listen %' and datname = current_database()"
    head = len(await team.entries("lena")) - 1
    async with listen(wire, team, "lena", head) as lena, as_superuser(team) as superuser:
        before = await superuser.fetchval(listening)
        await superuser.execute("select pg_terminate_backend($1)", before)
        await say(team, 1)
        assert len(await lena.facts(1)) == 1, "the poll covers what no news told"

        async def listens_again() -> bool:
            return await superuser.fetchval(listening) not in {before, None}

        await until(listens_again)


class TestOldAge:
    @pytest.fixture
    def changes(self) -> dict[str, object]:
        return {"socket_seconds": 5.0}

    async def test_a_socket_ends_and_says_from_where_to_resume(self, team: Team, wire: str) -> None:
        head = len(await team.entries("lena")) - 1
        async with listen(wire, team, "lena", head - 2) as stream:
            await stream.facts(2)
            assert await stream.frame() == {"type": "bye", "reason": "expired", "resume_after": head}
            assert await stream.closed() == 1000
