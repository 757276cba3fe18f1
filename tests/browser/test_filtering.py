"""The privilege filter at the page: flagged by a recipient, closed for its originator, read and cleared by the filter seat."""

from pathlib import Path
from typing import Final

from playwright.async_api import expect

from app import clock
from tests.factories.evidence import form, release
from tests.support.browser import Windows
from tests.support.desk import SOON, sit_down
from tests.support.server import Server

TITLE: Final = f"Mailbox of the accountant {clock.new_id().hex[-8:]}"


async def test_from_the_flag_to_the_verdict(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    daan = await sit_down(windows, lantern, "daan@nl.demo", language="fr", dark=True)
    jonas = await sit_down(windows, lantern, "jonas@de.demo")
    wanted = form(title=TITLE, releases=[release("DE", "readable")])
    made = await noor.page.request.post(f"/api/jits/{noor.jit}/evidence", data=wanted, headers={"Origin": lantern.url})
    exhibit = await made.json()

    await noor.turn_to("/access")
    await noor.page.get_by_role("button", name="Name filter seats").click()
    dialog = noor.page.get_by_role("dialog")
    await dialog.get_by_role("combobox", name="Filter seats").click()
    await noor.page.get_by_role("option").filter(has_text="Daan").click()
    await dialog.get_by_role("textbox", name="Reason").fill("Not on this case")
    await noor.page.screenshot(path=tmp_path / "naming.png")
    await dialog.get_by_role("button", name="Name filter seats").click()
    await expect(noor.page.get_by_text("Filter seats of your party")).to_be_visible(timeout=SOON)

    await noor.turn_to(f"/evidence/{exhibit['id']}")
    await jonas.turn_to(f"/evidence/{exhibit['id']}")
    await jonas.page.get_by_role("button", name="More", exact=True).click()
    await jonas.page.get_by_role("menuitem", name="Flag as perhaps privileged").click()
    dialog = jonas.page.get_by_role("dialog")
    await dialog.get_by_role("textbox").fill("Letters from her lawyer")
    await dialog.get_by_role("button", name="Flag as perhaps privileged").click()
    for desk in (noor, jonas):
        await expect(desk.page.get_by_text("Closed: it may hold privileged")).to_be_visible(timeout=SOON)
    await noor.page.screenshot(path=tmp_path / "closed.png")

    await daan.turn_to("/")
    # What happens beside it names the exhibit too.
    line = daan.page.get_by_role("listitem").filter(has_text=TITLE).filter(has_text="À filtrer")
    await expect(line).to_be_visible(timeout=SOON)
    await line.get_by_role("link").click()
    await daan.page.set_viewport_size({"width": 390, "height": 844})
    await daan.page.get_by_role("button", name="Rendre un verdict").click()
    dialog = daan.page.get_by_role("dialog")
    await dialog.get_by_role("radio", name="Levé").check()
    await dialog.get_by_role("textbox").fill("Aucun échange avec un avocat")
    await daan.page.screenshot(path=tmp_path / "verdict-french-dark-narrow.png")
    await dialog.get_by_role("button", name="Rendre le verdict").click()
    await expect(noor.page.get_by_text("A filter seat cleared it")).to_be_visible(timeout=SOON)
    await expect(jonas.page.get_by_text("Closed: it may hold privileged")).to_have_count(0, timeout=SOON)
