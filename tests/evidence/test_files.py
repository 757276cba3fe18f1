"""Files by tus: pieces in order and no others, resumed after any cut, and a file that is not what was declared."""

import asyncio
import base64
import hashlib
import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from uuid import uuid4

import httpx
import pytest

from app.settings import Settings
from tests.factories.evidence import (
    TEXT,
    TUS,
    alike,
    announce,
    announced,
    custody,
    file_of,
    kinds,
    open_it,
    place,
    register,
    release,
    rendered,
    see,
    send,
    take_it,
    upload,
    values,
    with_file,
)
from tests.factories.team import Team, read_json
from tests.support.server import Serve

PIECES = (b"first piece, ", b"second piece, ", b"and the last")
WHOLE = b"".join(PIECES)


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def checksum(content: bytes, algorithm: str = "sha256") -> str:
    return f"{algorithm} {base64.b64encode(hashlib.new(algorithm, content).digest()).decode()}"


async def head(browser: httpx.AsyncClient, path: str) -> httpx.Response:
    return await browser.head(path, headers=TUS)


async def stands_at(team: Team, path: str) -> int:
    answer = await head(team.client("noor"), path)
    assert answer.status_code == 200
    return int(answer.headers["Upload-Offset"])


def is_refused(answer: httpx.Response, status: int, code: str) -> bool:
    return (answer.status_code, answer.json()["code"]) == (status, code)


def key_of(team: Team, path: str) -> Path:
    return team.context.settings.state / "keys" / team.id / f"{path[-36:]}.wrapped"


class TestUploading:
    async def test_tells_what_it_speaks(self, team: Team) -> None:
        exhibit = await register(team)
        answer = await team.client("noor").options(place(team, exhibit, "/files"))
        assert answer.status_code == 204
        assert answer.headers["Tus-Version"] == "1.0.0"
        assert answer.headers["Tus-Extension"] == "creation,creation-with-upload,checksum,expiration,termination"
        assert answer.headers["Tus-Checksum-Algorithm"] == "sha256,sha1,md5"
        assert answer.headers["Tus-Max-Size"] == str(16 * 2**40)

    async def test_goes_piece_by_piece(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE", "readable"))
        path = await announced(team, "daan", exhibit, len(WHOLE), name="wallet.txt", declared=sha256(WHOLE).upper())
        assert await stands_at(team, path) == 0
        offset = 0
        for piece in PIECES:
            shown = await file_of(team, "noor", exhibit, path)
            assert (shown["state"], shown["received_bytes"], shown["sha256"]) == ("uploading", offset, None)
            answer = await send(team.client("daan"), path, piece, offset)
            offset += len(piece)
            assert (answer.status_code, answer.headers["Upload-Offset"]) == (204, str(offset))
            assert answer.headers["Tus-Resumable"] == "1.0.0"
        found = await head(team.client("daan"), path)
        assert found.headers["Upload-Length"] == str(len(WHOLE))
        assert found.headers["Cache-Control"] == "no-store"
        done = await file_of(team, "noor", exhibit, path)
        assert (done["state"], done["sha256"], done["declared_sha256"]) == ("ready", sha256(WHOLE), sha256(WHOLE))
        assert (done["uploaded_by"], done["media_type"], done["size_bytes"]) == ("NL-04", "text/plain", len(WHOLE))
        told = values((await custody(team, "jonas", exhibit))[-1])
        assert (told["name"], told["sha256"], told["segments"]) == ("wallet.txt", sha256(WHOLE), 3)

    async def test_takes_several_files(self, team: Team) -> None:
        exhibit = await register(team)
        for n in range(3):
            await upload(team, "noor", exhibit, b"%d" % n, f"{n}.txt")
        shown = read_json(await see(team, "noor", exhibit))
        assert (shown["files_count"], shown["files_bytes"]) == (3, 3)
        assert [one["name"] for one in shown["files"]] == ["0.txt", "1.txt", "2.txt"]
        assert shown["version"] == 1, "a file is no edit of the exhibit"

    async def test_keeps_what_came_before_a_cut_and_goes_on_there(self, team: Team) -> None:
        exhibit = await register(team)
        path = await announced(team, "noor", exhibit, len(WHOLE))
        cut = await send(team.client("noor"), path, WHOLE[:10], **{"Content-Length": str(len(WHOLE))})
        assert cut.headers["Upload-Offset"] == "10"
        assert await stands_at(team, path) == 10
        assert (await send(team.client("noor"), path, WHOLE[10:], 10)).status_code == 204
        assert (await file_of(team, "noor", exhibit, path))["sha256"] == sha256(WHOLE)

    async def test_is_taken_back_byte_for_byte(self, team: Team) -> None:
        content = os.urandom(3 * 2**20 + 17)
        exhibit = await register(team, "noor", release("DE"))
        await upload(team, "noor", exhibit, content, "image.dd")
        (file,) = read_json(await take_it(team, "jonas", exhibit), 201)["files"]
        assert (await team.client("jonas").get(file["link"])).content == content
        stored = [one.read_bytes() for one in (team.context.settings.state / "objects").rglob("*") if one.is_file()]
        assert content[:64] not in b"".join(stored), "nothing rests in the clear"

    async def test_survives_the_death_of_the_server(self, team: Team, settings: Settings, serve: Serve) -> None:
        content = os.urandom(5 * 2**20)
        exhibit = await register(team)
        path = await announced(team, "noor", exhibit, len(content), declared=sha256(content))
        server, killed, sent = serve(state=settings.state), asyncio.Event(), 2**20
        browser = httpx.AsyncClient(
            base_url=server.url, cookies=team.client("noor").cookies, headers={"Origin": server.url}, timeout=30
        )
        async with browser:
            assert (await send(browser, path, content[:sent])).status_code == 204
            under_way = asyncio.create_task(send(browser, path, _held_up(content[sent:], killed), sent))
            await asyncio.sleep(0.5)
            server.kill()
            killed.set()
            with pytest.raises(httpx.TransportError):
                await under_way
        assert await stands_at(team, path) == sent, "what was answered is kept; what was not is asked for again"
        assert (await send(team.client("noor"), path, content[sent:], sent)).status_code == 204
        assert (await file_of(team, "noor", exhibit, path))["sha256"] == sha256(content)


async def _held_up(content: bytes, until: asyncio.Event) -> AsyncIterator[bytes]:
    """A body that stops in the middle until something has happened."""
    yield content[: 2**20]
    await until.wait()
    yield content[2**20 :]


class TestAPieceOutOfPlace:
    async def test_is_refused_and_the_offset_told(self, team: Team) -> None:
        exhibit = await register(team)
        path = await announced(team, "noor", exhibit, len(WHOLE))
        said_first = await send(team.client("noor"), path, PIECES[0])
        stands = said_first.headers["Upload-Offset"]
        wrong = {"missing": (PIECES[2], 20), "repeated": (PIECES[0], 0), "overlapping": (PIECES[1], 5)}
        for what, (piece, offset) in wrong.items():
            refused = await send(team.client("noor"), path, piece, offset)
            assert is_refused(refused, 409, "offset-differs"), what
            assert refused.headers["Upload-Offset"] == stands
            assert refused.json()["errors"][0]["field"] == "Upload-Offset"
        beyond = await send(team.client("noor"), path, WHOLE, stands)
        assert is_refused(beyond, 409, "beyond-the-end")
        assert is_refused(await send(team.client("noor"), path, b"", stands), 422, "empty-chunk")
        assert await stands_at(team, path) == int(stands)
        assert (await send(team.client("noor"), path, WHOLE[len(PIECES[0]) :], stands)).status_code == 204
        assert (await file_of(team, "noor", exhibit, path))["sha256"] == sha256(WHOLE)

    async def test_after_the_end_is_refused(self, team: Team) -> None:
        exhibit = await register(team)
        path = await announced(team, "noor", exhibit)
        assert (await send(team.client("noor"), path, TEXT)).status_code == 204
        await rendered(team, exhibit)  # while its pages are made, the file is in use
        for offset in (0, len(TEXT)):
            assert is_refused(await send(team.client("noor"), path, b"more", offset), 409, "complete")
        assert (await file_of(team, "noor", exhibit, path))["sha256"] == sha256(TEXT)

    async def test_a_file_of_another_exhibit_is_not_found(self, team: Team) -> None:
        one, other = await register(team), await register(team)
        path = await announced(team, "noor", one)
        strayed = path.replace(one["id"], other["id"])
        assert (await send(team.client("noor"), strayed, TEXT)).status_code == 404
        assert (await head(team.client("noor"), strayed)).status_code == 404
        assert (await team.client("noor").delete(strayed, headers=TUS)).status_code == 404
        assert await stands_at(team, path) == 0

    async def test_another_party_cannot_touch_it(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        path = await announced(team, "noor", exhibit)
        absent = path.replace(exhibit["id"], str(uuid4()))
        claire = team.client("claire")
        assert alike(await send(claire, path, TEXT), await send(claire, absent, TEXT))
        assert alike(await head(claire, path), await head(claire, absent))
        assert (await head(claire, path)).status_code == 404
        for answer in (
            await announce(team, "jonas", exhibit),
            await send(team.client("jonas"), path, TEXT),
            await team.client("jonas").delete(path, headers=TUS),
        ):
            assert is_refused(answer, 403, "originator-only")
        for name in ("sofia", "auditor", "coordinator", "ines"):
            assert (await send(team.client(name), path, TEXT)).status_code == 403, name
        assert await stands_at(team, path) == 0

    async def test_with_another_checksum_keeps_nothing(self, team: Team) -> None:
        exhibit = await register(team)
        path = await announced(team, "noor", exhibit, len(WHOLE))
        wrong = await send(team.client("noor"), path, PIECES[0], **{"Upload-Checksum": checksum(b"other")})
        assert is_refused(wrong, 460, "checksum-mismatch")
        assert await stands_at(team, path) == 0
        offset = 0
        for piece, algorithm in zip(PIECES, ("sha256", "sha1", "md5"), strict=True):
            right = {"Upload-Checksum": checksum(piece, algorithm)}
            assert (await send(team.client("noor"), path, piece, offset, **right)).status_code == 204
            offset += len(piece)
        for header in ("crc32 AAAA", "sha256 AAAA", "sha256", "sha256 ***"):
            refused = await send(team.client("noor"), path, b"x", offset, **{"Upload-Checksum": header})
            assert refused.status_code == 400, header

    async def test_two_writers_at_once_are_one_too_many(self, team: Team) -> None:
        exhibit = await register(team)
        path = await announced(team, "noor", exhibit, len(WHOLE))
        begun, go_on = asyncio.Event(), asyncio.Event()

        async def slowly() -> AsyncIterator[bytes]:
            yield PIECES[0]
            begun.set()
            await go_on.wait()
            yield PIECES[1] + PIECES[2]

        first = asyncio.create_task(send(team.client("noor"), path, slowly()))
        await begun.wait()
        for answer in (
            await send(team.client("daan"), path, WHOLE),
            await team.client("noor").delete(path, headers=TUS),
        ):
            assert is_refused(answer, 423, "file-in-use")
        go_on.set()
        assert (await first).status_code == 204
        assert (await file_of(team, "noor", exhibit, path))["sha256"] == sha256(WHOLE)

    async def test_ends_with_the_session_that_sends_it(self, team: Team) -> None:
        exhibit = await register(team)
        path = await announced(team, "daan", exhibit, len(WHOLE))
        asked_for_more = asyncio.Event()

        async def slowly() -> AsyncIterator[bytes]:
            yield PIECES[0]
            assert (await team.client("daan").delete("/api/sessions")).status_code == 204
            await asyncio.sleep(1.2)
            yield PIECES[1]
            asked_for_more.set()
            yield PIECES[2]

        assert (await send(team.client("daan"), path, slowly())).status_code == 401
        assert not asked_for_more.is_set(), "it is cut while it arrives, not at its end"
        assert await stands_at(team, path) == 0


class TestHeaders:
    async def test_wrong_ones_are_refused_by_name(self, team: Team) -> None:
        exhibit = await register(team)
        for length, status in (
            ("0", 422),
            (str(2**63), 400),
            (str(2**63 - 1), 413),
            ("-1", 400),
            ("1e3", 400),
            ("007", 400),
        ):
            refused = await announce(team, "noor", exhibit, length)
            assert refused.status_code == status, length
            assert refused.json()["errors"][0]["field"] == "Upload-Length"
        deferred = TUS | {"Upload-Defer-Length": "1", "Upload-Metadata": "filename YQ=="}
        refused = await team.client("noor").post(place(team, exhibit, "/files"), headers=deferred)
        assert (refused.status_code, refused.json()["errors"][0]["field"]) == (400, "Upload-Length")
        assert read_json(await see(team, "noor", exhibit))["files"] == []

    async def test_a_file_of_zero_bytes_is_refused_in_words(self, team: Team) -> None:
        refused = await announce(team, "noor", await register(team), 0)
        assert is_refused(refused, 422, "zero-bytes")
        assert "Check the source" in refused.json()["detail"]

    async def test_another_version_is_refused(self, team: Team) -> None:
        exhibit = await register(team)
        path = await announced(team, "noor", exhibit)
        browser, files = team.client("noor"), place(team, exhibit, "/files")
        for version in ({"Tus-Resumable": "0.2.2"}, {}):
            usual = {"Upload-Length": "3", "Upload-Offset": "0", "Content-Type": "application/offset+octet-stream"}
            for method, where in (("POST", files), ("HEAD", path), ("PATCH", path), ("DELETE", path)):
                refused = await browser.request(method, where, headers=usual | version)
                assert (refused.status_code, refused.headers["Tus-Version"]) == (412, "1.0.0"), method

    async def test_another_content_type_is_refused(self, team: Team) -> None:
        path = await announced(team, "noor", await register(team))
        for kind in ("application/octet-stream", "application/json", "text/plain"):
            assert (await send(team.client("noor"), path, TEXT, **{"Content-Type": kind})).status_code == 415
        for offset in ("-1", "+0", "00", "", "zero", str(2**64)):
            refused = await send(team.client("noor"), path, TEXT, offset)
            assert (refused.status_code, refused.json()["errors"][0]["field"]) == (400, "Upload-Offset"), offset
        assert await stands_at(team, path) == 0

    async def test_metadata_that_cannot_be_read_is_refused(self, team: Team) -> None:
        exhibit = await register(team)
        a, hexadecimal = "filename YQ==", base64.b64encode(b"xyz").decode()
        for metadata, status in (
            ("", 422),
            ("filename", 422),
            ("filename IA==", 422),  # a blank
            ("filename YQo=", 422),  # a line feed
            ("filename ***", 400),
            ("filename /w==", 400),  # not UTF-8
            (f"{a},{a}", 400),
            (f"{a},sha256 {hexadecimal}", 422),
            (f"filename {base64.b64encode(b'n' * 1025).decode()}", 422),
        ):
            refused = await announce(team, "noor", exhibit, **{"Upload-Metadata": metadata})
            assert refused.status_code == status, metadata


class TestNames:
    async def test_are_kept_as_they_are_and_become_no_path(self, team: Team) -> None:
        exhibit = await register(team)
        state = team.context.settings.state
        names = {
            "../../etc/passwd": "passwd",
            "Κατάθεση μάρτυρα.txt": "Κατάθεση μάρτυρα.txt",
            "C:\\Users\\noor\\wallet.dat": "wallet.dat",
            "/etc/shadow": "shadow",
            "..": "exhibit",
            'a"; filename=b.exe': "a_; filename=b.exe",
            "exe.\u202etxt.gpj": "exe._txt.gpj",
            "🗄️ kast.txt": "🗄️ kast.txt",
        }
        around = {one.name for one in state.parent.iterdir()}
        for name in names:
            await upload(team, "noor", exhibit, TEXT, name)
        shown = read_json(await see(team, "noor", exhibit))["files"]
        assert [one["name"] for one in shown] == list(names)
        told = [values(one)["name"] for one in await custody(team, "noor", exhibit) if one["kind"] == "file.received"]
        assert told == list(names)
        assert {one.name for one in state.parent.iterdir()} == around
        for file, safe in zip(
            read_json(await take_it(team, "noor", exhibit), 201)["files"], names.values(), strict=True
        ):
            header = (await team.client("noor").get(file["link"])).headers["Content-Disposition"]
            assert header.startswith("attachment; ")
            assert unquote(header.partition("filename*=UTF-8''")[2]) == safe


class TestGivingUp:
    async def test_removes_an_upload_that_is_not_complete(self, team: Team) -> None:
        exhibit = await register(team)
        path = await announced(team, "noor", exhibit, len(WHOLE))
        await send(team.client("noor"), path, PIECES[0])
        assert key_of(team, path).exists()
        assert (await team.client("noor").delete(path, headers=TUS)).status_code == 204
        assert (await head(team.client("noor"), path)).status_code == 404
        assert read_json(await see(team, "noor", exhibit))["files"] == []
        assert not key_of(team, path).exists()
        assert not list((team.context.settings.state / "objects").rglob(f"{path[-36:]}/*"))
        assert kinds(await custody(team, "noor", exhibit)) == ["evidence.registered"]

    async def test_never_removes_a_complete_one(self, team: Team) -> None:
        exhibit = await register(team)
        path = await announced(team, "noor", exhibit)
        await send(team.client("noor"), path, TEXT)
        assert is_refused(await team.client("noor").delete(path, headers=TUS), 409, "complete")
        assert (await file_of(team, "noor", exhibit, path))["state"] == "ready"


class TestAFileThatDiffers:
    async def decide(
        self, team: Team, exhibit: dict[str, Any], file: dict[str, Any], decision: str, by: str = "noor"
    ) -> httpx.Response:
        path = place(team, exhibit, f"/files/{file['id']}/decision")
        return await team.client(by).post(path, json={"decision": decision, "reason": "The list held a typing error"})

    async def test_is_answered_409_and_kept_apart(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        path = await announced(team, "noor", exhibit, declared="ab" * 32)
        differs = await send(team.client("noor"), path, TEXT)
        assert is_refused(differs, 409, "declared-hash-differs")
        assert (differs.json()["sha256"], differs.json()["declared_sha256"]) == (sha256(TEXT), "ab" * 32)
        assert differs.headers["Upload-Offset"] == str(len(TEXT))
        shown = read_json(await see(team, "noor", exhibit))
        assert [(one["state"], one["sha256"]) for one in shown["files"]] == [("hash_differs", sha256(TEXT))]
        assert (shown["files_count"], shown["files_bytes"]) == (0, 0)
        for name in ("noor", "jonas"):
            assert is_refused(await take_it(team, name, exhibit), 409, "no-file")
            assert is_refused(await open_it(team, name, exhibit), 409, "no-file")
        assert read_json(await see(team, "jonas", exhibit))["files"] == []
        told = (await custody(team, "noor", exhibit))[-1]
        assert (told["kind"], values(told)["declared_sha256"]) == ("file.hash_differed", "ab" * 32)
        assert "file.hash_differed" not in [entry["kind"] for entry in await custody(team, "jonas", exhibit)]
        again = await send(team.client("noor"), path, TEXT, len(TEXT))
        assert is_refused(again, 409, "complete")

    async def test_can_be_kept_with_a_reason(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        file = await upload(team, "noor", exhibit, declared="ab" * 32)
        kept = read_json(await self.decide(team, exhibit, file, "keep"))
        assert (kept["state"], kept["sha256"], kept["declared_sha256"]) == ("ready", sha256(TEXT), "ab" * 32)
        await rendered(team, exhibit)
        assert read_json(await see(team, "jonas", exhibit))["files_count"] == 1
        assert (await take_it(team, "jonas", exhibit)).status_code == 201
        assert (await open_it(team, "jonas", exhibit)).status_code == 201
        told = (await custody(team, "noor", exhibit))[3]
        assert (told["kind"], values(told)["reason"]) == ("file.received", "The list held a typing error")
        assert is_refused(await self.decide(team, exhibit, file, "discard"), 409, "nothing-to-decide")

    async def test_can_be_discarded_and_its_key_destroyed(self, team: Team) -> None:
        exhibit = await register(team)
        file = await upload(team, "noor", exhibit, declared="ab" * 32)
        key = key_of(team, file["id"])
        assert key.exists()
        assert read_json(await self.decide(team, exhibit, file, "discard"))["state"] == "discarded"
        assert not key.exists()
        assert not list((team.context.settings.state / "objects").rglob(f"{file['id']}/*"))
        assert is_refused(await take_it(team, "noor", exhibit), 409, "no-file")
        told = (await custody(team, "noor", exhibit))[-1]
        assert (told["kind"], told["led"], values(told)["sha256"]) == ("file.discarded", "erasure", sha256(TEXT))
        assert is_refused(await self.decide(team, exhibit, file, "keep"), 409, "nothing-to-decide")

    async def test_is_decided_by_a_leader_of_its_party(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        file = await upload(team, "noor", exhibit, declared="ab" * 32)
        assert is_refused(await self.decide(team, exhibit, file, "keep", "daan"), 403, "role-may-not")
        assert is_refused(await self.decide(team, exhibit, file, "keep", "jonas"), 403, "originator-only")
        assert (await self.decide(team, exhibit, file, "keep", "claire")).status_code == 404
        assert (await self.decide(team, exhibit, file, "burn")).status_code == 422
        ready = await upload(team, "noor", exhibit)
        assert is_refused(await self.decide(team, exhibit, ready, "discard"), 409, "nothing-to-decide")

    async def test_two_leaders_at_once_decide_once(self, team: Team) -> None:
        exhibit = await register(team)
        file = await upload(team, "noor", exhibit, declared="ab" * 32)
        both = (self.decide(team, exhibit, file, what, who) for what, who in (("keep", "noor"), ("discard", "bram")))
        one, other = sorted(answer.status_code for answer in await asyncio.gather(*both))
        assert one == 200
        assert other in {409, 423}
        file = read_json(await see(team, "noor", exhibit))["files"][0]
        assert key_of(team, file["id"]).exists() == (file["state"] == "ready")


async def test_bytes_that_another_party_holds_are_answered_alike(team: Team) -> None:
    """No answer and no number tells that the same bytes are known already."""
    answers = []
    await with_file(team)
    for content in (TEXT, TEXT[::-1]):
        exhibit = await register(team, "jonas")
        path = await announced(team, "jonas", exhibit, declared=sha256(content))
        answers.append(await send(team.client("jonas"), path, content))
    assert alike(*answers)


async def test_an_exhibit_that_was_withdrawn_takes_nothing_more(team: Team) -> None:
    exhibit = await register(team)
    path = await announced(team, "noor", exhibit)
    withdrawal = place(team, exhibit, "/withdrawal")
    read_json(await team.client("noor").post(withdrawal, json={"reason": "Unlawful"}, headers={"If-Match": '"1"'}))
    assert is_refused(await announce(team, "noor", exhibit), 409, "withdrawn")
    assert is_refused(await send(team.client("noor"), path, TEXT), 409, "withdrawn")
