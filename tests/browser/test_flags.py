"""A flag in two windows: the reader says that it may exonerate, the originator's leader is alarmed and decides; both read the outcome."""

from pathlib import Path

from playwright.async_api import expect

from tests.support.browser import Windows
from tests.support.desk import sit_down
from tests.support.server import Server

WORDS = "Page 2: the account was used from Kassel while K. was in custody"


async def test_from_the_flag_to_the_decision(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    jonas = await sit_down(windows, lantern, "jonas@de.demo", zone="Europe/Berlin")
    noor = await sit_down(windows, lantern, "noor@nl.demo", dark=True)
    pool = (await jonas.read("/evidence?originator=NL&limit=200"))["items"]
    found = next(one for one in pool if {"H1", "H2"} & {*one["handling"]} and one["level"] != "listed")
    await jonas.turn_to(f"/evidence/{found['id']}")
    await jonas.page.get_by_role("button", name="More", exact=True).click()
    await jonas.page.get_by_role("menuitem", name="Flag as possibly exculpatory").click()
    dialog = jonas.page.get_by_role("dialog")
    await dialog.get_by_role("button", name="Set the flag").click()
    await expect(dialog.get_by_text("Needed: the originator decides on these words.")).to_be_visible()
    await dialog.get_by_role("textbox", name="May exonerate").fill(WORDS)
    await dialog.get_by_role("textbox", name="Justification").fill("Defence of K.")
    await jonas.page.screenshot(path=tmp_path / "flagging.png")
    await dialog.get_by_role("button", name="Set the flag").click()
    panel = jonas.part("May exonerate")
    await expect(panel.get_by_text(WORDS)).to_be_visible()
    await expect(panel.get_by_text("Waits for the decision of")).to_be_visible()

    await noor.turn_to("")
    line = noor.page.get_by_role("listitem").filter(has_text=WORDS)
    await expect(line.get_by_text("May exonerate: decide")).to_be_visible()
    await noor.page.screenshot(path=tmp_path / "alarm-dark.png")
    await line.get_by_role("link").click()
    await noor.part("May exonerate").get_by_role("button", name="Decide").click()
    form = noor.page.get_by_role("dialog")
    await form.get_by_role("radio", name="We disclosed it to the proceeding ourselves").check()
    await form.get_by_role("textbox", name="Why, and how").fill("Given to the court of Rotterdam on 3 June")
    await noor.page.screenshot(path=tmp_path / "deciding-dark.png")
    await form.get_by_role("button", name="Record the decision").click()
    await expect(noor.part("Custody").get_by_text("Decided about a flag")).to_be_visible()
    await expect(panel.get_by_text("Given to the court of Rotterdam on 3 June")).to_be_visible()
    await jonas.page.screenshot(path=tmp_path / "decided.png", full_page=True)
