"""Passkeys: registration, sign-in without a password, and every answer that must be refused."""

import asyncio
import struct
from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import text

from app import clock, ocsf
from app.api.context import AppContext
from app.api.guards import COOKIE
from app.errors import Unauthenticated
from app.identity import passwords
from app.identity.passkeys import Registration
from app.services.accounts import passkeys as service
from app.services.accounts import sessions
from app.services.accounts.sessions import Shown
from tests.factories import accounts
from tests.factories.accounts import PASSWORD
from tests.factories.passkeys import ALGORITHMS, PRESENT, VERIFIED, Authenticator, base64url, unbase64url
from tests.support.program import ORIGIN, new_client

EMAIL, OTHER = "noor@nl.test", "anna@de.test"
AGAIN = {"password": PASSWORD}


@pytest.fixture(autouse=True)
def _cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_verify", lambda password, stored: stored is not None and password == PASSWORD)


@pytest.fixture
async def account(context: AppContext) -> UUID:
    return (await accounts.make(context, [EMAIL]))[0]


@pytest.fixture
async def client(app: FastAPI, account: UUID) -> httpx.AsyncClient:
    """A browser in which Noor is signed in by her password."""
    return await accounts.signed_in(app, account)


def authenticator(**changed: Any) -> Authenticator:
    return Authenticator(ORIGIN, "localhost", **changed)


async def register(browser: httpx.AsyncClient, key: Authenticator, name: str = "Office") -> httpx.Response:
    begun = await browser.post("/api/me/passkeys/challenge", json=AGAIN)
    assert begun.status_code == 200, begun.text
    return await browser.post("/api/me/passkeys", json={"name": name, "answer": key.register(begun.json())})


async def ask(browser: httpx.AsyncClient) -> dict[str, Any]:
    asked: dict[str, Any] = (await browser.post("/api/passkeys/challenge")).json()
    return asked


async def enter(browser: httpx.AsyncClient, answer: dict[str, Any]) -> httpx.Response:
    return await browser.post("/api/passkeys/sessions", json=answer)


def refusal(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


@pytest.mark.parametrize("algorithm", ALGORITHMS)
async def test_a_passkey_signs_in_without_a_password_and_counts_as_two_factors(
    app: FastAPI, client: httpx.AsyncClient, algorithm: int
) -> None:
    key = authenticator(algorithm=algorithm)
    added = (await register(client, key)).json()
    assert len(added["recovery_codes"]) == 10
    assert (added["passkey"]["name"], added["passkey"]["last_used_at"]) == ("Office", None)
    async with new_client(app) as elsewhere:
        answer = await enter(elsewhere, key.answer(await ask(elsewhere)))
        assert answer.status_code == 201, answer.text
        assert (await elsewhere.get("/api/me")).json()["account"]["email"] == EMAIL
        assert (await elsewhere.get("/api/me/second-factors")).json()["proved"]
        (shown,) = (await elsewhere.get("/api/me/passkeys")).json()["items"]
        assert shown["last_used_at"] is not None


async def test_the_first_passkey_ends_other_sessions_and_the_password_alone_opens_nothing_from_then_on(
    app: FastAPI, account: UUID, client: httpx.AsyncClient
) -> None:
    elsewhere = await accounts.signed_in(app, account)
    codes = (await register(client, authenticator())).json()["recovery_codes"]
    assert (await elsewhere.get("/api/me")).status_code == 401
    assert (await register(client, authenticator(), "Telephone")).json()["recovery_codes"] == []
    body = {"email": EMAIL, "password": PASSWORD}
    for path in ("/api/sessions", "/api/tokens"):
        assert refusal(await new_client(app).post(path, json=body)) == (401, "second-factor-needed")
    by_code = new_client(app)
    assert (await by_code.post("/api/sessions", json=body | {"code": codes[0]})).status_code == 201

    for left in (await client.get("/api/me/passkeys")).json()["items"]:
        path = f"/api/me/passkeys/{left['id']}/removal"
        assert refusal(await client.post(path, json={"password": "another"}))[0] == 422
        assert (await client.post(path, json=AGAIN)).status_code == 204
    has = (await client.get("/api/me/second-factors")).json()
    assert (has["recovery_codes"], has["proved"]) == (0, False)
    assert (await new_client(app).post("/api/sessions", json=body)).status_code == 201


async def test_recovery_codes_are_renewed_without_a_code_in_a_session_that_proved_a_passkey(
    app: FastAPI, account: UUID, client: httpx.AsyncClient
) -> None:
    former = (await register(client, authenticator())).json()["recovery_codes"]
    unproved = await accounts.signed_in(app, account)
    refused = await unproved.post("/api/me/recovery-codes", json=AGAIN)
    assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "code")
    renewed = (await client.post("/api/me/recovery-codes", json=AGAIN)).json()["codes"]
    body = {"email": EMAIL, "password": PASSWORD}
    for code, status in ((former[0], 401), (renewed[0], 201)):
        assert (await new_client(app).post("/api/sessions", json=body | {"code": code})).status_code == status


async def test_a_session_without_a_second_factor_changes_no_passkey(
    app: FastAPI, account: UUID, client: httpx.AsyncClient
) -> None:
    """Whoever knows the password and has a session of before the passkey cannot add one or remove the owner's."""
    passkey = (await register(client, authenticator())).json()["passkey"]["id"]
    thief = await accounts.signed_in(app, account)
    assert refusal(await thief.post("/api/me/passkeys/challenge", json=AGAIN)) == (403, "second-factor-needed")
    removal = f"/api/me/passkeys/{passkey}/removal"
    assert refusal(await thief.post(removal, json=AGAIN)) == (403, "second-factor-needed")
    async with await accounts.bearer(app, account) as script:
        for path in ("/api/me/passkeys/challenge", removal):
            assert refusal(await script.post(path, json=AGAIN)) == (403, "token-may-not")


async def test_a_request_that_waited_while_the_owner_added_a_passkey_adds_none(
    app: FastAPI, context: AppContext, account: UUID, client: httpx.AsyncClient
) -> None:
    """A thief with password and session has a challenge from before, and is recognised before the owner's request ends it."""
    thief = await accounts.signed_in(app, account)
    asked = (await thief.post("/api/me/passkeys/challenge", json=AGAIN)).json()
    shown = Shown(cookie=thief.cookies[COOKIE], bearer=None, attended=True)
    async with context.database.reading() as session:
        person = await sessions.recognise(session, context.authentication, shown)
    assert (await register(client, authenticator())).status_code == 201
    answer = Registration(**authenticator().register(asked))
    with pytest.raises(Unauthenticated):
        async with context.database.writing() as session:
            await service.register(session, context.authentication, person, answer, "Key", ORIGIN)
    assert len((await client.get("/api/me/passkeys")).json()["items"]) == 1


async def test_removing_a_stolen_passkey_ends_the_sessions_that_it_opened(
    app: FastAPI, client: httpx.AsyncClient
) -> None:
    key = authenticator()
    passkey = (await register(client, key)).json()["passkey"]["id"]
    await register(client, authenticator())
    async with new_client(app) as thief:
        assert (await enter(thief, key.answer(await ask(thief)))).status_code == 201
        assert (await client.post(f"/api/me/passkeys/{passkey}/removal", json=AGAIN)).status_code == 204
        assert (await thief.get("/api/me")).status_code == 401
    assert (await client.get("/api/me")).status_code == 200


async def test_passkeys_of_others_are_not_found(context: AppContext, app: FastAPI, client: httpx.AsyncClient) -> None:
    passkey = (await register(client, authenticator())).json()["passkey"]["id"]
    (anna,) = await accounts.make(context, [OTHER])
    other = await accounts.signed_in(app, anna)
    assert (await other.post(f"/api/me/passkeys/{passkey}/removal", json=AGAIN)).status_code == 404
    assert (await other.get("/api/me/passkeys")).json()["items"] == []


def _with(key: Authenticator, **changed: Any) -> Authenticator:
    for name, value in changed.items():
        setattr(key, name, value)
    return key


def _retyped(key: Authenticator, asked: dict[str, Any]) -> dict[str, Any]:
    answer = key.answer(asked)
    said = unbase64url(answer["client_data"]).replace(b"webauthn.get", b"webauthn.create")
    return answer | {"client_data": base64url(said)}


#: What is wrong with an answer at sign-in. Each receives the key and what was asked.
WRONG: dict[str, Callable[[Authenticator, dict[str, Any]], dict[str, Any]]] = {
    "user not verified": lambda key, asked: _with(key, flags=PRESENT).answer(asked),
    "user not present": lambda key, asked: _with(key, flags=VERIFIED).answer(asked),
    "page of another site": lambda key, asked: _with(key, origin="http://evil.example").answer(asked),
    "another port": lambda key, asked: _with(key, origin="http://localhost:8001").answer(asked),
    "another domain": lambda key, asked: _with(key, domain="evil.example").answer(asked),
    "counter that stands still": lambda key, asked: _with(key, count=3).answer(asked),
    "counter that went back": lambda key, asked: _with(key, count=1).answer(asked),
    "made-up challenge": lambda key, asked: key.answer(asked | {"challenge": base64url(bytes(56))}),
    "challenge of another text": lambda key, asked: key.answer(asked | {"challenge": asked["challenge"][:-4]}),
    "unknown passkey": lambda _key, asked: authenticator().answer(asked),
    "key of another": lambda key, asked: _with(authenticator(), credential=key.credential, user=key.user).answer(asked),
    "handle of another": lambda key, asked: key.answer(asked) | {"user": base64url(bytes(16))},
    "no signature": lambda key, asked: key.answer(asked) | {"signature": "AA"},
    "cut data": lambda key, asked: key.answer(asked) | {"authenticator_data": "AAAA"},
    "no JSON": lambda key, asked: key.answer(asked) | {"client_data": base64url(b"{")},
    "JSON that nests": lambda key, asked: key.answer(asked) | {"client_data": base64url(b"[" * 1400)},
    "a list": lambda key, asked: key.answer(asked) | {"client_data": base64url(b"[]")},
    "challenge that is a number": lambda key, asked: key.answer(asked) | {"client_data": base64url(b'{"challenge":1}')},
    "spare bits": lambda key, asked: key.answer(asked) | {"credential": base64url(key.credential)[:-1] + "B"},
    "answer to a registration": _retyped,
}


async def test_each_wrong_answer_gets_the_same_refusal_and_leaves_nothing(
    app: FastAPI, context: AppContext, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str | None] = []
    monkeypatch.setattr(ocsf, "authentication", lambda _activity, **said: told.append(said.get("refused")))
    key = authenticator(count=4)
    await register(client, key)
    key.count = 4
    before = await _state(context)
    texts: set[str] = set()
    for why, make in WRONG.items():
        async with new_client(app, address=f"192.0.2.{len(texts) + 1}") as stranger:
            good = dict(vars(key))
            refused = await enter(stranger, make(key, await ask(stranger)))
            vars(key).update(good)
            assert refusal(refused) == (401, "wrong-passkey"), why
            texts.add(refused.json()["detail"])
            assert "set-cookie" not in refused.headers
    assert len(texts) == 1
    assert await _state(context) == before
    assert told[-len(WRONG) :] == ["wrong-passkey"] * len(WRONG)
    async with new_client(app) as owner:
        assert (await enter(owner, key.answer(await ask(owner)))).status_code == 201


async def _state(context: AppContext) -> list[Any]:
    async with context.database.engine() as session:
        return [
            (await session.execute(text(query))).all()
            for query in ("select count(*) from sessions", "select challenge from answered_challenges order by 1")
        ]


async def test_an_answer_works_once_and_a_challenge_for_five_minutes(
    app: FastAPI, context: AppContext, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = authenticator()
    await register(client, key)
    async with new_client(app) as one, new_client(app) as two:
        answer = key.answer(await ask(one))
        both = await asyncio.gather(enter(one, answer), enter(two, answer))
        assert sorted(each.status_code for each in both) == [201, 401]
        late, in_time = await ask(one), await ask(one)
        now = clock.now()
        monkeypatch.setattr(service, "clock", SimpleNamespace(now=lambda: now + timedelta(seconds=299)))
        assert (await enter(one, key.answer(in_time))).status_code == 201
        monkeypatch.setattr(service, "clock", SimpleNamespace(now=lambda: now + timedelta(seconds=302)))
        assert refusal(await enter(one, key.answer(late))) == (401, "wrong-passkey")
    monkeypatch.setattr(sessions, "clock", SimpleNamespace(now=lambda: now + timedelta(minutes=16)))
    await sessions.forget_ended(context.database)
    assert (await _state(context))[1] == []


async def test_a_registration_is_refused_for_another_session_twice_unverified_or_malformed(
    app: FastAPI, context: AppContext, account: UUID, client: httpx.AsyncClient
) -> None:
    async def give(browser: httpx.AsyncClient, answer: dict[str, str]) -> tuple[int, str]:
        return refusal(await browser.post("/api/me/passkeys", json={"name": "Key", "answer": answer}))

    begun = (await client.post("/api/me/passkeys/challenge", json=AGAIN)).json()
    elsewhere = await accounts.signed_in(app, account)
    assert await give(elsewhere, authenticator().register(begun)) == (422, "invalid")
    unverified = authenticator(flags=PRESENT)
    assert await give(client, unverified.register(begun)) == (422, "invalid")
    foreign = Authenticator("http://evil.example", "evil.example")
    assert await give(client, foreign.register(begun)) == (422, "invalid")
    asked_at_sign_in = begun | {"challenge": (await ask(client))["challenge"]}
    assert await give(client, authenticator().register(asked_at_sign_in)) == (422, "invalid")
    answer = authenticator().register(begun)
    for bad in (b"\x9f" * 20_000, struct.pack(">Q", 2**63), unbase64url(answer["attestation"])[:-9]):
        assert await give(client, answer | {"attestation": base64url(bad)}) == (422, "invalid")
    assert (await client.get("/api/me/passkeys")).json()["items"] == []
    assert (await client.post("/api/me/passkeys", json={"name": "Key", "answer": answer})).status_code == 201
    assert await give(client, answer) == (422, "invalid")  # answered before

    (anna,) = await accounts.make(context, [OTHER])
    other = await accounts.signed_in(app, anna)
    same = authenticator(credential=unbase64url(answer["credential"]))
    assert refusal(await register(other, same)) == (409, "passkey-exists")


async def test_passkeys_need_a_page_with_a_name(app: FastAPI, account: UUID) -> None:
    for origin, status in (("http://127.0.0.1:8000", 400), (None, 400), ("http://evil.example", 403)):
        assert (await new_client(app, origin=origin).post("/api/passkeys/challenge")).status_code == status
    browser = await accounts.signed_in(app, account)
    browser.headers["Origin"] = "http://127.0.0.1:8000"
    refused = await browser.post("/api/me/passkeys/challenge", json=AGAIN)
    assert refusal(refused) == (400, "no-passkeys-here")


async def test_a_closed_account_has_no_passkeys_any_more_and_strangers_are_slowed_down(
    app: FastAPI, context: AppContext, client: httpx.AsyncClient
) -> None:
    key = authenticator()
    await register(client, key)
    await accounts.close(context, EMAIL)
    async with new_client(app, address="192.0.2.9") as stranger:
        assert refusal(await enter(stranger, key.answer(await ask(stranger)))) == (401, "wrong-passkey")
        unknown = authenticator().answer(await ask(stranger))
        answers = [(await enter(stranger, unknown)).status_code for _ in range(61)]
        assert answers[-1] == 429
        assert set(answers) == {401, 429}


async def test_passkeys_of_demonstration_accounts_shut_nobody_out(app: FastAPI, context: AppContext) -> None:
    object.__setattr__(context.authentication, "admits_demonstration", True)
    (noor,) = await accounts.make(context, [OTHER], demonstration=True)
    browser, elsewhere = await accounts.all_signed_in(app, [noor, noor])
    key = authenticator()
    assert (await register(browser, key)).json()["recovery_codes"] == []
    assert (await elsewhere.get("/api/me")).status_code == 200
    body = {"email": OTHER, "password": PASSWORD}
    assert (await new_client(app).post("/api/sessions", json=body)).status_code == 201
    async with new_client(app) as by_key:
        assert (await enter(by_key, key.answer(await ask(by_key)))).status_code == 201
    for left in (await elsewhere.get("/api/me/passkeys")).json()["items"]:
        assert (await elsewhere.post(f"/api/me/passkeys/{left['id']}/removal", json=AGAIN)).status_code == 204
