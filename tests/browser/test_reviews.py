"""Reviews before material is used: of what may be privileged, by a filter seat, and of a third country's uploads."""

import re
from typing import Final

from playwright.async_api import Locator, expect

from app import clock
from tests.factories.evidence import release
from tests.support.pages.browser import Windows
from tests.support.pages.people import ApiPerson, api_person, open_window
from tests.support.pages.user_page import SOON, UserPage
from tests.support.server import Server
from tests.support.waiting import until

MARK: Final = clock.new_id().hex[-8:]
UPLOADED: Final = f"Account statement, Zurich {MARK}"
FLAGGED: Final = f"Mailbox of the accountant {MARK}"


def row(user: UserPage, title: str) -> Locator:
    """The exhibit in a list of what waits."""
    return user.page.locator("main").get_by_role("listitem").filter(has_text=title)


async def designate(admin: UserPage, jonas: UserPage, mara: UserPage) -> None:
    """A third country registers nothing until a controller is designated, and confirmed where she designated herself."""
    registering = mara.page.get_by_role("button", name="Register exhibit").first
    await expect(registering).to_be_disabled()
    await expect(admin.page.get_by_text("No controller is designated")).to_be_visible()
    await admin.page.get_by_role("button", name="Record designation").click()
    await admin.page.get_by_role("combobox", name="Administrator").click()
    await admin.page.get_by_role("option").first.click()
    await admin.page.get_by_role("textbox", name="Clause of the agreement").fill("Clause 12.3")
    await admin.page.get_by_role("button", name="Record designation").click()
    await expect(admin.page.get_by_text("recorded their own designation as controller")).to_be_visible()
    await expect(registering).to_be_disabled()
    await jonas.page.get_by_role("button", name="Confirm controller").click()
    await expect(admin.page.get_by_text("Controller of this data:")).to_be_visible(timeout=SOON)
    await expect(registering).to_be_enabled(timeout=SOON)


async def has_pages(reviewer: ApiPerson, progress: str) -> None:
    """The worker has made what is to be viewed."""

    async def are_made() -> bool:
        return [one["state"] for one in (await reviewer.get(progress))["files"]] == ["to_view"]

    await until(are_made)


async def read(reviewer: UserPage, words: str) -> None:
    """Read the exhibit for the verdict until its page is shown."""
    await reviewer.page.get_by_role("button", name="View files").click()
    dialog = reviewer.page.get_by_role("dialog")
    await dialog.get_by_role("textbox").fill("For the verdict")
    await dialog.get_by_role("button", name="View files").click()
    await expect(reviewer.page.get_by_text(words)).to_be_visible(timeout=SOON)
    await reviewer.page.get_by_role("button", name="Close viewer").click()


async def verify_upload(windows: Windows, lantern: Server) -> None:
    """What a third country uploads reaches its recipient once an administrator has verified it, point by point."""
    provider, noor = await api_person(lantern, "mara@ch.demo"), await api_person(lantern, "noor@nl.demo")
    mara = await open_window(windows, provider, "/evidence")
    reviewer = await api_person(lantern, "admin@nl.demo")
    admin = await open_window(windows, reviewer, "/verifications")
    jonas = await open_window(windows, await api_person(lantern, "jonas@de.demo"), "/members")
    await designate(admin, jonas, mara)
    await jonas.page.close()

    exhibit = await provider.register(UPLOADED, release("NL", "readable"))
    await provider.upload(exhibit, b"account:amount\n", "account.txt")
    path = f"/evidence/{exhibit['id']}"
    await mara.turn_to(path)
    await expect(mara.page.get_by_text("In quarantine: only your party")).to_be_visible()
    await expect(row(admin, UPLOADED)).to_be_visible(timeout=SOON)
    assert await noor.status(path) == 404
    await row(admin, UPLOADED).get_by_role("button", name="Decide").click()
    dialog = admin.page.get_by_role("dialog")
    await expect(dialog.get_by_text("View at least one page of the exhibit before you decide.")).to_be_visible()
    await expect(dialog.get_by_role("button", name="Record decision")).to_be_disabled()
    await dialog.get_by_role("button", name="Cancel").click()
    await row(admin, UPLOADED).get_by_role("link").click()
    await has_pages(reviewer, f"/verifications/{exhibit['id']}")
    await read(admin, "account:amount")
    await admin.page.get_by_role("button", name="Decide").click()
    await dialog.get_by_role("textbox", name="Reason").fill("Within clause 12")
    await dialog.get_by_role("radio", name="Approve: every check passed").check()
    await dialog.get_by_role("button", name="Record decision").click()
    await expect(dialog.get_by_text("To approve it, tick every check.")).to_be_visible()
    for box in await dialog.get_by_role("checkbox").all():
        await box.check()
    await dialog.get_by_role("button", name="Record decision").click()
    await expect(dialog).to_be_hidden()
    await expect(admin.page).to_have_url(re.compile("/verifications$"))
    await expect(row(admin, UPLOADED)).to_have_count(0)
    await expect(mara.page.get_by_text("Approved as it is")).to_be_visible(timeout=SOON)
    await mara.page.close()
    await admin.page.close()

    async def has_reached_noor() -> bool:
        return await noor.status(path) == 200

    await until(has_reached_noor)  # the release that waited takes effect after the verdict


async def name_filter_seat(noor: UserPage) -> None:
    """A leader names a member who filters for the party."""
    await noor.page.get_by_role("button", name="Appoint privilege reviewers").click()
    dialog = noor.page.get_by_role("dialog")
    await dialog.get_by_role("combobox", name="Reviewers").click()
    await noor.page.get_by_role("option").filter(has_text="Daan").click()
    await dialog.get_by_role("textbox", name="Reason").fill("Not on this case")
    await dialog.get_by_role("button", name="Appoint privilege reviewers").click()
    await expect(noor.page.get_by_text("Privilege reviewers of your party")).to_be_visible(timeout=SOON)


async def flag(jonas: UserPage) -> None:
    """A recipient closes an exhibit that may be privileged."""
    await jonas.page.get_by_role("button", name="More actions", exact=True).click()
    await jonas.page.get_by_role("menuitem", name="Mark as potentially privileged").click()
    dialog = jonas.page.get_by_role("dialog")
    await dialog.get_by_role("textbox").fill("Letters from her lawyer")
    await dialog.get_by_role("button", name="Mark as potentially privileged").click()
    await expect(jonas.page.get_by_text("Closed: it may contain privileged")).to_be_visible(timeout=SOON)


async def clear_flagged_exhibit(windows: Windows, lantern: Server) -> None:
    """An exhibit that a recipient flags is closed for its originator too, until a filter seat clears it."""
    owner = await api_person(lantern, "noor@nl.demo")
    exhibit = await owner.register(FLAGGED, release("DE", "readable"))
    await owner.upload(exhibit, b"Confidential:counsel", "letter.txt")
    noor = await open_window(windows, owner, "/access")
    await name_filter_seat(noor)
    await noor.turn_to(f"/evidence/{exhibit['id']}")
    jonas = await open_window(windows, await api_person(lantern, "jonas@de.demo"), f"/evidence/{exhibit['id']}")
    await flag(jonas)
    await expect(noor.page.get_by_text("Closed: it may contain privileged")).to_be_visible(timeout=SOON)
    await jonas.page.close()

    reviewer = await api_person(lantern, "daan@nl.demo")
    daan = await open_window(windows, reviewer)
    review = row(daan, FLAGGED).filter(has_text="Review potentially privileged material")
    await review.get_by_role("link", name=FLAGGED, exact=True).click()
    await daan.page.get_by_role("button", name="Decide").click()
    dialog = daan.page.get_by_role("dialog")
    await expect(dialog.get_by_role("radio", name="Cleared")).to_be_disabled()
    await dialog.get_by_role("button", name="Cancel").click()
    await has_pages(reviewer, f"/clearances/{exhibit['id']}")
    await read(daan, "Confidential:counsel")
    await daan.page.get_by_role("button", name="Decide").click()
    await dialog.get_by_role("radio", name="Cleared").check()
    await dialog.get_by_role("textbox").fill("No exchange with a lawyer")
    await dialog.get_by_role("button", name="Record decision").click()
    await expect(noor.page.get_by_text("A privilege reviewer cleared it")).to_be_visible(timeout=SOON)


async def test_exhibits_under_review_reach_nobody_before_the_verdict(windows: Windows, lantern: Server) -> None:
    windows.forgive("status of 404")  # the exhibit at which the administrator looked, after the verdict
    await verify_upload(windows, lantern)
    await clear_flagged_exhibit(windows, lantern)
