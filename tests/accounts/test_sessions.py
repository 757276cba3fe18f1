"""Signing in and out: the cookie, who is refused and how alike, throttling, ends that arrive."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import text

from app import clock, database
from app.api.context import AppContext
from app.api.guards import COOKIE
from app.identity import passwords
from app.services.accounts import accounts as service
from app.services.accounts import sessions, signing_in, throttles
from app.settings import Settings
from tests.factories import accounts
from tests.factories.accounts import PASSWORD
from tests.support.program import new_client

EMAIL = "noor@nl.test"


async def sign_in(browser: httpx.AsyncClient, email: str = EMAIL, password: str = PASSWORD) -> httpx.Response:
    return await browser.post("/api/sessions", json={"email": email, "password": password})


async def as_owner(context: AppContext, statement: str, **binds: object) -> None:
    assert context.settings.database_owner_url is not None
    async with database.as_owner(context.settings.database_owner_url.get_secret_value()) as session:
        await session.execute(text(statement), binds)


@pytest.fixture
def quick_hash(monkeypatch: pytest.MonkeyPatch) -> None:
    """Throttling counts tries, not milliseconds: a cheaper hash makes the same refusals, and no wait is over meanwhile."""
    monkeypatch.setattr(passwords, "_verify", lambda password, stored: stored is not None and password == PASSWORD)
    began = clock.now()
    monkeypatch.setattr(throttles, "clock", SimpleNamespace(now=lambda: began))


async def test_a_session_is_an_httponly_strict_cookie_that_signs_out(
    context: AppContext, client: httpx.AsyncClient
) -> None:
    await accounts.make(context, [EMAIL])
    answer = await sign_in(client, email="  NOOR@nl.test ")
    assert answer.status_code == 201
    assert set(answer.json()) == {"id", "created_at", "expires_at"}
    cookie, device = answer.headers.get_list("set-cookie")
    assert device.startswith("liaison_device=")
    assert cookie.startswith(f"{COOKIE}=")
    assert {"HttpOnly", "SameSite=strict", "Path=/"} <= {part.strip() for part in cookie.split(";")}
    assert "Secure" not in cookie
    me = (await client.get("/api/me")).json()
    assert me["account"]["email"] == EMAIL
    assert me["session"]["id"] == answer.json()["id"]
    assert me["seats"] == []
    assert (await client.delete("/api/sessions/current")).status_code == 204
    client.cookies.set(COOKIE, cookie.split("=", 1)[1].split(";")[0], domain="localhost.local")
    assert (await client.get("/api/me")).status_code == 401


class TestTheCookie:
    @pytest.fixture
    def settings(self, settings: Settings) -> Settings:
        """Behind TLS."""
        return settings.model_copy(update={"secure_cookies": True})

    async def test_cookie_behind_tls_is_of_this_host_alone(
        self, context: AppContext, client: httpx.AsyncClient
    ) -> None:
        await accounts.make(context, [EMAIL])
        name, attributes = f"__Host-{COOKIE}", {"HttpOnly", "SameSite=strict", "Path=/", "Secure"}
        cookie, device = (await sign_in(client)).headers.get_list("set-cookie")
        assert attributes <= {part.strip() for part in device.split(";")}
        assert cookie.startswith(f"{name}=")
        assert attributes <= {part.strip() for part in cookie.split(";")}
        assert "Domain" not in cookie
        secret = cookie.split("=", 1)[1].split(";")[0]
        shown = {f"{name}={secret}": 200, f"{COOKIE}={secret}": 401}
        for header, status in shown.items():
            assert (await client.get("/api/me", headers={"Cookie": header})).status_code == status, header
        planted = f"{COOKIE}=planted; {name}={secret}"  # a host beside this one sets no `__Host-` cookie for it
        assert (await client.get("/api/me", headers={"Cookie": planted})).status_code == 200
        twice = await client.get("/api/me", headers={"Cookie": f"{name}=planted; {name}={secret}"})
        assert (twice.status_code, twice.json()["code"]) == (400, "malformed")
        ended = await client.delete("/api/sessions/current", headers={"Cookie": f"{name}={secret}"})
        assert attributes <= {part.strip() for part in ended.headers["set-cookie"].split(";")}, "or browsers keep it"


async def test_two_session_cookies_are_refused(context: AppContext, client: httpx.AsyncClient) -> None:
    await accounts.make(context, [EMAIL])
    secret = (await sign_in(client)).cookies[COOKIE]
    client.cookies.clear()
    own, others = f"{COOKIE}={secret}", f"{COOKIE}=planted"
    for headers in (
        [("Cookie", f"{own}; {others}")],
        [("Cookie", f"{others}; {own}")],
        [("Cookie", f"{own}; {own}")],
        [("Cookie", own), ("Cookie", others)],
    ):
        refused = await client.get("/api/me", headers=headers)
        assert (refused.status_code, refused.json()["code"]) == (400, "malformed"), headers
    assert (await client.get("/api/me", headers={"Cookie": f"theme=dark; {own}"})).status_code == 200


async def test_the_secret_is_not_in_the_database(context: AppContext, client: httpx.AsyncClient) -> None:
    await accounts.make(context, [EMAIL])
    secret = (await sign_in(client)).cookies[COOKIE]
    async with context.database.reading() as session:
        row = (await session.execute(text("select * from sessions"))).mappings().one()
    assert len(secret) >= 43
    assert secret not in str(dict(row))
    assert len(row["secret_hash"]) == 32


class TestNobodyLearnsWhoHasAnAccount:
    async def test_from_the_answer(self, context: AppContext, client: httpx.AsyncClient) -> None:
        await accounts.make(context, [EMAIL, "closed@nl.test"])
        await accounts.make(context, ["shown@nl.demo"], demonstration=True)
        await as_owner(context, "update accounts set closed_at = now() where email = 'closed@nl.test'")
        answers = [
            await sign_in(client, password="wrong wrong wrong"),
            await sign_in(client, email="nobody@nl.test"),
            await sign_in(client, email="closed@nl.test"),
            await sign_in(client, email="shown@nl.demo"),  # no demonstration here
        ]
        assert {answer.status_code for answer in answers} == {401}
        assert len({answer.content for answer in answers}) == 1
        assert all("set-cookie" not in answer.headers for answer in answers)
        changing = {"x-request-id"}
        heads = [{k: v for k, v in answer.headers.items() if k not in changing} for answer in answers]
        assert all(head == heads[0] for head in heads)

    async def test_from_the_time(self, context: AppContext, client: httpx.AsyncClient) -> None:
        await accounts.make(context, [EMAIL])
        await passwords.matches("warm", None)

        async def taken(email: str) -> float:
            started = clock.monotonic()
            await sign_in(client, email=email, password="wrong wrong wrong")
            return clock.monotonic() - started

        known = [await taken(EMAIL) for _ in range(4)]
        unknown = [await taken("nobody@nl.test") for _ in range(4)]
        assert min(unknown) > min(known) / 3, "an unknown account skips the hash"

    @pytest.mark.usefixtures("quick_hash")
    async def test_from_the_throttle(self, context: AppContext, client: httpx.AsyncClient) -> None:
        await accounts.make(context, [EMAIL])
        known = [(await sign_in(client, password="no")).status_code for _ in range(8)]
        unknown = [(await sign_in(client, email="nobody@nl.test", password="no")).status_code for _ in range(8)]
        assert known == unknown
        assert known[:5] == [401] * 5
        assert known[-1] == 429


class TestThrottling:
    @pytest.mark.usefixtures("quick_hash")
    async def test_waits_say_how_long_and_grow(
        self,
        context: AppContext,
        client: httpx.AsyncClient,
    ) -> None:
        await accounts.make(context, [EMAIL])
        for _ in range(6):
            assert (await sign_in(client, password="no")).status_code == 401
        refused = await sign_in(client)
        assert refused.status_code == 429, "the right password waits too, or it would be told apart"
        assert refused.json()["code"] == "throttled"
        assert refused.headers["Retry-After"] == "2"
        for _ in range(9):
            await as_owner(context, "update throttles set blocked_until = changed_at where blocked_until is not null")
            assert (await sign_in(client, password="no")).status_code == 401
        assert (await sign_in(client)).headers["Retry-After"] == "900", "at most fifteen minutes"

    @pytest.mark.usefixtures("quick_hash")
    async def test_locks_nobody_else_out(self, app: FastAPI, context: AppContext) -> None:
        await accounts.make(context, [EMAIL, "bram@nl.test"])
        async with new_client(app, address="203.0.113.9") as attacker, new_client(app, address="192.0.2.1") as noor:
            for _ in range(10):
                await sign_in(attacker, password="no")
            assert (await sign_in(attacker)).status_code == 429
            assert (await sign_in(attacker, email="bram@nl.test")).status_code == 201, "another account from there"
            assert (await sign_in(noor)).status_code == 201, "the same account from elsewhere"

    @pytest.mark.usefixtures("quick_hash")
    async def test_one_customer_line_is_one_address(self, app: FastAPI, context: AppContext) -> None:
        await accounts.make(context, [EMAIL])
        for host in range(10):
            async with new_client(app, address=f"2001:db8:0:1::{host}") as one:
                last = await sign_in(one, password="no")
        assert last.status_code == 429
        async with new_client(app, address="2001:db8:0:2::1") as neighbour:
            assert (await sign_in(neighbour)).status_code == 201

    @pytest.mark.usefixtures("quick_hash")
    async def test_a_right_password_forgets_the_wrong_ones(
        self,
        context: AppContext,
        client: httpx.AsyncClient,
    ) -> None:
        await accounts.make(context, [EMAIL])
        for _ in range(3):
            for _ in range(4):
                await sign_in(client, password="no")
            assert (await sign_in(client)).status_code == 201

    @pytest.mark.usefixtures("quick_hash")
    async def test_old_failures_are_swept(
        self,
        context: AppContext,
        client: httpx.AsyncClient,
    ) -> None:
        await sign_in(client, password="no")
        await as_owner(context, "update throttles set changed_at = now() - interval '2 days'")
        await sessions.forget_ended(context.database)
        async with context.database.reading() as session:
            assert (await session.execute(text("select count(*) from throttles"))).scalar_one() == 0

    @pytest.mark.usefixtures("quick_hash")
    async def test_a_forged_proxy_header_changes_nothing(
        self,
        context: AppContext,
        client: httpx.AsyncClient,
    ) -> None:
        await accounts.make(context, [EMAIL])
        for host in range(7):
            client.headers["X-Forwarded-For"] = f"192.0.2.{host}"
            last = await sign_in(client, password="no")
        assert last.status_code == 429


class TestEnds:
    async def test_a_closed_account_is_nobody_at_once(self, app: FastAPI, context: AppContext) -> None:
        (account,) = await accounts.make(context, [EMAIL])
        async with await accounts.signed_in(app, account) as browser, await accounts.bearer(app, account) as script:
            assert (await browser.get("/api/me")).status_code == 200
            assert (await script.get("/api/me")).status_code == 200
            assert context.settings.database_owner_url is not None
            async with database.as_owner(context.settings.database_owner_url.get_secret_value()) as session:
                await service.close(session, EMAIL)
            assert (await browser.get("/api/me")).status_code == 401
            assert (await script.get("/api/me")).status_code == 401

    async def test_a_session_ends_by_age_and_by_idleness(self, app: FastAPI, context: AppContext) -> None:
        (account,) = await accounts.make(context, [EMAIL])
        old, idle = await accounts.all_signed_in(app, [account, account])
        outlived = "update sessions set expires_at = :past where id = :id"
        unused = "update sessions set last_seen_at = :past where id = :id"
        for browser, statement in ((old, outlived), (idle, unused)):
            here = (await browser.get("/api/me")).json()["session"]["id"]
            past = clock.now() - context.authentication.idle - timedelta(seconds=1)
            await as_owner(context, statement, past=past, id=here)
            assert (await browser.get("/api/me")).status_code == 401
            await browser.aclose()

    async def test_use_keeps_a_session_and_is_written_without_the_read_writing(
        self, app: FastAPI, context: AppContext
    ) -> None:
        (account,) = await accounts.make(context, [EMAIL])
        async with await accounts.signed_in(app, account) as browser:
            before = clock.now() - context.authentication.idle + timedelta(minutes=1)
            await as_owner(context, "update sessions set last_seen_at = :before", before=before)
            assert (await browser.get("/api/me")).status_code == 200
            async with context.database.reading() as session:
                assert (await session.execute(text("select last_seen_at from sessions"))).scalar_one() == before
            await context.authentication.seen.write(context.database)
            async with context.database.reading() as session:
                seen = (await session.execute(text("select last_seen_at from sessions"))).scalar_one()
            assert clock.now() - seen < timedelta(seconds=30)

    async def test_one_sees_and_ends_only_ones_own(self, app: FastAPI, context: AppContext) -> None:
        mine, other = await accounts.make(context, [EMAIL, "bram@nl.test"])
        here, there, bram = await accounts.all_signed_in(app, [mine, mine, other])
        listed = (await here.get("/api/sessions")).json()["items"]
        assert [one["current"] for one in listed] == [False, True]
        assert {"id", "kind", "user_agent", "address", "unfamiliar", "current"} < set(listed[0])
        foreign = (await bram.get("/api/me")).json()["session"]["id"]
        assert (await here.delete(f"/api/sessions/{foreign}")).status_code == 404
        assert (await bram.get("/api/me")).status_code == 200
        assert (await here.delete(f"/api/sessions/{listed[0]['id']}")).status_code == 204
        assert (await there.get("/api/me")).status_code == 401
        assert (await here.delete(f"/api/sessions/{listed[0]['id']}")).status_code == 404, "an ended one is not there"
        assert (await here.delete("/api/sessions")).status_code == 204
        assert (await here.get("/api/me")).status_code == 401
        assert (await bram.get("/api/me")).status_code == 200
        for browser in (here, there, bram):
            await browser.aclose()

    async def test_ending_all_others_leaves_this_one_and_other_peoples(self, app: FastAPI, context: AppContext) -> None:
        mine, other = await accounts.make(context, [EMAIL, "bram@nl.test"])
        here, there, bram = await accounts.all_signed_in(app, [mine, mine, other])
        assert (await here.delete("/api/sessions?others=true")).status_code == 204
        assert (await there.get("/api/me")).status_code == 401
        assert [one["current"] for one in (await here.get("/api/sessions")).json()["items"]] == [True]
        assert (await bram.get("/api/me")).status_code == 200
        for browser in (here, there, bram):
            await browser.aclose()

    async def test_long_ended_sessions_are_forgotten(self, app: FastAPI, context: AppContext) -> None:
        (account,) = await accounts.make(context, [EMAIL])
        for browser in await accounts.all_signed_in(app, [account, account]):
            await browser.aclose()
        await as_owner(
            context,
            "update sessions set expires_at = now() - interval '40 days' where id = (select min(id::text)::uuid from sessions)",
        )
        await sessions.forget_ended(context.database)
        async with context.database.reading() as session:
            assert (await session.execute(text("select count(*) from sessions"))).scalar_one() == 1


class Held:
    """A step that goes on, once it was taken, only when it is let go."""

    def __init__(self, step: Callable[..., Awaitable[Any]]) -> None:
        self.step, self.taken, self.go = step, asyncio.Event(), asyncio.Event()

    async def __call__(self, *given: Any, **named: Any) -> Any:
        done = await self.step(*given, **named)
        if not self.taken.is_set():
            self.taken.set()
            await self.go.wait()
        return done


class TestAPasswordThatIsChangedMeanwhile:
    NEW = "tr0mbone of the sea"

    async def by_command(self, context: AppContext) -> None:
        assert context.settings.database_owner_url is not None
        async with database.as_owner(context.settings.database_owner_url.get_secret_value()) as session:
            await service.set_password(session, EMAIL, self.NEW)

    async def by_oneself(self, browser: httpx.AsyncClient) -> None:
        form = {"current": PASSWORD, "new": self.NEW}
        assert (await browser.post("/api/me/password", json=form)).status_code == 204

    @pytest.mark.parametrize("path", ["/api/sessions", "/api/tokens"])
    @pytest.mark.parametrize("command", [True, False])
    async def test_opens_nothing_by_the_old_one_that_was_proved_before(
        self, app: FastAPI, context: AppContext, monkeypatch: pytest.MonkeyPatch, path: str, *, command: bool
    ) -> None:
        (account,) = await accounts.make(context, [EMAIL])
        proved = Held(signing_in._prove)
        monkeypatch.setattr(signing_in, "_prove", proved)
        async with await accounts.signed_in(app, account) as here, new_client(app) as there:
            signing = asyncio.create_task(there.post(path, json={"email": EMAIL, "password": PASSWORD}))
            await proved.taken.wait()
            await (self.by_command(context) if command else self.by_oneself(here))
            proved.go.set()
            refused = await signing
            assert (refused.status_code, refused.json()["code"]) == (401, "wrong-credentials")
            assert "set-cookie" not in refused.headers
        async with context.database.reading() as session:
            query = text("select count(*) from sessions where ended_at is null")
            assert (await session.execute(query)).scalar_one() == (0 if command else 1)
            assert (await session.execute(text("select max(failures) from throttles"))).scalar_one() == 1, "a failure"

    async def test_waits_for_a_change_that_is_under_way(
        self, app: FastAPI, context: AppContext, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        (account,) = await accounts.make(context, [EMAIL])
        ended = Held(sessions.end_all)
        monkeypatch.setattr(sessions, "end_all", ended)
        async with await accounts.signed_in(app, account) as here, new_client(app, address="192.0.2.1") as there:
            changing = asyncio.create_task(self.by_oneself(here))
            await ended.taken.wait()
            signing = asyncio.create_task(sign_in(there))
            await asyncio.wait([signing], timeout=0.7)
            ended.go.set()
            await changing
            assert (await signing).status_code == 401
            assert (await there.get("/api/me")).status_code == 401

    @pytest.mark.parametrize("command", [True, False])
    async def test_ends_what_was_opened_just_before(
        self, app: FastAPI, context: AppContext, monkeypatch: pytest.MonkeyPatch, *, command: bool
    ) -> None:
        (account,) = await accounts.make(context, [EMAIL])
        async with (
            await accounts.signed_in(app, account) as here,
            new_client(app, address="192.0.2.1") as there,
        ):
            opened = Held(sessions.open_session)
            monkeypatch.setattr(sessions, "open_session", opened)
            signing = asyncio.create_task(sign_in(there))
            await opened.taken.wait()
            changing = asyncio.create_task(self.by_command(context) if command else self.by_oneself(here))
            await asyncio.wait([changing], timeout=0.7)
            opened.go.set()
            assert (await signing).status_code == 201
            await changing
            assert (await there.get("/api/me")).status_code == 401

    async def test_a_closed_account_opens_nothing_either(
        self, context: AppContext, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        await accounts.make(context, [EMAIL])
        proved = Held(signing_in._prove)
        monkeypatch.setattr(signing_in, "_prove", proved)
        signing = asyncio.create_task(sign_in(client))
        await proved.taken.wait()
        await as_owner(context, "update accounts set closed_at = now()")
        proved.go.set()
        assert (await signing).status_code == 401


class TestOneself:
    async def test_profile(self, app: FastAPI, context: AppContext) -> None:
        (account,) = await accounts.make(context, [EMAIL])
        async with await accounts.signed_in(app, account) as browser:
            changed = await browser.patch(
                "/api/me", json={"locale": "nl", "time_zone": "Europe/Amsterdam", "name": "N. B."}
            )
            assert changed.status_code == 200
            assert changed.json()["account"] == (await browser.get("/api/me")).json()["account"]
            assert changed.json()["account"]["name"] == "N. B."
            for wrong in ({"time_zone": "Mars/Base"}, {"may_found": True}, {"email": "x@y.z"}, {"locale": "Dutch"}):
                refused = await browser.patch("/api/me", json=wrong)
                assert refused.status_code == 422
                assert [one["field"] for one in refused.json()["errors"]] == list(wrong)
            assert (await browser.get("/api/me")).json() == changed.json()

    async def test_a_new_password_ends_every_other_session(self, app: FastAPI, context: AppContext) -> None:
        (account,) = await accounts.make(context, [EMAIL])
        here, there = await accounts.all_signed_in(app, [account, account])
        script = await accounts.bearer(app, account)
        new = "tr0mbone of the sea"
        refused = await script.post("/api/me/password", json={"current": PASSWORD, "new": new})
        assert refused.status_code == 403
        refused = await here.post("/api/me/password", json={"current": "not this one", "new": new})
        assert refused.status_code == 422
        assert refused.json()["errors"][0]["field"] == "current"
        refused = await here.post("/api/me/password", json={"current": PASSWORD, "new": "too short"})
        assert refused.json()["errors"][0]["field"] == "new"
        assert (await there.get("/api/me")).status_code == 200
        assert (await here.post("/api/me/password", json={"current": PASSWORD, "new": new})).status_code == 204
        assert (await here.get("/api/me")).status_code == 200
        assert (await there.get("/api/me")).status_code == 401
        assert (await script.get("/api/me")).status_code == 401
        assert (await sign_in(there)).status_code == 401
        assert (await sign_in(there, password=new)).status_code == 201
        for browser in (here, there, script):
            await browser.aclose()

    @pytest.mark.usefixtures("quick_hash")
    async def test_guesses_of_the_current_password_are_counted_although_refused(
        self,
        app: FastAPI,
        context: AppContext,
    ) -> None:
        (account,) = await accounts.make(context, [EMAIL])
        async with await accounts.signed_in(app, account) as browser:
            form = {"current": "a guess", "new": "tr0mbone of the sea"}
            answers = [(await browser.post("/api/me/password", json=form)).status_code for _ in range(8)]
        assert answers[:5] == [422] * 5
        assert answers[-1] == 429


class TestDemonstration:
    @pytest.fixture
    def settings(self, settings: Settings, request: pytest.FixtureRequest) -> Settings:
        return settings.model_copy(update=getattr(request, "param", {"demo": True}))

    async def test_its_accounts_sign_in_and_are_listed_on_loopback(
        self, context: AppContext, client: httpx.AsyncClient
    ) -> None:
        await accounts.make(context, ["noor@nl.demo"], demonstration=True, password="lantern")
        await accounts.make(context, [EMAIL])
        listed = (await client.get("/api/demonstration")).json()
        assert listed["password"] == "lantern"
        assert [one["email"] for one in listed["accounts"]] == ["noor@nl.demo"], "never a real account"
        assert (await sign_in(client, "noor@nl.demo", "lantern")).status_code == 201
        assert (await client.get("/api/me")).json()["demonstration"] is True
        refused = await client.post("/api/me/password", json={"current": "lantern", "new": "tr0mbone of the sea"})
        assert refused.status_code == 403

    @pytest.mark.parametrize("settings", [{"demo": False}, {"demo": True, "host": "0.0.0.0"}], indirect=True)  # noqa: S104
    async def test_nowhere_else(self, app: FastAPI, context: AppContext, client: httpx.AsyncClient) -> None:
        (account,) = await accounts.make(context, ["noor@nl.demo"], demonstration=True, password="lantern")
        assert (await sign_in(client, "noor@nl.demo", "lantern")).status_code == 401
        assert (await client.get("/api/demonstration")).status_code == 404
        async with await accounts.signed_in(app, account) as browser:
            assert (await browser.get("/api/me")).status_code == 401, "not by a session of before either"
