"""Requests for consent at the page: asked at the exhibit, answered, used and withdrawn; and questions about no exhibit."""

from typing import Any, Final

from playwright.async_api import Locator, expect

from app import clock
from tests.factories.evidence import release
from tests.support.pages.browser import Windows
from tests.support.pages.counted import Counted
from tests.support.pages.jobs import MOST_TO_ANSWER, grant, open_from_pending
from tests.support.pages.people import ApiPerson, api_person, open_window
from tests.support.pages.user_page import SOON, UserPage
from tests.support.server import Server

MARK: Final = clock.new_id().hex[-8:]
WORDS: Final = f"For the hearing on custody, {MARK}"
QUESTION: Final = f"What do you hold on wallet bc1q {MARK}?"
PEOPLE: Final = f"Hugo reads it with me, {MARK}"


def row(user: UserPage, words: str) -> Locator:
    """The request in the list."""
    return user.page.locator("main").get_by_role("listitem").filter(has_text=words)


async def ask_for_more(user: UserPage, exhibit: str) -> Locator:
    """The form of a request, opened at the exhibit."""
    await user.turn_to(f"/evidence/{exhibit}")
    await user.page.get_by_role("button", name="More actions", exact=True).click()
    await user.page.get_by_role("menuitem", name="Send consent request").click()
    return user.page.get_by_role("dialog")


async def use_a_consent(claire: UserPage, jonas: UserPage, noor: ApiPerson) -> None:
    """A request goes to the originator alone, whose grant and withdrawal take effect and are seen at once."""
    exhibit = await listed_for_france(claire)
    form = await ask_for_more(claire, exhibit["id"])
    await form.get_by_role("button", name="Send request").click()
    await expect(form.get_by_text("Enter the intended use")).to_be_visible()
    await form.get_by_role("textbox", name="Intended use").fill(WORDS)
    await form.get_by_role("button", name="Send request").click()
    await expect(form).to_be_hidden()
    await claire.turn_to("/consents")
    await expect(row(claire, WORDS)).to_contain_text("Sent")

    leader = Counted(jonas.page)
    answer = await open_from_pending(leader, WORDS)
    await expect(row(claire, WORDS)).to_contain_text("Seen", timeout=SOON)
    await expect(answer.get_by_text("France gets access: View only.")).to_be_visible()
    await grant(leader, answer, "Closed hearing only")
    leader.took_at_most(MOST_TO_ANSWER)
    await expect(row(claire, WORDS)).to_contain_text("Granted with conditions", timeout=SOON)
    assert (await claire.read(f"/evidence/{exhibit['id']}"))["level"] == "readable"

    await row(jonas, WORDS).get_by_role("button", name="View").click()
    await jonas.page.get_by_role("button", name="Withdraw consent").click()
    reason = jonas.page.get_by_role("dialog", name="Withdraw the consent to France")
    await reason.get_by_role("textbox", name="Reason").fill("The hearing is over")
    await reason.get_by_role("button", name="Withdraw consent").click()
    await expect(row(claire, WORDS)).to_contain_text("Withdrawn", timeout=SOON)
    assert (await claire.read(f"/evidence/{exhibit['id']}"))["level"] == "listed"
    assert not [one for one in (await noor.get("/consents?limit=200"))["items"] if WORDS in one["words"]]


async def listed_for_france(claire: UserPage) -> dict[str, Any]:
    """An exhibit of Germany that France sees listed and no more."""
    items = (await claire.read("/evidence?level=listed&originator=DE&limit=200"))["items"]
    return dict(next(one for one in items if one["level"] == "listed" and one["tlp"] == "AMBER"))


async def ask_about_no_exhibit(claire: UserPage, jonas: UserPage) -> None:
    """A question is refused with a reason, and its asker sees it."""
    await claire.page.get_by_role("button", name="Send information request").click()
    form = claire.page.get_by_role("dialog", name="Information request to a party")
    await form.get_by_role("combobox", name="Party").click()
    await claire.page.get_by_role("option", name="Germany").click()
    await form.get_by_role("textbox", name="Question").fill(QUESTION)
    await form.get_by_role("button", name="Send request").click()
    await expect(form).to_be_hidden()
    await row(jonas, QUESTION).get_by_role("button", name="Answer").click()
    await jonas.page.get_by_role("dialog").get_by_role("button", name="Refuse").click()
    reason = jonas.page.get_by_role("dialog")
    await reason.get_by_role("textbox", name="Reason for refusal").fill("Nothing that we may tell")
    await reason.get_by_role("button", name="Refuse").click()
    await expect(row(claire, QUESTION).filter(has_text="Refused")).to_be_visible(timeout=SOON)


async def name_more_people(claire: UserPage, jonas: UserPage, owner: ApiPerson, hugo: ApiPerson) -> None:
    """Where a release names seats, another seat of the party gets the exhibit once the originator agrees."""
    own = next(one["code"] for one in (await claire.read("/members"))["items"] if one["email"] == "claire@fr.demo")
    made = await owner.register(PEOPLE, release("FR", seats=[own]), release("DE"))
    path = f"/evidence/{made['id']}"
    assert await hugo.status(path) == 404
    asking = await ask_for_more(claire, made["id"])
    await asking.get_by_role("radio", name="A higher level").check()
    await asking.get_by_role("combobox", name="Additional members").click()
    await claire.page.get_by_role("option", name=hugo.code).click()
    await expect(asking.get_by_role("combobox", name="Additional authorities")).to_be_visible()
    await asking.get_by_role("textbox", name="Intended use").fill(PEOPLE)
    await asking.get_by_role("button", name="Send request").click()
    await expect(asking).to_be_hidden()
    await expect(row(jonas, PEOPLE)).to_contain_text(f"({hugo.code})", timeout=SOON)
    await row(jonas, PEOPLE).get_by_role("button", name="Answer").click()
    answer = jonas.page.get_by_role("dialog", name="Request from France")
    await expect(answer.get_by_text("these get access too:")).to_contain_text(f"({hugo.code})")
    await answer.get_by_role("button", name="Grant").click()
    await expect(answer).to_be_hidden()
    assert (await hugo.get(path))["level"] == "held"


async def test_consents_asked_and_answered_at_the_page_open_what_they_say(windows: Windows, lantern: Server) -> None:
    german = await api_person(lantern, "jonas@de.demo")
    claire = await open_window(windows, await api_person(lantern, "claire@fr.demo"), zone="Europe/Paris")
    jonas = await open_window(windows, german, zone="Europe/Athens")
    await use_a_consent(claire, jonas, await api_person(lantern, "noor@nl.demo"))
    await ask_about_no_exhibit(claire, jonas)
    await name_more_people(claire, jonas, german, await api_person(lantern, "hugo@fr.demo"))
