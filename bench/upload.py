"""Rows 1, 2 and 18 (while an upload runs): bytes in and out of the real server, over loopback, against `sha256sum`.

The client is written so that it costs little: `sendfile` sends the file, answers are read into one buffer. Every upload's
hash, and every download's length, is checked before a figure is given. Deliberately not here: the vault without HTTP (`vault.py`).
"""

import asyncio
import hashlib
import os
import socket
import subprocess
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from bench.harness import Pair, Row, paired, percentile
from bench.load import Client, request
from bench.place import Place, Running, settle

NUMBERS: Final = (1, 2, 18)
MIB: Final = 2**20
_SIZE: Final = 1024 * MIB
_ROUNDS: Final = 3
_RANGES: Final = 25


async def rows(place: Place, wanted: frozenset[int]) -> AsyncIterator[Row]:
    """One file of 1 GiB, sent again and again, and taken back."""
    bench = Bench(place, place.serve(place.database("upload"), "upload", LIAISON_DEMO="1"))
    await bench.sign_in()
    try:
        if wanted & {1, 18}:
            async for row in _in(bench):
                if row.number in wanted:
                    yield row
        if 2 in wanted:
            async for row in _out(bench):
                yield row
    finally:
        bench.server.stop()
        place.drop("upload")


class Bench:
    """A signed-in client, an exhibit, and a file of random bytes."""

    def __init__(self, place: Place, server: Running) -> None:
        """Makes the file."""
        self.server, self.path = server, place.folder / "gibibyte"
        with self.path.open("wb") as file:
            for _ in range(_SIZE // MIB):
                file.write(os.urandom(MIB))
        self.digest = self.sha256sum()[1]
        self.headers: dict[str, str] = {}
        self.exhibit = ""

    def sha256sum(self) -> tuple[float, str]:
        """Seconds, and the hash."""
        began = time.perf_counter()
        command = ["sha256sum", str(self.path)]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 - of this file
        return time.perf_counter() - began, said.split()[0]

    async def ask(self, method: str, path: str, body: object = None, **headers: str) -> Any:  # noqa: ANN401
        """JSON of an answer below the server, which must be a success."""
        client = await Client.connect(self.server.port)
        named = self.headers | headers
        answer = await client.ask(request(method, self.server.port, path, headers=named, body=body))
        client.close()
        if answer.status >= 300:
            raise RuntimeError(f"{method} {path}: {answer.status} {answer.body[:300]!r}")
        return answer

    async def sign_in(self) -> None:
        """Noor of the demonstration, and an exhibit of hers; once the teams are built."""
        entered = {"email": "noor@nl.demo", "password": "lantern"}
        token = (await self.ask("POST", "/api/tokens", entered)).json()["access_token"]
        self.headers = {"Authorization": f"Bearer {token}"}
        jit = (await self.ask("GET", "/api/me")).json()["seats"][0]["jit"]["id"]
        form = {
            "title": "Disk image", "kind": "image", "category": "disk_image", "acquired_at": "2026-05-16T09:30:00+02:00",
            "acquired_by": "Team", "place": "Rotterdam", "legal_basis": "Art. 125i Sv",
        }  # fmt: skip
        made = (await self.ask("POST", f"/api/jits/{jit}/evidence", form)).json()
        self.exhibit = f"/api/jits/{jit}/evidence/{made['id']}"

    async def upload(self) -> None:
        """The file in one PATCH, from announcement to the durable 204; its hash is checked."""
        announced = {"Tus-Resumable": "1.0.0", "Upload-Length": str(_SIZE), "Upload-Metadata": "filename YS5kZA=="}
        head = (await self.ask("POST", f"{self.exhibit}/files", **announced)).headers.decode()
        path = next(line[10:] for line in head.split("\r\n") if line.lower().startswith("location: "))
        sending = {
            "Tus-Resumable": "1.0.0", "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream",
            "Content-Length": str(_SIZE), "Host": f"localhost:{self.server.port}", **self.headers,
        }  # fmt: skip
        message = f"PATCH {path} HTTP/1.1\r\n" + "".join(f"{n}: {v}\r\n" for n, v in sending.items()) + "\r\n"
        status = await asyncio.to_thread(_send_file, self.server.port, message.encode(), self.path)
        if status != 204:
            raise RuntimeError(f"the upload was answered {status}")
        files = (await self.ask("GET", self.exhibit)).json()["files"]
        if next(one["sha256"] for one in files if path.endswith(one["id"])) != self.digest:
            raise RuntimeError("another hash arrived")

    async def link(self, which: int = 0) -> str:
        """A fresh link to the original."""
        opening = {"act": "take", "purpose": "JIT_PURPOSE", "justification": "bench"}
        opening |= {"custodian": "bench", "file_number": "bench"}
        return str((await self.ask("POST", f"{self.exhibit}/openings", opening)).json()["files"][which]["link"])

    async def download(self, link: str, span: tuple[int, int] | None = None) -> bytes:
        """The whole file, or a span of it; SHA-256 of nothing here: the length is checked, the bytes are authenticated there."""
        named = self.headers | {"Host": f"localhost:{self.server.port}"}
        if span:
            named |= {"Range": f"bytes={span[0]}-{span[1] - 1}"}
        message = f"GET {link} HTTP/1.1\r\n" + "".join(f"{n}: {v}\r\n" for n, v in named.items()) + "\r\n"
        length = span[1] - span[0] if span else _SIZE
        return await asyncio.to_thread(_take, self.server.port, message.encode(), length)


def _send_file(port: int, message: bytes, path: Path) -> int:
    """One request whose body is a file; the status of its answer."""
    with socket.create_connection(("127.0.0.1", port)) as peer, path.open("rb") as file:
        peer.sendall(message)
        peer.sendfile(file)
        return int(peer.recv(65536)[9:12])


def _take(port: int, message: bytes, length: int) -> bytes:
    """An answer of `length` bytes, thrown away as it comes; the digest of the last piece proves that it came."""
    buffer = bytearray(MIB)
    with socket.create_connection(("127.0.0.1", port)) as peer:
        peer.sendall(message)
        head = b""
        while b"\r\n\r\n" not in head:
            head += peer.recv(4096)
        if head[9:10] != b"2":
            raise RuntimeError(f"answered {head[:300]!r}")
        left = length - len(head.partition(b"\r\n\r\n")[2])
        while left:
            got = peer.recv_into(buffer)
            if not got:
                raise RuntimeError(f"{left} bytes are missing")
            left -= got
    return hashlib.sha256(buffer).digest()


def _serve_plain(listener: socket.socket, path: Path) -> None:
    """The reference of a range: `sendfile` of a plain file, with a head that says nothing; until the listener is closed."""
    with path.open("rb") as file, suppress(OSError):
        while True:
            peer, _ = listener.accept()
            with peer:
                start = int(peer.recv(64))
                peer.sendall(b"HTTP/1.1 206 Partial Content\r\n\r\n")
                peer.sendfile(file, start, MIB)


async def _timed(work: Callable[[], Awaitable[object]]) -> float:
    began = time.perf_counter()
    await work()
    return time.perf_counter() - began


async def _in(bench: Bench) -> AsyncIterator[Row]:
    """Row 1: one at a time, two at once, memory; and what other requests wait meanwhile (row 18)."""
    await bench.upload()  # warm
    await settle()
    idle_memory, idle = bench.server.memory_kib(), await _probe(bench, asyncio.sleep(3))
    most = 0

    async def watched() -> float:
        nonlocal most
        under_way = asyncio.create_task(_timed(bench.upload))
        while not under_way.done():
            most = max(most, bench.server.memory_kib() - idle_memory)
            await asyncio.sleep(0.1)
        return _SIZE / MIB / await under_way

    async def reference() -> float:
        return _SIZE / MIB / (await asyncio.to_thread(bench.sha256sum))[0]

    async def two() -> float:
        return 2 * _SIZE / MIB / await _timed(lambda: asyncio.gather(bench.upload(), bench.upload()))

    one = await paired(watched, reference, rounds=_ROUNDS)
    yield _of(1, "upload 1 GiB by tus, durable", one, goal=0.3, beyond=0.45)
    yield _of(1, "two uploads of 1 GiB at once", await paired(two, reference, rounds=_ROUNDS), goal=0.3, beyond=0.7)
    yield Row.limit(1, "memory above idle during an upload", most / 1024, unit="MiB", goal=64)
    busy = await _probe(bench, bench.upload())
    p99 = percentile(busy, 0.99) * 1000
    yield Row.limit(1, "another request's p99 during an upload", p99, unit="ms", goal=20)
    yield Row.at_most(
        18, "cheap request's p99 during an upload", p99, percentile(idle, 0.99) * 1000, unit="ms", goal=5, beyond=2
    )


def _of(number: int, what: str, pair: Pair, *, goal: float, beyond: float) -> Row:
    """A row of `sha256sum` speeds."""
    return Row(number, what, pair.ours, "MiB/s", pair.reference, pair.ratio, goal, beyond, "at least")


async def _probe(bench: Bench, meanwhile: Awaitable[object]) -> list[float]:
    """Seconds of a cheap request, one every 10 ms, until something else is done."""
    client, took = await Client.connect(bench.server.port), list[float]()
    message = request("GET", bench.server.port, "/api/me", headers=bench.headers)
    under_way = asyncio.ensure_future(meanwhile)
    while not under_way.done():
        began = time.perf_counter()
        await client.ask(message)
        took.append(time.perf_counter() - began)
        await asyncio.sleep(0.01)
    client.close()
    await under_way
    return took


async def _out(bench: Bench) -> AsyncIterator[Row]:
    """Row 2: the whole file; 1 MiB from the middle."""
    files = (await bench.ask("GET", bench.exhibit)).json()["files"]
    if not files:
        await bench.upload()

    async def whole() -> float:
        link = await bench.link()
        return _SIZE / MIB / await _timed(lambda: bench.download(link))

    async def reference() -> float:
        return _SIZE / MIB / (await asyncio.to_thread(bench.sha256sum))[0]

    yield _of(2, "download 1 GiB", await paired(whole, reference, rounds=_ROUNDS), goal=0.3, beyond=0.6)
    start = _SIZE // 2 + 12_345
    link = await bench.link()

    async def span() -> float:
        began = time.perf_counter()
        for _ in range(_RANGES):
            await bench.download(link, (start, start + MIB))
        return (time.perf_counter() - began) / _RANGES * 1000

    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    serving = asyncio.create_task(asyncio.to_thread(_serve_plain, listener, bench.path))

    async def plain() -> float:
        message = f"{start}\n".encode()
        began = time.perf_counter()
        for _ in range(_RANGES):
            await asyncio.to_thread(_take, port, message, MIB)
        return (time.perf_counter() - began) / _RANGES * 1000

    pair = await paired(span, plain, rounds=_ROUNDS)
    listener.shutdown(socket.SHUT_RDWR)
    listener.close()
    await serving
    yield Row(2, "1 MiB from the middle", pair.ours, "ms", pair.reference, pair.ratio, 4, 2, "at most", "of 1 GiB")
