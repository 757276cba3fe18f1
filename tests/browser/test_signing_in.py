"""The door: the page comes, names the demonstration's people, lets one in, and complains about nothing."""

from playwright.async_api import expect

from tests.support.browser import Windows
from tests.support.server import Server


async def test_noor_signs_in_and_sees_her_team(windows: Windows, lantern: Server) -> None:
    page = await windows.open(lantern.url)
    await page.goto("/")
    await expect(page.get_by_text("noor@nl.demo")).to_be_visible()
    await page.get_by_label("E-mail").fill("noor@nl.demo")
    await page.get_by_role("textbox", name="Password").fill("lantern")
    await page.get_by_role("button", name="Sign in", exact=True).click()
    await expect(page.get_by_text("Operation Lantern").first).to_be_visible()
    windows.forgive("status of 401")  # the browser's own line when the page asks who is signed in, and nobody is
