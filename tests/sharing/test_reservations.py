"""Reserved judicial functions: what a party reserves, no other leader decides, in the database either."""

from typing import Any

import httpx
import pytest
from sqlalchemy.exc import DBAPIError

from tests.factories.evidence import form, grant, place, recall, register, release, see
from tests.factories.sharing import access_rules
from tests.factories.sharing.consents import ask, do
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt
from tests.support.databases.superuser import as_superuser


async def stands(team: Team, who: str) -> dict[str, Any]:
    return read_json(await team.client(who).get(team.path("/reservation")))


async def reserve(team: Team, who: str, *, judicial: bool = True, version: int | None = None) -> httpx.Response:
    expected = (await stands(team, who))["version"] if version is None else version
    body = {"judicial": judicial, "reason": "As our code of criminal procedure has it"}
    return await team.client(who).put(team.path("/reservation"), json=body, headers={"If-Match": f'"{expected}"'})


def is_reserved(answer: httpx.Response) -> bool:
    return (answer.status_code, answer.json().get("code")) == (403, "judicial-only")


async def test_releases_rules_and_consents_are_the_judicial_seats_alone(team: Team) -> None:
    """Bram leads for the police, Noor for the prosecution."""
    exhibit = await register(team, "noor", release("DE"))
    asked = [await ask(team, "lena", exhibit, use="court"), await ask(team, "lena", use="question", party="NL")]
    rule = await access_rules.rule(team, to_party="DE", category="disk_image", level="readable")
    read_json(await reserve(team, "bram"))
    assert is_reserved(await grant(team, "bram", exhibit, "FR"))
    assert is_reserved(await grant(team, "bram", exhibit, "DE", version=1, level="listed"))
    assert is_reserved(await recall(team, "bram", exhibit, "DE"))
    named = form(releases=[release("DE")])
    assert is_reserved(await team.client("bram").post(team.path("/evidence"), json=named))
    for one in asked:
        assert is_reserved(await do(team, "bram", one, "grant")), one["use"]
    changed = {"level": "held", "clause": "cl. 1", "reason": "x"}
    path, version = team.path(f"/access-rules/{rule['id']}"), {"If-Match": f'"{rule["version"]}"'}
    assert is_reserved(await team.client("bram").put(path, json=changed, headers=version))
    may = read_json(await see(team, "bram", exhibit))["may"]
    assert (may["release"]["because"], may["withdraw"]["allowed"]) == (["judicial_only"], True)
    (me,) = read_json(await team.client("bram").get("/api/me"))["seats"]
    assert "releases:grant" not in me["seat"]["permissions"]
    assert "evidence:withdraw" in me["seat"]["permissions"]
    read_json(await do(team, "bram", asked[1], "refusal"))
    registered = read_json(await team.client("bram").post(team.path("/evidence"), json=form()), 201)
    assert (await see(team, "lena", registered)).status_code == 200, "under the rules that a judicial leader decides"
    read_json(await grant(team, "noor", exhibit, "FR"))
    granted = read_json(await do(team, "noor", asked[0], "grant"))
    assert is_reserved(await do(team, "bram", granted, "withdrawal"))
    headers = {"If-Match": f'"{exhibit["version"]}"'}
    withdrawal = place(team, exhibit, "/withdrawal")
    read_json(await team.client("bram").post(withdrawal, json={"reason": "Leaked"}, headers=headers))
    assert read_json(await see(team, "lena", exhibit))["level"] == "listed", "a withdrawal waits for nobody"
    german = await register(team, "jonas")
    read_json(await grant(team, "jonas", german, "NL"), 200)


async def test_is_set_by_leaders_and_lifted_by_a_judicial_one(team: Team) -> None:
    assert await stands(team, "daan") == {
        "judicial": False, "decided_by": None, "decided_at": None, "may_set": False, "version": 0,
    }  # fmt: skip
    for who in ("daan", "auditor", "coordinator", "sofia"):
        answer = await team.client(who).put(
            team.path("/reservation"), json={"judicial": True, "reason": "x"}, headers={"If-Match": '"0"'}
        )
        assert answer.status_code == 403, who
    read_json(await reserve(team, "bram"))
    assert (await reserve(team, "noor", version=0)).status_code == 412
    assert (await reserve(team, "noor")).status_code == 409
    assert (await stands(team, "bram"))["may_set"] is False
    assert is_reserved(await reserve(team, "bram", judicial=False))
    assert (await stands(team, "jonas"))["judicial"] is False, "another party's is its own affair"
    read_json(await reserve(team, "noor", judicial=False))
    assert [one["kind"] for one in await team.entries("daan", "reservation.set")] == ["reservation.set"] * 2
    assert await team.entries("jonas", "reservation.set") == []
    read_json(await reserve(team, "noor"))
    async with as_superuser(team) as superuser:
        await superuser.execute("update members set state = 'suspended' where code = $1", team.code("noor"))
    assert (await stands(team, "bram"))["may_set"] is True, "nobody else could"
    read_json(await reserve(team, "bram", judicial=False))
    nobody = await reserve(team, "bram")
    assert (nobody.status_code, nobody.json()["code"]) == (403, "no-judicial-leader")


async def test_the_database_takes_no_release_and_no_rule_from_another_leader(team: Team) -> None:
    exhibit = await register(team, "noor", release("DE"))
    await access_rules.rule(team, to_party="DE", category="disk_image", level="readable")
    read_json(await reserve(team, "bram"))
    released = (
        "insert into releases (jit, party, evidence, originator, level, granted_by, granted_at, effective, state)"
        " select :jit, p.id, :evidence, :party, 3, :seat, now(), true, 'effective' from parties p where p.code = 'FR'"
    )
    for refused in (
        released,
        "update releases set level = 2 where party <> originator",
        "update releases set court_use = true where party <> originator",
        "update releases set level = 1 where party <> originator",
        (
            "insert into access_rules (id, jit, party, code, level, clause, state, decided_by, decided_at, category)"
            " values (gen_random_uuid(), :jit, :party, 'X', 3, 'x', 'active', :seat, now(), 'osint')"
        ),
    ):
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "bram", refused, evidence=exhibit["id"])
    for nothing in (
        "delete from releases where party <> originator",
        "update access_rules set level = 3, decided_by = :seat",
        "update reservations set judicial = false, decided_by = :seat",
    ):
        assert await attempt(team, "bram", nothing) == 0, nothing
    with pytest.raises(DBAPIError, match="row-level security"):
        await attempt(
            team,
            "jonas",
            "insert into reservations (jit, party, judicial, decided_by, decided_at)"
            " select :jit, p.id, false, :seat, now() from parties p where p.code = 'FR'",
        )
    assert await attempt(team, "noor", released, evidence=exhibit["id"]) == 1
