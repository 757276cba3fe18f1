"""French and English: chosen by the browser before the door and by the account behind it; and where one's own sessions end."""

from playwright.async_api import expect

from tests.support.browser import Windows
from tests.support.desk import open_menu, sit_down
from tests.support.server import Server


async def test_a_language_is_the_browsers_then_the_accounts_and_stays(windows: Windows, lantern: Server) -> None:
    page = await windows.open(lantern.url, locale="fr-BE")
    await page.goto("/")
    await expect(page.get_by_role("button", name="Se connecter", exact=True)).to_be_visible()
    assert await page.evaluate("document.documentElement.lang") == "fr"
    await page.get_by_role("button", name="English").click()
    await expect(page.get_by_role("button", name="Sign in", exact=True)).to_be_visible()
    windows.forgive("status of 401")  # the browser's own line when the page asks who is signed in, and nobody is

    hugo = await sit_down(windows, lantern, "hugo@fr.demo", language="fr")
    await expect(hugo.page.get_by_role("grid", name="Scellés")).to_be_visible()
    await open_menu(hugo.page.get_by_role("button", name="Compte et siège"))
    await hugo.page.get_by_role("menuitemradio", name="English").click()
    await expect(hugo.page.get_by_role("grid", name="Exhibits")).to_be_visible()
    await hugo.page.reload()
    await expect(hugo.page.get_by_role("grid", name="Exhibits")).to_be_visible()
    me = await (await hugo.page.request.get("/api/me")).json()
    assert me["account"]["locale"] == "en", "another computer speaks it too"


async def test_a_session_that_is_ended_elsewhere_leaves_its_page(windows: Windows, lantern: Server) -> None:
    there = await sit_down(windows, lantern, "pilar@es.demo")
    here = await sit_down(windows, lantern, "pilar@es.demo")
    await here.page.goto("/account")
    await here.page.get_by_role("button", name="End all others").click()
    await here.page.get_by_role("dialog").get_by_role("button", name="End them").click()
    await expect(here.page.get_by_text("You are signed in here only.")).to_be_visible()
    await expect(there.page.get_by_role("button", name="Sign in", exact=True)).to_be_visible(timeout=20_000)
    windows.forgive("status of 401")  # what the window of the ended session is told


async def test_the_keyboard_leads_everywhere(windows: Windows, lantern: Server) -> None:
    nikos = await sit_down(windows, lantern, "nikos@gr.demo")
    page = nikos.page
    await page.keyboard.press("?")
    await expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    await page.keyboard.press("Escape")
    for keys, path in (("gs", ""), ("gm", "/members"), ("ga", "/audit"), ("ge", "/evidence")):
        await page.keyboard.press(keys[0])
        await page.keyboard.press(keys[1])
        await page.wait_for_url(f"**/jits/{nikos.jit}{path}")
    await page.get_by_role("textbox", name="Search title or number").fill("gs?")
    await expect(page.get_by_role("dialog")).to_have_count(0)
    assert "/evidence" in page.url
