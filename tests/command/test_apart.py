"""A server and a worker in processes of their own, objects in an object store: how an installation of several runs.

What they do together is the guide's script, by curl alone.
"""

import asyncio
import subprocess
from collections.abc import Awaitable, Callable
from pathlib import Path

from app import clock, database, embedded
from tests.support import house
from tests.support.server import Serve, Server
from tests.support.store import StoreEnvironment
from tests.support.waiting import until

GUIDE = house.ROOT / "docs" / "api-guide.sh"


def test_the_guides_script_does_the_main_job(serve: Serve, store_environment: StoreEnvironment) -> None:
    server = serve(LIAISON_DEMO="1", LIAISON_WORKER="0", **store_environment)
    with server.beside("worker"):
        assert server.run("health").returncode == 0
        assert "liaison_ledger_alarms{" in server.run("metrics").stdout
        done = subprocess.run([GUIDE, server.url], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    for words in ("the server has 2000000 bytes", "the hash is the same", "evidence.taken", "Done."):
        assert words in done.stdout
    assert not list((server.state / "objects").rglob("*")), "evidence lies on the server's own disk"
    server.stop()
    asked = server.run("health")
    assert (asked.returncode, "Nobody answers" in asked.stderr) == (1, True)


async def test_a_worker_waits_for_its_database_and_says_so(cluster: embedded.Cluster, tmp_path: Path) -> None:
    name = f"later_{clock.new_id().hex}"
    server = Server(cluster.urls_of(name), tmp_path / "state", {})

    def has_said(words: str) -> Callable[[], Awaitable[bool]]:
        async def said() -> bool:
            return words in server.log.read_text()

        return said

    with server.beside("worker"):
        await until(has_said(f'"{name}" does not exist. Trying again in 1 s.'), within=60)
        urls = cluster.create_database(name)
        await until(has_said("no tables yet: liaison migrate makes them. Trying again in"), within=60)
        await asyncio.to_thread(database.migrate, urls.owner)
        await until(has_said("The worker works."), within=60)
    assert "Traceback" not in server.log.read_text()
    cluster.drop_database(name)
