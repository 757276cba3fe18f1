"""A bundle that is called off: heard while its document is set, and nothing is left of it, by a crash either."""

import asyncio
import threading
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from app.exports.document import process, setting
from app.services.audit import export_making
from tests.audit.test_exports import ask, ended, kept_waiting, made
from tests.factories.evidence import register
from tests.factories.team import Team, read_json
from tests.support.databases.superuser import as_superuser

#: It counts for minutes.
SLOW = """#set document(title: "x")
#let n = 0
#for i in range(30000) { for j in range(30000) { n += 1 } }
#n
"""

#: Almost the names of bundles.
ODD = (
    "unlike-any.zip",
    f"{'-' * 36}.zip",
    f".{'0' * 36}.zip.partial",
    "0123-456789abcdef0123456789abcdef0-12.zip",
    "\udcff.zip",
)


@pytest.fixture
def slow(tmp_path: Path) -> Path:
    template = tmp_path / "slow.typ"
    template.write_text(SLOW)
    return template


async def call_off(team: Team, export: dict[str, Any]) -> None:
    read_json(await team.client("noor").post(team.path(f"/exports/{export['id']}/cancellation"), json={}))


def test_the_typesetters_process_ends(tmp_path: Path, slow: Path) -> None:
    asked = iter([False, False, True])
    with pytest.raises(process.Stopped):
        setting.pdf(
            tmp_path / "root", {"title": "x"}, {}, datetime(2026, 1, 1, tzinfo=UTC), slow, stopped=lambda: next(asked)
        )
    assert list(asked) == []


async def test_is_heard_while_the_document_is_set(team: Team, slow: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, heard, real = threading.Event(), threading.Event(), setting.pdf

    def pdf(folder: Path, told: Any, attached: Any, at: datetime, **named: Any) -> bytes:
        begun.set()
        try:
            return real(folder, told, attached, at, slow, **named)
        except process.Stopped:
            heard.set()
            raise

    exhibit = await register(team, "noor")
    with monkeypatch.context() as patched:
        patched.setattr(setting, "pdf", pdf)
        export = read_json(await ask(team, "noor", exhibit), 202)
        making = asyncio.create_task(team.run_jobs("exports"))
        assert await asyncio.to_thread(begun.wait, 30)
        await call_off(team, export)
        assert await asyncio.to_thread(heard.wait, 5)
        await making
    shown = read_json(await team.client("noor").get(team.path(f"/exports/{export['id']}")))
    assert shown["state"] == "cancelled"
    assert (await ended(team, "noor", read_json(await ask(team, "noor", exhibit), 202)))["state"] == "ready", (
        "the next is made"
    )
    assert list(team.context.bundles.folder.rglob(f"*{export['id']}*")) == []


async def test_what_a_crash_left_of_it_goes(team: Team, tmp_path: Path) -> None:
    """Killed between sealing it and saying so; then it was called off, and nobody makes it again."""
    store, database = team.context.bundles, team.context.database
    exhibit = await register(team, "noor")
    kept, path = await made(team, "noor", exhibit, tmp_path)
    async with kept_waiting(team):
        export = read_json(await ask(team, "noor", exhibit), 202)
        async with as_superuser(team) as superuser:
            await superuser.execute("update exports set state = 'running' where id = $1", UUID(export["id"]))
        store.keep(team.jit_id, UUID(export["id"]), path)
        (folder := store.folder / f".{export['id']}.making").mkdir()
        for name in ("bundle.zip", ".bundle.zip.partial"):
            (folder / name).write_bytes(b"left")
        for name in ODD:
            (store.folder / name).write_bytes(b"an operator's own")
        await call_off(team, export)
        assert await export_making.sweep(database, store) == 0, "not while one is made: it could be its own"
    assert await export_making.sweep(database, store) == 1
    assert store.sealed() == {UUID(kept["id"])}
    assert {path.name for path in store.folder.iterdir()} == {team.id, *ODD}
