"""A seized thing at the page: recorded, sealed, labelled, handed over live between two parties, and corrected."""

import re
from typing import Any, Final

from playwright.async_api import Locator, expect

from app import clock
from tests.factories.evidence import release
from tests.support.pages.axe import ALL_BUT_COLOURS, violations
from tests.support.pages.browser import Windows, until_holds
from tests.support.pages.people import ApiPerson, api_person, open_window
from tests.support.pages.user_page import SOON, UserPage, go_to
from tests.support.server import Server

TITLE: Final = f"Telephone found in the kitchen {clock.new_id().hex[-8:]}"


async def test_physical_custody_is_recorded_handed_over_corrected_and_labelled(
    windows: Windows, lantern: Server
) -> None:
    acting = await api_person(lantern, "noor@nl.demo")
    exhibit = await acting.register(TITLE, release("DE"), kind="physical", category="device")
    noor = await open_window(windows, acting, f"/evidence/{exhibit['id']}", zone="Europe/Amsterdam")
    await noor.tab("Physical custody")
    here = noor.part("Physical custody")
    await expect(here.get_by_text("Record the seizure or collection first")).to_be_visible()
    await act(noor, "Seized", Place="Rotterdam, Coolsingel 1")
    await expect(here.get_by_text("Held in person")).to_be_visible()
    await seal(noor)
    await offer_to_lena(noor)
    lena = await open_window(windows, await api_person(lantern, "lena@de.demo"), zone="Europe/Berlin")
    there = lena.part("Physical custody")
    await receive(lena)
    for part in (here, there):
        await expect(part.get_by_text("Wiesbaden, laboratory").first).to_be_visible()
    await act(lena, "Stored", Custodian="Evidence room 2", Place="Shelf 3")
    await put_right(lena)
    await expect(noor.part("Custody events, newest first").get_by_text("corrected later")).to_be_visible()
    await expect(here.get_by_text("Evidence room 2").first).to_be_visible()

    code = await printed_label(noor, exhibit)
    lost = await declared_void(noor, acting)
    await noor.page.goto(f"/find/{code}")
    await noor.page.wait_for_url(f"**/evidence/{exhibit['id']}")
    await scan_void(noor, lena, lost)
    windows.forgive("status of 404")
    windows.forgive("status of 410")


async def test_demonstration_handover_waits_for_its_receiver(lantern: Server) -> None:
    """Two sticks, seized, sealed, carried and stored, are offered to Bram, who has not answered."""
    bram = await api_person(lantern, "bram@nl.demo")
    (waits,) = (await bram.get("/handovers?mine=true&waiting=true"))["items"]
    offered = ("Property store, R. de Wit", "NL-00431", ["received", "refused"])
    assert (waits["giver"], waits["seal"], waits["may"]) == offered
    way = (await bram.get(f"/physical-custody/{waits['evidence']}"))["way"]
    kinds = [one["kind"].removeprefix("custody.") for one in reversed(way)]
    assert kinds == ["seized", "sealed", "transported", "stored", "offered"]
    assert way[3]["fields"]["photograph"]["value"]["name"] == "zegel-431.jpg"
    assert way[4]["fields"]["occurred"]["value"]["zone"] == "Europe/Amsterdam"


async def act(user: UserPage, name: str, **fields: str) -> None:
    """Record a custody event at the panel."""
    await user.part("Physical custody").get_by_role("button", name="Record custody event").click()
    await user.page.get_by_role("menuitem", name=name, exact=True).click()
    form = user.page.get_by_role("dialog")
    for label, value in fields.items():
        await form.get_by_role("textbox", name=label).fill(value)
    await form.get_by_role("button", name="Record", exact=True).click()
    await expect(form).to_be_hidden()


async def choose(user: UserPage, form: Locator, label: str, option: str) -> None:
    await form.get_by_role("combobox", name=label).click()
    await user.page.get_by_role("option", name=option).click()


async def seal(noor: UserPage) -> None:
    """The form offers what may follow, demands the number of the seal, and takes an earlier moment with its source."""
    here = noor.part("Physical custody")
    await here.get_by_role("button", name="Record custody event").click()
    await expect(noor.page.get_by_role("menuitem", name="Seal opened")).to_have_count(0)
    await noor.page.get_by_role("menuitem", name="Sealed").click()
    form = noor.page.get_by_role("dialog")
    await form.get_by_role("button", name="Record", exact=True).click()
    await expect(form.get_by_text("Required.")).to_be_visible()
    await form.get_by_role("textbox", name="Seal number").fill("A 100 417")
    await form.get_by_role("checkbox", name="Different time of event").check()
    await form.get_by_role("textbox", name="Time of event").fill("2026-05-16T10:05")
    await choose(noor, form, "Source of the time", "Written report")
    await form.get_by_role("button", name="Record", exact=True).click()
    await expect(form).to_be_hidden()
    await expect(here.get_by_text("A 100 417").first).to_be_visible()
    await expect(noor.part("Custody events, newest first").get_by_text("Written report")).to_be_visible()


async def offer_to_lena(noor: UserPage) -> None:
    here = noor.part("Physical custody")
    await here.get_by_role("button", name="Hand over").click()
    await choose(noor, noor.page.get_by_role("dialog"), "Recipient", "Lena")
    await noor.page.get_by_role("button", name="Offer handover").click()
    await expect(here.get_by_text("Handover awaiting confirmation")).to_be_visible()
    await expect(here.get_by_role("button", name="Withdraw handover")).to_be_visible()


async def receive(lena: UserPage) -> None:
    """Lena confirms the handover from the list of her pending actions."""
    line = lena.page.get_by_role("listitem").filter(has_text=TITLE).filter(has_text="Answer handover")
    await line.get_by_role("link", name="Answer").click()
    await lena.tab("Physical custody")
    await lena.part("Physical custody").get_by_role("button", name="Confirm receipt").click()
    answer = lena.page.get_by_role("dialog")
    await answer.get_by_role("textbox", name="New place").fill("Wiesbaden, laboratory")
    await answer.get_by_role("radio", name="Intact").check()
    await answer.get_by_role("button", name="Confirm receipt").click()
    await expect(answer).to_be_hidden()


async def put_right(lena: UserPage) -> None:
    """Lena corrects her own last event: how the thing stands, and when it happened."""
    there = lena.part("Custody events, newest first")
    done = there.get_by_role("list", name="Custody events").get_by_role("listitem")
    await done.filter(has_text="Shelf 3").first.get_by_role("button", name="Correct entry").click()
    form = lena.page.get_by_role("dialog")
    await form.get_by_role("textbox", name="Error and correct value").fill("It is shelf 4")
    await form.get_by_role("checkbox", name="The current custody is wrong too").check()
    await form.get_by_role("textbox", name="Place").fill("Shelf 4")
    await form.get_by_role("checkbox", name="The time of event was different").check()
    await form.get_by_role("textbox", name="Time of event").fill("2026-05-17T09:30")
    await form.get_by_role("button", name="Record correction").click()
    await expect(form).to_be_hidden()
    await expect(there.get_by_text("It is shelf 4")).to_be_visible()
    await expect(there.get_by_text("17 May 2026, 09:30")).to_be_visible()


async def printed_label(noor: UserPage, exhibit: dict[str, Any]) -> str:
    """Print five labels of the exhibit: the paper bears them and nothing else. Returns the code."""
    page = noor.page
    await page.evaluate("window.print = () => { window.printed = (window.printed ?? 0) + 1; }")
    await page.get_by_role("button", name="More actions", exact=True).click()
    await page.get_by_role("menuitem", name="Print labels").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name="Copies").fill("5")
    await dialog.get_by_text("A4 sheet, 24 labels").click()
    await dialog.get_by_role("button", name="Print").click()
    await until_holds(page, "window.printed === 1")
    printed = page.locator("[data-printed] > div")
    await expect(printed).to_have_count(5)
    await page.emulate_media(media="print")
    await expect(printed.first).to_be_visible()
    await expect(page.get_by_text(exhibit["title"]).first).to_be_hidden()
    code = await printed.first.locator("span").inner_text()
    await page.emulate_media(media="screen")
    await page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    await expect(printed).to_have_count(0)
    await noor.tab("Custody")
    await expect(noor.part("Custody events").get_by_text("Label printed")).to_be_visible()
    return code


async def declared_void(noor: UserPage, acting: ApiPerson) -> str:
    """Find a lost blank label by the beginning of its code and declare it void. Returns the code."""
    made = await acting.post("/blank-labels", {"count": 3})
    code: str = made["items"][0]["code"]
    page = noor.page
    await go_to(noor, "Exhibits")
    await page.get_by_role("button", name="More ways to register").click()
    await page.get_by_role("menuitem", name="Blank labels").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_text("Report as lost").click()
    line = dialog.get_by_role("listitem").filter(has_text=code)
    await expect(line).to_contain_text(re.compile(r"Printed by .+ \(NL-02\)"), timeout=SOON)
    starting_team = dialog.get_by_role("textbox", name="Code begins with")
    await starting_team.fill("O0")
    await expect(dialog).to_contain_text("No label code begins like this")
    await starting_team.fill(code[:7].lower())
    await expect(dialog.get_by_role("listitem")).to_have_count(1, timeout=SOON)
    assert await violations(page, ALL_BUT_COLOURS, parts=("[role=dialog]",)) == []
    await dialog.get_by_role("button", name=f"Void {code}").click()
    asked = page.get_by_role("dialog", name=f"Void the label {code}?")
    await asked.get_by_role("button", name="Void label").click()
    await expect(asked).to_be_visible()
    await asked.get_by_role("textbox", name="Reason (for your party)").fill("Fell out of the van")
    await asked.get_by_role("checkbox", name="I understand that this cannot be undone.").check()
    await asked.get_by_role("button", name="Void label").click()
    await expect(line).to_contain_text(re.compile(r"Voided by .+ \(NL-02\)"), timeout=SOON)
    await expect(line.get_by_role("button")).to_have_count(0)
    return code


async def scan_void(noor: UserPage, lena: UserPage, lost: str) -> None:
    """The party that printed the label reads who declared it void and why; another party reads that nothing bears it."""
    await noor.page.goto(f"/find/{lost.replace('-', '')}")
    await expect(noor.page.get_by_role("heading", name="This label is void")).to_be_visible(timeout=SOON)
    await expect(noor.page.get_by_text("By NL-02: Fell out of the van")).to_be_visible()
    await lena.page.goto("/find")
    await lena.page.get_by_role("textbox", name="Find by label").fill(lost.lower())
    await lena.page.get_by_role("button", name="Find exhibit", exact=True).click()
    await expect(lena.page.get_by_role("heading", name="No exhibit found")).to_be_visible()
