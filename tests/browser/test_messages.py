"""Messages at the page: talk arrives live, a decision takes a second look, each shows which it is; and nobody else's affair."""

from pathlib import Path
from typing import Final

from playwright.async_api import Locator, expect

from app import clock
from tests.support.browser import Windows
from tests.support.desk import SOON, Desk, sit_down
from tests.support.server import Server

NAME: Final = f"Berths {clock.new_id().hex[-8:]}"


def message(desk: Desk, words: str) -> Locator:
    """A message by its words."""
    return desk.page.get_by_role("log").get_by_role("article").filter(has_text=words)


async def chosen(desk: Desk, name: str) -> None:
    """Turn to a channel."""
    await desk.page.get_by_role("navigation", name="Channels").get_by_role("link", name=name).click()
    await expect(desk.page.get_by_role("heading", name=name)).to_be_visible()


async def say(desk: Desk, words: str) -> None:
    """Off the record, by keyboard."""
    area = desk.page.get_by_role("textbox", name="Write off the record")
    await area.fill(words)
    await area.press("Control+Enter")
    await expect(message(desk, words)).to_be_visible(timeout=SOON)


async def test_talk_and_a_decision(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    lena = await sit_down(windows, lantern, "lena@de.demo", zone="Europe/Berlin", dark=True)
    claire = await sit_down(windows, lantern, "claire@fr.demo", zone="Europe/Paris")
    for desk in (noor, lena, claire):
        await desk.turn_to("/messages")
        await expect(desk.page.get_by_role("heading", name="Messages")).to_be_visible()

    await noor.page.get_by_role("button", name="Open a channel").click()
    form = noor.page.get_by_role("dialog", name="Open a channel")
    await expect(form).to_contain_text("Not in it: Switzerland")
    await form.get_by_role("textbox", name="Name").fill(NAME)
    await form.get_by_role("combobox", name="Some parties").fill("Germany")
    await noor.page.get_by_role("option", name="Germany").click()
    await form.get_by_role("button", name="Open a channel").click()
    await expect(noor.page.get_by_role("heading", name=NAME)).to_be_visible()

    await chosen(lena, NAME)
    await say(noor, "Berth nine is free, @DE-02.")
    arrived = message(lena, "Berth nine is free")
    await expect(arrived).to_be_visible(timeout=SOON)
    await expect(arrived).to_contain_text("Off the record")
    await decide(noor, lena, tmp_path)
    await correct(noor, lena)

    await expect(claire.page.get_by_text(NAME)).to_have_count(0)
    await unread(noor, lena)
    await noor.page.screenshot(path=tmp_path / "light.png")


async def decide(noor: Desk, lena: Desk, tmp_path: Path) -> None:
    """Another look, another button, another shape."""
    await lena.page.get_by_text("Decision", exact=True).click()
    area = lena.page.get_by_role("textbox", name="Write a decision for the record")
    await area.fill("The action begins at berth nine.")
    await lena.page.screenshot(path=tmp_path / "composer-dark.png")
    await lena.page.get_by_role("button", name="Put on record").click()
    sure = lena.page.get_by_role("dialog", name="Put this on record?")
    await expect(sure).to_contain_text("never changed or taken back")
    await sure.get_by_role("button", name="Put on record").click()
    await expect(sure).to_be_hidden()
    decision = message(noor, "The action begins at berth nine.")
    await expect(decision).to_contain_text("On record", timeout=SOON)
    await expect(decision).to_contain_text("Entry", timeout=SOON)
    await expect(lena.page.get_by_role("textbox", name="Write off the record")).to_be_visible()


async def correct(noor: Desk, lena: Desk) -> None:
    """What was said before stays beside it; a translation stands beside the original; what is taken back is gone."""
    await message(noor, "Berth nine is free").get_by_role("button", name="What you can do with it").click()
    await noor.page.get_by_role("menuitem", name="Correct").click()
    dialog = noor.page.get_by_role("dialog", name="Correct what you said")
    await dialog.get_by_role("textbox").fill("Berth ten is free.")
    await dialog.get_by_role("button", name="Correct").click()
    there = message(lena, "Berth ten is free.")
    await expect(there).to_contain_text("corrected", timeout=SOON)
    await there.get_by_text("Said before").click()
    await expect(there).to_contain_text("Berth nine is free, @DE-02.")
    await there.get_by_role("button", name="What you can do with it").click()
    await lena.page.get_by_role("menuitem", name="Translate").click()
    form = lena.page.get_by_role("dialog", name="Put a translation beside it")
    await form.get_by_role("combobox", name="Language").click()
    await lena.page.get_by_role("option", name="German").click()
    await form.get_by_role("textbox", name="Translation").fill("Liegeplatz zehn ist frei.")
    await form.get_by_role("button", name="Put beside it").click()
    await expect(message(noor, "Liegeplatz zehn ist frei.")).to_contain_text("translated by DE-02", timeout=SOON)
    await message(noor, "Berth ten is free").get_by_role("button", name="What you can do with it").click()
    await noor.page.get_by_role("menuitem", name="Take back").click()
    await noor.page.get_by_role("dialog").get_by_role("button", name="Take back").click()
    await expect(message(lena, "Taken back")).to_be_visible(timeout=SOON)
    await expect(message(lena, "Liegeplatz")).to_have_count(0)


async def unread(noor: Desk, lena: Desk) -> None:
    """Who looks elsewhere sees that something is new, and is led to it."""
    await chosen(lena, "Host in Frankfurt")
    await say(noor, "News for Lena.")
    link = lena.page.get_by_role("navigation", name="Channels").get_by_role("link", name=NAME)
    await expect(link).to_contain_text("1 unread", timeout=SOON)
    await link.click()
    await expect(lena.page.get_by_role("separator")).to_contain_text("New since you read last")
    await expect(message(lena, "News for Lena.")).to_be_visible()
    search = lena.page.get_by_role("textbox", name="Search messages")
    await search.fill("berth")
    await expect(lena.page.get_by_text("1 message found")).to_be_visible(timeout=SOON)
    await lena.page.get_by_role("button", name="End the search").click()


async def test_a_narrow_page_shows_the_list_or_the_channel(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    claire = await sit_down(windows, lantern, "claire@fr.demo", zone="Europe/Paris", language="fr")
    await claire.page.set_viewport_size({"width": 390, "height": 844})
    await claire.turn_to("/messages")
    channels = claire.page.get_by_role("navigation", name="Canaux")
    await expect(channels).to_be_visible()
    await claire.page.screenshot(path=tmp_path / "narrow-list.png")
    await channels.get_by_role("link", name="Lantern, everybody").click()
    await expect(claire.page.get_by_role("log").get_by_text("Consigné").first).to_be_visible()
    await expect(channels).to_be_hidden()
    await claire.page.screenshot(path=tmp_path / "narrow-channel.png")
    await claire.page.get_by_role("link", name="Tous les canaux").click()
    await expect(channels).to_be_visible()


async def test_beyond_the_union_the_page_says_why_there_is_no_channel(windows: Windows, lantern: Server) -> None:
    mara = await sit_down(windows, lantern, "mara@ch.demo", zone="Europe/Zurich")
    await mara.turn_to("/messages")
    await expect(mara.page.get_by_text("Channels are for parties within the Union")).to_be_visible()
    await expect(mara.page.get_by_role("button", name="Open a channel")).to_have_count(0)
