"""The chart of an exhibit's custody: a lane for each party, everything that one may read, and the same as a table."""

import re
from pathlib import Path
from typing import Any, Final

from playwright.async_api import expect

from tests.factories.evidence import form, release
from tests.support.axe import violations
from tests.support.browser import Windows
from tests.support.desk import SOON, Desk, sit_down
from tests.support.server import Server

#: More than two pages of custody: all of it is read before it is drawn.
MANY: Final = 210


async def much(desk: Desk, lantern: Server) -> dict[str, Any]:
    """An exhibit with a long custody: released, corrected again and again, recalled."""
    at, headers = f"/api/jits/{desk.jit}/evidence", {"Origin": lantern.url}
    wanted = form(title="A much corrected image", releases=[release("DE", "readable"), release("FR", "listed")])
    made = await desk.page.request.post(at, data=wanted, headers=headers)
    assert made.status == 201, await made.text()
    exhibit: dict[str, Any] = await made.json()
    for turn in range(MANY):
        change = {"place": f"Store {turn}", "reason": "Moved"}
        condition = headers | {"If-Match": f'"{turn + 1}"'}
        done = await desk.page.request.patch(f"{at}/{exhibit['id']}", data=change, headers=condition)
        assert done.status == 200, await done.text()
    ended = await desk.page.request.delete(
        f"{at}/{exhibit['id']}/releases/FR", data={"reason": "Quashed"}, headers=headers | {"If-Match": '"1"'}
    )
    assert ended.status == 204, await ended.text()
    return exhibit


async def test_draws_what_one_may_read_and_has_it_as_a_table(windows: Windows, lantern: Server, tmp_path: Path) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    jonas = await sit_down(windows, lantern, "jonas@de.demo", language="fr", dark=True)
    exhibit = await much(noor, lantern)
    await expect(noor.feed.get_by_role("listitem").nth(100)).to_be_attached()
    assert await noor.page.evaluate("document.documentElement.scrollHeight <= innerHeight"), (
        "the feed scrolls, not the page"
    )
    await noor.turn_to(f"/evidence/{exhibit['id']}")
    custody = noor.page.get_by_role("region", name="Custody")
    entries = custody.get_by_role("listitem").filter(has=noor.page.get_by_role("time"))
    await expect(entries.first).to_contain_text("recalled")  # of three pages the last is read first
    await custody.get_by_role("button", name="Chart").click()
    chart = noor.page.get_by_role("region", name="Its way between the parties")
    # Registered, two releases, the corrections and a recall.
    await expect(chart.get_by_text(f"{MANY + 4} entries")).to_be_visible(timeout=SOON)
    drawn = chart.get_by_role("img")
    label = await drawn.get_attribute("aria-label") or ""
    assert "Netherlands, Germany, France" in label, label
    await noor.page.screenshot(path=tmp_path / "chart.png", full_page=True)
    assert await violations(noor.page) == []
    await chart.get_by_text("Table").click()
    await expect(chart.get_by_role("row")).to_have_count(MANY + 5)
    await chart.get_by_text("Drawn").click()
    await noor.page.set_viewport_size({"width": 390, "height": 844})
    await expect(drawn).to_be_visible()
    await noor.page.screenshot(path=tmp_path / "chart-narrow.png", full_page=True)
    await jonas.turn_to(f"/evidence/{exhibit['id']}")
    await jonas.page.get_by_role("button", name="Graphique").click()
    theirs = jonas.page.get_by_role("region", name="Son parcours entre les parties")
    await expect(theirs.get_by_role("img")).to_have_attribute("aria-label", re.compile("Allemagne"), timeout=SOON)
    label = await theirs.get_by_role("img").get_attribute("aria-label") or ""
    assert "France" not in label, "who else has it is not its affair"
    await jonas.page.screenshot(path=tmp_path / "chart-french-dark.png", full_page=True)
