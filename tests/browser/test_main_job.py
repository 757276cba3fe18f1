"""The main job: from an upload in Rotterdam, past a Paris that sees nothing, to a bundle that a court verifies.

Two countries and more at once, each with a window of its own; the bundle is verified by a bare Python without a network.
"""

import asyncio
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from playwright.async_api import Locator, Page, expect

from app import clock
from tests.exports.bundles import Files, laid_out, lines, resealed, taken_apart
from tests.support.browser import Windows
from tests.support.desk import Desk, choose_files, fill_in, sit_down
from tests.support.paper_ledger import PaperKey
from tests.support.server import Server

TITLE: Final = f"Stick of the harbour locker {clock.new_id().hex[-8:]}"
FOR_PARIS: Final = f"Ledger that Paris may know {clock.new_id().hex[-8:]}"
WORDS: Final = "The wallet was handed over at berth nine."
WHY: Final = "Comparing the wallet with the seizure in Wiesbaden"
#: Generous: the promise is one second, the machine may be busy.
BOUND_SECONDS: Final = 15.0
#: Tells when the words are first on the page, in seconds of the epoch, by the clock that the server has too.
SIGHT: Final = """words => new Promise(resolve => {
    const look = () => { if (document.body.innerText.includes(words)) { watch.disconnect(); resolve(Date.now() / 1000) } };
    const watch = new MutationObserver(look);
    watch.observe(document.body, { subtree: true, childList: true, characterData: true });
    look();
})"""
#: Runs verify.py with nothing but the standard library, and ends it if it so much as looks for a network.
ALONE: Final = """import runpy, sys
def watch(event, details):
    if event.startswith("socket."): sys.exit("the verifier looked for a network: " + event)
sys.addaudithook(watch)
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")"""


async def test_the_main_job(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    lena = await sit_down(windows, lantern, "lena@de.demo", zone="Europe/Berlin", dark=True)
    claire = await sit_down(windows, lantern, "claire@fr.demo", zone="Europe/Paris")
    before = await Counts.of(claire)

    exhibit = await register_and_be_seen(noor, lena, tmp_path)
    await add_a_file(noor, tmp_path)
    await noor.rendered(exhibit["id"], files=2)
    await nothing_shows(claire, exhibit, before)
    await read_with_a_reason(lena, exhibit)
    await expect(opening_in_custody(noor)).to_be_visible(timeout=BOUND_SECONDS * 1000)

    auditor = await sit_down(windows, lantern, "auditor@jit.demo", zone="Europe/Helsinki")
    bundle = await export(auditor, exhibit, tmp_path)
    await verified(bundle, await ledger_keys(auditor), lantern, tmp_path)

    await recall(noor, lena, exhibit)
    await nothing_shows(claire, exhibit, before)
    await what_is_released_to_paris_does_show(noor, claire, before)
    windows.forgive("status of 404")  # the browser's own line about what is not to be seen


async def register_and_be_seen(noor: Desk, lena: Desk, folder: Path) -> dict[str, Any]:
    """Noor registers an exhibit for Germany with a file; Lena's list and feed have it at once. The answer: its view."""
    (folder / "note.txt").write_text(WORDS)
    await fill_in(noor.page, TITLE, [folder / "note.txt"], Germany="Held")
    in_list = asyncio.create_task(lena.page.evaluate(SIGHT, TITLE))
    async with noor.page.expect_response(
        lambda one: one.request.method == "POST" and one.url.endswith("/evidence")
    ) as sent:
        await noor.page.get_by_role("button", name="Register and upload 1 file").click()
    exhibit: dict[str, Any] = await (await sent.value).json()
    registered = clock.parse(exhibit["registered_at"]).timestamp()
    seen = await asyncio.wait_for(in_list, 30) - registered
    print(f"Germany saw the exhibit {seen:.3f} s after its registration")  # noqa: T201 - the measured promise
    assert 0 <= seen < BOUND_SECONDS
    await expect(lena.row(TITLE)).to_be_visible()
    await expect(lena.feed.get_by_role("listitem").filter(has_text=TITLE).first).to_be_visible()
    return exhibit


async def add_a_file(noor: Desk, folder: Path) -> None:
    """A second file, at the exhibit's own screen."""
    (folder / "list.csv").write_text("wallet,amount\nbc1q,7\n")
    await expect(noor.page.get_by_role("heading", name=TITLE)).to_be_visible()
    await choose_files(noor.page, "choose files", folder / "list.csv")
    await noor.page.get_by_role("button", name="Upload 1 file").click()
    for name in ("note.txt", "list.csv"):
        line = noor.part("Files").get_by_role("listitem").filter(has_text=name)
        await expect(line.get_by_role("img", name="Ready")).to_be_visible(timeout=30_000)


@dataclass(frozen=True)
class Counts:
    """What Claire's window and the API counted before."""

    shown: str
    items: int

    @classmethod
    async def of(cls, desk: Desk) -> "Counts":
        shown = await desk.page.get_by_role("status").filter(has_text="shown").inner_text()
        return cls(shown, len((await desk.read("/evidence?limit=200"))["items"]))


async def nothing_shows(claire: Desk, exhibit: dict[str, Any], before: Counts) -> None:
    """No page, answer, frame or count in Paris differs by the exhibit."""
    page, secrets = claire.page, (exhibit["id"], exhibit["exhibit_number"], TITLE)
    await claire.turn_to("/evidence")
    await expect(claire.grid).to_be_visible()
    assert await Counts.of(claire) == before
    await silent(page, secrets)
    await page.get_by_role("textbox", name="Search title or number").fill(TITLE)
    await expect(page.get_by_text("No exhibit matches these filters")).to_be_visible()
    await claire.turn_to(f"/evidence/{exhibit['id']}")
    await expect(page.get_by_role("heading", name="There is nothing here")).to_be_visible()
    await claire.turn_to("/audit")
    await expect(claire.part("Entries").get_by_role("row").nth(1)).to_be_visible()
    await silent(page, secrets)

    for rest in ("", "/custody", "/releases"):
        there = await claire.ask(f"/evidence/{exhibit['id']}{rest}")
        nowhere = await claire.ask(f"/evidence/{clock.new_id()}{rest}")
        assert (there.status, await there.json()) == (404, await nowhere.json()), rest
    said = [
        await (await claire.ask(rest)).text() for rest in ("/evidence?limit=200", f"/evidence?q={TITLE}", "/exports")
    ]
    said += [json.dumps(await every(claire, "/ledger/entries")), *claire.frames]
    assert not any(secret in text for secret in secrets for text in said)


async def silent(page: Page, secrets: Sequence[str]) -> None:
    """Nothing of this stands on the screen."""
    text = await page.locator("body").inner_text()
    assert [secret for secret in secrets if secret in text] == []


async def every(desk: Desk, rest: str) -> list[Any]:
    """All items of a list of the ledger."""
    items: list[Any] = []
    while page := (await desk.read(f"{rest}?limit=200&after={len(items) - 1}"))["items"]:
        items += page
    return items


async def read_with_a_reason(lena: Desk, exhibit: dict[str, Any]) -> None:
    """Lena opens the exhibit, states why, and reads the rendition."""
    page = lena.page
    await lena.row(TITLE).get_by_role("link", name=TITLE).click()
    await page.get_by_role("button", name="Open", exact=True).click()
    dialog = page.get_by_role("dialog", name=f"Open {exhibit['exhibit_number']}")
    await dialog.get_by_role("button", name="Open", exact=True).click()
    await expect(dialog.get_by_text("State why")).to_be_visible()  # without a reason nothing opens
    await dialog.get_by_role("textbox", name="Justification").fill(WHY)
    await dialog.get_by_role("button", name="Open", exact=True).click()
    await page.get_by_role("button", name="note.txt").click()
    await expect(page.get_by_role("region", name="note.txt, page 1")).to_contain_text(WORDS)
    await page.get_by_role("button", name="Close the viewer").click()


def opening_in_custody(desk: Desk) -> Locator:
    """The entry of Lena's opening, in the timeline that is open on the screen."""
    return desk.part("Custody").get_by_role("listitem").filter(has_text="Opened").filter(has_text="Lena Vogtmann")


async def export(auditor: Desk, exhibit: dict[str, Any], folder: Path) -> Path:
    """The auditor of the team makes a court bundle at the page and fetches it."""
    page, number = auditor.page, exhibit["exhibit_number"]
    await auditor.turn_to("/audit")
    bundles = auditor.part("Bundles")
    await bundles.get_by_role("button", name="New bundle").click()
    dialog = page.get_by_role("dialog", name="New bundle")
    await dialog.get_by_role("radio", name="Court bundle of one exhibit").check()
    await dialog.get_by_role("combobox", name="Exhibit", exact=True).fill(number)
    await expect(page.get_by_role("option")).to_have_count(1)
    await page.get_by_role("option", name=number).click()
    await dialog.get_by_role("button", name="Make the bundle").click()
    made = bundles.get_by_role("listitem").filter(has_text=number)
    link = made.get_by_role("link", name="Download Court bundle of one exhibit")
    await expect(link).to_be_visible(timeout=60_000)
    async with page.expect_download() as downloading:
        await link.click()
    path = folder / "bundle.zip"
    await (await downloading.value).save_as(path)
    return path


async def ledger_keys(auditor: Desk) -> str:
    """The keys of the ledger as the founding names them: what somebody outside noted at the beginning."""
    (founding,) = (await auditor.read("/ledger/entries?limit=1"))["items"]
    assert founding["kind"] == "jit.founded"
    return "\n".join(founding["fields"]["keys"]["value"])


async def verified(bundle: Path, keys: str, server: Server, folder: Path) -> None:
    """The bundle stands; a changed byte and an omitted opening are found and named."""
    (outside := folder / "outside.keys").write_text(keys)
    files = taken_apart(bundle)
    whole = verify(bundle, outside, files)
    assert whole.returncode == 0, whole.stdout + whole.stderr

    entries = files["data/entries.jsonl"]
    changed = files | {"data/entries.jsonl": entries.replace(b"Lena", b"Lenb", 1)}
    assert changed != files
    found = verify(laid_out(changed, folder), outside, files)
    assert (found.returncode, "data/entries.jsonl" in found.stdout) == (1, True), found.stdout

    kept = [line for line in lines(files) if b'\\"kind\\":\\"evidence.opened\\"' not in line]
    assert len(kept) == len(lines(files)) - 1
    gap = f"exhibit {files_number(files)}: 1 of its entries, n = "
    assert gap not in whole.stdout
    # The manifests are made anew: by somebody without the ledger's key, and by the host itself.
    others = {name: content for name, content in files.items() if name != "data/custody.csv"}
    omitted = resealed(others | {"data/entries.jsonl": b"".join(kept)}, HostKey.of(server, keys))
    forged = verify(laid_out(omitted | {"bundle.note": files["bundle.note"]}, folder), outside, files)
    assert (forged.returncode, "bundle.note" in forged.stdout) == (1, True), forged.stdout
    assert gap in verify(laid_out(omitted, folder), outside, files).stdout


def files_number(files: Files) -> str:
    """The number of the exhibit that a court bundle is of, as its registration says it."""
    registered = next(json.loads(line) for line in lines(files) if b"evidence.registered" in line)
    number: str = registered["fields"]["exhibit_number"]["value"]
    return number


@dataclass(frozen=True)
class HostKey(PaperKey):
    """The key with which this server signs the ledger, out of its state folder."""

    raw: bytes = b""

    @property
    def seed(self) -> bytes:
        return self.raw

    @classmethod
    def of(cls, server: Server, keys: str) -> "HostKey":
        (found,) = (
            key
            for path in (server.state / "ledger").glob("*.key")
            if (key := cls(keys.partition("+")[0], raw=path.read_bytes())).vkey == keys
        )
        return found


def verify(bundle: Path, keys: Path, files: Files) -> subprocess.CompletedProcess[str]:
    """What the bundle's own verify.py says of it, in the system's Python: isolated, without site packages, offline."""
    script = keys.parent / "verify.py"
    script.write_bytes(files["data/verify.py"])
    python = getattr(sys, "_base_executable", sys.executable)
    command: Sequence[str | Path] = (python, "-I", "-S", "-c", ALONE, script, bundle, "--keys", keys)
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=keys.parent, env={}, timeout=120)


async def recall(noor: Desk, lena: Desk, exhibit: dict[str, Any]) -> None:
    """Noor recalls the release while Lena looks at the exhibit: it leaves her screen, her list and her search."""
    await expect(lena.page.get_by_role("heading", name=TITLE)).to_be_visible()
    await noor.part("Who may see it").get_by_role("button", name="Decide for Germany").first.click()
    await noor.page.get_by_role("button", name="Recall", exact=True).click()
    dialog = noor.page.get_by_role("dialog", name="Recall the release to Germany")
    await dialog.get_by_role("textbox", name="Why it is recalled").fill("The order was quashed on 5 June")
    await dialog.get_by_role("checkbox").check()
    await dialog.get_by_role("button", name="Recall the release").click()
    await expect(lena.page.get_by_role("heading", name="There is nothing here")).to_be_visible(
        timeout=BOUND_SECONDS * 1000
    )
    await lena.turn_to("/evidence")
    await expect(lena.grid).to_be_visible()
    await expect(lena.row(TITLE)).to_have_count(0)
    assert (await lena.ask(f"/evidence/{exhibit['id']}")).status == 404


async def what_is_released_to_paris_does_show(noor: Desk, claire: Desk, before: Counts) -> None:
    """The silence was no deafness: the next exhibit, released to France, arrives, and the count grows by one."""
    await claire.turn_to("/evidence")
    await noor.turn_to("/evidence")
    await fill_in(noor.page, FOR_PARIS, France="Listed")
    await noor.page.get_by_role("button", name="Register", exact=True).click()
    await expect(claire.row(FOR_PARIS)).to_be_visible(timeout=BOUND_SECONDS * 1000)
    assert (await Counts.of(claire)).items == before.items + 1
