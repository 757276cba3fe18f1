"""Changes of a member's roles: proposed by one member, confirmed by a leader of the party."""

import httpx

from tests.factories.team import Team, read_json


async def propose(team: Team, by: str, whom: str, *roles: str, version: int = 2) -> httpx.Response:
    """Propose these roles instead of the present ones."""
    path = team.path(f"/members/{team.seats[whom]['id']}/role-changes")
    form = {"roles": list(roles), "reason": "Maternity leave of a colleague"}
    return await team.client(by).post(path, json=form, headers={"If-Match": f'"{version}"'})


async def answer(team: Team, by: str, whom: str, change: str, act: str = "confirmation") -> httpx.Response:
    """Confirm the proposal, or end it with `withdrawal`."""
    path = team.path(f"/members/{team.seats[whom]['id']}/role-changes/{change}/{act}")
    return await team.client(by).post(path, json={"reason": "x"} if act == "withdrawal" else None)


async def proposed(team: Team, by: str, whom: str, *roles: str, version: int = 2) -> str:
    """Propose roles; the id of the proposal."""
    made = read_json(await propose(team, by, whom, *roles, version=version), 201)
    return str(made["role_change"]["id"])


async def changed(team: Team, first: str, second: str, whom: str, *roles: str) -> None:
    """Change the roles by two people."""
    read_json(await answer(team, second, whom, await proposed(team, first, whom, *roles)))
