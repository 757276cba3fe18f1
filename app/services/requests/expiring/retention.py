"""Data that a provider may delete: open items whose provider card states for how many days such data are kept.

The provider of an item is found by its identifier in the allocation tables, by the domains of a card, or by the name of
the authority of the request. The day is counted from the oldest moment of the item in the zone of the executing authority.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import DateTime, Select, cast, func, select
from sqlalchemy.orm import aliased

from app import clock
from app.access.requests import states
from app.access.requests.states import ItemKind, ItemState
from app.access.seats import Seat
from app.database import Reading
from app.identifiers.kinds import Identifier, IdentifierKind
from app.models import LegalRequest, RequestContent, RequestItem, RequestLink
from app.reference.catalogue import Instrument, ProviderCard, RetentionPeriod, SourcedPeriods, TransitionFamily
from app.services.reference import allocations, provider_cards, records
from app.services.requests import instruments, links

#: In these states of an item nobody has kept or handed over its data.
_OPEN: Final = (ItemState.OPEN, ItemState.EXECUTING, ItemState.POSTPONED)
#: So many items are compared with the cards at most, those with the oldest data first.
_MOST: Final = 1000


@dataclass(frozen=True, slots=True)
class ProviderRetention:
    """The data of an open item, and the day on which its provider may delete them.

    Attributes:
        request: The request.
        content: Its content.
        item: The item.
        instrument: Its instrument; `None` if the catalogue does not have it any more.
        card: The card of the provider.
        period: How long data of this category are kept.
        oldest_at: The oldest moment of the data.
        asks_preservation: The request itself asks to preserve the data.
        is_preserved: Such a request was sent, this one or one that is linked with the same identifier, so the deletion is
            not feared.
    """

    request: LegalRequest
    content: RequestContent
    item: RequestItem
    instrument: Instrument | None
    card: ProviderCard
    period: RetentionPeriod
    oldest_at: datetime
    asks_preservation: bool
    is_preserved: bool

    @property
    def stated(self) -> SourcedPeriods:
        """Return the periods of the card, with their source."""
        return self.card.retention_days

    @property
    def deletes_on(self) -> date:
        """Return the day from which the data may be deleted."""
        local = self.oldest_at.astimezone(ZoneInfo(self.content.zone)).date()
        return min(local + timedelta(days=self.period.days), clock.LATEST.date() - timedelta(days=2))

    @property
    def due_at(self) -> datetime:
        """Return the beginning of that day."""
        return datetime.combine(self.deletes_on, time(), ZoneInfo(self.content.zone))


async def listed(session: Reading, seat: Seat) -> list[ProviderRetention]:
    """Return the open items of requests that the member reads whose provider keeps such data for a known time."""
    cards = {key: card for key, card in (await records.providers(session)).items() if card.retention_days.value}
    if not cards:
        return []
    categories = {one.category.value for card in cards.values() for one in card.retention_days.value or ()}
    rows = (await session.execute(_items(seat.jit, categories))).all()
    providers = await providers_of(session, cards, [(content, item) for _, content, item in rows])
    known = await instruments.known_of(session, {request.instrument for request, _, _ in rows})
    preserved = await _preserved(session, {request.id for request, _, _ in rows})
    found = list[ProviderRetention]()
    for request, content, item in rows:
        card = providers.get(item.id)
        period = _period(card, item.data_category)
        oldest_at = _oldest(item)
        if card is not None and period is not None and oldest_at is not None:
            instrument = known.get(request.instrument)
            asks = instruments.family_of(instrument) is TransitionFamily.PRESERVATION
            is_preserved = (asks and request.state not in states.EDITABLE) or (request.id, item.identifier) in preserved
            found.append(
                ProviderRetention(request, content, item, instrument, card, period, oldest_at, asks, is_preserved)
            )
    return found


async def provider_keys(session: Reading, content: RequestContent, items: Iterable[RequestItem]) -> set[str]:
    """Return the keys of the cards of the providers of these items, as far as they are found."""
    found = await providers_of(session, await records.providers(session), [(content, one) for one in items])
    return {card.key for card in found.values()}


def _items(jit: UUID, categories: Iterable[str]) -> "Select[LegalRequest, RequestContent, RequestItem]":
    at = cast(RequestItem.at, DateTime(timezone=True))
    oldest = func.coalesce(func.least(RequestItem.from_at, at), RequestItem.until_at)
    return (
        select(LegalRequest, RequestContent, RequestItem)
        .join(RequestContent, RequestContent.request == LegalRequest.id)
        .join(RequestItem, RequestItem.request == LegalRequest.id)
        .where(LegalRequest.jit == jit, LegalRequest.state.not_in([one.value for one in states.ENDED]))
        .where(RequestItem.kind == ItemKind.DATA.value, RequestItem.state.in_([one.value for one in _OPEN]))
        .where(RequestItem.data_category.in_(sorted(categories)), oldest.is_not(None))
        .order_by(oldest, RequestItem.id)
        .limit(_MOST)
    )


def _oldest(item: RequestItem) -> datetime | None:
    """Return the time of the oldest data that an item asks for, as `_items` reads it."""
    times = [one for one in (item.from_at, clock.parse(item.at) if item.at else None) if one is not None]
    return min(times, default=item.until_at)


def _period(card: ProviderCard | None, category: str | None) -> RetentionPeriod | None:
    periods = (card.retention_days.value if card else None) or ()
    return next((one for one in periods if one.category == category), None)


async def providers_of(
    session: Reading, cards: Mapping[str, ProviderCard], items: Sequence[tuple[RequestContent, RequestItem]]
) -> dict[UUID, ProviderCard]:
    """Return the card of the provider of each item, as far as it is found."""
    named = [(content, item, _identifier(item)) for content, item in items]
    proposed = await allocations.proposals(session, [one for _, _, one in named if one is not None])
    by_table = iter(proposed)
    by_name = {
        name.casefold(): card for card in cards.values() for name in (card.name.value, card.entity.value) if name
    }
    found = dict[UUID, ProviderCard]()
    for content, item, identifier in named:
        proposal = next(by_table) if identifier is not None else None
        card = cards.get((proposal.allocation.provider if proposal else None) or "")
        by_domain = provider_cards.of_identifier(cards.values(), identifier) if identifier is not None else None
        card = card or by_domain or by_name.get((content.authority or "").casefold())
        if card is not None:
            found[item.id] = card
    return found


def _identifier(item: RequestItem) -> Identifier | None:
    if item.identifier is None or item.identifier_kind is None or "identifier" in item.erased:
        return None
    value = item.identifier
    return Identifier(IdentifierKind(item.identifier_kind), value, value, 0, len(value))


async def _preserved(session: Reading, requests: Iterable[UUID]) -> set[tuple[UUID, str | None]]:
    """Return each request with the identifiers that a preservation request linked to it has asked to be preserved."""
    preservation, asked = aliased(LegalRequest), aliased(RequestItem)
    query = (
        select(RequestLink.request, preservation.instrument, asked.identifier)
        .join(preservation, preservation.id == RequestLink.earlier)
        .join(asked, asked.request == preservation.id)
        .where(RequestLink.request.in_(list(requests)), RequestLink.relation == links.PRODUCTION)
        .where(preservation.state.not_in([one.value for one in states.EDITABLE | {states.RequestState.WITHDRAWN}]))
        .where(asked.state.not_in([one.value for one in _NOT_KEPT]))
    )
    rows = (await session.execute(query)).all()
    known = await instruments.known_of(session, {row.instrument for row in rows})
    return {
        (row.request, row.identifier)
        for row in rows
        if instruments.family_of(known.get(row.instrument)) is TransitionFamily.PRESERVATION
    }


#: In these states of an item of a preservation request, its data are not kept.
_NOT_KEPT: Final = (ItemState.REFUSED, ItemState.IMPOSSIBLE, ItemState.LAPSED, ItemState.WITHDRAWN)
