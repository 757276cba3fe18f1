"""Openings: reading and taking, recorded before the first byte, through links that nobody else can use and a recall ends."""

import asyncio
import hashlib
import io
import os
import socket
import zipfile
from base64 import b64encode
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import pytest
from PIL import Image
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app import clock, database, embedded
from app.settings import Settings
from app.vault import zips
from app.vault.renditions import MARK_END
from tests.factories import accounts
from tests.factories.evidence import (
    KEEPING,
    TEXT,
    WHY,
    custody,
    describe,
    kinds,
    open_it,
    place,
    recall,
    register,
    release,
    rendered,
    see,
    take_it,
    upload,
    values,
    with_file,
)
from tests.factories.team import Team, read_json
from tests.support.databases.as_seat import attempt, seat_of
from tests.support.databases.superuser import as_superuser
from tests.support.server import settings_on_wire

BINARY = bytes(range(256)) * 64


def is_refused(answer: httpx.Response, status: int, code: str) -> bool:
    return (answer.status_code, answer.json()["code"]) == (status, code)


async def taken(team: Team, who: str, exhibit: dict[str, Any]) -> dict[str, Any]:
    """The one file of an exhibit, taken."""
    (file,) = read_json(await take_it(team, who, exhibit), 201)["files"]
    assert isinstance(file, dict)
    return file


async def session_of(team: Team, who: str) -> str:
    sessions = read_json(await team.client(who).get("/api/sessions"))["items"]
    return next(str(one["id"]) for one in sessions if one["current"])


class TestOpening:
    async def test_is_recorded_before_the_first_byte(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        taken = read_json(await take_it(team, "jonas", exhibit), 201)
        entry = (await custody(team, "jonas", exhibit))[-1]
        assert (entry["kind"], entry["led"], entry["purpose"]) == ("evidence.taken", "disclosure", "JIT_PURPOSE")
        assert (entry["seat"], entry["party"]) == ("DE-01", "DE")
        assert entry["subject"] == {"evidence": exhibit["id"], "opening": taken["id"]}
        assert [one["name"] for one in values(entry)["files"]] == ["ledger.txt"]
        assert (await team.client("jonas").get(taken["files"][0]["link"])).content == TEXT
        opened = read_json(await open_it(team, "jonas", exhibit), 201)
        entry = (await custody(team, "jonas", exhibit))[-1]
        assert (entry["kind"], entry["led"]) == ("evidence.opened", "consultation")
        lasts = clock.parse(opened["expires_at"]) - clock.parse(opened["opened_at"])
        assert lasts == timedelta(hours=8)

    async def test_demands_a_purpose_and_a_justification(self, team: Team) -> None:
        exhibit = await with_file(team)
        usual = {"act": "open", "purpose": "JIT_PURPOSE", "justification": WHY}
        wrong: list[tuple[dict[str, Any], str]] = [
            ({"purpose": "CURIOSITY"}, "purpose"),
            ({"justification": "  "}, "justification"),
            ({"act": "peek"}, "act"),
        ]
        left_out = [{name: usual[name] for name in usual if name != out} for out in usual]
        for form, field in [(usual | changes, field) for changes, field in wrong] + list(
            zip(left_out, usual, strict=True)
        ):
            refused = await team.client("noor").post(place(team, exhibit, "/openings"), json=form)
            assert refused.status_code == 422
            assert [one["field"] for one in refused.json()["errors"]] == [field]
        assert kinds(await custody(team, "noor", exhibit)) == ["evidence.registered", "file.received"]

    async def test_waits_for_the_acknowledgement_of_h3(self, team: Team) -> None:
        conditions = "Not before the trial chamber without our consent"
        exhibit = await with_file(team, release("DE"), handling=["H1", "H3"], handling_text=conditions)
        may = read_json(await see(team, "jonas", exhibit))["may"]
        assert may["open"]["obligations"] == ["justify", "acknowledge_h3", "watermark"]
        refused = await open_it(team, "jonas", exhibit)
        assert is_refused(refused, 409, "acknowledge-h3")
        assert refused.json()["handling_text"] == conditions
        assert "evidence.opened" not in kinds(await custody(team, "jonas", exhibit))
        read_json(await open_it(team, "jonas", exhibit, acknowledged=True), 201)
        assert values((await custody(team, "jonas", exhibit))[-1])["acknowledged"] == conditions

    async def test_asks_for_the_acknowledgement_once_per_text_and_seat(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"), handling=["H3"], handling_text="Not before the trial")
        read_json(await open_it(team, "jonas", exhibit, acknowledged=True), 201)
        assert read_json(await see(team, "jonas", exhibit))["may"]["take"]["obligations"] == ["justify"]
        read_json(await take_it(team, "jonas", exhibit), 201)
        assert values((await custody(team, "jonas", exhibit))[-1])["acknowledged"] is None, "not by this opening"
        assert is_refused(await open_it(team, "lena", exhibit), 409, "acknowledge-h3"), "each seat for itself"
        exhibit = read_json(await see(team, "noor", exhibit))
        read_json(await describe(team, "noor", exhibit, title=exhibit["title"], handling_text="Never abroad"))
        refused = await open_it(team, "jonas", exhibit)
        assert is_refused(refused, 409, "acknowledge-h3"), "a changed text asks again"
        assert refused.json()["handling_text"] == "Never abroad"
        read_json(await open_it(team, "jonas", exhibit, acknowledged=True), 201)
        assert values((await custody(team, "jonas", exhibit))[-1])["acknowledged"] == "Never abroad"

    async def test_has_no_handling_text_without_h3(self, team: Team) -> None:
        exhibit = await register(team, "noor")
        refused = await describe(team, "noor", exhibit, title=exhibit["title"], handling_text="Never abroad")
        assert refused.status_code == 422
        assert refused.json()["errors"][0]["field"] == "handling_text"

    async def test_nobody_acknowledges_for_another_seat(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"), handling=["H3"], handling_text="Not before the trial")
        lena = await seat_of(team, "lena")
        insert = (
            "insert into acknowledgements (evidence, seat, text_sha256, jit, acknowledged_at)"
            " values (:e, :whose, sha256('Not before the trial'), :jit, now())"
        )
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "jonas", insert, e=exhibit["id"], whose=lena.id)
        with pytest.raises(DBAPIError, match="row-level security"):
            await attempt(team, "claire", insert, e=exhibit["id"], whose=(await seat_of(team, "claire")).id)
        assert await attempt(team, "lena", insert, e=exhibit["id"], whose=lena.id) == 1
        assert await attempt(team, "jonas", "select 1 from acknowledgements") == 0

    @pytest.mark.parametrize("level", ["listed", "readable"])
    async def test_original_below_held_is_refused_without_claiming_another_right(self, team: Team, level: str) -> None:
        exhibit = await with_file(team, release("DE", level))
        refused = await take_it(team, "lena", exhibit)
        assert is_refused(refused, 403, "level-below-held")
        assert "You cannot download the original" in refused.text
        assert "may be read" not in refused.text

    async def test_without_a_file_or_a_rendition_is_refused_in_words(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE", "readable"))
        assert is_refused(await open_it(team, "jonas", exhibit), 409, "no-file")
        await upload(team, "noor", exhibit, BINARY, "memory.bin")
        await rendered(team, exhibit)
        assert is_refused(await open_it(team, "jonas", exhibit), 409, "no-rendition")
        assert is_refused(await take_it(team, "jonas", exhibit), 403, "level-below-held")

    async def test_is_not_for_every_role(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        for name in ("auditor", "jit_auditor", "coordinator"):
            assert is_refused(await open_it(team, name, exhibit), 403, "role-may-not"), name
        for name in ("admin", "claire", "sofia", "ines", "karl"):
            assert is_refused(await open_it(team, name, exhibit), 404, "not-found"), name

    async def test_tells_why_to_the_actors_party_and_to_auditors_alone(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"), release("FR"))
        read_json(await open_it(team, "jonas", exhibit), 201)
        for name in ("jonas", "lena", "auditor", "jit_auditor"):
            (entry,) = await team.entries(name, "evidence.opened")
            assert values(entry)["justification"] == WHY, name
        for name in ("noor", "bram", "daan"):
            (entry,) = await team.entries(name, "evidence.opened")
            assert {"actor", "files"} <= set(entry["fields"]), name
            assert not {"justification", "acknowledged"} & set(entry["fields"]), name
            assert WHY not in str(entry)
        for name in ("claire", "hugo", "ines", "admin"):
            assert await team.entries(name, "evidence.opened") == [], name


class TestReading:
    async def test_shows_pages_marked_with_who_reads(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE", "readable"))
        for name, code in (("jonas", "DE-01"), ("lena", "DE-02")):
            (file,) = read_json(await open_it(team, name, exhibit), 201)["files"]
            assert file["link"] == file["renditions"][0]["link"]
            page = await team.client(name).get(file["link"])
            assert (page.status_code, page.headers["Content-Type"]) == (200, "text/plain; charset=utf-8")
            rows = [row.partition(MARK_END) for row in page.text.splitlines()]
            assert " ".join(shown for _, _, shown in rows).split() == TEXT.decode().split()
            for mark, _, _ in rows:
                assert mark.startswith(f"{code} · {clock.now():%Y-%m-%d}")
                assert mark.endswith(exhibit["exhibit_number"])
            assert page.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"

    async def test_marks_pictures_too(self, team: Team) -> None:
        picture = io.BytesIO()
        Image.new("RGB", (640, 480), "white").save(picture, "PNG")
        exhibit = await register(team, "noor", release("DE", "readable"))
        await upload(team, "noor", exhibit, picture.getvalue(), "photo.png")
        await rendered(team, exhibit)
        pages = []
        for name in ("jonas", "lena"):
            (file,) = read_json(await open_it(team, name, exhibit), 201)["files"]
            answer = await team.client(name).get(file["link"])
            assert answer.headers["Content-Type"] == "image/png"
            pages.append(answer.content)
        shown = Image.open(io.BytesIO(pages[0])).convert("RGB")
        assert shown.getextrema() != ((255, 255),) * 3, "a white page is no longer white"
        assert pages[0] != pages[1], "each page says who reads it"

    async def test_shows_a_mail_as_marked_text_without_its_attachment(self, team: Team) -> None:
        mail = EmailMessage()
        mail["From"], mail["Subject"] = "zoe@example.org", "Übergabe am Kai"
        mail.set_content("Heute nicht.")
        mail.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="Rechnung.pdf")
        exhibit = await register(team, "noor", release("DE", "readable"))
        await upload(team, "noor", exhibit, bytes(mail), "mail.eml")
        await rendered(team, exhibit)
        (file,) = read_json(await open_it(team, "jonas", exhibit), 201)["files"]
        page = (await team.client("jonas").get(file["link"])).text
        shown = " ".join(row.partition(MARK_END)[2] for row in page.splitlines())
        assert "Subject: Übergabe am Kai" in " ".join(shown.split())
        assert "Rechnung.pdf" in shown
        assert b64encode(b"%PDF-1.7").decode() not in page

    async def test_never_leads_to_the_original(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        opening = read_json(await open_it(team, "jonas", exhibit), 201)
        path = place(team, exhibit, f"/openings/{opening['id']}/files/{opening['files'][0]['id']}")
        query = opening["files"][0]["link"].partition("?")[2]
        assert is_refused(await team.client("jonas").get(f"{path}?{query}"), 403, "link-over")
        signed = team.context.links.sign(path, await session_of(team, "jonas"), clock.now() + timedelta(seconds=30))
        assert (await team.client("jonas").get(f"{path}?{signed}")).status_code == 404


class TestTaking:
    async def test_delivers_an_attachment_that_nothing_interprets(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        await upload(team, "noor", exhibit, b"<script>alert(1)</script>", "page.html")
        answer = await team.client("jonas").get((await taken(team, "jonas", exhibit))["link"])
        assert answer.content == b"<script>alert(1)</script>"
        assert answer.headers["Content-Type"] == "application/octet-stream"
        assert answer.headers["Content-Disposition"].startswith('attachment; filename="page.html"')
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"

    async def test_delivers_ranges(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        await upload(team, "noor", exhibit, BINARY, "memory.bin")
        file, browser = await taken(team, "jonas", exhibit), team.client("jonas")
        whole = await browser.get(file["link"])
        assert (whole.headers["Accept-Ranges"], whole.headers["ETag"]) == ("bytes", f'"{file["sha256"]}"')
        for wanted, start, end in (("100-199", 100, 200), ("16000-", 16000, 16384), ("-5", 16379, 16384)):
            part = await browser.get(file["link"], headers={"Range": f"bytes={wanted}"})
            assert (part.status_code, part.content) == (206, BINARY[start:end])
            assert part.headers["Content-Range"] == f"bytes {start}-{end - 1}/16384"
        beyond = await browser.get(file["link"], headers={"Range": "bytes=16384-"})
        assert (beyond.status_code, beyond.headers["Content-Range"]) == (416, "bytes */16384")

    async def test_by_a_script_is_bound_to_its_token(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        async with await accounts.bearer(team.app, team.accounts["jonas"]) as script:
            form = {"act": "take", "purpose": "JIT_PURPOSE", "justification": WHY} | KEEPING
            (file,) = read_json(await script.post(place(team, exhibit, "/openings"), json=form), 201)["files"]
            assert (await script.get(file["link"])).content == TEXT
            assert is_refused(await team.client("jonas").get(file["link"]), 403, "link-over")


class TestTakingAllFilesInOneZip:
    async def test_records_one_entry_and_one_delivery_for_each_file(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        contents = {"mail/Größe.txt": TEXT, "../mail/größe.txt": BINARY, "SHA256SUMS": b"x"}
        for name, content in contents.items():
            await upload(team, "noor", exhibit, content, name)
        opened = read_json(await take_it(team, "jonas", exhibit, each_file=True), 201)
        answer = await team.client("jonas").get(opened["zip"])
        assert answer.headers["content-type"] == "application/zip"
        assert f"{exhibit['exhibit_number']}.zip" in answer.headers["content-disposition"]
        with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
            assert archive.testzip() is None
            sums, *names = archive.namelist()
            assert names == ["mail/Größe.txt", "mail/größe (2).txt", "SHA256SUMS (2)"]
            assert [archive.read(name) for name in names] == list(contents.values())
            lines = [f"{hashlib.sha256(archive.read(name)).hexdigest()}  {name}" for name in names]
            assert archive.read(sums).decode().splitlines() == lines
        taken = [
            values(one)["files"] for one in await custody(team, "noor", exhibit) if one["kind"] == "evidence.taken"
        ]
        assert [[file["name"] for file in files] for files in taken] == [[name] for name in contents]
        async with as_superuser(team) as superuser:
            assert (
                await superuser.fetchval("select count(*) from deliveries where opening = $1", UUID(opened["id"])) == 3
            )

    async def test_holds_the_files_of_its_entry_and_none_that_came_later(self, team: Team) -> None:
        exhibit = await register(team, "noor", release("DE"))
        await upload(team, "noor", exhibit, TEXT, "first.txt")
        doubtful = await upload(team, "noor", exhibit, BINARY, "doubtful.bin", declared="ab" * 32)
        opened = read_json(await take_it(team, "jonas", exhibit), 201)
        decision = {"decision": "keep", "reason": "The source gave a wrong hash"}
        path = place(team, exhibit, f"/files/{doubtful['id']}/decision")
        assert (await team.client("noor").post(path, json=decision)).status_code == 200
        await upload(team, "noor", exhibit, TEXT, "later.txt")
        again = read_json(await team.client("jonas").get(place(team, exhibit, f"/openings/{opened['id']}")))
        assert [file["name"] for file in again["files"]] == ["first.txt"]
        with zipfile.ZipFile(io.BytesIO((await team.client("jonas").get(again["zip"])).content)) as archive:
            assert archive.namelist() == ["SHA256SUMS", "first.txt"]
        assert len(read_json(await take_it(team, "jonas", exhibit), 201)["files"]) == 3

    async def test_of_too_many_files_is_not_made(self, team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
        exhibit = await register(team, "noor", release("DE"))
        for name in ("one.txt", "two.txt"):
            await upload(team, "noor", exhibit, TEXT, name)
        opened = read_json(await take_it(team, "jonas", exhibit), 201)
        monkeypatch.setattr(zips, "MOST_FILES", 1)
        assert is_refused(await team.client("jonas").get(opened["zip"]), 409, "too-many-files")
        again = read_json(await team.client("jonas").get(place(team, exhibit, f"/openings/{opened['id']}")))
        assert (again["zip"], len(again["files"])) == (None, 2)

    async def test_needs_an_original_that_was_taken(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        opened = read_json(await open_it(team, "jonas", exhibit), 201)
        assert opened["zip"] is None
        path = place(team, exhibit, f"/openings/{opened['id']}/zip")
        until = clock.now() + timedelta(seconds=30)
        link = f"{path}?{team.context.links.sign(path, await session_of(team, 'jonas'), until)}"
        assert (await team.client("jonas").get(link)).status_code == 404
        assert is_refused(await team.client("jonas").get(f"{path}?until=1&proof=x"), 403, "link-over")


class TestLinks:
    async def test_are_of_the_session_that_opened(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        opening = read_json(await take_it(team, "jonas", exhibit), 201)
        link, path = opening["files"][0]["link"], place(team, exhibit, f"/openings/{opening['id']}")
        async with await accounts.signed_in(team.app, team.accounts["jonas"]) as elsewhere:
            assert is_refused(await elsewhere.get(link), 403, "link-over")
            assert (await elsewhere.get(path)).status_code == 404
        for name in ("lena", "noor", "claire"):
            assert is_refused(await team.client(name).get(link), 403, "link-over"), name
            assert (await team.client(name).get(path)).status_code == 404, name
        assert (await team.nobody().get(link)).status_code == 401
        assert (await team.client("stranger").get(link)).status_code == 404
        assert (await team.client("jonas").delete("/api/sessions/current")).status_code == 204
        assert (await team.client("jonas").get(link)).status_code == 401

    async def test_cannot_be_changed(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        file = await taken(team, "jonas", exhibit)
        other = await taken(team, "jonas", await with_file(team, release("DE")))
        path, _, query = file["link"].partition("?")
        until, proof = (pair.partition("=")[2] for pair in query.split("&"))
        assert clock.parse(file["expires_at"]) - clock.now() <= timedelta(minutes=1)
        wrong = [
            f"{path}?until={int(until) + 3600}&proof={proof}",
            f"{path}?until={until}&proof={proof[::-1]}",
            f"{path}?until={until}&proof=",
            f"{other['link'].partition('?')[0]}?{query}",
        ]
        for link in wrong:
            assert is_refused(await team.client("jonas").get(link), 403, "link-over"), link
        for link in (path, f"{path}?until=soon&proof={proof}"):
            assert (await team.client("jonas").get(link)).status_code == 422

    async def test_can_be_started_for_a_minute_and_then_renewed(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        opening = read_json(await take_it(team, "jonas", exhibit), 201)
        path = opening["files"][0]["link"].partition("?")[0]
        past = team.context.links.sign(path, await session_of(team, "jonas"), clock.now() - timedelta(seconds=1))
        assert is_refused(await team.client("jonas").get(f"{path}?{past}"), 403, "link-over")
        again = read_json(await team.client("jonas").get(place(team, exhibit, f"/openings/{opening['id']}")))
        assert again["expires_at"] == opening["expires_at"]
        assert (await team.client("jonas").get(again["files"][0]["link"])).content == TEXT
        assert kinds(await custody(team, "jonas", exhibit)).count("evidence.taken") == 1

    async def test_end_after_eight_hours(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        opening = read_json(await take_it(team, "jonas", exhibit), 201)
        assert team.context.settings.database_owner_url is not None
        async with database.as_owner(team.context.settings.database_owner_url.get_secret_value()) as owner:
            await owner.execute(text("alter table openings no force row level security"))
            await owner.execute(text("update openings set expires_at = statement_timestamp()"))
            await owner.execute(text("alter table openings force row level security"))
        for path in (place(team, exhibit, f"/openings/{opening['id']}"), opening["files"][0]["link"]):
            assert is_refused(await team.client("jonas").get(path), 410, "opening-ended")

    async def test_end_with_the_release_at_once(self, team: Team) -> None:
        exhibit = await with_file(team, release("DE"))
        opening = read_json(await open_it(team, "jonas", exhibit), 201)
        assert (await recall(team, "noor", exhibit, "DE")).status_code == 204
        links = [opening["files"][0]["link"], place(team, exhibit, f"/openings/{opening['id']}")]
        assert [(await team.client("jonas").get(link)).status_code for link in links] == [404, 404]


class TestARunningDownload:
    SIZE = 64 * 2**20

    @pytest.fixture
    def settings(self, database_urls: embedded.Urls, tmp_path: Path) -> Settings:
        return settings_on_wire(database_urls, tmp_path / "state")

    async def download(self, team: Team, wire: str, link: str, begun: asyncio.Event) -> int:
        """Read slowly; how many bytes came."""
        received = 0
        async with httpx.AsyncClient(base_url=wire, cookies=team.client("jonas").cookies, timeout=30) as browser:
            try:
                async with browser.stream("GET", link) as answer:
                    assert answer.status_code == 200
                    async for block in answer.aiter_raw(2**18):
                        received += len(block)
                        begun.set()
                        await asyncio.sleep(0.03)
            except httpx.TransportError:
                pass
        return received

    async def cut_by(self, team: Team, wire: str, act: Any, *, zipped: bool = False) -> None:
        exhibit = await register(team, "noor", release("DE"))
        await upload(team, "noor", exhibit, os.urandom(self.SIZE), "image.dd")
        begun = asyncio.Event()
        opened = read_json(await take_it(team, "jonas", exhibit, each_file=zipped), 201)
        link = opened["zip"] if zipped else opened["files"][0]["link"]
        running = asyncio.create_task(self.download(team, wire, link, begun))
        await begun.wait()
        await act(exhibit)
        assert 0 < await running < self.SIZE

    @pytest.mark.parametrize("zipped", [False, True])
    async def test_is_cut_by_a_recall(self, team: Team, wire: str, *, zipped: bool) -> None:
        async def act(exhibit: dict[str, Any]) -> None:
            assert (await recall(team, "bram", exhibit, "DE")).status_code == 204

        await self.cut_by(team, wire, act, zipped=zipped)

    async def test_is_cut_when_the_session_ends(self, team: Team, wire: str) -> None:
        async def act(_: dict[str, Any]) -> None:
            assert (await team.client("jonas").delete("/api/sessions")).status_code == 204

        await self.cut_by(team, wire, act)

    async def test_goes_on_to_its_end_after_its_link_expired(self, team: Team, wire: str) -> None:
        exhibit = await register(team, "noor", release("DE"))
        content = os.urandom(8 * 2**20)
        await upload(team, "noor", exhibit, content, "image.dd")
        path = (await taken(team, "jonas", exhibit))["link"].partition("?")[0]
        until = clock.now() + timedelta(seconds=4)
        link = f"{path}?{team.context.links.sign(path, await session_of(team, 'jonas'), until)}"
        little = httpx.AsyncHTTPTransport(socket_options=[(socket.SOL_SOCKET, socket.SO_RCVBUF, 2**18)])
        received = b""
        async with (
            httpx.AsyncClient(
                base_url=wire, cookies=team.client("jonas").cookies, timeout=30, transport=little
            ) as browser,
            browser.stream("GET", link) as answer,
        ):
            async for block in answer.aiter_raw(2**18):
                if not received:
                    await asyncio.sleep((until - clock.now()).total_seconds())
                received += block
        assert received == content
        assert is_refused(await team.client("jonas").get(link), 403, "link-over")
