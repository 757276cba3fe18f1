"""Journey of a half-written message: it waits while the user looks elsewhere, and is gone after signing out."""

from playwright.async_api import expect

from app import clock
from tests.support.pages.browser import Windows
from tests.support.pages.people import api_person
from tests.support.pages.user_page import SOON, UserPage, open_menu, open_signed_in
from tests.support.server import Server


async def sign_out_without_server(noor: UserPage) -> None:
    """The page says that the session goes on until the server has ended it."""
    await noor.page.route("**/api/sessions/current", lambda route: route.abort())
    await open_menu(noor.page.get_by_role("banner").get_by_role("button", name="Noor"))
    await noor.page.get_by_role("menuitem", name="Sign out").click()
    still = noor.page.get_by_text("This computer is still signed in")
    await expect(still).to_be_visible()
    assert (await noor.page.request.get("/api/me")).status == 200
    await noor.page.unroute("**/api/sessions/current")
    await noor.page.evaluate("dispatchEvent(new Event('online'))")
    await expect(still).to_have_count(0, timeout=SOON)
    assert (await noor.page.request.get("/api/me")).status == 401


async def sign_in(noor: UserPage) -> None:
    """Sign in at the form of the same window."""
    await noor.page.get_by_label("E-mail").fill("noor@nl.demo")
    await noor.page.get_by_role("textbox", name="Password").fill("lantern")
    await noor.page.get_by_role("button", name="Sign in", exact=True).click()


async def test_half_written_message_waits_and_is_gone_after_sign_out(windows: Windows, lantern: Server) -> None:
    person = await api_person(lantern, "noor@nl.demo")
    code = clock.new_id().hex[-8:]
    names = (f"Ferry {code}", f"Yard {code}")
    ids = [(await person.post("/channels", {"name": name, "parties": ["DE"]}))["id"] for name in names]
    noor = await open_signed_in(windows, lantern, "noor@nl.demo")
    ferry, yard = (noor.page.get_by_role("link", name=name) for name in names)
    box = noor.page.get_by_role("textbox", name="Write a message")
    await noor.turn_to(f"/messages/{ids[0]}")
    await box.fill("At the gate")
    await noor.page.get_by_role("navigation", name="Screens").get_by_role("link", name="Exhibits").click()
    await expect(noor.grid).to_be_visible()
    await noor.page.get_by_role("link", name="Messages", exact=True).click()
    await yard.click()
    await expect(yard).to_have_attribute("aria-current", "page")
    await expect(box).to_have_value("")
    await box.fill("At the bridge")
    await ferry.click()
    await expect(box).to_have_value("At the gate")
    await sign_out_without_server(noor)
    await sign_in(noor)
    await noor.page.get_by_role("link", name="Messages", exact=True).click()
    for one in (ferry, yard):
        await one.click()
        await expect(one).to_have_attribute("aria-current", "page")
        await expect(box).to_have_value("")
    for words in ("ERR_FAILED", "status of 401"):
        windows.forgive(words)  # messages of the browser about the refused requests
