"""Files are scanned by a real ClamAV daemon: a finding is kept, told, never rendered, and downloaded with open eyes alone."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from app.services.evidence import renditions, scans
from app.vault import scanning
from app.vault.scanning import ScannerAway, ScanResult
from tests.factories import evidence
from tests.factories.evidence import TEXT, open_it, register, release, rendered, see, take_it, upload
from tests.factories.team import Team, read_json
from tests.support.scanner import EICAR, MOST_BYTES, running_scanner

FINDING: Final = "Eicar-Test-Signature.UNOFFICIAL"


@pytest.fixture(scope="module")
def scanner() -> Iterator[str]:
    """The address of a running daemon. Its folder is short, as addresses of sockets are."""
    with tempfile.TemporaryDirectory(prefix="clamd") as folder, running_scanner(Path(folder)) as address:
        yield address


async def scan(team: Team, address: str) -> int:
    """One run of the worker."""
    return await scans.scan_pending(team.context.database, team.context.vault, address, MOST_BYTES)


async def render(team: Team) -> int:
    """One run of the worker of an installation that scans."""
    return await renditions.make_pending(team.context.database, team.context.vault, scans=True)


async def found_in(team: Team, who: str, exhibit: dict[str, Any]) -> dict[str, tuple[Any, ...]]:
    """Result, finding and rendition of each file, by name."""
    files = read_json(await see(team, who, exhibit))["files"]
    return {one["name"]: (one["scan"], one["finding"], one["has_rendition"]) for one in files}


class TestResults:
    async def test_nothing_is_rendered_before_its_scan_and_findings_never(self, team: Team, scanner: str) -> None:
        exhibit = await register(team, "noor", release("NL"), release("DE"))
        await upload(team, "noor", exhibit, TEXT, "ledger.txt")
        await upload(team, "noor", exhibit, b"Invoice\n" + EICAR + b"\n", "invoice.txt")
        await upload(team, "noor", exhibit, b"a line of a log\n" * (MOST_BYTES // 16 + 1), "long.txt")
        assert await render(team) == 0
        assert set((await found_in(team, "lena", exhibit)).values()) == {(None, None, False)}
        assert await scan(team, scanner) == 3
        assert await render(team) == 2
        assert await found_in(team, "lena", exhibit) == {
            "ledger.txt": ("clean", None, True),
            "invoice.txt": ("found", FINDING, False),
            "long.txt": ("too_large", None, True),
        }
        assert await scan(team, scanner) == 0, "once"
        files = read_json(await see(team, "noor", exhibit))["files"]
        assert all(one["scanner"].startswith("ClamAV ") and one["scanned_at"] for one in files)
        shown = read_json(await open_it(team, "lena", exhibit), 201)["files"]
        assert {one["name"] for one in shown} == {"ledger.txt", "long.txt"}

    async def test_a_finding_is_an_entry_for_those_who_see_the_exhibit(self, team: Team, scanner: str) -> None:
        exhibit = await register(team, "noor", release("NL"), release("DE"))
        file = await upload(team, "noor", exhibit, EICAR)
        await scan(team, scanner)
        for who, many in (("noor", 1), ("lena", 1), ("claire", 0)):
            entries = await team.entries(who, "file.malware_found")
            assert len(entries) == many, who
        (entry,) = await team.entries("lena", "file.malware_found")
        assert entry["subject"]["file"] == file["id"]
        assert evidence.values(entry)["finding"] == FINDING

    async def test_pages_from_before_are_removed(self, team: Team, scanner: str) -> None:
        exhibit = await register(team, "noor", release("NL"))
        await upload(team, "noor", exhibit, EICAR)
        await rendered(team, exhibit)
        opened = read_json(await open_it(team, "noor", exhibit), 201)["files"][0]["renditions"][0]
        await scan(team, scanner)
        assert (await team.client("noor").get(opened["link"])).status_code in {404, 409}
        assert (await open_it(team, "noor", exhibit)).json()["code"] == "no-rendition"


class TestDownloads:
    async def test_a_finding_is_acknowledged_before_the_download(self, team: Team, scanner: str) -> None:
        exhibit = await register(team, "noor", release("NL"))
        file = await upload(team, "noor", exhibit, EICAR, "invoice.exe")
        await scan(team, scanner)
        refused = await take_it(team, "noor", exhibit)
        told = {"file": file["id"], "name": "invoice.exe", "finding": FINDING}
        assert (refused.status_code, refused.json()["code"]) == (409, "acknowledge-finding")
        assert refused.json()["findings"] == [told]
        taken = read_json(await take_it(team, "noor", exhibit, accepts_findings=True), 201)
        assert (await team.client("noor").get(taken["files"][0]["link"])).content == EICAR, "it stays as it is"

    async def test_a_download_from_before_the_finding_is_refused(self, team: Team, scanner: str) -> None:
        exhibit = await register(team, "noor", release("NL"))
        await upload(team, "noor", exhibit, EICAR)
        taken = read_json(await take_it(team, "noor", exhibit), 201)
        await scan(team, scanner)
        for link in (taken["files"][0]["link"], taken["zip"]):
            answer = await team.client("noor").get(link)
            assert (answer.status_code, answer.json()["code"]) == (409, "acknowledge-finding")

    async def test_packages_leave_files_with_a_finding_out_and_say_so(self, team: Team, scanner: str) -> None:
        exhibit = await register(team, "noor", release("NL"))
        await upload(team, "noor", exhibit, EICAR)
        await scan(team, scanner)
        preview = team.path("/exports/preview?files_for=JIT_PURPOSE")
        form = {"profile": "court", "scope": {"evidence": [exhibit["id"]]}}
        (one,) = read_json(await team.client("noor").post(preview, json=form))["files"]["exhibits"]
        assert one["files"] == 0
        assert one["missing"].startswith("The malware scanner found something in a file of this exhibit.")


class TestScannerAway:
    async def test_files_wait_for_it_and_nothing_is_recorded(self, team: Team, tmp_path: Path) -> None:
        exhibit = await register(team, "noor", release("NL"))
        await upload(team, "noor", exhibit, TEXT)
        assert await scan(team, f"unix:{tmp_path}/none") == 0
        assert await render(team) == 0
        assert await found_in(team, "noor", exhibit) == {"ledger.txt": (None, None, False)}
        assert await scanning.answers(f"unix:{tmp_path}/none") is False

    @pytest.mark.parametrize("answer", [b"", b"stream: OK", b"x" * 9000 + b"\0", b"stream: broken ERROR\0", b"OK\0"])
    async def test_an_odd_answer_says_nothing_about_a_file(self, answer: bytes) -> None:
        with pytest.raises(ScannerAway):
            await _asked(answer)

    async def test_the_name_of_a_finding_holds_no_hidden_characters(self) -> None:
        found = await _asked("stream: Worm\N{RIGHT-TO-LEFT OVERRIDE}\x1b[2J FOUND\0".encode())
        assert (found.result, found.finding) == (ScanResult.FOUND, "Worm??[2J")

    async def test_one_that_never_answers_is_given_up(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(scanning, "_ANSWER", 0.2)
        with pytest.raises(ScannerAway, match="too slow"):
            await _asked(None)


async def _asked(answer: bytes | None) -> scanning.Scan:
    """The answer to two blocks by something that is no scanner. `None`: it never answers."""
    ended = asyncio.Event()

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        assert await reader.readuntil(b"\0") == b"zINSTREAM\0"
        while size := int.from_bytes(await reader.readexactly(4), "big"):
            await reader.readexactly(size)
        if answer is None:
            await reader.read()
        else:
            writer.write(answer)
            await writer.drain()
        writer.close()
        ended.set()

    async def blocks() -> AsyncIterator[bytes]:
        yield b"one"
        yield b"two"

    async with await asyncio.start_server(talk, "127.0.0.1", 0) as server:
        try:
            return await scanning.scan(f"127.0.0.1:{server.sockets[0].getsockname()[1]}", blocks())
        finally:
            await asyncio.wait_for(ended.wait(), 5)
