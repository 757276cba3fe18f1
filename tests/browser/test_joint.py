"""What was obtained jointly, at the page: named when it is registered, agreed to by the other, and recalled by it."""

from pathlib import Path
from typing import Final

from playwright.async_api import expect

from app import clock
from tests.support.browser import Windows
from tests.support.desk import SOON, Desk, fill_in, sit_down
from tests.support.server import Server

TITLE: Final = f"Joint search, notebook {clock.new_id().hex[-8:]}"


async def register(noor: Desk, shots: Path) -> None:
    """A notebook that the Netherlands and France found together."""
    page = noor.page
    await fill_in(page, TITLE)
    drawer = page.get_by_role("dialog", name="Register an exhibit")
    await drawer.get_by_role("combobox", name="Obtained jointly with").click()
    await page.get_by_role("option", name="FR France").click()
    await page.keyboard.press("Tab")
    await expect(drawer.get_by_text("Nobody else gets it before a leader of each has agreed")).to_be_visible()
    await page.screenshot(path=shots / "register.png")
    await page.get_by_role("button", name="Register", exact=True).click()
    await expect(page.get_by_role("heading", name=TITLE)).to_be_visible(timeout=SOON)


async def test_a_release_is_agreed_to_and_recalled_by_the_other(
    windows: Windows, lantern: Server, tmp_path: Path
) -> None:
    windows.forgive("status of 404")  # what was recalled is not there any more
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    claire = await sit_down(windows, lantern, "claire@fr.demo", language="fr", dark=True)
    jonas = await sit_down(windows, lantern, "jonas@de.demo")
    await register(noor, tmp_path)
    await expect(claire.page.get_by_role("row").filter(has_text=TITLE)).to_be_visible(timeout=SOON)
    await expect(jonas.row(TITLE)).to_have_count(0)

    await expect(noor.page.get_by_text("Obtained jointly with:")).to_be_visible(timeout=SOON)
    await noor.page.get_by_role("button", name="Decide for Germany").first.click()
    await expect(noor.page.get_by_role("dialog").get_by_text("has it once France agreed")).to_be_visible()
    await noor.page.screenshot(path=tmp_path / "decide.png")
    await noor.page.get_by_role("dialog").get_by_role("button", name="Save the decision").click()
    releases = noor.part("Who may see it")
    await expect(releases.get_by_text("Waits for the agreement of France")).to_be_visible(timeout=SOON)
    await noor.page.screenshot(path=tmp_path / "waits.png")

    await claire.turn_to("/")
    line = claire.page.get_by_role("listitem").filter(has_text=TITLE).filter(has_text="à consentir")
    await expect(line).to_be_visible(timeout=SOON)
    await claire.page.screenshot(path=tmp_path / "situation-french-dark.png")
    await line.get_by_role("link").click()
    await claire.page.get_by_role("button", name="Consentir", exact=True).click()
    await claire.page.set_viewport_size({"width": 390, "height": 844})
    await claire.page.screenshot(path=tmp_path / "agree-narrow.png")
    await claire.page.get_by_role("dialog").get_by_role("button", name="Consentir").click()
    await expect(jonas.row(TITLE)).to_be_visible(timeout=SOON)

    await claire.page.get_by_role("button", name="Révoquer", exact=True).click()
    dialog = claire.page.get_by_role("dialog")
    await dialog.get_by_role("textbox").fill("The order was quashed.")
    await dialog.get_by_role("checkbox").check()
    await claire.page.screenshot(path=tmp_path / "recall-narrow.png")
    await dialog.get_by_role("button", name="Révoquer").last.click()
    await expect(jonas.row(TITLE)).to_have_count(0, timeout=SOON)
