"""By keyboard: a dialog closes alone, and one stands where it was opened; what is typed into a search field stays there."""

import re

import pytest
from playwright.async_api import Locator, expect

from app import clock
from tests.factories.evidence import form, release
from tests.support.browser import Windows
from tests.support.desk import SOON, Desk, sit_down
from tests.support.server import Server


async def press(desk: Desk, button: Locator) -> None:
    """By keyboard, as somebody does who has tabbed to it."""
    await button.focus()
    await desk.page.keyboard.press("Enter")


async def leave(desk: Desk, dialog: Locator) -> None:
    """The dialog, once one stands in it."""
    await expect(dialog).to_be_visible(timeout=SOON)
    await expect(dialog.locator(":focus")).to_have_count(1)
    await desk.page.keyboard.press("Escape")
    await expect(dialog).to_have_count(0)


async def test_one_stands_where_the_dialog_was_opened(windows: Windows, lantern: Server) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    wanted = form(title=f"Stick {clock.new_id().hex[-8:]}", releases=[release("DE", "readable")])
    made = await noor.page.request.post(f"/api/jits/{noor.jit}/evidence", data=wanted, headers={"Origin": lantern.url})
    await noor.turn_to(f"/evidence/{(await made.json())['id']}")
    dialog = noor.page.get_by_role("dialog")

    pencil = noor.part("Who may see it").get_by_role("button", name="Decide for Germany", exact=True)
    await press(noor, pencil)
    await leave(noor, dialog)
    await expect(pencil).to_be_focused()

    more = noor.page.get_by_role("button", name="More", exact=True)
    await press(noor, more)
    await press(noor, noor.page.get_by_role("menuitem", name="Withdraw"))
    await leave(noor, dialog)
    await expect(more).to_be_focused()

    await noor.turn_to("/evidence")
    register = noor.page.get_by_role("button", name="Register exhibit").first
    await press(noor, register)
    await leave(noor, dialog)
    await expect(register).to_be_focused()


@pytest.mark.parametrize(
    ("email", "screen", "field"),
    [
        ("noor@nl.demo", "/evidence", "Search title or number"),
        ("noor@nl.demo", "/tasks", "Title or number"),
        ("auditor@de.demo", "/audit", "Words in the entries"),
    ],
)
async def test_what_is_typed_stays_and_what_is_cleared_goes(
    windows: Windows, lantern: Server, email: str, screen: str, field: str
) -> None:
    desk = await sit_down(windows, lantern, email)
    await desk.turn_to(screen)
    box = desk.page.get_by_role("textbox", name=field)
    await box.press_sequentially("nowhere ")
    await expect(desk.page).to_have_url(re.compile("q=nowhere$"))
    await desk.page.wait_for_timeout(500)  # it is said back, and nobody types meanwhile
    await expect(box).to_have_value("nowhere ")
    await box.press_sequentially("at all")
    await expect(desk.page).to_have_url(re.compile("q=nowhere.at.all|q=nowhere%20at%20all"))
    await expect(box).to_have_value("nowhere at all")
    await desk.page.get_by_role("button", name="Clear filters").last.click()
    await expect(desk.page).to_have_url(re.compile(f"{screen}$"))
    await expect(box).to_have_value("")


async def test_escape_closes_the_uppermost_alone(windows: Windows, lantern: Server) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    await press(noor, noor.page.get_by_role("button", name="Register exhibit").first)
    form = noor.page.get_by_role("dialog", name="Register an exhibit")
    question = noor.page.get_by_role("dialog", name="Discard what you entered?")
    await form.get_by_role("textbox", name="Title").fill("Half a title")
    await noor.page.keyboard.press("Escape")
    await leave(noor, question)
    await noor.page.wait_for_timeout(500)  # the form is asked after nothing
    await expect(question).to_have_count(0)
    await expect(form.get_by_role("textbox", name="Title")).to_have_value("Half a title")
