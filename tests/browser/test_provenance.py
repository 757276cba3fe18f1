"""Where an exhibit comes from, at the page: acquisition record, derivation, flag as exculpatory, and import of a CASE document."""

import hashlib
from typing import Any, Final

from playwright.async_api import expect

from app import clock
from tests.factories.case_document import document
from tests.factories.evidence import release
from tests.support.pages.browser import Windows
from tests.support.pages.people import api_person, open_window
from tests.support.pages.user_page import SOON, UserPage, fill_in_what, go_to, share
from tests.support.server import Server

MARK: Final = clock.new_id().hex[-8:]
PARENT: Final = f"Stick from the rack {MARK}"
CHILD: Final = f"Keys found on the stick {MARK}"
WORDS: Final = f"Page 2: the account was used from Kassel while K. was in custody {MARK}"
CONTENT: Final = b"the first sectors of a stick"


async def test_provenance_is_recorded_corrected_derived_flagged_and_imported(windows: Windows, lantern: Server) -> None:
    acting = await api_person(lantern, "noor@nl.demo")
    exhibit = await acting.register(PARENT, release("DE"), handling=["H1"])
    await acting.upload(exhibit, CONTENT, "stick.dd")
    screen = f"/evidence/{exhibit['id']}"
    noor = await open_window(windows, acting, f"{screen}?tab=files")
    await record_acquisition(noor)
    await correct_acquisition(noor)
    jonas = await open_window(windows, await api_person(lantern, "jonas@de.demo"), screen, zone="Europe/Berlin")
    await derive(jonas)
    await noor.tab("Custody")
    await expect(noor.part("Custody events").get_by_text("Exhibit derived from it")).to_be_visible()
    await expect(noor.page.get_by_text(CHILD)).to_have_count(0)
    await noor.tab("History")
    await expect(noor.part("Derivation")).to_have_count(0)
    await flag(jonas)
    await decide(noor)
    await expect(
        jonas.part("Potentially exculpatory").get_by_text("Given to the court of Rotterdam on 3 June")
    ).to_be_visible()
    await import_case(noor)


async def record_acquisition(noor: UserPage) -> None:
    """The drawer demands the times; the panel compares the recorded hash with the stored file."""
    panel, drawer = noor.part("Acquisition"), noor.page.get_by_role("dialog")
    # The panel above loads and moves this one: a click meanwhile would be lost.
    await expect(noor.part("Integrity check").get_by_text("No later check yet.")).to_be_visible()
    await panel.get_by_role("button", name="Record acquisition").click()
    await drawer.get_by_role("button", name="Save record").click()
    await expect(drawer.get_by_text("This time is missing or ambiguous in this zone").first).to_be_visible()
    for name, value in (
        ("Serial number", "S6PNNS0T412345K"),
        ("Tool", "FTK Imager"),
        ("Version of the tool", "4.7.1"),
        ("Examiner (name or code)", "NL-17"),
    ):
        await drawer.get_by_role("textbox", name=name, exact=True).fill(value)
    await drawer.get_by_label("Started").fill("2026-05-16T10:05:00")
    await drawer.get_by_label("Ended").fill("2026-05-16T14:41:30")
    await drawer.get_by_role("button", name="Add hash").click()
    await drawer.get_by_role("textbox", name="Value (hexadecimal)").fill(hashlib.sha256(CONTENT).hexdigest())
    await drawer.get_by_role("button", name="Save record").click()
    await expect(panel.get_by_text("Matches a stored file.")).to_be_visible()


async def correct_acquisition(noor: UserPage) -> None:
    """A new record takes the place of the first, which custody keeps."""
    panel, drawer = noor.part("Acquisition"), noor.page.get_by_role("dialog")
    await panel.get_by_role("button", name="Correct record").click()
    await expect(drawer.get_by_label("Started")).to_have_value("16/05/2026 10:05")
    await drawer.get_by_role("textbox", name="Serial number").fill("S6PNNS0T412346K")
    await drawer.get_by_role("textbox", name="Reason for the correction").fill("The last digits were misread")
    await drawer.get_by_role("button", name="Save record").click()
    await expect(panel.get_by_text("S6PNNS0T412346K")).to_be_visible()
    await expect(panel.get_by_text("1 earlier record was corrected. It remains in custody.")).to_be_visible()
    await noor.tab("Custody")
    await expect(noor.part("Custody events").get_by_text("Acquisition record corrected")).to_be_visible()


async def derive(jonas: UserPage) -> None:
    """The form shows what the new exhibit inherits; both exhibits link to each other."""
    page = jonas.page
    await page.get_by_role("button", name="More actions", exact=True).click()
    await page.get_by_role("menuitem", name="Derive exhibit").click()
    form = page.get_by_role("dialog", name="Register exhibit")
    await expect(form.get_by_text(PARENT).first).to_be_visible()
    await expect(form.get_by_text("Inherited restrictions")).to_be_visible()
    await expect(form.get_by_text("Sharing rules do not apply.")).to_be_visible()
    await fill_in_what(page, CHILD)
    await form.get_by_role("combobox", name="How").click()
    await page.get_by_role("option", name="Analysis", exact=True).click()
    await share(page)
    await form.get_by_role("button", name="Register exhibit").click()
    await expect(page.get_by_role("heading", name=CHILD)).to_be_visible()
    await jonas.tab("History")
    ends = jonas.part("Derivation")
    await expect(ends.get_by_text("Analysis,")).to_be_visible()
    await ends.get_by_role("link", name=PARENT).click()
    await expect(page.get_by_role("heading", name=PARENT)).to_be_visible()
    await jonas.tab("History")
    await expect(ends.get_by_role("link", name=CHILD)).to_be_visible()


async def flag(jonas: UserPage) -> None:
    """A reader who may not disclose the exhibit says why it may exonerate somebody."""
    await jonas.page.get_by_role("button", name="More actions", exact=True).click()
    await jonas.page.get_by_role("menuitem", name="Mark as potentially exculpatory").click()
    dialog = jonas.page.get_by_role("dialog")
    await dialog.get_by_role("button", name="Mark exhibit").click()
    await expect(dialog.get_by_text("Required. The originator decides on this text.")).to_be_visible()
    await dialog.get_by_role("textbox", name="Exculpatory content").fill(WORDS)
    await dialog.get_by_role("textbox", name="Justification").fill("Defence of K.")
    await dialog.get_by_role("button", name="Mark exhibit").click()
    await jonas.tab("Overview")
    panel = jonas.part("Potentially exculpatory")
    await expect(panel.get_by_text(WORDS)).to_be_visible()
    await expect(panel.get_by_text("Awaits the decision of")).to_be_visible()


async def decide(noor: UserPage) -> None:
    """The originator's leader finds the flag among her pending actions and decides."""
    await go_to(noor, "Overview")
    line = noor.page.get_by_role("listitem").filter(has_text=WORDS)
    await expect(line.get_by_text("Decide on potentially exculpatory material")).to_be_visible()
    await line.get_by_role("link", name="Decide").click()
    await noor.part("Potentially exculpatory").get_by_role("button", name="Decide").click()
    form = noor.page.get_by_role("dialog")
    await form.get_by_role("radio", name="Disclosed by our party").check()
    await form.get_by_role("textbox", name="Reason").fill("Given to the court of Rotterdam on 3 June")
    await form.get_by_role("button", name="Record decision").click()
    await noor.tab("Custody")
    await expect(noor.part("Custody events").get_by_text("Exculpatory mark decided")).to_be_visible()


async def import_case(noor: UserPage) -> None:
    """The preview names what would be made and what has no place; the imported exhibit marks what its source claims."""
    name, thing = f"lab-{MARK}.jsonld", f"Telephone of K. {MARK}"
    content: Any = {
        "name": name,
        "mimeType": "application/ld+json",
        "buffer": document().replace("Telephone of K.", thing).encode(),
    }
    await go_to(noor, "Exhibits")
    await noor.page.get_by_role("button", name="More ways to register").click()
    await noor.page.get_by_role("menuitem", name="Import CASE document").click()
    drawer = noor.page.get_by_role("dialog")
    await drawer.get_by_role("button", name="Preview import").click()
    await expect(drawer.get_by_text("Choose a document.")).to_be_visible()
    async with noor.page.expect_file_chooser() as chooser:
        await drawer.get_by_role("button", name="Document").click()
    await (await chooser.value).set_files(content)
    for label, value in (
        ("Acquired", "16/05/2026 09:30"),
        ("Acquired by", "Laboratory of Kassel"),
        ("Place", "Kassel"),
        ("Legal basis", "EIO 12/2026"),
    ):
        await drawer.get_by_role("textbox", name=label, exact=True).fill(value)
    await drawer.get_by_role("button", name="Preview import").click()
    await expect(drawer.get_by_text("2 exhibits will be registered")).to_be_visible(timeout=SOON)
    await expect(drawer.get_by_text("acme:Oddity")).to_be_visible()
    check = drawer.get_by_role("checkbox", name="I checked the content")
    if await check.count() > 0:  # asked if a default sharing rule shares the exhibits
        await check.check()
    await drawer.get_by_role("button", name="Import 2 exhibits").click()
    await expect(drawer).to_be_hidden(timeout=SOON)
    await expect(noor.page.get_by_role("heading", name=name, level=1)).to_be_visible(timeout=SOON)
    await go_to(noor, "Exhibits")
    await noor.row(thing).get_by_role("link", name=thing).click()
    await noor.tab("Custody")
    claimed = noor.part("Custody events").get_by_role("button", name="Custody record imported")
    await expect(claimed.first).to_be_visible(timeout=SOON)
    await expect(claimed).to_have_count(3)
