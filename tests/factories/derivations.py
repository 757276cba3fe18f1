"""Derived exhibits for tests, through the API, and the clock that enters what follows."""

from typing import Any

import httpx

from app.services.evidence import derivation_propagation
from tests.factories.evidence import place, try_register
from tests.factories.team import Team, read_json


async def try_derive(
    team: Team, who: str, *parents: dict[str, Any], how: str = "analysis", **changes: Any
) -> httpx.Response:
    """Try to register an exhibit derived from these."""
    named = [{"evidence": one["id"], "how": how} for one in parents]
    usual = {"title": "Analysis of the ledger", "kind": "report", "category": "document"}
    return await try_register(team, who, derived_from=named, **usual | changes)


async def derive(team: Team, who: str, *parents: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """Register one."""
    return read_json(await try_derive(team, who, *parents, **changes), 201)


async def ends(team: Team, who: str, exhibit: dict[str, Any]) -> tuple[list[str], list[str]]:
    """The ids of the parents and the children that somebody sees."""
    found = read_json(await team.client(who).get(place(team, exhibit, "/derivations")))
    return [one["evidence"] for one in found["derived_from"]], [one["evidence"] for one in found["derived"]]


async def entered(team: Team) -> None:
    """Until the ledger says what followed."""
    await derivation_propagation.turn(team.context.database)
    await team.settled()
