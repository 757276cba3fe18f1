"""Break-glass: where the originator allowed it, for an hour, one purpose and one seat; and what attacks it."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy.exc import DBAPIError

from app import clock
from tests.factories.evidence import (
    alike,
    custody,
    grant,
    kinds,
    listed,
    open_it,
    recall,
    release,
    see,
    take_it,
    values,
    with_file,
)
from tests.factories.pending_actions import ids_of
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt, seat_of
from tests.support.databases.superuser import as_superuser

WHY = "A hostage: the kidnappers' flat is on this device"
THREAT = {"purpose": "IMMINENT_THREAT"}


async def allow(team: Team, who: str = "noor", party: str = "DE", version: int = 0, **changes: Any) -> httpx.Response:
    form = {"allowed": True, "level": "held", "clause": "cl. 14"} | changes
    return await team.client(who).put(
        team.path(f"/break-glass/{party}"), json=form, headers={"If-Match": f'"{version}"'}
    )


async def smash(team: Team, who: str, number: str) -> httpx.Response:
    """Break the glass."""
    return await team.client(who).post(team.path("/emergencies"), json={"exhibit_number": number, "reason": WHY})


async def review(team: Team, who: str, emergency: dict[str, Any], verdict: str = "justified") -> httpx.Response:
    path = team.path(f"/emergencies/{emergency['id']}/review")
    match = {"If-Match": f'"{emergency["version"]}"'}
    return await team.client(who).post(path, json={"verdict": verdict, "finding": "Checked"}, headers=match)


async def emergencies(team: Team, who: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = read_json(await team.client(who).get(team.path("/emergencies")))["items"]
    return items


async def over(team: Team, emergency: dict[str, Any]) -> None:
    """As if its hour had passed, and the worker has been there."""
    async with as_superuser(team) as superuser:
        one = UUID(emergency["id"])
        await superuser.execute("update releases set until = now() where basis = 'emergency:' || $1::uuid", one)
        await superuser.execute("update emergencies set until = now() where id = $1", one)
        async with asyncio.timeout(10):
            while True:
                await team.run_jobs("emergencies")
                if await superuser.fetchval("select settled_at is not null from emergencies where id = $1", one):
                    break
                await asyncio.sleep(0.05)


class TestBreakingTheGlass:
    async def test_lets_one_seat_in_for_an_hour_and_that_threat_alone(self, team: Team) -> None:
        exhibit = await with_file(team)
        read_json(await allow(team))
        begun = read_json(await smash(team, "lena", exhibit["exhibit_number"]), 201)
        assert (begun["evidence"], begun["level"], begun["owner"], begun["verdict"]) == (
            exhibit["id"],
            "held",
            None,
            None,
        )
        lasts = clock.parse(begun["until"]) - clock.parse(begun["begun_at"])
        due = clock.parse(begun["review_due_at"]) - clock.parse(begun["begun_at"])
        assert (lasts.total_seconds(), due.total_seconds()) == (3600, 86400)
        assert [one["id"] for one in await listed(team, "lena")] == [exhibit["id"]]
        refused = await open_it(team, "lena", exhibit)
        assert (refused.status_code, refused.json()["code"]) == (403, "purpose-not-released")
        read_json(await open_it(team, "lena", exhibit, **THREAT), 201)
        read_json(await take_it(team, "lena", exhibit, **THREAT), 201)
        for who in ("jonas", "karl", "auditor", "claire", "ines"):
            assert (await see(team, who, exhibit)).status_code == 404, "one seat"
        entry = next(one for one in await custody(team, "noor", exhibit) if one["kind"] == "emergency.begun")
        told = values(entry)
        assert (entry["seat"], entry["purpose"], told["reason"]) == (team.code("lena"), "IMMINENT_THREAT", WHY)
        await over(team, begun)
        assert (await see(team, "lena", exhibit)).status_code == 404

    async def test_tells_its_originator_at_once_who_reviews_it_within_a_day(self, team: Team) -> None:
        exhibit = await with_file(team)
        read_json(await allow(team, "bram"))
        read_json(await smash(team, "lena", exhibit["exhibit_number"]), 201)
        (alert,) = read_json(await team.client("noor").get(team.path("/alerts")))["items"]
        assert (alert["kind"], alert["owner"], alert["party"]) == ("emergency", team.code("bram"), "DE")
        assert await ids_of(team, "bram", "emergency_review") == [alert["id"]]
        (seen,) = await emergencies(team, "bram")
        assert (seen["owner"], seen["may_review"], seen["reason"]) == (team.code("bram"), True, WHY)
        form = {"alerts": [alert["id"]], "word": "x"}
        refused = await team.client("bram").post(team.path("/alerts/acknowledgements"), json=form)
        assert (refused.status_code, refused.json()["code"]) == (409, "review-it")
        assert (await review(team, "noor", seen)).json()["code"] == "not-the-owner"
        assert (await review(team, "claire", seen)).status_code == 404
        assert (await review(team, "jonas", seen)).json()["code"] == "originator-only"
        assert (await review(team, "lena", seen)).status_code == 403
        done = read_json(await review(team, "bram", seen))
        assert (done["verdict"], done["reviewed_by"], done["may_review"]) == ("justified", team.code("bram"), False)
        assert (await review(team, "bram", done)).json()["code"] == "reviewed-already"
        assert await ids_of(team, "bram", "emergency_review") == []
        assert kinds(await custody(team, "lena", exhibit))[-1] == "emergency.reviewed"
        assert await emergencies(team, "claire") == []
        assert [one["verdict"] for one in await emergencies(team, "lena")] == ["justified"]

    async def test_of_a_listing_raises_it_and_gives_it_back(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE", "listed"))
        read_json(await allow(team, level="readable"))
        begun = read_json(await smash(team, "lena", exhibit["exhibit_number"]), 201)
        read_json(await open_it(team, "lena", exhibit, **THREAT), 201)
        assert (await open_it(team, "lena", exhibit)).json()["code"] == "purpose-not-released"
        assert (await take_it(team, "lena", exhibit, **THREAT)).json()["code"] == "level-below-held"
        await over(team, begun)
        assert read_json(await see(team, "lena", exhibit))["level"] == "listed"
        assert (await open_it(team, "lena", exhibit, **THREAT)).json()["code"] == "level-below-readable"

    async def test_of_another_purpose_adds_this_one_and_takes_it_away(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE", "held", purposes=["JIT_PURPOSE"]))
        read_json(await allow(team, level="readable"))
        begun = read_json(await smash(team, "lena", exhibit["exhibit_number"]), 201)
        for purpose in ("IMMINENT_THREAT", "JIT_PURPOSE"):
            read_json(await open_it(team, "lena", exhibit, purpose=purpose), 201)
        await over(team, begun)
        read_json(await open_it(team, "lena", exhibit), 201)
        assert (await open_it(team, "lena", exhibit, **THREAT)).json()["code"] == "purpose-not-released"

    async def test_leaves_alone_what_was_decided_anew_meanwhile(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE", "listed"))
        read_json(await allow(team))
        begun = read_json(await smash(team, "lena", exhibit["exhibit_number"]), 201)
        read_json(await grant(team, "noor", exhibit, "DE", version=2, level="held"))
        await over(team, begun)
        assert read_json(await see(team, "lena", exhibit))["level"] == "held"

    async def test_is_recalled_like_any_release(self, team: Team) -> None:
        exhibit = await with_file(team)
        read_json(await allow(team))
        read_json(await smash(team, "lena", exhibit["exhibit_number"]), 201)
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        assert (await see(team, "lena", exhibit)).status_code == 404


class TestWithoutIt:
    async def test_the_answer_is_that_of_what_does_not_exist(self, team: Team) -> None:
        exhibit = await with_file(team)
        quarantined = read_json(await allow(team, "claire"))
        assert quarantined["items"][0]["party"] == "DE", "another party's allowance opens nothing of the Netherlands"

        async def demand_absent(who: str) -> None:
            there, absent = (
                await smash(team, who, exhibit["exhibit_number"]),
                await smash(team, who, "NL-2026-ZZZZZZZZ"),
            )
            assert (there.status_code, alike(there, absent)) == (404, True)

        await demand_absent("lena")
        read_json(await allow(team, party="FR"))
        await demand_absent("lena")
        read_json(await allow(team))
        read_json(await allow(team, version=1, allowed=False))
        await demand_absent("lena")
        for who in ("karl", "auditor", "coordinator", "ines", "admin", "sofia", "jit_auditor"):
            assert (await smash(team, who, exhibit["exhibit_number"])).status_code == 403
        assert await emergencies(team, "noor") == []

    async def test_is_never_allowed_beyond_the_union_and_by_leaders_alone(self, team: Team) -> None:
        assert (await allow(team, party="CH")).json()["code"] == "outbound-gate-closed"
        assert (await allow(team, party="NL")).json()["errors"][0]["field"] == "party"
        for who in ("daan", "coordinator", "admin"):
            assert (await allow(team, who)).status_code == 403
        assert read_json(await allow(team))["items"][0]["version"] == 1
        assert (await allow(team)).status_code == 412
        assert read_json(await team.client("jonas").get(team.path("/break-glass")))["items"] == []
        assert await team.entries("lena", "break_glass.set") == []
        assert len(await team.entries("daan", "break_glass.set")) == 1

    async def test_goes_past_no_name_no_gate_and_no_withdrawal(self, team: Team) -> None:
        read_json(await allow(team))
        named = await with_file(team, release("DE", seats=[team.code("jonas")]))
        assert (await smash(team, "lena", named["exhibit_number"])).status_code == 404
        withdrawn = await with_file(team, release("DE"))
        path = team.path(f"/evidence/{withdrawn['id']}/withdrawal")
        current = read_json(await see(team, "noor", withdrawn))
        match = {"If-Match": f'"{current["version"]}"'}
        read_json(await team.client("noor").post(path, json={"reason": "x"}, headers=match))
        assert (await smash(team, "lena", withdrawn["exhibit_number"])).json()["code"] == "break-glass-closed"
        gated = await with_file(team)
        async with as_superuser(team) as superuser:
            await superuser.execute("update evidence set verification = 'waiting' where id = $1", UUID(gated["id"]))
        assert (await smash(team, "lena", gated["exhibit_number"])).status_code == 404
        may_already = await with_file(team, release("DE"))
        assert (await smash(team, "lena", may_already["exhibit_number"])).json()["code"] == "break-glass-closed"


class TestRepeating:
    async def test_waits_for_the_review_and_ends_with_what_was_not_justified(self, team: Team) -> None:
        exhibit = await with_file(team)
        number = exhibit["exhibit_number"]
        read_json(await allow(team))
        answers = await asyncio.gather(*(smash(team, who, number) for who in ("lena", "jonas", "lena")))
        assert [one.status_code for one in answers].count(201) == 1
        begun = next(one.json() for one in answers if one.status_code == 201)
        who = next(name for name in ("lena", "jonas") if team.code(name) == begun["seat"])
        assert (await smash(team, who, number)).json()["code"] == "break-glass-closed", "nobody extends it"
        await over(team, begun)
        assert (await smash(team, who, number)).status_code == 404, "nor repeats what waits for its review"
        (seen,) = [one for one in await emergencies(team, "noor") if one["may_review"]]
        read_json(await review(team, "noor", seen))
        again = read_json(await smash(team, who, number), 201)
        read_json(await open_it(team, who, exhibit, **THREAT), 201)
        (seen,) = [one for one in await emergencies(team, "noor") if one["id"] == again["id"]]
        read_json(await review(team, "noor", seen, "not_justified"))
        assert (await see(team, who, exhibit)).status_code == 404, "over at that instant"
        assert (await smash(team, who, number)).status_code == 404
        assert [one["verdict"] for one in await emergencies(team, who)] == ["not_justified", "justified"]

    async def test_an_unjustified_one_gives_the_listing_back(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE", "listed"))
        read_json(await allow(team))
        begun = read_json(await smash(team, "lena", exhibit["exhibit_number"]), 201)
        (seen,) = await emergencies(team, "noor")
        read_json(await review(team, "noor", seen, "not_justified"))
        await over(team, begun)
        assert read_json(await see(team, "lena", exhibit))["level"] == "listed"
        assert (await smash(team, "lena", exhibit["exhibit_number"])).json()["code"] == "break-glass-closed"


class TestTheDatabase:
    async def test_lets_nobody_grant_extend_or_judge_ones_own(self, team: Team) -> None:
        exhibit = await with_file(team)
        netherlands = (await seat_of(team, "noor")).party
        own = "insert into break_glass values (:jit, :of, :to, true, 3, 'x', :seat, now(), 1)"
        germany = (await seat_of(team, "jonas")).party
        swiss = (await seat_of(team, "mara")).party
        for who, of, to in (
            ("jonas", netherlands, germany),
            ("daan", netherlands, germany),
            ("noor", netherlands, swiss),
        ):
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, who, own, of=of, to=to)
        assert await attempt(team, "noor", own, of=netherlands, to=germany) == 1
        begun = read_json(await smash(team, "lena", exhibit["exhibit_number"]), 201)
        one = UUID(begun["id"])
        for statement in (
            "update emergencies set until = until + interval '1 hour'",
            "update emergencies set former = null",
            "insert into emergencies select * from emergencies",
            "delete from emergencies",
            "select restore_after_emergency(:one)",
            "select gates_of_originator(:one, :one, :one)",
        ):
            with pytest.raises(DBAPIError, match="permission denied"):
                await attempt(team, "lena", statement, one=one)
        longer = "update releases set until = until + interval '1 hour' where evidence = :evidence"
        assert await attempt(team, "jonas", longer, evidence=UUID(exhibit["id"])) == 0
        judged = "update emergencies set verdict = 'justified', finding = 'x', reviewed_by = :seat, reviewed_at = now() where id = :one"
        for who in ("lena", "jonas"):
            assert await attempt(team, who, judged, one=one) == 0
        other = await seat_of(team, "bram")
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "noor", judged, one=one, seat=other.id)
        assert await attempt(team, "noor", judged, one=one) == 1

    async def test_begins_none_in_the_past_or_without_a_reason(self, team: Team) -> None:
        exhibit = await with_file(team)
        read_json(await allow(team))
        begin = "select * from begin_emergency(gen_random_uuid(), :number, :said, now() + :at)"
        number = exhibit["exhibit_number"]
        for changes in ({"at": timedelta(hours=5)}, {"at": -timedelta(hours=5)}, {"said": "  "}):
            assert (
                await attempt(team, "lena", begin, **({"number": number, "said": WHY, "at": timedelta()} | changes))
                == 0
            )
        assert await attempt(team, "karl", begin, number=number, said=WHY, at=timedelta()) == 0
        assert await attempt(team, "lena", begin, number=number, said=WHY, at=timedelta()) == 1
