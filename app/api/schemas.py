"""Base classes and field types that all forms and views share: strict input, pages, versions, times.

Not here: the forms and views of one resource, which are in that resource's own file.
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import cache
from importlib.resources import files
from typing import Annotated, Generic, TypeVar

from fastapi import Header
from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    NaiveDatetime,
    PlainSerializer,
    StringConstraints,
)
from pydantic_core import PydanticCustomError

from app import characters, clock
from app.errors import Malformed, PreconditionRequired
from app.services.accounts.zones import BEYOND, is_zone

Item = TypeVar("Item")


#: Digits of a number that fits PostgreSQL's bigint.
DIGITS = re.compile(r"[0-9]{1,18}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def printable(value: str) -> str:
    """Return the text. Raises `ValueError` if it contains control characters or surrogates."""
    if _UNPRINTABLE.search(value):
        raise ValueError("Contains a control character. Remove it.")
    return value


def _written_out(value: object) -> object:
    """Accept a datetime in RFC 3339 form. Refuse a number of seconds since 1970, in which errors are hard to see."""
    if not isinstance(value, datetime) and not (isinstance(value, str) and _MOMENT.match(value)):
        raise ValueError("Enter the moment with its offset, for example 2026-05-16T09:30:00+02:00.")
    return value


def _within(value: datetime) -> datetime:
    if not clock.is_within(value if value.tzinfo else value.replace(tzinfo=UTC)):
        raise ValueError(BEYOND)
    return value


@cache
def _countries() -> frozenset[str]:
    """Return the codes of ISO 3166-1 as the IANA database lists them, and XK for Kosovo."""
    lines = files("tzdata").joinpath("zoneinfo", "iso3166.tab").read_text("utf-8").splitlines()
    return frozenset({"XK", *(line.split("\t")[0] for line in lines if not line.startswith("#"))})


def _existing(value: str) -> str:
    if value not in _countries():
        raise PydanticCustomError("country_unknown", "Enter the two-letter code of a country.")
    return value


def _day_within(value: date) -> date:
    if not clock.EARLIEST.year <= value.year < clock.LATEST.year:
        raise ValueError(BEYOND)
    return value


def _known_zone(value: str) -> str:
    if not is_zone(value):
        raise ValueError("Must be a time zone of the IANA database, for example Europe/Amsterdam.")
    return value


class Form(BaseModel):
    """Base of input models: no undeclared fields, immutable."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class View(BaseModel):
    """Base of output models: every field is always present."""

    model_config = ConfigDict(from_attributes=True, frozen=True)


Time = Annotated[datetime, PlainSerializer(clock.rfc3339, return_type=str, when_used="json")]
Moment = Annotated[AwareDatetime, BeforeValidator(_written_out), AfterValidator(_within)]
#: Local time as a clock shows it, in the zone that accompanies it.
Shown = Annotated[NaiveDatetime, AfterValidator(_within)]
Day = Annotated[date, BeforeValidator(clock.written_day), AfterValidator(_day_within)]
#: Name of a person or item, title, place or clause. It contains no invisible characters.
Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300), AfterValidator(characters.plain)
]
#: Reason for an act: like `Line`, with several lines.
Justification = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=10_000),
    AfterValidator(characters.plain_lines),
]
#: Description or pasted text. It is stored as received; pages and documents spell out invisible characters in it.
Paragraph = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=10_000), AfterValidator(printable)
]
#: File name as the sender gives it, stored as received.
FileName = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300), AfterValidator(printable)
]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]{1,19}$")]
LanguageCode = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]  # ISO 639
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]  # ISO 3166-1, not compared with its list
Country = Annotated[CountryCode, AfterValidator(_existing)]
Zone = Annotated[str, AfterValidator(_known_zone)]
Limit = Annotated[int, Field(ge=1, le=200)]


def moments(told: Mapping[str, str]) -> dict[str, datetime]:
    """Return the time for each name, parsed from the database's JSON."""
    return {name: clock.parse(at) for name, at in told.items()}


class Page(View, Generic[Item]):
    """A page of a list. `next` is the cursor of the next page, null at the end."""

    items: list[Item]
    next: str | None


class ReasonForm(Form):
    """The reason for an act."""

    reason: Justification


IfMatch = Annotated[str | None, Header(alias="If-Match", description='The version that is changed, in quotes: `"3"`.')]


def expected_version(if_match: str | None) -> int:
    """Return the version in `If-Match`.

    Raises `PreconditionRequired` without it, `Malformed` if it is not a version.
    """
    if if_match is None:
        raise PreconditionRequired('Send If-Match with the version that you read, for example If-Match: "3".')
    text = if_match.removeprefix("W/").strip('"')
    if not DIGITS.fullmatch(text):
        raise Malformed('If-Match must be a version, for example "3".', field="If-Match")
    return int(text)
