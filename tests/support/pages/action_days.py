"""Action days in browser tests: acts through the API, and the lines of the board on the screen.

A `path` is that of an action day below the team: `/operations/…`. Not here: action days in API tests
(`tests/factories/operations.py`).
"""

from typing import Any
from urllib.parse import quote

from playwright.async_api import Locator, expect

from tests.factories.field_erasures import FORM
from tests.factories.operations import form, moving
from tests.support.pages.people import ApiPerson
from tests.support.pages.user_page import UserPage

LOST_NETWORK = ("ERR_INTERNET_DISCONNECTED", "ERR_CONNECTION", "ERR_FAILED", "WebSocket")
"""Console messages of Chromium after a test has cut the network."""


async def planned_day(person: ApiPerson, **changes: Any) -> str:
    """Plan a day and announce it to its parties; return its path."""
    day = await person.post("/operations", form(**changes))
    path = f"/operations/{day['id']}"
    await person.patch(path, {"state": "planned"}, version=day["version"])
    return path


async def plan_action(person: ApiPerson, path: str, objective: str, sharing: str) -> dict[str, Any]:
    """Plan an action of the person's party. `sharing`: `none`, `board` or `whole`."""
    wanted = {"objective": objective, "lead": person.code, "sharing": sharing}
    action: dict[str, Any] = await person.post(f"{path}/actions", wanted)
    return action


async def move(person: ApiPerson, path: str, action: dict[str, Any], state: str, reason: str | None = None) -> None:
    """Bring an action to its next state."""
    items = (await person.get(f"{path}/actions"))["items"]
    former = next(one["state"] for one in items if one["id"] == action["id"])
    body = moving(former, state) | ({} if reason is None else {"reason": reason})
    await person.post(f"{path}/actions/{action['id']}/moves", body)


async def speak(person: ApiPerson, path: str, word: str, reason: str | None = None) -> None:
    """Confirm GO or no-go for the person's party."""
    told_as = (await person.get(path))["told_as"]
    await person.post(f"{path}/word", {"word": word, "reason": reason, "told_as": told_as})


async def erase_everywhere(person: ApiPerson, words: str, names: dict[str, list[str]]) -> None:
    """Erase fields of each log entry that contains the words. `names`: the fields, by kind of entry."""
    entries = (await person.get(f"/ledger/disclosed?q={quote(words)}"))["items"]
    assert {one["kind"] for one in entries} >= set(names)
    for entry in (one for one in entries if one["kind"] in names):
        wanted = FORM | {"names": names[entry["kind"]], "confirmation": str(entry["position"])}
        await person.post(f"/ledger/entries/{entry['position']}/erasures", wanted)


async def day_of(user: UserPage, title: str) -> dict[str, Any]:
    """The day with this title."""
    found = (await user.read("/operations"))["items"]
    day: dict[str, Any] = next(one for one in found if one["title"] == title)
    return day


def line(user: UserPage, number: str) -> Locator:
    """The line of an action, on the plan or on the board."""
    return user.page.locator(f'li[data-number="{number}"]')


def state(user: UserPage, number: str) -> Locator:
    """The state of an action in its line."""
    return line(user, number).locator("[data-state]")


async def press(user: UserPage, number: str, step: str) -> None:
    """Bring an action to its next state by a button."""
    await line(user, number).get_by_role("button", name=f"{number}: {step}", exact=True).click()


async def open_board(user: UserPage) -> None:
    """Turn from the plan to the board, without loading the page."""
    await user.page.get_by_role("link", name="Open board").click()
    await expect(user.page.get_by_role("timer")).to_contain_text("H")
