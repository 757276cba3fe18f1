"""Journey through notifications: counted and listed live, read, archived, followed, and removed when their subject is taken back."""

import re
import uuid
from typing import Any, Final

from playwright.async_api import Locator, expect

from app import clock
from tests.factories.evidence import release
from tests.support.browser import Windows
from tests.support.desk import SOON, Desk, sit_down
from tests.support.people import ApiPerson, api_person
from tests.support.server import Server
from tests.support.waiting import until

MARK: Final = clock.new_id().hex[-8:]


def row(drawer: Locator, title: str) -> Locator:
    """A notification by what it is about."""
    return drawer.get_by_role("listitem").filter(has_text=title)


async def opened(desk: Desk) -> Locator:
    """Open the notifications, by keyboard."""
    await desk.page.locator("main").focus()
    await desk.page.keyboard.press("b")
    drawer = desk.page.get_by_role("dialog")
    await expect(drawer).to_be_visible(timeout=SOON)
    return drawer


async def until_bell_counts(lena: Desk, at_least: int) -> None:
    """Until the bell shows the number that the server counts, without loading the page anew."""
    bell = lena.page.get_by_role("button", name=re.compile("what concerns you", re.IGNORECASE))

    async def counts() -> bool:
        shown = re.match(r"\d+", await bell.get_attribute("aria-label") or "")
        unread = int((await lena.read("/notifications/counts"))["unread"])
        return unread >= at_least and shown is not None and int(shown.group()) == unread

    await until(counts)


async def read_archive_and_recall(lena: Desk, noor: ApiPerson, exhibit: dict[str, Any]) -> None:
    """Reading is undone, archiving moves a notification, and a recall removes the notification of the release."""
    drawer = await opened(lena)
    task, released = row(drawer, f"Match the sign-ins {MARK}"), row(drawer, f"Keys of the server {MARK}")
    await expect(task).to_contain_text("Task given to you")
    await expect(released).to_contain_text("Exhibit released to you")
    await drawer.get_by_role("button", name="Mark all read").click()
    await expect(drawer).to_contain_text("Nothing is unread", timeout=SOON)
    await lena.page.get_by_role("button", name="Undo").click()
    await task.get_by_role("button", name="Put away").click(timeout=SOON)
    await expect(task).to_have_count(0, timeout=SOON)
    await noor.delete(f"/evidence/{exhibit['id']}/releases/DE", {"reason": "By mistake"}, version=1)
    await expect(released).to_have_count(0, timeout=SOON)
    await drawer.get_by_text("Put away", exact=True).click()
    await task.get_by_role("link").click(timeout=SOON)
    await expect(lena.page).to_have_url(re.compile(r"/tasks/[0-9a-f-]{36}$"))
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


async def test_notifications_of_a_seat_follow_what_concerns_it(windows: Windows, lantern: Server) -> None:
    coordinator = await api_person(lantern, "coordinator@nl.demo")
    noor = await api_person(lantern, "noor@nl.demo")
    lena = await sit_down(windows, lantern, "lena@de.demo")
    code = (await api_person(lantern, "lena@de.demo")).code
    before = int((await lena.read("/notifications/counts"))["unread"])
    await coordinator.post("/tasks", {"title": f"Match the sign-ins {MARK}", "assignee": code})
    exhibit = await noor.register(f"Keys of the server {MARK}", release("DE"))
    await until_bell_counts(lena, before + 2)
    await read_archive_and_recall(lena, noor, exhibit)
    channel, message = await named_in_chat(noor, code)
    drawer = await opened(lena)
    talk = row(drawer, f"Carriers {MARK}")
    await expect(talk).to_contain_text("You were named, off the record", timeout=SOON)
    await expect(talk).not_to_contain_text("seal")
    await noor.delete(f"/channels/{channel}/messages/{message}", version=1)
    await expect(talk).to_have_count(0, timeout=SOON)


async def test_notifications_of_a_leader_lead_to_the_action_day(windows: Windows, lantern: Server) -> None:
    """The notifications name the GO that is asked for and the incident. Settings say that the demonstration sends no e-mail."""
    noor = await api_person(lantern, "noor@nl.demo")
    jonas = await sit_down(windows, lantern, "jonas@de.demo")
    drawer = await opened(jonas)
    day = await plan_with_incident(noor)
    incident = row(drawer, "Incident").filter(has_text=MARK)
    await expect(incident).to_have_attribute("data-urgency", "now", timeout=SOON)
    asked = row(drawer, f"Day {MARK}").filter(has_text=re.compile("go is asked for"))
    await asked.get_by_role("link").click(timeout=SOON)
    await expect(jonas.page).to_have_url(f"{lantern.url}/jits/{jonas.jit}/operations/{day}")
    await jonas.page.goto("/account")
    panel = jonas.page.get_by_role("region", name="How you are told")
    await expect(panel).to_contain_text("under the bell", timeout=SOON)
