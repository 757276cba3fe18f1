"""One server with the demonstration teams for all browser tests: they add to it, and none ends it."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import asyncpg
import pytest
from sqlalchemy.engine import make_url

from app import clock, embedded
from tests.support.database import TEMPLATE
from tests.support.server import Server


@pytest.fixture(scope="session")
def lantern_urls(cluster: embedded.Cluster) -> Iterator[embedded.Urls]:
    """The database of the running server, for rows that a test writes in bulk past the API."""
    name = f"browser_{clock.new_id().hex}"
    yield cluster.create_database(name, template=TEMPLATE)
    cluster.drop_database(name)


@pytest.fixture(scope="session")
def lantern(lantern_urls: embedded.Urls, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The running server. Who may sign in, by address alone: `tests.support.desk.sit_down`."""
    server = Server(
        lantern_urls,
        tmp_path_factory.mktemp("lantern") / "state",
        {"LIAISON_DEMO": "1", "LIAISON_WITNESS_NETWORKS": "127.0.0.0/8"},
    )
    server.start(patience=180)
    with ThreadPoolExecutor(1) as apart:
        apart.submit(asyncio.run, _leave_without_pages(lantern_urls)).result()
    yield server
    server.stop()


async def _leave_without_pages(urls: embedded.Urls) -> None:
    """Let no file of the demonstration wait for its pages, but those that somebody has opened: theirs are made.

    The worker would spend half a minute of processor on the others, and each file that a test uploads would wait behind them.
    """
    address = make_url(urls.owner)
    connection = await asyncpg.connect(host=str(address.query["host"]), user="postgres", database=address.database)
    try:
        await connection.execute("update files set renditions = 'none' where renditions = 'pending'")
    finally:
        await connection.close()
