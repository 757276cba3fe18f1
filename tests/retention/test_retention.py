"""How long exhibits are kept: the agreement's rule, reviews, legal holds, and transfers that end by themselves."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.exc import DBAPIError

from app import clock
from app.access.retention import REVIEW_MONTHS, review_after
from app.services.retention import erasure_jobs
from tests.factories.evidence import (
    announce,
    custody,
    grant,
    kinds,
    listed,
    recall,
    register,
    release,
    see,
    take_it,
    try_register,
    upload,
    values,
    with_file,
)
from tests.factories.retention import (
    age,
    agree,
    erased,
    fetch,
    hold,
    keep,
    lift,
    make_due,
    retention,
    reviews,
    withdraw,
)
from tests.factories.team import Team, read_json
from tests.security.routes import DISCLOSURE
from tests.support.databases.as_seat import attempt
from tests.support.databases.superuser import as_superuser


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def told(exhibit: dict[str, Any]) -> set[str]:
    return {one["kind"] for one in exhibit["items"]}


async def transfer(team: Team, *releases: dict[str, Any]) -> dict[str, Any]:
    """A Dutch exhibit with a file, for transfer."""
    return await with_file(team, *releases, retention="TRANSFER")


async def disclosed(team: Team, who: str, exhibit: dict[str, Any]) -> None:
    """Given to a proceeding."""
    read_json(await team.client(who).post(team.path(f"/evidence/{exhibit['id']}/disclosures"), json=DISCLOSURE), 201)


async def untouched(team: Team, exhibit: dict[str, Any]) -> None:
    """After a turn of the clock it is what it was."""
    await erasure_jobs.end_transfers(team.context.database)
    assert read_json(await see(team, "noor", exhibit))["status"] == "active"


class TestTheAgreement:
    async def test_is_entered_by_an_administrator_and_holds_for_what_comes_after(self, team: Team) -> None:
        before = await register(team)
        for who in ("noor", "coordinator", "jonas", "auditor"):
            assert refused(await agree(team, who)) == (403, "role-may-not"), who
        rule = read_json(await agree(team, review_months=12), 201)
        assert (rule["mode"], rule["review_months"], rule["decided_by"]) == ("TRANSFER", 12, team.code("admin"))
        assert read_json(await team.client("hugo").get(team.path("/retention-rules")))["items"] == [rule]
        after, chosen = await register(team), await register(team, retention="POOL")
        modes = [(await retention(team, "noor", one))["mode"] for one in (before, after, chosen)]
        assert modes == ["POOL", "TRANSFER", "POOL"]
        today = clock.now().date()
        assert (await retention(team, "noor", chosen))["review_on"] == review_after(today, 12).isoformat()
        assert (await retention(team, "noor", before))["review_on"] == review_after(today, REVIEW_MONTHS).isoformat()
        assert "retention.agreed" in kinds(await team.entries("hugo"))
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(
                team,
                "noor",
                "insert into retention_rules values (gen_random_uuid(), :jit, 'POOL', 60, 'x', :seat, now())",
            )

    async def test_what_was_chosen_is_said_to_all_who_see_it(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"), retention="TRANSFER")
        (said_of,) = [one for one in await custody(team, "lena", exhibit) if one["kind"] == "evidence.retained"]
        assert (values(said_of)["mode"], values(said_of)["controller"], values(said_of)["review_on"]) == (
            "TRANSFER",
            "OM",
            None,
        )
        assert "evidence.retained" not in kinds(await custody(team, "noor", await register(team)))
        assert (await try_register(team, retention="FOREVER")).status_code == 422


class TestReviews:
    async def test_wait_for_leaders_and_are_answered_by_keeping(self, team: Team) -> None:
        exhibit, later = await register(team, "noor", release("DE")), await register(team)
        assert await reviews(team) == []
        await make_due(team, exhibit)
        await make_due(team, later, days=20)
        first, second = await reviews(team)
        assert (first["evidence"], first["overdue"], second["overdue"]) == (exhibit["id"], True, False)
        for who in ("daan", "lena", "coordinator"):
            assert (await team.client(who).get(team.path("/reviews"))).status_code == 403, who
        assert (await reviews(team, "jonas"), await reviews(team, "admin")) == ([], [])
        for who in ("daan", "lena"):
            assert refused(await keep(team, who, exhibit)) == (403, "role-may-not")
        assert refused(await keep(team, "jonas", exhibit)) == (403, "originator-only")
        kept = read_json(await keep(team, "bram", exhibit, controller="POL"))
        assert (kept["controller"], kept["may_keep"]) == ("POL", True)
        assert [one["evidence"] for one in await reviews(team)] == [later["id"]]
        said_of = values((await custody(team, "noor", exhibit))[-1])
        assert (said_of["controller"], said_of["reason"]) == ("POL", "The appeal is pending")
        await make_due(team, exhibit)
        assert {one["evidence"]: one["controller"] for one in await reviews(team)}[exhibit["id"]] == "POL"

    @pytest.mark.parametrize(
        ("days", "controller", "field"), [(0, "OM", "review_on"), (1200, "OM", "review_on"), (9, "STA", "controller")]
    )
    async def test_are_set_within_what_the_agreement_says(
        self, team: Team, days: int, controller: str, field: str
    ) -> None:
        exhibit = await register(team)
        wrong = await keep(team, "noor", exhibit, days, controller=controller)
        assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (422, field)

    async def test_of_a_transfer_there_are_none(self, team: Team) -> None:
        exhibit = await transfer(team, release("DE"))
        assert refused(await keep(team, "noor", exhibit)) == (409, "for-transfer")
        assert await reviews(team) == []
        await age(team, exhibit, 23)
        (row,) = await reviews(team)
        assert (row["because"], row["overdue"]) == ("transfer", False)

    async def test_the_database_takes_them_from_the_originator_alone(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        statement = "update evidence set review_on = '2099-01-01' where id = :e"
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "jonas", statement, e=exhibit["id"])
        with pytest.raises(DBAPIError, match="permission denied"):
            await attempt(team, "noor", "update evidence set retention = 'TRANSFER', review_on = null")

    async def test_what_is_withdrawn_waits_to_be_erased(self, team: Team) -> None:
        exhibit = await with_file(team)
        await withdraw(team, exhibit)
        (row,) = await reviews(team)
        assert (row["because"], row["evidence"], row["on_hold"]) == ("withdrawn", exhibit["id"], False)


class TestHolds:
    async def test_are_set_and_lifted_by_a_leader_and_are_facts(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        for who in ("daan", "lena", "jonas"):
            assert refused(await hold(team, who, exhibit)) == (403, "not-to-hold"), who
        assert (await hold(team, "claire", exhibit)).status_code == 404
        (standing,) = read_json(await hold(team, "noor", exhibit), 201)["holds"]
        assert (standing["court"], standing["party"], standing["may_lift"]) == ("Rechtbank Rotterdam", "NL", True)
        assert (await retention(team, "lena", exhibit))["holds"] == [], "another party does not learn of it"
        assert "hold.set" not in kinds(await custody(team, "lena", exhibit))
        assert refused(await lift(team, "daan", exhibit, standing)) == (403, "not-to-lift")
        (over,) = read_json(await lift(team, "bram", exhibit, standing))["holds"]
        assert (over["lifted_by"], over["lift_reason"]) == (team.code("bram"), "Final")
        assert refused(await lift(team, "noor", exhibit, standing)) == (409, "lifted-already")
        assert kinds(await custody(team, "noor", exhibit))[-2:] == ["hold.set", "hold.lifted"]

    async def test_a_judicial_seat_that_disclosed_it_holds_it_too(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        await disclosed(team, "lena", exhibit)
        assert refused(await hold(team, "lena", exhibit)) == (403, "not-to-hold"), "she is of the police"
        (theirs,) = read_json(await hold(team, "jonas", exhibit, court="LG Wiesbaden"), 201)["holds"]
        seen = await retention(team, "noor", exhibit)
        assert [(one["court"], one["may_lift"]) for one in seen["holds"]] == [("LG Wiesbaden", False)]
        assert refused(await lift(team, "noor", exhibit, theirs)) == (403, "not-to-lift")
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        read_json(await lift(team, "noor", exhibit, theirs)), "nobody there could any more"


class TestTransfers:
    async def test_are_erased_after_the_last_intended_download(self, team: Team) -> None:
        exhibit = await transfer(team, release("DE"), release("FR"), release("EUROJUST", "readable"))
        second = await upload(team, "noor", exhibit, name="second.txt")
        german = read_json(await take_it(team, "lena", exhibit), 201)
        await fetch(team, "lena", german)
        await untouched(team, exhibit)
        french = read_json(await take_it(team, "hugo", exhibit), 201)
        await fetch(team, "hugo", {"files": [one for one in french["files"] if one["id"] != second["id"]]})
        await untouched(team, exhibit)
        begun = next(one for one in french["files"] if one["id"] == second["id"])
        part = await team.client("hugo").get(begun["link"], headers={"Range": "bytes=0-5"})
        assert part.status_code == 206
        await untouched(team, exhibit)
        await fetch(team, "hugo", {"files": [begun]})
        done = await erased(team, exhibit)
        assert (done["erasure"]["ground"], done["erasure"]["decided_by"]) == ("taken", None)
        assert [one["status"] for one in await listed(team, "lena")] == ["erased"]
        ended = ["evidence.erasure_decided", "evidence.erased", "evidence.fields_erased"]
        assert kinds(await custody(team, "lena", exhibit))[-3:] == ended

    async def test_are_erased_after_28_days_whoever_took_them(self, team: Team) -> None:
        exhibit = await transfer(team, release("DE"))
        by = clock.now() + timedelta(days=28)
        seen = await retention(team, "lena", exhibit)
        assert abs((clock.parse(seen["erase_by"]) - by).total_seconds()) < 60
        await age(team, exhibit, 27)
        await untouched(team, exhibit)
        await age(team, exhibit, 1)
        assert (await erased(team, exhibit))["erasure"]["ground"] == "term"

    async def test_a_hold_stops_both(self, team: Team) -> None:
        exhibit = await transfer(team, release("DE"))
        (standing,) = read_json(await hold(team, "noor", exhibit), 201)["holds"]
        await fetch(team, "lena", read_json(await take_it(team, "lena", exhibit), 201))
        await age(team, exhibit, 40)
        await untouched(team, exhibit)
        read_json(await lift(team, "noor", exhibit, standing))
        await erased(team, exhibit)

    async def test_wait_for_what_is_still_to_come(self, team: Team) -> None:
        """An upload under way, a release that begins later, one that waits for a gate."""
        exhibit = await transfer(team, release("DE"), release("FR", not_before="2099-01-01T00:00:00Z"))
        await fetch(team, "lena", read_json(await take_it(team, "lena", exhibit), 201))
        await untouched(team, exhibit)
        read_json(await grant(team, "noor", exhibit, "CH"), 202)
        assert (await recall(team, "noor", exhibit, "FR")).status_code == 204
        await untouched(team, exhibit)
        (wish,) = read_json(await team.client("noor").get(team.path("/waiting-releases")))["items"]
        under_way = await announce(team, "noor", exhibit)
        given_up = team.path(f"/waiting-releases/{wish['id']}")
        assert (await team.client("noor").request("DELETE", given_up, json={"reason": "x"})).status_code == 204
        await untouched(team, exhibit)
        path = under_way.headers["Location"]
        assert (await team.client("noor").delete(path, headers={"Tus-Resumable": "1.0.0"})).status_code == 204
        assert (await erased(team, exhibit))["erasure"]["ground"] == "taken"

    async def test_released_to_nobody_they_wait_for_their_term(self, team: Team) -> None:
        exhibit = await transfer(team, release("DE", "readable"))
        await untouched(team, exhibit)

    async def test_nobody_notes_anothers_download(self, team: Team) -> None:
        exhibit = await transfer(team, release("DE"), release("FR"))
        taken = read_json(await take_it(team, "lena", exhibit), 201)
        (file,) = read_json(await see(team, "noor", exhibit))["files"]
        note = (
            "insert into deliveries (opening, file, jit, evidence, party, delivered_at)"
            " select :o, :f, :jit, :e, coalesce((select id from parties where code = :as), :party), now()"
        )
        binds = {"o": taken["id"], "f": file["id"], "e": exhibit["id"]}
        for who, party in (("hugo", "FR"), ("hugo", "DE"), ("lena", "FR"), ("noor", "DE")):
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, who, note, **{"as": party}, **{name: UUID(value) for name, value in binds.items()})
        async with as_superuser(team) as superuser:
            assert await superuser.fetchval("select count(*) from deliveries") == 0
