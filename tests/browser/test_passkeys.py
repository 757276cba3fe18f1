"""A passkey in the page: added with Chromium's virtual authenticator, used to sign in, and removed."""

import re

from playwright.async_api import Page, expect

from tests.support.pages.axe import violations
from tests.support.pages.browser import Windows
from tests.support.pages.user_page import SOON, open_menu, open_signed_in
from tests.support.server import Server

PASSWORD = "lantern"
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


async def add(page: Page, name: str) -> None:
    await page.get_by_role("button", name="Add a passkey").click()
    dialog = page.get_by_role("dialog", name="Add a passkey")
    await dialog.get_by_label("Name").fill(name)
    await dialog.get_by_role("textbox", name="Current password").fill(PASSWORD)
    assert await violations(page) == []
    await dialog.get_by_role("button", name="Continue").click()


async def test_noor_adds_a_passkey_and_signs_in_with_two_clicks(windows: Windows, lantern: Server) -> None:
    windows.forgive("status of 401")  # when the page asks who is signed in, and nobody is
    page = (await open_signed_in(windows, lantern, "noor@nl.demo")).page
    devices = await page.context.new_cdp_session(page)
    await devices.send("WebAuthn.enable")
    device = await devices.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})

    await page.goto("/account")
    await add(page, "Laptop")
    await expect(page.get_by_text("not used yet")).to_be_visible(timeout=SOON)
    await add(page, "Laptop again")  # the device has one for this account already
    await expect(page.get_by_text("No passkey was made.")).to_be_visible(timeout=SOON)
    await page.get_by_role("dialog").get_by_role("button", name="Cancel").click()

    await page.goto("/")
    await open_menu(page.get_by_role("button", name="Account and membership"))
    await page.get_by_role("menuitem", name="Sign out").click()
    await devices.send("WebAuthn.setUserVerified", {**device, "isUserVerified": False})
    await page.get_by_role("button", name="Sign in with a passkey").click()
    await expect(page.get_by_text("No passkey was used.")).to_be_visible(timeout=SOON)
    await devices.send("WebAuthn.setUserVerified", {**device, "isUserVerified": True})
    await page.get_by_role("button", name="Sign in with a passkey").click()
    await page.wait_for_url(re.compile("/(jits/.*|teams|account)$"), timeout=SOON)

    await page.goto("/account")
    await expect(page.get_by_text("Last used")).to_be_visible(timeout=SOON)
    await page.get_by_role("button", name="Remove passkey Laptop").click()
    dialog = page.get_by_role("dialog", name="Remove passkey Laptop")
    await dialog.get_by_role("textbox", name="Current password").fill(PASSWORD)
    await dialog.get_by_role("button", name="Remove").click()
    await expect(page.get_by_text("A passkey signs you in by fingerprint")).to_be_visible(timeout=SOON)
