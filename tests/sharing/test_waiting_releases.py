"""Releases that wait: kept from being rows until the last gate opens, and known to their originator alone until then."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app import clock
from tests.factories.evidence import (
    alike,
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
    with_file,
)
from tests.factories.sharing import consents
from tests.factories.sharing.gates import WORD, attest, give_up, waiting
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import seat_of
from tests.support.databases.superuser import as_superuser


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def wanted(team: Team, **terms: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """A Dutch exhibit with a file, and the release to Switzerland that waits."""
    exhibit = await with_file(team)
    return exhibit, read_json(await grant(team, "noor", exhibit, "CH", **terms), 202)


class TestBeyondTheUnion:
    async def test_a_release_waits_and_nobody_there_knows(self, team: Team) -> None:
        exhibit, wish = await wanted(team, level="readable", basis="Clause 9")
        assert (wish["party"], wish["level"], wish["gates"], wish["waits_for"]) == (
            "CH",
            "readable",
            ["attestation"],
            ["attestation"],
        )
        assert (wish["wanted_by"], wish["may"]) == (team.code("noor"), ["attest", "give_up"])
        assert await listed(team, "mara") == []
        assert await waiting(team, "mara") == []
        shown = read_json(await see(team, "noor", exhibit))
        assert (await waiting(team, "noor", exhibit), shown["released_to"]) == ([wish], ["NL"])
        assert alike(await see(team, "mara", exhibit), await see(team, "mara", {"id": clock.new_id()}))
        assert "release.wanted" not in kinds(await team.entries("mara"))

    async def test_signed_for_it_is_a_release_like_any_other(self, team: Team) -> None:
        exhibit, wish = await wanted(team, level="readable")
        shown = read_json(await attest(team, "bram", wish), 201)
        assert (await waiting(team, "noor"), shown["released_to"]) == ([], ["CH", "NL"])
        assert read_json(await see(team, "mara", exhibit))["level"] == "readable"
        (row,) = read_json(await team.client("mara").get(place(team, exhibit, "/releases")))["items"]
        assert (row["granted_by"], row["state"], row["version"]) == (team.code("noor"), "effective", 1)
        assert kinds(await custody(team, "mara", exhibit)) == [
            "evidence.registered",
            "file.received",
            "evidence.released",
        ]
        entries = await custody(team, "noor", exhibit)
        assert kinds(entries)[-3:] == ["release.wanted", "release.attested", "evidence.released"]
        attested = values(entries[-2])
        assert {name: attested[name] for name in WORD} == WORD
        assert entries[-2]["seat"] == team.code("bram")

    async def test_one_named_at_registration_waits_too(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"), release("CH"))
        waits = await waiting(team, "noor", exhibit)
        assert (exhibit["released_to"], [one["party"] for one in waits]) == (["DE", "NL"], ["CH"])
        assert kinds(await custody(team, "jonas", exhibit)) == ["evidence.registered", "evidence.released"]

    async def test_a_member_signs_for_what_it_brought_and_for_nothing_else(self, team: Team) -> None:
        brought = await register(team, "daan")
        other = await register(team, "noor")
        mine, not_mine = [read_json(await grant(team, "noor", one, "CH"), 202) for one in (brought, other)]
        assert [one["may"] for one in await waiting(team, "daan")] == [["attest"], []]
        assert refused(await attest(team, "daan", not_mine)) == (403, "not-the-uploader")
        assert refused(await give_up(team, "daan", mine)) == (403, "role-may-not")
        read_json(await attest(team, "daan", mine), 201)
        assert [one["id"] for one in await listed(team, "mara")] == [brought["id"]]

    async def test_nobody_else_signs_or_finds_it(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"), release("CH"))
        (wish,) = await waiting(team, "noor", exhibit)
        nothing = {"id": str(clock.new_id())}
        for who in ("jonas", "lena", "mara", "claire", "hugo"):
            assert await waiting(team, who) == [], who
            assert alike(await attest(team, who, wish), await attest(team, who, nothing)), who
        for who in ("jonas", "mara"):
            assert alike(await give_up(team, who, wish), await give_up(team, who, nothing)), who
        for who in ("admin", "coordinator", "auditor", "ines"):
            assert refused(await attest(team, who, wish)) == (403, "role-may-not"), who
        assert await waiting(team, "noor") == [wish]

    async def test_what_is_signed_is_said_whole(self, team: Team) -> None:
        _, wish = await wanted(team)
        for name in WORD:
            answer = await attest(team, "noor", wish, **{name: ""})
            assert answer.status_code == 422
            assert name in answer.text
        assert (await attest(team, "noor", wish, transfer_basis="friendship")).status_code == 422
        assert await waiting(team, "noor") == [wish]

    async def test_given_up_it_never_was(self, team: Team) -> None:
        exhibit, wish = await wanted(team)
        assert (await give_up(team, "bram", wish)).status_code == 204
        assert await waiting(team, "noor") == []
        assert (await attest(team, "noor", wish)).status_code == 404
        assert kinds(await custody(team, "noor", exhibit))[-1] == "release.given_up"
        assert await listed(team, "mara") == []

    async def test_a_second_wish_waits_for_the_first(self, team: Team) -> None:
        exhibit, wish = await wanted(team, level="listed")
        assert refused(await grant(team, "bram", exhibit, "CH", level="held")) == (409, "waits-already")
        read_json(await attest(team, "noor", wish), 201)
        assert read_json(await see(team, "mara", exhibit))["level"] == "listed"

    async def test_more_waits_again_and_less_does_not(self, team: Team) -> None:
        exhibit, wish = await wanted(team, level="readable")
        read_json(await attest(team, "noor", wish), 201)
        more = read_json(await grant(team, "noor", exhibit, "CH", version=1, level="held"), 202)
        assert read_json(await see(team, "mara", exhibit))["level"] == "readable"
        less = read_json(await grant(team, "noor", exhibit, "CH", version=1, level="listed"), 200)
        assert (less["level"], less["version"]) == ("listed", 2)
        assert read_json(await see(team, "mara", exhibit))["level"] == "listed"
        assert await waiting(team, "noor") == [], "what was wanted before the last decision is not let through after it"
        assert (await attest(team, "noor", more)).status_code == 404

    async def test_a_recall_and_a_withdrawal_end_the_wish(self, team: Team) -> None:
        exhibit, wish = await wanted(team, level="listed")
        read_json(await attest(team, "noor", wish), 201)
        read_json(await grant(team, "noor", exhibit, "CH", version=1), 202)
        assert (await recall(team, "noor", exhibit, "CH", version=1)).status_code == 204
        assert await waiting(team, "noor") == []
        read_json(await grant(team, "noor", exhibit, "CH"), 202)
        current = read_json(await see(team, "noor", exhibit))
        condition = {"If-Match": f'"{current["version"]}"'}
        path = place(team, exhibit, "/withdrawal")
        read_json(await team.client("noor").post(path, json={"reason": "Wrong drive"}, headers=condition))
        assert await waiting(team, "noor") == []
        assert await listed(team, "mara") == []

    async def test_what_is_over_before_it_passes_does_not_pass(self, team: Team) -> None:
        exhibit, wish = await wanted(team, until=clock.rfc3339(clock.now() + timedelta(hours=1)))
        async with as_superuser(team) as superuser:
            await superuser.execute("update waiting_releases set until = now() - interval '1 second'")
        assert refused(await attest(team, "noor", wish)) == (409, "wish-over")
        assert await listed(team, "mara") == []
        assert read_json(await see(team, "noor", exhibit))["released_to"] == ["NL"]

    async def test_one_that_begins_later_begins_later(self, team: Team) -> None:
        exhibit, wish = await wanted(team, not_before=clock.rfc3339(clock.now() + timedelta(days=1)))
        read_json(await attest(team, "noor", wish), 201)
        (row,) = [one for one in read_json(await see(team, "noor", exhibit))["releases"] if one["party"] == "CH"]
        assert row["state"] == "pending"
        assert await listed(team, "mara") == []


class TestAConsentBeyondTheUnion:
    async def test_is_in_force_once_it_was_attested(self, team: Team) -> None:
        exhibit, wish = await wanted(team, level="listed")
        read_json(await attest(team, "noor", wish), 201)
        asked = await consents.ask(team, "mara", exhibit, level="readable")
        granted = read_json(await consents.do(team, "noor", asked, "grant"))
        assert (granted["state"], granted["in_force"]) == ("granted", False)
        assert read_json(await see(team, "mara", exhibit))["level"] == "listed"
        (again,) = await waiting(team, "noor", exhibit)
        assert again["basis"] == f"consent:{asked['id']}"
        read_json(await attest(team, "bram", again), 201)
        assert read_json(await see(team, "mara", exhibit))["level"] == "readable"
        in_force = read_json(await consents.see(team, "mara", asked))
        assert in_force["in_force"] is True
        read_json(await consents.do(team, "noor", in_force, "withdrawal"))
        assert read_json(await see(team, "mara", exhibit))["level"] == "listed"

    async def test_withdrawn_while_it_waits_it_never_is(self, team: Team) -> None:
        exhibit, wish = await wanted(team, level="listed")
        read_json(await attest(team, "noor", wish), 201)
        asked = await consents.ask(team, "mara", exhibit, level="readable")
        granted = read_json(await consents.do(team, "noor", asked, "grant"))
        read_json(await consents.do(team, "noor", granted, "withdrawal"))
        assert await waiting(team, "noor") == []
        assert read_json(await see(team, "mara", exhibit))["level"] == "listed"

    async def test_what_would_outlast_it_does_not_come_back_without_its_gate(self, team: Team) -> None:
        exhibit, wish = await wanted(team, level="listed")
        read_json(await attest(team, "noor", wish), 201)
        asked = await consents.ask(team, "mara", exhibit, level="readable")
        soon = clock.rfc3339(clock.now() + timedelta(hours=1))
        read_json(await consents.do(team, "noor", asked, "grant", until=soon))
        (again,) = await waiting(team, "noor", exhibit)
        read_json(await attest(team, "noor", again), 201)
        in_force = read_json(await consents.see(team, "noor", asked))
        read_json(await grant(team, "noor", exhibit, "CH", version=2, level="held"), 202)
        read_json(await consents.do(team, "noor", in_force, "withdrawal"))
        assert (await waiting(team, "noor"), await listed(team, "mara")) == ([], [])


WISH = (
    "insert into waiting_releases (id, jit, party, evidence, originator, level, gates, wanted_by, wanted_at)"
    " select gen_random_uuid(), jit, :party, evidence, originator, 3, 'GATES', granted_by, granted_at"
    " from releases where evidence = :evidence and party = originator"
)


def wish_for(gates: str) -> str:
    return WISH.replace("GATES", gates)


class TestTheDatabaseHoldsTheGate:
    """Were the service's question forgotten, or its answer forged, the row would still not be there."""

    async def test_a_release_beyond_the_union_is_not_written_past_it(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        copied = (
            "insert into releases (jit, party, evidence, originator, level, granted_by, granted_at, effective, state)"
            " select jit, :party, evidence, originator, 3, granted_by, granted_at, true, 'effective' from releases"
            " where evidence = :evidence and party = originator"
        )
        await self._as(team, "noor", copied, exhibit, "FR")
        with pytest.raises(DBAPIError, match="row-level security"):
            await self._as(team, "noor", copied, exhibit, "CH")

    async def test_a_release_that_stands_is_not_widened_past_it(self, team: Team) -> None:
        exhibit, wish = await wanted(team, level="readable", until=clock.rfc3339(clock.now() + timedelta(days=1)))
        read_json(await attest(team, "noor", wish), 201)
        change = "update releases set {} where evidence = :evidence and party = :party"
        for more in (
            "level = 3",
            "until = null",
            "level = 1, until = until + interval '1 hour'",
            "seats = array[granted_by]",
        ):
            with pytest.raises(DBAPIError, match="a gate stands before this release"):
                await self._as(team, "noor", change.format(more), exhibit, "CH")
        await self._as(team, "noor", change.format("level = 1"), exhibit, "CH")
        assert read_json(await see(team, "mara", exhibit))["level"] == "listed"

    async def test_a_wish_without_its_gate_is_not_written(self, team: Team) -> None:
        exhibit = await register(team, "noor")
        for gates in ("{second_leader}", "{verification,clearance}"):
            with pytest.raises(DBAPIError, match="row-level security"):
                await self._as(team, "noor", wish_for(gates), exhibit, "CH")
        await self._as(team, "noor", wish_for("{attestation}"), exhibit, "CH")

    async def test_a_wish_does_not_pass_without_the_record_of_each_gate(self, team: Team) -> None:
        exhibit = await register(team, "noor")
        await self._as(team, "noor", wish_for("{attestation,clearance}"), exhibit, "CH")
        (wish,) = await waiting(team, "noor")
        passes = "select pass_release(id, '{}') from waiting_releases where evidence = :evidence and party = :party"
        assert await self._as(team, "noor", passes, exhibit, "CH") is False
        read_json(await attest(team, "noor", wish), 201)
        assert [one["waits_for"] for one in await waiting(team, "noor")] == [["clearance"]]
        assert await self._as(team, "noor", passes, exhibit, "CH") is False
        assert await listed(team, "mara") == []

    async def test_nobody_signs_for_another_party_or_in_anothers_name(self, team: Team) -> None:
        exhibit, _ = await wanted(team)
        signs = (
            "insert into attestations (waiting, jit, evidence, party, necessity, proportionality, transfer_basis, record,"
            " signed_by, signed_at) select id, jit, evidence, party, 'x', 'x', 'adequacy', 'x', cast(:seat as uuid), now()"
            " from waiting_releases where evidence = :evidence and party = :party"
        )
        with pytest.raises(DBAPIError, match="row-level security"):
            await self._as(team, "noor", signs, exhibit, "CH", seat=team.seats["bram"]["id"])
        await self._as(team, "jonas", signs, exhibit, "CH", seat=team.seats["jonas"]["id"])
        assert [one["waits_for"] for one in await waiting(team, "noor")] == [["attestation"]]

    @staticmethod
    async def _as(team: Team, who: str, statement: str, exhibit: dict[str, Any], party: str, **more: Any) -> Any:
        """A statement of somebody's seat, past every service; its first value, if it has one."""
        seat = await seat_of(team, who)
        async with team.context.database.writing(seat.requester) as session:
            to = await session.scalar(text("select id from parties where code = :code"), {"code": party})
            done = await session.execute(text(statement), {"evidence": exhibit["id"], "party": to} | more)
            return done.scalar() if statement.startswith("select") else None


async def test_a_registration_refused_leaves_no_wish(team: Team) -> None:
    answer = await try_register(team, "noor", releases=[release("CH"), release("CH", "listed")])
    assert answer.status_code == 422
    assert await waiting(team, "noor") == []
