"""The database over TLS: a connection that demands a certificate uses no server that another authority certified."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from app import embedded
from app.connections import DatabaseAwayError, address_of, engine_of
from tests.support.certificates import Authority

_SSL_REQUEST = b"\x00\x00\x00\x08\x04\xd2\x16\x2f"  # PostgreSQL's protocol, "SSL session encryption"


@asynccontextmanager
async def over_tls(urls: embedded.Urls, certificate: tuple[Path, Path]) -> AsyncIterator[int]:
    """A port that answers as PostgreSQL with TLS: the bundled server, which has none, behind it."""
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(*certificate)
    place = str(make_url(urls.app).query["host"])

    async def copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while data := await reader.read(65536):
                writer.write(data)
                await writer.drain()
        writer.close()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if await reader.readexactly(8) != _SSL_REQUEST:
            writer.close()
            return
        writer.write(b"S")
        with suppress(ConnectionError, ssl.SSLError):
            await writer.start_tls(context)
            there, back = await asyncio.open_unix_connection(f"{place}/.s.PGSQL.5432")
            await asyncio.gather(copy(reader, back), copy(there, writer))

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    async with server:
        yield server.sockets[0].getsockname()[1]


async def answer(url: str) -> int:
    engine = engine_of(url, 1)
    try:
        async with engine.connect() as connection:
            return int((await connection.execute(text("select 1"))).scalar_one())
    finally:
        await engine.dispose()


@pytest.mark.parametrize("parameter", ["ssl", "sslmode"])
async def test_only_a_server_with_a_certificate_of_the_named_roots_is_used(
    database_urls: embedded.Urls, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, parameter: str
) -> None:
    authority = Authority(tmp_path / "authority")
    async with (
        over_tls(database_urls, authority.issue("localhost")) as port,
        over_tls(database_urls, authority.issue("elsewhere")) as misnamed,
    ):
        url = f"postgresql://liaison_app@localhost:{{}}/{make_url(database_urls.app).database}?{parameter}=verify-full"
        monkeypatch.setenv("PGSSLROOTCERT", str(authority.roots))
        assert await answer(url.format(port)) == 1
        with pytest.raises(DatabaseAwayError, match="certificate verify failed"):
            await answer(url.format(misnamed))
        monkeypatch.setenv("PGSSLROOTCERT", str(authority.another().roots))
        with pytest.raises(DatabaseAwayError, match="certificate verify failed"):
            await answer(url.format(port))


def test_addresses_without_tls_stay_as_they_are() -> None:
    assert str(address_of("postgres://a@b/c")) == "postgresql+asyncpg://a@b/c"
