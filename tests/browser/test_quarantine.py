"""Quarantine at the page: the controller entered, what a third country brought verified, and its state seen by its provider."""

from pathlib import Path
from typing import Final

from playwright.async_api import Locator, expect

from app import clock
from tests.factories.evidence import form, release
from tests.support.browser import Windows
from tests.support.desk import SOON, Desk, sit_down
from tests.support.server import Server

TITLE: Final = f"Account statement, Zurich {clock.new_id().hex[-8:]}"


def row(desk: Desk) -> Locator:
    """The exhibit in the queue."""
    return desk.page.locator("main").get_by_role("listitem").filter(has_text=TITLE)


async def test_from_the_designation_to_the_verdict(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    admin = await sit_down(windows, lantern, "admin@nl.demo")
    mara = await sit_down(windows, lantern, "mara@ch.demo", language="fr", dark=True)
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    registering = mara.page.get_by_role("search").get_by_role("button", name="Enregistrer un scellé")
    await expect(registering).to_be_disabled()
    await admin.turn_to("/verifications")
    await expect(admin.page.get_by_text("No controller is designated")).to_be_visible()
    await admin.page.get_by_role("button", name="Enter a designation").click()
    await admin.page.get_by_role("combobox", name="Administrator").click()
    await admin.page.get_by_role("option").first.click()
    await admin.page.get_by_role("textbox", name="Clause of the agreement").fill("Clause 12.3")
    await admin.page.get_by_role("button", name="Enter it").click()
    await expect(admin.page.get_by_text("Controller of this data:")).to_be_visible()
    await expect(registering).to_be_enabled(timeout=SOON)

    wanted = form(title=TITLE, releases=[release("NL", "readable")])
    made = await mara.page.request.post(f"/api/jits/{mara.jit}/evidence", data=wanted, headers={"Origin": lantern.url})
    assert made.status == 201, await made.text()
    exhibit = await made.json()
    await mara.turn_to(f"/evidence/{exhibit['id']}")
    await expect(mara.page.get_by_text("En quarantaine")).to_be_visible()
    await mara.page.screenshot(path=tmp_path / "provider-french-dark.png")

    await expect(row(admin)).to_be_visible(timeout=SOON)
    await admin.page.screenshot(path=tmp_path / "queue.png")
    await admin.page.set_viewport_size({"width": 390, "height": 844})
    await admin.page.screenshot(path=tmp_path / "queue-narrow.png")
    await row(admin).get_by_role("button", name="Give a verdict").click()
    dialog = admin.page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name="Reason").fill("Within clause 12")
    await dialog.get_by_role("radio", name="Let it in").check()
    await dialog.get_by_role("button", name="Give the verdict").click()
    await expect(dialog.get_by_text("only when every point is in order")).to_be_visible()
    for box in await dialog.get_by_role("checkbox").all():
        await box.check()
    await admin.page.screenshot(path=tmp_path / "verdict-narrow.png")
    await dialog.get_by_role("button", name="Give the verdict").click()
    await expect(dialog).to_be_hidden()
    await expect(row(admin)).to_have_count(0)
    await expect(noor.row(TITLE)).to_be_visible(timeout=SOON)
    await expect(mara.page.get_by_text("Vérifié en")).to_be_visible(timeout=SOON)
