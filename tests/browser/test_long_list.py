"""The list of exhibits over more rows than it keeps: sorted, searched, scrolled far and back, steady while others register."""

import asyncio
import re
from typing import Final

from playwright.async_api import Locator, Route, expect

from tests.factories.many_exhibits import fill
from tests.support.pages.browser import Windows
from tests.support.pages.people import ApiPerson, api_person
from tests.support.pages.user_page import SOON, UserPage, open_signed_in
from tests.support.server import Server
from tests.support.waiting import until

#: A team of the demonstration in whose list no other test looks.
TEAM: Final = "Operation Sextant"
SIZE: Final = 2_000
#: Rows that the page keeps: ten pages of forty.
KEPT: Final = 400


def heading(user: UserPage, name: str) -> Locator:
    return user.grid.get_by_role("columnheader", name=re.compile(f"^{name}"))


async def at_top(user: UserPage) -> str:
    """The title of the first row below the head, read as the next frame is painted."""
    title: str = await user.grid.evaluate(
        """async grid => { await new Promise(requestAnimationFrame);
            const top = grid.getBoundingClientRect().top + 31;
            const rows = [...grid.querySelectorAll('[role=row][id]')].map(row => [row.getBoundingClientRect(), row]);
            const seen = rows.filter(([box]) => box.bottom > top + 1).sort((a, b) => a[0].top - b[0].top);
            return seen[0]?.[1].querySelector('a').textContent ?? '' }"""
    )
    return title


async def scroll_down_behind(user: UserPage, place: int) -> None:
    """Press End again and again until this row is passed."""
    await user.grid.focus()

    async def passed() -> bool:
        await user.page.keyboard.press("End")
        return int(await user.grid.get_by_role("row").last.get_attribute("aria-rowindex") or 0) >= place

    await until(passed)


async def test_list_of_thousands_is_searched_and_scrolled_and_stays_where_it_is_read(
    windows: Windows, lantern: Server
) -> None:
    bram = await open_signed_in(windows, lantern, "bram@nl.demo", team=TEAM)
    await fill(lantern.urls, bram.jit, SIZE)
    daan = await api_person(lantern, "daan@nl.demo", team=TEAM)
    await is_sorted_and_searched(bram)

    await oldest_first(bram)
    await scroll_down_behind(bram, KEPT + 60)
    assert await bram.grid.get_by_role("row").count() < 80
    await bram.grid.focus()
    await bram.page.keyboard.press("Home")
    await expect(bram.row("Item 000001")).to_be_visible()

    await stays_where_it_is(bram, daan)
    await goes_on_behind_what_is_read_anew(bram, daan)


async def is_sorted_and_searched(bram: UserPage) -> None:
    """Orders by mouse and by keyboard; a search that the address keeps; an order outlives the filters."""
    await heading(bram, "Title").get_by_role("button").click()
    await expect(heading(bram, "Title")).to_have_attribute("aria-sort", "ascending")
    await expect(bram.page).to_have_url(re.compile(r"sort=title"))
    await heading(bram, "Number").get_by_role("button").press("Enter")
    await expect(heading(bram, "Number")).to_have_attribute("aria-sort", "ascending")
    await expect(heading(bram, "Title")).to_have_attribute("aria-sort", "none")
    await heading(bram, "Files").get_by_role("button").click()
    await expect(heading(bram, "Files")).to_have_attribute("aria-sort", "descending")

    search = bram.page.get_by_role("textbox", name="Search exhibits")
    await search.fill("lazarus ITEM")
    await expect(bram.grid.get_by_role("row")).to_have_count(2)  # the head, and Item 000007
    await expect(bram.row("Item 000007 lazarus")).to_be_visible()
    await bram.page.reload()
    await expect(bram.row("Item 000007 lazarus")).to_be_visible()
    await search.fill("nothing like it")
    await expect(bram.page.get_by_text("No exhibit matches")).to_be_visible()
    await bram.page.get_by_role("button", name="Clear filters").last.click()
    await expect(bram.page).to_have_url(re.compile(r"sort=-size"))


async def oldest_first(bram: UserPage) -> None:
    """Sort the list by the time of registration, from its beginning."""
    head = heading(bram, "Registered")
    await head.get_by_role("button").click()
    if await head.get_attribute("aria-sort") != "ascending":
        await head.get_by_role("button").click()
    await expect(head).to_have_attribute("aria-sort", "ascending")
    await expect(bram.row("Item 000001")).to_be_visible()


async def stays_where_it_is(bram: UserPage, daan: ApiPerson) -> None:
    """Somebody else registers: the rows on the screen do not move, and a button at the foot counts what is new above."""
    await heading(bram, "Registered").get_by_role("button").click()
    await expect(heading(bram, "Registered")).to_have_attribute("aria-sort", "descending")
    await expect(bram.grid.get_by_role("row").nth(10)).to_be_visible()
    # Amid a row of the first page of forty: at the edge of a row, or at the end of what is loaded, a pixel decides.
    await bram.grid.evaluate("grid => { grid.scrollTop = 34 * 12 + 17 }")
    await expect(bram.row("Item 001985")).to_be_visible()
    before = await at_top(bram)
    await daan.register("A stick that arrives")
    above = bram.page.get_by_role("button", name="1 new exhibit above")
    await expect(above).to_be_visible()
    assert await at_top(bram) == before
    await above.click()
    await expect(bram.row("A stick that arrives")).to_be_visible()
    await expect(above).to_be_hidden()


async def goes_on_behind_what_is_read_anew(bram: UserPage, daan: ApiPerson) -> None:
    """The end of the loaded rows is reached while the list is read anew: the next page is still asked for."""
    await bram.turn_to("/evidence?sort=oldest")
    await expect(bram.row("Item 000001")).to_be_visible()
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def hold(route: Route) -> None:
        begun.set()
        await go_on.wait()
        await route.continue_()

    await bram.page.route(re.compile(r"/api/jits/[^/]+/evidence\?"), hold)
    await daan.register("One more stick")
    async with asyncio.timeout(SOON / 1000):
        await begun.wait()
    await bram.grid.focus()
    await bram.page.keyboard.press("End")
    await expect(bram.row("Item 000040")).to_be_visible()
    go_on.set()
    await expect(bram.row("Item 000044")).to_have_count(1)
