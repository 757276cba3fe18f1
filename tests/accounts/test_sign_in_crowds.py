"""Many sign-ins from one network: it has its share of the queue and of failures, and others go on."""

import asyncio
import time
from datetime import datetime, timedelta
from types import SimpleNamespace

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import text

from app import clock
from app.api.context import AppContext
from app.api.guards import DEVICE
from app.identity import passwords
from app.services.accounts import throttles
from tests.factories import accounts
from tests.factories.accounts import PASSWORD
from tests.support.program import new_client

EMAIL = "noor@nl.test"
STRANGER, ELSEWHERE, OFFICE = "203.0.113.9", "192.0.2.1", "198.51.100.7"


async def sign_in(browser: httpx.AsyncClient, email: str = EMAIL, password: str = PASSWORD) -> httpx.Response:
    return await browser.post("/api/sessions", json={"email": email, "password": password})


class Watch:
    """The time by which failures are forgotten: it stands still until somebody turns it."""

    def __init__(self) -> None:
        self.time: datetime = clock.now()

    def turn(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    """With it hashes cost nothing."""
    monkeypatch.setattr(passwords, "_verify", lambda password, stored: stored is not None and password == PASSWORD)
    watch = Watch()
    monkeypatch.setattr(throttles, "clock", SimpleNamespace(now=lambda: watch.time))
    return watch


async def spray(browser: httpx.AsyncClient, count: int, start: int = 0) -> list[int]:
    """One guess for each of so many names."""
    return [(await sign_in(browser, f"n{n}@nl.test", "no")).status_code for n in range(start, start + count)]


async def rows(context: AppContext) -> int:
    """What the stranger has written."""
    query = text("select count(*) from throttles where address = :address")
    async with context.database.reading() as session:
        return int((await session.execute(query, {"address": STRANGER})).scalar_one())


class TestTheQueue:
    @pytest.fixture(autouse=True)
    def slow_hash(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def verify(password: str, stored: str | None) -> bool:
            time.sleep(0.05)
            return stored is not None and password == PASSWORD

        monkeypatch.setattr(passwords, "_verify", verify)

    @pytest.mark.parametrize("path", ["/api/sessions", "/api/tokens"])
    async def test_one_network_leaves_places_to_the_others(self, app: FastAPI, context: AppContext, path: str) -> None:
        await accounts.make(context, [EMAIL])
        async with new_client(app, address=STRANGER) as stranger, new_client(app, address=ELSEWHERE) as noor:
            forms = [{"email": f"n{n}@nl.test", "password": "no"} for n in range(60)]
            crowd = asyncio.gather(*(stranger.post(path, json=form) for form in forms))
            await asyncio.sleep(0.05)
            assert (await sign_in(noor)).status_code == 201
            answers = await crowd
        codes = [one.status_code for one in answers]
        assert (codes.count(401), codes.count(429)) == (6, 54)
        refused = next(one for one in answers if one.status_code == 429)
        assert (refused.json()["code"], refused.headers["Retry-After"]) == ("throttled", "1")
        assert await rows(context) == 6 + 1, "whoever had no place wrote nothing: six names, and the network"

    async def test_a_line_with_many_addresses_is_one_network(self, app: FastAPI) -> None:
        async def knock(host: int) -> int:
            async with new_client(app, address=f"2001:db8:0:1::{host:x}") as one:
                return (await sign_in(one, f"n{host}@nl.test", "no")).status_code

        assert (await asyncio.gather(*map(knock, range(20)))).count(429) == 14

    async def test_a_place_is_free_again_afterwards(self, app: FastAPI, context: AppContext) -> None:
        await accounts.make(context, [EMAIL])
        async with new_client(app, address=OFFICE) as office:
            for _ in range(2):
                answers = await asyncio.gather(*(sign_in(office) for _ in range(6)))
                assert [one.status_code for one in answers] == [201] * 6
        assert not passwords._taken


class TestFailuresOfANetwork:
    async def test_spraying_slows_down_and_hinders_nobody_elsewhere(
        self, watch: Watch, app: FastAPI, context: AppContext
    ) -> None:
        await accounts.make(context, [EMAIL])
        async with new_client(app, address=STRANGER) as stranger, new_client(app, address=ELSEWHERE) as noor:
            assert await spray(stranger, 60) == [401] * 60
            stood = await rows(context)
            refused = await sign_in(stranger, "another@nl.test", "no")
            assert (refused.status_code, refused.headers["Retry-After"]) == (429, "15")
            assert (await sign_in(stranger)).status_code == 429, "the right password waits too"
            assert await rows(context) == stood, "what is refused leaves nothing behind"
            assert (await sign_in(noor)).status_code == 201
            watch.turn(16)
            assert await spray(stranger, 2, 60) == [401, 429], "one more each quarter of a minute"
            watch.turn(10)
            assert (await sign_in(stranger, "another@nl.test", "no")).headers["Retry-After"] == "4"
            watch.turn(15 * 60)
            assert await spray(stranger, 61, 100) == [401] * 60 + [429], "all is forgotten after a quarter of an hour"

    @pytest.mark.usefixtures("watch")
    async def test_an_account_of_ones_own_does_not_wash_the_others_away(
        self,
        app: FastAPI,
        context: AppContext,
    ) -> None:
        await accounts.make(context, [EMAIL])
        async with new_client(app, address=STRANGER) as stranger:
            for turn in range(6):
                assert await spray(stranger, 10, 10 * turn) == [401] * 10
                if turn < 5:
                    assert (await sign_in(stranger)).status_code == 201
            assert (await sign_in(stranger, "another@nl.test", "no")).status_code == 429

    @pytest.mark.usefixtures("watch")
    async def test_twenty_colleagues_behind_one_address_mistype_and_sign_in(
        self,
        app: FastAPI,
        context: AppContext,
    ) -> None:
        people = [f"n{n}@nl.test" for n in range(20)]
        await accounts.make(context, people)
        async with new_client(app, address=OFFICE) as office:
            for _ in range(2):
                assert await spray(office, 20) == [401] * 20
            for _ in range(5):  # what is right adds up to nothing
                assert [(await sign_in(office, one)).status_code for one in people] == [201] * 20

    @pytest.mark.usefixtures("watch")
    async def test_whoever_waits_for_one_account_uses_up_nothing_of_the_network(
        self,
        app: FastAPI,
        context: AppContext,
    ) -> None:
        await accounts.make(context, [EMAIL])
        async with new_client(app, address=OFFICE) as office:
            for _ in range(100):
                await sign_in(office, "forgetful@nl.test", "no")
            assert (await sign_in(office)).status_code == 201


class TestFailuresOfAnAccount:
    async def from_everywhere(self, app: FastAPI, email: str, networks: range) -> list[int]:
        """One guess from each of so many networks."""

        async def guess(n: int) -> int:
            async with new_client(app, address=f"198.18.{n}.1") as one:
                return (await sign_in(one, email, "no")).status_code

        return [await guess(n) for n in networks]

    async def test_guesses_from_many_networks_are_bounded_an_hour(
        self, watch: Watch, app: FastAPI, context: AppContext
    ) -> None:
        await accounts.make(context, [EMAIL])
        for email in (EMAIL, "nobody@nl.test"):  # nobody learns whether there is an account
            assert await self.from_everywhere(app, email, range(21)) == [401] * 20 + [429]
        async with new_client(app, address=ELSEWHERE) as stranger:
            refused = await sign_in(stranger)
            assert (refused.status_code, refused.headers["Retry-After"]) == (429, "180")
            assert "from which you signed in before" in refused.json()["detail"]
            watch.turn(181)
            assert await self.from_everywhere(app, EMAIL, range(30, 32)) == [401, 429]
            watch.turn(3600)
            assert await self.from_everywhere(app, EMAIL, range(40, 61)) == [401] * 20 + [429]

    @pytest.mark.usefixtures("watch")
    async def test_owner_signs_in_while_strangers_use_the_attempts_up(
        self,
        app: FastAPI,
        context: AppContext,
    ) -> None:
        await accounts.make(context, [EMAIL, "bram@nl.test"])
        async with (
            new_client(app, address=OFFICE) as office,
            new_client(app, address=OFFICE) as desk,
            new_client(app, address=ELSEWHERE) as laptop,
        ):
            known = (await sign_in(office)).cookies[DEVICE]
            others = (await sign_in(desk, "bram@nl.test")).cookies[DEVICE]
            assert (await self.from_everywhere(app, EMAIL, range(30)))[-10:] == [429] * 10
            for forged in ("", "a", "a.1", f"x{known}", known.replace(".", ".9", 1), others):
                laptop.cookies.set(DEVICE, forged)
                assert (await sign_in(laptop)).status_code == 429, forged
                laptop.cookies.clear()
            credentials, two = {"email": EMAIL, "password": PASSWORD}, f"{DEVICE}={others}; {DEVICE}={known}"
            planted = await laptop.post("/api/sessions", json=credentials, headers={"Cookie": two})
            assert planted.status_code == 429, "neither of two cookies counts"
            for _ in range(3):
                assert (await sign_in(office)).status_code == 201, "a network that is known, with or without its cookie"
                office.cookies.clear()
            laptop.cookies.set(DEVICE, known)
            assert (await sign_in(laptop)).status_code == 201, "a browser that is known, wherever it is"
            assert (await self.from_everywhere(app, EMAIL, range(40, 42))) == [429] * 2, "strangers gained nothing"

    @pytest.mark.usefixtures("watch")
    async def test_known_browser_has_a_share_that_its_network_cannot_use_up(
        self,
        app: FastAPI,
        context: AppContext,
    ) -> None:
        await accounts.make(context, [EMAIL])
        async with new_client(app, address=OFFICE) as noor, new_client(app, address=OFFICE) as neighbour:
            assert (await sign_in(noor)).status_code == 201
            assert [(await sign_in(neighbour, password="no")).status_code for _ in range(7)] == [401] * 6 + [429]
            assert (await sign_in(neighbour)).status_code == 429
            assert (await sign_in(noor)).status_code == 201
            assert [(await sign_in(noor, password="no")).status_code for _ in range(7)] == [401] * 6 + [429], "no more"
