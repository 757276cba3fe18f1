"""The audit screen at work: entries searched, proved and read, the access log for auditors alone, and bundles asked for."""

import re
from typing import Final

from playwright.async_api import Locator, expect

from tests.support.pages.axe import INSIDE, violations
from tests.support.pages.browser import Windows
from tests.support.pages.counted import Counted
from tests.support.pages.jobs import MOST_TO_EXPORT, create_package, download_package, enter_export
from tests.support.pages.people import api_person, open_window
from tests.support.pages.user_page import UserPage
from tests.support.server import Server

ABSENT: Final = "01900000-0000-7000-8000-000000000000"


async def choose(user: UserPage, field: str, option: str) -> None:
    """Choose an option of a list."""
    await user.page.get_by_role("combobox", name=field).click()
    await user.page.get_by_role("option", name=option, exact=True).click()


async def search_entries(auditor: UserPage, asked: list[str]) -> Locator:
    """A search is in the address, and a screen of rows is proved from a few tiles, not by a request for each row."""
    await choose(auditor, "Kind of entry", "Viewed")
    await auditor.page.keyboard.press("Escape")
    rows = auditor.part("Entries").locator("[data-row]")
    await expect(rows.filter(has_text="Viewed").first).to_be_visible()
    await expect(rows.filter(has_not_text="Viewed")).to_have_count(0)
    await expect(auditor.page).to_have_url(re.compile("evidence.opened"))
    await expect(rows.first.get_by_label("included in the signed log")).to_be_visible(timeout=30_000)
    assert not any("/proofs/inclusion" in url for url in asked)
    size = int((await (await auditor.ask("/ledger/checkpoint")).text()).splitlines()[1])
    assert 0 < sum("/ledger/tile/" in url and "/tile/entries/" not in url for url in asked) <= 12 + size // 256
    await auditor.page.reload()
    await expect(rows.filter(has_text="Viewed").first).to_be_visible()
    await expect(rows.filter(has_not_text="Viewed")).to_have_count(0)
    return rows


async def read_entry(auditor: UserPage, rows: Locator) -> None:
    """Rows are walked and opened by keys; an entry gives its receipt."""
    page, entries = auditor.page, auditor.part("Entries")
    await rows.first.focus()
    await page.keyboard.press("ArrowDown")
    await expect(rows.nth(1)).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(rows.nth(1)).to_have_attribute("aria-expanded", "true")
    await expect(entries.get_by_text("evidence.opened")).to_be_hidden()
    await entries.get_by_role("button", name="Audit log details").click()
    await expect(entries.get_by_text("evidence.opened")).to_be_visible()
    async with page.expect_download() as downloading:
        await entries.get_by_role("link", name="Download receipt").click()
    receipt = (await (await downloading.value).path()).read_text()
    assert receipt.startswith("c2sp.org/tlog-proof@v1\n")
    assert await violations(page, parts=INSIDE) == []
    await rows.nth(1).focus()
    await page.keyboard.press("ArrowLeft")
    await expect(rows.nth(1)).to_have_attribute("aria-expanded", "false")
    await entries.get_by_role("textbox", name="Search words").fill("no such word anywhere")
    await expect(entries.get_by_text("No entry matches these filters")).to_be_visible()
    await entries.get_by_role("button", name="Clear filters").last.click()
    await expect(rows.nth(10)).to_be_visible()


async def read_access_log(auditor: UserPage) -> None:
    """The log is narrowed by seat and answer, and does not say whether what was not there is hidden."""
    await auditor.page.get_by_role("tab", name="Access log").click()
    log = auditor.part("Access log")
    await expect(log.get_by_text("kept for three years")).to_be_visible()
    await choose(auditor, "Acting member", "Lena Vogtmann (DE-02)")
    await choose(auditor, "Answer", "Not found")
    row = log.locator("[data-row]").first
    await expect(row).to_contain_text("Lena Vogtmann (DE-02)", timeout=20_000)
    await expect(row).to_contain_text("Not found")
    await row.click()
    await expect(log.get_by_text("GET /api/jits/{jit}/evidence/{evidence}", exact=True)).to_be_visible()
    await expect(log.get_by_text("the object does not exist, or the member may not see it")).to_be_visible()
    assert await violations(auditor.page, parts=INSIDE) == []


async def test_entries_and_access_log_at_the_audit_screen_are_searched_by_auditors(
    windows: Windows, lantern: Server
) -> None:
    lena = await api_person(lantern, "lena@de.demo")
    assert await lena.status(f"/evidence/{ABSENT}") == 404
    auditor = await open_window(windows, await api_person(lantern, "auditor@de.demo"), "/audit", zone="Europe/Berlin")
    asked: list[str] = []
    auditor.page.on("request", lambda request: asked.append(request.url))
    await auditor.page.reload()  # what it asked for as it opened is counted too
    await read_entry(auditor, await search_entries(auditor, asked))
    witnesses = auditor.part("Log co-signers")  # a process beside the server, which the demonstration starts
    await expect(witnesses.get_by_text("Required: 1 log co-signer")).to_be_visible()
    await expect(witnesses.get_by_text("reached up to", exact=False)).to_be_visible(timeout=20_000)
    await auditor.page.close()
    await read_access_log(await open_window(windows, await api_person(lantern, "auditor@jit.demo"), "/audit"))


async def wizard(user: UserPage) -> Locator:
    """The dialog in which an export package is requested."""
    await user.page.get_by_role("button", name="New export").click()
    dialog = user.page.get_by_role("dialog", name="New export")
    await expect(dialog.get_by_role("radio").first).to_be_visible()
    return dialog


async def close_package(user: UserPage) -> None:
    """Close the dialog, which shows the requested package by now."""
    package = user.page.get_by_role("dialog", name="Export package")
    await package.get_by_role("button", name="Close").last.click()
    await expect(package).to_be_hidden()


async def choices(dialog: Locator, count: int) -> list[str]:
    """The first profiles that the dialog offers."""
    return [await one.get_attribute("value") or "" for one in await dialog.get_by_role("radio").all()][:count]


async def made(user: UserPage, words: str, profile: str) -> Locator:
    """The line of a bundle, once it may be downloaded."""
    line = user.part("Export packages").get_by_role("listitem").filter(has_text=words).first
    await expect(line.get_by_role("link", name=f"Download {profile}")).to_be_visible(timeout=60_000)
    return line


async def export_for_a_defence(noor: UserPage, exhibits: list[str]) -> None:
    """A judicial leader chooses exhibits, sees what the bundle would hold, and downloads it."""
    dialog = await wizard(noor)
    assert await choices(dialog, 5) == ["court", "defence", "member_state", "statistics", "archive"]
    await dialog.get_by_role("button", name="Create export package").click()
    await expect(dialog.get_by_text("Choose the type of package.")).to_be_visible()
    await dialog.get_by_role("radio", name="For the defence").check()
    for number in exhibits:
        await dialog.get_by_role("combobox", name="Add exhibit").fill(number)
        await expect(noor.page.get_by_role("option")).to_have_count(1)
        await noor.page.get_by_role("option", name=number).click()
        await expect(dialog.get_by_role("listitem").filter(has_text=number)).to_be_visible()
    await dialog.get_by_role("button", name="Language, time zone, proceeding and reason").click()
    await dialog.get_by_role("textbox", name="Proceeding").fill("Rb Rotterdam 10/960")
    preview = dialog.get_by_role("region", name="Preview")
    await expect(preview.get_by_text("Times in the documents: Europe/Amsterdam")).to_be_visible()
    await expect(preview.get_by_text("Persons appear by their member code.")).to_be_visible()
    await expect(preview.get_by_text("Registered", exact=True)).to_be_visible()
    assert await violations(noor.page, parts=INSIDE) == []
    await dialog.get_by_role("button", name="Create export package").click()
    await close_package(noor)
    line = await made(noor, "Rb Rotterdam 10/960", "For the defence")
    await line.get_by_text("How to verify the package").click()
    await expect(line.get_by_text("python3 -I data/verify.py .")).to_be_visible()


async def export_for_a_court(noor: UserPage, other: str) -> None:
    """A court package of two exhibits, requested at one of them and downloaded, takes few actions."""
    person = Counted(noor.page)
    form = await enter_export(person, other)
    assert await choices(form, 2) == ["court", "defence"]
    name = (await download_package(person, await create_package(person, form))).suggested_filename
    assert re.fullmatch(r"liaison-Operation-Lantern-NL-.*-court-\d{4}-\d{2}-\d{2}-[0-9a-f]{12}\.zip", name)
    person.took_at_most(MOST_TO_EXPORT)


async def test_bundles_asked_for_at_the_page_are_offered_by_role_and_made(windows: Windows, lantern: Server) -> None:
    person = await api_person(lantern, "noor@nl.demo")
    noor = await open_window(windows, person, "/audit?tab=access")
    await expect(noor.part("Entries").get_by_role("row").nth(1)).to_be_visible()
    await expect(noor.page.get_by_role("tab")).to_have_count(0)
    await expect(noor.part("Access log")).to_have_count(0)
    assert await person.status("/access-log") == 403
    mine = [await person.register(title) for title in ("Telephone of the buyer", "Accounts of the shop")]
    await export_for_a_defence(noor, [one["exhibit_number"] for one in mine])
    await noor.turn_to(f"/evidence/{mine[0]['id']}")
    await export_for_a_court(noor, mine[1]["exhibit_number"])
    await noor.page.close()

    auditor = await open_window(windows, await api_person(lantern, "auditor@jit.demo"), "/audit")
    dialog = await wizard(auditor)
    assert await choices(dialog, 4) == ["court", "supervisory_authority", "statistics", "archive"]
    await dialog.get_by_role("radio", name="Statistics").check()
    await expect(dialog.get_by_text("Counts below five are suppressed")).to_be_visible()
    await dialog.get_by_role("button", name="Create export package").click()
    await close_package(auditor)
    await made(auditor, "Statistics", "Statistics")
