"""Exculpatory material: flagged by who reads it under H1 or H2, waiting for its originator, and never forgotten."""

from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy.exc import DBAPIError

from tests.audit.test_exports import lines, made
from tests.custody.test_disclosures import disclose
from tests.factories.evidence import alike, custody, kinds, place, recall, register, release, see, values, with_file
from tests.factories.pending_actions import of_kind
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt
from tests.support.databases.superuser import as_superuser

SAYS = {
    "exonerates": "The clock of the server shows that K. was in Kassel",
    "justification": "Defence of K., 4 KLs 12/26",
}
ABSENT = {"id": "0192f0c1-2345-7000-8000-000000000000"}


async def flag(team: Team, who: str, exhibit: dict[str, Any], **changes: Any) -> httpx.Response:
    return await team.client(who).post(place(team, exhibit, "/flags"), json=SAYS | changes)


async def flagged(team: Team, *releases: dict[str, Any], who: str = "lena", **changes: Any) -> tuple[Any, Any]:
    """A Dutch exhibit under H1, flagged by Germany."""
    exhibit = await with_file(team, *(releases or (release("DE"), release("FR"))), **{"handling": ["H1"]} | changes)
    return exhibit, read_json(await flag(team, who, exhibit), 201)


async def decide(
    team: Team, who: str, one: dict[str, Any], decision: str = "refused", **changes: Any
) -> httpx.Response:
    form = {"decision": decision, "because": "It was disclosed to Rotterdam in May"} | changes
    path = team.path(f"/flags/{one['id']}/decision")
    return await team.client(who).post(path, json=form, headers={"If-Match": f'"{one["version"]}"'})


async def listed(team: Team, who: str, query: str = "") -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = read_json(await team.client(who).get(team.path(f"/flags{query}")))["items"]
    return items


async def alarms(team: Team, who: str) -> list[dict[str, Any]]:
    return await of_kind(team, who, "exculpatory_decision")


async def reached(team: Team, who: str, statement: str) -> int:
    """How many rows a statement changes; none where the database refuses it."""
    try:
        return await attempt(team, who, statement)
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) != "42501":
            raise
        return 0


class TestFlagging:
    async def test_alarms_the_originators_leaders_until_one_decides(self, team: Team) -> None:
        exhibit, one = await flagged(team)
        assert (one["decision"], one["side"], one["may_decide"]) == (None, "ours", False)
        for who in ("noor", "bram"):
            (waiting,) = await alarms(team, who)
            assert (waiting["link"]["id"], waiting["detail"]) == (exhibit["id"], SAYS["exonerates"])
        for who in ("daan", "lena", "jonas", "claire", "coordinator"):
            assert await alarms(team, who) == [], who
        (seen,) = await listed(team, "noor", "?undecided=true&side=others")
        decided = read_json(await decide(team, "bram", seen))
        assert (decided["decision"], decided["decided_by"]) == ("refused", team.code("bram"))
        assert [await alarms(team, who) for who in ("noor", "bram")] == [[], []]
        assert [one["because"] for one in await listed(team, "lena", "?undecided=false")] == [decided["because"]]

    async def test_is_of_anothers_exhibit_that_one_reads_under_h1_or_h2(self, team: Team) -> None:
        restricted = await register(team, "noor", release("DE"), release("FR", "listed"), handling=["H2"])
        plain = await register(team, "noor", release("DE"))
        for who, exhibit, code in (
            ("claire", restricted, "level-below-readable"),
            ("noor", restricted, "originators-own"),
            ("lena", plain, "not-restricted"),
            ("auditor", restricted, "role-may-not"),
        ):
            refused = await flag(team, who, exhibit)
            assert (refused.status_code, refused.json()["code"]) == (403, code), who
        hidden = await register(team, "noor", handling=["H1"])
        assert alike(await flag(team, "claire", hidden), await flag(team, "claire", ABSENT))
        assert read_json(await see(team, "lena", restricted))["may"]["flag"]["allowed"]
        read_json(await flag(team, "lena", restricted), 201)
        for field in SAYS:
            assert (await flag(team, "lena", restricted, **{field: " "})).status_code == 422

    async def test_is_read_by_both_sides_and_by_nobody_else(self, team: Team) -> None:
        exhibit, one = await flagged(team)
        for who in ("noor", "daan", "lena", "jonas", "auditor", "jit_auditor"):
            assert [row["id"] for row in await listed(team, who)] == [one["id"]], who
        for who in ("claire", "hugo", "mara", "ines", "sofia"):
            assert await listed(team, who) == [], who
        assert "evidence.flagged" not in kinds(await custody(team, "claire", exhibit))
        told = (await custody(team, "noor", exhibit))[-1]
        assert (told["kind"], values(told)["exonerates"]) == ("evidence.flagged", SAYS["exonerates"])
        assert "justification" not in told["fields"], "read by the actor's own party"
        (mine,) = await team.entries("lena", "evidence.flagged")
        assert values(mine)["justification"] == SAYS["justification"]


class TestDeciding:
    async def test_is_a_leaders_of_the_originator_once_and_for_all(self, team: Team) -> None:
        _, one = await flagged(team)
        for who in ("daan", "jonas", "coordinator", "jit_auditor", "auditor"):
            assert (await decide(team, who, one)).status_code == 403, who
        unknown = await decide(team, "claire", one), await decide(team, "claire", one | ABSENT)
        assert alike(*unknown)
        assert unknown[0].status_code == 404
        assert (await decide(team, "noor", one, "forgotten")).status_code == 422
        assert (await decide(team, "noor", one, because=" ")).status_code == 422
        assert (await decide(team, "noor", one | {"version": 7})).status_code == 412
        read_json(await decide(team, "noor", one, "disclosed"))
        again = await decide(team, "bram", one | {"version": 2})
        assert (again.status_code, again.json()["code"]) == (409, "flag-decided")

    async def test_consent_lets_the_flagging_party_use_it_in_court(self, team: Team) -> None:
        exhibit, one = await flagged(team)
        assert (await disclose(team, "lena", exhibit)).status_code == 403
        read_json(await decide(team, "noor", one, "consented"))
        read_json(await disclose(team, "lena", exhibit), 201)
        assert (await disclose(team, "claire", exhibit)).status_code == 403
        entries = kinds(await custody(team, "noor", exhibit))
        assert entries.index("evidence.court_use_allowed") < entries.index("flag.decided")

    async def test_consent_needs_a_release_that_stands(self, team: Team) -> None:
        exhibit, one = await flagged(team)
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        refused = await decide(team, "noor", one, "consented")
        assert (refused.status_code, refused.json()["code"]) == (409, "recalled")
        read_json(await decide(team, "noor", one, "disclosed"))


class TestMemory:
    async def test_outlives_recall_and_withdrawal(self, team: Team) -> None:
        exhibit, one = await flagged(team)
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        headers = {"If-Match": f'"{read_json(await see(team, "noor", exhibit))["version"]}"'}
        withdrawal = place(team, exhibit, "/withdrawal")
        read_json(await team.client("noor").post(withdrawal, json={"reason": "Excluded"}, headers=headers))
        for who in ("lena", "jonas", "noor"):
            assert [row["id"] for row in await listed(team, who)] == [one["id"]], who
        assert len(await alarms(team, "noor")) == 1
        read_json(await decide(team, "noor", one))
        (heard,) = await team.entries("lena", "flag.decided")
        assert (values(heard)["decision"], "chain" in heard["fields"]) == ("refused", False)

    async def test_stands_in_every_bundle_of_who_may_know(self, team: Team, tmp_path: Path) -> None:
        exhibit, one = await flagged(team)
        read_json(await decide(team, "noor", one))
        for who in ("noor", "daan"):
            _, bundle = await made(team, who, exhibit, tmp_path)
            told = {entry["kind"]: entry["said"] for entry in lines(bundle)}
            assert told["evidence.flagged"]["exonerates"] == SAYS["exonerates"], who
            assert told["flag.decided"]["decision"] == "refused"
        _, archive = await made(team, "jit_auditor", None, tmp_path)
        assert {"evidence.flagged", "flag.decided"} <= {entry["kind"] for entry in lines(archive)}

    async def test_nobody_takes_it_away_or_changes_it_in_the_database(self, team: Team) -> None:
        exhibit, one = await flagged(team)
        read_json(await decide(team, "noor", one))
        for who in ("noor", "lena", "claire"):
            for statement in (
                "delete from flags",
                "truncate flags",
                "update flags set exonerates = 'nothing'",
                "update flags set decision = null, because = null, decided_by = null, decided_at = null",
            ):
                assert await reached(team, who, statement) == 0, (who, statement)
        async with as_superuser(team) as superuser:
            for statement in (
                "delete from flags",
                "truncate flags",
                "update flags set exonerates = 'nothing'",
                "update flags set decision = 'disclosed'",
            ):
                with pytest.raises(Exception, match=r"flag stays|insert-only"):
                    await superuser.execute(statement)
        assert [row["decision"] for row in await listed(team, "noor", f"?evidence={exhibit['id']}")] == ["refused"]

    async def test_nobody_flags_or_decides_past_the_service(self, team: Team) -> None:
        insert = (
            "insert into flags (id, jit, evidence, exhibit_number, title, originator, party, seat, exonerates, flagged_at)"
            " select gen_random_uuid(), e.jit, e.id, e.exhibit_number, e.title, e.originator, :party, :by, 'x', now()"
            " from evidence e where e.id = :evidence"
        )
        restricted = await register(team, "noor", release("DE"), release("FR", "listed"), handling=["H1"])
        for who, by in (("claire", "claire"), ("lena", "jonas")):
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, who, insert, evidence=restricted["id"], by=team.seats[by]["id"])
        assert await attempt(team, "lena", insert, evidence=restricted["id"], by=team.seats["lena"]["id"]) == 1
        with pytest.raises(DBAPIError, match=r"ck_flags_anothers|row-level security"):
            await attempt(team, "noor", insert, evidence=restricted["id"], by=team.seats["noor"]["id"])
        update = (
            "update flags set decision = 'refused', because = 'x', decided_by = :seat, decided_at = now(), version = 2"
        )
        for who in ("lena", "jonas", "claire", "jit_auditor"):
            assert await attempt(team, who, update) == 0, who
        assert await attempt(team, "noor", update) == 1
