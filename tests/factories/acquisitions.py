"""Acquisition records for tests, through the API."""

from typing import Any, Final

import httpx

from tests.factories.evidence import place
from tests.factories.team import Team, read_json

FORM: Final[dict[str, Any]] = {
    "make": "Samsung",
    "model": "870 EVO",
    "serial": "S6PNNS0T412345K",
    "capacity": "4 TB",
    "seal_number": "NL-POL-0047119",
    "write_blocker": "Tableau T8u",
    "tool": "FTK Imager",
    "tool_version": "4.7.1",
    "examiner": "DE-17",
    "examiner_function": "Digital examiner",
    "started_at": "2026-05-16T10:05:00+02:00",
    "ended_at": "2026-05-16T14:41:30+02:00",
    "zone": "Europe/Amsterdam",
    "clock_offset_seconds": -127,
    "hashes": [{"algorithm": "md5", "value": "ab" * 16, "of": "medium"}],
    "bad_sectors": 3,
    "errors": "LBA 81234 to 81236 unreadable; filled with zeroes",
    "notes": "Imaged at the office, seal intact on arrival",
}


async def record(team: Team, who: str, exhibit: dict[str, Any], **changes: Any) -> httpx.Response:
    """Record how an exhibit was acquired."""
    return await team.client(who).post(place(team, exhibit, "/acquisitions"), json=FORM | changes)


async def records(team: Team, who: str, exhibit: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the acquisition records of an exhibit that the member reads."""
    return list(read_json(await team.client(who).get(place(team, exhibit, "/acquisitions")))["items"])
