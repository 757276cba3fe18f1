"""The stated time of a custody event: not before the first event, and no answer before its offer."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from app import clock
from tests.factories.evidence import register, release
from tests.factories.physical_custody import act, answer, correct, offer, offered, thing, where
from tests.factories.team import Team, read_json

MORNING = timedelta(hours=-3)
MINUTES = timedelta(minutes=10)


def occurred(at: datetime, **changes: Any) -> dict[str, Any]:
    return {"at": at.isoformat(), "zone": "Europe/Amsterdam", "source": "report"} | changes


async def seized(team: Team, at: datetime) -> dict[str, Any]:
    """Seized at this moment, and recorded now."""
    exhibit = await register(team, "noor", release("DE"), kind="physical", category="device", title="Telephone")
    read_json(await act(team, "noor", exhibit, "seized", occurred=occurred(at)), 201)
    return exhibit


def refused(response: Any, word: str) -> None:
    assert response.status_code == 422, response.text
    (error,) = response.json()["errors"]
    assert (error["field"], word in response.json()["detail"] + error["message"]) == ("occurred.at", True), (
        response.text
    )


async def test_event_before_the_first_event_is_refused(team: Team) -> None:
    at = clock.now() + MORNING
    exhibit = await seized(team, at)
    await team.settled()
    before = await where(team, "noor", exhibit)
    early = occurred(at - timedelta(minutes=5))
    refused(await act(team, "noor", exhibit, "sealed", occurred=early), "before the seizure or collection")
    refused(await act(team, "noor", exhibit, "incident", occurred=early), "before the seizure or collection")
    refused(await offer(team, "noor", exhibit, "lena", occurred=early), "before the seizure or collection")
    assert await where(team, "noor", exhibit) == before, "nothing was recorded"
    read_json(await act(team, "noor", exhibit, "sealed", occurred=occurred(at + timedelta(minutes=5))), 201)
    read_json(await act(team, "noor", exhibit, "incident", occurred=occurred(at)), 201)


async def test_corrected_time_of_the_first_event_is_the_new_limit(team: Team) -> None:
    """Its correction says when it was; what followed is measured by that, and what else is corrected too."""
    at = clock.now() + MORNING
    exhibit = await seized(team, at)
    (first,) = (await where(team, "noor", exhibit))["way"]
    read_json(await act(team, "noor", exhibit, "sealed", occurred=occurred(at + timedelta(minutes=5))), 201)
    sealed = (await where(team, "noor", exhibit))["way"][0]["id"]
    really = at - timedelta(hours=2)
    refused(
        await correct(team, "noor", exhibit, sealed, occurred=occurred(really)), "correct the time of that event first"
    )
    read_json(await correct(team, "noor", exhibit, first["id"], occurred=occurred(really)), 201)
    refused(
        await act(team, "noor", exhibit, "incident", occurred=occurred(really - MINUTES)),
        "before the seizure or collection",
    )
    read_json(await correct(team, "noor", exhibit, sealed, occurred=occurred(really + MINUTES)), 201)
    read_json(await act(team, "noor", exhibit, "incident", occurred=occurred(really + MINUTES)), 201)
    read_json(await correct(team, "noor", exhibit, first["id"], reason="It was Coolsingel 2"), 201)
    refused(
        await act(team, "noor", exhibit, "incident", occurred=occurred(really - MINUTES)),
        "before the seizure or collection",
    )
    later = occurred(really + timedelta(hours=1))
    read_json(await correct(team, "noor", exhibit, first["id"], occurred=later), 201)
    refused(
        await act(team, "noor", exhibit, "incident", occurred=occurred(really + MINUTES)),
        "before the seizure or collection",
    )
    wrong = (await where(team, "noor", exhibit))["way"][0]
    assert wrong["kind"] == "custody.corrected"
    read_json(
        await correct(team, "noor", exhibit, wrong["id"], occurred=occurred(really)), 201
    )  # and that was wrong, too
    read_json(await act(team, "noor", exhibit, "incident", occurred=occurred(really + MINUTES)), 201)


async def test_correction_of_an_answer_to_before_its_offer_is_refused(team: Team) -> None:
    at = clock.now() + MORNING
    exhibit = await seized(team, at)
    one = await offered(team, "noor", exhibit, "lena", occurred=occurred(at + timedelta(hours=1)))
    read_json(await answer(team, "lena", one, occurred=occurred(at + timedelta(hours=2))))
    received = (await where(team, "lena", exhibit))["way"][0]["id"]
    early = occurred(at + MINUTES)
    refused(await correct(team, "lena", exhibit, received, occurred=early), "before the handover was offered")
    read_json(await correct(team, "lena", exhibit, received, occurred=occurred(at + timedelta(minutes=70))), 201)


async def test_one_minute_is_tolerated_and_clock_offsets_count(team: Team) -> None:
    at = clock.now() + MORNING
    exhibit = await seized(team, at)
    read_json(await act(team, "noor", exhibit, "sealed", occurred=occurred(at - timedelta(seconds=50))), 201)
    ahead = {"source": "device", "clock_offset_seconds": 600}
    refused(
        await act(team, "noor", exhibit, "unsealed", occurred=occurred(at + timedelta(minutes=5), **ahead)),
        "before the seizure or collection",
    )
    read_json(await act(team, "noor", exhibit, "unsealed", occurred=occurred(at + timedelta(minutes=12), **ahead)), 201)


async def test_first_event_without_a_stated_time_is_no_limit(team: Team) -> None:
    """It was recorded now, and done whenever it was done: what followed it may have been hours ago."""
    exhibit = await thing(team)
    read_json(await act(team, "noor", exhibit, "sealed", occurred=occurred(clock.now() - timedelta(hours=1))), 201)


@pytest.mark.parametrize("state", ["received", "refused"])
async def test_answer_before_its_offer_is_refused(team: Team, state: str) -> None:
    at = clock.now() + MORNING
    exhibit = await seized(team, at)
    one = await offered(team, "noor", exhibit, "lena", occurred=occurred(at + timedelta(hours=1)))
    early = occurred(at + timedelta(minutes=50))
    refused(await answer(team, "lena", one, state, occurred=early), "before the handover was offered")
    assert (await where(team, "noor", exhibit))["handover"]["id"] == one["id"]
    read_json(await answer(team, "lena", one, state, occurred=occurred(at + timedelta(hours=1, minutes=1))))
