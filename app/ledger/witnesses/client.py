"""HTTP client for witnesses: send one POST to a checked address, with time limits and a bounded answer.

A leader of a party enters the address, so it is untrusted. TLS is required and redirects are not followed. Private
addresses are refused unless the operator listed their network. The connection goes to the very address that was
checked.

Not here: what is sent, and what the answer means (`registry.py`).
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
from app.i18n.phrases import Phrase

WITHIN_SECONDS: Final = 5.0
"""To reach it; and for its answer, where nobody waits longer."""
LONGEST_URL: Final = 300
_ANSWER_BYTES: Final = 16 * 1024
_AT_ONCE: Final = 4096


class UnfitAddressError(ValueError):
    """The address may not be used for a witness. The message says why."""


class UnreachableError(OSError):
    """No connection, or no readable answer."""


@dataclass(slots=True)
class HttpAnswer:
    """An HTTP answer. `whole`: whether it is complete."""

    status: int = 0
    body: bytearray = field(default_factory=bytearray)
    whole: bool = False

    def on_body(self, part: bytes) -> None:
        """Callback of httptools."""
        self.body += part

    def on_message_complete(self) -> None:
        """Callback of httptools."""
        self.whole = True


def networks_of(words: Iterable[str]) -> list[Network]:
    """Parse networks as the settings name them."""
    return [ip_network(each) for each in words]


def demand_fit(url: str, networks: Sequence[Network]) -> SplitResult:
    """Return the parts of a witness's address. Raises `UnfitAddressError`.

    `http` is accepted only for a loopback address in one of `networks`.
    """
    if len(url) > LONGEST_URL or not url.isascii() or not url.isprintable() or " " in url:
        raise UnfitAddressError("Enter a shorter address with ASCII letters only.")
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        raise UnfitAddressError("This is not an address.") from None
    if not parts.hostname or parts.username is not None or parts.query or parts.fragment:
        raise UnfitAddressError("Enter an address such as https://witness.example.org, with no query and no user name.")
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_own(parts.hostname, networks)):
        raise UnfitAddressError("The address must begin with https.")
    return parts


#: The type of `ask`; the demonstration has its own implementation (`demo_witnesses.py`).
Ask = Callable[[str, bytes, Sequence[Network], float], Awaitable[HttpAnswer]]


async def ask(url: str, body: bytes, networks: Sequence[Network], patience: float) -> HttpAnswer:
    """POST `body` to `url`. Connecting has `WITHIN_SECONDS`; then the answer has `patience` seconds.

    Raises:
        UnfitAddressError: The address, or what its host resolves to, is not allowed.
        UnreachableError: No connection, or no readable answer.
    """
    parts = demand_fit(url, networks)
    try:
        return await _exchanged(parts, body, networks, patience)
    except UnfitAddressError:
        raise
    except (OSError, TimeoutError, ValueError, httptools.HttpParserError, httptools.HttpParserUpgrade) as error:
        raise UnreachableError(f"{type(error).__name__}: {error}") from error


async def _exchanged(parts: SplitResult, body: bytes, networks: Sequence[Network], patience: float) -> HttpAnswer:
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


async def _read(reader: asyncio.StreamReader) -> HttpAnswer:
    said, read = HttpAnswer(), 0
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
    """Return the first address of a host. Raises `UnfitAddressError` if it may not be called."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    address = str(found[0][4][0])
    if not may_call(ip_address(address), networks):
        raise UnfitAddressError(
            Phrase("{host} is not a public address. Ask the operator to allow its network.", host=host)
        )
    return address


def _is_own(host: str, networks: Sequence[Network]) -> bool:
    """Return whether the host is a literal loopback address in a network that the operator listed."""
    try:
        address = ip_address(host)
    except ValueError:
        return False
    return address.is_loopback and may_call(address, networks)
