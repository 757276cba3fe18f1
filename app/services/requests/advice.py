"""Route adviser and identifier recognition for a member: own records of answer times, and imported tables.

Answer times come from requests of the member's own party only, so that nobody learns of the requests of others. Nothing is
stored. Not here: the ranking (`access/requests/routes.py`) and the rules of recognition (`app/identifiers`).
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from app import clock
from app.access.requests import routes
from app.access.requests.routes import Advice, AnswerTime, Question, Route, Urgency
from app.access.requests.states import Direction, ItemState, RequestState
from app.access.seats import Seat
from app.database import Reading
from app.errors import Invalid
from app.i18n.phrases import Phrase
from app.identifiers import recognition
from app.identifiers.kinds import Identifier
from app.models import LegalRequest, RequestMove
from app.reference.catalogue import DataCategory, Instrument, IssuingAuthority, ProviderCard, TransitionFamily
from app.services.reference import allocations, records
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
        country: Country of the provider; of its card if the table names none.
        network: Network or domain name of the table that contains the identifier.
        table: The table.
        routes: The best routes to data of the provider.
    """

    identifier: Identifier
    provider: str | None = None
    provider_key: str | None = None
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


async def routes_to(
    session: Reading, seat: Seat, country: str, asked: Asked
) -> tuple[Advice, Mapping[str, Instrument]]:
    """Return the routes to data in a country, and the catalogue.

    Raises `Invalid`: the member's party has no country.
    """
    adviser = await _Adviser.for_member(session, seat)
    if adviser is None:
        raise Invalid("Your party belongs to no country, so no route can be proposed.", code="no-country")
    return adviser.advise(country, asked), adviser.catalogue


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
    adviser = await _Adviser.for_member(session, seat) if any(proposals) else None
    known: dict[str, Sequence[Route]] = {}
    recognised = list[Recognised]()
    for identifier, proposal in zip(found, proposals, strict=True):
        one = _proposed(identifier, proposal, cards)
        if adviser is not None and one.country is not None and one.country not in known:
            known[one.country] = adviser.advise(one.country, asked).routes[:MOST_ROUTES]
        recognised.append(one)
    return [_with_routes(one, known) for one in recognised]


def _proposed(identifier: Identifier, proposal: Proposal | None, cards: Mapping[str, ProviderCard]) -> Recognised:
    if proposal is None:
        return Recognised(identifier)
    allocation = proposal.allocation
    card = cards.get(allocation.provider or "")
    return Recognised(
        identifier,
        provider=(card.name.value if card else None) or allocation.provider,
        provider_key=card.key if card else None,
        country=allocation.country or (card.country.value if card else None),
        network=allocation.key,
        table=proposal.table,
    )


def _with_routes(one: Recognised, known: Mapping[str, Sequence[Route]]) -> Recognised:
    return Recognised(
        one.identifier,
        one.provider,
        one.provider_key,
        one.country,
        one.network,
        one.table,
        known.get(one.country or "", ()),
    )


@dataclass(frozen=True, slots=True)
class _Adviser:
    """Facts for the route adviser: the State of the party, those of the team, the catalogue and the party's records."""

    requester: str
    team: frozenset[str]
    catalogue: Mapping[str, Instrument]
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
            await _answer_times(session, seat.jit, seat.party, catalogue),
        )

    def advise(self, country: str, asked: Asked) -> Advice:
        """Return the routes to data in a country today."""
        question = Question(
            category=asked.category,
            provider_country=country,
            requester=self.requester,
            urgency=asked.urgency,
            day=clock.now().date(),
            team=self.team,
            authority=asked.authority,
        )
        return routes.advise(question, self.catalogue, self.answers)


async def _answer_times(
    session: Reading, jit: UUID, party: UUID, catalogue: Mapping[str, Instrument]
) -> list[AnswerTime]:
    """Return the time to the first answer of each request that the party sent. Preservation answers no other request."""
    query = (
        select(
            LegalRequest.id,
            LegalRequest.instrument,
            LegalRequest.country,
            RequestMove.state,
            func.min(RequestMove.occurred_at),
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
    sent, answered = dict[UUID, tuple[str, str, datetime]](), dict[UUID, datetime]()
    for request, instrument, country, state, occurred_at in await session.execute(query):
        if state == RequestState.SENT:
            sent[request] = (instrument, country, occurred_at)
        elif state != ItemState.PRESERVED or _preserves(catalogue.get(instrument)):
            answered[request] = min(occurred_at, answered.get(request, occurred_at))
    return [
        AnswerTime(instrument, country, (answered[request] - sent_at) / timedelta(days=1))
        for request, (instrument, country, sent_at) in sent.items()
        if request in answered
    ]


def _preserves(instrument: Instrument | None) -> bool:
    return instrument is not None and instrument.family is TransitionFamily.PRESERVATION
