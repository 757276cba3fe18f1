"""Values of the cards and the directory that count for a request, and those that are missing. Pure.

A card holds law as text with a source: it is quoted, not interpreted. Which values count depends on the instrument, the
urgency and the items. A value that is not recorded is named as missing; it is never permission.
Not here: reading the records (`services/requests/cards/facts.py`).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from app.access.requests.forms import countries
from app.access.requests.forms.countries import CountryCheck, Result
from app.access.requests.states import ItemKind
from app.reference.catalogue import (
    ContactRole,
    CountryCard,
    DataCategory,
    DirectoryEntry,
    Instrument,
    InstrumentKind,
    IssuingAuthority,
    ProviderCard,
    TransitionFamily,
)
from app.reference.sourced import Record, Sourced

#: The missing card itself, as the field of a fact that is not recorded.
CARD: Final = "card"
#: Longest name of an addressee (`api/requests/views/requests.py`).
_LONGEST_ADDRESSEE: Final = 300
#: Signs of a text that is more than a name.
_SENTENCE: Final = re.compile(r"[\n:;]|\.(\s|$)")

_FORMAL: Final = ("validation", "formalities", "double_criminality", "use_limits", "evidence_rules")
_TO_AUTHORITY: Final = ("central_authority", "send_to", "channels", "means", *_FORMAL)
#: Values of the country card that count, by the kind of the instrument.
_COUNTRY_FIELDS: Final[Mapping[InstrumentKind, tuple[str, ...]]] = {
    InstrumentKind.JUDICIAL: _TO_AUTHORITY,
    InstrumentKind.ORDER: _TO_AUTHORITY,
    InstrumentKind.POLICE: ("send_to", "channels", "means", "formalities", "double_criminality", "use_limits"),
    InstrumentKind.NETWORK: (
        "central_authority",
        "channels",
        "means",
        "formalities",
        "double_criminality",
        "use_limits",
    ),
    InstrumentKind.PROVIDER: ("send_to", "channels", *_FORMAL),
    InstrumentKind.NOTICE: ("channels", "use_limits"),
}
#: Values of the provider card that count: for an order to the provider itself, and for a request to its State.
_OF_ADDRESSEE: Final = ("entity", "establishment", "representative", "portal", "categories")
_OF_HOLDER: Final = ("entity", "user_notice", "retention", "retention_days")
#: Values of the country card that count for a court: proposed for a hearing, and as needs of an exhibit.
OF_FORUM: Final = ("evidence_rules", "hearing_rules", "interception", "disclosure")
#: Roles of the directory that count, by the kind of the instrument.
_ROLES: Final[Mapping[InstrumentKind, tuple[ContactRole, ...]]] = {
    InstrumentKind.JUDICIAL: (ContactRole.CENTRAL_AUTHORITY,),
    InstrumentKind.ORDER: (ContactRole.CENTRAL_AUTHORITY,),
    InstrumentKind.POLICE: (ContactRole.SPOC, ContactRole.NCB),
    InstrumentKind.NETWORK: (ContactRole.CONTACT_24_7,),
    InstrumentKind.PROVIDER: (),
    InstrumentKind.NOTICE: (ContactRole.NCB,),
}
#: The European Investigation Order goes to the executing authority itself (Dir. 2014/41/EU, Art. 7).
_DIRECT: Final = frozenset({"EIO"})


class About(StrEnum):
    """The record that holds a fact."""

    COUNTRY = "country"
    PROVIDER = "provider"
    DIRECTORY = "directory"
    INSTRUMENT = "instrument"


class Caution(StrEnum):
    """A warning that the member reads before the request is sent."""

    LANGUAGE_REFUSED = "language_refused"
    LANGUAGE_NOT_LISTED = "language_not_listed"
    LANGUAGE_NOT_CHOSEN = "language_not_chosen"
    VALIDATION = "validation"
    VALIDATION_NOT_NAMED = "validation_not_named"
    DOUBLE_CRIMINALITY = "double_criminality"


@dataclass(frozen=True, slots=True)
class Asked:
    """The details of a request that decide which values of the cards count.

    Attributes:
        instrument: Key of the instrument.
        record: The instrument; `None` if the catalogue does not have it any more.
        country: The State that executes.
        language: Language of the request; `None` if none was chosen.
        urgent: Whether it is urgent.
        kinds: Kinds of its items.
        categories: Categories of the data that it asks for.
        is_validated: Whether a validating authority is named.
        is_outgoing: Whether the party sends it, so that an addressee is proposed.
    """

    instrument: str
    record: Instrument | None
    country: str
    language: str | None = None
    urgent: bool = False
    kinds: frozenset[ItemKind] = frozenset()
    categories: frozenset[DataCategory] = frozenset()
    is_validated: bool = False
    is_outgoing: bool = True

    @property
    def kind(self) -> InstrumentKind:
        """Return the kind of the instrument; an unknown one counts as a judicial one."""
        return InstrumentKind.JUDICIAL if self.record is None else self.record.kind


@dataclass(frozen=True, slots=True)
class Fact:
    """A recorded value. `record`: the key of its record. `field`: its place there."""

    about: About
    record: str
    field: str
    given: Sourced[Any]


@dataclass(frozen=True, slots=True)
class NotRecorded:
    """A value that is not recorded.

    `record`: the key; a country for the directory. `field`: `CARD` for a whole card.
    """

    about: About
    record: str | None
    field: str


@dataclass(frozen=True, slots=True)
class Addressee:
    """A proposal for the addressee, as the record writes it."""

    name: str
    fact: Fact


@dataclass(frozen=True, slots=True)
class Alert:
    """A warning for the member. `fact`: the value that says so. `authorities`: kinds of those that validate."""

    caution: Caution
    fact: Fact | None = None
    authorities: tuple[IssuingAuthority, ...] = ()


@dataclass(frozen=True, slots=True)
class CardFacts:
    """The values of the records for a request.

    Attributes:
        asked: The question.
        provider: The provider card that was read.
        checks: The request compared with the card of the country.
        facts: Recorded values that count for the request.
        contacts: Contacts of the directory that count for it.
        addressees: Proposals for the addressee, the most fitting first.
        alerts: Warnings to read before it is sent.
        missing: Values that count for the request and are not recorded.
    """

    asked: Asked
    provider: ProviderCard | None
    checks: tuple[CountryCheck, ...]
    facts: tuple[Fact, ...]
    contacts: tuple[DirectoryEntry, ...]
    addressees: tuple[Addressee, ...]
    alerts: tuple[Alert, ...]
    missing: tuple[NotRecorded, ...]


def read(
    asked: Asked, card: CountryCard | None, provider: ProviderCard | None, directory: Sequence[DirectoryEntry]
) -> CardFacts:
    """Return what the records say for a request.

    Args:
        asked: The details of the request.
        card: The card of the State that executes; `None` without one.
        provider: The card of the provider; `None` if none is known.
        directory: Contacts of that State.
    """
    checks = tuple(countries.check(card, asked.instrument, asked.language, urgent=asked.urgent))
    roles = _roles(asked)
    contacts = tuple(one for role in roles for one in directory if one.role is role)
    facts, missing = list[Fact](), list[NotRecorded]()
    if card is not None:
        _collect_languages(asked, card, facts)
    _collect(About.COUNTRY, asked.country, card, _country_fields(asked), facts, missing)
    if provider is not None or asked.kind is InstrumentKind.PROVIDER:
        key = None if provider is None else provider.key
        _collect(About.PROVIDER, key, provider, _provider_fields(asked), facts, missing)
    if card is not None and not checks[0].languages:
        missing.append(NotRecorded(About.COUNTRY, asked.country, "languages"))
    known = {one.role for one in contacts}
    missing += [NotRecorded(About.DIRECTORY, asked.country, role) for role in roles if role not in known]
    return CardFacts(
        asked=asked,
        provider=provider,
        checks=checks,
        facts=tuple(facts),
        contacts=contacts,
        addressees=tuple(_addressees(asked, facts, provider, contacts)),
        alerts=tuple(_alerts(asked, checks[0], facts)),
        missing=tuple(missing),
    )


def of_forum(country: str, card: CountryCard | None) -> tuple[list[Fact], list[NotRecorded]]:
    """Return what the card of a country says for its courts, and what it does not hold. `card`: `None` without one."""
    facts, missing = list[Fact](), list[NotRecorded]()
    _collect(About.COUNTRY, country, card, OF_FORUM, facts, missing)
    return facts, missing


def _collect(
    about: About,
    key: str | None,
    record: Record | None,
    fields: Iterable[str],
    facts: list[Fact],
    missing: list[NotRecorded],
) -> None:
    if record is None:
        missing.append(NotRecorded(about, key, CARD))
        return
    for field in fields:
        given: Sourced[Any] = getattr(record, field)
        if given.value is None:
            missing.append(NotRecorded(about, key, field))
        else:
            facts.append(Fact(about, record.identity, field, given))


def _collect_languages(asked: Asked, card: CountryCard, facts: list[Fact]) -> None:
    """Add the rules about languages that count for the instrument and the urgency, without the others of the card."""
    given, rules = card.languages, countries.language_rules(card, asked.instrument, urgent=asked.urgent)
    if rules:
        facts.append(Fact(About.COUNTRY, card.code, "languages", given.model_copy(update={"value": rules})))


def _country_fields(asked: Asked) -> tuple[str, ...]:
    fields: tuple[str, ...] = _COUNTRY_FIELDS[asked.kind]
    if ItemKind.HEARING in asked.kinds:
        fields += ("hearing_rules",)
    if DataCategory.REAL_TIME in asked.categories:
        fields += ("interception",)
    if ItemKind.DATA in asked.kinds:
        fields += ("retention",)
    return fields


def _provider_fields(asked: Asked) -> tuple[str, ...]:
    fields: tuple[str, ...] = (*_OF_ADDRESSEE, *_OF_HOLDER) if asked.kind is InstrumentKind.PROVIDER else _OF_HOLDER
    if asked.urgent:
        fields += ("emergency_contact",)
    return tuple(dict.fromkeys(fields))


def _roles(asked: Asked) -> tuple[ContactRole, ...]:
    """Return the roles that count. An urgent request, and one that preserves data, needs the point of contact too."""
    roles = _ROLES[asked.kind]
    preserves = asked.record is not None and asked.record.family is TransitionFamily.PRESERVATION
    if asked.kind is not InstrumentKind.PROVIDER and (asked.urgent or preserves):
        roles = (ContactRole.CONTACT_24_7, *roles)
    return tuple(dict.fromkeys(roles))


def _addressees(
    asked: Asked, facts: Sequence[Fact], provider: ProviderCard | None, contacts: Sequence[DirectoryEntry]
) -> list[Addressee]:
    """Return names for the addressee. Texts that describe who is competent are shown with the facts only."""
    if not asked.is_outgoing:
        return []
    found = list[Fact]()
    if asked.kind is InstrumentKind.PROVIDER:
        found += [one for one in facts if one.field == "representative"]
        if provider is not None:
            found += [
                Fact(About.PROVIDER, provider.key, field, getattr(provider, field)) for field in ("entity", "name")
            ]
    else:
        found += [Fact(About.DIRECTORY, one.key, one.role, one.unit) for one in contacts]
        of_card = ("send_to", "central_authority") if asked.instrument in _DIRECT else ("central_authority", "send_to")
        of_country = [one for field in of_card for one in facts if one.about is About.COUNTRY and one.field == field]
        found = of_country + found if asked.instrument in _DIRECT else found + of_country
    named = [Addressee(value, one) for one in found if (value := _name(one.given.value)) is not None]
    return list({one.name: one for one in named}.values())


def _name(value: object) -> str | None:
    """Return the text if it is a name. A text with sentences or several lines describes who is competent for what."""
    if not isinstance(value, str) or len(value) > _LONGEST_ADDRESSEE or _SENTENCE.search(value):
        return None
    return value


_BY_RESULT: Final[Mapping[Result, Caution]] = {
    Result.REFUSED: Caution.LANGUAGE_REFUSED,
    Result.NOT_LISTED: Caution.LANGUAGE_NOT_LISTED,
    Result.NOT_CHOSEN: Caution.LANGUAGE_NOT_CHOSEN,
}


def _alerts(asked: Asked, language: CountryCheck, facts: Sequence[Fact]) -> list[Alert]:
    by_field = {one.field: one for one in facts if one.about is About.COUNTRY}
    found = list[Alert]()
    if language.result in _BY_RESULT:
        found.append(Alert(_BY_RESULT[language.result], by_field.get("languages")))
    found += [
        Alert(caution, by_field[caution])
        for caution in (Caution.VALIDATION, Caution.DOUBLE_CRIMINALITY)
        if caution in by_field
    ]
    if asked.is_outgoing and not asked.is_validated:
        found += _unvalidated(asked)
    return found


def _unvalidated(asked: Asked) -> list[Alert]:
    """Return the alert that the instrument wants some authorities validated, and no validating authority is named."""
    issuers = [(one, one.value) for one in (asked.record.issuers if asked.record else ()) if one.value is not None]
    named = [(given, rule) for given, rule in issuers if rule.data_category in asked.categories]
    counted = named or [(given, rule) for given, rule in issuers if rule.data_category is None]
    found = [(given, rule) for given, rule in counted if rule.validated_by]
    if not found:
        return []
    by = tuple(dict.fromkeys(who for _, rule in found for who in rule.validated_by))
    return [Alert(Caution.VALIDATION_NOT_NAMED, Fact(About.INSTRUMENT, asked.instrument, "issuers", found[0][0]), by)]
