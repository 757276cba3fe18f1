"""An erasure that is killed at any moment: nobody reads the exhibit meanwhile, and the next turn ends it, with one certificate."""

import asyncio
import json
import signal
import subprocess
import sys
from datetime import timedelta
from typing import Final
from uuid import UUID

import pytest

from app.services.retention import erasure_jobs
from app.settings import Settings
from app.vault.places import Place
from tests.factories.evidence import TEXT, custody, kinds, open_it, release, see, take_it, upload, values, with_file
from tests.factories.retention import erase, retention, withdraw
from tests.factories.team import Team, read_json
from tests.support.databases.superuser import as_superuser

_FINISH: Final = erasure_jobs.finish

#: Ends the erasure in a process of its own, which is killed where `point` says.
WORKER: Final = """
import asyncio, json, os, signal, sys
from datetime import timedelta
from pathlib import Path
from app.database import Database
from app.ledger import journal
from app.services.retention import erasure_jobs
from app.vault.keys import Keys
from app.vault.vault import Vault

job = json.loads(sys.argv[1])

def die():
    os.kill(os.getpid(), signal.SIGKILL)

def dying(owner, name, *, after):
    was, seen = getattr(owner, name), []
    def now(*args, **named):
        seen.append(args)
        if not after:
            die()
        result = was(*args, **named)
        die()
        return result
    setattr(owner, name, now)

if job["point"] == "before the first key":
    dying(Keys, "shred", after=False)
if job["point"] == "after the first key":
    dying(Keys, "shred", after=True)
if job["point"] == "before the certificate":
    dying(erasure_jobs, "_certify", after=False)
if job["point"] == "before the commit":
    async def append(*args):
        await real(*args)
        die()
    real, journal.append_as_system = journal.append_as_system, append

async def main():
    async with Database(job["app"], job["engine"], pool=2) as database:
        vault = Vault.open(Path(job["state"]))
        print(await erasure_jobs.finish(database, vault, Path(job["state"]) / "exports", timedelta(days=35)), flush=True)

asyncio.run(main())
"""
POINTS: Final = ("before the first key", "after the first key", "before the certificate", "before the commit")


async def killed(settings: Settings, point: str) -> None:
    """Run the worker until it is killed there."""
    assert settings.database_url is not None
    assert settings.database_engine_url is not None
    job = {
        "point": point,
        "state": str(settings.state),
        "app": settings.database_url.get_secret_value(),
        "engine": settings.database_engine_url.get_secret_value(),
    }
    process = await asyncio.to_thread(
        subprocess.run, [sys.executable, "-c", WORKER, json.dumps(job)], capture_output=True, timeout=60, check=False
    )
    assert process.returncode == -signal.SIGKILL, process.stderr.decode()


@pytest.mark.parametrize("point", POINTS)
async def test_is_ended_by_the_next_turn_with_one_certificate(team: Team, settings: Settings, point: str) -> None:
    exhibit = await with_file(team, release("DE"))
    second = await upload(team, "noor", exhibit, b"another", "b.bin")
    keys = settings.state / "keys" / str(team.id)
    names = [f"{file['id']}.wrapped" for file in read_json(await see(team, "noor", exhibit))["files"]]
    await withdraw(team, exhibit)
    read_json(await erase(team, "noor", exhibit), 202)
    await killed(settings, point)
    assert (keys / names[1]).exists() is (point not in {"before the certificate", "before the commit"})
    for attempt in (open_it, take_it):
        assert (await attempt(team, "noor", exhibit)).status_code == 403
    assert (await retention(team, "noor", exhibit))["erasure"]["destroyed_at"] is None
    assert "evidence.erased" not in kinds(await custody(team, "noor", exhibit))
    vault, database = team.context.vault, team.context.database
    assert [await _FINISH(database, vault, team.context.bundles, timedelta(days=35)) for _ in range(2)] == [1, 0]
    assert not any((keys / name).exists() for name in names)
    entries = await custody(team, "noor", exhibit)
    assert kinds(entries).count("evidence.erased") == 1
    sizes = {one["size_bytes"] for one in values(entries[-1])["files"]}
    assert sizes == {len(TEXT), second["size_bytes"]}


async def test_a_file_that_is_written_to_is_waited_for(team: Team) -> None:
    exhibit = await with_file(team)
    (file,) = read_json(await see(team, "noor", exhibit))["files"]
    await withdraw(team, exhibit)
    read_json(await erase(team, "noor", exhibit), 202)
    vault, database = team.context.vault, team.context.database
    with vault.locks.hold(Place(team.jit_id, UUID(exhibit["id"]), UUID(file["id"]))):
        assert await _FINISH(database, vault, team.context.bundles, timedelta(days=35)) == 0
        assert "evidence.erased" not in kinds(await custody(team, "noor", exhibit))
    assert await _FINISH(database, vault, team.context.bundles, timedelta(days=35)) == 1


async def test_a_decision_without_its_commit_is_none(team: Team) -> None:
    """The intent, the lowered releases and the entry stand together, or none of them does."""
    exhibit = await with_file(team, release("DE"))
    await withdraw(team, exhibit)
    async with as_superuser(team) as superuser:
        await superuser.execute(
            "create function fail() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$"
        )
        await superuser.execute("create trigger fail before insert on erasures for each row execute function fail()")
    assert (await erase(team, "noor", exhibit)).status_code == 500
    seen = read_json(await see(team, "noor", exhibit))
    assert (seen["status"], seen["level"]) == ("withdrawn", "held")
    assert kinds(await custody(team, "noor", exhibit))[-1] == "evidence.withdrawn"
