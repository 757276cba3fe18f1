"""Alarms at the page: a colleague abroad opens an exhibit, its owner sees it wait, hands it over, and another deals with it."""

from pathlib import Path
from typing import Final

from playwright.async_api import Locator, expect

from app import clock
from tests.factories.evidence import form, release
from tests.support.browser import Windows
from tests.support.desk import SOON, Desk, sit_down
from tests.support.server import Server

TITLE: Final = f"Keys of the mail server {clock.new_id().hex[-8:]}"
WORD: Final = "Asked Wiesbaden: it is for the arrest"


def row(desk: Desk) -> Locator:
    """The alarm in the list."""
    return desk.page.locator("main").get_by_role("listitem").filter(has_text=TITLE).first


async def test_an_alarm_is_handed_over_and_dealt_with(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    bram = await sit_down(windows, lantern, "bram@nl.demo", language="fr", dark=True)
    lena = await sit_down(windows, lantern, "lena@de.demo")
    headers = {"Origin": lantern.url}
    wanted = form(title=TITLE, releases=[release("DE")])
    made = await noor.page.request.post(f"/api/jits/{noor.jit}/evidence", data=wanted, headers=headers)
    exhibit = await made.json()
    tus = headers | {"Tus-Resumable": "1.0.0"}
    announced = tus | {"Upload-Length": "23", "Upload-Metadata": "filename a2V5cy50eHQ="}
    file = await noor.page.request.post(f"/api/jits/{noor.jit}/evidence/{exhibit['id']}/files", headers=announced)
    assert file.status == 201, await file.text()
    piece = tus | {"Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
    sent = await noor.page.request.patch(file.headers["location"], data=b"Key material, page one.", headers=piece)
    assert sent.status == 204, await sent.text()
    await noor.rendered(exhibit["id"], files=1)
    await noor.turn_to("")
    opening = {"act": "open", "purpose": "JIT_PURPOSE", "justification": "Looking for the keys"}
    opened = await lena.page.request.post(
        f"/api/jits/{lena.jit}/evidence/{exhibit['id']}/openings", data=opening, headers=headers
    )
    assert opened.status == 201, await opened.text()
    waits = noor.part("What waits for you").get_by_role("listitem").filter(has_text=TITLE)
    await expect(waits).to_contain_text("Opened for the first time", timeout=SOON)
    await noor.page.screenshot(path=tmp_path / "situation.png")
    await noor.turn_to("/alerts")
    await expect(row(noor)).to_contain_text("Yours")
    await noor.page.screenshot(path=tmp_path / "alarms.png")
    await noor.page.set_viewport_size({"width": 390, "height": 844})
    await noor.page.screenshot(path=tmp_path / "alarms-narrow.png")
    await row(noor).get_by_role("button", name="Hand over").click()
    await noor.page.get_by_role("menuitem", name="Bram").click()
    await expect(row(noor)).to_contain_text("Answers for it:", timeout=SOON)
    await bram.turn_to("/alerts")
    await row(bram).get_by_role("checkbox").check()
    await bram.page.get_by_role("button", name="Clore 1 alerte").click()
    dialog = bram.page.get_by_role("dialog")
    await dialog.get_by_role("textbox").fill(WORD)
    await dialog.get_by_role("button", name="Clore", exact=True).click()
    await expect(row(bram)).to_have_count(0, timeout=SOON)
    await bram.page.get_by_text("Traitées", exact=True).click()
    await expect(row(bram)).to_contain_text(WORD)
    await bram.page.screenshot(path=tmp_path / "dealt-with-french-dark.png")
