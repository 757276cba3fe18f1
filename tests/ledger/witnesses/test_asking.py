"""How a witness is asked: where it may be, and that no answer holds or fills the house."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest

from app.ledger.witnesses import client
from app.ledger.witnesses.client import UnfitAddressError, UnreachableError, ask, demand_fit, networks_of

HERE = networks_of(["127.0.0.0/8"])
Behave = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def answering(answer: bytes, *, silent: bool = False) -> AsyncIterator[tuple[str, list[bytes]]]:
    """A host that gives these bytes to whoever asks; the address, and what it was asked."""
    asked: list[bytes] = []
    let_go = asyncio.Event()

    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(await reader.read(4096))
        try:
            writer.write(answer)
            await writer.drain()
            if silent:
                await let_go.wait()
        except ConnectionError:
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(behave, "127.0.0.1", 0)
    async with server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/w", asked
        let_go.set()


async def test_a_question_and_its_answer() -> None:
    answer = b"HTTP/1.1 409 Conflict\r\nContent-Type: text/x.tlog.size\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n5\n\r\n0\r\n\r\n"
    async with answering(answer) as (url, asked):
        said = await ask(url, b"old 0\n", HERE, 5)
    assert (said.status, bytes(said.body)) == (409, b"5\n")
    assert asked[0].startswith(b"POST /w HTTP/1.1\r\nHost: 127.0.0.1:")
    assert asked[0].endswith(b"\r\n\r\nold 0\n")


async def test_a_redirection_is_an_answer_and_is_not_followed() -> None:
    async with answering(b"") as (elsewhere, there):
        moved = f"HTTP/1.1 307 Temporary Redirect\r\nLocation: {elsewhere}\r\nContent-Length: 0\r\n\r\n".encode()
        async with answering(moved) as (url, _):
            assert (await ask(url, b"x", HERE, 5)).status == 307
        assert there == []


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nabc",
        b"HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n" + b"x" * 20_000,
        b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: x\r\n" % n for n in range(5000)) + b"\r\n",
        b"SSH-2.0-OpenSSH\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
    ],
)
async def test_what_is_no_short_whole_answer(answer: bytes) -> None:
    async with answering(answer) as (url, _):
        with pytest.raises(UnreachableError):
            await ask(url, b"x", HERE, 5)


async def test_whoever_keeps_silent_is_left() -> None:
    async with answering(b"HTTP/1.1 200 OK\r\n", silent=True) as (url, _):
        with pytest.raises(UnreachableError, match="Timeout"):
            await ask(url, b"x", HERE, 0.1)


async def test_whoever_takes_a_connection_and_says_nothing_is_not_reached(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "WITHIN_SECONDS", 0.1)
    async with answering(b"", silent=True) as (url, _):
        with pytest.raises(UnreachableError, match="Timeout"):
            await ask(url.replace("http:", "https:"), b"x", HERE, 60)


async def test_addresses_within_the_house_are_not_asked() -> None:
    async with answering(b"") as (url, asked):
        port = url.split(":")[2].split("/")[0]
        for networks in ([], networks_of(["10.0.0.0/8"])):
            for host in ("127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "169.254.169.254"):  # noqa: S104
                with pytest.raises(UnfitAddressError):
                    await ask(f"https://{host}:{port}", b"x", networks, 5)
            with pytest.raises(UnfitAddressError, match="https"):
                await ask(url, b"x", networks, 5)
        assert asked == []
        with pytest.raises(UnreachableError):  # here a name is asked with TLS, even of one's own
            await ask(f"https://localhost:{port}", b"x", [*HERE, *networks_of(["::1/128"])], 5)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "witness.example",
        "ftp://witness.example",
        "http://witness.example",
        "http://localhost:8600",
        "https://",
        "https://a:b@witness.example",
        "https://witness.example/?x",
        "https://witness.example/#x",
        "https://witness.example:99999",
        "https://witness.example/ HTTP/1.1",
        "https://witness.example/\r\nX: y",
        "https://w\u00eftness.example",
        "https://witness.example/" + "x" * 300,
    ],
)
def test_what_is_no_address_of_a_witness(url: str) -> None:
    with pytest.raises(UnfitAddressError):
        demand_fit(url, HERE)


def test_what_is_one() -> None:
    for url in ("https://witness.example", "https://witness.example:8443/nl/", "http://127.0.0.1:8600"):
        assert demand_fit(url, HERE).hostname
