"""INTERPOL notices for tests, through the API.

`create` and `complete` demand success and give the view. The others give the answer, whatever it is.
"""

from datetime import timedelta
from typing import Any

import httpx

from app import clock
from tests.factories.team import Team, read_json


def form(**changes: Any) -> dict[str, Any]:
    """A Green Notice with every field that it needs."""
    return {
        "kind": "GREEN",
        "ncb": "NCB The Hague",
        "authority": "Public Prosecution Service, Rotterdam",
        "reference": "ROT-2026-114",
        "language": "en",
        "purpose": "Warn of a seller of stolen credentials",
        "review_on": "2029-05-16",
        "family_name": "Example",
        "forenames": "Alex",
        "sex": "M",
        "birth_date": "1985-03-12",
        "nationalities": ["NL"],
        "description": "Height 1.80 m",
        "facts": "Sold credentials on the marketplace between January and May 2026.",
        "assessment": "Convicted twice of computer fraud.",
        "assessment_author": "National cybercrime unit",
        "assessment_grounds": ["convictions"],
    } | changes


#: What a Red Notice needs besides the fields above and a copy of the warrant.
RED: dict[str, Any] = {
    "kind": "RED",
    "charge": "Computer fraud",
    "law": "Criminal Code, Article 326",
    "max_penalty_years": 4,
    "warrant": "RK 26/114",
    "extradition_countries": ["US"],
}


#: What the other colours need besides the fields of `form`.
BLUE: dict[str, Any] = {
    "kind": "BLUE",
    "person_status": "suspect",
    "sought": ["place"],
    "questions": "Where does he live?",
}
YELLOW: dict[str, Any] = {"kind": "YELLOW", "is_reported": True, "is_child": False, "is_publication_allowed": True}
ORANGE: dict[str, Any] = {
    "kind": "ORANGE",
    "assessment_basis": "Threats in a chat",
    "threat_from": ["object", "person"],
    "object_data": "Parcel with a battery",
    "place": "Rotterdam, in May 2026",
}
PURPLE: dict[str, Any] = {
    "kind": "PURPLE",
    "method": "Skimmer in a card slot",
    "method_aim": "warn",
    "place": "Rotterdam",
}
SILVER: dict[str, Any] = {
    "kind": "SILVER",
    "assets": ["account"],
    "asset_measures": ["locate"],
    "asset_aim": "criminal",
    "asset_link": "Proceeds of the sale",
}
UNSC_SPECIAL: dict[str, Any] = {
    "kind": "UNSC_SPECIAL",
    "regime": "Resolution 1267",
    "listing": "QDi.999",
    "measures": ["freeze"],
}


def place(team: Team, notice: dict[str, Any], rest: str = "") -> str:
    """A path below a notice."""
    return team.path(f"/notices/{notice['id']}{rest}")


async def try_create(team: Team, who: str = "noor", **changes: Any) -> httpx.Response:
    """Try to draft a notice."""
    return await team.client(who).post(team.path("/notices"), json=form(**changes))


async def create(team: Team, who: str = "noor", **changes: Any) -> dict[str, Any]:
    """A draft."""
    return read_json(await try_create(team, who, **changes), 201)


async def see(team: Team, who: str, notice: dict[str, Any]) -> httpx.Response:
    """The notice, read by somebody."""
    return await team.client(who).get(place(team, notice))


async def listed(team: Team, who: str = "noor", query: str = "") -> list[dict[str, Any]]:
    """The first page of somebody's list."""
    return list(read_json(await team.client(who).get(team.path(f"/notices{query}")))["items"])


async def change(team: Team, who: str, notice: dict[str, Any], **changes: Any) -> httpx.Response:
    """Change the content that nobody changed since."""
    headers = {"If-Match": f'"{notice["content"]["version"]}"'}
    return await team.client(who).patch(place(team, notice), json=changes, headers=headers)


async def needs(team: Team, who: str = "noor", **changes: Any) -> list[str]:
    """Return the names of the fields that a notice with these values needs."""
    told = await team.client(who).post(team.path("/notices/needs"), json=form(**changes))
    return list(read_json(told)["needed"])


async def check(team: Team, who: str, notice: dict[str, Any], question: str, answer: str = "") -> httpx.Response:
    """Answer a question, by default so that it does not prevent the notice."""
    given = answer or ("no" if question.startswith("neutrality.") else "yes")
    answer_ = {"question": question, "answer": given, "reason": "Read the file"}
    return await team.client(who).post(place(team, notice, "/checks"), json=answer_)


async def answered(team: Team, notice: dict[str, Any], who: str = "noor") -> dict[str, Any]:
    """Answer every question of a notice."""
    for one in notice["questions"]:
        notice = read_json(await check(team, who, notice, one["question"]), 201)
    return notice


async def move(team: Team, who: str, notice: dict[str, Any], to: str, **said_: Any) -> httpx.Response:
    """Move a notice."""
    return await team.client(who).post(place(team, notice, "/moves"), json={"to": to} | said_)


async def moved(team: Team, notice: dict[str, Any], *states: str, who: str = "noor") -> dict[str, Any]:
    """Answer every question of a draft, and move it on."""
    notice = await answered(team, notice, who)
    for state in states:
        notice = read_json(await move(team, who, notice, state))
    return notice


async def hit(team: Team, who: str, notice: dict[str, Any], **changes: Any) -> httpx.Response:
    """Record a hit."""
    form_ = {"country": "ES", "what": "Arrested at the airport", "measure": "arrest"} | changes
    return await team.client(who).post(place(team, notice, "/hits"), json=form_)


async def challenge(team: Team, who: str, notice: dict[str, Any], **changes: Any) -> httpx.Response:
    """Record a challenge."""
    form_ = {"kind": "deletion", "received_on": "2026-05-16"} | changes
    return await team.client(who).post(place(team, notice, "/challenges"), json=form_)


async def change_challenge(team: Team, who: str, notice: dict[str, Any], **changes: Any) -> httpx.Response:
    """Change the record of the only challenge of a notice."""
    (one,) = notice["challenges"]
    headers = {"If-Match": f'"{one["version"]}"'}
    return await team.client(who).patch(place(team, notice, f"/challenges/{one['id']}"), json=changes, headers=headers)


async def exhibit(
    team: Team, who: str, notice: dict[str, Any], linked: dict[str, Any], kind: str = "warrant"
) -> httpx.Response:
    """Link an exhibit."""
    form_ = {"evidence": linked["id"], "kind": kind}
    return await team.client(who).post(place(team, notice, "/exhibits"), json=form_)


async def warrant(team: Team, who: str, notice: dict[str, Any], request: dict[str, Any]) -> httpx.Response:
    """Link the request on which a notice rests."""
    return await team.client(who).put(place(team, notice, "/warrant"), json={"request": request["id"]})


async def release(team: Team, who: str, notice: dict[str, Any], party: str) -> httpx.Response:
    """Release a notice to another party."""
    return await team.client(who).put(place(team, notice, f"/releases/{party}"))


async def recall(team: Team, who: str, notice: dict[str, Any], party: str) -> httpx.Response:
    """Recall a release."""
    path = place(team, notice, f"/releases/{party}")
    return await team.client(who).request("DELETE", path, json={"reason": "No longer needed"})


async def confirm(team: Team, who: str, notice: dict[str, Any], party: str) -> httpx.Response:
    """Carry out what another leader decided about a release."""
    return await team.client(who).post(place(team, notice, f"/releases/{party}/confirmation"))


async def give_up(team: Team, who: str, notice: dict[str, Any], party: str) -> httpx.Response:
    """Give up what waits for a second leader."""
    path = place(team, notice, f"/releases/{party}/proposal")
    return await team.client(who).request("DELETE", path, json={"reason": "Decided otherwise"})


async def keep(team: Team, who: str, notice: dict[str, Any], days: int = 90) -> httpx.Response:
    """Keep the texts of an ended notice until a review in so many days."""
    form_ = {"review_on": (clock.now() + timedelta(days=days)).date().isoformat(), "reason": "The appeal is pending"}
    return await team.client(who).put(place(team, notice, "/retention"), json=form_)
