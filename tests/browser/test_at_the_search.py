"""The page for the telephone: entered without a network, sent once when there is one, handed over by both, wiped when one leaves."""

import hashlib
from pathlib import Path
from typing import Any

from playwright.async_api import FilePayload, Locator, Page, Route, async_playwright, expect

from tests.support.browser import FLAGS, Windows, chromium_of_the_machine, until_holds
from tests.support.desk import Desk, open_menu, sit_down
from tests.support.fake_camera import film
from tests.support.server import Server

SEAL = b"\xff\xd8\xff\xe0 the seal, as the camera saw it"
HASH = hashlib.sha256(SEAL).hexdigest()
TELEPHONE: dict[str, Any] = {"viewport": {"width": 360, "height": 760}, "has_touch": True}
PHYSICAL: dict[str, Any] = {
    "kind": "physical",
    "category": "device",
    "acquired_at": "2026-05-16T09:30:00+02:00",
    "acquired_by": "Team High Tech Crime",
    "place": "Rotterdam",
    "legal_basis": "Art. 94 Sv",
    "releases": [],
}


async def stand(windows: Windows, lantern: Server, email: str, **window: Any) -> Desk:
    """Somebody with the page open on a telephone, ready for when the network goes."""
    desk = await sit_down(windows, lantern, email, **window)
    await desk.page.set_viewport_size(TELEPHONE["viewport"])
    await desk.turn_to("/at-the-search")
    ready = "S\u2019ouvre aussi sans r\u00e9seau" if desk.language == "fr" else "Opens without a network too"
    await expect(desk.page.get_by_text(ready)).to_be_visible(timeout=30_000)
    return desk


async def enter(page: Page, title: str, *, seal: str | None = "A 100 417") -> None:
    """A new thing, with a photograph of its seal."""
    await page.get_by_role("button", name="New thing").click()
    await page.get_by_role("textbox", name="What it is").fill(title)
    await page.get_by_role("textbox", name="Place").fill("Rotterdam, Coolsingel 1, kitchen")
    await page.get_by_role("textbox", name="Legal basis").fill("Art. 94 Sv")
    if seal is not None:
        picture: FilePayload = {"name": "IMG_2231.JPG", "mimeType": "image/jpeg", "buffer": SEAL}
        await page.get_by_label("Photograph the seal").set_input_files(picture)
        await expect(page.get_by_text(f"SHA-256 {HASH[:12]}")).to_be_visible()
        await page.get_by_role("textbox", name="Number of the seal").fill(seal)
    await page.get_by_role("button", name="Keep", exact=True).click()


def card(page: Page, text: str) -> Locator:
    return page.get_by_role("region", name="On this device").get_by_role("listitem").filter(has_text=text)


async def exhibit(desk: Desk, title: str) -> dict[str, Any]:
    """The only one of this title, with its custody."""
    (found,) = [one for one in (await desk.read("/evidence?limit=200"))["items"] if one["title"] == title]
    entries = (await desk.read(f"/evidence/{found['id']}/custody"))["items"]
    whole: dict[str, Any] = found | {"entries": entries, "kinds": [one["kind"] for one in entries]}
    return whole


def told(entry: dict[str, Any]) -> dict[str, Any]:
    return {name: one["value"] for name, one in entry["fields"].items()}


async def test_without_a_network_nothing_is_lost_and_all_is_sent_once(
    windows: Windows, lantern: Server, tmp_path: Path
) -> None:
    noor = await stand(windows, lantern, "noor@nl.demo", zone="Europe/Amsterdam")
    page, context = noor.page, noor.page.context
    await page.screenshot(path=tmp_path / "begins.png")
    await context.set_offline(True)
    await page.reload()
    await expect(page.get_by_text("No network. Go on")).to_be_visible()
    await page.get_by_role("button", name="New thing").click()
    await page.get_by_role("button", name="Keep", exact=True).click()
    await expect(page.get_by_text("Needed.")).to_have_count(3)
    await page.screenshot(path=tmp_path / "needed.png", full_page=True)
    await page.get_by_role("textbox", name="What it is").fill("Telephone, half typed")
    await page.wait_for_timeout(5_000)  # a camera is not opened in the moment of the last key
    await page.reload()  # as a telephone does that opens its camera
    await expect(page.get_by_role("textbox", name="What it is")).to_have_value("Telephone, half typed")
    await page.get_by_role("button", name="Cancel").click()
    await page.get_by_role("button", name="Drop it").click()
    await enter(page, "Telephone from the kitchen")
    await expect(card(page, "Telephone from the kitchen")).to_contain_text("Kept on this device")
    await expect(card(page, "Telephone from the kitchen")).to_contain_text("no number yet")
    await page.screenshot(path=tmp_path / "kept.png", full_page=True)
    await page.close()

    page = await context.new_page()  # the next morning
    await page.set_viewport_size(TELEPHONE["viewport"])
    await page.goto(f"/jits/{noor.jit}/at-the-search")
    kept = card(page, "Telephone from the kitchen")
    await expect(kept).to_contain_text("Kept on this device")
    await context.set_offline(False)
    sent = page.get_by_role("region", name="On this device").get_by_role("listitem").first
    await expect(sent).to_contain_text("Sent", timeout=60_000)
    await expect(page.get_by_text("Telephone from the kitchen")).to_have_count(0)
    await page.screenshot(path=tmp_path / "sent.png", full_page=True)
    found = await exhibit(Desk(page, noor.jit, []), "Telephone from the kitchen")
    assert found["exhibit_number"] in await sent.inner_text()
    assert found["kinds"] == ["evidence.registered", "file.received", "custody.seized", "custody.sealed"]
    received, seized, sealed = (told(one) for one in found["entries"][1:])
    assert (received["sha256"], received["declared_sha256"]) == (HASH, HASH)
    assert "IMG_2231" not in received["name"]
    assert sealed["photograph"]["sha256"] == HASH
    for one in (seized["occurred"], sealed["occurred"]):
        assert (one["zone"], one["source"]) == ("Europe/Amsterdam", "device")
        assert abs(one["clock_offset_seconds"]) <= 2, "one machine; a header written once a second, and cut to it"
    assert seized["occurred"]["at"] <= sealed["occurred"]["at"] < found["entries"][0]["at"]
    assert await photographs(page) == 0
    windows.forgive("ERR_INTERNET_DISCONNECTED")


async def photographs(page: Page) -> int:
    """How many are in the device's store."""
    counted: int = await page.evaluate(
        """() => new Promise((resolve) => {
          const opening = indexedDB.open('liaison-at-the-search');
          opening.onsuccess = () => {
            const asked = opening.result.transaction('photos').objectStore('photos').count();
            asked.onsuccess = () => { opening.result.close(); resolve(asked.result); };
          };
        })"""
    )
    return counted


async def test_an_answer_that_was_lost_does_nothing_twice(windows: Windows, lantern: Server) -> None:
    noor = await stand(windows, lantern, "noor@nl.demo")
    lost: list[str] = []

    async def lose(route: Route) -> None:
        """Done at the server, and never heard of: once for each address."""
        address = route.request.url
        if route.request.method != "POST" or address in lost:
            return await route.continue_()
        lost.append(address)
        await route.fetch()
        return await route.abort("connectionreset")

    await noor.page.route("**/api/jits/*/evidence", lose)
    await noor.page.route("**/acts", lose)
    await enter(noor.page, "Stick in the kettle", seal=None)
    await expect(noor.page.get_by_text("Sent", exact=True)).to_be_visible(timeout=60_000)
    found = await exhibit(noor, "Stick in the kettle")
    assert found["kinds"] == ["evidence.registered", "custody.seized"]
    assert len(lost) == 2
    windows.forgive("ERR_CONNECTION_RESET")


async def test_what_is_refused_says_why_and_what_to_do(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    """Somebody else sealed it meanwhile; and a label that is not for these eyes."""
    noor = await stand(windows, lantern, "noor@nl.demo", dark=True)
    made = await noor.page.request.post(
        f"/api/jits/{noor.jit}/evidence",
        data=PHYSICAL | {"title": "Safe behind the mirror"},
        headers={"Origin": lantern.url},
    )
    one = await made.json()
    await noor.page.get_by_role("button", name="Scan a label").click()
    await noor.page.get_by_role("textbox", name="Code or number").fill("nonsense")
    await noor.page.get_by_role("button", name="Go on").click()
    await expect(noor.page.get_by_text("This is no label\u2019s code")).to_be_visible()
    await noor.page.get_by_role("textbox", name="Code or number").fill(one["exhibit_number"].lower())
    await noor.page.get_by_role("button", name="Go on").click()
    await noor.page.get_by_role("textbox", name="Place").fill("Rotterdam")
    act = {"act": "collected", "place": "Delft"}
    headers = {"Origin": lantern.url, "If-Match": '"0"'}
    await noor.page.request.post(f"/api/jits/{noor.jit}/whereabouts/{one['id']}/acts", data=act, headers=headers)
    await noor.page.get_by_role("button", name="Keep", exact=True).click()
    refused = card(noor.page, one["exhibit_number"])
    await expect(refused).to_contain_text("Somebody else recorded an act meanwhile")
    await noor.page.screenshot(path=tmp_path / "refused-dark.png", full_page=True)
    await refused.get_by_role("button", name="Send again").click()
    await expect(refused).not_to_contain_text("Somebody else recorded an act meanwhile")
    await expect(refused).to_contain_text("Refused at \u201cSeized\u201d")
    await refused.get_by_role("button", name="Delete from this device").click()
    await expect(refused).to_contain_text("What was not sent is lost")
    await refused.get_by_role("button", name="Delete it").click()
    await expect(refused).to_have_count(0)
    view = await noor.read(f"/whereabouts/{one['id']}")
    assert (view["version"], view["place"]) == (1, "Delft"), "nothing was recorded over it"
    windows.forgive("status of 4")


async def test_both_seats_confirm_a_hand_over_each_on_its_own_device(
    windows: Windows, lantern: Server, tmp_path: Path
) -> None:
    noor = await stand(windows, lantern, "noor@nl.demo")
    daan = await stand(windows, lantern, "daan@nl.demo", language="fr", dark=True)
    seat = next(one for one in (await daan.read("/members"))["items"] if one["email"] == "daan@nl.demo")["code"]
    await enter(noor.page, "Ledger in the freezer")
    here = noor.page.get_by_role("region", name="On this device").get_by_role("listitem").first
    await expect(here).to_contain_text("Sent", timeout=60_000)
    await here.get_by_role("button", name="Hand over").click()
    await expect(here.get_by_text("Nobody signs for another here")).to_be_visible()
    await here.get_by_role("combobox", name="Code of the seat").fill("daan")
    await here.get_by_role("button", name="Offer it").click()
    await expect(here.get_by_text("A seat\u2019s code looks like NL-07")).to_be_visible()
    await here.get_by_role("combobox", name="Code of the seat").fill(seat.lower())
    await here.get_by_role("button", name="Offer it").click()
    await here.get_by_role("button", name="Show the code").click(timeout=60_000)
    await expect(here.get_by_role("img", name="To be scanned by who receives it")).to_be_visible()
    await noor.page.screenshot(path=tmp_path / "code.png", full_page=True)
    found = await exhibit(noor, "Ledger in the freezer")
    handover = (await noor.read(f"/whereabouts/{found['id']}"))["handover"]["id"]

    await daan.turn_to(f"/at-the-search?receive={handover}")
    offered = daan.page.get_by_role("form", name=found["exhibit_number"])
    await offered.get_by_role("button", name="Je l\u2019ai").click()
    await expect(offered.get_by_text("Dites si le sceau est intact.")).to_be_visible()
    await offered.get_by_text("Le sceau est intact", exact=True).click()
    await offered.get_by_role("textbox", name="O\u00f9 il se trouve").fill("Voiture 3")
    await daan.page.screenshot(path=tmp_path / "receives-fr-dark.png", full_page=True)
    await offered.get_by_role("button", name="Je l\u2019ai").click()
    await expect(daan.page.get_by_text("Confirm\u00e9 : vous l\u2019avez.".replace(" :", "\u00a0:"))).to_be_visible()
    view = await daan.read(f"/whereabouts/{found['id']}")
    assert (view["seat"], view["place"], view["handover"]) == (seat, "Voiture 3", None)
    await noor.turn_to(f"/at-the-search?receive={handover}")
    await expect(noor.page.get_by_text("This offer is not open to you")).to_be_visible()


async def test_who_signs_out_is_told_what_is_unsent_and_leaves_nothing(
    windows: Windows, lantern: Server, tmp_path: Path
) -> None:
    noor = await stand(windows, lantern, "noor@nl.demo")
    page, context = noor.page, noor.page.context
    await page.request.delete("/api/sessions/current", headers={"Origin": lantern.url})  # it ended, here or elsewhere
    await enter(page, "Notebook under the floor")
    await expect(card(page, "Notebook under the floor")).to_contain_text("Kept on this device")
    await page.reload()
    await expect(page.get_by_text("You are signed out. Go on")).to_be_visible()
    await page.screenshot(path=tmp_path / "signed-out.png", full_page=True)
    await page.request.post(
        "/api/sessions", data={"email": "daan@nl.demo", "password": "lantern"}, headers={"Origin": lantern.url}
    )
    await page.request.patch("/api/me", data={"locale": "en"}, headers={"Origin": lantern.url})
    await page.reload()  # another's session: nothing of it is shown or sent
    await expect(page.get_by_text("1 thing on this device was kept by another seat")).to_be_visible()
    await expect(page.get_by_text("Notebook under the floor")).to_have_count(0)
    await page.goto("/account")
    await open_menu(page.get_by_role("banner").get_by_role("button", name="Daan"))
    await page.get_by_role("menuitem", name="Sign out").click()
    await expect(page.get_by_text("1 thing is on this device alone and was not sent")).to_be_visible()
    await page.screenshot(path=tmp_path / "leaving.png", full_page=True)
    await page.get_by_role("button", name="Delete and sign out").click()
    await page.wait_for_url("**/sign-in")
    assert await page.evaluate("async () => (await indexedDB.databases()).map(({ name }) => name)") == []
    kept = await page.evaluate(
        "async () => (await Promise.all((await caches.keys()).map(async (one) => (await (await caches.open(one)).keys())"
        ".map(({ url }) => new URL(url).pathname)))).flat()"
    )
    assert kept
    assert [one for one in kept if one.startswith(("/api", "/jits"))] == [], "the program alone, and no answer"
    await context.close()
    windows.forgive("status of 401")


async def test_a_label_before_the_camera_is_read(lantern: Server, tmp_path: Path) -> None:
    """In plain JavaScript, under the page's own policy; the camera is allowed on this page and on no other."""
    async with async_playwright() as playwright:
        picture = film(f"{lantern.url}/find/ABCDEFGHJKMN", tmp_path / "label.y4m")
        flags = ("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream")
        camera = f"--use-file-for-fake-video-capture={picture}"
        browser = await playwright.chromium.launch(
            executable_path=chromium_of_the_machine(), args=[*FLAGS, *flags, camera]
        )
        windows = Windows(browser)
        noor = await stand(windows, lantern, "noor@nl.demo")
        await noor.page.context.set_offline(True)
        await expect(noor.page.get_by_text("No network. Go on")).to_be_visible()
        await noor.page.get_by_role("button", name="Scan a label").click()
        await expect(noor.page.get_by_text("Label ABCDEFGHJKMN")).to_be_visible(timeout=30_000)
        await noor.page.get_by_role("textbox", name="Place").fill("Delft")
        await noor.page.screenshot(path=tmp_path / "scanned.png", full_page=True)
        await noor.page.get_by_role("button", name="Keep", exact=True).click()
        await noor.page.context.set_offline(False)
        await expect(card(noor.page, "ABCDEFGHJKMN")).to_contain_text(
            "There is no such exhibit, or you may not see it", timeout=60_000
        )
        await noor.turn_to("/evidence")
        asked = "navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'seen', (error) => error.name)"
        assert await noor.page.evaluate(asked) == "NotAllowedError"
        windows.forgive("ERR_INTERNET_DISCONNECTED")
        windows.forgive("status of 404")
        windows.forgive("Permissions policy violation")
        assert windows.errors == []
        await browser.close()


LATE = """
    const found = navigator.geolocation.getCurrentPosition.bind(navigator.geolocation);
    navigator.geolocation.getCurrentPosition = (done, ...rest) => found((at) => { window.fix = () => done(at); }, ...rest);
"""


async def test_a_position_that_comes_late_takes_nothing_back(windows: Windows, lantern: Server) -> None:
    place = {"latitude": 51.92, "longitude": 4.48}
    noor = await stand(windows, lantern, "noor@nl.demo", geolocation=place, permissions=["geolocation"])
    page = noor.page
    await page.add_init_script(LATE)
    await page.reload()
    await page.get_by_role("button", name="New thing").click()
    await page.get_by_role("textbox", name="What it is").fill("Router")
    await page.get_by_role("button", name="Position").click()
    await until_holds(page, "Boolean(window.fix)")
    await page.get_by_role("textbox", name="Place").fill("Rotterdam, hall")
    await page.evaluate("window.fix()")
    await expect(page.get_by_text("51.92000")).to_be_visible()
    await expect(page.get_by_role("textbox", name="Place")).to_have_value("Rotterdam, hall")

    await page.get_by_role("button", name="Leave the position out").click()
    await page.get_by_role("button", name="Position").click()
    await page.get_by_role("textbox", name="Legal basis").fill("Art. 94 Sv")
    await page.get_by_role("button", name="Keep", exact=True).click()
    await expect(page.get_by_role("button", name="New thing")).to_be_visible()
    await page.evaluate("window.fix()")
    await page.wait_for_timeout(500)
    await expect(page.get_by_role("button", name="New thing")).to_be_visible()
    await page.reload()
    await expect(page.get_by_role("button", name="New thing")).to_be_visible()
    await expect(card(page, "Sent").or_(card(page, "Router")).first).to_be_visible()
