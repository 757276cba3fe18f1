"""Clients that open more connections, or requests, than one network may have: the others are still answered."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from typing import Final

import pytest
import uvicorn

from app.realtime.connection_limits import PlacesOfNetworks
from tests.factories.team import Team
from tests.realtime.test_request_heads import GET, POST
from tests.support.live_channel import listen
from tests.support.waiting import until

MOST: Final = 12
OF_A_NETWORK: Final = 5
ASKS: Final = GET + b"Connection: close\r\n\r\n"
REFUSED: Final = (b"503", True)
ANSWERED: Final = (b"200", False)


@pytest.fixture
def changes(proxies: tuple[str, ...]) -> dict[str, object]:
    """Few connections are too many, of loopback addresses too."""
    few = {"connections": MOST, "connections_per_network": OF_A_NETWORK, "unlimited_networks": ()}
    return few | {"trusted_proxies": proxies}


@pytest.fixture
def proxies() -> tuple[str, ...]:
    """None, unless a test says so."""
    return ()


@asynccontextmanager
async def connected(
    server: uvicorn.Server, source: str
) -> AsyncIterator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    """A connection from one of this machine's many loopback addresses."""
    reader, writer = await asyncio.open_connection("127.0.0.1", server.config.port, local_addr=(source, 0))
    try:
        yield reader, writer
    finally:
        writer.close()


async def asked(server: uvicorn.Server, source: str, request: bytes = ASKS) -> tuple[bytes, bool]:
    """The status of the answer to a request on a new connection, and whether it says when to try again."""
    async with connected(server, source) as (reader, writer):
        writer.write(request)
        async with asyncio.timeout(20):
            head = await reader.readuntil(b"\r\n\r\n")
        return head.partition(b" ")[2][:3], b"retry-after: 5" in head.lower()


async def is_answered(server: uvicorn.Server, source: str, request: bytes = ASKS) -> bool:
    """Whether there is room for one more."""
    return await asked(server, source, request) == ANSWERED


async def are_open(server: uvicorn.Server, count: int) -> bool:
    """Whether the server has so many connections."""
    return len(server.server_state.connections) == count


async def test_connections_of_a_network_beyond_its_limit_are_refused_and_others_answered(
    wired: uvicorn.Server,
) -> None:
    async with AsyncExitStack() as open_ones:
        held = [await open_ones.enter_async_context(connected(wired, "127.0.0.1")) for _ in range(OF_A_NETWORK)]
        await until(partial(are_open, wired, OF_A_NETWORK))
        for _ in range(20):
            assert await asked(wired, "127.0.0.1", b"") == REFUSED
        assert await asked(wired, "127.0.0.2") == ANSWERED
        held[0][1].close()
        await until(partial(is_answered, wired, "127.0.0.1"))


async def test_connections_beyond_the_limit_of_all_are_refused(wired: uvicorn.Server) -> None:
    async with AsyncExitStack() as open_ones:
        for number in range(MOST):
            await open_ones.enter_async_context(connected(wired, f"127.0.1.{number // OF_A_NETWORK + 1}"))
        await until(partial(are_open, wired, MOST))
        assert await asked(wired, "127.0.0.2", b"") == REFUSED
    await until(partial(is_answered, wired, "127.0.0.2"))


async def test_a_connection_has_its_place_as_long_as_its_websocket(
    team: Team, wire: str, wired: uvicorn.Server
) -> None:
    head = len(await team.entries("lena")) - 1
    async with AsyncExitStack() as sockets:
        for _ in range(OF_A_NETWORK):
            await sockets.enter_async_context(listen(wire, team, "lena", head))
        assert await asked(wired, "127.0.0.1", b"") == REFUSED
    await until(partial(is_answered, wired, "127.0.0.1"))


def forwarded(client: str, request: bytes) -> bytes:
    """The request as a proxy passes it on for a client."""
    return request.replace(b"\r\n", f"\r\nX-Forwarded-For: {client}\r\n".encode(), 1)


@pytest.mark.parametrize("proxies", [("127.0.0.1",)])
async def test_requests_of_a_client_behind_a_trusted_proxy_are_limited_and_others_answered(
    wired: uvicorn.Server,
) -> None:
    half = forwarded("198.51.100.7", POST + b"Content-Length: 1000\r\n\r\n")
    async with AsyncExitStack() as open_ones:
        for _ in range(OF_A_NETWORK):
            _, writer = await open_ones.enter_async_context(connected(wired, "127.0.0.1"))
            writer.write(half)

        async def is_refused() -> bool:
            return await asked(wired, "127.0.0.1", forwarded("198.51.100.7", ASKS)) == REFUSED

        await until(is_refused)
        for client in range(OF_A_NETWORK + 1):
            assert await asked(wired, "127.0.0.1", forwarded(f"198.51.100.{client + 10}", ASKS)) == ANSWERED
    await until(partial(is_answered, wired, "127.0.0.1", forwarded("198.51.100.7", ASKS)))


@pytest.mark.parametrize("proxies", [("127.0.0.1",)])
async def test_whoever_is_no_trusted_proxy_forwards_nobody(wired: uvicorn.Server) -> None:
    async with AsyncExitStack() as open_ones:
        for number in range(OF_A_NETWORK):
            _, writer = await open_ones.enter_async_context(connected(wired, "127.0.0.2"))
            writer.write(forwarded(f"198.51.100.{number}", GET + b"\r\n"))
        await until(partial(are_open, wired, OF_A_NETWORK))
        assert await asked(wired, "127.0.0.2", b"") == REFUSED


def test_a_network_is_an_address_or_what_one_customer_has_of_ipv6() -> None:
    places = PlacesOfNetworks(1, ("127.0.0.0/8", "::1/128", "192.0.2.0/24"), ("203.0.113.0/24",))
    for address in ("127.0.0.1", "::1", "::ffff:127.0.0.1", "192.0.2.9", "203.0.113.9", ""):
        assert [places.take(address) for _ in range(3)] == [True] * 3, address
    for one, alike in (("198.51.100.1", "::ffff:198.51.100.1"), ("2001:db8::1", "2001:db8::ffff"), ("odd", "odd")):
        assert (places.take(one), places.take(alike)) == (True, False)
        places.give_back(one)
        assert places.take(alike)
    assert places.take("198.51.100.2")
    assert places.take("2001:db8:0:1::1")
