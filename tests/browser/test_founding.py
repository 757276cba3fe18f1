"""Found a team of three countries at the page; a first leader accepts the invitation, a wrong address is corrected."""

import re
from typing import Final

from playwright.async_api import Page, expect

from tests.support.pages.browser import Windows
from tests.support.pages.counted import Counted
from tests.support.pages.jobs import (
    MOST_TO_FOUND,
    FirstLeader,
    Founded,
    begin_founding,
    enter_agreement,
    enter_leaders,
    enter_parties,
    found,
    open_founded,
    sign_in,
)
from tests.support.pages.people import api_person
from tests.support.pages.user_page import SOON, UserPage
from tests.support.pages.walk import WATCH, faults_at_a_glance
from tests.support.server import Server

PASSWORD: Final = "a long pass phrase of hers"
TEAM: Final = Founded(
    "Operation Estuary",
    "JIT-2026-7",
    "2026-05-16",
    {
        "Netherlands": FirstLeader("Femke Dijkgraaf", "femke@estuary.test", "Prosecution of the Netherlands"),
        "Germany": FirstLeader("Greta Lindqvist", "greta@estuary.test", "Prosecution of Germany"),
        "France": FirstLeader("Paul Amiot", "pual@estuary.test", "Prosecution of France"),
    },
)


async def found_team(windows: Windows, server: Server) -> tuple[UserPage, dict[str, str]]:
    """Found a team, from the sign-in to its first screen; the founder, and the one-time code of each first leader."""
    await (await api_person(server, "coordinator@nl.demo")).patch("/api/me", {"locale": "en"})
    page = await windows.open(server.url)
    await page.add_init_script(WATCH)
    await page.goto("/")
    tess = Counted(page)
    await sign_in(tess, "coordinator@nl.demo", "lantern")
    await begin_founding(tess)
    await page.get_by_role("button", name="Continue to parties").click()
    await expect(page.get_by_text("Required")).to_have_count(3)
    await enter_agreement(tess, TEAM)
    await enter_parties(tess, TEAM)
    assert await faults_at_a_glance(UserPage(page, "", []), "founding") == {}
    await enter_leaders(tess, TEAM)
    await expect(page.get_by_role("region", name="Summary")).to_contain_text("Greta Lindqvist (DE)")
    codes = await found(tess, TEAM)
    await expect(page.get_by_role("button", name="Open team")).to_be_disabled()
    await open_founded(tess)
    await expect(page).to_have_url(re.compile("/jits/"))
    tess.took_at_most(MOST_TO_FOUND)
    return UserPage(page, page.url.split("/jits/")[1].split("/")[0], []), dict(zip(TEAM.leaders, codes, strict=True))


async def accept(page: Page, code: str, email: str) -> None:
    await page.goto("/invitation")
    await page.get_by_label("One-time code").fill(code.lower())
    await page.get_by_label("E-mail address").fill(email)
    await page.get_by_label("New password", exact=False).first.fill(PASSWORD)
    await page.get_by_role("button", name="Create account").click()


async def correct_address(tess: UserPage) -> str:
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
    await page.get_by_role("option", name="France (FR)").click()
    # The only authority of the party is chosen, and the role of a leader, since it has none.
    await expect(dialog.get_by_role("combobox", name="Authority")).to_have_value("Prosecution of France")
    await dialog.get_by_role("textbox", name="E-mail address").fill("paul@estuary.test")
    await dialog.get_by_role("textbox", name="Name").fill("Paul Amiot")
    await dialog.get_by_role("button", name="Propose member").click()
    dialog = page.get_by_role("dialog").filter(has_text="One-time code for FR-02")
    code = (await dialog.get_by_role("button", name="Copy the code").inner_text()).strip()
    await dialog.get_by_role("checkbox").check()
    await dialog.get_by_role("button", name="Close").click()
    return code


async def test_team_of_three_countries_is_founded_and_its_leaders_accept(windows: Windows, lantern: Server) -> None:
    windows.forgive("status of 401")  # when the page asks who is signed in, and nobody is
    tess, codes = await found_team(windows, lantern)
    jit, greta = tess.jit, codes["Germany"]

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
