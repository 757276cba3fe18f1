"""A preservation request at the page, from its draft to the production request that is closed with an exhibit as its result."""

import re
from typing import Final

from playwright.async_api import Locator, expect

from app import clock
from tests.support.pages.browser import Windows
from tests.support.pages.desk import SOON, Desk
from tests.support.pages.people import ApiPerson, api_person, open_window
from tests.support.server import Server

MARK: Final = clock.new_id().hex[-8:]
ADDRESS: Final = f"panel-{MARK}@lantern.example"
TITLE: Final = f"Mailbox of the panel, {MARK}"
EXHIBIT: Final = f"Subscriber of the mailbox, {MARK}"


async def choose(desk: Desk, field: str, option: str, within: Locator | None = None) -> None:
    """Choose an option of a list."""
    await (within or desk.page).get_by_role("combobox", name=field, exact=True).click()
    await desk.page.get_by_role("option", name=option, exact=True).click()


async def record(desk: Desk, action: str) -> None:
    """Confirm a state in its dialog."""
    dialog = desk.page.get_by_role("dialog", name=action)
    await dialog.get_by_role("button", name=action, exact=True).click()
    await expect(dialog).to_be_hidden()


async def record_item(desk: Desk, action: str) -> None:
    """Record the next state of the only item."""
    await desk.page.get_by_role("button", name="Record state of item 1").click()
    await desk.page.get_by_role("menuitem", name=action).click()
    await record(desk, action)


async def preserve(noor: Desk) -> str:
    """Draft a preservation request, send it, and record that the data is preserved. Returns the path of the request."""
    await noor.page.get_by_role("link", name="New request").click()
    # The list has a filter of the same name.
    await expect(noor.page.get_by_role("heading", name="New request", level=1)).to_be_visible()
    await choose(noor, "Instrument", "Preservation request")
    await expect(noor.page.get_by_text("Legal basis: ")).to_contain_text("Unverified")
    await choose(noor, "To country", "Canada")
    await noor.page.get_by_role("textbox", name="Title").fill(TITLE)
    await choose(noor, "Kind of identifier", "E-mail address")
    await noor.page.get_by_role("button", name="Create draft").click()
    await expect(noor.page.get_by_text("Enter the identifier.")).to_be_visible()
    await noor.page.get_by_role("textbox", name="Identifier").fill(ADDRESS)
    await noor.page.get_by_role("button", name="Create draft").click()
    await expect(noor.page.get_by_role("heading", name=TITLE)).to_be_visible()
    await noor.page.get_by_role("button", name="Record dispatch").click()
    await record(noor, "Record dispatch")
    await record_item(noor, "Record preservation")
    await expect(noor.part("Items").get_by_role("listitem")).to_contain_text("Preserved")
    return noor.page.url.partition(noor.jit)[2]


async def to_screen(noor: Desk, name: str) -> None:
    """Follow the link of a screen in the navigation."""
    links = noor.page.get_by_role("navigation", name="Screens")
    await links.get_by_role("link", name=re.compile(f"^{name}")).click()
    await expect(noor.page.get_by_role("heading", name=name, level=1)).to_be_visible()


async def edit(noor: Desk) -> None:
    """Change the draft: the facts, and the description of its item."""
    await noor.page.get_by_role("button", name="Edit request").click()
    await noor.page.get_by_role("textbox", name="Facts").fill("Mails of the panel's administrators.")
    await noor.page.get_by_role("textbox", name="Description").fill("With the times of sign-in")
    await noor.page.get_by_role("button", name="Save changes").click()
    await expect(noor.part("Case")).to_contain_text("Mails of the panel's administrators.")
    await expect(noor.part("Items").get_by_role("listitem")).to_contain_text("With the times of sign-in")


async def produce(noor: Desk) -> None:
    """Begin a production request at the list of expiring data; it stops the lapse."""
    await to_screen(noor, "Expiring data")
    row = noor.part("Expiring data").get_by_role("listitem").filter(has_text=ADDRESS)
    await row.get_by_role("link", name="Request production").click()
    await expect(noor.page.get_by_role("textbox", name="Identifier")).to_have_value(ADDRESS)
    await choose(noor, "Instrument", "Mutual legal assistance request (letter of request)")
    await noor.page.get_by_role("button", name="Create draft").click()
    await expect(noor.part("Related requests")).to_contain_text("Requests production of the data of")
    await edit(noor)
    await to_screen(noor, "Expiring data")
    await expect(row).to_contain_text("Stopped by a production request")


async def close_with_result(noor: Desk) -> None:
    """Send the production request, link the exhibit that answers it, and close it."""
    await to_screen(noor, "Requests")
    await noor.page.get_by_role("radio", name="Board").click(force=True)
    await expect(noor.part("In preparation").get_by_role("listitem").filter(has_text=TITLE)).to_contain_text("0 of 1")
    await noor.page.get_by_role("radio", name="List").click(force=True)
    row = noor.part("Requests").get_by_role("listitem").filter(has_text=TITLE)
    await row.filter(has_text="Draft").get_by_role("link", name=TITLE).click()
    await noor.page.get_by_role("button", name="Record dispatch").click()
    await record(noor, "Record dispatch")
    await record_item(noor, "Record delivery")
    await noor.page.get_by_role("button", name="Link result").click()
    dialog = noor.page.get_by_role("dialog", name="Link result")
    await dialog.get_by_role("combobox", name="Exhibit").fill(MARK)
    await noor.page.get_by_role("option", name=re.compile(EXHIBIT)).click()
    await dialog.get_by_role("button", name="Link result").click()
    await expect(noor.part("Results").get_by_role("link", name=EXHIBIT)).to_be_visible()
    await noor.page.get_by_role("button", name="Close request").click()
    await record(noor, "Close request")
    await expect(noor.page.locator("main header").first).to_contain_text("Closed")


async def share_the_existence(noor: Desk, path: str, german: ApiPerson, windows: Windows) -> None:
    """Another party sees nothing of a request until it is told that the request exists, and no content then."""
    assert await german.status(path) == 404
    assert (await german.get(f"/requests?q={MARK}"))["items"] == []
    await noor.turn_to(path)
    await noor.page.get_by_role("button", name="Share with …").click()
    dialog = noor.page.get_by_role("dialog", name="Share with …")
    await choose(noor, "Party", "Germany", dialog)
    await expect(dialog.get_by_text("Germany sees only that this request exists.")).to_be_visible()
    await dialog.get_by_role("button", name="Share with …").click()
    await expect(dialog).to_be_hidden()
    jonas = await open_window(windows, german, path)
    await expect(jonas.page.get_by_text("Netherlands shared only that this request exists.")).to_be_visible(
        timeout=SOON
    )
    await expect(jonas.page.get_by_text(ADDRESS)).to_have_count(0)


async def test_preserved_data_is_produced_and_its_exhibit_names_the_request(windows: Windows, lantern: Server) -> None:
    person = await api_person(lantern, "noor@nl.demo")
    await person.register(EXHIBIT)
    noor = await open_window(windows, person, "/requests")
    path = await preserve(noor)
    await produce(noor)
    await close_with_result(noor)
    await share_the_existence(noor, path, await api_person(lantern, "jonas@de.demo"), windows)
