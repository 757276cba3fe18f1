"""Class 1: a child is loaded by its own id while only the parent in the path is authorised.

Every operation of the OpenAPI document whose path or body names something below a team is asked for what is there and for
what is not: the answers are the same, byte for byte.
"""

from typing import Any, Final
from uuid import UUID

import httpx
import pytest

from app import clock
from app.api.documents import operations
from app.identity.links import STARTS_WITHIN
from app.main import create_app
from app.settings import Settings
from app.vault.places import Place
from tests.factories import evidence
from tests.factories.evidence import TUS, alike
from tests.factories.team import Team, said
from tests.holes.conftest import Loot, other_team

#: Fewer than these, and the document has hidden something from this test.
FEWEST: Final = 19
WHY: Final = {"reason": "x"}
BODIES: Final[dict[str, Any]] = {
    "describe_evidence": {"title": "Mine now"} | WHY,
    "withdraw_evidence": WHY,
    "decide_file": {"decision": "keep"} | WHY,
    "grant_release": {"level": "held"},
    "recall_release": WHY,
    "open_evidence": {"act": "open", "purpose": "JIT_PURPOSE", "justification": "x"},
    "confirm_member": {},
}


def doors() -> list[tuple[str, str, str]]:
    """(method, path, name) of each operation that names something below a team."""
    found = [("HEAD", "/api/jits/{jit}/evidence/{evidence}/files/{file}", "tell_offset")]
    for method, path, operation in operations(create_app(Settings()).openapi()):
        name = next((one for one in (*BODIES, "request_export") if operation["operationId"].startswith(one)), "")
        if path.count("{") > 1 or name == "request_export":
            found.append((method, path, name))
    return found


async def knock(team: Team, who: str, door: tuple[str, str, str], ids: dict[str, str]) -> httpx.Response:
    """Ask with all that a rightful caller would send, a genuine link included."""
    method, template, name = door
    path = template.format(**ids)
    headers = {"If-Match": '"1"'}
    if "/files" in path and "/openings" not in path and name != "decide_file":
        headers |= TUS | {"Upload-Offset": "0", "Upload-Length": "9", "Upload-Metadata": evidence.named("a.txt")}
        headers |= {"Content-Type": "application/offset+octet-stream"} if method == "PATCH" else {}
    if "/openings/" in path and "/files/" in path:
        sessions = said(await team.client(who).get("/api/sessions"))["items"]
        mine = next(one["id"] for one in sessions if one["current"])
        path += f"?{team.house.links.sign(template.format(**ids), mine, clock.now() + STARTS_WITHIN)}"
    body = BODIES.get(name)
    if name == "request_export":
        body = {"profile": "court", "scope": {"evidence": ids["evidence"]}}
    return await team.client(who).request(method, path, headers=headers, **({} if body is None else {"json": body}))


def absent(ids: dict[str, str], *kept: str) -> dict[str, str]:
    """Ids of the same shape of which none is there, but for those kept."""
    keep = {*kept, "jit", "party", "page"}
    return {name: value if name in keep else str(clock.new_id()) for name, value in ids.items()}


async def demand_alike(
    team: Team, who: str, ids: dict[str, str], *kept: str, status: int | None = 404, members: bool = False
) -> int:
    """At every door; how many were tried."""
    tried = 0
    for door in doors():
        if "{member}" in door[1] and not members:
            continue
        there = await knock(team, who, door, ids)
        not_there = await knock(team, who, door, absent(ids, *kept))
        assert alike(there, not_there), f"{who} {door}: {there.status_code} {there.text}\n{not_there.text}"
        if status is not None:
            assert there.status_code == status, f"{who} {door}: {there.status_code} {there.text}"
        tried += 1
    return tried


async def state(team: Team, loot: Loot) -> list[Any]:
    """What Noor reads of the exhibit."""
    await team.settled()
    client = team.client("noor")
    paths = (f"/evidence/{loot.evidence}", f"/evidence/{loot.evidence}/custody", f"/evidence/{loot.evidence}/releases")
    return [said(await client.get(team.path(path))) for path in paths]


async def test_what_another_country_hides_is_absent_at_every_door(team: Team, hidden: Loot) -> None:
    before = await state(team, hidden)
    for file, opening in ((hidden.file, hidden.taking), (hidden.uploading, hidden.reading)):
        assert await demand_alike(team, "claire", hidden.ids(file=file, opening=opening)) >= FEWEST
    assert await state(team, hidden) == before


@pytest.mark.parametrize("who", ["mara", "ines", "admin", "sofia", "auditor", "hugo", "stranger"])
async def test_for_every_role_without_a_release(team: Team, hidden: Loot, who: str) -> None:
    """Some doors say 403 to the role, before anything is looked for; then they say so for anything."""
    assert await demand_alike(team, who, hidden.ids(), status=None) >= FEWEST


async def test_below_an_exhibit_of_ones_own_anothers_children_are_absent(team: Team, hidden: Loot) -> None:
    own = await evidence.register(team, "claire")
    await evidence.upload(team, "claire", own)
    for door in doors():
        if not {"{file}", "{opening}"} & set(door[1].split("/")):
            continue
        ids = hidden.ids(evidence=own["id"])
        there = await knock(team, "claire", door, ids)
        not_there = await knock(team, "claire", door, absent(ids, "evidence"))
        assert (there.status_code, alike(there, not_there)) == (404, True), f"{door}: {there.text}"


async def test_what_belongs_to_another_team_is_absent_also_to_its_own_leader(team: Team) -> None:
    """Noor leads in both: through the door of the first team nothing of the second is found."""
    other, loot = await other_team(team)
    before = await state(other, loot)
    ids = loot.ids(jit=team.id, member=loot.member)
    assert await demand_alike(team, "noor", ids, members=True) >= FEWEST
    assert await state(other, loot) == before


async def test_a_team_without_ones_own_seat_is_absent_whole(team: Team) -> None:
    _, loot = await other_team(team)
    for door in doors():
        there = await knock(team, "claire", door, loot.ids())
        not_there = await knock(team, "claire", door, loot.ids(jit=str(clock.new_id())))
        assert (there.status_code, alike(there, not_there)) == (404, True), f"{door}: {there.text}"


async def test_an_upload_under_way_tells_nobody_else_that_it_is(team: Team, hidden: Loot) -> None:
    """The lock of a file is looked at behind the door: `423` would say that somebody is writing."""
    place = Place(UUID(hidden.jit), UUID(hidden.evidence), UUID(hidden.uploading))
    with team.house.vault.locks.hold(place):
        assert await demand_alike(team, "claire", hidden.ids(file=hidden.uploading)) >= FEWEST
        noor = await team.client("noor").delete(
            team.path(f"/evidence/{hidden.evidence}/files/{hidden.uploading}"), headers=TUS
        )
    assert noor.status_code == 423
