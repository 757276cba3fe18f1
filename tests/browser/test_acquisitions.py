"""How an image was taken: recorded by its keeper, read by who reads the exhibit, corrected by a new record."""

from pathlib import Path

from playwright.async_api import expect

from tests.support.browser import Windows
from tests.support.desk import sit_down
from tests.support.server import Server


async def test_from_the_record_to_its_correction(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    pool = (await noor.read("/evidence?originator=NL&status=active&limit=200"))["items"]
    found = next(one for one in pool if one["kind"] == "image" and one["files_count"])
    files = (await noor.read(f"/evidence/{found['id']}"))["files"]
    sha256 = next(one["sha256"] for one in files if one["state"] == "ready")
    await noor.turn_to(f"/evidence/{found['id']}")
    panel = noor.part("Acquisition")
    await panel.get_by_role("button", name="Record", exact=True).click()
    drawer = noor.page.get_by_role("dialog")
    await drawer.get_by_role("button", name="Record it").click()
    await expect(drawer.get_by_text("A time that exists once in this zone is needed").first).to_be_visible()
    for name, value in (
        ("Serial number", "S6PNNS0T412345K"),
        ("Tool", "FTK Imager"),
        ("Version of the tool", "4.7.1"),
        ("Examiner (name or code)", "NL-17"),
    ):
        await drawer.get_by_role("textbox", name=name, exact=True).fill(value)
    await drawer.get_by_label("Begun at").fill("2026-05-16T10:05:00")
    await drawer.get_by_label("Ended at").fill("2026-05-16T14:41:30")
    await drawer.get_by_role("button", name="Add a hash").click()
    await drawer.get_by_role("textbox", name="Value (hex)").fill(sha256)
    await noor.page.screenshot(path=tmp_path / "recording.png")
    await drawer.get_by_role("button", name="Record it").click()
    await expect(panel.get_by_text("SHA-256 is that of a file stored here.")).to_be_visible()
    await panel.get_by_role("button", name="Correct").click()
    await expect(drawer.get_by_label("Begun at")).to_have_value("2026-05-16T10:05")
    await drawer.get_by_role("textbox", name="Serial number").fill("S6PNNS0T412346K")
    await drawer.get_by_role("textbox", name="Why it is corrected").fill("The last digits were misread")
    await drawer.get_by_role("button", name="Record it").click()
    await expect(panel.get_by_text("S6PNNS0T412346K")).to_be_visible()
    await expect(panel.get_by_text("1 earlier record was corrected; custody has it.")).to_be_visible()
    await expect(noor.part("Custody").get_by_text("Record of the acquisition corrected")).to_be_visible()
    await noor.page.screenshot(path=tmp_path / "corrected.png", full_page=True)
