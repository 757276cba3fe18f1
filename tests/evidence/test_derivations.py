"""Derived exhibits: the strictest of their parents, at registration and ever after, and what each side learns of it."""

from typing import Any

import pytest

from tests.custody.test_disclosures import disclose
from tests.factories.derivations import derive, ends, entered, try_derive
from tests.factories.evidence import (
    alike,
    custody,
    describe,
    form,
    grant,
    kinds,
    open_it,
    place,
    recall,
    register,
    release,
    rendered,
    see,
    take_it,
    upload,
    values,
    with_file,
)
from tests.factories.sharing.access_rules import rule
from tests.factories.sharing.consents import ask, do
from tests.factories.sharing.gates import attest
from tests.factories.team import Team, read_json

ABSENT = {"id": "0192f0c1-2345-7000-8000-000000000000"}


async def level(team: Team, who: str, exhibit: dict[str, Any]) -> str | None:
    """How far somebody sees it."""
    answer = await see(team, who, exhibit)
    return str(read_json(answer)["level"]) if answer.status_code == 200 else None


async def versions(team: Team, who: str, exhibit: dict[str, Any]) -> dict[str, int]:
    """Each release's version."""
    return {one["party"]: one["version"] for one in read_json(await see(team, who, exhibit))["releases"]}


class TestMarks:
    async def test_are_the_strictest_of_all_parents_and_its_own(self, team: Team) -> None:
        one = await register(team, "noor", release("DE"), handling=["H1"], tlp="GREEN")
        other = await register(
            team,
            "noor",
            release("DE", seats=[team.code("jonas"), team.code("lena")]),
            handling=["H2", "H3"],
            handling_text="Closed hearing",
            tlp="RED",
        )
        child = await derive(team, "jonas", one, other, tlp="CLEAR")
        assert (child["handling"], child["tlp"]) == (["H1", "H2", "H3"], "RED")
        assert child["handling_text"] == "Closed hearing"
        (own,) = child["releases"]
        assert own["seats"] == sorted([team.code("jonas"), team.code("lena")])
        assert "OTHER_OFFENCE_WITH_CONSENT" not in own["purposes"]
        plain = await derive(team, "jonas", one, handling=["H3"], handling_text="Ours too")
        assert (plain["handling"], plain["handling_text"]) == (["H1", "H3"], "Ours too")

    async def test_each_text_is_kept(self, team: Team) -> None:
        one = await register(team, "noor", release("DE"), handling=["H3"], handling_text="Closed hearing")
        child = await derive(team, "jonas", one, handling=["H3"], handling_text="And not by telephone")
        assert child["handling_text"] == "And not by telephone\n\nClosed hearing"
        refused = await describe(team, "jonas", child, title=child["title"], handling_text="And not by telephone")
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "handling_text"), refused.text
        more = child["handling_text"] + "\n\nNever"
        read_json(await describe(team, "jonas", child, title=child["title"], handling_text=more))

    async def test_are_told_before_anything_is_saved(self, team: Team) -> None:
        one = await register(team, "noor", release("DE", authorities=["BP"], purposes=["AUDIT"]), handling=["H2"])
        ask = team.path(f"/inheritance?parent={one['id']}")
        assert (await team.client("jonas").get(ask)).status_code == 404, "not of the authority"
        refused = await team.client("lena").get(ask)
        assert (refused.status_code, refused.json()["code"]) == (409, "nobody-could-decide")
        both = await register(team, "noor", release("DE", purposes=["AUDIT"]), handling=["H2"], tlp="GREEN")
        told = read_json(await team.client("lena").get(team.path(f"/inheritance?parent={both['id']}")))
        assert told == {
            "handling": ["H2"],
            "tlp": "GREEN",
            "handling_text": None,
            "seats": None,
            "purposes": ["AUDIT", "JIT_MANAGEMENT"],
            "bound": True,
            "only_to": ["NL"],
        }
        own = await derive(team, "lena", both)
        assert own["releases"][0]["purposes"] == ["AUDIT", "JIT_MANAGEMENT"]


class TestWhoDerives:
    async def test_holds_the_original(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"), release("FR", "readable"))
        assert read_json(await see(team, "lena", exhibit))["may"]["derive"]["allowed"]
        refused = await try_derive(team, "hugo", exhibit)
        assert (refused.status_code, refused.json()["code"]) == (403, "level-below-held")
        for who in ("karl", "auditor", "coordinator", "admin"):
            assert (await try_derive(team, who, exhibit)).status_code in {403, 404}, who
        hidden = await register(team, "noor")
        there, absent = await try_derive(team, "claire", hidden), await try_derive(team, "claire", ABSENT)
        assert alike(there, absent)
        assert there.status_code == 404
        assert read_json(await team.client("hugo").get(team.path("/evidence")))["items"][0]["id"] == exhibit["id"]

    async def test_names_each_parent_once_and_no_more_than_twenty(self, team: Team) -> None:
        exhibit = await register(team, "noor")
        assert (await try_derive(team, "noor", exhibit, exhibit)).status_code == 422
        assert (await try_derive(team, "noor", *[exhibit] * 21)).status_code == 422
        assert (await try_derive(team, "noor", exhibit, how="magic")).status_code == 422
        many = {"items": [form(derived_from=[{"evidence": exhibit["id"], "how": "copy"}])]}
        assert (await team.client("noor").post(team.path("/evidence/bulk"), json=many)).status_code == 422

    async def test_not_of_what_is_withdrawn(self, team: Team) -> None:
        exhibit = await register(team, "noor")
        headers = {"If-Match": '"1"'}
        read_json(
            await team.client("noor").post(place(team, exhibit, "/withdrawal"), json={"reason": "x"}, headers=headers)
        )
        refused = await try_derive(team, "noor", exhibit)
        assert (refused.status_code, refused.json()["code"]) == (403, "withdrawn")


class TestReleases:
    async def test_go_no_further_than_each_parents(self, team: Team) -> None:
        one = await register(team, "noor", release("DE"), release("FR", "readable", purposes=["AUDIT"]))
        two = await register(team, "noor", release("DE"), release("FR"), release("EUROJUST"))
        child = await derive(team, "jonas", one, two)
        for terms in ({}, {"level": "readable"}, {"level": "held", "purposes": ["AUDIT"]}):
            refused = await grant(team, "jonas", child, "FR", **terms)
            assert (refused.status_code, refused.json()["code"]) == (403, "beyond-parents"), terms
        assert (await grant(team, "jonas", child, "EUROJUST", level="listed")).status_code == 403
        assert await level(team, "claire", child) is None
        read_json(await grant(team, "jonas", child, "FR", level="readable", purposes=["AUDIT"]))
        read_json(await grant(team, "jonas", child, "NL"))
        assert (await level(team, "claire", child), await level(team, "noor", child)) == ("readable", "held")
        more = await try_derive(team, "jonas", one, two, releases=[release("FR")])
        assert (more.status_code, more.json()["code"]) == (403, "beyond-parents")

    async def test_of_ones_own_are_free(self, team: Team) -> None:
        secret = await register(team, "noor")
        redacted = await derive(team, "noor", secret, how="redaction", releases=[release("DE")])
        assert await level(team, "lena", redacted) == "held"
        assert await ends(team, "lena", redacted) == ([], [])
        assert await ends(team, "noor", redacted) == ([secret["id"]], [])

    async def test_h2_leads_back_to_its_provider_alone(self, team: Team) -> None:
        parent = await register(team, "noor", release("DE"), release("FR"), handling=["H2"])
        child = await derive(team, "jonas", parent)
        refused = await grant(team, "jonas", child, "FR", basis="Letter of 3 May")
        assert (refused.status_code, refused.json()["code"]) == (403, "beyond-parents")
        read_json(await grant(team, "jonas", child, "NL", basis="Back to its provider"))

    async def test_no_rule_releases_what_is_bound(self, team: Team) -> None:
        parent = await register(team, "noor", release("DE"), release("FR"))
        await rule(team, "jonas", category=None, to_party="FR", level="held")
        assert await level(team, "claire", await derive(team, "lena", parent)) is None

    async def test_grandchildren_too(self, team: Team) -> None:
        parent = await register(team, "noor", release("DE"), release("FR", "listed"))
        child = await derive(team, "jonas", parent)
        own = await derive(team, "jonas", child)
        assert (await grant(team, "jonas", own, "FR", level="readable")).status_code == 403
        read_json(await grant(team, "jonas", own, "FR", level="listed"))
        read_json(await grant(team, "jonas", child, "FR", level="listed"))
        assert (await try_derive(team, "claire", child)).status_code == 403


class TestFollowing:
    async def test_a_recall_and_a_narrowing_arrive_at_once_down_to_grandchildren(self, team: Team) -> None:
        parent = await register(team, "noor", release("DE"), release("FR"))
        child = await derive(team, "jonas", parent, releases=[release("FR")])
        own = await derive(team, "jonas", child, releases=[release("FR")])
        french = await derive(team, "claire", child)
        read_json(await grant(team, "noor", parent, "FR", version=1, level="readable", purposes=["AUDIT"]))
        for one in (child, own):
            assert await level(team, "claire", one) == "readable"
            mine = [row for row in read_json(await see(team, "jonas", one))["releases"] if row["party"] == "FR"]
            assert (mine[0]["level"], mine[0]["purposes"], mine[0]["version"]) == ("readable", ["AUDIT"], 2)
        assert (await recall(team, "noor", parent, "FR", 2)).status_code == 204
        assert [await level(team, "claire", one) for one in (child, own)] == [None, None]
        assert await level(team, "claire", french) == "held", "what was derived stays its maker's own"
        (row,) = read_json(await see(team, "claire", french))["releases"]
        assert row["purposes"] == ["JIT_MANAGEMENT"], "and serves nothing any more"
        await entered(team)
        told = [values(one) for one in await custody(team, "jonas", child) if one["kind"] == "release.followed"]
        assert [(one["party"], one["former"], one["level"]) for one in told] == [
            ("FR", "held", "readable"),
            ("FR", "readable", "none"),
        ]
        assert "release.followed" not in kinds(await custody(team, "noor", parent))

    async def test_a_withdrawal_arrives_too(self, team: Team) -> None:
        parent = await with_file(team, release("DE"), release("FR"))
        child = await derive(team, "jonas", parent, releases=[release("FR")])
        await upload(team, "jonas", child)
        await rendered(team, child)
        read_json(await take_it(team, "claire", child), 201)
        headers = {"If-Match": f'"{read_json(await see(team, "noor", parent))["version"]}"'}
        read_json(
            await team.client("noor").post(place(team, parent, "/withdrawal"), json={"reason": "x"}, headers=headers)
        )
        assert await level(team, "claire", child) == "listed"
        refused = await open_it(team, "jonas", child)
        assert (refused.status_code, refused.json()["code"]) == (403, "purpose-not-released")
        read_json(await open_it(team, "jonas", child, purpose="JIT_MANAGEMENT"), 201)
        copies = read_json(await team.client("claire").get(team.path("/copies?unanswered=true")))["items"]
        assert child["exhibit_number"] in [one["exhibit_number"] for one in copies]
        await entered(team)
        assert {"release.followed", "copy.asked"} <= set(kinds(await custody(team, "jonas", child)))

    async def test_what_waits_for_a_gate_is_given_up(self, team: Team) -> None:
        parent = await register(team, "noor", release("DE"))
        wish = read_json(await grant(team, "noor", parent, "CH"), 202)
        child = await derive(team, "jonas", parent)
        assert (await grant(team, "jonas", child, "CH")).status_code == 403, "it waits there still"
        read_json(await attest(team, "noor", wish), 201)
        read_json(await grant(team, "jonas", child, "CH"), 202)
        assert (await recall(team, "noor", parent, "CH")).status_code == 204
        assert read_json(await team.client("jonas").get(team.path("/waiting-releases")))["items"] == []
        await entered(team)
        assert "release.given_up" in kinds(await custody(team, "jonas", child))

    async def test_a_consent_that_ends_does_not_go_back_beyond_a_parent(self, team: Team) -> None:
        parent = await register(team, "noor", release("DE"), release("FR"))
        child = await derive(team, "jonas", parent, releases=[release("FR", "readable", purposes=["AUDIT"])])
        asked = await ask(team, "claire", child, level="readable", purposes=["JIT_PURPOSE"])
        granted = read_json(await do(team, "jonas", asked, "grant"))
        read_json(await grant(team, "noor", parent, "FR", version=1, purposes=["JIT_PURPOSE"]))
        read_json(await do(team, "jonas", granted, "withdrawal"))
        assert await level(team, "claire", child) is None


class TestInCourt:
    async def test_h1_binds_who_derived_it_too(self, team: Team) -> None:
        parent = await with_file(team, release("DE"), release("FR"), handling=["H1"])
        child = await derive(team, "jonas", parent, releases=[release("FR")])
        await upload(team, "jonas", child)
        refused = await disclose(team, "jonas", child)
        assert (refused.status_code, refused.json()["code"]) == (403, "court-use-not-consented")
        scope = {"profile": "court", "scope": {"evidence": child["id"]}}
        assert (await team.client("jonas").post(team.path("/exports"), json=scope)).status_code == 403
        asked = await ask(team, "claire", child, use="court")
        refused = await do(team, "jonas", asked, "grant")
        assert (refused.status_code, refused.json()["code"]) == (403, "beyond-parents")
        consent = read_json(await do(team, "noor", await ask(team, "jonas", parent, use="court"), "grant"))
        read_json(await disclose(team, "jonas", child), 201)
        read_json(await do(team, "noor", consent, "withdrawal"))
        assert (await disclose(team, "jonas", child)).status_code == 403


class TestWhoLearns:
    async def test_the_originator_hears_that_something_was_derived_and_not_what(self, team: Team) -> None:
        parent = await register(team, "noor", release("DE"), release("FR"))
        child = await derive(team, "lena", parent, how="translation")
        (told,) = [one for one in await custody(team, "noor", parent) if one["kind"] == "evidence.derived"]
        assert values(told)["how"] == "translation"
        assert (told["party"], "derived" in told["fields"]) == ("DE", False)
        assert child["exhibit_number"] not in str(await team.entries("noor"))
        (mine,) = [one for one in await custody(team, "jonas", parent) if one["kind"] == "evidence.derived"]
        assert values(mine)["derived"] == child["exhibit_number"]
        assert "evidence.derived" not in kinds(await custody(team, "claire", parent))
        (inherited,) = [one for one in await custody(team, "lena", child) if one["kind"] == "evidence.inherited"]
        assert values(inherited)["parents"] == [{"exhibit_number": parent["exhibit_number"], "how": "translation"}]

    @pytest.mark.parametrize("sees", ["parent", "child", "both"])
    async def test_a_derivation_is_read_by_who_sees_both_ends(self, team: Team, sees: str) -> None:
        parent = await register(team, "noor", release("DE"), release("FR"))
        child = await derive(team, "jonas", parent, releases=[release("FR")])
        if sees == "parent":
            assert (await recall(team, "jonas", child, "FR")).status_code == 204
            assert await ends(team, "claire", parent) == ([], [])
        elif sees == "child":
            own = await derive(team, "jonas", child, releases=[release("FR")])
            assert (await recall(team, "jonas", child, "FR")).status_code == 204
            assert await ends(team, "claire", own) == ([], [])
        else:
            assert await ends(team, "claire", child) == ([parent["id"]], [])
            assert await ends(team, "claire", parent) == ([], [child["id"]])
