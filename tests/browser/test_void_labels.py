"""A blank label that was lost: found by its code, declared void for good, and told so to who scans it and may know."""

from pathlib import Path

from playwright.async_api import expect

from tests.support.axe import ALL_BUT_COLOURS, violations
from tests.support.browser import Windows
from tests.support.desk import SOON, Desk, sit_down
from tests.support.server import Server


async def printed(desk: Desk) -> str:
    """A blank of one's party, by its code."""
    headers = {"Origin": desk.page.url.partition("/jits")[0]}
    made = await desk.page.request.post(f"/api/jits/{desk.jit}/blank-labels", data={"count": 3}, headers=headers)
    assert made.status == 201, await made.text()
    return str((await made.json())["items"][0]["code"])


async def test_is_declared_void_and_says_so(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    daan = await sit_down(windows, lantern, "daan@nl.demo", language="fr", dark=True)
    lena = await sit_down(windows, lantern, "lena@de.demo")
    await noor.turn_to("/evidence")
    code = await printed(noor)
    await noor.page.get_by_role("button", name="Blank labels").click()
    dialog = noor.page.get_by_role("dialog")
    await dialog.get_by_text("Printed, and lost").click()
    await expect(dialog.get_by_role("listitem").filter(has_text=code)).to_contain_text("Printed by NL-02", timeout=SOON)
    beginning = dialog.get_by_role("textbox", name="Code begins with")
    await beginning.fill("O0")
    await expect(dialog).to_contain_text("No code of a label begins so")
    await beginning.fill(code[:7].lower())
    await expect(dialog.get_by_role("listitem")).to_have_count(1, timeout=SOON)
    await noor.page.screenshot(path=tmp_path / "lost.png")
    assert not await violations(noor.page, ALL_BUT_COLOURS)
    await dialog.get_by_role("button", name=f"Declare {code} void").click()
    asked = noor.page.get_by_role("dialog", name=f"Declare the label {code} void?")
    await asked.get_by_role("button", name="Declare void").click()
    await expect(asked).to_be_visible()
    await asked.get_by_role("textbox", name="Why, for your party").fill("Fell out of the van")
    await asked.get_by_role("checkbox", name="It cannot be taken back").check()
    await noor.page.screenshot(path=tmp_path / "sure.png")
    await asked.get_by_role("button", name="Declare void").click()
    line = noor.page.get_by_role("dialog").get_by_role("listitem").filter(has_text=code)
    await expect(line).to_contain_text("Void, by NL-02", timeout=SOON)
    await expect(line.get_by_role("button")).to_have_count(0)
    await noor.page.set_viewport_size({"width": 390, "height": 844})
    await noor.page.screenshot(path=tmp_path / "void-narrow.png")

    plain = code.replace("-", "")
    await daan.page.goto(f"{lantern.url}/find/{plain}")
    await expect(daan.page.get_by_role("heading", name="Cette étiquette a été annulée")).to_be_visible(timeout=SOON)
    await expect(daan.page.get_by_text("Par NL-02 : Fell out of the van")).to_be_visible()
    await daan.page.screenshot(path=tmp_path / "scanned-french-dark.png")
    await lena.page.goto(f"{lantern.url}/find/{plain}")
    await expect(lena.page.get_by_role("heading", name="Nothing that you may see bears this")).to_be_visible(
        timeout=SOON
    )
    windows.forgive("status of 404")  # nobody's label, as Lena reads it
    windows.forgive("status of 410")  # a void one
