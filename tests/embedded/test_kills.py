"""Killed again and again while it writes: every row that was acknowledged is there, in order, and no other process is needed.

The short one runs always; `make soak` runs the long one.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest

from app import embedded
from tests.support.random_choices import seeded

# Writes numbers, one a transaction, and says each only after its commit; ends when killed.
_WRITER = """
import asyncio, sys
from pathlib import Path
import asyncpg
from app import embedded

async def write(url, first):
    connection = await asyncpg.connect(url)
    for n in range(first, 10**9):
        await connection.execute("insert into acknowledged values ($1)", n)
        print(n, flush=True)

cluster = embedded.start(Path(sys.argv[1]))
asyncio.run(write(cluster.urls.owner.replace("+asyncpg", ""), int(sys.argv[2])))
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    made = Path(tempfile.mkdtemp(prefix="liaison-test-"))
    yield made
    shutil.rmtree(made)


async def _rows(cluster: embedded.Cluster) -> list[int]:
    connection = await asyncpg.connect(cluster.urls.owner.replace("+asyncpg", ""))
    try:
        await connection.execute("create table if not exists acknowledged (n bigint primary key)")
        return [row["n"] for row in await connection.fetch("select n from acknowledged order by n")]
    finally:
        await connection.close()


def _write_and_be_killed(folder: Path, first: int, count: int, whom: str) -> int:
    """Run a writer, kill it or its server after `count` acknowledged rows; the last acknowledged one."""
    command = [sys.executable, "-c", _WRITER, str(folder), str(first)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as writer:
        assert writer.stdout is not None
        last = first - 1
        for _ in range(count):
            last = int(writer.stdout.readline())
        if whom == "server":
            os.kill(int((folder / "data" / "postmaster.pid").read_text().split("\n", 1)[0]), signal.SIGKILL)
        writer.kill()
        for line in writer.stdout.read().splitlines():  # acknowledged between the last reading and the kill
            last = int(line) if line.isdecimal() else last
    return last


async def _survives(folder: Path, kills: int) -> None:
    chance = seeded(418)
    with embedded.start(folder) as cluster:
        assert await _rows(cluster) == []
    acknowledged = 0
    for _ in range(kills):
        last = _write_and_be_killed(
            folder, acknowledged + 1, chance.randrange(1, 200), chance.choice(["server", "writer"])
        )
        with embedded.start(folder) as cluster:
            rows = await _rows(cluster)
        assert rows == list(range(1, len(rows) + 1))
        # The one row beyond what was said may have been committed when the kill fell before its saying.
        assert len(rows) in (last, last + 1)
        acknowledged = len(rows)


async def test_no_acknowledged_row_is_lost_to_a_kill(folder: Path) -> None:
    await _survives(folder, kills=2)


@pytest.mark.soak
async def test_no_acknowledged_row_is_lost_to_fifty_kills(folder: Path) -> None:
    await _survives(folder, kills=50)
