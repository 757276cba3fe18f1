"""Five jobs in the page, found by visible labels, in steps.

The test that counts clicks and the pictures of the tour (`tests/support/tour.py`) use them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.async_api import Download, Locator, expect

from tests.support.pages.counted import Counted
from tests.support.pages.user_page import SOON

#: Clicks and fields of everybody together that a job may take.
MOST_TO_FOUND: Final = 40
MOST_TO_REGISTER: Final = 17
MOST_TO_ANSWER: Final = 6
MOST_FOR_A_DAY: Final = 30
MOST_TO_EXPORT: Final = 8


@dataclass(frozen=True)
class FirstLeader:
    """The first leader of a State, and the authority of that State."""

    name: str
    email: str
    authority: str


@dataclass(frozen=True)
class Founded:
    """A team as its founder enters it. `leaders`: by State."""

    name: str
    reference: str
    signed_on: str
    leaders: dict[str, FirstLeader]


async def sign_in(person: Counted, email: str, password: str) -> None:
    """Sign in with the form of the sign-in screen."""
    await person.fill("E-mail", email)
    await person.fill("Password", password)
    await person.click("Sign in")


async def begin_founding(founder: Counted) -> None:
    """Open the form at My teams."""
    await founder.click("Found a team", "link")
    await expect(founder.page.get_by_role("textbox", name="Name of the team")).to_be_visible(timeout=SOON)


async def enter_agreement(founder: Counted, team: Founded) -> None:
    """Fill the first step."""
    await founder.fill("Name of the team", team.name)
    await founder.fill("Reference of the agreement", team.reference)
    await founder.fill("Agreement signed on", team.signed_on)
    await founder.click("Continue to parties")


async def enter_parties(founder: Counted, team: Founded) -> None:
    """Add the States, each with its authority."""
    for state, leader in team.leaders.items():
        await founder.find("Add a party", state)
        await founder.fill(f"Authority 1: {state}", leader.authority)


async def enter_leaders(founder: Counted, team: Founded) -> None:
    """Enter the first leader of each State, and go on to the last step."""
    await founder.click("Continue to first leaders")
    for state, leader in team.leaders.items():
        await founder.fill(f"First name and surname: {state}", leader.name)
        await founder.fill(f"E-mail address: {state}", leader.email)
    await founder.click("Continue to check")


async def found(founder: Counted, team: Founded) -> list[str]:
    """Found the team; the one-time codes of its leaders, which are shown once."""
    await founder.click("Create team")
    codes = founder.page.get_by_role("button", name="Copy the code of")
    await expect(codes).to_have_count(len(team.leaders), timeout=SOON)
    return [(await one.inner_text()).strip() for one in await codes.all()]


async def open_founded(founder: Counted) -> None:
    """Confirm that the codes are noted, and open the team."""
    await founder.click("I have noted the codes or handed them over", "checkbox")
    await founder.click("Open team")


@dataclass(frozen=True)
class Registered:
    """An exhibit as it is entered. Time, person and place are taken from what the form proposes."""

    title: str
    files: Sequence[Path]
    legal_basis: str


async def enter_exhibit(person: Counted, exhibit: Registered) -> Locator:
    """Fill the first step of a registration at the list of exhibits; its form."""
    await person.click("Register exhibit")
    form = person.page.get_by_role("dialog", name="Register exhibit")
    await person.fill("Title", exhibit.title, within=form)
    await person.choose_files("choose files", exhibit.files)
    await person.click("Now", within=form)
    last = form.get_by_role("button", name=re.compile("^As in the last registration"))
    await person.press(last, "As in the last registration")
    await person.fill("Legal basis", exhibit.legal_basis, within=form)
    return form


async def share_exhibit(person: Counted, form: Locator, **levels: str) -> None:
    """Fill the second step. `levels`: by party, where the proposal of the sharing rules is changed."""
    await person.click("Continue to sharing", within=form)
    await expect(form.get_by_text("What will happen")).to_be_visible(timeout=SOON)
    for party, level in levels.items():
        await person.choose(f"Access of {party}", level, within=form)
    await person.click("I checked the content and found no potentially privileged material.", "checkbox", within=form)


async def open_from_pending(leader: Counted, words: str) -> Locator:
    """Open a consent request from the pending actions of the overview; its dialog, with the answer."""
    row = leader.page.get_by_role("region", name=re.compile("^Pending actions")).get_by_role("listitem")
    await leader.press(row.filter(has_text=words).get_by_role("link", name=re.compile("^Answer")), "Answer")
    dialog = leader.page.get_by_role("dialog", name=re.compile("^Request from "))
    await expect(dialog.get_by_role("button", name="Grant consent")).to_be_visible(timeout=SOON)
    return dialog


async def grant(leader: Counted, dialog: Locator, conditions: str) -> None:
    """Grant a request under conditions."""
    await leader.fill("Conditions", conditions, within=dialog)
    await leader.click("Grant consent", within=dialog)
    await expect(dialog).to_be_hidden(timeout=SOON)


#: A leader with an action of their party, each at the screen of the action day.
Acting = tuple[Counted, str]


def _main(person: Counted) -> Locator:
    return person.page.get_by_role("main")


def _dialog(person: Counted, name: str) -> Locator:
    return person.page.get_by_role("dialog", name=name)


async def confirm_go(both: Sequence[Acting]) -> None:
    """Each party confirms GO, and its action is ready."""
    for one, _ in both:
        await one.click("Confirm readiness", within=_main(one))
    for one, number in both:
        await one.click(f"{number}: Mark as ready", within=_main(one))


async def ask_to_begin(leader: Counted) -> Locator:
    """Ask to begin the day; the confirmation, once it says that everybody confirmed."""
    await leader.click("Begin action day", within=_main(leader))
    asked = _dialog(leader, "Begin action day?")
    await expect(asked.get_by_text("All parties confirmed GO.")).to_be_visible(timeout=SOON)
    return asked


async def begin(leader: Counted, asked: Locator) -> None:
    """Begin the day."""
    await leader.click("Begin action day", within=asked)


async def execute(one: Counted, number: str) -> None:
    """An action gets GO and starts, before H-hour."""
    await one.click(f"{number}: Give start order", within=_main(one))
    await one.click(f"{number}: Start action", within=_main(one))
    await one.click("Start before H-hour", within=_dialog(one, "Start before H-hour?"))


async def finish(one: Counted, number: str) -> None:
    """An action is done."""
    await one.click(f"{number}: Finish action", within=_main(one))


async def log(one: Counted, words: str) -> None:
    """Add an entry to the operations log."""
    await one.fill("New log entry", words, within=_main(one))
    await one.click("Add entry", within=_main(one))


async def close(leader: Counted) -> None:
    """Close the day."""
    await leader.click("Close action day", within=_main(leader))
    await leader.click("Close action day", within=_dialog(leader, "Close action day?"))
    await expect(leader.page.get_by_role("button", name="Reopen action day")).to_be_visible(timeout=SOON)


async def enter_export(person: Counted, other: str) -> Locator:
    """Open the form of a court package at an exhibit, and add another exhibit by its number; the form."""
    await person.click("More actions", within=_main(person))
    await person.click("Export …", "menuitem")
    form = _dialog(person, "New export")
    await expect(form.get_by_role("radio", name="For a court")).to_be_checked()
    await person.find("Add exhibit", other, within=form)
    return form


async def create_package(person: Counted, form: Locator) -> Locator:
    """Create the package; its dialog, once it may be downloaded."""
    await person.click("Create export package", within=form)
    package = _dialog(person, "Export package")
    await expect(package.get_by_role("link", name="Download For a court")).to_be_visible(timeout=2 * SOON)
    return package


async def download_package(person: Counted, package: Locator) -> Download:
    """Download the package."""
    async with person.page.expect_download() as downloading:
        await person.click("Download For a court", "link", within=package)
    return await downloading.value
