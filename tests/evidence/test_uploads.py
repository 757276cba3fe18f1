"""Uploads at their edges: first bytes with the creation, silence, shares, a full disk, and senders of crumbs."""

import asyncio
import hashlib
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr
from sqlalchemy import text

from app import clock, embedded
from app.api import tus
from app.main import create_app
from app.services.evidence import silent_uploads
from app.settings import Settings
from app.vault.places import MAX_SEGMENTS, Place
from tests.factories.evidence import (
    TEXT,
    TUS,
    alike,
    announce,
    announced,
    custody,
    file_of,
    kinds,
    named,
    place,
    register,
    release,
    see,
    send,
    upload,
    values,
)
from tests.factories.team import Team, read_json
from tests.support.program import ORIGIN, settings_for
from tests.support.small_disk import Disk, small_disk
from tests.support.waiting import until

MIB = 2**20
BYTES = {"Content-Type": "application/offset+octet-stream"}


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def refusal(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


async def head(team: Team, path: str, who: str = "noor") -> httpx.Response:
    return await team.client(who).head(path, headers=TUS)


async def create(team: Team, exhibit: dict[str, Any], size: int, content: Any, **headers: str) -> httpx.Response:
    """A creation that brings bytes along."""
    usual = TUS | BYTES | {"Upload-Length": str(size), "Upload-Metadata": "filename YS50eHQ="}
    return await team.client("noor").post(place(team, exhibit, "/files"), content=content, headers=usual | headers)


async def in_chunks(*pieces: bytes) -> AsyncIterator[bytes]:
    """A body whose length nobody declares."""
    for piece in pieces:
        yield piece


class TestACreationThatBringsBytes:
    async def test_is_whole_in_one_request(self, team: Team) -> None:
        exhibit = await register(team)
        answer = await create(team, exhibit, len(TEXT), TEXT)
        assert (answer.status_code, answer.headers["Upload-Offset"]) == (201, str(len(TEXT)))
        assert "Upload-Expires" not in answer.headers, "what is complete expires no more"
        done = await file_of(team, "noor", exhibit, answer.headers["Location"])
        assert (done["state"], done["sha256"]) == ("ready", sha256(TEXT))

    @pytest.mark.parametrize("chunked", [False, True])
    async def test_goes_on_by_patch(self, team: Team, *, chunked: bool) -> None:
        exhibit = await register(team)
        answer = await create(team, exhibit, len(TEXT), in_chunks(TEXT[:5]) if chunked else TEXT[:5])
        assert (answer.status_code, answer.headers["Upload-Offset"]) == (201, "5")
        path = answer.headers["Location"]
        assert (await send(team.client("noor"), path, TEXT[5:], 5)).status_code == 204
        assert (await file_of(team, "noor", exhibit, path))["sha256"] == sha256(TEXT)

    async def test_with_another_checksum_keeps_no_byte_and_says_where_to_go_on(self, team: Team) -> None:
        exhibit = await register(team)
        wrong = await create(team, exhibit, len(TEXT), TEXT, **{"Upload-Checksum": "sha1 AAAAAAAAAAAAAAAAAAAAAAAAAAA="})
        assert refusal(wrong) == (460, "checksum-mismatch")
        path = wrong.headers["Location"]
        assert wrong.headers["Upload-Offset"] == (await head(team, path)).headers["Upload-Offset"] == "0"
        assert (await send(team.client("noor"), path, TEXT)).status_code == 204

    async def test_that_differs_from_its_declared_hash_is_kept_apart(self, team: Team) -> None:
        exhibit = await register(team)
        answer = await create(team, exhibit, len(TEXT), TEXT, **{"Upload-Metadata": named("a.txt", "ab" * 32)})
        assert refusal(answer) == (409, "declared-hash-differs")
        assert (await file_of(team, "noor", exhibit, answer.headers["Location"]))["state"] == "hash_differs"

    async def test_of_another_type_creates_nothing(self, team: Team) -> None:
        exhibit = await register(team)
        for kind in ("application/json", "application/octet-stream"):
            assert (await create(team, exhibit, 2, b"{}", **{"Content-Type": kind})).status_code == 415
        assert (await create(team, exhibit, 2, in_chunks(b"{}"), **{"Content-Type": "text/plain"})).status_code == 415
        assert read_json(await see(team, "noor", exhibit))["files"] == []


async def silence(team: Team, path: str) -> None:
    """The instant at which this upload ends has come."""
    async with team.context.database.engine() as session:
        await session.execute(
            text("update files set expires_at = :then where id = :file"),
            {"then": clock.now() - timedelta(seconds=1), "file": path[-36:]},
        )


async def end_silent(team: Team) -> int:
    return await silent_uploads.end_silent(team.context.database, team.context.vault)


class TestAnUploadThatFallsSilent:
    async def test_is_told_when_it_would_end_and_each_piece_moves_that(self, team: Team) -> None:
        exhibit = await register(team)
        answer = await announce(team, "noor", exhibit)
        path, week = answer.headers["Location"], timedelta(days=7)
        began = clock.now()
        seen = [parsedate_to_datetime(answer.headers["Upload-Expires"])]
        assert abs(seen[0] - began - week) < timedelta(minutes=5)
        assert answer.headers["Upload-Expires"].endswith(" GMT")
        async with team.context.database.engine() as session:
            await session.execute(text("update files set expires_at = expires_at - interval '3 days'"))
        seen.append(parsedate_to_datetime((await head(team, path)).headers["Upload-Expires"]))
        assert seen[1] == seen[0] - timedelta(days=3)
        sent = await send(team.client("noor"), path, TEXT[:5])
        seen.append(parsedate_to_datetime(sent.headers["Upload-Expires"]))
        assert seen[2] >= seen[0]
        await send(team.client("noor"), path, TEXT[5:], 5)
        assert "Upload-Expires" not in (await head(team, path)).headers

    async def test_is_gone_from_that_instant_on(self, team: Team) -> None:
        exhibit = await register(team)
        path = await announced(team, "noor", exhibit)
        await send(team.client("noor"), path, TEXT[:5])
        await silence(team, path)
        noor = team.client("noor")
        assert (await head(team, path)).status_code == 410
        assert refusal(await send(noor, path, TEXT[5:], 5)) == (410, "upload-expired")
        assert refusal(await noor.delete(path, headers=TUS)) == (410, "upload-expired")
        absent = path.replace(exhibit["id"], (await register(team))["id"])
        assert alike(await head(team, path, "claire"), await head(team, absent, "claire"))
        assert (await head(team, path, "claire")).status_code == 404

    async def test_is_erased_and_the_ledger_told(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        path = await announced(team, "noor", exhibit)
        await send(team.client("noor"), path, TEXT[:5])
        state = team.context.settings.state
        key = state / "keys" / team.id / f"{path[-36:]}.wrapped"
        assert key.exists()
        await silence(team, path)
        await end_silent(team)

        async def is_over() -> bool:
            return bool((await file_of(team, "noor", exhibit, path))["state"] == "discarded")

        await until(is_over)  # the worker may have been quicker
        assert not key.exists()
        assert not list((state / "objects").rglob(f"{path[-36:]}/*"))
        async with team.context.database.engine() as session:
            left = text("select count(*) from segments where file = :file")
            assert (await session.execute(left, {"file": path[-36:]})).scalar_one() == 0
        told = (await custody(team, "noor", exhibit))[-1]
        assert (told["kind"], told["led"], told["seat"]) == ("file.expired", "erasure", "system")
        assert (values(told)["size_bytes"], values(told)["received_bytes"]) == (len(TEXT), 5)
        assert "file.expired" not in kinds(await custody(team, "jonas", exhibit))
        assert refusal(await send(team.client("noor"), path, TEXT[5:], 5)) == (410, "upload-expired")
        assert await end_silent(team) == 0

    async def test_is_left_alone_while_it_is_written_to(self, team: Team) -> None:
        path = await announced(team, "noor", exhibit := await register(team))
        with team.context.vault.locks.hold(Place(team.jit_id, UUID(exhibit["id"]), UUID(path[-36:]))):
            await silence(team, path)
            assert await end_silent(team) == 0
            assert (await file_of(team, "noor", exhibit, path))["state"] == "uploading"

    async def test_one_that_goes_on_is_not_ended(self, team: Team) -> None:
        path = await announced(team, "noor", exhibit := await register(team))
        await send(team.client("noor"), path, TEXT[:5])
        await upload(team, "noor", exhibit)
        assert await end_silent(team) == 0
        assert (await send(team.client("noor"), path, TEXT[5:], 5)).status_code == 204


class TestShares:
    """The Dutch party may keep 100 bytes in this team, the whole team 150."""

    @pytest.fixture
    def settings(self, database_urls: embedded.Urls, tmp_path: Path) -> Settings:
        quotas = {"party_quota_bytes": 100, "jit_quota_bytes": 150}
        return settings_for(database_urls, tmp_path / "state").model_copy(update=quotas)

    async def test_a_file_beyond_ones_own_is_refused_before_a_byte_is_sent(self, team: Team) -> None:
        exhibit = await register(team)
        path = await announced(team, "noor", exhibit, 60)
        refused = await announce(team, "noor", exhibit, 41)
        assert refusal(refused) == (507, "quota-reached")
        assert "60 of its 100 bytes" in refused.json()["detail"]
        assert "Ask the operator for more storage" in refused.json()["detail"]
        assert [one["received_bytes"] for one in read_json(await see(team, "noor", exhibit))["files"]] == [0]
        assert (await announce(team, "noor", exhibit, 40)).status_code == 201
        assert (await send(team.client("noor"), path, b"x" * 60)).status_code == 204, "what was admitted is received"

    async def test_room_comes_back_when_an_upload_ends(self, team: Team) -> None:
        exhibit = await register(team)
        for end in ("given up", "silent", "discarded"):
            path = await announced(team, "noor", exhibit, len(TEXT) + 50, declared="ab" * 32)
            assert refusal(await announce(team, "noor", exhibit, 51))[1] == "quota-reached"
            if end == "given up":
                await team.client("noor").delete(path, headers=TUS)
            elif end == "silent":
                await silence(team, path)
                await end_silent(team)
            else:
                await send(team.client("noor"), path, TEXT + b"x" * 50)
                decision = {"decision": "discard", "reason": "Damaged"}
                read_json(await team.client("noor").post(f"{path}/decision", json=decision))

            async def is_free() -> bool:
                return await kept(team) == 0

            await until(is_free)

    async def test_the_teams_is_shared_and_its_numbers_are_told_to_nobody(self, team: Team) -> None:
        dutch, german = await register(team), await register(team, "jonas")
        await announced(team, "noor", dutch, 90)
        refused = await announce(team, "jonas", german, 61)
        assert refusal(refused) == (507, "quota-reached")
        assert "90" not in refused.text
        assert "150" not in refused.text
        assert (await announce(team, "jonas", german, 60)).status_code == 201

    async def test_two_at_once_do_not_share_the_last_room(self, team: Team) -> None:
        exhibit = await register(team)
        answers = await asyncio.gather(*(announce(team, who, exhibit, 60) for who in ("noor", "daan", "bram", "noor")))
        assert sorted(answer.status_code for answer in answers) == [201, 507, 507, 507]


class TestSharesWithoutASetting:
    @pytest.fixture
    def settings(self, database_urls: embedded.Urls, tmp_path: Path, request: pytest.FixtureRequest) -> Settings:
        changes = getattr(request, "param", {})
        return settings_for(database_urls, tmp_path / "state").model_copy(update=changes)

    async def test_a_party_has_a_bound(self, team: Team) -> None:
        refused = await announce(team, "noor", await register(team), 256 * 2**30 + 1)
        assert refusal(refused) == (507, "quota-reached")

    @pytest.mark.parametrize("settings", [{"party_quota_bytes": 0, "jit_quota_bytes": 0}], indirect=True)
    async def test_a_bound_of_zero_leaves_the_disk_alone_to_refuse(self, team: Team) -> None:
        refused = await announce(team, "noor", await register(team), 15 * 2**40)
        assert refusal(refused) == (507, "no-space")


async def kept(team: Team) -> int:
    """What all files of the Dutch come to, as the database weighs it."""
    async with team.context.database.reading() as session:
        await session.execute(text("select set_config('app.jit', :jit, true)"), {"jit": team.id})
        party = text("select set_config('app.party', (select id::text from parties where code = 'NL'), true)")
        await session.execute(party)
        return int((await session.execute(text("select coalesce(sum(bytes), 0) from storage"))).scalar_one())


class TestAFullDisk:
    @pytest.fixture
    def disk(self, tmp_path: Path) -> Iterator[Disk]:
        with small_disk(tmp_path / "state", 48) as disk:
            yield disk

    @pytest.fixture
    def settings(self, database_urls: embedded.Urls, tmp_path: Path, disk: Disk) -> Settings:
        assert disk
        return settings_for(database_urls, tmp_path / "state").model_copy(update={"space_reserve_bytes": 0})

    async def test_in_the_middle_of_a_piece_leaves_the_upload_where_it_stood(self, team: Team, disk: Disk) -> None:
        content = os.urandom(9 * MIB)
        exhibit = await register(team)
        path = await announced(team, "noor", exhibit, len(content), declared=sha256(content))
        assert (await send(team.client("noor"), path, content[:MIB])).status_code == 204

        async def until_it_is_full() -> AsyncIterator[bytes]:
            yield content[MIB : 4 * MIB]
            disk.fill()
            yield content[4 * MIB :]

        refused = await send(team.client("noor"), path, until_it_is_full(), MIB)
        assert refusal(refused) == (507, "no-space")
        assert "can continue once there is space" in refused.json()["detail"]
        assert refused.headers["Upload-Offset"] == str(MIB)
        assert (await head(team, path)).headers["Upload-Offset"] == str(MIB)
        disk.empty()
        assert (await send(team.client("noor"), path, content[MIB:], MIB)).status_code == 204
        assert (await file_of(team, "noor", exhibit, path))["sha256"] == sha256(content)
        assert list((team.context.settings.state / "staging").iterdir()) == []


class TestRoomThatEnds:
    """A reserve that no disk has: as if there were no room left at all."""

    @asynccontextmanager
    async def full(self, team: Team) -> AsyncIterator[httpx.AsyncClient]:
        """Noor's browser at another process of the same installation, for which the disk is full."""
        urls = {name: getattr(team.context.settings, name) for name in ("database_url", "database_engine_url")}
        assert all(isinstance(url, SecretStr) for url in urls.values())
        program = create_app(team.context.settings.model_copy(update={"space_reserve_bytes": 2**62}))
        transport = httpx.ASGITransport(app=program)
        noor = team.client("noor")
        async with (
            program.router.lifespan_context(program),
            httpx.AsyncClient(
                transport=transport, base_url=ORIGIN, cookies=noor.cookies, headers={"Origin": ORIGIN}
            ) as browser,
        ):
            yield browser

    async def test_is_known_from_declared_lengths_before_a_byte_is_read(self, team: Team) -> None:
        exhibit = await register(team)
        path = await announced(team, "noor", exhibit)
        asked_for = asyncio.Event()

        async def body() -> AsyncIterator[bytes]:
            asked_for.set()
            yield TEXT

        async with self.full(team) as noor:
            metadata = TUS | {"Upload-Length": "5", "Upload-Metadata": named("a.txt")}
            refused = await noor.post(place(team, exhibit, "/files"), headers=metadata)
            assert refusal(refused) == (507, "no-space")
            assert "The file was not created" in refused.json()["detail"]
            refused = await send(noor, path, body(), **{"Content-Length": str(len(TEXT))})
            assert refusal(refused) == (507, "no-space")
            assert refused.headers["Upload-Offset"] == "0"
        assert not asked_for.is_set()
        assert len(read_json(await see(team, "noor", exhibit))["files"]) == 1
        assert (await send(team.client("noor"), path, TEXT)).status_code == 204

    async def test_is_met_in_the_middle_and_what_had_arrived_is_kept(self, team: Team) -> None:
        content = os.urandom(18 * MIB)
        exhibit = await register(team)
        path = await announced(team, "noor", exhibit, len(content))
        async with self.full(team) as noor:
            refused = await send(noor, path, in_chunks(*(content[at : at + MIB] for at in range(0, len(content), MIB))))
        assert refusal(refused) == (507, "no-space")
        stands = int(refused.headers["Upload-Offset"])
        assert 16 * MIB <= stands < len(content)
        assert (await send(team.client("noor"), path, content[stands:], stands)).status_code == 204
        assert (await file_of(team, "noor", exhibit, path))["sha256"] == sha256(content)


class TestCrumbs:
    async def test_are_taken_at_first_and_then_refused(self, team: Team) -> None:
        exhibit, size = await register(team), 3 * MIB
        path, noor = await announced(team, "noor", exhibit, size), team.client("noor")
        for offset in range(32):
            assert (await send(noor, path, b"x", offset)).status_code == 204
        for crumb in (b"x", in_chunks(b"x")):
            refused = await send(noor, path, crumb, 32)
            assert refusal(refused) == (422, "piece-too-small")
            assert (refused.json()["least_bytes"], refused.headers["Upload-Offset"]) == (MIB, "32")
        cut = await send(noor, path, b"x" * 100, 32, **{"Content-Length": str(MIB)})
        assert cut.headers["Upload-Offset"] == "32", "nor are crumbs of a piece that broke off kept"
        assert (await send(noor, path, b"x" * MIB, 32)).status_code == 204
        assert (await send(noor, path, b"x" * (2 * MIB - 33), 32 + MIB)).status_code == 204
        assert (await send(noor, path, b"x", size - 1)).status_code == 204, "the last piece may be small"
        told = (await custody(team, "noor", exhibit))[-1]
        assert (values(told)["segments"], values(told)["sha256"]) == (35, sha256(b"x" * size))

    @given(
        size=st.integers(1, 2**44), waste=st.lists(st.floats(0, 1), min_size=1, max_size=20), cuts=st.integers(0, 32)
    )
    def test_pieces_never_run_out_whatever_their_sizes(self, size: int, waste: list[float], cuts: int) -> None:
        """However small the pieces that are admitted: the file is whole before it has too many."""
        stands, pieces = 0, 0
        while stands < size:
            least = tus.least_piece(size - stands, pieces)
            more = 0 if pieces < cuts else int(waste[pieces % len(waste)] * MIB)
            stands += min(size - stands, least + more)
            pieces += 1
            assert pieces <= MAX_SEGMENTS
        assert pieces <= 33 + size // MIB


@pytest.mark.parametrize("size", [2**31 - 1, 2**31, 2**32 + 1])
async def test_lengths_beyond_32_bits_are_told_as_they_are(team: Team, size: int) -> None:
    path = await announced(team, "noor", exhibit := await register(team), size)
    assert (await head(team, path)).headers["Upload-Length"] == str(size)
    for offset in (size, size - 1, 2**63 - 1):
        assert refusal(await send(team.client("noor"), path, b"x", offset)) == (409, "offset-differs")
    assert read_json(await see(team, "noor", exhibit))["files"][0]["size_bytes"] == size
