"""What is erased of an action day's entries is gone from the screens of all who read it, while they look: it says that it was, and when."""

import re
from pathlib import Path
from typing import Any, Final

from playwright.async_api import expect

from app import clock
from tests.factories.field_erasures import FORM
from tests.factories.operations import form, reporting
from tests.support.browser import Windows
from tests.support.desk import SOON, Desk, sit_down
from tests.support.server import Server

NAME: Final = f"Quist {clock.new_id().hex[-8:]}"


async def send(desk: Desk, rest: str, body: dict[str, Any], *, method: str = "POST", version: int | None = None) -> Any:
    """Say something to the team's door, which must take it."""
    headers = {"Origin": desk.page.url.partition("/jits")[0]} | (
        {"If-Match": f'"{version}"'} if version is not None else {}
    )
    answer = await desk.page.request.fetch(f"/api/jits/{desk.jit}{rest}", method=method, data=body, headers=headers)
    assert answer.ok, await answer.text()
    return None if answer.status == 204 else await answer.json()


async def told(coordinator: Desk, lena: Desk, jonas: Desk) -> str:
    """A day on which three things of Germany's say the name; its path."""
    day = await send(coordinator, "/operations", form(title=f"Without {clock.new_id().hex[-8:]}"))
    path = f"/operations/{day['id']}"
    await send(coordinator, path, {"state": "planned"}, method="PATCH", version=day["version"])
    me = next(one for one in (await jonas.read("/members"))["items"] if one["name"].startswith("Lena"))
    await send(lena, f"{path}/actions", {"objective": f"Find {NAME}", "lead": me["code"], "sharing": "whole"})
    await send(lena, f"{path}/ticker", reporting(text=f"{NAME} was seen"))
    about = {"kind": "person", "subject": NAME, "reason": f"{NAME} helps us", "told": ["NL"]}
    await send(lena, f"{path}/do-not-touch", about)
    return path


async def test_is_gone_from_every_screen(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    coordinator = await sit_down(windows, lantern, "coordinator@nl.demo")
    noor = await sit_down(windows, lantern, "noor@nl.demo", language="fr", dark=True)
    lena = await sit_down(windows, lantern, "lena@de.demo")
    jonas = await sit_down(windows, lantern, "jonas@de.demo")
    path = await told(coordinator, lena, jonas)
    for desk in (coordinator, noor):
        await desk.turn_to(path)
        await expect(desk.page.get_by_text(NAME)).to_have_count(4, timeout=SOON)
    names = {
        "action.planned": ["objective"],
        "operation.reported": ["text"],
        "protected.entered": ["reason", "subject_name"],
    }
    entries = (await jonas.read(f"/ledger/disclosed?q={NAME.split()[1]}"))["items"]
    assert {one["kind"] for one in entries} >= set(names)
    for entry in (one for one in entries if one["kind"] in names):
        wanted = FORM | {"names": names[entry["kind"]], "confirmation": str(entry["position"])}
        await send(jonas, f"/ledger/entries/{entry['position']}/erasures", wanted)
    for desk, words in ((coordinator, "erased on"), (noor, "effacé le")):
        await expect(desk.page.get_by_text(re.compile(words))).to_have_count(4, timeout=SOON)
        await expect(desk.page.get_by_text(NAME)).to_have_count(0)
    await coordinator.page.screenshot(path=tmp_path / "erased.png", full_page=True)
    await noor.page.set_viewport_size({"width": 390, "height": 844})
    await noor.page.screenshot(path=tmp_path / "erased-narrow-dark-french.png", full_page=True)
