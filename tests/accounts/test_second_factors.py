"""Authenticator apps and recovery codes: setting up, signing in, what is refused, and who needs one."""

import asyncio
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import httpx
import pyotp
import pytest
from fastapi import FastAPI
from sqlalchemy import text

from app import clock, database
from app.api.context import AppContext
from app.identity import passwords, totp
from app.services.accounts import accounts as service
from app.services.accounts import second_factors, throttles
from app.settings import Settings
from tests.factories import accounts
from tests.factories.accounts import PASSWORD
from tests.support.program import new_client

EMAIL = "noor@nl.test"


class Phone:
    """An authenticator app, and the time that it and the server see."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now, self.secret = clock.now(), ""
        monkeypatch.setattr(second_factors, "clock", SimpleNamespace(now=lambda: self.now))
        monkeypatch.setattr(throttles, "clock", SimpleNamespace(now=lambda: self.now))

    def code(self, steps: int = 0) -> str:
        return pyotp.TOTP(self.secret).at(self.now, counter_offset=steps)

    def wait(self, **time: int) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def phone(monkeypatch: pytest.MonkeyPatch) -> Phone:
    """Codes depend on the time alone: a cheaper hash of passwords gives the same answers."""
    monkeypatch.setattr(passwords, "_verify", lambda password, stored: stored is not None and password == PASSWORD)
    return Phone(monkeypatch)


@pytest.fixture
async def codes(context: AppContext, client: httpx.AsyncClient, phone: Phone) -> list[str]:
    """The recovery codes of an account whose app is set up. `client` is signed in."""
    await accounts.make(context, [EMAIL], operator=True)
    assert (await sign_in(client)).status_code == 201
    new = await client.post("/api/me/authenticator", json={"password": PASSWORD})
    phone.secret = new.json()["secret"]
    answer = await client.post("/api/me/authenticator/confirmation", json={"code": phone.code()})
    assert answer.status_code == 200, answer.text
    phone.wait(seconds=totp.STEP_SECONDS)
    codes: list[str] = answer.json()["codes"]
    return codes


async def sign_in(browser: httpx.AsyncClient, code: str | None = None, path: str = "/api/sessions") -> httpx.Response:
    return await browser.post(path, json={"email": EMAIL, "password": PASSWORD} | ({"code": code} if code else {}))


def refusal(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


@pytest.mark.parametrize(("seconds", "code"), [(59, "287082"), (1111111109, "081804"), (20000000000, "353130")])
def test_codes_are_those_of_the_standard(seconds: int, code: str) -> None:
    """RFC 6238, appendix B: the last six of its eight digits."""
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    assert totp.step_of(secret, code, datetime.fromtimestamp(seconds, UTC)) == seconds // 30
    assert totp.step_of(secret, code, datetime.fromtimestamp(seconds + 61, UTC)) is None


async def test_an_app_counts_from_its_first_code_on_and_ends_other_sessions(
    context: AppContext, app: FastAPI, client: httpx.AsyncClient, phone: Phone
) -> None:
    await accounts.make(context, [EMAIL])
    async with new_client(app) as elsewhere:
        await sign_in(elsewhere)
        await sign_in(client)
        assert (await client.post("/api/me/authenticator", json={"password": "another"})).status_code == 422
        new = (await client.post("/api/me/authenticator", json={"password": PASSWORD})).json()
        assert pyotp.parse_uri(new["address"]).secret == new["secret"]
        phone.secret = new["secret"]
        assert (await sign_in(new_client(app))).status_code == 201  # not confirmed yet
        wrong = await client.post("/api/me/authenticator/confirmation", json={"code": phone.code(9)})
        assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (422, "code")
        assert (await elsewhere.get("/api/me")).status_code == 200
        await client.post("/api/me/authenticator/confirmation", json={"code": phone.code()})
        assert (await elsewhere.get("/api/me")).status_code == 401
    has = (await client.get("/api/me/second-factors")).json()
    assert (has["recovery_codes"], has["proved"], has["demanded"]) == (second_factors.RECOVERY_CODES, True, False)
    again = await client.post("/api/me/authenticator", json={"password": PASSWORD})
    assert refusal(again) == (409, "authenticator-exists")


async def test_a_password_alone_opens_nothing_and_no_code_works_twice(
    app: FastAPI, phone: Phone, codes: list[str]
) -> None:
    async with new_client(app) as browser:
        assert refusal(await sign_in(browser)) == (401, "second-factor-needed")
        assert refusal(await sign_in(browser, path="/api/tokens")) == (401, "second-factor-needed")
        used, code = phone.code(-1), phone.code()
        assert refusal(await sign_in(browser, used)) == (401, "wrong-second-factor")  # it confirmed the app
        both = await asyncio.gather(sign_in(new_client(app), code), sign_in(new_client(app), code))
        assert sorted(answer.status_code for answer in both) == [201, 401]
        assert (await sign_in(browser, codes[0].lower().replace("-", ""), "/api/tokens")).status_code == 200
        assert (await sign_in(browser, codes[0])).status_code == 401
        assert (await sign_in(browser, codes[1])).status_code == 201
        assert (await browser.get("/api/me/second-factors")).json()["recovery_codes"] == 8


@pytest.mark.usefixtures("codes")
async def test_codes_cannot_be_guessed_by_somebody_who_knows_the_password(app: FastAPI, phone: Phone) -> None:
    async with new_client(app, address="192.0.2.7") as thief:
        answers = []
        for guess in range(throttles.FREE + 2):
            await sign_in(thief)  # asking for the code does not reset the count
            answers.append((await sign_in(thief, f"00000{guess}")).status_code)
        assert answers[-1] == 429
        assert 201 not in answers
    async with new_client(app, address="192.0.2.8") as owner:
        assert (await sign_in(owner, phone.code())).status_code == 201


async def test_removal_and_new_codes_need_both_factors_and_count_wrong_codes(
    app: FastAPI, client: httpx.AsyncClient, phone: Phone, codes: list[str]
) -> None:
    for path in ("/api/me/authenticator/removal", "/api/me/recovery-codes"):
        wrong = await client.post(path, json={"password": "another", "code": phone.code()})
        assert wrong.json()["errors"][0]["field"] == "password"
        wrong = await client.post(path, json={"password": PASSWORD, "code": phone.code(9)})
        assert wrong.json()["errors"][0]["field"] == "code"
    for _ in range(throttles.FREE):
        wrong = await client.post("/api/me/recovery-codes", json={"password": PASSWORD, "code": "000000"})
    assert wrong.status_code == 429
    phone.wait(hours=1)
    renewed = await client.post("/api/me/recovery-codes", json={"password": PASSWORD, "code": phone.code()})
    assert (await sign_in(new_client(app), codes[0])).status_code == 401
    body = {"password": PASSWORD, "code": renewed.json()["codes"][0]}
    assert (await client.post("/api/me/authenticator/removal", json=body)).status_code == 204
    assert (await sign_in(new_client(app))).status_code == 201
    assert (await client.get("/api/me/second-factors")).json() == {
        "app_since": None,
        "recovery_codes": 0,
        "needed_at_sign_in": False,
        "proved": False,
        "demanded": False,
        "changeable": True,
    }


async def test_a_token_changes_no_second_factor(context: AppContext, app: FastAPI) -> None:
    (account,) = await accounts.make(context, [EMAIL])
    async with await accounts.bearer(app, account) as script:
        begun = await script.post("/api/me/authenticator", json={"password": PASSWORD})
        confirmed = await script.post("/api/me/authenticator/confirmation", json={"code": "123456"})
    assert refusal(begun) == refusal(confirmed) == (403, "token-may-not")


async def test_the_secret_at_rest_is_encrypted_for_its_account(
    context: AppContext, phone: Phone, codes: list[str]
) -> None:
    async with database.as_owner(owner_url(context.settings)) as session:
        account, stored = (await session.execute(text("select account, secret from authenticator_apps"))).one()
        hashes = (await session.scalars(text("select code_hash from recovery_codes"))).all()
    assert phone.secret.encode() not in stored
    assert not [code for code in codes if code.encode() in hashes]
    apps = context.authentication.authenticators
    assert apps.unseal(account, stored) == phone.secret
    with pytest.raises(RuntimeError, match="does not match"):
        apps.unseal(clock.new_id(), stored)


@pytest.mark.parametrize("settings", [True], indirect=True)
async def test_an_operator_administers_only_with_a_second_factor(
    context: AppContext, app: FastAPI, client: httpx.AsyncClient, phone: Phone
) -> None:
    (operator,) = await accounts.make(context, [EMAIL], operator=True)
    await sign_in(client)
    refused = await client.get("/api/administration/accounts")
    assert refusal(refused) == (403, "second-factor-needed")
    assert (await client.get("/api/me/second-factors")).json()["demanded"]
    phone.secret = (await client.post("/api/me/authenticator", json={"password": PASSWORD})).json()["secret"]
    await client.post("/api/me/authenticator/confirmation", json={"code": phone.code()})
    assert (await client.get("/api/administration/accounts")).status_code == 200
    async with await accounts.signed_in(app, operator) as unproved:  # a session of before, by the password alone
        assert refusal(await unproved.get("/api/administration/accounts")) == (403, "second-factor-needed")

    async with database.as_owner(owner_url(context.settings)) as session:
        await service.remove_second_factor(session, EMAIL)
    assert (await client.get("/api/me")).status_code == 401
    assert (await sign_in(client)).status_code == 201
    assert refusal(await client.get("/api/administration/accounts")) == (403, "second-factor-needed")


@pytest.fixture
def settings(settings: Settings, request: pytest.FixtureRequest) -> Settings:
    return settings.model_copy(update={"operator_second_factor": getattr(request, "param", False)})


def owner_url(settings: Settings) -> str:
    assert settings.database_owner_url is not None
    return settings.database_owner_url.get_secret_value()
