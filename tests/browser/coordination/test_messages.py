"""Journey through messages: chat arrives live, a decision takes a second look, and the narrow page shows list or channel."""

from typing import Final

from playwright.async_api import Locator, expect

from app import clock
from tests.support.pages.browser import Windows
from tests.support.pages.people import api_person
from tests.support.pages.user_page import SOON, UserPage, open_signed_in
from tests.support.server import Server

NAME: Final = f"Berths {clock.new_id().hex[-8:]}"


def message(user: UserPage, words: str) -> Locator:
    """A message by its words."""
    return user.page.get_by_role("log").get_by_role("article").filter(has_text=words)


async def choose(user: UserPage, name: str) -> None:
    """Turn to a channel."""
    await user.page.get_by_role("navigation", name="Channels").get_by_role("link", name=name).click()
    await expect(user.page.get_by_role("heading", name=name)).to_be_visible()


async def chat(user: UserPage, words: str) -> None:
    """Write chat: Enter sends it."""
    area = user.page.get_by_role("textbox", name="Write a message")
    await area.fill(words)
    await area.press("Enter")
    await expect(message(user, words)).to_be_visible(timeout=SOON)


async def mention(noor: UserPage) -> None:
    """A mention is completed by keyboard, and the next Enter sends the message."""
    area = noor.page.get_by_role("textbox", name="Write a message")
    await area.press_sequentially("Berth nine is free, @vog")
    await expect(noor.page.get_by_role("option", name="Lena Vogtmann")).to_be_visible()
    await area.press("Enter")
    await expect(area).to_have_value("Berth nine is free, @Lena Vogtmann (DE-02) ")
    await area.press("Enter")
    await expect(message(noor, "Berth nine is free")).to_be_visible(timeout=SOON)


async def open_channel(noor: UserPage) -> None:
    """Open a channel with Germany; the form names the party that cannot be in one."""
    await noor.page.get_by_role("button", name="New channel").click()
    form = noor.page.get_by_role("dialog", name="New channel")
    await expect(form).to_contain_text("Not offered: Switzerland")
    await form.get_by_role("textbox", name="Name").fill(NAME)
    await form.get_by_role("combobox", name="Selected parties").fill("Germany")
    await noor.page.get_by_role("option", name="Germany").click()
    await form.get_by_role("button", name="Create channel").click()
    await expect(noor.page.get_by_role("heading", name=NAME)).to_be_visible()


async def decide(noor: UserPage, lena: UserPage) -> None:
    """A decision asks for confirmation and arrives as an entry of the record."""
    await lena.page.get_by_text("Decision", exact=True).click()
    area = lena.page.get_by_role("textbox", name="Write a decision")
    await area.fill("The action begins at berth nine.")
    await lena.page.get_by_role("button", name="Record decision").click()
    sure = lena.page.get_by_role("dialog", name="Record this decision?")
    await expect(sure).to_contain_text("cannot be changed or deleted")
    await sure.get_by_role("button", name="Record decision").click()
    await expect(sure).to_be_hidden()
    decision = message(noor, "The action begins at berth nine.")
    await expect(decision).to_contain_text("Decision", timeout=SOON)
    await expect(decision).to_contain_text("Entry", timeout=SOON)
    await expect(lena.page.get_by_role("textbox", name="Write a message")).to_be_visible()


async def correct_and_translate(noor: UserPage, lena: UserPage) -> None:
    """A correction keeps the former words beside it, and a translation stands beside the original."""
    await message(noor, "Berth nine is free").get_by_role("button", name="Message actions").click()
    await noor.page.get_by_role("menuitem", name="Edit message").click()
    dialog = noor.page.get_by_role("dialog", name="Edit message")
    await dialog.get_by_role("textbox").fill("Berth ten is free.")
    await dialog.get_by_role("button", name="Save").click()
    there = message(lena, "Berth ten is free.")
    await expect(there).to_contain_text("edited", timeout=SOON)
    await there.get_by_text("Earlier versions").click()
    await expect(there).to_contain_text("Berth nine is free, @DE-02")
    await there.get_by_role("button", name="Message actions").click()
    await lena.page.get_by_role("menuitem", name="Add translation").click()
    form = lena.page.get_by_role("dialog", name="Add translation")
    await form.get_by_role("combobox", name="Language").click()
    await lena.page.get_by_role("option", name="German").click()
    await form.get_by_role("textbox", name="Translation").fill("Liegeplatz zehn ist frei.")
    await form.get_by_role("button", name="Add translation").click()
    await expect(message(noor, "Liegeplatz zehn ist frei.")).to_contain_text(
        "translated by Lena Vogtmann (DE-02)", timeout=SOON
    )


async def take_back(noor: UserPage, lena: UserPage) -> None:
    """A message that is taken back disappears with its translation."""
    await message(noor, "Berth ten is free").get_by_role("button", name="Message actions").click()
    await noor.page.get_by_role("menuitem", name="Delete message").click()
    await noor.page.get_by_role("dialog").get_by_role("button", name="Delete message").click()
    await expect(message(lena, "Message deleted")).to_be_visible(timeout=SOON)
    await expect(message(lena, "Liegeplatz")).to_have_count(0)


async def count_unread(noor: UserPage, lena: UserPage) -> None:
    """A user in another channel sees that something is new, and is led to it; the search finds it."""
    await choose(lena, "Host in Frankfurt")
    await chat(noor, "News for Lena.")
    link = lena.page.get_by_role("navigation", name="Channels").get_by_role("link", name=NAME)
    await expect(link).to_contain_text("1 unread", timeout=SOON)
    await link.click()
    await expect(lena.page.get_by_role("separator")).to_contain_text("New messages")
    await expect(message(lena, "News for Lena.")).to_be_visible()
    await lena.page.get_by_role("textbox", name="Search messages").fill("bert")
    await expect(lena.page.get_by_text("1 message found")).to_be_visible(timeout=SOON)
    await lena.page.get_by_role("button", name="Close search").click()


async def narrow(lena: UserPage) -> None:
    """The narrow page shows either the list of channels or one channel."""
    await lena.page.set_viewport_size({"width": 390, "height": 844})
    channels = lena.page.get_by_role("navigation", name="Channels")
    await expect(channels).to_be_hidden()
    await expect(message(lena, "News for Lena.")).to_be_visible()
    await lena.page.get_by_role("link", name="All channels").click()
    await expect(channels).to_be_visible()
    await expect(lena.page.get_by_role("log")).to_have_count(0)


async def test_messages_between_two_parties_are_chat_or_decision(windows: Windows, lantern: Server) -> None:
    noor = await open_signed_in(windows, lantern, "noor@nl.demo")
    lena = await open_signed_in(windows, lantern, "lena@de.demo", zone="Europe/Berlin")
    for user in (noor, lena):
        await user.turn_to("/messages")
    await open_channel(noor)
    await choose(lena, NAME)
    await mention(noor)
    await expect(message(lena, "Berth nine is free")).to_contain_text("@Lena Vogtmann (DE-02)", timeout=SOON)
    await decide(noor, lena)
    await correct_and_translate(noor, lena)
    await take_back(noor, lena)
    await count_unread(noor, lena)
    claire = await api_person(lantern, "claire@fr.demo")
    assert NAME not in [one["name"] for one in (await claire.get("/channels"))["items"]]
    await narrow(lena)
