"""The page's own watch over the ledger, against a server that behaves and one that lies on the way to the browser."""

import re
from typing import Final

from playwright.async_api import Locator, Route, expect

from app import clock
from tests.support.pages.browser import Windows
from tests.support.pages.people import ApiPerson, api_person, open_window
from tests.support.pages.user_page import UserPage
from tests.support.server import Server
from tests.support.waiting import until

CHECKPOINT: Final = "**/ledger/checkpoint"
SOUND: Final = "signed with the key of this log"
TITLE: Final = "The audit log of this team is inconsistent"


def alarm(user: UserPage) -> Locator:
    """What the page says about a ledger that it cannot trust."""
    return user.page.get_by_role("alert").filter(has_text=TITLE)


async def prove_custody(noor: UserPage) -> None:
    """Each entry in the custody of an exhibit is recomputed in the browser, and included in the checkpoint."""
    await noor.tab("Custody")
    custody = noor.part("Custody")
    every = custody.get_by_text(re.compile("(All .*|The entry is) included in the signed log"))
    await expect(every).to_be_visible(timeout=30_000)
    recorded = custody.get_by_role("table").get_by_role("button", expanded=False)
    included = custody.get_by_label("Checked in this browser: included in the signed log")

    async def all_are() -> bool:
        return 0 < await recorded.count() == await included.count()

    await until(all_are)


async def catch_rollback(noor: UserPage, person: ApiPerson) -> None:
    """A checkpoint of a smaller ledger than the browser saw before is told, until the server is honest again."""

    async def checkpoint() -> str:
        return (await person.ask("GET", "/ledger/checkpoint")).text

    async def has_grown() -> bool:
        return int((await checkpoint()).splitlines()[1]) > int(old.splitlines()[1])

    async def lie(route: Route) -> None:
        await route.fulfill(body=old, content_type="text/plain")

    old = await checkpoint()
    await person.register(f"Rollback {clock.new_id().hex[-8:]}")
    await until(has_grown)
    await noor.turn_to("/audit")
    await expect(noor.page.get_by_text(SOUND)).to_be_visible(timeout=30_000)
    await noor.page.route(CHECKPOINT, lie)
    await noor.turn_to("/audit")
    await expect(alarm(noor).first).to_contain_text("shows fewer entries than before", timeout=30_000)
    await noor.page.unroute(CHECKPOINT)
    await noor.turn_to("/audit")
    await expect(noor.page.get_by_text(SOUND)).to_be_visible(timeout=30_000)
    await expect(alarm(noor)).to_have_count(0)


async def catch_forged_promise(noor: UserPage, exhibit: str) -> None:
    """A promise for an entry that the key of the ledger did not sign is told at once."""

    async def forge(route: Route) -> None:
        answer = await route.fetch()
        headers = dict(answer.headers)
        if promise := headers.get("ledger-entry"):
            entry, _, deadline, signature = promise.split(",")[0].split(" ")
            headers["ledger-entry"] = f"{entry} {'A' * 43}= {deadline} {signature}"
        await route.fulfill(response=answer, headers=headers)

    await noor.page.route("**/api/jits/*/evidence/*", forge)
    await noor.turn_to(f"/evidence/{exhibit}")
    await noor.page.get_by_role("button", name="More actions", exact=True).click()
    await noor.page.get_by_role("menuitem", name="Edit details").click()
    drawer = noor.page.get_by_role("dialog")
    await drawer.get_by_label("Place").fill("Rotterdam, Waalhaven 14")
    await drawer.get_by_label("Reason for the change").fill("Typing error")
    await drawer.get_by_role("button", name="Save").click()
    await expect(drawer).to_be_hidden()
    await expect(alarm(noor).first).to_contain_text("is not signed with the key of this log", timeout=40_000)


async def test_ledger_watched_by_the_page_is_proved_and_a_lying_server_is_caught(
    windows: Windows, lantern: Server
) -> None:
    person = await api_person(lantern, "noor@nl.demo")
    exhibit = (await person.get("/evidence?originator=NL&status=active&limit=1"))["items"][0]["id"]
    noor = await open_window(windows, person, f"/evidence/{exhibit}")
    await prove_custody(noor)
    await catch_rollback(noor, person)
    await catch_forged_promise(noor, exhibit)
