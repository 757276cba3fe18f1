"""Wrong one-time codes are limited, and delay no sign-in."""

import httpx

from app.identity import secrets
from tests.factories.accounts import PASSWORD
from tests.factories.team import Team, email_of
from tests.support.program import new_client

WEAK = "short"  # refused after the attempt is counted and before it is hashed, which would take long


async def accept(browser: httpx.AsyncClient, email: str, password: str = WEAK) -> httpx.Response:
    form = {"code": secrets.one_time_code(), "email": email, "password": password}
    return await browser.post("/api/invitations/acceptance", json=form)


async def sign_in(team: Team, name: str) -> httpx.Response:
    """From the network of the attacker, with a new browser."""
    async with new_client(team.app) as browser:
        return await browser.post("/api/sessions", json={"email": email_of(name), "password": PASSWORD})


async def test_wrong_acceptance_codes_are_limited_and_delay_no_sign_in_of_the_owner(team: Team) -> None:
    async with new_client(team.app) as attacker:
        answers = [await accept(attacker, email_of("noor")) for _ in range(8)]
        assert [one.status_code for one in answers] == [422] * 6 + [429] * 2
        assert "wrong codes" in answers[-1].json()["detail"]
        assert int(answers[-1].headers["Retry-After"]) >= 1
    assert (await sign_in(team, "noor")).status_code == 201


async def test_wrong_acceptance_codes_of_a_network_delay_none_of_its_sign_ins(team: Team) -> None:
    async with new_client(team.app) as attacker:
        answers = [await accept(attacker, f"someone{at}@nl.test") for at in range(62)]
        assert {one.status_code for one in answers[:60]} == {422}
        assert answers[-1].status_code == 429
    assert (await sign_in(team, "noor")).status_code == 201


async def test_wrong_redemption_codes_are_limited_for_their_account_alone(team: Team) -> None:
    async def redeem(name: str) -> int:
        return (await team.client(name).post("/api/redemptions", json={"code": secrets.one_time_code()})).status_code

    assert [await redeem("stranger") for _ in range(8)] == [422] * 6 + [429] * 2
    assert await redeem("daan") == 422
    assert (await sign_in(team, "stranger")).status_code == 201


async def test_wrong_passwords_do_not_use_up_the_attempts_with_codes(team: Team) -> None:
    async with new_client(team.app) as browser:
        for _ in range(8):
            await browser.post("/api/sessions", json={"email": email_of("noor"), "password": "wrong"})
        assert (await accept(browser, email_of("noor"))).status_code == 422
