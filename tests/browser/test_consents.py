"""A consent at the page, in two countries at once: asked at the exhibit, answered, used, withdrawn; a question of a third."""

from pathlib import Path
from typing import Any, Final

from playwright.async_api import Locator, expect

from app import clock
from tests.factories.evidence import form, release
from tests.support.browser import Windows
from tests.support.desk import SOON, Desk, sit_down
from tests.support.server import Server

WORDS: Final = f"For the hearing on custody, {clock.new_id().hex[-8:]}"
QUESTION: Final = f"What do you hold on wallet bc1q {clock.new_id().hex[-8:]}?"
PEOPLE: Final = f"Hugo reads it with me, {clock.new_id().hex[-8:]}"


def row(desk: Desk, words: str) -> Locator:
    """The request in the list."""
    return desk.page.locator("main").get_by_role("listitem").filter(has_text=words)


async def listed_for_france(desk: Desk) -> dict[str, Any]:
    """An exhibit of Germany that France sees listed and no more."""
    items = (await desk.read("/evidence?level=listed&originator=DE&limit=200"))["items"]
    return dict(next(one for one in items if one["level"] == "listed" and one["tlp"] == "AMBER"))


async def ask_for_more(desk: Desk, exhibit: dict[str, Any]) -> None:
    """At the exhibit, for a higher level."""
    page = desk.page
    await desk.turn_to(f"/evidence/{exhibit['id']}")
    await page.get_by_role("button", name="More", exact=True).click()
    await page.get_by_role("menuitem", name="Ask for more").click()
    form = page.get_by_role("dialog")
    await form.get_by_role("button", name="Send the request").click()
    await expect(form.get_by_text("Say it in words")).to_be_visible()
    await form.get_by_role("textbox", name="What you need it for").fill(WORDS)
    await form.get_by_role("button", name="Send the request").click()
    await expect(form).to_be_hidden()


async def test_a_consent_from_asking_to_withdrawal(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    claire = await sit_down(windows, lantern, "claire@fr.demo", zone="Europe/Paris")
    jonas = await sit_down(windows, lantern, "jonas@de.demo", zone="Europe/Athens", dark=True)
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    exhibit = await listed_for_france(claire)
    await jonas.turn_to("/consents")
    await noor.turn_to("/consents")
    await ask_for_more(claire, exhibit)
    await claire.turn_to("/consents")

    await expect(row(jonas, WORDS)).to_be_visible(timeout=SOON)
    await expect(row(claire, WORDS)).to_contain_text("Requested")
    await expect(row(noor, WORDS)).to_have_count(0)
    await jonas.page.screenshot(path=tmp_path / "inbox-dark.png")

    await row(jonas, WORDS).get_by_role("button", name="Answer").click()
    answer = jonas.page.get_by_role("dialog", name="Request of France")
    await expect(row(claire, WORDS)).to_contain_text("Seen", timeout=SOON)
    await expect(answer.get_by_text("France will have the exhibit as: Readable.")).to_be_visible()
    await jonas.page.screenshot(path=tmp_path / "answer-dark.png")
    await answer.get_by_role("textbox", name="Conditions").fill("Closed hearing only")
    await answer.get_by_role("button", name="Grant").click()
    await expect(row(claire, WORDS)).to_contain_text("Granted with conditions", timeout=SOON)
    assert (await claire.read(f"/evidence/{exhibit['id']}"))["level"] == "readable"

    await row(jonas, WORDS).get_by_role("button", name="Look at it").click()
    await jonas.page.get_by_role("button", name="Withdraw the consent").click()
    reason = jonas.page.get_by_role("dialog", name="Withdraw the consent to France")
    await reason.get_by_role("textbox", name="Why").fill("The hearing is over")
    await reason.get_by_role("button", name="Withdraw the consent").click()
    await expect(row(claire, WORDS)).to_contain_text("Withdrawn", timeout=SOON)
    assert (await claire.read(f"/evidence/{exhibit['id']}"))["level"] == "listed"
    assert (await noor.read("/consents?limit=200"))["items"] == [
        one for one in (await noor.read("/consents?limit=200"))["items"] if WORDS not in one["words"]
    ]


async def test_a_question_without_an_object(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    lena = await sit_down(windows, lantern, "lena@de.demo")
    await lena.page.set_viewport_size({"width": 390, "height": 844})
    claire = await sit_down(windows, lantern, "claire@fr.demo", language="fr", dark=True)
    await lena.turn_to("/consents")
    await claire.turn_to("/consents")
    await lena.page.get_by_role("button", name="Ask a party").click()
    form = lena.page.get_by_role("dialog", name="Ask what a party holds")
    await form.get_by_role("combobox", name="Party").click()
    await lena.page.get_by_role("option", name="France").click()
    await form.get_by_role("textbox", name="Your question").fill(QUESTION)
    await form.get_by_role("button", name="Send the request").click()
    await expect(form).to_be_hidden()
    await expect(row(lena, QUESTION)).to_be_visible(timeout=SOON)
    await lena.page.screenshot(path=tmp_path / "narrow-light.png")

    await expect(row(claire, QUESTION)).to_be_visible(timeout=SOON)
    await row(claire, QUESTION).get_by_role("button", name="Répondre").click()
    answer = claire.page.get_by_role("dialog")
    await claire.page.screenshot(path=tmp_path / "question-french-dark.png")
    await answer.get_by_role("button", name="Refuser").click()
    reason = claire.page.get_by_role("dialog")
    await reason.get_by_role("textbox", name="Motif du refus").fill("Rien que nous puissions dire")
    await reason.get_by_role("button", name="Refuser").click()
    await expect(row(lena, QUESTION).filter(has_text="Refused")).to_be_visible(timeout=SOON)


async def test_more_people_of_ones_party(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    claire = await sit_down(windows, lantern, "claire@fr.demo", language="fr", zone="Europe/Paris")
    hugo = await sit_down(windows, lantern, "hugo@fr.demo")
    seats = {one["email"]: one["code"] for one in (await claire.read("/members"))["items"]}
    named = [release("FR", seats=[seats["claire@fr.demo"]]), release("NL")]
    wanted = form(title=PEOPLE, releases=named)
    made = await noor.page.request.post(f"/api/jits/{noor.jit}/evidence", data=wanted, headers={"Origin": lantern.url})
    assert made.status == 201, await made.text()
    path = f"/evidence/{(await made.json())['id']}"
    assert (await hugo.ask(path)).status == 404

    await claire.turn_to(path)
    await claire.page.get_by_role("button", name="Autres actes", exact=True).click()
    await claire.page.get_by_role("menuitem", name="Demander davantage").click()
    asking = claire.page.get_by_role("dialog")
    await asking.get_by_role("radio", name="Un niveau plus élevé").check()
    await asking.get_by_role("combobox", name="Sièges outre ceux désignés").click()
    await claire.page.get_by_role("option", name=seats["hugo@fr.demo"]).click()
    await expect(asking.get_by_role("combobox", name="Autorités outre celles désignées")).to_be_visible()
    await asking.get_by_role("textbox", name="Ce que vous en ferez").fill(PEOPLE)
    await claire.page.screenshot(path=tmp_path / "asking-french.png")
    await asking.get_by_role("button", name="Envoyer la demande").click()
    await expect(asking).to_be_hidden()

    await noor.turn_to("/consents")
    await expect(row(noor, PEOPLE)).to_contain_text(f"for {seats['hugo@fr.demo']}", timeout=SOON)
    await row(noor, PEOPLE).get_by_role("button", name="Answer").click()
    answer = noor.page.get_by_role("dialog", name="Request of France")
    await expect(answer.get_by_text(f"for these as well: {seats['hugo@fr.demo']}.")).to_be_visible()
    await noor.page.screenshot(path=tmp_path / "answering.png")
    await answer.get_by_role("button", name="Grant").click()
    await expect(answer).to_be_hidden()
    assert (await hugo.read(path))["level"] == "held"
    windows.forgive("status of 404")  # the exhibit, before it was there for Hugo
