"""Standing rules through the API: who decides them, who reads and hears of them, and what a registration makes of them."""

from datetime import timedelta
from typing import Any

from app import clock
from tests.factories.evidence import alike, custody, grant, kinds, recall, register, see, try_register, values
from tests.factories.sharing.access_rules import CLAUSE, change, place, retire, rule, rules, try_rule
from tests.factories.team import Team, read_json

LATER = (clock.now() + timedelta(days=30)).isoformat()
#: What is wrong with a rule, and the field that the refusal must name.
WRONG: list[tuple[dict[str, Any], str]] = [
    ({"clause": ""}, "clause"),
    ({"clause": None}, "clause"),
    ({"clause": "c" * 121}, "clause"),
    ({"level": "everything"}, "level"),
    ({"category": "secrets"}, "category"),
    ({"handling": "H9"}, "handling"),
    ({"to_party": "XX"}, "to_party"),
    ({"to_party": "NL"}, "to_party"),
    ({"to_kind": "eu_body"}, "to_kind"),  # beside DE
    ({"to_party": None, "to_kind": "planet"}, "to_kind"),
    ({"seats": ["NL-03"]}, "seats"),
    ({"seats": ["FR-01"]}, "seats"),
    ({"seats": []}, "seats"),
    ({"authorities": ["TJ"]}, "authorities"),
    ({"to_party": None, "seats": ["DE-02"]}, "seats"),
    ({"to_party": None, "to_kind": "member_state", "authorities": ["BP"]}, "authorities"),
    ({"level": "none", "seats": ["DE-02"]}, "seats"),
    ({"level": "none", "until": LATER}, "until"),
    ({"purposes": []}, "purposes"),
    ({"until": "2020-01-01T00:00:00Z"}, "until"),
    ({"not_before": LATER, "until": LATER}, "until"),
    ({"until": "2030-01-01T00:00:00"}, "until"),
    ({"party": "FR"}, "party"),
]


async def releases_of(team: Team, exhibit: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The originator's view of who has what, but for itself."""
    return {
        one["party"]: one for one in read_json(await see(team, "noor", exhibit))["releases"] if one["party"] != "NL"
    }


class TestARule:
    async def test_is_added_changed_and_retired_and_each_is_a_fact(self, team: Team) -> None:
        added = await rule(team, seats=["DE-02"])
        assert (added["code"][:5], added["version"], added["level"], added["clause"]) == ("NL-R-", 1, "held", CLAUSE)
        assert (added["decided_by"], added["effect"]) == (team.code("noor"), "gives")
        changed = read_json(await change(team, "bram", added, level="listed", clause="Amendment 1, cl. 3"))
        assert (changed["version"], changed["seats"], changed["decided_by"]) == (2, None, team.code("bram"))
        assert await rules(team) == [changed]
        assert (await retire(team, "noor", changed)).status_code == 204
        assert await rules(team) == []
        facts = [values(one) for one in await team.entries("noor", "access_rule.changed")]
        assert [(one["change"], one["level"], one["version"]) for one in facts] == [
            ("added", "held", 1),
            ("changed", "listed", 2),
            ("retired", "listed", 3),
        ]
        assert facts[1]["former"] == {"level": "held", "seats": ["DE-02"], "clause": CLAUSE}
        assert (facts[1]["reason"], facts[0]["to_party"], facts[0]["category"]) == (
            "As agreed on 3 June",
            "DE",
            "disk_image",
        )

    async def test_names_what_is_wrong_and_changes_nothing(self, team: Team) -> None:
        for wrong, field in WRONG:
            refused = await try_rule(team, **wrong)
            assert refused.status_code == 422, refused.text
            named = {one["field"] for one in refused.json().get("errors", ())} | {refused.json().get("field")}
            assert field in named, refused.text
        assert await rules(team) == []

    async def test_stands_once_in_its_cell_until_it_is_retired(self, team: Team) -> None:
        first = await rule(team, category=None, to_party=None)
        again = await try_rule(team, category=None, to_party=None, level="listed")
        assert (again.status_code, again.json()["code"]) == (409, "rule-exists")
        assert await rules(team) == [first]
        assert (await retire(team, "noor", first)).status_code == 204
        await rule(team, category=None, to_party=None, level="listed")

    async def test_a_change_that_changes_nothing_is_refused(self, team: Team) -> None:
        added = await rule(team)
        assert (await change(team, "noor", added)).status_code == 422
        assert len(await team.entries("noor", "access_rule.changed")) == 1

    async def test_a_stale_change_is_lost_to_nobody(self, team: Team) -> None:
        added = await rule(team)
        changed = read_json(await change(team, "bram", added, level="listed"))
        for stale in (await change(team, "noor", added, level="none"), await retire(team, "noor", added)):
            current = stale.json()["current"]
            assert (stale.status_code, current["version"], current["level"]) == (412, 2, "listed")
        blind = await team.client("noor").request("DELETE", place(team, added), json={"reason": "x"})
        assert blind.status_code == 428
        assert await rules(team) == [changed]

    async def test_a_retired_one_is_gone(self, team: Team) -> None:
        added = await rule(team)
        assert (await retire(team, "noor", added)).status_code == 204
        assert (await change(team, "noor", added, version=2)).status_code == 404
        assert (await retire(team, "noor", added, version=2)).status_code == 404

    async def test_to_a_third_country_gives_nothing_and_says_so(self, team: Team) -> None:
        assert (await rule(team, to_party="CH"))["effect"] == "outbound_gate_closed"
        assert (await rule(team, to_party=None, to_kind="third_country"))["effect"] == "outbound_gate_closed"
        assert (await rule(team, to_party="CH", category=None, level="none"))["effect"] == "gives"
        exhibit = await register(team)
        assert await releases_of(team, exhibit) == {}
        assert (await see(team, "mara", exhibit)).status_code == 404


class TestWhoReadsAndDecides:
    async def test_only_leaders_decide(self, team: Team) -> None:
        added = await rule(team)
        for who in ("daan", "coordinator", "admin", "auditor", "ines", "jit_auditor"):
            assert (await try_rule(team, who, category="financial")).status_code == 403, who
            assert (await change(team, who, added, level="none")).status_code == 403, who
            assert (await retire(team, who, added)).status_code == 403, who
        assert await rules(team) == [added]

    async def test_another_party_neither_reads_nor_changes_them(self, team: Team) -> None:
        added = await rule(team, category=None, to_party=None)
        assert await rules(team, "daan") == await rules(team, "coordinator") == [added]
        for who in ("jonas", "lena", "claire", "mara", "auditor", "jit_auditor"):
            assert await rules(team, who) == [], who
        absent = added | {"id": str(clock.new_id())}
        for who in ("jonas", "claire", "mara"):
            for act in (change, retire):
                there, not_there = await act(team, who, added), await act(team, who, absent)
                assert (there.status_code, alike(there, not_there)) == (404, True), who
        assert await rules(team) == [added]

    async def test_a_change_is_heard_by_its_party_and_the_one_it_names(self, team: Team) -> None:
        await rule(team)
        await rule(team, to_party=None, to_kind="member_state", level="listed")
        heard = {}
        for who in ("noor", "daan", "jonas", "lena", "auditor", "jit_auditor", "claire", "mara", "ines", "coordinator"):
            heard[who] = len(await team.entries(who, "access_rule.changed"))
        assert heard == {
            "noor": 2,
            "daan": 2,
            "jonas": 1,
            "lena": 1,
            "auditor": 1,  # of Germany
            "jit_auditor": 2,
            "claire": 0,
            "mara": 0,
            "ines": 0,
            "coordinator": 2,  # of the Netherlands
        }


class TestARegistration:
    async def test_without_releases_follows_the_rules_and_cites_them(self, team: Team) -> None:
        german = await rule(team, seats=["DE-02"], purposes=["JIT_PURPOSE"])
        bodies = await rule(team, category=None, to_party=None, to_kind="eu_body", level="listed", clause="Annex II")
        exhibit = await register(team)
        given = await releases_of(team, exhibit)
        assert {party: one["level"] for party, one in given.items()} == {"DE": "held", "EUROJUST": "listed"}
        assert (given["DE"]["seats"], given["DE"]["purposes"]) == (["DE-02"], ["JIT_PURPOSE"])
        assert given["DE"]["basis"] == f"{CLAUSE} ({german['code']})"
        assert given["EUROJUST"]["basis"] == f"Annex II ({bodies['code']})"
        assert kinds(await custody(team, "noor", exhibit)) == ["evidence.registered", *["evidence.released"] * 2]
        assert read_json(await see(team, "lena", exhibit))["level"] == "held"
        for who in ("jonas", "claire", "mara"):
            assert (await see(team, who, exhibit)).status_code == 404, who

    async def test_a_member_registers_under_the_leaders_rules(self, team: Team) -> None:
        await rule(team)
        await rule(team, category=None, handling="H1", to_party=None, level="readable", clause="cl. 9")
        exhibit = await register(team, "daan", handling=["H1"])
        given = await releases_of(team, exhibit)
        assert {party: one["level"] for party, one in given.items()} == {
            "DE": "readable",
            "FR": "readable",
            "EUROJUST": "readable",
        }
        assert {one["granted_by"] for one in given.values()} == {team.code("daan")}
        assert read_json(await see(team, "lena", exhibit))["level"] == "readable"
        heard = [values(one) for one in await custody(team, "lena", exhibit)]
        assert [one.get("party") for one in heard] == [None, "DE"], "its own release, and no other's"

    async def test_with_releases_named_rules_say_nothing(self, team: Team) -> None:
        await rule(team)
        alone = read_json(await try_register(team, "daan", releases=[]), 201)
        french = read_json(await try_register(team, releases=[{"party": "FR", "level": "listed"}]), 201)
        assert await releases_of(team, alone) == {}
        assert list(await releases_of(team, french)) == ["FR"]
        refused = await try_register(team, "daan", releases=[{"party": "DE", "level": "listed"}])
        assert (refused.status_code, refused.json()["code"]) == (403, "needs-leader")

    async def test_an_explicit_none_beats_every_grant(self, team: Team) -> None:
        await rule(team, to_party=None)
        await rule(team, category=None, to_party="FR", level="none")
        assert list(await releases_of(team, await register(team, "daan"))) == ["DE", "EUROJUST"]

    async def test_tlp_is_honoured(self, team: Team) -> None:
        await rule(team)
        await rule(team, to_party="FR", seats=["FR-02"], authorities=["GN"])
        assert list(await releases_of(team, await register(team, "daan", tlp="RED"))) == ["FR"]
        assert list(await releases_of(team, await register(team, "daan", tlp="AMBER_STRICT"))) == ["FR"]

    async def test_a_window_of_a_rule_is_the_releases(self, team: Team) -> None:
        await rule(team, not_before=LATER)
        exhibit = await register(team, "daan")
        assert (await releases_of(team, exhibit))["DE"]["state"] == "pending"
        assert (await see(team, "lena", exhibit)).status_code == 404

    async def test_a_changed_rule_leaves_what_is_there(self, team: Team) -> None:
        added = await rule(team)
        exhibit = await register(team)
        changed = read_json(await change(team, "noor", added, level="none"))
        assert (await releases_of(team, exhibit))["DE"]["level"] == "held"
        assert await releases_of(team, await register(team)) == {}
        assert (await retire(team, "noor", changed)).status_code == 204
        assert (await releases_of(team, exhibit))["DE"]["level"] == "held"

    async def test_a_leader_still_decides_for_one_exhibit(self, team: Team) -> None:
        await rule(team)
        exhibit = await register(team, "daan")
        read_json(await grant(team, "noor", exhibit, "DE", version=1, level="listed"))
        read_json(await grant(team, "noor", exhibit, "FR", level="readable"))
        assert (await recall(team, "noor", exhibit, "DE", 2)).status_code == 204
        assert {party: one["level"] for party, one in (await releases_of(team, exhibit)).items()} == {"FR": "readable"}
