"""Route adviser and identifier recognition for a member: own records of answer times, and imported tables.

Answer times come from requests of the member's own party only, so that nobody learns of the requests of others. Nothing is
stored. Not here: the ranking (`access/requests/routes.py`) and the rules of recognition (`app/identifiers`).
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from app import clock
from app.access.requests import routes, without_treaty
from app.access.requests.in_force import Treaties
from app.access.requests.routes import Advice, AnswerTime, Link, Question, Route, Urgency
from app.access.requests.states import Direction, ItemState, RequestState
from app.access.requests.without_treaty import Held, OtherWay
from app.access.seats import Seat
from app.database import Reading
from app.errors import Invalid
from app.i18n.phrases import Phrase
from app.identifiers import recognition
from app.identifiers.kinds import Identifier
from app.models import LegalRequest, RequestMove
from app.reference.catalogue import DataCategory, Instrument, IssuingAuthority, ProviderCard, TransitionFamily
from app.services.reference import allocations, provider_cards, records
from app.services.reference.allocations import ImportedTable, Proposal
from app.services.teams import roster as rosters

#: Limit for the identifiers of one text.
MOST_IDENTIFIERS: Final = 1_000
#: Number of routes that are named for each identifier.
MOST_ROUTES: Final = 3
#: Kinds of parties that are no State.
_WITHOUT_COUNTRY: Final = frozenset({"eu_body", "organisation"})
_CODE_LENGTH: Final = 2
_ANSWERS: Final = (
    ItemState.PRESERVED,
    ItemState.DELIVERED,
    ItemState.PARTLY,
    ItemState.REFUSED,
    ItemState.IMPOSSIBLE,
)


@dataclass(frozen=True, slots=True)
class Recognised:
    """An identifier with what the imported tables propose.

    Attributes:
        identifier: The identifier.
        provider: Name of the provider.
        provider_key: Key of its provider card, if the deployment has one.
        card_source: Source of the domain names on the card, if they name the provider and no table does.
        country: Country of the provider; of its card if the table names none.
        network: Network or domain name of the table that contains the identifier.
        table: The table.
        routes: The best routes to data of the provider.
    """

    identifier: Identifier
    provider: str | None = None
    provider_key: str | None = None
    card_source: str | None = None
    country: str | None = None
    network: str | None = None
    table: ImportedTable | None = None
    routes: Sequence[Route] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """Question of a member to the route adviser. `authority`: kind of the issuing authority, if it is known."""

    category: DataCategory
    urgency: Urgency
    authority: IssuingAuthority | None = None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a provider is. `establishment`: in the Union. `unverified`: which of both no person has confirmed."""

    country: str
    establishment: str | None = None
    unverified: frozenset[Link] = frozenset()


@dataclass(frozen=True, slots=True)
class Advised:
    """The routes, the other ways where no treaty leads to the State, and the catalogue. `country`: of the provider."""

    country: str
    routes: Advice
    ways: Sequence[OtherWay]
    catalogue: Mapping[str, Instrument]


async def routes_to(
    session: Reading, seat: Seat, country: str | None, asked: Asked, provider: str | None = None
) -> Advised:
    """Return the routes to data in a country or of a provider.

    Raises `Invalid`: the member's party has no country, the provider has no card, or no country is known.
    """
    card = None if provider is None else (await records.providers(session)).get(provider)
    if provider is not None and card is None:
        raise Invalid("This provider has no card. Choose one of the list.", field="provider")
    place = _place_of(card, country)
    if place is None:
        raise Invalid("Choose the country of the provider or authority.", field="country")
    adviser = await _Adviser.for_member(session, seat)
    if adviser is None:
        raise Invalid("Your party belongs to no country, so no route can be proposed.", code="no-country")
    question = adviser.question(place, asked)
    advice = adviser.advise(question)
    held = Held(
        await records.country(session, place.country),
        [one.record for one in await records.contacts(session, country=place.country)],
    )
    other = without_treaty.ways(question, advice, adviser.catalogue, adviser.treaties, held)
    return Advised(place.country, advice, other, adviser.catalogue)


def _place_of(card: ProviderCard | None, country: str | None) -> _Place | None:
    """Return where a provider is; a country that is given comes before that of its card."""
    found = country or (card.country.value if card is not None else None)
    if found is None:
        return None
    if card is None:
        return _Place(found)
    confirmed = {
        Link.PROVIDER: country is not None or card.country.verified_on is not None,
        Link.ESTABLISHMENT: card.establishment.verified_on is not None,
    }
    return _Place(
        found, card.establishment.value, frozenset(one for one, is_known in confirmed.items() if not is_known)
    )


async def recognise(session: Reading, seat: Seat, text: str, asked: Asked) -> list[Recognised]:
    """Return the identifiers of a text with proposals. Raises `Invalid`: there are more than `MOST_IDENTIFIERS`."""
    found = await asyncio.to_thread(recognition.recognise, text)
    if len(found) > MOST_IDENTIFIERS:
        raise Invalid(
            Phrase("The text has more than {count} identifiers. Paste a part of it.", count=MOST_IDENTIFIERS),
            code="too-many-identifiers",
            field="text",
        )
    proposals = await allocations.proposals(session, found)
    cards = await records.providers(session)
    proposed = [_proposed(one, proposal, cards) for one, proposal in zip(found, proposals, strict=True)]
    places = [_place_of(cards.get(one.provider_key or ""), named) for one, named in proposed]
    adviser = await _Adviser.for_member(session, seat) if any(places) else None
    if adviser is None:
        return [one for one, _ in proposed]
    known = {
        place: adviser.advise(adviser.question(place, asked)).routes[:MOST_ROUTES]
        for place in set(places)
        if place is not None
    }
    return [
        replace(one, routes=known[place] if place is not None else ())
        for (one, _), place in zip(proposed, places, strict=True)
    ]


def _proposed(
    identifier: Identifier, proposal: Proposal | None, cards: Mapping[str, ProviderCard]
) -> tuple[Recognised, str | None]:
    """Return the proposal for an identifier, and the country that the table names. The table comes before the cards."""
    allocation = None if proposal is None else proposal.allocation
    named = None if allocation is None else allocation.provider
    card = cards.get(named or "")
    if card is None and named is None:
        card = provider_cards.of_identifier(cards.values(), identifier)
    country = None if allocation is None else allocation.country
    found = Recognised(
        identifier,
        provider=(card.name.value if card else None) or named,
        provider_key=card.key if card else None,
        card_source=card.domains.source if card is not None and named is None else None,
        country=country or (card.country.value if card else None),
        network=None if allocation is None else allocation.key,
        table=None if proposal is None else proposal.table,
    )
    return found, country


@dataclass(frozen=True, slots=True)
class _Adviser:
    """Facts for the route adviser: the State of the party, those of the team, the catalogue and the party's records."""

    requester: str
    team: frozenset[str]
    catalogue: Mapping[str, Instrument]
    treaties: Treaties
    answers: Sequence[AnswerTime]

    @classmethod
    async def for_member(cls, session: Reading, seat: Seat) -> "_Adviser | None":
        """Return the adviser for a member; `None` if the party has no country."""
        roster = await rosters.of(session, seat.jit)
        countries = {
            one.id: code
            for one in roster.parties
            if one.kind not in _WITHOUT_COUNTRY and len(code := one.code.partition("_")[0]) == _CODE_LENGTH
        }
        if seat.party is None or seat.party not in countries:
            return None
        active = {one.id for one in roster.parties if one.status == "active"}
        catalogue = await records.instruments(session)
        return cls(
            countries[seat.party],
            frozenset(code for party, code in countries.items() if party in active),
            catalogue,
            await records.treaties(session),
            await _answer_times(session, seat.jit, seat.party, catalogue),
        )

    def question(self, place: _Place, asked: Asked) -> Question:
        """Return the question about the data of a provider today."""
        return Question(
            category=asked.category,
            provider_country=place.country,
            requester=self.requester,
            urgency=asked.urgency,
            day=clock.now().date(),
            team=self.team,
            authority=asked.authority,
            establishment=place.establishment,
            unverified=place.unverified,
        )

    def advise(self, question: Question) -> Advice:
        """Return the routes to data of a provider."""
        return routes.advise(question, self.catalogue, self.answers, treaties=self.treaties)


async def _answer_times(
    session: Reading, jit: UUID, party: UUID, catalogue: Mapping[str, Instrument]
) -> list[AnswerTime]:
    """Return the time to the first answer of each request that the party sent. Preservation answers no other request.

    A request that failed on its way is sent again: its last dispatch counts, unless it was answered before that.
    """
    query = (
        select(
            LegalRequest.id,
            LegalRequest.instrument,
            LegalRequest.country,
            RequestMove.state,
            func.min(RequestMove.occurred_at),
            func.max(RequestMove.occurred_at),
        )
        .join(RequestMove, RequestMove.request == LegalRequest.id)
        .where(
            LegalRequest.jit == jit,
            LegalRequest.party == party,
            LegalRequest.direction == Direction.OUT,
            RequestMove.state.in_((RequestState.SENT, *_ANSWERS)),
        )
        .group_by(LegalRequest.id, RequestMove.state)
    )
    sent, answered = dict[UUID, tuple[str, str, datetime, datetime]](), dict[UUID, datetime]()
    for request, instrument, country, state, occurred_at, last_at in await session.execute(query):
        if state == RequestState.SENT:
            sent[request] = (instrument, country, occurred_at, last_at)
        elif state != ItemState.PRESERVED or _preserves(catalogue.get(instrument)):
            answered[request] = min(occurred_at, answered.get(request, occurred_at))
    return [
        AnswerTime(
            instrument,
            country,
            (answered[request] - (first_at if answered[request] < last_at else last_at)) / timedelta(days=1),
        )
        for request, (instrument, country, first_at, last_at) in sent.items()
        if request in answered
    ]


def _preserves(instrument: Instrument | None) -> bool:
    return instrument is not None and instrument.family is TransitionFamily.PRESERVATION
