"""Legal requests at the page, from a pasted log line over preservation and production to a court package that names both."""

import io
import re
import zipfile
from dataclasses import dataclass
from typing import Any, Final

import httpx
from playwright.async_api import Locator, expect

from app import clock
from tests.exports.documents import words
from tests.factories import allocations
from tests.support.pages.browser import Windows
from tests.support.pages.people import ApiPerson, api_person, open_window
from tests.support.pages.user_page import SOON, UserPage, go_to
from tests.support.server import Server

MARK: Final = clock.new_id().hex[-8:]
REFERENCE: Final = f"ROT-{MARK}"
ADDRESS: Final = "203.0.113.70"
TITLE: Final = f"traffic data of {ADDRESS}"
EXHIBIT: Final = f"Subscriber of the address, {MARK}"
LIMIT: Final = "Use only in proceedings about computer fraud."
MOST_TYPED: Final = 12
#: Of the demonstration.
UNIT: Final = "24/7 point of contact, Ottawa (fictitious)"


@dataclass(slots=True)
class Typist:
    """Fills fields by their labels and counts them."""

    user: UserPage
    typed: int = 0

    async def fill(self, label: str, text: str, within: Locator | None = None) -> None:
        """Fill a field."""
        self.typed += 1
        await (within or self.user.page).get_by_role("textbox", name=label, exact=True).fill(text)


async def prepare(server: Server) -> None:
    """Import the allocation tables, as the operator."""
    async with httpx.AsyncClient(base_url=server.url, headers={"Origin": server.url}, timeout=60) as operator:
        entered = {"email": "operator@host.demo", "password": "lantern"}
        assert (await operator.post("/api/sessions", json=entered)).status_code == 201
        await allocations.imported(operator, "networks", allocations.NETWORKS)
        await allocations.imported(operator, "domains", allocations.DOMAINS)


async def choose(user: UserPage, field: str, option: str, within: Locator | None = None) -> None:
    """Choose an option of a list."""
    await (within or user.page).get_by_role("combobox", name=field, exact=True).click()
    await user.page.get_by_role("option", name=option, exact=True).click()


async def confirm(user: UserPage, action: str) -> None:
    """Confirm a state in its dialog."""
    dialog = user.page.get_by_role("dialog", name=action)
    await dialog.get_by_role("button", name=action, exact=True).click()
    await expect(dialog).to_be_hidden()


async def record(user: UserPage, action: str, state: str) -> None:
    """Record the next state of the request."""
    await user.page.get_by_role("button", name=action, exact=True).click()
    await confirm(user, action)
    await expect(user.page.locator("main header").first).to_contain_text(state)


async def record_item(user: UserPage, action: str, state: str) -> None:
    """Record the next state of the only item."""
    await user.page.get_by_role("button", name="Record state of item 1").click()
    await user.page.get_by_role("menuitem", name=action).click()
    await confirm(user, action)
    await expect(user.part("Items").get_by_role("listitem")).to_contain_text(state)


async def shown(user: UserPage) -> dict[str, Any]:
    """The request on the screen."""
    request: dict[str, Any] = await user.read(user.page.url.partition(user.jit)[2])
    return request


#: What nobody but the user knows, by the sections of the form. The intention to request assistance is proposed.
TO_TYPE: Final[dict[str, dict[str, str]]] = {
    "Offence and facts": {"Provisions": "Article 138ab"},
    "Data to preserve": {
        "Relationship of the data to the offence": "The account signed in from this address.",
        "Necessity of the preservation": "The log is kept for a short time.",
    },
    "Mutual assistance that will follow": {},
    "Remarks and signature": {
        "Name": "Noor Bakker",
        "Function": "Public prosecutor",
        "Date": "2026-05-16",
        "Signature or seal": "Signed",
    },
}


async def complete_form(typist: Typist) -> None:
    """Fill in what is missing in the form, section by section, until nothing is."""
    page = typist.user.page
    await page.get_by_role("link", name="Fill in form").click()
    for title, fields in TO_TYPE.items():
        control = page.get_by_role("button", name=re.compile(rf"^{title}.*missing"))
        if await control.get_attribute("aria-expanded") == "false":
            await control.click()
        section = page.get_by_role("region", name=re.compile(f"^{title}"))
        for label, text in fields.items():
            await typist.fill(label, text, section)
        await section.get_by_role("button", name="Save section").click()
        await expect(page.get_by_role("button", name=re.compile(f"^{title}.*Complete"))).to_be_visible()
    await expect(page.get_by_text("missing value")).to_have_count(0)
    await page.get_by_role("link", name=re.compile("^Request ")).first.click()


async def preserve_from_log_line(noor: UserPage, line: str) -> dict[str, Any]:
    """Paste a log line, complete the form and send the request for its IP address, with few typed fields; the request."""
    typist, page = Typist(noor), noor.page
    await to_screen(noor, "Recognise identifiers")
    await typist.fill("Pasted text", line)
    await page.get_by_role("button", name="Recognise identifiers").click()
    found = page.get_by_role("list", name="Identifiers").get_by_role("listitem")
    await expect(found).to_have_count(2)
    await expect(found.first).to_contain_text("Reseller Example · Canada")
    await page.get_by_role("checkbox", name=f"Choose {ADDRESS}").check()
    contact = noor.part("24/7 point of contact")
    await expect(contact).to_contain_text(UNIT)
    await expect(contact).to_contain_text("in Toronto now")
    await page.get_by_role("button", name="Draft preservation request").click()
    await expect(page.get_by_role("textbox", name="Identifier", exact=True)).to_have_value(ADDRESS)
    await expect(page.get_by_role("textbox", name="Facts")).to_have_value(line)
    await expect(page.get_by_role("textbox", name="Source port")).to_have_value("51022")
    await expect(page.get_by_role("textbox", name="Time in the log")).to_have_value("16/05/2026 09:14:05")
    await expect(page.get_by_role("textbox", name="Line of the log")).to_have_value(line)
    await expect(contact).to_contain_text("in Toronto now")
    await typist.fill("Reference", REFERENCE)
    await typist.fill("Offence", "Computer fraud")
    await page.get_by_role("button", name="Create draft").click()
    await complete_form(typist)
    await record(noor, "Record dispatch", "Sent")
    await record_item(noor, "Record preservation", "Preserved")
    assert typist.typed <= MOST_TYPED
    request = await shown(noor)
    form = await noor.read(f"/requests/{request['id']}/form")
    assert (form["may_edit"], form["missing"]) == (False, [])
    return request


def is_filled(request: dict[str, Any]) -> None:
    """The preservation request has what the log line and the directory tell."""
    assert (request["instrument"], request["state"]) == ("BUDAPEST_29", "SENT")
    assert request["to"] == {"country": "CA", "authority": UNIT}
    assert request["content"]["reference"] == REFERENCE
    assert "Art. 29" in request["content"]["legal_basis"]
    (item,) = request["items"]
    assert (item["identifier_kind"], item["identifier"]) == ("ip", ADDRESS)
    assert (item["port"], item["at"], item["zone"]) == (51022, "2026-05-16T09:14:05+02:00", "+02:00")
    assert (item["source_line"], item["from"]) == (allocations.LOG_LINE, None)


async def to_screen(noor: UserPage, name: str) -> None:
    """Go to the requests by the navigation, and from there to one of their tabs."""
    await go_to(noor, "Requests")
    links = noor.page.get_by_role("navigation", name="Tabs of Requests")
    await links.get_by_role("link", name=re.compile(f"^{name}")).click()
    await expect(noor.page.get_by_role("heading", name=name, level=1)).to_be_visible()


async def produce(noor: UserPage) -> dict[str, Any]:
    """Ask for the production of the preserved data by a letter of request, which stops the lapse; the answered request."""
    page = noor.page
    await page.get_by_role("link", name="Request production").click()
    await expect(page.get_by_role("textbox", name="Identifier", exact=True)).to_have_value(ADDRESS)
    await expect(page.get_by_role("textbox", name="Reference", exact=True)).to_have_value(REFERENCE)
    # A point of contact preserves data; another authority executes a letter of request.
    await expect(page.get_by_role("textbox", name="Authority or provider")).to_have_value("")
    await page.get_by_role("button", name="Create draft").click()
    await expect(page.get_by_text("Choose an instrument.")).to_be_visible()
    await choose(noor, "Instrument", "Mutual legal assistance request (letter of request)")
    await page.get_by_role("button", name="Create draft").click()
    await expect(noor.part("Related requests")).to_contain_text("Requests production of the data of")
    await page.get_by_role("button", name="Edit request").click()
    await page.get_by_role("textbox", name="Authority or provider").fill("International Assistance Group")
    await page.get_by_role("button", name="Save changes").click()
    await record(noor, "Record dispatch", "Sent")
    await record(noor, "Record acknowledgement", "Acknowledged")
    await record_item(noor, "Record delivery", "Delivered")
    return await shown(noor)


async def link_and_close(noor: UserPage) -> None:
    """Link the exhibit that answers the request, with the limit of its use, and close the request."""
    await noor.page.get_by_role("button", name="Link result").click()
    dialog = noor.page.get_by_role("dialog", name="Link result")
    await dialog.get_by_role("combobox", name="Exhibit").fill(MARK)
    await noor.page.get_by_role("option", name=re.compile(EXHIBIT)).click()
    await dialog.get_by_role("textbox", name="Limits of use").fill(LIMIT)
    await dialog.get_by_role("button", name="Link result").click()
    results = noor.part("Results")
    await expect(results.get_by_role("link", name=EXHIBIT)).to_be_visible()
    await expect(results).to_contain_text(LIMIT)
    await record(noor, "Close request", "Closed")


async def list_both(noor: UserPage, preservation: dict[str, Any]) -> None:
    """The lapse of the preserved data is stopped, and the preservation request is on the board."""
    await to_screen(noor, "Expiring data")
    row = noor.part("Expiring data").get_by_role("listitem").filter(has_text=preservation["number"])
    await expect(row).to_contain_text("Data kept: production was requested")
    await to_screen(noor, "Requests")
    await noor.page.get_by_text("Board", exact=True).click()
    # The name of a column ends with the number of its requests.
    column = noor.page.get_by_role("region", name=re.compile("^On the way"))
    await expect(column.get_by_role("listitem").filter(has_text=TITLE).first).to_be_visible()


async def export(noor: UserPage) -> bytes:
    """Request a court package at the exhibit, confirm the limit of use, and download the package."""
    page = noor.page
    await page.get_by_role("main").get_by_role("button", name="More actions").click()
    await page.get_by_role("menuitem", name="Export …").click()
    form = page.get_by_role("dialog", name="New export")
    await expect(form.get_by_role("radio", name="For a court")).to_be_checked()
    await form.get_by_role("checkbox", name="I have read the limit of use").check()
    await form.get_by_role("button", name="Create export package").click()
    link = page.get_by_role("dialog", name="Export package").get_by_role("link", name="Download For a court")
    await expect(link).to_be_visible(timeout=2 * SOON)
    async with page.expect_download() as downloading:
        await link.click()
    return (await (await downloading.value).path()).read_bytes()


async def prove_origin(noor: UserPage, exhibit: dict[str, Any], requests: list[str]) -> None:
    """The exhibit and its court package name the requests, and the limit of use."""
    await noor.turn_to(f"/evidence/{exhibit['id']}")
    obtained = noor.part("Obtained by")
    for said in (*requests, LIMIT, "Mutual legal assistance request"):
        await expect(obtained).to_contain_text(said)
    with zipfile.ZipFile(io.BytesIO(await export(noor))) as package:
        (name,) = [one for one in package.namelist() if one.endswith("data/README.txt")]
        readme = package.read(name).decode()
        document = words(package.read(name.replace("README.txt", "custody.pdf")))
    assert f"Obtained by legal request: {', '.join(requests)}" in " ".join(readme.split())
    for said in (*requests, LIMIT):
        assert said in document


async def share_the_existence(noor: UserPage, request: dict[str, Any], german: ApiPerson, windows: Windows) -> None:
    """Another party sees nothing of a request until it is told that the request exists, and no content then."""
    path = f"/requests/{request['id']}"
    assert await german.status(path) == 404
    assert (await german.get(f"/requests?q={REFERENCE}"))["items"] == []
    await noor.turn_to(path)
    await noor.page.get_by_role("button", name="Share with …").click()
    dialog = noor.page.get_by_role("dialog", name="Share with …")
    await choose(noor, "Party", "Germany", dialog)
    await expect(dialog.get_by_text("Germany sees only that this request exists.")).to_be_visible()
    await dialog.get_by_role("button", name="Share with …").click()
    await expect(dialog).to_be_hidden()
    jonas = await open_window(windows, german, path)
    notice = jonas.page.get_by_text("Netherlands shared only that this request exists.")
    await expect(notice).to_be_visible(timeout=SOON)
    await expect(jonas.page.get_by_text(ADDRESS)).to_have_count(0)


async def test_log_line_leads_to_an_exhibit_whose_court_package_names_both_requests(
    windows: Windows, lantern: Server
) -> None:
    await prepare(lantern)
    person = await api_person(lantern, "noor@nl.demo")
    exhibit = await person.register(EXHIBIT)
    noor = await open_window(windows, person, "/requests")
    preservation = await preserve_from_log_line(noor, allocations.LOG_LINE)
    is_filled(preservation)
    production = await produce(noor)
    await link_and_close(noor)
    await list_both(noor, preservation)
    await prove_origin(noor, exhibit, [production["number"], preservation["number"]])
    await share_the_existence(noor, preservation, await api_person(lantern, "jonas@de.demo"), windows)
