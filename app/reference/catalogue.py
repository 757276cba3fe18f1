"""Types of the reference data, and the seed files beside this module.

Keys of instruments, deadlines and events are stable: requests store them. `docs/reference-data.md` describes the JSON
format for operators. Not here: values with their sources (`sourced.py`).
"""

import json
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated, ClassVar, Final, Literal, Self

from pydantic import BeforeValidator, Field, computed_field, model_validator

from app import clock
from app.reference.codes import CodeList
from app.reference.deadline_terms import (
    DeadlineActor,
    DeadlineBasis,
    DeadlineCalendar,
    DeadlineEnd,
    DeadlineEvent,
    LapseStop,
)
from app.reference.sourced import (
    BilingualText,
    CountryCode,
    Duration,
    Key,
    Language,
    Line,
    Part,
    PastDay,
    Record,
    Sourced,
    SourcedCountry,
    SourcedLine,
    SourcedText,
    SourcedWords,
    SourcedZone,
    Text,
    is_old,
)
from app.reference.treaties import Treaty

#: Version of the JSON format of the seed files, exports and imports.
FORMAT: Final = 1
_HERE: Final = Path(__file__).parent
#: Key of a form, as in `app/reference/forms/`.
FormKey = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,39}$")]
#: Five leap years: deadlines are calculated and watched at most this far ahead.
_LONGEST_DAYS: Final = 5 * 366
_DAYS_OF: Final = {"H": 1 / 24, "D": 1, "W": 7, "M": 31, "Y": 366}


def _days(length: str) -> float:
    """Return the days that an ISO 8601 duration of one unit has at most."""
    return int(length.lstrip("PT")[:-1]) * _DAYS_OF[length[-1]]


class InstrumentKind(StrEnum):
    """Kinds of instruments, by who asks whom."""

    JUDICIAL = "judicial"
    POLICE = "police"
    PROVIDER = "provider"  # addressed to a service provider
    NOTICE = "notice"
    NETWORK = "network"  # through the 24/7 points of contact
    ORDER = "order"  # recognised and enforced: freezing, confiscation, surrender, transfer


class TransitionFamily(StrEnum):
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


class IssuingAuthority(StrEnum):
    """Kinds of authorities that issue or validate."""

    JUDGE = "judge"
    COURT = "court"
    INVESTIGATING_JUDGE = "investigating_judge"
    PROSECUTOR = "prosecutor"
    OTHER = "other"  # another investigating authority
    SPOC = "spoc"
    NCB = "ncb"


#: Kinds of items by which a rule can be limited: `ItemKind` of `access/requests/states.py`.
RuleItemKind = Literal["data", "measure", "hearing", "search", "freeze", "confiscation", "surrender"]


class DeadlineRule(Part):
    """One deadline of an instrument.

    `minimum`: the data must be kept at least that long, so the date is when they may lapse. `rolls`: an end on a day off moves
    to the next working day. `before`: counted back from the event. `pauses`: it does not run while a clarification is open.
    `urgent`: only urgent requests, or only others; None: all.
    `countries`: only where one of these States executes; empty: everywhere. `data_categories`, `item_kinds`: only for items of
    these; empty: all. `met_by`: what completes it. `calendar`: whose zone and holidays count. `renewable`: the extension can be
    granted again. `stopped_by`: what ends the danger that preserved data lapse. `unvalidated`: only orders whose validation
    follows.
    """

    key: Key
    title: BilingualText
    begins_at: DeadlineEvent
    actor: DeadlineActor
    duration: Duration
    basis: DeadlineBasis
    minimum: bool = False
    extension: Duration | None = None
    rolls: bool = False
    before: bool = False
    pauses: bool = False
    urgent: bool | None = None
    countries: tuple[CountryCode, ...] = ()
    data_categories: tuple[DataCategory, ...] = ()
    item_kinds: tuple[RuleItemKind, ...] = ()
    met_by: DeadlineEnd = DeadlineEnd.ANSWERED
    calendar: DeadlineCalendar = DeadlineCalendar.EXECUTING
    renewable: bool = False
    stopped_by: LapseStop = LapseStop.RECEIPT
    unvalidated: bool = False

    @model_validator(mode="after")
    def _countable(self) -> Self:
        for length in (self.duration, self.extension or self.duration):
            if length.startswith("PT") != (self.basis is DeadlineBasis.HOURS):
                raise ValueError("Count a duration in hours by hours, and any other by calendar or working days.")
            if self.basis is DeadlineBasis.WORKING and not length.endswith("D"):
                raise ValueError("State a duration in working days as a number of days, such as P5D.")
            if _days(length) > _LONGEST_DAYS:
                raise ValueError("State a duration of at most five years.")
        return self


class SourcedDeadline(Sourced[DeadlineRule]):
    """A deadline."""


class IssuerRule(Part):
    """Authorities that may issue for a category of data; no category means every category.

    `validated_by`: other investigating authorities need validation by one of these; empty: they may not issue at all.
    `unvalidated_in_emergency`: validation may follow later in an emergency.
    """

    data_category: DataCategory | None = None
    alone: tuple[IssuingAuthority, ...]
    validated_by: tuple[IssuingAuthority, ...] = ()
    unvalidated_in_emergency: bool = False


class SourcedIssuer(Sourced[IssuerRule]):
    """Issuing authorities."""


class InForce(Part):
    """Between which countries an instrument applies.

    `all`, `none`; `members`: between any two of `countries`; `pairs`: between the two countries of each pair.
    """

    scope: Literal["all", "none", "members", "pairs"]
    countries: tuple[CountryCode, ...] = ()
    pairs: tuple[tuple[CountryCode, CountryCode], ...] = ()
    begins_on: Annotated[date, BeforeValidator(clock.written_day)] | None = None

    @model_validator(mode="after")
    def _matching(self) -> Self:
        if bool(self.countries) != (self.scope == "members") or bool(self.pairs) != (self.scope == "pairs"):
            raise ValueError("List countries for members, pairs for pairs, and neither for all or none.")
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


class SourcedForce(Sourced[InForce]):
    """Where an instrument applies."""


class SourcedCoverage(Sourced[Coverage]):
    """Whether an instrument obtains a category of data."""


class SourcedCourtUse(Sourced[CourtUse]):
    """Use in court."""


class Instrument(Record):
    """A legal instrument: its form, transitions, deadlines, issuers and where it applies.

    `treaties`: keys of the treaties on which it rests.
    """

    key: Key
    title: BilingualText
    kind: InstrumentKind
    family: TransitionFamily
    forms: tuple[FormKey, ...] = ()
    legal_basis: SourcedWords
    deadlines: tuple[SourcedDeadline, ...] = ()
    issuers: tuple[SourcedIssuer, ...] = ()
    coverage: Mapping[DataCategory, SourcedCoverage] = Field(default_factory=dict)
    court_use: SourcedCourtUse = SourcedCourtUse()
    in_force: SourcedForce = SourcedForce()
    treaties: tuple[Key, ...] = ()


class LanguageRule(Part):
    """Languages a country accepts or refuses, by instrument and urgency; no instrument means every instrument."""

    instruments: tuple[Key, ...] = ()
    urgency: Literal["any", "ordinary", "urgent"] = "any"
    accepted: tuple[Language, ...] = ()
    refused: tuple[Language, ...] = ()
    condition: Line | None = None


class CrosswalkLine(Part):
    """National offence that corresponds to a category (1 to 32) of the list offences."""

    category: Annotated[int, Field(ge=1, le=32)]
    offence: Line


class ContactChannel(Part):
    """A way to reach somebody: `kind` in plain words, for example e-mail, and the address."""

    kind: Line
    address: Line


class SourcedLanguageRules(Sourced[tuple[LanguageRule, ...]]):
    """Languages that a country accepts or refuses."""


class SourcedCrosswalk(Sourced[tuple[CrosswalkLine, ...]]):
    """National offences by list offence."""


class SourcedChannels(Sourced[tuple[ContactChannel, ...]]):
    """Ways to reach somebody."""


class CountryCard(Record):
    """Facts about cooperation with one country."""

    IDENTITY: ClassVar[str] = "code"

    code: CountryCode
    name: BilingualText
    zone: SourcedZone = SourcedZone()
    central_authority: SourcedText = SourcedText()
    send_to: SourcedText = SourcedText()
    channels: SourcedChannels = SourcedChannels()
    means: SourcedText = SourcedText()
    languages: SourcedLanguageRules = SourcedLanguageRules()
    validation: SourcedText = SourcedText()
    formalities: SourcedText = SourcedText()
    double_criminality: SourcedText = SourcedText()
    offences: SourcedCrosswalk = SourcedCrosswalk()
    use_limits: SourcedText = SourcedText()
    evidence_rules: SourcedText = SourcedText()
    hearing_rules: SourcedText = SourcedText()
    interception: SourcedText = SourcedText()
    disclosure: SourcedText = SourcedText()
    retention: SourcedText = SourcedText()
    declarations: SourcedText = SourcedText()
    links: SourcedText = SourcedText()


class RetentionPeriod(Part):
    """For how many days a provider keeps data of a category. `PRESERVATION` is no category of data."""

    category: DataCategory
    days: Annotated[int, Field(ge=1, le=_LONGEST_DAYS)]

    @model_validator(mode="after")
    def _of_data(self) -> Self:
        if self.category is DataCategory.PRESERVATION:
            raise ValueError("Choose a category of data.")
        return self


class SourcedPeriods(Sourced[tuple[RetentionPeriod, ...]]):
    """For how many days data are kept, by category."""

    @model_validator(mode="after")
    def _once(self) -> Self:
        categories = [one.category for one in self.value or ()]
        if len(categories) != len(set(categories)):
            raise ValueError("State each category once.")
        return self


class SourcedLines(Sourced[tuple[Line, ...]]):
    """Lines of text."""


class SourcedCategories(Sourced[tuple[DataCategory, ...]]):
    """Categories of data."""


class SourcedLanguages(Sourced[tuple[Language, ...]]):
    """Languages."""


class ProviderCard(Record):
    """Facts about one service provider.

    `establishment`: the State of its designated establishment or legal representative in the Union (Dir. (EU) 2023/1544).
    """

    key: Key
    name: SourcedLine
    country: SourcedCountry
    domains: SourcedLines = SourcedLines()
    entity: SourcedText = SourcedText()
    establishment: SourcedCountry = SourcedCountry()
    representative: SourcedText = SourcedText()
    portal: SourcedLine = SourcedLine()
    categories: SourcedCategories = SourcedCategories()
    retention: SourcedText = SourcedText()
    retention_days: SourcedPeriods = SourcedPeriods()
    user_notice: SourcedText = SourcedText()
    emergency_contact: SourcedText = SourcedText()


class ContactRole(StrEnum):
    """Roles of the directory."""

    CONTACT_24_7 = "contact_24_7"
    CENTRAL_AUTHORITY = "central_authority"
    SPOC = "spoc"
    NCB = "ncb"
    LIAISON_OFFICER = "liaison_officer"
    LIAISON_MAGISTRATE = "liaison_magistrate"


class TestCall(Part):
    """The last test call of a contact. `reached`: whether somebody answered."""

    tested_on: PastDay
    tested_by: Line
    reached: bool
    note: Text | None = None

    @computed_field  # type: ignore[prop-decorator]  # mypy does not know decorated properties
    @property
    def stale(self) -> bool:
        """Whether the test call is more than a year old."""
        return is_old(self.tested_on)


class DirectoryEntry(Record):
    """A contact: the unit, its powers, languages, hours, channels, and the last test call."""

    key: Key
    role: ContactRole
    country: CountryCode
    unit: SourcedLine
    powers: SourcedText = SourcedText()
    languages: SourcedLanguages = SourcedLanguages()
    hours: SourcedLine = SourcedLine()
    zone: SourcedZone = SourcedZone()
    channels: SourcedChannels = SourcedChannels()
    last_test: TestCall | None = None


class ReferenceKind(StrEnum):
    """The kinds of reference data; also the names of the seed files."""

    INSTRUMENTS = "instruments"
    COUNTRIES = "countries"
    PROVIDERS = "providers"
    DIRECTORY = "directory"
    TREATIES = "treaties"
    CODES = "codes"


TYPES: Final[Mapping[ReferenceKind, type[Record]]] = {
    ReferenceKind.INSTRUMENTS: Instrument,
    ReferenceKind.COUNTRIES: CountryCard,
    ReferenceKind.PROVIDERS: ProviderCard,
    ReferenceKind.DIRECTORY: DirectoryEntry,
    ReferenceKind.TREATIES: Treaty,
    ReferenceKind.CODES: CodeList,
}


@cache
def seed(kind: ReferenceKind) -> Mapping[str, Record]:
    """Return the shipped records of a kind by key, in the order of their file."""
    file = json.loads((_HERE / f"{kind}.json").read_text(encoding="utf-8"))
    return {record.identity: record for record in map(TYPES[kind].model_validate, file["entries"])}


def instruments() -> Mapping[str, Instrument]:
    """Return the shipped instruments by key."""
    return {key: record for key, record in seed(ReferenceKind.INSTRUMENTS).items() if isinstance(record, Instrument)}


def treaties() -> Mapping[str, Treaty]:
    """Return the shipped treaties by key."""
    return {key: record for key, record in seed(ReferenceKind.TREATIES).items() if isinstance(record, Treaty)}
