"""Every screen of the page as a walk, in either language: who looks, and how one gets there. Not here: what is asked of each."""

import re
from collections.abc import Awaitable, Callable
from typing import Any, Final

from playwright.async_api import Locator, expect

from tests.support.pages.user_page import Desk

LAMPKIT: Final = "Stick LAMPKIT from the rack of the front server, image"
Screens = dict[str, Callable[[Desk], Awaitable[None]]]

#: What the walk looks for, as the page says it in French.
_FRENCH: Final = {
    "Exhibits": "Pièces",
    "No exhibit matches": "Aucune pièce ne correspond",
    "Files": "Fichiers",
    "Custody": "Traçabilité",
    "Open": "Consulter",
    "View": "Consulter",
    "Sharing": "Communication",
    "Continue to sharing": "Continuer vers la communication",
    "Justification": "Motif",
    "Share with": "Communiquer à",
    "Save": "Enregistrer",
    "Register exhibit": "Enregistrer une pièce",
    "Register": "Enregistrer",
    "Correct the marked fields": "Corrigez les champs signalés",
    "Entries": "Inscriptions",
    "More": "Plus",
    "Catch-up summary": "Depuis votre dernière connexion",
    "Working hours": "Heures de travail",
    "Find a meeting time": "Trouver un créneau",
    "Subscribe to calendar": "S\u2019abonner au calendrier",
    "Plan action": "Prévoir une action",
    "Create draft": "Créer le projet",
    "Recognise identifiers": "Reconnaître les identifiants",
    "Show routes": "Afficher les voies",
    "Country cards": "Fiches pays",
}


def says(desk: Desk, english: str) -> str:
    """The page's own words for this."""
    return english if desk.language == "en" else _FRENCH[english]


def button(desk: Desk, english: str) -> Locator:
    return desk.page.get_by_role("button", name=says(desk, english), exact=True)


async def evidence(desk: Desk) -> None:
    await desk.turn_to("/evidence")
    grid = desk.page.get_by_role("grid", name=says(desk, "Exhibits"))
    await expect(grid.get_by_role("row").nth(1)).to_be_visible()


async def nothing_found(desk: Desk) -> None:
    await desk.turn_to("/evidence?q=no such exhibit")
    await expect(desk.page.get_by_text(says(desk, "No exhibit matches"))).to_be_visible()


async def exhibit(desk: Desk) -> None:
    (found,) = (await desk.read(f"/evidence?q={LAMPKIT}"))["items"]
    await desk.turn_to(f"/evidence/{found['id']}?tab=files")
    await expect(desk.part(says(desk, "Files")).get_by_role("row").nth(1)).to_be_visible()


async def opening(desk: Desk) -> None:
    await exhibit(desk)
    await button(desk, "View").click()
    await expect(desk.page.get_by_role("textbox", name=says(desk, "Justification"))).to_be_visible()


async def viewer(desk: Desk) -> None:
    await opening(desk)
    dialog = desk.page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name=says(desk, "Justification")).fill("Looking at the page")
    if await (text := dialog.get_by_role("checkbox")).count():
        await text.check()
    await dialog.get_by_role("button", name=says(desk, "View"), exact=True).click()
    await expect(desk.page.get_by_role("region", name="LAMPKIT.acquisition.txt, page 1")).to_be_visible(timeout=20_000)


async def release(desk: Desk) -> None:
    await exhibit(desk)
    await desk.tab(says(desk, "Sharing"))
    panel = desk.page.get_by_role("tabpanel")
    await panel.get_by_role("button", name=says(desk, "Share with")).last.click()
    await expect(desk.page.get_by_role("dialog").get_by_role("button", name=says(desk, "Save"))).to_be_visible()


async def registering(desk: Desk) -> None:
    await evidence(desk)
    await button(desk, "Register exhibit").click()
    await desk.page.get_by_role("dialog").get_by_role("button", name=says(desk, "Continue to sharing")).click()
    await expect(desk.page.get_by_text(says(desk, "Correct the marked fields"))).to_be_visible()


async def audit(desk: Desk) -> None:
    await desk.turn_to("/audit")
    await expect(desk.part(says(desk, "Entries")).get_by_role("row").nth(1)).to_be_visible()


async def tasks(desk: Desk) -> None:
    await desk.turn_to("/tasks?closed=true")
    await expect(desk.page.locator("main [data-task]").first).to_be_visible()


async def task(desk: Desk) -> None:
    (found,) = (await desk.read("/tasks?q=Compare the sign-ins"))["items"]
    await desk.turn_to(f"/tasks/{found['id']}")
    await expect(desk.page.locator("main").get_by_text("begins an hour later").first).to_be_visible()


async def messages(desk: Desk) -> None:
    everybody = next(one["id"] for one in (await desk.read("/channels"))["items"] if one["whole"])
    await desk.turn_to(f"/messages/{everybody}")
    await expect(desk.page.get_by_role("log").get_by_text("Action day is set").first).to_be_visible()


async def alerts(desk: Desk) -> None:
    await desk.turn_to("/alerts")
    await expect(desk.page.locator("main").get_by_role("listitem").first).to_be_visible()


async def situation(desk: Desk) -> None:
    await desk.turn_to("")
    await expect(desk.page.locator("main").get_by_role("listitem").first).to_be_visible()
    await expect(desk.page.locator("main time").first).to_be_visible()


async def board_of_tasks(desk: Desk) -> None:
    await desk.turn_to("/tasks?view=board")
    await expect(desk.page.locator("main").get_by_role("listitem").first).to_be_visible()


async def calendar(desk: Desk) -> None:
    await desk.turn_to("/tasks?view=calendar")
    await expect(desk.page.locator("main ol > li").first).to_be_visible()
    await desk.page.wait_for_load_state("networkidle")


async def calendar_feeds(desk: Desk) -> None:
    await desk.turn_to("/tasks")
    await button(desk, "Subscribe to calendar").click()
    await expect(desk.page.get_by_role("dialog").get_by_role("textbox").first).to_be_visible()


async def briefing(desk: Desk) -> None:
    await situation(desk)
    # its name goes on with what is new, once that is known: no exact name would do
    slept = desk.part(says(desk, "Catch-up summary"))
    await slept.get_by_role("button").first.click()
    await expect(slept.get_by_role("radiogroup")).to_be_visible()


async def hours(desk: Desk) -> None:
    await situation(desk)
    await button(desk, "Working hours").click()
    await expect(desk.page.get_by_role("dialog").get_by_role("textbox").first).to_be_visible()


async def meeting(desk: Desk) -> None:
    await situation(desk)
    await button(desk, "Find a meeting time").click()
    await expect(desk.page.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()


async def notifications(desk: Desk) -> None:
    await situation(desk)
    await desk.page.locator("main").focus()
    await desk.page.keyboard.press("b")
    await expect(desk.page.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()


async def operations(desk: Desk) -> None:
    await desk.turn_to("/operations")
    await expect(desk.page.get_by_role("link", name="Lantern out", exact=True)).to_be_visible()


async def operation(desk: Desk) -> None:
    days = (await desk.read("/operations"))["items"]
    await desk.turn_to(f"/operations/{next(one['id'] for one in days if one['title'] == 'Lantern out')}")
    await expect(desk.page.locator("main li[data-number]").first).to_be_visible()
    await desk.page.wait_for_load_state("networkidle")


async def planning(desk: Desk) -> None:
    await operation(desk)
    await button(desk, "Plan action").click()
    await expect(desk.page.get_by_role("dialog").get_by_role("textbox").first).to_be_visible()


async def wall(desk: Desk) -> None:
    await operation(desk)
    await desk.turn_to(f"{desk.page.url.partition(desk.jit)[2]}/board")
    await expect(desk.page.get_by_role("timer")).to_be_visible()
    await expect(desk.page.locator("li[data-number]").first).to_be_visible()


async def members(desk: Desk) -> None:
    await desk.turn_to("/members")
    await expect(desk.page.get_by_text("noor@nl.demo")).to_be_visible()


async def access(desk: Desk) -> None:
    await desk.turn_to("/access")
    await expect(desk.page.locator("main").get_by_role("table").or_(desk.page.locator("main li")).first).to_be_visible()


async def consents(desk: Desk) -> None:
    await desk.turn_to("/consents")
    await expect(desk.page.locator("main").get_by_role("listitem").first).to_be_visible()


async def copies(desk: Desk) -> None:
    await desk.turn_to("/copies")
    await expect(desk.page.locator("main").get_by_text("7741 Js 118/26").first).to_be_visible()


#: Sends JSON by the session of the page, and returns the JSON of the answer.
_POST: Final = """async ([path, body]) => (await fetch(path, { method: "POST", body: JSON.stringify(body),
    headers: { "Content-Type": "application/json" } })).json()"""
_WALKED: Final = "Mailbox of the marketplace for the walk"


async def _request(desk: Desk) -> str:
    """The id of a request with preserved data and a step of transmission, which is made once."""
    if found := (await desk.read(f"/requests?q={_WALKED}"))["items"]:
        return str(found[0]["id"])

    async def post(rest: str, body: dict[str, Any]) -> dict[str, Any]:
        return dict(await desk.page.evaluate(_POST, [f"/api/jits/{desk.jit}/requests{rest}", body]))

    item = {
        "kind": "data",
        "data_category": "CONTENT",
        "identifier_kind": "email",
        "identifier": "walk@lantern.example",
    }
    asked = {
        "direction": "out",
        "instrument": "BUDAPEST_29",
        "to": {"country": "US"},
        "title": _WALKED,
        "items": [item],
    }
    made = await post("", asked)
    at = f"/{made['id']}"
    await post(f"{at}/moves", {"to": "SENT"})
    await post(f"{at}/items/{made['items'][0]['id']}/moves", {"to": "preserved"})
    await post(f"{at}/hops", {"authority": "Department of Justice", "country": "US", "contact": "Duty officer"})
    return str(made["id"])


async def requests(desk: Desk) -> None:
    await _request(desk)
    await desk.turn_to("/requests")
    await expect(desk.page.locator("main").get_by_role("link", name=_WALKED)).to_be_visible()


async def request(desk: Desk) -> None:
    await desk.turn_to(f"/requests/{await _request(desk)}")
    await expect(desk.page.get_by_role("heading", name=_WALKED)).to_be_visible()
    await expect(desk.page.locator("main").get_by_text("Duty officer").first).to_be_visible()
    await desk.page.wait_for_load_state("networkidle")


async def filled_form(desk: Desk) -> None:
    await desk.turn_to(f"/requests/{await _request(desk)}/form")
    await expect(desk.page.get_by_role("heading", level=1)).to_be_visible()
    await expect(desk.page.locator("main").get_by_role("textbox").first).to_be_visible()


_WANTED: Final = "Walker"


async def _notice(desk: Desk) -> str:
    """The id of a draft of a notice with an answered question, which is made once."""
    if found := (await desk.read(f"/notices?q={_WANTED}"))["items"]:
        return str(found[0]["id"])

    async def post(rest: str, body: dict[str, Any]) -> dict[str, Any]:
        return dict(await desk.page.evaluate(_POST, [f"/api/jits/{desk.jit}/notices{rest}", body]))

    made = await post("", {"kind": "GREEN", "family_name": _WANTED, "ncb": "NCB The Hague", "birth_date": "1985-03-12"})
    answer = {"question": "compliance.quality", "answer": "yes", "reason": "Compared with the file"}
    await post(f"/{made['id']}/checks", answer)
    return str(made["id"])


async def notices(desk: Desk) -> None:
    await _notice(desk)
    await desk.turn_to("/notices")
    await expect(desk.page.locator("main").get_by_role("link", name=_WANTED)).to_be_visible()


async def notice(desk: Desk) -> None:
    await desk.turn_to(f"/notices/{await _notice(desk)}")
    await expect(desk.page.get_by_role("heading", name=_WANTED)).to_be_visible()
    await desk.page.wait_for_load_state("networkidle")


async def notice_form(desk: Desk) -> None:
    await desk.turn_to(f"/notices/{await _notice(desk)}/edit")
    await expect(desk.page.get_by_role("heading", name=_WANTED)).to_be_visible()


async def notice_import(desk: Desk) -> None:
    await desk.turn_to("/notices/import")
    await expect(desk.page.get_by_role("heading", level=1)).to_be_visible()


async def expiring(desk: Desk) -> None:
    await _request(desk)
    await desk.turn_to("/expiring")
    await expect(desk.page.locator("main").get_by_text("walk@lantern.example").first).to_be_visible()


async def reciprocity(desk: Desk) -> None:
    await _request(desk)
    await desk.turn_to("/reciprocity")
    await expect(desk.page.locator("main").get_by_role("row").nth(1)).to_be_visible()


async def hearing(desk: Desk) -> None:
    """A hearing of the demonstration, with its checklist."""
    await desk.turn_to("/hearings")
    named = desk.page.locator("main").get_by_role("list").get_by_role("link").first
    title = await named.inner_text()
    await named.click()
    await expect(desk.page.get_by_role("heading", name=title)).to_be_visible()
    await desk.page.wait_for_load_state("networkidle")


async def request_form(desk: Desk) -> None:
    await desk.turn_to("/requests/new")
    await button(desk, "Create draft").click()
    await expect(desk.page.get_by_role("alert").first).to_be_visible()


async def identifiers(desk: Desk) -> None:
    await desk.turn_to("/identifiers")
    await desk.page.get_by_role("textbox").first.fill("203.0.113.70:443 14.03.2026 11:22\nDE89370400440532013001")
    await button(desk, "Recognise identifiers").click()
    await desk.page.get_by_role("checkbox").first.check()
    await desk.page.wait_for_load_state("networkidle")


async def adviser(desk: Desk) -> None:
    await desk.turn_to("/routes")
    await desk.page.locator("main").get_by_role("combobox").nth(1).click()
    await desk.page.get_by_role("option").first.click()
    await button(desk, "Show routes").click()
    await expect(desk.page.locator("main dl").first).to_be_visible()


async def directory(desk: Desk) -> None:
    await desk.turn_to("/directory")
    await desk.page.get_by_text(says(desk, "Country cards"), exact=True).click()
    await desk.page.locator("main summary").first.click()
    await expect(desk.page.locator("main dl").first).to_be_visible()


async def at_the_search(desk: Desk) -> None:
    await desk.page.goto(f"/jits/{desk.jit}/at-the-search")  # a document of its own, which may use the camera
    await expect(
        desk.page.get_by_role("button", name=re.compile("New item|Nouvel objet|Nouvel élément"))
    ).to_be_visible()


async def teams(desk: Desk) -> None:
    await desk.page.goto("/teams")
    await expect(desk.page.get_by_role("link", name="Operation Lantern")).to_be_visible()


async def account(desk: Desk) -> None:
    await desk.page.goto("/account")
    await expect(desk.page.locator("main").get_by_text("noor@nl.demo")).to_be_visible()
    await expect(desk.page.get_by_text("127.0.0.1").first).to_be_visible()


async def invitation(desk: Desk) -> None:
    await desk.page.goto("/invitation")
    await expect(desk.page.get_by_role("heading", level=1)).to_be_visible()


SCREENS: Final[Screens] = {
    "evidence": evidence,
    "nothing found": nothing_found,
    "exhibit": exhibit,
    "opening": opening,
    "viewer": viewer,
    "release": release,
    "registering": registering,
    "audit": audit,
    "situation": situation,
    "tasks": tasks,
    "task": task,
    "messages": messages,
    "members": members,
    "access": access,
    "consents": consents,
    "copies": copies,
    "requests": requests,
    "request": request,
    "request form": request_form,
    "filled form": filled_form,
    "notices": notices,
    "notice": notice,
    "notice form": notice_form,
    "notice import": notice_import,
    "expiring": expiring,
    "hearing": hearing,
    "identifiers": identifiers,
    "route adviser": adviser,
    "directory": directory,
    "reciprocity": reciprocity,
    "alerts": alerts,
    "at the search": at_the_search,
    "teams": teams,
    "account": account,
    "invitation": invitation,
}
#: Of who works together live, beside the list of tasks and the messages.
LIVE: Final[Screens] = {
    "board of tasks": board_of_tasks,
    "calendar": calendar,
    "calendar feeds": calendar_feeds,
    "briefing": briefing,
    "hours": hours,
    "meeting": meeting,
    "notifications": notifications,
    "operations": operations,
    "operation": operation,
    "planning": planning,
    "wall": wall,
}


def _empty(path: str) -> Callable[[Desk], Awaitable[None]]:
    async def turn_to(desk: Desk) -> None:
        await desk.turn_to(path)
        await expect(desk.page.locator("main").get_by_role("heading").first).to_be_visible()
        await desk.page.wait_for_load_state("networkidle")

    return turn_to


#: Of a team in which nothing happened yet, to its leader and administrator.
EMPTY: Final[Screens] = {
    name: _empty("" if name == "situation" else f"/{name}")
    for name in (
        "situation",
        "evidence",
        "tasks",
        "messages",
        "operations",
        "members",
        "access",
        "consents",
        "copies",
        "requests",
        "notices",
        "expiring",
        "reciprocity",
        "hearings",
        "verifications",
        "audit",
    )
}
