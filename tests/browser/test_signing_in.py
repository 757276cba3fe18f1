"""Signing in at the page, its language, its keyboard, and the end of one's other sessions."""

from playwright.async_api import Page, expect

from tests.support.pages.axe import violations
from tests.support.pages.browser import Windows
from tests.support.pages.people import api_person
from tests.support.pages.user_page import open_menu
from tests.support.pages.walk import WATCH
from tests.support.server import Server


async def sign_in(page: Page, email: str) -> None:
    """Fill in the form of the sign-in screen, which names the people of the demonstration."""
    await expect(page.get_by_text(email)).to_be_visible()
    await page.get_by_label("E-mail").fill(email)
    await page.get_by_role("textbox", name="Password").fill("lantern")
    await page.get_by_role("button", name="Sign in", exact=True).click()


async def choose_language(page: Page) -> None:
    """The browser chooses the language before the sign-in, the account after it, on every computer."""
    await expect(page.get_by_role("button", name="Se connecter", exact=True)).to_be_visible()
    assert await page.evaluate("document.documentElement.lang") == "fr"
    await page.get_by_role("button", name="English").click()
    await expect(page.get_by_role("button", name="Sign in", exact=True)).to_be_visible()
    assert await violations(page) == []
    assert await page.evaluate("window.violations") == []
    await sign_in(page, "nikos@gr.demo")
    await page.wait_for_url("**/jits/*")
    await open_menu(page.get_by_role("button", name="Compte et participation"))
    await page.get_by_role("menuitemradio", name="English").click()
    await expect(page.get_by_role("button", name="Account and membership")).to_be_visible()
    await page.reload()
    await expect(page.get_by_role("button", name="Account and membership")).to_be_visible()
    assert (await (await page.request.get("/api/me")).json())["account"]["locale"] == "en"


async def go_by_keys(page: Page) -> None:
    """Keys open the help and lead to each screen, but not while somebody types."""
    jit = page.url.partition("/jits/")[2].partition("/")[0]
    await page.keyboard.press("?")
    await expect(page.get_by_role("dialog", name="Help")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    await page.keyboard.press("Control+k")
    await page.get_by_role("dialog").get_by_role("textbox").fill("audit")
    await page.keyboard.press("Enter")
    await page.wait_for_url(f"**/jits/{jit}/audit")
    for keys, path in (("gm", "/members"), ("ga", "/audit"), ("gs", ""), ("ge", "/evidence")):
        await page.keyboard.press(keys[0])
        await page.keyboard.press(keys[1])
        await page.wait_for_url(f"**/jits/{jit}{path}")
    await page.get_by_role("textbox", name="Search exhibits").fill("gs?")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    assert "/evidence" in page.url


async def test_sessions_signed_in_at_the_page_speak_the_chosen_language_and_end_elsewhere(
    windows: Windows, lantern: Server
) -> None:
    windows.forgive("status of 401")  # when the page asks who is signed in, and nobody is
    elsewhere = await api_person(lantern, "nikos@gr.demo")
    await elsewhere.patch("/api/me", {"locale": "fr"})
    page = await windows.open(lantern.url, locale="fr-BE")
    await page.add_init_script(WATCH)
    await page.goto("/")
    await choose_language(page)
    await go_by_keys(page)
    await page.goto("/account")
    await elsewhere.delete("/api/sessions?others=true")
    await expect(page.get_by_role("button", name="Sign in", exact=True)).to_be_visible(timeout=20_000)

    await sign_in(page, "nikos@gr.demo")
    await page.wait_for_url("**/account")
    await page.get_by_role("button", name="End all other sessions").click()
    await page.get_by_role("dialog").get_by_role("button", name="End sessions").click()
    await expect(page.get_by_text("You are signed in only here.")).to_be_visible()
    assert await elsewhere.status("/api/me") == 401
