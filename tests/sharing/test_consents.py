"""Consents: asked of the originator, answered by its leaders, unblocking exactly the stated use; silence is refusal."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app import clock
from app.services.sharing import consent_jobs
from tests.factories.evidence import (
    alike,
    custody,
    grant,
    kinds,
    open_it,
    place,
    recall,
    register,
    release,
    take_it,
    values,
    with_file,
)
from tests.factories.evidence import see as see_exhibit
from tests.factories.sharing.consents import ask, do, listed, see, try_ask
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt
from tests.support.databases.probes import BY_POLICY, Probe, Refused, member_ids, run_probes
from tests.support.databases.superuser import as_superuser
from tests.support.waiting import until


async def level_of(team: Team, who: str, exhibit: dict[str, Any]) -> str:
    return str(read_json(await see_exhibit(team, who, exhibit))["level"])


async def heard(team: Team, who: str) -> list[str]:
    return [one["kind"] for one in await team.entries(who) if one["kind"] and one["kind"].startswith("consent.")]


async def at(team: Team, consent: dict[str, Any], column: str) -> None:
    """Let the moment in this column have passed."""
    async with as_superuser(team) as superuser:
        past = clock.now() - timedelta(seconds=1)
        await superuser.execute(f"update consents set {column} = $1 where id = $2", past, consent["id"])  # noqa: S608
        if column == "until":
            await superuser.execute("update releases set until = $1 where basis = $2", past, f"consent:{consent['id']}")


class TestMoreOfARelease:
    async def test_from_the_request_to_its_withdrawal(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE", "readable"), release("FR", "readable"))
        asked = await ask(team, "lena", exhibit)
        assert (asked["state"], asked["side"], asked["asked_party"]) == ("requested", "asking", "NL")
        assert clock.parse(asked["due_at"]) - clock.parse(asked["requested_at"]) == timedelta(days=7)
        assert (asked["due_zone"], asked["asked_zone"]) == ("Europe/Berlin", "Europe/Amsterdam")
        assert [one["id"] for one in await listed(team, "daan", "?side=asked&unanswered=true")] == [asked["id"]]
        assert (await do(team, "daan", asked, "seen")).status_code == 403, "only a leader answers"
        seen = read_json(await do(team, "noor", asked, "seen"))
        assert (seen["state"], seen["may"]) == ("seen", {"answer": True, "withdraw": False})
        assert read_json(await do(team, "bram", asked, "seen"))["version"] == seen["version"], "seen once"
        assert (await do(team, "noor", asked, "grant")).status_code == 412
        granted = read_json(await do(team, "noor", seen, "grant"))
        assert (granted["state"], granted["in_force"]) == ("granted", True)
        read_json(await take_it(team, "lena", exhibit), 201)
        assert await level_of(team, "claire", exhibit) == "readable", "nobody else gains"
        entry = [one for one in await custody(team, "lena", exhibit) if one["kind"] == "evidence.released"][-1]
        assert (values(entry)["level"], values(entry)["basis"]) == ("held", f"consent:{asked['id']}")
        assert (await do(team, "lena", granted, "withdrawal")).status_code == 409, "answered"
        withdrawn = read_json(await do(team, "bram", granted, "withdrawal"))
        assert (withdrawn["state"], withdrawn["in_force"]) == ("withdrawn", False)
        assert await level_of(team, "lena", exhibit) == "readable", "what stood before"
        assert (await take_it(team, "lena", exhibit)).status_code == 403
        expected = ["consent.requested", "consent.seen", "consent.granted", "consent.withdrawn"]
        for who, kinds_heard in (("lena", expected), ("noor", expected), ("auditor", expected), ("claire", [])):
            assert await heard(team, who) == kinds_heard, who

    async def test_grants_less_with_conditions_and_never_more(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE", "listed", purposes=["JIT_PURPOSE"]))
        asked = await ask(team, "jonas", exhibit, level="readable", purposes=["AUDIT"])
        for more in ({"level": "held"}, {"purposes": ["IMMINENT_THREAT"]}):
            refused = await do(team, "noor", asked, "grant", **more)
            assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "level"), more
        nothing = await do(team, "noor", asked, "grant", level="listed", purposes=["JIT_PURPOSE"])
        assert nothing.status_code == 422, "gives nothing"
        granted = read_json(await do(team, "noor", asked, "grant", purposes=["AUDIT"], conditions="No copies"))
        assert (granted["state"], granted["conditions"]) == ("granted_with_conditions", "No copies")
        (row,) = read_json(await team.client("lena").get(place(team, exhibit, "/releases")))["items"]
        assert (row["level"], row["purposes"], row["basis"]) == ("readable", ["AUDIT"], f"consent:{asked['id']}")
        read_json(await grant(team, "noor", exhibit, "DE", version=row["version"], level="listed", basis="Clause 5"))
        assert read_json(await see(team, "jonas", asked))["in_force"] is False, "the originator decided otherwise since"
        forged = await grant(team, "noor", exhibit, "DE", version=3, basis=f"consent:{asked['id']}")
        assert forged.status_code == 422

    async def test_one_upon_another_goes_back_to_what_stood_before_both(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE", "listed"))
        first = read_json(await do(team, "noor", await ask(team, "lena", exhibit, level="readable"), "grant"))
        second = read_json(await do(team, "noor", await ask(team, "jonas", exhibit), "grant"))
        assert await level_of(team, "lena", exhibit) == "held"
        assert read_json(await see(team, "lena", first))["in_force"] is False, "the later one stands in its place"
        read_json(await do(team, "noor", second, "withdrawal"))
        assert await level_of(team, "lena", exhibit) == "listed"

    async def test_use_in_court_of_what_was_recalled_is_not_granted(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"), handling=["H1"])
        asked = await ask(team, "lena", exhibit, use="court")
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        refused = await do(team, "noor", asked, "grant")
        assert (refused.status_code, refused.json()["code"]) == (409, "recalled")

    async def test_is_for_what_one_sees_and_lacks(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE", "held"))
        absent = exhibit | {"id": str(clock.new_id())}
        assert alike(await try_ask(team, "claire", exhibit), await try_ask(team, "claire", absent))
        assert (await try_ask(team, "claire", exhibit)).status_code == 404
        assert (await try_ask(team, "noor", exhibit)).json()["code"] == "own-exhibit"
        assert (await try_ask(team, "lena", exhibit)).status_code == 422, "it has this already"
        less = await register(team, "noor", release("DE", "listed"))
        for wrong, where in (
            ({"use": "release"}, "level"),
            ({"use": "court", "level": "held"}, "level"),
            ({"use": "question"}, "evidence"),
            ({"party": "NL"}, "party"),
            ({"due_at": "2020-01-01T00:00:00Z"}, "due_at"),
            ({"due_at": (clock.now() + timedelta(days=90)).isoformat()}, "due_at"),
        ):
            refused = await try_ask(team, "lena", less, **wrong)
            assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, where), wrong
        for role in ("karl", "auditor", "ines", "coordinator"):
            assert (await try_ask(team, role, exhibit)).status_code == 403, role

    async def test_follows_its_exhibit(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE", "listed"))
        asked = await ask(team, "lena", exhibit)
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        gone = await see(team, "lena", asked)
        assert alike(gone, await see(team, "lena", {"id": str(clock.new_id())}))
        assert await listed(team, "lena") == []
        assert await heard(team, "lena") == []
        assert (await do(team, "noor", asked, "grant")).json()["code"] == "recalled"

    async def test_use_for_another_offence_is_consented_to_expressly(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        other = "OTHER_OFFENCE_WITH_CONSENT"
        refused = await open_it(team, "lena", exhibit, purpose=other)
        assert (refused.status_code, refused.json()["code"]) == (403, "other-offence-needs-consent")
        for own in ("noor", "daan"):
            read_json(await open_it(team, own, exhibit, purpose=other), 201)
        asked = await ask(team, "lena", exhibit, purposes=[other])
        granted = read_json(await do(team, "noor", asked, "grant"))
        for purpose in (other, "JIT_PURPOSE", "AUDIT"):
            read_json(await open_it(team, "lena", exhibit, purpose=purpose), 201)
        read_json(await do(team, "noor", granted, "withdrawal"))
        assert (await open_it(team, "lena", exhibit, purpose=other)).status_code == 403
        read_json(await open_it(team, "lena", exhibit), 201)
        opened = (
            "insert into openings (id, jit, evidence, seat, session, act, purpose, opened_at, expires_at) select"
            " gen_random_uuid(), o.jit, o.evidence, o.seat, o.session, o.act, :other, now(), now() from openings o limit 1"
        )
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "lena", opened, other=other)
        assert await attempt(team, "lena", opened, other="AUDIT") == 1


class TestTheClock:
    async def test_silence_is_refusal(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE", "listed"))
        asked = await ask(team, "lena", exhibit)
        await at(team, asked, "due_at")
        assert (await do(team, "noor", asked, "grant")).status_code in {409, 412}, "whether the worker came or not"
        await consent_jobs.turn(team.context.database)
        expired = read_json(await see(team, "lena", asked))
        assert (expired["state"], expired["may"]["withdraw"]) == ("expired", False)
        assert await level_of(team, "lena", exhibit) == "listed"
        for who in ("noor", "lena"):
            assert await heard(team, who) == ["consent.requested", "consent.expired"]

    async def test_what_was_granted_until_a_moment_goes_back_to_what_it_was(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE", "listed", authorities=["BP"]))
        asked = await ask(team, "lena", exhibit)
        later = (clock.now() + timedelta(days=2)).isoformat()
        read_json(await do(team, "noor", asked, "grant", until=later))
        assert await level_of(team, "lena", exhibit) == "held"
        await at(team, asked, "until")

        async def back() -> bool:
            await consent_jobs.turn(team.context.database)
            return (await see_exhibit(team, "lena", exhibit)).status_code == 200

        await until(back, within=20)
        (row,) = read_json(await team.client("lena").get(place(team, exhibit, "/releases")))["items"]
        assert (row["level"], row["authorities"], row["until"], row["basis"]) == ("listed", ["BP"], None, None)
        ended = read_json(await see(team, "lena", asked))
        assert (ended["state"], ended["in_force"]) == ("granted_with_conditions", False)
        assert (await heard(team, "lena"))[-1] == "consent.ended"


class TestAQuestion:
    async def test_reveals_nothing_and_is_answered_with_an_exhibit(self, team: Team) -> None:
        hidden = await register(team, "noor")
        asked = await ask(team, "lena", use="question", party="NL", words="What do you hold on wallet bc1q?")
        assert read_json(await see(team, "daan", asked))["words"] == "What do you hold on wallet bc1q?"
        assert (await see(team, "claire", asked)).status_code == 404
        assert (await do(team, "noor", asked, "grant")).json()["errors"][0]["field"] == "evidence"
        theirs = await register(team, "jonas")
        assert (await do(team, "noor", asked, "grant", evidence=theirs["id"], level="held")).status_code == 404
        granted = read_json(await do(team, "noor", asked, "grant", evidence=hidden["id"], level="readable"))
        assert (granted["answer"], granted["in_force"]) == (hidden["id"], True)
        assert await level_of(team, "lena", hidden) == "readable"
        read_json(await do(team, "noor", granted, "withdrawal"))
        assert (await see_exhibit(team, "lena", hidden)).status_code == 404
        after = read_json(await see(team, "lena", asked))
        assert (after["state"], after["answer"]) == ("withdrawn", None)

    async def test_is_refused_or_taken_back(self, team: Team) -> None:
        asked = await ask(team, "lena", use="question", party="NL", words="Anything?")
        assert (await do(team, "noor", asked, "refusal", reason=" ")).status_code == 422
        refused = read_json(await do(team, "noor", asked, "refusal"))
        assert (refused["state"], refused["reason"]) == ("refused", "Not before the arrests")
        other = await ask(team, "lena", use="question", party="NL", words="And now?")
        for who, refusal in (("noor", "not-granted"), ("daan", "asked-party-only")):
            assert (await do(team, who, other, "withdrawal")).json()["code"] == refusal, who
        assert (await do(team, "daan", other, "refusal")).json()["code"] == "role-may-not"
        assert read_json(await do(team, "jonas", other, "withdrawal"))["state"] == "withdrawn"
        beyond = await try_ask(team, "lena", use="question", party="CH")
        assert beyond.json()["code"] == "outbound-gate-closed"


class TestHandlingCodes:
    async def test_h1_enters_no_bundle_without_consent_to_that_use(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE", "readable"), release("FR"), handling=["H1"])
        bundle = {"profile": "court", "scope": {"evidence": exhibit["id"]}}

        async def export(who: str) -> tuple[int, str]:
            answer = await team.client(who).post(team.path("/exports"), json=bundle)
            return answer.status_code, answer.json().get("code", "")

        for who in ("lena", "auditor", "jit_auditor", "claire"):
            assert await export(who) == (403, "h1-needs-consent"), who
        assert (await export("noor"))[0] == 202, "the provider itself"
        asked = await ask(team, "lena", exhibit, use="court")
        granted = read_json(await do(team, "noor", asked, "grant", conditions="Closed hearing"))
        assert granted["in_force"]
        for who in ("lena", "auditor"):
            assert (await export(who))[0] == 202, who
        assert read_json(await see_exhibit(team, "lena", exhibit))["may"]["bundle"]["allowed"]
        assert await level_of(team, "lena", exhibit) == "readable", "and unblocks no other use"
        assert await export("claire") == (403, "h1-needs-consent")
        read_json(await do(team, "noor", granted, "withdrawal"))
        assert await export("lena") == (403, "h1-needs-consent")
        told = kinds(await custody(team, "lena", exhibit))
        assert [one for one in told if "court" in one] == ["evidence.court_use_allowed", "evidence.court_use_ended"]

    async def test_h2_gains_no_recipient_without_a_recorded_consent(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE", "readable"), handling=["H2"])
        for party, version in (("FR", None), ("DE", 1)):
            refused = await grant(team, "noor", exhibit, party, version=version)
            assert (refused.status_code, refused.json()["code"]) == (422, "h2-needs-consent"), party
            assert refused.json()["errors"][0]["field"] == "basis"
        assert (await see_exhibit(team, "claire", exhibit)).status_code == 404
        read_json(await grant(team, "noor", exhibit, "DE", version=1, level="listed"))
        read_json(await grant(team, "noor", exhibit, "FR", level="listed", basis="Decision of the investigating judge"))
        asked = await ask(team, "lena", exhibit, level="readable")
        read_json(await do(team, "noor", asked, "grant"))
        assert await level_of(team, "lena", exhibit) == "readable"


ASK = (
    "insert into consents (id, jit, use, evidence, asker, asker_party, asked_party, words, state, requested_at, due_at, due_zone)"
    " values (gen_random_uuid(), :jit, :use, :evidence, :asker, :party, :asked, 'x', 'requested', now(), now(), 'UTC')"
)


async def test_consents_of_others_are_not_answered_read_or_asked_in_their_name(team: Team) -> None:
    exhibit, hidden = await register(team, "noor", release("DE", "listed")), await register(team, "noor")
    asked = {"id": (await ask(team, "lena", exhibit))["id"]}
    ids = await member_ids(team)
    common = {"asked": ids["noor"].party, "asker": ids["lena"].id}
    question = common | {"use": "question", "evidence": None}
    await run_probes(
        team,
        [
            Probe("lena", "select 1 from consents", 1),
            *(
                Probe(who, "update consents set state = 'granted' where id = :id", BY_POLICY, asked)
                for who in ("jonas", "lena")
            ),
            Probe("claire", "update consents set state = 'refused'", 0),
            *(Probe(who, "select 1 from consents", 0) for who in ("claire", "auditor", "karl", "jit_auditor")),
            Probe("jonas", "update releases set court_use = true where party = :party", BY_POLICY),
            Probe("jonas", "select restore_release(:id)", Refused("permission"), asked),
            Probe("lena", ASK, BY_POLICY, common | {"use": "release", "evidence": hidden["id"]}),
            Probe("jonas", ASK, BY_POLICY, question),
        ],
    )


async def test_an_opening_goes_on_only_while_the_consent_stands(team: Team) -> None:
    exhibit = await with_file(team, release("DE", "listed"))
    asked = await ask(team, "lena", exhibit, level="readable")
    granted = read_json(await do(team, "noor", asked, "grant"))
    opening = read_json(await open_it(team, "lena", exhibit), 201)
    read_json(await do(team, "noor", granted, "withdrawal"))
    again = await team.client("lena").get(place(team, exhibit, f"/openings/{opening['id']}"))
    assert again.status_code in {403, 404}
    async with team.context.database.engine() as session:
        assert (await session.execute(text("select count(*) from consents where ended_at is null"))).scalar_one() == 0
