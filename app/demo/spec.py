"""The form of the catalogue: what an exhibit is, how it was obtained, how it is marked, to whom it is released.

Here: frozen descriptions that whoever builds the teams turns into requests. Not here: the exhibits (`lantern`, `sextant`).
People stand in releases by their e-mail address: which code their seat bears is known only once they sit.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from app.demo.content import Content

__all__ = [
    "DeclaredHash",
    "Exhibit",
    "Marking",
    "Provenance",
    "Release",
    "Upload",
    "held",
    "listed",
    "readable",
    "uploads",
]

Kind = Literal["physical", "image", "working_copy", "extract", "report", "translation"]
Category = Literal[
    "device", "disk_image", "phone_extraction", "subscriber_data", "traffic_data", "content_data", "interception",
    "financial", "crypto_asset", "osint", "statement", "document", "photograph", "recording", "network_capture", "malware",
    "biometric", "other",
]  # fmt: skip
Handling = Literal["H0", "H1", "H2", "H3"]
Tlp = Literal["RED", "AMBER_STRICT", "AMBER", "GREEN", "CLEAR"]
Level = Literal["listed", "readable", "held"]
Purpose = Literal[
    "JIT_PURPOSE", "OTHER_OFFENCE_WITH_CONSENT", "IMMINENT_THREAT", "OTHER_AGREED", "JIT_MANAGEMENT", "AUDIT"
]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file to send, and the SHA-256 (hexadecimal) that its sender declares; one exhibit's differs on purpose."""

    content: Content
    declared_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class DeclaredHash:
    """A hash from the measure's own record; `of` says of what: the medium that was imaged or the container."""

    algorithm: Literal["sha256", "sha1", "md5", "sha512"]
    value: str
    of: Literal["medium", "container"]


@dataclass(frozen=True, slots=True)
class Provenance:
    """How it was obtained. `acquired_at` is aware, in the zone of the place; the law is named generally."""

    acquired_at: datetime
    acquired_by: str
    place: str
    legal_basis: str

    @property
    def acquired_zone(self) -> str:
        """The IANA name of the zone."""
        zone = self.acquired_at.tzinfo
        assert isinstance(zone, ZoneInfo)
        return zone.key

    def at(self, clock: str, place: str = "") -> "Provenance":
        """The same measure at another minute (`HH:MM`), and perhaps in another room."""
        hour, minute = (int(part) for part in clock.split(":"))
        where = f"{self.place}, {place}" if place else self.place
        return replace(self, acquired_at=self.acquired_at.replace(hour=hour, minute=minute), place=where)


@dataclass(frozen=True, slots=True)
class Marking:
    """Handling codes, the text that H3 demands, and the Traffic Light Protocol's colour."""

    handling: tuple[Handling, ...] = ("H0",)
    text: str | None = None
    tlp: Tlp = "AMBER"


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """What one party gets. `people` are e-mail addresses of seats in that party; null admits its leaders and members."""

    party: str
    level: Level
    authorities: tuple[str, ...] | None = None
    people: tuple[str, ...] | None = None
    not_before: datetime | None = None
    until: datetime | None = None
    purposes: tuple[Purpose, ...] | None = None
    basis: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """One exhibit. `key` names it within the catalogue and nowhere else.

    Who registers is of the originator. A member may not release to other parties: where a member registers and
    `releases` is not empty, one of the party's leaders grants them afterwards.
    """

    key: str
    originator: str
    registered_by: str
    title: str
    kind: Kind
    category: Category
    provenance: Provenance
    description: str | None = None
    marking: Marking = Marking()
    releases: tuple[Release, ...] = ()
    declared_hashes: tuple[DeclaredHash, ...] = ()
    files: tuple[Upload, ...] = ()


def uploads(*contents: Content, declared: bool = False) -> tuple[Upload, ...]:
    """Files to send, with their true hashes declared where asked."""
    return tuple(Upload(each, each.sha256 if declared else None) for each in contents)


def _releases(level: Level, parties: str, until: datetime | None, not_before: datetime | None) -> tuple[Release, ...]:
    return tuple(Release(party=party, level=level, until=until, not_before=not_before) for party in parties.split())


def listed(parties: str, *, until: datetime | None = None, not_before: datetime | None = None) -> tuple[Release, ...]:
    """Releases at `listed` to each of the parties (codes between spaces)."""
    return _releases("listed", parties, until, not_before)


def readable(parties: str, *, until: datetime | None = None, not_before: datetime | None = None) -> tuple[Release, ...]:
    """Releases at `readable`."""
    return _releases("readable", parties, until, not_before)


def held(parties: str, *, until: datetime | None = None, not_before: datetime | None = None) -> tuple[Release, ...]:
    """Releases at `held`."""
    return _releases("held", parties, until, not_before)
