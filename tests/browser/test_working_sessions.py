"""A member's day at the page: many exhibits, a copy, handling conditions, and no more than three justifications."""

from pathlib import Path
from typing import Any, Final

from playwright.async_api import expect

from app import clock
from tests.factories.evidence import values
from tests.support.browser import Windows
from tests.support.desk import SOON, Desk, sit_down
from tests.support.server import Server

OPENINGS: Final = 12
WHY: Final = f"Reading the seizures of the front servers for the indictment {clock.new_id().hex[-6:]}"


async def readable(desk: Desk) -> list[dict[str, Any]]:
    """Exhibits that this person may read here, as the server says: with pages for reading and without."""
    found = []
    for one in (await desk.read("/evidence?limit=60"))["items"]:
        exhibit = await desk.read(f"/evidence/{one['id']}")
        if exhibit["may"]["open"]["allowed"] and any(file["has_rendition"] for file in exhibit["files"]):
            found.append(exhibit)
    return found


async def begin(desk: Desk) -> None:
    """Say once what the day is for."""
    await desk.page.get_by_role("button", name="Begin a working session").click()
    dialog = desk.page.get_by_role("dialog", name="Begin a working session")
    await dialog.get_by_role("button", name="Begin", exact=True).click()
    await expect(dialog.get_by_text("Say what you need it for, or choose one of your tasks.")).to_be_visible()
    await dialog.get_by_role("textbox", name="Justification").fill(WHY)
    await dialog.get_by_text("8 hours").click()
    await dialog.get_by_role("button", name="Begin", exact=True).click()
    await expect(desk.part("Working session")).to_contain_text(WHY)


async def test_a_days_work_costs_no_more_than_three_justifications(
    windows: Windows, lantern: Server, tmp_path: Path
) -> None:
    lena = await sit_down(windows, lantern, "lena@de.demo")
    held_first = sorted(await readable(lena), key=lambda one: not one["may"]["take"]["allowed"])
    exhibits = held_first[:OPENINGS]
    assert len(exhibits) >= 6
    await begin(lena)
    said = 1
    for exhibit in exhibits:
        await lena.turn_to(f"/evidence/{exhibit['id']}")
        await expect(lena.part("Working session")).to_be_visible(timeout=SOON)
        await lena.page.get_by_role("button", name="Open", exact=True).first.click()
        if "acknowledge_h3" in exhibit["may"]["open"]["obligations"]:
            dialog = lena.page.get_by_role("dialog")
            await dialog.get_by_role("checkbox").check()
            await dialog.get_by_role("button", name="Open", exact=True).click()
        await expect(lena.page.get_by_role("navigation", name="Files in this opening")).to_be_visible(timeout=SOON)
        said += await lena.page.get_by_role("textbox", name="Justification").count()
        await lena.page.get_by_role("button", name="Close the viewer").click()
    bar = lena.part("Working session")
    await expect(bar).to_contain_text(f"{len(exhibits)} openings")
    await lena.page.screenshot(path=tmp_path / "day.png")
    assert said <= 3, "the day cost no more than three justifications"
    for exhibit in exhibits:
        entries = (await lena.read(f"/evidence/{exhibit['id']}/custody?limit=200"))["items"]
        mine = [values(one) for one in entries if one["kind"] == "evidence.opened"]
        assert [one.get("justification") for one in mine].count(WHY) == 1, "each is an entry of its own"
    await one_alone_says_why_itself(lena, exhibits[0], tmp_path)
    await bar.get_by_role("button", name="End it").click()
    await expect(bar).to_have_count(0)
    await lena.page.get_by_role("button", name="Take original").first.click()
    await expect(lena.page.get_by_role("textbox", name="Justification")).to_be_visible()


async def one_alone_says_why_itself(desk: Desk, exhibit: dict[str, Any], folder: Path) -> None:
    """Taking within the session asks who keeps it, and lets one say why for this one alone."""
    await desk.turn_to(f"/evidence/{exhibit['id']}")
    await expect(desk.part("Working session")).to_be_visible(timeout=SOON)
    await desk.page.get_by_role("button", name="Take original").first.click()
    dialog = desk.page.get_by_role("dialog")
    await expect(dialog.get_by_text(f"In your working session: Purpose of the team. {WHY}")).to_be_visible()
    await expect(dialog.get_by_role("textbox", name="Custodian")).to_be_visible()
    await desk.page.screenshot(path=folder / "take.png")
    await dialog.get_by_role("button", name="Say why for this one alone").click()
    await expect(dialog.get_by_role("textbox", name="Justification")).to_be_visible()
    await dialog.get_by_role("button", name="Cancel").click()


async def test_one_begun_elsewhere_is_shown_and_ended_here(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    desk = await sit_down(windows, lantern, "hugo@fr.demo", language="fr", dark=True)
    other = await sit_down(windows, lantern, "hugo@fr.demo", language="fr")
    form = {"purpose": "JIT_PURPOSE", "justification": WHY, "minutes": 5}
    path = f"/api/jits/{desk.jit}/working-sessions"
    begun = await desk.page.request.post(path, data=form, headers={"Origin": lantern.url})
    assert begun.status == 201, await begun.text()
    bar = desk.part("Session de travail")
    await expect(bar).to_contain_text("0 consultation", timeout=SOON)
    await desk.page.screenshot(path=tmp_path / "french-dark.png")
    await desk.page.set_viewport_size({"width": 390, "height": 844})
    await desk.page.screenshot(path=tmp_path / "french-narrow.png")
    there = other.part("Session de travail")
    await expect(there).to_contain_text("dans un autre navigateur", timeout=SOON)
    await there.get_by_role("button", name="Y mettre fin").click()
    await expect(bar).to_have_count(0, timeout=SOON)
