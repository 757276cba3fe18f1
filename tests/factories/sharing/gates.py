"""Gates for tests, through the API: what waits, what is signed."""

from typing import Any, Final

import httpx

from tests.factories.team import Team, read_json

WORD: Final = {
    "necessity": "Bern identifies the account holder from it",
    "proportionality": "One mailbox, the month of the transfer alone",
    "transfer_basis": "safeguards",
    "record": "Convention of 2 November 2005, Art. 5",
}


async def waiting(team: Team, who: str, exhibit: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    """Return the waiting releases that the member reads, of one exhibit or of all."""
    path = "/waiting-releases" if exhibit is None else f"/waiting-releases?evidence={exhibit['id']}"
    items: list[dict[str, Any]] = read_json(await team.client(who).get(team.path(path)))["items"]
    return items


async def attest(team: Team, who: str, wish: dict[str, Any], **changes: Any) -> httpx.Response:
    """Sign for a release that goes beyond the Union."""
    path = team.path(f"/waiting-releases/{wish['id']}/attestation")
    return await team.client(who).post(path, json=WORD | changes)


async def give_up(team: Team, who: str, wish: dict[str, Any]) -> httpx.Response:
    """Give a wish up."""
    path = team.path(f"/waiting-releases/{wish['id']}")
    return await team.client(who).request("DELETE", path, json={"reason": "Bern has it from its own seizure"})
