"""Fixity: what is stored is compared with its hash, by the clock and by order; what is damaged is found, said, and alarms who must act."""

import hashlib
from datetime import timedelta
from pathlib import Path
from typing import Any, Final
from uuid import UUID

import httpx
import pytest
from sqlalchemy.exc import DBAPIError

from app import clock
from app.ledger import alarms
from app.services.custody import fixity_jobs
from app.services.custody.fixity_jobs import Pace
from tests.factories.evidence import (
    TEXT,
    alike,
    custody,
    kinds,
    objects,
    open_it,
    place,
    register,
    release,
    see,
    upload,
    values,
    with_file,
)
from tests.factories.pending_actions import of_kind
from tests.factories.retention import erase, erased, withdraw
from tests.factories.sharing import privilege_review, quarantine
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt
from tests.support.databases.superuser import as_superuser
from tests.support.waiting import until

EVERY: Final = timedelta(days=30)
TURN: Final = fixity_jobs.turn
ORDER: Final = "insert into fixity_orders (id, jit, evidence, ordered_by, ordered_at) values (gen_random_uuid(), :jit, :e, :seat, now())"


async def standing(team: Team, who: str, exhibit: dict[str, Any]) -> dict[str, Any]:
    return dict(read_json(await team.client(who).get(place(team, exhibit, "/fixity"))))


async def an_hour_later(team: Team) -> None:
    async with as_superuser(team) as superuser:
        await superuser.execute("update fixity set checked_at = checked_at - interval '1 hour'")


async def order(team: Team, who: str, exhibit: dict[str, Any]) -> httpx.Response:
    return await team.client(who).post(place(team, exhibit, "/fixity"))


async def turn(team: Team, every: timedelta | None = EVERY) -> int:
    """The worker's turn, taken here; it may take one at this very moment too."""
    return await TURN(team.context.database, team.context.vault, every, Pace(1e12))


async def found(team: Team, exhibit: dict[str, Any], count: int = 1, who: str = "noor") -> list[dict[str, Any]]:
    """The entries of checks, once there are so many: the worker may be at it before this is."""

    async def are_said() -> bool:
        await turn(team)
        return len(await said_of(team, who, exhibit)) >= count

    await until(are_said, within=60)
    entries = await said_of(team, who, exhibit)
    assert len(entries) == count
    return entries


async def said_of(team: Team, who: str, exhibit: dict[str, Any]) -> list[dict[str, Any]]:
    verdicts = {"fixity.verified", "fixity.failed"}
    return [one for one in await custody(team, who, exhibit) if one["kind"] in verdicts]


async def grow_old(team: Team, *exhibits: dict[str, Any], days: int = 31) -> None:
    """The last check of these is so many days ago."""
    async with as_superuser(team) as superuser:
        since = clock.now() - timedelta(days=days)
        ids = [UUID(one["id"]) for one in exhibits]
        await superuser.execute("update fixity set since = $1 where evidence = any ($2)", since, ids)


def flip(path: Path, at: int = -20) -> None:
    """One bit of one byte of what is stored."""
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)


async def erase_whole(team: Team, exhibit: dict[str, Any]) -> None:
    await withdraw(team, exhibit)
    read_json(await erase(team, "noor", exhibit), 202)
    await erased(team, exhibit)


async def damaged(team: Team, who: str) -> list[str]:
    return [one["number"] for one in await of_kind(team, who, "damaged_files")]


class TestByTheClock:
    async def test_one_entry_says_it_of_all_files_to_all_who_see_the_exhibit(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE", "readable"), release("FR", "listed"))
        contents = (b"one", b"two" * 100_000)
        for at, content in enumerate(contents):
            await upload(team, "noor", exhibit, content, f"{at}.bin")
        await upload(team, "noor", exhibit, b"apart", "apart.bin", declared="ab" * 32)
        assert await standing(team, "noor", exhibit) | {"due_at": ""} == {
            "checked_at": None,
            "verdict": None,
            "due_at": "",
            "ordered_at": None,
            "may_order": False,
        }
        await turn(team)
        assert await said_of(team, "noor", exhibit) == [], "each was compared when it was received"
        await grow_old(team, exhibit)
        (entry,) = await found(team, exhibit)
        told = values(entry)
        assert (entry["kind"], entry["seat"], entry["party"], entry["led"]) == (
            "fixity.verified",
            "system",
            None,
            "other",
        )
        assert (told["files_checked"], told["bytes_checked"]) == (2, sum(map(len, contents)))
        assert told["software"].startswith("Liaison ")
        assert told["begun_at"] <= told["ended_at"]
        assert {one["sha256"] for one in told["files"]} == {hashlib.sha256(each).hexdigest() for each in contents}
        assert set(told["files"][0]) == {"file", "sha256", "checked_at"}
        for who, reads in (("lena", True), ("claire", False), ("auditor", True)):
            (heard,) = await said_of(team, who, exhibit)
            assert ("files" in values(heard)) is reads, who
        now = await standing(team, "claire", exhibit)
        assert (now["verdict"], now["may_order"]) == ("verified", False)
        assert now["due_at"] > now["checked_at"] > exhibit["registered_at"]
        await turn(team)
        assert len(await said_of(team, "noor", exhibit)) == 1, "not before its time"

    async def test_the_longest_ago_first_and_a_restart_goes_on_where_it_was(self, team: Team) -> None:
        first, second = await with_file(team), await with_file(team)
        await upload(team, "noor", first, b"another", "another.txt")
        (file, other) = read_json(await see(team, "noor", first))["files"]
        async with (
            as_superuser(team) as superuser,
            superuser.transaction(),
        ):  # as a worker leaves it that ends between two files
            row = "insert into fixity_found values ($1, $2, $3, $4, $4, $5, $6, null)"
            at, owns = clock.now(), (UUID(file["id"]), team.jit_id, UUID(first["id"]))
            await superuser.execute(row, *owns, at, file["size_bytes"], file["sha256"])
            old = "update fixity set since = $1 where evidence = any ($2)"
            await superuser.execute(old, at - timedelta(days=40), [UUID(first["id"]), UUID(second["id"])])
        (entry,) = await found(team, first)
        times = {one["file"]: one["checked_at"] for one in values(entry)["files"]}
        assert (set(times), times[file["id"]]) == ({file["id"], other["id"]}, clock.rfc3339(at))
        (later,) = await found(team, second)
        assert entry["at"] < later["at"], "what was begun comes first"

    async def test_leaves_erased_ones_out_and_not_what_is_closed(self, team: Team) -> None:
        gone = await with_file(team)
        await erase_whole(team, gone)
        closed = await with_file(team)
        assert (await privilege_review.flag(team, "bram", closed)).is_success
        foreign = await quarantine.brought(team)
        await grow_old(team, gone, closed, foreign)
        await found(team, closed)
        await found(team, foreign, who="mara")
        while await turn(team):
            pass
        assert await said_of(team, "noor", gone) == []
        async with as_superuser(team) as superuser:
            left = await superuser.fetchval("select count(*) from fixity where evidence = $1", UUID(gone["id"]))
        assert left == 0, "nobody looks for it again"


class TestDamage:
    @pytest.mark.parametrize("how", ["flipped", "cut", "missing", "key", "record"])
    async def test_is_found_said_and_alarms_until_it_is_whole_again(self, team: Team, how: str) -> None:
        exhibit = await with_file(team, release("DE"))
        (stored,) = await objects(team, exhibit)
        (file,) = read_json(await see(team, "noor", exhibit))["files"]
        whole, record = stored.read_bytes(), "update files set sha256 = $2 where id = $1"
        key = next((team.context.settings.state / "keys").rglob(f"{file['id']}*"))
        wrapped = key.read_bytes()
        match how:
            case "flipped":
                flip(stored)
            case "cut":
                stored.write_bytes(whole[:-1])
            case "missing":
                stored.unlink()
            case "key":
                key.unlink()
            case _:
                async with as_superuser(team) as superuser:
                    await superuser.execute(record, UUID(file["id"]), "cd" * 32)
        await grow_old(team, exhibit)
        (entry,) = await found(team, exhibit)
        told = values(entry)
        assert (entry["kind"], told["files_failed"], told["files_checked"]) == ("fixity.failed", 1, 1)
        (one,) = told["files"]
        if how == "record":
            differs = ("cd" * 32, hashlib.sha256(TEXT).hexdigest(), None)
            assert (one["sha256"], one["found"], one["problem"]) == differs
        else:
            assert (one["found"], bool(one["problem"])) == (None, True)
        assert [await damaged(team, who) for who in ("noor", "bram", "daan", "jonas")] == [
            [exhibit["exhibit_number"]],
            [exhibit["exhibit_number"]],
            [],
            [],
        ]
        assert (await standing(team, "jonas", exhibit))["verdict"] == "failed", "who relies on it learns it"
        detail, _ = (await alarms.of(team.context.database, team.jit_id))["fixity"]
        assert (exhibit["id"] in detail, file["id"] in detail) == (True, True)
        seats = read_json(await team.client("noor").get(team.path("/ledger/health")))["alarms"]
        assert "fixity" not in {each["what"] for each in seats}, "it would tell of what a seat does not see"
        stored.write_bytes(whole)
        key.write_bytes(wrapped)
        async with as_superuser(team) as superuser:
            await superuser.execute(record, UUID(file["id"]), file["sha256"])
        await grow_old(team, exhibit)
        assert kinds(await found(team, exhibit, 2)) == ["fixity.failed", "fixity.verified"]
        await turn(team)
        assert await damaged(team, "noor") == []
        assert "fixity" not in await alarms.of(team.context.database, team.jit_id)

    async def test_a_store_that_is_away_condemns_nothing_and_stops_nobody_else(
        self, team: Team, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        unlucky, other = await with_file(team), await with_file(team)
        (stored,) = await objects(team, unlucky)
        vault = team.context.vault
        read = type(vault.objects).read

        def away(store: Any, name: str, start: int, end: int) -> bytes:
            if unlucky["id"] in name:
                raise PermissionError(13, "no")
            return bytes(read(store, name, start, end))

        monkeypatch.setattr(type(vault.objects), "read", away)
        await grow_old(team, unlucky, days=50)
        await grow_old(team, other)
        await found(team, other)
        assert stored.exists()
        assert await said_of(team, "noor", unlucky) == []


class TestOrdering:
    async def test_by_an_auditor_of_a_party_that_obtained_it_who_learns_the_verdict_and_sees_no_content(
        self, team: Team
    ) -> None:
        exhibit = await register(team, "jonas", release("FR"))
        await upload(team, "jonas", exhibit)
        assert (await standing(team, "auditor", exhibit))["may_order"]
        waits = read_json(await order(team, "auditor", exhibit), 202)
        assert (waits["may_order"], bool(waits["ordered_at"])) == (False, True)
        assert (await open_it(team, "auditor", exhibit)).status_code == 403
        (entry,) = await found(team, exhibit, who="auditor")
        assert entry["kind"] == "fixity.verified"
        assert (await standing(team, "auditor", exhibit))["ordered_at"] is None
        ordered = [one for one in await custody(team, "jonas", exhibit) if one["kind"] == "fixity.ordered"]
        assert [one["seat"] for one in ordered] == [team.code("auditor")]
        assert "fixity.ordered" not in kinds(await custody(team, "claire", exhibit)), "who audits it is not its affair"

    async def test_by_the_auditor_of_the_team_and_by_an_expert_who_sees_it(self, team: Team) -> None:
        exhibit = await with_file(team, release("NL", seats=[team.code("noor"), team.code("sofia")]))
        for count, who in enumerate(("jit_auditor", "sofia"), 1):
            read_json(await order(team, who, exhibit), 202)
            assert (await found(team, exhibit, count, who))[-1]["kind"] == "fixity.verified"
            await an_hour_later(team)

    async def test_is_nobody_elses(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        for who, code in (
            *((one, "role-may-not") for one in ("noor", "daan", "jonas", "lena", "coordinator", "admin")),
            ("auditor", "not-to-audit"),  # of a party that was given it
        ):
            refused = await order(team, who, exhibit)
            assert (refused.status_code, refused.json()["code"]) == (403, code), who
        hidden, absent = await order(team, "sofia", exhibit), await order(team, "sofia", {"id": str(clock.new_id())})
        assert (alike(hidden, absent), hidden.status_code) == (True, 404)
        for who in ("sofia", "noor", "jonas", "auditor"):
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(team, who, ORDER, e=exhibit["id"])
        anothers = ORDER.replace(":seat", "(select id from members where code = 'NL-02')")
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "jit_auditor", anothers, e=exhibit["id"])

    async def test_waits_once_and_is_of_what_is_stored(self, team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
        empty = await register(team)
        assert (await order(team, "jit_auditor", empty)).json()["code"] == "no-files"
        exhibit = await with_file(team)
        monkeypatch.setattr(fixity_jobs, "_check", _nobody_looks)
        read_json(await order(team, "jit_auditor", exhibit), 202)
        again = await order(team, "jit_auditor", exhibit)
        assert (again.status_code, again.json()["code"]) == (409, "order-waits")
        await erase_whole(team, exhibit)
        assert (await order(team, "jit_auditor", exhibit)).json()["code"] == "erased"


async def _nobody_looks(*_: Any) -> bool:
    return False


class TestWhatIsKept:
    async def test_what_is_stored_keeps_its_hash_and_its_state(self, team: Team) -> None:
        exhibit = await with_file(team)
        for change in ("sha256 = repeat('0', 64)", "state = 'discarded'", "state = 'uploading'"):
            for who in ("noor", "daan"):
                with pytest.raises(DBAPIError, match="keeps its hash and its state"):
                    await attempt(team, who, f"update files set {change} where evidence = :e", e=exhibit["id"])  # noqa: S608
        for statement in (
            "delete from segments where file in (select id from files where evidence = :e)",
            "delete from files where evidence = :e",
        ):
            with pytest.raises(DBAPIError, match="what is stored is not deleted"):
                await attempt(team, "noor", statement, e=exhibit["id"])
        read_json(await order(team, "jit_auditor", exhibit), 202)
        assert [values(one)["files_checked"] for one in await found(team, exhibit)] == [1]

    async def test_orders_of_what_has_no_file_any_more_hold_up_nobody(self, team: Team) -> None:
        gone, there = await with_file(team), await with_file(team)
        for exhibit in (gone, there):
            async with as_superuser(team) as superuser:
                await superuser.execute("delete from fixity_orders")
            read_json(await order(team, "jit_auditor", exhibit), 202)
        async with as_superuser(team) as superuser:
            await superuser.execute("update files set state = 'discarded' where evidence = $1", UUID(gone["id"]))
        assert len(await found(team, there)) == 1
        async with as_superuser(team) as superuser:
            left = await superuser.fetchval("select count(*) from fixity_orders where evidence = $1", UUID(gone["id"]))
        assert left == 0

    async def test_the_plan_goes_on_whatever_is_ordered(self, team: Team) -> None:
        planned, ordered = await with_file(team), await with_file(team)
        async with as_superuser(team) as superuser:
            await superuser.execute(
                "update fixity set since = now() - interval '40 days' where evidence = $1", UUID(planned["id"])
            )
        read_json(await order(team, "jit_auditor", ordered), 202)
        pace = Pace(1e12, plan_first=True)
        await TURN(team.context.database, team.context.vault, EVERY, pace)
        assert not pace.plan_first
        assert len(await said_of(team, "noor", planned)) == 1

    async def test_files_of_a_closed_team_hold_up_nobody(self, team: Team) -> None:
        ended, open_one = await with_file(team), await with_file(team)
        await grow_old(team, ended, open_one)
        async with as_superuser(team) as superuser:
            await superuser.execute("alter table jits disable trigger all")
            await superuser.execute("update jits set state = 'closed'")
        assert await turn(team) == 0
        async with as_superuser(team) as superuser:
            await superuser.execute("update jits set state = 'operational'")
            await superuser.execute("alter table jits enable trigger all")
        assert await turn(team) > 0

    async def test_is_not_ordered_again_within_the_hour(self, team: Team) -> None:
        exhibit = await with_file(team)
        read_json(await order(team, "jit_auditor", exhibit), 202)
        await found(team, exhibit)
        again = await order(team, "jit_auditor", exhibit)
        assert (again.status_code, again.json()["code"]) == (409, "just-checked")
        await an_hour_later(team)
        read_json(await order(team, "jit_auditor", exhibit), 202)

    async def test_no_seat_writes_what_was_found(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        for statement in (
            "update fixity set verdict = 'verified', checked_at = now()",
            "delete from fixity",
            "select * from fixity_found",
            "delete from fixity_orders",
            "select detail from alarms",
        ):
            for who in ("noor", "auditor", "jit_auditor"):
                with pytest.raises(DBAPIError):
                    await attempt(team, who, statement)
        for who, rows in (("noor", 1), ("jonas", 1), ("claire", 0), ("jit_auditor", 1)):
            read = "select 1 from fixity where evidence = :e"
            assert await attempt(team, who, read, e=exhibit["id"]) == rows, who
