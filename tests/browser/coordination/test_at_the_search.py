"""The page for the telephone: entries without a network, sent once; refusals; sign-out; the camera and a handover."""

import asyncio
import hashlib
from pathlib import Path
from typing import Any, Final

from playwright.async_api import FilePayload, Locator, Page, Route, async_playwright, expect

from app import clock
from tests.support.pages.browser import FLAGS, Windows, chromium_of_the_machine, kept_on_device, until_holds
from tests.support.pages.fake_camera import film
from tests.support.pages.people import ApiPerson, api_person
from tests.support.pages.user_page import UserPage, open_menu, open_signed_in
from tests.support.server import Server

SEAL: Final = b"\xff\xd8\xff\xe0 the seal, as the camera saw it"
HASH: Final = hashlib.sha256(SEAL).hexdigest()
VIEWPORT: Final[Any] = {"width": 360, "height": 760}
PHYSICAL: Final[dict[str, Any]] = {"kind": "physical", "category": "device"}
SENT_WITHIN: Final = 60_000


async def test_search_page_without_network_sends_once_says_why_it_refuses_and_wipes_at_sign_out(
    windows: Windows, lantern: Server
) -> None:
    noor = await open_search(windows, lantern, "noor@nl.demo", zone="Europe/Amsterdam")
    other = await api_person(lantern, "noor@nl.demo")
    daan = await api_person(lantern, "daan@nl.demo")
    title = f"Telephone from the kitchen {clock.new_id().hex[-8:]}"
    page = await enter_without_network(noor, title)
    exhibit = await send_once(page, other, title)
    await offer(page, exhibit, other, daan)
    await refuse(page, other)
    await sign_out(page, lantern)
    for words in ("ERR_INTERNET_DISCONNECTED", "ERR_CONNECTION_RESET", "status of 4"):
        windows.forgive(words)


async def test_search_page_with_a_camera_reads_a_label_and_receives_a_handover(lantern: Server, tmp_path: Path) -> None:
    """The QR reader runs in plain JavaScript under the page's own policy; no other page may use the camera."""
    noor = await api_person(lantern, "noor@nl.demo")
    bag, ledger = [await noor.register(f"{one} {clock.new_id().hex[-8:]}", **PHYSICAL) for one in ("Bag", "Ledger")]
    (label,) = (await noor.post("/labels", {"evidence": [bag["id"]]}))["items"]
    code = label["code"].replace("-", "")
    async with async_playwright() as playwright:
        picture = film(f"{lantern.url}/find/{code}", tmp_path / "label.y4m")
        flags = ("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream")
        camera = f"--use-file-for-fake-video-capture={picture}"
        browser = await playwright.chromium.launch(
            executable_path=chromium_of_the_machine(), args=[*FLAGS, *flags, camera]
        )
        windows = Windows(browser)
        daan = await open_search(windows, lantern, "daan@nl.demo")
        await scan(daan, code, bag["exhibit_number"])
        await receive(daan, noor, ledger)
        asked = "navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'seen', (error) => error.name)"
        await daan.turn_to("/evidence")
        assert await daan.page.evaluate(asked) == "NotAllowedError"
        for words in ("ERR_INTERNET_DISCONNECTED", "Permissions policy violation"):
            windows.forgive(words)
        assert windows.errors == []
        await browser.close()


async def open_search(windows: Windows, lantern: Server, email: str, **window: Any) -> UserPage:
    """A telephone on which the page is open and its program kept for use without a network."""
    user = await open_signed_in(windows, lantern, email, **window)
    await user.page.set_viewport_size(VIEWPORT)
    await user.turn_to("/at-the-search")
    await expect(user.page.get_by_text("Works without network")).to_be_visible(timeout=30_000)
    return user


async def enter(page: Page, title: str, *, seal: str | None = None) -> None:
    """Enter a new thing, with a photograph of its seal if it has one."""
    await page.get_by_role("button", name="New item").click()
    await page.get_by_role("textbox", name="Item", exact=True).fill(title)
    await page.get_by_role("textbox", name="Place").fill("Rotterdam, Coolsingel 1, kitchen")
    await page.get_by_role("textbox", name="Legal basis").fill("Art. 94 Sv")
    if seal is not None:
        picture: FilePayload = {"name": "IMG_2231.JPG", "mimeType": "image/jpeg", "buffer": SEAL}
        await page.get_by_label("Photograph seal").set_input_files(picture)
        await expect(page.get_by_text(f"SHA-256 {HASH[:12]}")).to_be_visible()
        await page.get_by_role("textbox", name="Seal number").fill(seal)
    await page.get_by_role("button", name="Save", exact=True).click()


def card(page: Page, text: str) -> Locator:
    """An entry in the list of the device."""
    return page.get_by_role("region", name="On this device").get_by_role("listitem").filter(has_text=text)


async def enter_without_network(noor: UserPage, title: str) -> Page:
    """An entry without a network is still on the device in the next page, which opens without a network."""
    context = noor.page.context
    await context.set_offline(True)
    await noor.page.reload()
    await expect(noor.page.get_by_text("No network. You can continue")).to_be_visible()
    await enter(noor.page, title, seal="A 100 417")
    await expect(card(noor.page, title)).to_contain_text("Saved on this device")
    await noor.page.close()
    page = await context.new_page()
    await page.set_viewport_size(VIEWPORT)
    await page.goto(f"/jits/{noor.jit}/at-the-search")
    await expect(card(page, title)).to_contain_text("no number yet")
    return page


async def send_once(page: Page, noor: ApiPerson, title: str) -> dict[str, Any]:
    """With a network it is sent; the answer to its registration is lost, and it is registered once. The exhibit."""
    lost: list[str] = []

    async def lose(route: Route) -> None:
        if route.request.method != "POST" or lost:
            return await route.continue_()
        lost.append(route.request.url)
        await route.fetch()
        return await route.abort("connectionreset")

    await page.route("**/api/jits/*/evidence", lose)
    await page.context.set_offline(False)
    sent = page.get_by_role("region", name="On this device").get_by_role("listitem").first
    await expect(sent).to_contain_text("Sent", timeout=SENT_WITHIN)
    await expect(page.get_by_text(title)).to_have_count(0)
    (found,) = [one for one in (await noor.get("/evidence?limit=200"))["items"] if one["title"] == title]
    assert len(lost) == 1
    assert found["exhibit_number"] in await sent.inner_text()
    entries = (await noor.get(f"/evidence/{found['id']}/custody"))["items"]
    kinds = [one["kind"] for one in entries]
    assert kinds == ["evidence.registered", "file.received", "custody.seized", "custody.sealed"]
    received, seized, sealed = ({key: one["value"] for key, one in entry["fields"].items()} for entry in entries[1:])
    assert (received["sha256"], received["declared_sha256"]) == (HASH, HASH)
    assert "IMG_2231" not in received["name"]
    assert sealed["photograph"]["sha256"] == HASH
    for one in (seized["occurred"], sealed["occurred"]):
        assert (one["zone"], one["source"]) == ("Europe/Amsterdam", "device")
        assert abs(one["clock_offset_seconds"]) <= 2, "one machine; the header is cut to the second"
    assert seized["occurred"]["at"] <= sealed["occurred"]["at"] < entries[0]["at"]
    assert await kept_on_device(page, "photos") == 0
    return dict(found)


async def offer(page: Page, exhibit: dict[str, Any], noor: ApiPerson, daan: ApiPerson) -> None:
    """The exhibit is offered to another seat of the party and shows a code; the seat stays responsible until it is answered."""
    here = card(page, exhibit["exhibit_number"])
    await here.get_by_role("button", name="Hand over").click()
    await here.get_by_role("combobox", name="Member code of the recipient").fill("daan")
    await here.get_by_role("button", name="Offer handover").click()
    await expect(here.get_by_text("Enter a member code, for example NL-07")).to_be_visible()
    await here.get_by_role("combobox", name="Member code of the recipient").fill(daan.code.lower())
    await here.get_by_role("button", name="Offer handover").click()
    await here.get_by_role("button", name="Show code").click(timeout=SENT_WITHIN)
    await expect(here.get_by_role("img", name="The recipient scans this code")).to_be_visible()
    view = await noor.get(f"/physical-custody/{exhibit['id']}")
    assert (view["seat"], view["handover"]["to_seat"]) == (noor.code, daan.code)


async def refuse(page: Page, noor: ApiPerson) -> None:
    """An entry on an exhibit that changed meanwhile is refused; it can be sent again or deleted, and overwrites nothing."""
    exhibit = await noor.register(f"Safe behind the mirror {clock.new_id().hex[-8:]}", **PHYSICAL)
    await page.get_by_role("button", name="Scan label").click()
    await page.get_by_role("textbox", name="Label code or exhibit number").fill("nonsense")
    await page.get_by_role("button", name="Continue").click()
    await expect(page.get_by_text("This is neither a label code")).to_be_visible()
    await page.get_by_role("textbox", name="Label code or exhibit number").fill(exhibit["exhibit_number"].lower())
    await page.get_by_role("button", name="Continue").click()
    await page.get_by_role("textbox", name="Place").fill("Rotterdam")
    await noor.post(f"/physical-custody/{exhibit['id']}/events", {"act": "collected", "place": "Delft"}, version=0)
    await page.get_by_role("button", name="Save", exact=True).click()
    refused = card(page, exhibit["exhibit_number"])
    await expect(refused).to_contain_text("Someone else recorded a custody event meanwhile")
    await refused.get_by_role("button", name="Send again").click()
    await expect(refused).not_to_contain_text("Someone else recorded a custody event meanwhile")
    await expect(refused).to_contain_text("Not accepted at \u201cSeized\u201d")
    await refused.get_by_role("button", name="Delete from this device").click()
    await expect(refused).to_contain_text("were not sent are lost")
    await refused.get_by_role("button", name="Delete item").click()
    await expect(refused).to_have_count(0)
    view = await noor.get(f"/physical-custody/{exhibit['id']}")
    assert (view["version"], view["place"]) == (1, "Delft"), "nothing was recorded over it"


async def sign_out(page: Page, lantern: Server) -> None:
    """An ended session sends nothing; another account sees no title; signing out warns and leaves no data on the device."""
    own = {"Origin": lantern.url}
    await page.request.delete("/api/sessions/current", headers=own)
    await enter(page, "Notebook under the floor")
    await expect(card(page, "Notebook under the floor")).to_contain_text("Saved on this device")
    await page.reload()
    await expect(page.get_by_text("You are signed out. You can continue")).to_be_visible()
    await page.request.post("/api/sessions", data={"email": "daan@nl.demo", "password": "lantern"}, headers=own)
    await page.request.patch("/api/me", data={"locale": "en"}, headers=own)
    await page.reload()
    await expect(page.get_by_text("1 item on this device belongs to another member")).to_be_visible()
    await expect(page.get_by_text("Notebook under the floor")).to_have_count(0)
    await page.goto("/account")
    await open_menu(page.get_by_role("banner").get_by_role("button", name="Daan"))
    await page.get_by_role("menuitem", name="Sign out").click()
    await expect(page.get_by_text("1 item on this device was not sent")).to_be_visible()
    # The screen asks who is signed in, and the answer arrives after the device was wiped.
    asked, released = asyncio.Event(), asyncio.Event()

    async def hold(route: Route) -> None:
        answer = await route.fetch()
        asked.set()
        await released.wait()
        await route.fulfill(response=answer)

    await page.route("**/api/me", hold, times=1)
    await page.evaluate("dispatchEvent(new Event('online'))")
    await asked.wait()
    await page.get_by_role("button", name="Delete and sign out").click()
    await page.wait_for_url("**/sign-in")
    async with page.expect_response("**/members*"):
        released.set()
    await until_holds(page, "indexedDB.databases().then((left) => left.length === 0)")
    kept = await page.evaluate(
        "async () => (await Promise.all((await caches.keys()).map(async (one) => (await (await caches.open(one)).keys())"
        ".map(({ url }) => new URL(url).pathname)))).flat()"
    )
    assert kept
    assert await page.evaluate("indexedDB.databases()") == [], "a late answer keeps nothing on a device that was wiped"
    assert [one for one in kept if one.startswith(("/api", "/jits"))] == [], "the program alone, and no answer"


async def scan(daan: UserPage, code: str, number: str) -> None:
    """Without a network the label is read and looked up later, when the entry is sent."""
    page = daan.page
    await page.context.set_offline(True)
    await expect(page.get_by_text("No network. You can continue")).to_be_visible()
    await page.get_by_role("button", name="Scan label").click()
    await expect(page.get_by_text(f"Label {code}")).to_be_visible(timeout=30_000)
    await page.get_by_role("textbox", name="Place").fill("Delft")
    await page.get_by_role("button", name="Save", exact=True).click()
    await page.context.set_offline(False)
    await expect(card(page, number)).to_contain_text("Sent", timeout=SENT_WITHIN)


async def receive(daan: UserPage, noor: ApiPerson, exhibit: dict[str, Any]) -> None:
    """The receiving seat confirms on its own device, and says whether the seal is whole."""
    at = f"/physical-custody/{exhibit['id']}"
    await noor.post(f"{at}/events", {"act": "seized", "place": "Rotterdam"}, version=0)
    sealed = await noor.post(f"{at}/events", {"act": "sealed", "seal": "A 1"}, version=1)
    seat = next(one for one in (await daan.read("/members"))["items"] if one["email"] == "daan@nl.demo")["code"]
    offered = await noor.post(f"{at}/handovers", {"party": "NL", "seat": seat}, version=sealed["version"])
    await daan.turn_to(f"/at-the-search?receive={offered['handover']['id']}")
    form = daan.page.get_by_role("form", name=exhibit["exhibit_number"])
    await form.get_by_role("button", name="Confirm receipt").click()
    await expect(form.get_by_text("Choose whether the seal is intact.")).to_be_visible()
    await form.get_by_text("Seal intact", exact=True).click()
    await form.get_by_role("textbox", name="Present place").fill("Car 3")
    await form.get_by_role("button", name="Confirm receipt").click()
    await expect(daan.page.get_by_text("Receipt confirmed.")).to_be_visible()
    view = await noor.get(at)
    assert (view["seat"], view["place"], view["handover"]) == (seat, "Car 3", None)
