"""The end of a team: who may, what stops it, what is left of it, and what the database refuses then to whoever writes."""

import asyncio
import subprocess
import sys
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any
from uuid import uuid4

import asyncpg
import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.errors import TeamClosed
from app.exports import verifier
from tests.factories import operations, tasks
from tests.factories.closings import (
    LEADERS,
    agree,
    agreed_by_all,
    close,
    closed,
    declare,
    emptied,
    shown,
    to_trial,
    version,
    withdraw_it,
)
from tests.factories.evidence import kinds, open_it, release, see, try_register, values, with_file
from tests.factories.retention import hold
from tests.factories.sharing import consents
from tests.factories.team import PEOPLE, Team, member_form, party_form, read_json
from tests.support.databases.as_seat import attempt, seat_of
from tests.support.databases.superuser import as_superuser
from tests.support.waiting import until, until_somebody_waits

#: What goes on after the end.
TOLD_ABOUT_THE_LEDGER = {"access_log", "alarms", "checkpoints", "cosignatures", "positions", "presences"} | {
    *("recomputations", "tiles", "timestamps", "trees", "witness_states"),
    *("notification_cursors", "notifications"),
    *("briefing_marks", "first_step_dismissals", "read_marks", "saved_views"),  # each its seat's own affair
}


def refused(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def archive(team: Team, who: str, folder: Path) -> Path:
    """The bundle that the closing made in somebody's name."""
    client = team.client(who)

    async def is_ready() -> bool:
        await team.run_jobs("exports")
        items = read_json(await client.get(team.path("/exports")))["items"]
        return bool(items) and items[0]["state"] == "ready"

    await until(is_ready, within=60)
    (only,) = read_json(await client.get(team.path("/exports")))["items"]
    assert (only["profile"], only["expires_at"]) == ("archive", None)
    path = folder / f"{who}.zip"
    path.write_bytes((await client.get(team.path(f"/exports/{only['id']}/bundle"))).content)
    return path


class TestWhoMay:
    async def test_an_administrator_declares_it_after_the_trial(self, team: Team) -> None:
        assert refused(await declare(team)) == (409, "not-in-trial")
        await to_trial(team)
        for who in ("noor", "coordinator", "jonas", "auditor"):
            assert refused(await declare(team, who)) == (403, "role-may-not"), who
        assert (await declare(team, at=7)).status_code == 412
        declared = read_json(await declare(team), 201)
        assert [one["party"] for one in declared["parties"]] == ["CH", "DE", "FR", "NL"]
        assert declared["may"] == ["withdraw"]
        assert refused(await declare(team)) == (409, "closes-already")
        assert kinds(await team.entries("hugo"))[-1] == "jit.closing_declared"

    async def test_a_leader_of_every_party_agrees(self, team: Team) -> None:
        await to_trial(team)
        assert (await agree(team, "noor")).status_code == 404
        read_json(await declare(team), 201)
        for who in ("daan", "admin", "auditor", "ines"):
            assert refused(await agree(team, who)) == (403, "role-may-not"), who
        for who in LEADERS[:-1]:
            read_json(await agree(team, who), 201)
        assert refused(await agree(team, "bram")) == (409, "agreed-already")
        told = await close(team)
        assert (refused(told), told.json()["parties"]) == ((409, "parties-not-agreed"), ["CH"])
        assert read_json(await agree(team, "mara"), 201)["parties"][0]["seat"] == "CH-01"
        assert (await shown(team, "admin"))["may"] == ["close", "withdraw"]

    async def test_an_agreement_counts_while_its_seat_leads(self, team: Team) -> None:
        await agreed_by_all(team)
        async with as_superuser(team) as superuser:
            await superuser.execute("update members set roles = '{member}' where code = 'NL-02'")
        parties = {one["party"]: one["seat"] for one in (await shown(team))["parties"]}
        assert parties["NL"] is None
        assert refused(await close(team)) == (409, "parties-not-agreed")
        read_json(await agree(team, "bram"), 201)
        read_json(await close(team))

    async def test_any_leader_takes_it_back(self, team: Team) -> None:
        await agreed_by_all(team)
        assert refused(await withdraw_it(team, "hugo")) == (403, "role-may-not")
        read_json(await withdraw_it(team, "claire"))
        assert (await close(team)).status_code == 404
        assert (await shown(team))["declared"] is None
        read_json(await declare(team), 201)
        assert all(one["seat"] is None for one in (await shown(team))["parties"])

    async def test_an_agreement_is_to_the_closing_that_was_read(self, team: Team) -> None:
        await to_trial(team)
        read = read_json(await declare(team), 201)["declared"]["id"]
        read_json(await withdraw_it(team))
        read_json(await declare(team), 201)
        for named in (read, str(uuid4())):
            assert refused(await agree(team, "noor", named)) == (409, "another-closing")
        for wrong in ({}, {"closing": "x"}, {"closing": None}):
            assert (await team.client("noor").post(team.path("/closing/assents"), json=wrong)).status_code == 422
        assert all(one["seat"] is None for one in (await shown(team))["parties"])
        assert "jit.closing_agreed" not in kinds(await team.entries("hugo"))
        read_json(await agree(team, "noor"), 201)

    async def test_its_reference_is_typed_and_the_operation_is_not_taken_up_meanwhile(self, team: Team) -> None:
        await agreed_by_all(team)
        answer = await close(team, confirmation="JIT-2026-2")
        assert (answer.status_code, answer.json()["errors"][0]["field"]) == (422, "confirmation")
        form = {"phase": "operational", "clause": "1", "reason": "x"}
        condition = {"If-Match": f'"{await version(team)}"'}
        moved = await team.client("admin").post(team.path("/phase"), json=form, headers=condition)
        assert refused(moved) == (409, "closes-already")


class TestWhatWaits:
    async def test_stops_it_and_is_told_as_far_as_one_may_know(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE", "readable"))
        task = await tasks.assign(team, assignee=team.code("admin"))
        await consents.ask(team, "lena", exhibit, level="held")
        read_json(await hold(team, "noor", exhibit), 201)
        await agreed_by_all(team)
        told = {one["what"]: one["many"] for one in (await shown(team, "noor"))["waits"]}
        assert told == {"exhibits": 1, "holds": 1, "consents": 1, "tasks": 1}
        assert (await shown(team, "hugo"))["waits"] == []
        answer = await close(team)
        assert (refused(answer), answer.json()["waits"]) == ((409, "something-waits"), {"tasks": 1})
        read_json(await tasks.change(team, "coordinator", task, state="cancelled", reason="Over"))
        # What its asker may not see stops it too, and is not told.
        answer = await close(team)
        assert (refused(answer), answer.json()["waits"]) == ((409, "something-waits"), {})
        assert (await shown(team))["state"] == "trial"

    async def test_an_export_that_another_member_asked_for_stops_it_until_it_is_made(self, team: Team) -> None:
        asked = {"profile": "archive", "scope": {"party": "FR"}}
        read_json(await team.client("claire").post(team.path("/exports"), json=asked), 202)
        await agreed_by_all(team)
        answer = await close(team)
        assert (refused(answer), answer.json()["waits"]) == ((409, "something-waits"), {})
        await team.run_jobs("exports")
        read_json(await close(team))

    async def test_an_action_day_waits_until_it_is_closed(self, team: Team) -> None:
        draft = await operations.drafted(team, "noor")
        day = await operations.live(team, "coordinator", parties=["NL", "DE", "FR"])
        await agreed_by_all(team)
        told = {who: (await shown(team, who))["waits"] for who in ("noor", "lena", "hugo", "mara")}
        assert told == {
            "noor": [{"what": "operations", "many": 2}],
            "lena": [{"what": "operations", "many": 1}],
            "hugo": [{"what": "operations", "many": 1}],
            "mara": [],
        }
        assert refused(await close(team)) == (409, "something-waits")
        read_json(await operations.change(team, "coordinator", day, state="closed"))
        answer = await close(team)  # a draft that its asker may not see stops it too, and is not told
        assert (refused(answer), answer.json()["waits"]) == ((409, "something-waits"), {})
        read_json(await operations.change(team, "noor", draft, state="closed"))
        read_json(await close(team))

    async def test_a_suspended_party_waits(self, team: Team) -> None:
        await agreed_by_all(team)
        read_json(
            await team.client("admin").post(
                team.path("/parties/FR/suspension"), json={"clause": "x", "reason": "x"}, headers={"If-Match": '"1"'}
            )
        )
        answer = await close(team)
        assert refused(answer)[0] == 409


class TestTheEnd:
    async def test_is_the_last_entry_behind_each_partys_archive(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        await emptied(team, exhibit)
        ended = await closed(team)
        entries = await team.entries("jit_auditor")
        assert (ended["state"], ended["position"], ended["may"]) == ("closed", len(entries) - 1, [])
        assert kinds(entries)[-5:] == ["export.made"] * 4 + ["jit.closed"]
        assert values(entries[-1])["agreed"] == {"CH": "CH-01", "DE": "DE-01", "FR": "FR-01", "NL": "NL-02"}
        assert [one["seat"] for one in entries[-5:-1]] == ["CH-01", "DE-01", "FR-01", "NL-02"]

    async def test_the_archives_verify_and_say_it(self, team: Team, tmp_path: Path) -> None:
        exhibit = await with_file(team, release("DE"))
        await emptied(team, exhibit)
        ended = await closed(team)
        keys = tmp_path / "keys"
        vkey = read_json(await team.client("noor").get(team.path("/ledger/keys")))["log"][0]["vkey"]
        keys.write_text(vkey + "\n")
        for who in ("noor", "jonas", "mara"):
            path = await archive(team, who, tmp_path)
            command = [sys.executable, str(Path(verifier.__file__)), str(path), "--keys", str(keys)]
            told = await asyncio.to_thread(subprocess.run, command, capture_output=True, text=True, check=False)
            assert told.returncode == 0, told.stdout
            assert f"with the entry at position {ended['position']}, its last: nothing follows" in told.stdout
        assert f"entries, {ended['position'] + 1:,}" in told.stdout or str(ended["position"] + 1) in told.stdout

    async def test_is_published_and_then_published_no_more(self, team: Team) -> None:
        ended = await closed(team)

        async def is_published() -> bool:
            note = (await team.client("hugo").get(team.path("/ledger/checkpoint"))).text
            return note.splitlines()[1] == str(ended["position"] + 1)

        await until(is_published, within=30)

    async def test_reading_goes_on_and_nothing_else(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        await emptied(team, exhibit)
        await closed(team)
        noor, admin, coordinator = team.client("noor"), team.client("admin"), team.client("coordinator")
        for path in ("", "/evidence", "/members", "/tasks", "/ledger/entries", "/closing", "/exports", "/parties"):
            assert (await noor.get(team.path(path))).status_code == 200, path
        read_json(await see(team, "lena", exhibit))
        for answer in (
            await try_register(team),
            await open_it(team, "noor", exhibit),
            await coordinator.post(team.path("/tasks"), json={"title": "x", "assignee": team.code("noor")}),
            await coordinator.post(team.path("/members"), json=member_form("new@nl.test", PEOPLE["daan"])),
            await admin.post(team.path("/parties"), json=party_form("ES")),
            await declare(team),
            await noor.post(team.path("/exports"), json={"profile": "archive", "scope": {"party": "NL"}}),
        ):
            assert refused(answer) == (409, "team-closed"), answer.text
        (seat,) = read_json(await noor.get("/api/me"))["seats"]
        assert {one.partition(":")[2] for one in seat["seat"]["permissions"]} <= {"read", "follow", "make"}
        assert refused(await declare(team, "hugo")) == (403, "role-may-not")


class TestInTheDatabase:
    async def test_nobody_closes_it_past_its_closing(self, team: Team) -> None:
        await agreed_by_all(team)
        for who in ("admin", "noor"):
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, who, "update jits set state = 'closed' where id = :jit")
        for who in ("noor", "jonas", "coordinator"):
            with pytest.raises(DBAPIError, match="an administrator closes"):
                await attempt(team, who, "select close_team(id) from closings")
        with pytest.raises(DBAPIError, match="its last entry says"):
            await attempt(team, "admin", "select close_team(id) from closings")
        with pytest.raises(DBAPIError, match="permission denied"):
            await attempt(team, "admin", "update closings set closed_at = now()")

    async def test_a_last_entry_without_a_closing_is_none(self, team: Team) -> None:
        await agreed_by_all(team)
        with pytest.raises(DBAPIError, match="a ledger ends with its team"):
            await enter(team, "admin", "jit.closed")

    async def test_declared_agreed_or_taken_back_without_an_entry_it_is_not(self, team: Team) -> None:
        await to_trial(team)
        declaring = (
            "insert into closings (id, jit, clause, reason, declared_by, declared_at)"
            " values (gen_random_uuid(), :jit, 'x', 'x', :seat, now())"
        )
        with pytest.raises(DBAPIError, match="stands in its ledger"):
            await attempt(team, "admin", declaring)
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "noor", declaring)
        read_json(await declare(team), 201)
        agreeing = (
            "insert into closing_assents (closing, seat, jit, party, agreed_at)"
            " select id, {seat}, jit, {party}, now() from closings"
        )
        with pytest.raises(DBAPIError, match="stands in its ledger"):
            await attempt(team, "noor", agreeing.format(seat=":seat", party=":party"))
        jonas = await seat_of(team, "jonas")
        for who in ("noor", "admin", "daan"):
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(
                    team, who, agreeing.format(seat=":other", party=":theirs"), other=jonas.id, theirs=jonas.party
                )
        taking_back = "update closings set withdrawn_by = :seat, withdrawn_at = now()"
        with pytest.raises(DBAPIError, match="stands in its ledger"):
            await attempt(team, "claire", taking_back)
        noor = await seat_of(team, "noor")
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(
                team, "claire", "update closings set withdrawn_by = :other, withdrawn_at = now()", other=noor.id
            )

    async def test_closed_it_takes_no_row_from_the_application(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        await emptied(team, exhibit)
        task = await tasks.assign(team, assignee=team.code("noor"))
        read_json(await tasks.change(team, "coordinator", task, state="cancelled", reason="Over"))
        await closed(team)
        with pytest.raises(TeamClosed):
            await enter(team, "noor", "task.commented")
        attempts = {
            "noor": (
                "insert into entries (id, jit, commitment) values (gen_random_uuid(), :jit, sha256('x'))",
                "insert into pending (jit, entry) select jit, id from entries limit 1",
                "insert into entry_audience (entry, jit, level) values ((select id from entries limit 1), :jit, 1)",
                "update tasks set title = 'x'",
                "delete from releases where party <> originator",
            ),
            "admin": ("update jits set state = 'trial' where id = :jit", "update jits set quorum = 3 where id = :jit"),
            "coordinator": ("insert into tasks (id) values (gen_random_uuid())",),
        }
        for who, statements in attempts.items():
            for statement in statements:
                with pytest.raises((DBAPIError, TeamClosed)) as caught:
                    await attempt(team, who, statement)
                assert (
                    "closed" in str(caught.value)
                    or "row-level security" in str(caught.value)
                    or "nothing new" in str(caught.value)
                ), statement

    async def test_nor_from_the_engine_nor_from_its_owner(self, team: Team) -> None:
        await closed(team)
        jit = team.jit_id
        statements = (
            "insert into entries (id, jit, commitment) values (gen_random_uuid(), :jit, sha256('x'))",
            "insert into pending (jit, entry) select jit, id from entries where jit = :jit limit 1",
            "update members set state = 'ended' where jit = :jit",
            "update parties set status = 'left' where jit = :jit",
        )
        for statement in statements:
            async with team.context.database.engine() as session:
                with pytest.raises(DBAPIError, match=r"the team is closed|permission denied"):
                    await session.execute(text(statement), {"jit": jit})
                await session.rollback()
        async with as_superuser(team) as superuser:
            await superuser.execute("set session_replication_role = replica")
            for statement in (
                "insert into entries select gen_random_uuid(), id, sha256('x') from jits",
                "update jits set state = 'trial'",
                "update members set name = 'x'",
            ):
                with pytest.raises(asyncpg.PostgresError, match="the team is closed"):
                    await superuser.execute(statement)

    async def test_every_table_of_a_team_is_guarded(self, team: Team) -> None:
        """A new table gets the triggers by itself (`app/schema/shared/closed_teams.sql`), unless it is exempt there."""
        query = (
            "select c.table_name from information_schema.columns c join pg_class k on k.oid = c.table_name::regclass"
            " where c.table_schema = 'public' and c.column_name = 'jit' and k.relkind = 'r' and not exists ("
            " select 1 from pg_trigger t where t.tgrelid = k.oid and t.tgname = 'closed_insert' and t.tgenabled = 'A')"
        )
        async with as_superuser(team) as superuser:
            assert {row["table_name"] for row in await superuser.fetch(query)} == TOLD_ABOUT_THE_LEDGER

    async def test_who_was_just_writing_is_waited_for_or_refused(self, team: Team) -> None:
        await agreed_by_all(team)
        noor = await seat_of(team, "noor")
        entry = "insert into entries (id, jit, commitment) values (gen_random_uuid(), :jit, sha256('y'))"
        async with team.context.database.reading(noor.requester) as held:  # a snapshot from before
            await held.execute(text("select 1 from entries"))
            async with as_superuser(team) as superuser:
                await superuser.execute("set role liaison_app")
                transaction = superuser.transaction(isolation="repeatable_read")
                await transaction.start()
                for name, value in noor.requester.settings().items():
                    await superuser.execute(f"select set_config('app.{name}', $1, true)", value)
                assert await superuser.fetchval("select state from jits") == "trial"
                read_json(await close(team))
                with pytest.raises(asyncpg.PostgresError, match=r"concurrent update|closed"):
                    await superuser.execute(entry.replace(":jit", f"'{team.id}'"))
                await transaction.rollback()

    @pytest.mark.parametrize("act", [agree, withdraw_it], ids=["agreeing", "taking back"])
    async def test_who_agrees_or_takes_back_waits_for_who_closes_it(
        self, team: Team, act: Callable[[Team, str], Coroutine[Any, Any, httpx.Response]]
    ) -> None:
        """One order of locks: the team's row, and then the closing's. In any other, one of the two were killed as a deadlock."""
        await to_trial(team)
        read_json(await declare(team), 201)
        admin = await seat_of(team, "admin")
        async with team.context.database.writing(admin.requester) as session:
            await session.execute(text("select 1 from jits where id = :jit for no key update"), {"jit": admin.jit})
            waiting = asyncio.create_task(act(team, "claire"))
            await until_somebody_waits(team.context.database)
            await session.execute(text("select 1 from closings for update nowait"))
        assert (await waiting).status_code in {200, 201}

    async def test_the_clock_leaves_it_alone(self, team: Team) -> None:
        async with as_superuser(team) as superuser:
            await superuser.execute("update members set until = now() + interval '1 second' where code = 'NL-04'")
            ended = await closed(team)
            while not await superuser.fetchval("select until < now() from members where code = 'NL-04'"):  # noqa: ASYNC110
                await asyncio.sleep(0.05)
        await team.run_jobs("seats")
        assert (await shown(team))["position"] == ended["position"]
        assert len(await team.entries("jit_auditor")) == ended["position"] + 1
        assert (await team.client("daan").get(team.path(""))).status_code == 404


async def enter(team: Team, who: str, kind: str) -> None:
    """An entry in one's own name, in SQL."""
    await attempt(
        team,
        who,
        """
        with entry as (
          insert into entries (id, jit, commitment) values (cast(:entry as uuid), :jit, sha256('z'))
        ), header as (
          insert into headers (entry, jit, kind, subject, seat, party, party_code, at)
          values (cast(:entry as uuid), :jit, :kind, '{}', :code, :party, 'NL', now())
        )
        insert into pending (jit, entry) values (:jit, cast(:entry as uuid))
        """,
        entry="0192f0c1-2345-7000-8000-000000000777",
        kind=kind,
        code=team.code(who),
    )
