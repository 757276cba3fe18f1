"""How a witness is asked: one POST to an address that was looked at before, reached within seconds, and a short answer.

Its address comes from a leader of a party, so it is treated like any stranger's: TLS, no redirects, no addresses within the
house but those of networks that the operator named, a bounded answer. The address that was looked at is the one that is reached.
Deliberately not here: what is asked, and what the answer means (`witnesses.py`).
"""

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from ipaddress import ip_address, ip_network
from typing import Any, Final
from urllib.parse import SplitResult, urlsplit

import httptools

from app.addresses import Network, may_call

WITHIN_SECONDS: Final = 5.0
"""To reach it; and for its answer, where nobody waits longer."""
LONGEST_URL: Final = 300
_ANSWER_BYTES: Final = 16 * 1024
_AT_ONCE: Final = 4096


class UnfitAddressError(ValueError):
    """Nobody is asked there. The message says why."""


class UnreachableError(OSError):
    """Nobody answered there, or nothing that could be read."""


@dataclass(slots=True)
class Said:
    """An answer."""

    status: int = 0
    body: bytearray = field(default_factory=bytearray)
    whole: bool = False

    def on_body(self, part: bytes) -> None:
        """As httptools tells it."""
        self.body += part

    def on_message_complete(self) -> None:
        """As httptools tells it."""
        self.whole = True


def networks_of(words: Iterable[str]) -> list[Network]:
    """As the settings name them."""
    return [ip_network(each) for each in words]


def demand_fit(url: str, networks: Sequence[Network]) -> SplitResult:
    """The parts of an address at which a witness may be asked. Raises `UnfitAddressError`."""
    if len(url) > LONGEST_URL or not url.isascii() or not url.isprintable() or " " in url:
        raise UnfitAddressError("An address is short and has letters of ASCII only.")
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        raise UnfitAddressError("This is no address.") from None
    if not parts.hostname or parts.username is not None or parts.query or parts.fragment:
        raise UnfitAddressError("An address is https://, a host, perhaps a port and a path, and nothing else.")
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_own(parts.hostname, networks)):
        raise UnfitAddressError("A witness is asked over https.")
    return parts


#: How an address is asked: as below, or of the demonstration's own (`housed.py`).
Ask = Callable[[str, bytes, Sequence[Network], float], Awaitable[Said]]


async def ask(url: str, body: bytes, networks: Sequence[Network], patience: float) -> Said:
    """POST `body` to `url`; once it is reached, its answer is awaited for `patience` seconds.

    Raises `UnfitAddressError`, `UnreachableError`.
    """
    parts = demand_fit(url, networks)
    try:
        return await _exchanged(parts, body, networks, patience)
    except UnfitAddressError:
        raise
    except (OSError, TimeoutError, ValueError, httptools.HttpParserError, httptools.HttpParserUpgrade) as error:
        raise UnreachableError(f"{type(error).__name__}: {error}") from error


async def _exchanged(parts: SplitResult, body: bytes, networks: Sequence[Network], patience: float) -> Said:
    async with asyncio.timeout(WITHIN_SECONDS):
        reader, writer = await _reached(parts, networks)
    try:
        async with asyncio.timeout(patience):
            writer.write(_head(parts, len(body)) + body)
            await writer.drain()
            return await _read(reader)
    finally:
        writer.close()


async def _reached(
    parts: SplitResult, networks: Sequence[Network]
) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    host, safe = parts.hostname or "", parts.scheme == "https"
    port = parts.port or (443 if safe else 80)
    address = await _address(host, port, networks)
    tls: dict[str, Any] = {"ssl": ssl.create_default_context(), "server_hostname": host} if safe else {}
    return await asyncio.open_connection(address, port, limit=_ANSWER_BYTES, **tls)


def _head(parts: SplitResult, length: int) -> bytes:
    host = parts.hostname or ""
    named = f"[{host}]" if ":" in host else host
    return (
        f"POST {parts.path or '/'} HTTP/1.1\r\nHost: {named}{f':{parts.port}' if parts.port else ''}\r\n"
        f"Content-Type: text/plain; charset=utf-8\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    ).encode("ascii")


async def _read(reader: asyncio.StreamReader) -> Said:
    said, read = Said(), 0
    parser = httptools.HttpResponseParser(said)
    while not said.whole:
        part = await reader.read(_AT_ONCE)
        read += len(part)
        if not part or read > _ANSWER_BYTES:
            raise UnreachableError("the answer is too long, or ends early")
        parser.feed_data(part)
    said.status = parser.get_status_code()
    return said


async def _address(host: str, port: int, networks: Sequence[Network]) -> str:
    """The first address of a host, where it may be asked. Raises `UnfitAddressError`."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    address = str(found[0][4][0])
    if not may_call(ip_address(address), networks):
        raise UnfitAddressError(f"{host} is at an address that is not public, in no network that the operator named.")
    return address


def _is_own(host: str, networks: Sequence[Network]) -> bool:
    """Whether it is a loopback address, written as one, in a network that the operator named."""
    try:
        address = ip_address(host)
    except ValueError:
        return False
    return address.is_loopback and may_call(address, networks)
