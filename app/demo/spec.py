"""Types of the catalogue: an exhibit, its files, how it was obtained, how it is marked, to whom it is released.

Releases name people by e-mail address, because the code of a seat is known only when the team exists.
"""

import gzip
import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final, Literal
from zoneinfo import ZoneInfo

FILES: Final = Path(__file__).parent / "files"

Kind = Literal["physical", "image", "digital_original", "working_copy", "extract", "report", "translation"]
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
    """A file of an exhibit.

    Attributes:
        path: Where it is stored, below `app/demo/files/`; compressed where the path ends in `.gz`.
        declared: Whether its sender declares its SHA-256.
        other_name: Its name, where the stored file has another one.
        wrong_sha256: SHA-256 (hexadecimal) that its sender declares and that the file does not have.
    """

    path: str
    declared: bool = False
    other_name: str | None = None
    wrong_sha256: str | None = None

    @property
    def name(self) -> str:
        """Name under which the file is sent."""
        return self.other_name or Path(self.path.removesuffix(".gz")).name

    @property
    def declared_sha256(self) -> str | None:
        """SHA-256 (hexadecimal) that the sender declares, or None."""
        return hashlib.sha256(self.read()).hexdigest() if self.declared else self.wrong_sha256

    def read(self) -> bytes:
        """Return the content of the file, decompressed."""
        stored = (FILES / self.path).read_bytes()
        return gzip.decompress(stored) if self.path.endswith(".gz") else stored


@dataclass(frozen=True, slots=True)
class DeclaredHash:
    """A hash from the record of the measure, either of the medium that was imaged or of the container."""

    algorithm: Literal["sha256", "sha1", "md5", "sha512"]
    value: str
    of: Literal["medium", "container"]


@dataclass(frozen=True, slots=True)
class Provenance:
    """How an exhibit was obtained.

    Attributes:
        acquired_at: Aware, in the time zone of the place.
        acquired_by: Authority, with the number of the officer.
        place: Where it was obtained.
        legal_basis: The law, named in general terms.
    """

    acquired_at: datetime
    acquired_by: str
    place: str
    legal_basis: str

    @property
    def acquired_zone(self) -> str:
        """IANA name of the time zone."""
        zone = self.acquired_at.tzinfo
        assert isinstance(zone, ZoneInfo)
        return zone.key

    def at(self, time: str, room: str = "") -> "Provenance":
        """Return the same measure at another time of that day (`HH:MM`), and possibly in a room of the place."""
        hour, minute = (int(part) for part in time.split(":"))
        place = f"{self.place}, {room}" if room else self.place
        return replace(self, acquired_at=self.acquired_at.replace(hour=hour, minute=minute), place=place)


@dataclass(frozen=True, slots=True)
class Marking:
    """Handling codes, the text that H3 requires, and the colour of the Traffic Light Protocol."""

    handling: tuple[Handling, ...] = ("H0",)
    text: str | None = None
    tlp: Tlp = "AMBER"


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """The release of an exhibit to one party.

    Attributes:
        party: Code of the party.
        level: Release level.
        authorities: Codes of the authorities that get access; None means all of them.
        people: E-mail addresses of the members that get access; None means leaders and contributors.
        not_before: Time after the registration from which the release is valid.
        until: Time after the registration at which the release ends.
        purposes: Purposes for which the exhibit may be used; None means all of them.
        basis: Legal basis of the release.
    """

    party: str
    level: Level
    authorities: tuple[str, ...] | None = None
    people: tuple[str, ...] | None = None
    not_before: timedelta | None = None
    until: timedelta | None = None
    purposes: tuple[Purpose, ...] | None = None
    basis: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """An exhibit. `key` names it within the catalogue only. `language`: of its content (ISO 639).

    The member who registers it belongs to the originator. A contributor may not release exhibits to other parties.
    Where a contributor registers an exhibit with releases, a leader of the party grants them afterwards.
    """

    key: str
    originator: str
    registered_by: str
    title: str
    kind: Kind
    category: Category
    provenance: Provenance
    description: str | None = None
    language: str | None = None
    marking: Marking = Marking()
    releases: tuple[Release, ...] = ()
    declared_hashes: tuple[DeclaredHash, ...] = ()
    files: tuple[Upload, ...]


def uploads(*paths: str, declared: bool = False) -> tuple[Upload, ...]:
    """Return the files with these paths; `declared` says whether their sender declares their hashes."""
    return tuple(Upload(path, declared) for path in paths)


def listed(parties: str) -> tuple[Release, ...]:
    """Return releases at level `listed` to each party; codes are separated by spaces."""
    return _releases("listed", parties)


def readable(
    parties: str, *, until: timedelta | None = None, not_before: timedelta | None = None
) -> tuple[Release, ...]:
    """Return releases at level `readable` to each party; codes are separated by spaces."""
    return _releases("readable", parties, until, not_before)


def held(parties: str, *, until: timedelta | None = None) -> tuple[Release, ...]:
    """Return releases at level `held` to each party; codes are separated by spaces."""
    return _releases("held", parties, until)


def _releases(
    level: Level, parties: str, until: timedelta | None = None, not_before: timedelta | None = None
) -> tuple[Release, ...]:
    return tuple(Release(party=party, level=level, until=until, not_before=not_before) for party in parties.split())
