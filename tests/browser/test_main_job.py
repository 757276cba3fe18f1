"""The main job: an exhibit registered in Rotterdam is read in Wiesbaden, hidden from Paris, and exported for a court.

Three countries have a window each; the bundle is verified by a bare Python without a network.
"""

import asyncio
import json
import re
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from playwright.async_api import Locator, Page, expect

from app import clock
from tests.exports.bundles import Files, laid_out, lines, taken_apart, with_lines
from tests.factories.evidence import release
from tests.support.ledgers.reference_ledger import ReferenceKey
from tests.support.pages.browser import Windows
from tests.support.pages.counted import Counted
from tests.support.pages.jobs import MOST_TO_REGISTER, Registered, enter_exhibit, share_exhibit
from tests.support.pages.people import ApiPerson, api_person, open_window
from tests.support.pages.user_page import UserPage, go_to
from tests.support.server import Server
from tests.support.waiting import until

TITLE: Final = f"Stick of the harbour locker {clock.new_id().hex[-8:]}"
FOR_PARIS: Final = f"Ledger that Paris may know {clock.new_id().hex[-8:]}"
WORDS: Final = "The wallet was handed over at berth nine."
WHY: Final = "Comparing the wallet with the seizure in Wiesbaden"
FILES: Final = 10
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


async def test_main_job_reaches_one_party_is_hidden_from_another_and_ends_in_a_verified_bundle(
    windows: Windows, lantern: Server, tmp_path: Path
) -> None:
    acting = await api_person(lantern, "noor@nl.demo")
    noor = await open_window(windows, acting, "/evidence")
    lena = await open_window(windows, await api_person(lantern, "lena@de.demo"), "/evidence", zone="Europe/Berlin")
    claire = await open_window(windows, await api_person(lantern, "claire@fr.demo"), "/evidence", zone="Europe/Paris")
    before = await Counts.of(claire)

    exhibit = await register_and_be_seen(noor, lena, tmp_path)
    await noor.rendered(exhibit["id"], files=FILES)
    await read_with_a_reason(lena, exhibit)
    await noor.tab("Custody")
    await expect(opening_in_custody(noor)).to_be_visible(timeout=BOUND_SECONDS * 1000)
    await nothing_shows(claire, exhibit, before)

    auditor = await api_person(lantern, "auditor@jit.demo")
    bundle = await export(auditor, exhibit, tmp_path)
    await verified(bundle, await ledger_keys(auditor), lantern, tmp_path)

    await recall(noor, lena, exhibit)
    await nothing_is_answered(claire, exhibit)
    await next_exhibit_for_paris_shows(acting, claire, before)
    windows.forgive("status of 404")  # the browser's own line for a hidden exhibit


async def register_and_be_seen(noor: UserPage, lena: UserPage, folder: Path) -> dict[str, Any]:
    """Noor registers an exhibit of ten files for Germany; Lena's list and feed have it at once. The answer: its view."""
    files = [folder / name for name in ("note.txt", *(f"locker-{n}.bin" for n in range(1, FILES)))]
    for file in files:
        file.write_text(WORDS if file.suffix == ".txt" else file.name)
    person = Counted(noor.page)
    form = await enter_exhibit(person, Registered(TITLE, files, "Art. 94 Sv, order of 3 June"))
    await share_exhibit(person, form, Germany="View and download", France="No access")
    in_list = asyncio.create_task(lena.page.evaluate(SIGHT, TITLE))
    async with noor.page.expect_response(
        lambda one: one.request.method == "POST" and one.url.endswith("/evidence")
    ) as sent:
        await person.click("Register and share with 1 party", within=form)
    person.took_at_most(MOST_TO_REGISTER)
    exhibit: dict[str, Any] = await (await sent.value).json()
    registered = clock.parse(exhibit["registered_at"]).timestamp()
    seen = await asyncio.wait_for(in_list, 30) - registered
    print(f"Germany saw the exhibit {seen:.3f} s after its registration")  # noqa: T201 - the measured promise
    assert 0 <= seen < BOUND_SECONDS
    await expect(lena.row(TITLE)).to_be_visible()
    await lena.page.get_by_role("button", name="Show activity").click()
    entry = lena.feed.get_by_role("listitem").filter(has_text=TITLE).first
    folded = lena.feed.get_by_role("button", name=re.compile(r"^Show \d+ entries$"))
    await expect(entry.or_(folded.first).first).to_be_visible()
    while await folded.count():  # registrations of other journeys a moment ago are one line with this one
        await folded.first.click()
    await expect(entry).to_be_visible()
    return exhibit


@dataclass(frozen=True)
class Counts:
    """What Claire's window and the API counted before."""

    shown: str
    items: int

    @classmethod
    async def of(cls, user: UserPage) -> "Counts":
        shown = (
            await user.page.get_by_role("status").filter(has_text=re.compile(r"^[\d,+]+ (exhibits|of )")).inner_text()
        )
        return cls(shown, len((await user.read("/evidence?limit=200"))["items"]))


async def nothing_shows(claire: UserPage, exhibit: dict[str, Any], before: Counts) -> None:
    """No page, answer, frame or count in Paris differs by the exhibit."""
    page = claire.page
    assert await Counts.of(claire) == before
    await silent(page, exhibit)
    await page.get_by_role("textbox", name="Search exhibits").fill(TITLE)
    await expect(page.get_by_text("No exhibit matches")).to_be_visible()
    await claire.turn_to(f"/evidence/{exhibit['id']}")
    await expect(page.get_by_role("heading", name="Page not found")).to_be_visible()
    await go_to(claire, "Audit log")
    await expect(claire.part("Entries").get_by_role("row").nth(1)).to_be_visible()
    await silent(page, exhibit)
    await nothing_is_answered(claire, exhibit)


async def nothing_is_answered(claire: UserPage, exhibit: dict[str, Any]) -> None:
    """The API and the live channel answer Paris as if the exhibit did not exist."""
    for rest in ("", "/custody", "/releases"):
        there = await claire.ask(f"/evidence/{exhibit['id']}{rest}")
        nowhere = await claire.ask(f"/evidence/{clock.new_id()}{rest}")
        assert (there.status, await there.json()) == (404, await nowhere.json()), rest
    said = [
        await (await claire.ask(rest)).text() for rest in ("/evidence?limit=200", f"/evidence?q={TITLE}", "/exports")
    ]
    said += [json.dumps(await every(claire, "/ledger/entries")), *claire.frames]
    assert not any(secret in text for secret in secrets(exhibit) for text in said)


def secrets(exhibit: dict[str, Any]) -> tuple[str, ...]:
    """What would tell Paris of the exhibit."""
    return exhibit["id"], exhibit["exhibit_number"], TITLE


async def silent(page: Page, exhibit: dict[str, Any]) -> None:
    """The screen shows nothing of the exhibit."""
    text = await page.locator("body").inner_text()
    assert [secret for secret in secrets(exhibit) if secret in text] == []


async def every(user: UserPage, rest: str) -> list[Any]:
    """All items of a list of the ledger."""
    items: list[Any] = []
    while page := (await user.read(f"{rest}?limit=200&after={len(items) - 1}"))["items"]:
        items += page
    return items


async def read_with_a_reason(lena: UserPage, exhibit: dict[str, Any]) -> None:
    """Lena opens the exhibit, states why, and reads the rendition."""
    page = lena.page
    await lena.row(TITLE).get_by_role("link", name=TITLE).click()
    await page.get_by_role("button", name="View", exact=True).click()
    dialog = page.get_by_role("dialog", name=f"View {exhibit['exhibit_number']}")
    await dialog.get_by_role("button", name="View", exact=True).click()
    await expect(dialog.get_by_text("Enter a justification")).to_be_visible()  # without a reason nothing opens
    await dialog.get_by_role("textbox", name="Justification").fill(WHY)
    await dialog.get_by_role("button", name="View", exact=True).click()
    await page.get_by_role("button", name="note.txt").click()
    await expect(page.get_by_role("region", name="note.txt, page 1")).to_contain_text(
        WORDS.split()[0]
    )  # rows are cut anywhere
    await page.get_by_role("button", name="Close viewer").click()


def opening_in_custody(user: UserPage) -> Locator:
    """The entry of Lena's opening, in the timeline that is open on the screen."""
    return user.part("Custody events").get_by_role("row").filter(has_text="Lena Vogtmann").first


async def export(auditor: ApiPerson, exhibit: dict[str, Any], folder: Path) -> Path:
    """The auditor of the team asks for a court bundle and fetches it."""
    form = {"profile": "court", "scope": {"evidence": exhibit["id"]}}
    made = await auditor.post("/exports", form)

    async def ready() -> bool:
        return bool((await auditor.get(f"/exports/{made['id']}"))["state"] == "ready")

    await until(ready)
    answer = await auditor.ask("GET", f"/exports/{made['id']}/bundle")
    assert answer.is_success, answer.text
    (path := folder / "bundle.zip").write_bytes(answer.content)
    return path


async def ledger_keys(auditor: ApiPerson) -> str:
    """The keys of the ledger as the founding names them: what somebody outside noted at the beginning."""
    (founding,) = (await auditor.get("/ledger/entries?limit=1"))["items"]
    assert founding["kind"] == "jit.founded"
    return "\n".join(founding["fields"]["keys"]["value"])


async def verified(bundle: Path, keys: str, server: Server, folder: Path) -> None:
    """The bundle is verified; an opening that the host itself omits is found and named."""
    (outside := folder / "outside.keys").write_text(keys)
    files = taken_apart(bundle)
    whole = verify(bundle, outside, files)
    assert whole.returncode == 0, whole.stdout + whole.stderr

    kept = [line for line in lines(files) if b'\\"kind\\":\\"evidence.opened\\"' not in line]
    assert len(kept) == len(lines(files)) - 1
    gap = f"exhibit {files_number(files)}: 1 of its entries, n = "
    assert gap not in whole.stdout
    omitted = with_lines(files, kept, HostKey.of(server, keys))
    assert gap in verify(laid_out(omitted, folder), outside, files).stdout


def files_number(files: Files) -> str:
    """The number of the exhibit that a court bundle is of, as its registration says it."""
    registered = next(json.loads(line) for line in lines(files) if b"evidence.registered" in line)
    number: str = registered["fields"]["exhibit_number"]["value"]
    return number


@dataclass(frozen=True)
class HostKey(ReferenceKey):
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


async def recall(noor: UserPage, lena: UserPage, exhibit: dict[str, Any]) -> None:
    """Noor recalls the release while Lena looks at the exhibit: it leaves her screen, which says why, her list and her search."""
    await expect(lena.page.get_by_role("heading", name=TITLE)).to_be_visible()
    await noor.tab("Sharing")
    await noor.page.get_by_role("button", name="Change access of Germany").click()
    await noor.page.get_by_role("button", name="Recall", exact=True).click()
    dialog = noor.page.get_by_role("dialog", name="Recall the release to Germany")
    await dialog.get_by_role("textbox", name="Reason for the recall").fill("The order was quashed on 5 June")
    await dialog.get_by_role("checkbox").check()
    await dialog.get_by_role("button", name="Recall release").click()
    recalled = lena.page.get_by_role("heading", name="The Netherlands recalled this exhibit")
    await expect(recalled).to_be_visible(timeout=BOUND_SECONDS * 1000)
    await lena.page.reload()
    await expect(lena.page.get_by_role("heading", name="Page not found")).to_be_visible()
    await go_to(lena, "Exhibits")
    await expect(lena.grid.get_by_role("row").nth(1)).to_be_visible()
    await expect(lena.row(TITLE)).to_have_count(0)
    assert (await lena.ask(f"/evidence/{exhibit['id']}")).status == 404


async def next_exhibit_for_paris_shows(noor: ApiPerson, claire: UserPage, before: Counts) -> None:
    """The next exhibit, released to France, arrives live, and the count grows by one: the silence before had a reason."""
    await go_to(claire, "Exhibits")
    await expect(claire.grid).to_be_visible()
    await noor.register(FOR_PARIS, release("FR", "listed"))
    await expect(claire.row(FOR_PARIS)).to_be_visible(timeout=BOUND_SECONDS * 1000)
    assert (await Counts.of(claire)).items == before.items + 1
