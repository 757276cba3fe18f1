"""Four eyes at the page: demanded by one leader, a recall confirmed by another, and the demand lifted by both."""

from pathlib import Path
from typing import Final

from playwright.async_api import expect

from app import clock
from tests.factories.evidence import form, release
from tests.support.browser import Windows
from tests.support.desk import Desk, sit_down
from tests.support.server import Server

SOON: Final = 10_000
TITLE: Final = f"Server image, rack {clock.new_id().hex[-8:]}"


async def say_why(desk: Desk, action: str, reason: str = "As our instruction has it") -> None:
    dialog = desk.page.get_by_role("dialog")
    await dialog.get_by_role("textbox").fill(reason)
    await dialog.get_by_role("button", name=action, exact=True).click()
    await expect(dialog).to_be_hidden()


async def lift(noor: Desk, bram: Desk, shots: Path) -> None:
    """Less is proposed by one and agreed to by the other."""
    await noor.turn_to("/access")
    await noor.page.get_by_role("button", name="Change", exact=True).click()
    await noor.page.get_by_role("checkbox", name="Recalls, and whatever").uncheck()
    await say_why(noor, "Change")
    await expect(noor.page.get_by_text("for nothing any more")).to_be_visible(timeout=SOON)
    await expect(noor.page.get_by_role("button", name="Agree")).to_have_count(0)
    await bram.turn_to("/access")
    await expect(bram.page.get_by_role("button", name="En convenir")).to_be_visible(timeout=SOON)
    await bram.page.screenshot(path=shots / "proposed-narrow.png")
    await bram.page.get_by_role("button", name="En convenir").click()
    await say_why(bram, "En convenir")
    await expect(noor.page.get_by_text("One leader of your party decides a release or a recall")).to_be_visible(
        timeout=SOON
    )


async def test_a_recall_is_decided_by_two(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    windows.forgive("404")  # what was recalled is not there any more
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    bram = await sit_down(windows, lantern, "bram@nl.demo", language="fr", dark=True)
    jonas = await sit_down(windows, lantern, "jonas@de.demo")
    wanted = form(title=TITLE, releases=[release("DE", "readable")])
    made = await noor.page.request.post(f"/api/jits/{noor.jit}/evidence", data=wanted, headers={"Origin": lantern.url})
    exhibit = await made.json()
    await expect(jonas.row(TITLE)).to_be_visible(timeout=SOON)

    await noor.turn_to("/access")
    await expect(noor.page.get_by_text("One leader of your party decides a release or a recall")).to_be_visible()
    await noor.page.get_by_role("button", name="Change", exact=True).click()
    await noor.page.get_by_role("checkbox", name="Recalls, and whatever").check()
    await noor.page.screenshot(path=tmp_path / "demand.png")
    await say_why(noor, "Change")
    await expect(noor.page.get_by_text("demands a second leader for recalls")).to_be_visible(timeout=SOON)

    await noor.turn_to(f"/evidence/{exhibit['id']}")
    await noor.page.get_by_role("button", name="Decide for Germany").first.click()
    await noor.page.get_by_role("dialog").get_by_role("button", name="Recall").first.click()
    await noor.page.get_by_role("dialog").get_by_role("checkbox").check()
    await say_why(noor, "Recall the release", "The order was quashed.")
    await expect(noor.page.get_by_text("The recall waits for a second leader")).to_be_visible()
    await expect(noor.part("Who may see it").get_by_role("button", name="Give it up")).to_be_visible(timeout=SOON)
    await expect(noor.part("Who may see it").get_by_role("button", name="Confirm")).to_have_count(0)
    await noor.page.screenshot(path=tmp_path / "waits.png")
    await expect(jonas.row(TITLE)).to_be_visible()

    await bram.turn_to("/")
    line = bram.page.get_by_role("listitem").filter(has_text=TITLE)
    await expect(line).to_contain_text("Révocation envers la partie", timeout=SOON)
    await bram.page.screenshot(path=tmp_path / "situation-french-dark.png")
    await line.get_by_role("link").click()
    await bram.page.get_by_role("button", name="Confirmer", exact=True).click()
    await bram.page.set_viewport_size({"width": 390, "height": 844})
    await expect(bram.page.get_by_role("dialog")).to_contain_text("The order was quashed.")
    await bram.page.screenshot(path=tmp_path / "confirm-narrow.png")
    await bram.page.get_by_role("dialog").get_by_role("button", name="Confirmer").click()
    await expect(jonas.row(TITLE)).to_have_count(0, timeout=SOON)
    await expect(noor.part("Who may see it").get_by_role("button", name="Give it up")).to_have_count(0, timeout=SOON)

    await lift(noor, bram, tmp_path)
