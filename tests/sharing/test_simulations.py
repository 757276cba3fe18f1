"""Why can I and who could see this if: the same as what then happens, and nothing that the asker may not know."""

from datetime import timedelta
from typing import Any

from app import clock
from tests.factories import evidence
from tests.factories.evidence import alike, grant, place, recall, register, release, see, with_file
from tests.factories.sharing.access_rules import CLAUSE, rule
from tests.factories.team import PEOPLE, Team, read_json

DRAFT: dict[str, Any] = {"draft": {"category": "disk_image"}}


async def foreseen(team: Team, who: str = "noor", **wish: Any) -> dict[str, dict[str, Any]]:
    """What would be, by party."""
    answer = read_json(await team.client(who).post(team.path("/simulations"), json=wish))
    return {one["party"]: one for one in answer["parties"]}


def after(told: dict[str, dict[str, Any]]) -> dict[str, str]:
    """How far each seat would see that would see anything."""
    return {one["seat"]: one["after"] for party in told.values() for one in party["seats"] if one["after"] != "none"}


async def seen_by(team: Team, exhibit: dict[str, Any]) -> dict[str, str]:
    """How far each seat does see."""
    found = {}
    for name, person in PEOPLE.items():
        if person.roles and person.party:
            answer = await see(team, name, exhibit)
            if answer.status_code == 200:
                found[team.code(name)] = answer.json()["level"]
    return found


class TestWhoCouldSeeThisIf:
    async def test_a_draft_under_rules_is_what_its_registration_makes(self, team: Team) -> None:
        german = await rule(team, authorities=["BP"])
        await rule(team, category=None, to_party=None, level="listed", clause="Annex II")
        told = await foreseen(team, "daan", **DRAFT)
        exhibit = await register(team, "daan")
        assert after(told) == await seen_by(team, exhibit)
        assert told["DE"]["after"]["release"]["authorities"] == ["BP"]
        assert german["code"] in told["DE"]["after"]["rules"]
        assert told["CH"]["after"] == {
            "release": None,
            "because": "outbound_gate_closed",
            "rules": told["FR"]["after"]["rules"],
        }
        assert {one["because"] for one in told["DE"]["seats"]} == {"level_listed", "authority_not_named"}
        assert all(one["before"] == "none" for party in told.values() for one in party["seats"])

    async def test_a_rule_that_is_thought_of_and_one_that_replaces(self, team: Team) -> None:
        await rule(team)
        thought = {"to_party": "FR", "level": "readable", "clause": "cl. 9"}
        told = await foreseen(team, **DRAFT, rule=thought)
        assert (told["DE"]["after"]["release"]["level"], told["FR"]["after"]["release"]["level"]) == (
            "held",
            "readable",
        )
        instead = {"category": "disk_image", "to_party": "DE", "level": "listed", "clause": "cl. 9"}
        assert (await foreseen(team, **DRAFT, rule=instead))["DE"]["after"]["release"]["level"] == "listed"
        assert (await foreseen(team, **DRAFT))["FR"]["after"]["because"] == "no_rule", "nothing was written"
        assert len(await team.entries("noor", "access_rule.changed")) == 1

    async def test_named_releases_of_a_draft(self, team: Team) -> None:
        await rule(team)
        named = [release("FR", "listed"), release("EUROJUST", seats=["EUROJUST-01"])]
        told = await foreseen(team, draft={"category": "disk_image", "releases": named})
        exhibit = await register(team, "noor", *named)
        assert after(told) == await seen_by(team, exhibit)

    async def test_what_goes_beyond_the_union_waits_first(self, team: Team) -> None:
        exhibit = await register(team, "noor")
        told = await foreseen(team, evidence=exhibit["id"], release={"party": "CH", "level": "listed"})
        assert (told["CH"]["before"]["release"], told["CH"]["after"]["because"]) == (None, "waits_for_gate")

    async def test_a_release_and_a_recall_of_an_exhibit(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        wish = {"party": "DE", "level": "readable", "seats": [team.code("lena")]}
        told = await foreseen(team, evidence=exhibit["id"], release=wish)
        assert [(one["seat"], one["before"], one["after"], one["because"]) for one in told["DE"]["seats"]] == [
            ("DE-01", "held", "none", "not_named"),
            ("DE-02", "held", "readable", "level_readable"),
            ("DE-03", "listed", "none", "not_named"),
            ("DE-04", "none", "none", "not_named"),
        ]
        read_json(
            await grant(team, "noor", exhibit, "DE", version=1, **{k: v for k, v in wish.items() if k != "party"})
        )
        assert after(told) == await seen_by(team, exhibit)
        told = await foreseen(team, evidence=exhibit["id"], release={"party": "DE", "level": "none"})
        assert told["DE"]["after"]["release"] is None
        assert (await recall(team, "noor", exhibit, "DE", 2)).status_code == 204
        assert after(told) == await seen_by(team, exhibit)

    async def test_one_that_begins_later_is_foreseen_as_it_begins(self, team: Team) -> None:
        later = clock.rfc3339(clock.now() + timedelta(days=1))
        told = await foreseen(team, draft={"category": "other", "releases": [release("FR", not_before=later)]})
        assert after(told)["FR-02"] == "held"
        assert told["FR"]["after"]["release"]["not_before"] == later

    async def test_is_refused_as_saving_would_be(self, team: Team) -> None:
        client, path = team.client("noor"), team.path("/simulations")
        wishes: list[tuple[dict[str, Any], str]] = [
            ({}, "draft"),
            (DRAFT | {"evidence": str(clock.new_id())}, "draft"),
            (DRAFT | {"rule": {"to_party": "NL", "level": "held", "clause": "x"}}, "to_party"),
            ({"draft": {"category": "other", "releases": [release("XX")]}}, "draft.releases.0.party"),
            ({"draft": {"category": "other", "tlp": "RED", "releases": [release("DE")]}}, "draft.releases.0.seats"),
        ]
        for wish, field in wishes:
            refused = await client.post(path, json=wish)
            assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, field), refused.text

    async def test_only_the_originator_asks_and_what_it_may_not_see_is_absent(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        for who, status in (("jonas", 403), ("claire", 404), ("mara", 404)):
            wish = {"evidence": exhibit["id"], "release": {"party": "FR", "level": "held"}}
            path = team.path("/simulations")
            there = await team.client(who).post(path, json=wish)
            assert there.status_code == status, who
            if status == 404:
                absent = await team.client(who).post(path, json=wish | {"evidence": str(clock.new_id())})
                assert alike(there, absent), who

    async def test_anothers_rules_are_not_read(self, team: Team) -> None:
        await rule(team, category=None, to_party="FR")
        told = await foreseen(team, "jonas", **DRAFT)
        assert {party: one["after"]["because"] for party, one in told.items()} == {
            "DE": "by_hand",
            "NL": "no_rule",
            "FR": "no_rule",
            "CH": "no_rule",
            "EUROJUST": "no_rule",
        }


class TestWhyCanI:
    async def test_says_yes_with_its_obligations_and_the_clause(self, team: Team) -> None:
        added = await rule(team)
        exhibit = await register(team, "daan")
        told = read_json(await team.client("lena").get(place(team, exhibit, "/decision?act=take&purpose=JIT_PURPOSE")))
        assert (told["allowed"], told["level"], told["because"][0]["code"]) == (True, "held", "level_held")
        assert [one["code"] for one in told["obligations"]] == ["justify"]
        assert told["release"]["basis"] == f"{CLAUSE} ({added['code']})"
        assert all(one["sentence"].endswith(".") for one in told["because"] + told["obligations"])

    async def test_says_no_and_why_as_the_act_itself_does(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE", "readable", purposes=["JIT_PURPOSE"]))
        ask = team.client("lena")
        taking = read_json(await ask.get(place(team, exhibit, "/decision?act=take&purpose=JIT_PURPOSE")))
        refused = await evidence.take_it(team, "lena", exhibit)
        assert (taking["allowed"], [one["code"] for one in taking["because"]]) == (False, ["level_below_held"])
        assert refused.json()["code"] == "level-below-held"
        reading = read_json(await ask.get(place(team, exhibit, "/decision?act=open&purpose=IMMINENT_THREAT")))
        assert [one["code"] for one in reading["because"]] == ["purpose_not_released"]
        releasing = read_json(await ask.get(place(team, exhibit, "/decision?act=release")))
        assert {one["code"] for one in releasing["because"]} >= {"originator_only"}
        assert await team.entries("noor", "evidence.opened") == [], "asking is not opening"

    async def test_of_what_one_may_not_see_there_is_nothing_to_say(self, team: Team) -> None:
        exhibit = await register(team)
        for who in ("lena", "claire", "mara", "ines"):
            there = await team.client(who).get(place(team, exhibit, "/decision"))
            absent = await team.client(who).get(place(team, exhibit | {"id": str(clock.new_id())}, "/decision"))
            assert (there.status_code, alike(there, absent)) == (404, True), who
