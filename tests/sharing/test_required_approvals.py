"""Required approvals: what a party shares or sends only after it lifted them, and that no other party knows of them."""

from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy.exc import DBAPIError

from app import clock
from tests.audit.test_exports import lines, made
from tests.factories import requests
from tests.factories.evidence import alike, grant, kinds, recall, register, release, see, with_file
from tests.factories.pending_actions import of_kind
from tests.factories.sharing import access_rules
from tests.factories.sharing.consents import ask, do
from tests.factories.sharing.gates import attest, waiting
from tests.factories.sharing.joint import agree, jointly
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt

KINDS = {
    "evidence.approval_required",
    "evidence.approval_lifted",
    "request.approval_required",
    "request.approval_lifted",
}
SETTING = (
    "insert into required_approvals (id, jit, party, evidence, request, approver, reason, set_by, set_at)"
    " values (gen_random_uuid(), :jit, :party, :evidence, :request, 'x', 'x', :seat, now())"
)
RELEASING = (
    "insert into releases (jit, party, evidence, originator, level, version, granted_by, granted_at, own_seats)"
    " select :jit, id, :evidence, :party, 2, 1, :seat, now(), null from parties where code = 'FR'"
)


async def require(team: Team, who: str, **subject: Any) -> httpx.Response:
    body = {"approver": "Parket-Generaal", "reason": "Ongoing operation", **subject}
    return await team.client(who).post(team.path("/required-approvals"), json=body)


async def lift(team: Team, who: str, approval: dict[str, Any]) -> httpx.Response:
    path = team.path(f"/required-approvals/{approval['id']}/lifting")
    return await team.client(who).post(path, json={"reason": "Approved on 3 June"})


async def listed(team: Team, who: str, query: str = "") -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = read_json(await team.client(who).get(team.path(f"/required-approvals{query}")))[
        "items"
    ]
    return items


def is_held(answer: httpx.Response) -> bool:
    return (answer.status_code, answer.json().get("code")) == (409, "approval-required")


async def test_exhibit_is_shared_in_no_way_until_the_last_approval_is_lifted(team: Team) -> None:
    await access_rules.rule(team, to_party="FR", category="disk_image", level="listed")
    exhibit = await with_file(team, releases=[release("DE", "readable")])
    read_json(await grant(team, "noor", exhibit, "CH"), 202)
    court = await ask(team, "lena", exhibit, use="court")
    first, second = [read_json(await require(team, "noor", evidence=exhibit["id"]), 201) for _ in range(2)]
    assert is_held(await grant(team, "noor", exhibit, "FR"))
    assert is_held(await grant(team, "noor", exhibit, "DE", version=1))
    assert is_held(await do(team, "noor", court, "grant"))
    read_json(await grant(team, "noor", exhibit, "DE", version=1, level="listed"))
    (wish,) = await waiting(team, "noor", exhibit)
    read_json(await attest(team, "noor", wish), 201)
    assert len(await waiting(team, "noor", exhibit)) == 1
    assert (await see(team, "mara", exhibit)).status_code == 404
    read_json(await lift(team, "bram", first), 201)
    assert is_held(await grant(team, "noor", exhibit, "FR"))
    assert [one["id"] for one in await listed(team, "noor")] == [second["id"]]
    read_json(await lift(team, "noor", second), 201)
    assert (await lift(team, "noor", second)).json()["code"] == "approval-lifted"
    assert read_json(await see(team, "mara", exhibit))["level"] == "held", "the release that waited is made"
    read_json(await grant(team, "noor", exhibit, "DE", version=2))
    history = await listed(team, "daan", f"?evidence={exhibit['id']}")
    assert [one["lifted_by"] for one in history] == [team.code("bram"), team.code("noor")]
    assert await listed(team, "noor") == []
    assert len([one for one in kinds(await team.entries("daan")) if one in KINDS]) == 4
    for who in ("lena", "jonas", "mara", "claire"):
        assert not KINDS & set(kinds(await team.entries(who))), who


async def test_rules_leave_the_exhibit_out_until_the_approval_is_lifted(team: Team) -> None:
    exhibit = await register(team, "noor")
    approval = read_json(await require(team, "noor", evidence=exhibit["id"]), 201)
    await access_rules.rule(team, to_party="DE", category=exhibit["category"], level="readable")
    path = team.path("/access-rules/changes")
    assert read_json(await team.client("noor").get(path))["items"] == []
    read_json(await lift(team, "noor", approval), 201)
    assert [one["party"] for one in read_json(await team.client("noor").get(path))["items"]] == ["DE"]


async def test_joint_originator_agrees_only_after_its_own_approval(team: Team) -> None:
    exhibit = await jointly(team, "DE")
    wish = read_json(await grant(team, "noor", exhibit, "FR"), 202)
    approval = read_json(await require(team, "jonas", evidence=exhibit["id"]), 201)
    assert is_held(await agree(team, "jonas", wish))
    for who in ("noor", "daan"):
        assert await listed(team, who, f"?evidence={exhibit['id']}") == [], who
        assert not KINDS & set(kinds(await team.entries(who))), who
    (seen,) = await waiting(team, "noor", exhibit)
    assert (seen["waits_for"], seen["lacking"]) == (["joint"], ["DE"])
    read_json(await lift(team, "jonas", approval), 201)
    read_json(await agree(team, "jonas", wish), 201)
    assert (await see(team, "claire", exhibit)).status_code == 200


async def test_request_is_neither_sent_nor_shared_until_the_approval_is_lifted(team: Team) -> None:
    request = await requests.create(team)
    read_json(await requests.release(team, "noor", request, "DE"))
    approval = read_json(await require(team, "noor", request=request["id"]), 201)
    assert is_held(await requests.move(team, "daan", request, "SENT"))
    assert is_held(await requests.release(team, "noor", request, "FR"))
    for who in ("lena", "jonas", "claire"):
        assert await listed(team, who, f"?request={request['id']}") == [], who
        assert not KINDS & set(kinds(await team.entries(who))), who
    read_json(await requests.recall(team, "noor", request, "DE"))
    read_json(await lift(team, "noor", approval), 201)
    read_json(await requests.move(team, "daan", request, "SENT"))
    read_json(await requests.release(team, "noor", request, "FR"))
    assert KINDS & set(kinds(await team.entries("daan"))) == {"request.approval_required", "request.approval_lifted"}


async def test_paper_that_awaits_an_approval_holds_the_request(team: Team) -> None:
    exhibit, request = await register(team, "noor"), await requests.create(team)
    read_json(await requests.paper(team, "noor", request, exhibit), 201)
    approval = read_json(await require(team, "noor", evidence=exhibit["id"]), 201)
    assert is_held(await requests.move(team, "daan", request, "SENT"))
    read_json(await lift(team, "noor", approval), 201)
    read_json(await requests.move(team, "daan", request, "SENT"))


async def test_result_that_awaits_an_approval_is_not_given_to_the_requesting_authority(team: Team) -> None:
    item = {"kind": "data", "data_category": "SUBSCRIBER", "identifier_kind": "ip", "identifier": "203.0.113.7"}
    request = await requests.received(team, "noor", items=[item, item | {"identifier": "203.0.113.8"}])
    read_json(await requests.move(team, "noor", request, "ALLOCATED"))
    read_json(await requests.move(team, "noor", request, "EXECUTING"))
    exhibit = await register(team, "noor")
    read_json(await requests.result(team, "noor", request, exhibit, request["items"][0]["id"]), 201)
    approval = read_json(await require(team, "noor", evidence=exhibit["id"]), 201)
    held = await requests.move_item(team, "daan", request, "delivered")
    assert is_held(held), held.text
    assert is_held(await requests.move(team, "daan", request, "ANSWERED", reason="x"))
    read_json(await requests.move_item(team, "daan", request, "delivered", at=1))
    read_json(await lift(team, "noor", approval), 201)
    read_json(await requests.move_item(team, "daan", request, "delivered"))
    read_json(await requests.move(team, "daan", request, "ANSWERED"))


async def test_leaders_of_the_party_alone_have_it_among_their_pending_actions(team: Team) -> None:
    exhibit, request = await register(team, "noor", release("DE")), await requests.create(team)
    read_json(await requests.release(team, "noor", request, "DE"))
    found = [
        (noun, subject["id"], read_json(await require(team, "noor", **{noun: subject["id"]}), 201))
        for noun, subject in (("evidence", exhibit), ("request", request))
    ]
    everyone = ("noor", "bram", "daan", "sofia", "jonas", "lena", "claire", "mara", "coordinator", "admin")
    for left in range(len(found), -1, -1):
        for who in everyone:
            actions = await of_kind(team, who, "required_approval")
            shown = {(one["link"]["noun"], one["link"]["id"], one["detail"]) for one in actions}
            held = {(noun, subject, "Parket-Generaal") for noun, subject, _ in found[:left]}
            assert shown == (held if who in {"noor", "bram"} else set()), who
            hits = read_json(await team.client(who).get(team.path("/search?q=parket")))["groups"]
            assert hits == [], "approvers and reasons are no search texts"
        if left:
            read_json(await lift(team, "noor", found[left - 1][2]), 201)


async def test_other_parties_and_contributors_neither_set_nor_lift_nor_see_it(team: Team) -> None:
    exhibit, request = await register(team, "noor", release("DE")), await requests.sent(team)
    read_json(await requests.release(team, "noor", request, "DE"))
    for subject in ({"evidence": exhibit["id"]}, {"request": request["id"]}):
        approval = read_json(await require(team, "noor", **subject), 201)
        query = "?" + "&".join(f"{name}={value}" for name, value in subject.items())
        assert (await require(team, "daan", **subject)).status_code == 403
        assert (await lift(team, "daan", approval)).status_code == 403
        assert (await require(team, "jonas", **subject)).status_code == 403
        assert alike(await lift(team, "jonas", approval), await lift(team, "jonas", {"id": clock.new_id()}))
        for who in ("jonas", "lena", "claire", "admin"):
            assert await listed(team, who, query) == await listed(team, who) == [], who
        assert len(await listed(team, "daan", query)) == 1
    assert (await require(team, "noor", evidence=exhibit["id"], request=request["id"])).status_code == 422
    assert (await require(team, "noor")).status_code == 422


@pytest.mark.parametrize(
    ("who", "statement", "why"),
    [
        ("noor", RELEASING, "row-level security"),
        (
            "noor",
            "update releases set level = 3 where evidence = :evidence and party <> :party",
            "requires an approval",
        ),
        ("noor", SETTING, "stands in its ledger"),
        ("daan", SETTING, "row-level security"),
        ("jonas", SETTING, "row-level security"),
        (
            "noor",
            "update required_approvals set lifted_by = :seat, lifted_at = now(), lift_reason = 'x' where evidence = :evidence",
            "stands in its ledger",
        ),
        ("noor", "update required_approvals set approver = 'x'", "permission denied"),
        ("noor", "delete from required_approvals", "permission denied"),
        ("jonas", "select originator_awaits_approval(:party, :evidence)", "permission denied"),
    ],
)
async def test_database_refuses_what_the_services_refuse(team: Team, who: str, statement: str, why: str) -> None:
    exhibit = await register(team, "noor", release("DE", "listed"))
    read_json(await require(team, "noor", evidence=exhibit["id"]), 201)
    with pytest.raises(DBAPIError, match=why):
        await attempt(team, who, statement, evidence=UUID(exhibit["id"]), request=None)


async def test_database_shows_and_lifts_nothing_for_others(team: Team) -> None:
    exhibit = await register(team, "noor", release("DE"))
    read_json(await require(team, "noor", evidence=exhibit["id"]), 201)
    lifting = "update required_approvals set lifted_by = :seat, lifted_at = now(), lift_reason = 'x'"
    for who in ("daan", "jonas", "lena", "claire", "admin"):
        assert await attempt(team, who, lifting) == 0, who
    for who in ("jonas", "lena", "admin"):
        assert await attempt(team, who, "select from required_approvals") == 0, who
    for who in ("jonas", "lena"):
        asked = "select 1 where awaits_approval(:evidence)"
        assert await attempt(team, who, asked, evidence=UUID(exhibit["id"])) == 0, who
    recalled = await recall(team, "noor", exhibit, "DE")
    assert recalled.status_code == 204, "a recall waits for nobody"


async def test_custody_export_of_its_party_alone_contains_the_required_approvals(team: Team, tmp_path: Path) -> None:
    exhibit = await register(team, "noor", release("DE", "held"))
    approval = read_json(await require(team, "noor", evidence=exhibit["id"]), 201)
    read_json(await lift(team, "noor", approval), 201)
    asked = await ask(team, "jonas", exhibit, use="court")
    read_json(await do(team, "noor", asked, "grant"))
    for who, expected in (
        ("noor", ["evidence.approval_required", "evidence.approval_lifted"]),
        ("jonas", []),
    ):
        _, bundle = await made(team, who, exhibit, tmp_path)
        told = lines(bundle)
        assert [one["kind"] for one in told if one["kind"] in KINDS] == expected, who
        assert ("Parket-Generaal" in str(told)) is (who == "noor"), who
