"""Journey through notifications: counted and listed live, read, archived, followed, and removed when their subject is taken back."""

import re
import uuid
from typing import Any, Final

from playwright.async_api import Locator, expect

from app import clock
from tests.factories.evidence import release
from tests.support.pages.browser import Windows
from tests.support.pages.people import ApiPerson, api_person
from tests.support.pages.user_page import SOON, UserPage, open_signed_in
from tests.support.server import Server
from tests.support.waiting import until

MARK: Final = clock.new_id().hex[-8:]


def row(drawer: Locator, title: str) -> Locator:
    """A notification by what it is about."""
    return drawer.get_by_role("listitem").filter(has_text=title)


async def opened(user: UserPage) -> Locator:
    """Open the notifications, by keyboard."""
    await user.page.locator("main").focus()
    await user.page.keyboard.press("b")
    drawer = user.page.get_by_role("dialog")
    await expect(drawer).to_be_visible(timeout=SOON)
    return drawer


async def until_bell_counts(jonas: UserPage, at_least: int) -> None:
    """Until the bell shows the number that the server counts, without loading the page anew."""
    bell = jonas.page.get_by_role("button", name=re.compile("^Notifications: "))

    async def counts() -> bool:
        shown = re.match(r"Notifications: (\d+) unread", await bell.get_attribute("aria-label") or "")
        unread = int((await jonas.read("/notifications/counts"))["unread"])
        return unread >= at_least and shown is not None and int(shown.group(1)) == unread

    await until(counts)


async def read_archive_and_recall(jonas: UserPage, noor: ApiPerson, exhibit: dict[str, Any]) -> None:
    """Reading is undone, archiving moves a notification, and a recall removes the notification of the release."""
    drawer = await opened(jonas)
    task, released = row(drawer, f"Match the sign-ins {MARK}"), row(drawer, f"Keys of the server {MARK}")
    await expect(task).to_contain_text("Task assigned to you")
    await expect(released).to_contain_text("Exhibit released to you")
    await drawer.get_by_role("button", name="Mark all as read").click()
    await expect(drawer).to_contain_text("No unread notifications", timeout=SOON)
    await jonas.page.get_by_role("button", name="Undo").click()
    await task.get_by_role("button", name="Archive").click(timeout=SOON)
    await expect(task).to_have_count(0, timeout=SOON)
    await noor.delete(f"/evidence/{exhibit['id']}/releases/DE", {"reason": "By mistake"}, version=1)
    await expect(released).to_have_count(0, timeout=SOON)
    await drawer.get_by_text("Archive", exact=True).click()
    await task.get_by_role("link").click(timeout=SOON)
    await expect(jonas.page).to_have_url(re.compile(r"/tasks/[0-9a-f-]{36}$"))
    await expect(drawer).to_have_count(0)


async def named_in_chat(noor: ApiPerson, code: str) -> tuple[str, str]:
    """Name a German seat in a channel; return the ids of the channel and of the message."""
    channel = await noor.post("/channels", {"name": f"Carriers {MARK}", "parties": ["DE"]})
    told = {"text": f"@{code}: seal them today.", "mentions": [code]}
    return channel["id"], (await noor.post(f"/channels/{channel['id']}/messages", told))["id"]


async def plan_with_incident(noor: ApiPerson) -> str:
    """Plan an action day of two parties and report an incident on it; return its id."""
    day = {"title": f"Day {MARK}", "kind": "real", "parties": ["NL", "DE"]}
    made = await noor.post("/operations", day | {"h_at": "2030-11-26T09:00:00Z", "h_zone": "Europe/Amsterdam"})
    await noor.patch(f"/operations/{made['id']}", {"state": "planned"}, version=made["version"])
    report = {"key": str(uuid.uuid4()), "kind": "incident", "shared": True, "text": "A fire"}
    await noor.post(f"/operations/{made['id']}/ticker", report | {"occurred_at": clock.rfc3339(clock.now())})
    return str(made["id"])


async def follow_and_take_back_chat(jonas: UserPage, noor: ApiPerson, code: str) -> None:
    """The notification of a chat message quotes nothing of it, and disappears when the message is taken back."""
    channel, message = await named_in_chat(noor, code)
    drawer = await opened(jonas)
    chat = row(drawer, f"Carriers {MARK}")
    await expect(chat).to_contain_text("Chat message that mentions you", timeout=SOON)
    await expect(chat).not_to_contain_text("seal")
    await noor.delete(f"/channels/{channel}/messages/{message}", version=1)
    await expect(chat).to_have_count(0, timeout=SOON)


async def follow_to_action_day(jonas: UserPage, noor: ApiPerson) -> None:
    """An incident is urgent, and the request for GO leads to the action day."""
    drawer = jonas.page.get_by_role("dialog")
    day = await plan_with_incident(noor)
    incident = row(drawer, "Incident").filter(has_text=MARK)
    await expect(incident).to_have_attribute("data-urgency", "now", timeout=SOON)
    asked = row(drawer, f"Day {MARK}").filter(has_text="GO requested from your party")
    await asked.get_by_role("link").click(timeout=SOON)
    await expect(jonas.page).to_have_url(re.compile(f"/jits/{jonas.jit}/operations/{day}$"))


async def test_notifications_of_a_seat_follow_what_concerns_it(windows: Windows, lantern: Server) -> None:
    coordinator = await api_person(lantern, "coordinator@nl.demo")
    noor = await api_person(lantern, "noor@nl.demo")
    code = (await api_person(lantern, "jonas@de.demo")).code
    jonas = await open_signed_in(windows, lantern, "jonas@de.demo")
    before = int((await jonas.read("/notifications/counts"))["unread"])
    await coordinator.post("/tasks", {"title": f"Match the sign-ins {MARK}", "assignee": code})
    exhibit = await noor.register(f"Keys of the server {MARK}", release("DE"))
    await until_bell_counts(jonas, before + 2)
    await read_archive_and_recall(jonas, noor, exhibit)
    await follow_and_take_back_chat(jonas, noor, code)
    await follow_to_action_day(jonas, noor)
    await jonas.page.goto("/account")  # the demonstration sends no e-mail, and its settings say so
    panel = jonas.page.get_by_role("region", name="Notification settings")
    await expect(panel).to_contain_text("does not send e-mail", timeout=SOON)
