"""The bell tells of talk that names one, of a go that is asked for and of an incident, and leads there; what is taken back is gone from it."""

import asyncio
import re
import uuid
from pathlib import Path
from typing import Any, Final

from playwright.async_api import Route, expect

from app import clock
from tests.browser.test_notifications import TELEPHONE, opened, row
from tests.support.axe import ALL_BUT_COLOURS, violations
from tests.support.browser import Windows
from tests.support.desk import SOON, Desk, sit_down
from tests.support.server import Server

MARK: Final = clock.new_id().hex[-8:]


async def post(desk: Desk, path: str, body: dict[str, Any], origin: str, status: int = 201) -> dict[str, Any]:
    """What the server answers to somebody's form."""
    answer = await desk.page.request.post(f"/api/jits/{desk.jit}{path}", data=body, headers={"Origin": origin})
    assert answer.status == status, await answer.text()
    return dict(await answer.json())


async def code_of(desk: Desk) -> str:
    """The code of somebody's seat."""
    me = await (await desk.page.request.get("/api/me")).json()
    return str(next(one["seat"]["code"] for one in me["seats"] if one["jit"]["id"] == desk.jit))


async def named_in_talk(desk: Desk, whom: Desk, channel: str, words: str, origin: str) -> tuple[str, str]:
    """Somebody says something to somebody of Germany in a channel made for it: the ids of the channel and of what was said."""
    code = await code_of(whom)
    made = await post(desk, "/channels", {"name": channel, "parties": ["DE"]}, origin)
    told = {"text": f"@{code}: {words}", "mentions": [code]}
    return made["id"], (await post(desk, f"/channels/{made['id']}/messages", told, origin))["id"]


async def planned(desk: Desk, title: str, origin: str) -> str:
    """An action day of two parties, planned, for which the other is asked for its go: what it is read by."""
    day = {"title": title, "kind": "real", "parties": ["NL", "DE"]}
    day |= {"h_at": "2030-11-26T09:00:00Z", "h_zone": "Europe/Amsterdam"}
    made = await post(desk, "/operations", day, origin)
    changed = await desk.page.request.patch(
        f"/api/jits/{desk.jit}/operations/{made['id']}",
        data={"state": "planned"},
        headers={"Origin": origin, "If-Match": '"1"'},
    )
    assert changed.ok, await changed.text()
    return str(made["id"])


async def test_of_what_is_said_and_planned_it_tells_whom_it_concerns(
    windows: Windows, lantern: Server, tmp_path: Path
) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    jonas = await sit_down(windows, lantern, "jonas@de.demo", language="fr", dark=True)
    await named_in_talk(noor, jonas, f"Carriers {MARK}", "seal them today.", lantern.url)
    drawer = await opened(jonas)
    talk = row(drawer, f"Carriers {MARK}")
    await expect(talk).to_contain_text("hors registre", timeout=SOON)
    await expect(talk).not_to_contain_text("seal")
    day = await planned(noor, f"Day {MARK}", lantern.url)
    asked = row(drawer, f"Day {MARK}").filter(has_text="Le feu vert de votre partie est demandé")
    await expect(asked).to_be_visible(timeout=SOON)
    report = {"key": str(uuid.uuid4()), "kind": "incident", "shared": True, "text": "A fire"}
    report |= {"occurred_at": clock.rfc3339(clock.now())}
    await post(noor, f"/operations/{day}/ticker", report, lantern.url)
    incident = row(drawer, "Incident").filter(has_text=MARK)
    await expect(incident).to_have_attribute("data-urgency", "now", timeout=SOON)
    await jonas.page.screenshot(path=tmp_path / "bell-french-dark.png")
    await jonas.page.set_viewport_size(TELEPHONE)  # type: ignore[arg-type]  # two whole numbers
    await jonas.page.screenshot(path=tmp_path / "bell-french-dark-narrow.png")
    assert not await violations(jonas.page, ALL_BUT_COLOURS)
    await jonas.page.set_viewport_size({"width": 1440, "height": 900})
    await asked.get_by_role("link").click()
    await expect(jonas.page).to_have_url(f"{lantern.url}/jits/{jonas.jit}/operations/{day}")


async def test_what_is_followed_is_marked_before_its_channel_is_read(
    windows: Windows, lantern: Server, tmp_path: Path
) -> None:
    """Reading the channel takes the notice away; marking it behind that would find nothing to mark."""
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    jonas = await sit_down(windows, lantern, "jonas@de.demo", language="fr", dark=True)
    channel, message = await named_in_talk(noor, jonas, f"Followed {MARK}", "seal them today.", lantern.url)
    talk = row(await opened(jonas), f"Followed {MARK}")
    marked, go_on = asyncio.Event(), asyncio.Event()

    async def hold(route: Route) -> None:
        marked.set()
        await go_on.wait()
        await route.continue_()

    await jonas.page.route(re.compile(r"/notifications/[0-9a-f-]{36}$"), hold)
    await talk.get_by_role("link").click()
    await expect(jonas.page).to_have_url(
        f"{lantern.url}/jits/{jonas.jit}/messages/{channel}?at={message}", timeout=SOON
    )
    await expect(jonas.page.get_by_text("seal them today")).to_be_visible(timeout=SOON)
    async with asyncio.timeout(SOON / 1000):
        await marked.wait()
    await jonas.page.wait_for_timeout(1_000)  # read before that, the channel would leave nothing to mark
    go_on.set()
    await jonas.page.screenshot(path=tmp_path / "where-it-was-said.png")
    await expect(row(await opened(jonas), f"Followed {MARK}")).to_have_count(0, timeout=SOON)


async def test_what_was_taken_back_is_gone_from_it(windows: Windows, lantern: Server) -> None:
    noor = await sit_down(windows, lantern, "noor@nl.demo")
    jonas = await sit_down(windows, lantern, "jonas@de.demo")
    channel, message = await named_in_talk(noor, jonas, f"Back {MARK}", "by mistake.", lantern.url)
    drawer = await opened(jonas)
    await expect(row(drawer, f"Back {MARK}")).to_contain_text("You were named, off the record", timeout=SOON)
    path = f"/api/jits/{noor.jit}/channels/{channel}/messages/{message}"
    answer = await noor.page.request.delete(path, headers={"Origin": lantern.url, "If-Match": '"1"'})
    assert answer.ok, await answer.text()
    await expect(row(drawer, f"Back {MARK}")).to_have_count(0, timeout=SOON)
