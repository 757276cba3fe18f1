"""Client for time-stamping authorities (RFC 3161, HTTP transport of section 3.4); verifies every token.

An authority learns a hash and the address of the server, and nothing about the content.

Not here: what is stamped, when, and where tokens are stored (`timestamps.py`).
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Self
from urllib.parse import urlsplit

import httpx
from cryptography import x509
from rfc3161_client import (
    HashAlgorithm,
    TimestampRequestBuilder,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

_PATIENCE_SECONDS: Final = 10.0
_LARGEST_REPLY: Final = 64 * 1024  # bytes; a token with its chain takes about 6,000
_QUERY: Final = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}


class AuthorityError(RuntimeError):
    """An authority gave no valid token. The message names it and says why."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token over some bytes: `reply` is the TimeStampResp (DER) as received, `at` the time in it."""

    authority: str
    reply: bytes
    at: datetime


@dataclass(frozen=True, slots=True)
class Authority:
    """One authority. `roots`: the certificates that its tokens must lead to."""

    address: str
    roots: tuple[x509.Certificate, ...]

    @property
    def name(self) -> str:
        """The host of its address: displayed, and the name under which tokens are stored."""
        return urlsplit(self.address).netloc.rpartition("@")[2]

    async def token(self, message: bytes) -> Token:
        """Request a token over `message` and verify it. Raises `AuthorityError`."""
        asked = TimestampRequestBuilder().data(message).hash_algorithm(HashAlgorithm.SHA256).build()
        reply = await self._ask(asked.as_bytes())
        builder = VerifierBuilder.from_request(asked)
        for root in self.roots:
            builder = builder.add_root_certificate(root)
        try:
            said = decode_timestamp_response(reply)
            builder.build().verify_message(said, message)
        except (VerificationError, ValueError) as error:
            raise AuthorityError(f"{self.name}: its token does not count: {error}") from error
        return Token(self.name, reply, said.tst_info.gen_time.astimezone(UTC))

    async def reply(self, query: bytes, digest: bytes) -> bytes:
        """Forward a query about a SHA-256 digest and verify the answer. The caller compares the nonce.

        Raises `AuthorityError`.
        """
        reply, builder = await self._ask(query), VerifierBuilder()
        for root in self.roots:
            builder = builder.add_root_certificate(root)
        try:
            builder.build().verify(decode_timestamp_response(reply), digest)
        except (VerificationError, ValueError) as error:
            raise AuthorityError(f"{self.name}: its token does not count: {error}") from error
        return reply

    async def _ask(self, query: bytes) -> bytes:
        try:
            async with (
                asyncio.timeout(_PATIENCE_SECONDS),  # in all; the client's own limit is for each read
                httpx.AsyncClient(timeout=_PATIENCE_SECONDS) as client,
                client.stream("POST", self.address, content=query, headers=_QUERY) as response,
            ):
                if response.status_code != httpx.codes.OK:
                    raise AuthorityError(f"{self.name}: answered {response.status_code}")
                reply = bytearray()
                async for chunk in response.aiter_bytes():
                    reply += chunk
                    if len(reply) > _LARGEST_REPLY:
                        raise AuthorityError(f"{self.name}: answered more than {_LARGEST_REPLY:,} bytes")
                return bytes(reply)
        except (httpx.HTTPError, TimeoutError) as error:
            raise AuthorityError(f"{self.name}: {type(error).__name__}: {error}") from error


@dataclass(frozen=True, slots=True)
class Authorities:
    """The authorities that the operator configured, in that order; possibly none."""

    all: tuple[Authority, ...]

    @classmethod
    def read(cls, addresses: Sequence[str], roots: Path | None) -> Self:
        """Read them from the settings. Raises `ValueError` if authorities are named without root certificates."""
        if not addresses:
            return cls(())
        if roots is None:
            raise ValueError("LIAISON_TIMESTAMP_ROOTS must name the certificates of LIAISON_TIMESTAMP_AUTHORITIES")
        certificates = tuple(x509.load_pem_x509_certificates(roots.read_bytes()))
        return cls(tuple(Authority(address, certificates) for address in addresses))
