"""Legal requests for tests, through the API: created, moved, released.

`create`, `sent` and `received` demand success and give the view. The others give the answer, whatever it is.
"""

from datetime import timedelta
from typing import Any

import httpx

from app import clock
from tests.factories import evidence as exhibits
from tests.factories.team import Team, read_json


def item(**changes: Any) -> dict[str, Any]:
    """Subscriber data of an IP address."""
    return {
        "kind": "data",
        "data_category": "SUBSCRIBER",
        "identifier_kind": "ip",
        "identifier": "203.0.113.7",
        "from": "2026-05-16T09:00:00Z",
        "until": "2026-05-16T10:00:00Z",
    } | changes


def form(**changes: Any) -> dict[str, Any]:
    """A preservation request to the United States, as the public API documents it."""
    return {
        "direction": "out",
        "instrument": "BUDAPEST_29",
        "to": {"country": "US", "authority": None},
        "reference": "ROT-2026-114",
        "urgent": False,
        "items": [item()],
        "facts": "Sign-ins to the panel of the marketplace.",
        "offence": "Computer fraud",
        "legal_basis": "Budapest Convention, Article 29",
    } | changes


def incoming_form(**changes: Any) -> dict[str, Any]:
    """A Swiss request for assistance that has arrived."""
    return {
        "direction": "in",
        "instrument": "MLA_LOR",
        "from": {"country": "CH", "authority": "Public prosecutor's office, Zürich"},
        "items": [{"kind": "hearing", "description": "Hearing of the tenant of the storage unit"}],
    } | changes


async def try_create(team: Team, who: str = "noor", **changes: Any) -> httpx.Response:
    """Try to draft a request."""
    return await team.client(who).post(team.path("/requests"), json=form(**changes))


async def create(team: Team, who: str = "noor", **changes: Any) -> dict[str, Any]:
    """A draft."""
    return read_json(await try_create(team, who, **changes), 201)


#: An instrument that does not apply yet, or does not apply between the two States, is sent in spite of that by a leader.
DESPITE = {"despite": True, "reason": "An exercise"}


async def sent(team: Team, who: str = "noor", despite: bool = False, **changes: Any) -> dict[str, Any]:
    """A request that was sent; `despite`: by a leader despite grounds against it."""
    given = DESPITE if despite else {}
    return read_json(await move(team, who, await create(team, who, **changes), "SENT", **given))


async def received(team: Team, who: str = "noor", **changes: Any) -> dict[str, Any]:
    """An incoming request."""
    return read_json(await team.client(who).post(team.path("/requests"), json=incoming_form(**changes)), 201)


def place(team: Team, request: dict[str, Any], rest: str = "") -> str:
    """A path below a request."""
    return team.path(f"/requests/{request['id']}{rest}")


async def see(team: Team, who: str, request: dict[str, Any]) -> httpx.Response:
    """The request, read by somebody."""
    return await team.client(who).get(place(team, request))


async def seen(team: Team, who: str, request: dict[str, Any]) -> dict[str, Any]:
    """The same, by somebody who sees it."""
    return read_json(await see(team, who, request))


async def listed(team: Team, who: str = "noor", query: str = "") -> list[dict[str, Any]]:
    """The first page of somebody's list."""
    return list(read_json(await team.client(who).get(team.path(f"/requests{query}")))["items"])


async def move(team: Team, who: str, request: dict[str, Any], to: str, **said_: Any) -> httpx.Response:
    """Move a request."""
    return await team.client(who).post(place(team, request, "/moves"), json={"to": to} | said_)


async def move_item(
    team: Team, who: str, request: dict[str, Any], to: str, *, at: int = 0, **said_: Any
) -> httpx.Response:
    """Move an item of a request, by default its first."""
    path = place(team, request, f"/items/{request['items'][at]['id']}/moves")
    return await team.client(who).post(path, json={"to": to} | said_)


async def change(team: Team, who: str, request: dict[str, Any], **changes: Any) -> httpx.Response:
    """Change the content that nobody changed since."""
    headers = {"If-Match": f'"{request["content"]["version"]}"'}
    return await team.client(who).patch(place(team, request), json=changes, headers=headers)


#: An ETSI REM evidence of a submission: `Acceptance` or `Rejection`, its time, and the number of the request.
EVIDENCE = """<?xml version="1.0"?><SubmissionAcceptanceRejection xmlns="http://uri.etsi.org/02640/v2#" version="2">
<EventCode>http:uri.etsi.org/02640/Event#{event}</EventCode><EventReasons><EventReason><Code>x</Code>
<Details>Unknown recipient</Details></EventReason></EventReasons><EvidenceIdentifier>e-1</EvidenceIdentifier>
<EventTime>{at}</EventTime><SenderMessageDetails isNotification="false"><MessageSubject>x</MessageSubject>
<UAMessageIdentifier>{number}</UAMessageIdentifier></SenderMessageDetails></SubmissionAcceptanceRejection>"""


async def evidence(team: Team, who: str, request: dict[str, Any]) -> httpx.Response:
    """Import the evidence that a connector accepted the submission of a request."""
    told = {"event": "Acceptance", "at": clock.rfc3339(clock.now()), "number": request["number"]}
    return await team.client(who).post(place(team, request, "/evidences"), json={"xml": EVIDENCE.format(**told)})


async def save_form(
    team: Team, who: str, request: dict[str, Any], values: dict[str, Any], *, version: int = 0, **more: Any
) -> httpx.Response:
    """Save values of the form of a request; `version` is 0 for the first ones."""
    headers = {"If-Match": f'"{version}"'}
    return await team.client(who).put(place(team, request, "/form"), json={"values": values} | more, headers=headers)


async def send_form(
    team: Team, who: str, request: dict[str, Any], form_: str, *, version: int = 1, **said_: Any
) -> httpx.Response:
    """Record the dispatch of a form that follows a request; `version`: of its values."""
    path, headers = place(team, request, "/form/dispatch"), {"If-Match": f'"{version}"'}
    return await team.client(who).post(path, json={"form": form_} | said_, headers=headers)


async def release(
    team: Team,
    who: str,
    request: dict[str, Any],
    party: str,
    level: str = "content",
    attestation: dict[str, str] | None = None,
) -> httpx.Response:
    """Release a request to another party."""
    said_ = {"level": level} | ({"attestation": attestation} if attestation else {})
    return await team.client(who).put(place(team, request, f"/releases/{party}"), json=said_)


async def recall(team: Team, who: str, request: dict[str, Any], party: str) -> httpx.Response:
    """Recall a release."""
    path = place(team, request, f"/releases/{party}")
    return await team.client(who).request("DELETE", path, json={"reason": "No longer needed"})


async def confirm(team: Team, who: str, request: dict[str, Any], party: str) -> httpx.Response:
    """Carry out what another leader decided about a release."""
    return await team.client(who).post(place(team, request, f"/releases/{party}/confirmation"))


async def give_up(team: Team, who: str, request: dict[str, Any], party: str) -> httpx.Response:
    """Give up what waits for a second leader."""
    path = place(team, request, f"/releases/{party}/proposal")
    return await team.client(who).request("DELETE", path, json={"reason": "Decided otherwise"})


async def keep(team: Team, who: str, request: dict[str, Any], days: int = 90) -> httpx.Response:
    """Keep the texts of an ended request until a review in so many days."""
    form_ = {"review_on": (clock.now() + timedelta(days=days)).date().isoformat(), "reason": "The appeal is pending"}
    return await team.client(who).put(place(team, request, "/retention"), json=form_)


async def link(
    team: Team, who: str, request: dict[str, Any], earlier: dict[str, Any], relation: str = "production"
) -> httpx.Response:
    """Record that a request follows an earlier one."""
    return await team.client(who).put(place(team, request, f"/links/{earlier['id']}"), json={"relation": relation})


async def result(
    team: Team, who: str, request: dict[str, Any], exhibit: dict[str, Any], item_: str | None = None
) -> httpx.Response:
    """Link an exhibit as a result of a request, or of one of its items."""
    form_ = {"evidence": exhibit["id"], "item": item_}
    return await team.client(who).post(place(team, request, "/results"), json=form_)


async def answer(team: Team, who: str, request: dict[str, Any], key: str | None = None, **said_: Any) -> httpx.Response:
    """Register an exhibit as the answer to an item of a request, by default its first."""
    form_ = exhibits.form(**{"item": request["items"][0]["id"]} | said_)
    headers = {} if key is None else {"Idempotency-Key": key}
    return await team.client(who).post(place(team, request, "/answers"), json=form_, headers=headers)


async def hop(team: Team, who: str, request: dict[str, Any], authority: str, **said_: Any) -> httpx.Response:
    """Record a step of transmission."""
    return await team.client(who).post(place(team, request, "/hops"), json={"authority": authority} | said_)


async def paper(
    team: Team, who: str, request: dict[str, Any], exhibit: dict[str, Any], kind: str = "form"
) -> httpx.Response:
    """Add an exhibit as a paper of a request."""
    form_ = {"evidence": exhibit["id"], "kind": kind}
    return await team.client(who).post(place(team, request, "/papers"), json=form_)
