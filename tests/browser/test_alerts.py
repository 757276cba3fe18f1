"""Alarms and emergency access at the page: allowed by a leader, used abroad, told to the originator at once, and reviewed."""

import re
from typing import Any, Final

from playwright.async_api import Locator, expect

from app import clock
from tests.factories.evidence import KEEPING, release
from tests.support.pages.browser import Windows
from tests.support.pages.people import ApiPerson, api_person, open_window
from tests.support.pages.user_page import SOON, UserPage
from tests.support.server import Server

MARK: Final = clock.new_id().hex[-8:]
HIDDEN: Final = f"Telephone of the driver {MARK}"
RELEASED: Final = f"Keys of the mail server {MARK}"
WHY: Final = "A hostage: the flat is on this telephone"
WORD: Final = "Asked Wiesbaden: it is for the arrest"


async def break_glass(lena: UserPage, number: str) -> Locator:
    """Ask for emergency access to an exhibit by its number; the dialog."""
    await lena.page.get_by_role("button", name="Start emergency access").click()
    dialog = lena.page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name="Exhibit number").fill(number)
    await dialog.get_by_role("textbox", name="Person in danger").fill(WHY)
    await dialog.get_by_role("checkbox").check()
    await dialog.get_by_role("button", name="Start emergency access").click()
    return dialog


async def allow(noor: UserPage) -> None:
    """Let Germany open exhibits of the Netherlands in an emergency."""
    await noor.turn_to("/access")
    allowed = noor.part("Permission for emergency access")
    await allowed.get_by_role("button", name="Change: Germany").click()
    dialog = noor.page.get_by_role("dialog")
    await dialog.get_by_text("View and download", exact=True).click()
    await dialog.get_by_role("textbox", name="Clause").fill("Art. 14")
    await dialog.get_by_role("button", name="Record decision").click()
    await expect(allowed).to_contain_text("Art. 14", timeout=SOON)


async def use_and_review(noor: UserPage, lena: UserPage, exhibit: dict[str, Any]) -> None:
    """An exhibit that is not released does not exist until the party may break the glass, and no more after a bad verdict."""
    dialog = await break_glass(lena, exhibit["exhibit_number"])
    await expect(dialog.get_by_role("alert")).to_be_visible()
    await dialog.get_by_role("button", name="Cancel").click()
    await allow(noor)
    await noor.turn_to("")
    await break_glass(lena, exhibit["exhibit_number"])
    await expect(lena.page.get_by_role("heading", name=HIDDEN)).to_be_visible(timeout=SOON)

    waits = (
        noor.page.get_by_role("listitem").filter(has_text=HIDDEN).filter(has_text="Review emergency access by Germany")
    )
    await expect(waits.first).to_be_visible(timeout=SOON)
    await noor.turn_to("/alerts")
    row = noor.part("Emergency access").get_by_role("listitem").filter(has_text=exhibit["exhibit_number"])
    await row.get_by_role("button", name="Review").click()
    dialog = noor.page.get_by_role("dialog")
    await dialog.get_by_role("radio", name="Not justified").check()
    await dialog.get_by_role("textbox").fill("The telephone holds no address")
    await dialog.get_by_role("button", name="Record decision").click()
    await expect(row).to_contain_text("Not justified", timeout=SOON)
    await expect(lena.page.get_by_role("heading", name=HIDDEN)).to_have_count(0, timeout=SOON)


async def unfold(noor: UserPage) -> None:
    """Show the alerts of every group: other journeys may have made some of the same kind."""
    await expect(noor.page.get_by_role("list", name="Alerts")).to_be_visible(timeout=SOON)
    folded = noor.page.locator("main").get_by_role("button", name=re.compile(r"\(\d+ alerts\)"), expanded=False)
    while await folded.count():
        await folded.first.click()


async def answer_alarm(noor: UserPage, bram: ApiPerson) -> None:
    """An alarm is handed to a colleague, taken over again, and dealt with in words that stay."""
    await unfold(noor)
    row = noor.page.locator("main").get_by_role("listitem").filter(has_text=RELEASED).first
    await expect(row).to_contain_text("Assigned to you", timeout=SOON)
    await expect(row).to_contain_text("Original downloaded")
    await row.get_by_role("button", name="Hand over").click()
    await noor.page.get_by_role("menuitem", name="Bram").click()
    await expect(row).not_to_contain_text("Assigned to you", timeout=SOON)
    owners = [one["owner"] for one in (await bram.get("/alerts"))["items"] if one["title"] == RELEASED]
    assert owners == [bram.code]
    await row.get_by_role("button", name="Take over").click()
    await row.get_by_role("checkbox").check()
    await noor.page.get_by_role("button", name="Acknowledge 1 alert").click()
    dialog = noor.page.get_by_role("dialog")
    await dialog.get_by_role("textbox").fill(WORD)
    await dialog.get_by_role("button", name="Acknowledge", exact=True).click()
    await expect(row.get_by_role("checkbox")).to_have_count(0, timeout=SOON)
    await noor.page.get_by_text("Acknowledged", exact=True).click()
    await unfold(noor)
    await expect(row).to_contain_text(WORD)


async def taken_abroad(owner: ApiPerson, german: ApiPerson) -> None:
    """An exhibit of the Netherlands of which Germany takes the original."""
    exhibit = await owner.register(RELEASED, release("DE"))
    await owner.upload(exhibit, b"Key material, page one.", "keys.txt")
    taking = {"act": "take", "purpose": "JIT_PURPOSE", "justification": "Looking for the keys"}
    await german.post(f"/evidence/{exhibit['id']}/openings", taking | KEEPING)


async def test_alarms_of_openings_abroad_reach_the_originator_who_answers_for_them(
    windows: Windows, lantern: Server
) -> None:
    windows.forgive("status of 404")  # the exhibit, before the glass is broken and after the verdict
    owner, german = await api_person(lantern, "noor@nl.demo"), await api_person(lantern, "lena@de.demo")
    exhibit = await owner.register(HIDDEN)
    await taken_abroad(owner, german)
    noor, lena = await open_window(windows, owner), await open_window(windows, german, "/alerts")
    waiting = noor.page.get_by_role("region", name=re.compile("^Pending actions"))
    told = waiting.get_by_role("listitem").filter(has_text=RELEASED)
    await expect(told).to_contain_text("Original was downloaded", timeout=SOON)
    await use_and_review(noor, lena, exhibit)
    await lena.page.close()
    await answer_alarm(noor, await api_person(lantern, "bram@nl.demo"))
