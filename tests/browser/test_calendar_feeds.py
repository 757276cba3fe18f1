"""An address for one's calendar is made, copied, read without anybody being signed in, and revoked after a second look."""

from pathlib import Path

from playwright.async_api import expect

from tests.support.axe import violations
from tests.support.browser import Windows
from tests.support.desk import sit_down
from tests.support.server import Server


async def test_subscribe_and_revoke(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    lena = await sit_down(windows, lantern, "lena@de.demo")
    await lena.turn_to("/tasks")
    await lena.page.get_by_role("button", name="Subscribe").click()
    dialog = lena.page.get_by_role("dialog", name="Your deadlines in your calendar")
    await dialog.get_by_role("button", name="Make an address").click()
    await expect(dialog.get_by_text("Say which calendar or device it is for.")).to_be_visible()
    await dialog.get_by_role("textbox", name="What reads it").fill("Office telephone")
    await dialog.get_by_role("button", name="Make an address").click()
    address = dialog.get_by_role("textbox", name="Address of the calendar")
    await expect(address).to_be_visible()
    url = await address.input_value()
    assert url.startswith(f"{lantern.url}/api/calendar/")
    await lena.page.screenshot(path=tmp_path / "made.png")
    assert await violations(lena.page) == []
    stranger = await (await windows.open(lantern.url)).request.get(url)
    assert (stranger.status, (await stranger.body())[:15]) == (200, b"BEGIN:VCALENDAR")
    line = dialog.get_by_role("listitem").filter(has_text="Office telephone")
    await line.get_by_role("button", name="Revoke the address for “Office telephone”").click()
    await line.get_by_role("button", name="Revoke it").click()
    await expect(line).to_have_count(0)
    await expect(address).to_have_count(0)
    assert (await (await windows.open(lantern.url)).request.get(url)).status == 404
