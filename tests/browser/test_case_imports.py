"""Importing a CASE document at the page: the form, what would be made, and the exhibits with what their source claims."""

from pathlib import Path

from playwright.async_api import expect

from app import clock
from tests.factories.case import document
from tests.support.browser import Windows
from tests.support.desk import SOON, sit_down
from tests.support.server import Server


async def test_is_looked_at_and_imported(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo", language="fr", dark=True)
    await noor.turn_to("/evidence")
    await noor.page.get_by_role("button", name="Importer CASE").click()
    drawer = noor.page.get_by_role("dialog")
    await drawer.get_by_role("button", name="Examiner").click()
    await expect(drawer.get_by_text("Choisissez le document.")).to_be_visible()
    name = f"lab-{clock.new_id().hex[-6:]}.jsonld"
    text = document().replace("Telephone of K.", f"Telephone of K. {name}")
    content = {"name": name, "mimeType": "application/ld+json", "buffer": text.encode()}
    async with noor.page.expect_file_chooser() as chooser:
        await drawer.get_by_role("button", name="Document").click()
    await (await chooser.value).set_files(content)  # type: ignore[arg-type]  # a file that is on no disk
    await drawer.get_by_role("textbox", name="Recueilli par").fill("Laboratoire de Kassel")
    await drawer.get_by_role("textbox", name="Lieu").fill("Kassel")
    await drawer.get_by_role("textbox", name="Base légale").fill("DEE 12/2026")
    await noor.page.screenshot(path=tmp_path / "form-french-dark.png")
    await drawer.get_by_role("button", name="Examiner").click()
    await expect(drawer.get_by_text("2 scellés seraient créés")).to_be_visible(timeout=SOON)
    await expect(drawer.get_by_text("acme:Oddity")).to_be_visible()
    await noor.page.screenshot(path=tmp_path / "preview-french-dark.png")
    await noor.page.set_viewport_size({"width": 390, "height": 844})
    await noor.page.screenshot(path=tmp_path / "preview-narrow.png")
    await drawer.get_by_role("button", name="Importer 2 scellés").click()
    await expect(drawer).to_be_hidden(timeout=SOON)
    await expect(noor.page.get_by_role("heading", name=name)).to_be_visible(timeout=SOON)
    await noor.page.set_viewport_size({"width": 1440, "height": 900})
    await noor.turn_to("/evidence")
    await noor.page.get_by_text(f"Telephone of K. {name}").first.click()
    claimed = noor.page.get_by_text("Affirmé par un document importé")
    await expect(claimed.first).to_be_visible(timeout=SOON)
    await expect(claimed).to_have_count(3)
    await noor.page.screenshot(path=tmp_path / "imported-french-dark.png", full_page=True)
