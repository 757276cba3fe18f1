"""The page's own watch over the ledger, against a server that behaves and one that lies on the way to the browser."""

from pathlib import Path

from playwright.async_api import Route, expect

from tests.support.browser import Windows
from tests.support.desk import Desk, sit_down
from tests.support.server import Server
from tests.support.waiting import until

CHECKPOINT = "**/ledger/checkpoint"
TITLE = "The ledger of this team does not add up"


async def an_exhibit(desk: Desk) -> str:
    found: str = (await desk.read("/evidence?originator=NL&status=active&limit=1"))["items"][0]["id"]
    return found


async def describe(desk: Desk, exhibit: str, place: str) -> None:
    """An act with a promise, by the page's own client."""
    await desk.turn_to(f"/evidence/{exhibit}")
    await desk.page.get_by_role("button", name="More", exact=True).click()
    await desk.page.get_by_role("menuitem", name="Correct").click()
    drawer = desk.page.get_by_role("dialog")
    await drawer.get_by_label("Place").fill(place)
    await drawer.get_by_label("Why it is corrected").fill("Typing error")
    await drawer.get_by_role("button", name="Save").click()
    await expect(drawer).to_be_hidden()


async def test_custody_is_proved_entry_by_entry(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    await noor.turn_to(f"/evidence/{await an_exhibit(noor)}")
    custody = noor.part("Custody")
    await expect(custody.get_by_text("included in the checkpoint")).to_be_visible(timeout=30_000)
    recorded = custody.get_by_role("button", name="As recorded")
    included = custody.get_by_label("Recomputed in this browser, and included")

    async def all_are() -> bool:
        return 0 < await recorded.count() == await included.count()

    await until(all_are, within=60)
    await noor.turn_to("/audit")
    await expect(noor.page.get_by_text("signed by the key of this ledger")).to_be_visible()
    await noor.page.screenshot(path=tmp_path / "audit.png")


async def test_a_server_that_goes_back_is_caught(windows: Windows, lantern: Server) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    old = await (await noor.ask("/ledger/checkpoint")).text()
    size = int(old.splitlines()[1])
    exhibit = await an_exhibit(noor)
    await describe(noor, exhibit, "Rotterdam, Waalhaven 12")

    async def grown() -> bool:
        return int((await (await noor.ask("/ledger/checkpoint")).text()).splitlines()[1]) > size

    await until(grown, within=30)
    await noor.turn_to("/audit")
    await expect(noor.page.get_by_text("signed by the key of this ledger")).to_be_visible(timeout=30_000)

    async def lie(route: Route) -> None:
        await route.fulfill(body=old, content_type="text/plain")

    await noor.page.route(CHECKPOINT, lie)
    await noor.turn_to("/audit")
    alarm = noor.page.get_by_role("alert").filter(has_text=TITLE)
    await expect(alarm.first).to_contain_text("smaller ledger than before", timeout=30_000)
    await noor.page.unroute(CHECKPOINT)
    await noor.turn_to("/audit")
    await expect(noor.page.get_by_text("signed by the key of this ledger")).to_be_visible(timeout=30_000)
    await expect(alarm).to_have_count(0)


async def test_a_promise_that_the_ledgers_key_did_not_sign_is_caught(windows: Windows, lantern: Server) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")

    async def forge(route: Route) -> None:
        answer = await route.fetch()
        headers = dict(answer.headers)
        if promise := headers.get("ledger-entry"):
            entry, _, deadline, signature = promise.split(",")[0].split(" ")
            headers["ledger-entry"] = f"{entry} {'A' * 43}= {deadline} {signature}"
        await route.fulfill(response=answer, headers=headers)

    exhibit = await an_exhibit(noor)
    await noor.page.route("**/api/jits/*/evidence/*", forge)
    await describe(noor, exhibit, "Rotterdam, Waalhaven 14")
    alarm = noor.page.get_by_role("alert").filter(has_text=TITLE)
    await expect(alarm.first).to_contain_text("did not sign", timeout=40_000)
