"""What the forms and views of all nouns share: strict input, pages, versions, times.

Deliberately not here: the forms and views of one noun; they stand in its own file.
"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Annotated, Generic, TypeVar
from uuid import UUID

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

from app import characters, clock
from app.errors import Malformed, PreconditionRequired
from app.services.zones import BEYOND

Item = TypeVar("Item")


#: Digits of a number that PostgreSQL's bigint holds.
DIGITS = re.compile(r"[0-9]{1,18}")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ]")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def printable(value: str) -> str:
    """The text, if a person can read it. Raises `ValueError` for control characters and halves of surrogate pairs."""
    if _UNPRINTABLE.search(value):
        raise ValueError("contains a control character; remove it")
    return value


def _written_out(value: object) -> object:
    """A moment as people write it (RFC 3339). Seconds since 1970 are a number, in which a slip is not seen."""
    if not isinstance(value, datetime) and not (isinstance(value, str) and _MOMENT.match(value)):
        raise ValueError("say the moment with its offset, for example 2026-05-16T09:30:00+02:00")
    return value


def _within(value: datetime) -> datetime:
    if not clock.is_within(value if value.tzinfo else value.replace(tzinfo=UTC)):
        raise ValueError(BEYOND)
    return value


def _day_within(value: date) -> date:
    if not clock.EARLIEST.year <= value.year < clock.LATEST.year:
        raise ValueError(BEYOND)
    return value


class Form(BaseModel):
    """Input: nothing beyond what is declared, and text that the ledger can hold."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class View(BaseModel):
    """Output: every field always present."""

    model_config = ConfigDict(from_attributes=True, frozen=True)


Time = Annotated[datetime, PlainSerializer(clock.rfc3339, return_type=str, when_used="json")]
Moment = Annotated[AwareDatetime, BeforeValidator(_written_out), AfterValidator(_within)]
#: What a clock shows, in the zone that comes with it.
Shown = Annotated[NaiveDatetime, AfterValidator(_within)]
Day = Annotated[date, AfterValidator(_day_within)]
#: What names a person or a thing: a name, a title, a place, a clause. Nothing in it is hidden from its reader.
Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300), AfterValidator(characters.plain)
]
#: Why something is done: the same, in several lines.
Justification = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=10_000),
    AfterValidator(characters.plain_lines),
]
#: What people describe and paste. It is kept as it came; pages and documents spell out what is hidden in it.
Paragraph = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=10_000), AfterValidator(printable)
]
#: What its sender calls a file, kept likewise.
FileName = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300), AfterValidator(printable)
]
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z][A-Z0-9_]{1,19}$")]
Limit = Annotated[int, Field(ge=1, le=200)]


def moments(told: Mapping[str, str]) -> dict[str, datetime]:
    """The moment of each name, as the database tells them in JSON."""
    return {name: clock.parse(at) for name, at in told.items()}


class Page(View, Generic[Item]):
    """A page of a list: `next` is the cursor of the page behind it, null at the end."""

    items: list[Item]
    next: str | None


class ReasonForm(Form):
    """Why, in the actor's words."""

    reason: Justification


IfMatch = Annotated[str | None, Header(alias="If-Match", description='The version that is changed, in quotes: `"3"`.')]


def expected_version(if_match: str | None) -> int:
    """The version in `If-Match`. Raises `PreconditionRequired` without, `Malformed` when it is no version."""
    if if_match is None:
        raise PreconditionRequired('Send If-Match with the version that you read, for example If-Match: "3".')
    text = if_match.removeprefix("W/").strip('"')
    if not DIGITS.fullmatch(text):
        raise Malformed('If-Match is not a version; it looks like "3".', field="If-Match")
    return int(text)


def cursor_id(cursor: str | None) -> UUID | None:
    """The id in a cursor. Raises `Malformed` for what no list of ours gave."""
    try:
        return None if cursor is None else UUID(cursor)
    except ValueError:
        raise Malformed("This cursor is not one that a list gave.", field="cursor") from None
