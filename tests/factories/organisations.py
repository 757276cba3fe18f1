"""Organisations for tests: made by an operator and administered through the API."""

from typing import Any, Final
from uuid import UUID

import httpx

from tests.factories import accounts
from tests.factories.team import Team, read_json
from tests.support.databases.superuser import as_superuser
from tests.support.program import new_client

ADMIN: Final = "/api/administration/organisations"
OWN: Final = "/api/organisation"
NEW_PASSWORD: Final = "four words that say nothing"


async def operator_of(team: Team, email: str = "operator@host.test") -> httpx.AsyncClient:
    """The browser of a new operator without a place in the team."""
    (account,) = await accounts.make(team.context, [email], operator=True)
    return await accounts.signed_in(team.app, account)


async def put(operator: httpx.AsyncClient, organisation: str, account: UUID) -> dict[str, Any]:
    """The operator puts an account into an organisation."""
    return read_json(await operator.post(f"{ADMIN}/{organisation}/accounts/{account}"))


async def make(
    team: Team,
    operator: httpx.AsyncClient,
    name: str = "Public Prosecution Service Rotterdam",
    *,
    administrators: tuple[str, ...] = ("noor", "daan"),
    members: tuple[str, ...] = ("lena",),
) -> str:
    """An organisation with these people of the team. Return its id."""
    organisation = str(read_json(await operator.post(ADMIN, json={"name": name}), 201)["id"])
    for who in (*administrators, *members):
        await put(operator, organisation, team.accounts[who])
    first = [str(team.accounts[who]) for who in administrators]
    read_json(await operator.post(f"{ADMIN}/{organisation}/administrators", json={"administrators": first}))
    return organisation


async def propose(team: Team, by: str, kind: str, concerned: str, **more: Any) -> httpx.Response:
    """An administrator proposes something about somebody of the team."""
    form = {"kind": kind, "concerned": str(team.accounts[concerned])} | more
    return await team.client(by).post(f"{OWN}/proposals", json=form)


async def act(team: Team, by: str, proposal: str, what: str) -> httpx.Response:
    """An act on a proposal: `confirmation`, `withdrawal` or `code`."""
    return await team.client(by).post(f"{OWN}/proposals/{proposal}/{what}")


async def agreed(team: Team, kind: str, concerned: str, by: tuple[str, str] = ("noor", "daan"), **more: Any) -> str:
    """A proposal that another administrator confirmed. Return its id."""
    proposal = str(read_json(await propose(team, by[0], kind, concerned, **more), 201)["id"])
    read_json(await act(team, by[1], proposal, "confirmation"))
    return proposal


async def end_waiting_time(team: Team, proposal: str) -> None:
    """The waiting time of a recovery has ended."""
    async with as_superuser(team) as connection:
        moved = "update organisation_proposals set ends_at = now() - interval '1 second' where id = $1"
        await connection.execute(moved, UUID(proposal))


async def accept(team: Team, email: str, code: str, password: str = NEW_PASSWORD) -> httpx.Response:
    """Somebody who is not signed in sets a new password with a one-time code."""
    form = {"email": email, "code": code, "password": password}
    return await new_client(team.app).post("/api/recoveries/acceptance", json=form)
