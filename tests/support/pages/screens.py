"""How to reach every screen of the page, in either language. Not here: what is checked there."""

import re
from collections.abc import Awaitable, Callable
from typing import Any, Final

from playwright.async_api import Locator, expect

from tests.support.pages.user_page import UserPage

LAMPKIT: Final = "Stick LAMPKIT from the rack of the front server, image"
Screens = dict[str, Callable[[UserPage], Awaitable[None]]]

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
    "Catch-up summary": "Depuis votre dernière lecture",
    "Working hours": "Heures de travail",
    "Find a meeting time": "Trouver un créneau",
    "Subscribe to calendar": "S\u2019abonner au calendrier",
    "Plan action": "Prévoir une action",
    "Create draft": "Créer le projet",
    "Recognise identifiers": "Reconnaître les identifiants",
    "Show routes": "Afficher les voies",
    "Country cards": "Fiches pays",
}


def says(user: UserPage, english: str) -> str:
    """The page's own words for this."""
    return english if user.language == "en" else _FRENCH[english]


def button(user: UserPage, english: str) -> Locator:
    return user.page.get_by_role("button", name=says(user, english), exact=True)


async def evidence(user: UserPage) -> None:
    await user.turn_to("/evidence")
    grid = user.page.get_by_role("grid", name=says(user, "Exhibits"))
    await expect(grid.get_by_role("row").nth(1)).to_be_visible()


async def nothing_found(user: UserPage) -> None:
    await user.turn_to("/evidence?q=no such exhibit")
    await expect(user.page.get_by_text(says(user, "No exhibit matches"))).to_be_visible()


async def exhibit(user: UserPage) -> None:
    (found,) = (await user.read(f"/evidence?q={LAMPKIT}"))["items"]
    await user.turn_to(f"/evidence/{found['id']}?tab=files")
    await expect(user.part(says(user, "Files")).get_by_role("row").nth(1)).to_be_visible()


async def opening(user: UserPage) -> None:
    await exhibit(user)
    await button(user, "View").click()
    await expect(user.page.get_by_role("textbox", name=says(user, "Justification"))).to_be_visible()


async def viewer(user: UserPage) -> None:
    await opening(user)
    dialog = user.page.get_by_role("dialog")
    await dialog.get_by_role("textbox", name=says(user, "Justification")).fill("Looking at the page")
    if await (text := dialog.get_by_role("checkbox")).count():
        await text.check()
    await dialog.get_by_role("button", name=says(user, "View"), exact=True).click()
    await expect(user.page.get_by_role("region", name="LAMPKIT.acquisition.txt, page 1")).to_be_visible(timeout=20_000)


async def release(user: UserPage) -> None:
    await exhibit(user)
    await user.tab(says(user, "Sharing"))
    panel = user.page.get_by_role("tabpanel")
    await panel.get_by_role("button", name=says(user, "Share with")).last.click()
    await expect(user.page.get_by_role("dialog").get_by_role("button", name=says(user, "Save"))).to_be_visible()


async def registering(user: UserPage) -> None:
    await evidence(user)
    await button(user, "Register exhibit").click()
    await user.page.get_by_role("dialog").get_by_role("button", name=says(user, "Continue to sharing")).click()
    await expect(user.page.get_by_text(says(user, "Correct the marked fields"))).to_be_visible()


async def audit(user: UserPage) -> None:
    await user.turn_to("/audit")
    await expect(user.part(says(user, "Entries")).get_by_role("row").nth(1)).to_be_visible()


async def tasks(user: UserPage) -> None:
    await user.turn_to("/tasks?closed=true")
    await expect(user.page.locator("main [data-task]").first).to_be_visible()


async def task(user: UserPage) -> None:
    (found,) = (await user.read("/tasks?q=Compare the sign-ins"))["items"]
    await user.turn_to(f"/tasks/{found['id']}")
    await expect(user.page.locator("main").get_by_text("begins an hour later").first).to_be_visible()


async def messages(user: UserPage) -> None:
    everybody = next(one["id"] for one in (await user.read("/channels"))["items"] if one["whole"])
    await user.turn_to(f"/messages/{everybody}")
    await expect(user.page.get_by_role("log").get_by_text("Action day is set").first).to_be_visible()


async def alerts(user: UserPage) -> None:
    await user.turn_to("/alerts")
    await expect(user.page.locator("main > :not(nav)").get_by_role("listitem").first).to_be_visible()


async def situation(user: UserPage) -> None:
    await user.turn_to("")
    await expect(user.page.locator("main").get_by_role("listitem").first).to_be_visible()
    await expect(user.page.locator("main time").first).to_be_visible()


async def board_of_tasks(user: UserPage) -> None:
    await user.turn_to("/tasks?view=board")
    await expect(user.page.locator("main").get_by_role("listitem").first).to_be_visible()


async def calendar(user: UserPage) -> None:
    await user.turn_to("/calendar")
    await expect(user.page.locator("main ol > li").first).to_be_visible()
    await user.page.wait_for_load_state("networkidle")


async def calendar_feeds(user: UserPage) -> None:
    await user.turn_to("/tasks")
    await button(user, "Subscribe to calendar").click()
    await expect(user.page.get_by_role("dialog").get_by_role("textbox").first).to_be_visible()


async def briefing(user: UserPage) -> None:
    await situation(user)
    # its name goes on with what is new, once that is known: no exact name would do
    slept = user.part(says(user, "Catch-up summary"))
    await slept.get_by_role("button").first.click()
    await expect(slept.get_by_role("radiogroup")).to_be_visible()


async def hours(user: UserPage) -> None:
    await situation(user)
    await button(user, "Working hours").click()
    await expect(user.page.get_by_role("dialog").get_by_role("textbox").first).to_be_visible()


async def meeting(user: UserPage) -> None:
    await situation(user)
    await button(user, "Find a meeting time").click()
    await expect(user.page.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()


async def notifications(user: UserPage) -> None:
    await situation(user)
    await user.page.locator("main").focus()
    await user.page.keyboard.press("b")
    await expect(user.page.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()


async def operations(user: UserPage) -> None:
    await user.turn_to("/operations")
    await expect(user.page.get_by_role("link", name="Lantern out", exact=True)).to_be_visible()


async def operation(user: UserPage) -> None:
    days = (await user.read("/operations"))["items"]
    await user.turn_to(f"/operations/{next(one['id'] for one in days if one['title'] == 'Lantern out')}")
    await expect(user.page.locator("main li[data-number]").first).to_be_visible()
    await user.page.wait_for_load_state("networkidle")


async def planning(user: UserPage) -> None:
    await operation(user)
    await button(user, "Plan action").click()
    await expect(user.page.get_by_role("dialog").get_by_role("textbox").first).to_be_visible()


async def wall(user: UserPage) -> None:
    await operation(user)
    await user.turn_to(f"{user.page.url.partition(user.jit)[2]}/board")
    await expect(user.page.get_by_role("timer")).to_be_visible()
    await expect(user.page.locator("li[data-number]").first).to_be_visible()


async def members(user: UserPage) -> None:
    await user.turn_to("/members")
    await expect(user.page.get_by_text("noor@nl.demo")).to_be_visible()


async def access(user: UserPage) -> None:
    await user.turn_to("/access")
    await expect(user.page.locator("main").get_by_role("table").or_(user.page.locator("main li")).first).to_be_visible()


async def consents(user: UserPage) -> None:
    await user.turn_to("/consents")
    await expect(user.page.locator("main > :not(nav)").get_by_role("listitem").first).to_be_visible()


async def copies(user: UserPage) -> None:
    await user.turn_to("/copies")
    await expect(user.page.locator("main").get_by_text("7741 Js 118/26").first).to_be_visible()


#: Sends JSON by the session of the page, and returns the JSON of the answer.
_POST: Final = """async ([path, body]) => (await fetch(path, { method: "POST", body: JSON.stringify(body),
    headers: { "Content-Type": "application/json" } })).json()"""
_WALKED: Final = "Mailbox of the marketplace for the walk"


async def _request(user: UserPage) -> str:
    """The id of a request with preserved data and a step of transmission, which is made once."""
    if found := (await user.read(f"/requests?q={_WALKED}"))["items"]:
        return str(found[0]["id"])

    async def post(rest: str, body: dict[str, Any]) -> dict[str, Any]:
        return dict(await user.page.evaluate(_POST, [f"/api/jits/{user.jit}/requests{rest}", body]))

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


async def requests(user: UserPage) -> None:
    await _request(user)
    await user.turn_to("/requests")
    await expect(user.page.locator("main").get_by_role("link", name=_WALKED)).to_be_visible()


async def request(user: UserPage) -> None:
    await user.turn_to(f"/requests/{await _request(user)}")
    await expect(user.page.get_by_role("heading", name=_WALKED)).to_be_visible()
    await expect(user.page.locator("main").get_by_text("Duty officer").first).to_be_visible()
    await user.page.wait_for_load_state("networkidle")


async def filled_form(user: UserPage) -> None:
    await user.turn_to(f"/requests/{await _request(user)}/form")
    await expect(user.page.get_by_role("heading", level=1)).to_be_visible()
    await expect(user.page.locator("main").get_by_role("textbox").first).to_be_visible()


_WANTED: Final = "Walker"


async def _notice(user: UserPage) -> str:
    """The id of a draft of a notice with an answered question, which is made once."""
    if found := (await user.read(f"/notices?q={_WANTED}"))["items"]:
        return str(found[0]["id"])

    async def post(rest: str, body: dict[str, Any]) -> dict[str, Any]:
        return dict(await user.page.evaluate(_POST, [f"/api/jits/{user.jit}/notices{rest}", body]))

    made = await post("", {"kind": "GREEN", "family_name": _WANTED, "ncb": "NCB The Hague", "birth_date": "1985-03-12"})
    answer = {"question": "compliance.quality", "answer": "yes", "reason": "Compared with the file"}
    await post(f"/{made['id']}/checks", answer)
    return str(made["id"])


async def notices(user: UserPage) -> None:
    await _notice(user)
    await user.turn_to("/notices")
    await expect(user.page.locator("main").get_by_role("link", name=_WANTED)).to_be_visible()


async def notice(user: UserPage) -> None:
    await user.turn_to(f"/notices/{await _notice(user)}")
    await expect(user.page.get_by_role("heading", name=_WANTED)).to_be_visible()
    await user.page.wait_for_load_state("networkidle")


async def notice_form(user: UserPage) -> None:
    await user.turn_to(f"/notices/{await _notice(user)}/edit")
    await expect(user.page.get_by_role("heading", name=_WANTED)).to_be_visible()


async def notice_import(user: UserPage) -> None:
    await user.turn_to("/notices/import")
    await expect(user.page.get_by_role("heading", level=1)).to_be_visible()


async def expiring(user: UserPage) -> None:
    await _request(user)
    await user.turn_to("/expiring")
    await expect(user.page.locator("main").get_by_text("walk@lantern.example").first).to_be_visible()


async def reciprocity(user: UserPage) -> None:
    await _request(user)
    await user.turn_to("/reciprocity")
    await expect(user.page.locator("main").get_by_role("row").nth(1)).to_be_visible()


async def hearing(user: UserPage) -> None:
    """A hearing of the demonstration, with its checklist."""
    await user.turn_to("/hearings")
    named = user.page.locator("main > :not(nav)").get_by_role("list").get_by_role("link").first
    title = await named.inner_text()
    await named.click()
    await expect(user.page.get_by_role("heading", name=title)).to_be_visible()
    await user.page.wait_for_load_state("networkidle")


async def request_form(user: UserPage) -> None:
    await user.turn_to("/requests/new")
    await button(user, "Create draft").click()
    await expect(user.page.get_by_role("alert").first).to_be_visible()


async def identifiers(user: UserPage) -> None:
    await user.turn_to("/identifiers")
    await user.page.get_by_role("textbox").first.fill("203.0.113.70:443 14.03.2026 11:22\nDE89370400440532013001")
    await button(user, "Recognise identifiers").click()
    await user.page.get_by_role("checkbox").first.check()
    await user.page.wait_for_load_state("networkidle")


async def adviser(user: UserPage) -> None:
    await user.turn_to("/routes")
    await user.page.locator("main").get_by_role("combobox").nth(1).click()
    await user.page.get_by_role("option").first.click()
    await button(user, "Show routes").click()
    await expect(user.page.locator("main dl").first).to_be_visible()


async def directory(user: UserPage) -> None:
    await user.turn_to("/directory")
    await user.page.get_by_text(says(user, "Country cards"), exact=True).click()
    await user.page.locator("main summary").first.click()
    await expect(user.page.locator("main dl").first).to_be_visible()


async def at_the_search(user: UserPage) -> None:
    await user.page.goto(f"/jits/{user.jit}/at-the-search")  # a document of its own, which may use the camera
    await expect(
        user.page.get_by_role("button", name=re.compile("New item|Nouvel objet|Nouvel élément"))
    ).to_be_visible()


async def teams(user: UserPage) -> None:
    await user.page.goto("/teams")
    await expect(user.page.get_by_role("link", name="Operation Lantern")).to_be_visible()


async def account(user: UserPage) -> None:
    await user.page.goto("/account")
    await expect(user.page.locator("main").get_by_text("noor@nl.demo")).to_be_visible()
    await expect(user.page.get_by_text("127.0.0.1").first).to_be_visible()


async def invitation(user: UserPage) -> None:
    await user.page.goto("/invitation")
    await expect(user.page.get_by_role("heading", level=1)).to_be_visible()


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


def _empty(path: str) -> Callable[[UserPage], Awaitable[None]]:
    async def turn_to(user: UserPage) -> None:
        await user.turn_to(path)
        await expect(user.page.locator("main").get_by_role("heading").first).to_be_visible()
        await user.page.wait_for_load_state("networkidle")

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
