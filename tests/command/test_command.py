"""The `liaison` command: accounts, migrations, the document, the verifier; what it says when it cannot."""

import asyncio
import json
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from app import embedded
from app import settings as settings_module
from tests.factories.accounts import PASSWORD
from tests.support.command import Command

EMAIL = "first@nl.test"


@pytest.fixture
def run(
    database_urls: embedded.Urls, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Command:
    """The command on the test's own database."""
    return Command(database_urls, tmp_path / "state", monkeypatch, capsys)


def test_the_state_is_where_the_server_was_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs of ours start elsewhere, and are told of folders in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("LIAISON_STATE", raising=False)
    assert settings_module.Settings().state == tmp_path / ".liaison"
    monkeypatch.setenv("LIAISON_STATE", "elsewhere")
    assert settings_module.Settings().state == tmp_path / "elsewhere"


def test_migrating_twice_is_migrating_once(run: Command) -> None:
    for _ in range(2):
        code, out, _ = run("migrate")
        assert (code, out) == (0, "The database is at this version.\n")


def test_a_poor_account_is_refused_in_words(run: Command) -> None:
    for arguments, typed, word in (
        ((EMAIL, "--name", "First"), "short\n", "15 characters"),
        ((EMAIL, "--name", "First"), "", "15 characters"),
        ((EMAIL,), PASSWORD, "name"),
        (("nobody", "--name", "First"), PASSWORD, "e-mail"),
        ((EMAIL, "--close"), "", "no active account"),
        ((EMAIL, "--new-password"), PASSWORD, "no active account"),
    ):
        code, out, err = run("account", *arguments, typed=typed)
        assert (code, out) == (1, "")
        assert err.startswith("liaison: ")
        assert word in err


def test_without_the_owner_there_are_no_accounts(run: Command) -> None:
    code, _, err = run("account", EMAIL, "--name", "First", typed=PASSWORD, without="DATABASE_OWNER_URL")
    assert code == 1
    assert "DATABASE_OWNER_URL" in err


def test_without_the_engine_nothing_is_served(run: Command) -> None:
    code, _, err = run("serve", without="DATABASE_ENGINE_URL")
    assert code == 1
    assert "DATABASE_ENGINE_URL" in err


def test_the_document_is_json_and_nothing_else(run: Command) -> None:
    code, out, err = run("openapi")
    assert (code, err) == (0, "")
    assert json.loads(out)["info"]["title"] == "Liaison"


def test_the_verifier_has_its_own_command_line(run: Command, tmp_path: Path) -> None:
    code, _, _ = run("verify", str(tmp_path / "no-bag"))
    assert code in {1, 2}


@pytest.mark.usefixtures("app")
class TestAnAccount:
    """One that the command made, on the running program of the same database."""

    async def sign_in(self, client: httpx.AsyncClient, password: str) -> int:
        return (await client.post("/api/sessions", json={"email": EMAIL, "password": password})).status_code

    async def test_from_its_making_to_its_end(self, app: FastAPI, client: httpx.AsyncClient, run: Command) -> None:
        async def liaison(*arguments: str, typed: str = "") -> tuple[int, str, str]:
            # The command runs a loop of its own.
            return await asyncio.to_thread(run, "account", *arguments, typed=typed)

        made = await liaison("First@NL.test", "--name", "First Person", "--may-found", typed=f"{PASSWORD}\n")
        assert made == (0, "First@NL.test can sign in.\n", "")
        assert await self.sign_in(client, PASSWORD) == 201
        account = (await client.get("/api/me")).json()["account"]
        assert (account["email"], account["name"], account["may_found"]) == (EMAIL, "First Person", True)
        code, _, err = await liaison(EMAIL, "--name", "Second", typed=PASSWORD)
        assert (code, err) == (1, f"liaison: {EMAIL} already has an account.\n")
        code, _, _ = await liaison(EMAIL, "--new-password", typed="tr0mbone of the sea")
        assert code == 0
        assert (await client.get("/api/me")).status_code == 401, "its sessions have ended"
        assert await self.sign_in(client, PASSWORD) == 401
        assert await self.sign_in(client, "tr0mbone of the sea") == 201
        code, _, _ = await liaison(EMAIL, "--close")
        assert code == 0
        assert (await client.get("/api/me")).status_code == 401
        assert await self.sign_in(client, "tr0mbone of the sea") == 401
        assert app.state.context is not None
