"""Types of the reference data, and the seed files beside this module. Pure.

`Sourced` is a value with its source; `None` as value means "not recorded". Keys of instruments, deadlines and events are
stable: requests store them. The JSON format for operators is described in `docs/reference-data.md`.
"""

import json
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, Final, Generic, Literal, Self, TypeVar
from zoneinfo import available_timezones

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

#: Version of the JSON format of the seed files, exports and imports.
FORMAT: Final = 1
_HERE: Final = Path(__file__).parent


def _known_zone(zone: str) -> str:
    if zone not in available_timezones():
        raise PydanticCustomError("zone_unknown", "name a time zone of the IANA database, such as Europe/Amsterdam")
    return zone


Key = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_]{1,39}$")]
Code = Annotated[str, Field(pattern=r"^[A-Z]{2}$")]  # ISO 3166-1 alpha-2
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]  # ISO 639
Zone = Annotated[str, AfterValidator(_known_zone)]  # IANA
Duration = Annotated[str, Field(pattern=r"^P([1-9]\d{0,3}[DWMY]|T[1-9]\d{0,3}H)$")]  # ISO 8601, one unit
Short = Annotated[str, Field(min_length=1, max_length=300)]
Long = Annotated[str, Field(min_length=1, max_length=4000)]
T = TypeVar("T")


class Part(BaseModel):
    """A frozen part of a record that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(Part):
    """A text in the languages of the interface."""

    en: Short
    fr: Short


class Sourced(Part, Generic[T]):
    """A value, where it was found, and who confirmed it when. `None` as value: not recorded."""

    value: T | None = None
    source: Short | None = None
    verified_on: date | None = None
    verified_by: Short | None = None

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.value is not None and self.source is None:
            raise PydanticCustomError("source_missing", "name the source of this value")
        if (self.verified_on is None) != (self.verified_by is None):
            raise PydanticCustomError("verification_half", "verified_on and verified_by belong together")
        return self


class InstrumentKind(StrEnum):
    """Kinds of instruments, by who asks whom."""

    JUDICIAL = "judicial"
    POLICE = "police"
    PROVIDER = "provider"  # addressed to a service provider
    NOTICE = "notice"
    NETWORK = "network"  # through the 24/7 points of contact
    ORDER = "order"  # recognised and enforced: freezing, confiscation, surrender, transfer


class Family(StrEnum):
    """Which transitions a request of this instrument has (`access/requests/states.py`)."""

    JUDICIAL = "judicial"
    PRESERVATION = "preservation"
    PROVIDER_ORDER = "provider_order"
    POLICE = "police"
    SPONTANEOUS = "spontaneous"
    NOTICE = "notice"
    REFERENCE = "reference"  # registered as a reference, executed elsewhere
    ADVICE = "advice"  # only proposed by the route adviser; no request is made


class DataCategory(StrEnum):
    """Categories of data and measures a route is chosen for."""

    SUBSCRIBER = "SUBSCRIBER"
    IDENTIFICATION_ONLY = "IDENTIFICATION_ONLY"
    TRAFFIC = "TRAFFIC"
    CONTENT = "CONTENT"
    REAL_TIME = "REAL_TIME"
    PRESERVATION = "PRESERVATION"


class Coverage(StrEnum):
    """Whether an instrument obtains a category of data."""

    YES = "yes"
    OFTEN = "often"
    PARTIAL = "partial"
    SOMETIMES = "sometimes"
    LIMITED = "limited"
    ON_REQUEST = "on_request"
    RARELY = "rarely"
    EMERGENCY_ONLY = "emergency_only"
    NO = "no"


class CourtUse(StrEnum):
    """Whether material obtained by an instrument can be used in court by default."""

    YES = "yes"
    WITH_CONSENT = "with_consent"
    CONTESTED = "contested"
    NO = "no"


class Authority(StrEnum):
    """Kinds of authorities that issue or validate."""

    JUDGE = "judge"
    COURT = "court"
    INVESTIGATING_JUDGE = "investigating_judge"
    PROSECUTOR = "prosecutor"
    OTHER = "other"  # another investigating authority
    SPOC = "spoc"
    NCB = "ncb"


class Basis(StrEnum):
    """How a duration is counted."""

    HOURS = "hours"
    CALENDAR = "calendar"
    WORKING = "working"


class Event(StrEnum):
    """Event that starts a deadline."""

    ISSUED = "issued"
    RECEIVED = "received"  # by the first authority or the provider
    RECEIVED_BY_COMPETENT = "received_by_competent"
    RECOGNISED = "recognised"
    NOTIFIED = "notified"  # the notified authority has received the notification
    CLARIFICATION_ASKED = "clarification_asked"
    ALL_INFORMATION = "all_information"  # all information required is with the executing authority
    SERVED = "served"  # the provider has been served
    PRESERVED = "preserved"
    DECIDED = "decided"
    SUSPECT_TOLD = "suspect_told"
    REMEDY_SOUGHT = "remedy_sought"
    LIMIT_ASKED = "limit_asked"  # the executing State asks to limit the period of a freezing order
    ARRESTED = "arrested"
    CONSENTED = "consented"
    FREE_TO_LEAVE = "free_to_leave"
    HEARING = "hearing"
    PAID = "paid"
    PUBLISHED = "published"
    CHALLENGE_RECEIVED = "challenge_received"
    CHALLENGE_ADMISSIBLE = "challenge_admissible"
    CHALLENGE_DECIDED = "challenge_decided"
    NEW_FACT = "new_fact"


class Actor(StrEnum):
    """Kinds of persons and bodies that have to act before a deadline."""

    ISSUING = "issuing"
    EXECUTING = "executing"
    NOTIFIED = "notified"
    PROVIDER = "provider"
    PERSON = "person"
    NCB = "ncb"
    CCF = "ccf"


class DeadlineRule(Part):
    """One deadline of an instrument.

    `minimum`: the data must be kept at least that long, so the date is when they may lapse. `rolls`: an end on a day off moves
    to the next working day. `before`: counted back from the event. `urgent`: only urgent requests, or only others; None: all.
    `countries`: only where one of these States executes; empty: everywhere. `data_categories`: only these items; empty: all.
    """

    key: Key
    title: Words
    begins_at: Event
    actor: Actor
    duration: Duration
    basis: Basis
    minimum: bool = False
    extension: Duration | None = None
    rolls: bool = False
    before: bool = False
    urgent: bool | None = None
    countries: tuple[Code, ...] = ()
    data_categories: tuple[DataCategory, ...] = ()

    @model_validator(mode="after")
    def _countable(self) -> Self:
        if self.duration.startswith("PT") != (self.basis is Basis.HOURS):
            raise PydanticCustomError(
                "duration_basis", "a duration in hours goes with the basis hours, any other with calendar or working"
            )
        return self


class IssuerRule(Part):
    """Authorities that may issue for a category of data; no category means every category.

    `validated_by`: other investigating authorities need validation by one of these; empty: they may not issue at all.
    `unvalidated_in_emergency`: validation may follow later in an emergency.
    """

    data_category: DataCategory | None = None
    alone: tuple[Authority, ...]
    validated_by: tuple[Authority, ...] = ()
    unvalidated_in_emergency: bool = False


class InForce(Part):
    """Between which countries an instrument applies.

    `all`, `none`; `members`: between any two of `countries`; `pairs`: between the two countries of each pair.
    """

    scope: Literal["all", "none", "members", "pairs"]
    countries: tuple[Code, ...] = ()
    pairs: tuple[tuple[Code, Code], ...] = ()
    begins_on: date | None = None

    @model_validator(mode="after")
    def _matching(self) -> Self:
        if bool(self.countries) != (self.scope == "members") or bool(self.pairs) != (self.scope == "pairs"):
            raise PydanticCustomError(
                "scope_lists",
                "list countries with the scope members, pairs with the scope pairs, and nothing with the others",
            )
        return self

    def between(self, one: str, other: str, day: date) -> bool:
        """Whether the instrument applies between two countries on a day."""
        if self.begins_on is not None and day < self.begins_on:
            return False
        match self.scope:
            case "members":
                return one != other and {one, other} <= set(self.countries)
            case "pairs":
                return (one, other) in self.pairs or (other, one) in self.pairs
            case _:
                return self.scope == "all"


class Instrument(Part):
    """A legal instrument: its form, transitions, deadlines, issuers and where it applies."""

    key: Key
    title: Words
    kind: InstrumentKind
    family: Family
    forms: tuple[str, ...] = ()
    legal_basis: Sourced[Words]
    deadlines: tuple[Sourced[DeadlineRule], ...] = ()
    issuers: tuple[Sourced[IssuerRule], ...] = ()
    coverage: Mapping[DataCategory, Sourced[Coverage]] = Field(default_factory=dict)
    court_use: Sourced[CourtUse] = Sourced[CourtUse]()
    in_force: Sourced[InForce] = Sourced[InForce]()


class LanguageRule(Part):
    """Languages a country accepts or refuses, by instrument and urgency; no instrument means every instrument."""

    instruments: tuple[Key, ...] = ()
    urgency: Literal["any", "ordinary", "urgent"] = "any"
    accepted: tuple[Language, ...] = ()
    refused: tuple[Language, ...] = ()
    condition: Short | None = None


class CrosswalkLine(Part):
    """National offence that corresponds to a category (1 to 32) of the list offences."""

    category: Annotated[int, Field(ge=1, le=32)]
    offence: Short


class Channel(Part):
    """A way to reach somebody: `kind` in plain words, for example e-mail, and the address."""

    kind: Short
    address: Short


class CountryCard(Part):
    """Facts about cooperation with one country."""

    code: Code
    name: Words
    zone: Sourced[Zone] = Sourced[Zone]()
    central_authority: Sourced[Long] = Sourced[Long]()
    send_to: Sourced[Long] = Sourced[Long]()
    channels: Sourced[tuple[Channel, ...]] = Sourced[tuple[Channel, ...]]()
    means: Sourced[Long] = Sourced[Long]()
    languages: Sourced[tuple[LanguageRule, ...]] = Sourced[tuple[LanguageRule, ...]]()
    validation: Sourced[Long] = Sourced[Long]()
    formalities: Sourced[Long] = Sourced[Long]()
    double_criminality: Sourced[Long] = Sourced[Long]()
    offences: Sourced[tuple[CrosswalkLine, ...]] = Sourced[tuple[CrosswalkLine, ...]]()
    use_limits: Sourced[Long] = Sourced[Long]()
    evidence_rules: Sourced[Long] = Sourced[Long]()
    hearing_rules: Sourced[Long] = Sourced[Long]()
    interception: Sourced[Long] = Sourced[Long]()
    disclosure: Sourced[Long] = Sourced[Long]()
    retention: Sourced[Long] = Sourced[Long]()
    declarations: Sourced[Long] = Sourced[Long]()
    links: Sourced[Long] = Sourced[Long]()


class ProviderCard(Part):
    """Facts about one service provider."""

    key: Key
    name: Sourced[Short]
    country: Sourced[Code]
    domains: Sourced[tuple[Short, ...]] = Sourced[tuple[Short, ...]]()
    entity: Sourced[Long] = Sourced[Long]()
    representative: Sourced[Long] = Sourced[Long]()
    portal: Sourced[Short] = Sourced[Short]()
    categories: Sourced[tuple[DataCategory, ...]] = Sourced[tuple[DataCategory, ...]]()
    retention: Sourced[Long] = Sourced[Long]()
    user_notice: Sourced[Long] = Sourced[Long]()
    emergency_contact: Sourced[Long] = Sourced[Long]()


class Role(StrEnum):
    """Roles of the directory."""

    CONTACT_24_7 = "contact_24_7"
    CENTRAL_AUTHORITY = "central_authority"
    SPOC = "spoc"
    NCB = "ncb"
    LIAISON_OFFICER = "liaison_officer"
    LIAISON_MAGISTRATE = "liaison_magistrate"


class DirectoryEntry(Part):
    """A contact: the unit, its powers, languages, hours and channels. Test calls are recorded beside it."""

    key: Key
    role: Role
    country: Code
    unit: Sourced[Short]
    powers: Sourced[Long] = Sourced[Long]()
    languages: Sourced[tuple[Language, ...]] = Sourced[tuple[Language, ...]]()
    hours: Sourced[Short] = Sourced[Short]()
    zone: Sourced[Zone] = Sourced[Zone]()
    channels: Sourced[tuple[Channel, ...]] = Sourced[tuple[Channel, ...]]()


class Kind(StrEnum):
    """The four kinds of reference data; also the names of the seed files."""

    INSTRUMENTS = "instruments"
    COUNTRIES = "countries"
    PROVIDERS = "providers"
    DIRECTORY = "directory"


Record = Instrument | CountryCard | ProviderCard | DirectoryEntry
TYPES: Final[Mapping[Kind, type[Record]]] = {
    Kind.INSTRUMENTS: Instrument,
    Kind.COUNTRIES: CountryCard,
    Kind.PROVIDERS: ProviderCard,
    Kind.DIRECTORY: DirectoryEntry,
}


def key_of(record: Record) -> str:
    """Return the key of a record: a country's code, any other's key."""
    return record.code if isinstance(record, CountryCard) else record.key


@cache
def seed(kind: Kind) -> Mapping[str, Record]:
    """Return the shipped records of a kind by key, in the order of their file."""
    file = json.loads((_HERE / f"{kind}.json").read_text(encoding="utf-8"))
    return {key_of(record): record for record in map(TYPES[kind].model_validate, file["entries"])}


def instruments() -> Mapping[str, Instrument]:
    """Return the shipped instruments by key."""
    return {key: record for key, record in seed(Kind.INSTRUMENTS).items() if isinstance(record, Instrument)}
