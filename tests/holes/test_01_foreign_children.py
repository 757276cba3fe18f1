"""Hole 1: a child is loaded by its own id while only the parent in the path is authorised.

Noor leads in two teams. In one she asks, at every route, for what belongs to the other, and under one exhibit for the parts
of another: the answer is that of an id of nothing, byte for byte, and nothing changes.
"""

import asyncio
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from tests.factories import evidence
from tests.factories.team import Person, Team, jit_form, member_form, said
from tests.support.mighty import as_superuser
from tests.support.routes import SAFE, filled, http

#: What a path names by id, below the team.
CHILDREN = {"evidence", "file", "opening", "member", "export"}


@pytest.fixture
async def sextant(team: Team) -> Team:
    """A second team of the same people: the coordinator's, led by Noor."""
    jit = said(await team.client("coordinator").post("/api/jits", json=jit_form(name="Operation Sextant")), 201)
    other = Team(team.app, team.accounts, jit, {}, team.browsers)
    form = member_form("noor@nl.test", Person("NL", "OM", ("leader",), "judicial"))
    proposed = said(await other.client("coordinator").post(other.path("/members"), json=form), 201)
    said(await other.client("noor").post("/api/redemptions", json={"code": proposed["one_time_code"]}))
    return other


async def children(team: Team) -> dict[str, str]:
    """The id of one of everything that a path can name."""
    exhibit = await evidence.register(team, "noor")
    file = await evidence.upload(team, "noor", exhibit)
    opening = said(await evidence.take_it(team, "noor", exhibit), 201)
    form = member_form("new@nl.test", Person("NL", "POL", ("member",)))
    member = said(await team.client("coordinator").post(team.path("/members"), json=form), 201)
    scope = {"profile": "court", "scope": {"evidence": exhibit["id"]}}
    export = said(await team.client("noor").post(team.path("/exports"), json=scope), 202)
    async with asyncio.timeout(20):  # the worker appends an entry of its own
        while True:
            if said(await team.client("noor").get(team.path(f"/exports/{export['id']}")))["state"] == "ready":
                break
            await asyncio.sleep(0.05)
    return {
        "evidence": exhibit["id"],
        "file": file["id"],
        "opening": opening["id"],
        "member": member["id"],
        "export": export["id"],
    }


def named(path: str) -> set[str]:
    return {part[1:-1] for part in path.split("/") if part.startswith("{")}


async def ask(browser: httpx.AsyncClient, method: str, path: str, template: str) -> httpx.Response:
    headers = {"If-Match": '"1"', "Tus-Resumable": "1.0.0", "Upload-Length": "4", "Upload-Offset": "0"}
    if "/files" in template and "/openings/" not in template and not template.endswith("/decision"):
        if method == "PATCH":
            headers["Content-Type"] = "application/offset+octet-stream"
        headers["Upload-Metadata"] = evidence.named("x")
        return await browser.request(method, path, headers=headers, content=b"abcd" if method == "PATCH" else b"")
    body = None if method in SAFE else plausible(method, template)
    return await browser.request(method, path, headers=headers, params={"until": 2**33, "proof": "x"}, json=body)


def plausible(method: str, template: str) -> dict[str, Any]:
    """What gets past the form, so that the object itself is asked for."""
    if template.endswith("/openings"):
        return {"act": "take", "purpose": "JIT_PURPOSE", "justification": "Compare", "acknowledged": True}
    if template.endswith("/decision"):
        return {"decision": "discard", "reason": "x"}
    if template.endswith("/confirmation"):
        return {}
    if method == "PUT":
        return {"level": "held"}
    return {"reason": "x", "title": "Stolen"} if method == "PATCH" else {"reason": "x"}


async def everything(team: Team) -> dict[str, list[str]]:
    """All rows that a refused request must not change."""
    await team.settled()
    tables = ("evidence", "files", "releases", "openings", "members", "confirmations", "entries")
    async with as_superuser(team) as connection:
        return {
            table: [row[0] for row in await connection.fetch(f"select t::text from {table} t order by 1")]  # noqa: S608
            for table in tables
        }


async def test_of_another_team(team: Team, sextant: Team) -> None:
    foreign = await children(sextant)
    await compare(team, {"jit": team.id} | foreign, CHILDREN)


async def test_of_another_exhibit(team: Team) -> None:
    here = await evidence.register(team, "noor")
    await compare(team, {"jit": team.id} | await children(team) | {"evidence": here["id"]}, {"file", "opening"})


async def compare(team: Team, ids: dict[str, str], misplaced: set[str]) -> None:
    """Every route that names one of `misplaced`: as if it named nothing."""
    noor, tried = team.client("noor"), 0
    before = await everything(team)
    for method, route in http():
        if not named(route.path) & misplaced or method == "OPTIONS":
            continue
        absent = {name: one for name, one in ids.items() if name not in misplaced}
        answer = await ask(noor, method, filled(route.path, ids), route.path)
        nothing = await ask(noor, method, filled(route.path, absent), route.path)
        assert 400 <= answer.status_code < 500, (method, route.path, answer.text)
        assert (answer.status_code, answer.content) == (nothing.status_code, nothing.content), (method, route.path)
        tried += 1
    assert tried >= (15 if "evidence" in misplaced else 4)
    assert await everything(team) == before


async def test_the_comparison_would_see_a_child(team: Team) -> None:
    """In its own place every child answers: the silence above is not that of a broken request."""
    ids = {"jit": team.id} | await children(team)
    noor = team.client("noor")
    for path in (
        "/api/jits/{jit}/evidence/{evidence}",
        "/api/jits/{jit}/evidence/{evidence}/openings/{opening}",
        "/api/jits/{jit}/exports/{export}",
    ):
        assert (await noor.get(filled(path, ids))).status_code == 200
    async with team.house.database.engine() as session:
        assert (await session.execute(text("select count(*) from evidence"))).scalar_one() == 1
