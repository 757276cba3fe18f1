"""An action day in five windows, one for each country: one window is cut off, and the server restarts under all of them.

Nobody reloads a page. The same day with two windows, in `make test`: `tests/browser/coordination/test_action_day.py`.
"""

import asyncio
from collections.abc import AsyncIterator, Collection, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import httpx
import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from playwright.async_api import Locator, Route, expect

from app import clock
from tests.support.pages.action_days import LOST_NETWORK, day_of, line, press, state
from tests.support.pages.browser import EXPECTED, Windows
from tests.support.pages.user_page import UserPage, open_signed_in, share
from tests.support.server import Serve, Server

LANTERN: Final = "Operation Lantern"
TITLE: Final = "All lanterns out"
#: Of each country its leader, the zone of its clock, and what the others see of its action.
COUNTRIES: Final = {
    "NL": ("noor@nl.demo", "Europe/Amsterdam", "the complete plan"),
    "DE": ("jonas@de.demo", "Europe/Berlin", "number and state"),
    "FR": ("claire@fr.demo", "Europe/Paris", "nothing"),
    "ES": ("pilar@es.demo", "Europe/Madrid", "the complete plan"),
    "GR": ("nikos@gr.demo", "Europe/Athens", "number and state"),
}
FOUND: Final = "Three servers of the relay, Algeciras"
OBJECTIVES: Final = {one: f"Search the relay of {one}" for one in COUNTRIES}
#: The button that leads to each state.
STEPS: Final = {"Go": "Give start order", "Executing": "Start action", "Done": "Finish action"}
UserPages = dict[str, UserPage]


def joined(server: Server) -> None:
    """Spain and Greece join the demonstration's first team, each with its leader."""
    own = {"Origin": server.url}

    @contextmanager
    def enter(email: str) -> Iterator[httpx.Client]:
        with httpx.Client(base_url=server.url, headers=own, timeout=60) as client:
            client.post("/api/sessions", json={"email": email, "password": "lantern"}).raise_for_status()
            yield client

    def did(answer: httpx.Response) -> dict[str, Any]:
        assert answer.is_success, answer.text
        return dict(answer.json())

    with enter("admin@nl.demo") as admin, enter("coordinator@nl.demo") as coordinator:
        seats = did(admin.get("/api/me"))["seats"]
        team = next(f"/api/jits/{one['jit']['id']}" for one in seats if one["jit"]["name"] == LANTERN)
        for code, name in (("ES", "Spain"), ("GR", "Greece")):
            email, zone, _ = COUNTRIES[code]
            office = {"code": "FIS", "name": f"Prosecution of {name}", "kind": "prosecution"}
            party = {"code": code, "name": name, "kind": "member_state", "time_zone": zone, "languages": ["en"]}
            did(admin.post(f"{team}/parties", json=party | {"authorities": [office]}))
            seat = {"party": code, "authority": "FIS", "email": email, "roles": ["leader"], "function": "judicial"}
            proposed = did(coordinator.post(f"{team}/members", json=seat | {"name": f"Leader of {name}"}))
            with enter(email) as leader:
                did(leader.post("/api/redemptions", json={"code": proposed["one_time_code"]}))


@asynccontextmanager
async def unbroken(users: UserPages) -> AsyncIterator[None]:
    """No page is loaded again until the end of the block."""
    for user in users.values():
        await user.page.evaluate("window.unbroken = true")
    yield
    for code, user in users.items():
        assert await user.page.evaluate("window.unbroken"), code


def others(users: UserPages, code: str) -> list[UserPage]:
    """The windows of the other countries."""
    return [user for one, user in users.items() if one != code]


async def plan(users: UserPages) -> dict[str, Any]:
    """The Netherlands draft a day of all five; the others see it once they are told."""
    noor, when = users["NL"], (clock.now() + timedelta(hours=20)).astimezone(ZoneInfo(COUNTRIES["NL"][1]))
    when += timedelta(hours=2 * (when.hour == 2))  # which is there twice or never when the clocks change
    for user in users.values():
        await user.turn_to("/operations")
        await expect(user.page.get_by_role("heading", name="Action days")).to_be_visible()
    await noor.page.get_by_role("button", name="Plan action day").click()
    drawer = noor.page.get_by_role("dialog", name="Plan action day")
    await drawer.get_by_role("textbox", name="Name").fill(TITLE)
    await drawer.get_by_label("H-hour").fill(when.strftime("%Y-%m-%dT%H:00"))
    chosen = drawer.get_by_role("combobox", name="Participating parties")
    for code in COUNTRIES:
        await chosen.fill(code)
        await noor.page.get_by_role("option", name=f"{code} · ").click()
    await noor.page.keyboard.press("Tab")
    await drawer.get_by_role("button", name="Plan action day").click()
    await expect(drawer).to_have_count(0)
    day = await day_of(noor, TITLE)
    assert len(day["parties"]) == len(COUNTRIES)
    for user in others(users, "NL"):
        await expect(user.page.get_by_role("link", name=TITLE)).to_have_count(0)
    await noor.turn_to(f"/operations/{day['id']}")
    await noor.page.get_by_role("button", name="Notify participants").click()
    await noor.page.get_by_role("dialog").get_by_role("button", name="Notify participants").click()
    for user in others(users, "NL"):
        await user.page.get_by_role("link", name=TITLE).click()
        await expect(user.page.get_by_role("heading", name=TITLE)).to_be_visible()
    return day


async def act(user: UserPage, code: str) -> None:
    """A party plans its action and chooses what the others see of it."""
    await user.page.get_by_role("button", name="Plan action", exact=True).click()
    drawer = user.page.get_by_role("dialog", name="Plan action")
    await drawer.get_by_role("textbox", name="Objective").fill(OBJECTIVES[code])
    await drawer.get_by_role("textbox", name="Place").fill(f"Harbour of {code}")
    await drawer.get_by_role("textbox", name="Type of authorisation").fill("Search warrant")
    await drawer.get_by_role("textbox", name="Reference", exact=True).fill(f"{code} 26/77")
    await drawer.get_by_text(COUNTRIES[code][2], exact=True).click()
    await drawer.get_by_role("button", name="Plan action", exact=True).click()
    await expect(drawer).to_have_count(0)
    await expect(row(user, OBJECTIVES[code])).to_be_visible()


def row(user: UserPage, objective: str) -> Locator:
    """An action on the plan."""
    return user.part("Actions").get_by_role("listitem").filter(has_text=objective)


async def need_to_know(users: UserPages, day: dict[str, Any]) -> dict[str, str]:
    """Each party plans an action; the others see what it shares. The numbers of the actions."""
    numbers = {}
    for code, user in users.items():
        await act(user, code)
        found = (await user.read(f"/operations/{day['id']}/actions"))["items"]
        (numbers[code],) = [one["number"] for one in found if one["party"] == code]
    for code, (_, _, sharing) in COUNTRIES.items():
        for user in others(users, code):
            lines = user.page.locator(f'li[data-number="{numbers[code]}"]')
            if sharing == "nothing":
                await expect(lines).to_have_count(0)
            else:
                await expect(lines).to_be_visible()
            await expect(user.page.get_by_text(OBJECTIVES[code])).to_have_count(int(sharing == "the complete plan"))
    await protect(users)
    return numbers


async def protect(users: UserPages) -> None:
    """Greece adds a person to the deconfliction list, for Spain alone."""
    await users["GR"].page.get_by_role("button", name="Add to deconfliction list").click()
    dialog = users["GR"].page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name="Person, place or account").fill("The chandler of Piraeus")
    await dialog.get_by_role("combobox", name="Visible to").press("ArrowDown")
    await users["GR"].page.get_by_role("option", name="ES · Spain").click()
    await users["GR"].page.keyboard.press("Tab")
    await dialog.get_by_role("textbox", name="Reason").fill("He speaks with us")
    await dialog.get_by_role("button", name="Add to deconfliction list").click()
    await expect(users["ES"].part("Deconfliction list").get_by_text("The chandler of Piraeus")).to_be_visible()
    for code in ("NL", "DE", "FR"):
        await expect(users[code].page.get_by_text("chandler")).to_have_count(0)


async def words(users: UserPages) -> None:
    """One party says no-go with a reason, which everybody reads; then all confirm GO."""
    greece = users["GR"].page
    await greece.get_by_role("button", name="No-go").click()
    await greece.get_by_role("dialog").get_by_role("textbox", name="Reason").fill("The ferry does not sail")
    await greece.get_by_role("dialog").get_by_role("button", name="No-go").click()
    for user in users.values():
        await expect(user.part("GO / No-go").get_by_text("The ferry does not sail")).to_be_visible()
    for user in users.values():
        await user.page.get_by_role("button", name="Confirm readiness", exact=True).click()
    for user in users.values():
        await expect(user.part("GO / No-go").locator('strong[data-word="go"]')).to_have_count(5)
        await expect(user.part("GO / No-go").get_by_text("The ferry does not sail")).to_have_count(0)


async def begin(users: UserPages, numbers: dict[str, str]) -> None:
    """The day begins, and all turn to the board."""
    for code, user in users.items():
        await row(user, OBJECTIVES[code]).get_by_role("button", name=f"{numbers[code]}: Mark as ready").click()
    await users["NL"].page.get_by_role("button", name="Begin action day", exact=True).click()
    await users["NL"].page.get_by_role("dialog").get_by_role("button", name="Begin action day").click()
    for user in users.values():
        await expect(user.page.get_by_role("main").get_by_text("In progress", exact=True)).to_be_visible()
        await user.page.get_by_role("link", name="Open board").click()
        await expect(user.page.get_by_role("timer")).to_contain_text("H")
        await expect(user.page.locator("section[data-word='go']")).to_have_count(5)


async def stand(users: UserPages, numbers: dict[str, str], code: str, to: str) -> None:
    """Everybody who sees the action sees it in this state."""
    for one, user in users.items():
        if one == code or COUNTRIES[code][2] != "nothing":
            await expect(state(user, numbers[code])).to_contain_text(to)


async def say(users: UserPages, numbers: dict[str, str], code: str, to: str) -> None:
    """A party brings its action to a state, and everybody sees it."""
    await press(users[code], numbers[code], STEPS[to])
    await stand(users, numbers, code, to)


async def cut_off_and_back(users: UserPages, numbers: dict[str, str], day: dict[str, Any]) -> None:
    """An entry of Greece waits without a network; its first answer is lost; it is recorded once."""
    greece, number, sent = users["GR"], numbers["GR"], []

    async def lose(route: Route) -> None:
        sent.append(route.request.post_data)
        if len(sent) > 1:
            await route.continue_()
        else:
            assert (await route.fetch()).ok
            await route.abort()

    await greece.page.context.set_offline(True)
    await press(greece, number, "Start action")
    await expect(greece.page.get_by_text("1 entry not sent yet")).to_be_visible()
    await expect(line(greece, number)).to_contain_text("waiting to be sent")
    online = {code: user for code, user in users.items() if code != "GR"}
    await say(online, numbers, "DE", "Executing")  # the others go on
    for user in others(users, "GR"):
        await expect(state(user, number)).to_contain_text("Go")
    await greece.page.route("**/moves", lose)
    await greece.page.context.set_offline(False)
    await expect(greece.page.get_by_text("not sent yet")).to_have_count(0)
    await stand(users, numbers, "GR", "Executing")
    await stand(users, numbers, "DE", "Executing")  # what it missed has come to it too
    await greece.page.unroute("**/moves")
    assert len(sent) > 1
    assert len(set(sent)) == 1, "the same words again"
    assert [one["state"] for one in await moves(greece, day, "GR")] == ["ready", "go", "executing"]
    last = (await moves(greece, day, "GR"))[-1]
    assert last["occurred_at"] < last["recorded_at"]


async def moves(user: UserPage, day: dict[str, Any], code: str) -> list[dict[str, Any]]:
    """The moves of a party's own action."""
    found = (await user.read(f"/operations/{day['id']}/actions"))["items"]
    (action,) = [one for one in found if one["party"] == code]
    return list(action["moves"])


async def started_again(users: UserPages, numbers: dict[str, str], day: dict[str, Any], server: Server) -> None:
    """The server stops and starts again; an entry made meanwhile is sent once, and all go on."""
    await asyncio.to_thread(server.stop)
    for user in users.values():
        await expect(user.page.get_by_role("region", name="Board").get_by_role("status")).to_contain_text("Last state")
    await press(users["DE"], numbers["DE"], "Finish action")
    await expect(users["DE"].page.get_by_text("1 entry not sent yet")).to_be_visible()
    await asyncio.to_thread(server.start)
    for user in users.values():
        await expect(user.page.get_by_role("region", name="Board").get_by_role("status")).to_contain_text("Live")
    await stand(users, numbers, "DE", "Done")
    await expect(users["DE"].page.get_by_text("not sent yet")).to_have_count(0)
    assert [one["state"] for one in await moves(users["DE"], day, "DE")] == ["ready", "go", "executing", "done"]
    for code in ("NL", "ES", "GR", "FR"):
        await say(users, numbers, code, "Done")


async def report(users: UserPages) -> None:
    """France reports from its plan; the others read it on the board."""
    await users["FR"].page.get_by_role("link", name="Back to plan").click()
    await users["FR"].page.get_by_role("textbox", name="New log entry").fill("Door opened in Lille, nobody hurt")
    await users["FR"].page.get_by_role("button", name="Add entry").click()
    for user in users.values():
        await expect(user.page.get_by_text("Door opened in Lille, nobody hurt")).to_be_visible()
    await users["FR"].page.get_by_role("link", name="Open board").click()


async def results(users: UserPages) -> None:
    """A result of Spain becomes an exhibit; the parties to which it is released see its link."""
    for user in users.values():
        await user.page.get_by_role("link", name="Back to plan").click()
    spain, words_ = users["ES"].page, FOUND
    found = users["ES"].part("Results")
    await found.get_by_role("textbox", name="Quantity").fill("3")
    await found.get_by_role("textbox", name="Description").fill(words_)
    await found.get_by_role("button", name="Record result").click()
    for user in users.values():
        await expect(user.part("Results").get_by_text(words_)).to_be_visible()
    await found.get_by_role("button", name="Register as exhibit").click()
    form = spain.get_by_role("dialog", name="Register exhibit")
    await expect(form.get_by_role("textbox", name="Title")).to_have_value(words_)
    for label, text in (("Acquired by", "Guardia"), ("Place", "Algeciras"), ("Legal basis", "Auto 26/77")):
        await form.get_by_role("textbox", name=label).fill(text)
    await share(spain, Netherlands="View and download", Germany="Metadata only")
    await form.get_by_role("button", name="Register and share with").click()
    await expect(spain.get_by_role("heading", name=words_)).to_be_visible()
    await spain.go_back()
    for code in ("ES", "NL", "DE"):
        await expect(users[code].part("Results").get_by_role("link")).to_be_visible()
    for code in ("FR", "GR"):
        await expect(users[code].part("Results").get_by_role("link")).to_have_count(0)


async def task(coordinator: UserPage, day: dict[str, Any]) -> None:
    """A coordinator makes a task of the result of Spain."""
    await coordinator.turn_to(f"/operations/{day['id']}")
    await coordinator.part("Results").get_by_role("button", name="Create task").click()
    giving = coordinator.page.get_by_role("dialog")
    await expect(giving.get_by_role("textbox", name="Title")).to_have_value(f"Seizure: {FOUND}")
    await giving.get_by_role("combobox", name="Assignee").click()
    await coordinator.page.get_by_role("option").filter(has_text="Daan").click()
    await giving.get_by_role("button", name="Create task").click()
    await expect(giving).to_have_count(0)


async def press_line(users: UserPages) -> None:
    """Each party approves the press statement, and again after a change; an embargo remains."""
    for writer, text in (("NL", "A relay was shut down."), ("FR", "A relay and its hosts were shut down.")):
        panel = users[writer].part("Joint press statement")
        await panel.get_by_role(
            "button", name="Write press statement" if writer == "NL" else "Edit press statement"
        ).click()
        await panel.get_by_role("textbox", name="Text").fill(text)
        await panel.get_by_role("button", name="Save").click()
        for user in users.values():
            await expect(user.part("Joint press statement").get_by_text(text)).to_be_visible()
            await expect(user.part("Joint press statement").get_by_text("awaiting approval")).to_be_visible()
        for user in users.values():
            await user.part("Joint press statement").get_by_role("button", name="Approve for my party").click()
        for user in users.values():
            await expect(user.part("Joint press statement").get_by_text("approved, under embargo")).to_be_visible()


async def debrief(users: UserPages) -> None:
    """The day is closed; each party writes what it learned and reads the others."""
    await users["NL"].page.get_by_role("main").get_by_role("button", name="Close action day", exact=True).click()
    await users["NL"].page.get_by_role("dialog").get_by_role("button", name="Close action day").click()
    for code, user in users.items():
        own = user.part("Debrief").get_by_role("textbox", name="Debrief of your party")
        await own.fill(f"{code} learned to wait for the second car.")
        await user.part("Debrief").get_by_role("button", name="Save").click()
    for code, user in users.items():
        for one in COUNTRIES:
            if one != code:
                said = user.part("Debrief").get_by_text(f"{one} learned to wait")
                await expect(said).to_be_visible()


async def on_paper(user: UserPage, to: Path, has: Collection[str], lacks: Collection[str]) -> None:
    """The printed plan contains what its reader sees, and nothing of the page around it."""
    await user.page.emulate_media(media="print")
    await expect(user.page.get_by_role("button").locator("visible=true")).to_have_count(0)
    await expect(user.page.get_by_role("navigation").locator("visible=true")).to_have_count(0)
    await user.page.pdf(path=to / "plan.pdf", format="A4")
    await user.page.emulate_media(media="screen")
    with pikepdf.open(to / "plan.pdf") as document:
        assert len(document.pages) > 0
    pages = pypdfium2.PdfDocument(to / "plan.pdf")
    text = " ".join("".join(page.get_textpage().get_text_range() for page in pages).split())
    for words_ in has:
        assert words_ in text
    for words_ in lacks:
        assert words_ not in text


@pytest.fixture
def patient() -> Iterator[None]:
    """Longer timeouts: five pages and a restart of the server on a busy machine."""
    expect.set_options(timeout=6 * EXPECTED)
    yield
    expect.set_options(timeout=EXPECTED)


@pytest.fixture
def five(serve: Serve) -> Server:
    """A server of its own, whose first team has five countries."""
    server = serve(LIAISON_DEMO="1")
    joined(server)
    return server


@pytest.mark.soak
@pytest.mark.usefixtures("patient")
async def test_action_day_of_five_countries_survives_a_restart_of_the_server(
    five: Server, windows: Windows, tmp_path: Path
) -> None:
    users = {
        code: await open_signed_in(windows, five, email, team=LANTERN, zone=zone)
        for code, (email, zone, _) in COUNTRIES.items()
    }
    day = await plan(users)
    async with unbroken(users):
        numbers = await need_to_know(users, day)
        await words(users)
        await begin(users, numbers)
        for code in COUNTRIES:
            await say(users, numbers, code, "Go")
        for code in ("NL", "FR", "ES"):
            await say(users, numbers, code, "Executing")
        await cut_off_and_back(users, numbers, day)
        await report(users)
        await started_again(users, numbers, day, five)
        await results(users)
        await task(await open_signed_in(windows, five, "coordinator@nl.demo"), day)
        await press_line(users)
        await debrief(users)
    hidden = [OBJECTIVES["FR"], OBJECTIVES["DE"], "chandler", "Open the board", "T\u2212"]
    await on_paper(users["NL"], tmp_path, [TITLE, OBJECTIVES["NL"], OBJECTIVES["ES"], "NL 26/77"], hidden)
    for words_ in LOST_NETWORK:
        windows.forgive(words_)
