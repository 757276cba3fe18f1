"""Preview: the level that a release would give one seat, and why. Pure; the level comes from `level_of`.

Not here: what rules give (`access/sharing/rules.py`), and acts beyond seeing (`decisions.decide`).
"""

from dataclasses import dataclass
from datetime import datetime

from app.access.roles import Role
from app.access.seats import Seat
from app.access.sharing.decisions import Conditions, Level, level_of


@dataclass(frozen=True, slots=True)
class Seen:
    """The level of a seat under a release, and the code of the reason."""

    level: Level
    because: str


def seen(seat: Seat, release: Conditions | None, now: datetime) -> Seen:
    """Return what a release gives a seat. A release that begins later is evaluated at its beginning."""
    if seat.audits_the_jit:
        return Seen(Level.LISTED, "audits_the_team")
    if release is None or release.level <= Level.NONE or release.party != seat.party:
        return Seen(Level.NONE, "not_released")
    moment = now if release.not_before is None else max(now, release.not_before)
    level = level_of(seat, release, moment)
    return Seen(level, _because(seat, release, level, moment))


def _because(seat: Seat, release: Conditions, level: Level, moment: datetime) -> str:
    """Return the reason, checked in the order in which `level_of` checks."""
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
