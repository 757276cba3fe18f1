"""Rows 15 and 16: the first page in a real browser over a million exhibits, and `make run` until it is ready.

The browser starts cold: an empty cache, a window of its own. Bytes are those on the wire until the first row of the list can
be seen. A figure counts only if that row is the newest exhibit and scrolling brought others. Deliberately not here: what the
page does (`tests/browser/`).
"""

import json
import shutil
import time
from collections.abc import AsyncIterator
from typing import Any, Final

from playwright.async_api import Page, async_playwright

from app.api.guards import COOKIE
from bench import stock, world
from bench.harness import Row
from bench.load import Client, request
from bench.place import Place, Running, free_port

NUMBERS: Final = (15, 16)
_BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome")
_FLAGS: Final = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking")
_STARTS: Final = 3
_SCROLLS: Final = 120
#: The longest task of the page since it was asked; the browser tells of those longer than 50 ms.
_WATCH: Final = """
    () => { window.longest = 0; new PerformanceObserver(seen => { for (const one of seen.getEntries())
        window.longest = Math.max(window.longest, one.duration) }).observe({type: 'longtask'}) }
"""
_ROWS: Final = "[role=grid] [role=row][id]"
#: When the page first drew a row of the list, in seconds since 1970: the page says it, because who asks it from outside asks late.
_DRAWN: Final = f"""
    new MutationObserver((_, watch) => {{ if (!document.querySelector('{_ROWS}')) return;
        watch.disconnect();
        requestAnimationFrame(() => setTimeout(() => {{ window.drawn = Date.now() / 1000 }})) }})
        .observe(document, {{childList: true, subtree: true}})
"""


async def rows(place: Place, wanted: frozenset[int]) -> AsyncIterator[Row]:
    """The browser, then the starts."""
    if 15 in wanted:
        made = await stock.pool(place, place.million)
        server = place.serve(made.urls, made.state)
        async for row in _first_page(server, made):
            yield row
        server.stop()
    if 16 in wanted:
        yield await _starts(place)


class _Wire:
    """What came over the wire to one window."""

    def __init__(self, listing: str) -> None:
        """`listing`: the path of the list."""
        self.listing, self.asked = listing, list[str]()
        self._came, self._epoch = list[tuple[float, int]](), 0.0

    async def watch(self, page: Page) -> None:
        """From now on, with nothing from a cache."""
        session = await page.context.new_cdp_session(page)
        session.on("Network.loadingFinished", self._finished)
        session.on("Network.requestWillBeSent", self._sent)
        await session.send("Network.enable")
        await session.send("Network.setCacheDisabled", {"cacheDisabled": True})

    def _finished(self, event: dict[str, Any]) -> None:
        self._came.append((float(event["timestamp"]), int(event["encodedDataLength"])))

    def size(self, until: float = float("inf")) -> int:
        """Bytes that had come `until` then, in seconds since 1970."""
        return sum(size for at, size in self._came if at + self._epoch <= until)

    def _sent(self, event: dict[str, Any]) -> None:
        # The browser counts seconds from a beginning of its own.
        self._epoch = float(event["wallTime"]) - float(event["timestamp"])
        path, _, query = event["request"]["url"].partition("?")
        if path.endswith(self.listing) and event["request"]["method"] == "GET":
            self.asked.append(query.partition("cursor=")[0])


async def _first_page(server: Running, made: world.World) -> AsyncIterator[Row]:
    newest = await _newest(server, made)
    async with async_playwright() as playwright:
        found = next(path for name in _BROWSERS if (path := shutil.which(name)))
        browser = await playwright.chromium.launch(executable_path=found, args=_FLAGS)
        context = await browser.new_context(base_url=server.origin, viewport={"width": 1440, "height": 900})
        secret = made.cookies["NL"].removeprefix(f"{COOKIE}=")
        await context.add_cookies([{"name": COOKIE, "value": secret, "url": server.origin}])
        page = await context.new_page()
        wire = _Wire(made.path("/evidence"))
        await wire.watch(page)
        await page.add_init_script(_DRAWN)
        began = time.time()
        await page.goto(f"/jits/{made.jit}/evidence", wait_until="commit")
        await page.locator(_ROWS).first.wait_for()
        lists = len(wire.asked)
        assert newest in await page.locator(_ROWS).first.inner_text(), "the first row is not the newest exhibit"
        await page.wait_for_load_state("networkidle")
        drawn = float(await page.evaluate("window.drawn"))
        note = f"usable after {drawn - began:.2f} s, {wire.size() / 1000:.0f} KB in all"
        size = wire.size(drawn) / 1000
        yield Row.limit(15, "first page: on the wire until usable", size, unit="KB", goal=350, beyond=250, note=note)
        note = f"{len(wire.asked)} once at rest"
        yield Row.limit(15, "first page: requests for the list until usable", lists, unit="", goal=1, note=note)
        yield await _scrolled(page, wire)
        await browser.close()


async def _newest(server: Running, made: world.World) -> str:
    client = await Client.connect(server.port)
    headers = {"Cookie": made.cookies["NL"]}
    answer = await client.ask(request("GET", server.port, made.path("/evidence?limit=1"), headers=headers))
    client.close()
    title: str = answer.json()["items"][0]["title"]
    return title


async def _scrolled(page: Page, wire: _Wire) -> Row:
    """Down through the list as fast as a wheel turns."""
    before = len(wire.asked)
    await page.evaluate(_WATCH)
    await page.locator("[role=grid]").hover()
    for _ in range(_SCROLLS):
        await page.mouse.wheel(0, 400)
        await page.wait_for_timeout(16)
    await page.wait_for_load_state("networkidle")
    reached = int(await page.locator(_ROWS).last.get_attribute("aria-rowindex") or 0)
    kept = await page.locator(_ROWS).count()
    longest = float(await page.evaluate("window.longest"))
    assert reached > 200, f"scrolling reached row {reached} only"
    assert len(wire.asked) > before, "scrolling asked for nothing"
    assert kept < 200, f"{kept} rows are kept in the document"
    note = f"to row {reached:,}, {len(wire.asked) - before} requests; 0: no task was longer than 50 ms"
    return Row.limit(15, "scrolling: longest task", longest, unit="ms", goal=50, note=note)


async def _starts(place: Place) -> Row:
    """The first start builds the demonstration and does not count; then the median of some."""
    taken = []
    for _ in range(_STARTS + 1):
        port, began = free_port(), time.perf_counter()
        at = {"LIAISON_STATE": str(place.folder / "warm"), "MAKEFLAGS": "", "MAKELEVEL": ""}
        server = place.run(["make", "run", f"PORT={port}"], port, at, ready="/api/health/ready", patience=240)
        taken.append(time.perf_counter() - began)
        client = await Client.connect(port)
        told = await client.ask(request("GET", port, "/api/demonstration"))
        page = await client.ask(request("GET", port, "/"))
        client.close()
        assert told.status == 200, told.body
        assert json.loads(told.body), "nobody of the demonstration is there"
        assert b"<script" in page.body, "the page is not there"
        server.stop()
    seconds = sorted(taken[1:])[_STARTS // 2]
    note = f"the first, which builds the demonstration: {taken[0]:.1f} s"
    return Row.limit(16, "make run, warm, to ready", seconds, unit="s", goal=6, beyond=3, note=note)
