"""An auditor orders that stored files are compared with their hashes, sees no content, and reads the verdict as it comes."""

from pathlib import Path

from playwright.async_api import expect

from tests.support.browser import Windows
from tests.support.desk import sit_down
from tests.support.server import Server


async def test_an_order_and_its_verdict_without_looking(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    auditor = await sit_down(windows, lantern, "auditor@jit.demo")
    pool = (await auditor.read("/evidence?limit=200"))["items"]
    found = next(one for one in pool if one["files_count"] and one["status"] == "active")
    await auditor.turn_to(f"/evidence/{found['id']}")
    panel = auditor.part("Integrity of the stored files")
    await panel.get_by_role("button", name="Order a check").click()
    await expect(panel.get_by_text("Every stored file was read anew and has the hash of its receipt")).to_be_visible(
        timeout=30_000
    )
    custody = auditor.part("Custody")
    await expect(custody.get_by_text("Integrity check ordered")).to_be_visible()
    await expect(custody.get_by_text("Integrity checked")).to_be_visible()
    await auditor.page.screenshot(path=tmp_path / "checked.png", full_page=True)
