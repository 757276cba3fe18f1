"""Where the thing is: recorded act by act, handed over with both names, and put right; in two windows."""

from pathlib import Path
from typing import Any

from playwright.async_api import Locator, Page, expect

from tests.support.browser import Windows
from tests.support.desk import Desk, sit_down
from tests.support.server import Server

FORM: dict[str, Any] = {
    "title": "Telephone found in the kitchen",
    "kind": "physical",
    "category": "device",
    "acquired_at": "2026-05-16T09:30:00+02:00",
    "acquired_by": "Team High Tech Crime",
    "place": "Rotterdam",
    "legal_basis": "Art. 94 Sv",
    "releases": [{"party": "DE", "level": "held"}],
}


async def act(desk: Desk, name: str, **fields: str) -> None:
    """Record an act at the panel."""
    await desk.part("Where it is").get_by_role("button", name="Record an act").click()
    await desk.page.get_by_role("menuitem", name=name, exact=True).click()
    form = desk.page.get_by_role("dialog")
    for label, value in fields.items():
        await form.get_by_role("textbox", name=label.replace("_", " ")).fill(value)
    await form.get_by_role("button", name="Record", exact=True).click()
    await expect(form).to_be_hidden()


async def choose(page: Page, form: Locator, label: str, option: str) -> None:
    await form.get_by_role("combobox", name=label).click()
    await page.get_by_role("option", name=option).click()


async def test_is_recorded_handed_over_and_put_right(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo", zone="Europe/Amsterdam")
    lena = await sit_down(windows, lantern, "lena@de.demo", zone="Europe/Berlin", dark=True)
    made = await noor.page.request.post(f"/api/jits/{noor.jit}/evidence", data=FORM, headers={"Origin": lantern.url})
    assert made.status == 201, await made.text()
    evidence = (await made.json())["id"]
    await noor.turn_to(f"/evidence/{evidence}")
    here, there = noor.part("Where it is"), lena.part("Where it is")
    await expect(here.get_by_text("Nothing is recorded of the thing itself yet")).to_be_visible()
    await act(noor, "Seized", Place="Rotterdam, Coolsingel 1")
    await expect(here.get_by_text("In hand")).to_be_visible()
    await seal(noor, tmp_path)
    await offer_to_lena(noor, tmp_path)
    await receive(lena, tmp_path)
    for part in (here, there):  # live, in both windows
        await expect(part.get_by_text("Wiesbaden, laboratory").first).to_be_visible()
    await act(lena, "Stored", Custodian="Evidence room 2", Place="Shelf 3")
    await put_right(lena)
    await expect(there.get_by_text("put right since")).to_be_visible()
    await expect(there.get_by_text("Evidence room 2").first).to_be_visible()
    await lena.page.screenshot(path=tmp_path / "put-right-dark.png", full_page=True)
    await noor.page.screenshot(path=tmp_path / "way.png", full_page=True)
    await lena.page.set_viewport_size({"width": 390, "height": 844})
    await there.scroll_into_view_if_needed()
    await lena.page.screenshot(path=tmp_path / "narrow-dark.png")
    claire = await sit_down(windows, lantern, "claire@fr.demo", language="fr")
    windows.forgive("status of 404")
    await claire.turn_to(f"/evidence/{evidence}")
    await expect(claire.part("Où il se trouve")).to_have_count(0)


async def seal(noor: Desk, tmp_path: Path) -> None:
    """What is not said is asked for; it happened earlier."""
    here = noor.part("Where it is")
    await here.get_by_role("button", name="Record an act").click()
    await expect(noor.page.get_by_role("menuitem", name="Seal opened")).to_have_count(0)
    await noor.page.get_by_role("menuitem", name="Sealed").click()
    form = noor.page.get_by_role("dialog")
    await form.get_by_role("button", name="Record", exact=True).click()
    await expect(form.get_by_text("Needed.")).to_be_visible()
    await form.get_by_role("textbox", name="Number of the seal").fill("A 100 417")
    await form.get_by_role("checkbox", name="It happened earlier").check()
    await form.get_by_label("When it happened").fill("2026-05-16T10:05")
    await choose(noor.page, form, "Known from", "A written report")
    await noor.page.screenshot(path=tmp_path / "sealing.png")
    await form.get_by_role("button", name="Record", exact=True).click()
    await expect(form).to_be_hidden()
    await expect(here.get_by_text("A 100 417").first).to_be_visible()
    await expect(here.get_by_text("A written report")).to_be_visible()


async def offer_to_lena(noor: Desk, tmp_path: Path) -> None:
    here = noor.part("Where it is")
    await here.get_by_role("button", name="Hand over").click()
    await choose(noor.page, noor.page.get_by_role("dialog"), "Received by", "Lena")
    await noor.page.screenshot(path=tmp_path / "offering.png")
    await noor.page.get_by_role("button", name="Offer it").click()
    await expect(here.get_by_text("A hand-over waits for its answer")).to_be_visible()
    await expect(here.get_by_role("button", name="Withdraw it")).to_be_visible()


async def receive(lena: Desk, tmp_path: Path) -> None:
    """From what waits for her."""
    await lena.turn_to("")
    line = lena.page.get_by_role("listitem").filter(has_text=FORM["title"]).filter(has_text="Hand-over: confirm")
    await expect(line).to_be_visible()
    await lena.page.screenshot(path=tmp_path / "waits-dark.png")
    await line.get_by_role("link").click()
    await lena.part("Where it is").get_by_role("button", name="I have it").click()
    answer = lena.page.get_by_role("dialog")
    await answer.get_by_role("textbox", name="Where it is now").fill("Wiesbaden, laboratory")
    await answer.get_by_role("radio", name="It was whole").check()
    await lena.page.screenshot(path=tmp_path / "receiving-dark.png")
    await answer.get_by_role("button", name="I have it").click()
    await expect(answer).to_be_hidden()


async def put_right(lena: Desk) -> None:
    """Her own last act."""
    there = lena.part("Where it is")
    stored = (
        there.get_by_role("list", name="What was done with it").get_by_role("listitem").filter(has_text="Shelf 3").first
    )
    await stored.get_by_role("button", name="Put right").click()
    form = lena.page.get_by_role("dialog")
    await form.get_by_role("textbox", name="What was wrong").fill("It is shelf 4")
    await form.get_by_role("checkbox", name="How the thing stands is wrong too").check()
    await form.get_by_role("textbox", name="Place").fill("Shelf 4")
    await form.get_by_role("checkbox", name="It happened at another time").check()
    await form.get_by_label("When it happened").fill("2026-05-17T09:30")
    await form.get_by_role("button", name="Record the correction").click()
    await expect(form).to_be_hidden()
    await expect(there.get_by_text("It is shelf 4")).to_be_visible()
    await expect(there.get_by_text("17 May 2026, 09:30")).to_be_visible()


async def test_the_demonstration_has_a_thing_on_its_way(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    """Two sticks, seized and sealed, in a store, and offered to Bram, who has not answered yet."""
    bram = await sit_down(windows, lantern, "bram@nl.demo", language="fr", dark=True)
    (waits,) = (await bram.read("/situation"))["waiting"]["handovers"]
    assert (waits["giver"], waits["seal"], waits["may"]) == (
        "Property store, R. de Wit",
        "NL-00431",
        ["received", "refused"],
    )
    view = await bram.read(f"/whereabouts/{waits['evidence']}")
    kinds = [one["kind"].removeprefix("custody.") for one in reversed(view["way"])]
    assert kinds == ["seized", "sealed", "transported", "stored", "offered"]
    assert view["way"][3]["fields"]["photograph"]["value"]["name"] == "zegel-431.jpg"
    assert view["way"][4]["fields"]["occurred"]["value"]["zone"] == "Europe/Amsterdam"
    await bram.turn_to(f"/evidence/{waits['evidence']}")
    here = bram.part("Où il se trouve")
    await expect(here.get_by_role("button", name="Je l\u2019ai")).to_be_visible()
    await bram.page.screenshot(path=tmp_path / "demonstration-fr-dark.png", full_page=True)
    await bram.page.set_viewport_size({"width": 390, "height": 844})
    await here.scroll_into_view_if_needed()
    await bram.page.screenshot(path=tmp_path / "demonstration-fr-dark-390.png")
