"""Passwords: normalised, refused when poor, hashed beside the loop, never too many at once."""

import asyncio
import time

import pytest

from app.errors import Invalid, Unavailable
from app.identity import passwords

ABOUT = ("noor.vermeer@om.nl", "Noor Vermeer")
#: Long enough, and tried first by whoever guesses.
EASY = (
    "aaaaaaaaaaaaaaaa",
    "abababababababab",
    "abcdefghijklmnopqrs",
    "1234567890123456",
    "passwordpassword",
    "P@ssw0rd1234567",
    "qwertyuiopasdfghjkl",
    "iloveyouiloveyou!",
    "Summer2025Summer2025",
    "noor.vermeer@om.nl",
    "NoorVermeer12345",
    "Liaison-Liaison-1",
)
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


@pytest.mark.parametrize("poor", ["", "fourteen chars", " " * 20, *EASY])
def test_a_poor_password_is_refused_by_name(poor: str) -> None:
    with pytest.raises(Invalid) as refused:
        passwords.demand_good(poor, field="new", about=ABOUT)
    assert refused.value.field == "new"


@pytest.mark.parametrize(
    "good", ["correct horse battery", "kT9#vQ2m!xR7wLp", "ik ga morgen naar huis", "été à la plage bleue"]
)
def test_words_without_relation_are_a_password(good: str) -> None:
    passwords.demand_good(good, about=ABOUT)


def test_password_of_ones_own_name_is_refused() -> None:
    passwords.demand_good("vermeer-2031-noor", about=())
    with pytest.raises(Invalid, match="easy to guess"):
        passwords.demand_good("vermeer-2031-noor", about=ABOUT)


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
