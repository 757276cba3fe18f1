"""The bell: a colleague is given a task, sees it counted at once, reads and undoes, puts away; and what is recalled is gone."""

import asyncio
from pathlib import Path
from typing import Final

from playwright.async_api import Locator, expect

from app import clock
from tests.factories.evidence import form, release
from tests.support.axe import ALL_BUT_COLOURS, violations
from tests.support.browser import Windows
from tests.support.desk import SOON, Desk, sit_down
from tests.support.server import Server

MARK: Final = clock.new_id().hex[-8:]
TELEPHONE: Final = {"width": 390, "height": 844}


def row(drawer: Locator, title: str) -> Locator:
    """What is told of this."""
    return drawer.get_by_role("listitem").filter(has_text=title)


async def opened(desk: Desk) -> Locator:
    """The drawer under the bell, by keyboard."""
    await desk.page.locator("main").focus()
    await desk.page.keyboard.press("b")
    drawer = desk.page.get_by_role("dialog")
    await expect(drawer).to_be_visible(timeout=SOON)
    return drawer


async def at_rest(desk: Desk) -> int:
    """How many are unread, once the worker has told of what was before."""
    counts: list[int] = []
    async with asyncio.timeout(60):
        while len(counts) < 2 or counts[-1] != counts[-2]:
            counts.append(int((await desk.read("/notifications/counts"))["unread"]))
            await asyncio.sleep(2)
    return counts[-1]


async def test_what_concerns_one_is_counted_read_put_away_and_gone_when_taken_back(
    windows: Windows, lantern: Server, tmp_path: Path
) -> None:
    coordinator = await sit_down(windows, lantern, "coordinator@nl.demo")
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    lena = await sit_down(windows, lantern, "lena@de.demo")
    own, api = {"Origin": lantern.url}, f"/api/jits/{lena.jit}"
    bell = lena.page.get_by_role("button", name="what concerns you")
    bell = bell.or_(lena.page.get_by_role("button", name="What concerns you"))
    await expect(bell).to_be_visible(timeout=SOON)
    count = await at_rest(lena)
    seat = next(
        one for one in (await (await lena.page.request.get("/api/me")).json())["seats"] if one["jit"]["id"] == lena.jit
    )
    given = {"title": f"Match the sign-ins {MARK}", "assignee": seat["seat"]["code"]}
    assert (await coordinator.page.request.post(f"{api}/tasks", data=given, headers=own)).status == 201
    held = form(title=f"Keys of the server {MARK}", releases=[release("DE")])
    exhibit = await (await noor.page.request.post(f"{api}/evidence", data=held, headers=own)).json()
    await expect(bell).to_have_accessible_name(f"{count + 2} unread: what concerns you", timeout=SOON)
    drawer = await opened(lena)
    task, released = row(drawer, f"Match the sign-ins {MARK}"), row(drawer, f"Keys of the server {MARK}")
    await expect(task).to_contain_text("Task given to you")
    await expect(released).to_contain_text("Exhibit released to you")
    await lena.page.screenshot(path=tmp_path / "unread.png")
    assert not await violations(lena.page, ALL_BUT_COLOURS)
    await drawer.get_by_role("button", name="Mark all read").click()
    await expect(drawer).to_contain_text("Nothing is unread", timeout=SOON)
    await lena.page.get_by_role("button", name="Undo").click()
    await expect(task).to_be_visible(timeout=SOON)
    await task.get_by_role("button", name="Put away").click()
    await expect(task).to_have_count(0, timeout=SOON)
    match = {"If-Match": '"1"'}
    recalled = await noor.page.request.delete(
        f"{api}/evidence/{exhibit['id']}/releases/DE", data={"reason": "By mistake"}, headers=own | match
    )
    assert recalled.status == 204, await recalled.text()
    await expect(released).to_have_count(0, timeout=SOON)
    await drawer.get_by_text("Put away", exact=True).click()
    await expect(task).to_be_visible(timeout=SOON)
    await lena.page.set_viewport_size(TELEPHONE)  # type: ignore[arg-type]  # two whole numbers
    await lena.page.screenshot(path=tmp_path / "put-away-narrow.png")
    await task.get_by_role("link").click()
    await expect(lena.page).to_have_url(f"{lantern.url}/jits/{lena.jit}/tasks/{await task_of(coordinator, api)}")
    await expect(drawer).to_have_count(0)


async def task_of(desk: Desk, api: str) -> str:
    """The id of the task of this run."""
    found = await (await desk.page.request.get(f"{api}/tasks?q={MARK}")).json()
    return str(found["items"][0]["id"])


async def test_an_account_says_how_it_wants_to_be_told(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    """The demonstration sends no e-mail: the page says so."""
    claire = await sit_down(windows, lantern, "claire@fr.demo", language="fr", dark=True)
    await claire.page.goto("/account")
    panel = claire.page.get_by_role("region", name="Être averti")
    await expect(panel).to_contain_text("sous la cloche", timeout=SOON)
    await claire.page.screenshot(path=tmp_path / "account-french-dark.png")
    await claire.turn_to("")
    drawer = await opened(claire)
    await claire.page.screenshot(path=tmp_path / "bell-french-dark.png")
    await drawer.get_by_text("Tous", exact=True).click()
    await expect(drawer.get_by_role("listitem").first).to_be_visible(timeout=SOON)
