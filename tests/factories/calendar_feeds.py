"""Calendar feeds for tests, through the API: made, revoked, and read as a calendar reads them, by nobody who is signed in."""

from typing import Any

import httpx
import icalendar

from tests.factories.team import Team, read_json


async def try_make(team: Team, who: str, name: str = "Telephone") -> httpx.Response:
    """Make one."""
    return await team.client(who).post(team.path("/calendar-feeds"), json={"name": name})


async def make(team: Team, who: str, name: str = "Telephone") -> dict[str, Any]:
    """One that was made."""
    return read_json(await try_make(team, who, name), 201)


async def revoke(team: Team, who: str, feed: dict[str, Any]) -> httpx.Response:
    """Revoke it."""
    return await team.client(who).delete(team.path(f"/calendar-feeds/{feed['id']}"))


async def standing(team: Team, who: str) -> list[dict[str, Any]]:
    """Those that somebody has."""
    items: list[dict[str, Any]] = read_json(await team.client(who).get(team.path("/calendar-feeds")))["items"]
    return items


async def read(team: Team, feed: dict[str, Any], **headers: str) -> httpx.Response:
    """As a calendar program does."""
    return await team.nobody().get(feed["path"], headers=headers)


def events(answer: httpx.Response) -> list[tuple[str, str]]:
    """(words, begin) of each event."""
    assert answer.status_code == 200, answer.text
    told = []
    for one in icalendar.Calendar.from_ical(answer.content).events:
        begin = one["DTSTART"].to_ical()
        assert isinstance(begin, bytes)
        told.append((str(one["SUMMARY"]), begin.decode()))
    return told
