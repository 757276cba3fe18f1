"""Uploads at the page: interrupted and continued, several at once, paused, and refused while the server has no room."""

import hashlib
import os
from pathlib import Path
from typing import Any, Final

from playwright.async_api import CDPSession, Route, expect

from app import clock
from tests.support.pages.browser import Windows
from tests.support.pages.people import api_person, open_window
from tests.support.pages.user_page import UserPage, choose_files
from tests.support.random_choices import seeded
from tests.support.server import Server
from tests.support.waiting import until

SIZE: Final = 8 * 2**20
SMALL: Final = 2 * 2**20
#: Bytes per second of a line so slow that no file of these tests arrives over it.
SLOW: Final = 2**19
#: A file that the server has no room for at first; its name is Greek.
REFUSED: Final = "Κατάθεση μάρτυρα.txt"


async def test_upload_in_a_closed_browser_continues_where_it_stopped(
    windows: Windows, lantern: Server, tmp_path: Path
) -> None:
    (path := tmp_path / "phone.ufd").write_bytes(content := seeded(11).randbytes(SIZE))
    noor, exhibit = await at_an_exhibit(windows, lantern)
    await limit_speed(noor, SLOW)
    await choose_files(noor.page, "choose files", path)
    await noor.page.get_by_role("button", name="Upload 1 file").click()
    await until(lambda: begun(noor), within=30)
    kept, address = await noor.page.context.storage_state(), noor.page.url
    await noor.page.context.close()

    again = UserPage(await windows.open(lantern.url, storage_state=kept), noor.jit, [])
    await until(lambda: cut(again, exhibit), within=30)
    await again.page.goto(address)
    (part,) = (await again.read(f"/evidence/{exhibit['id']}"))["files"]
    line = again.part("Files").get_by_role("row").filter(has_text=path.name)
    await expect(line).to_contain_text("Interrupted")
    await expect(line).to_contain_text("Received data is kept until")
    await expect(again.part("Uploads")).to_contain_text("1 upload was interrupted")

    stamp = path.stat()
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns + 60 * 10**9))
    await choose_files(again.page, "Choose the file to continue", path)
    await expect(line.get_by_role("alert")).to_contain_text("was changed after the upload began")
    os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    async with again.page.expect_request(lambda one: one.method == "PATCH") as continued:
        await choose_files(again.page, "Choose the file to continue", path)
    assert (await continued.value).headers["upload-offset"] == str(part["received_bytes"])
    await expect(again.part("Uploads").get_by_text("Complete")).to_be_visible()
    await expect(line.get_by_role("img", name="Complete")).to_be_visible()
    (whole,) = (await again.read(f"/evidence/{exhibit['id']}"))["files"]
    assert (whole["id"], whole["sha256"]) == (part["id"], hashlib.sha256(content).hexdigest())
    await again.page.reload()
    await expect(line.get_by_role("img", name="Complete")).to_be_visible()
    await expect(again.part("Uploads")).to_have_count(0)


async def test_uploads_two_at_once_are_paused_and_refused_one_by_one(
    windows: Windows, lantern: Server, tmp_path: Path
) -> None:
    noor, exhibit = await at_an_exhibit(windows, lantern)
    contents = {f"{n}.dd": seeded(n).randbytes(SMALL) for n in range(3)}
    contents[REFUSED] = "Είδα το πλοίο.".encode()
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    await refused_and_resumed(noor, tmp_path / REFUSED)
    windows.forgive("status of 507")

    line = await limit_speed(noor, SLOW // 8)
    await choose_files(noor.page, "choose files", *(tmp_path / name for name in contents if name != REFUSED))
    await noor.page.get_by_role("button", name="Upload 3 files").click()
    panel = noor.part("Uploads")
    rows = [panel.get_by_role("listitem").filter(has_text=f"{n}.dd") for n in range(3)]
    for row in rows:
        await expect(row.get_by_role("progressbar")).to_have_count(1)
    await expect(rows[2]).to_contain_text("Waiting")
    await rows[0].get_by_role("button", name="Pause 0.dd").click()
    await expect(rows[0]).to_contain_text("Paused at")
    await expect(rows[2]).not_to_contain_text("Waiting")  # it takes the place that became free
    await line.detach()  # lifts the limit
    for row in rows[1:]:
        await expect(row).to_contain_text("Complete", timeout=30_000)
    await rows[0].get_by_role("button", name="Resume 0.dd").click()
    await expect(rows[0]).to_contain_text("Complete", timeout=30_000)

    async def arrived() -> bool:
        files = (await noor.read(f"/evidence/{exhibit['id']}"))["files"]
        return {one["name"]: one["sha256"] for one in files} == {
            name: hashlib.sha256(content).hexdigest() for name, content in contents.items()
        }

    await until(arrived, within=30)


async def refused_and_resumed(noor: UserPage, path: Path) -> None:
    """The server has no room twice, for two reasons; the page names each, and the third attempt arrives."""
    answers = {
        "quota-reached": "the storage of your party or your team is used up",
        "no-space": "The server has no free storage",
    }
    codes = iter(answers)

    async def refuse(route: Route) -> None:
        """Answer as the server does without room, which tests/evidence/test_uploads.py proves."""
        if route.request.method == "POST" and (code := next(codes, None)) is not None:
            problem = {"title": "The store is full", "status": 507, "code": code, "detail": "…"}
            await route.fulfill(status=507, json=problem, content_type="application/problem+json")
        else:
            await route.continue_()

    await noor.page.route("**/files", refuse)
    await choose_files(noor.page, "choose files", path)
    await noor.page.get_by_role("button", name="Upload 1 file").click()
    row = noor.part("Uploads").get_by_role("listitem").filter(has_text=path.name)
    for reason in answers.values():
        await expect(row.get_by_role("alert")).to_contain_text(reason)
        await row.get_by_role("button", name=f"Resume {path.name}").click()
    await expect(row).to_contain_text("Complete")
    await noor.page.unroute("**/files")


async def at_an_exhibit(windows: Windows, lantern: Server) -> tuple[UserPage, dict[str, Any]]:
    """Noor at the screen of an exhibit that she has just registered, and the exhibit."""
    noor = await api_person(lantern, "noor@nl.demo")
    exhibit = await noor.register(f"Drive {clock.new_id().hex[-8:]}")
    return await open_window(windows, noor, f"/evidence/{exhibit['id']}?tab=files"), exhibit


async def limit_speed(user: UserPage, bytes_per_second: int) -> CDPSession:
    """Limit uploads by Chromium's own emulation of a line, until the returned session is detached."""
    line = await user.page.context.new_cdp_session(user.page)
    terms = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": bytes_per_second}
    await line.send("Network.enable")
    await line.send("Network.emulateNetworkConditions", terms)
    return line


async def begun(user: UserPage) -> bool:
    """Whether the page says that bytes are under way."""
    bars = user.part("Uploads").get_by_role("progressbar")
    return await bars.count() > 0 and float(await bars.first.get_attribute("aria-valuenow") or 0) > 5


async def cut(user: UserPage, exhibit: dict[str, Any]) -> bool:
    """Whether the server kept a part of the file and noticed that its sender is gone."""
    (part,) = (await user.read(f"/evidence/{exhibit['id']}"))["files"]
    return 0 < int(part["received_bytes"]) < SIZE
