"""Times since 1970 in a text: seconds, milliseconds, microseconds and nanoseconds. They are UTC.

A number is a time after a word that names one (`ts`, `"timestamp":`, `rt=` of CEF). So is a number at the beginning of a line, or
with a fraction of three digits or more.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Final

from app.identifiers.moments.zones import GAP

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_SECONDS: Final = r"1\d{9}"
_WORD: Final = (
    r"(?:(?:[A-Za-z_.]{0,30}[_.])?(?:(?:event|log|login|unix|epoch|start|end|created?|updated?|modified|received?|receipt|dev(?:ice)?"
    r"|first|last|seen)?(?:time(?:stamp)?|epoch|date)|ts|at)|createdAt|updatedAt|lastlogin|unix|iat)(?:_?(?:s|sec|ms|us|ns|millis|micros|nanos|utc))?"
)
_KEYED: Final = re.compile(
    rf"(?<![A-Za-z0-9_.]){_WORD}[\"']?{GAP}?[:=]{GAP}?[\"']?"
    rf"(?P<digits>{_SECONDS}(?:\d{{3}}|\d{{6}}|\d{{9}})?)(?:\.(?P<part>\d{{1,9}}))?(?!\w|\.\d)"
    rf"|(?<![A-Za-z0-9_.])(?:(?:unix[ _]?)?time[ _]?stamp|epoch|unix[ _]?time){GAP}(?P<spaced>{_SECONDS}(?:\d{{3}})?)(?!\w|\.\d)"
    # CEF: milliseconds only, because `start=` and `end=` are also positions in a file
    rf"|(?<![A-Za-z0-9_.])(?:rt|art|mrt|start|end)=(?P<cef>{_SECONDS}\d{{3}})(?!\w|\.\d)",
    re.IGNORECASE,
)
_LINE: Final = re.compile(
    rf"^[\[\"']?(?P<digits>{_SECONDS}(?:\d{{3}}|\d{{6}})?)(?:\.(?P<part>\d{{1,9}}))?(?=[\]\"']?(?:{GAP}|[,;|]))",
    re.MULTILINE,
)
_SHARP: Final = re.compile(rf"(?<![\w.+-])(?P<digits>{_SECONDS})\.(?P<part>\d{{3,9}})(?![\w.])")
#: A date in JSON of .NET: milliseconds, with an offset that only says how to show them.
_DOT_NET: Final = re.compile(rf"/Date\((?P<digits>{_SECONDS}\d{{3}})(?:[+-]\d{{4}})?\)")
_DIGITS_OF_SECONDS: Final = 10


def find(text: str) -> Iterator[tuple[int, int, datetime]]:
    """Return the span and the time of each, in no order."""
    for pattern in (_KEYED, _LINE, _SHARP, _DOT_NET):
        for match in pattern.finditer(text):
            parts = match.groupdict()
            digits = parts["digits"] or parts.get("spaced") or parts.get("cef") or ""
            fraction = digits[_DIGITS_OF_SECONDS:] or parts.get("part") or "0"
            microseconds = int(fraction[:6].ljust(6, "0"))
            seconds = timedelta(seconds=int(digits[:_DIGITS_OF_SECONDS]), microseconds=microseconds)
            yield *match.span(), _EPOCH + seconds
