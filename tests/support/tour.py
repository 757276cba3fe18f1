"""Renew the pictures of `docs/tour.md`: `python -m tests.support.tour [FOLDER]`, with a built page and Chromium.

Starts the demonstration in a folder of its own and does the five jobs of the tour by the steps of the tests (`pages/jobs.py`).
"""

import asyncio
import io
import sys
import tempfile
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final

from PIL import Image
from playwright.async_api import Page, ViewportSize, async_playwright, expect

from app import clock, database, embedded
from tests.support.databases.database import TEMPLATE
from tests.support.demonstration import demonstration
from tests.support.pages import jobs
from tests.support.pages.action_days import open_board, plan_action, planned_day
from tests.support.pages.browser import FLAGS, Windows, chromium_of_the_machine
from tests.support.pages.counted import Counted
from tests.support.pages.people import ApiPerson, api_person, open_window
from tests.support.pages.user_page import SOON, UserPage
from tests.support.random_choices import seeded
from tests.support.repository import ROOT
from tests.support.server import Server

PICTURES: Final = ROOT / "docs" / "tour"
#: Bytes of a picture.
MOST: Final = 80_000
SIZE: Final[ViewportSize] = {"width": 1280, "height": 800}
_QUALITIES: Final = range(85, 30, -5)

TEAM: Final = jobs.Founded(
    "Operation Estuary",
    "JIT-2026-7",
    "2026-05-16",
    {
        "Netherlands": jobs.FirstLeader("Femke Dijkgraaf", "femke@om.example", "Prosecution Service, Rotterdam"),
        "Germany": jobs.FirstLeader("Greta Lindqvist", "greta@sta.example", "Prosecution Office, Kiel"),
        "France": jobs.FirstLeader("Paul Amiot", "paul@tj.example", "Parquet de Lille"),
    },
)
#: Names of ten files, and their sizes in bytes.
FILES: Final = {
    "ferry-office.dd": 2 * 2**20,
    "imaging.log": 9_214,
    "seizure record.txt": 4_310,
    "room plan.txt": 1_205,
    "inventory.csv": 2_730,
    "boot.log": 61_440,
    "sign-ins.log": 184_320,
    "mail relay.log": 402_118,
    "routes.csv": 23_552,
    "notes of the examiner.txt": 3_117,
}
BASIS: Final = "Sv, seizure of data carriers, Art. 94 ff., order of 12 November"
#: How long before H-hour the action day begins.
AHEAD: Final = timedelta(minutes=42)
#: Of the consent request that the demonstration has pending.
BOOKINGS: Final = "We need the bookings themselves"


@dataclass(frozen=True)
class Album:
    """Pictures of screens, in a folder."""

    folder: Path

    async def take(self, page: Page, name: str) -> None:
        """Write what a window shows once it is at rest, in the best quality that is small enough."""
        await page.mouse.move(0, 0)
        await page.wait_for_load_state("networkidle")
        picture = Image.open(io.BytesIO(await page.screenshot(animations="disabled", caret="hide"))).convert("RGB")
        for quality in _QUALITIES:
            picture.save(written := io.BytesIO(), "WEBP", quality=quality, method=6)
            if written.tell() <= MOST:
                (self.folder / f"{name}.webp").write_bytes(written.getvalue())
                return
        raise RuntimeError(f"The picture {name} is larger than {MOST} bytes")


@dataclass(frozen=True)
class Tour:
    """The jobs, each with its pictures."""

    windows: Windows
    server: Server
    album: Album
    folder: Path

    async def at(self, person: ApiPerson, rest: str) -> UserPage:
        """Open a window at a screen of the team."""
        user = await open_window(self.windows, person, rest)
        await user.page.set_viewport_size(SIZE)
        return user

    async def found(self) -> None:
        """A coordinator founds a team of three countries."""
        page = await self.windows.open(self.server.url)
        await page.set_viewport_size(SIZE)
        await page.goto("/")
        tess = Counted(page)
        await jobs.sign_in(tess, "coordinator@nl.demo", "lantern")
        await jobs.begin_founding(tess)
        await jobs.enter_agreement(tess, TEAM)
        await jobs.enter_parties(tess, TEAM)
        await self.album.take(page, "founding-parties")
        await jobs.enter_leaders(tess, TEAM)
        await jobs.found(tess, TEAM)
        await self.album.take(page, "founding-codes")
        await jobs.open_founded(tess)

    async def register(self, noor: ApiPerson) -> None:
        """A leader registers ten files as one exhibit and shares it."""
        for name, size in FILES.items():
            (self.folder / name).write_bytes(
                seeded(name).randbytes(size) if name.endswith(".dd") else _text(name, size)
            )
        user = await self.at(noor, "/evidence")
        person = Counted(user.page)
        exhibit = jobs.Registered(
            "Server of the ferry office, image and notes", [self.folder / name for name in FILES], BASIS
        )
        form = await jobs.enter_exhibit(person, exhibit)
        await self.album.take(user.page, "registration-files")
        await jobs.share_exhibit(person, form)
        await self.album.take(user.page, "registration-sharing")
        await person.click("Register and share with 1 party", within=form)
        await expect(user.part("Uploads").get_by_text("Complete")).to_have_count(len(FILES), timeout=2 * SOON)
        await expect(user.page.get_by_role("tab", name=f"Files {len(FILES)}")).to_be_visible(timeout=SOON)
        await self.album.take(user.page, "registered")

    async def answer(self, noor: ApiPerson) -> None:
        """A leader answers the request of another party."""
        user = await self.at(noor, "")
        person = Counted(user.page)
        await expect(user.page.get_by_text(BOOKINGS)).to_be_visible(timeout=SOON)
        await self.album.take(user.page, "consent-pending")
        dialog = await jobs.open_from_pending(person, BOOKINGS)
        await self.album.take(user.page, "consent-answer")
        await jobs.grant(person, dialog, "Not to be copied into the file before the arrests.")

    async def run_a_day(self, noor: ApiPerson, jonas: ApiPerson) -> None:
        """Leaders of two countries begin, run and close an action day."""
        hour = (clock.now() + AHEAD).replace(second=0, microsecond=0)
        there = await planned_day(
            noor, title="Quay and workshop", parties=["NL", "DE"], h_at=hour.isoformat(), h_zone="Europe/Amsterdam"
        )
        search = await plan_action(noor, there, "Search of the quay in Rotterdam", "whole")
        arrest = await plan_action(jonas, there, "Arrest in the workshop in Kiel", "whole")
        users = [await self.at(one, there) for one in (noor, jonas)]
        leader = Counted(users[0].page)
        both = ((leader, str(search["number"])), (leader.beside(users[1].page), str(arrest["number"])))
        await jobs.confirm_go(both)
        await expect(leader.page.locator('li[data-number] [data-state="ready"]')).to_have_count(2, timeout=SOON)
        asked = await jobs.ask_to_begin(leader)
        await self.album.take(leader.page, "day-begin")
        await jobs.begin(leader, asked)
        for one, number in both:
            await jobs.execute(one, number)
        await jobs.finish(*both[0])
        await jobs.log(leader, "Door opened at the quay, two servers running")
        await open_board(users[1])
        await expect(users[1].page.get_by_text("Door opened at the quay")).to_be_visible(timeout=SOON)
        await self.album.take(users[1].page, "day-board")
        await users[1].page.get_by_role("link", name="Back to plan").click()
        await jobs.finish(*both[1])
        await jobs.close(leader)

    async def export(self, noor: ApiPerson) -> None:
        """A leader exports the custody of two exhibits for a court."""
        items = [one for one in (await noor.get("/evidence?q=front server&limit=50"))["items"] if one["mine"]]
        lampkit = next(one for one in items if "LAMPKIT" in one["title"])
        other = next(one for one in items if "access log" in one["title"])
        user = await self.at(noor, f"/evidence/{lampkit['id']}")
        person = Counted(user.page)
        form = await jobs.enter_export(person, other["exhibit_number"])
        await expect(form.get_by_role("region", name="Preview")).to_be_visible()
        await self.album.take(user.page, "export-form")
        package = await jobs.create_package(person, form)
        await self.album.take(user.page, "export-package")
        await jobs.download_package(person, package)


def _text(name: str, size: int) -> bytes:
    """Lines of a file that the page can show."""
    line = f"{name}: server of the ferry office, rack 3\n"
    return (line * (size // len(line) + 1)).encode()[:size]


async def renew(server: Server, pictures: Path, folder: Path) -> None:
    """Do the five jobs, and replace the pictures."""
    album = Album(pictures)
    pictures.mkdir(exist_ok=True)
    for former in pictures.glob("*.webp"):
        former.unlink()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium_of_the_machine(), args=FLAGS)
        tour = Tour(Windows(browser), server, album, folder)
        noor, jonas = [await api_person(server, one) for one in ("noor@nl.demo", "jonas@de.demo")]
        await tour.found()
        await tour.answer(noor)
        await tour.run_a_day(noor, jonas)
        await tour.export(noor)
        await tour.register(noor)
        await browser.close()


def main(pictures: Path) -> None:
    """Start the demonstration and renew the pictures in the folder."""
    began = clock.now()
    with tempfile.TemporaryDirectory(prefix="liaison-tour-") as name:
        folder = Path(name)
        with embedded.start(folder / "postgres") as cluster:
            database.migrate(cluster.create_database(TEMPLATE).owner)
            with demonstration(cluster, folder) as server:
                asyncio.run(renew(server, pictures, folder))
    took: timedelta = clock.now() - began
    sys.stdout.write(f"{len(list(pictures.glob('*.webp')))} pictures in {took.total_seconds():.0f} s\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES)
