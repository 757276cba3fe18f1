"""Values with their sources, and the parts of which records of the reference data consist.

`Sourced` is a value with its source; `None` as value means "not recorded". A value knows how good its source is, which
other sources contradict it, whether it was verified, and whether that is more than a year ago.
"""

import json
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, ClassVar, Final, Generic, Literal, Self, TypeVar, cast
from zoneinfo import available_timezones

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    JsonValue,
    StringConstraints,
    TypeAdapter,
    ValidationError,
    computed_field,
    field_validator,
    model_validator,
)

from app import characters, clock

#: A verification or a test call that is older is stale.
YEAR: Final = timedelta(days=365)
_EASTERNMOST: Final = timedelta(hours=14)


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


@cache
def _countries() -> frozenset[str]:
    lines = files("tzdata").joinpath("zoneinfo", "iso3166.tab").read_text("utf-8").splitlines()
    return frozenset(line.split("\t")[0] for line in lines if not line.startswith("#"))


def _known_country(code: str) -> str:
    if code not in _countries():
        raise ValueError("Use the code of a country in ISO 3166-1, for example NL.")
    return code


def _known_zone(zone: str) -> str:
    if zone not in _zones():
        raise ValueError("Name a time zone of the IANA database, for example Europe/Amsterdam.")
    return zone


Key = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_]{1,39}$")]
Code = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]  # form of ISO 3166-1 alpha-2
CountryCode = Annotated[Code, AfterValidator(_known_country)]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]  # ISO 639
Zone = Annotated[str, AfterValidator(_known_zone)]  # IANA
Duration = Annotated[str, Field(pattern=r"^P([1-9]\d{0,3}[DWMY]|T[1-9]\d{0,3}H)$")]  # ISO 8601, one unit
Line = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300), AfterValidator(characters.plain)
]
Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000), AfterValidator(characters.plain_lines)
]
T = TypeVar("T")


def past_day(day: date) -> date:
    """Return the day. Raises `ValueError` if it has not begun anywhere yet, or is before 1900."""
    if not clock.EARLIEST.date() <= day <= (clock.now() + _EASTERNMOST).date():
        raise ValueError("Enter a day that is not in the future.")
    return day


PastDay = Annotated[date, BeforeValidator(clock.written_day), AfterValidator(past_day)]


def is_old(day: date) -> bool:
    """Return whether a verification or a test call on this day is more than a year ago."""
    return day < clock.now().date() - YEAR


class Part(BaseModel):
    """A frozen part of a record that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", json_schema_serialization_defaults_required=True)


class Record(Part):
    """Base of the kinds of records."""

    IDENTITY: ClassVar[str] = "key"

    @property
    def identity(self) -> str:
        """Return the key of the record in its kind; of a country, its code."""
        return str(getattr(self, self.IDENTITY))

    def document(self) -> dict[str, Any]:
        """Return the record as JSON for the database and for files, without what is computed."""
        return self.model_dump(mode="json", exclude_computed_fields=True)


class BilingualText(Part):
    """A text in the languages of the interface."""

    en: Line
    fr: Line


#: How good a source is: the text or declaration itself, a report about it, or general knowledge without a text.
Quality = Literal["primary", "secondary", "general"]


class OtherStatement(Part):
    """A contradicting statement, of the same type as the value. Both are kept and shown."""

    value: JsonValue
    source: Line


class Sourced(Part, Generic[T]):
    """A value, where it was found, and who confirmed it when. `None` as value: not recorded.

    `quality`: that of the weakest part of the source; None: not stated. `declared_on`: day of the declaration or of the text.
    `others`: what other sources say.
    `verified_against`: the text or address that the person compared with the value.
    """

    value: T | None = None
    source: Line | None = None
    quality: Quality | None = None
    declared_on: PastDay | None = None
    others: tuple[OtherStatement, ...] = Field(default=(), max_length=10)
    verified_on: PastDay | None = None
    verified_by: Line | None = None
    verified_against: Text | None = None

    @field_validator("others")
    @classmethod
    def _of_same_type(cls, others: tuple[OtherStatement, ...]) -> tuple[OtherStatement, ...]:
        return tuple(one.model_copy(update={"value": cls._checked(one.value)}) for one in others)

    @classmethod
    def _checked(cls, other: JsonValue) -> JsonValue:
        """Return the other value as the value itself would be stored. Raises `ValueError` if it could not be."""
        kind = _adapter(cls)
        try:
            found = kind.validate_json(json.dumps(other))
        except ValidationError:
            found = None
        if found is None:
            raise ValueError("Enter the statement of another source in the same form as the value.")
        return cast("JsonValue", kind.dump_python(found, mode="json", exclude_computed_fields=True))

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.value is not None and self.source is None:
            raise ValueError("Name the source of this value.")
        if self.value is None and self.others:
            raise ValueError("Enter the value before what other sources say.")
        if (self.verified_on is None) != (self.verified_by is None):
            raise ValueError("Give verified_on and verified_by together, or neither.")
        if self.verified_against is not None and self.verified_on is None:
            raise ValueError("Give verified_against only together with verified_on and verified_by.")
        return self

    @computed_field  # type: ignore[prop-decorator]  # mypy does not know decorated properties
    @property
    def verified(self) -> bool:
        """Whether a person confirmed the value."""
        return self.verified_on is not None

    @computed_field  # type: ignore[prop-decorator]  # mypy does not know decorated properties
    @property
    def stale(self) -> bool:
        """Whether the verification is more than a year old."""
        return self.verified_on is not None and is_old(self.verified_on)


@cache
def _adapter(sourced: type[Sourced[Any]]) -> TypeAdapter[Any]:
    kind: Any = sourced.model_fields["value"].annotation
    return TypeAdapter(kind)


class SourcedLine(Sourced[Line]):
    """One line of text."""


class SourcedText(Sourced[Text]):
    """A text."""


class SourcedWords(Sourced[BilingualText]):
    """A text in the languages of the interface."""


class SourcedZone(Sourced[Zone]):
    """A time zone."""


class SourcedCountry(Sourced[CountryCode]):
    """A country."""
