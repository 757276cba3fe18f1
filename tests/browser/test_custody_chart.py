"""The custody of an exhibit as an auditor reads it: the chart and its table, and an integrity check without any content."""

import re
from typing import Any, Final

from playwright.async_api import Route, expect

from app import clock
from tests.factories.evidence import release
from tests.support.pages.axe import violations
from tests.support.pages.browser import Windows
from tests.support.pages.people import ApiPerson, api_person
from tests.support.pages.user_page import SOON, UserPage, open_from_list, open_signed_in
from tests.support.server import Server

TITLE: Final = f"A much corrected image {clock.new_id().hex[-8:]}"
CORRECTIONS: Final = 21
#: Entries that the page is given at once here, so that the chart needs three pages.
PAGE: Final = 10


async def test_custody_chart_draws_all_pages_and_integrity_is_checked_without_content(
    windows: Windows, lantern: Server
) -> None:
    noor = await api_person(lantern, "noor@nl.demo")
    exhibit = await corrected_and_recalled(noor)
    auditor = await open_signed_in(windows, lantern, "auditor@jit.demo")
    await auditor.page.route(re.compile(r"/custody\?"), in_small_pages)
    await open_from_list(auditor, exhibit)
    await auditor.tab("Custody")
    custody, chart = auditor.part("Custody events"), auditor.part("Chart")
    # The registration, two releases, the corrections, a file and a recall.
    drawn = CORRECTIONS + 5
    await expect(auditor.page.get_by_role("heading", name=f"{drawn} events")).to_be_visible(timeout=SOON)
    await expect(custody.get_by_role("row")).to_have_count(drawn + 1)
    await expect(custody.get_by_role("row").nth(1)).to_contain_text("ecalled")  # the newest event is the first row
    drawing = chart.get_by_role("img", name=re.compile("^Chart with"))
    await expect(drawing).to_have_attribute("aria-label", re.compile("Netherlands, Germany, France"))
    await zoomed(auditor, drawn)
    assert await violations(auditor.page, parts=("main",)) == []

    await auditor.tab("Files")
    panel = auditor.part("Integrity check")
    await panel.get_by_role("button", name="Order integrity check").click()
    await expect(panel.get_by_text("Every stored file was read again and has its recorded hash")).to_be_visible(
        timeout=SOON
    )
    await auditor.tab("Custody")
    for entry in ("Integrity check ordered", "Integrity check passed"):
        await expect(custody.get_by_text(entry, exact=True)).to_be_visible()
    await shows_no_other_party(await api_person(lantern, "jonas@de.demo"), exhibit)


async def zoomed(user: UserPage, drawn: int) -> None:
    """By keys, the chart shows a shorter period, which filters the table, and then the whole again."""
    part = user.page.get_by_role("group", name=re.compile("^Chart. Arrow keys"))
    await part.focus()
    await part.press("ArrowRight")
    await expect(part.get_by_role("status")).to_contain_text("Time of event")
    await part.press("+")
    await expect(user.page.get_by_role("heading", name=re.compile(f"of {drawn} events"))).to_be_visible()
    await part.press("0")
    await expect(user.page.get_by_role("heading", name=f"{drawn} events", exact=True)).to_be_visible()


async def corrected_and_recalled(noor: ApiPerson) -> dict[str, Any]:
    """An exhibit with a file: released to two parties, corrected again and again, recalled from one of them."""
    exhibit = await noor.register(TITLE, release("DE", "readable"), release("FR", "listed"))
    await noor.upload(exhibit, b"Nothing that an auditor reads.", "notes.txt")
    path = f"/evidence/{exhibit['id']}"
    version = (await noor.get(path))["version"]
    for turn in range(CORRECTIONS):
        changed = await noor.patch(path, {"place": f"Store {turn}", "reason": "Moved"}, version=version)
        version = changed["version"]
    await noor.delete(f"{path}/releases/FR", {"reason": "Quashed"}, version=1)
    return exhibit


async def in_small_pages(route: Route) -> None:
    """Ask for fewer entries of custody than the page does; the server's cursor leads to the others."""
    await route.continue_(url=re.sub(r"limit=\d+", f"limit={PAGE}", route.request.url))


async def shows_no_other_party(jonas: ApiPerson, exhibit: dict[str, Any]) -> None:
    """The chart is drawn from these entries alone: Germany reads of no release to France."""
    entries = (await jonas.get(f"/evidence/{exhibit['id']}/custody?limit=200"))["items"]
    released = [entry for entry in entries if entry["kind"] == "evidence.released"]
    assert [entry["fields"]["party"]["value"] for entry in released] == ["DE"]
    assert "evidence.recalled" not in {entry["kind"] for entry in entries}
