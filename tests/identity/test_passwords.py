"""Passwords: normalised, refused when poor, hashed beside the loop, never too many at once."""

import asyncio
import time

import pytest

from app.errors import Invalid, Unavailable
from app.identity import passwords

CAFE = "caf\u00e9 au lait 12"


async def test_a_hash_matches_its_password_alone() -> None:
    stored = await passwords.hashed(CAFE)
    assert stored.startswith("$argon2id$")
    assert await passwords.matches(CAFE, stored)
    assert await passwords.matches("cafe\u0301 au lait 12", stored), "the other way to type an accent"
    assert not await passwords.matches("cafe au lait 12", stored)
    assert not await passwords.matches(CAFE, None)


async def test_an_empty_password_never_matches() -> None:
    assert not await passwords.matches("", await passwords.hashed(""))


@pytest.mark.parametrize("poor", ["", "eleven char", " " * 20, "aaaaaaaaaaaaaaaa", "abababababababab"])
def test_a_poor_password_is_refused_by_name(poor: str) -> None:
    with pytest.raises(Invalid) as refused:
        passwords.demand_good(poor, field="new")
    assert refused.value.field == "new"


def test_the_demonstrations_password_is_short_and_admitted() -> None:
    passwords.demand_good("lantern", shortest=1)
    with pytest.raises(Invalid):
        passwords.demand_good("", shortest=1)


async def test_the_loop_goes_on_while_hashes_are_computed() -> None:
    hashing = asyncio.create_task(passwords.hashed(CAFE))
    turns = 0
    while not hashing.done():
        await asyncio.sleep(0.001)
        turns += 1
    assert turns > 10


async def test_too_many_at_once_are_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_verify", lambda *_: time.sleep(0.005))
    answers = await asyncio.gather(*(passwords.matches("x", None) for _ in range(60)), return_exceptions=True)
    refused = [one for one in answers if isinstance(one, Unavailable)]
    assert len(refused) == 20
    assert refused[0].headers == {"Retry-After": "2"}
    assert not await passwords.matches("x", None), "and afterwards all is as before"
