"""The end of a team, at the page: declared, agreed to, what waits told to each as far as it may know, and taken back."""

from pathlib import Path

from playwright.async_api import expect

from tests.support.browser import Windows
from tests.support.desk import SOON, Desk, sit_down
from tests.support.server import Server


async def move(admin: Desk, to: str, clause: str, why: str) -> None:
    """To another phase."""
    await admin.page.get_by_role("button", name=to).click()
    dialog = admin.page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name="Clause of the agreement").fill(clause)
    await dialog.get_by_role("textbox", name="Why, for the whole team").fill(why)
    await dialog.get_by_role("button", name=to).click()
    await expect(dialog).to_be_hidden(timeout=SOON)


async def test_is_declared_agreed_to_and_taken_back(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    """The team is not closed in the end: the other tests need it."""
    admin = await sit_down(windows, lantern, "admin@nl.demo")
    claire = await sit_down(windows, lantern, "claire@fr.demo")
    bram = await sit_down(windows, lantern, "bram@nl.demo", dark=True)
    await bram.page.set_viewport_size({"width": 390, "height": 844})
    for desk in (admin, claire, bram):
        await desk.turn_to("/members")
    await expect(admin.page.get_by_role("region", name="End of the team")).to_have_count(0)

    await move(admin, "Move to the trial phase", "Clause 9.2", "The arrests")
    panel = admin.page.get_by_role("region", name="End of the team")
    await panel.get_by_role("button", name="Declare the closing").click()
    dialog = admin.page.get_by_role("dialog")
    await dialog.get_by_role("button", name="Declare the closing").click()
    await expect(dialog.get_by_text("Name the clause that says so.")).to_be_visible()
    await dialog.get_by_role("textbox", name="Clause of the agreement").fill("Clause 21")
    await dialog.get_by_role("textbox", name="Why, for the whole team").fill("The judgments are final")
    await admin.page.screenshot(path=tmp_path / "declare.png")
    await dialog.get_by_role("button", name="Declare the closing").click()
    await expect(dialog).to_be_hidden(timeout=SOON)

    theirs = claire.page.get_by_role("region", name="End of the team")
    await expect(theirs.get_by_text("exhibits that are not erased")).to_be_visible(timeout=SOON)
    await theirs.get_by_role("button", name="Agree for the party").click()
    dialog = claire.page.get_by_role("dialog")
    await expect(dialog.get_by_text("You agree for France")).to_be_visible()
    await claire.page.screenshot(path=tmp_path / "agree.png")
    await dialog.get_by_role("button", name="Agree for the party").click()
    await expect(dialog).to_be_hidden(timeout=SOON)

    told = bram.page.get_by_role("region", name="End of the team")
    await expect(told.get_by_text("FR-01 agreed")).to_be_visible(timeout=SOON)
    await expect(told.get_by_role("button", name="Close the team for good")).to_have_count(0)
    await bram.page.screenshot(path=tmp_path / "panel-dark-narrow.png")
    await expect(panel.get_by_role("button", name="Close the team for good")).to_have_count(0)

    await theirs.get_by_role("button", name="Take it back").click()
    dialog = claire.page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name="Why, for the whole team").fill("An appeal is pending")
    await dialog.get_by_role("button", name="Take it back").click()
    await expect(panel.get_by_role("button", name="Declare the closing")).to_be_visible(timeout=SOON)

    await move(admin, "Take the operation up again", "Annex 2", "The amendment")
    await expect(panel).to_be_hidden(timeout=SOON)
