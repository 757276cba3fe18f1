"""axe finds nothing on any screen, light or dark."""

from pathlib import Path

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page, expect

from tests.support.browser import Windows
from tests.support.desk import sit_down
from tests.support.screens import IN_ANY_LANGUAGE, SCREENS
from tests.support.server import Server


async def violations(page: Page) -> list[str]:
    """What axe finds, in a line each: the rule, and where."""
    await page.wait_for_timeout(300)  # a transition that is under way has half its contrast
    found = (await Axe().run(page)).response["violations"]
    return [f"{one['id']}: {node['target']} {node['failureSummary']}" for one in found for node in one["nodes"]]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
async def test_axe_finds_nothing_on_any_screen(windows: Windows, lantern: Server, dark: bool, tmp_path: Path) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo", dark=dark)
    found = {}
    for name, turn_to in SCREENS.items():
        await turn_to(noor)
        await noor.page.screenshot(path=tmp_path / f"{name}.png")
        found[name] = await violations(noor.page)
    assert {name: lines for name, lines in found.items() if lines} == {}


async def test_axe_finds_nothing_on_a_narrow_screen_in_french(
    windows: Windows, lantern: Server, tmp_path: Path
) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo", language="fr", dark=True)
    await noor.page.set_viewport_size({"width": 390, "height": 844})
    assert await noor.page.evaluate("document.documentElement.lang") == "fr"
    found, wide = {}, []
    for name, turn_to in IN_ANY_LANGUAGE.items():
        await turn_to(noor)
        await noor.page.screenshot(path=tmp_path / f"{name}.png")
        found[name] = await violations(noor.page)
        if await noor.page.evaluate(
            "document.querySelector('main').scrollWidth > document.querySelector('main').clientWidth"
        ):
            wide.append(name)
    assert {name: lines for name, lines in found.items() if lines} == {}
    assert wide == [], "nothing lies outside of the screen"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
async def test_axe_finds_nothing_before_the_door(windows: Windows, lantern: Server, dark: bool, tmp_path: Path) -> None:
    page = await windows.open(lantern.url, dark=dark)
    await page.goto("/")
    await expect(page.get_by_role("button", name="Sign in", exact=True)).to_be_visible()
    await expect(page.get_by_text("noor@nl.demo")).to_be_visible()
    await page.screenshot(path=tmp_path / "sign-in.png")
    assert await violations(page) == []
    windows.forgive("status of 401")  # the browser's own line when the page asks who is signed in, and nobody is
