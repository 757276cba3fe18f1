"""A party that leaves, at the page: the clause entered, what follows looked at first, declared, told to everybody, and taken back."""

from pathlib import Path

from playwright.async_api import Locator, expect

from app import clock
from tests.support.browser import Windows
from tests.support.desk import SOON, Desk, sit_down
from tests.support.server import Server


async def choose(dialog: Locator, desk: Desk, label: str, option: str) -> None:
    await dialog.get_by_role("combobox", name=label).click()
    await desk.page.get_by_role("option", name=option, exact=True).click()


async def test_what_follows_is_shown_before_it_is_declared(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    """France does not leave in the end: the other tests need it."""
    admin = await sit_down(windows, lantern, "admin@nl.demo")
    claire = await sit_down(windows, lantern, "claire@fr.demo")
    bram = await sit_down(windows, lantern, "bram@nl.demo", dark=True)
    await bram.page.set_viewport_size({"width": 390, "height": 844})
    for desk in (admin, claire):
        await desk.turn_to("/members")

    await admin.page.get_by_role("button", name="Leaving: what the agreement says").click()
    dialog = admin.page.get_by_role("dialog")
    await choose(dialog, admin, "For which party", "France")
    await choose(dialog, admin, "What it contributed", "Is frozen")
    await choose(dialog, admin, "What it received", "Is withdrawn")
    await dialog.get_by_role("textbox", name="Clause of the agreement").fill("Clause 15.3")
    await admin.page.screenshot(path=tmp_path / "clause.png")
    await dialog.get_by_role("button", name="Enter the clause").click()
    await expect(dialog).to_be_hidden(timeout=SOON)
    await expect(admin.page.get_by_role("button", name="Leave the team: France")).to_have_count(0)

    await claire.page.get_by_role("button", name="Leave the team: France").click()
    dialog = claire.page.get_by_role("dialog")
    await expect(dialog.get_by_text("Under Clause 15.3, this follows")).to_be_visible(timeout=SOON)
    await expect(dialog.get_by_role("group", name="It received").get_by_text("Held → Nothing").first).to_be_visible()
    await claire.page.screenshot(path=tmp_path / "leave.png")
    await dialog.get_by_label("Last day").fill(f"{clock.now().year + 1}-03-31")
    await dialog.get_by_role("textbox", name="Why, for the whole team").fill("Its parliament decided so")
    await dialog.get_by_role("button", name="Declare that it leaves").click()
    await expect(dialog.get_by_text("Type the code of the party exactly.")).to_be_visible()
    await dialog.get_by_role("textbox", name="Type FR to confirm").fill("FR")
    await claire.page.screenshot(path=tmp_path / "leave-filled.png")
    await dialog.get_by_role("button", name="Declare that it leaves").click()
    await expect(dialog).to_be_hidden(timeout=SOON)

    banner = bram.page.get_by_role("status").filter(has_text="France leaves the team under Clause 15.3")
    await expect(banner).to_contain_text("1 Apr", timeout=SOON)
    await banner.get_by_role("button", name="What follows").click()
    looked = bram.page.get_by_role("dialog", name="What follows where France leaves")
    await expect(looked.get_by_role("region", name="It contributed")).to_be_visible(timeout=SOON)
    await bram.page.screenshot(path=tmp_path / "look-dark-narrow.png")
    await looked.get_by_role("button", name="Close").click()
    await bram.page.screenshot(path=tmp_path / "banner-dark-narrow.png")

    await claire.page.get_by_role("button", name="Stay after all: France").click()
    dialog = claire.page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name="Why, for the whole team").fill("It stays")
    await dialog.get_by_role("button", name="Stay after all").click()
    await expect(dialog).to_be_hidden(timeout=SOON)
    await expect(banner).to_be_hidden(timeout=SOON)
