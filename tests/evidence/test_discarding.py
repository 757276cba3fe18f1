"""Giving up an upload and discarding a file that differs, cut off at any moment: the key goes first, and whoever comes again ends it."""

import asyncio
import shutil
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from app import database
from app.database import Writing
from app.errors import OutcomeUnknown
from app.vault.keys import Keys
from app.vault.places import Place
from tests.factories.evidence import (
    TEXT,
    TUS,
    announced,
    custody,
    file_of,
    kinds,
    place,
    register,
    see,
    send,
    upload,
)
from tests.factories.team import Team, read_json
from tests.support.databases.superuser import as_superuser
from tests.support.waiting import until

Act = Callable[[], Awaitable[httpx.Response]]


def key_of(team: Team, file: str) -> Path:
    return team.context.settings.state / "keys" / team.id / f"{file[-36:]}.wrapped"


def is_erased(team: Team, file: str) -> bool:
    """Its key is destroyed, and its bytes are gone."""
    objects = (team.context.settings.state / "objects").rglob(f"{file[-36:]}/*")
    return not key_of(team, file).exists() and not list(objects)


async def begun(team: Team, exhibit: dict[str, Any]) -> str:
    """The path of an upload of which the first bytes arrived."""
    path = await announced(team, "noor", exhibit, 2 * len(TEXT))
    assert (await send(team.client("noor"), path, TEXT)).status_code == 204
    return path


async def give_up(team: Team, path: str) -> httpx.Response:
    return await team.client("noor").delete(path, headers=TUS)


async def decide(team: Team, exhibit: dict[str, Any], file: str, decision: str) -> httpx.Response:
    path = place(team, exhibit, f"/files/{file}/decision")
    return await team.client("noor").post(path, json={"decision": decision, "reason": "Another file was meant"})


async def states(team: Team, exhibit: dict[str, Any]) -> list[str]:
    return [file["state"] for file in read_json(await see(team, "noor", exhibit))["files"]]


def lose(monkeypatch: pytest.MonkeyPatch) -> None:
    """The connection is lost when the change was committed, and before anybody hears of it."""
    commit = database._commit

    async def committed(session: Writing) -> None:
        await commit(session)
        raise OutcomeUnknown

    monkeypatch.setattr(database, "_commit", committed)


@asynccontextmanager
async def uncommitted(team: Team) -> AsyncIterator[None]:
    """No change of a file is committed meanwhile: the database refuses it at the very end."""
    async with as_superuser(team) as superuser:
        await superuser.execute(
            "create function fail() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$"
        )
        await superuser.execute(
            "create constraint trigger fail after update or delete on files deferrable initially deferred"
            " for each row execute function fail()"
        )
        try:
            yield
        finally:
            await superuser.execute("drop function fail cascade")


class TestGivingUp:
    async def test_that_is_committed_and_not_answered_has_destroyed_the_key(
        self, team: Team, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        exhibit = await register(team)
        path = await begun(team, exhibit)
        with monkeypatch.context() as lost:
            lose(lost)
            assert (await give_up(team, path)).status_code == 503
        assert is_erased(team, path)
        assert (await give_up(team, path)).status_code == 404
        assert await states(team, exhibit) == []

    async def test_that_is_not_committed_is_done_again_and_nothing_is_added(self, team: Team) -> None:
        exhibit = await register(team)
        path = await begun(team, exhibit)
        async with uncommitted(team):
            assert (await give_up(team, path)).status_code == 500
        assert is_erased(team, path)
        assert await states(team, exhibit) == ["uploading"]
        refused = await send(team.client("noor"), path, TEXT, len(TEXT))
        assert (refused.status_code, refused.json()["code"]) == (410, "key-missing")
        assert "Start the upload again" in refused.json()["detail"]
        assert (await give_up(team, path)).status_code == 204
        assert await states(team, exhibit) == []
        assert kinds(await custody(team, "noor", exhibit)) == ["evidence.registered"]

    async def test_upload_whose_key_is_missing_is_not_called_erased(self, team: Team) -> None:
        exhibit = await register(team)
        path = await begun(team, exhibit)
        key = key_of(team, path)
        key.unlink()
        refused = await send(team.client("noor"), path, TEXT, len(TEXT))
        assert (refused.status_code, refused.json()["code"]) == (410, "key-missing")
        assert "erased" not in refused.text
        shutil.rmtree(key.parent)
        refused = await send(team.client("noor"), path, TEXT, len(TEXT))
        assert (refused.status_code, refused.json()["code"]) == (503, "keys-missing")
        assert "Tell the operator" in refused.json()["detail"]

    async def test_that_is_refused_destroys_nothing(self, team: Team) -> None:
        exhibit = await register(team)
        path = await begun(team, exhibit)
        assert (await send(team.client("noor"), path, TEXT, len(TEXT))).status_code == 204
        assert (await give_up(team, path)).status_code == 409
        assert key_of(team, path).exists()


class TestDiscarding:
    async def test_that_is_committed_and_not_answered_has_destroyed_the_key(
        self, team: Team, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        exhibit = await register(team)
        file = (await upload(team, "noor", exhibit, declared="ab" * 32))["id"]
        with monkeypatch.context() as lost:
            lose(lost)
            assert (await decide(team, exhibit, file, "discard")).status_code == 503
        assert is_erased(team, file)
        assert await states(team, exhibit) == ["discarded"]
        assert kinds(await custody(team, "noor", exhibit))[-1] == "file.discarded"

    async def test_that_is_not_committed_is_done_again_and_the_file_is_not_kept(self, team: Team) -> None:
        exhibit = await register(team)
        file = (await upload(team, "noor", exhibit, declared="ab" * 32))["id"]
        async with uncommitted(team):
            assert (await decide(team, exhibit, file, "discard")).status_code == 500
        assert is_erased(team, file)
        assert await states(team, exhibit) == ["hash_differs"]
        refused = await decide(team, exhibit, file, "keep")
        assert (refused.status_code, refused.json()["code"]) == (410, "key-missing")
        assert "Delete it." in refused.json()["detail"]
        assert await states(team, exhibit) == ["hash_differs"]
        assert read_json(await decide(team, exhibit, file, "discard"))["state"] == "discarded"
        assert kinds(await custody(team, "noor", exhibit)).count("file.discarded") == 1

    async def test_that_is_refused_destroys_nothing(self, team: Team) -> None:
        exhibit = await register(team)
        file = (await upload(team, "noor", exhibit))["id"]
        assert (await decide(team, exhibit, file, "discard")).status_code == 409
        assert key_of(team, file).exists()


async def cut_off_while_it_destroys(monkeypatch: pytest.MonkeyPatch, act: Act, others: list[Act]) -> list[int]:
    """The request is cancelled while its key is being destroyed: what others are answered meanwhile."""
    shred, entered, go_on = Keys.shred, threading.Event(), threading.Event()

    def slowly(keys: Keys, where: Place) -> bool:
        entered.set()
        assert go_on.wait(30)
        return shred(keys, where)

    async def is_entered() -> bool:
        return entered.is_set()

    with monkeypatch.context() as slow:
        slow.setattr(Keys, "shred", slowly)
        under_way = asyncio.ensure_future(act())
        await until(is_entered)
        try:
            for _ in range(2):
                under_way.cancel()
                await asyncio.sleep(0.05)
            answered = [(await other()).status_code for other in others]
        finally:
            go_on.set()
        with pytest.raises(asyncio.CancelledError):
            await under_way
    return answered


async def test_an_upload_is_not_touched_while_its_key_goes(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    exhibit = await register(team)
    path = await begun(team, exhibit)
    others: list[Act] = [lambda: send(team.client("bram"), path, TEXT, len(TEXT))]
    assert await cut_off_while_it_destroys(monkeypatch, lambda: give_up(team, path), others) == [423]
    assert not key_of(team, path).exists()
    assert (await file_of(team, "noor", exhibit, path))["state"] == "uploading", "nothing says that it is gone"
    assert (await give_up(team, path)).status_code == 204
    assert is_erased(team, path)


async def test_a_file_is_not_kept_while_its_key_goes(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    exhibit = await register(team)
    file = (await upload(team, "noor", exhibit, declared="ab" * 32))["id"]
    others: list[Act] = [lambda: decide(team, exhibit, file, "keep")]
    discard: Act = lambda: decide(team, exhibit, file, "discard")  # noqa: E731 - beside its like
    assert await cut_off_while_it_destroys(monkeypatch, discard, others) == [423]
    assert (await decide(team, exhibit, file, "keep")).status_code == 410
    assert read_json(await decide(team, exhibit, file, "discard"))["state"] == "discarded"
    assert is_erased(team, file)
