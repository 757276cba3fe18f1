"""A task is made of a decision at the page, and both sides show it; the Teams page counts what waits, in both languages."""

import asyncio
import re
from pathlib import Path
from typing import Any, Final

from playwright.async_api import expect

from app import clock
from tests.support.browser import Windows
from tests.support.desk import SOON, Desk, sit_down
from tests.support.server import Server

DECIDED: Final = f"The vans are rented in one town, {clock.new_id().hex[-8:]}."


async def decided(coordinator: Desk) -> str:
    """A channel with Germany, and a decision in it; the channel's id."""
    path = f"/api/jits/{coordinator.jit}/channels"
    headers = {"Origin": coordinator.page.url.partition("/jits")[0]}
    form = {"name": f"Vans {clock.new_id().hex[-8:]}", "parties": ["DE"]}
    made = await coordinator.page.request.post(path, data=form, headers=headers)
    assert made.status == 201, await made.text()
    channel: dict[str, Any] = await made.json()
    told = await coordinator.page.request.post(
        f"{path}/{channel['id']}/decisions", data={"text": DECIDED}, headers=headers
    )
    assert told.status == 201, await told.text()
    return str(channel["id"])


async def test_a_task_of_a_decision(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    coordinator = await sit_down(windows, lantern, "coordinator@nl.demo")
    lena = await sit_down(windows, lantern, "lena@de.demo", zone="Europe/Berlin", dark=True)
    channel = await decided(coordinator)
    for desk in (coordinator, lena):
        await desk.turn_to(f"/messages/{channel}")
    article = coordinator.page.get_by_role("log").get_by_role("article").filter(has_text=DECIDED)
    await article.get_by_role("button", name=re.compile("What you can do with it")).click()
    await coordinator.page.get_by_role("menuitem", name="Make a task of this").click()
    drawer = coordinator.page.get_by_role("dialog", name="Give a task")
    await expect(drawer.get_by_role("textbox", name="What is to be done")).to_have_value(DECIDED)
    await expect(drawer).to_contain_text("A decision on record")
    await coordinator.page.screenshot(path=tmp_path / "making.png")
    await drawer.get_by_role("combobox", name="Assignee").fill("Lena")
    await coordinator.page.get_by_role("option", name="Lena Vogtmann").click()
    await drawer.get_by_role("button", name="Give a task").click()
    await expect(drawer).to_be_hidden()
    theirs = lena.page.get_by_role("log").get_by_role("article").filter(has_text=DECIDED)
    link = theirs.get_by_role("list", name="Tasks").get_by_role("link")
    await expect(link).to_be_visible(timeout=SOON)
    await lena.page.screenshot(path=tmp_path / "decision-dark.png")
    await link.click()
    part = lena.part("Of what it is")
    await expect(part).to_contain_text(DECIDED)
    await lena.page.screenshot(path=tmp_path / "task-dark.png")
    await lena.page.set_viewport_size({"width": 390, "height": 844})
    await lena.page.screenshot(path=tmp_path / "task-narrow.png", full_page=True)
    await part.get_by_role("link", name=re.compile("Decision in Vans")).click()
    await expect(theirs).to_be_visible()


async def settled(desk: Desk) -> int:
    """How many notifications are unread, once the worker has told of what the demonstration did."""
    for _ in range(40):
        if unread := int((await desk.read("/notifications/counts"))["unread"]):
            return unread
        await asyncio.sleep(0.5)
    return 0


async def test_the_teams_page_counts_what_waits(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    for email, language, words in (
        ("lena@de.demo", "en", r"\d+ things? waits? for you"),
        ("bram@nl.demo", "fr", r"\d+ éléments? vous attend"),
    ):
        desk = await sit_down(windows, lantern, email, language=language, dark=language == "fr")
        unread = await settled(desk)
        await desk.page.goto("/teams")
        card = desk.page.get_by_role("listitem").filter(has_text="Lantern").first
        await expect(card.get_by_label(re.compile(words))).to_be_visible(timeout=SOON)
        told = re.compile("unread notification|notifications? non lue")
        await expect(card.get_by_text(told)).to_have_count(1 if unread else 0, timeout=SOON)
        await desk.page.screenshot(path=tmp_path / f"teams-{language}.png")
        await desk.page.set_viewport_size({"width": 390, "height": 844})
        await desk.page.screenshot(path=tmp_path / f"teams-{language}-narrow.png")
