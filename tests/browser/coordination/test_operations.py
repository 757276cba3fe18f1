"""Entries of an action day that the server does not have: a wrong device clock, and what signing out does with them."""

import re
from datetime import timedelta

from playwright.async_api import expect

from app import clock
from tests.support.pages.action_days import planned_day
from tests.support.pages.browser import Windows
from tests.support.pages.desk import Desk, open_menu, sit_down
from tests.support.pages.people import api_person
from tests.support.server import Server

AHEAD, KEPT = "Said far too early", "The spare key hangs by the door"


async def test_entries_on_one_device_are_refused_with_both_clocks_and_wiped_at_sign_out(
    windows: Windows, lantern: Server
) -> None:
    coordinator = await api_person(lantern, "coordinator@nl.demo")
    path = await planned_day(coordinator, title=f"Unsent {clock.new_id().hex[-8:]}")
    lena = await sit_down(windows, lantern, "lena@de.demo")
    await refused_for_its_clock(lena, path)
    assert (await coordinator.get(f"{path}/ticker"))["items"] == []
    await lena.page.route(
        "**/ticker", lambda route: route.abort() if route.request.method == "POST" else route.continue_()
    )
    await report(lena, KEPT)
    await expect(lena.page.get_by_text("1 entry waits to be sent")).to_be_visible()
    await sign_out(lena)
    for words in ("ERR_FAILED", "status of 401", "status of 422"):
        windows.forgive(words)


async def report(desk: Desk, text: str) -> None:
    """Report a line."""
    await desk.page.get_by_role("textbox", name="What happened").fill(text)
    await desk.page.get_by_role("button", name="Report").click()


async def refused_for_its_clock(lena: Desk, path: str) -> None:
    """A device 40 minutes ahead reports: the refusal names both clocks, and is still there after a reload."""
    await lena.page.clock.set_system_time(clock.now() + timedelta(minutes=40))
    await lena.turn_to(path)
    await report(lena, AHEAD)
    refused = lena.page.get_by_text("The server\u2019s clock showed")
    await expect(refused).to_contain_text("Set the clock of this device")
    await lena.page.reload()
    await expect(refused).to_contain_text(AHEAD)
    # Both clocks show their day: a clock that is wrong by a whole day shows the same hour.
    await expect(refused.locator("time")).to_have_text([re.compile(r"\d \S+ \d{4}")] * 2)
    await lena.page.clock.set_system_time(clock.now())
    await lena.page.get_by_role("button", name="Take it off my list").click()
    await expect(refused).to_have_count(0)


async def sign_out(lena: Desk) -> None:
    """From another screen, signing out asks first; confirmed, it leaves nothing on the device."""
    await lena.turn_to("/tasks")
    for answer in ("Stay and see to it", "Delete and sign out"):
        await open_menu(lena.page.get_by_role("banner").get_by_role("button", name="Lena"))
        await lena.page.get_by_role("menuitem", name="Sign out").click()
        await expect(lena.page.get_by_text("Before you sign out")).to_be_visible()
        await expect(lena.page.get_by_text("1 entry waits to be sent")).to_be_visible()
        await lena.page.get_by_role("button", name=answer).click()
        await expect(lena.page.get_by_text("Before you sign out")).to_have_count(0)
    await expect(lena.page.get_by_role("button", name="Sign in", exact=True)).to_be_visible()
    assert await lena.page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('liaison.waiting'))") == []
