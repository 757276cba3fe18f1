"""Question and view of what the cards and the directory say for a request.

Not here: whole cards (`api/reference/views/records.py`).
"""

from typing import Any

from app.access.requests.card_facts import (
    About,
    Addressee,
    Alert,
    Asked,
    CardFacts,
    Caution,
    Fact,
)
from app.access.requests.states import Direction, ItemKind
from app.api.requests.views.not_recorded import NotRecordedView, not_recorded_view
from app.api.requests.views.requests import InstrumentKey, LanguageCode
from app.api.schemas import Country, Day, Form, View
from app.reference.catalogue import ContactRole, DataCategory, IssuingAuthority
from app.reference.sourced import Key


class CardQuery(Form):
    """A request that is not saved.

    `country`: the State that executes it. `validated`: a validating authority is named.
    """

    instrument: InstrumentKey
    country: Country
    provider: Key | None = None
    direction: Direction = Direction.OUT
    language: LanguageCode | None = None
    urgent: bool = False
    validated: bool = False
    kind: tuple[ItemKind, ...] = ()
    category: tuple[DataCategory, ...] = ()

    def asked(self) -> Asked:
        """Return the question as the service takes it."""
        return Asked(
            instrument=self.instrument,
            record=None,
            country=self.country,
            language=self.language,
            urgent=self.urgent,
            kinds=frozenset(self.kind),
            categories=frozenset(self.category),
            is_validated=self.validated,
            is_outgoing=self.direction is Direction.OUT,
        )


class CardFactView(View):
    """A recorded value, as the record writes it.

    `record`: the key of its record. `verified_on`: null: not confirmed.
    """

    about: About
    record: str
    field: str
    value: Any
    source: str | None
    verified_on: Day | None
    stale: bool


class ProposedAddresseeView(View):
    """A proposal for the addressee, and the value that it comes from."""

    name: str
    fact: CardFactView


class CardAlertView(View):
    """A warning for the member. `fact`: the value that says so. `authorities`: kinds of those that validate."""

    caution: Caution
    fact: CardFactView | None
    authorities: list[IssuingAuthority]


class CardChannelView(View):
    """A way to reach a contact."""

    kind: str
    address: str


class CardContactView(View):
    """A contact of the directory. `source`, `verified_on`: of its unit; `channels_source`: of its channels."""

    role: ContactRole
    unit: str | None
    source: str | None
    verified_on: Day | None
    hours: str | None
    channels: list[CardChannelView]
    channels_source: str | None


class CardFactsView(View):
    """The values of the records for a request, and those that are not recorded.

    `languages`, `refused`: languages that the State accepts and refuses for the instrument. `provider`: key of the card of
    the provider that was read.
    """

    instrument: str
    country: str
    provider: str | None
    languages: list[str]
    refused: list[str]
    facts: list[CardFactView]
    contacts: list[CardContactView]
    addressees: list[ProposedAddresseeView]
    alerts: list[CardAlertView]
    missing: list[NotRecordedView]


def card_facts_view(found: CardFacts) -> CardFactsView:
    """Return the view of what the records say."""
    language = found.checks[0]
    return CardFactsView(
        instrument=found.asked.instrument,
        country=found.asked.country,
        provider=found.provider.key if found.provider else None,
        languages=list(language.languages),
        refused=list(language.refused),
        facts=[_fact(one) for one in found.facts],
        contacts=[
            CardContactView(
                role=one.role,
                unit=one.unit.value,
                source=one.unit.source,
                verified_on=one.unit.verified_on,
                hours=one.hours.value,
                channels=[CardChannelView.model_validate(each) for each in one.channels.value or ()],
                channels_source=one.channels.source,
            )
            for one in found.contacts
        ],
        addressees=[_addressee(one) for one in found.addressees],
        alerts=[_alert(one) for one in found.alerts],
        missing=[not_recorded_view(one) for one in found.missing],
    )


def _fact(one: Fact) -> CardFactView:
    given = one.given
    return CardFactView(
        about=one.about,
        record=one.record,
        field=one.field,
        value=given.model_dump(mode="json")["value"],
        source=given.source,
        verified_on=given.verified_on,
        stale=given.stale,
    )


def _addressee(one: Addressee) -> ProposedAddresseeView:
    return ProposedAddresseeView(name=one.name, fact=_fact(one.fact))


def _alert(one: Alert) -> CardAlertView:
    return CardAlertView(
        caution=one.caution, fact=None if one.fact is None else _fact(one.fact), authorities=list(one.authorities)
    )
