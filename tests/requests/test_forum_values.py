"""Values of the country card on which hearings and assessments relied: proposed, decided about, changed, missing."""

from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.exc import DBAPIError

from app.services.requests.changed_values import jobs
from tests.factories import notifications, reference
from tests.factories.evidence import register, values
from tests.factories.evidence import release as shared
from tests.factories.hearings import assess, change, create, decide, delete, see
from tests.factories.team import Team, read_json
from tests.requests.test_changed_values import amend, changed
from tests.support.databases.as_seat import attempt


def card(hearing: dict[str, Any]) -> dict[str, tuple[str | None, bool]]:
    """What was decided about each value of the card, and whether it has changed since."""
    return {one["topic"]: (one["decision"], one["changed"]) for one in hearing["card"]}


def missing(view: dict[str, Any]) -> set[str]:
    """What the card does not hold."""
    return {one["field"] for one in view["not_recorded"]}


async def test_hearing_starts_from_the_card_and_leaders_decide_about_each_value(team: Team) -> None:
    hearing = await create(team, "daan")
    assert card(hearing) == {"disclosure": (None, False)}
    assert hearing["card"][0]["source"]
    assert missing(hearing) == {"evidence_rules", "hearing_rules", "interception"}
    for who, status in (("daan", 403), ("sofia", 403), ("jonas", 404), ("mara", 404)):
        assert (await decide(team, who, hearing, "disclosure", "confirmed")).status_code == status, who
    refused = await decide(team, "noor", hearing, "interception", "confirmed")
    assert (refused.status_code, [one["field"] for one in refused.json()["errors"]]) == (422, ["topic"])
    hearing = read_json(await decide(team, "noor", hearing, "disclosure", "confirmed"))
    assert card(hearing) == {"disclosure": ("confirmed", False)}

    async with await reference.operator_of(team) as operator:
        await amend(operator, "countries/NL", "hearing_rules", "By video link, if the person agrees")
        await amend(operator, "countries/NL", "disclosure", "The complete file")
        hearing = read_json(await see(team, "noor", hearing))
        assert card(hearing) == {"hearing_rules": (None, True), "disclosure": (None, True)}
        found = {one["field"]: one for one in await changed(team, "noor")}
        assert found.keys() == {"hearing_rules", "disclosure"}
        assert {one["court_hearing"] for one in found.values()} == {hearing["id"]}
        told = found["hearing_rules"]
        assert (told["value"], told["new_value"]) == (None, "By video link, if the person agrees")
        assert (told["title"], told["purpose"], told["request"]) == (hearing["title"], "hearing", None)
        for who in ("jonas", "claire"):
            assert await changed(team, who) == [], who

        assert await jobs.tell_due(team.context.database) == 2
        assert await jobs.tell_due(team.context.database) == 0
        kind = "hearing.reference_changed"
        assert {who: (await notifications.kinds(team, who)).count(kind) for who in ("noor", "daan", "jonas")} == {
            "noor": 1,
            "daan": 0,
            "jonas": 0,
        }
        assert await team.entries("jonas", kind) == []

        assert (await decide(team, "noor", hearing, "disclosure", "confirmed")).status_code == 412
        read_json(await decide(team, "noor", hearing, "disclosure", "confirmed", 1))
        hearing = read_json(await decide(team, "noor", hearing, "hearing_rules", "removed", 1))
        assert card(hearing) == {"hearing_rules": ("removed", False), "disclosure": ("confirmed", False)}
        assert await changed(team, "noor") == []
        assert (await notifications.kinds(team, "noor")).count(kind) == 0
        await amend(operator, "countries/NL", "hearing_rules", "In person")
        assert await changed(team, "noor") == [], "the leader removed this value from the hearing"
    settled = [values(one)["decision"] for one in await team.entries("noor", "hearing.reference_settled")]
    assert settled == ["confirmed", "confirmed", "removed"]


async def test_hearing_relies_on_the_card_of_its_present_country_until_it_is_deleted(team: Team) -> None:
    hearing = await create(team, "daan")
    read_json(await change(team, "daan", hearing, country="DE"))
    async with await reference.operator_of(team) as operator:
        await amend(operator, "countries/NL", "disclosure", "Nothing")
        await amend(operator, "countries/DE", "disclosure", "The complete file")
    assert [(one["key"], one["field"]) for one in await changed(team, "noor")] == [("DE", "disclosure")]
    assert (await delete(team, "noor", hearing)).status_code == 204
    assert await changed(team, "noor") == []


async def test_hearing_that_returns_to_a_country_keeps_what_leaders_decided_and_have_to_decide(team: Team) -> None:
    """A contributor who changes the country to and fro decides nothing in place of a leader."""
    decided, waiting = await create(team, "daan"), await create(team, "daan")
    async with await reference.operator_of(team) as operator:
        await amend(operator, "countries/NL", "hearing_rules", "By video link")
        read_json(await decide(team, "noor", decided, "hearing_rules", "removed", 1))
        await amend(operator, "countries/NL", "hearing_rules", "In person")
    for hearing in (decided, waiting):
        abroad = read_json(await change(team, "daan", hearing, country="DE"))
        read_json(await change(team, "daan", abroad, country="NL"))
    assert card(read_json(await see(team, "noor", decided)))["hearing_rules"] == ("removed", False)
    assert card(read_json(await see(team, "noor", waiting)))["hearing_rules"] == (None, True)
    assert {one["court_hearing"] for one in await changed(team, "noor")} == {waiting["id"]}


async def test_leaders_decide_about_a_value_that_the_card_does_not_hold_any_more(team: Team) -> None:
    hearing = await create(team, "daan")
    async with await reference.operator_of(team) as operator:
        read_json(await reference.put_value(operator, "countries/NL", "disclosure", None, source=None))
    assert [one["new_value"] for one in await changed(team, "noor")] == [None]
    hearing = read_json(await see(team, "noor", hearing))
    assert [(one["topic"], one["text"], one["changed"]) for one in hearing["card"]] == [("disclosure", "", True)]
    hearing = read_json(await decide(team, "noor", hearing, "disclosure", "removed", 1))
    assert hearing["card"] == []
    assert await changed(team, "noor") == []
    assert (await decide(team, "noor", hearing, "disclosure", "confirmed", 1)).status_code == 422


async def test_assessment_records_the_value_of_its_need_and_is_affected_by_its_change(team: Team) -> None:
    exhibit = await register(team, "jonas", shared("NL"))
    path = team.path(f"/evidence/{exhibit['id']}/admissibility")
    passport = read_json(await team.client("noor").get(f"{path}?country=NL"))
    assert missing(passport) == {"evidence_rules", "hearing_rules", "interception"}
    assert missing(read_json(await team.client("noor").get(f"{path}?country=TV"))) == {"card"}
    refused = await assess(team, "daan", exhibit, topic="hearing_rules")
    assert (refused.status_code, [one["field"] for one in refused.json()["errors"]]) == (422, ["topic"])
    read_json(await assess(team, "daan", exhibit, need="An own need"), 201)
    found = read_json(await assess(team, "daan", exhibit, topic="disclosure"), 201)["items"]
    (first,) = [one for one in found if one["topic"] == "disclosure"]
    async with await reference.operator_of(team) as operator:
        await amend(operator, "countries/NL", "disclosure", "The complete file")
        (one,) = await changed(team, "noor")
        assert (one["admissibility"], one["evidence"], one["title"]) == (first["id"], exhibit["id"], first["need"])
        assert await changed(team, "jonas") == [], "the originator reads the assessment, and not on what it relied"
        for told in (1, 0):
            assert await jobs.tell_due(team.context.database) == told
        kind = "admissibility.reference_changed"
        assert [(await notifications.kinds(team, who)).count(kind) for who in ("noor", "daan", "jonas")] == [1, 0, 0]
        assert [len(await team.entries(who, kind)) for who in ("noor", "jonas")] == [1, 0]
        later = {"replaces": first["id"], "country": None, "need": None, "status": "met", "reason": "Filed"}
        found = read_json(await assess(team, "noor", exhibit, **later), 201)["items"]
        assert {one["topic"] for one in found} == {None, "disclosure"}
        assert await changed(team, "noor") == []
        assert (await notifications.kinds(team, "noor")).count(kind) == 0
        read = read_json(await operator.get(f"{reference.ADMIN}/countries/NL/uses"))
        assert read["fields_in_use"] == ["disclosure"]


async def test_decisions_and_uses_of_a_hearing_are_not_forged_past_the_services(team: Team) -> None:
    hearing = await create(team, "daan")
    async with await reference.operator_of(team) as operator:
        await amend(operator, "countries/NL", "disclosure", "The complete file")
    settling = (
        "update reference_uses set settled_version = 1, decision = 'removed', settled_by = :seat, settled_at = now()"
        " where court_hearing = :id and field = 'disclosure'"
    )
    raising = (
        "update reference_uses set version = 1, settled_version = 1, told_version = 1, used_at = now(),"
        " value = '\"The complete file\"' where court_hearing = :id and field = 'disclosure'"
    )
    assert await attempt(team, "jonas", raising, id=UUID(hearing["id"])) == 0
    for who, statement in (("daan", settling), ("noor", settling), ("daan", raising)):
        with pytest.raises(DBAPIError, match=r"row-level security|stands in its ledger"):
            await attempt(team, who, statement, id=UUID(hearing["id"]))
    assert [one["field"] for one in await changed(team, "noor")] == ["disclosure"]
