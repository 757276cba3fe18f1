"""Seats at the page: a leader suspends one and its window closes, resumes it, and sets when it ends; nobody else is offered it."""

from pathlib import Path
from typing import Any

from playwright.async_api import Locator, expect

from app import clock
from tests.support.browser import Windows
from tests.support.desk import SOON, Desk, sit_down
from tests.support.server import Server


async def act(desk: Desk, code: str, name: str) -> Locator:
    """Choose an act on a seat; the dialogue that it opens."""
    await desk.page.get_by_role("button", name=f"What can be done with seat {code}").click()
    await desk.page.get_by_role("menuitem", name=name).click()
    return desk.page.get_by_role("dialog")


async def code_of(desk: Desk, email: str) -> str:
    seats: list[dict[str, Any]] = (await desk.read("/members"))["items"]
    return next(str(one["code"]) for one in seats if one["email"] == email)


async def test_a_seat_is_suspended_resumed_and_timed(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    bram = await sit_down(windows, lantern, "bram@nl.demo")
    amir = await sit_down(windows, lantern, "amir@nl.demo")
    claire = await sit_down(windows, lantern, "claire@fr.demo", dark=True)
    await claire.page.set_viewport_size({"width": 390, "height": 844})
    for desk in (bram, claire):
        await desk.turn_to("/members")
        await expect(desk.page.get_by_role("heading", name="Members", exact=True)).to_be_visible()
    code = await code_of(bram, "amir@nl.demo")
    line = bram.page.get_by_role("listitem").filter(has_text="amir@nl.demo")
    await expect(claire.page.get_by_role("button", name=f"What can be done with seat {code}")).to_have_count(0)

    dialog = await act(bram, code, "Suspend")
    await dialog.get_by_role("button", name="Suspend").click()
    await expect(dialog.get_by_role("textbox", name="Why")).to_have_attribute("aria-invalid", "true")
    await dialog.get_by_role("textbox", name="Why").fill("Under review")
    await bram.page.screenshot(path=tmp_path / "suspend.png")
    await dialog.get_by_role("button", name="Suspend").click()
    await expect(line.get_by_text("suspended")).to_be_visible(timeout=SOON)
    await expect(claire.page.get_by_role("listitem").filter(has_text=code).get_by_text("suspended")).to_be_visible(
        timeout=SOON
    )
    assert (await amir.ask("/members")).status == 404
    await expect(amir.grid).to_be_hidden(timeout=SOON)
    windows.forgive("status of 404")  # what Amir's page asks for is there no more, and the browser says so

    dialog = await act(bram, code, "Resume")
    await dialog.get_by_role("textbox", name="Why").fill("Reviewed")
    await dialog.get_by_role("button", name="Resume").click()
    await expect(line.get_by_text("seated")).to_be_visible(timeout=SOON)
    assert (await amir.ask("/members")).status == 200

    dialog = await act(bram, code, "Set when it ends")
    await dialog.get_by_label("Last day").fill(f"{clock.now().year + 1}-03-31")
    await dialog.get_by_role("textbox", name="Why").fill("The trial is over by then")
    await dialog.get_by_role("button", name="Set when it ends").click()
    await expect(line.get_by_text("until")).to_contain_text("01 Apr", timeout=SOON)
    await bram.page.screenshot(path=tmp_path / "members-light.png", full_page=True)
    await claire.page.screenshot(path=tmp_path / "members-dark-narrow.png", full_page=True)


async def test_a_party_is_suspended_by_the_administrator(windows: Windows, lantern: Server) -> None:
    """Europol, of which no other test has a window open."""
    admin = await sit_down(windows, lantern, "admin@nl.demo")
    marek = await sit_down(windows, lantern, "marek@europol.demo")
    await admin.turn_to("/members")
    for name, done in (("Suspend the party", 404), ("Resume the party", 200)):
        await admin.page.get_by_role("button", name=f"{name}: Europol").click()
        dialog = admin.page.get_by_role("dialog")
        await dialog.get_by_role("textbox", name="Why, for the whole team").fill("As agreed on Tuesday")
        await dialog.get_by_role("button", name=name).click()
        await expect(dialog.get_by_text("Name the clause that says so.")).to_be_visible()
        await dialog.get_by_role("textbox", name="Clause of the agreement").fill("Art. 6(2)")
        await dialog.get_by_role("button", name=name).click()
        await expect(dialog).to_be_hidden(timeout=SOON)
        assert (await marek.ask("/members")).status == done
    windows.forgive("status of 404")  # what Marek's page asks for meanwhile is not there, and the browser says so
