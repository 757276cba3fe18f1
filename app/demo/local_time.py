"""Time zones of the places where the two teams work, and local times there."""

from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

ROTTERDAM: Final = "Europe/Amsterdam"
BERLIN: Final = "Europe/Berlin"
VIENNA: Final = "Europe/Vienna"
PARIS: Final = "Europe/Paris"
ZURICH: Final = "Europe/Zurich"
MADRID: Final = "Europe/Madrid"
ATHENS: Final = "Europe/Athens"


def local(time: str, zone: str) -> datetime:
    """Return a local time as an aware datetime.

    Args:
        time: Date and time, such as `2026-09-15 06:05`.
        zone: IANA name of the time zone.
    """
    return datetime.fromisoformat(time).replace(tzinfo=ZoneInfo(zone))
