"""Retention at the page: a legal hold, an erasure that two leaders decide, and the fields of an entry that are erased after it."""

from typing import Any, Final

from playwright.async_api import Locator, expect

from app import clock
from tests.factories.evidence import release
from tests.support.pages.browser import Windows
from tests.support.pages.people import ApiPerson, api_person, open_window
from tests.support.pages.user_page import SOON, UserPage
from tests.support.server import Server

TITLE: Final = f"Server image, Rotterdam {clock.new_id().hex[-8:]}"


async def withdrawn(owner: ApiPerson) -> dict[str, Any]:
    """An exhibit of the Netherlands that was released and is withdrawn."""
    exhibit = await owner.register(TITLE, release("DE", "readable"))
    await owner.post(f"/evidence/{exhibit['id']}/withdrawal", {"reason": "Quashed"}, version=exhibit["version"])
    return exhibit


async def demand_two(*leaders: ApiPerson, acts: list[str]) -> None:
    """Let a party demand a second leader for these acts; each leader says so."""
    for leader in leaders:
        version = (await leader.get("/four-eyes"))["version"]
        await leader.put("/four-eyes", {"acts": acts, "reason": "As our instruction has it"}, version=version)


async def hold(row: Locator, dialog: Locator) -> None:
    """A hold names its court and its file there, and leaves nothing to erase."""
    await expect(row).to_contain_text("Withdrawn, not erased yet", timeout=SOON)
    await row.get_by_role("button", name="Set legal hold").click()
    await dialog.get_by_role("textbox", name="Reason for the hold").fill("Evidence in the main trial")
    await dialog.get_by_role("button", name="Set legal hold").click()
    await expect(dialog.get_by_text("Required.").first).to_be_visible()
    await dialog.get_by_role("textbox", name="Court", exact=True).fill("Rechtbank Rotterdam")
    await dialog.get_by_role("textbox", name="Court file number").fill("10/960123-26")
    await dialog.get_by_role("button", name="Set legal hold").click()
    await expect(dialog).to_be_hidden()
    await expect(row).to_contain_text("A legal hold prevents the erasure", timeout=SOON)
    await expect(row.get_by_role("button", name="Erase")).to_have_count(0)


async def lift(panel: Locator, dialog: Locator) -> None:
    """The hold ends at the exhibit."""
    await panel.get_by_role("button", name="Lift hold").click()
    await dialog.get_by_role("textbox", name="Reason for lifting the hold").fill("The judgment is final")
    await dialog.get_by_role("button", name="Lift hold").click()
    await expect(dialog).to_be_hidden()


async def decide_erasure(noor: UserPage, exhibit: dict[str, Any]) -> None:
    """An erasure asks for the number of the exhibit, and waits where a second leader is demanded."""
    await noor.tab("History")
    panel, dialog = noor.part("Retention"), noor.page.get_by_role("dialog")
    await panel.get_by_role("button", name="Erase", exact=True).click()
    await expect(dialog).to_contain_text("Nothing changes until another leader confirms")
    await dialog.get_by_role("textbox", name="Reason for the erasure").fill("The case is closed")
    await dialog.get_by_role("button", name="Request confirmation").click()
    await expect(dialog.get_by_text("This is not the number of the exhibit.")).to_be_visible()
    await dialog.get_by_role("textbox", name="to confirm").fill(exhibit["exhibit_number"])
    await dialog.get_by_role("button", name="Request confirmation").click()
    await expect(dialog).to_be_hidden()
    await expect(panel.get_by_role("button", name="Cancel erasure")).to_be_visible(timeout=SOON)
    await expect(panel.get_by_role("button", name="Confirm")).to_have_count(0)


async def erase_by_two(noor: UserPage, bram: UserPage, owner: ApiPerson, exhibit: dict[str, Any]) -> None:
    """The second leader turns an erasure down, and confirms the next one."""
    await decide_erasure(noor, exhibit)
    row = bram.page.locator("main").get_by_role("listitem").filter(has_text=TITLE)
    await expect(row.get_by_text("The case is closed")).to_be_visible(timeout=SOON)
    await row.get_by_role("button", name="Reject").click()
    dialog = bram.page.get_by_role("dialog")
    await dialog.get_by_role("textbox").fill("The appeal is pending")
    await dialog.get_by_role("button", name="Reject", exact=True).click()
    await expect(dialog).to_be_hidden()
    panel = noor.part("Retention")
    await expect(panel.get_by_role("button", name="Erase", exact=True)).to_be_visible(timeout=SOON)

    shown = await owner.get(f"/evidence/{exhibit['id']}")
    erasing = {"confirmation": exhibit["exhibit_number"], "reason": "The appeal is decided"}
    await owner.post(f"/evidence/{exhibit['id']}/erasure", erasing, version=shown["version"])
    await row.get_by_role("button", name="Confirm").click()
    await dialog.get_by_role("textbox").fill(exhibit["exhibit_number"])
    await dialog.get_by_role("button", name="Erase permanently").click()
    await expect(panel.get_by_text("The keys are destroyed.")).to_be_visible(timeout=SOON)
    await noor.tab("Custody")
    await expect(noor.page.get_by_text("Erased (certificate)").first).to_be_visible(timeout=SOON)


async def erase_fields(noor: UserPage, bram: UserPage) -> None:
    """Fields of an entry are chosen at the page, confirmed by the second leader, and told as erased where they stood."""
    await noor.tab("Custody")
    custody = noor.part("Custody")
    await custody.get_by_role("button", name="Registered", exact=True).click()
    await custody.get_by_role("button", name="Technical proof").click()
    await custody.get_by_role("button", name="Erase fields").click(timeout=SOON)
    dialog = noor.page.get_by_role("dialog")
    await expect(dialog.get_by_text("This cannot be undone.")).to_be_visible()
    await dialog.get_by_role("button", name="Request confirmation").click()
    await expect(dialog.get_by_text("Choose at least one field.")).to_be_visible()
    await dialog.get_by_role("checkbox", name="Place").check()
    await dialog.get_by_role("textbox", name="Legal basis").fill("Directive (EU) 2016/680 Art. 16(2)")
    await dialog.get_by_role("textbox", name="Reason").fill("The person concerned asked for it")
    label = await dialog.get_by_text("to confirm").first.text_content()
    position = "".join(one for one in label or "" if one.isdigit())
    await dialog.get_by_role("textbox", name="to confirm").fill(position)
    await dialog.get_by_role("button", name="Request confirmation").click()
    await expect(dialog).to_be_hidden()

    panel = bram.page.get_by_role("region", name="Fields of entries to be erased")
    await expect(panel.get_by_text("The person concerned asked for it").first).to_be_visible(timeout=SOON)
    await panel.get_by_role("button", name="Confirm").click()
    dialog = bram.page.get_by_role("dialog")
    await dialog.get_by_role("textbox").fill(position)
    await dialog.get_by_role("button", name="Erase permanently").click()
    await expect(panel).to_have_count(0, timeout=SOON)
    await expect(custody.get_by_text("certificate at position").first).to_be_visible(timeout=SOON)
    await expect(custody.get_by_text("Fields erased (certificate)").first).to_be_visible(timeout=SOON)


async def test_erasures_by_two_leaders_after_a_hold_is_lifted_leave_certificates(
    windows: Windows, lantern: Server
) -> None:
    owner, second = await api_person(lantern, "noor@nl.demo"), await api_person(lantern, "bram@nl.demo")
    exhibit = await withdrawn(owner)
    await demand_two(owner, acts=["erase"])
    noor = await open_window(windows, owner, "/reviews")
    row = noor.page.locator("main").get_by_role("listitem").filter(has_text=TITLE)
    dialog = noor.page.get_by_role("dialog")
    await hold(row, dialog)
    await row.get_by_role("link").click()
    await noor.tab("History")
    await lift(noor.part("Retention"), dialog)
    bram = await open_window(windows, second, "/reviews")
    await erase_by_two(noor, bram, owner, exhibit)
    await erase_fields(noor, bram)
    await demand_two(owner, second, acts=[])
