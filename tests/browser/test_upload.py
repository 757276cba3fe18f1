"""Files at the page: cut off and continued, two at once, refused, named in Greek, and arriving with another hash than declared."""

import asyncio
import hashlib
import os
import random
from pathlib import Path
from typing import Any, Final

import pytest_asyncio
from playwright.async_api import Route, expect

from app import clock
from tests.support.browser import Windows
from tests.support.desk import Desk, choose_files, fill_in, sit_down
from tests.support.server import Server
from tests.support.waiting import until

PIECE: Final = 4 * 2**20
SIZE: Final = 24 * 2**20
SMALL: Final = 8 * 2**20


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


async def test_an_upload_goes_on_in_a_browser_that_was_closed_in_the_middle(
    noor: Desk, windows: Windows, tmp_path: Path
) -> None:
    content = random.Random(11).randbytes(SIZE)  # noqa: S311 - bytes for a file, no secret
    (path := tmp_path / "phone.ufd").write_bytes(content)
    exhibit, address = evidence(noor), noor.page.url
    await slow_down(noor)
    await choose_files(noor.page, "choose files", path)
    await noor.page.get_by_role("button", name="Upload 1 file").click()
    await until(lambda: begun(noor), within=30)
    kept = await noor.page.context.storage_state()
    await noor.page.context.close()

    page = await windows.open(address.split("/jits/")[0], storage_state=kept)
    again = Desk(page, noor.jit, [])
    await page.goto(address)

    async def what_arrived() -> bool:
        """The server has noticed that its sender is gone, and kept what came."""
        (part,) = (await again.read(f"/evidence/{exhibit}"))["files"]
        return 0 < int(part["received_bytes"]) < SIZE

    await until(what_arrived, within=30)
    await page.reload()
    (part,) = (await again.read(f"/evidence/{exhibit}"))["files"]
    line = again.part("Files").get_by_role("listitem").filter(has_text=path.name)
    await expect(line).to_contain_text("Interrupted")
    await expect(line).to_contain_text("What has arrived is kept until")
    await expect(again.part("Uploads")).to_contain_text("1 upload was interrupted")

    stamp = path.stat()
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns + 60 * 10**9))
    await choose_files(page, "Choose the file to continue", path)
    await expect(line.get_by_role("alert")).to_contain_text("was changed after the upload began")
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    async with page.expect_request(lambda one: one.method == "PATCH") as continued:
        await choose_files(page, "Choose the file to continue", path)
    assert (await continued.value).headers["upload-offset"] == str(part["received_bytes"])
    (whole,) = await again.rendered(exhibit, files=1)
    assert (whole["id"], whole["sha256"]) == (part["id"], hashlib.sha256(content).hexdigest())
    await expect(again.part("Uploads").get_by_text("Complete")).to_be_visible()
    await page.reload()
    await expect(line.get_by_role("img", name="Ready")).to_be_visible()
    await expect(again.part("Uploads")).to_have_count(0)


async def test_two_files_arrive_at_once_and_each_can_be_paused(noor: Desk, tmp_path: Path) -> None:
    contents = {f"{n}.dd": random.Random(n).randbytes(SMALL) for n in range(3)}  # noqa: S311
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    await slow_down(noor, SMALL // 12)
    await choose_files(noor.page, "choose files", *(tmp_path / name for name in contents))
    await noor.page.get_by_role("button", name="Upload 3 files").click()
    panel = noor.part("Uploads")
    rows = [panel.get_by_role("listitem").filter(has_text=name) for name in contents]
    for row in rows:
        await expect(row.get_by_role("progressbar")).to_have_count(1)
    await expect(rows[2]).to_contain_text("Waiting")
    await rows[0].get_by_role("button", name="Pause 0.dd").click()
    await expect(rows[0]).to_contain_text("Paused at")
    await expect(rows[2]).not_to_contain_text("Waiting")  # the place that became free is taken
    await speed_up(noor)
    for row in rows[1:]:
        await expect(row).to_contain_text("Complete", timeout=30_000)
    await rows[0].get_by_role("button", name="Resume 0.dd").click()
    await expect(rows[0]).to_contain_text("Complete", timeout=30_000)
    arrived = {one["name"]: one["sha256"] for one in await noor.rendered(evidence(noor), files=3)}
    assert arrived == {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}


async def test_no_room_is_said_in_words_and_one_press_goes_on_later(
    noor: Desk, windows: Windows, tmp_path: Path
) -> None:
    (path := tmp_path / "big.txt").write_text("as big as it gets")
    said = {
        "quota-reached": "the room of your party or your team is used up",
        "no-space": "The server has no room at this moment",
    }

    codes = iter(said)

    async def refuse(route: Route) -> None:
        """What the server answers when it has no room; tests/api/test_uploads.py has it answer so."""
        problem = {"title": "The store is full", "status": 507, "code": next(codes), "detail": "…"}
        await route.fulfill(status=507, json=problem, content_type="application/problem+json")

    await noor.page.route(
        "**/files", lambda route: refuse(route) if route.request.method == "POST" else route.continue_()
    )
    await choose_files(noor.page, "choose files", path)
    await noor.page.get_by_role("button", name="Upload 1 file").click()
    row = noor.part("Uploads").get_by_role("listitem").filter(has_text=path.name)
    await expect(row.get_by_role("alert")).to_contain_text(said["quota-reached"])
    await row.get_by_role("button", name=f"Resume {path.name}").click()
    await expect(row.get_by_role("alert")).to_contain_text(said["no-space"])
    await noor.page.unroute("**/files")
    await row.get_by_role("button", name=f"Resume {path.name}").click()
    await expect(row).to_contain_text("Complete")
    windows.forgive("status of 507")


async def slow_down(desk: Desk, bytes_per_second: int = 2 * 2**20) -> None:
    """A thin line, as Chromium itself makes one."""
    line = await desk.page.context.new_cdp_session(desk.page)
    terms = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": bytes_per_second}
    await line.send("Network.enable")
    await line.send("Network.emulateNetworkConditions", terms)


async def speed_up(desk: Desk) -> None:
    await slow_down(desk, -1)


async def begun(desk: Desk) -> bool:
    """Whether the page says that bytes are under way."""
    bars = desk.part("Uploads").get_by_role("progressbar")
    return await bars.count() > 0 and float(await bars.first.get_attribute("aria-valuenow") or 0) > 5
