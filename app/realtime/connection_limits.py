"""Limit the connections and requests in progress of this process, in total and for each network.

A network is one IPv4 address, or an IPv6 /64, which one customer has. Behind a trusted proxy the clients share the
proxy's connections, which only the total limits. Their requests in progress and sockets count for each forwarded
address.
Not here: how long a request may take (`deadlines.py`), and the size of its head (`heads.py`).
"""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Final

import uvicorn
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from app.api import problems
from app.errors import Unavailable
from app.services.accounts.throttles import network

RETRY_AFTER_SECONDS: Final = 5


class Places:
    """Count the places taken per key."""

    def __init__(self) -> None:
        self._taken: Counter[Hashable] = Counter()

    def take(self, key: Hashable, most: float) -> bool:
        """Take a place, unless the key has `most` of them already. Return whether it was taken."""
        if self._taken[key] >= most:
            return False
        self._taken[key] += 1
        return True

    def give_back(self, key: Hashable) -> None:
        """Release one place."""
        self._taken[key] -= 1
        if not self._taken[key]:
            del self._taken[key]

    def taken(self, key: Hashable) -> int:
        """Return the number of places taken by the key."""
        return self._taken[key]


class PlacesOfNetworks:
    """Count the places taken by the clients of each network."""

    def __init__(self, most: int, unlimited: Sequence[str], proxies: Sequence[str]) -> None:
        """Set the limits.

        Args:
            most: Places per network.
            unlimited: Networks without a limit.
            proxies: Trusted proxies, which have no limit either.
        """
        self._most, self._places = most, Places()
        self._unlimited = [ip_network(each) for each in unlimited]
        self._proxies = ProxyHeadersMiddleware(_nothing, list(proxies)).trusted_hosts

    def take(self, address: str) -> bool:
        """Take a place for a client at `address`. Return whether one was free."""
        key = network(address)
        return self._places.take(key, self._most) or (
            self._is_unlimited(address) and self._places.take(key, float("inf"))
        )

    def give_back(self, address: str) -> None:
        """Release one place of a client at `address`."""
        self._places.give_back(network(address))

    def _is_unlimited(self, address: str) -> bool:
        if not address or address in self._proxies:
            return True
        try:
            parsed = ip_address(address)
        except ValueError:
            return False
        mapped = parsed.ipv4_mapped if isinstance(parsed, IPv6Address) else None
        return any((mapped or parsed) in each for each in self._unlimited)


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of each connection of a server."""

    connections: int
    of_networks: PlacesOfNetworks
    body_seconds: float
    silence_seconds: float


class LimitedConfig(uvicorn.Config):
    """The configuration of a uvicorn server with limited connections."""

    limits: Limits


class TooManyRequests(Unavailable):
    """The network has reached its limit of requests in progress and sockets."""

    title, code = "Too many requests at once", "too-many-requests"


class LimitedProgram:
    """An ASGI application in which each network has a limited number of requests in progress and sockets."""

    def __init__(self, program: ASGIApp, places: PlacesOfNetworks) -> None:
        self._program, self._places = program, places

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve an ASGI call. The client's address is the forwarded one if a trusted proxy forwards it."""
        if scope["type"] == "lifespan":
            await self._program(scope, receive, send)
            return
        client = scope.get("client")
        address = client[0] if client else ""
        if not self._places.take(address):
            refusal = TooManyRequests(
                "Too many requests from your network are in progress. Try again in a few seconds.",
                headers={"Retry-After": str(RETRY_AFTER_SECONDS)},
            )
            await problems.problem(refusal, HTTPConnection(scope))(scope, receive, send)
            return
        try:
            await self._program(scope, receive, send)
        finally:
            self._places.give_back(address)


async def _nothing(_: object, __: object, ___: object) -> None:
    """Placeholder for an ASGI application."""
