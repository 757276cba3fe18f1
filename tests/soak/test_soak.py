"""Crash safety: server, worker and PostgreSQL are killed at random moments while sixteen clients write and upload.

After every round: whatever was acknowledged is there, positions have no gap, none has changed, and each promised entry has
exactly one. At the end: promises were kept in time (the rule: `promised.py`), files come back byte for byte, the tree
recomputed from entry bundles is the signed one, every checkpoint ever seen or stored is a prefix of it, and archives verify.
A failure names its seed; `LIAISON_SOAK_SEED` repeats its choices, though not the machine's timing. `make test` kills server and
worker once; `make soak` runs `LIAISON_SOAK_ROUNDS` rounds (50), PostgreSQL included.
"""

import asyncio
import os
import random
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from app.api.guards import COOKIE
from app.exports import verifier
from app.main import create_app
from tests.factories.tasks import assign
from tests.factories.team import Founded, Team, found, read_json
from tests.ledger.test_stranger import both, raw
from tests.soak.client import Client
from tests.soak.installation import Installation, Programs
from tests.soak.killer import KINDS, Killer
from tests.soak.promised import Keys, Promises, Watch, demand_kept, roots
from tests.support.ledgers import tile_client
from tests.support.program import settings_for
from tests.support.waiting import until

WRITERS = ("noor", "bram", "jonas", "claire")  # they may register, upload and release
EACH = 4


class Soak:
    """A founded team on an installation, its clients, and what was known of its ledger when it was looked at last."""

    def __init__(self, installation: Programs, team: Team, cookies: dict[str, str], tasks: dict[str, str]) -> None:
        self.installation, self.team = installation, team
        self.base, self.tasks, self._cookies = team.path(), tasks, cookies
        self.auditor = self.browser("jit_auditor")
        self.entries: list[tuple[str, bytes]] = []
        self.exports: list[str] = []
        self.clients: list[Client] = []

    def browser(self, name: str) -> httpx.AsyncClient:
        url = self.installation.server.url
        headers = {"Cookie": f"{COOKIE}={self._cookies[name]}", "Origin": url}
        return httpx.AsyncClient(base_url=url, headers=headers, timeout=60)

    async def begin(self, seed: int, each: int = EACH) -> None:
        """The keys, once; and so many clients of each writer."""
        self.keys = Keys.of(read_json(await self.auditor.get(f"{self.base}/ledger/keys")))
        self.promises = Promises(self.keys)
        self.watch = Watch(self.keys, self.auditor, f"{self.base}/ledger")
        for name in WRITERS:
            party = self.team.seats[name]["code"].partition("-")[0]
            for n in range(each):
                one = Client(f"{name} {n}", self.browser(name), party, self.base, self.tasks[name], self.promises)
                one.chance.seed(f"{seed} {one.name}")
                self.clients.append(one)

    async def close(self) -> None:
        for one in (self.auditor, *(client.browser for client in self.clients)):
            await one.aclose()

    @asynccontextmanager
    async def at_rest(self) -> AsyncIterator[None]:
        """Every client between two acts."""
        async with AsyncExitStack() as stack:
            for one in self.clients:
                await stack.enter_async_context(one.turn)
            yield

    async def ask_for_an_archive(self) -> None:
        asked = await self.auditor.post(f"{self.base}/exports", json={"profile": "archive", "scope": {}})
        self.exports.append(read_json(asked, 202)["id"])

    async def look(self, *, at_all: bool = False) -> None:
        """What the ledger holds, and what each client finds of its own."""
        async with self.installation.sql() as connection:

            async def sequenced() -> bool:
                return not await connection.fetchval("select count(*) from pending")

            await until(sequenced, within=60)
            rows = await connection.fetch(_POSITIONS, self.team.jit_id)
        found = [(row["entry"], row["commitment"]) for row in rows]
        assert [row["position"] for row in rows] == list(range(len(rows))), "positions have a gap"
        assert found[: len(self.entries)] == self.entries, "a position changed"
        self.entries = found
        placed = dict(found)
        assert len(placed) == len(found), "an entry stands at two positions"
        for promise in self.promises.given:
            assert placed.get(promise.entry) == promise.commitment, f"{promise} is not in the ledger"
        await asyncio.gather(*(one.look_back(at_all=at_all) for one in self.clients))


_POSITIONS = (
    "select p.position, e.id::text as entry, e.commitment from entries e left join positions p on p.entry = e.id"
    " where e.jit = $1 order by p.position nulls first"
)


async def started(installation: Installation) -> Soak:
    """Founded by the program in this process, then left to processes that can be killed."""
    app = create_app(settings_for(installation.urls, installation.state))
    async with app.router.lifespan_context(app):
        team = await found(app)
        tasks = {name: (await assign(team, assignee=team.code(name)))["id"] for name in WRITERS}
        cookies = {name: browser.cookies[COOKIE] for name, browser in team.browsers.items()}
        await team.close()
    await installation.start_server()
    installation.start_worker()
    return Soak(installation, team, cookies, tasks)


async def _survives(installation: Installation, rounds: int) -> None:
    seed = int(os.environ.get("LIAISON_SOAK_SEED", random.SystemRandom().randrange(2**32)))
    soak = await started(installation)
    try:
        await soak.begin(seed)
        await _kill_and_look(soak, Killer(installation, seed), rounds)
    except BaseException as error:
        log = installation.server.log.read_text()[-3000:]
        error.add_note(f"LIAISON_SOAK_SEED={seed} repeats it; the log ends:\n{log}")
        raise
    finally:
        await soak.close()


async def _kill_and_look(soak: Soak, killer: Killer, rounds: int) -> None:
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(one.write()) for one in soak.clients]
        tasks.append(group.create_task(soak.watch.keep()))
        for n in range(rounds):
            if n % 10 == 1:
                await soak.ask_for_an_archive()  # it is made while its maker is killed
            await killer.strike()
            async with soak.at_rest():
                await soak.look()
        async with soak.at_rest():
            await _demand_all(soak, soak.installation.folder)
        for task in tasks:
            task.cancel()
    assert set(killer.fallen) >= set(KINDS) or rounds < len(KINDS)
    assert all(one.acknowledged for one in soak.clients)
    assert sum(one.unanswered for one in soak.clients) >= rounds, "hardly anybody noticed"
    assert sum(one.resumed for one in soak.clients), "no upload was resumed"


async def _demand_all(soak: Soak, folder: Path) -> None:
    assert sum([await one.take_all() for one in soak.clients]), "no upload was completed"
    await soak.ask_for_an_archive()
    bundles = [await _bundle(soak, export, folder) for export in soak.exports]
    await soak.look(at_all=True)
    await _demand_ledger_is_kept(soak)
    _demand_bundles(soak, bundles, folder)


async def _demand_ledger_is_kept(soak: Soak) -> None:
    """No act was done twice, promises were kept in time, and the signed tree is the one of the entries."""
    await _demand_titles(soak)
    head = await soak.watch.reaches(len(soak.entries))
    demand_kept(soak.promises, {entry: n for n, (entry, _) in enumerate(soak.entries)}, soak.watch, soak.installation)
    await _demand_ledger(soak, head.size, head.root)


async def _demand_titles(soak: Soak) -> None:
    """Exhibits of acts without an answer are there or not, and none is there twice."""
    async with soak.installation.sql() as connection:
        titles = [row["title"] for row in await connection.fetch("select title from evidence")]
        assert not await connection.fetch("select * from alarms"), "an alarm sounds"
    assert len(set(titles)) == len(titles), "one act was done twice"
    assert {one.title for client in soak.clients for one in client.exhibits} <= set(titles)
    assert set(titles) <= {title for client in soak.clients for title in client.titles}


async def _demand_ledger(soak: Soak, size: int, root: bytes) -> None:
    """What anybody of the team sees of the log: bundles, tiles and proofs make every checkpoint what it was."""
    log = await tile_client.demand_tree(lambda path: _fetch(soak, path), size, root)
    assert log == [commitment for _, commitment in soak.entries[:size]]
    async with soak.installation.sql() as connection:
        notes = await connection.fetch("select note from checkpoints where jit = $1 order by id", soak.team.jit_id)
    stored = [soak.keys.published(row["note"]) for row in notes]
    assert {one.note for one in soak.watch.seen} <= {one.note for one in stored}, "a published checkpoint was lost"
    known = roots(log, {one.size for one in stored})
    assert all(known.get(one.size, one.root) == one.root for one in stored), "a checkpoint is of another tree"
    for old, new in zip(soak.watch.seen, soak.watch.seen[1:], strict=False):
        proof = read_json(
            await soak.auditor.get(f"{soak.base}/ledger/proofs/consistency?from={old.size}&to={new.size}")
        )
        assert both(old.size, new.size, [raw(one) for one in proof["path"]], old.root) == (old.root, new.root)


async def _fetch(soak: Soak, path: str) -> bytes:
    answer = await soak.auditor.get(f"{soak.base}/ledger/{path}")
    assert answer.status_code == 200, path
    return answer.content


async def _bundle(soak: Soak, export: str, folder: Path) -> Path:
    """An archive that was acknowledged is made, whoever was killed meanwhile."""
    shown: dict[str, Any] = {}

    async def ended() -> bool:
        shown.update(read_json(await soak.auditor.get(f"{soak.base}/exports/{export}")))
        return shown["state"] in {"ready", "failed"}

    await until(ended, within=120)
    assert shown["state"] == "ready", shown
    path = folder / f"{export}.zip"
    path.write_bytes((await soak.auditor.get(f"{soak.base}/exports/{export}/bundle")).content)
    return path


def _demand_bundles(soak: Soak, bundles: list[Path], folder: Path) -> None:
    """Each verifies by the key that was known from the start, and continues the one before."""
    keys = folder / "keys"
    keys.write_text(f"{soak.keys.log}\n")
    for old, new in zip([None, *bundles], bundles, strict=False):
        since = [] if old is None else ["--since", str(old)]
        command = [sys.executable, str(verifier.__file__), str(new), "--keys", str(keys), *since]
        run = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        assert run.returncode == 0, run.stdout + run.stderr


async def taken_over(programs: Programs, starting_team: Founded) -> Soak:
    """The founded team at processes that can be killed, as if everybody had just signed in."""
    async with programs.sql() as connection:
        await connection.execute("update sessions set last_seen_at = now()")
    await programs.start_server()
    programs.start_worker()
    tasks: dict[str, str] = {}
    team = Team(FastAPI(), starting_team.accounts, starting_team.jit, starting_team.seats)
    soak = Soak(programs, team, starting_team.cookies, tasks)
    team.browsers = {name: soak.browser(name) for name in team.seats}
    tasks |= {name: (await assign(team, assignee=team.code(name)))["id"] for name in WRITERS}
    await team.close()
    return soak


async def test_kill_of_server_and_worker_amid_writes_loses_nothing_acknowledged(
    programs: Programs, founded: Founded
) -> None:
    soak = await taken_over(programs, founded)
    await soak.begin(random.SystemRandom().randrange(2**32), each=2)

    async def everybody_writes() -> bool:
        acting = sum(one.turn.locked() for one in soak.clients)
        return acting >= len(soak.clients) / 2 and all(one.acknowledged >= 3 for one in soak.clients)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(one.write()) for one in soak.clients]
        tasks.append(group.create_task(soak.watch.keep()))
        await until(everybody_writes, within=60)
        async with programs.outage():
            programs.kill_server()
            programs.kill_worker()
            programs.start_worker()
            await programs.start_server()
        async with soak.at_rest():
            await soak.look(at_all=True)
            await _demand_ledger_is_kept(soak)
        for task in tasks:
            task.cancel()
    assert any(one.unanswered for one in soak.clients), "nobody noticed"
    await soak.close()


@pytest.mark.soak
async def test_nothing_acknowledged_is_lost_to_fifty_kills(installation: Installation) -> None:
    await _survives(installation, rounds=int(os.environ.get("LIAISON_SOAK_ROUNDS", "50")))
