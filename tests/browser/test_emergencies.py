"""Break-glass at the page: allowed by a leader, broken abroad by the number of an exhibit, told at once, and reviewed."""

from pathlib import Path
from typing import Final

from playwright.async_api import expect

from app import clock
from tests.factories.evidence import form
from tests.support.browser import Windows
from tests.support.desk import SOON, Desk, sit_down
from tests.support.server import Server

TITLE: Final = f"Telephone of the driver {clock.new_id().hex[-8:]}"
WHY: Final = "A hostage: the flat is on this telephone"


async def smash(desk: Desk, number: str) -> None:
    """Break the glass of what somebody named on the telephone."""
    await desk.page.get_by_role("button", name="Break the glass").click()
    dialog = desk.page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name="Exhibit number").fill(number)
    await dialog.get_by_role("textbox", name="Whose life").fill(WHY)
    await dialog.get_by_role("checkbox").check()
    await dialog.get_by_role("button", name="Break the glass").click()


async def test_the_glass_is_broken_and_reviewed(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    claire = await sit_down(windows, lantern, "claire@fr.demo", language="fr", dark=True)
    lena = await sit_down(windows, lantern, "lena@de.demo")
    headers = {"Origin": lantern.url}
    made = await claire.page.request.post(
        f"/api/jits/{claire.jit}/evidence",
        data=form(title=TITLE, releases=[{"party": "FR", "level": "held"}]),
        headers=headers,
    )
    assert made.status == 201, await made.text()
    exhibit = await made.json()
    await lena.turn_to("/alerts")

    await smash(lena, exhibit["exhibit_number"])
    await expect(lena.page.get_by_role("dialog").get_by_role("alert")).to_be_visible()  # as if it did not exist
    await lena.page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    await claire.turn_to("/access")
    allowed = claire.part("Qui peut briser la glace")
    await allowed.get_by_role("button", name="Décider : Allemagne").click()
    dialog = claire.page.get_by_role("dialog")
    await dialog.get_by_text("Détenu", exact=True).click()
    await dialog.get_by_role("textbox", name="Clause").fill("Art. 14")
    await dialog.get_by_role("button", name="Inscrire la décision").click()
    await expect(allowed).to_contain_text("Art. 14", timeout=SOON)
    await claire.page.screenshot(path=tmp_path / "allowed-french-dark.png")
    await claire.turn_to("")
    await smash(lena, exhibit["exhibit_number"])
    await expect(lena.page.get_by_role("heading", name=TITLE)).to_be_visible(timeout=SOON)
    await lena.page.screenshot(path=tmp_path / "opened.png")
    waits = claire.page.get_by_role("listitem").filter(has_text=TITLE).filter(has_text="Glace brisée")
    await expect(waits.first).to_be_visible(timeout=SOON)
    await claire.page.screenshot(path=tmp_path / "situation.png")
    await claire.turn_to("/alerts")
    row = (
        claire.page.get_by_role("region", name="Consultations d")
        .get_by_role("listitem")
        .filter(has_text=exhibit["exhibit_number"])
    )
    await row.get_by_role("button", name="examiner").click()
    dialog = claire.page.get_by_role("dialog")
    await dialog.get_by_role("radio", name="Non justifiée").check()
    await dialog.get_by_role("textbox").fill("Le téléphone ne contient aucune adresse")
    await dialog.get_by_role("button", name="Rendre la décision").click()
    await expect(row).to_contain_text("Non justifiée", timeout=SOON)
    await claire.page.set_viewport_size({"width": 390, "height": 844})
    await claire.page.screenshot(path=tmp_path / "reviewed-narrow.png")
    await expect(lena.page.get_by_role("heading", name=TITLE)).to_have_count(0, timeout=SOON)
    await lena.turn_to("/alerts")  # what was under way has been answered by then
    await expect(lena.page.get_by_role("region", name="Emergency openings")).to_be_visible(timeout=SOON)
    windows.forgive("status of 404")
