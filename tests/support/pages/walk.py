"""Visit screens and collect their faults. Not here: how to reach a screen (`screens.py`)."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Final

from playwright.async_api import Page, ViewportSize, expect

from tests.support.pages.axe import ALL_BUT_COLOURS, COLOURS, EVERY_RULE, INSIDE, violations
from tests.support.pages.browser import Windows
from tests.support.pages.people import ApiPerson, open_window
from tests.support.pages.screens import Screens
from tests.support.pages.user_page import UserPage
from tests.support.server import Server

DESK: Final[ViewportSize] = {"width": 1440, "height": 900}
TELEPHONE: Final[ViewportSize] = {"width": 390, "height": 844}
#: Remembers each violation of the policy and counts the requests under way, before any script of the page runs.
WATCH: Final = """window.violations = [];
document.addEventListener("securitypolicyviolation", one => window.violations.push(
    `${one.effectiveDirective} ${one.blockedURI} ${one.sourceFile}:${one.lineNumber}`));
window.pending = 0;
const ask = window.fetch;
window.fetch = (...what) => { window.pending += 1; return ask(...what).finally(() => { window.pending -= 1 }) };"""
#: By how much the page, and its main part, stick out to the right; what scrolls by itself does not.
WIDER: Final = """() => [document.documentElement, document.querySelector("main")].filter(one => one)
    .map(one => one.scrollWidth - one.clientWidth).filter(one => one > 0)"""
#: Parts of a screen that are taller than their box, so that the next part covers them.
COVERED: Final = """() => [...document.querySelector("main")?.children ?? []].slice(0, -1)
    .filter(one => getComputedStyle(one).overflowY === "visible" && one.scrollHeight > one.clientHeight + 1)
    .map(one => `${one.tagName} ${one.className} ${one.scrollHeight} > ${one.clientHeight}`)"""
#: Goes to an address by the router of the page, and ends once the new screen is there.
_NAVIGATE: Final = """async href => { await window.__TSR_ROUTER__.navigate({ href });
    await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))) }"""

Look = Callable[[UserPage, str], Awaitable[dict[str, Any]]]


class Visitor(UserPage):
    """A person who goes from screen to screen by the page's own router, which loads no document anew."""

    async def turn_to(self, rest: str) -> None:
        """Go to a screen of the team; a dialog of the screen before is closed first."""
        dialog = self.page.get_by_role("dialog")
        while await dialog.count():
            await self.page.keyboard.press("Escape")
            await expect(dialog).to_have_count(0)
        await self.page.evaluate(_NAVIGATE, f"/jits/{self.jit}{rest}")


async def visitor(windows: Windows, person: ApiPerson) -> Visitor:
    """A visitor whose pages are watched."""
    user = await open_window(windows, person, script=WATCH)
    return Visitor(user.page, user.jit, user.frames)


async def walk(user: UserPage, screens: Screens, look: Look) -> dict[str, Any]:
    """Return the faults by screen."""
    found = {}
    for name, turn_to in screens.items():
        await turn_to(user)
        assert await user.page.evaluate("document.documentElement.lang") == user.language
        found[name] = await look(user, name)
    return _told(found)


async def faults_at_a_glance(user: UserPage, _: str) -> dict[str, Any]:
    """Return the faults of a screen: policy, accessibility in the light theme, and width on a telephone."""
    page = user.page
    found: dict[str, Any] = {"light": await violations(page, parts=INSIDE)}
    await page.set_viewport_size(TELEPHONE)
    found["wider"] = await page.evaluate(WIDER)
    found["covered"] = await page.evaluate(COVERED)
    await page.set_viewport_size(DESK)
    found["policy"] = await page.evaluate("window.violations")
    return _told(found)


def faults_in_every_way(folder: Path) -> Look:
    """Return the faults of a screen in light and dark, wide and narrow; write pictures to a folder."""

    async def look(user: UserPage, name: str) -> dict[str, Any]:
        return await faults(user.page, user.language, folder / name)

    return look


async def faults(page: Page, language: str, picture: Path) -> dict[str, Any]:
    """Return the faults of the present screen. Colours do not depend on the language: checked in English only."""
    found: dict[str, Any] = {"policy": await page.evaluate("window.violations")}
    if language == "en":
        found["light"] = await violations(page)
    await page.screenshot(path=f"{picture}-light.png")
    await page.emulate_media(color_scheme="dark")
    if language == "en":
        found["dark"] = await violations(page, COLOURS)
    await page.set_viewport_size(TELEPHONE)
    found["narrow"] = await violations(page, EVERY_RULE if language == "en" else ALL_BUT_COLOURS)
    found["wider"] = await page.evaluate(WIDER)
    found["covered"] = await page.evaluate(COVERED)
    await page.screenshot(path=f"{picture}-dark-narrow.png")
    await page.set_viewport_size(DESK)
    await page.emulate_media(color_scheme="light")
    return _told(found)


def _told(found: dict[str, Any]) -> dict[str, Any]:
    return {name: what for name, what in found.items() if what}


async def newcomer(windows: Windows, server: Server) -> str:
    """Somebody who leads and administers a team that was only just founded, and sits nowhere else; their address."""
    address, own = "operator@host.demo", {"Origin": server.url}
    founder = (await windows.open(server.url)).request
    leader = (await windows.open(server.url)).request
    for person, email in ((founder, "coordinator@nl.demo"), (leader, address)):
        entered = {"email": email, "password": "lantern"}
        assert (await person.post("/api/sessions", data=entered, headers=own)).status == 201
    if (await (await leader.get("/api/me")).json())["seats"]:
        return address  # founded for the other language
    party = {"code": "NL", "name": "Netherlands", "kind": "member_state", "time_zone": "Europe/Amsterdam"}
    offices = {"languages": ["nl"], "authorities": [{"code": "OM", "name": "Prosecution", "kind": "prosecution"}]}
    jit = {"name": "Operation Tabula", "reference": "JIT-2026-9", "agreement_signed_on": "2026-11-02"} | {
        "time_zone": "Europe/Amsterdam",
        "founder": {"party": "NL", "authority": "OM", "function": "judicial"},
        "parties": [party | offices],
    }
    made = await founder.post("/api/jits", data=jit, headers=own)
    assert made.status == 201, await made.text()
    seat = {
        "name": "Otto Operator",
        "party": "NL",
        "authority": "OM",
        "email": address,
        "roles": ["leader", "administrator"],
    }
    path = f"/api/jits/{(await made.json())['id']}/members"
    proposed = await founder.post(path, data=seat | {"function": "judicial"}, headers=own)
    assert proposed.status == 201, await proposed.text()
    code = (await proposed.json())["one_time_code"]
    redeemed = await leader.post("/api/redemptions", data={"code": code}, headers=own)
    assert redeemed.ok, await redeemed.text()
    return address
