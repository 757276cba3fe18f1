"""Signatures at the page: a key is named, a decision awaits it, the file is saved and signed with openssl, who may bring it is told,
and others see it live.
"""

import base64
import re
from pathlib import Path
from typing import Any, Final

from playwright.async_api import Locator, expect

from app import clock
from tests.browser.test_notifications import opened as bell
from tests.browser.test_notifications import row
from tests.factories.signing import Office, openssl
from tests.support.browser import Windows
from tests.support.desk import SOON, Desk, sit_down
from tests.support.server import Server

NAME: Final = f"Warrants {clock.new_id().hex[-8:]}"
DECIDED: Final = "The warrants are executed on one day."
TOLD: Final = 30_000  # a worker with neighbours is slow


def decision(desk: Desk) -> Locator:
    """The decision of this test."""
    return desk.page.get_by_role("log").get_by_role("article").filter(has_text=DECIDED)


async def name_key(noor: Desk, office: Office, shots: Path) -> None:
    """By its leader, under the party's standing decisions."""
    await noor.turn_to("/access")
    panel = noor.page.get_by_role("region", name="Signatures under decisions")
    await panel.get_by_role("button", name="Name a key").click()
    dialog = noor.page.get_by_role("dialog", name="Name a key of your party")
    await dialog.get_by_role("button", name="Name a key").click()
    await expect(dialog).to_contain_text("Paste the public key")
    await dialog.get_by_role("textbox", name="What the key is called").fill(NAME)
    await dialog.get_by_role("textbox", name="Public key (PEM)").fill("not a key")
    await dialog.get_by_role("button", name="Name a key").click()
    await expect(dialog).to_contain_text("Nothing was changed")
    await dialog.get_by_role("textbox", name="Public key (PEM)").fill(office.pem)
    await noor.page.screenshot(path=shots / "naming.png")
    await dialog.get_by_role("button", name="Name a key").click()
    await expect(dialog).to_be_hidden()
    await expect(panel).to_contain_text(NAME, timeout=SOON)
    await demand(noor, "signs the decisions of its own seats")
    await expect(panel).to_contain_text("signs the decisions of its own seats", timeout=SOON)
    await panel.scroll_into_view_if_needed()
    await noor.page.screenshot(path=shots / "panel.png")


async def demand(noor: Desk, scope: str) -> None:
    """Of her party."""
    panel = noor.page.get_by_role("region", name="Signatures under decisions")
    await panel.get_by_role("button", name="Change").click()
    dialog = noor.page.get_by_role("dialog", name="Which decisions does your party sign?")
    await dialog.get_by_role("radio", name=scope).check()
    await dialog.get_by_role("textbox").fill("As our code of procedure has it")
    await dialog.get_by_role("button", name="Change").click()
    await expect(dialog).to_be_hidden()


async def opened(noor: Desk, *others: Desk) -> None:
    """A channel with Germany, and a decision in it."""
    path = f"/api/jits/{noor.jit}/channels"
    headers = {"Origin": noor.page.url.partition("/jits")[0]}
    made = await noor.page.request.post(path, data={"name": NAME, "parties": ["DE"]}, headers=headers)
    assert made.status == 201, await made.text()
    channel: dict[str, Any] = await made.json()
    told = await noor.page.request.post(f"{path}/{channel['id']}/decisions", data={"text": DECIDED}, headers=headers)
    assert told.status == 201, await told.text()
    for desk in (noor, *others):
        await desk.turn_to(f"/messages/{channel['id']}")


async def told(bram: Desk, shots: Path) -> None:
    """A colleague who may sign finds it under the bell, and the decision behind it."""
    awaited = row(await bell(bram), NAME).filter(has_text="Une décision attend la signature de votre partie")
    await expect(awaited).to_be_visible(timeout=TOLD)
    await bram.page.screenshot(path=shots / "awaited-french-narrow.png")
    await awaited.get_by_role("link").click()
    await expect(decision(bram)).to_be_visible(timeout=SOON)


async def test_a_decision_is_signed(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    office, other = Office(tmp_path / "office"), Office(tmp_path / "other")
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    lena = await sit_down(windows, lantern, "lena@de.demo", zone="Europe/Berlin", dark=True)
    bram = await sit_down(windows, lantern, "bram@nl.demo", language="fr")
    await bram.page.set_viewport_size({"width": 390, "height": 844})
    await name_key(noor, office, tmp_path)
    await opened(noor, lena)
    await told(bram, tmp_path)
    await expect(decision(lena)).to_contain_text("Awaits signature of Netherlands")
    await expect(decision(lena).get_by_role("button", name="Sign for")).to_have_count(0)
    await lena.page.screenshot(path=tmp_path / "awaits-dark.png")
    await expect(noor.page.get_by_text(re.compile("1 decision awaits your party.s signature"))).to_be_visible()
    await decision(noor).get_by_role("button", name="Sign for NL").click()
    dialog = noor.page.get_by_role("dialog", name="Sign this decision for NL")
    await expect(dialog).to_contain_text("liaison-decision/v1")
    await noor.page.screenshot(path=tmp_path / "signing.png")
    async with noor.page.expect_download() as saving:
        await dialog.get_by_role("link", name="Save the file").click()
    saved = await saving.value
    path = tmp_path / saved.suggested_filename
    await saved.save_as(path)
    for whose, name in ((other, "wrong.sig"), (office, "right.sig")):
        arguments = ("-sign", "-rawin", "-inkey", whose.folder / "key.pem", "-in", path, "-out", tmp_path / name)
        assert openssl("pkeyutl", *arguments).returncode == 0
    for name in ("office/key.pem", "wrong.sig", "right.sig"):
        async with noor.page.expect_file_chooser() as choosing:
            await dialog.get_by_role("button", name=re.compile("Choose the signature.s file")).click()
        await (await choosing.value).set_files(tmp_path / name)
        if name == "office/key.pem":
            await expect(dialog).to_contain_text("This file is no Ed25519 signature")
            continue
        read = base64.b64encode((tmp_path / name).read_bytes()).decode()
        await expect(dialog.get_by_role("textbox")).to_have_value(read)  # it is read a moment after it was chosen
        await dialog.get_by_role("button", name="Bring the signature").click()
        if name == "wrong.sig":
            await expect(dialog).to_contain_text("Nothing was signed")
    await expect(dialog).to_be_hidden()
    for desk in (noor, lena):
        await expect(decision(desk)).to_contain_text("Signed", timeout=SOON)
        await expect(decision(desk)).to_contain_text(NAME)
        await expect(desk.page.get_by_text(re.compile("awaits your party.s signature"))).to_have_count(0)
    await expect(row(await bell(bram), NAME)).to_have_count(0, timeout=SOON)
    await noor.page.set_viewport_size({"width": 390, "height": 844})
    await noor.page.screenshot(path=tmp_path / "signed-narrow.png")
    await noor.page.set_viewport_size({"width": 1440, "height": 900})
    await ended(noor, lena)
    windows.forgive("status of 422")  # no key, and a signature by another key


async def ended(noor: Desk, lena: Desk) -> None:
    """Nothing is demanded any more, the key is revoked, and what it signed stands."""
    await noor.turn_to("/access")
    await demand(noor, "demands no signature of its own")
    panel = noor.page.get_by_role("region", name="Signatures under decisions")
    await panel.get_by_role("button", name=f"Revoke the key {NAME}").click()
    again = noor.page.get_by_role("dialog", name=f"Revoke {NAME}?")
    await again.get_by_role("textbox").fill("The device is replaced")
    await again.get_by_role("button", name="Revoke").click()
    await expect(panel).to_contain_text("The device is replaced", timeout=SOON)
    await expect(decision(lena)).to_contain_text("key revoked since", timeout=SOON)
    await expect(decision(lena)).to_contain_text("Signed")
