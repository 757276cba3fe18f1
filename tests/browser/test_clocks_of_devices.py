"""A device whose clock is far ahead says something of an action day: it is kept there, with what the server's clock showed."""

import re
from datetime import timedelta
from pathlib import Path

from playwright.async_api import expect

from app import clock
from tests.browser.test_erased_of_a_day import send
from tests.factories.operations import form
from tests.support.browser import Windows
from tests.support.desk import sit_down
from tests.support.server import Server

SOON = 20_000


async def test_what_is_refused_for_it_says_the_servers(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    windows.forgive("status of 422")  # the browser's own line
    coordinator = await sit_down(windows, lantern, "coordinator@nl.demo")
    lena = await sit_down(windows, lantern, "lena@de.demo", language="fr", dark=True)
    day = await send(coordinator, "/operations", form(title=f"By the clock {clock.new_id().hex[-8:]}"))
    path = f"/operations/{day['id']}"
    await send(coordinator, path, {"state": "planned"}, method="PATCH", version=day["version"])
    for desk, ahead, words in ((coordinator, 4, "Said a little early"), (lena, 40, "Dit bien trop tôt")):
        await desk.page.clock.set_system_time(clock.now() + timedelta(minutes=ahead))
        await desk.turn_to(path)
        box = desk.page.get_by_role(
            "textbox", name="What happened" if desk is coordinator else re.compile("Ce qui s.est passé")
        )
        await box.fill(words)
        await box.press("Enter")
    ticker = coordinator.page.get_by_role("list", name="Ticker")
    await expect(ticker.get_by_text("Said a little early")).to_be_visible(timeout=SOON)
    await expect(ticker.get_by_text("waiting to be sent")).to_have_count(0, timeout=SOON)
    refused = lena.page.get_by_text(re.compile("L.horloge du serveur indiquait"))
    await expect(refused).to_be_visible(timeout=SOON)
    await expect(refused).to_contain_text(re.compile("Réglez l.horloge de cet appareil"))
    await expect(refused).to_contain_text("Dit bien trop tôt")
    # Both clocks with their day: one that is wrong by a day shows the same hour.
    await expect(refused.locator("time")).to_have_text([re.compile(r"\d \S+ \d{4}")] * 2)
    await lena.page.screenshot(path=tmp_path / "refused-dark-french.png")
    await lena.page.set_viewport_size({"width": 390, "height": 844})
    await lena.page.screenshot(path=tmp_path / "refused-narrow.png")
    assert [one["text"] for one in (await coordinator.read(f"{path}/ticker"))["items"]] == ["Said a little early"]
