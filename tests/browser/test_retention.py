"""Retention at the page: held for a court, kept until another day, erased, and what is left."""

from pathlib import Path
from typing import Final

from playwright.async_api import expect

from app import clock
from tests.factories.evidence import form, release
from tests.support.browser import Windows
from tests.support.desk import SOON, Desk, sit_down
from tests.support.server import Server

TITLE: Final = f"Server image, Rotterdam {clock.new_id().hex[-8:]}"


async def registered(desk: Desk, lantern: Server) -> dict[str, str]:
    """An exhibit of this desk's party, withdrawn."""
    headers = {"Origin": lantern.url}
    wanted = form(title=TITLE, releases=[release("DE", "readable")])
    made = await desk.page.request.post(f"/api/jits/{desk.jit}/evidence", data=wanted, headers=headers)
    assert made.status == 201, await made.text()
    exhibit: dict[str, str] = await made.json()
    path = f"/api/jits/{desk.jit}/evidence/{exhibit['id']}/withdrawal"
    ended = await desk.page.request.post(path, data={"reason": "Quashed"}, headers=headers | {"If-Match": '"1"'})
    assert ended.status == 200, await ended.text()
    return exhibit


async def test_from_the_queue_to_the_certificate(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    jonas = await sit_down(windows, lantern, "jonas@de.demo", language="fr", dark=True)
    exhibit = await registered(noor, lantern)
    await jonas.turn_to(f"/evidence/{exhibit['id']}")
    await noor.turn_to("/reviews")
    row = noor.page.locator("main").get_by_role("listitem").filter(has_text=TITLE)
    await expect(row).to_contain_text("Withdrawn, not erased yet", timeout=SOON)
    await noor.page.screenshot(path=tmp_path / "queue.png")

    await row.get_by_role("button", name="Legal hold").click()
    dialog = noor.page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name="Why it must be kept").fill("Evidence in the main trial")
    await dialog.get_by_role("button", name="Set the hold").click()
    await expect(dialog.get_by_text("Needed: the ledger records it.").first).to_be_visible()
    await dialog.get_by_role("textbox", name="Court").fill("Rechtbank Rotterdam")
    await dialog.get_by_role("textbox", name="File number there").fill("10/960123-26")
    await dialog.get_by_role("button", name="Set the hold").click()
    await expect(dialog).to_be_hidden()
    await expect(row).to_contain_text("A legal hold stands", timeout=SOON)
    await expect(row.get_by_role("button", name="Erase")).to_have_count(0)

    await row.get_by_role("link").click()
    panel = noor.page.get_by_role("region", name="Retention")
    await panel.get_by_role("button", name="Lift the hold").click()
    await dialog.get_by_role("textbox", name="Why it is lifted").fill("The judgment is final")
    await dialog.get_by_role("button", name="Lift the hold").click()
    await expect(dialog).to_be_hidden()
    await noor.page.screenshot(path=tmp_path / "held-and-lifted.png", full_page=True)

    await panel.get_by_role("button", name="Erase").click()
    await dialog.get_by_role("textbox", name="Why it is erased").fill("The case is closed")
    await dialog.get_by_role("button", name="Erase for good").click()
    await expect(dialog.get_by_text("This is not its number.")).to_be_visible()
    await dialog.get_by_role("textbox", name="to confirm").fill(exhibit["exhibit_number"])
    await noor.page.set_viewport_size({"width": 390, "height": 844})
    await noor.page.screenshot(path=tmp_path / "erase-narrow.png")
    await dialog.get_by_role("button", name="Erase for good").click()
    await expect(dialog).to_be_hidden()
    await expect(panel.get_by_text("The keys are destroyed.")).to_be_visible(timeout=SOON)
    await noor.page.screenshot(path=tmp_path / "certificate-narrow.png", full_page=True)
    await expect(noor.page.get_by_text("Erased: certificate").first).to_be_visible(timeout=SOON)
    await expect(jonas.page.get_by_text("Effacé. Il en reste")).to_be_visible(timeout=SOON)
    await jonas.page.screenshot(path=tmp_path / "stub-french-dark.png", full_page=True)
