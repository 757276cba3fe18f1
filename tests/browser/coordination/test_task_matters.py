"""Journey: a task is made of a decision, both sides show it, and the Teams page counts what waits."""

import re
from typing import Final

from playwright.async_api import expect

from app import clock
from tests.support.pages.browser import Windows
from tests.support.pages.people import ApiPerson, api_person
from tests.support.pages.user_page import SOON, UserPage, open_signed_in
from tests.support.server import Server

MARK: Final = clock.new_id().hex[-8:]
DECIDED: Final = f"The vans are rented in one town, {MARK}."


async def record_decision(tess: ApiPerson, lena: ApiPerson) -> str:
    """Open a channel with Germany and record a decision in it; return the id of the channel.

    Lena also gets a task that she does not open, so that she has an unread notification.
    """
    await tess.post("/tasks", {"title": f"Count the vans {MARK}", "assignee": lena.code})
    channel = await tess.post("/channels", {"name": f"Vans {MARK}", "parties": ["DE"]})
    await tess.post(f"/channels/{channel['id']}/decisions", {"text": DECIDED})
    return str(channel["id"])


async def make_task_of_decision(tess: UserPage) -> None:
    """Make a task for Lena of the decision: the form knows its title and says of what it is."""
    article = tess.page.get_by_role("log").get_by_role("article").filter(has_text=DECIDED)
    await article.get_by_role("button", name=re.compile("Message actions")).click()
    await tess.page.get_by_role("menuitem", name="Create task").click()
    drawer = tess.page.get_by_role("dialog", name="New task")
    await expect(drawer.get_by_role("textbox", name="Title")).to_have_value(DECIDED)
    await expect(drawer).to_contain_text("a decision")
    await drawer.get_by_role("combobox", name="Assignee").fill("Lena")
    await tess.page.get_by_role("option", name="Lena Vogtmann").click()
    await drawer.get_by_role("button", name="Create task").click()
    await expect(drawer).to_be_hidden()


async def assert_teams_page_counts(lena: UserPage) -> None:
    """The Teams page counts what waits for the user, and tells of unread notifications."""
    await lena.page.goto("/teams")
    card = lena.page.get_by_role("listitem").filter(has_text="Lantern").first
    await expect(card.get_by_label(re.compile(r"\d+ pending actions?"))).to_be_visible(timeout=SOON)
    await expect(card.get_by_text(re.compile("unread notification"))).to_be_visible(timeout=SOON)


async def test_task_of_a_decision_is_shown_on_both_sides_and_counted(windows: Windows, lantern: Server) -> None:
    channel = await record_decision(
        await api_person(lantern, "coordinator@nl.demo"), await api_person(lantern, "lena@de.demo")
    )
    tess = await open_signed_in(windows, lantern, "coordinator@nl.demo")
    lena = await open_signed_in(windows, lantern, "lena@de.demo", zone="Europe/Berlin")
    for user in (tess, lena):
        await user.turn_to(f"/messages/{channel}")
    await make_task_of_decision(tess)
    decision = lena.page.get_by_role("log").get_by_role("article").filter(has_text=DECIDED)
    await decision.get_by_role("list", name="Tasks").get_by_role("link").click(timeout=SOON)
    part = lena.part("Related to")
    await expect(part).to_contain_text(DECIDED)
    await part.get_by_role("link", name=re.compile("Decision in Vans")).click()
    await expect(decision).to_be_visible()
    await assert_teams_page_counts(lena)
