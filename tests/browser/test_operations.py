"""An action day in the windows of three countries: begun, executed, cut off and back, and one who was slower."""

import asyncio
from pathlib import Path
from typing import Any

from playwright.async_api import Locator, expect

from tests.support.browser import Windows
from tests.support.desk import Desk, open_menu, sit_down
from tests.support.server import Server


async def day_of(desk: Desk, title: str) -> dict[str, Any]:
    """The day with this title, as somebody reads it."""
    found = (await desk.read("/operations"))["items"]
    day: dict[str, Any] = next(one for one in found if one["title"] == title)
    return day


async def action_of(desk: Desk, day: dict[str, Any], objective: str) -> dict[str, Any]:
    """An action whose plan somebody reads."""
    found = (await desk.read(f"/operations/{day['id']}/actions"))["items"]
    action: dict[str, Any] = next(one for one in found if one["plan"] and objective in one["plan"]["objective"])
    return action


def line(desk: Desk, number: str) -> Locator:
    """A line of the board."""
    return desk.page.locator(f'li[data-number="{number}"]')


async def press(desk: Desk, number: str, state: str, why: str | None = None) -> None:
    """Say that an action came to a state."""
    await line(desk, number).get_by_role("button", name=f"{number}: {state}").click()
    if why is not None:
        dialog = desk.page.get_by_role("dialog")
        await dialog.get_by_role("textbox", name="Reason").fill(why)
        await dialog.get_by_role("button", name=state).click()
        await expect(dialog).to_have_count(0)


async def begin(coordinator: Desk, day: dict[str, Any], shots: Path) -> None:
    """Begin the day although one has not said go."""
    await coordinator.turn_to(f"/operations/{day['id']}")
    await expect(coordinator.part("To look at").get_by_text("to verify").first).to_be_visible()
    await expect(coordinator.page.get_by_text("The buyer called Docht")).to_be_visible()  # told to its party
    await coordinator.page.screenshot(path=shots / "plan.png", full_page=True)
    await coordinator.page.get_by_role("button", name="Begin", exact=True).click()
    dialog = coordinator.page.get_by_role("dialog")
    await expect(dialog.get_by_text("No go so far from FR.")).to_be_visible()
    await dialog.get_by_role("textbox", name="Reason").fill("France said so by telephone")
    await dialog.get_by_role("button", name="Begin").click()
    await expect(dialog).to_have_count(0)


async def cut_off_and_back(lena: Desk, others: list[Desk], number: str, shots: Path) -> None:
    """What Lena says without a network shows as waiting, and everywhere once there is one."""
    await lena.page.context.set_offline(True)
    await press(lena, number, "Executing")
    await expect(line(lena, number)).to_contain_text("Executing")
    await expect(line(lena, number)).to_contain_text("waiting to be sent")
    await expect(lena.page.get_by_text("1 entry waits to be sent")).to_be_visible()
    await lena.page.screenshot(path=shots / "cut-off.png")
    await asyncio.sleep(1)
    for desk in others:
        await expect(line(desk, number).locator("[data-state]")).to_contain_text("Go")
    await lena.page.context.set_offline(False)
    await expect(lena.page.get_by_text("waits to be sent")).to_have_count(0)
    for desk in others:
        await expect(line(desk, number)).to_contain_text("Executing")


async def slower(lena: Desk, jonas: Desk, number: str, shots: Path) -> None:
    """Without a network Lena says done; her leader called it off meanwhile. Neither is lost."""
    await lena.page.context.set_offline(True)
    await press(lena, number, "Done")
    await press(jonas, number, "Aborted", "Called off by the court")
    await expect(line(jonas, number).locator("[data-state]")).to_contain_text("Aborted")
    await expect(line(jonas, number)).not_to_contain_text("waiting to be sent")
    await lena.page.context.set_offline(False)
    await expect(lena.page.get_by_text("1 entry was not accepted")).to_be_visible()
    await expect(lena.page.get_by_text("It is Aborted by now.")).to_be_visible()
    await expect(line(lena, number)).to_contain_text("Aborted")
    await lena.page.screenshot(path=shots / "slower.png")
    await lena.page.reload()
    await expect(lena.page.get_by_text("1 entry was not accepted")).to_be_visible()
    await lena.page.get_by_role("button", name="Take it off my list").click()
    await expect(lena.page.get_by_text("was not accepted")).to_have_count(0)


async def test_an_action_day_of_three_countries(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    people = ("coordinator@nl.demo", "noor@nl.demo", "jonas@de.demo", "lena@de.demo", "hugo@fr.demo")
    coordinator, noor, jonas, lena, hugo = [await sit_down(windows, lantern, one) for one in people]
    day = await day_of(coordinator, "Lantern out")
    kassel = (await action_of(lena, day, "workshop in Kassel"))["number"]
    hidden = (await action_of(jonas, day, "second suspect"))["number"]
    await begin(coordinator, day, tmp_path)
    for desk in (noor, jonas, lena, hugo):
        await desk.turn_to(f"/operations/{day['id']}/board")
        await expect(desk.page.get_by_role("timer")).to_contain_text("T")
        await expect(line(desk, kassel)).to_contain_text("Ready")
    await expect(line(jonas, hidden)).to_have_count(1)
    for desk in (noor, hugo):
        await expect(line(desk, hidden)).to_have_count(0)
        await expect(desk.page.get_by_text("second suspect")).to_have_count(0)
    await expect(hugo.page.get_by_text("Arrest of the man")).to_have_count(0)
    await expect(line(hugo, kassel).get_by_role("button")).to_have_count(0)

    await press(jonas, kassel, "Go")
    await expect(line(lena, kassel).locator("[data-state]")).to_contain_text("Go")
    await hugo.page.screenshot(path=tmp_path / "wall.png")
    await cut_off_and_back(lena, [noor, jonas, hugo], kassel, tmp_path)
    moved = (await action_of(lena, day, "workshop in Kassel"))["moves"][-1]
    assert (moved["state"], moved["occurred_at"] < moved["recorded_at"]) == ("executing", True)
    await slower(lena, jonas, kassel, tmp_path)

    await hugo.turn_to(f"/operations/{day['id']}")
    await hugo.page.get_by_role("textbox", name="What happened").fill("Door opened in Lille")
    await hugo.page.get_by_role("button", name="Report").click()
    await expect(noor.page.get_by_text("Door opened in Lille")).to_be_visible()
    await expect(hugo.page.get_by_text("The buyer called Docht")).to_have_count(0)
    for words in ("ERR_INTERNET_DISCONNECTED", "status of 409"):
        windows.forgive(words)  # the browser's own lines


async def test_signing_out_asks_about_what_was_not_sent_and_wipes_it(windows: Windows, lantern: Server) -> None:
    lena = await sit_down(windows, lantern, "lena@de.demo")
    day = await day_of(lena, "Lantern out, on the table")
    await lena.turn_to(f"/operations/{day['id']}")
    await lena.page.route(
        "**/ticker", lambda route: route.abort() if route.request.method == "POST" else route.continue_()
    )
    await lena.page.get_by_role("textbox", name="What happened").fill("The spare key hangs by the door")
    await lena.page.get_by_role("button", name="Report").click()
    await expect(lena.page.get_by_text("1 entry waits to be sent")).to_be_visible()
    await lena.turn_to("/tasks")
    for answer in ("Stay and see to it", "Delete and sign out"):
        await open_menu(lena.page.get_by_role("banner").get_by_role("button", name="Lena"))
        await lena.page.get_by_role("menuitem", name="Sign out").click()
        await expect(lena.page.get_by_text("Before you sign out")).to_be_visible()
        await expect(lena.page.get_by_text("1 entry waits to be sent")).to_be_visible()
        await lena.page.get_by_role("button", name=answer).click()
        await expect(lena.page.get_by_text("Before you sign out")).to_have_count(0)
    await expect(lena.page.get_by_role("button", name="Sign in", exact=True)).to_be_visible()
    assert await lena.page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('liaison.waiting'))") == []
    for words in ("ERR_FAILED", "status of 401"):
        windows.forgive(words)  # the browser's own lines
