"""Journeys through tasks: given across time zones, worked on live, moved on the board, shown in the calendar."""

from typing import Any, Final

from playwright.async_api import Locator, expect

from app import clock
from tests.support.pages.browser import Windows
from tests.support.pages.people import ApiPerson, api_person
from tests.support.pages.user_page import SOON, UserPage, open_signed_in
from tests.support.server import Server

TITLE: Final = f"Compare the berth log {clock.new_id().hex[-8:]}"
COMMENT: Final = "Berth nine is in both."


def row(user: UserPage, title: str = TITLE) -> Locator:
    """A task in the list."""
    return user.page.locator("main").get_by_role("listitem").filter(has_text=title)


async def assign_in_athens_time(tess: UserPage, due: str) -> None:
    """Give Lena a task whose deadline is meant in Athens time."""
    page = tess.page
    await page.get_by_role("button", name="New task").first.click()
    form = page.get_by_role("dialog", name="New task")
    await form.get_by_role("textbox", name="Title").fill(TITLE)
    await form.get_by_role("combobox", name="Assignee").fill("Lena")
    await page.get_by_role("option", name="Lena Vogtmann").click()
    await form.get_by_label("Due").fill(due)
    await form.get_by_role("combobox", name="Time zone").fill("Athens")
    await page.get_by_role("option", name="Athens (Europe)").click()
    await form.get_by_role("button", name="Create task").click()
    await expect(form).to_be_hidden()


async def accept_and_start(tess: UserPage, lena: UserPage) -> None:
    """The assignee accepts, starts and comments; the coordinator sees each step live."""
    await expect(lena.page.get_by_role("button", name="Decline task", exact=True)).to_be_visible()
    await lena.page.get_by_role("button", name="Accept task", exact=True).click()
    await lena.page.get_by_role("button", name="Start task", exact=True).click()
    await expect(tess.page.locator("main").get_by_text("In progress").first).to_be_visible(timeout=SOON)
    await lena.page.get_by_role("textbox", name="New comment").fill(COMMENT)
    await lena.page.get_by_role("button", name="Add comment").click()
    await expect(tess.part("Comments").get_by_text(COMMENT)).to_be_visible(timeout=SOON)
    await expect(tess.part("History").get_by_text("Open → In progress")).to_be_visible()


async def block(tess: UserPage, lena: UserPage) -> None:
    """A step that needs a reason asks for it, and the coordinator reads the reason."""
    await lena.page.get_by_role("button", name="Mark as blocked").click()
    dialog = lena.page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name="Reason").fill("The harbour office is shut.")
    await dialog.get_by_role("button", name="Mark as blocked").click()
    await expect(tess.part("Task").get_by_text("The harbour office is shut.")).to_be_visible(timeout=SOON)


async def assert_hidden_from(claire: ApiPerson, task: dict[str, Any]) -> None:
    """A third party finds nothing, and nothing at the address of the task."""
    assert (await claire.get(f"/tasks?q={TITLE}"))["items"] == []
    assert await claire.status(f"/tasks/{task['id']}") == 404


async def test_task_across_zones_is_worked_on_live(windows: Windows, lantern: Server) -> None:
    tess = await open_signed_in(windows, lantern, "coordinator@nl.demo")
    lena = await open_signed_in(windows, lantern, "lena@de.demo", zone="Europe/Berlin")
    for user in (tess, lena):
        await user.turn_to("/tasks")
        await expect(user.page.get_by_role("heading", name="Tasks", exact=True)).to_be_visible()
    await assign_in_athens_time(tess, f"{clock.now().year + 2}-11-26T18:00")
    await expect(row(tess)).to_be_visible(timeout=SOON)
    await expect(row(lena)).to_contain_text("17:00 Berlin", timeout=SOON)
    await expect(row(lena)).to_contain_text("18:00 Athens")
    (task,) = (await lena.read(f"/tasks?q={TITLE}"))["items"]
    for user in (tess, lena):
        await row(user).get_by_role("link", name=TITLE).click()
        await user.page.wait_for_url(f"**/tasks/{task['id']}")
        await expect(user.page.get_by_role("heading", name=TITLE)).to_be_visible()  # the list is gone, with its buttons
    await accept_and_start(tess, lena)
    await block(tess, lena)
    await assert_hidden_from(await api_person(lantern, "claire@fr.demo"), task)


def column(user: UserPage, name: str) -> Locator:
    """A column of the board."""
    return user.page.get_by_role("region", name=name)


async def move_by_keyboard_and_undo(lena: UserPage, title: str) -> None:
    """Alt and an arrow move a card, the focus follows it, and Ctrl and Z move it back."""
    card = column(lena, "In progress").get_by_role("listitem").filter(has_text=title)
    await card.get_by_role("link").focus()
    await lena.page.keyboard.press("Alt+ArrowLeft")
    moved = column(lena, "Open").get_by_role("listitem").filter(has_text=title)
    await expect(moved.get_by_role("link")).to_be_focused(timeout=SOON)
    await lena.page.keyboard.press("Control+z")
    await expect(card).to_be_visible(timeout=SOON)
    await card.get_by_role("button", name="Move").click()
    await lena.page.get_by_role("menuitem", name="Mark as blocked").click()
    await expect(lena.page.get_by_role("dialog").get_by_role("textbox", name="Reason")).to_be_visible()
    await lena.page.keyboard.press("Escape")
    await expect(lena.page.get_by_role("dialog")).to_have_count(0)


async def find_deadline_in_calendar(lena: UserPage, title: str) -> None:
    """The calendar shows a deadline on the clock of the reader and on that of the task."""
    await expect(lena.page.get_by_text("Days and times in Berlin")).to_be_visible(timeout=SOON)
    main = lena.page.locator("main")  # the feed beside it names tasks too
    due = main.get_by_role("listitem").filter(has=lena.page.get_by_role("link", name=title))
    await expect(due.last).to_contain_text("17:00 · 18:00 Athens", timeout=SOON)


async def test_tasks_on_board_and_calendar_follow_the_user(windows: Windows, lantern: Server) -> None:
    tess = await api_person(lantern, "coordinator@nl.demo")
    lena = await open_signed_in(windows, lantern, "lena@de.demo", zone="Europe/Berlin")
    (seat,) = [one["code"] for one in (await tess.get("/members"))["items"] if one["name"].startswith("Lena")]
    title = f"Seal the carriers {clock.new_id().hex[-8:]}"
    due = {"due_local": f"{clock.now().year + 2}-11-26T18:00", "due_zone": "Europe/Athens"}
    task = await tess.post("/tasks", {"title": title, "assignee": seat} | due)
    other = f"Hear the harbour master {clock.new_id().hex[-8:]}"
    await tess.post("/tasks", {"title": other, "assignee": seat})
    for state in ("open", "in_progress"):
        version = (await lena.read(f"/tasks/{task['id']}"))["version"]
        path, own = f"/api/jits/{lena.jit}/tasks/{task['id']}", {"Origin": lantern.url, "If-Match": f'"{version}"'}
        answer = await lena.page.request.patch(path, data={"state": state}, headers=own)
        assert answer.ok, await answer.text()
    await lena.turn_to("/tasks?view=board")
    await move_by_keyboard_and_undo(lena, title)
    await lena.turn_to(f"/calendar?kind=task&on={clock.now().year + 2}-11-26")
    await find_deadline_in_calendar(lena, title)
    await lena.page.get_by_role("navigation", name="Screens").get_by_role("link").first.click()
    pending = lena.page.get_by_role("region", name="Pending actions").get_by_role("listitem").filter(has_text=other)
    await expect(pending).to_contain_text("Accept or decline task from the Netherlands", timeout=SOON)
    await lena.page.goto("/tasks")
    await expect(lena.page.get_by_role("region", name="Awaiting your acceptance").get_by_text(other)).to_be_visible(
        timeout=SOON
    )
    mine = lena.page.get_by_role("region", name="My tasks").get_by_role("listitem").filter(has_text=title)
    await expect(mine).to_contain_text("Operation Lantern")
