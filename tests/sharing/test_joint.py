"""What parties obtained jointly: nobody else has it without each of them, and each takes back at once what was given."""

from typing import Any

from tests.factories import derivations, leaving, retention
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
    try_register,
    values,
)
from tests.factories.sharing import consents, four_eyes
from tests.factories.sharing.access_rules import rule
from tests.factories.sharing.gates import attest, give_up, waiting
from tests.factories.sharing.joint import agree, agree_to_erase, jointly
from tests.factories.team import Team, read_json


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


class TestAnExhibitObtainedJointly:
    async def test_is_held_by_each_and_known_to_nobody_else(self, team: Team) -> None:
        exhibit = await jointly(team, "FR")
        assert (exhibit["joint"], exhibit["released_to"]) == (["FR"], ["FR", "NL"])
        seen = read_json(await see(team, "claire", exhibit))
        assert (seen["level"], seen["mine"], seen["originator"], seen["joint"]) == ("held", False, "NL", ["FR"])
        assert sorted(one["party"] for one in seen["releases"]) == ["FR", "NL"], "each reads who has it"
        assert await listed(team, "lena") == []
        entries = await custody(team, "hugo", exhibit)
        assert kinds(entries) == ["evidence.registered", "evidence.joint", "evidence.released"]
        assert values(entries[1])["parties"] == ["FR"]

    async def test_is_named_by_a_leader_with_its_registration_and_never_by_halves(self, team: Team) -> None:
        assert refused(await try_register(team, "daan", joint=["FR"])) == (403, "needs-leader")
        for joint, more in (
            (["NL"], {}),
            (["FR", "FR"], {}),
            (["XX"], {}),
            (["FR"], {"tlp": "RED"}),
            (["FR"], {"releases": [release("FR", "readable")]}),
        ):
            answer = await try_register(team, "noor", joint=joint, **more)
            assert answer.status_code == 422, (joint, answer.text)
            assert answer.json()["errors"][0]["field"].startswith("joint"), answer.text
        assert await listed(team, "noor") == []
        red = read_json(
            await try_register(
                team, "noor", joint=["FR"], tlp="RED", releases=[release("FR", seats=[team.code("claire")])]
            ),
            201,
        )
        assert read_json(await see(team, "claire", red))["level"] == "held"
        assert (await see(team, "hugo", red)).status_code == 404

    async def test_beyond_the_union_each_waits_for_its_attestation(self, team: Team) -> None:
        exhibit = await jointly(team, "CH")
        assert await listed(team, "mara") == []
        (wish,) = await waiting(team, "noor", exhibit)
        assert (wish["party"], wish["gates"]) == ("CH", ["attestation"])
        read_json(await attest(team, "noor", wish), 201)
        assert read_json(await see(team, "mara", exhibit))["level"] == "held"
        assert "release.attested" in kinds(await custody(team, "mara", exhibit)), "it reads from the beginning"


class TestAReleaseOfIt:
    async def test_waits_for_a_leader_of_each_and_its_party_knows_nothing(self, team: Team) -> None:
        exhibit = await jointly(team, "FR", "EUROJUST")
        wish = read_json(await grant(team, "noor", exhibit, "DE"), 202)
        assert (wish["gates"], wish["lacking"], wish["may"]) == (["joint"], ["FR", "EUROJUST"], ["give_up"])
        assert await listed(team, "lena") == []
        assert refused(await agree(team, "bram", wish)) == (403, "not-to-agree")
        assert (await agree(team, "hugo", wish)).status_code == 403
        assert (await agree(team, "jonas", wish)).status_code == 404
        (seen,) = await waiting(team, "claire")
        assert (seen["party"], seen["may"]) == ("DE", ["agree", "give_up"])
        shown = read_json(await agree(team, "claire", wish), 201)
        assert "DE" not in shown["released_to"]
        assert (await waiting(team, "noor"))[0]["lacking"] == ["EUROJUST"]
        assert refused(await agree(team, "claire", wish)) == (403, "not-to-agree")

    async def test_passes_with_the_last_and_all_of_them_read_who_agreed(self, team: Team) -> None:
        exhibit = await jointly(team, "FR")
        wish = read_json(await grant(team, "noor", exhibit, "DE"), 202)
        assert read_json(await agree(team, "claire", wish), 201)["released_to"] == ["DE", "FR", "NL"]
        assert read_json(await see(team, "lena", exhibit))["level"] == "held"
        for who in ("noor", "claire"):
            assert kinds(await custody(team, who, exhibit))[-3:] == [
                "release.wanted",
                "release.agreed",
                "evidence.released",
            ]
        theirs = kinds(await custody(team, "jonas", exhibit))
        assert "evidence.joint" in theirs
        assert not {"release.wanted", "release.agreed"} & set(theirs)

    async def test_is_refused_by_one_with_a_reason(self, team: Team) -> None:
        exhibit = await jointly(team, "FR")
        wish = read_json(await grant(team, "noor", exhibit, "DE"), 202)
        assert (await give_up(team, "hugo", wish)).status_code == 403
        assert (await give_up(team, "claire", wish)).status_code == 204
        assert await waiting(team, "noor") == []
        entry = (await custody(team, "noor", exhibit))[-1]
        assert (entry["kind"], entry["seat"]) == ("release.given_up", team.code("claire"))

    async def test_that_is_wider_waits_too_and_a_narrower_one_for_nobody(self, team: Team) -> None:
        exhibit = await jointly(team, "FR")
        wish = read_json(await grant(team, "noor", exhibit, "DE", level="readable"), 202)
        read_json(await agree(team, "claire", wish), 201)
        read_json(await grant(team, "noor", exhibit, "DE", version=1, level="held"), 202)
        assert read_json(await see(team, "lena", exhibit))["level"] == "readable"
        narrowed = read_json(await grant(team, "claire", exhibit, "DE", version=1, level="listed"))
        assert (narrowed["level"], read_json(await see(team, "lena", exhibit))["level"]) == ("listed", "listed")
        assert refused(await grant(team, "claire", exhibit, "DE", version=2)) == (403, "keeper-releases")
        assert refused(await grant(team, "claire", exhibit, "CH")) == (403, "keeper-releases")

    async def test_under_rules_and_beyond_the_union_waits_for_all_its_gates(self, team: Team) -> None:
        exhibit = await jointly(team, "FR", releases=[release("CH"), release("DE", "listed")])
        waits = {one["party"]: one["gates"] for one in await waiting(team, "claire", exhibit)}
        assert waits == {"CH": ["attestation", "joint"], "DE": ["joint"]}

    async def test_waits_for_two_leaders_of_a_party_that_demands_two(self, team: Team) -> None:
        exhibit = await jointly(team, "NL", who="claire")
        read_json(await four_eyes.demand(team, "noor", "release"))
        wish = read_json(await grant(team, "claire", exhibit, "DE"), 202)
        read_json(await agree(team, "noor", wish), 201)
        assert await listed(team, "lena") == []
        assert refused(await agree(team, "noor", wish)) == (403, "not-to-agree")
        read_json(await agree(team, "bram", wish), 201)
        assert [one["id"] for one in await listed(team, "lena")] == [exhibit["id"]]


class TestTakingBack:
    async def test_is_done_by_either_at_once(self, team: Team) -> None:
        exhibit = await jointly(team, "FR")
        read_json(await agree(team, "claire", read_json(await grant(team, "noor", exhibit, "DE"), 202)), 201)
        assert (await recall(team, "claire", exhibit, "DE")).status_code == 204
        assert (await see(team, "lena", exhibit)).status_code == 404
        read_json(await grant(team, "noor", exhibit, "DE"), 202)
        assert (await see(team, "lena", exhibit)).status_code == 404, "and not given again without it"

    async def test_leaves_an_originators_own_access_alone(self, team: Team) -> None:
        exhibit = await jointly(team, "FR")
        assert refused(await recall(team, "noor", exhibit, "FR")) == (409, "joint-originator")
        assert refused(await recall(team, "claire", exhibit, "NL")) == (409, "own-release")
        assert refused(await grant(team, "noor", exhibit, "FR", version=1, level="listed")) == (409, "joint-originator")
        assert refused(await grant(team, "claire", exhibit, "NL", version=1)) == (409, "joint-originator")
        assert read_json(await see(team, "hugo", exhibit))["level"] == "held"

    async def test_under_four_eyes_waits_for_the_second_leader_of_who_recalls(self, team: Team) -> None:
        exhibit = await jointly(team, "NL", who="claire")
        read_json(await agree(team, "noor", read_json(await grant(team, "claire", exhibit, "DE"), 202)), 201)
        read_json(await four_eyes.demand(team, "noor", "recall"))
        wish = read_json(await recall(team, "noor", exhibit, "DE"), 202)
        assert refused(await give_up(team, "claire", wish)) == (403, "originator-only"), "nobody overrides a recall"
        assert (await four_eyes.confirm(team, "claire", wish)).status_code == 403
        read_json(await four_eyes.confirm(team, "bram", wish), 201)
        assert (await see(team, "lena", exhibit)).status_code == 404

    async def test_by_a_withdrawal_of_either_leaves_it_to_those_who_obtained_it(self, team: Team) -> None:
        exhibit = await jointly(team, "FR")
        read_json(await agree(team, "claire", read_json(await grant(team, "noor", exhibit, "DE"), 202)), 201)
        await retention.withdraw(team, exhibit, "claire")
        levels = [read_json(await see(team, who, exhibit))["level"] for who in ("noor", "claire", "lena")]
        assert levels == ["held", "held", "listed"]
        opened = read_json(await team.client("hugo").get(place(team, exhibit)))
        assert opened["may"]["open"]["allowed"] is True
        assert refused(await grant(team, "noor", exhibit, "DE", version=2)) == (409, "withdrawn")


class TestUseInCourt:
    async def test_is_everybodys_own_and_anothers_with_the_consent_of_each(self, team: Team) -> None:
        exhibit = await jointly(team, "FR", handling=["H1"])
        assert read_json(await see(team, "hugo", exhibit))["may"]["disclose"]["allowed"] is True
        read_json(await agree(team, "claire", read_json(await grant(team, "noor", exhibit, "DE"), 202)), 201)
        asked = await consents.ask(team, "lena", exhibit, use="court")
        granted = read_json(await consents.do(team, "noor", asked, "grant"))
        assert granted["in_force"] is False
        (wish,) = await waiting(team, "claire")
        assert (wish["court_use"], wish["may"]) == (True, ["agree", "give_up"])
        assert read_json(await see(team, "lena", exhibit))["may"]["disclose"]["allowed"] is False
        read_json(await agree(team, "claire", wish), 201)
        assert read_json(await see(team, "lena", exhibit))["may"]["disclose"]["allowed"] is True
        assert read_json(await consents.see(team, "lena", asked))["in_force"] is True

    async def test_refused_by_one_is_over(self, team: Team) -> None:
        exhibit = await jointly(team, "FR", handling=["H1"])
        read_json(await agree(team, "claire", read_json(await grant(team, "noor", exhibit, "DE"), 202)), 201)
        asked = await consents.ask(team, "lena", exhibit, use="court")
        read_json(await consents.do(team, "noor", asked, "grant"))
        (wish,) = await waiting(team, "claire")
        assert (await give_up(team, "claire", wish)).status_code == 204
        assert read_json(await consents.see(team, "lena", asked))["in_force"] is False
        assert kinds(await custody(team, "lena", exhibit))[-1] == "evidence.court_use_ended"


class TestWhatIsDerivedFromIt:
    async def test_goes_no_further_than_each_of_them_agreed(self, team: Team) -> None:
        exhibit = await jointly(team, "FR", handling=["H1"])
        child = await derivations.derive(team, "noor", exhibit)
        assert child["may"]["disclose"]["allowed"] is True, "of one's own it binds nobody"
        assert refused(await grant(team, "noor", child, "DE")) == (403, "beyond-parents")
        read_json(await agree(team, "claire", read_json(await grant(team, "noor", exhibit, "DE"), 202)), 201)
        read_json(await grant(team, "noor", child, "DE"))
        assert (await recall(team, "claire", exhibit, "DE")).status_code == 204
        assert (await see(team, "lena", child)).status_code == 404, "a recall of either arrives there too"
        theirs = await derivations.derive(team, "claire", exhibit)
        assert theirs["may"]["disclose"]["allowed"] is True

    async def test_a_child_of_its_keeper_is_released_by_no_rule(self, team: Team) -> None:
        exhibit = await jointly(team, "FR")
        read_json(await agree(team, "claire", read_json(await grant(team, "noor", exhibit, "DE"), 202)), 201)
        await rule(team, "noor", category=None, to_party="DE", level="held")
        child = await derivations.derive(team, "noor", exhibit)
        assert (await see(team, "lena", exhibit)).status_code == 200
        assert (await see(team, "lena", child)).status_code == 404


class TestErasing:
    async def test_waits_for_each_of_them(self, team: Team) -> None:
        exhibit = await jointly(team, "FR")
        assert refused(await agree_to_erase(team, "claire", exhibit)) == (409, "not-due")
        await retention.withdraw(team, exhibit)
        assert refused(await retention.erase(team, "noor", exhibit)) == (409, "joint-not-agreed")
        assert refused(await agree_to_erase(team, "bram", exhibit)) == (403, "not-to-agree")
        assert (await agree_to_erase(team, "jonas", exhibit)).status_code == 404
        seen = await retention.retention(team, "claire", exhibit)
        assert (seen["lacking"], seen["may_agree"]) == (["FR"], True)
        assert read_json(await agree_to_erase(team, "claire", exhibit), 201)["lacking"] == []
        assert refused(await agree_to_erase(team, "claire", exhibit)) == (409, "agreed-already")
        read_json(await retention.hold(team, "claire", exhibit), 201)
        assert refused(await retention.erase(team, "noor", exhibit)) == (409, "legal-hold"), "a hold of any holds"

    async def test_waits_for_two_people_of_a_party_that_demands_two(self, team: Team) -> None:
        exhibit = await jointly(team, "NL", who="claire")
        read_json(await four_eyes.demand(team, "noor", "erase"))
        await retention.withdraw(team, exhibit, "claire")
        assert read_json(await agree_to_erase(team, "noor", exhibit), 201)["lacking"] == ["NL"]
        assert refused(await agree_to_erase(team, "noor", exhibit)) == (409, "agreed-already")
        assert refused(await retention.erase(team, "claire", exhibit)) == (409, "joint-not-agreed")
        assert read_json(await agree_to_erase(team, "bram", exhibit), 201)["lacking"] == []
        read_json(await retention.erase(team, "claire", exhibit), 202)

    async def test_is_decided_by_its_keeper_when_all_agreed(self, team: Team) -> None:
        exhibit = await jointly(team, "FR")
        await retention.withdraw(team, exhibit)
        read_json(await agree_to_erase(team, "claire", exhibit), 201)
        assert refused(await retention.erase(team, "claire", exhibit)) == (403, "originator-only")
        read_json(await retention.erase(team, "noor", exhibit), 202)
        assert read_json(await see(team, "claire", exhibit))["status"] == "erased"
        assert "evidence.erasure_decided" in kinds(await custody(team, "claire", exhibit))


class TestAPartyThatLeaves:
    async def test_takes_from_nobody_what_it_obtained_too_and_is_asked_nothing_more(self, team: Team) -> None:
        read_json(await leaving.agree(team, "freeze", "freeze"), 201)
        exhibit = await jointly(team, "FR", who="jonas")
        read_json(await agree(team, "claire", read_json(await grant(team, "jonas", exhibit, "NL"), 202)), 201)
        theirs = await jointly(team, "DE", who="claire")
        (shown,) = [one for one in (await leaving.foresee(team))["items"] if one["evidence"] == exhibit["id"]]
        assert {one["party"]: one["after"] for one in shown["releases"]} == {"FR": "held", "NL": "listed"}
        read_json(await leaving.declare(team), 201)
        await leaving.left(team)
        levels = [read_json(await see(team, who, exhibit))["level"] for who in ("hugo", "noor")]
        assert levels == ["held", "listed"]
        read_json(await grant(team, "claire", theirs, "NL"), 202)
        assert (await see(team, "noor", theirs)).status_code == 404, "nobody agrees in its place"
        browser, erasing = team.client("claire"), {"confirmation": theirs["exhibit_number"], "reason": "Quashed"}
        for act, form, version, status in (("withdrawal", {"reason": "Quashed"}, 1, 200), ("erasure", erasing, 2, 202)):
            condition = {"If-Match": f'"{version}"'}
            read_json(await browser.post(place(team, theirs, f"/{act}"), json=form, headers=condition), status)


class TestOtherWays:
    async def test_break_glass_goes_past_no_originator(self, team: Team) -> None:
        body = {"allowed": True, "level": "readable", "clause": "Clause 9"}
        path = team.path("/break-glass/DE")
        read_json(await team.client("noor").put(path, json=body, headers={"If-Match": '"0"'}))
        exhibit = await jointly(team, "FR")
        answer = await team.client("lena").post(
            team.path("/emergencies"),
            json={"exhibit_number": exhibit["exhibit_number"], "reason": "A child is missing"},
        )
        assert answer.status_code == 404

    async def test_nobody_asks_its_own(self, team: Team) -> None:
        exhibit = await jointly(team, "FR")
        assert refused(await consents.try_ask(team, "hugo", exhibit, use="court")) == (409, "own-exhibit")

    async def test_ones_own_alone_is_as_ever(self, team: Team) -> None:
        exhibit = await register(team, "noor")
        assert exhibit["joint"] == []
        read_json(await grant(team, "noor", exhibit, "DE"), 200)


async def test_the_list_shows_who_has_it_to_those_who_obtained_it(team: Team) -> None:
    exhibit = await register(team, "noor", release("DE"), joint=["FR"])
    await agree(team, "claire", (await waiting(team, "claire"))[0])
    for who, expected in {
        "noor": ["DE", "FR", "NL"],
        "claire": ["DE", "FR", "NL"],
        "jit_auditor": ["DE", "FR", "NL"],
        "lena": ["DE"],
    }.items():
        for query in ("", "?kind=image"):
            items = read_json(await team.client(who).get(team.path(f"/evidence{query}")))["items"]
            assert [one["released_to"] for one in items if one["id"] == exhibit["id"]] == [expected], (who, query)
        assert read_json(await see(team, who, exhibit))["released_to"] == expected, who
