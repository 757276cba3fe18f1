"""The morning at the page: notes first, what happened, and the mark moves; the clocks, our hours, and a time to meet."""

import re
from pathlib import Path

from playwright.async_api import expect

from app import clock
from tests.support.axe import violations
from tests.support.browser import Windows
from tests.support.desk import sit_down
from tests.support.server import Server


async def test_a_note_from_one_zone_is_read_in_the_next(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    words = f"The image of the front server is done {clock.new_id().hex[-6:]}; the lab opens at nine."
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    claire = await sit_down(windows, lantern, "claire@fr.demo", language="fr")
    await noor.turn_to("")
    await noor.page.get_by_role("button", name="While you slept").click()
    await noor.page.get_by_role("button", name="Write a note").click()
    await noor.page.get_by_role("button", name="Leave it").click()
    await expect(noor.page.get_by_text("Write what they should know.")).to_be_visible()
    await noor.page.get_by_role("textbox", name="What should they know?").fill(words)
    await noor.page.get_by_role("button", name="Leave it").click()
    await expect(noor.part("Notes for the next ones").get_by_text(words)).to_be_visible()
    await claire.turn_to("")
    await claire.page.get_by_role("button", name="Pendant votre sommeil").click()
    note = claire.part("Notes pour la relève").get_by_role("listitem").filter(has_text=words)
    await expect(note).to_have_attribute("data-fresh", "true")
    await claire.page.screenshot(path=tmp_path / "briefing-fr.png", full_page=True)
    assert await violations(claire.page) == []
    await claire.page.get_by_role("button", name=re.compile("ai lu$")).click()
    await expect(note).not_to_have_attribute("data-fresh", "true")
    await noor.page.screenshot(path=tmp_path / "briefing-en.png", full_page=True)


async def test_a_time_to_meet_follows_what_a_party_states(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    await noor.turn_to("")
    await noor.page.get_by_role("button", name="Our hours").click()
    dialog = noor.page.get_by_role("dialog", name="When we are at work")
    await dialog.get_by_role("textbox", name="From").fill("07:15")
    await dialog.get_by_role("textbox", name="Until").fill("07:00")
    await dialog.get_by_role("button", name="State them").click()
    await expect(dialog.get_by_text("After the beginning, on the same day")).to_be_visible()
    await dialog.get_by_role("textbox", name="Until").fill("16:30")
    await noor.page.screenshot(path=tmp_path / "hours.png")
    assert await violations(noor.page) == []
    await dialog.get_by_role("button", name="State them").click()
    await expect(dialog).to_have_count(0)
    stated = [one for one in (await noor.read("/working-hours"))["items"] if one["party"] == "NL"]
    assert [(one["begins"], one["is_stated"]) for one in stated] == [("07:15", True)]
    await noor.page.get_by_role("button", name="Find a time").click()
    finding = noor.page.get_by_role("dialog", name="Find a time to meet")
    slots = finding.get_by_role("list", name="Times to meet, best first")
    await expect(slots.get_by_text("within working hours").first).to_be_visible()
    await noor.page.screenshot(path=tmp_path / "find.png")
    assert await violations(noor.page) == []
