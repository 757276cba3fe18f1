"""Every screen in each language, light and dark, on a desk and on a telephone, with pictures in the folder of the test.

Each is looked at where it stands rather than turned to again for each question. `make test` looks at each screen once:
`tests/browser/test_screens.py`.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.async_api import expect

from app import embedded
from tests.support.demonstration import demonstration
from tests.support.pages.browser import Windows
from tests.support.pages.screens import EMPTY, LIVE, SCREENS
from tests.support.pages.user_page import open_signed_in
from tests.support.pages.walk import WATCH, faults, faults_in_every_way, newcomer, walk
from tests.support.server import Server

pytestmark = pytest.mark.soak


@pytest.fixture(scope="module")
def lantern(cluster: embedded.Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server with the demonstration teams, for the tests of this file."""
    with demonstration(cluster, tmp_path_factory.mktemp("lantern")) as server:
        yield server


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_screens_of_a_team_in_every_way_have_no_fault(
    windows: Windows, lantern: Server, language: str, tmp_path: Path
) -> None:
    noor = await open_signed_in(windows, lantern, "noor@nl.demo", language=language)
    await noor.page.add_init_script(WATCH)
    assert await walk(noor, SCREENS | LIVE, faults_in_every_way(tmp_path)) == {}


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_screens_of_an_empty_team_in_every_way_have_no_fault(
    windows: Windows, lantern: Server, language: str, tmp_path: Path
) -> None:
    otto = await open_signed_in(windows, lantern, await newcomer(windows, lantern), language=language)
    await otto.page.add_init_script(WATCH)
    assert await walk(otto, EMPTY, faults_in_every_way(tmp_path)) == {}


async def test_sign_in_screen_in_every_way_has_no_fault(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    page = await windows.open(lantern.url)
    await page.add_init_script(WATCH)
    for language, enter in (("en", "Sign in"), ("fr", "Se connecter")):
        await page.goto("/")
        await page.get_by_role("button", name={"en": "English", "fr": "Français"}[language]).click()
        await expect(page.get_by_role("button", name=enter, exact=True)).to_be_visible()
        await expect(page.get_by_text("noor@nl.demo")).to_be_visible()
        assert await faults(page, "en", tmp_path / f"sign-in-{language}") == {}
    windows.forgive("status of 401")  # the browser's own line when the page asks who is signed in, and nobody is


async def test_screens_of_a_seat_that_only_reads_complain_about_nothing(windows: Windows, lantern: Server) -> None:
    lena = await open_signed_in(windows, lantern, "lena@de.demo", zone="Europe/Berlin")
    for name in ("evidence", "exhibit", "viewer", "audit"):
        await SCREENS[name](lena)
