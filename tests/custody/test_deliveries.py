"""Deliveries under way, through real sockets with the kernel's own buffers: a recall reaches those whose client hardly reads."""

import asyncio
import io
import os
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import httpx
import pytest
import uvicorn
from PIL import Image

from app import clock, embedded
from app.settings import Settings
from tests.factories.evidence import open_it, recall, register, release, rendered, take_it, upload
from tests.factories.sharing import privilege_review
from tests.factories.team import Team, read_json
from tests.security.conftest import made
from tests.support.databases.superuser import as_superuser
from tests.support.server import settings_on_wire
from tests.support.waiting import until

SIZE: Final = 24 * 2**20
#: Of the client's own kernel, which nobody can take back; it doubles what is asked for.
RECEIVE_BUFFER: Final = 16 * 1024
#: What may arrive after the cut: what the client's kernel had by then.
MOST_AFTER: Final = 4 * RECEIVE_BUFFER
#: A second, and what a busy machine needs beside it.
WITHIN_SECONDS: Final = 1.5


@pytest.fixture
def settings(database_urls: embedded.Urls, tmp_path: Path) -> Settings:
    return settings_on_wire(database_urls, tmp_path / "state")


@pytest.fixture
def send_buffer() -> None:
    """As the kernel chooses: it takes megabytes for a slow client."""


@dataclass(slots=True)
class Reader:
    """A client with a small buffer that reads what it is told to."""

    socket: socket.socket

    @classmethod
    async def ask(cls, browser: httpx.AsyncClient, port: int, path: str, **headers: str) -> "Reader":
        """Send a request; its answer's head is read, and a little of the body."""
        sock = socket.socket()
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, RECEIVE_BUFFER)
        sock.setblocking(False)
        loop = asyncio.get_running_loop()
        await loop.sock_connect(sock, ("127.0.0.1", port))
        cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in browser.cookies.jar)
        named = {"Host": f"localhost:{port}", "Cookie": cookies} | headers
        lines = [f"GET {path} HTTP/1.1", *(f"{name}: {value}" for name, value in named.items()), "", ""]
        await loop.sock_sendall(sock, "\r\n".join(lines).encode())
        head = await loop.sock_recv(sock, 4096)
        assert head.startswith((b"HTTP/1.1 200", b"HTTP/1.1 206")), head
        return cls(sock)

    async def read(self, most: int, *, pause: float = 0.0) -> tuple[int, bool]:
        """How many bytes came, at most `most`, and whether the connection was reset then. An orderly end fails."""
        received = 0
        while received < most:
            try:
                block = await asyncio.get_running_loop().sock_recv(self.socket, 20 * 1024)
            except ConnectionResetError:
                return received, True
            assert block, "closed in an orderly way"
            received += len(block)
            await asyncio.sleep(pause)
        return received, False


async def asked_for(team: Team, wired: uvicorn.Server, kind: str) -> tuple[dict[str, Any], Reader]:
    """An exhibit, and a client that has begun to receive it, or a bundle about it."""
    exhibit, port = await register(team, "noor", release("DE")), wired.config.port
    if kind == "bundle":
        form = {"profile": "court", "scope": {"evidence": exhibit["id"]}}
        export = read_json(await team.client("auditor").post(team.path("/exports"), json=form), 202)
        await made(team, "auditor", export)
        large = team.context.settings.state / "large.zip"
        large.write_bytes(os.urandom(SIZE))
        team.context.bundles.keep(UUID(team.jit["id"]), UUID(export["id"]), large)
        async with as_superuser(team) as connection:
            await connection.execute("update exports set size_bytes = $1", SIZE)
        path = team.path(f"/exports/{export['id']}/bundle")
        return exhibit, await Reader.ask(team.client("auditor"), port, path)
    if kind == "page":
        await upload_picture(team, exhibit)
        (file,) = read_json(await open_it(team, "jonas", exhibit), 201)["files"]
        return exhibit, await Reader.ask(team.client("jonas"), port, file["link"])
    await upload(team, "noor", exhibit, os.urandom(SIZE), "image.dd")
    opened = read_json(await take_it(team, "jonas", exhibit), 201)
    if kind == "zip":
        return exhibit, await Reader.ask(team.client("jonas"), port, opened["zip"])
    (file,) = opened["files"]
    wanted = {"Range": f"bytes={2**20}-{3 * 2**20 // 2}"} if kind == "range" else {}  # within what the server buffers
    return exhibit, await Reader.ask(team.client("jonas"), port, file["link"], **wanted)


async def upload_picture(team: Team, exhibit: dict[str, Any]) -> None:
    """Upload a picture whose page is larger than the buffers."""
    picture = io.BytesIO()
    Image.frombytes("RGB", (900, 900), os.urandom(900 * 900 * 3)).save(picture, "PNG")
    await upload(team, "noor", exhibit, picture.getvalue(), "noise.png")
    await rendered(team, exhibit)


async def connections_gone(wired: uvicorn.Server) -> None:
    """Wait until the server has no connection: the browsers of a team speak to it without one."""
    async with asyncio.timeout(10):
        while wired.server_state.connections:  # noqa: ASYNC110 - uvicorn tells no one
            await asyncio.sleep(0.01)


@pytest.mark.parametrize("kind", ["original", "range", "zip", "page", "bundle"])
async def test_delivery_to_a_client_that_stopped_reading_is_reset_within_a_second_of_a_recall(
    team: Team,
    wired: uvicorn.Server,
    kind: str,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    exhibit, reader = await asked_for(team, wired, kind)
    with reader.socket:
        assert (await reader.read(64 * 1024))[0] >= 64 * 1024
        capfd.readouterr()
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        recalled = clock.monotonic()
        await connections_gone(wired)
        assert clock.monotonic() - recalled < WITHIN_SECONDS
        received, is_reset = await reader.read(2 * SIZE)
    assert is_reset
    assert received <= MOST_AFTER
    logged = capfd.readouterr().err
    assert logged.count("a delivery was cut") == 1
    assert "Traceback" not in logged
    assert [record for record in caplog.records if record.name.startswith("uvicorn")] == []


async def test_delivery_to_a_slow_client_ends_within_a_second_of_a_recall(team: Team, wired: uvicorn.Server) -> None:
    exhibit, reader = await asked_for(team, wired, "original")
    with reader.socket:
        await reader.read(64 * 1024)
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        recalled = clock.monotonic()
        received, is_reset = await reader.read(SIZE, pause=0.1)  # 200 KiB a second
    assert is_reset
    assert clock.monotonic() - recalled < WITHIN_SECONDS
    assert received < 200 * 1024 * WITHIN_SECONDS + MOST_AFTER


@pytest.mark.parametrize("zipped", [False, True])
async def test_delivery_is_recorded_when_the_client_has_acknowledged_all_of_it(
    team: Team, wired: uvicorn.Server, *, zipped: bool
) -> None:
    exhibit = await register(team, "noor", release("DE"))
    for name in ("small.bin", "large.bin") if zipped else ("large.bin",):
        await upload(team, "noor", exhibit, os.urandom(100 if name == "small.bin" else 2**18), name)
    opened = read_json(await take_it(team, "jonas", exhibit), 201)
    link = opened["zip"] if zipped else opened["files"][0]["link"]

    async def recorded() -> int:
        async with as_superuser(team) as connection:
            found: int = await connection.fetchval("select count(*) from deliveries")
        return found

    reader = await Reader.ask(team.client("jonas"), wired.config.port, link)
    with reader.socket:
        await reader.read(64 * 1024)  # the rest is in the kernels' buffers
        assert [await recorded() for _ in range(20)] == [0] * 20
        reading = asyncio.create_task(reader.read(SIZE))
        await until(lambda: is_equal(recorded, len(opened["files"])), within=20)
        reading.cancel()


async def test_page_of_a_review_counts_as_viewed_when_the_client_has_acknowledged_all_of_it(
    team: Team, wired: uvicorn.Server
) -> None:
    read_json(await privilege_review.name(team, "noor", "daan"))
    exhibit = await register(team, "noor", may_hold_privileged=True)
    await upload_picture(team, exhibit)
    (file,) = read_json(await open_it(team, "daan", exhibit, "filter"), 201)["files"]

    async def viewed() -> int:
        progress = read_json(await team.client("daan").get(team.path(f"/clearances/{exhibit['id']}")))
        return int(progress["viewed"])

    reader = await Reader.ask(team.client("daan"), wired.config.port, file["renditions"][0]["link"])
    with reader.socket:
        await reader.read(64 * 1024)
        assert [await viewed() for _ in range(20)] == [0] * 20
        reading = asyncio.create_task(reader.read(SIZE))
        await until(lambda: is_equal(viewed, 1), within=20)
        reading.cancel()


async def is_equal(count: Callable[[], Awaitable[int]], wanted: int) -> bool:
    return await count() == wanted


async def test_delivery_to_a_slow_client_that_may_have_it_is_complete_and_its_connection_kept(
    team: Team, wired: uvicorn.Server
) -> None:
    exhibit = await register(team, "noor", release("DE"))
    content = os.urandom(2**20)
    await upload(team, "noor", exhibit, content, "image.dd")
    (file,) = read_json(await take_it(team, "jonas", exhibit), 201)["files"]
    address = f"http://localhost:{wired.config.port}"
    little = httpx.AsyncHTTPTransport(socket_options=[(socket.SOL_SOCKET, socket.SO_RCVBUF, RECEIVE_BUFFER)])
    async with httpx.AsyncClient(base_url=address, cookies=team.client("jonas").cookies, transport=little) as browser:
        received = b""
        async with browser.stream("GET", file["link"]) as answer:
            async for block in answer.aiter_raw(64 * 1024):
                received += block
                await asyncio.sleep(0.1)
        assert received == content
        await browser.get(file["link"], headers={"Range": "bytes=0-9"})
        assert len(wired.server_state.connections) == 1
