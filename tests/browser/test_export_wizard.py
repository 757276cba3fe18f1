"""Asking for a bundle at the page: what a seat may choose, what it would hold, how far it is, calling it off, fetching it."""

from pathlib import Path

from playwright.async_api import Locator, expect

from tests.support.axe import violations
from tests.support.browser import Windows
from tests.support.desk import Desk, sit_down
from tests.support.server import Server


async def wizard(desk: Desk, button: str = "New bundle") -> Locator:
    await desk.turn_to("/audit")
    await desk.page.get_by_role("button", name=button).click()
    dialog = desk.page.get_by_role("dialog", name=button)
    await expect(dialog.get_by_role("radio").first).to_be_visible()
    return dialog


async def choices(dialog: Locator) -> list[str]:
    return [await one.get_attribute("value") or "" for one in await dialog.get_by_role("radio").all()][:6]


async def test_a_judicial_leader_makes_a_bundle_for_a_defence(
    windows: Windows, lantern: Server, tmp_path: Path
) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    mine = [one for one in (await noor.read("/evidence?originator=NL&limit=50"))["items"] if one["mine"]][:2]
    dialog = await wizard(noor)
    assert (await choices(dialog))[:5] == ["court", "defence", "member_state", "statistics", "archive"]
    await dialog.get_by_role("button", name="Make the bundle").click()
    await expect(dialog.get_by_text("Choose for whom it is.")).to_be_visible()
    await dialog.get_by_role("radio", name="Bundle for a defence").check()
    for exhibit in mine:
        await dialog.get_by_role("combobox", name="Add an exhibit").fill(exhibit["exhibit_number"])
        await expect(noor.page.get_by_role("option")).to_have_count(1)
        await noor.page.get_by_role("option", name=exhibit["exhibit_number"]).click()
        await expect(dialog.get_by_role("listitem").filter(has_text=exhibit["exhibit_number"])).to_be_visible()
    await dialog.get_by_role("textbox", name="Proceeding").fill("Rb Rotterdam 10/960")
    preview = dialog.get_by_role("region", name="What it would hold")
    await expect(preview.get_by_text("People appear by the codes of their seats.")).to_be_visible()
    await expect(preview.get_by_text("Registered", exact=True)).to_be_visible()
    assert await violations(noor.page) == []
    await noor.page.screenshot(path=tmp_path / "wizard.png")
    await dialog.get_by_role("button", name="Make the bundle").click()
    await expect(dialog).to_be_hidden()
    line = noor.part("Bundles").get_by_role("listitem").filter(has_text="Rb Rotterdam 10/960").first
    await expect(line.get_by_role("link", name="Download Bundle for a defence")).to_be_visible(timeout=60_000)
    await line.get_by_text("How it is checked").click()
    await expect(line.get_by_text("python3 -I data/verify.py .")).to_be_visible()
    assert await violations(noor.page) == []
    await noor.page.screenshot(path=tmp_path / "made.png")


async def test_on_an_exhibit_in_french_on_a_narrow_screen(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    claire = await sit_down(windows, lantern, "claire@fr.demo", language="fr", dark=True)
    await claire.page.set_viewport_size({"width": 390, "height": 800})
    pool = (await claire.read("/evidence?originator=FR&limit=50"))["items"]
    exhibit = next(one for one in pool if one["mine"] and one["status"] == "active")
    await claire.turn_to(f"/evidence/{exhibit['id']}")
    await claire.page.get_by_role("button", name="Autres actes", exact=True).click()
    await claire.page.get_by_role("menuitem", name="Exporter le dossier").click()
    dialog = claire.page.get_by_role("dialog", name="Nouveau dossier")
    await expect(dialog.get_by_role("radio", name="audience d")).to_be_checked()
    assert (await choices(dialog))[:2] == ["court", "defence"]
    await expect(dialog.get_by_role("region", name="contiendrait")).to_be_visible()
    assert await violations(claire.page) == []
    await claire.page.screenshot(path=tmp_path / "wizard-fr.png")
    box = await dialog.bounding_box()
    assert box is not None
    assert box["width"] <= 390
    await dialog.get_by_role("button", name="Annuler").click()
    await expect(dialog).to_be_hidden()


async def test_an_auditor_s_choice_and_statistics(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    auditor = await sit_down(windows, lantern, "auditor@jit.demo")
    dialog = await wizard(auditor)
    assert (await choices(dialog))[:4] == ["court", "supervisory_authority", "statistics", "archive"]
    await dialog.get_by_role("radio", name="Statistics").check()
    await expect(dialog.get_by_text("A count below five is suppressed")).to_be_visible()
    await auditor.page.screenshot(path=tmp_path / "statistics.png")
    await dialog.get_by_role("button", name="Make the bundle").click()
    line = auditor.part("Bundles").get_by_role("listitem").filter(has_text="Statistics").first
    await expect(line.get_by_role("link", name="Download Statistics")).to_be_visible(timeout=60_000)
