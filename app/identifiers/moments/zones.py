"""Zones after a time of day: offsets from UTC in every spelling, abbreviations, and names of the IANA database.

Text that looks like an offset is either read as an offset or leaves the time without a zone: `UTC+25` is never read as UTC.
Not here: the tables of abbreviations (`abbreviations.py`), dates and times of day (`times.py`).
"""

import re
from dataclasses import dataclass, replace
from datetime import UTC, timedelta, timezone, tzinfo
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.identifiers.kinds import Caution
from app.identifiers.moments import abbreviations

#: Spaces within a time: plain, tab, and those that do not break.
GAP: Final = r"[ \t\u00a0\u2007\u2009\u202f]"
_PLUS: Final = r"+\ufe62\uff0b"
_HYPHENS: Final = r"\-\u2010\u2011\u2212\ufe63\uff0d"
_DASHES: Final = r"\u2012\u2013\u2014"

#: Words that announce a zone.
_WORD: Final = (
    r"time[ ]?zone|tz|zone|local[ ]time|zeitzone|ortszeit|tijdzone|(?:fuseau|huso|fuso)(?:[ ](?:horaire|horario|orario))?"
    r"|heure[ ]locale|strefa|tidszon|tidszone"
)
#: Words, a separator of columns and a bracket between a time of day and its zone.
_LEAD: Final = re.compile(
    rf"(?:,?{GAP}{{1,2}}(?i:{_WORD})(?!\w){GAP}?[:=]?)?{GAP}{{0,2}}(?:(?:Uhr|uur|hod\.?|hrs?\.?|[Hh]eures?|h)(?![^\W\d_]){GAP}{{0,2}})?"
    rf"(?P<column>[\"']?[,;|][\"']?{GAP}?)?(?P<open>[(\[])?{GAP}?"
)
_CLOSE: Final = re.compile(rf"{GAP}?[)\]]")
_SIGNED: Final = re.compile(
    rf"(?P<sign>\+/-|%2[Bb]|&(?:plus|\#43|minus|\#8722);|[{_PLUS}{_HYPHENS}{_DASHES}\u00b1])(?P<gap>{GAP}{{0,2}})(?P<value>\d[\d:.]{{0,15}})"
)
_VALUE: Final = re.compile(r"(\d{1,2})(?::(\d{2}))?|(\d{2})(\d{2})")
#: The offset goes on in a way that is not understood: a letter, a decimal comma, a second number.
_GOES_ON: Final = re.compile(r"\w|['%]|[/:\-\u2013](?!\d{1,3}(?:\.\d{1,3}){3})[+-]?\d")
_DECIMAL_COMMA: Final = re.compile(r",\d{1,2}(?![\d.:])")
_HOURS: Final = re.compile(rf"{GAP}?(?:hours?|hrs?|h)(?!\w)")
_TELEPHONE: Final = re.compile(rf"[{_PLUS}](?:{GAP}|[()/-])?[1-9](?:{GAP}|[\d()/-]){{6,24}}")
_TELEPHONE_DIGITS: Final = 8
_YEAR_NEXT: Final = re.compile(rf"{GAP}(?:19|20)\d{{2}}(?!\d)")
_NAMED: Final = re.compile(
    r"(?:(?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Etc|Europe|Indian|Mexico|Pacific|US)"
    r"/[A-Za-z][\w+-]{1,30}(?:/[A-Za-z][\w-]{1,30})?|EST5EDT|CST6CDT|MST7MDT|PST8PDT)(?!\w)"
)
_UNIVERSAL: Final = re.compile(r"(?:(?:UTC|Utc|utc|GMT|Gmt|gmt|UT)(?:/(?:UTC|GMT)(?![^\W\d]))?|Z|z)(?![^\W\d])")
#: Text between `UTC` and the sign of its offset.
_TO_SIGN: Final = re.compile(rf"{GAP}{{0,2}}[)\]]?{GAP}?(?:(?:time{GAP})?offset{GAP}?)?[:=]?{GAP}?[(\[]?{GAP}?")
_COLUMN: Final = re.compile(rf"[\"']?{GAP}?[,;|.][\"']?{GAP}?")
#: What follows a dash that separates columns instead of being the sign of an offset.
_SEPARATED: Final = re.compile(
    rf"{GAP}+[-\u2013\u2014]{GAP}+(?:\d{{1,3}}(?:\.\d{{1,3}}){{3}}|\d{{5}}|\d{{4}}-\d\d-|\d{{1,2}}\.\d{{1,2}}\.\d{{4}}|\d\d:\d\d:\d\d"
    rf"|\d\d?:\d\d{GAP}?(?:UTC|GMT|Z)(?!\w)|[0-9A-Fa-f]{{1,4}}:[0-9A-Fa-f]{{0,4}}:|[^\d\s])"
)
#: What makes `UTC` and `GMT` something else than an offset of zero.
_NOT_ZERO: Final = re.compile(
    rf"{GAP}?[{_PLUS}\u00b1]|\d[\w:.]{{0,7}}|{GAP}?(?:plus|minus){GAP}?\w{{0,8}}|/(?:[^\W\d]\w{{0,7}}|[{_PLUS}{_HYPHENS}]\d{{0,4}})"
    rf"|{GAP}\d{{1,2}}:\d{{2}}(?!\d|:\d)|[=(]\d{{1,2}}|{GAP}\(?\d{{1,2}}(?={GAP}?[)\]])|{GAP}(?:standard|summer|daylight){GAP}time",
    re.IGNORECASE,
)
_ABBREVIATION: Final = re.compile(r"(?:[A-Z]{2,5}|\u041c\u0421\u041a)(?!\w|/[A-Z])")
_EXPLICIT: Final = re.compile(rf"(?P<gap>{GAP}?)(?P<open>[(\[])?{GAP}?(?P<word>UTC|GMT)?{GAP}?")
_COMMENT: Final = re.compile(rf"{GAP}?[(\[]!?(?P<name>[A-Z][\w/+-]{{1,40}})[)\]]")
_UNIVERSAL_AFTER: Final = re.compile(rf"{GAP}?(?:UTC|GMT|Z)(?!\w)")
_WORD_AFTER: Final = re.compile(rf"{GAP}[a-z]")
#: Digits that can be meant as an offset. Longer ones, addresses, dates and times with seconds cannot.
_LIKE_AN_OFFSET: Final = re.compile(r"\d{1,4}|\d{1,2}[:.]\d{1,2}")
_DASH: Final = "\u2013"
_BOTH_SIGNS: Final = ("+/-", "\u00b1")
#: Signs and what they mean. Some stand in addresses and pages of the web.
_SIGNS: Final = dict.fromkeys(
    ("+", "\ufe62", "\uff0b", "%2B", "%2b", "&plus;", "&#43;", *_BOTH_SIGNS), "+"
) | dict.fromkeys(("-", "\u2010", "\u2011", "\u2212", "\ufe63", "\uff0d", "&minus;", "&#8722;"), "-")
_HOUR: Final = 60
_MOST_EAST: Final = 14 * _HOUR
_MOST_WEST: Final = 12 * _HOUR


@dataclass(frozen=True, slots=True)
class Zone:
    """A zone after a time of day.

    Attributes:
        ends: Offset after the last character of the zone.
        name: The zone as the text names it; `None` if the text names none.
        zone: The zone; `None` if there is none, or if it is unclear.
        caution: Why it is unclear.
        candidates: Names of the IANA database that the abbreviation can mean.
        meanings: Zones of a second name of the zone. One of them must agree with the offset.
    """

    ends: int
    name: str | None = None
    zone: tzinfo | None = None
    caution: Caution | None = None
    candidates: tuple[str, ...] = ()
    meanings: tuple[tzinfo, ...] = ()


@dataclass(frozen=True, slots=True)
class _Offset:
    """Text that looks like an offset.

    Attributes:
        begins: Offset of its sign.
        ends: Offset after its last character.
        sign: `+`, `-`, or a dash, which can also separate.
        spaced: Whether a space follows the sign.
        value: Its digits, with points and colons.
        minutes: Minutes east of UTC; `None` if they are not understood.
    """

    begins: int
    ends: int
    sign: str
    spaced: bool
    value: str
    minutes: int | None

    @property
    def is_full(self) -> bool:
        """Whether it has hours and minutes."""
        return ":" in self.value or len(self.value) == len("hhmm")

    @property
    def zone(self) -> tzinfo | None:
        """The zone; `None` if the minutes are not understood."""
        return None if self.minutes is None else timezone(timedelta(minutes=self.minutes))


def read(text: str, at: int, *, in_mail_header: bool = False, period_from: int | None = None) -> Zone:
    """Return the zone after a time of day that ends at `at`.

    Args:
        text: The whole text.
        at: Offset after the last character of the time of day.
        in_mail_header: Whether RFC 5322 defines the abbreviations.
        period_from: Minutes since midnight of a time after which `-11:30` can be the end of a period.
    """
    lead = _LEAD.match(text, at)
    assert lead is not None
    begins = lead.end()
    found = (
        _named(text, begins)
        or _universal(text, begins, is_attached=begins == at, period_from=period_from)
        or _abbreviated(text, begins, in_mail_header=in_mail_header)
        or _bare(text, begins, in_column=lead["column"] is not None, period_from=period_from)
    )
    if found is None:
        return Zone(at)
    close = _CLOSE.match(text, found.ends) if lead["open"] else None
    return _with_comment(text, replace(found, ends=close.end()) if close else found)


def _named(text: str, at: int) -> Zone | None:
    """Read a name of the IANA database. The signs of `Etc/GMT+3` are inverted there."""
    match = _NAMED.match(text, at)
    if match is None:
        return None
    zone = _database(match[0])
    return (
        _explicit(text, match.end(), Zone(match.end(), match[0], zone), (zone,))
        if zone
        else _unclear(text, *match.span())
    )


def _database(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _universal(text: str, at: int, *, is_attached: bool, period_from: int | None) -> Zone | None:
    """Read `UTC`, `GMT`, `UT` or `Z`, and the offset after it."""
    match = _UNIVERSAL.match(text, at)
    if match is None or (match[0] == "z" and not is_attached):
        return None
    ends, is_z = match.end(), match[0] in "Zz"
    to_sign = _TO_SIGN.match(text, ends)
    assert to_sign is not None
    offset = _offset(text, to_sign.end(), with_hours=True)
    if offset is None:
        return _without_offset(text, at, match)
    is_telephone = offset.begins > ends and _is_telephone(text, offset)
    if (
        _SEPARATED.match(text, ends)
        or (is_telephone and offset.minutes is None)
        or (is_z and offset.spaced and offset.sign != "+")
    ):
        return Zone(ends, match[0], UTC)
    if is_telephone or is_z or offset.minutes is None or _is_no_offset_of_universal(text, offset, period_from):
        return _unclear(text, at, ends if is_telephone else offset.ends)
    return _closed(text, at, Zone(offset.ends, None, offset.zone), text[ends : offset.begins])


def _without_offset(text: str, at: int, match: re.Match[str]) -> Zone:
    """Return universal time, unless words or a column after it can make it another one."""
    ends, is_z = match.end(), match[0] in "Zz"
    other = _NOT_ZERO.match(text, ends)
    if other is not None and not (is_z and other[0][0].isspace()):
        return _unclear(text, at, other.end())
    column = _COLUMN.match(text, ends)
    offset = _offset(text, column.end()) if column and not is_z else None
    if offset and _LIKE_AN_OFFSET.fullmatch(offset.value) and not (offset.spaced or _is_telephone(text, offset)):
        return _unclear(text, at, offset.ends)
    return Zone(ends, match[0], UTC)


def _is_no_offset_of_universal(text: str, offset: _Offset, period_from: int | None) -> bool:
    """Whether a number after `UTC` and a dash can be something else: `10:15 UTC-11:30 UTC`, `UTC - 5 failed logins`."""
    if offset.sign == "+":
        return False
    return (
        _UNIVERSAL_AFTER.match(text, offset.ends) is not None
        or (offset.spaced and _is_in_sentence(text, offset))
        or (offset.sign == _DASH and _ends_period(offset, period_from))
    )


def _ends_period(offset: _Offset, period_from: int | None) -> bool:
    """Whether `-11:30` can be the end of a period that begins at a time of day."""
    return period_from is not None and ":" in offset.value and -(offset.minutes or 0) > period_from


def _abbreviated(text: str, at: int, *, in_mail_header: bool) -> Zone | None:
    """Read an abbreviation, and the offset after it."""
    match = _ABBREVIATION.match(text, at)
    if match is None:
        return None
    name, ends = match[0], match.end()
    zone = abbreviations.zone(name, in_mail_header=in_mail_header)
    candidates = () if zone else abbreviations.AMBIGUOUS.get(name, ())
    if zone is None and not candidates:
        return None
    plain = Zone(ends, name, zone, None if zone else Caution.ZONE_AMBIGUOUS, candidates)
    return _explicit(text, ends, plain, (zone,) if zone else abbreviations.meanings(name))


def _explicit(text: str, at: int, named: Zone, meanings: tuple[tzinfo, ...]) -> Zone:
    """Return a named zone with the offset after its name, as in `CST (UTC+8)` or `IST +05:30`."""
    match = _EXPLICIT.match(text, at)
    assert match is not None
    offset = _offset(text, match.end(), with_hours=match["word"] is not None)
    if offset is None or _SEPARATED.match(text, at):
        return named
    is_marked = match["open"] is not None or match["word"] is not None
    if _is_telephone(text, offset) and (offset.minutes is None or not is_marked):
        return named
    if not is_marked and (offset.spaced or offset.value.count(".") > 1):
        return named
    begins = at - len(named.name or "")
    if offset.minutes is None or not (is_marked or offset.is_full):
        return _unclear(text, begins, offset.ends)
    return _closed(text, begins, Zone(offset.ends, None, offset.zone, meanings=meanings), match["open"] or "")


def _bare(text: str, at: int, *, in_column: bool, period_from: int | None) -> Zone | None:
    """Read an offset without `UTC`. A telephone number, an address, a count and the end of a period are none."""
    offset = _offset(text, at)
    if offset is None or _is_telephone(text, offset) or not _LIKE_AN_OFFSET.fullmatch(offset.value):
        return None
    is_plus = offset.sign == "+"
    if not offset.is_full and (in_column or (offset.spaced and not is_plus)):
        return None
    if (
        offset.minutes is None
        or offset.sign == _DASH
        or (offset.spaced and not (is_plus and offset.is_full))
        or (in_column and not is_plus and offset.value[0] != "0")
        or (not offset.is_full and offset.value[0] != "0" and _is_in_sentence(text, offset))
        or _ends_period(offset, period_from)
    ):
        return _unclear(text, at, offset.ends)
    return Zone(offset.ends, _name(text, at, offset.ends), offset.zone)


def _is_in_sentence(text: str, offset: _Offset) -> bool:
    """Whether a word goes on after the number, as in `UTC - 5 failed logins`."""
    return _WORD_AFTER.match(text, offset.ends) is not None


def _offset(text: str, at: int, *, with_hours: bool = False) -> _Offset | None:
    """Return what looks like an offset at a position. `with_hours`: a word such as `hours` can follow."""
    match = _SIGNED.match(text, at)
    if match is None:
        return None
    value = match["value"].rstrip(".:")
    ends = match.start("value") + len(value)
    hours = _HOURS.match(text, ends) if with_hours else None
    minutes = _minutes(value)
    goes_on = _GOES_ON.match(text, ends) and not hours
    if goes_on or (minutes is not None and len(value) <= len("hh") and _DECIMAL_COMMA.match(text, ends)):
        minutes = None
    sign = _SIGNS.get(match["sign"], _DASH)
    if match["sign"] in _BOTH_SIGNS and minutes != 0:
        minutes = None
    if sign != "+" and minutes is not None:
        minutes = -minutes
    if minutes is not None and not -_MOST_WEST <= minutes <= _MOST_EAST:
        minutes = None
    return _Offset(at, hours.end() if hours else ends, sign, bool(match["gap"]), value, minutes)


def _minutes(value: str) -> int | None:
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    hours, minutes = int(match[1] or match[3]), int(match[2] or match[4] or 0)
    return hours * _HOUR + minutes if minutes < _HOUR else None


def _is_telephone(text: str, offset: _Offset) -> bool:
    """Whether the text is rather a telephone number such as `+1 202 555 0100`."""
    if ":" in offset.value or (offset.minutes is not None and _YEAR_NEXT.match(text, offset.ends)):
        return False
    match = _TELEPHONE.match(text, offset.begins)
    return match is not None and sum(one.isdigit() for one in match[0]) >= _TELEPHONE_DIGITS


def _with_comment(text: str, found: Zone) -> Zone:
    """Return an offset with the name after it, as in `+0100 (CET)` or `+01:00[Europe/Berlin]` (RFC 9557)."""
    match = _COMMENT.match(text, found.ends)
    if match is None or found.zone is None or found.meanings:
        return found
    named = _database(match["name"]) if "/" in match["name"] else None
    meanings = (named,) if named else abbreviations.meanings(match["name"])
    return replace(found, ends=match.end(), meanings=meanings) if meanings else found


def _closed(text: str, begins: int, found: Zone, between: str) -> Zone:
    """Return a zone with its name and with the bracket that was opened before its offset."""
    close = _CLOSE.match(text, found.ends) if "(" in between or "[" in between else None
    ends = close.end() if close else found.ends
    return replace(found, ends=ends, name=_name(text, begins, ends))


def _unclear(text: str, begins: int, ends: int) -> Zone:
    return Zone(ends, _name(text, begins, ends), None, Caution.ZONE_UNCLEAR)


def _name(text: str, begins: int, ends: int) -> str:
    """Return the zone as the text names it, on one line and without a bracket that is not closed."""
    name = " ".join(text[begins:ends].split())
    if name.count("(") != name.count(")") or name.count("[") != name.count("]"):
        name = re.sub(r"[()\[\]]", "", name)
    return name
