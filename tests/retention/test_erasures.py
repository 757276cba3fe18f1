"""Erasure: decided by a leader of the originator, never under a hold, for good, with a certificate that outlives the bytes."""

import io
import zipfile
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.exc import DBAPIError

from app.errors import Gone
from app.vault import reading
from app.vault.places import Place, Segment
from tests.factories import copies
from tests.factories.evidence import (
    TEXT,
    alike,
    announce,
    custody,
    describe,
    file_of,
    grant,
    kinds,
    listed,
    open_it,
    register,
    release,
    see,
    take_it,
    values,
    with_file,
)
from tests.factories.retention import erase, erased, hold, lift, make_due, retention, withdraw
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt
from tests.support.databases.superuser import as_superuser
from tests.support.waiting import until


def refused(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def place_of(team: Team, exhibit: dict[str, Any]) -> Place:
    """Where its only file lies."""
    (file,) = read_json(await see(team, "noor", exhibit))["files"]
    return Place(team.jit_id, UUID(exhibit["id"]), UUID(file["id"]))


class TestDeciding:
    async def test_is_a_leaders_of_the_originator(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        await withdraw(team, exhibit)
        for who in ("daan", "lena", "admin", "coordinator", "auditor", "ines"):
            assert refused(await erase(team, who, exhibit)) == (403, "role-may-not"), who
        assert refused(await erase(team, "jonas", exhibit)) == (403, "originator-only")
        assert (await erase(team, "claire", exhibit)).status_code == 404
        assert read_json(await see(team, "noor", exhibit))["status"] == "withdrawn"

    async def test_is_of_what_is_withdrawn_or_due_and_confirmed_by_its_number(self, team: Team) -> None:
        exhibit = await with_file(team)
        assert refused(await erase(team, "noor", exhibit)) == (409, "not-due")
        assert read_json(await see(team, "noor", exhibit))["may"]["erase"]["because"] == ["not_due"]
        await make_due(team, exhibit)
        wrong = await erase(team, "noor", exhibit, confirmation="NL-2026-WRONG")
        assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (422, "confirmation")
        assert read_json(await erase(team, "noor", exhibit), 202)["erasure"]["ground"] == "review"

    async def test_never_under_a_legal_hold(self, team: Team) -> None:
        exhibit = await with_file(team)
        await withdraw(team, exhibit)
        (standing,) = read_json(await hold(team, "bram", exhibit), 201)["holds"]
        assert refused(await erase(team, "noor", exhibit)) == (409, "legal-hold")
        with pytest.raises(DBAPIError, match="on hold"):
            await attempt(team, "noor", "select begin_erasure(:e, 'withdrawn', 'x')", e=exhibit["id"])
        read_json(await lift(team, "noor", exhibit, standing))
        read_json(await erase(team, "noor", exhibit), 202)
        assert refused(await hold(team, "noor", exhibit)) == (409, "erased")

    async def test_asks_recipients_after_their_copies(self, team: Team) -> None:
        """LED Art. 16(6): who received it is told, and erases too."""
        exhibit = await with_file(team, release("DE"))
        await copies.taken(team, "lena", exhibit)
        await make_due(team, exhibit)
        read_json(await erase(team, "noor", exhibit), 202)
        (copy,) = await copies.listed(team, "lena")
        assert copy["reason"] == "The case is closed"
        read_json(await copies.answer(team, "lena", copy))


class TestErased:
    async def test_nothing_is_left_but_the_stub_its_custody_and_the_certificate(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"), release("FR", "listed"))
        file = read_json(await see(team, "noor", exhibit))["files"][0]
        await withdraw(team, exhibit)
        read_json(await erase(team, "noor", exhibit), 202)
        done = (await erased(team, exhibit))["erasure"]
        for who in ("noor", "daan", "jonas", "claire"):
            seen = read_json(await see(team, who, exhibit))
            assert (seen["status"], seen["level"], seen["files"], seen["place"]) == ("erased", "listed", [], None), who
            assert [one["status"] for one in await listed(team, who)] == ["erased"], who
            for answer in (await open_it(team, who, exhibit), await take_it(team, who, exhibit)):
                assert refused(answer) == (403, "erased"), who
        entries = await custody(team, "noor", exhibit)
        assert kinds(entries)[-2:] == ["evidence.erasure_decided", "evidence.erased"]
        certificate = values(entries[-1])
        assert (certificate["ground"], certificate["keys_destroyed"], certificate["decided_by"]) == (
            "withdrawn",
            1,
            team.code("noor"),
        )
        assert certificate["files"] == [{"file": file["id"], "sha256": file["sha256"], "size_bytes": len(TEXT)}]
        assert certificate["last_backup_expires"] == done["last_backup_expires"] > done["destroyed_at"]
        assert (entries[-1]["seat"], entries[-2]["seat"]) == ("system", team.code("noor"))
        heard = values((await custody(team, "claire", exhibit))[-1])
        assert "files" not in heard, "hashes are told to nobody who never read it"
        assert heard["ground"] == "withdrawn"

    async def test_its_keys_and_bytes_are_gone_and_rows_bring_nothing_back(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        place, state = await place_of(team, exhibit), team.context.settings.state
        key, objects = state / "keys" / str(team.id) / f"{place.file}.wrapped", state / "objects" / place.prefix
        async with as_superuser(team) as superuser:
            kept = {
                table: [dict(row) for row in await superuser.fetch(f"select * from {table}")]  # noqa: S608
                for table in ("segments", "renditions", "files", "releases")
            }
        assert (key.exists(), objects.exists()) == (True, True)
        await withdraw(team, exhibit)
        read_json(await erase(team, "noor", exhibit), 202)
        await erased(team, exhibit)
        assert (key.exists(), objects.exists()) == (False, False)
        async with as_superuser(team) as superuser:
            assert await superuser.fetchval("select count(*) from segments") == 0
            assert await superuser.fetchval("select count(*) from renditions") == 0
            assert await superuser.fetchval("select bytes from storage") == 0
            await superuser.execute("set session_replication_role = replica")  # as a backup is restored
            await superuser.execute("update evidence set status = 'active'")
            await superuser.execute("update files set state = 'ready'")
            for row in (*kept["segments"], *kept["renditions"]):
                table = "segments" if "at_offset" in row else "renditions"
                marks = ", ".join(f"${at}" for at in range(1, len(row) + 1))
                await superuser.execute(f"insert into {table} ({', '.join(row)}) values ({marks})", *row.values())  # noqa: S608
            for row in kept["releases"]:
                await superuser.execute("update releases set level = $1 where party = $2", row["level"], row["party"])
        opened = read_json(await take_it(team, "noor", exhibit), 201)
        with pytest.raises(RuntimeError, match="already started"):  # the connection is cut before the first byte
            await team.client("noor").get(opened["files"][0]["link"])
        segments = [Segment(0, len(TEXT), kept["segments"][0]["object"])]
        with pytest.raises(Gone):
            _ = [block async for block in reading.read(team.context.vault, place, segments, 0, len(TEXT))]

    async def test_nothing_is_done_with_it_any_more(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        await withdraw(team, exhibit)
        read_json(await erase(team, "noor", exhibit), 202)
        stub = read_json(await see(team, "noor", exhibit))
        for answer in (
            await describe(team, "noor", stub),
            await grant(team, "noor", stub, "FR"),
            await announce(team, "noor", stub),
            await erase(team, "noor", stub),
        ):
            assert refused(answer) == (409, "erased")
        assert stub["may"] == {
            act: {"allowed": act == "bundle", "obligations": [], "because": decision["because"]}
            for act, decision in stub["may"].items()
        }
        assert (await retention(team, "noor", stub))["may_hold"] is False

    async def test_an_opening_and_its_links_end_at_once(self, team: Team) -> None:
        exhibit = await with_file(team)
        taken, opened = (
            read_json(await take_it(team, "noor", exhibit), 201),
            read_json(await open_it(team, "daan", exhibit), 201),
        )
        page = opened["files"][0]["renditions"][0]["link"]
        await withdraw(team, exhibit)
        read_json(await erase(team, "noor", exhibit), 202)
        assert refused(await team.client("noor").get(taken["files"][0]["link"])) == (403, "erased")
        assert refused(await team.client("daan").get(page)) == (403, "erased")

    async def test_for_who_never_knew_it_there_is_still_nothing(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        before = await team.client("claire").get(team.path("/evidence"))
        await withdraw(team, exhibit)
        read_json(await erase(team, "noor", exhibit), 202)
        await erased(team, exhibit)
        nothing = {"id": "019f0000-0000-7000-8000-000000000000"}
        assert alike(await see(team, "claire", exhibit), await see(team, "claire", nothing))
        assert (await team.client("claire").get(team.path("/evidence"))).json() == before.json()
        assert "evidence.erased" not in kinds(await team.entries("claire"))


class TestPastTheService:
    async def test_nobody_erases_or_revives_by_hand(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        by_hand = "update evidence set status = 'erased' where id = :e"
        for who in ("noor", "daan"):
            with pytest.raises(DBAPIError, match="erased by its erasure alone"):
                await attempt(team, who, by_hand, e=exhibit["id"])
        for who in ("jonas", "lena", "claire"):
            with pytest.raises(DBAPIError, match="only the originator erases"):
                await attempt(team, who, "select begin_erasure(:e, 'withdrawn', 'x')", e=exhibit["id"])
        for ground in ("taken", "term"):  # only the worker ends a transfer
            with pytest.raises(DBAPIError, match="only the originator erases"):
                await attempt(team, "noor", "select begin_erasure(:e, :g, 'x')", e=exhibit["id"], g=ground)
        for forged in ("select * from finish_erasure(:e, '1 day')", "select * from due_erasures(null, 10)"):
            with pytest.raises(DBAPIError, match="permission denied"):
                await attempt(team, "noor", forged, e=exhibit["id"])
        with pytest.raises(DBAPIError, match="permission denied"):
            await attempt(
                team,
                "noor",
                "insert into erasures values (:e, :jit, 'withdrawn', 'x', :seat, now(), now(), now())",
                e=exhibit["id"],
            )
        await withdraw(team, exhibit)
        read_json(await erase(team, "noor", exhibit), 202)
        with pytest.raises(DBAPIError, match="for good"):
            await attempt(team, "noor", "update evidence set status = 'active'")
        await attempt(team, "noor", "update releases set level = 3 where evidence = :e", e=exhibit["id"])
        assert {one["level"] for one in read_json(await see(team, "noor", exhibit))["releases"]} == {"listed"}
        with pytest.raises(DBAPIError, match=r"row-level security|nothing is added"):
            await attempt(
                team,
                "noor",
                "insert into releases (jit, party, evidence, originator, level, granted_by, granted_at, effective, state)"
                " select jit, (select id from parties where code = 'FR'), evidence, originator, 3, granted_by, granted_at,"
                " true, 'effective' from releases where party = :party limit 1",
            )

    async def test_nobody_lifts_anothers_hold(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        read_json(await hold(team, "noor", exhibit), 201)
        end = "update holds set lifted_at = now(), lifted_by = :seat, lift_reason = 'x'"
        for who in ("jonas", "lena", "claire"):
            assert await attempt(team, who, end) == 0, who
        for who in ("jonas", "lena"):
            with pytest.raises(DBAPIError, match="row-level security"):
                await attempt(
                    team,
                    who,
                    "insert into holds (id, jit, evidence, party, court, file_number, reason, set_by, set_at)"
                    " values (gen_random_uuid(), :jit, :e, :party, 'x', 'x', 'x', :seat, now())",
                    e=exhibit["id"],
                )
        with pytest.raises(DBAPIError, match="permission denied"):
            await attempt(team, "noor", "delete from holds")


async def test_an_unfinished_upload_is_cut_and_its_key_destroyed_too(team: Team) -> None:
    exhibit = await register(team)
    path = (await announce(team, "noor", exhibit)).headers["Location"]
    half = await file_of(team, "noor", exhibit, path)
    key = team.context.settings.state / "keys" / str(team.id) / f"{half['id']}.wrapped"
    assert key.exists()
    await withdraw(team, exhibit)
    read_json(await erase(team, "noor", exhibit), 202)
    await erased(team, exhibit)
    assert not key.exists()
    certificate = values((await custody(team, "noor", exhibit))[-1])
    assert (certificate["keys_destroyed"], certificate["files"]) == (1, [])


async def test_a_bundle_for_a_court_still_proves_what_it_was_and_says_when_it_was_erased(team: Team) -> None:
    exhibit = await with_file(team)
    (file,) = read_json(await see(team, "noor", exhibit))["files"]
    await withdraw(team, exhibit)
    read_json(await erase(team, "noor", exhibit), 202)
    done = (await erased(team, exhibit))["erasure"]
    noor = team.client("noor")
    court = {"profile": "court", "scope": {"evidence": exhibit["id"]}}
    export = read_json(await noor.post(team.path("/exports"), json=court), 202)

    async def is_ready() -> bool:
        await team.run_jobs("exports")
        return bool(read_json(await noor.get(team.path(f"/exports/{export['id']}")))["state"] == "ready")

    await until(is_ready, within=30)
    bundle = await noor.get(team.path(f"/exports/{export['id']}/bundle"))
    with zipfile.ZipFile(io.BytesIO(bundle.content)) as bag:
        names = {name.partition("/")[2]: name for name in bag.namelist()}
        readme, entries = (bag.read(names[f"data/{name}"]).decode() for name in ("README.txt", "entries.jsonl"))
    assert f"The exhibit was erased at {done['destroyed_at']}" in readme
    assert "evidence.erased" in entries
    assert file["sha256"] in entries


async def test_of_two_leaders_at_once_one_erases(team: Team) -> None:
    exhibit = await with_file(team)
    await withdraw(team, exhibit)
    answers = [await erase(team, who, exhibit) for who in ("noor", "bram")]
    assert [one.status_code for one in answers] == [202, 409]
    await erased(team, exhibit)

    async def is_sequenced() -> bool:
        return kinds(await custody(team, "noor", exhibit)).count("evidence.erased") == 1

    await until(is_sequenced, within=10)
