"""A witness at the page: named by a leader, asked at once, seen by everybody on audit and situation, and removed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import expect

from app import clock
from tests.support.browser import Windows
from tests.support.desk import SOON, Desk, sit_down
from tests.support.server import Server
from tests.support.witnesses import WitnessProcess


@pytest.fixture
def witness(tmp_path: Path) -> Iterator[WitnessProcess]:
    process = WitnessProcess(tmp_path / "witness", f"witness.example/nl-{clock.new_id().hex[-8:]}")
    yield process.start()
    process.kill()


def panel(desk: Desk, name: str = "Witnesses") -> Any:
    return desk.page.get_by_role("region", name=name, exact=True)


async def agree(admin: Desk, quorum: str) -> None:
    await admin.turn_to("/audit")
    await panel(admin).get_by_role("button", name="Enter the agreed quorum").click()
    dialog = admin.page.get_by_role("dialog")
    await dialog.get_by_label("Witnesses").fill(quorum)
    await dialog.get_by_label("Clause of the agreement").fill("Clause 12")
    await dialog.get_by_label("Why, for the whole team").fill("Each court trusts another party's witness")
    await dialog.get_by_role("button", name="Enter the agreed quorum").click()
    await expect(dialog).to_be_hidden()


async def policy_of(admin: Desk) -> str:
    """Fetched at the page, once the quorum is met there."""
    await expect(panel(admin).get_by_text("Quorum: 1 witness")).to_be_visible(timeout=SOON)
    await expect(panel(admin).get_by_text("met up to", exact=False)).to_be_visible(timeout=SOON)
    async with admin.page.expect_download() as coming:
        await panel(admin).get_by_role("link", name="Policy for the verifier").click()
    return (await (await coming.value).path()).read_text()


async def test_a_party_s_witness_is_named_asked_and_removed(
    windows: Windows, lantern: Server, witness: WitnessProcess, tmp_path: Path
) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    log = (await noor.read("/ledger/keys"))["log"][-1]["vkey"]
    assert witness.run("add-log", log).returncode == 0
    await noor.turn_to("/audit")
    await expect(panel(noor).get_by_text("No party has named a witness")).to_be_visible()
    await panel(noor).get_by_role("button", name="Name a witness").click()
    dialog = noor.page.get_by_role("dialog")
    await expect(dialog.get_by_text(log)).to_be_visible()
    await dialog.get_by_label("Verifier key of the witness").fill("nonsense")
    await dialog.get_by_label("Address").fill(witness.url)
    await noor.page.screenshot(path=tmp_path / "naming.png")
    await dialog.get_by_role("button", name="Name a witness").click()
    await expect(dialog.get_by_role("alert")).to_contain_text("verifier key")
    windows.forgive("status of 422")
    await dialog.get_by_label("Verifier key of the witness").fill(witness.vkey)
    await dialog.get_by_role("button", name="Name a witness").click()
    await expect(dialog).to_be_hidden()
    await expect(panel(noor).get_by_text("up to", exact=False).first).to_be_visible(timeout=SOON)
    await noor.page.screenshot(path=tmp_path / "audit.png")

    claire = await sit_down(windows, lantern, "claire@fr.demo", language="fr", dark=True)
    await claire.page.set_viewport_size({"width": 390, "height": 844})
    await claire.turn_to("/audit")
    hers = panel(claire, "Témoins du registre")
    await expect(hers.get_by_text("jusqu", exact=False).first).to_be_visible(timeout=SOON)
    await hers.scroll_into_view_if_needed()
    await claire.page.screenshot(path=tmp_path / "audit-narrow.png")
    await expect(claire.page.get_by_role("button", name="Retirer le témoin", exact=False)).to_have_count(0)

    admin = await sit_down(windows, lantern, "admin@nl.demo")
    await agree(admin, "1")
    assert f"witness NL {witness.vkey} {witness.url}\ngroup quorum-of-parties 1 NL\n" in await policy_of(admin)
    await admin.page.screenshot(path=tmp_path / "quorum.png")

    await noor.turn_to("/")
    await expect(noor.page.get_by_text("by 1 of 1, up to", exact=False)).to_be_visible(timeout=SOON)
    await expect(noor.page.get_by_text("the quorum of 1 is met", exact=False)).to_be_visible(timeout=SOON)
    await noor.page.screenshot(path=tmp_path / "situation.png")
    await noor.turn_to("/audit")
    await panel(noor).get_by_role("button", name="Remove the witness").click()
    await dialog.get_by_role("textbox").fill("Another machine takes its place")
    await dialog.get_by_role("button", name="Remove", exact=True).click()
    await expect(dialog).to_be_hidden()
    await expect(panel(noor).get_by_text("No party has named a witness")).to_be_visible(timeout=SOON)
    await expect(panel(noor).get_by_text("not met: too few")).to_be_visible(timeout=SOON)
    await agree(admin, "0")
    await expect(panel(noor).get_by_text("No quorum is agreed")).to_be_visible(timeout=SOON)
