"""Four eyes at the page: demanded by one leader, a recall and an erasure confirmed by another, the demand lifted by both."""

from pathlib import Path
from typing import Final

from playwright.async_api import expect

from app import clock
from tests.factories.evidence import form, release
from tests.factories.field_erasures import FORM
from tests.support.browser import Windows
from tests.support.desk import SOON, Desk, sit_down
from tests.support.server import Server

TITLE: Final = f"Server image, rack {clock.new_id().hex[-8:]}"


async def say_why(desk: Desk, action: str, reason: str = "As our instruction has it") -> None:
    dialog = desk.page.get_by_role("dialog")
    await dialog.get_by_role("textbox").fill(reason)
    await dialog.get_by_role("button", name=action, exact=True).click()
    await expect(dialog).to_be_hidden()


async def lift(noor: Desk, bram: Desk, shots: Path) -> None:
    """Less is proposed by one and agreed to by the other."""
    await noor.turn_to("/access")
    await noor.part("Four eyes").get_by_role("button", name="Change").click()
    for demanded in ("Recalls, and whatever", "Erasures, of what"):
        await noor.page.get_by_role("checkbox", name=demanded).uncheck()
    await say_why(noor, "Change")
    await expect(noor.page.get_by_text("for nothing any more")).to_be_visible(timeout=SOON)
    await expect(noor.page.get_by_role("button", name="Agree")).to_have_count(0)
    await bram.turn_to("/access")
    await expect(bram.page.get_by_role("button", name="En convenir")).to_be_visible(timeout=SOON)
    await bram.page.screenshot(path=shots / "proposed-narrow.png")
    await bram.page.get_by_role("button", name="En convenir").click()
    await say_why(bram, "En convenir")
    await expect(
        noor.page.get_by_text("One leader of your party decides a release, a recall or an erasure")
    ).to_be_visible(timeout=SOON)


async def erase(noor: Desk, bram: Desk, exhibit: dict[str, str], shots: Path) -> None:
    """Decided by one in the queue, turned down by the other; decided again, and confirmed."""
    path = f"/api/jits/{noor.jit}/evidence/{exhibit['id']}"
    shown = await (await noor.page.request.get(path)).json()
    headers = {"Origin": noor.page.url.partition("/jits")[0], "If-Match": f'"{shown["version"]}"'}
    ended = await noor.page.request.post(f"{path}/withdrawal", data={"reason": "Quashed"}, headers=headers)
    assert ended.status == 200, await ended.text()
    await noor.turn_to("/reviews")
    await bram.page.set_viewport_size({"width": 1280, "height": 800})
    await bram.turn_to("/reviews")
    row, other = (desk.page.locator("main").get_by_role("listitem").filter(has_text=TITLE) for desk in (noor, bram))
    dialog = noor.page.get_by_role("dialog")
    for time in range(2):
        await row.get_by_role("button", name="Erase", exact=True).click()
        await expect(dialog).to_contain_text("nothing changes until another leader confirms")
        await dialog.get_by_role("textbox", name="Why it is erased").fill("The case is closed")
        await dialog.get_by_role("textbox", name="to confirm").fill(exhibit["exhibit_number"])
        await dialog.get_by_role("button", name="Decide, and let it wait").click()
        await expect(dialog).to_be_hidden()
        await expect(row.get_by_role("button", name="Give it up")).to_be_visible(timeout=SOON)
        await expect(row.get_by_role("button", name="Confirm")).to_have_count(0)
        await expect(other.get_by_text("The case is closed")).to_be_visible(timeout=SOON)
        if time == 0:
            await noor.page.screenshot(path=shots / "erasure-waits.png")
            await other.get_by_role("button", name="Le refuser").click()
            await say_why(bram, "Le refuser")
            await expect(row.get_by_role("button", name="Erase", exact=True)).to_be_visible(timeout=SOON)
    await bram.page.screenshot(path=shots / "erasure-queue-french-dark.png")
    await other.get_by_role("button", name="Confirmer").click()
    await bram.page.set_viewport_size({"width": 390, "height": 844})
    await bram.page.screenshot(path=shots / "erasure-confirm-narrow.png")
    await bram.page.get_by_role("dialog").get_by_role("textbox").fill(exhibit["exhibit_number"])
    await bram.page.get_by_role("dialog").get_by_role("button", name="Effacer définitivement").click()
    await expect(row).to_have_count(0, timeout=SOON)
    await noor.turn_to(f"/evidence/{exhibit['id']}")
    await expect(noor.part("Retention").get_by_text("The keys are destroyed.")).to_be_visible(timeout=SOON)
    await noor.page.screenshot(path=shots / "erased-by-two.png", full_page=True)


async def erase_fields(noor: Desk, bram: Desk, exhibit: dict[str, str], shots: Path) -> None:
    """Fields of its entries, once it is erased: wanted by one, found and confirmed by the other."""
    at = f"/api/jits/{noor.jit}"
    told = await (await noor.page.request.get(f"{at}/evidence/{exhibit['id']}/custody")).json()
    position = str(told["items"][0]["position"])
    form = FORM | {"names": ["title", "place"], "confirmation": position}
    headers = {"Origin": noor.page.url.partition("/jits")[0]}
    wanted = await noor.page.request.post(f"{at}/ledger/entries/{position}/erasures", data=form, headers=headers)
    assert wanted.status == 202, await wanted.text()
    await bram.turn_to("/reviews")
    panel = bram.page.get_by_role("region", name="inscriptions à effacer")
    await expect(panel.get_by_text(FORM["reason"])).to_be_visible(timeout=SOON)
    await bram.page.screenshot(path=shots / "fields-wait-narrow.png", full_page=True)
    await panel.get_by_role("button", name="Confirmer").click()
    await bram.page.get_by_role("dialog").get_by_role("textbox").fill(position)
    await bram.page.get_by_role("dialog").get_by_role("button", name="Effacer définitivement").click()
    await expect(panel).to_have_count(0, timeout=SOON)


async def test_a_recall_and_an_erasure_are_decided_by_two(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    windows.forgive("status of 404")  # what was recalled is not there any more
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    bram = await sit_down(windows, lantern, "bram@nl.demo", language="fr", dark=True)
    jonas = await sit_down(windows, lantern, "jonas@de.demo")
    wanted = form(title=TITLE, releases=[release("DE", "readable")])
    made = await noor.page.request.post(f"/api/jits/{noor.jit}/evidence", data=wanted, headers={"Origin": lantern.url})
    exhibit = await made.json()
    await expect(jonas.row(TITLE)).to_be_visible(timeout=SOON)

    await noor.turn_to("/access")
    await expect(
        noor.page.get_by_text("One leader of your party decides a release, a recall or an erasure")
    ).to_be_visible()
    await noor.part("Four eyes").get_by_role("button", name="Change").click()
    for demanded in ("Recalls, and whatever", "Erasures, of what"):
        await noor.page.get_by_role("checkbox", name=demanded).check()
    await noor.page.screenshot(path=tmp_path / "demand.png")
    await say_why(noor, "Change")
    await expect(noor.page.get_by_text("demands a second leader for recalls and erasures")).to_be_visible(timeout=SOON)

    await noor.turn_to(f"/evidence/{exhibit['id']}")
    await noor.page.get_by_role("button", name="Decide for Germany").first.click()
    await noor.page.get_by_role("dialog").get_by_role("button", name="Recall").first.click()
    await noor.page.get_by_role("dialog").get_by_role("checkbox").check()
    await say_why(noor, "Recall the release", "The order was quashed.")
    await expect(noor.part("Who may see it").get_by_text("still has it until then")).to_be_visible(timeout=SOON)
    await expect(noor.part("Who may see it").get_by_role("button", name="Give it up")).to_be_visible(timeout=SOON)
    await expect(noor.part("Who may see it").get_by_role("button", name="Confirm")).to_have_count(0)
    await noor.page.screenshot(path=tmp_path / "waits.png")
    await expect(jonas.row(TITLE)).to_be_visible()

    await bram.turn_to("/")
    # What happens beside it names the exhibit too.
    line = bram.page.get_by_role("listitem").filter(has_text=TITLE).filter(has_text="Révocation envers la partie")
    await expect(line).to_be_visible(timeout=SOON)
    await bram.page.screenshot(path=tmp_path / "situation-french-dark.png")
    await line.get_by_role("link").click()
    await bram.page.get_by_role("button", name="Confirmer", exact=True).click()
    await bram.page.set_viewport_size({"width": 390, "height": 844})
    await expect(bram.page.get_by_role("dialog")).to_contain_text("The order was quashed.")
    await bram.page.screenshot(path=tmp_path / "confirm-narrow.png")
    await bram.page.get_by_role("dialog").get_by_role("button", name="Confirmer").click()
    await expect(jonas.row(TITLE)).to_have_count(0, timeout=SOON)
    await expect(noor.part("Who may see it").get_by_role("button", name="Give it up")).to_have_count(0, timeout=SOON)

    await erase(noor, bram, exhibit, tmp_path)
    await erase_fields(noor, bram, exhibit, tmp_path)
    await lift(noor, bram, tmp_path)
