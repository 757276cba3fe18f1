"""A task at the page: given across zones, worked on and talked about live, changed by two at once, and nobody else's affair."""

from pathlib import Path
from typing import Any, Final

from playwright.async_api import Locator, expect

from app import clock
from tests.support.browser import Windows
from tests.support.desk import SOON, Desk, sit_down
from tests.support.server import Server

TITLE: Final = f"Compare the berth log {clock.new_id().hex[-8:]}"
COMMENT: Final = "Berth nine is in both."


def row(desk: Desk) -> Locator:
    """The task in the list."""
    return desk.page.locator("main").get_by_role("listitem").filter(has_text=TITLE)


async def give(desk: Desk, *, due: str) -> None:
    """The coordinator gives Lena a task, meant on Athenian clocks."""
    page = desk.page
    await page.get_by_role("button", name="Give a task").first.click()
    form = page.get_by_role("dialog", name="Give a task")
    await form.get_by_role("textbox", name="What is to be done").fill(TITLE)
    await form.get_by_role("combobox", name="Assignee").fill("Lena")
    await page.get_by_role("option", name="Lena Vogtmann").click()
    await form.get_by_label("Due").fill(due)
    await form.get_by_role("combobox", name="In the time of").fill("Athens")
    await page.get_by_role("option", name="Athens (Europe)").click()
    await form.get_by_role("button", name="Give a task").click()
    await expect(form).to_be_hidden()


async def the_task(desk: Desk) -> dict[str, Any]:
    (found,) = (await desk.read(f"/tasks?q={TITLE}"))["items"]
    return dict(found)


async def test_a_task_across_zones(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    tess = await sit_down(windows, lantern, "coordinator@nl.demo")
    lena = await sit_down(windows, lantern, "lena@de.demo", zone="Europe/Berlin", dark=True)
    claire = await sit_down(windows, lantern, "claire@fr.demo", zone="Europe/Paris")
    for desk in (tess, lena, claire):
        await desk.turn_to("/tasks")
        await expect(desk.page.get_by_role("heading", name="Tasks", exact=True)).to_be_visible()
    unheard = len(facts(claire))

    await give(tess, due=f"{clock.now().year + 2}-11-26T18:00")
    await expect(row(tess)).to_be_visible(timeout=SOON)
    await expect(row(lena)).to_be_visible(timeout=SOON)
    await expect(row(lena)).to_contain_text("17:00 Berlin")
    await expect(row(lena)).to_contain_text("18:00 Athens")
    await tess.page.screenshot(path=tmp_path / "list-light.png")

    task = await the_task(lena)
    await tess.turn_to(f"/tasks/{task['id']}")
    await row(lena).get_by_role("link", name=TITLE).click()
    await lena.page.wait_for_url(f"**/tasks/{task['id']}")
    await expect(lena.part("Comments")).to_be_visible()
    await expect(lena.page.get_by_role("button", name="Decline", exact=True)).to_be_visible()
    await lena.page.get_by_role("button", name="Accept", exact=True).click()
    await lena.page.get_by_role("button", name="Start", exact=True).click()
    await expect(tess.page.locator("main").get_by_text("In progress").first).to_be_visible(timeout=SOON)
    await lena.page.get_by_role("textbox", name="Comment").fill(COMMENT)
    await lena.page.get_by_role("button", name="Send").click()
    await expect(tess.part("Comments").get_by_text(COMMENT)).to_be_visible(timeout=SOON)
    await expect(tess.part("History").get_by_text("Open → In progress")).to_be_visible()
    await lena.page.screenshot(path=tmp_path / "detail-dark.png")
    await blocked(lena, tess)

    await nobody_elses(claire, task, unheard)


async def blocked(lena: Desk, tess: Desk) -> None:
    """A step that needs a reason asks for it, and the reason is read."""
    await lena.page.get_by_role("button", name="Report a block").click()
    dialog = lena.page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name="Reason").fill("The harbour office is shut.")
    await dialog.get_by_role("button", name="Report a block").click()
    await expect(tess.part("Task").get_by_text("The harbour office is shut.")).to_be_visible(timeout=SOON)


async def nobody_elses(claire: Desk, task: dict[str, Any], unheard: int) -> None:
    """France is told nothing, finds nothing, and sees nothing at its address."""
    assert [one for one in facts(claire)[unheard:] if task["id"] in one] == []
    assert (await claire.read(f"/tasks?q={TITLE}"))["items"] == []
    await expect(row(claire)).to_have_count(0)
    answer = await claire.ask(f"/tasks/{task['id']}")
    assert answer.status == 404


def facts(desk: Desk) -> list[str]:
    """What the live channel told this window."""
    return [one for one in desk.frames if '"type":"fact"' in one]


async def test_two_who_change_it_at_once_lose_nothing(windows: Windows, lantern: Server) -> None:
    tess = await sit_down(windows, lantern, "coordinator@nl.demo")
    (task,) = (await tess.read("/tasks?q=Draft operation plan"))["items"]
    await tess.turn_to(f"/tasks/{task['id']}")
    await tess.page.get_by_role("button", name="Change", exact=True).click()
    form = tess.page.get_by_role("dialog")
    await form.get_by_role("textbox", name="Details").fill("Two entries, one exit.")
    answer = await tess.page.request.patch(
        f"/api/jits/{tess.jit}/tasks/{task['id']}",
        data={"priority": "urgent"},
        headers={"Origin": lantern.url, "If-Match": f'"{task["version"]}"'},
    )
    assert answer.ok, await answer.text()
    await form.get_by_role("button", name="Save").click()
    await expect(form.get_by_role("radio", name="Urgent")).to_be_checked(timeout=SOON)
    await expect(form.get_by_text("Changed meanwhile: “Urgent”")).to_have_count(0)
    await expect(form.get_by_text("became “Urgent”")).to_be_visible()
    await form.get_by_role("button", name="Save").click()
    await expect(form).to_be_hidden()
    now = await tess.read(f"/tasks/{task['id']}")
    assert (now["priority"], now["details"]) == ("urgent", "Two entries, one exit.")
    windows.forgive("status of 412")  # the browser's own line about the refusal that was provoked


def column(desk: Desk, name: str) -> Locator:
    """A column of the board."""
    return desk.page.get_by_role("region", name=name)


async def test_the_board_is_moved_by_keyboard_and_undone(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    lena = await sit_down(windows, lantern, "lena@de.demo", zone="Europe/Berlin")
    title = "Compare the sign-ins"
    await lena.turn_to("/tasks?view=board")
    card = column(lena, "In progress").get_by_role("listitem").filter(has_text=title)
    await expect(card).to_be_visible(timeout=SOON)
    await lena.page.screenshot(path=tmp_path / "board-light.png")
    await card.get_by_role("link").focus()
    await lena.page.keyboard.press("Alt+ArrowLeft")
    moved = column(lena, "Open").get_by_role("listitem").filter(has_text=title)
    await expect(moved).to_be_visible(timeout=SOON)
    await expect(moved.get_by_role("link")).to_be_focused()
    await lena.page.keyboard.press("Control+z")
    await expect(card).to_be_visible(timeout=SOON)
    await card.get_by_role("button", name="Move").click()
    await lena.page.get_by_role("menuitem", name="Report a block").click()
    dialog = lena.page.get_by_role("dialog")
    await expect(dialog.get_by_role("textbox", name="Reason")).to_be_visible()
    await lena.page.keyboard.press("Escape")


async def test_a_proposal_waits_on_the_situation_and_among_my_tasks(windows: Windows, lantern: Server) -> None:
    hugo = await sit_down(windows, lantern, "hugo@fr.demo", zone="Europe/Paris")
    title = "Hear the host's second bookkeeper"
    await hugo.turn_to("/")
    await expect(hugo.page.get_by_text("Task proposed: accept or decline").first).to_be_visible(timeout=SOON)
    await hugo.page.goto(f"{lantern.url}/tasks")
    await expect(hugo.page.get_by_role("region", name="Proposed to you").get_by_text(title)).to_be_visible(timeout=SOON)
    await expect(
        hugo.page.get_by_role("region", name="My tasks").get_by_text("Operation Lantern").first
    ).to_be_visible()


async def test_the_calendar_shows_days_of_the_readers_zone(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    tess = await sit_down(windows, lantern, "coordinator@nl.demo", dark=True)
    await tess.turn_to("/tasks?view=calendar")
    await expect(tess.page.get_by_text("Days and hours of Amsterdam")).to_be_visible(timeout=SOON)
    main = tess.page.locator("main")  # the feed beside it names tasks too
    due = main.get_by_role("listitem").filter(has=tess.page.get_by_role("link", name="Coordination meeting"))
    await expect(main.get_by_role("link", name="Photograph the seals")).to_be_visible(timeout=SOON)
    if await due.count() == 0:  # nine days from now may be another month
        await tess.page.get_by_role("button", name="The next month").click()
    await expect(due.last).to_contain_text("10:00 · 11:00 Athens", timeout=SOON)
    assert "view=calendar" in tess.page.url
    await tess.page.screenshot(path=tmp_path / "calendar-dark.png")
