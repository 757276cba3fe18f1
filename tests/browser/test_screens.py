"""Every screen once, in English: axe finds no fault, the content security policy holds, and nothing lies outside a narrow window.

The complete matrix of languages, colour schemes and widths is `tests/soak/test_screens.py`. What is complained on the console
fails any test that takes `windows`.
"""

from tests.support.pages.axe import ALL_BUT_COLOURS, COLOURS, EVERY_RULE, violations
from tests.support.pages.browser import Windows, until_holds
from tests.support.pages.people import api_person
from tests.support.pages.screens import LIVE, SCREENS
from tests.support.pages.walk import faults_at_a_glance, visitor, walk
from tests.support.server import Server


async def find_deliberate_faults(windows: Windows) -> None:
    """The rules of axe find the faults that they look for."""
    page = await windows.open("about:blank")
    await page.set_content("<main><h1 style='color: #ccc; background: #fff'>Pale</h1><button></button></main>")
    for rules, expected in (
        (EVERY_RULE, {"color-contrast", "button-name"}),
        (COLOURS, {"color-contrast"}),
        (ALL_BUT_COLOURS, {"button-name"}),
    ):
        found = {one.partition(":")[0] for one in await violations(page, rules)}
        assert {"color-contrast", "button-name"} & found == expected


async def test_screens_looked_at_once_have_no_fault(windows: Windows, lantern: Server) -> None:
    """A deliberate fault and a deliberate breach of the policy are found."""
    await find_deliberate_faults(windows)
    noor = await visitor(windows, await api_person(lantern, "noor@nl.demo"))
    await SCREENS["situation"](noor)
    assert await violations(noor.page) == [], "the shell of the page"
    assert await walk(noor, SCREENS | LIVE, faults_at_a_glance) == {}

    await noor.page.evaluate("""() => { const one = document.createElement("script"); one.src = "https://example.org/";
        document.body.append(one) }""")
    await until_holds(noor.page, "window.violations.length === 1")
    windows.forgive("example.org")
