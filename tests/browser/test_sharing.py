"""Decisions about releases at the page: a standing rule, an exhibit obtained jointly, and a recall that two leaders decide."""

import re
from typing import Final

from playwright.async_api import Locator, expect

from app import clock
from tests.factories.evidence import release
from tests.support.pages.browser import Windows
from tests.support.pages.people import ApiPerson, api_person, open_window
from tests.support.pages.user_page import SOON, UserPage, fill_in_what, share
from tests.support.server import Server

MARK: Final = clock.new_id().hex[-8:]
JOINT: Final = f"Joint search, notebook {MARK}"
RECALLED: Final = f"Server image, rack {MARK}"


async def add_rule(noor: UserPage) -> None:
    """A rule asks for its clause, shows who could see what before it is saved, and shows what it would change."""
    page = noor.page
    await page.get_by_role("button", name="Add rule", exact=True).click()
    form = page.get_by_role("dialog", name="Add rule")
    for field, option in (("Category", "Photograph"), ("Recipient", "Germany")):
        await form.get_by_role("combobox", name=field).click()
        await page.get_by_role("option", name=option, exact=True).click()
    await form.get_by_role("radiogroup", name="Access").get_by_text("View only", exact=True).click()
    await form.get_by_role("button", name="Save rule").click()
    await expect(form.get_by_text("Enter the clause")).to_be_visible()
    await form.get_by_role("textbox", name="Clause of the agreement").fill("Agreement, cl. 8.4")
    foreseen = form.get_by_role("list", name="Preview of sharing")
    await expect(foreseen).to_contain_text("View only")
    await expect(foreseen).to_contain_text("DE-01")
    await form.get_by_role("button", name="Save rule").click()
    await expect(form).to_have_count(0)
    change = page.get_by_role("button", name="Change rule: Photograph, Germany")
    await expect(page.get_by_role("row").filter(has=change)).to_contain_text("Agreement, cl. 8.4")
    await page.get_by_role("button", name="Show changes to existing exhibits").click()
    changes = page.get_by_role("dialog", name="Changes to existing exhibits")
    await expect(changes.get_by_text("Every exhibit is shared as the rules say.")).to_be_visible()
    await page.keyboard.press("Escape")
    await expect(changes).to_have_count(0)


async def register_jointly(noor: UserPage) -> str:
    """Register a notebook that the Netherlands and France found together; its path below the team."""
    page = noor.page
    await noor.turn_to("/evidence")
    await page.get_by_role("button", name="Register exhibit").first.click()
    await fill_in_what(page, JOINT)
    drawer = page.get_by_role("dialog", name="Register exhibit")
    await drawer.get_by_role("button", name="Obtained jointly with").click()
    await drawer.get_by_role("combobox", name="Obtained jointly with").click()
    await page.get_by_role("option", name="France (FR)").click()
    await page.keyboard.press("Tab")
    await expect(drawer.get_by_text("Other parties get access only after a leader of each has agreed")).to_be_visible()
    await share(page)
    await drawer.get_by_role("button", name=re.compile("^Register (exhibit|and share)")).click()
    await expect(page.get_by_role("heading", name=JOINT)).to_be_visible(timeout=SOON)
    await expect(page).to_have_url(re.compile("/evidence/[0-9a-f-]{36}"))
    return page.url.partition(noor.jit)[2].partition("?")[0]


def pending(user: UserPage, title: str, what: str) -> Locator:
    """What waits for this person about an exhibit."""
    return user.page.get_by_role("listitem").filter(has_text=title).filter(has_text=what)


async def release_jointly(noor: UserPage, claire: UserPage, jonas: ApiPerson) -> None:
    """The other party agrees to a release before it takes effect, and recalls it alone."""
    path = await register_jointly(noor)
    assert await jonas.status(path) == 404
    await noor.tab("Sharing")
    france = noor.page.get_by_role("table", name="Sharing").get_by_role("row").filter(has_text="France")
    await expect(france).to_contain_text("originator, jointly", timeout=SOON)
    await noor.page.get_by_role("button", name=re.compile("(Share with|Change access of) Germany")).click()
    dialog = noor.page.get_by_role("dialog")
    await expect(dialog.get_by_text("wider access begins after the approval of France")).to_be_visible()
    await dialog.get_by_role("checkbox", name="I checked the content").check()
    await dialog.get_by_role("button", name="Save").click()
    releases = noor.page.get_by_role("tabpanel")
    await expect(releases.get_by_text("Waits for the agreement of France")).to_be_visible(timeout=SOON)
    assert await jonas.status(path) == 404

    line = pending(claire, JOINT, "Approve release to Germany")
    await expect(line).to_be_visible(timeout=SOON)
    await line.get_by_role("link", name=JOINT, exact=True).click()
    await claire.tab("Sharing")
    await claire.page.get_by_role("button", name="Agree", exact=True).click()
    await claire.page.get_by_role("dialog").get_by_role("button", name="Agree").click()
    await expect(releases.get_by_text("Waits for the agreement of France")).to_have_count(0, timeout=SOON)
    assert await jonas.status(path) == 200

    await claire.page.get_by_role("button", name="Recall", exact=True).click()
    dialog = claire.page.get_by_role("dialog")
    await dialog.get_by_role("textbox").fill("The order was quashed.")
    await dialog.get_by_role("checkbox").check()
    await dialog.get_by_role("button", name="Recall").last.click()
    await expect(dialog).to_have_count(0, timeout=SOON)
    assert await jonas.status(path) == 404


async def say_why(user: UserPage, action: str, reason: str = "As our instruction has it") -> None:
    """Give the reason that a dialog asks for."""
    dialog = user.page.get_by_role("dialog")
    await dialog.get_by_role("textbox").fill(reason)
    await dialog.get_by_role("button", name=action, exact=True).click()
    await expect(dialog).to_be_hidden()


async def demand(noor: UserPage, *, second: bool) -> None:
    """Demand a second leader for recalls, or propose to demand one no more."""
    await noor.turn_to("/access")
    await noor.part("Two-person rule").get_by_role("button", name="Change").click()
    await noor.page.get_by_role("checkbox", name="Recalls of exhibits, legal requests and notices").set_checked(second)
    await say_why(noor, "Change rule")


async def recall_by_two(noor: UserPage, bram: UserPage, exhibit: str, jonas: ApiPerson) -> None:
    """A recall waits for a second leader, who reads the reason and confirms it."""
    await noor.turn_to(f"{exhibit}?tab=sharing")
    await noor.page.get_by_role("button", name=re.compile("(Share with|Change access of) Germany")).click()
    await noor.page.get_by_role("dialog").get_by_role("button", name="Recall").first.click()
    await noor.page.get_by_role("dialog").get_by_role("checkbox").check()
    await say_why(noor, "Recall release", "The order was quashed.")
    releases = noor.page.get_by_role("tabpanel")
    await expect(releases.get_by_text("keeps access until then")).to_be_visible(timeout=SOON)
    await expect(releases.get_by_role("button", name="Cancel recall")).to_be_visible(timeout=SOON)
    await expect(releases.get_by_role("button", name="Confirm")).to_have_count(0)
    assert await jonas.status(exhibit) == 200

    line = pending(bram, RECALLED, "Approve recall from Germany")
    await expect(line).to_be_visible(timeout=SOON)
    await line.get_by_role("link", name=RECALLED, exact=True).click()
    await bram.tab("Sharing")
    await bram.page.get_by_role("button", name="Confirm recall", exact=True).click()
    await expect(bram.page.get_by_role("dialog")).to_contain_text("The order was quashed.")
    await bram.page.get_by_role("dialog").get_by_role("button", name="Confirm").click()
    await expect(releases.get_by_role("button", name="Cancel recall")).to_have_count(0, timeout=SOON)
    assert await jonas.status(exhibit) == 404


async def test_releases_under_rules_joint_parties_and_two_leaders_take_effect_once_decided(
    windows: Windows, lantern: Server
) -> None:
    windows.forgive("status of 404")  # an exhibit that was recalled exists no more
    jonas = await api_person(lantern, "jonas@de.demo")
    person = await api_person(lantern, "noor@nl.demo")
    noor = await open_window(windows, person, "/access")
    await expect(
        noor.page.get_by_text(re.compile("One leader of your party decides a release, a recall"))
    ).to_be_visible()
    await add_rule(noor)
    claire = await open_window(windows, await api_person(lantern, "claire@fr.demo"))
    await release_jointly(noor, claire, jonas)
    await claire.page.close()

    exhibit = await person.register(RECALLED, release("DE", "readable"))
    await demand(noor, second=True)
    await expect(noor.page.get_by_text("A second leader confirms: recalls")).to_be_visible(timeout=SOON)
    bram = await open_window(windows, await api_person(lantern, "bram@nl.demo"))
    await recall_by_two(noor, bram, f"/evidence/{exhibit['id']}", jonas)

    await demand(noor, second=False)
    await expect(noor.page.get_by_text("proposes to end the two-person rule")).to_be_visible(timeout=SOON)
    await expect(noor.page.get_by_role("button", name="Agree")).to_have_count(0)
    await bram.turn_to("/access")
    await bram.page.get_by_role("button", name="Agree").click()
    await say_why(bram, "Agree to the change")
    await expect(noor.page.get_by_text("One leader of your party decides a release")).to_be_visible(timeout=SOON)
