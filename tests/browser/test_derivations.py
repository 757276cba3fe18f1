"""Deriving at the page: what is inherited is shown first; both ends name each other; the parent's originator hears of it."""

from pathlib import Path

from playwright.async_api import expect

from tests.support.browser import Windows
from tests.support.desk import fill_in_what, sit_down
from tests.support.screens import LAMPKIT, exhibit
from tests.support.server import Server

TITLE = "Keys found on the stick, worked out in Wiesbaden"


async def test_what_is_derived_is_shown_at_both_ends(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    lena = await sit_down(windows, lantern, "lena@de.demo", zone="Europe/Berlin", dark=True)
    await exhibit(noor)
    await exhibit(lena)
    await lena.page.get_by_role("button", name="More", exact=True).click()
    await lena.page.get_by_role("menuitem", name="Derive an exhibit").click()
    form = lena.page.get_by_role("dialog", name="Register an exhibit")
    await expect(form.get_by_text(LAMPKIT).first).to_be_visible()
    await expect(form.get_by_text("What it inherits")).to_be_visible()
    await expect(form.get_by_text("No standing rule releases it")).to_be_visible()
    await fill_in_what(lena.page, TITLE)
    await form.get_by_role("combobox", name="How").click()
    await lena.page.get_by_role("option", name="Analysis", exact=True).click()
    await form.get_by_text("What it inherits").scroll_into_view_if_needed()
    await lena.page.screenshot(path=tmp_path / "inherits-dark.png")
    await form.get_by_role("button", name="Register", exact=True).click()
    await expect(lena.page.get_by_role("heading", name=TITLE)).to_be_visible()
    ends = lena.part("Derivation")
    await expect(ends.get_by_text("Analysis,")).to_be_visible()
    await lena.page.screenshot(path=tmp_path / "child-dark.png")
    await ends.get_by_role("link", name=LAMPKIT).click()
    await expect(lena.part("Derivation").get_by_role("link", name=TITLE)).to_be_visible()

    await expect(noor.part("Custody").get_by_text("Something derived from it").first).to_be_visible()
    await expect(noor.page.get_by_text(TITLE)).to_have_count(0)
    await expect(noor.part("Derivation")).to_have_count(0)
    await noor.page.screenshot(path=tmp_path / "parent-light.png", full_page=True)
