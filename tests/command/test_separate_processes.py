"""A server and a worker in processes of their own, objects in an object store: how an installation of several runs.

What they do together is the guide's script, by curl alone.
"""

import asyncio
import shutil
import subprocess
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Final

import asyncpg
import pytest

from app import clock, database, embedded
from app.identity import passwords
from app.services.teams import demonstration
from tests.command.test_beside import attached_to
from tests.factories.team import Founded, email_of
from tests.support import repository
from tests.support.object_store import StoreEnvironment
from tests.support.server import Server
from tests.support.waiting import until

GUIDE = repository.ROOT / "docs" / "api-guide.sh"
#: The people of the guide, by their names here.
PEOPLE: Final = {"noor": "noor@nl.demo", "lena": "lena@de.demo", "jit_auditor": "auditor@jit.demo"}


@pytest.fixture
async def apart(
    cluster: embedded.Cluster, founded: Founded, store_environment: StoreEnvironment, tmp_path: Path
) -> AsyncIterator[Server]:
    """A server without a worker on a copy of the team, whose people sign in as those of the demonstration do.

    The demonstration itself would be built and its pages rendered first, which takes most of a minute.
    """
    name = f"apart_{clock.new_id().hex}"
    urls = cluster.create_database(name, template=founded.database)
    connection = await asyncpg.connect(host=str(cluster.socket_folder), user="postgres", database=name)
    for person, email in PEOPLE.items():
        change = "update accounts set email = $2, password_hash = $3 where email = $1"
        await connection.execute(change, email_of(person), email, passwords.hash_now(demonstration.PASSWORD))
    await connection.close()
    environment = {name: str(value) for name, value in store_environment.items()}
    server = Server(urls, tmp_path / "state", {"LIAISON_WORKER": "0"} | environment)
    shutil.copytree(founded.state, server.state)
    await asyncio.to_thread(server.start)
    yield server
    server.stop()
    cluster.drop_database(name)


async def test_guides_script_against_server_worker_and_store_does_the_main_job(apart: Server) -> None:
    with apart.beside("worker"):
        assert apart.run("health").returncode == 0
        assert "liaison_ledger_alarms{" in apart.run("metrics").stdout
        done = subprocess.run([GUIDE, apart.url], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    for words in ("the server has 2000000 bytes", "the hash is the same", "evidence.taken", "Done."):
        assert words in done.stdout
    assert not list((apart.state / "objects").rglob("*")), "evidence lies on the server's own disk"
    assert attached_to(apart.pid) is None, "it was told to leave the work to another process"
    apart.stop()
    asked = apart.run("health")
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
