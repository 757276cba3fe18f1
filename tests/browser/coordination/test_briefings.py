"""Journey of a morning: notes of the other zone, working hours, a time to meet, and deadlines in one's own calendar."""

from playwright.async_api import expect

from app import clock
from tests.support.pages.axe import violations
from tests.support.pages.browser import Windows
from tests.support.pages.people import api_person
from tests.support.pages.user_page import UserPage, open_signed_in
from tests.support.server import Server


async def read_note_of_other_zone(noor: UserPage, words: str) -> None:
    """A note of another party is marked as new until the user has read the summary."""
    await noor.page.get_by_role("button", name="Catch-up summary").click()
    note = noor.part("Shift notes").get_by_role("listitem").filter(has_text=words)
    await expect(note).to_have_attribute("data-fresh", "true")
    await noor.page.get_by_role("button", name="Mark as read").click()
    await expect(note).not_to_have_attribute("data-fresh", "true")


async def leave_note(noor: UserPage) -> str:
    """Leave a note, which is refused while it is empty; return its words."""
    words = f"The lab opens at nine {clock.new_id().hex[-6:]}."
    await noor.page.get_by_role("button", name="Write shift note").click()
    await noor.page.get_by_role("button", name="Save shift note").click()
    await expect(noor.page.get_by_text("Enter a note.")).to_be_visible()
    await noor.page.get_by_role("textbox", name="Note", exact=True).fill(words)
    await noor.page.get_by_role("button", name="Save shift note").click()
    await expect(noor.part("Shift notes").get_by_role("listitem").filter(has_text=words)).to_be_visible()
    return words


async def state_hours(noor: UserPage) -> None:
    """State working hours; an end before the beginning is refused."""
    await noor.page.get_by_role("button", name="Working hours").click()
    dialog = noor.page.get_by_role("dialog", name="Working hours of your party")
    await dialog.get_by_role("textbox", name="From").fill("07:15")
    await dialog.get_by_role("textbox", name="Until").fill("07:00")
    await dialog.get_by_role("button", name="Save").click()
    await expect(dialog.get_by_text("Enter a time after the beginning.")).to_be_visible()
    await dialog.get_by_role("textbox", name="Until").fill("16:30")
    await dialog.get_by_role("button", name="Save").click()
    await expect(dialog).to_have_count(0)
    stated = [one for one in (await noor.read("/working-hours"))["items"] if one["party"] == "NL"]
    assert [(one["begins"], one["is_stated"]) for one in stated] == [("07:15", True)]


async def find_time_to_meet(noor: UserPage) -> None:
    """Times to meet are proposed within the hours of all parties."""
    await noor.page.get_by_role("button", name="Find a meeting time").click()
    finding = noor.page.get_by_role("dialog", name="Find a meeting time")
    slots = finding.get_by_role("list", name="Meeting times, best first")
    await expect(slots.get_by_text("within the working hours").first).to_be_visible()
    await noor.page.keyboard.press("Escape")
    await expect(finding).to_have_count(0)


async def subscribe_and_revoke(noor: UserPage, windows: Windows, lantern: Server) -> None:
    """The address of a calendar feed is read without a session, and ends when it is revoked."""
    await noor.page.get_by_role("navigation", name="Screens").get_by_role("link", name="Tasks").click()
    await noor.page.get_by_role("button", name="Subscribe to calendar").click()
    dialog = noor.page.get_by_role("dialog", name="Your deadlines in your calendar")
    await dialog.get_by_role("button", name="Create address").click()
    await expect(dialog.get_by_text("Enter the calendar or device.")).to_be_visible()
    await dialog.get_by_role("textbox", name="Calendar or device").fill("Office telephone")
    await dialog.get_by_role("button", name="Create address").click()
    address = dialog.get_by_role("textbox", name="Calendar address")
    url = await address.input_value()
    assert url.startswith(f"{lantern.url}/api/calendar/")
    assert await violations(noor.page) == []
    stranger = (await windows.open(lantern.url)).request
    feed = await stranger.get(url)
    assert (feed.status, (await feed.body())[:15]) == (200, b"BEGIN:VCALENDAR")
    line = dialog.get_by_role("listitem").filter(has_text="Office telephone")
    await line.get_by_role("button", name="Revoke the address for “Office telephone”").click()
    await line.get_by_role("button", name="Revoke address", exact=True).click()
    await expect(line).to_have_count(0)
    await expect(address).to_have_count(0)
    assert (await stranger.get(url)).status == 404


async def test_morning_shows_notes_hours_meeting_times_and_feed(windows: Windows, lantern: Server) -> None:
    claire = await api_person(lantern, "claire@fr.demo")
    theirs = f"The image of the front server is done {clock.new_id().hex[-6:]}."
    await claire.post("/briefing/notes", {"to": "team", "text": theirs})
    noor = await open_signed_in(windows, lantern, "noor@nl.demo")
    await noor.page.get_by_role("navigation", name="Screens").get_by_role("link").first.click()
    await read_note_of_other_zone(noor, theirs)
    ours = await leave_note(noor)
    notes = (await claire.get("/briefing"))["notes"]
    assert [one["fresh"] for one in notes if one["text"] == ours] == [True]
    await state_hours(noor)
    await find_time_to_meet(noor)
    await subscribe_and_revoke(noor, windows, lantern)
