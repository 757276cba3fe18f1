"""Decide whether a seat may do one act on one exhibit. Pure, total, deny by default.

Source: `docs/access.md`.

`level_of` returns the level at which a release admits a seat. `decide` adds act, purpose and the exhibit's state, and
gives reasons. Row-level security implements the same rules in SQL; a property test compares the two.
Not here: default sharing rules (`access/sharing/rules.py`) and consents (`access/sharing/consents.py`).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Final
from uuid import UUID

from app.access import court, flags
from app.access.retention import erasure_denials
from app.access.roles import Permission, Role
from app.access.seats import Seat
from app.access.sharing import privilege, quarantine
from app.access.sharing.joint import obtained_by


class Level(IntEnum):
    """Level of a release. Without a release the level is zero, and the exhibit does not exist for the party."""

    NONE = 0
    LISTED = 1
    READABLE = 2
    HELD = 3

    @property
    def word(self) -> str:
        """Return the name used in the API."""
        return self.name.lower()


LEVELS: Final = {level.word: level for level in Level if level}
_KNOWN: Final = {int(level): level for level in Level}


class Act(StrEnum):
    """Act that a member asks to perform on an exhibit."""

    LIST = "list"
    DESCRIBE = "describe"
    OPEN = "open"
    TAKE = "take"
    DERIVE = "derive"
    FLAG = "flag"
    DISCLOSE = "disclose"
    RELEASE = "release"
    WITHDRAW = "withdraw"
    ERASE = "erase"
    BUNDLE = "bundle"
    VERIFY = "verify"
    CLOSE = "close"
    FILTER = "filter"


class Purpose(StrEnum):
    """Purposes of use (Reg. (EU) 2023/969 Art. 24; LED Art. 25)."""

    JIT_PURPOSE = "JIT_PURPOSE"
    OTHER_OFFENCE_WITH_CONSENT = "OTHER_OFFENCE_WITH_CONSENT"
    IMMINENT_THREAT = "IMMINENT_THREAT"
    OTHER_AGREED = "OTHER_AGREED"
    JIT_MANAGEMENT = "JIT_MANAGEMENT"
    AUDIT = "AUDIT"


#: Purposes of a release that names none. Use for another offence needs express consent (FD 2002/465 Art. 1(10)(b)).
UNNAMED: Final = frozenset(one.value for one in Purpose if one is not Purpose.OTHER_OFFENCE_WITH_CONSENT)


def purposes_of(named: Collection[str] | None) -> frozenset[str]:
    """Return the purposes that a release permits. Same rule as `for_purpose()` in the database."""
    return UNNAMED if named is None else frozenset(named)


class Obligation(StrEnum):
    """Obligation of an allowed act: something that the member has to do, or that is added."""

    JUSTIFY = "justify"
    ACKNOWLEDGE_H3 = "acknowledge_h3"
    WATERMARK = "watermark"


@dataclass(frozen=True, slots=True)
class Conditions:
    """The parts of a release row that the decision uses."""

    party: UUID
    level: int
    authorities: Collection[UUID] | None = None
    seats: Collection[UUID] | None = None
    not_before: datetime | None = None
    until: datetime | None = None
    purposes: Collection[str] | None = None
    court_use: bool = False


@dataclass(frozen=True, slots=True)
class Exhibit:
    """The properties of an exhibit that the decision uses."""

    originator: UUID
    active: bool
    handling: frozenset[str]
    quarantined: bool = False  # uploaded from outside the Union, not yet approved by an administrator
    bound: bool = False  # derived from another party's exhibit, whose conditions bind the originator too
    privilege: str | None = None  # the content is open only if `None` or `cleared`
    filters: bool = False  # the asking seat is the privilege reviewer of this unchecked exhibit
    acknowledged: bool = False  # the asking seat acknowledged the current handling text
    erased: bool = False  # only number and custody remain
    on_hold: bool = False  # a legal hold exists; set only for those who may erase
    due: bool = False  # its review is due
    joint: frozenset[UUID] = frozenset()  # the parties that obtained it with the originator, which keeps it
    agreed: bool = True  # each of them agreed to its erasure; set only for those who may erase

    def obtained_by(self, seat: Seat) -> bool:
        """Return whether the seat's party obtained the exhibit, alone or with others."""
        return obtained_by(seat.party, self.originator, self.joint)


@dataclass(frozen=True, slots=True)
class Decision:
    """The result. `because`: codes of all rules that applied, without anything the asking member may not know."""

    allowed: bool
    level: Level
    obligations: tuple[Obligation, ...]
    because: tuple[str, ...]


#: Required level by act; the highest unless a lower one suffices.
_NEEDED: Final = dict.fromkeys(Act, Level.HELD) | {
    Act.LIST: Level.LISTED,
    Act.BUNDLE: Level.LISTED,
    Act.OPEN: Level.READABLE,
    Act.FLAG: Level.READABLE,
    Act.VERIFY: Level.READABLE,
    Act.CLOSE: Level.READABLE,
    Act.FILTER: Level.READABLE,
}
_PERMISSION: Final = {
    Act.LIST: Permission.EVIDENCE_READ,
    Act.BUNDLE: Permission.EXPORT_MAKE,
    Act.DESCRIBE: Permission.EVIDENCE_DESCRIBE,
    Act.OPEN: Permission.EVIDENCE_OPEN,
    Act.TAKE: Permission.EVIDENCE_OPEN,
    Act.DERIVE: Permission.EVIDENCE_REGISTER,
    Act.FLAG: Permission.EVIDENCE_OPEN,
    Act.DISCLOSE: Permission.EVIDENCE_DISCLOSE,
    Act.RELEASE: Permission.RELEASE_GRANT,
    Act.WITHDRAW: Permission.EVIDENCE_WITHDRAW,
    Act.ERASE: Permission.EVIDENCE_ERASE,
    Act.VERIFY: Permission.EVIDENCE_VERIFY,
    Act.CLOSE: Permission.EVIDENCE_CLOSE,
    Act.FILTER: Permission.EVIDENCE_FILTER,
}
#: Uses of the content: each needs a purpose and a justification.
_USES: Final = {Act.OPEN, Act.TAKE, Act.DISCLOSE, Act.VERIFY, Act.FILTER}
_ORIGINATORS_ACTS: Final = {Act.DESCRIBE, Act.RELEASE, Act.WITHDRAW, Act.ERASE, Act.FILTER}
#: Acts that each party that obtained the exhibit may do alone.
_ANY_ORIGINATORS_ACTS: Final = {Act.WITHDRAW}
#: Acts that remain possible on an erased exhibit.
_OF_A_STUB: Final = {Act.LIST, Act.BUNDLE}


def level_of(seat: Seat, release: Conditions, now: datetime) -> Level:
    """Return the level at which this release admits the seat now. Same rule as `admitted()` in the database."""
    named = release.seats is not None
    if release.party != seat.party or not _in_time(release, now) or not _addressed(seat, release):
        return Level.NONE
    level = _KNOWN.get(release.level, Level.NONE)
    if Role.AUDITOR in seat.roles:
        return min(level, Level.LISTED) if release.authorities is None else Level.NONE
    if named or seat.roles & {Role.LEADER, Role.MEMBER}:
        return level
    if release.authorities is None and Role.COORDINATOR in seat.roles:
        return min(level, Level.LISTED)
    return Level.NONE


def _addressed(seat: Seat, release: Conditions) -> bool:
    if release.seats is not None and seat.id not in release.seats:
        return False
    return release.authorities is None or seat.authority in release.authorities


def _in_time(release: Conditions, now: datetime) -> bool:
    if release.not_before is not None and now < release.not_before:
        return False
    return release.until is None or now < release.until


def decide(
    seat: Seat,
    exhibit: Exhibit,
    releases: Iterable[Conditions],
    now: datetime,
    act: Act,
    purpose: Purpose | None = None,
) -> Decision:
    """Decide whether `seat` may do `act` for `purpose`.

    Args:
        seat: The member who asks.
        exhibit: The exhibit.
        releases: Release rows of the exhibit; only those of the seat's own party count. With several, the strictest
            applies.
        now: The time of the act.
        act: The act.
        purpose: The purpose of use; `None` if none was stated.

    Returns:
        The decision, with level, obligations and reasons.
    """
    admitting = [release for release in releases if release.party == seat.party]
    level = min((level_of(seat, release, now) for release in admitting), default=Level.NONE)
    if seat.audits_the_jit or (exhibit.erased and level):
        level = Level.LISTED
    if level is Level.NONE:
        return Decision(allowed=False, level=Level.NONE, obligations=(), because=("not_released",))
    denials = tuple(_denials(seat, exhibit, admitting, level, act, purpose))
    if denials:
        return Decision(allowed=False, level=level, obligations=(), because=denials)
    because = tuple(_reasons_of_level(seat, exhibit, level))
    return Decision(allowed=True, level=level, obligations=tuple(_obligations(exhibit, act)), because=because)


def _reasons_of_level(seat: Seat, exhibit: Exhibit, level: Level) -> Iterable[str]:
    """Yield why the seat has this level. Nobody shared an exhibit with the party that obtained it."""
    if seat.audits_the_jit:
        yield "audits_the_team"
    elif exhibit.obtained_by(seat):
        yield "own_exhibit" if seat.party == exhibit.originator else "joint_exhibit"
        if level is Level.LISTED and not exhibit.erased:
            yield "role_listed_only"
    else:
        yield f"level_{level.word}"


def _denials(
    seat: Seat, exhibit: Exhibit, releases: list[Conditions], level: Level, act: Act, purpose: Purpose | None
) -> Iterable[str]:
    if not seat.may(_PERMISSION[act]):
        yield "judicial_only" if _PERMISSION[act] in seat.withheld else "role_may_not"
    if exhibit.erased and act not in _OF_A_STUB:
        yield "erased"
        return
    own, keeps = exhibit.obtained_by(seat), seat.party == exhibit.originator
    if act in _ORIGINATORS_ACTS and not (own if act in _ANY_ORIGINATORS_ACTS else keeps):
        yield "originator_only"
    if level < _NEEDED[act]:
        yield _reason_of_lower_level(seat, releases, level, _NEEDED[act])
    yield from _gate_denials(seat, exhibit, act)
    if act is Act.FLAG:
        yield from flags.denials(exhibit.handling, own=own)
    yield from _state_denials(seat, exhibit, act)
    if act is Act.BUNDLE and not own:
        h1, consented = "H1" in exhibit.handling, _in_court(releases)
        yield from court.bundle_denials(active=exhibit.active, h1=h1, audits=seat.audits, consented=consented)
    elif act is Act.BUNDLE and _keeps_from_court(seat, exhibit, releases):
        yield "court_use_not_consented"
    if act in _USES:
        yield from _use_denials(seat, exhibit, releases, act, purpose)


def _reason_of_lower_level(seat: Seat, releases: list[Conditions], level: Level, needed: Level) -> str:
    """Return why the level is too low: the role of the seat, or else the release."""
    if seat.audits_the_jit:
        return "audits_the_team"
    is_limited_by_role = level is Level.LISTED and any(release.level >= needed for release in releases)
    return "role_listed_only" if is_limited_by_role else f"level_below_{needed.word}"


def _state_denials(seat: Seat, exhibit: Exhibit, act: Act) -> Iterable[str]:
    """Yield reasons from withdrawal and erasure.

    A withdrawn exhibit can be listed, exported and erased, and read by its originator.
    """
    others = not exhibit.obtained_by(seat)
    if act is Act.ERASE:
        agreed = others or exhibit.agreed
        yield from erasure_denials(active=exhibit.active, due=exhibit.due, on_hold=exhibit.on_hold, agreed=agreed)
    elif (
        not exhibit.active and act not in _OF_A_STUB and (others or act in _ORIGINATORS_ACTS | {Act.DERIVE, Act.CLOSE})
    ):
        yield "withdrawn"


def _use_denials(
    seat: Seat, exhibit: Exhibit, releases: list[Conditions], act: Act, purpose: Purpose | None
) -> Iterable[str]:
    """Yield reasons against a use of the content: H1 in proceedings, and purposes that a release does not permit."""
    others = not exhibit.obtained_by(seat)
    if act is Act.DISCLOSE and _keeps_from_court(seat, exhibit, releases):
        yield "court_use_not_consented"
    for release in releases:
        if purpose is None or purpose in purposes_of(release.purposes):
            continue
        if release.purposes is not None:
            yield "purpose_not_released"
        elif others:
            yield "other_offence_needs_consent"


def _gate_denials(seat: Seat, exhibit: Exhibit, act: Act) -> Iterable[str]:
    yield from quarantine.denials(act, own=seat.party == exhibit.originator, quarantined=exhibit.quarantined)
    if (closed := privilege.denial(exhibit.privilege, act, filters=exhibit.filters)) is not None:
        yield closed


def _keeps_from_court(seat: Seat, exhibit: Exhibit, releases: list[Conditions]) -> bool:
    own, consented = exhibit.obtained_by(seat), _in_court(releases)
    return court.keeps(own=own, bound=exhibit.bound, h1="H1" in exhibit.handling, consented=consented)


def _in_court(releases: list[Conditions]) -> bool:
    """Return whether the originator consents to use in proceedings."""
    return bool(releases) and all(release.court_use for release in releases)


def _obligations(exhibit: Exhibit, act: Act) -> Iterable[Obligation]:
    if act in _USES:
        yield Obligation.JUSTIFY
        if "H3" in exhibit.handling and not exhibit.acknowledged:
            yield Obligation.ACKNOWLEDGE_H3
    if act in {Act.OPEN, Act.VERIFY, Act.FILTER}:
        yield Obligation.WATERMARK
