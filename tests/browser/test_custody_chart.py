"""The custody of an exhibit as an auditor reads it: the chart and its table, and an integrity check without any content."""

import re
from typing import Any, Final

from playwright.async_api import Route, expect

from app import clock
from tests.factories.evidence import release
from tests.support.pages.axe import violations
from tests.support.pages.browser import Windows
from tests.support.pages.desk import SOON, open_from_list, sit_down
from tests.support.pages.people import ApiPerson, api_person
from tests.support.server import Server

TITLE: Final = f"A much corrected image {clock.new_id().hex[-8:]}"
CORRECTIONS: Final = 21
#: Entries that the page is given at once here, so that the chart needs three pages.
PAGE: Final = 10
CHART: Final = "Its way between the parties"


async def test_custody_chart_draws_all_pages_and_integrity_is_checked_without_content(
    windows: Windows, lantern: Server
) -> None:
    noor = await api_person(lantern, "noor@nl.demo")
    exhibit = await corrected_and_recalled(noor)
    auditor = await sit_down(windows, lantern, "auditor@jit.demo")
    await auditor.page.route(re.compile(r"/custody\?"), in_small_pages)
    await open_from_list(auditor, exhibit)
    await auditor.tab("Custody")
    custody = auditor.part("Custody")
    entries = custody.get_by_role("listitem").filter(has=auditor.page.get_by_role("time"))
    await expect(entries.first).to_contain_text("recalled")  # of three pages the last is read first
    await expect(entries).to_have_count(PAGE)
    await custody.get_by_role("button", name="Chart").click()
    chart = auditor.part(CHART)
    # The registration, two releases, the corrections, a file and a recall.
    drawn = CORRECTIONS + 5
    await expect(chart.get_by_text(f"{drawn} entries")).to_be_visible(timeout=SOON)
    await expect(chart.get_by_role("img")).to_have_attribute("aria-label", re.compile("Netherlands, Germany, France"))
    assert await violations(auditor.page, parts=(f"[aria-label='{CHART}']",)) == []
    await chart.get_by_text("Table").click()
    await expect(chart.get_by_role("row")).to_have_count(drawn + 1)
    await chart.get_by_text("Drawn").click()
    await expect(chart.get_by_role("img")).to_be_visible()

    await auditor.tab("Files")
    panel = auditor.part("Integrity of the stored files")
    await panel.get_by_role("button", name="Order a check").click()
    await expect(panel.get_by_text("Every stored file was read anew and has the hash of its receipt")).to_be_visible(
        timeout=SOON
    )
    await auditor.tab("Custody")
    for entry in ("Integrity check ordered", "Integrity checked"):
        await expect(custody.get_by_text(entry, exact=True)).to_be_visible()
    await shows_no_other_party(await api_person(lantern, "jonas@de.demo"), exhibit)


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
