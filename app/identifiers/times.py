"""Times in a text, and their zones.

Formats: ISO 8601 and RFC 3339, the Common Log Format, RFC 5322, day.month.year, day/month/year, and Unix seconds. Offsets,
`Z`, unambiguous abbreviations and names of the IANA database are zones; an abbreviation such as `IST` is none.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.identifiers.kinds import Caution

#: Hours from UTC of abbreviations: those of RFC 5322, section 4.3, and those of Europe, except BST and IST.
_ABBREVIATIONS: Final = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "WEST": 1, "CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2, "EET": 2, "EEST": 3,
    "MSK": 3, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
}  # fmt: skip
#: Unix seconds count from here.
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MONTHS: Final = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_MONTH: Final = "|".join(_MONTHS)
_ZONE: Final = (
    r"(?:[ \u00a0]?\(?(?P<zone>[+-](?:0\d|1[0-4])(?::?[0-5]\d)?(?!\d)|"
    + "|".join(sorted(_ABBREVIATIONS, key=len, reverse=True))
    + r"|(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/[A-Za-z_]{2,20}(?:/[A-Za-z_]{2,20})?)"
    r"(?![A-Za-z0-9])\)?)?"
)
_CLOCK: Final = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<fraction>\d{1,9})(?!\d|\.\d))?)?"
_BEFORE: Final = r"(?<![\w.:/-])"
_AFTER: Final = r"(?![\d:])"

_ISO: Final = re.compile(
    rf"{_BEFORE}(?P<year>\d{{4}})(?P<dash>[-/])(?P<month>\d{{2}})(?P=dash)(?P<day>\d{{2}})(?:[Tt_,;]|,?[ \u00a0]){_CLOCK}"
    rf"{_AFTER}{_ZONE}"
)
_BASIC: Final = re.compile(
    rf"{_BEFORE}(?P<year>\d{{4}})(?P<month>\d{{2}})(?P<day>\d{{2}})T(?P<hour>\d{{2}})(?P<minute>\d{{2}})(?P<second>\d{{2}})"
    rf"{_AFTER}{_ZONE}"
)
_LOG: Final = re.compile(
    rf"{_BEFORE}(?P<day>\d{{1,2}})/(?P<name>{_MONTH})/(?P<year>\d{{4}}):{_CLOCK}{_AFTER}{_ZONE}", re.IGNORECASE
)
_MAIL: Final = re.compile(
    rf"{_BEFORE}(?P<day>\d{{1,2}})[ -](?P<name>{_MONTH})[a-z]{{0,6}}[ -](?P<year>\d{{4}}),?[ ]{_CLOCK}{_AFTER}{_ZONE}",
    re.IGNORECASE,
)
_DAY_FIRST: Final = re.compile(
    rf"{_BEFORE}(?P<day>\d{{1,2}})(?P<mark>[./-])(?P<month>\d{{1,2}})(?P=mark)(?P<year>\d{{4}}),?(?:[T]|[ \u00a0]{{1,2}}){_CLOCK}"
    rf"{_AFTER}(?:[ ]?(?P<half>[AaPp][Mm])(?![A-Za-z]))?{_ZONE}"
)
_WITHOUT_YEAR: Final = re.compile(
    rf"(?<![\w.:/-])(?:{_MONTH})[a-z]{{0,6}}[ ]{{1,2}}\d{{1,2}}[ ]\d{{2}}:\d{{2}}:\d{{2}}{_AFTER}", re.IGNORECASE
)
_UNIX: Final = re.compile(
    r"(?:^|(?<![A-Za-z])(?:ts|at|time|timestamp|epoch|date)[\"']?[ ]?[:=][ ]?[\"']?)"
    r"(?P<seconds>1\d{9})(?:\.(?P<part>\d{1,6})|(?P<millis>\d{3}))?(?!\d|\.\d|\w)"
    r"|(?<![\w.+-])(?P<sharp>1\d{9})\.(?P<sharp_part>\d{3,6})(?![\w.])",
    re.MULTILINE | re.IGNORECASE,
)
_DATE: Final = re.compile(
    rf"{_BEFORE}(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}([./])\d{{1,2}}\1\d{{4}}|\d{{1,2}}:\d{{2}}(?::\d{{2}})?)(?![\w:/-]|\.\d)"
)
_MONTHS_IN_YEAR: Final = 12
_NOON: Final = 12


@dataclass(frozen=True, slots=True)
class Moment:
    """A time in a text.

    Attributes:
        begins: Offset of its first character.
        ends: Offset after its last character.
        at: ISO 8601, without an offset if the text names no zone; `None` if the time is unclear or does not exist.
        cautions: Reasons to check it.
    """

    begins: int
    ends: int
    at: str | None
    cautions: tuple[Caution, ...] = ()


def find(text: str) -> list[Moment]:
    """Return the times of a text in their order. Where two overlap, the longer one is returned."""
    readers: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Moment]], ...] = (
        (_ISO, _civil),
        (_BASIC, _civil),
        (_LOG, _civil),
        (_MAIL, _civil),
        (_DAY_FIRST, _civil),
        (_UNIX, _unix),
        (_WITHOUT_YEAR, lambda match: Moment(*match.span(), None, (Caution.TIME_WITHOUT_YEAR,))),
    )
    found = [read(match) for pattern, read in readers for match in pattern.finditer(text)]
    chosen = list[Moment]()
    for moment in sorted(found, key=lambda one: (one.begins, -one.ends)):
        if not chosen or moment.begins >= chosen[-1].ends:
            chosen.append(moment)
    return chosen


def dates(text: str) -> Iterator[tuple[int, int]]:
    """Return the spans of dates and times of day. They belong to no telephone number."""
    return (match.span() for match in _DATE.finditer(text))


def _civil(match: re.Match[str]) -> Moment:
    """Read a date and a time of day."""
    parts = match.groupdict()
    day, month = int(parts["day"]), parts.get("month")
    number = int(month) if month else _MONTHS[parts["name"].lower()]
    if parts.get("mark", ".") != "." and day <= _MONTHS_IN_YEAR and number <= _MONTHS_IN_YEAR and day != number:
        return Moment(*match.span(), None, (Caution.DATE_ORDER_UNCLEAR,))
    if parts.get("mark", ".") != "." and number > _MONTHS_IN_YEAR:
        day, number = number, day
    fraction = (parts.get("fraction") or "0").ljust(6, "0")[:6]
    try:
        local = datetime(
            int(parts["year"]),
            number,
            day,
            _hour(int(parts["hour"]), parts.get("half")),
            int(parts["minute"]),
            int(parts.get("second") or 0),
            int(fraction),
            tzinfo=UTC,  # replaced below
        )
    except ValueError:
        return Moment(*match.span(), None, (Caution.TIME_IMPOSSIBLE,))
    return _placed(match, local, _zone(parts.get("zone")))


def _placed(match: re.Match[str], local: datetime, zone: tzinfo | None) -> Moment:
    if zone is None:
        return Moment(*match.span(), local.replace(tzinfo=None).isoformat(), (Caution.TIME_WITHOUT_ZONE,))
    aware = local.replace(tzinfo=zone)
    if aware.utcoffset() != aware.replace(fold=1).utcoffset():
        return Moment(*match.span(), None, (Caution.TIME_TWICE,))
    return Moment(*match.span(), aware.isoformat())


def _hour(hour: int, half: str | None) -> int:
    """Return the hour of the day; `half` is AM or PM."""
    if half is None:
        return hour
    if not 1 <= hour <= _NOON:
        raise ValueError("no hour of half a day")
    return hour % _NOON + (_NOON if half.lower() == "pm" else 0)


def _zone(name: str | None) -> tzinfo | None:
    if name is None:
        return None
    if name[0] in "+-":
        digits = name[1:].replace(":", "").ljust(4, "0")
        offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
        return timezone(-offset if name[0] == "-" else offset)
    hours = _ABBREVIATIONS.get(name.upper())
    if hours is not None:
        return timezone(timedelta(hours=hours))
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _unix(match: re.Match[str]) -> Moment:
    """Read seconds since 1970, which are UTC."""
    seconds = match["seconds"] or match["sharp"]
    part = match["part"] or match["millis"] or match["sharp_part"] or "0"
    read = _EPOCH + timedelta(seconds=int(seconds), microseconds=int(part.ljust(6, "0")))
    return Moment(*match.span(), read.isoformat())
