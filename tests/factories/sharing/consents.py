"""Consents for tests, through the API: asked, seen, granted, refused, withdrawn.

`ask` demands success and gives the view; the others give the answer, whatever it is.
"""

from typing import Any

import httpx

from tests.factories.team import Team, read_json


async def try_ask(team: Team, who: str, exhibit: dict[str, Any] | None = None, **changes: Any) -> httpx.Response:
    """Try to ask for the original of an exhibit."""
    form = {"use": "release", "words": "For the hearing in May", "evidence": exhibit and exhibit["id"]}
    more = {} if {"use", "authorities", "seats", "purposes"} & changes.keys() else {"level": "held"}
    return await team.client(who).post(team.path("/consents"), json=form | more | changes)


async def ask(team: Team, who: str, exhibit: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
    """A request."""
    return read_json(await try_ask(team, who, exhibit, **changes), 201)


async def see(team: Team, who: str, consent: dict[str, Any]) -> httpx.Response:
    """The request, read by somebody."""
    return await team.client(who).get(team.path(f"/consents/{consent['id']}"))


async def do(
    team: Team, who: str, consent: dict[str, Any], act: str, *, version: int | None = None, **form: Any
) -> httpx.Response:
    """`seen`, `grant`, `refusal` or `withdrawal` of a request that nobody changed since, or of this version."""
    expected = consent["version"] if version is None else version
    path = team.path(f"/consents/{consent['id']}/{act}")
    body: dict[str, Any] = {"reason": "Not before the arrests"} if act in {"refusal", "withdrawal"} else {}
    if act == "grant":
        body["privilege_checked"] = True
    return await team.client(who).post(path, json=body | form, headers={"If-Match": f'"{expected}"'})


async def listed(team: Team, who: str, query: str = "") -> list[dict[str, Any]]:
    """The first page of somebody's requests."""
    items: list[dict[str, Any]] = read_json(await team.client(who).get(team.path(f"/consents{query}")))["items"]
    return items
