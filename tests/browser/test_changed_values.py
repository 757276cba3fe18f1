"""A value of the reference data from a member's report to the leaders who relied on it: reported, changed, decided."""

from playwright.async_api import Page, expect

from tests.support.pages.axe import violations
from tests.support.pages.browser import Windows
from tests.support.pages.user_page import SOON, open_signed_in
from tests.support.server import Server

RIGHT = "Article 30 was renumbered; the prosecutor gives access within two weeks of the request."


async def change(operator: Page) -> None:
    """The operator finds the reported value first in the list of review, and changes it with its source."""
    await operator.goto("/administration")
    await operator.get_by_role("tab", name="Reference data").click()
    await operator.get_by_role("radiogroup", name="Kinds of reference data").get_by_text("Review", exact=True).click()
    first = operator.get_by_role("listitem").filter(has_text="Netherlands · Disclosure")
    await expect(first).to_contain_text("Reported as wrong")
    await expect(first).to_contain_text("In use")
    await first.get_by_role("button", name="Open record: Netherlands").click()
    await operator.get_by_role("button", name="Actions for Disclosure").click()
    await operator.get_by_role("menuitem", name="Edit value").click()
    dialog = operator.get_by_role("dialog")
    await dialog.get_by_role("textbox", name="Disclosure").fill(RIGHT)
    await dialog.get_by_role("textbox", name="Source").fill("Letter of the ministry of 1 December 2026")
    await dialog.get_by_role("button", name="Save value").click()
    await expect(dialog).to_be_hidden(timeout=SOON)


async def test_a_reported_value_is_changed_and_leaders_decide_what_it_means_for_their_hearing(
    windows: Windows, lantern: Server
) -> None:
    noor = await open_signed_in(windows, lantern, "noor@nl.demo")
    await noor.turn_to("/directory")
    await noor.page.get_by_role("radiogroup", name="Parts of the directory").get_by_text("My reports").click()
    await expect(noor.page.get_by_role("listitem").filter(has_text="Disclosure")).to_be_visible(timeout=SOON)

    operator = await windows.open(lantern.url)
    entered = {"email": "operator@host.demo", "password": "lantern"}
    answer = await operator.request.post("/api/sessions", data=entered, headers={"Origin": lantern.url})
    assert answer.status == 201
    await change(operator)

    await noor.turn_to("/requests")
    changed = noor.page.get_by_role("region", name="Changed reference values")
    await expect(changed).to_contain_text(RIGHT, timeout=SOON)
    await expect(changed).to_contain_text("Letter of the ministry")
    assert await violations(noor.page) == []
    await changed.get_by_role("link", name="Decide in the hearing").click()
    card = noor.page.get_by_role("region", name="From the country card")
    await expect(card).to_contain_text(RIGHT, timeout=SOON)
    await card.get_by_role("button", name="Confirm: Disclosure").click()
    await expect(card).to_contain_text("Confirmed", timeout=SOON)
    await noor.turn_to("/requests")
    await expect(changed).to_be_hidden(timeout=SOON)

    claire = await open_signed_in(windows, lantern, "claire@fr.demo")
    await claire.turn_to("/requests")
    await expect(claire.page.get_by_role("heading", name="Requests", level=1)).to_be_visible(timeout=SOON)
    await expect(claire.page.get_by_role("region", name="Changed reference values")).to_be_hidden()
