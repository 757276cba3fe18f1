"""A ledger that lost signed entries: a browser that saw them says so, until its person has read why and relies on the new epoch."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.async_api import Page, expect

from app import embedded
from tests.factories.accounts import PASSWORD
from tests.factories.evidence import form
from tests.factories.team import Founded, email_of
from tests.support.axe import violations
from tests.support.browser import Windows
from tests.support.database import Copies
from tests.support.server import Server
from tests.support.waiting import until

REASON: Final = "The disk of the host failed; the last night is lost. Decided by the host's registrar."
SOUND: Final = "signed by the key of this ledger"
TITLE: Final = "The ledger of this team does not add up"


class Host:
    """One address, behind which the database may be replaced by a backup."""

    def __init__(self, urls: embedded.Urls, state: Path) -> None:
        self.urls, self.server = urls, Server(urls, state, {})

    def restore(self, backup: embedded.Urls, jit: str) -> None:
        """The backup in its place, and a new epoch by the operator's command."""
        lost, self.server = self.server, Server(backup, self.server.state, {})
        self.server.port, self.server.url = lost.port, lost.url
        begun = self.server.run("epoch", jit, "--reason", REASON)
        assert begun.returncode == 0, begun.stderr
        self.server.start()


@pytest.fixture
def host(cluster: embedded.Cluster, copies: Copies, founded: Founded, tmp_path: Path) -> Iterator[Host]:
    state = tmp_path / "state"
    shutil.copytree(founded.state, state)
    made = Host(copies.of(cluster.urls_of(founded.database)), state)
    made.server.start()
    yield made
    made.server.stop()


async def signed_size(page: Page, jit: str) -> int:
    return int((await (await page.request.get(f"/api/jits/{jit}/ledger/checkpoint")).text()).splitlines()[1])


async def audit(page: Page, jit: str) -> None:
    await page.goto(f"/jits/{jit}/audit")
    await expect(page.get_by_text(SOUND).or_(page.get_by_role("alert").filter(has_text=TITLE)).first).to_be_visible()


async def test_a_new_epoch_is_told_until_it_was_read(
    host: Host, windows: Windows, copies: Copies, founded: Founded, tmp_path: Path
) -> None:
    jit, origin = founded.jit["id"], {"Origin": host.server.url}
    page = await windows.open(host.server.url)
    entered = {"email": email_of("noor"), "password": PASSWORD}
    assert (await page.request.post("/api/sessions", data=entered, headers=origin)).status == 201
    await audit(page, jit)
    await page.goto("about:blank")
    host.server.stop()
    backup = copies.of(host.urls)
    host.server.start()

    before = await signed_size(page, jit)
    made = await page.request.post(f"/api/jits/{jit}/evidence", data=form(), headers=origin)  # this will be lost
    assert made.status == 201, await made.text()

    async def grown() -> bool:
        return await signed_size(page, jit) > before

    await until(grown, within=60)
    await audit(page, jit)
    await expect(page.get_by_text(SOUND)).to_be_visible()
    await page.goto("about:blank")
    host.server.stop()
    host.restore(backup, jit)

    await page.goto(f"/jits/{jit}/audit")
    alarm = page.get_by_role("alert").filter(has_text=TITLE).first  # above every screen; Audit says it once more
    await expect(alarm).to_contain_text("It goes on in a new epoch, under a new key")
    await page.screenshot(path=tmp_path / "epoch.png")
    await page.set_viewport_size({"width": 390, "height": 844})
    await page.emulate_media(color_scheme="dark")
    assert await violations(page) == []
    await page.screenshot(path=tmp_path / "epoch-narrow-dark.png")
    await page.reload()
    await expect(alarm, "it is not forgotten by looking again").to_be_visible()
    await alarm.get_by_role("button", name="I have read it: rely on the new epoch").click()
    await expect(alarm).to_be_hidden()
    await expect(page.get_by_text(SOUND)).to_be_visible()
    await page.reload()
    await expect(page.get_by_text(SOUND)).to_be_visible()
    await expect(alarm).to_be_hidden()
