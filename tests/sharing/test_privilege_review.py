"""The privilege filter: what may be privileged is closed to everybody, its originator too, until a named filter seat's verdict."""

from typing import Any

import pytest
from sqlalchemy.exc import DBAPIError

from app import clock
from tests.factories.evidence import (
    TEXT,
    alike,
    announce,
    custody,
    grant,
    kinds,
    listed,
    open_it,
    place,
    register,
    release,
    rendered,
    see,
    take_it,
    upload,
    values,
    with_file,
)
from tests.factories.sharing import four_eyes, quarantine
from tests.factories.sharing.gates import waiting
from tests.factories.sharing.privilege_review import WHY, flag, give, name, named, queue
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt

DISCLOSURE = {
    "court": "Rechtbank Rotterdam",
    "proceeding": "10/960123-26",
    "file_number": "1",
    "schedule": "used",
    "purpose": "JIT_PURPOSE",
    "justification": "x",
}


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def unchecked(team: Team, *releases: dict[str, Any]) -> dict[str, Any]:
    """A Dutch exhibit with a file that may hold privileged material; Daan filters."""
    read_json(await name(team, "noor", "daan"))
    exhibit = await register(team, "noor", *releases, may_hold_privileged=True)
    await upload(team, "noor", exhibit)
    await rendered(team, exhibit)
    return read_json(await see(team, "noor", exhibit))


async def demand_closed(team: Team, exhibit: dict[str, Any], *people: str, code: str = "unchecked") -> None:
    """Nobody of these opens, takes or discloses it."""
    for who in people:
        assert refused(await open_it(team, who, exhibit)) == (403, code), who
        assert refused(await take_it(team, who, exhibit)) == (403, code), who
        disclosed = await team.client(who).post(place(team, exhibit, "/disclosures"), json=DISCLOSURE)
        assert refused(disclosed) == (403, code), who


class TestWhatMayBePrivileged:
    async def test_is_closed_to_everybody_its_originator_too(self, team: Team) -> None:
        exhibit = await unchecked(team, release("DE"))
        assert (exhibit["privilege"], exhibit["released_to"]) == ("unchecked", ["NL"])
        assert exhibit["may"]["open"] == {"allowed": False, "because": ["unchecked"], "obligations": []}
        await demand_closed(team, exhibit, "noor", "bram", "daan")
        assert await listed(team, "lena") == []
        entries = await custody(team, "noor", exhibit)
        assert kinds(entries)[:2] == ["evidence.registered", "evidence.closed"]

    async def test_is_read_by_its_filter_for_the_verdict_alone(self, team: Team) -> None:
        exhibit = await unchecked(team)
        assert [one["evidence"] for one in await queue(team, "daan")] == [exhibit["id"]]
        may = read_json(await see(team, "daan", exhibit))["may"]
        assert (may["filter"]["allowed"], may["filter"]["obligations"]) == (True, ["justify", "watermark"])
        opened = read_json(await open_it(team, "daan", exhibit, "filter"), 201)
        (file,) = opened["files"]
        page = await team.client("daan").get(file["renditions"][0]["link"])
        assert page.status_code == 200
        for who in ("noor", "bram"):
            assert await queue(team, who) == []
            assert refused(await open_it(team, who, exhibit, "filter")) == (403, "not-the-filter")
            assert refused(await give(team, who, exhibit)) == (403, "not-the-filter")
        assert (await open_it(team, "lena", exhibit, "filter")).status_code == 404
        read_json(await give(team, "daan", exhibit), 201)
        again = await team.client("daan").get(file["renditions"][0]["link"])
        assert again.status_code == 403, "with its verdict the filter reads it no more for that"

    async def test_cleared_it_is_open_and_what_was_wanted_passes(self, team: Team) -> None:
        exhibit = await unchecked(team, release("DE"))
        wish = read_json(await grant(team, "noor", exhibit, "FR", level="readable"), 202)
        assert wish["gates"] == ["clearance"]
        read_json(await give(team, "daan", exhibit), 201)
        shown = read_json(await see(team, "noor", exhibit))
        assert (shown["privilege"], shown["released_to"], await waiting(team, "noor")) == (
            "cleared",
            ["DE", "FR", "NL"],
            [],
        )
        read_json(await open_it(team, "noor", exhibit), 201)
        read_json(await take_it(team, "lena", exhibit), 201)
        entries = await custody(team, "lena", exhibit)
        assert "evidence.closed" not in kinds(entries), "the flag is its originator's and the flagging party's"
        (verdict,) = [one for one in entries if one["kind"] == "evidence.filtered"]
        assert (values(verdict)["verdict"], verdict["seat"]) == ("cleared", team.code("daan"))

    async def test_privileged_it_stays_closed_and_what_was_wanted_is_given_up(self, team: Team) -> None:
        exhibit = await unchecked(team, release("DE"), release("CH"))
        read_json(await give(team, "daan", exhibit, "privileged"), 201)
        await demand_closed(team, exhibit, "noor", "daan", code="privileged")
        assert (await waiting(team, "noor"), await listed(team, "lena")) == ([], [])
        assert refused(await grant(team, "noor", exhibit, "DE")) == (409, "privileged")
        assert refused(await flag(team, "noor", exhibit)) == (403, "closed-already")
        assert kinds(await custody(team, "noor", exhibit))[-2:] == ["release.given_up", "release.given_up"]
        current = read_json(await see(team, "noor", exhibit))
        headers = {"If-Match": f'"{current["version"]}"'}
        withdrawal = place(team, exhibit, "/withdrawal")
        read_json(await team.client("noor").post(withdrawal, json={"reason": "Privileged"}, headers=headers))

    async def test_waits_for_its_other_gates_too(self, team: Team) -> None:
        read_json(await four_eyes.demand(team, "noor", "release"))
        exhibit = await unchecked(team, release("DE"))
        (wish,) = await waiting(team, "bram")
        assert wish["gates"] == ["second_leader", "clearance"]
        read_json(await give(team, "daan", exhibit), 201)
        assert await listed(team, "lena") == []
        read_json(await four_eyes.confirm(team, "bram", wish), 201)
        assert [one["id"] for one in await listed(team, "lena")] == [exhibit["id"]]

    async def test_a_verdict_is_on_what_was_looked_at_and_nothing_is_added_afterwards(self, team: Team) -> None:
        exhibit = await unchecked(team)
        assert (await give(team, "daan", exhibit, files=0)).status_code == 412
        await upload(team, "noor", exhibit, TEXT + b"more", "more.txt")
        assert (await give(team, "daan", exhibit)).status_code == 412
        current = read_json(await see(team, "daan", exhibit))
        read_json(await give(team, "daan", current), 201)
        assert refused(await announce(team, "noor", exhibit)) == (409, "filtered-already")
        assert refused(await give(team, "daan", current)) == (403, "not-the-filter")


class TestAFlag:
    async def test_by_whoever_reads_it_closes_it_for_everybody_at_once(self, team: Team) -> None:
        read_json(await name(team, "noor", "daan"))
        exhibit = await with_file(team, release("DE", "readable"), release("FR", "listed"))
        opened = read_json(await open_it(team, "noor", exhibit), 201)
        page = opened["files"][0]["link"]
        assert (await team.client("noor").get(page)).status_code == 200
        assert refused(await flag(team, "hugo", exhibit)) == (403, "level-below-readable")
        assert (await flag(team, "coordinator", exhibit)).status_code == 403
        assert alike(await flag(team, "mara", exhibit), await flag(team, "mara", {"id": clock.new_id()}))
        flagged = read_json(await flag(team, "lena", exhibit))
        assert (flagged["privilege"], flagged["may"]["open"]["because"]) == ("unchecked", ["unchecked"])
        await demand_closed(team, exhibit, "noor", "daan")
        assert refused(await open_it(team, "lena", exhibit)) == (403, "unchecked")
        assert (await team.client("noor").get(page)).status_code == 403
        (fact,) = [one for one in await custody(team, "noor", exhibit) if one["kind"] == "evidence.closed"]
        assert (values(fact)["reason"], fact["seat"]) == (WHY, team.code("lena"))
        assert refused(await flag(team, "noor", exhibit)) == (403, "closed-already")
        assert [one["evidence"] for one in await queue(team, "daan")] == [exhibit["id"]]

    async def test_holds_back_what_waited_before_it(self, team: Team) -> None:
        read_json(await name(team, "noor", "daan"))
        read_json(await four_eyes.demand(team, "noor", "release"))
        exhibit = await with_file(team)
        wish = read_json(await grant(team, "noor", exhibit, "DE"), 202)
        flagged = read_json(await flag(team, "bram", exhibit))
        read_json(await four_eyes.confirm(team, "bram", wish), 201)
        assert (await listed(team, "lena"), len(await waiting(team, "noor"))) == ([], 1)
        read_json(await give(team, "daan", flagged), 201)
        assert ([one["id"] for one in await listed(team, "lena")], await waiting(team, "noor")) == ([exhibit["id"]], [])

    async def test_closes_what_was_cleared_again(self, team: Team) -> None:
        exhibit = await unchecked(team)
        read_json(await give(team, "daan", exhibit), 201)
        flagged = read_json(await flag(team, "bram", exhibit))
        await demand_closed(team, exhibit, "noor")
        read_json(await give(team, "daan", flagged, "privileged"), 201)

    async def test_keeps_an_administrator_from_verifying_by_reading(self, team: Team) -> None:
        exhibit = await quarantine.brought(team, may_hold_privileged=True)
        verifying = await open_it(team, "admin", exhibit, "verify", purpose="JIT_MANAGEMENT")
        assert refused(verifying) == (403, "unchecked")
        assert refused(await flag(team, "admin", exhibit)) == (403, "role-may-not")


class TestTheFilter:
    async def test_is_named_by_leaders_among_members_who_lead_nobody(self, team: Team) -> None:
        assert (await named(team, "daan"))["version"] == 0
        for wrong in ("noor", "bram", "sofia", "coordinator", "lena"):
            assert (await name(team, "noor", wrong)).status_code == 422, wrong
        for who in ("daan", "lena", "auditor", "coordinator"):
            body = {"seats": [team.code("daan")], "reason": "x"}
            answer = await team.client(who).put(team.path("/filter-team"), json=body, headers={"If-Match": '"0"'})
            assert answer.status_code == 403, who
        read_json(await name(team, "bram", "daan"))
        assert (await name(team, "noor", version=0)).status_code == 412
        assert (await named(team, "daan"))["seats"] == [team.code("daan")]
        assert (await named(team, "jonas"))["seats"] == [], "another party's is its own affair"
        assert len(await team.entries("daan", "filter.named")) == 1
        assert await team.entries("jonas", "filter.named") == []

    async def test_does_not_filter_what_it_brought(self, team: Team) -> None:
        read_json(await name(team, "noor", "daan"))
        own = await register(team, "daan", may_hold_privileged=True)
        sent = await register(team, "noor", may_hold_privileged=True)
        await upload(team, "daan", sent)
        assert await queue(team, "daan") == []
        for exhibit in (own, sent):
            assert refused(await give(team, "daan", exhibit)) == (403, "not-the-filter")
            assert refused(await open_it(team, "daan", exhibit, "filter")) == (403, "not-the-filter")

    async def test_is_none_once_it_is_not_named_any_more(self, team: Team) -> None:
        exhibit = await unchecked(team)
        read_json(await name(team, "noor"))
        assert refused(await give(team, "daan", exhibit)) == (403, "not-the-filter")


OPENED = (
    "insert into openings (id, jit, evidence, seat, session, act, purpose, opened_at, expires_at)"
    " select gen_random_uuid(), :jit, :evidence, :seat, s.id, '{}', 'JIT_PURPOSE', now(), now() from sessions s limit 1"
)
RELEASED = (
    "insert into releases (jit, party, evidence, originator, level, granted_by, granted_at, effective, state)"
    " select :jit, p.id, :evidence, :party, 3, :seat, now(), true, 'effective' from parties p where p.code = 'FR'"
)


class TestTheDatabaseHoldsIt:
    """Were the service's question forgotten, the content would be closed all the same."""

    async def test_no_use_is_written_and_no_release(self, team: Team) -> None:
        exhibit = await unchecked(team, release("DE"))
        for who in ("noor", "daan"):
            for act in ("open", "take", "verify"):
                with pytest.raises(DBAPIError, match="row-level security"):
                    await attempt(team, who, OPENED.format(act), evidence=exhibit["id"])
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "noor", OPENED.format("filter"), evidence=exhibit["id"])
        assert await attempt(team, "daan", OPENED.format("filter"), evidence=exhibit["id"]) == 1
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "noor", RELEASED, evidence=exhibit["id"])
        passes = "select 1 from waiting_releases where pass_release(id, '{}')"
        assert await attempt(team, "noor", passes) == 0

    async def test_whom_a_party_named_its_own_seats_read_alone(self, team: Team) -> None:
        read_json(await name(team, "noor", "daan"))
        rows = {
            who: await attempt(team, who, "select 1 from filter_teams") for who in ("daan", "jonas", "mara", "ines")
        }
        assert rows == {"daan": 1, "jonas": 0, "mara": 0, "ines": 0}

    async def test_nobody_sets_the_state_or_gives_anothers_verdict(self, team: Team) -> None:
        exhibit = await unchecked(team)
        for who in ("noor", "daan"):
            with pytest.raises(DBAPIError, match="permission denied"):
                await attempt(team, who, "update evidence set privilege = null")
        own = (
            "insert into evidence (id, jit, originator, exhibit_number, title, kind, category, handling, tlp, status,"
            " registered_by, registered_at, privilege) values (gen_random_uuid(), :jit, :party, 'X', 'x', 'image', 'other',"
            " '{H0}', 'AMBER', 'active', :seat, now(), 'cleared')"
        )
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "noor", own)
        gives = (
            "select 1 where give_clearance(gen_random_uuid(), :evidence, 'cleared', 'x', cast(:version as integer),"
            " cast(:files as integer))"
        )
        seen = {"evidence": exhibit["id"], "version": exhibit["version"], "files": exhibit["files_count"]}
        for who in ("noor", "bram", "lena", "jonas", "admin"):
            assert await attempt(team, who, gives, **seen) == 0, who
        for who in ("lena", "mara", "coordinator"):
            assert await attempt(team, who, "select 1 where flag_privileged(:evidence)", evidence=exhibit["id"]) == 0
        with pytest.raises(DBAPIError, match="permission denied"):
            await attempt(team, "daan", "update clearances set verdict = 'cleared'")
        names = (
            "insert into filter_teams (jit, party, seats, decided_by, decided_at)"
            " values (:jit, :party, array[cast(:seat as uuid)], :seat, now()) on conflict (jit, party) do update"
            " set seats = excluded.seats, decided_by = excluded.decided_by"
        )
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "daan", names)
        assert await attempt(team, "daan", gives, **seen) == 1
        assert read_json(await see(team, "noor", exhibit))["privilege"] == "cleared"
