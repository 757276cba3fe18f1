"""Abbreviations of time zones: those with one meaning, those with several, and those of mail headers.

Sources: the IANA time zone database, Unicode CLDR, and RFC 5322, section 4.3. The tables are in `docs/identifiers.md`.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta, timezone, tzinfo
from functools import cache
from typing import Final
from zoneinfo import ZoneInfo

#: Offsets from UTC, in minutes, of abbreviations with one meaning.
_FIXED: Final[Mapping[str, int]] = {
    "WET": 0, "WEST": 60, "CET": 60, "CEST": 120, "MEZ": 60, "MESZ": 120, "EET": 120, "EEST": 180, "TRT": 180,
    "WAT": 60, "CAT": 120, "SAST": 120, "EAT": 180, "IDT": 180, "PKT": 300, "WIB": 420, "WITA": 480, "HKT": 480,
    "SGT": 480, "AWST": 480, "JST": 540, "ACST": 570, "ACDT": 630, "AEST": 600, "AEDT": 660, "NZST": 720, "NZDT": 780,
    "MDT": -360, "PDT": -420, "AKST": -540, "AKDT": -480, "HST": -600, "HDT": -540,
}  # fmt: skip
#: Abbreviations whose offset changed: zones that know when.
_ZONES: Final[Mapping[str, str]] = {"MSK": "Europe/Moscow", "\u041c\u0421\u041a": "Europe/Moscow"}
#: Abbreviations with several meanings, and a zone for each of them.
AMBIGUOUS: Final[Mapping[str, tuple[str, ...]]] = {
    "ACT": ("America/Rio_Branco", "Australia/Darwin", "Asia/Singapore"),
    "ADT": ("America/Halifax", "Asia/Baghdad"),
    "AMST": ("America/Cuiaba", "Asia/Yerevan"),
    "AMT": ("America/Manaus", "Asia/Yerevan"),
    "AST": ("America/Halifax", "America/Puerto_Rico", "Asia/Riyadh"),
    "BST": ("Europe/London", "Asia/Dhaka", "Pacific/Bougainville"),
    "CDT": ("America/Chicago", "America/Havana", "Australia/Adelaide"),
    "CST": ("America/Chicago", "Asia/Shanghai", "America/Havana", "America/Costa_Rica", "Australia/Adelaide"),
    "ECT": ("America/Guayaquil", "America/Martinique", "Europe/Paris"),
    "EDT": ("America/New_York", "Australia/Sydney"),
    "EST": ("America/New_York", "America/Panama", "Australia/Sydney"),
    "GST": ("Asia/Dubai", "Atlantic/South_Georgia", "Pacific/Guam"),
    "IST": ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"),
    "KST": ("Asia/Seoul", "Asia/Pyongyang"),
    "MMT": ("Asia/Yangon", "Indian/Maldives"),
    "MST": ("America/Denver", "America/Phoenix", "Asia/Kuala_Lumpur", "Asia/Yangon"),
    "NDT": ("America/St_Johns", "Asia/Kathmandu"),
    "NST": ("America/St_Johns", "Asia/Kathmandu"),
    "PST": ("America/Los_Angeles", "Asia/Manila", "Pacific/Pitcairn", "Asia/Karachi"),
    "SST": ("Pacific/Pago_Pago", "Asia/Singapore", "Pacific/Guadalcanal"),
    "WIT": ("Asia/Jayapura", "Asia/Jakarta"),
    "WST": ("Australia/Perth", "Pacific/Apia", "Africa/El_Aaiun"),
}
#: Offsets in hours of the abbreviations that RFC 5322, section 4.3, defines for dates of mail headers.
_MAIL: Final[Mapping[str, int]] = {
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
}  # fmt: skip


def zone(abbreviation: str, *, in_mail_header: bool = False) -> tzinfo | None:
    """Return the zone of an abbreviation in capitals; `None` if it is unknown or has several meanings."""
    if in_mail_header and abbreviation in _MAIL:
        return timezone(timedelta(hours=_MAIL[abbreviation]))
    if abbreviation in _FIXED:
        return timezone(timedelta(minutes=_FIXED[abbreviation]))
    return ZoneInfo(_ZONES[abbreviation]) if abbreviation in _ZONES else None


@cache
def meanings(abbreviation: str) -> tuple[tzinfo, ...]:
    """Return every offset that an abbreviation can mean, in winter or in summer; none if it is unknown."""
    one = zone(abbreviation)
    if one is not None:
        return (one,)
    zones = [ZoneInfo(name) for name in AMBIGUOUS.get(abbreviation, ())]
    offsets = {datetime(2026, month, 1, tzinfo=zone).utcoffset() for zone in zones for month in (1, 7)}
    return tuple(timezone(offset) for offset in offsets if offset is not None)
