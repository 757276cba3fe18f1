"""Deliveries under way, through real sockets with the kernel's own buffers: a recall reaches those whose client hardly reads."""

import asyncio
import io
import os
import socket
import struct
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
from tests.factories.evidence import open_it, recall, register, release, rendered, see, take_it, upload
from tests.factories.sharing import privilege_review
from tests.factories.team import Team, read_json
from tests.security.conftest import made
from tests.support.databases.superuser import as_superuser
from tests.support.server import settings_on_wire

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
    #: Bytes of the body that came with the head.
    began: int = 0

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
        return cls(sock, len(head.partition(b"\r\n\r\n")[2]))

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


async def count(team: Team, table: str) -> int:
    """How many complete deliveries or viewings are recorded."""
    async with as_superuser(team) as connection:
        found: int = await connection.fetchval(f"select count(*) from {table}")  # noqa: S608 - a name of this file
    return found


async def to_deliver(team: Team, kind: str, size: int) -> tuple[httpx.AsyncClient, str, str]:
    """A member, a link to a file of this size, or to a page of a review, and the table of complete deliveries."""
    if kind == "page":
        read_json(await privilege_review.name(team, "noor", "daan"))
        exhibit = await register(team, "noor", may_hold_privileged=True)
        await upload_picture(team, exhibit)
        (file,) = read_json(await open_it(team, "daan", exhibit, "filter"), 201)["files"]
        return team.client("daan"), file["renditions"][0]["link"], "viewings"
    exhibit = await register(team, "noor", release("DE"))
    await upload(team, "noor", exhibit, os.urandom(size), "image.dd")
    opened = read_json(await take_it(team, "jonas", exhibit), 201)
    return team.client("jonas"), opened["zip"] if kind == "zip" else opened["files"][0]["link"], "deliveries"


@pytest.mark.parametrize("kind", ["original", "page"])
async def test_delivery_counts_when_its_last_byte_was_handed_over_and_the_client_closes_at_once(
    team: Team, wired: uvicorn.Server, kind: str
) -> None:
    browser, link, table = await to_deliver(team, kind, 2**18)
    whole = len((await browser.get(link)).content)
    async with as_superuser(team) as connection:
        await connection.execute(f"delete from {table}")  # noqa: S608 - of this reading, which shows the length
    reader = await Reader.ask(browser, wired.config.port, link)
    with reader.socket:
        reader.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        await reader.read(whole - reader.began)
    await connections_gone(wired)
    assert await count(team, table) == 1


@pytest.mark.parametrize("kind", ["original", "zip"])
async def test_delivery_that_the_client_leaves_before_its_last_byte_does_not_count(
    team: Team, wired: uvicorn.Server, kind: str
) -> None:
    browser, link, table = await to_deliver(team, kind, SIZE)
    reader = await Reader.ask(browser, wired.config.port, link)
    with reader.socket:
        await reader.read(64 * 1024)
        assert await count(team, table) == 0, "while it is under way"
    await connections_gone(wired)
    assert await count(team, table) == 0


@pytest.mark.parametrize("send_buffer", [RECEIVE_BUFFER])
@pytest.mark.usefixtures("send_buffer")
async def test_approval_names_the_pages_that_were_not_delivered_completely_and_why(
    team: Team, wired: uvicorn.Server
) -> None:
    browser, link, _ = await to_deliver(team, "page", 0)
    (row,) = await privilege_review.queue(team, "daan")
    exhibit = read_json(await see(team, "noor", {"id": row["evidence"]}))

    async def refused() -> dict[str, Any]:
        answer = await privilege_review.give(team, "daan", exhibit, views=False)
        assert (answer.status_code, answer.json()["code"]) == (409, "files-not-viewed")
        (file,) = answer.json()["to_view"]["files"]
        return {"detail": answer.json()["detail"], "pages": file["pages"]}

    assert (await refused())["pages"] == [{"page": 1, "because": "not_requested"}]
    reader = await Reader.ask(browser, wired.config.port, link)
    with reader.socket:
        await reader.read(64 * 1024)
    await connections_gone(wired)
    told = await refused()
    assert told["pages"] == [{"page": 1, "because": "client_closed"}]
    assert "Page 1 of noise.png was not delivered completely: the connection was closed first." in told["detail"]


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
