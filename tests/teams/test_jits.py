"""Founding a team, looking at one's teams, adding parties; what the ledger says of it."""

from datetime import timedelta
from typing import Any, Final
from uuid import uuid4

import pytest
from fastapi import FastAPI
from sqlalchemy import text

from app import clock
from app.api.context import AppContext
from app.ledger.signing import notes
from tests.factories import accounts
from tests.factories.team import Team, jit_form, party_form, read_json


def values(entry: dict[str, Any]) -> dict[str, Any]:
    return {name: field["value"] for name, field in entry["fields"].items()}


async def test_the_founding_is_entry_0_and_holds_the_ledgers_key(team: Team) -> None:
    written = await team.entries("noor")
    assert [one["kind"] for one in written[:7]] == ["jit.founded", *["party.added"] * 5, "member.seated"]
    assert [one["position"] for one in written] == list(range(len(written)))
    founded = values(written[0])
    (key,) = founded["keys"]
    assert notes.VerifierKey.parse(key).name == team.jit["ledger_origin"] == f"liaison.localhost/jits/{team.id}/0"
    assert founded["parties"] == ["NL", "DE", "FR", "CH", "EUROJUST"]
    assert founded["quorum"] == 0
    assert founded["actor"] == {"name": "Coordinator", "authority": "OM"}
    assert values(written[6])["confirmed_by"] == ["founding"]
    assert written[0]["seat"] == "NL-01"
    assert (team.context.settings.state / "ledger").exists(), "the key is a file, not a row"


async def test_the_founder_is_coordinator_and_nothing_more(team: Team) -> None:
    seat = team.jit["seat"]
    assert (seat["code"], seat["roles"], seat["state"], seat["party"]) == ("NL-01", ["coordinator"], "seated", "NL")
    assert team.jit["state"] == "operational"
    assert team.jit["version"] == 1


async def test_founding_needs_the_platform_right(team: Team) -> None:
    refused = await team.client("noor").post("/api/jits", json=jit_form())
    assert refused.status_code == 403
    assert refused.json()["code"] == "may-not-found"
    assert (await team.nobody().post("/api/jits", json=jit_form())).status_code == 401


#: What is changed of the form, and the field that is wrong.
WRONG: Final[list[tuple[dict[str, Any], str]]] = [
    ({"time_zone": "Mars/Base"}, "time_zone"),
    ({"agreement_signed_on": (clock.now() + timedelta(days=3)).date().isoformat()}, "agreement_signed_on"),
    ({"parties": []}, "parties"),
    ({"parties": [party_form("NL"), party_form("NL")]}, "parties"),
    ({"parties": [party_form("JIT")]}, "founder.party"),
    ({"parties": [party_form("NL"), party_form("JIT")]}, "parties.1.code"),
    ({"parties": [party_form("NL", zone="Nowhere")]}, "parties.0.time_zone"),
    ({"parties": [party_form("NL", authorities=())]}, "parties.0.authorities"),
    ({"parties": [party_form("NL", authorities=(("OM", "court"), ("OM", "police")))]}, "parties.0.authorities"),
    ({"parties": [party_form("nl")]}, "parties.0.code"),
    ({"parties": [party_form("NL", kind="planet")]}, "parties.0.kind"),
    (
        {"founder": {"party": "DE", "authority": "OM", "function": "judicial"}, "parties": [party_form("NL")]},
        "founder.party",
    ),
    ({"founder": {"party": "NL", "authority": "XX", "function": "judicial"}}, "founder.authority"),
    ({"founder": {"party": "NL", "authority": "OM", "function": "cook"}}, "founder.function"),
    ({"name": "  "}, "name"),
    ({"name": "a\x00b"}, "name"),
    ({"id": str(uuid4())}, "id"),
    ({"state": "closed"}, "state"),
    ({"ledger_origin": "evil"}, "ledger_origin"),
]


async def test_a_wrong_founding_names_the_field_and_leaves_nothing(app: FastAPI, context: AppContext) -> None:
    (founder,) = await accounts.make(context, ["founder@nl.test"], may_found=True)
    async with await accounts.signed_in(app, founder) as browser:
        for changes, field in WRONG:
            refused = await browser.post("/api/jits", json=jit_form(**changes))
            assert refused.status_code == 422, refused.text
            assert field in [one["field"] for one in refused.json()["errors"]], changes
            assert "Mars/Base" not in refused.text, "a refusal never repeats the input"
    async with context.database.engine() as session:
        assert (await session.execute(text("select count(*) from jits"))).scalar_one() == 0
        assert (await session.execute(text("select count(*) from entries"))).scalar_one() == 0


async def test_one_sees_ones_own_teams_alone(team: Team) -> None:
    (founder,) = await accounts.make(team.context, ["pilar@es.test"], may_found=True)
    async with await accounts.signed_in(team.app, founder) as pilar:
        other = read_json(await pilar.post("/api/jits", json=jit_form(name="Operation Sextant")), 201)
        assert [one["id"] for one in read_json(await pilar.get("/api/jits"))["items"]] == [other["id"]]
        assert [one["jit"]["name"] for one in read_json(await pilar.get("/api/me"))["seats"]] == ["Operation Sextant"]
        absent = await pilar.get(f"/api/jits/{uuid4()}")
        for path in ("", "/parties", "/members", "/ledger/entries", "/ledger/checkpoint", "/evidence", "/exports"):
            foreign = await pilar.get(team.path(path))
            assert foreign.status_code == 404
            assert foreign.content == absent.content, "invisible and absent are one answer"
        assert [one["id"] for one in read_json(await team.client("noor").get("/api/jits"))["items"]] == [team.id]
        assert read_json(await team.client("noor").get(f"/api/jits/{team.id}"))["seat"]["code"] == "NL-02"
        assert read_json(await team.client("stranger").get("/api/jits"))["items"] == []


async def test_every_read_of_a_team_tells_the_ledgers_position(team: Team) -> None:
    last = (await team.entries("noor"))[-1]["position"]
    for path in ("", "/parties", "/members"):
        answer = await team.client("noor").get(team.path(path))
        assert answer.headers["Ledger-Position"] == str(last)


async def test_parties_with_their_authorities(team: Team) -> None:
    listed = read_json(await team.client("lena").get(team.path("/parties")))["items"]
    assert [one["code"] for one in listed] == ["CH", "DE", "EUROJUST", "FR", "NL"]
    assert {one["code"]: one["has_leader"] for one in listed} == {
        "CH": True,
        "DE": True,
        "EUROJUST": False,
        "FR": True,
        "NL": True,
    }
    assert [one["code"] for one in listed[4]["authorities"]] == ["LAB", "OM", "POL"]
    assert listed[0]["kind"] == "third_country"


class TestAddingAParty:
    async def test_is_the_administrators_and_is_written_down(self, team: Team) -> None:
        form = party_form("ES", zone="Europe/Madrid")
        added = read_json(await team.client("admin").post(team.path("/parties"), json=form), 201)
        assert (added["code"], added["status"], added["has_leader"]) == ("ES", "active", False)
        assert added["authorities"] == [{"code": "POL", "name": "ES POL", "kind": "police"}]
        (written,) = (await team.entries("noor", "party.added"))[5:]
        assert written["subject"] == {"party": added["id"]}
        assert values(written)["code"] == "ES"
        assert written["seat"] == team.code("admin")

    @pytest.mark.parametrize("name", ["noor", "daan", "coordinator", "ines", "auditor", "jit_auditor", "mara"])
    async def test_and_nobody_elses(self, team: Team, name: str) -> None:
        refused = await team.client(name).post(team.path("/parties"), json=party_form("ES"))
        assert refused.status_code == 403
        assert refused.json()["code"] == "role-may-not"

    async def test_a_second_of_that_code_is_refused(self, team: Team) -> None:
        refused = await team.client("admin").post(team.path("/parties"), json=party_form("DE"))
        assert refused.status_code == 409
        assert refused.json()["code"] == "party-exists"

    async def test_in_another_team_it_is_no_affair_of_this_one(self, team: Team) -> None:
        (founder,) = await accounts.make(team.context, ["pilar@es.test"], may_found=True)
        async with await accounts.signed_in(team.app, founder) as pilar:
            other = read_json(await pilar.post("/api/jits", json=jit_form()), 201)
            refused = await team.client("admin").post(f"/api/jits/{other['id']}/parties", json=party_form("ES"))
            assert refused.status_code == 404


@pytest.mark.usefixtures("client")
async def test_keys_of_two_teams_differ(team: Team) -> None:
    (founder,) = await accounts.make(team.context, ["pilar@es.test"], may_found=True)
    async with await accounts.signed_in(team.app, founder) as pilar:
        other = read_json(await pilar.post("/api/jits", json=jit_form()), 201)
    assert other["ledger_origin"] != team.jit["ledger_origin"]
    keys = team.context.ledger_keys
    assert keys.signer(other["ledger_origin"]).seed() != keys.signer(team.jit["ledger_origin"]).seed()
