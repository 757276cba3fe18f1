"""A label is printed, and its code leads who may see the exhibit there, and nobody else."""

from pathlib import Path

from playwright.async_api import expect

from tests.support.browser import Windows, until_holds
from tests.support.desk import sit_down
from tests.support.server import Server


async def test_from_the_printer_back_to_the_exhibit(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    hugo = await sit_down(windows, lantern, "hugo@fr.demo")
    hugo_sees = {one["id"] for one in (await hugo.read("/evidence?limit=200"))["items"]}
    pool = (await noor.read("/evidence?originator=NL&status=active&limit=200"))["items"]
    found = next(one for one in pool if one["id"] not in hugo_sees)
    await noor.turn_to(f"/evidence/{found['id']}")
    await noor.page.evaluate("window.print = () => { window.printed = (window.printed ?? 0) + 1; }")
    await noor.page.get_by_role("button", name="More", exact=True).click()
    await noor.page.get_by_role("menuitem", name="Print labels").click()
    dialog = noor.page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name="How many").fill("5")
    await dialog.get_by_text("A4 sheet, 24 labels").click()
    await dialog.get_by_role("button", name="Make and print").click()
    await until_holds(noor.page, "window.printed === 1")
    printed = noor.page.locator("[data-printed] > div")
    await expect(printed).to_have_count(5)
    await noor.page.emulate_media(media="print")
    await expect(printed.first).to_be_visible()
    await expect(noor.page.get_by_text(found["title"]).first).to_be_hidden()
    code = await printed.first.locator("span").inner_text()
    await noor.page.screenshot(path=tmp_path / "printed.png")
    await noor.page.pdf(path=tmp_path / "labels.pdf", prefer_css_page_size=True)
    await noor.page.emulate_media(media="screen")
    await noor.page.evaluate("window.dispatchEvent(new Event('afterprint'))")  # as after any printing
    await expect(printed).to_have_count(0)
    await expect(noor.part("Custody").get_by_text("Labels made")).to_be_visible()

    await noor.page.goto(f"/find/{code}")
    await noor.page.wait_for_url(f"**/evidence/{found['id']}")
    await hugo.page.goto("/find")
    await hugo.page.get_by_role("textbox", name="Find by label").fill(code.lower())
    await hugo.page.get_by_role("button", name="Find", exact=True).click()
    await expect(hugo.page.get_by_text("Nothing that you may see bears this")).to_be_visible()
    await hugo.page.screenshot(path=tmp_path / "absent.png")
    windows.forgive("status of 404")  # the browser's own line: to him it is not there
