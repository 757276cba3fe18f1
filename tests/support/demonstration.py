"""A server with the demonstration teams, shared by the browser tests."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import asyncpg
from sqlalchemy.engine import make_url

from app import clock, embedded
from tests.support.databases.database import TEMPLATE
from tests.support.server import Server


@contextmanager
def demonstration(cluster: embedded.Cluster, folder: Path) -> Iterator[Server]:
    """Run the server on a database of its own, with its state below `folder`."""
    name = f"browser_{clock.new_id().hex}"
    urls = cluster.create_database(name, template=TEMPLATE)
    server = Server(urls, folder / "state", {"LIAISON_DEMO": "1", "LIAISON_WITNESS_NETWORKS": "127.0.0.0/8"})
    server.start(patience=180)
    try:
        with ThreadPoolExecutor(1) as thread:  # the calling thread may have a running event loop
            thread.submit(asyncio.run, _cancel_renditions(urls)).result()
        yield server
    finally:
        server.stop()
        cluster.drop_database(name)


async def _cancel_renditions(urls: embedded.Urls) -> None:
    """Cancel the pending renditions of the demonstration; those of opened exhibits exist already.

    The worker would need half a minute of CPU time for them, and files that a test uploads would wait behind them.
    """
    address = make_url(urls.owner)
    connection = await asyncpg.connect(host=str(address.query["host"]), user="postgres", database=address.database)
    try:
        await connection.execute("update files set renditions = 'none' where renditions = 'pending'")
    finally:
        await connection.close()
