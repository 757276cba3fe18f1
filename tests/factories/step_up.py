"""Second factors before acts, through the API: a party demands them, and a member proves one."""

from typing import Any

import httpx

from tests.factories.accounts import PASSWORD
from tests.factories.passkeys import Authenticator
from tests.factories.team import Team, read_json
from tests.support.program import ORIGIN


async def add_passkey(browser: httpx.AsyncClient) -> Authenticator:
    """Give the person of this browser a passkey."""
    key = Authenticator(ORIGIN, "localhost")
    asked = read_json(await browser.post("/api/me/passkeys/challenge", json={"password": PASSWORD}))
    read_json(await browser.post("/api/me/passkeys", json={"name": "Office", "answer": key.register(asked)}), 201)
    return key


async def challenge(browser: httpx.AsyncClient, kind: str) -> dict[str, Any]:
    """Ask for the challenge of a kind of act."""
    return read_json(await browser.post("/api/me/step-up/challenge", json={"kind": kind}))


async def prove(browser: httpx.AsyncClient, key: Authenticator, kind: str) -> httpx.Response:
    """Prove a passkey for a kind of act."""
    answer = key.answer(await challenge(browser, kind))
    return await browser.post("/api/me/step-up", json={"kind": kind, "answer": answer})


async def demand(team: Team, *kinds: str, who: str = "noor") -> httpx.Response:
    """Demand a second factor for these kinds of acts of the person's party, and for no other."""
    path = team.path("/step-up")
    version = read_json(await team.client(who).get(path))["version"]
    body = {"kinds": list(kinds), "reason": "As our instruction of 3 June has it"}
    return await team.client(who).put(path, json=body, headers={"If-Match": f'"{version}"'})
