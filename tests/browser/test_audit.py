"""The audit screen at work: searched, walked by keys, opened, proved, its receipt taken; and the access log, for auditors alone."""

import re
from pathlib import Path

from playwright.async_api import expect

from tests.support.axe import violations
from tests.support.browser import Windows
from tests.support.desk import Desk, sit_down
from tests.support.server import Server


async def chosen(desk: Desk, field: str, option: str) -> None:
    await desk.page.get_by_role("combobox", name=field).click()
    await desk.page.get_by_role("option", name=option, exact=True).click()


async def test_a_partys_auditor_searches_opens_an_entry_and_takes_its_receipt(
    windows: Windows, lantern: Server, tmp_path: Path
) -> None:
    auditor = await sit_down(windows, lantern, "auditor@de.demo", zone="Europe/Berlin")
    page, entries = auditor.page, auditor.part("Entries")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await auditor.turn_to("/audit")
    await chosen(auditor, "Kind of entry", "Opened")
    await page.keyboard.press("Escape")
    rows = entries.locator("[data-row]")
    await expect(rows.filter(has_text="Opened").first).to_be_visible()
    await expect(rows.filter(has_not_text="Opened")).to_have_count(0)
    await expect(page).to_have_url(re.compile("evidence.opened"))
    await expect(rows.first.get_by_label("and included in the checkpoint")).to_be_visible(timeout=30_000)
    # A screen of rows is proved from a few tiles, not by a request for each row.
    assert not any("/proofs/inclusion" in url for url in asked)
    size = int((await (await auditor.ask("/ledger/checkpoint")).text()).splitlines()[1])
    assert 0 < sum("/ledger/tile/" in url and "/tile/entries/" not in url for url in asked) <= 12 + size // 256

    await page.reload()
    await expect(rows.filter(has_not_text="Opened")).to_have_count(0)
    await rows.first.focus()
    await page.keyboard.press("ArrowDown")
    await expect(rows.nth(1)).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(rows.nth(1)).to_have_attribute("aria-expanded", "true")
    await expect(entries.get_by_text("evidence.opened")).to_be_visible()
    async with page.expect_download() as downloading:
        await entries.get_by_role("link", name="Download the receipt").click()
    receipt = (await (await downloading.value).path()).read_text()
    assert receipt.startswith("c2sp.org/tlog-proof@v1\n")
    assert await violations(page) == []
    await page.screenshot(path=tmp_path / "opened.png")
    await page.keyboard.press("Tab")
    await rows.nth(1).focus()
    await page.keyboard.press("ArrowLeft")
    await expect(rows.nth(1)).to_have_attribute("aria-expanded", "false")

    await entries.get_by_role("textbox", name="Words in the entries").fill("no such word anywhere")
    await expect(entries.get_by_text("No entry that you may read matches these filters")).to_be_visible()
    await entries.get_by_role("button", name="Clear filters").last.click()
    await expect(rows.nth(10)).to_be_visible()


async def test_an_auditor_reads_the_access_log(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    lena = await sit_down(windows, lantern, "lena@de.demo")
    (exhibit,) = (await lena.read("/evidence?limit=1"))["items"]
    await lena.ask(f"/evidence/{exhibit['id']}/custody")
    await lena.ask("/evidence/01900000-0000-7000-8000-000000000000")

    auditor = await sit_down(windows, lantern, "auditor@jit.demo")
    await auditor.turn_to("/audit")
    await auditor.page.get_by_role("tab", name="Access log").click()
    log = auditor.part("Access log")
    await expect(log.get_by_text("kept for three years")).to_be_visible()
    await chosen(auditor, "Acting seat", "DE-02 Lena Vogtmann")
    await chosen(auditor, "Answer", "Not there")
    row = log.locator("[data-row]").first
    await expect(row).to_contain_text("DE-02 Lena Vogtmann", timeout=20_000)
    await expect(row).to_contain_text("Not there")
    await row.click()
    await expect(log.get_by_text("GET /api/jits/{jit}/evidence/{evidence}", exact=True)).to_be_visible()
    await expect(log.get_by_text("it does not exist, or it is hidden from it")).to_be_visible()
    assert await violations(auditor.page) == []
    await auditor.page.screenshot(path=tmp_path / "log.png")
    await auditor.page.set_viewport_size({"width": 390, "height": 844})
    wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert await auditor.page.evaluate(wider) == 0


async def test_nobody_else_is_shown_it(windows: Windows, lantern: Server) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    await noor.turn_to("/audit?tab=access")
    await expect(noor.part("Entries").get_by_role("row").nth(1)).to_be_visible()
    await expect(noor.page.get_by_role("tab")).to_have_count(0)
    await expect(noor.part("Access log")).to_have_count(0)
    assert (await noor.ask("/access-log")).status == 403
