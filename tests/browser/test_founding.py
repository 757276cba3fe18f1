"""Found a team of three countries at the page; a first leader accepts the invitation, a wrong address is corrected."""

import re
from typing import Final

from playwright.async_api import Page, expect

from tests.support.pages.browser import Windows
from tests.support.pages.desk import SOON, Desk, sit_down
from tests.support.pages.walk import faults_at_a_glance
from tests.support.server import Server

STATES: Final = ("Netherlands", "Germany", "France")
PASSWORD: Final = "a long pass phrase of hers"


async def enter_agreement_and_parties(tess: Desk) -> None:
    page = tess.page
    await page.get_by_label("Name of the team").fill("Operation Estuary")
    await page.get_by_label("Reference of the agreement").fill("JIT-2026-7")
    await page.get_by_role("button", name="Continue").click()
    await expect(page.get_by_text("Required")).to_be_visible()
    await page.get_by_label("Agreement signed on").fill("2026-05-16")
    await page.get_by_role("button", name="Continue").click()
    for state in STATES:
        await page.get_by_role("combobox", name="Add a party").fill(state)
        await page.get_by_role("option", name=state).click()
        await page.get_by_role("textbox", name=f"Authority 1: {state}").fill(f"Prosecution of {state}")
    assert await faults_at_a_glance(tess, "founding") == {}
    await page.get_by_role("button", name="Continue").click()


async def invite_leaders(page: Page) -> list[str]:
    """Enter two leaders and found the team; the one-time codes, which are shown once."""
    for state, name, email in (
        ("Germany", "Greta Lindqvist", "greta@estuary.test"),
        ("France", "Paul Amiot", "pual@estuary.test"),
    ):
        await page.get_by_role("textbox", name=f"First name and surname: {state}").fill(name)
        await page.get_by_role("textbox", name=f"E-mail address: {state}").fill(email)
    await page.get_by_role("button", name="Continue").click()
    summary = page.get_by_role("region", name="What will be created")
    await expect(summary).to_contain_text("Greta Lindqvist (DE)")
    await page.get_by_role("button", name="Found team").click()
    codes = page.get_by_role("button", name="Copy the code of")
    await expect(codes).to_have_count(2, timeout=SOON)
    found = [(await one.inner_text()).strip() for one in await codes.all()]
    await expect(page.get_by_role("button", name="Open team")).to_be_disabled()
    await page.get_by_role("checkbox", name="I have noted the codes").check()
    await page.get_by_role("button", name="Open team").click()
    return found


async def accept(page: Page, code: str, email: str) -> None:
    await page.goto("/invitation")
    await page.get_by_label("One-time code").fill(code.lower())
    await page.get_by_label("E-mail address").fill(email)
    await page.get_by_label("New password", exact=False).first.fill(PASSWORD)
    await page.get_by_role("button", name="Create account").click()


async def correct_address(tess: Desk) -> str:
    """Withdraw the proposal with the wrong address and propose the right one; the new code."""
    page = tess.page
    await page.get_by_role("button", name="Actions for the proposal FR-01").click()
    await page.get_by_role("menuitem", name="Withdraw proposal").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name="Reason").fill("A typing error in the address")
    await dialog.get_by_role("button", name="Withdraw proposal").click()
    await expect(page.get_by_text("pual@estuary.test")).to_have_count(0, timeout=SOON)
    await page.get_by_role("button", name="Propose member").click()
    dialog = page.get_by_role("dialog")
    await dialog.get_by_role("combobox", name="Party").click()
    await page.get_by_role("option", name="FR · France").click()
    await dialog.get_by_role("combobox", name="Authority").click()
    await page.get_by_role("option", name="Prosecution of France").click()
    await dialog.get_by_role("textbox", name="E-mail address").fill("paul@estuary.test")
    await dialog.get_by_role("textbox", name="Name").fill("Paul Amiot")
    await dialog.get_by_role("combobox", name="Roles").press("ArrowDown")
    await page.get_by_role("option", name="Leader").click()
    await page.keyboard.press("Escape")
    await dialog.get_by_role("button", name="Propose member").click()
    dialog = page.get_by_role("dialog").filter(has_text="One-time code for FR-02")
    code = (await dialog.get_by_role("button", name="Copy the code").inner_text()).strip()
    await dialog.get_by_role("checkbox").check()
    await dialog.get_by_role("button", name="Close").click()
    return code


async def test_team_of_three_countries_is_founded_and_its_leaders_accept(windows: Windows, lantern: Server) -> None:
    tess = await sit_down(windows, lantern, "coordinator@nl.demo")
    await tess.page.goto("/teams")
    await tess.page.get_by_role("link", name="Found a team").click()
    await enter_agreement_and_parties(tess)
    greta, _ = await invite_leaders(tess.page)
    await expect(tess.page).to_have_url(re.compile("/jits/"))
    jit = tess.page.url.split("/jits/")[1].split("/")[0]

    invited = await windows.open(lantern.url)
    windows.forgive("acceptance")  # the browser logs each refusal
    await accept(invited, greta, "other@estuary.test")
    await expect(invited.get_by_text("This code is invalid or expired")).to_be_visible(timeout=SOON)
    await accept(invited, greta, "greta@estuary.test")
    await expect(invited).to_have_url(re.compile(jit), timeout=SOON)

    await tess.page.goto(f"/jits/{jit}/members")
    paul = await correct_address(tess)
    second = await windows.open(lantern.url)
    await accept(second, paul, "paul@estuary.test")
    await expect(second).to_have_url(re.compile(jit), timeout=SOON)
    line = tess.page.get_by_role("listitem").filter(has_text="paul@estuary.test")
    await expect(line.get_by_text("active")).to_be_visible(timeout=SOON)
