"""Legal requests, notices and hearings: what members who lost access, or never had it, are told at every route."""

from typing import Any, Final

import httpx

from app.api.documents import operations
from tests.factories import leaving, notices, requests, suspensions
from tests.factories.evidence import alike
from tests.factories.sharing.gates import WORD
from tests.factories.team import Team, read_json
from tests.security.conftest import HiddenExhibit
from tests.security.routes import WHY, absent, attacked_routes, call_route
from tests.support.openapi_document import document

#: Words of the paths of the domain.
DOMAIN: Final = ("/requests", "/notices", "/hearings", "/admissibility", "/reciprocity")
#: Reads without an id; each has something to tell the parties of the request.
LISTS: Final = [
    path
    for method, path, _ in operations(document())
    if method == "GET" and path.startswith("/api/jits/") and path.count("{") == 1 and any(one in path for one in DOMAIN)
]


async def end_access(team: Team, hidden: HiddenExhibit) -> None:
    """Take the access of some who had it: members, parties, and one party whose release is recalled."""
    of_members: dict[str, Any] = {"json": WHY, "headers": {"If-Match": '"2"'}}
    for by, whom, act in (("claire", "hugo", "suspension"), ("jonas", "lena", "end")):
        path = team.path(f"/members/{team.seats[whom]['id']}/{act}")
        read_json(await team.client(by).post(path, **of_members))
    await suspensions.suspended(team, "CH", "noor", "jonas")
    read_json(await requests.recall(team, "noor", {"id": hidden.request}, "EUROJUST"))
    read_json(await notices.recall(team, "noor", {"id": hidden.notice}, "EUROJUST"))
    read_json(await leaving.agree(team), 201)
    read_json(await leaving.declare(team), 201)
    await leaving.left(team)


def nothing(answer: httpx.Response) -> bool:
    """Whether a list tells nothing: it is refused, or empty."""
    if answer.status_code in {403, 404}:
        return True
    return answer.status_code == 200 and (
        answer.json()["items"] == [] if "json" in answer.headers["content-type"] else answer.text.count("\n") == 1
    )


async def test_members_without_access_any_more_are_told_nothing_at_any_route(team: Team, hidden: HiddenExhibit) -> None:
    """Suspended and departed members and parties, a recalled release, a third State, and auditors, who read no request."""
    request, notice = {"id": hidden.request}, {"id": hidden.notice}
    for party in ("DE", "FR", "EUROJUST", "CH"):
        attested = (WORD,) if party == "CH" else ()
        read_json(await requests.release(team, "noor", request, party, "content", *attested))
        if party != "CH":
            read_json(await notices.release(team, "noor", notice, party))
    for who in ("hugo", "lena", "mara", "ines", "jonas"):
        assert (await requests.see(team, who, request)).status_code == 200, who
    await end_access(team, hidden)
    routes = [route for route in attacked_routes() if any(one in route[1] for one in DOMAIN)]
    assert len(routes) >= 45
    ids = hidden.ids()
    for who in ("hugo", "lena", "mara", "ines", "jonas", "auditor", "jit_auditor"):
        apart = []
        for route in routes:
            there, not_there = [await call_route(team, who, route, one) for one in (ids, absent(ids, "evidence"))]
            if there.status_code not in {403, 404} or not alike(there, not_there):
                apart.append((route, there.status_code, there.text, not_there.text))
        assert not apart, (who, apart)
        # The register tells the auditor of the team everything, and a party what it heard: tests/requests/test_register.py.
        registers = {"jit_auditor", "ines"} & {who}
        lists = [one for one in LISTS if not (registers and "/register" in one)]
        told = [await team.client(who).get(one.format(jit=team.id)) for one in lists]
        assert [one.url for one in told if not nothing(one)] == [], who
