"""A browser for tests: Chromium through Playwright, one per run, with a window for each person.

A window is a context with its own cookies, language and time zone, so that two countries work at the same time. A
script error or a console error in a window fails the test. Not here: the server (`server.py`).

Tests that take these fixtures run in the session's event loop, in which the browser lives.
"""

import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Final

import pytest
import pytest_asyncio
from playwright.async_api import Browser, ConsoleMessage, Error, Locator, Page, async_playwright, expect

from tests.support.server import Serve
from tests.support.waiting import until

EXPECTED: Final = 15_000  # a machine with neighbours is slow; who waits for nothing waits no longer for it
expect.set_options(timeout=EXPECTED)
# The headless shell has no window to draw and takes a fifth less CPU time.
_NAMES: Final = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
# While parts of a screen are still read, those below them move, and a press that begins on a button ends beside it.
_AWAITED: Final = ".mantine-Skeleton-root"
FLAGS: Final = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-dev-shm-usage"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A browser belongs to the loop in which it was started: run its tests there."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.asyncio(loop_scope="session"), append=False)


def chromium_of_the_machine() -> Path:
    """Where it is."""
    for name in _NAMES:
        if (found := shutil.which(name)) is not None:
            return Path(found)
    raise RuntimeError("There is no Chromium on this machine: make test installs it as root, or says how")


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """The browser of this run."""
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=chromium_of_the_machine(), args=FLAGS)
        yield chromium
        await chromium.close()


async def until_holds(page: Page, condition: str) -> None:
    """Until an expression of JavaScript holds in a page.

    Playwright's `wait_for_function` looks by itself on each frame of the screen, and the page's own policy forbids that from the
    second look on: whoever takes it passes where the first look finds it so.
    """

    async def holds() -> bool:
        return bool(await page.evaluate(condition))

    await until(holds)


async def _wait(_: Locator) -> None:
    """Nothing is done about what is awaited: Playwright itself goes on once it is hidden."""


class Windows:
    """Opens windows and remembers what went wrong in them. What is done by a locator waits until the screen has been read."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._heard: list[str] = []
        self._forgiven: list[str] = []

    @property
    def errors(self) -> list[str]:
        """Return the errors of the pages so far, without those that the test expects."""
        return [error for error in self._heard if not any(words in error for words in self._forgiven)]

    async def open(
        self, base_url: str, *, locale: str = "en-GB", zone: str = "Europe/Amsterdam", dark: bool = False, **more: Any
    ) -> Page:
        """A window of a new person, with nothing in it yet. Paths in `goto` are below `base_url`; `more` is Playwright's."""
        context = await self._browser.new_context(
            base_url=base_url,
            locale=locale,
            timezone_id=zone,
            color_scheme="dark" if dark else "light",
            viewport={"width": 1440, "height": 900},
            reduced_motion="reduce",
            **more,
        )
        context.set_default_timeout(4 * EXPECTED)
        page = await context.new_page()
        await page.add_locator_handler(page.locator(_AWAITED).first, _wait)
        page.on("pageerror", self._threw)
        page.on("console", self._said)
        return page

    def forgive(self, words: str) -> None:
        """Take errors with these words as part of the test, said before and after, such as the browser's line about a refusal.

        They arrive when the browser comes to it: one that was provoked a moment ago may not be heard yet.
        """
        self._forgiven.append(words)

    def _threw(self, error: Error) -> None:
        self._heard.append(f"{error.name}: {error.message}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._heard.append(f"{message.text} ({message.location.get('url', '')})")

    async def close(self) -> None:
        """Close every window."""
        for context in self._browser.contexts:
            await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def windows(browser: Browser, serve: Serve) -> AsyncIterator[Windows]:  # noqa: ARG001 - closed before the server
    """Windows for one test; afterwards all are closed, and none may have complained."""
    opened = Windows(browser)
    yield opened
    await opened.close()
    assert opened.errors == [], "the page complained"


_COUNT: Final = """(place) => new Promise((resolve) => {
  const opening = indexedDB.open('liaison-at-the-search');
  opening.onsuccess = () => {
    const asked = opening.result.transaction(place).objectStore(place).count();
    asked.onsuccess = () => { opening.result.close(); resolve(asked.result); };
  };
})"""


async def kept_on_device(page: Page, place: str) -> int:
    """The number of records in a place of the database of the device (`frontend/src/api/outbox/records.ts`)."""
    counted: int = await page.evaluate(_COUNT, place)
    return counted


async def until_nothing_is_kept(page: Page, place: str) -> None:
    """Until that place holds no record."""
    await until_holds(page, f"({_COUNT})('{place}').then((count) => count === 0)")
