"""Every screen once in each language: axe finds nothing, the content security policy holds, nothing lies outside of the window.

Each is looked at where it stands, light and dark, on a desk and on a telephone, rather than turned to again for each question.
What is complained on the console fails any test that takes `windows`.
"""

from pathlib import Path
from typing import Any, Final

import pytest
from playwright.async_api import Page, expect

from tests.support.axe import ALL_BUT_COLOURS, COLOURS, EVERY_RULE, violations
from tests.support.browser import Windows, until_holds
from tests.support.desk import Desk, sit_down
from tests.support.screens import EMPTY, LIVE, SCREENS, Screens
from tests.support.server import Server

DESK: Final = {"width": 1440, "height": 900}
TELEPHONE: Final = {"width": 390, "height": 844}
#: Remembers each violation of the policy, before any script of the page runs.
WATCH: Final = """window.violations = [];
document.addEventListener("securitypolicyviolation", one => window.violations.push(
    `${one.effectiveDirective} ${one.blockedURI} ${one.sourceFile}:${one.lineNumber}`))"""
#: By how much the page, and its main part, stick out to the right; what scrolls by itself does not.
WIDER: Final = """() => [document.documentElement, document.querySelector("main")].filter(one => one)
    .map(one => one.scrollWidth - one.clientWidth).filter(one => one > 0)"""


async def faults(page: Page, language: str, picture: Path) -> dict[str, Any]:
    """What is wrong with the screen that stands there. Its colours are the same in either language: looked at in one of them."""
    found: dict[str, Any] = {"policy": await page.evaluate("window.violations")}
    if language == "en":
        found["light"] = await violations(page)
    await page.screenshot(path=f"{picture}-light.png")
    await page.emulate_media(color_scheme="dark")
    if language == "en":
        found["dark"] = await violations(page, COLOURS)
    await page.set_viewport_size(TELEPHONE)  # type: ignore[arg-type]  # two whole numbers
    found["narrow"] = await violations(page, EVERY_RULE if language == "en" else ALL_BUT_COLOURS)
    found["wider"] = await page.evaluate(WIDER)
    await page.screenshot(path=f"{picture}-dark-narrow.png")
    await page.set_viewport_size(DESK)  # type: ignore[arg-type]
    await page.emulate_media(color_scheme="light")
    return {name: what for name, what in found.items() if what}


async def walk(desk: Desk, screens: Screens, folder: Path) -> dict[str, Any]:
    """What is wrong, screen by screen."""
    await desk.page.add_init_script(WATCH)
    found = {}
    for name, turn_to in screens.items():
        await turn_to(desk)
        assert await desk.page.evaluate("document.documentElement.lang") == desk.language
        found[name] = await faults(desk.page, desk.language, folder / name)
    return {name: what for name, what in found.items() if what}


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_every_screen(windows: Windows, lantern: Server, language: str, tmp_path: Path) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo", language=language)
    assert await walk(noor, SCREENS, tmp_path) == {}


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_every_screen_of_live_coordination(
    windows: Windows, lantern: Server, language: str, tmp_path: Path
) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo", language=language)
    assert await walk(noor, LIVE, tmp_path) == {}


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_every_screen_of_a_team_in_which_nothing_happened(
    windows: Windows, lantern: Server, language: str, tmp_path: Path
) -> None:
    otto = await sit_down(windows, lantern, await newcomer(windows, lantern), language=language)
    assert await walk(otto, EMPTY, tmp_path) == {}


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
    seat = {"party": "NL", "authority": "OM", "email": address, "roles": ["leader", "administrator"]}
    path = f"/api/jits/{(await made.json())['id']}/members"
    proposed = await founder.post(path, data=seat | {"function": "judicial"}, headers=own)
    assert proposed.status == 201, await proposed.text()
    code = (await proposed.json())["one_time_code"]
    redeemed = await leader.post("/api/redemptions", data={"code": code}, headers=own)
    assert redeemed.ok, await redeemed.text()
    return address


async def test_a_real_fault_is_found_by_the_rules_that_look_for_it(windows: Windows) -> None:
    page = await windows.open("about:blank")
    await page.set_content("<main><h1 style='color: #ccc; background: #fff'>Pale</h1><button></button></main>")
    for rules, expected in (
        (EVERY_RULE, {"color-contrast", "button-name"}),
        (COLOURS, {"color-contrast"}),
        (ALL_BUT_COLOURS, {"button-name"}),
    ):
        found = {one.partition(":")[0] for one in await violations(page, rules)}
        assert {"color-contrast", "button-name"} & found == expected


async def test_a_real_breach_of_the_policy_is_seen(windows: Windows, lantern: Server) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    await noor.page.add_init_script(WATCH)
    await SCREENS["situation"](noor)
    await noor.page.evaluate("""() => { const one = document.createElement("script"); one.src = "https://example.org/";
        document.body.append(one) }""")
    await until_holds(noor.page, "window.violations.length === 1")
    windows.forgive("example.org")


async def test_before_the_door(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    page = await windows.open(lantern.url)
    await page.add_init_script(WATCH)
    for language, enter in (("en", "Sign in"), ("fr", "Se connecter")):
        await page.goto("/")
        await page.get_by_role("button", name={"en": "English", "fr": "Français"}[language]).click()
        await expect(page.get_by_role("button", name=enter, exact=True)).to_be_visible()
        await expect(page.get_by_text("noor@nl.demo")).to_be_visible()
        assert await faults(page, "en", tmp_path / f"sign-in-{language}") == {}
    windows.forgive("status of 401")  # the browser's own line when the page asks who is signed in, and nobody is


async def test_a_seat_that_only_reads_sees_every_screen_of_its_own(windows: Windows, lantern: Server) -> None:
    lena = await sit_down(windows, lantern, "lena@de.demo", zone="Europe/Berlin")
    for name in ("evidence", "exhibit", "viewer", "audit"):
        await SCREENS[name](lena)
