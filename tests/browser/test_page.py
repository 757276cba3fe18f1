"""No screen complains or breaks the content security policy, and none has to be scrolled sideways on a telephone.

What is complained on the console fails any test that takes `windows`; these walk past every screen.
"""

from pathlib import Path
from typing import Final

from playwright.async_api import Page

from tests.support.browser import Windows
from tests.support.desk import Desk, sit_down
from tests.support.screens import SCREENS
from tests.support.server import Server

#: Remembers each violation of the policy, before any script of the page runs.
WATCH: Final = """window.violations = [];
document.addEventListener("securitypolicyviolation", one => window.violations.push(
    `${one.effectiveDirective} ${one.blockedURI} ${one.sourceFile}:${one.lineNumber}`))"""
#: What sticks out to the right of the window, unless it lies in something that scrolls by itself.
WIDER: Final = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


async def violations(page: Page) -> list[str]:
    found: list[str] = await page.evaluate("window.violations")
    return found


async def test_no_screen_breaks_the_content_security_policy(windows: Windows, lantern: Server) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    await noor.page.add_init_script(WATCH)
    for name, turn_to in SCREENS.items():
        await turn_to(noor)
        assert (name, await violations(noor.page)) == (name, [])
    await noor.page.evaluate("""() => { const one = document.createElement("script"); one.src = "https://example.org/";
        document.body.append(one) }""")
    await noor.page.wait_for_timeout(200)
    assert len(await violations(noor.page)) == 1  # a real one is seen
    windows.forgive("example.org")


async def test_no_screen_is_wider_than_a_telephone(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    await noor.page.set_viewport_size({"width": 390, "height": 844})
    wider = {}
    for name, turn_to in SCREENS.items():
        await turn_to(noor)
        await noor.page.screenshot(path=tmp_path / f"{name}.png")
        wider[name] = await noor.page.evaluate(WIDER)
    assert wider == dict.fromkeys(SCREENS, 0)


async def test_a_seat_that_only_reads_sees_every_screen_of_its_own(windows: Windows, lantern: Server) -> None:
    lena: Desk = await sit_down(windows, lantern, "lena@de.demo", zone="Europe/Berlin")
    for name in ("evidence", "exhibit", "viewer", "audit"):
        await SCREENS[name](lena)
