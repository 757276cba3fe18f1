"""A page with a signed-in user, and what the user does there, by accessible roles and names.

`user = await open_signed_in(windows, server, "noor@nl.demo")`. Not here: the browser (`browser.py`), and the sign-in
form, which has its own test.
"""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from playwright.async_api import APIResponse, Locator, Page, Route, WebSocket, expect

from tests.support.pages.browser import Windows
from tests.support.server import Server

#: What a worker, a socket or another's browser has a part in: slow with neighbours, and some of it is asked for again by the clock.
SOON: Final = 30_000


@dataclass(frozen=True)
class UserPage:
    """Somebody with a session, at the list of exhibits of their first team; `jit` is that team's id.

    `frames`: everything that the live channel has said to this window. `language`: what the page speaks.
    """

    page: Page
    jit: str
    frames: list[str]
    language: str = "en"

    @property
    def grid(self) -> Locator:
        """The list of exhibits."""
        return self.page.get_by_role("grid", name="Exhibits")

    @property
    def feed(self) -> Locator:
        """The activity beside the screen."""
        return self.page.get_by_role("complementary", name="Activity")

    def part(self, title: str) -> Locator:
        """A titled part of the screen."""
        return self.page.get_by_role("region", name=title, exact=True)

    def row(self, title: str) -> Locator:
        """An exhibit in the list."""
        return self.grid.get_by_role("row").filter(has_text=title)

    async def ask(self, rest: str) -> APIResponse:
        """The API's answer to this person's own session, below the team."""
        return await self.page.request.get(
            f"/api/jits/{self.jit}{rest}", max_retries=2
        )  # a connection kept for long may just end

    async def read(self, rest: str) -> Any:
        """The same, which must be JSON and a success."""
        answer = await self.ask(rest)
        assert answer.ok, await answer.text()
        return await answer.json()

    async def rendered(self, evidence: str, *, files: int) -> list[dict[str, Any]]:
        """Until so many files of an exhibit are complete and their pages for reading made; their views."""
        async with asyncio.timeout(60):
            while True:
                views: list[dict[str, Any]] = (await self.read(f"/evidence/{evidence}"))["files"]
                if sum(one["state"] == "ready" and not one["rendition_pending"] for one in views) == files:
                    return views
                await asyncio.sleep(0.1)

    async def tab(self, name: str) -> Locator:
        """Turn to a tab of the exhibit; its panel."""
        await self.page.get_by_role("tab", name=re.compile(rf"^{name}( \d+)?$")).click()
        return self.page.get_by_role("tabpanel")

    async def turn_to(self, rest: str) -> None:
        """Load a screen of the team by its address."""
        await self.page.goto(f"/jits/{self.jit}{rest}")


async def open_signed_in(
    windows: Windows, server: Server, email: str, *, language: str = "en", team: str | None = None, **window: Any
) -> UserPage:
    """Give somebody of the demonstration a window with a session, at the list. `window` goes to `Windows.open`.

    The page speaks `language` to them, whatever their account spoke before. `team`: by its name; else their first.
    """
    page = await windows.open(server.url, **window)
    entered = {"email": email, "password": "lantern"}
    answer = await page.request.post("/api/sessions", data=entered, headers={"Origin": server.url})
    assert answer.status == 201, await answer.text()
    spoken = await page.request.patch("/api/me", data={"locale": language}, headers={"Origin": server.url})
    assert spoken.ok, await spoken.text()
    jits = [one["jit"] for one in (await spoken.json())["seats"]]
    jit = next(one["id"] for one in jits if team in {None, one["name"]})
    frames: list[str] = []

    def hear(socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: frames.append(frame if isinstance(frame, str) else frame.decode()))

    page.on("websocket", hear)
    await page.goto(f"/jits/{jit}/evidence")
    await expect(page.get_by_role("search")).to_be_visible(timeout=60_000)
    await expect(page.locator('[role="status"][data-state="live"]')).to_be_visible(timeout=60_000)
    return UserPage(page, jit, frames, language)


async def choose_files(page: Page, button: str, *files: Path) -> None:
    """Choose files by a button that opens the system's own dialogue."""
    async with page.expect_file_chooser() as choosing:
        await page.get_by_role("button", name=button, exact=True).click()
    await (await choosing.value).set_files(list(files))


async def lose_an_answer(page: Page, where: str) -> list[int]:
    """The first thing sent there is done, and its answer is lost on the way. What the status was stands in the list by then."""
    lost: list[int] = []

    async def lose(route: Route) -> None:
        if route.request.method == "POST" and not lost:
            lost.append((await route.fetch()).status)
            await route.abort()
        else:
            await route.continue_()

    await page.route(where, lose)
    return lost


async def open_menu(button: Locator) -> None:
    """Its list is fetched when somebody is about to press, and the button drawn anew with it: a press in between would be lost."""
    await expect(button).to_have_attribute("id", re.compile("."))
    await button.click()


async def fill_in(page: Page, title: str, files: Sequence[Path] = (), **released: str) -> None:
    """Fill in both steps of a new exhibit: `fill_in(page, "Stick", [path], Germany="View only")`. Nothing is sent yet."""
    await page.get_by_role("button", name="Register exhibit").first.click()
    await fill_in_what(page, title, files)
    await share(page, checked=bool(files), **released)


async def share(page: Page, *, checked: bool = False, **released: str) -> None:
    """Continue to the second step of the form, and choose the access of these parties."""
    form = page.get_by_role("dialog", name="Register exhibit")
    await form.get_by_role("button", name="Continue to sharing").click()
    await expect(form.get_by_text("What will happen")).to_be_visible(timeout=SOON)
    for party, level in released.items():
        await form.get_by_role("combobox", name=f"Access of {'the ' * (party == 'Netherlands')}{party}").click()
        await page.get_by_role("option", name=level, exact=True).click()
    await expect(form.get_by_role("status", name="Loading")).to_have_count(0, timeout=SOON)
    check = form.get_by_role("checkbox", name="I checked the content")  # asked where something is shared, or has files
    if checked or await check.count() > 0:
        await check.check()


async def fill_in_what(page: Page, title: str, files: Sequence[Path] = ()) -> None:
    """Fill in the first step of the form."""
    form = page.get_by_role("dialog", name="Register exhibit")
    await form.get_by_role("textbox", name="Title").fill(title)
    await form.get_by_role("radio", name="Forensic image").click()
    await form.get_by_role("combobox", name="Category").click()
    await page.get_by_role("option", name="Device", exact=True).click()
    if files:
        await choose_files(page, "choose files", *files)
    await expect(form.get_by_role("textbox", name="Acquired", exact=True)).to_have_value("")
    await form.get_by_role("textbox", name="Acquired", exact=True).fill("16/05/2026 09:30")
    await form.get_by_role("textbox", name="Acquired by").fill("Daan Osinga-Vries, Police")
    await form.get_by_role("textbox", name="Place").fill("Rotterdam, Waalhaven")
    await form.get_by_role("textbox", name="Legal basis").fill("Art. 94 Sv, order of 3 June")


async def open_from_list(user: UserPage, exhibit: dict[str, Any]) -> None:
    """Open the exhibit's screen from the list, without loading the page anew."""
    await user.row(exhibit["title"]).get_by_role("link", name=exhibit["title"]).click()
    await user.page.wait_for_url(f"**/evidence/{exhibit['id']}")
    await expect(user.page.get_by_role("heading", name=exhibit["title"])).to_be_visible()


async def go_to(user: UserPage, screen: str) -> None:
    """Go to a screen by the navigation of the page, without loading the page anew."""
    await user.page.get_by_role("navigation", name="Screens").get_by_role("link", name=screen).click()
