"""The connection of an identifier as a log states it: ports, protocol, time, zone and the original line. Pure.

A time keeps the digits of its fraction and its offset as they were given, so that no document prints a digit that the log
does not have. Not here: recognition of these values in a text (`app/identifiers`).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import cache
from typing import Any, Final
from zoneinfo import ZoneInfo, available_timezones

from app import clock
from app.identifiers import recognition

MOST_PORT: Final = 65_535
#: A time of a connection: seconds, at most nanoseconds, and an offset (RFC 3339).
_MOMENT: Final = re.compile(
    r"(?P<day>\d{4}-\d{2}-\d{2})[Tt ](?P<time>\d{2}:\d{2}:\d{2})(?P<fraction>\.\d{1,9})?(?P<offset>[Zz]|[+-]\d{2}:\d{2})",
    re.ASCII,
)
_LOCAL: Final = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(\.\d{1,9})?", re.ASCII)
#: An offset as logs write it: `+02:00`, `+0200`, `UTC+3`, `GMT -05:30`, `Z`.
_OFFSET: Final = re.compile(
    r"(?:(?:UTC|GMT)[ ]?)?(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?|Z|UTC|GMT", re.ASCII | re.IGNORECASE
)
#: An abbreviation as logs write it, such as `CEST`.
_ABBREVIATION: Final = re.compile(r"[A-Z]{2,6}", re.ASCII)
#: An address of the examples of RFC 5737, beside which a time is read.
_BESIDE: Final = "192.0.2.1:1"
_known: Final = cache(available_timezones)


class Protocol(StrEnum):
    """Protocols above IP, by their IANA keywords in lower case."""

    TCP = "tcp"
    UDP = "udp"
    UDPLITE = "udplite"
    SCTP = "sctp"
    DCCP = "dccp"
    ICMP = "icmp"
    ICMPV6 = "icmpv6"
    IGMP = "igmp"
    GRE = "gre"
    ESP = "esp"
    AH = "ah"


@dataclass(frozen=True, slots=True)
class Connection:
    """Connection that a log states beside an identifier.

    Attributes:
        port: Source port, or the first port of its block.
        port_until: Last port of the block that a carrier-grade NAT gave to one subscriber (RFC 7422).
        protocol: Protocol of the connection.
        at: Time in RFC 3339, with the fraction and the offset as given.
        zone: Zone of the log: a name of the IANA database, or an offset or abbreviation as the log writes it.
        source_line: The original line.
    """

    port: int | None = None
    port_until: int | None = None
    protocol: str | None = None
    at: str | None = None
    zone: str | None = None
    source_line: str | None = None

    def as_fields(self) -> dict[str, Any]:
        """Return the values by their public names."""
        return asdict(self)

    @property
    def ports(self) -> str | None:
        """The port or the block of ports, such as `20480-20991`."""
        return None if self.port is None else "-".join(str(one) for one in (self.port, self.port_until) if one)

    @property
    def instant(self) -> datetime | None:
        """The time to the second; `None` without one."""
        match = _MOMENT.fullmatch(self.at or "")
        return match and clock.parse(f"{match['day']}T{match['time']}{match['offset'].upper()}")


def connection_of(row: object) -> Connection:
    """Return the connection of an item that is stored or shown."""
    return Connection(**{name: getattr(row, name) for name in Connection.__dataclass_fields__})


def moment(text: str) -> str:
    """Return a time in RFC 3339 with its digits as given.

    Raises:
        ValueError: It has no seconds or no offset, has more than nine digits, or does not exist.
    """
    match = _MOMENT.fullmatch(text)
    if match is None:
        raise ValueError("not RFC 3339")
    offset = match["offset"].upper()
    if not clock.is_within(clock.parse(f"{match['day']}T{match['time']}{offset}")):
        raise ValueError("beyond the calendar")
    return f"{match['day']}T{match['time']}{match['fraction'] or ''}{offset}"


def trimmed(instant: datetime) -> str:
    """Return an instant in UTC without zeros at the end of its fraction, and without an empty fraction."""
    return re.sub(r"\.?0*Z$", "Z", clock.rfc3339(instant)) if instant.microsecond else f"{clock.rfc3339(instant)[:19]}Z"


def time_words(at: str, zone: str | None = None) -> str:
    """Return a time for a document: as the log has it with offset and zone, and in UTC."""
    match = _MOMENT.fullmatch(at)
    if match is None:
        return at.replace("T", " ", 1)
    fraction = match["fraction"] or ""
    instant = clock.parse(f"{match['day']}T{match['time']}{match['offset'].upper()}")
    utc = f"{instant:%Y-%m-%d %H:%M:%S}{fraction} UTC"
    named = f" ({zone})" if zone and not _OFFSET.fullmatch(zone) else ""
    if not _offset(match["offset"]):
        return f"{utc}{named}"
    return f"{match['day']} {match['time']}{fraction} {match['offset']}{named} = {utc}"


def is_zone_of(zone: str, at: str) -> bool:
    """Return whether clocks in a zone show this time with its offset.

    Args:
        zone: A name of the IANA database, or an offset or abbreviation as a log writes it. An abbreviation with several
            meanings is none.
        at: As `moment` returns it.
    """
    match = _MOMENT.fullmatch(at)
    assert match is not None
    whole = clock.parse(f"{match['day']}T{match['time']}{match['offset']}")
    written = _offset(match["offset"])
    if _OFFSET.fullmatch(zone):
        return _offset(zone) == written
    if zone in _known():
        return whole.astimezone(ZoneInfo(zone)).utcoffset() == written
    if not _ABBREVIATION.fullmatch(zone):
        return False
    found = recognition.recognise(f"{match['day']} {match['time']} {zone} {_BESIDE}")
    read = found[0].at if found else None
    return read is not None and datetime.fromisoformat(read).utcoffset() == written


def readings(local: str, zones: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each zone with the instant at which its clocks show `local`.

    Two where the clocks are set back, none where they skip the time.

    Args:
        local: Date and time without an offset.
        zones: Names of the IANA database; unknown ones are left out.
    """
    if not _LOCAL.fullmatch(local):
        return
    wall = datetime.fromisoformat(local[:19])
    for zone in zones:
        if zone not in _known():
            continue
        offsets = dict.fromkeys(wall.replace(tzinfo=ZoneInfo(zone), fold=fold).utcoffset() for fold in (0, 1))
        for offset in offsets:
            assert offset is not None
            instant = wall.replace(tzinfo=UTC) - offset
            if instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == wall:
                yield zone, f"{local.replace(' ', 'T')}{_written(offset)}"


def _offset(text: str) -> timedelta:
    """Return an offset as `_OFFSET` reads it."""
    match = _OFFSET.fullmatch(text)
    assert match is not None
    if match["sign"] is None:
        return timedelta()
    offset = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
    return -offset if match["sign"] == "-" else offset


def _written(offset: timedelta) -> str:
    minutes = int(abs(offset).total_seconds()) // 60
    return f"{'-' if offset < timedelta() else '+'}{minutes // 60:02}:{minutes % 60:02}"
