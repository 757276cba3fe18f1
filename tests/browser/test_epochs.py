"""What vouches for a ledger beside its host: witnesses named at the page; and a browser that remembers a ledger that was lost."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from playwright.async_api import Locator, expect

from app import clock, embedded
from tests.factories.accounts import PASSWORD
from tests.factories.team import Founded, email_of
from tests.support.databases.database import Copies
from tests.support.ledgers.witnesses import WitnessProcess
from tests.support.pages.axe import violations
from tests.support.pages.browser import Windows
from tests.support.pages.people import ApiPerson, api_person, open_window
from tests.support.pages.user_page import SOON, UserPage
from tests.support.server import Server

REASON: Final = "The disk of the host failed; the last night is lost. Decided by the host's registrar."
SOUND: Final = "signed with the key of this log"
TITLE: Final = "The audit log of this team is inconsistent"
SETTINGS: Final = {"LIAISON_WITNESS_NETWORKS": "127.0.0.0/8"}


class Host:
    """One address, behind which the database may be replaced by a backup."""

    def __init__(self, urls: embedded.Urls, state: Path) -> None:
        self.server = Server(urls, state, SETTINGS)

    def restore(self, backup: embedded.Urls, jit: str) -> None:
        """Put the backup in place of the database, and begin an epoch by the operator's command."""
        lost, self.server = self.server, Server(backup, self.server.state, SETTINGS)
        lost.stop()
        self.server.port, self.server.url = lost.port, lost.url
        begun = self.server.run("epoch", jit, "--reason", REASON)
        assert begun.returncode == 0, begun.stderr
        self.server.start()

    async def person(self, name: str) -> ApiPerson:
        """Somebody of the founded team."""
        return await api_person(self.server, email_of(name), password=PASSWORD)


@pytest.fixture
def host(cluster: embedded.Cluster, copies: Copies, founded: Founded, tmp_path: Path) -> Iterator[Host]:
    state = tmp_path / "state"
    shutil.copytree(founded.state, state)
    made = Host(copies.of(cluster.urls_of(founded.database)), state)
    made.server.start()
    yield made
    made.server.stop()


@pytest.fixture
def witness(tmp_path: Path) -> Iterator[WitnessProcess]:
    process = WitnessProcess(tmp_path / "witness", f"witness.example/nl-{clock.new_id().hex[-8:]}")
    yield process.start()
    process.kill()


def witnesses(user: UserPage) -> Locator:
    """The panel of witnesses at the audit screen."""
    return user.part("Log co-signers")


async def name_witness(noor: UserPage, log: str, witness: WitnessProcess) -> None:
    """A leader names a witness, which is asked at once; what is no key is refused."""
    await expect(witnesses(noor).get_by_text("No independent log co-signer is registered")).to_be_visible()
    await witnesses(noor).get_by_role("button", name="Register log co-signer").click()
    dialog = noor.page.get_by_role("dialog")
    await expect(dialog.get_by_text(log)).to_be_visible()
    await dialog.get_by_label("Key of the log co-signer").fill("nonsense")
    await dialog.get_by_label("Address").fill(witness.url)
    await dialog.get_by_role("button", name="Register log co-signer").click()
    await expect(dialog).to_contain_text("not the verifier key")
    await dialog.get_by_label("Key of the log co-signer").fill(witness.vkey)
    await dialog.get_by_role("button", name="Register log co-signer").click()
    await expect(dialog).to_be_hidden()
    # the worker asks, at a lower priority than everything else on the machine
    await expect(witnesses(noor).get_by_text("up to", exact=False).first).to_be_visible(timeout=4 * SOON)


async def agree(admin: UserPage, quorum: str) -> None:
    """An administrator enters the quorum that the agreement names."""
    await witnesses(admin).get_by_role("button", name="Set required number").click()
    dialog = admin.page.get_by_role("dialog")
    await dialog.get_by_label("Log co-signers").fill(quorum)
    await dialog.get_by_label("Clause of the agreement").fill("Clause 12")
    await dialog.get_by_label("Reason (visible to the whole team)").fill("Each court trusts another party's witness")
    await dialog.get_by_role("button", name="Set required number").click()
    await expect(dialog).to_be_hidden()


async def policy_of(admin: UserPage) -> str:
    """The policy for the verifier, saved once the quorum is met; an administrator of the party does not remove its witness."""
    await expect(witnesses(admin).get_by_text("Required: 1 log co-signer")).to_be_visible(timeout=SOON)
    await expect(witnesses(admin).get_by_text("reached up to", exact=False)).to_be_visible(timeout=SOON)
    await expect(admin.page.get_by_role("button", name="Remove the log co-signer")).to_have_count(0)
    async with admin.page.expect_download() as coming:
        await witnesses(admin).get_by_role("link", name="Policy for the verifier").click()
    return (await (await coming.value).path()).read_text()


async def remove_witness(noor: UserPage) -> None:
    """A leader sees the quorum met on the situation screen, and removes the witness."""
    await noor.turn_to("")
    await expect(noor.page.get_by_text("by 1 of 1, up to", exact=False)).to_be_visible(timeout=SOON)
    await expect(noor.page.get_by_text("the required 1 is reached", exact=False)).to_be_visible(timeout=SOON)
    await noor.turn_to("/audit")
    await witnesses(noor).get_by_role("button", name="Remove the log co-signer").click()
    dialog = noor.page.get_by_role("dialog")
    await dialog.get_by_role("textbox").fill("Another machine takes its place")
    await dialog.get_by_role("button", name="Remove", exact=True).click()
    await expect(dialog).to_be_hidden()
    await expect(witnesses(noor).get_by_text("No independent log co-signer is registered")).to_be_visible(timeout=SOON)
    await expect(witnesses(noor).get_by_text("not reached: too few")).to_be_visible(timeout=SOON)


async def test_ledger_witnessed_and_then_lost_is_told_by_a_browser_that_saw_it(
    host: Host, windows: Windows, copies: Copies, cluster: embedded.Cluster, founded: Founded, witness: WitnessProcess
) -> None:
    windows.forgive("status of 422")  # what is no key of a witness
    person = await host.person("noor")
    log = (await person.get("/ledger/keys"))["log"][-1]["vkey"]
    assert witness.run("add-log", log).returncode == 0
    noor = await open_window(windows, person, "/audit")
    await name_witness(noor, log, witness)
    admin = await open_window(windows, await host.person("admin"), "/audit")
    await agree(admin, "1")
    assert f"witness NL {witness.vkey} {witness.url}\ngroup quorum-of-parties 1 NL\n" in await policy_of(admin)
    await admin.page.close()
    await remove_witness(noor)
    await expect(noor.page.get_by_text(SOUND)).to_be_visible()

    page, jit = noor.page, noor.jit
    await page.goto("about:blank")
    host.restore(copies.of(cluster.urls_of(founded.database)), jit)  # from before the witness was named
    entered = {"email": email_of("noor"), "password": PASSWORD}
    signed_in = await page.request.post("/api/sessions", data=entered, headers={"Origin": host.server.url})
    assert signed_in.status == 201, await signed_in.text()
    await page.goto(f"/jits/{jit}/audit")
    alarm = page.get_by_role("alert").filter(has_text=TITLE).first  # above every screen; Audit says it once more
    await expect(alarm).to_contain_text("The log continues under a new key")
    assert await violations(page) == []
    await page.reload()
    await expect(alarm, "it is not forgotten by looking again").to_be_visible()
    await alarm.get_by_role("button", name="I have checked it: accept the new key").click()
    await expect(alarm).to_be_hidden()
    await expect(page.get_by_text(SOUND)).to_be_visible()
    await page.reload()
    await expect(page.get_by_text(SOUND)).to_be_visible()
    await expect(alarm).to_be_hidden()
