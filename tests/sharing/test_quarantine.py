"""What comes from beyond the Union: unknown to all but its provider and the administrators, until one of them lets it in."""

from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app import clock
from app.services.sharing import quarantine_jobs
from tests.factories.evidence import (
    alike,
    announce,
    custody,
    grant,
    kinds,
    listed,
    open_it,
    recall,
    register,
    release,
    rendered,
    see,
    send,
    take_it,
    try_register,
    upload,
    values,
)
from tests.factories.sharing.gates import attest, waiting
from tests.factories.sharing.quarantine import brought, confirm, designate, designated, queue, verify
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt
from tests.support.databases.probes import BY_POLICY, Probe, Refused, run_probes
from tests.support.databases.superuser import as_superuser


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def notices(team: Team, who: str) -> list[str]:
    """What somebody is told, the newest first."""
    await team.settled()
    await team.run_jobs("notifications")
    return [one["kind"] for one in read_json(await team.client(who).get(team.path("/notifications")))["items"]]


async def settled(team: Team) -> None:
    """What a verdict decided is done."""
    await quarantine_jobs.turn(team.context.database)


class TestTheController:
    async def test_is_an_administrator_whom_an_administrator_enters(self, team: Team) -> None:
        assert refused(await try_register(team, "mara")) == (409, "no-controller-designated")
        for who in ("noor", "coordinator", "mara", "auditor"):
            assert refused(await designate(team, who)) == (403, "role-may-not"), who
        wrong = await designate(team, "admin", "noor")
        assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (422, "seat")
        made = read_json(await designate(team), 201)
        assert (made["seat"], made["party"], made["waits"]) == (team.code("admin"), "NL", True)
        assert read_json(await team.client("mara").get(team.path("/controllers")))["items"] == [made]

    async def test_who_designated_herself_is_none_before_a_leader_of_another_party_confirms_it(
        self, team: Team
    ) -> None:
        made = read_json(await designate(team), 201)
        assert made["stands"] is False
        assert refused(await try_register(team, "mara")) == (409, "no-controller-designated")
        assert await attempt(team, "mara", "select 1 where controller_designated()") == 0
        for who in ("admin", "coordinator", "lena", "auditor"):
            assert refused(await confirm(team, made, who)) == (403, "role-may-not"), who
        assert refused(await confirm(team, made, "noor")) == (403, "own-party-designated")
        assert (await confirm(team, {"id": str(clock.new_id())})).status_code == 404
        own = "insert into controller_confirmations select id, jit, cast(:seat as uuid), now() from controllers"
        for who in ("admin", "noor"):
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, who, own)
        assert await notices(team, "jonas") == ["controller.designated"]
        assert (await notices(team, "noor"), await notices(team, "lena")) == ([], [])
        confirmed = read_json(await confirm(team, made), 201)
        assert (confirmed["stands"], confirmed["waits"], confirmed["confirmed_by"]) == (True, False, team.code("jonas"))
        assert await notices(team, "jonas") == [], "it waits no more"
        assert refused(await confirm(team, made, "claire")) == (409, "no-longer-waits")
        assert kinds(await team.entries("hugo"))[-1] == "controller.confirmed"
        read_json(await try_register(team, "mara"), 201)

    async def test_whom_another_administrator_designates_is_one_at_once(self, team: Team) -> None:
        async with as_superuser(team) as superuser:
            await superuser.execute("update members set roles = '{leader,administrator}' where code = 'DE-01'")
        made = read_json(await designate(team, "jonas"), 201)
        assert (made["stands"], made["waits"]) == (True, False)
        assert refused(await confirm(team, made, "claire")) == (409, "no-longer-waits")
        again = read_json(await designate(team, "jonas", "jonas"), 201)
        first, second = read_json(await team.client("mara").get(team.path("/controllers")))["items"][::-1]
        assert (first["stands"], second["stands"], again["waits"]) == (True, False, True), "she stays it meanwhile"

    async def test_who_does_not_sit_any_more_is_none(self, team: Team) -> None:
        exhibit = await brought(team)
        path = await announce(team, "mara", exhibit)
        async with as_superuser(team) as superuser:
            await superuser.execute("update members set state = 'suspended' where code = 'NL-05'")
        (row,) = read_json(await team.client("noor").get(team.path("/controllers")))["items"]
        assert row["stands"] is False
        for answer in (await try_register(team, "mara"), await announce(team, "mara", exhibit)):
            assert refused(answer) == (409, "no-controller-designated")
        assert refused(await send(team.client("mara"), path.headers["Location"], b"x", 0)) == (
            409,
            "no-controller-designated",
        )


class TestInQuarantine:
    async def test_nobody_else_learns_of_it(self, team: Team) -> None:
        exhibit = await brought(team, release("NL"), release("DE", "readable"))
        nothing = {"id": str(clock.new_id())}
        for who in ("noor", "daan", "coordinator", "jonas", "claire", "ines", "auditor"):
            assert await listed(team, who) == [], who
            assert alike(await see(team, who, exhibit), await see(team, who, nothing)), who
            assert alike(await open_it(team, who, exhibit), await open_it(team, who, nothing)), who
            assert "evidence.registered" not in kinds(await team.entries(who)), who
        assert exhibit["verification"] == "waiting"
        assert {one["party"]: one["gates"] for one in await waiting(team, "mara")} == {
            "DE": ["verification"],
            "NL": ["verification"],
        }
        (row,) = [one for one in exhibit["releases"] if one["party"] == "NL"]
        assert (row["level"], row["seats"], row["basis"]) == ("readable", [team.code("admin")], "verification")

    async def test_an_administrator_reads_it_and_does_nothing_else(self, team: Team) -> None:
        exhibit = await brought(team, release("NL"))
        await rendered(team, exhibit)
        (row,) = await queue(team)
        assert (row["evidence"], row["originator"], row["files_count"]) == (exhibit["id"], "CH", 1)
        seen = read_json(await see(team, "admin", exhibit))
        assert (seen["level"], seen["may"]["verify"]["allowed"], seen["may"]["open"]["allowed"]) == (
            "readable",
            True,
            False,
        )
        for attempt_at in (open_it, take_it):
            assert (await attempt_at(team, "admin", exhibit)).status_code == 403
        assert refused(await open_it(team, "admin", exhibit, "verify")) == (403, "purpose-not-released")
        opened = read_json(await open_it(team, "admin", exhibit, "verify", purpose="JIT_MANAGEMENT"), 201)
        page = opened["files"][0]["renditions"][0]["link"]
        assert (await team.client("admin").get(page)).status_code == 200
        original = page.split("/pages/")[0]
        assert (await team.client("admin").get(original + "?until=1&proof=x")).status_code in {403, 404}
        for path in (f"/evidence/{exhibit['id']}/releases/DE", f"/evidence/{exhibit['id']}/withdrawal"):
            assert (
                await team.client("admin").request("PUT" if "DE" in path else "POST", team.path(path), json={})
            ).status_code == 403
        assert kinds(await custody(team, "mara", exhibit))[-1] == "evidence.opened"

    async def test_nobody_else_gives_a_verdict(self, team: Team) -> None:
        exhibit = await brought(team)
        for who in ("noor", "mara", "coordinator", "auditor", "lena", "jit_auditor"):
            assert refused(await verify(team, who, exhibit)) == (403, "role-may-not"), who
            assert (await team.client(who).get(team.path("/verifications"))).status_code == 403, who
        own = await register(team, "noor", release("NL"))
        assert (await verify(team, "admin", own)).status_code == 404
        named = await register(team, "noor", release("NL", seats=["NL-02", "NL-05"]))
        assert refused(await verify(team, "admin", named)) == (403, "not-in-quarantine")
        assert [one["evidence"] for one in await queue(team)] == [exhibit["id"]]

    async def test_an_administrator_of_its_provider_gives_no_verdict(self, team: Team) -> None:
        exhibit = await brought(team)
        async with as_superuser(team) as superuser:
            await superuser.execute("update members set roles = '{leader,administrator}' where code = 'CH-01'")
        assert await queue(team, "mara") == []
        assert refused(await verify(team, "mara", exhibit)) == (403, "not-in-quarantine")
        with pytest.raises(DBAPIError, match=r"row-level security|nothing waits"):
            await attempt(team, "mara", VERDICT, evidence=exhibit["id"])
        assert [one["evidence"] for one in await queue(team)] == [exhibit["id"]]

    async def test_its_provider_neither_recalls_nor_widens_what_administrators_read(self, team: Team) -> None:
        exhibit = await brought(team)
        assert refused(await recall(team, "mara", exhibit, "NL")) == (409, "in-quarantine")
        for terms in ({"level": "held"}, {"level": "listed"}, {"level": "readable", "seats": ["NL-05"]}):
            wish = read_json(await grant(team, "mara", exhibit, "NL", version=1, **terms), 202)
            assert wish["gates"] == ["verification"]
            path = team.path(f"/waiting-releases/{wish['id']}")
            assert (await team.client("mara").request("DELETE", path, json={"reason": "Not yet"})).status_code == 204
        assert (await listed(team, "noor"), len(await queue(team))) == ([], 1)

    async def test_who_administers_later_verifies_what_waits(self, team: Team) -> None:
        exhibit = await brought(team)
        async with as_superuser(team) as superuser:
            await superuser.execute("update members set roles = '{leader,administrator}' where code = 'DE-01'")
        assert [one["evidence"] for one in await queue(team, "jonas")] == [exhibit["id"]]
        assert await listed(team, "lena") == []
        read_json(await verify(team, "jonas", exhibit), 201)


class TestTheVerdict:
    async def test_lets_in_what_was_wanted(self, team: Team) -> None:
        exhibit = await brought(team, release("NL"), release("DE", "readable"), title="Account 7")
        made = read_json(await verify(team, "admin", exhibit), 201)
        assert (made["verdict"], made["verified_by"]) == ("passed", team.code("admin"))
        await settled(team)
        assert (await see(team, "admin", exhibit)).status_code == 404, (
            "with the verdict it leaves the administrator's sight"
        )
        assert read_json(await see(team, "noor", exhibit))["level"] == "held"
        assert read_json(await see(team, "lena", exhibit))["level"] == "readable"
        assert await listed(team, "hugo") == []
        shown = read_json(await see(team, "mara", exhibit))
        assert (shown["verification"], shown["released_to"], await waiting(team, "mara")) == (
            "passed",
            ["CH", "DE", "NL"],
            [],
        )
        assert kinds(await custody(team, "lena", exhibit)) == [
            "evidence.registered",
            "file.received",
            "evidence.verified",
            "evidence.released",
        ]
        read_json(await grant(team, "mara", exhibit, "FR", level="listed"), 200)
        assert await queue(team) == []
        assert refused(await verify(team, "admin", exhibit))[0] == 404

    async def test_refuses_it_and_gives_up_what_was_wanted(self, team: Team) -> None:
        exhibit = await brought(team, release("NL"))
        read_json(
            await verify(team, "admin", exhibit, "refused", checklist=["agreement"], reason="Beyond the warrant"), 201
        )
        await settled(team)
        assert (await listed(team, "noor"), await listed(team, "admin"), await waiting(team, "mara")) == ([], [], [])
        entries = await custody(team, "mara", exhibit)
        assert kinds(entries)[-2:] == ["evidence.verified", "release.given_up"]
        assert values(entries[-2])["reason"] == "Beyond the warrant"
        assert read_json(await see(team, "mara", exhibit))["verification"] == "refused"
        assert refused(await grant(team, "mara", exhibit, "NL")) == (409, "verification-refused")

    async def test_passes_only_whole_and_only_what_was_looked_at(self, team: Team) -> None:
        exhibit = await brought(team)
        short = await verify(team, "admin", exhibit, checklist=["agreement", "lawful"])
        assert (short.status_code, short.json()["errors"][0]["field"]) == (422, "checklist")
        assert (await verify(team, "admin", exhibit, reason=" ")).status_code == 422
        await upload(team, "mara", exhibit)
        stale = await verify(team, "admin", exhibit)
        assert (stale.status_code, stale.json()["current"]["files"]) == (412, 2)
        assert len(await queue(team)) == 1
        read_json(await verify(team, "admin", exhibit, files=2), 201)

    async def test_after_it_nothing_is_added(self, team: Team) -> None:
        exhibit = await brought(team)
        half = await announce(team, "mara", exhibit)
        read_json(await verify(team, "admin", exhibit), 201)
        assert refused(await announce(team, "mara", exhibit)) == (409, "verified-already")
        late = await send(team.client("mara"), half.headers["Location"], b"x", 0)
        assert refused(late) == (409, "verified-already")

    async def test_is_of_no_use_without_the_other_gate(self, team: Team) -> None:
        async with as_superuser(team) as superuser:
            await superuser.execute("update parties set kind = 'judicial_authority' where code = 'FR'")
        exhibit = await brought(team, release("FR"))
        (wish,) = await waiting(team, "mara")
        assert wish["waits_for"] == ["verification", "attestation"]
        read_json(await verify(team, "admin", exhibit), 201)
        await settled(team)
        assert await listed(team, "claire") == []
        (wish,) = await waiting(team, "mara")
        assert wish["waits_for"] == ["attestation"]
        read_json(await attest(team, "mara", wish), 201)
        assert [one["id"] for one in await listed(team, "claire")] == [exhibit["id"]]


VERDICT = (
    "insert into verifications (evidence, jit, verdict, checklist, reason, verified_by, verified_at) values (:evidence, :jit,"
    " 'passed', '{agreement,lawful,limited,conditions,integrity}', 'x', :seat, now())"
)
ENTERED = (
    "insert into evidence (id, jit, originator, exhibit_number, title, kind, category, handling, tlp, status, registered_by,"
    " registered_at, verification) values (gen_random_uuid(), :jit, :party, 'CH-2026-X', 'x', 'image', 'other', '{{H0}}',"
    " 'AMBER', 'active', :seat, now(), {})"
)
RELEASED = (
    "insert into releases (jit, party, evidence, originator, level, granted_by, granted_at, effective, state)"
    " select r.jit, p.id, r.evidence, r.originator, 3, r.granted_by, r.granted_at, true, 'effective'"
    " from releases r join parties p on p.code = 'DE' where r.evidence = :evidence and r.party = r.originator"
)
COPIED = (
    "insert into files (id, jit, evidence, name, size_bytes, state, renditions, uploaded_by, created_at, expires_at)"
    " select gen_random_uuid(), jit, evidence, name, 1, 'uploading', 'waiting', uploaded_by, now(), now() from files"
)


class TestTheDatabaseHoldsTheQuarantine:
    """Were every question of the services forgotten, nothing would come in all the same."""

    async def test_nothing_enters_past_it(self, team: Team) -> None:
        for state in ("null", "'waiting'", "'passed'"):
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, "mara", ENTERED.format(state))
        await designated(team)
        for who, state in (("mara", "null"), ("mara", "'passed'"), ("noor", "'waiting'"), ("noor", "'passed'")):
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, who, ENTERED.format(state))
        await attempt(team, "mara", ENTERED.format("'waiting'"))
        with pytest.raises(DBAPIError, match="permission denied"):
            await attempt(team, "mara", "update evidence set verification = 'passed'")

    async def test_nothing_leaves_it_without_the_verdict_of_an_administrator(self, team: Team) -> None:
        """In its own name, on what waits, while it is a controller; what was verified takes no file."""
        exhibit = await brought(team, release("DE"))
        own = await register(team, "noor", release("NL", seats=["NL-02", "NL-05"]))
        binds = {"evidence": exhibit["id"]}
        widened = "update releases set seats = null where evidence = :evidence and party <> originator"
        other = VERDICT.replace(":seat", f"'{team.seats['noor']['id']}'")
        await run_probes(
            team,
            [
                Probe("mara", "select 1 from evidence where id = :evidence", 1, binds),
                Probe("mara", RELEASED, BY_POLICY, binds),
                Probe("mara", widened, Refused("a gate stands before this release"), binds),
                *(
                    Probe(who, VERDICT, Refused("row-level security|nothing waits"), binds)
                    for who in ("mara", "noor", "coordinator", "jonas")
                ),
                Probe("admin", other, BY_POLICY, binds),
                Probe("admin", VERDICT, Refused("nothing waits for a verdict"), {"evidence": own["id"]}),
                Probe("admin", VERDICT.replace(",integrity", ""), Refused("ck_verifications_checklist"), binds),
            ],
        )
        for who in ("mara", "admin"):
            await attempt(team, who, "select end_quarantine(:evidence)", **binds)
            await attempt(team, who, "select pass_release(id, '{}') from waiting_releases", **binds)
        await settled(team)
        assert await listed(team, "lena") == []
        assert len(await queue(team)) == 1
        read_json(await verify(team, "admin", exhibit), 201)
        with pytest.raises(DBAPIError, match="nothing is added"):
            await attempt(team, "mara", COPIED)

    async def test_a_verdict_of_an_administrator_who_controls_nothing_any_more_is_refused(self, team: Team) -> None:
        exhibit = await brought(team)
        async with as_superuser(team) as superuser:
            await superuser.execute("delete from controller_confirmations")
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "admin", VERDICT, evidence=exhibit["id"])

    async def test_administrators_get_nothing_that_does_not_wait(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        for who in ("noor", "admin"):
            assert await attempt(team, who, "select * from begin_quarantine(:evidence)", evidence=exhibit["id"]) == 0
        with pytest.raises(DBAPIError, match="permission denied"):
            await attempt(team, "noor", "select * from admit_administrators(:jit, null)")
        assert await listed(team, "admin") == []
        async with team.context.database.reading() as session:
            assert await session.scalar(text("select controller_designated()")) is False
