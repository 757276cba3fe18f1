"""No network, a line that breaks, an answer that is lost: nothing is done later unasked, nothing twice, and what is not known is said."""

from playwright.async_api import Route, expect

from app import clock
from tests.browser.test_erased_of_a_day import send
from tests.browser.test_operations import day_of
from tests.support.browser import Windows
from tests.support.desk import SOON, Desk, fill_in, lose_an_answer, open_menu, sit_down
from tests.support.server import Server

UNKNOWN = "it is not known whether this was done"


async def titled(desk: Desk, title: str) -> list[str]:
    """The states of all exhibits of this title."""
    return [one["status"] for one in (await desk.read("/evidence?limit=200"))["items"] if one["title"] == title]


async def registered(windows: Windows, lantern: Server) -> tuple[Desk, str]:
    """Noor at the screen of an exhibit that she has just registered."""
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    await fill_in(noor.page, title := f"Stick {clock.new_id().hex[-8:]}")
    await noor.page.get_by_role("button", name="Register", exact=True).click()
    await expect(noor.page.get_by_role("heading", name=title)).to_be_visible()
    return noor, title


async def test_what_was_called_off_without_a_network_is_not_done_when_it_is_back(
    windows: Windows, lantern: Server
) -> None:
    noor, title = await registered(windows, lantern)
    await noor.page.get_by_role("button", name="More", exact=True).click()
    await noor.page.get_by_role("menuitem", name="Withdraw").click()
    dialog = noor.page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name="Why it is withdrawn").fill("Seized in error")
    for box in await dialog.get_by_role("checkbox").all():
        await box.check()
    await noor.page.context.set_offline(True)
    await dialog.get_by_role("button", name="Withdraw the exhibit").click()
    await expect(dialog.get_by_text(UNKNOWN)).to_be_visible()
    await dialog.get_by_role("button", name="Cancel").click()
    await expect(dialog).to_have_count(0)
    await noor.page.context.set_offline(False)
    await expect(noor.page.locator('[role="status"][data-state="live"]')).to_be_visible(timeout=SOON)
    await noor.page.wait_for_timeout(1_000)
    assert await titled(noor, title) == ["active"]
    windows.forgive("ERR_INTERNET_DISCONNECTED")  # the browser's own line


async def test_an_exhibit_whose_answer_was_lost_is_registered_once(windows: Windows, lantern: Server) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    lost = await lose_an_answer(noor.page, "**/evidence")
    await fill_in(noor.page, title := f"Stick {clock.new_id().hex[-8:]}")
    register = noor.page.get_by_role("button", name="Register", exact=True)
    await register.click()
    await expect(noor.page.get_by_text(UNKNOWN)).to_be_visible()
    assert (lost, await titled(noor, title)) == ([201], ["active"])
    await register.click()
    await expect(noor.page.get_by_role("heading", name=title)).to_be_visible()
    assert await titled(noor, title) == ["active"]
    windows.forgive("ERR_FAILED")  # the browser's own line


async def test_a_comment_is_said_once_and_what_is_typed_meanwhile_stays(windows: Windows, lantern: Server) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    coordinator = await sit_down(windows, lantern, "coordinator@nl.demo")
    her = next(one for one in (await noor.read("/members"))["items"] if one["name"].startswith("Noor"))
    task = await send(coordinator, "/tasks", {"title": "Read the stick", "assignee": her["code"]})
    await noor.turn_to(f"/tasks/{task['id']}")
    box = noor.part("Comments").get_by_role("textbox")

    async def press_again(route: Route) -> None:
        if route.request.method == "POST":
            await box.press("Control+Enter")
            await box.press_sequentially(" And the telephone.")
        await route.continue_()

    await noor.page.route("**/comments", press_again)
    await box.fill("Half of it is read.")
    await box.press("Control+Enter")
    await expect(box).to_have_value("And the telephone.", timeout=SOON)
    said = (await noor.read(f"/tasks/{task['id']}/comments"))["items"]
    assert [one["text"] for one in said] == ["Half of it is read."]


async def test_what_was_said_on_the_day_is_sent_from_any_screen(windows: Windows, lantern: Server) -> None:
    lena = await sit_down(windows, lantern, "lena@de.demo")
    day = await day_of(lena, "Lantern out, on the table")
    await lena.turn_to(f"/operations/{day['id']}")
    report = f"Nobody at home {clock.new_id().hex[-8:]}"
    await lena.page.route("**/ticker", lambda one: one.abort() if one.request.method == "POST" else one.continue_())
    await lena.page.get_by_role("textbox", name="What happened").fill(report)
    await lena.page.get_by_role("button", name="Report").click()
    await expect(lena.page.get_by_text("1 entry waits to be sent")).to_be_visible()
    await lena.page.get_by_role("navigation", name="Screens").get_by_role("link", name="Evidence").click()
    await expect(lena.grid).to_be_visible()
    await expect(lena.page.get_by_text("1 entry waits to be sent")).to_be_visible()
    await lena.page.unroute("**/ticker")
    await expect(lena.page.get_by_text("1 entry waits to be sent")).to_have_count(0, timeout=SOON)
    told = (await lena.read(f"/operations/{day['id']}/ticker"))["items"]
    assert [one["text"] for one in told].count(report) == 1
    windows.forgive("ERR_FAILED")  # the browser's own line


async def test_signing_out_without_a_server_says_so_until_the_session_has_ended(
    windows: Windows, lantern: Server
) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    await noor.page.route("**/api/sessions/current", lambda route: route.abort())
    await open_menu(noor.page.get_by_role("banner").get_by_role("button", name="Noor"))
    await noor.page.get_by_role("menuitem", name="Sign out").click()
    await expect(noor.page.get_by_text("This computer is still signed in")).to_be_visible()
    assert (await noor.page.request.get("/api/me")).status == 200
    await noor.page.unroute("**/api/sessions/current")
    await expect(noor.page.get_by_text("This computer is still signed in")).to_have_count(0, timeout=SOON)
    assert (await noor.page.request.get("/api/me")).status == 401
    for words in ("ERR_FAILED", "status of 401"):
        windows.forgive(words)  # the browser's own lines
