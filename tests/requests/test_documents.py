"""Documents of requests: parties take turns, and a document that is late is answered with the time to try again."""

import asyncio
from typing import Any, Final
from uuid import uuid4

import httpx
import pytest

from app.exports.document import setting
from app.services.requests import typesetting
from app.services.requests.fair_slots import FairSlots, Holder
from tests.factories.requests import place, sent
from tests.factories.team import Team

#: The process of a form never begins to work; that of another document does.
STUCK_FORM: Final = "import sys, time\nif sys.argv[3].endswith('form.typ'): time.sleep(600)\n" + setting._START


async def test_stuck_documents_of_a_party_delay_no_other_party_and_are_refused_with_a_time(
    team: Team, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(setting, "_START", STUCK_FORM)
    monkeypatch.setattr(typesetting, "SECONDS", 10)
    monkeypatch.setattr(typesetting, "WAITS_SECONDS", 1)
    mine, theirs = await sent(team), await sent(team, "jonas")
    form, letter = place(team, mine, "/form.pdf"), place(team, theirs, "/reminder.pdf")
    stuck = [asyncio.create_task(team.client(who).get(form)) for who in ("noor", "noor", "noor", "bram")]
    await asyncio.sleep(0)
    assert (await team.client("jonas").get(letter)).status_code == 200
    assert not any(one.done() and one.result().status_code == 200 for one in stuck)
    first, *others = await asyncio.gather(*stuck)
    assert refused(first) == (503, "document-not-in-time", "60")
    assert [refused(one) for one in others] == [(503, "documents-busy", "5")] * 3


def refused(answer: httpx.Response) -> tuple[int, str, str | None]:
    return answer.status_code, answer.json()["code"], answer.headers.get("Retry-After")


class Work:
    """Work in slots, in the order in which they were given; each ends when it is told to."""

    def __init__(self, slots: FairSlots) -> None:
        self._slots = slots
        self.begun: list[str] = []
        self._ends: dict[str, list[asyncio.Event]] = {}
        self.tasks: list[asyncio.Task[None]] = []

    async def ask(self, name: str, holder: Holder, times: int = 1, seconds: float = 60) -> None:
        self.tasks += [asyncio.create_task(self._work(name, holder, seconds)) for _ in range(times)]
        await self.settled()

    async def end(self, name: str) -> None:
        self._ends[name].pop(0).set()
        await self.settled()

    async def settled(self) -> None:
        for _ in range(5):
            await asyncio.sleep(0)

    async def _work(self, name: str, holder: Holder, seconds: float) -> None:
        async with self._slots.slot(holder, seconds):
            self.begun.append(name)
            ended = asyncio.Event()
            self._ends.setdefault(name, []).append(ended)
            await ended.wait()


@pytest.fixture
def holders() -> dict[str, Any]:
    """Three parties of a team, and one of each of two others."""
    lantern = uuid4()
    return {name: Holder(lantern, uuid4()) for name in ("NL", "DE", "FR", "BE")} | {
        name: Holder(uuid4(), uuid4()) for name in ("other", "third")
    }


async def test_slot_is_given_to_a_party_and_a_team_in_turn(holders: dict[str, Any]) -> None:
    work = Work(FairSlots(4))
    await work.ask("NL", holders["NL"], times=5)
    assert work.begun == ["NL"], "a party has one slot"
    for name in ("DE", "FR", "BE"):
        await work.ask(name, holders[name], times=2)
    assert work.begun == ["NL", "DE", "FR"], "the last slot is for another team"
    await work.ask("other", holders["other"], times=2)
    assert work.begun[3:] == ["other"]
    await work.ask("third", holders["third"])
    await work.end("NL")
    assert work.begun[4:] == ["third"], "of the team with the fewest slots"
    await work.end("third")
    assert work.begun[5:] == ["BE"], "before NL, which waits for its second turn"
    await work.end("other")
    assert work.begun[6:] == ["other"]
    for name in ("DE", "other"):
        await work.end(name)
    assert work.begun[7:] == ["NL"], "NL, DE, FR, BE take turns"
    for task in work.tasks:
        task.cancel()
    await asyncio.gather(*work.tasks, return_exceptions=True)


async def test_slot_that_is_not_wanted_any_more_goes_to_the_next(holders: dict[str, Any]) -> None:
    slots = FairSlots(2)
    work = Work(slots)
    await work.ask("NL", holders["NL"])
    await work.ask("late", holders["NL"], seconds=0)
    with pytest.raises(TimeoutError):
        await work.tasks[-1]
    await work.ask("left", holders["NL"])
    work.tasks[-1].cancel()
    await work.ask("next", holders["NL"])
    await work.end("NL")
    assert work.begun == ["NL", "next"]
    await work.ask("DE", holders["DE"])
    work.tasks[-2].cancel()  # given and cancelled in the same turn of the event loop
    await work.settled()
    assert work.begun == ["NL", "next", "DE"]
    await work.end("DE")
    async with slots.slot(holders["NL"], 0), slots.slot(holders["other"], 0):
        pass
    await asyncio.gather(*work.tasks, return_exceptions=True)
