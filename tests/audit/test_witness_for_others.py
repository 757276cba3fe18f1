"""The server as log co-signer for other ledgers, below `/witness`: not for its own ledgers, and not in its backup."""

from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from app.ledger.keys import LedgerKeys
from app.ledger.signing.cosignatures import CosignerKey, cosignatures
from app.ledger.witnesses.witnessing import MAX_BYTES, Witness
from app.main import create_app
from app.settings import Settings
from tests.support.ledgers.witnesses import ReferenceLog
from tests.support.program import new_client


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The operator's witness, which knows one ledger of another host."""
    Witness.init(tmp_path / "witness", "liaison.example/witness").add_log(ReferenceLog().key.vkey)
    return tmp_path / "witness"


@pytest.fixture
def settings(settings: Settings, folder: Path) -> Settings:
    return settings.model_copy(update={"witness": folder})


async def ask(client: httpx.AsyncClient, body: bytes, path: str = "/add-checkpoint") -> httpx.Response:
    """As `tlog-witness` has it: a body that is no JSON, from nobody who has a session."""
    return await client.post(f"/witness{path}", content=body)


async def test_it_cosigns_what_continues_and_says_where_it_stands(app: FastAPI, folder: Path) -> None:
    log = ReferenceLog().grow(5)
    async with new_client(app, origin=None) as client:
        answer = await ask(client, log.request(0))
        assert answer.status_code == 200, answer.text
        key = CosignerKey.parse((folder / "vkey").read_text().strip())
        assert cosignatures(log.note() + answer.content, [key])
        conflict = await ask(client, log.request(0))
        assert (conflict.status_code, conflict.headers["content-type"], conflict.text) == (
            409,
            "text/x.tlog.size",
            "5\n",
        )
        assert (await ask(client, log.grow(3).request(5))).status_code == 200
        forked = ReferenceLog().grow(7).grow(1, "two")
        assert (await ask(client, forked.request(8))).status_code == 409
    ((_, refused),) = Witness(folder).logs()
    assert len(refused["fork"]) == 1, "and keeps what was signed twice"


async def test_it_has_one_door_and_no_other_size(app: FastAPI) -> None:
    async with new_client(app, origin=None) as client:
        assert (await ask(client, ReferenceLog("other.example").grow(1).request(0))).status_code == 404
        assert (await ask(client, b"x")).status_code == 400
        assert (await ask(client, bytes(MAX_BYTES + 1))).status_code == 413
        assert (await ask(client, b"x", "/add-log")).status_code == 404
        assert (await client.get("/witness/add-checkpoint")).status_code == 405
        strange = await client.post("/witness/add-checkpoint", content=b"x", headers={"Host": "elsewhere.example"})
        assert strange.status_code == 421
        assert (await client.get("/api/health/live")).status_code == 200


async def test_it_never_witnesses_itself(app: FastAPI, settings: Settings, folder: Path) -> None:
    """Whatever the ledger is called, and also when it is added beside the running server."""
    own = ReferenceLog("a.name.of.before/jits/x/0").grow(2)
    LedgerKeys(settings.state / "ledger").found(own.origin)
    Witness(folder).add_log(own.key.vkey)
    async with new_client(app, origin=None) as client:
        answer = await ask(client, own.request(0))
        assert (answer.status_code, answer.text) == (403, "nobody witnesses what it signs itself\n")
    with pytest.raises(RuntimeError, match="signed here"):
        create_app(settings)


async def test_no_socket_is_opened_there(app: FastAPI) -> None:
    said: list[MutableMapping[str, Any]] = []
    scope = {"type": "websocket", "path": "/witness/add-checkpoint", "headers": [(b"host", b"localhost:8000")]}

    async def receive() -> dict[str, Any]:
        return {"type": "websocket.connect"}

    async def send(message: MutableMapping[str, Any]) -> None:
        said.append(message)

    await app(scope | {"query_string": b"", "root_path": "", "app": app}, receive, send)
    assert said == [{"type": "websocket.close", "code": 1008}]


def test_it_is_not_put_back_with_a_backup(settings: Settings) -> None:
    inside = settings.state / "witness"
    Witness.init(inside, "liaison.example/witness")
    with pytest.raises(RuntimeError, match="put back"):
        create_app(settings.model_copy(update={"witness": inside}))


def test_a_folder_without_one_is_named(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"LIAISON_WITNESS: .*witness init"):
        create_app(settings.model_copy(update={"witness": tmp_path / "none"}))


class TestWithout:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"witness": None})

    async def test_there_is_no_door(self, app: FastAPI) -> None:
        async with new_client(app, origin=None) as client:
            assert (await ask(client, ReferenceLog().grow(1).request(0))).status_code in {404, 405}
