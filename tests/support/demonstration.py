"""A server with the demonstration teams, which tests with a browser share."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app import clock, embedded
from tests.support.database import TEMPLATE
from tests.support.server import Server


@contextmanager
def demonstration(cluster: embedded.Cluster, folder: Path) -> Iterator[Server]:
    """Run the server on a database of its own, with its state below `folder`."""
    name = f"browser_{clock.new_id().hex}"
    urls = cluster.create_database(name, template=TEMPLATE)
    server = Server(urls, folder / "state", {"LIAISON_DEMO": "1", "LIAISON_WITNESS_NETWORKS": "127.0.0.0/8"})
    server.start(patience=180)
    yield server
    server.stop()
    cluster.drop_database(name)
