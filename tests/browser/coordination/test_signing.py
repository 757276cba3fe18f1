"""Signatures of a party under a decision at the page: a key is named, the file is signed with openssl, and others see it live."""

import base64
import re
from pathlib import Path
from typing import Final

from playwright.async_api import Locator, expect

from app import clock
from tests.factories.signing import Office, openssl
from tests.support.pages.browser import Windows
from tests.support.pages.people import ApiPerson, api_person, open_window
from tests.support.pages.user_page import SOON, UserPage
from tests.support.server import Server

NAME: Final = f"Warrants {clock.new_id().hex[-8:]}"
DECIDED: Final = "The warrants are executed on one day."


def decision(user: UserPage) -> Locator:
    """The decision of this test."""
    return user.page.get_by_role("log").get_by_role("article").filter(has_text=DECIDED)


def signatures(user: UserPage) -> Locator:
    """The panel of a party's keys."""
    return user.page.get_by_role("region", name="Signatures under decisions")


async def name_key(noor: UserPage, office: Office) -> None:
    """A leader names a key of the party; what is no key is refused."""
    await signatures(noor).get_by_role("button", name="Register key").click()
    dialog = noor.page.get_by_role("dialog", name="Register a key of your party")
    await dialog.get_by_role("button", name="Register key").click()
    await expect(dialog).to_contain_text("Paste the public key")
    await dialog.get_by_role("textbox", name="Name of the key").fill(NAME)
    await dialog.get_by_role("textbox", name="Public key (PEM)").fill("not a key")
    await dialog.get_by_role("button", name="Register key").click()
    await expect(dialog).to_contain_text("This is not a public Ed25519 key")
    await dialog.get_by_role("textbox", name="Public key (PEM)").fill(office.pem)
    await dialog.get_by_role("button", name="Register key").click()
    await expect(dialog).to_be_hidden()
    await expect(signatures(noor)).to_contain_text(NAME, timeout=SOON)


async def demand(noor: UserPage, scope: str) -> None:
    """Demand a signature under these decisions of the party."""
    await signatures(noor).get_by_role("button", name="Edit").click()
    dialog = noor.page.get_by_role("dialog", name="Which decisions must your party sign?")
    await dialog.get_by_role("radio", name=scope).check()
    await dialog.get_by_role("textbox").fill("As our code of procedure has it")
    await dialog.get_by_role("button", name="Edit").click()
    await expect(dialog).to_be_hidden()
    await expect(signatures(noor)).to_contain_text(scope, timeout=SOON)


async def decide(person: ApiPerson) -> str:
    """A decision in a new channel with Germany; the id of the channel."""
    channel = await person.post("/channels", {"name": NAME, "parties": ["DE"]})
    await person.post(f"/channels/{channel['id']}/decisions", {"text": DECIDED})
    return str(channel["id"])


async def save_and_sign(dialog: Locator, folder: Path, offices: dict[str, Office]) -> None:
    """Save what is signed, and make a signature by each office outside of the page."""
    await expect(dialog).to_contain_text("liaison-decision/v1")
    async with dialog.page.expect_download() as saving:
        await dialog.get_by_role("link", name="Download file").click()
    path = folder / "decision.txt"
    await (await saving.value).save_as(path)
    for name, office in offices.items():
        arguments = ("-sign", "-rawin", "-inkey", office.folder / "key.pem", "-in", path, "-out", folder / name)
        assert openssl("pkeyutl", *arguments).returncode == 0


async def bring(dialog: Locator, path: Path, *refused: str) -> None:
    """Choose a file as the signature and bring it; `refused`: what the dialog says instead of closing."""
    async with dialog.page.expect_file_chooser() as choosing:
        await dialog.get_by_role("button", name="Upload signature file").click()
    await (await choosing.value).set_files(path)
    if path.suffix == ".sig":
        read = base64.b64encode(path.read_bytes()).decode()
        await expect(dialog.get_by_role("textbox")).to_have_value(read)  # it is read a moment after it was chosen
        await dialog.get_by_role("button", name="Sign decision").click()
    for words in refused:
        await expect(dialog).to_contain_text(words)


async def revoke(noor: UserPage, lena: UserPage) -> None:
    """A key that is revoked leaves what it signed, marked for everybody."""
    await noor.turn_to("/access")
    await demand(noor, "signs no decisions")
    await signatures(noor).get_by_role("button", name=f"Revoke the key {NAME}").click()
    again = noor.page.get_by_role("dialog", name=f"Revoke {NAME}?")
    await again.get_by_role("textbox").fill("The device is replaced")
    await again.get_by_role("button", name="Revoke").click()
    await expect(signatures(noor)).to_contain_text("The device is replaced", timeout=SOON)
    await expect(decision(lena)).to_contain_text("key revoked later", timeout=SOON)
    await expect(decision(lena)).to_contain_text("Signed")


async def test_decisions_signed_outside_the_page_are_shown_as_signed_to_every_party(
    windows: Windows, lantern: Server, tmp_path: Path
) -> None:
    windows.forgive("status of 422")  # no key, and a signature by another key
    offices = {"right.sig": Office(tmp_path / "office"), "wrong.sig": Office(tmp_path / "other")}
    person = await api_person(lantern, "noor@nl.demo")
    noor = await open_window(windows, person, "/access")
    await name_key(noor, offices["right.sig"])
    await demand(noor, "signs the decisions of its own members")
    channel = await decide(person)
    lena = await open_window(windows, await api_person(lantern, "lena@de.demo"), f"/messages/{channel}")
    await noor.turn_to(f"/messages/{channel}")
    await expect(decision(lena)).to_contain_text("Awaiting signature of Netherlands")
    await expect(decision(lena).get_by_role("button", name="Sign for")).to_have_count(0)
    await expect(noor.page.get_by_text(re.compile("1 decision awaits your party.s signature"))).to_be_visible()

    await decision(noor).get_by_role("button", name="Sign for the Netherlands").click()
    dialog = noor.page.get_by_role("dialog", name="Sign this decision for the Netherlands")
    await save_and_sign(dialog, tmp_path, offices)
    await bring(dialog, tmp_path / "office" / "key.pem", "This file is not an Ed25519 signature")
    await bring(dialog, tmp_path / "wrong.sig", "not made with a key of your party")
    await bring(dialog, tmp_path / "right.sig")
    await expect(dialog).to_be_hidden()
    for user in (noor, lena):
        await expect(decision(user)).to_contain_text("Signed", timeout=SOON)
        await expect(decision(user)).to_contain_text(NAME)
        await expect(user.page.get_by_text(re.compile("awaits your party.s signature"))).to_have_count(0)
    await revoke(noor, lena)
