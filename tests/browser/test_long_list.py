"""The list over thousands of exhibits: sorted, searched, scrolled far and back, by keyboard, and steady while others add to it."""

import asyncio
import re
from pathlib import Path

from playwright.async_api import Locator, Route, expect

from app import embedded
from tests.factories.evidence import form
from tests.factories.pool import fill
from tests.support.browser import Windows
from tests.support.desk import SOON, Desk, fill_in, sit_down
from tests.support.server import Serve, Server

SIZE = 4_000


def heading(desk: Desk, name: str) -> Locator:
    return desk.grid.get_by_role("columnheader", name=re.compile(f"^{name}"))


async def at_top(desk: Desk) -> str:
    """The title of the first row that is seen below the head, as the next frame is painted: between two it is nobody's view."""
    title: str = await desk.grid.evaluate(
        """async grid => { await new Promise(requestAnimationFrame);
            const top = grid.getBoundingClientRect().top + 31;
            const rows = [...grid.querySelectorAll('[role=row][id]')].map(row => [row.getBoundingClientRect(), row]);
            const seen = rows.filter(([box]) => box.bottom > top + 1).sort((a, b) => a[0].top - b[0].top);
            return seen[0]?.[1].querySelector('a').textContent ?? '' }"""
    )
    return title


async def scroll_down_behind(desk: Desk, place: int) -> None:
    """As somebody does who holds the End key down, until this place is passed, however busy the machine is."""
    await desk.grid.focus()
    async with asyncio.timeout(300):
        while int(await desk.grid.get_by_role("row").last.get_attribute("aria-rowindex") or 0) < place:
            await desk.page.keyboard.press("End")
            await desk.page.wait_for_timeout(20)


async def test_the_list_over_thousands_of_exhibits(
    windows: Windows, serve: Serve, database_urls: embedded.Urls, tmp_path: Path
) -> None:
    server = serve(LIAISON_DEMO="1")
    noor = await sit_down(windows, server, "noor@nl.demo")
    await fill(database_urls, noor.jit, SIZE)

    await heading(noor, "Title").get_by_role("button").click()
    await expect(heading(noor, "Title")).to_have_attribute("aria-sort", "ascending")
    await expect(noor.page).to_have_url(re.compile(r"sort=title"))
    await heading(noor, "Number").get_by_role("button").press("Enter")
    await expect(heading(noor, "Number")).to_have_attribute("aria-sort", "ascending")
    await expect(heading(noor, "Title")).to_have_attribute("aria-sort", "none")
    await heading(noor, "Files").get_by_role("button").click()
    await expect(heading(noor, "Files")).to_have_attribute("aria-sort", "descending")

    await noor.page.get_by_role("textbox", name="Search title or number").fill("lazarus ITEM")
    await expect(noor.grid.get_by_role("row")).to_have_count(2)  # the head, and Item 000007
    await expect(noor.row("Item 000007 lazarus")).to_be_visible()
    await noor.page.reload()
    await expect(noor.row("Item 000007 lazarus")).to_be_visible()  # the address keeps what narrows the list
    await noor.page.get_by_role("textbox", name="Search title or number").fill("nothing like it")
    await expect(noor.page.get_by_text("No exhibit matches these filters")).to_be_visible()
    await noor.page.get_by_role("button", name="Clear filters").last.click()
    await expect(noor.page).to_have_url(re.compile(r"sort=-size"))  # an order leaves nothing out, and stays

    await noor.turn_to("/evidence?sort=oldest")
    await expect(heading(noor, "Registered")).to_have_attribute("aria-sort", "ascending")
    await expect(noor.row("Item 000001")).to_be_visible()
    await scroll_down_behind(noor, 1_500)  # far beyond the window that is kept
    assert await noor.grid.get_by_role("row").count() < 80
    await noor.grid.focus()
    await noor.page.keyboard.press("Home")
    await expect(noor.row("Item 000001")).to_be_visible()
    await noor.page.screenshot(path=tmp_path / "oldest.png")

    await _stays_where_it_is(windows, noor, server)
    await _goes_on_behind_what_is_read_anew(noor)


async def _stays_where_it_is(windows: Windows, noor: Desk, server: Server) -> None:
    """Somebody else registers: what is read does not move, and a word at the foot says that there is more above."""
    await noor.turn_to("/evidence")
    await expect(noor.grid.get_by_role("row").nth(10)).to_be_visible()
    await noor.grid.evaluate("grid => { grid.scrollTop = 34 * 40 }")
    await expect(noor.grid.get_by_role("row").nth(30)).to_be_visible()
    before = await at_top(noor)
    daan = await sit_down(windows, server, "daan@nl.demo")
    await fill_in(daan.page, "A stick that arrives")
    await daan.page.get_by_role("dialog", name="Register an exhibit").get_by_role("button", name="Register").click()
    above = noor.page.get_by_role("button", name="1 new above")
    await expect(above).to_be_visible()
    assert await at_top(noor) == before
    await above.click()
    await expect(noor.row("A stick that arrives")).to_be_visible()
    await expect(above).to_be_hidden()


async def _goes_on_behind_what_is_read_anew(noor: Desk) -> None:
    """The end of what is loaded is reached just as the list is read anew: what comes behind is asked for then, by itself."""
    await noor.turn_to("/evidence?sort=oldest")
    await expect(noor.row("Item 000001")).to_be_visible()
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def hold(route: Route) -> None:
        begun.set()
        await go_on.wait()
        await route.continue_()

    await noor.page.route(re.compile(r"/api/jits/[^/]+/evidence\?"), hold)
    told = form(title="One more stick")
    path, own = f"/api/jits/{noor.jit}/evidence", {"Origin": noor.page.url.partition("/jits/")[0]}
    answer = await noor.page.request.post(path, data=told, headers=own)
    assert answer.status == 201, await answer.text()
    async with asyncio.timeout(SOON / 1000):
        await begun.wait()
    await noor.grid.focus()
    await noor.page.keyboard.press("End")
    await expect(noor.row("Item 000040")).to_be_visible()
    go_on.set()
    await expect(noor.row("Item 000044")).to_have_count(1)
