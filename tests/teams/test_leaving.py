"""A party that leaves: what the agreement says of it, what is shown before, what follows at the moment, and who may do none of it."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app import clock
from app.services.ending import leaving_jobs
from app.services.retention import erasure_jobs
from tests.factories import copies, suspensions, tasks
from tests.factories.evidence import (
    custody,
    grant,
    kinds,
    listed,
    open_it,
    register,
    release,
    rendered,
    see,
    try_register,
    upload,
    values,
    with_file,
)
from tests.factories.leaving import agree, come, declare, foresee, left, party, stay
from tests.factories.retention import erased, hold, lift, make_due, retention
from tests.factories.sharing import consents
from tests.factories.sharing.gates import waiting
from tests.factories.sharing.joint import agree as agree_to
from tests.factories.sharing.joint import jointly
from tests.factories.team import PEOPLE, Team, member_form, read_json
from tests.security.routes import DISCLOSURE
from tests.support.databases.as_seat import attempt, seat_of

LATER = clock.rfc3339(clock.now() + timedelta(days=30))


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def german(team: Team, *releases: dict[str, Any]) -> dict[str, Any]:
    """A German exhibit with a file."""
    exhibit = await register(team, "jonas", *releases)
    await upload(team, "jonas", exhibit)
    await rendered(team, exhibit)
    return exhibit


class TestTheClause:
    async def test_is_entered_by_an_administrator_and_its_own_comes_before_that_of_all(self, team: Team) -> None:
        for who in ("noor", "coordinator", "jonas", "auditor"):
            assert refused(await agree(team, who=who)) == (403, "role-may-not"), who
        nothing = await team.client("jonas").get(team.path("/parties/DE/leaving"))
        assert refused(nothing) == (409, "no-leaving-clause")
        read_json(await agree(team, "freeze", "withdraw", party="DE", clause="Annex 4"), 201)
        read_json(await agree(team, "stay", "stay"), 201)
        assert [
            one["party"] for one in read_json(await team.client("hugo").get(team.path("/leaving-clauses")))["items"]
        ] == [
            None,
            "DE",
        ]
        assert (await foresee(team, code="DE"))["clause"] == "Annex 4"
        assert (await foresee(team, code="FR"))["contributed"] == "stay"
        (told,) = [one for one in await team.entries("hugo", "leaving.agreed") if values(one)["party"] == "DE"]
        assert (values(told)["contributed"], values(told)["received"]) == ("freeze", "withdraw")


class TestWhatWouldFollow:
    async def test_names_each_exhibit_and_nothing_that_the_asker_may_not_know(self, team: Team) -> None:
        read_json(await agree(team, "withdraw", "withdraw"), 201)
        given = await german(team, release("NL"), release("FR", "readable"))
        kept = await german(team)
        had = await with_file(team, release("DE"))
        await copies.taken(team, "noor", given)
        read_json(await hold(team, "jonas", given), 201)
        await copies.taken(team, "jonas", had)
        await register(team, "noor", release("FR"))
        shown = await foresee(team)
        assert [(one["evidence"], one["contributed"], one["withdrawn"]) for one in shown["items"]] == [
            (given["id"], True, True),
            (kept["id"], True, True),
            (had["id"], False, False),
        ]
        lines = {one["party"]: (one["before"], one["after"]) for one in shown["items"][0]["releases"]}
        assert lines == {"NL": ("held", "listed"), "FR": ("readable", "listed")}
        assert shown["items"][2]["releases"] == [{"party": "DE", "before": "held", "after": None}]
        assert [(one["copies_asked"], one["on_hold"]) for one in shown["items"]] == [(1, True), (0, False), (1, False)]
        totals = shown["totals"]
        assert (totals["contributed"], totals["received"], totals["copies_asked"], totals["holds"]) == (2, 1, 2, 1)
        # France sees what it would lose, and nobody else's; the Netherlands that, and what of its own Germany has.
        (french,) = (await foresee(team, "hugo"))["items"]
        assert (french["evidence"], [one["party"] for one in french["releases"]]) == (given["id"], ["FR"])
        dutch = (await foresee(team, "daan"))["items"]
        assert [one["evidence"] for one in dutch] == [given["id"], had["id"]]
        assert [[line["party"] for line in one["releases"]] for one in dutch] == [["NL"], ["DE"]]
        assert (await foresee(team, "mara"))["totals"]["contributed"] == 0

    async def test_is_read_page_by_page_under_one_token(self, team: Team) -> None:
        read_json(await agree(team), 201)
        made = [(await register(team, "jonas", release("NL")))["id"] for _ in range(3)]
        first = await foresee(team, query="?limit=2")
        second = await foresee(team, query=f"?limit=2&cursor={first['next']}")
        assert [one["evidence"] for one in first["items"] + second["items"]] == made
        assert (first["token"], second["next"]) == (second["token"], None)

    async def test_what_was_not_shown_is_not_declared(self, team: Team) -> None:
        read_json(await agree(team), 201)
        token = (await foresee(team))["token"]
        await register(team, "jonas", release("NL"))
        stale = await declare(team, token=token)
        assert (stale.status_code, stale.json()["current"]["totals"]["contributed"]) == (412, 1)
        read_json(await agree(team, "freeze"), 201)
        assert (await declare(team, token=stale.json()["current"]["token"])).status_code == 412
        assert (await party(team))["leaving"] is None


class TestDeclaring:
    async def test_is_its_leaders_affair_and_everybody_hears_of_it(self, team: Team) -> None:
        read_json(await agree(team), 201)
        for who in ("lena", "coordinator", "hugo"):
            assert (await declare(team, who, token="0" * 64)).status_code == 403, who
        for who in ("noor", "admin"):
            assert refused(await declare(team, who)) == (403, "its-leaders-only"), who
        assert refused(await declare(team, confirmation="FR")) == (422, "invalid")
        assert (await declare(team, effective_at="2020-01-01T00:00:00Z")).json()["errors"][0]["field"] == "effective_at"
        assert (await declare(team, version=7)).status_code == 412
        assert refused(await stay(team)) == (409, "not-leaving")
        leaving = read_json(await declare(team, effective_at=LATER), 201)["leaving"]
        assert (leaving["declared_by"], leaving["begun_at"], leaving["clause"]) == ("DE-01", None, "Clause 15.3")
        assert refused(await declare(team)) == (409, "leaves-already")
        assert read_json(await stay(team))["leaving"] is None
        read_json(await declare(team, effective_at=LATER), 201)
        assert (await team.client("jonas").get(team.path("/parties"))).status_code == 200
        told = [one for one in kinds(await team.entries("hugo")) if one in {"party.leaving", "party.staying"}]
        assert told == ["party.leaving", "party.staying", "party.leaving"]

    async def test_who_keeps_the_team_stays(self, team: Team) -> None:
        read_json(await agree(team), 201)
        assert refused(await declare(team, "noor", "NL")) == (409, "nobody-keeps-the-team")

    async def test_an_administrator_declares_it_where_no_leader_acts(self, team: Team) -> None:
        read_json(await agree(team), 201)
        assert read_json(await declare(team, "admin", "EUROJUST"), 201)["leaving"]["declared_by"] == team.code("admin")
        assert (await left(team, "EUROJUST"))["status"] == "left"

    async def test_nobody_is_suspended_first_and_made_to_leave_then(self, team: Team) -> None:
        read_json(await agree(team), 201)
        await suspensions.suspended(team, "FR", "noor", "jonas")
        assert refused(await declare(team, "admin", "FR")) == (403, "its-leaders-only")
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(
                team,
                "admin",
                "insert into leavings (id, jit, party, clause, contributed, received, reason, effective_at, declared_by, declared_at)"
                " select gen_random_uuid(), c.jit, p.id, c.id, c.contributed, c.received, 'x', now(), :seat, now()"
                " from leaving_clauses c join parties p on p.jit = c.jit and p.code = 'FR' where c.jit = :jit",
            )

    async def test_the_database_lets_no_other_party_declare_or_undo_it(self, team: Team) -> None:
        read_json(await agree(team), 201)
        insert = (
            "insert into leavings (id, jit, party, clause, contributed, received, reason, effective_at, declared_by, declared_at)"
            " select :id, :jit, p.id, c.id, c.contributed, c.received, 'x', now(), :seat, now()"
            " from parties p, leaving_clauses c where p.code = 'DE'"
        )
        for who in ("noor", "admin", "coordinator"):
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, who, insert, id=uuid4())
        read_json(await declare(team, effective_at=LATER), 201)
        undo = "update leavings set withdrawn_by = :seat, withdrawn_at = now() where party <> :party"
        assert await attempt(team, "noor", undo) == 0
        with pytest.raises(DBAPIError, match="permission denied"):
            await attempt(team, "jonas", "update leavings set effective_at = now()")
        with pytest.raises(DBAPIError, match="permission denied"):
            await attempt(team, "admin", "update parties set leaves_at = null")


class TestWhoHasLeft:
    async def test_has_no_seat_from_that_instant_and_is_in_nothing_new(self, team: Team) -> None:
        read_json(await agree(team), 201)
        before = await seat_of(team, "jonas")
        exhibit = await with_file(team)
        asked = await consents.ask(team, "noor", await german(team, release("NL", "readable")))
        read_json(await declare(team, effective_at=LATER), 201)
        assert (await team.client("lena").get(team.path("/parties"))).status_code == 200
        await come(team)
        assert (await team.client("lena").get(team.path("/parties"))).status_code == 404
        found = await left(team)
        assert (found["status"], found["has_leader"]) == ("left", False)
        for who in ("jonas", "lena", "auditor", "karl"):
            assert (await team.client(who).get(team.path("/parties"))).status_code == 404, who
            assert read_json(await team.client(who).get("/api/me"))["seats"] == []
        told = await team.entries("hugo")
        assert {values(one)["code"] for one in told if one["kind"] == "member.ended"} == {
            f"DE-0{n}" for n in range(1, 5)
        }
        assert "party.left" in kinds(told)

        await team.run_jobs("consents")
        assert (await consents.see(team, "noor", asked)).json()["state"] == "expired"
        for answer in (
            await grant(team, "noor", exhibit, "DE"),
            await try_register(team, releases=[release("DE")]),
            await tasks.try_assign(team, assignee="DE-01"),
            await team.client("coordinator").post(
                team.path("/members"), json=member_form("new@de.test", PEOPLE["lena"])
            ),
        ):
            assert answer.status_code == 422, answer.text
        assert refused(await suspensions.propose(team, "noor", "DE")) == (409, "party-not-active")
        assert refused(await suspensions.resume(team, "admin", "DE", 3)) == (409, "party-not-suspended")
        # Past the services: nothing is released to it.
        row = "select jit, :who, evidence, originator, 3, :seat, now(), true, 'effective' from releases where evidence = :e limit 1"
        columns = "jit, party, evidence, originator, level, granted_by, granted_at, effective, state"
        binds = {"who": before.party, "e": UUID(exhibit["id"])}
        with pytest.raises(DBAPIError, match="left is released nothing"):
            await attempt(team, "noor", f"insert into releases ({columns}) {row}", **binds)

    async def test_gets_nothing_between_that_instant_and_what_follows(self, team: Team) -> None:
        read_json(await agree(team), 201)
        exhibit = await jointly(team, "FR")
        assert (await grant(team, "noor", exhibit, "DE")).status_code == 202
        (wish,) = await waiting(team, "claire")

        read_json(await declare(team, effective_at=LATER), 201)
        await come(team)
        assert refused(await agree_to(team, "claire", wish)) == (409, "party-left")
        answer = await grant(team, "noor", await register(team, "noor"), "DE")
        assert refused(answer) == (422, "invalid")
        assert "has left" in answer.text

    async def test_stays_what_it_contributed_and_ends_what_it_received(self, team: Team) -> None:
        read_json(await agree(team, "stay", "stay"), 201)
        given, had = await german(team, release("NL")), await with_file(team, release("DE"))
        copy = await copies.taken(team, "jonas", had)
        before = await seat_of(team, "jonas")
        read_json(await declare(team), 201)
        await left(team)
        assert read_json(await open_it(team, "noor", given), 201)
        assert refused(await consents.try_ask(team, "noor", given, use="court")) == (409, "left")
        assert kinds(await custody(team, "noor", had))[-1] == "release.lapsed"
        assert (await copies.listed(team, "noor", "?side=given"))[0]["state"] == copy["state"]
        async with team.context.database.reading(
            before.requester
        ) as session:  # a seat that somebody kept, past the door
            assert not (await session.execute(text("select 1 from evidence where id = :e"), {"e": had["id"]})).all()

    async def test_freezes_what_it_contributed_and_asks_after_its_copies(self, team: Team) -> None:
        read_json(await agree(team, "freeze", "freeze"), 201)
        given, had = await german(team, release("NL"), release("FR", "readable")), await with_file(team, release("DE"))
        copy = await copies.taken(team, "jonas", had)
        read_json(await declare(team), 201)
        await left(team)
        assert refused(await open_it(team, "noor", given)) == (403, "level-below-readable")
        assert [one["id"] for one in await listed(team, "hugo")] == [given["id"]]
        assert read_json(await see(team, "noor", given))["status"] == "active"
        (told,) = [one for one in await custody(team, "noor", given) if one["kind"] == "evidence.released"][-1:]
        assert values(told)["level"] == "listed"
        (asked,) = await copies.listed(team, "noor", "?side=given")
        assert (asked["id"], asked["may_answer"]) == (copy["id"], True)
        assert refused(await copies.answer(team, "hugo", asked)) == (404, "not-found")
        assert (await copies.answer(team, "noor", asked)).status_code == 422
        read_json(await copies.answer(team, "noor", asked, because="Its letter of 3 December, 12/26"))
        assert (await copies.listed(team, "noor", "?side=given"))[0]["state"] == "destroyed"

    async def test_withdraws_what_it_contributed_and_is_recalled_what_it_received(self, team: Team) -> None:
        read_json(await agree(team, "withdraw", "withdraw"), 201)
        given, had = await german(team, release("NL")), await with_file(team, release("DE"))
        taken = await copies.taken(team, "noor", given)
        await copies.taken(team, "jonas", had)
        read_json(await declare(team), 201)
        await left(team)
        seen = read_json(await see(team, "noor", given))
        assert (seen["status"], seen["level"]) == ("withdrawn", "listed")
        told = kinds(await custody(team, "noor", given))
        assert told[-2:] == ["evidence.withdrawn", "copy.asked"]
        assert kinds(await custody(team, "noor", had))[-2:] == ["evidence.recalled", "copy.asked"]
        (mine,) = [one for one in await copies.listed(team, "noor", "?side=held") if one["id"] == taken["id"]]
        read_json(await copies.answer(team, "noor", mine))

    async def test_a_crash_on_the_way_leaves_what_is_found_again_and_done_once(
        self, team: Team, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        read_json(await agree(team, "withdraw", "withdraw"), 201)
        given = [await register(team, "jonas", release("NL")) for _ in range(3)]
        crashes = iter((False, True, True))
        leave = leaving_jobs._leave  # between what the database did and its commit

        async def interrupted(*of: Any) -> Any:
            facts = await leave(*of)
            if next(crashes, False):
                raise ConnectionResetError
            return facts

        monkeypatch.setattr(leaving_jobs, "_leave", interrupted)
        read_json(await declare(team), 201)
        await left(team)
        assert next(crashes, None) is None
        assert await leaving_jobs.turn(team.context.database) == 0
        for exhibit in given:
            assert kinds(await custody(team, "noor", exhibit)).count("evidence.withdrawn") == 1

    async def test_what_it_left_behind_is_erased_when_its_review_is_due_unless_a_court_holds_it(
        self, team: Team
    ) -> None:
        read_json(await agree(team), 201)
        given, held, later = [await german(team, release("NL")) for _ in range(3)]
        await copies.taken(team, "noor", given)
        read_json(
            await team.client("noor").post(team.path(f"/evidence/{held['id']}/disclosures"), json=DISCLOSURE), 201
        )
        read_json(await hold(team, "noor", held), 201)
        read_json(await declare(team), 201)
        await left(team)
        for one in (given, held):
            await make_due(team, one)
        await erased(team, given)
        told = kinds(await custody(team, "noor", given))
        assert told[-4:] == ["copy.asked", "evidence.erasure_decided", "evidence.erased", "evidence.fields_erased"]
        for one in (held, later):
            assert read_json(await see(team, "noor", one))["status"] == "active"

    async def test_what_it_obtained_jointly_is_taken_from_nobody_who_obtained_it_too(self, team: Team) -> None:
        read_json(await agree(team, "freeze", "withdraw"), 201)
        exhibit = await jointly(team, "NL", who="jonas")
        (shown,) = (await foresee(team))["items"]
        assert shown["releases"] == [{"party": "NL", "before": "held", "after": "held"}]
        read_json(await declare(team), 201)
        await left(team)
        assert read_json(await see(team, "noor", exhibit))["level"] == "held"
        await make_due(team, exhibit)
        assert await erasure_jobs.end_left(team.context.database) == 0
        assert read_json(await see(team, "noor", exhibit))["status"] == "active"

    async def test_its_hold_is_lifted_by_the_originator(self, team: Team) -> None:
        read_json(await agree(team), 201)
        exhibit = await with_file(team, release("DE"))
        read_json(
            await team.client("jonas").post(team.path(f"/evidence/{exhibit['id']}/disclosures"), json=DISCLOSURE), 201
        )
        read_json(await hold(team, "jonas", exhibit), 201)
        (one,) = (await retention(team, "noor", exhibit))["holds"]
        assert refused(await lift(team, "noor", exhibit, one)) == (403, "not-to-lift")
        read_json(await declare(team), 201)
        await left(team)
        assert (await lift(team, "bram", exhibit, one)).is_success
