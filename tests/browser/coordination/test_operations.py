"""Action days: a whole day in few actions, a board without a network, and entries that the server does not have."""

import re
from datetime import timedelta

from playwright.async_api import expect

from app import clock
from tests.support.pages.action_days import LOST_NETWORK, plan_action, planned_day
from tests.support.pages.browser import Windows, until_nothing_is_kept
from tests.support.pages.counted import Counted
from tests.support.pages.jobs import (
    MOST_FOR_A_DAY,
    ask_to_begin,
    begin,
    close,
    confirm_go,
    execute,
    finish,
    log,
)
from tests.support.pages.people import ApiPerson, api_person
from tests.support.pages.user_page import SOON, UserPage, open_menu, open_signed_in
from tests.support.server import Server

AHEAD, KEPT = "Said far too early", "The spare key hangs by the door"
FOUND, ON_BOARD = "Two telephones", "Second car in place"


async def test_day_of_two_countries_takes_few_actions_and_its_board_works_without_network(
    windows: Windows, lantern: Server
) -> None:
    dutch, german = await api_person(lantern, "noor@nl.demo"), await api_person(lantern, "jonas@de.demo")
    path = await planned_day(dutch, title=f"Two countries {clock.new_id().hex[-8:]}", parties=["NL", "DE"])
    search = await plan_action(dutch, path, "Search the quay", "whole")
    arrest = await plan_action(german, path, "Arrest in Kiel", "whole")
    at_desk, at_other = [await open_signed_in(windows, lantern, one.email) for one in (dutch, german)]
    noor = Counted(at_desk.page)
    both = ((noor, search["number"]), (noor.beside(at_other.page), arrest["number"]))
    for user in (at_desk, at_other):
        await user.turn_to(path)
    await confirm_go(both)
    await begin(noor, await ask_to_begin(noor))
    for one, number in both:
        await execute(one, number)
        await finish(one, number)
    await log(noor, "Door opened at the quay")
    await see_board_without_network(at_other)
    await record_without_network(at_other, german, path)
    await close(noor)
    noor.took_at_most(MOST_FOR_A_DAY)
    await expect(at_other.page.get_by_role("main").get_by_text("Closed", exact=True)).to_be_visible(timeout=SOON)
    await until_nothing_is_kept(at_other.page, "boards")
    for words in LOST_NETWORK:
        windows.forgive(words)


async def see_board_without_network(jonas: UserPage) -> None:
    """A reload without a network shows the last state with its time, the totals and the log; a network brings it back live."""
    await jonas.page.get_by_role("link", name="Open board").click()
    board = jonas.page.get_by_role("region", name="Board", exact=True)
    status = board.get_by_role("status").filter(has_text=re.compile("this screen|No network"))
    await expect(status).to_contain_text("Saved on this screen", timeout=SOON)
    await expect(board.get_by_text("not sent yet")).to_have_count(0, timeout=SOON)
    await expect(board.get_by_text("Door opened at the quay")).to_be_visible()
    await expect(board.get_by_role("list", name="Totals")).to_contain_text("2 of 2 actions done", timeout=SOON)
    await report(jonas, ON_BOARD)
    await expect(board.get_by_role("list", name="Operations log").get_by_text(ON_BOARD)).to_be_visible()
    await expect(board.get_by_text("not sent yet")).to_have_count(0, timeout=SOON)
    await jonas.page.context.set_offline(True)
    await expect(status).to_contain_text("No network")
    await jonas.page.reload()
    await expect(status).to_contain_text(re.compile("No network. Last state: .*\\d\\d:\\d\\d"))
    await expect(board.get_by_role("list", name="Totals")).to_contain_text("2 of 2 actions done")
    await expect(board.get_by_role("list", name="Totals")).to_contain_text("2 GO")
    await expect(board.get_by_role("list", name="Operations log")).to_contain_text("Door opened at the quay")
    await expect(board.get_by_role("region", name="Germany").get_by_role("listitem")).to_contain_text("Arrest in Kiel")
    await jonas.page.context.set_offline(False)
    await expect(status).to_contain_text("Live", timeout=SOON)


async def record_without_network(jonas: UserPage, german: ApiPerson, path: str) -> None:
    """The plan opens without a network with its age; a result and an entry wait, and are recorded once."""
    page = jonas.page
    await page.get_by_role("link", name="Back to plan").click()
    await expect(page.get_by_text("Saved on this device")).to_be_visible(timeout=SOON)
    await page.context.set_offline(True)
    await page.reload()
    await expect(
        page.get_by_text(re.compile(r"No network\. This page shows the state of .*\d\d:\d\d.* ago"))
    ).to_be_visible()
    await expect(jonas.part("Operations log").get_by_text("Door opened at the quay")).to_be_visible()
    await page.get_by_role("textbox", name="Description").fill(FOUND)
    await page.get_by_role("button", name="Record result").click()
    await report(jonas, KEPT)
    await expect(jonas.part("Results").get_by_role("listitem").filter(has_text=FOUND)).to_contain_text("not sent yet")
    await page.reload()
    await expect(page.get_by_text("2 entries not sent yet")).to_be_visible()
    await page.get_by_role("textbox", name="Description").fill("half written")
    await page.context.set_offline(False)
    await expect(page.get_by_text("not sent yet")).to_have_count(0, timeout=SOON)
    await expect(page.get_by_text("Saved on this device")).to_be_visible(timeout=SOON)
    await expect(page.get_by_role("textbox", name="Description")).to_have_value("half written")
    assert [one["text"] for one in (await german.get(f"{path}/results"))["items"]] == [FOUND]
    assert next(one["text"] for one in (await german.get(f"{path}/ticker"))["items"]) == KEPT


async def test_entries_on_one_device_are_refused_with_both_clocks_and_wiped_at_sign_out(
    windows: Windows, lantern: Server
) -> None:
    coordinator = await api_person(lantern, "coordinator@nl.demo")
    path = await planned_day(coordinator, title=f"Unsent {clock.new_id().hex[-8:]}")
    lena = await open_signed_in(windows, lantern, "lena@de.demo")
    await refused_for_its_clock(lena, path)
    assert (await coordinator.get(f"{path}/ticker"))["items"] == []
    await lena.page.route(
        "**/ticker", lambda route: route.abort() if route.request.method == "POST" else route.continue_()
    )
    await report(lena, KEPT)
    await expect(lena.page.get_by_text("1 entry not sent yet")).to_be_visible()
    await sign_out(lena)
    for words in ("ERR_FAILED", "status of 401", "status of 422"):
        windows.forgive(words)


async def report(user: UserPage, text: str) -> None:
    """Report a line."""
    await user.page.get_by_role("textbox", name="New log entry").fill(text)
    await user.page.get_by_role("button", name="Add entry").click()


async def refused_for_its_clock(lena: UserPage, path: str) -> None:
    """A device 40 minutes ahead reports: the refusal names both clocks, and is still there after a reload."""
    await lena.page.clock.set_system_time(clock.now() + timedelta(minutes=40))
    await lena.turn_to(path)
    await report(lena, AHEAD)
    refused = lena.page.get_by_text("The server\u2019s clock showed")
    await expect(refused).to_contain_text("Check the clock of your device")
    await lena.page.reload()
    await expect(refused).to_contain_text(AHEAD)
    # Both clocks show their day: a clock that is wrong by a whole day shows the same hour.
    await expect(refused.locator("time")).to_have_text([re.compile(r"\d \S+ \d{4}")] * 2)
    await lena.page.clock.set_system_time(clock.now())
    await lena.page.get_by_role("button", name="Dismiss").click()
    await expect(refused).to_have_count(0)


async def sign_out(lena: UserPage) -> None:
    """From another screen, signing out asks first; confirmed, it leaves nothing on the device."""
    await lena.turn_to("/tasks")
    for answer in ("Stay signed in", "Delete and sign out"):
        await open_menu(lena.page.get_by_role("banner").get_by_role("button", name="Lena"))
        await lena.page.get_by_role("menuitem", name="Sign out").click()
        await expect(lena.page.get_by_text("Before you sign out")).to_be_visible()
        await expect(lena.page.get_by_text("1 entry not sent yet")).to_be_visible()
        await lena.page.get_by_role("button", name=answer).click()
        await expect(lena.page.get_by_text("Before you sign out")).to_have_count(0)
    await expect(lena.page.get_by_role("button", name="Sign in", exact=True)).to_be_visible()
    assert await lena.page.evaluate("indexedDB.databases()") == []
    assert await lena.page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('liaison.waiting'))") == []
