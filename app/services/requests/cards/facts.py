"""Read what the cards and the directory say for a request, saved or planned.

Nothing is stored. Not here: which values count (`access/requests/card_facts.py`).
"""

from dataclasses import replace
from uuid import UUID

from sqlalchemy import select

from app.access.requests import card_facts
from app.access.requests.card_facts import Asked, CardFacts
from app.access.requests.states import Direction, ItemKind
from app.access.seats import Seat
from app.database import Reading
from app.errors import NotFound
from app.models import LegalRequest, RequestContent, RequestItem
from app.reference.catalogue import DataCategory, ProviderCard
from app.services.reference import records
from app.services.requests import drafting, instruments
from app.services.requests.expiring import retention
from app.services.teams import roster as rosters


async def planned(session: Reading, asked: Asked, provider: str | None) -> CardFacts:
    """Return what the records say for a request that is not saved.

    Args:
        session: The transaction.
        asked: The details of the request; its `record` is read here.
        provider: Key of the provider card, if the member chose one.

    Raises:
        Invalid: There is no such instrument, or no request is made with it.
        NotFound: There is no such provider card.
    """
    card = None if provider is None else (await records.read(session, ProviderCard, provider)).record
    record = await instruments.find(session, asked.instrument)
    return await _read(session, replace(asked, record=record), card)


async def of_request(session: Reading, seat: Seat, request: UUID) -> CardFacts:
    """Return what the records say for a request.

    Raises:
        NotFound: The request or its content is invisible to the member, or the State that executes is not known.
    """
    found = await drafting.find(session, request)
    content = await session.get(RequestContent, request)
    executing = instruments.executing_country(found, await rosters.of(session, seat.jit))
    if content is None or executing is None:
        raise NotFound
    return await of_content(session, found, content, executing)


async def of_content(session: Reading, found: LegalRequest, content: RequestContent, executing: str) -> CardFacts:
    """Return what the records say for a request that the caller has read. `executing`: the State that executes it."""
    items = list(await session.scalars(select(RequestItem).where(RequestItem.request == found.id)))
    asked = Asked(
        instrument=found.instrument,
        record=await instruments.known(session, found.instrument),
        country=executing,
        language=content.language,
        urgent=found.urgent,
        kinds=frozenset(ItemKind(one.kind) for one in items),
        categories=frozenset(DataCategory(one.data_category) for one in items if one.data_category),
        is_validated=content.validating_authority is not None,
        is_outgoing=found.direction == Direction.OUT,
    )
    return await _read(session, asked, await _provider(session, content, items))


async def _provider(session: Reading, content: RequestContent, items: list[RequestItem]) -> ProviderCard | None:
    """Return the card of the provider that holds the data, if the items lead to one only."""
    cards = await records.providers(session)
    by_item = await retention.providers_of(session, cards, [(content, one) for one in items])
    keys = {one.key for one in by_item.values()}
    return cards[keys.pop()] if len(keys) == 1 else None


async def _read(session: Reading, asked: Asked, provider: ProviderCard | None) -> CardFacts:
    contacts = [one.record for one in await records.contacts(session, country=asked.country)]
    return card_facts.read(asked, await records.country(session, asked.country), provider, contacts)
