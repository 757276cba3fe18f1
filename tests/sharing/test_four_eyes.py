"""Four eyes: what a party gives to two leaders, none decides alone, in the database either; a withdrawal waits for nobody."""

from typing import Any

import pytest
from sqlalchemy.exc import DBAPIError

from tests.factories import derivations
from tests.factories.evidence import (
    custody,
    grant,
    kinds,
    listed,
    place,
    recall,
    register,
    release,
    see,
    values,
)
from tests.factories.sharing import access_rules, consents
from tests.factories.sharing.four_eyes import confirm, demand, stands
from tests.factories.sharing.gates import attest, give_up, waiting
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt
from tests.support.databases.superuser import as_superuser


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


class TestAReleaseForTwo:
    async def test_waits_for_another_leader_and_its_party_knows_nothing(self, team: Team) -> None:
        exhibit = await register(team, "noor")
        read_json(await demand(team, "noor", "release"))
        wish = read_json(await grant(team, "noor", exhibit, "DE"), 202)
        assert (wish["gates"], wish["waits_for"], wish["may"]) == (["second_leader"], ["second_leader"], ["give_up"])
        assert await listed(team, "lena") == []
        assert refused(await confirm(team, "noor", wish)) == (403, "needs-second-leader")
        assert (await confirm(team, "daan", wish)).status_code == 403
        assert (await confirm(team, "jonas", wish)).status_code == 404
        (seen,) = await waiting(team, "bram")
        assert seen["may"] == ["confirm", "give_up"]
        shown = read_json(await confirm(team, "bram", wish), 201)
        assert (shown["released_to"], await waiting(team, "noor")) == (["DE", "NL"], [])
        entries = await custody(team, "noor", exhibit)
        assert kinds(entries)[-3:] == ["release.wanted", "release.confirmed", "evidence.released"]
        assert (entries[-2]["seat"], values(entries[-2])["wanted_by"]) == (team.code("bram"), team.code("noor"))
        assert "release.confirmed" not in kinds(await custody(team, "jonas", exhibit))
        assert (await confirm(team, "bram", wish)).status_code == 404

    async def test_waits_when_it_is_named_at_registration_too(self, team: Team) -> None:
        read_json(await demand(team, "bram", "release"))
        exhibit = await register(team, "bram", release("DE"), release("CH"))
        waits = {one["party"]: one for one in await waiting(team, "noor", exhibit)}
        assert {party: one["gates"] for party, one in waits.items()} == {
            "DE": ["second_leader"],
            "CH": ["attestation", "second_leader"],
        }
        read_json(await attest(team, "bram", waits["CH"]), 201)
        assert await listed(team, "mara") == []
        read_json(await confirm(team, "noor", waits["CH"]), 201)
        assert [one["id"] for one in await listed(team, "mara")] == [exhibit["id"]]

    async def test_less_waits_for_nobody_and_more_does(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE", "readable"))
        read_json(await demand(team, "noor", "release"))
        read_json(await grant(team, "noor", exhibit, "DE", version=1, level="listed"), 200)
        read_json(await grant(team, "noor", exhibit, "DE", version=2, level="held"), 202)
        assert read_json(await see(team, "lena", exhibit))["level"] == "listed"

    async def test_is_given_up_by_one(self, team: Team) -> None:
        exhibit = await register(team, "noor")
        read_json(await demand(team, "noor", "release"))
        wish = read_json(await grant(team, "noor", exhibit, "DE"), 202)
        assert (await give_up(team, "bram", wish)).status_code == 204
        assert (await confirm(team, "bram", wish)).status_code == 404

    async def test_of_a_consent_is_in_force_once_confirmed(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE", "listed"))
        read_json(await demand(team, "noor", "release", "recall"))
        asked = await consents.ask(team, "lena", exhibit, level="readable")
        granted = read_json(await consents.do(team, "noor", asked, "grant"))
        assert (granted["in_force"], read_json(await see(team, "lena", exhibit))["level"]) == (False, "listed")
        (wish,) = await waiting(team, "bram")
        read_json(await confirm(team, "bram", wish), 201)
        in_force = read_json(await consents.see(team, "lena", asked))
        assert (in_force["in_force"], read_json(await see(team, "lena", exhibit))["level"]) == (True, "readable")
        read_json(await consents.do(team, "noor", in_force, "withdrawal"))
        assert read_json(await see(team, "lena", exhibit))["level"] == "listed", "a consent is withdrawn by one"


class TestARecallForTwo:
    async def test_waits_and_is_done_by_the_second_leader(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"), release("FR"))
        read_json(await demand(team, "noor", "recall"))
        wish = read_json(await recall(team, "noor", exhibit, "DE"), 202)
        assert (wish["level"], wish["reason"], wish["waits_for"]) == (
            "none",
            "The order was quashed",
            ["second_leader"],
        )
        assert read_json(await see(team, "lena", exhibit))["level"] == "held"
        assert refused(await recall(team, "bram", exhibit, "DE")) == (409, "waits-already")
        assert refused(await confirm(team, "noor", wish)) == (403, "needs-second-leader")
        shown = read_json(await confirm(team, "bram", wish), 201)
        assert shown["released_to"] == ["FR", "NL"]
        assert ((await see(team, "lena", exhibit)).status_code, await waiting(team, "noor")) == (404, [])
        read_json(await grant(team, "noor", exhibit, "DE"), 200)
        entries = await custody(team, "noor", exhibit)
        assert kinds(entries)[-4:] == ["recall.wanted", "release.confirmed", "evidence.recalled", "evidence.released"]
        assert values(entries[-3])["level"] == "none"
        assert "recall.wanted" not in kinds(await custody(team, "hugo", exhibit))

    async def test_a_withdrawal_waits_for_nobody(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        read_json(await demand(team, "noor", "release", "recall"))
        read_json(await recall(team, "noor", exhibit, "DE"), 202)
        headers = {"If-Match": f'"{exhibit["version"]}"'}
        read_json(
            await team.client("bram").post(
                place(team, exhibit, "/withdrawal"), json={"reason": "Leaked"}, headers=headers
            )
        )
        assert (read_json(await see(team, "lena", exhibit))["level"], await waiting(team, "noor")) == ("listed", [])

    async def test_is_not_got_round_by_a_change(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        read_json(await demand(team, "noor", "recall"))
        for terms in ({"until": "2099-01-01T00:00:00Z"}, {"seats": [team.code("jonas")]}, {"authorities": ["STA"]}):
            answer = await grant(team, "noor", exhibit, "DE", version=1, **terms)
            assert refused(answer) == (409, "recall-needs-second-leader"), terms
        read_json(await grant(team, "noor", exhibit, "DE", version=1, level="listed"), 200)

    async def test_waits_of_what_was_derived_too_and_follows_its_parent_all_the_same(self, team: Team) -> None:
        parent = await register(team, "jonas", release("NL"), release("FR", authorities=["GN"]))
        child = await derivations.derive(team, "noor", parent)
        read_json(await grant(team, "noor", child, "FR", authorities=["GN"]), 200)
        read_json(await demand(team, "noor", "recall"))
        wish = read_json(await recall(team, "noor", child, "FR"), 202)
        assert (await see(team, "hugo", child)).status_code == 200
        read_json(await confirm(team, "bram", wish), 201)
        assert (await see(team, "hugo", child)).status_code == 404
        read_json(await grant(team, "noor", child, "FR", authorities=["GN"]), 200)
        assert (await recall(team, "jonas", parent, "FR")).status_code == 204
        assert (await see(team, "hugo", child)).status_code == 404, "what it rests on was recalled by one leader"

    async def test_ends_with_a_decision_meanwhile(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE", "readable"))
        read_json(await demand(team, "noor", "recall"))
        wish = read_json(await recall(team, "noor", exhibit, "DE"), 202)
        read_json(await grant(team, "bram", exhibit, "DE", version=1, level="held"), 200)
        assert (await confirm(team, "bram", wish)).status_code == 404


class TestARuleForTwo:
    async def test_its_releases_wait_for_who_neither_registered_nor_decided_it(self, team: Team) -> None:
        rule = await access_rules.rule(team, to_party="DE", category="disk_image", level="readable", four_eyes=True)
        assert rule["four_eyes"] is True
        exhibit = await register(team, "daan")
        (wish,) = await waiting(team, "noor", exhibit)
        assert (wish["gates"], wish["may"], await listed(team, "lena")) == (["second_leader"], ["give_up"], [])
        assert refused(await confirm(team, "noor", wish)) == (403, "needs-second-leader"), "Noor decided the rule"
        read_json(await confirm(team, "bram", wish), 201)
        assert [one["id"] for one in await listed(team, "lena")] == [exhibit["id"]]

    async def test_reaches_what_is_there_already_by_two(self, team: Team) -> None:
        given = await access_rules.rule(team, to_party="DE", category="disk_image", level="listed")
        exhibit = await register(team, "daan")
        read_json(await demand(team, "noor", "recall"))
        more = {"level": "held", "clause": "cl. 2", "reason": "x", "four_eyes": True}
        path, version = team.path(f"/access-rules/{given['id']}"), {"If-Match": '"1"'}
        read_json(await team.client("noor").put(path, json=more, headers=version))
        assert await self._apply(team) == 1
        assert read_json(await see(team, "lena", exhibit))["level"] == "listed"
        assert await self._apply(team) == 0, "what waits is not shown again"
        (wish,) = await waiting(team, "bram")
        read_json(await confirm(team, "bram", wish), 201)
        assert read_json(await see(team, "lena", exhibit))["level"] == "held"
        assert (await access_rules.retire(team, "noor", given, version=2)).status_code == 204
        assert (await self._apply(team), await self._apply(team)) == (1, 0)
        assert read_json(await see(team, "lena", exhibit))["level"] == "held"
        (wish,) = await waiting(team, "bram")
        read_json(await confirm(team, "bram", wish), 201)
        assert await listed(team, "lena") == []

    @staticmethod
    async def _apply(team: Team) -> int:
        path = team.path("/access-rules/changes")
        shown = read_json(await team.client("noor").get(path))
        applied: int = read_json(
            await team.client("noor").post(path, json={"token": shown["token"], "privilege_checked": True})
        )["applied"]
        return applied


class TestTheDemand:
    async def test_is_made_by_one_and_lifted_by_two(self, team: Team) -> None:
        nothing = await stands(team, "daan")
        assert (nothing["acts"], nothing["may_set"], nothing["version"]) == ([], False, 0)
        for who in ("daan", "auditor", "coordinator", "sofia"):
            body = {"acts": ["release"], "reason": "x"}
            answer = await team.client(who).put(team.path("/four-eyes"), json=body, headers={"If-Match": '"0"'})
            assert answer.status_code == 403, who
        read_json(await demand(team, "bram", "recall", "release"))
        assert (await demand(team, "noor", "release", version=0)).status_code == 412
        assert refused(await demand(team, "noor", "release", "recall")) == (409, "four-eyes-so-already")
        proposed = read_json(await demand(team, "noor", "recall"))
        assert (proposed["acts"], proposed["proposed"], proposed["may_confirm"]) == (
            ["release", "recall"],
            ["recall"],
            False,
        )
        assert refused(await demand(team, "noor", "recall")) == (409, "needs-second-leader")
        assert (await stands(team, "bram"))["may_confirm"] is True
        given_up = read_json(await demand(team, "noor", "release", "recall"))
        assert (given_up["acts"], given_up["proposed"]) == (["release", "recall"], None)
        read_json(await demand(team, "noor"))
        lifted = read_json(await demand(team, "bram"))
        assert (lifted["acts"], lifted["proposed"]) == ([], None)
        assert [one["kind"] for one in await team.entries("daan", "four_eyes.set")] == ["four_eyes.set"] * 5
        assert await team.entries("jonas", "four_eyes.set") == []

    async def test_act_added_while_another_is_to_be_removed_stays_when_that_is_confirmed(self, team: Team) -> None:
        read_json(await demand(team, "bram", "release", "recall"))
        proposed = read_json(await demand(team, "noor", "release", "erase"))
        assert (proposed["acts"], proposed["proposed"]) == (["release", "recall", "erase"], ["release", "erase"])
        confirmed = read_json(await demand(team, "bram", *proposed["proposed"]))
        assert (confirmed["acts"], confirmed["proposed"]) == (["release", "erase"], None)

    async def test_needs_two_leaders_to_begin_with(self, team: Team) -> None:
        assert refused(await demand(team, "jonas", "release")) == (409, "no-second-leader")
        assert (await stands(team, "jonas"))["acts"] == []


WISHED = (
    "insert into waiting_releases (id, jit, party, evidence, originator, level, gates, reason, wanted_by, wanted_at)"
    " select gen_random_uuid(), :jit, p.id, :evidence, :party, {level}, array['{gate}'], {reason}, {by}, now()"
    " from parties p where p.code = '{to}'"
)
SECONDED = (
    "insert into release_confirmations (waiting, jit, evidence, party, confirmed_by, confirmed_at)"
    " select id, jit, evidence, party, {by}, now() from waiting_releases"
)


class TestTheDatabaseHoldsIt:
    """Records of confirmations and requirements are written by the party itself, each member in their own name."""

    async def test_no_release_passes_without_the_record_of_a_confirmation(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE", "listed"))
        read_json(await demand(team, "noor", "release"))
        wish = read_json(await grant(team, "noor", exhibit, "FR"), 202)
        passes = "select pass_release(id, '{}') as done from waiting_releases where pass_release(id, '{}')"
        assert await attempt(team, "noor", passes) == 0
        bram = f"'{team.seats['bram']['id']}'"
        for who, by in (("noor", bram), ("daan", bram)):
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, who, SECONDED.format(by=by))
        assert await attempt(team, "jonas", SECONDED.format(by=":seat")) == 0
        with pytest.raises(DBAPIError, match="permission denied"):
            await attempt(team, "noor", "update waiting_releases set wanted_by = :seat")
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(
                team,
                "noor",
                WISHED.format(level=3, gate="second_leader", reason="null", by=bram, to="DE"),
                evidence=exhibit["id"],
            )
        assert await waiting(team, "noor") == [wish]

    async def test_the_same_person_in_another_seat_is_the_same_person(self, team: Team) -> None:
        exhibit = await register(team, "noor")
        read_json(await demand(team, "noor", "release"))
        wish = read_json(await grant(team, "noor", exhibit, "FR"), 202)
        async with as_superuser(team) as superuser:  # as if Noor had led from Bram's seat before
            change = "update members set account = $1, state = 'ended' where code = $2"
            await superuser.execute(change, team.accounts["noor"], team.code("bram"))
            wanted = "update waiting_releases set wanted_by = (select id from members where code = $1)"
            await superuser.execute(wanted, team.code("bram"))
        assert refused(await confirm(team, "noor", wish)) == (403, "needs-second-leader")

    async def test_a_requirement_is_written_in_ones_own_name_for_ones_own_party(self, team: Team) -> None:
        read_json(await demand(team, "noor", "release", "recall"))
        bram = f"'{team.seats['bram']['id']}'"
        proposes = "update four_eyes set proposed = '{}', decided_by = %s"
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "noor", proposes % bram)
        with pytest.raises(DBAPIError, match="permission denied"):
            await attempt(team, "noor", "delete from four_eyes")
        assert await attempt(team, "jonas", proposes % ":seat") == 0
