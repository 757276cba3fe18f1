"""Journey with a broken network and a real server: nothing is done twice, and a queued report is sent from any screen."""

import re

from playwright.async_api import expect

from app import clock
from tests.factories.operations import form
from tests.support.pages.browser import Windows
from tests.support.pages.people import api_person
from tests.support.pages.user_page import SOON, UserPage, fill_in, lose_an_answer, open_signed_in
from tests.support.server import Server

WAITS = "1 entry not sent yet"


async def register_with_lost_answer(noor: UserPage) -> None:
    """The server registers the exhibit and its answer is lost: the second try finds the same exhibit."""
    title = f"Stick {clock.new_id().hex[-8:]}"

    async def states() -> list[str]:
        return [one["status"] for one in (await noor.read("/evidence?limit=200"))["items"] if one["title"] == title]

    lost = await lose_an_answer(noor.page, "**/evidence")
    await fill_in(noor.page, title)
    register = noor.page.get_by_role("dialog").get_by_role("button", name=re.compile("^Register (exhibit|and share)"))
    await register.click()
    await expect(noor.page.get_by_text("so the result is unknown")).to_be_visible()
    assert (lost, await states()) == ([201], ["active"])
    await register.click()
    await expect(noor.page.get_by_role("heading", name=title)).to_be_visible()
    assert await states() == ["active"]


async def report_without_network(noor: UserPage, day: str) -> None:
    """A report waits on the device, is named on every screen, and is sent from another screen once."""
    report = f"Nobody at home {clock.new_id().hex[-8:]}"
    await noor.turn_to(f"/operations/{day}")
    await noor.page.get_by_role("textbox", name="New log entry").fill(report)
    await noor.page.route("**/ticker", lambda one: one.abort() if one.request.method == "POST" else one.continue_())
    await noor.page.get_by_role("button", name="Add entry").click()
    await expect(noor.page.get_by_text(WAITS)).to_be_visible()
    await noor.page.get_by_role("navigation", name="Screens").get_by_role("link", name="Exhibits").click()
    await expect(noor.grid).to_be_visible()
    await expect(noor.page.get_by_text(WAITS)).to_be_visible()
    await noor.page.unroute("**/ticker")
    await noor.page.evaluate("dispatchEvent(new Event('online'))")
    await expect(noor.page.get_by_text(WAITS)).to_have_count(0, timeout=SOON)
    told = (await noor.read(f"/operations/{day}/ticker"))["items"]
    assert [one["text"] for one in told].count(report) == 1


async def test_network_that_breaks_loses_and_doubles_nothing(windows: Windows, lantern: Server) -> None:
    noor = await open_signed_in(windows, lantern, "noor@nl.demo")
    person = await api_person(lantern, "noor@nl.demo")
    day = await person.post("/operations", form(title=f"Cut off {clock.new_id().hex[-8:]}", parties=["NL"]))
    await person.patch(f"/operations/{day['id']}", {"state": "planned"}, version=day["version"])
    await report_without_network(noor, day["id"])
    await register_with_lost_answer(noor)
    windows.forgive("ERR_FAILED")  # message of the browser about the lost answers
