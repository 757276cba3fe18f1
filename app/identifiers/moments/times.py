"""Dates with times of day in a text.

Formats: ISO 8601 with dates of weeks and days of the year, RFC 3339, RFC 5322, the Common Log Format, and `ctime`. Also numeric
dates, dates with the name of the month in a language of the Union, and the time since 1970 (`epochs.py`).
Not here: zones (`zones.py`), names of months (`calendar_names.py`).
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Final

from app.identifiers.kinds import Caution
from app.identifiers.moments import calendar_names, epochs, zones
from app.identifiers.moments.mail_headers import MailFields
from app.identifiers.moments.zones import GAP, Zone

_BEFORE: Final = r"(?<![\w./-])(?<!\d:)"
#: A time of day begins here, and no part of a MAC or IPv6 address.
_BEFORE_CLOCK: Final = r"(?<![\w.:/-])"
#: A time of day ends here, and no IPv6 or MAC address goes on.
_AFTER: Final = r"(?!\d|:[\dA-Fa-f]{0,4}[:\d])"
_FRACTION: Final = r"(?:\.\d{1,9}(?!\d|\.\d)|,\d{1,9}(?![\d,;]|\.\d)|:\d{3}(?![\d:]))"
#: Points separate hours and minutes after a word such as `kl.` and before a word such as `uur`.
_CLOCK: Final = (
    rf"(?P<hour>\d{{1,2}})(?::|{GAP}?h{GAP}?|(?(dotted)\.|\.(?=\d\d{GAP}(?:uur|Uhr|h)(?!\w)))|(?<=\d\d)(?=\d\d{GAP}?(?:hrs?|hours|h|uur|Uhr|Z|UTC|GMT)(?!\w)))(?P<minute>\d{{2}})"
    rf"(?:(?(dotted)[.:]|:)(?P<second>\d{{2}})(?P<fraction>{_FRACTION})?)?{_AFTER}"
)
#: A time of day of ISO 8601 without or with colons.
_COMPACT: Final = (
    r"(?P<hour>\d{2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?P<fraction>[.,]\d{1,9}(?!\d|\.\d))?)?(?![\d:])"
)
#: Words between a date and a time of day; after the first ones a point separates hours and minutes.
_AT: Final = (
    r"(?:(?P<dotted>kl\.?|klo|(?:o[ ])?godz\.?|alle(?:[ ]ore)?|ore)|at|um|gegen|ca\.?|\u00e0|vers|om|rond|omstreeks|circa|ongeveer|around|about|environ|verso|etwa|ungef\u00e4hr|a[ ]las|\u00e0s|kell|ora|ob|la|o|u"
    r"|v|\u0432|\u043e|\u03c3\u03c4\u03b9\u03c2)"
)
#: Words before a time of day in a form or in a log of keys and values.
_LABEL: Final = r"(?:local_?)?time|tijd|tijdstip|uhrzeit|zeit|heure|hora|ora|godzina|tid|klokkeslæt|čas"
_JOIN: Final = (
    r"(?:[Tt_](?=\d)"
    rf"|[\"']?[,;|][\"']?{GAP}{{0,2}}(?=\d)"
    rf"|[\"']?[,;]?{GAP}{{0,2}}(?:\r?\n{GAP}?)?[\"']?(?<!\w)(?i:{_LABEL})[\"']?{GAP}?[=:]{GAP}{{0,4}}[\"']?"
    rf"|,?{GAP}{{1,3}}(?:[-\u2013@|]{GAP})?(?:{_AT}{GAP}{{1,2}})?)"
)
_NAME: Final = r"(?P<name>[^\W\d_]{3,12})"
_YEAR: Final = r"(?P<year>(?:19|20)\d{2})"
_DAY: Final = r"(?P<day>\d{1,2})"

_ISO: Final = re.compile(
    rf"{_BEFORE}(?P<year>\d{{4}})(?P<dash>[-/.]|:(?=\d\d:\d\d{GAP}))(?P<month>\d{{1,2}})(?P=dash){_DAY}(?:-|{_JOIN}){_CLOCK}"
)
#: In one piece it is a time only with its zone, as in LDAP and X.509: `20261130101522Z`.
_BASIC: Final = re.compile(
    rf"{_BEFORE}{_YEAR}(?P<month>\d{{2}})(?P<day>\d{{2}})(?:T|(?=\d{{6}}(?:[.,]\d{{1,9}})?(?:Z|[+-]\d{{4}})(?!\w))){_COMPACT}"
)
#: The binary log of MySQL.
_BINARY_LOG: Final = re.compile(
    rf"(?<!\w)#(?P<short_year>\d{{2}})(?P<month>\d{{2}})(?P<day>\d{{2}}){GAP}{{1,2}}(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}}):(?P<second>\d{{2}}){_AFTER}"
)
#: UTCTime of certificates: years from 50 on are those of the last century, and are not read (RFC 5280).
_UTC_TIME: Final = re.compile(
    rf"{_BEFORE}(?P<short_year>[0-4]\d)(?P<month>0[1-9]|1[0-2])(?P<day>[0-3]\d)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?P<second>[0-5]\d)(?=Z(?!\w))"
)
#: The name of a file or of a backup: `20261130-101522`, `IMG_20261130_101522.jpg`, `Screenshot 2026-11-30 at 10.15.22.png`.
_STAMP: Final = re.compile(
    r"(?<![A-Za-z0-9./])(?<!\d[-_])(?P<year>20\d{2})(?:(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])[-_](?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?P<second>[0-5]\d)"
    r"|-(?P<month_2>\d{2})-(?P<day_2>\d{2})(?:[ _T]|[ ](?:at|um|om|à|kl\.?|a las|alle)[ ])(?P<hour_2>\d{2})(?P<mark>[.-])(?P<minute_2>\d{2})(?P=mark)(?P<second_2>\d{2}))(?!\d|[-.]\d)"
)
#: A group of date and time as armed forces and the police write it: `301015ZNOV26`. Other letters than Z are zones too.
_GROUP: Final = re.compile(
    rf"{_BEFORE}{_DAY}(?<=\d\d)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d){GAP}?(?=Z{GAP}?[A-Z]{{3}}{GAP}?(?:20)?\d{{2}}(?!\w))"
    rf"Z{GAP}?(?P<name>[A-Z]{{3}}){GAP}?(?:20)?(?P<short_year>\d{{2}})(?!\w)"
)
#: Date and time as WMI writes them: the offset stands in minutes (DMTF DSP0004).
_WMI: Final = re.compile(
    rf"{_BEFORE}{_YEAR}(?P<month>\d{{2}})(?P<day>\d{{2}})(?P<hour>\d{{2}})(?P<minute>\d{{2}})(?P<second>\d{{2}})(?P<fraction>\.\d{{6}})(?P<minutes>[+-]\d{{3}})(?!\w)"
)
#: The day, the name of the month and two digits of the year: Oracle, RFC 822 and RFC 850. Or all in one piece, as SAS and Check Point.
_NAMED_SHORT: Final = re.compile(
    rf"{_BEFORE}{_DAY}(?P<between>-|/|{GAP}){_NAME}(?P=between)(?P<short_year>\d{{2}})(?:,?{GAP}{{1,3}}|:)(?P<dotted>(?=\d{{1,2}}\.\d{{2}}\.\d{{2}}))?{_CLOCK}"
)
_GLUED: Final = re.compile(rf"{_BEFORE}{_DAY}(?P<name>[A-Za-z]{{3}}){_YEAR}(?P<dotted>(?!))?[:;,]?{GAP}{{0,3}}{_CLOCK}")
#: Years, months, days, hours, minutes and seconds with their words in Chinese, Japanese and Korean.
_EAST: Final = re.compile(
    rf"(?<!\d)(?P<year>\d{{4}}){GAP}?[\u5e74\ub144]{GAP}?(?P<month>\d{{1,2}}){GAP}?[\u6708\uc6d4]{GAP}?{_DAY}{GAP}?[\u65e5\u53f7\u865f\uc77c]"
    rf"(?:{GAP}?[(\uff08]?(?:\u661f\u671f\w|\u5468\w|\w\u66dc\u65e5|\w\uc694\uc77c|[\u6708\u706b\u6c34\u6728\u91d1\u571f\u65e5](?=[)\uff09]))[)\uff09]?)?[,\u3001]?{GAP}{{0,2}}"
    rf"(?:(?P<morning>\u4e0a\u5348|\u5348\u524d|\uc624\uc804)|(?P<afternoon>\u4e0b\u5348|\u5348\u5f8c|\uc624\ud6c4))?{GAP}?"
    rf"(?P<hour>\d{{1,2}}){GAP}?[:\uff1a\u6642\u65f6\u70b9\u9ede\uc2dc]{GAP}?(?P<minute>\d{{1,2}})(?:{GAP}?[:\uff1a\u5206\ubd84]{GAP}?(?P<second>\d{{1,2}})(?:{GAP}?[\u79d2\ucd08])?|[\u5206\ubd84])?(?!\d)"
)
_BASIC_DATE: Final = re.compile(rf"{_BEFORE}{_YEAR}(?P<month>\d{{2}})(?P<day>\d{{2}}){_JOIN}{_CLOCK}")
_WEEK: Final = re.compile(rf"{_BEFORE}(?P<year>\d{{4}})-?W(?P<week>\d{{2}})-?(?P<weekday>[1-7])(?:T|{GAP}){_COMPACT}")
_DAY_OF_YEAR: Final = re.compile(rf"{_BEFORE}(?P<year>\d{{4}})-?(?P<day_of_year>\d{{3}})T{_COMPACT}")
_YEAR_FIRST: Final = re.compile(
    rf"{_BEFORE}{_YEAR}(?:\.{GAP}?(?P<month>\d{{1,2}})\.{GAP}|(?:\.{GAP}?|{GAP}(?:m\.{GAP})?|[-/]){_NAME}\.?(?:{GAP}{{1,2}}|[-/])){_DAY}\.?(?:{GAP}?d\.)?{_JOIN}{_CLOCK}"
)
#: A time of DB2: `2026-11-30-10.15.22.123456`.
_DOTTED: Final = re.compile(
    rf"{_BEFORE}(?P<year>\d{{4}})-(?P<month>\d{{2}})-(?P<day>\d{{2}})-(?P<hour>\d{{2}})\.(?P<minute>\d{{2}})\.(?P<second>\d{{2}})"
    r"(?P<fraction>\.\d{6,9})(?![\d.])"
)
_DAY_FIRST: Final = re.compile(
    rf"{_BEFORE}{_DAY}(?:\.{GAP}?|(?:er|st|nd|rd|th|º|°)?{GAP}|[/-])(?:(?:de|of){GAP})?{_NAME}(?:\.?,?{GAP}|[./-])(?:(?:de|del){GAP})?"
    rf"{_YEAR}(?:{GAP}[r\u0433]\.)?(?::|{_JOIN}){_CLOCK}"
)
_MONTH_FIRST: Final = re.compile(
    rf"{_BEFORE}{_NAME}\.?{GAP}{{1,2}}{_DAY}(?:st|nd|rd|th)?,?{GAP}{{1,2}}{_YEAR}{_JOIN}{_CLOCK}"
)
_NUMERIC: Final = re.compile(
    rf"{_BEFORE}{_DAY}(?P<mark>[./-])(?P<month>\d{{1,2}})(?P=mark)(?P<year>\d{{4}})(?:-|{_JOIN}){_CLOCK}"
)
_SHORT_YEAR: Final = re.compile(
    rf"{_BEFORE}{_DAY}(?P<mark>[./-])(?P<month>\d{{1,2}})(?P=mark)(?P<short_year>\d{{2}})(?:-|{_JOIN}){_CLOCK}"
)
#: Dates whose year follows the time of day, or is absent: `Mon Nov 30 10:15:22 2026`, `Nov 30 10:15:22`.
_YEAR_LAST: Final = re.compile(
    rf"{_BEFORE}(?:{_NAME}\.?{GAP}{{1,2}}{_DAY}|(?P<day_before>\d{{1,2}})\.?{GAP}(?P<name_after>[^\W\d_]{{3,12}})\.?){GAP}"
    r"(?P<hour>\d{2}):(?P<minute>\d{2}):(?P<second>\d{2})(?P<fraction>\.\d{1,9}(?!\d|\.\d))?" + _AFTER
)
#: A time of day before its date: `10:15:22.123 UTC Mon Nov 30 2026`, `10:15 30.11.2026`.
_TIME_FIRST: Final = re.compile(
    rf"{_BEFORE_CLOCK}(?:(?P<dotted>kl\.?|klo|godz\.?|alle(?:{GAP}ore)?|ore){GAP})?{_CLOCK}"
)
#: Words between a time of day and its date.
_O_CLOCK: Final = r"(?:uur|Uhr|hod\.?|hrs?\.?|hours|[Hh]eures?|h)(?![^\W\d_])"
_ON: Final = r"(?:on(?:[ ]the)?|op|am|vom|le|du|il|del|el|den|d\.|dnia|em|de|dia)"
_WEEKDAY: Final = rf"(?:[^\W\d_]{{2,10}}\.?,?{GAP})?"
_NO_CLOCK_AFTER: Final = rf"(?![\w-]|[./]\d|[T:,]?{GAP}{{0,2}}\d{{1,2}}:\d\d)"
_DATES_AFTER: Final = tuple(
    re.compile(rf"(?:{GAP}?{_O_CLOCK})?,?{GAP}(?:{_ON}{GAP})?{date_}{_NO_CLOCK_AFTER}")
    for date_ in (
        rf"{_WEEKDAY}{_NAME}\.?{GAP}{{1,2}}{_DAY},?{GAP}{_YEAR}",
        rf"{_WEEKDAY}{_DAY}(?:\.|er|st|nd|rd|th)?{GAP}(?:(?:de|of){GAP})?{_NAME}\.?,?{GAP}(?:(?:de|del){GAP})?{_YEAR}",
        rf"{_DAY}(?P<mark>[./-])(?P<month>\d{{1,2}})(?P=mark){_YEAR}",
        rf"{_YEAR}-(?P<month>\d{{2}})-(?P<day>\d{{2}})",
    )
)
_YEAR_AFTER: Final = re.compile(
    rf"{GAP}{{1,2}}{_YEAR}(?![\w.:/-])|{GAP}{{1,2}}(?P<dotted>(?:19|20)\d{{2}})(?=[.:](?!\d))"
)
_WEEKDAY_BEFORE: Final = re.compile(rf"(?<!\w)([^\W\d_]{{2,14}})\.?,?{GAP}{{1,3}}\Z")
#: A weekday and its punctuation fit into so many characters.
_WEEKDAY_WIDTH: Final = 18
_WITHOUT_YEAR: Final = re.compile(rf"{_BEFORE}\d{{2}}/\d{{2}}-\d{{2}}:\d{{2}}:\d{{2}}\.\d{{6}}(?!\d)")
_HALF: Final = re.compile(rf"(?P<gap>{GAP}{{0,2}})(?P<half>[AaPp])(?P<dot>\.?){GAP}?[Mm](?:\.|(?![^\W\d_]))")
_DATE: Final = re.compile(
    rf"{_BEFORE_CLOCK}(?:\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}([./])\d{{1,2}}\1\d{{4}}|\d{{1,2}}:\d{{2}}(?::\d{{2}})?)(?![\w:/-]|\.\d)"
)
#: A key of a log whose value is the zone, and how far from the time it can stand.
_ZONE_KEY: Final = re.compile(
    rf"(?<!\w)(?:tz|time_?zone|utc_?offset)[\"']?{GAP}?[=:]{GAP}?[\"']?(?=[A-Z+\u2212-])", re.IGNORECASE
)
#: A zone in the label of a time, in brackets or as its last word but `time`.
_ZONE_LABEL: Final = re.compile(
    rf"(?:[(\[](?P<bracket>[A-Z][\w:+\u2212/-]{{1,24}})[)\]]|(?<![\w:.\d])(?<!\d{GAP})(?P<word>UTC|GMT|CET|CEST|MEZ|MESZ)(?:{GAP}?(?:time|date|timestamp|tijd|zeit))?)"
    rf"[\"']?(?:{GAP}?[:=]{GAP}{{0,3}}|{GAP}|\t)[\"'\[]?\Z",
    re.IGNORECASE,
)
_LABEL_WIDTH: Final = 48
#: Text between the two times of a period.
_PERIOD: Final = re.compile(
    rf"{GAP}{{1,2}}(?:to|until|till|thru|through|tot(?:{GAP}en{GAP}met)?|t/m|bis|\u00e0|au|jusqu['\u2019]au|al|hasta|at\u00e9|do|[-\u2013\u2014]){GAP}{{1,2}}"
)
_PERIOD_WIDTH: Final = 20
_KEY_WITHIN: Final = 300
_MONTHS_IN_YEAR: Final = 12
_MOST_DAYS: Final = 31
_NOON: Final = 12
_HOUR: Final = 60


@dataclass(frozen=True, slots=True)
class Moment:
    """A time in a text.

    Attributes:
        begins: Offset of its first character.
        ends: Offset after its last character.
        at: ISO 8601, without an offset if the text names no zone; `None` if the time is unclear or does not exist.
        cautions: Reasons to check it.
        zone: The zone as the text names it.
        zone_candidates: Names of the IANA database that an abbreviation can mean.
    """

    begins: int
    ends: int
    at: str | None
    cautions: tuple[Caution, ...] = ()
    zone: str | None = None
    zone_candidates: tuple[str, ...] = ()


def find(text: str, fields: MailFields) -> list[Moment]:
    """Return the times of a text in their order. Where two overlap, the first and longer one is returned.

    Args:
        text: Any text.
        fields: The fields of mail headers in it.
    """
    readers: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], MailFields], Moment | None]], ...] = (
        (_ISO, _civil),
        (_BASIC, _civil),
        (_BASIC_DATE, _civil),
        (_UTC_TIME, _civil),
        (_STAMP, _stamp),
        (_GROUP, _group),
        (_WMI, _wmi),
        (_NAMED_SHORT, _civil),
        (_GLUED, _civil),
        (_EAST, _east),
        (_BINARY_LOG, _civil),
        (_WEEK, _civil),
        (_DAY_OF_YEAR, _civil),
        (_YEAR_FIRST, _civil),
        (_DOTTED, _civil),
        (_DAY_FIRST, _civil),
        (_MONTH_FIRST, _civil),
        (_NUMERIC, _civil),
        (_SHORT_YEAR, _civil),
        (_YEAR_LAST, _year_last),
        (_TIME_FIRST, _time_first),
        (_WITHOUT_YEAR, lambda match, _: Moment(*match.span(), None, (Caution.TIME_WITHOUT_YEAR,))),
    )
    found = [read(match, fields) for pattern, read in readers for match in pattern.finditer(text)]
    since_1970 = [Moment(begins, ends, at.isoformat()) for begins, ends, at in epochs.find(text)]
    chosen = list[Moment]()
    moments = [one for one in found if one is not None] + since_1970
    for moment in sorted(moments, key=lambda one: (one.begins, -one.ends)):
        if not chosen or moment.begins >= chosen[-1].ends:
            chosen.append(moment)
    keys = [match.end() for match in _ZONE_KEY.finditer(text)]
    keyed = [_with_key(text, moment, keys) for moment in chosen] if keys else chosen
    return _with_zones_around(text, keyed)


def _with_key(text: str, moment: Moment, keys: Sequence[int]) -> Moment:
    """Return a time without a zone with that of a key on its line: `date=2026-11-30 time=10:15:22 tz="+0300"`."""
    if moment.cautions != (Caution.TIME_WITHOUT_ZONE,) or moment.at is None:
        return moment
    index = bisect_left(keys, moment.ends)
    if index == len(keys) or "\n" in text[moment.ends : min(keys[index], moment.ends + _KEY_WITHIN + 1)]:
        return moment
    if keys[index] > moment.ends + _KEY_WITHIN:
        return moment
    zone = zones.read(text, keys[index])
    local = datetime.fromisoformat(moment.at).replace(tzinfo=UTC)
    return replace(_placed(moment.begins, local, zone), ends=moment.ends)


def _with_zones_around(text: str, moments: Sequence[Moment]) -> list[Moment]:
    """Return times without a zone with that of their label, as in `Time (UTC): …`, or of the end of their period."""
    found = list[Moment]()
    for moment in reversed(moments):
        is_bare = moment.cautions[:1] == (Caution.TIME_WITHOUT_ZONE,) and moment.at is not None
        after, zone = found[-1] if found else None, None
        if is_bare and (label := _ZONE_LABEL.search(text, max(0, moment.begins - _LABEL_WIDTH), moment.begins)):
            begins, ends = label.span("bracket" if label["bracket"] else "word")
            zone = zones.read(text, begins)
            zone = zone if zone.name and zone.ends == ends else None
        elif is_bare and after and after.zone and moment.ends + _PERIOD_WIDTH >= after.begins:
            is_period = _PERIOD.fullmatch(text, moment.ends, after.begins) is not None
            at = text.rfind(after.zone, after.begins, after.ends) if is_period else -1
            zone = zones.read(text, at) if at >= 0 else None
        if zone is not None and moment.at is not None:
            local, others = datetime.fromisoformat(moment.at).replace(tzinfo=UTC), moment.cautions[1:]
            placed = _placed(moment.begins, local, zone)
            found.append(replace(placed, ends=moment.ends, cautions=(*placed.cautions, *others)))
        else:
            found.append(moment)
    return found[::-1]


def dates(text: str) -> Iterator[tuple[int, int]]:
    """Return the spans of dates and times of day. They belong to no telephone number."""
    return (match.span() for match in _DATE.finditer(text))


def _civil(match: re.Match[str], fields: MailFields) -> Moment | None:
    """Read a date and the time of day and zone after it; `None` if it names no month."""
    parts = match.groupdict()
    ends, half = _half(match.string, match.end(), parts)
    zone = zones.read(
        match.string,
        ends,
        in_mail_header=match.re is _DAY_FIRST and fields.dates_by_standard(match.start()),
        period_from=_period_from(match),
    )
    return _read(match.start(), parts, half, zone)


def _stamp(match: re.Match[str], _: MailFields) -> Moment | None:
    """Read a date and a time of day in the name of a file."""
    parts = match.groupdict()
    names = ("month", "day", "hour", "minute", "second")
    parts = {"year": parts["year"]} | {name: parts[name] or parts[f"{name}_2"] for name in names}
    return _read(match.start(), parts, None, zones.read(match.string, match.end()))


def _group(match: re.Match[str], _: MailFields) -> Moment | None:
    return _read(match.start(), match.groupdict(), None, Zone(match.end(), "Z", UTC))


def _wmi(match: re.Match[str], _: MailFields) -> Moment | None:
    """Read a time whose offset stands in minutes."""
    offset = timezone(timedelta(minutes=int(match["minutes"])))
    return _read(match.start(), match.groupdict(), None, Zone(match.end(), match["minutes"], offset))


def _east(match: re.Match[str], _: MailFields) -> Moment | None:
    """Read a time with words of Chinese, Japanese or Korean. Half of the day stands before the hour."""
    is_half = 1 <= int(match["hour"]) <= _NOON
    half = "a" if match["morning"] else "p" if match["afternoon"] else None
    return _read(match.start(), match.groupdict(), half if is_half else None, zones.read(match.string, match.end()))


def _year_last(match: re.Match[str], _: MailFields) -> Moment | None:
    """Read a date whose year, if any, comes after the time of day, and after or before the zone."""
    text = match.string
    parts = match.groupdict()
    parts |= {"day": parts["day"] or parts["day_before"], "name": parts["name"] or parts["name_after"]}
    month = calendar_names.month(parts["name"] or "")
    if month is None:
        return None
    ends, half = _half(text, match.end(), parts)
    zone = zones.read(text, ends)
    weekday = _WEEKDAY_BEFORE.search(text, max(0, match.start() - _WEEKDAY_WIDTH), match.start())
    year = _YEAR_AFTER.match(text, zone.ends)
    if year is None or weekday is None or not calendar_names.is_weekday(weekday[1]):
        return Moment(match.start(), zone.ends, None, (Caution.TIME_WITHOUT_YEAR,), zone.name, zone.candidates)
    if zone.name is None:
        zone = zones.read(text, year.end())
    elif zone.ends < year.end():
        zone = replace(zone, ends=year.end())
    return _read(match.start(), parts | {"year": year["year"] or year["dotted"]}, half, zone)


def _time_first(match: re.Match[str], _: MailFields) -> Moment | None:
    """Read a time of day, its zone and the date after them; `None` if no date follows."""
    text = match.string
    ends, half = _half(text, match.end(), match.groupdict())
    zone = zones.read(text, ends)
    for pattern in _DATES_AFTER:
        day = pattern.match(text, zone.ends)
        if day is not None:
            return _read(match.start(), match.groupdict() | day.groupdict(), half, replace(zone, ends=day.end()))
    return None


def _read(begins: int, parts: Mapping[str, str | None], half: str | None, zone: Zone) -> Moment | None:
    number = calendar_names.month(parts["name"] or "") if parts.get("name") else None
    if parts.get("name") and not number:
        return None if number is None else Moment(begins, zone.ends, None, (Caution.MONTH_AMBIGUOUS,))
    if _is_order_unclear(parts):
        return Moment(begins, zone.ends, None, (Caution.DATE_ORDER_UNCLEAR,), zone.name, zone.candidates)
    try:
        local = _day(parts, number) + timedelta(microseconds=int(_digits(parts.get("fraction"))))
        local = local.replace(
            hour=_hour(int(parts["hour"] or 0), half),
            minute=int(parts["minute"] or 0),
            second=int(parts.get("second") or 0),
        )
    except ValueError:
        return Moment(begins, zone.ends, None, (Caution.TIME_IMPOSSIBLE,), zone.name, zone.candidates)
    moment = _placed(begins, local, zone)
    if _is_year_perhaps_first(parts):
        return replace(moment, cautions=(*moment.cautions, Caution.DATE_ORDER_UNCLEAR))
    return moment


def _day(parts: Mapping[str, str | None], named_month: int | None) -> datetime:
    """Return the midnight of a date, marked as UTC until its zone replaces it. Raises `ValueError`: it does not exist."""
    year = int(parts.get("year") or f"20{parts['short_year']}")
    if parts.get("week"):
        found = date.fromisocalendar(year, int(parts["week"] or 0), int(parts["weekday"] or 0))
    elif parts.get("day_of_year"):
        found = date(year, 1, 1) + timedelta(days=int(parts["day_of_year"] or 0) - 1)
        if found.year != year:
            raise ValueError("no day of this year")
    else:
        day, month = int(parts["day"] or 0), named_month or int(parts["month"] or 0)
        if parts.get("mark", ".") != "." and month > _MONTHS_IN_YEAR:
            day, month = month, day
        found = date(year, month, day)
    return datetime(found.year, found.month, found.day, tzinfo=UTC)


def _is_order_unclear(parts: Mapping[str, str | None]) -> bool:
    """Whether a numeric date can be read in several ways. With points the day always comes first."""
    if parts.get("mark", ".") == ".":
        return False
    day, month = int(parts["day"] or 0), int(parts["month"] or 0)
    return _is_year_perhaps_first(parts) or (day <= _MONTHS_IN_YEAR and month <= _MONTHS_IN_YEAR and day != month)


def _is_year_perhaps_first(parts: Mapping[str, str | None]) -> bool:
    """Whether a date with a year of two digits can begin with its year, as `26-11-30` does."""
    if parts.get("between"):
        return 1 <= int(parts["short_year"] or 0) <= _MOST_DAYS
    if not parts.get("mark"):
        return False
    return int(parts["month"] or 0) <= _MONTHS_IN_YEAR and 1 <= int(parts.get("short_year") or 0) <= _MOST_DAYS


def _digits(fraction: str | None) -> str:
    """Return the microseconds of a fraction of a second; further digits are dropped."""
    return (fraction or ".0")[1:].ljust(6, "0")[:6]


def _placed(begins: int, local: datetime, zone: Zone) -> Moment:
    """Return the moment of a local time in its zone."""
    naive = local.replace(tzinfo=None).isoformat()
    if zone.zone is None:
        cautions = (zone.caution or Caution.TIME_WITHOUT_ZONE,)
        return Moment(begins, zone.ends, naive, cautions, zone.name, zone.candidates)
    aware = local.replace(tzinfo=zone.zone)
    if aware.utcoffset() != aware.replace(fold=1).utcoffset():
        return Moment(begins, zone.ends, None, (Caution.TIME_TWICE,), zone.name)
    if zone.meanings and not any(_agree(aware, other) for other in zone.meanings):
        return Moment(begins, zone.ends, naive, (Caution.ZONE_UNCLEAR,), zone.name)
    return Moment(begins, zone.ends, aware.isoformat(), (), zone.name)


def _agree(aware: datetime, other: tzinfo) -> bool:
    """Whether another zone has the same offset at a local time, before or after a change of the clocks."""
    return aware.utcoffset() in (aware.replace(tzinfo=other, fold=fold).utcoffset() for fold in (0, 1))


def _period_from(match: re.Match[str]) -> int | None:
    """Return the minutes since midnight of a time without seconds, after which `-11:30` can be the end of a period."""
    parts = match.groupdict()
    if parts.get("second") or match.string[match.start("hour") - 1] in "Tt":
        return None
    return int(parts["hour"]) * _HOUR + int(parts["minute"])


def _half(text: str, at: int, parts: Mapping[str, str | None]) -> tuple[int, str | None]:
    """Return where a time of day ends, and `a` or `p` if AM or PM follows. In German ` am` is a word."""
    match = _HALF.match(text, at)
    if match is None:
        return at, None
    is_word = match["gap"] and match[0].endswith("am") and not match["dot"]
    if is_word and (parts.get("mark") == "." or not 1 <= int(parts["hour"] or 0) <= _NOON):
        return at, None
    return match.end(), match["half"].lower()


def _hour(hour: int, half: str | None) -> int:
    """Return the hour of the day. Raises `ValueError`: AM or PM follows an hour that is not between 1 and 12."""
    if half is None:
        return hour
    if not 1 <= hour <= _NOON:
        raise ValueError("no hour of half a day")
    return hour % _NOON + (_NOON if half == "p" else 0)
