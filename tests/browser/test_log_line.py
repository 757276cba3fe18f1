"""From a pasted log line to a sent preservation request, with few typed fields."""

from dataclasses import dataclass
from typing import Any, Final

import httpx
from playwright.async_api import expect

from app import clock
from tests.factories import allocations
from tests.support.pages.browser import Windows
from tests.support.pages.desk import Desk
from tests.support.pages.people import api_person, open_window
from tests.support.server import Server

MOST_TYPED: Final = 12
UNIT: Final = "National operations centre"
CONTACT: Final[dict[str, Any]] = {
    "key": "CA_OPERATIONS_CENTRE",
    "role": "contact_24_7",
    "country": "CA",
    "unit": {"value": UNIT, "source": "Letter of the unit"},
    "zone": {"value": "America/Toronto", "source": "Letter of the unit"},
}


@dataclass(slots=True)
class Typist:
    """Fills fields by their labels and counts them."""

    desk: Desk
    typed: int = 0

    async def fill(self, label: str, text: str) -> None:
        """Fill a field."""
        self.typed += 1
        await self.desk.page.get_by_role("textbox", name=label, exact=True).fill(text)


async def prepare(server: Server) -> None:
    """Import the allocation tables and add the point of contact, as the operator."""
    async with httpx.AsyncClient(base_url=server.url, headers={"Origin": server.url}, timeout=60) as operator:
        entered = {"email": "operator@host.demo", "password": "lantern"}
        assert (await operator.post("/api/sessions", json=entered)).status_code == 201
        await allocations.imported(operator, "networks", allocations.NETWORKS)
        await allocations.imported(operator, "domains", allocations.DOMAINS)
        made = await operator.post("/api/administration/reference/directory", json=CONTACT)
        assert made.status_code in {201, 409}, made.text


async def preserve_from_log_line(noor: Desk, line: str, reference: str) -> tuple[dict[str, Any], int]:
    """Paste a log line and send the preservation request for its IP address.

    Returns the request, and the number of fields that were typed.
    """
    typist, page = Typist(noor), noor.page
    await page.get_by_role("link", name="Recognise identifiers").click()
    await typist.fill("Pasted text", line)
    await page.get_by_role("button", name="Recognise identifiers").click()
    found = page.get_by_role("list", name="Identifiers").get_by_role("listitem")
    await expect(found).to_have_count(2)
    await expect(found.first).to_contain_text("Reseller Example · Canada")
    await page.get_by_role("checkbox", name="Choose 203.0.113.70").check()
    contact = noor.part("24/7 point of contact")
    await expect(contact).to_contain_text(UNIT)
    await expect(contact).to_contain_text("in Toronto now")
    await page.get_by_role("button", name="Draft preservation request").click()
    await expect(page.get_by_role("textbox", name="Identifier", exact=True)).to_have_value("203.0.113.70")
    await expect(page.get_by_role("textbox", name="Facts")).to_have_value(line)
    await expect(contact).to_contain_text("in Toronto now")
    await typist.fill("Reference", reference)
    await typist.fill("Offence", "Computer fraud")
    await page.get_by_role("button", name="Create draft").click()
    await page.get_by_role("button", name="Record dispatch").click()
    dialog = page.get_by_role("dialog", name="Record dispatch")
    await dialog.get_by_role("button", name="Record dispatch").click()
    await expect(page.locator("main header").first).to_contain_text("Sent")
    request: dict[str, Any] = await noor.read(page.url.partition(noor.jit)[2])
    return request, typist.typed


async def test_log_line_becomes_a_sent_preservation_request(windows: Windows, lantern: Server) -> None:
    await prepare(lantern)
    noor = await open_window(windows, await api_person(lantern, "noor@nl.demo"), "/requests")
    reference = f"ROT-{clock.new_id().hex[-8:]}"
    request, typed = await preserve_from_log_line(noor, allocations.LOG_LINE, reference)
    assert typed <= MOST_TYPED
    assert (request["instrument"], request["state"], request["to"]) == (
        "BUDAPEST_29",
        "SENT",
        {"country": "CA", "authority": UNIT},
    )
    assert request["content"]["reference"] == reference
    assert "Art. 29" in request["content"]["legal_basis"]
    (item,) = request["items"]
    assert (item["identifier_kind"], item["identifier"]) == ("ip", "203.0.113.70")
    assert (item["from"], item["until"]) == ("2026-05-16T07:14:00.000000Z", "2026-05-16T07:15:00.000000Z")
    assert "Source port 51022" in item["description"]
