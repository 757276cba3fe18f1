"""Every screen of the page as a walk: who looks, and how one gets there. Not here: what is asked of each."""

from collections.abc import Awaitable, Callable
from typing import Final

from playwright.async_api import expect

from tests.support.desk import Desk

LAMPKIT: Final = "Stick LAMPKIT from the rack of the front server, image"


async def evidence(desk: Desk) -> None:
    await desk.turn_to("/evidence")
    await expect(desk.grid.get_by_role("row").nth(1)).to_be_visible()


async def nothing_found(desk: Desk) -> None:
    await desk.turn_to("/evidence?q=no such exhibit")
    await expect(desk.page.get_by_text("No exhibit matches these filters")).to_be_visible()


async def exhibit(desk: Desk) -> None:
    (found,) = (await desk.read(f"/evidence?q={LAMPKIT}"))["items"]
    await desk.turn_to(f"/evidence/{found['id']}")
    await expect(desk.part("Files").get_by_role("listitem").first).to_be_visible()
    await expect(desk.part("Custody").get_by_role("listitem").first).to_be_visible()


async def opening(desk: Desk) -> None:
    await exhibit(desk)
    await desk.page.get_by_role("button", name="Open", exact=True).click()
    await expect(desk.page.get_by_role("textbox", name="Justification")).to_be_visible()


async def viewer(desk: Desk) -> None:
    await opening(desk)
    dialog = desk.page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name="Justification").fill("Looking at the page")
    if await (text := dialog.get_by_role("checkbox")).count():
        await text.check()
    await dialog.get_by_role("button", name="Open", exact=True).click()
    await expect(desk.page.get_by_role("region", name="LAMPKIT.acquisition.txt, page 1")).to_be_visible(timeout=20_000)


async def release(desk: Desk) -> None:
    await exhibit(desk)
    await desk.part("Who may see it").get_by_role("button", name="Decide for").last.click()
    await expect(desk.page.get_by_role("dialog").get_by_role("button", name="Save the decision")).to_be_visible()


async def registering(desk: Desk) -> None:
    await evidence(desk)
    await desk.page.get_by_role("button", name="Register exhibit").click()
    await desk.page.get_by_role("dialog").get_by_role("button", name="Register", exact=True).click()
    await expect(desk.page.get_by_text("Some fields need attention")).to_be_visible()


async def audit(desk: Desk) -> None:
    await desk.turn_to("/audit")
    await expect(desk.part("Entries").get_by_role("row").nth(1)).to_be_visible()


async def tasks(desk: Desk) -> None:
    await desk.turn_to("/tasks?closed=true")
    await expect(desk.page.locator("main [data-task]").first).to_be_visible()


async def task(desk: Desk) -> None:
    (found,) = (await desk.read("/tasks?q=Compare the sign-ins"))["items"]
    await desk.turn_to(f"/tasks/{found['id']}")
    await expect(desk.page.locator("main").get_by_text("begins an hour later").first).to_be_visible()


async def situation(desk: Desk) -> None:
    await desk.turn_to("")
    await expect(desk.page.locator("main").get_by_role("listitem").first).to_be_visible()
    await expect(desk.page.locator("main time").first).to_be_visible()


async def members(desk: Desk) -> None:
    await desk.turn_to("/members")
    await expect(desk.page.get_by_text("noor@nl.demo")).to_be_visible()


async def copies(desk: Desk) -> None:
    await desk.turn_to("/copies")
    await expect(desk.page.locator("main").get_by_text("7741 Js 118/26").first).to_be_visible()


async def teams(desk: Desk) -> None:
    await desk.page.goto("/teams")
    await expect(desk.page.get_by_role("link", name="Operation Lantern")).to_be_visible()


async def account(desk: Desk) -> None:
    await desk.page.goto("/account")
    await expect(desk.page.locator("main").get_by_text("noor@nl.demo")).to_be_visible()
    await expect(desk.page.get_by_text("127.0.0.1").first).to_be_visible()


#: Those that are found without a word of any language.
IN_ANY_LANGUAGE: Final[dict[str, Callable[[Desk], Awaitable[None]]]] = {
    "situation": situation,
    "tasks": tasks,
    "task": task,
    "members": members,
    "copies": copies,
    "teams": teams,
    "account": account,
}
SCREENS: Final[dict[str, Callable[[Desk], Awaitable[None]]]] = {
    "evidence": evidence,
    "nothing found": nothing_found,
    "exhibit": exhibit,
    "opening": opening,
    "viewer": viewer,
    "release": release,
    "registering": registering,
    "audit": audit,
    **IN_ANY_LANGUAGE,
}
