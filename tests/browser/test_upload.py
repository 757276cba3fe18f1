"""Files at the page: cut off and continued, refused, named in Greek, and arriving with another hash than declared."""

import asyncio
import hashlib
import random
from pathlib import Path
from typing import Any, Final

import pytest_asyncio
from playwright.async_api import Route, expect

from app import clock
from tests.support.browser import Windows
from tests.support.desk import Desk, choose_files, fill_in, sit_down
from tests.support.server import Server

PIECE: Final = 4 * 2**20
SIZE: Final = 24 * 2**20


@pytest_asyncio.fixture(loop_scope="session")
async def noor(windows: Windows, lantern: Server) -> Desk:
    """Noor at the screen of an exhibit that she has just registered; it is the title of the window."""
    desk = await sit_down(windows, lantern, "noor@nl.demo")
    await fill_in(desk.page, title := f"Drive {clock.new_id().hex[-8:]}")
    await desk.page.get_by_role("button", name="Register", exact=True).click()
    await expect(desk.page.get_by_role("heading", name=title)).to_be_visible()
    return desk


def evidence(desk: Desk) -> str:
    """The id of the exhibit on the screen."""
    return desk.page.url.rsplit("/", 1)[1]


async def files(desk: Desk) -> list[dict[str, Any]]:
    views: list[dict[str, Any]] = (await desk.read(f"/evidence/{evidence(desk)}"))["files"]
    return views


async def test_an_upload_goes_on_after_the_page_was_reloaded_in_the_middle(
    noor: Desk, windows: Windows, tmp_path: Path
) -> None:
    content = random.Random(7).randbytes(SIZE)  # noqa: S311 - bytes for a file, no secret
    (path := tmp_path / "disk.dd").write_bytes(content)
    sent: list[int] = []

    async def cut(route: Route) -> None:
        """The line breaks when a first part has arrived: nothing of the rest gets through."""
        if sent:
            await route.abort()
            return
        sent.append(PIECE)
        headers = {name: value for name, value in route.request.headers.items() if name != "content-length"}
        answer = await noor.page.request.patch(route.request.url, headers=headers, data=content[:PIECE])
        assert answer.status == 204, await answer.text()
        await route.abort()

    pieces = "**/files/*"
    await noor.page.route(pieces, lambda route: cut(route) if route.request.method == "PATCH" else route.continue_())
    await choose_files(noor.page, "choose files", path)
    await noor.page.get_by_role("button", name="Upload 1 file").click()
    async with asyncio.timeout(30):
        while True:
            if [one["received_bytes"] for one in await files(noor)] == [PIECE]:
                break
            await asyncio.sleep(0.1)
    await noor.page.reload()
    await noor.page.unroute(pieces)
    (part,) = await files(noor)
    assert (part["received_bytes"], part["state"]) == (PIECE, "uploading")

    line = noor.part("Files").get_by_role("listitem").filter(has_text="disk.dd")
    await expect(line).to_contain_text("Interrupted")
    async with noor.page.expect_request(lambda one: one.method == "PATCH") as continued:
        await choose_files(noor.page, "Choose the file to continue", path)
    assert (await continued.value).headers["upload-offset"] == str(PIECE)
    (whole,) = await noor.rendered(evidence(noor), files=1)
    assert whole["id"] == part["id"]
    windows.forgive("ERR_FAILED")  # the line that was cut above
    assert whole["sha256"] == hashlib.sha256(content).hexdigest()
    await expect(line.get_by_role("img", name="Ready")).to_be_visible()


async def test_an_empty_file_is_refused_in_words(noor: Desk, tmp_path: Path) -> None:
    (path := tmp_path / "empty.txt").touch()
    await choose_files(noor.page, "choose files", path)
    await expect(noor.page.get_by_role("alert").filter(has_text="a file of 0 bytes")).to_contain_text(
        "empty.txt is empty"
    )
    await expect(noor.page.get_by_role("button", name="Upload")).to_have_count(0)
    assert await files(noor) == []


async def test_a_greek_name_stays_greek(noor: Desk, tmp_path: Path) -> None:
    (path := tmp_path / "Κατάθεση μάρτυρα.txt").write_text("Είδα το πλοίο.")
    await choose_files(noor.page, "choose files", path)
    await noor.page.get_by_role("button", name="Upload 1 file").click()
    (file,) = await noor.rendered(evidence(noor), files=1)
    assert file["name"] == path.name
    await expect(noor.part("Files").get_by_text(path.name, exact=True)).to_be_visible()
    await expect(noor.part("Custody").get_by_text(path.name)).to_be_visible()


async def test_a_hash_that_differs_is_shown_as_such(noor: Desk, windows: Windows, tmp_path: Path) -> None:
    (path := tmp_path / "copy.txt").write_text("not what the papers say")
    arrived, declared = hashlib.sha256(path.read_bytes()).hexdigest(), "ab" * 32
    await choose_files(noor.page, "choose files", path)
    await noor.page.get_by_role("textbox", name="Expected SHA-256: copy.txt").fill(declared)
    await noor.page.get_by_role("button", name="Upload 1 file").click()
    said = noor.page.get_by_role("alert").filter(has_text="Arrived with another hash than declared")
    await expect(said).to_be_visible(timeout=20_000)
    line = noor.part("Files").get_by_role("listitem").filter(has_text="copy.txt")
    await expect(line.get_by_text("Hash differs")).to_be_visible()
    for digest in (arrived, declared):
        await expect(line.get_by_role("button", name=digest)).to_be_visible()
    await expect(line.get_by_role("button", name="Decide")).to_be_visible()
    await expect(noor.part("Custody").get_by_text("File arrived with another hash")).to_be_visible()
    (file,) = await files(noor)
    assert file["state"] == "hash_differs"
    windows.forgive("status of 409")  # the browser's own line about the refusal that the page shows in words
