"""An action day of three countries: two of them have a window each, the third works through the API. Nobody reloads a page.

Five countries and a server that restarts under them: `tests/soak/test_action_day.py`.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import pypdfium2  # type: ignore[import-untyped]
from playwright.async_api import Locator, Route, expect

from app import clock
from tests.factories.operations import reporting
from tests.support.pages.action_days import LOST_NETWORK, line, move, open_board, plan_action, press, speak, state
from tests.support.pages.browser import Windows
from tests.support.pages.people import ApiPerson, api_person
from tests.support.pages.user_page import UserPage, open_signed_in, share
from tests.support.server import Server

TITLE: Final = f"Harbour day {clock.new_id().hex[-8:]}"
DUTCH, GERMAN, FRENCH = "Search the quay of Rotterdam", "Search the locker of Kiel", "Search the relay of Lille"
FOUND: Final = f"Three servers of the quay {clock.new_id().hex[-8:]}"


async def test_action_day_in_two_windows_is_planned_run_and_closed(
    windows: Windows, lantern: Server, tmp_path: Path
) -> None:
    noor = await open_signed_in(windows, lantern, "noor@nl.demo", zone="Europe/Amsterdam")
    jonas = await open_signed_in(windows, lantern, "jonas@de.demo", zone="Europe/Berlin")
    claire, lena, daan = [await api_person(lantern, one) for one in ("claire@fr.demo", "lena@de.demo", "daan@nl.demo")]
    path = await plan_day(noor, jonas)
    for user in (noor, jonas):
        await user.page.evaluate("window.unbroken = true")

    dutch, german = await plan_actions(noor, jonas, lena, claire, path)
    await confirm_go(noor, jonas, claire, path)
    await begin(noor, jonas, dutch["number"])
    await move(lena, path, german, "ready")
    await press(jonas, german["number"], "Give start order")
    await expect(state(noor, german["number"])).to_contain_text("GO")
    await cut_off_one_window(noor, jonas, german["number"], dutch["number"])
    await refuse_a_late_entry(noor, jonas, lena, path, german)
    await see_no_hidden_action(noor, jonas)
    await daan.post(f"{path}/ticker", reporting(text="Door opened at the quay"))
    for user in (noor, jonas):
        await expect(user.page.get_by_text("Door opened at the quay")).to_be_visible()
        await user.page.get_by_role("link", name="Back to plan").click()
    await record_a_result(noor, jonas, claire, path)
    await approve_press_statement(noor, jonas, claire, path)
    await debrief(noor, jonas)
    await print_plan(noor, tmp_path, [TITLE, DUTCH, "NL 26/77"], [GERMAN, FRENCH, "chandler", "Open board", "H\u2212"])
    for user in (noor, jonas):
        assert await user.page.evaluate("window.unbroken")
    for words in (*LOST_NETWORK, "status of 409"):
        windows.forgive(words)


async def plan_day(noor: UserPage, jonas: UserPage) -> str:
    """The Netherlands draft a day; Germany sees it once its parties are told. The path of the day."""
    when = (clock.now() + timedelta(hours=20)).astimezone(ZoneInfo("Europe/Amsterdam"))
    when += timedelta(hours=2 * (when.hour == 2))  # an hour that a change of the clocks repeats or skips
    for user in (noor, jonas):
        await user.turn_to("/operations")
        await expect(user.page.get_by_role("heading", name="Action days")).to_be_visible()
    await noor.page.get_by_role("button", name="Plan action day").click()
    drawer = noor.page.get_by_role("dialog", name="Plan action day")
    await drawer.get_by_role("textbox", name="Name").fill(TITLE)
    await drawer.get_by_label("H-hour").fill(when.strftime("%Y-%m-%dT%H:00"))
    for code in ("NL", "DE", "FR"):
        await drawer.get_by_role("combobox", name="Participating parties").fill(code)
        await noor.page.get_by_role("option", name=f"({code})").click()
    await noor.page.keyboard.press("Tab")
    await drawer.get_by_role("button", name="Plan action day").click()
    await expect(drawer).to_have_count(0)
    await confirm(noor, "Notify participants")
    await jonas.page.get_by_role("link", name=TITLE).click()
    await expect(jonas.page.get_by_role("heading", name=TITLE)).to_be_visible()
    return "/operations/" + jonas.page.url.rpartition("/")[2]


async def confirm(user: UserPage, step: str) -> None:
    """Take a step of the day, and confirm it in the dialog that says what will happen."""
    await user.page.get_by_role("main").get_by_role("button", name=step, exact=True).click()
    await user.page.get_by_role("dialog").get_by_role("button", name=step, exact=True).click()


async def plan_actions(
    noor: UserPage, jonas: UserPage, lena: ApiPerson, claire: ApiPerson, path: str
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Each party plans an action; the others see what it shares. The Dutch and the German one."""
    hidden = await plan_action(claire, path, FRENCH, "none")
    about = {"kind": "person", "subject": "The chandler of Kiel", "reason": "He speaks with us", "told": ["DE"]}
    await claire.post(f"{path}/do-not-touch", about)
    german = await plan_action(lena, path, GERMAN, "board")
    await noor.page.get_by_role("button", name="Plan action", exact=True).click()
    drawer = noor.page.get_by_role("dialog", name="Plan action")
    await drawer.get_by_role("textbox", name="Objective").fill(DUTCH)
    await drawer.get_by_role("textbox", name="Type of authorisation").fill("Search warrant")
    await drawer.get_by_role("textbox", name="Reference", exact=True).fill("NL 26/77")
    await drawer.get_by_text("the complete plan", exact=True).click()
    await drawer.get_by_role("button", name="Plan action", exact=True).click()
    await expect(drawer).to_have_count(0)
    await expect(jonas.page.get_by_text(DUTCH)).to_be_visible()
    await expect(jonas.part("Deconfliction list").get_by_text("The chandler of Kiel")).to_be_visible()
    await expect(line(noor, german["number"])).to_be_visible()
    await expect(noor.page.get_by_text(GERMAN)).to_have_count(0)
    await expect(noor.page.get_by_text("chandler")).to_have_count(0)
    for user in (noor, jonas):
        await expect(line(user, hidden["number"])).to_have_count(0)
    await see_no_hidden_action(noor, jonas)
    (dutch,) = [one for one in (await noor.read(f"{path}/actions"))["items"] if one["party"] == "NL"]
    return dutch, german


async def see_no_hidden_action(noor: UserPage, jonas: UserPage) -> None:
    """Each window shows the two actions that are shared with its party, and no word of the third."""
    for user in (noor, jonas):
        await expect(user.page.locator("li[data-number]")).to_have_count(2)
        await expect(user.page.get_by_text(FRENCH)).to_have_count(0)


async def confirm_go(noor: UserPage, jonas: UserPage, claire: ApiPerson, path: str) -> None:
    """A confirmed GO counts for one H-hour; a no-go shows its reason to everybody."""
    await noor.page.get_by_role("button", name="Confirm readiness", exact=True).click()
    await speak(claire, path, "no_go", "The ferry does not sail")
    for user in (noor, jonas):
        words = user.part("GO / No-go")
        await expect(words.get_by_text("The ferry does not sail")).to_be_visible()
        await expect(words.locator('strong[data-word="go"]')).to_have_count(1)
    day = await noor.read(path)
    later = clock.rfc3339(datetime.fromisoformat(day["h_at"]) + timedelta(hours=1))
    own = {"Origin": noor.page.url.partition("/jits")[0], "If-Match": f'"{day["version"]}"'}
    moved = await noor.page.request.patch(
        f"/api/jits/{noor.jit}{path}", data={"h_at": later, "h_zone": day["h_zone"]}, headers=own
    )
    assert moved.ok, await moved.text()
    for user in (noor, jonas):
        await expect(user.part("GO / No-go").locator("strong[data-word]")).to_have_count(0)
    for user in (noor, jonas):
        await user.page.get_by_role("button", name="Confirm readiness", exact=True).click()
    for user in (noor, jonas):
        await expect(user.part("GO / No-go").locator('strong[data-word="go"]')).to_have_count(2)


async def begin(noor: UserPage, jonas: UserPage, dutch: str) -> None:
    """The day begins without the word of France, with a reason; both turn to the board."""
    await press(noor, dutch, "Mark as ready")
    await noor.page.get_by_role("button", name="Begin action day", exact=True).click()
    dialog = noor.page.get_by_role("dialog", name="Begin action day?")
    await expect(dialog.get_by_role("listitem")).to_have_text(["France: No response"])
    await dialog.get_by_role("textbox", name="Reason for beginning").fill("France confirmed by telephone")
    await dialog.get_by_role("button", name="Begin action day").click()
    for user in (noor, jonas):
        await expect(user.page.get_by_role("main").get_by_text("In progress", exact=True)).to_be_visible()
        await open_board(user)
        await expect(user.page.locator("section[data-word='go']")).to_have_count(2)
    await expect(line(jonas, dutch).get_by_role("button")).to_have_count(0)


async def cut_off_one_window(noor: UserPage, jonas: UserPage, german: str, dutch: str) -> None:
    """An entry without a network waits; its first answer is lost; it is recorded once. Meanwhile the other window goes on."""
    sent: list[str | None] = []

    async def lose(route: Route) -> None:
        sent.append(route.request.post_data)
        if len(sent) > 1:
            await route.continue_()
        else:
            assert (await route.fetch()).ok
            await route.abort()

    await jonas.page.context.set_offline(True)
    await press(jonas, german, "Start action")
    await jonas.page.get_by_role("dialog").get_by_role("button", name="Start before H-hour").click()
    await expect(jonas.page.get_by_text("1 entry not sent yet")).to_be_visible()
    await expect(line(jonas, german)).to_contain_text("not sent yet")
    await press(noor, dutch, "Give start order")
    await expect(line(noor, dutch)).not_to_contain_text("not sent yet")
    await expect(state(noor, german)).to_contain_text("GO")
    await jonas.page.route("**/moves", lose)
    await jonas.page.context.set_offline(False)
    await expect(jonas.page.get_by_text("not sent yet")).to_have_count(0)
    await expect(jonas.page.get_by_text("was not accepted")).to_have_count(0)
    await expect(state(noor, german)).to_contain_text("Executing")
    await expect(state(jonas, dutch)).to_contain_text("GO")
    await jonas.page.unroute("**/moves")
    assert len(sent) > 1
    assert len(set(sent)) == 1, "the same words again"


async def refuse_a_late_entry(
    noor: UserPage, jonas: UserPage, lena: ApiPerson, path: str, german: dict[str, Any]
) -> None:
    """Germany aborts the action while one window is cut off: what that window said is refused, and stays until it is read."""
    number = german["number"]
    (found,) = [one for one in (await lena.get(f"{path}/actions"))["items"] if one["id"] == german["id"]]
    assert [one["state"] for one in found["moves"]] == ["ready", "go", "executing"]
    assert found["moves"][-1]["occurred_at"] < found["moves"][-1]["recorded_at"]
    await jonas.page.context.set_offline(True)
    await press(jonas, number, "Finish action")
    await move(lena, path, german, "aborted", "The court called it off")
    await expect(state(noor, number)).to_contain_text("Aborted")
    await expect(noor.page.get_by_text("The court called it off")).to_have_count(0)
    await jonas.page.context.set_offline(False)
    await expect(jonas.page.get_by_text("1 entry was not accepted")).to_be_visible()
    await expect(jonas.page.get_by_text("It is now: Aborted.")).to_be_visible()
    await expect(state(jonas, number)).to_contain_text("Aborted")
    await jonas.page.get_by_role("button", name="Dismiss").click()
    await expect(jonas.page.get_by_text("was not accepted")).to_have_count(0)


async def record_a_result(noor: UserPage, jonas: UserPage, claire: ApiPerson, path: str) -> None:
    """A result becomes an exhibit; its link shows to the parties that see the exhibit."""
    own = noor.part("Results")
    await own.get_by_role("textbox", name="Quantity").fill("3")
    await own.get_by_role("textbox", name="Description").fill(FOUND)
    await own.get_by_role("button", name="Record result").click()
    await expect(jonas.part("Results").get_by_text(FOUND)).to_be_visible()
    await own.get_by_role("button", name="Register as exhibit").click()
    form = noor.page.get_by_role("dialog", name="Register exhibit")
    await expect(form.get_by_role("textbox", name="Title")).to_have_value(FOUND)
    for label, text in (("Acquired by", "Police"), ("Place", "Rotterdam"), ("Legal basis", "Art. 94 Sv")):
        await form.get_by_role("textbox", name=label).fill(text)
    await share(noor.page, Germany="Metadata only", France="No access")
    await form.get_by_role("button", name="Register and share with").click()
    await expect(noor.page.get_by_role("heading", name=FOUND)).to_be_visible()
    await noor.page.go_back()
    for user in (noor, jonas):
        await expect(user.part("Results").get_by_role("link")).to_be_visible()
    (seen,) = (await claire.get(f"{path}/results"))["items"]
    assert (seen["text"], seen["evidence"]) == (FOUND, [])


async def approve_press_statement(noor: UserPage, jonas: UserPage, claire: ApiPerson, path: str) -> None:
    """Each party approves the statement; a change of its words takes the approvals away."""
    panel = noor.part("Joint press statement")
    await panel.get_by_role("button", name="Write press statement").click()
    await panel.get_by_role("textbox", name="Text").fill("A relay was shut down.")
    await panel.get_by_role("button", name="Save").click()
    for user in (jonas, noor):
        await expect(user.part("Joint press statement").get_by_text("awaiting approval")).to_be_visible()
        await user.part("Joint press statement").get_by_role("button", name="Approve for my party").click()
    written = await claire.get(f"{path}/media-line")
    await claire.post(f"{path}/media-line/approvals", {"line_version": written["version"]})
    for user in (noor, jonas):
        await expect(user.part("Joint press statement").get_by_text("approved, under embargo")).to_be_visible()
    changed = {name: written[name] for name in ("embargo_at", "embargo_zone")} | {"text": "A relay and its hosts."}
    await claire.put(f"{path}/media-line", changed, version=written["version"])
    for user in (noor, jonas):
        await expect(user.part("Joint press statement").get_by_text("A relay and its hosts.")).to_be_visible()
        await expect(user.part("Joint press statement").get_by_text("awaiting approval")).to_be_visible()


def debrief_of(user: UserPage) -> Locator:
    """The field for what the own party learned."""
    return user.part("Debrief").get_by_role("textbox", name="Debrief of your party")


async def debrief(noor: UserPage, jonas: UserPage) -> None:
    """The day is closed; each party writes what it learned and reads the others."""
    await confirm(noor, "Close action day")
    await expect(jonas.page.get_by_role("main").get_by_text("Closed", exact=True)).to_be_visible()
    for user, code in ((noor, "NL"), (jonas, "DE")):
        await debrief_of(user).fill(f"{code} learned to wait for the second car.")
        await user.part("Debrief").get_by_role("button", name="Save").click()
    await expect(noor.part("Debrief").get_by_text("DE learned to wait")).to_be_visible()
    await expect(jonas.part("Debrief").get_by_text("NL learned to wait")).to_be_visible()


async def print_plan(user: UserPage, to: Path, has: Collection[str], lacks: Collection[str]) -> None:
    """The printed plan contains what its reader sees, and nothing of the page around it."""
    await user.page.emulate_media(media="print")
    await expect(user.page.get_by_role("button").locator("visible=true")).to_have_count(0)
    await expect(user.page.get_by_role("navigation").locator("visible=true")).to_have_count(0)
    await user.page.pdf(path=to / "plan.pdf", format="A4")
    pages = list(pypdfium2.PdfDocument(to / "plan.pdf"))
    assert pages
    text = " ".join("".join(page.get_textpage().get_text_range() for page in pages).split())
    assert [words for words in has if words not in text] == []
    assert [words for words in lacks if words in text] == []
