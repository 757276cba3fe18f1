"""Who could see this if: for one seat, the level that a release gives it, and why. Pure; the level is `level_of`'s alone.

Deliberately not here: what rules make of an exhibit (`access/rules.py`), and acts beyond seeing (`decisions.decide`).
"""

from dataclasses import dataclass
from datetime import datetime

from app.access.decisions import Conditions, Level, level_of
from app.access.roles import Role
from app.access.seats import Seat


@dataclass(frozen=True, slots=True)
class Seen:
    """How far a seat sees under a release, and the code of the reason."""

    level: Level
    because: str


def seen(seat: Seat, release: Conditions | None, now: datetime) -> Seen:
    """What a release gives a seat. One that begins later is looked at when it begins."""
    if seat.audits_the_jit:
        return Seen(Level.LISTED, "audits_the_team")
    if release is None or release.level <= Level.NONE or release.party != seat.party:
        return Seen(Level.NONE, "not_released")
    moment = now if release.not_before is None else max(now, release.not_before)
    level = level_of(seat, release, moment)
    return Seen(level, _because(seat, release, level, moment))


def _because(seat: Seat, release: Conditions, level: Level, moment: datetime) -> str:
    """By elimination, in the order in which `level_of` asks."""
    if level is not Level.NONE:
        return f"level_{level.word}" if level == release.level else "role_listed_only"
    if release.until is not None and release.until <= moment:
        return "release_ended"
    if release.seats is not None and seat.id not in release.seats:
        return "not_named"
    if release.authorities is not None and (seat.authority not in release.authorities or not _works(seat)):
        return "authority_not_named"
    return "role_not_admitted"


def _works(seat: Seat) -> bool:
    return bool(seat.roles & {Role.LEADER, Role.MEMBER})
