"""The first-run setup: one account, from this machine, with the code that the server printed, once."""

import asyncio
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from app.api.context import AppContext
from app.server import first_run_message
from app.services.accounts import setup
from app.settings import Settings
from tests.factories import accounts
from tests.factories.team import read_json
from tests.support.program import new_client

FORM = {"name": "Otto Operator", "email": "otto@host.test", "password": "four words that say nothing"}


@pytest.fixture
async def code(context: AppContext) -> str:
    """The code that a server prints at its start on an empty database."""
    printed = await setup.prepare(context.database)
    assert printed is not None
    return printed


async def set_up(browser: httpx.AsyncClient, code: str, **changes: Any) -> httpx.Response:
    return await browser.post("/api/setup", json=FORM | {"code": code} | changes)


async def test_setup_creates_one_operator_and_closes(client: httpx.AsyncClient, context: AppContext, code: str) -> None:
    assert read_json(await client.get("/api/setup")) == {"open": True}
    read_json(await set_up(client, code.lower().replace("-", " ")), 201)
    me = read_json(await client.get("/api/me"))["account"]
    assert (me["email"], me["operator"], me["may_found"]) == (FORM["email"], True, False)
    assert (await client.get("/api/setup")).status_code == 404
    assert (await set_up(client, code, email="second@host.test")).status_code == 404
    assert await setup.prepare(context.database) is None
    acts = read_json(await client.get("/api/administration/acts"))["items"]
    assert [(one["act"], one["subject"]) for one in acts] == [("setup.completed", FORM["email"])]


async def test_wrong_codes_void_nothing(client: httpx.AsyncClient, code: str) -> None:
    """Whoever reaches the page through a proxy that adds no header could otherwise keep the operator out."""
    answers = await asyncio.gather(*(set_up(client, f"0000-{n:04d}") for n in range(14)))
    assert {(one.status_code, one.json()["errors"][0]["field"]) for one in answers} == {(422, "code")}
    read_json(await set_up(client, code), 201)


async def test_another_start_of_the_server_voids_the_former_code(
    client: httpx.AsyncClient, context: AppContext, code: str
) -> None:
    new = await setup.prepare(context.database)
    assert new is not None
    assert (await set_up(client, code)).status_code == 422
    read_json(await set_up(client, new), 201)


async def test_two_setups_at_once_create_one_account(app: FastAPI, context: AppContext, code: str) -> None:
    browsers = [new_client(app) for _ in range(3)]
    answers = await asyncio.gather(*(set_up(one, code, email=f"otto{n}@host.test") for n, one in enumerate(browsers)))
    assert sorted(answer.status_code for answer in answers) == [201, 404, 404]
    assert await setup.prepare(context.database) is None


@pytest.mark.parametrize(
    "header",
    ["Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP"],
)
async def test_proxied_request_is_not_found(client: httpx.AsyncClient, code: str, header: str) -> None:
    headers = {header: "127.0.0.1"}
    assert (await client.get("/api/setup", headers=headers)).status_code == 404
    assert (await client.post("/api/setup", json=FORM | {"code": code}, headers=headers)).status_code == 404
    assert read_json(await client.get("/api/setup")) == {"open": True}


async def test_request_from_another_machine_is_not_found(app: FastAPI, code: str) -> None:
    absent = await new_client(app).get("/api/absent")
    for address in ("10.0.0.7", "203.0.113.9", "2001:db8::1", "172.17.0.1"):
        there = new_client(app, address=address)
        refused = await there.get("/api/setup")
        assert (refused.status_code, refused.content) == (404, absent.content)
        assert (await set_up(there, code)).status_code == 404


async def test_page_of_another_origin_is_refused(app: FastAPI, code: str) -> None:
    foreign = await set_up(new_client(app, origin="http://evil.test"), code)
    assert (foreign.status_code, foreign.json()["code"]) == (403, "foreign-origin")


class TestBehindAProxy:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        return settings.model_copy(update={"trusted_proxies": ("127.0.0.1",)})

    async def test_setup_is_never_open(self, client: httpx.AsyncClient, code: str) -> None:
        assert (await set_up(client, code)).status_code == 404


async def test_existing_account_leaves_no_code(context: AppContext, client: httpx.AsyncClient, code: str) -> None:
    await accounts.make(context, ["first@nl.test"])
    assert (await client.get("/api/setup")).status_code == 404
    assert (await set_up(client, code)).status_code == 404, "the code dies with the first account"
    assert await setup.prepare(context.database) is None


async def test_demonstration_accounts_do_not_count(context: AppContext, client: httpx.AsyncClient) -> None:
    await accounts.make(context, [FORM["email"]], demonstration=True)
    printed = await setup.prepare(context.database)
    assert printed is not None
    assert (await set_up(client, printed)).json()["code"] == "email-taken"
    read_json(await set_up(client, printed, email="other@host.test"), 201)


async def test_weak_password_costs_no_code(client: httpx.AsyncClient, code: str) -> None:
    refused = await set_up(client, code, password="short")
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "password")
    read_json(await set_up(client, code), 201)


def test_server_prints_the_page_and_the_code() -> None:
    printed = first_run_message(Settings(), "ABCD-EFGH")
    assert "http://localhost:8000/setup" in printed
    assert "ABCD-EFGH" in printed
    elsewhere = first_run_message(Settings(origins=("https://liaison.example.org",)), "ABCD-EFGH")
    assert "ABCD-EFGH" not in elsewhere
    assert "liaison account" in elsewhere
