"""Working sessions: purpose and justification said once, carried by each opening, and no way past them."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

import httpx

from app import clock
from tests.factories import accounts, tasks
from tests.factories.evidence import KEEPING, alike, custody, kinds, open_it, place, recall, release, values, with_file
from tests.factories.team import Team, read_json
from tests.factories.working_sessions import WHY, begin, current, end, open_within
from tests.support.databases.as_seat import seat_of
from tests.support.databases.probes import BY_GRANT, BY_POLICY, ENGINE, Probe, Refused, run_probes
from tests.support.databases.superuser import as_superuser


def is_refused(answer: httpx.Response, status: int, code: str) -> bool:
    return (answer.status_code, answer.json()["code"]) == (status, code)


async def until_ended(team: Team, who: str, one: dict[str, Any]) -> dict[str, Any]:
    """The entry that says how it ended, once the job or a request has written it."""
    async with asyncio.timeout(10):
        while True:
            await team.run_jobs("working sessions")
            for entry in await team.entries(who, "working_session.ended"):
                if entry["subject"]["working_session"] == one["id"]:
                    return values(entry)
            await asyncio.sleep(0.05)


async def in_the_past(team: Team, one: dict[str, Any]) -> None:
    """As if it had been begun eight hours ago."""
    async with as_superuser(team) as superuser:
        await superuser.execute(
            "update working_sessions set begun_at = begun_at - interval '8 hours',"
            " expires_at = expires_at - interval '8 hours' where id = $1",
            UUID(one["id"]),
        )


class TestOpenings:
    async def test_each_access_event_is_an_entry_with_the_sessions_justification(self, team: Team) -> None:
        exhibits = [await with_file(team, release("DE")) for _ in range(3)]
        begun = read_json(await begin(team, "lena"), 201)
        assert (begun["purpose"], begun["justification"], begun["openings"]) == ("JIT_PURPOSE", WHY, 0)
        for exhibit in exhibits:
            read_json(await open_within(team, "lena", exhibit), 201)
            taken = read_json(await open_within(team, "lena", exhibit, "take", **KEEPING), 201)
            assert taken["purpose"] == "JIT_PURPOSE"
            assert taken["expires_at"] == begun["expires_at"], "nothing outlives what was justified"
            for entry in (await custody(team, "lena", exhibit))[-2:]:
                told = values(entry)
                assert (entry["purpose"], told["justification"]) == ("JIT_PURPOSE", WHY), "custody is enough alone"
                assert told["working_session"] == begun["id"]
            seen_by_originator = values((await custody(team, "noor", exhibit))[-1])
            assert "justification" not in seen_by_originator
            assert "working_session" not in seen_by_originator
        assert (await current(team, "lena") or {})["openings"] == 6
        said_by_auditor = [values(one) for one in await team.entries("auditor", "working_session.begun")]
        assert [one["justification"] for one in said_by_auditor] == [WHY]
        for who in ("jonas", "noor", "claire"):
            assert await team.entries(who, "working_session.begun") == [], "it is its seat's, and its auditors'"

    async def test_session_may_name_an_own_open_task(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        task = await tasks.assign(team)
        begun = read_json(await begin(team, "lena", task=task["id"], justification=None), 201)
        assert begun["justification"] == f"{task['number']} {task['title']}"
        read_json(await open_within(team, "lena", exhibit, working_session=begun["id"]), 201)
        assert values((await custody(team, "lena", exhibit))[-1])["justification"] == begun["justification"]
        said_there = [values(one)["task"] for one in await team.entries("lena", "working_session.begun")]
        assert said_there == [task["number"]]

    async def test_access_event_takes_its_justification_from_the_session_shown(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        refused = await open_within(team, "lena", exhibit)
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (422, "purpose")
        begun = read_json(await begin(team, "lena"), 201)
        for form, field in (
            ({"purpose": "JIT_PURPOSE"}, "justification"),
            ({"justification": "x"}, "purpose"),
            ({"purpose": "JIT_PURPOSE", "justification": "x", "working_session": begun["id"]}, "working_session"),
        ):
            refused = await open_within(team, "lena", exhibit, **form)
            assert [one["field"] for one in refused.json()["errors"]] == [field]
        read_json(await open_it(team, "lena", exhibit), 201)
        assert values((await custody(team, "lena", exhibit))[-1])["working_session"] is None
        assert is_refused(
            await open_within(team, "lena", exhibit, working_session=str(clock.new_id())), 409, "working-session-over"
        )
        assert (await end(team, "lena", begun)).status_code == 204
        refused = await open_within(team, "lena", exhibit, working_session=begun["id"])
        assert is_refused(refused, 409, "working-session-over")
        assert kinds(await custody(team, "lena", exhibit)).count("evidence.opened") == 1

    async def test_session_gives_no_access_for_another_purpose(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE", purposes=["IMMINENT_THREAT"]))
        read_json(await begin(team, "lena"), 201)
        assert is_refused(await open_within(team, "lena", exhibit), 403, "purpose-not-released")
        assert "evidence.opened" not in kinds(await custody(team, "noor", exhibit))

    async def test_session_does_not_replace_the_acknowledgement_of_h3(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"), handling=["H3"], handling_text="Not before the trial")
        read_json(await begin(team, "lena"), 201)
        assert is_refused(await open_within(team, "lena", exhibit), 409, "acknowledge-h3")
        read_json(await open_within(team, "lena", exhibit, acknowledged=True), 201)

    async def test_recall_ends_access_within_a_session(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        read_json(await begin(team, "lena"), 201)
        opened = read_json(await open_within(team, "lena", exhibit), 201)
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        assert (await team.client("lena").get(place(team, exhibit, f"/openings/{opened['id']}"))).status_code == 404
        assert (await open_within(team, "lena", exhibit)).status_code == 404

    async def test_invisible_exhibit_is_absent_with_and_without_a_session(self, team: Team) -> None:
        hidden, absent = await with_file(team), {"id": str(clock.new_id())}

        async def require_same_answers(status: int) -> None:
            there, not_there = await open_within(team, "lena", hidden), await open_within(team, "lena", absent)
            assert (there.status_code, alike(there, not_there)) == (status, True)

        await require_same_answers(422)
        read_json(await begin(team, "lena"), 201)
        await require_same_answers(404)

    async def test_disclosure_states_its_own_justification(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        read_json(await begin(team, "lena"), 201)
        form = {"court": "x", "proceeding": "x", "file_number": "x", "schedule": "used"}
        refused = await team.client("lena").post(place(team, exhibit, "/disclosures"), json=form)
        assert {one["field"] for one in refused.json()["errors"]} == {"purpose", "justification"}


class TestASession:
    async def test_session_is_the_only_one_and_lasts_at_most_eight_hours(self, team: Team) -> None:
        for changes, field in (
            ({"minutes": 481}, "minutes"),
            ({"minutes": 0}, "minutes"),
            ({"justification": None}, "justification"),
            ({"purpose": "CURIOSITY"}, "purpose"),
        ):
            refused = await begin(team, "lena", **changes)
            assert [one["field"] for one in refused.json()["errors"]] == [field]
        answers = await asyncio.gather(*(begin(team, "lena", minutes=480) for _ in range(4)))
        assert sorted(one.status_code for one in answers) == [201, 409, 409, 409]
        begun = next(one.json() for one in answers if one.status_code == 201)
        assert clock.parse(begun["expires_at"]) - clock.parse(begun["begun_at"]) == timedelta(hours=8)
        assert len(await team.entries("lena", "working_session.begun")) == 1
        read_json(await begin(team, "jonas"), 201)

    async def test_session_for_the_task_of_another_or_a_done_one_is_refused(self, team: Team) -> None:
        others, done = await tasks.assign(team, assignee=team.code("hugo")), await tasks.assign(team)
        done = read_json(await tasks.change(team, "lena", done, state="done"))
        answers = [await begin(team, "lena", task=one) for one in (others["id"], done["id"], str(clock.new_id()))]
        assert {(one.status_code, one.json()["errors"][0]["field"]) for one in answers} == {(422, "task")}
        assert len({one.json()["detail"] for one in answers}) == 1

    async def test_session_ended_by_its_member_stays_ended(self, team: Team) -> None:
        begun = read_json(await begin(team, "lena"), 201)
        for _ in range(2):
            assert (await end(team, "lena", begun)).status_code == 204
        assert await current(team, "lena") is None
        assert await until_ended(team, "lena", begun) | {"actor": None} == {"how": "hand", "openings": 0, "actor": None}
        assert len(await team.entries("lena", "working_session.ended")) == 1
        assert read_json(await begin(team, "lena"), 201)["id"] != begun["id"]

    async def test_session_ends_at_its_exact_time(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        begun = read_json(await begin(team, "lena"), 201)
        await in_the_past(team, begun)
        assert await current(team, "lena") is None
        assert (await open_within(team, "lena", exhibit)).status_code == 422
        read_json(await begin(team, "lena"), 201)
        assert (await until_ended(team, "lena", begun))["how"] == "clock"

    async def test_session_ends_with_its_sign_in_and_is_used_by_no_other(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        begun = read_json(await begin(team, "lena"), 201)
        usual = team.browsers["lena"]
        (other,) = await accounts.all_signed_in(team.app, [team.accounts["lena"]])
        team.browsers["lena"] = other
        assert (await current(team, "lena") or {})["here"] is False
        refused = await open_within(team, "lena", exhibit, working_session=begun["id"])
        assert is_refused(refused, 409, "working-session-over")
        assert is_refused(await begin(team, "lena"), 409, "working-session-open")
        assert (await usual.delete("/api/sessions/current")).status_code == 204
        assert await current(team, "lena") is None
        read_json(await begin(team, "lena"), 201)
        assert (await until_ended(team, "lena", begun))["how"] == "sign_out"
        await usual.aclose()

    async def test_session_ends_with_the_membership(self, team: Team) -> None:
        begun = read_json(await begin(team, "lena"), 201)
        seat = next(
            one
            for one in read_json(await team.client("jonas").get(team.path("/members")))["items"]
            if one["code"] == team.code("lena")
        )
        path, match = team.path(f"/members/{seat['id']}/suspension"), {"If-Match": f'"{seat["version"]}"'}
        read_json(await team.client("jonas").post(path, json={"reason": "x"}, headers=match))
        assert (await until_ended(team, "auditor", begun))["how"] == "seat"

    async def test_session_is_invisible_to_other_members(self, team: Team) -> None:
        begun = read_json(await begin(team, "lena"), 201)
        for who in ("jonas", "karl", "noor", "admin"):
            assert await current(team, who) is None
            there, not_there = await end(team, who, begun), await end(team, who, {"id": str(clock.new_id())})
            assert (there.status_code, not_there.status_code) == (404, 404)
        assert (await end(team, "auditor", begun)).status_code == 403
        assert (await current(team, "lena") or {})["id"] == begun["id"]


OPENING = """insert into openings (id, jit, evidence, seat, session, act, purpose, opened_at, expires_at, working_session)
    select gen_random_uuid(), w.jit, :evidence, :whose, w.session, 'open', :purpose, now() + :at, now() + :at + :lasts, w.id
      from working_sessions w where w.id = :one"""
BEGUN = """insert into working_sessions (id, jit, seat, session, task, purpose, justification, begun_at, expires_at)
    select gen_random_uuid(), :jit, :whose, s.id, :task, 'JIT_PURPOSE', 'x', now() + :at, now() + :at + :lasts
      from sessions s where s.account = :account and s.ended_at is null limit 1"""
NONE, HOUR = timedelta(), timedelta(hours=1)


REOPENED = "update working_sessions set ended_at = null, ended = null where id = :one"
ENDED = "update working_sessions set ended_at = now(), ended = 'hand' where id = :one"


async def test_rows_of_working_sessions_and_openings_keep_their_bounds(team: Team) -> None:
    """No opening that the session does not cover, no session but one's own from now on, and none is rewritten."""
    exhibit = await with_file(team, release("DE"))
    lena, jonas = await seat_of(team, "lena"), await seat_of(team, "jonas")
    new: dict[str, Any] = {"whose": lena.id, "account": lena.account, "task": None, "at": NONE, "lasts": HOUR}
    await run_probes(
        team,
        [
            Probe("lena", BEGUN, 1, new),
            Probe("lena", BEGUN, BY_POLICY, new | {"whose": jonas.id}),
            Probe("lena", BEGUN, Refused("ck_working_sessions_lasts"), new | {"lasts": 9 * HOUR}),
            Probe(ENGINE, "select justification from working_sessions", BY_GRANT),
        ],
    )
    begun = read_json(await begin(team, "lena"), 201)
    one = {"one": UUID(begun["id"])}
    usual: dict[str, Any] = one | {"evidence": UUID(exhibit["id"]), "whose": lena.id}
    usual |= {"purpose": "JIT_PURPOSE", "at": NONE, "lasts": timedelta(minutes=30)}
    await run_probes(
        team,
        [
            Probe("lena", BEGUN, Refused("ix_working_sessions_seat"), new),
            *(
                Probe("lena", OPENING, BY_POLICY, usual | changes)
                for changes in ({"purpose": "AUDIT"}, {"lasts": 2 * HOUR}, {"at": -HOUR}, {"at": HOUR})
            ),
            Probe("lena", OPENING, 1, usual),
            Probe("jonas", OPENING, 0, usual | {"whose": jonas.id}),
            *(
                Probe("lena", f"update working_sessions set {change} where id = :one", BY_GRANT, one)  # noqa: S608
                for change in ("expires_at = now() + interval '9 hours'", "purpose = 'AUDIT'", "justification = 'x'")
            ),
            Probe("lena", REOPENED, BY_POLICY, one),
            Probe("jonas", ENDED, 0, one),
            Probe("lena", ENDED, 1, one),
        ],
    )
    assert (await end(team, "lena", begun)).status_code == 204
    await run_probes(
        team,
        [
            Probe("lena", "select 1 from working_sessions", 1),
            Probe("lena", OPENING, BY_POLICY, usual),
            Probe("lena", REOPENED, 0, one),
        ],
    )
