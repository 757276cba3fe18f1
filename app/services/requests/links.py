"""Links between legal requests of one party: a production follows a preservation, a reminder the first request.

Preserved data no longer lapse once the executing side has received a request for the production of those very data: Budapest
Convention, Art. 29(7). An order to preserve (EPOC-PR) goes on once the addressee was told of the production request (Form 5):
Regulation (EU) 2023/1543, Art. 11(1). A linked draft stops nothing. Locks: the rows of the request and of those that it
follows.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Literal
from uuid import UUID

from sqlalchemy import ColumnElement, Select, case, delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import aliased

from app import clock
from app.access.requests import states
from app.access.requests.states import Direction, ItemKind, ItemState, RequestState
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Invalid, NotFound
from app.ledger import journal
from app.ledger.facts.requests.requests import RequestLinked, RequestProductionConfirmed, RequestUnlinked
from app.models import LegalRequest, RequestDeadline, RequestItem, RequestLink
from app.reference.catalogue import Instrument, TransitionFamily
from app.reference.deadline_terms import LapseStop
from app.services.requests import drafting, instruments, recipients
from app.services.requests.deadlines import acts
from app.services.requests.lines import lines

PRODUCTION = "production"
#: No data are produced by requests of these families.
_WITHOUT_DATA: Final = frozenset(
    {TransitionFamily.PRESERVATION, TransitionFamily.SPONTANEOUS, TransitionFamily.REFERENCE}
)


async def link_earlier(session: Writing, seat: Seat, request: UUID, earlier: UUID, relation: str) -> None:
    """Record that a request follows an earlier one.

    Raises:
        NotFound: A request is absent or invisible.
        Forbidden: A request is of another party.
        Invalid: A request would follow itself, or asks for no data and would be a production request.
        Conflict: It follows that request already, or was withdrawn and would ask for production.
    """
    rows = {one: await drafting.lock_own(session, seat, one) for one in sorted({request, earlier})}
    found, former = rows[request], rows[earlier]
    if request == earlier:
        raise Invalid("A request cannot follow itself. Choose another one.", field="earlier")
    if relation == PRODUCTION:
        await _demand_production(session, found)
    row = {
        "request": found.id,
        "earlier": former.id,
        "jit": seat.jit,
        "party": found.party,
        "relation": relation,
        "linked_by": seat.id,
        "linked_at": clock.now(),
    }
    done = insert(RequestLink).values(row).on_conflict_do_nothing().returning(RequestLink.earlier)
    if await session.scalar(done) is None:
        raise Conflict(
            "This request is linked to the earlier one already. Remove that link first.", code="linked-already"
        )
    fields = await recipients.content_fields(session, seat, found, former)
    fact = RequestLinked(**fields, earlier=former.id, earlier_number=former.number, relation=relation)
    await journal.append(session, seat, fact)
    await settle_lapses(session, seat, former)


async def _demand_production(session: Reading, request: LegalRequest) -> None:
    """Check that a request can stop a lapse: it asks for data and was not withdrawn. Raises `Conflict`, `Invalid`."""
    if request.state == RequestState.WITHDRAWN:
        raise Conflict(
            "The request was withdrawn, so it cannot stop a lapse. Choose another one.", code="request-withdrawn"
        )
    family = instruments.family_of(await instruments.known(session, request.instrument))
    if request.direction == Direction.IN or family in _WITHOUT_DATA:
        raise Invalid("This request asks for no production of data. Choose another relation.", field="relation")


async def unlink_earlier(session: Writing, seat: Seat, request: UUID, earlier: UUID) -> None:
    """Remove the link to an earlier request. Its lapses run again if no other production request is received.

    Raises `NotFound`, `Forbidden`.
    """
    rows = {one: await drafting.lock_own(session, seat, one) for one in sorted({request, earlier})}
    found, former = rows[request], rows[earlier]
    gone = delete(RequestLink).where(RequestLink.request == found.id, RequestLink.earlier == former.id)
    relation = await session.scalar(gone.returning(RequestLink.relation))
    if relation is None:
        raise NotFound
    fields = await recipients.content_fields(session, seat, found, former)
    fact = RequestUnlinked(**fields, earlier=former.id, earlier_number=former.number, relation=relation)
    await journal.append(session, seat, fact)
    await settle_lapses(session, seat, former)


async def confirm_production(
    session: Writing, seat: Seat, request: UUID, earlier: UUID, confirmed_at: datetime | None
) -> None:
    """Record that the addressee of an earlier order was told that this request for production was issued (Form 5).

    Raises:
        NotFound: A request is absent or invisible, or this one does not ask for production after the earlier one.
        Forbidden: A request is of another party.
        Invalid: The time is in the future, or before this request was issued.
        Conflict: This request was not issued yet, or the confirmation is recorded already.
    """
    rows = {one: await drafting.lock_own(session, seat, one) for one in sorted({request, earlier})}
    found, former = rows[request], rows[earlier]
    link = await session.get(RequestLink, (request, earlier), populate_existing=True)
    if link is None or link.relation != PRODUCTION:
        raise NotFound
    if found.state in states.EDITABLE | {RequestState.WITHDRAWN}:
        raise Conflict("This request was not issued. Record its dispatch first.", code="not-sent")
    if link.confirmed_at is not None:
        raise Conflict("This confirmation is recorded already.", code="confirmed-already")
    link.confirmed_at = lines.occurred_at(confirmed_at, None)
    await session.flush()
    fields = await recipients.content_fields(session, seat, found, former)
    fact = RequestProductionConfirmed(
        **fields, earlier=former.id, earlier_number=former.number, confirmed_at=clock.rfc3339(link.confirmed_at)
    )
    await journal.append(session, seat, fact)
    await settle_lapses(session, seat, former)


async def unconfirmed(session: Reading, earlier: UUID) -> Sequence[UUID]:
    """Return the issued requests for production of which the addressee of an order was not told."""
    issued = LegalRequest.state.not_in(states.EDITABLE | {RequestState.WITHDRAWN})
    query = (
        select(LegalRequest.id)
        .join(RequestLink, RequestLink.request == LegalRequest.id)
        .where(RequestLink.earlier == earlier, RequestLink.relation == PRODUCTION, RequestLink.confirmed_at.is_(None))
        .where(issued)
        .order_by(LegalRequest.id)
    )
    return (await session.scalars(query)).all()


async def lock_with_earlier(session: Writing, seat: Seat, request: UUID) -> LegalRequest:
    """Lock a request and those that it follows, in the order of their ids as everywhere here, and return it.

    Raises `NotFound`, `Forbidden`.
    """
    ids = sorted({request, *await session.scalars(_preservations(request))})
    return {one: await drafting.lock_own(session, seat, one) for one in ids}[request]


async def after_move(session: Writing, seat: Seat, request: LegalRequest) -> None:
    """Stop lapses, or let them run again, after a move: those of the request and those that it stops."""
    for earlier in sorted({request.id, *await session.scalars(_preservations(request.id))}):
        await settle_lapses(session, seat, await drafting.lock_own(session, seat, earlier))


def _preservations(request: UUID) -> Select[UUID]:
    return select(RequestLink.earlier).where(RequestLink.request == request, RequestLink.relation == PRODUCTION)


async def settle_lapses(session: Writing, seat: Seat, earlier: LegalRequest) -> None:
    """Stop the lapses of items whose production was asked for, and let all others run."""
    items = await drafting.items_of(session, earlier.id)
    asked: dict[LapseStop, set[UUID]] = defaultdict(set)
    for later in await _productions(session, earlier.id):
        for item in items:
            asked_for = [one for one in later.items if is_same_data(item, one)]
            if any(_is_received(later.request, one) for one in asked_for):
                asked[LapseStop.RECEIPT].add(item.id)
            if later.confirmed_at is not None and any(one.state not in _NOT_PRODUCED for one in asked_for):
                asked[LapseStop.CONFIRMATION].add(item.id)
    await acts.settle_lapses(session, seat, earlier, asked)


#: No data will come for items in these states, so nothing keeps the preserved ones.
_NOT_PRODUCED: Final = frozenset({ItemState.REFUSED, ItemState.IMPOSSIBLE, ItemState.LAPSED, ItemState.WITHDRAWN})
#: The executing side answered about these items, so it has received the request.
_ANSWERED_ABOUT: Final = frozenset({ItemState.EXECUTING, ItemState.DELIVERED, ItemState.PARTLY, ItemState.POSTPONED})


def _is_received(request: LegalRequest, item: RequestItem) -> bool:
    """Return whether the executing side has received the request for an item and has not refused it."""
    return item.state in _ANSWERED_ABOUT or (item.state not in _NOT_PRODUCED and request.state in states.RECEIVED)


def is_same_data(preserved: RequestItem, produced: RequestItem) -> bool:
    """Return whether an item asks for preserved data: the same identifier, and periods that meet."""
    if preserved.kind != ItemKind.DATA or produced.kind != ItemKind.DATA or not preserved.identifier:
        return False
    if _identifier(preserved) != _identifier(produced):
        return False
    begins = [one for one in (preserved.from_at, produced.from_at) if one is not None]
    ends = [one for one in (preserved.until_at, produced.until_at) if one is not None]
    return not begins or not ends or max(begins) <= min(ends)


def _identifier(item: RequestItem) -> tuple[str | None, str]:
    return item.identifier_kind, (item.identifier or "").strip().casefold()


@dataclass(frozen=True, slots=True)
class _Production:
    """A request for production that was not withdrawn, with its items."""

    request: LegalRequest
    confirmed_at: datetime | None
    items: Sequence[RequestItem]


async def _productions(session: Reading, earlier: UUID) -> list[_Production]:
    query = (
        select(LegalRequest, RequestLink.confirmed_at)
        .join(RequestLink, RequestLink.request == LegalRequest.id)
        .where(RequestLink.earlier == earlier, RequestLink.relation == PRODUCTION)
        .where(LegalRequest.state != RequestState.WITHDRAWN)
        .order_by(LegalRequest.id)
    )
    return [
        _Production(request, confirmed_at, await drafting.items_of(session, request.id))
        for request, confirmed_at in (await session.execute(query)).all()
    ]


def is_produced(deadlines: Collection[RequestDeadline], later: "Collection[LinkedRequest]") -> bool:
    """Return whether a request for production was received for all preserved data."""
    lapses = [one for one in deadlines if one.lapses and one.ended_at is None]
    return all(one.stopped_at is not None for one in lapses) if lapses else progress(later) == "received"


def produced() -> ColumnElement[bool]:
    """Return the condition of `is_produced` for the rows of `LegalRequest` in a query."""
    lapse = select(RequestDeadline.id)
    lapse = lapse.where(
        RequestDeadline.request == LegalRequest.id, RequestDeadline.lapses, RequestDeadline.ended_at.is_(None)
    )
    later = aliased(LegalRequest)
    asked = select(RequestLink.request).join(later, later.id == RequestLink.request)
    asked = asked.where(RequestLink.earlier == LegalRequest.id, RequestLink.relation == PRODUCTION)
    asked = asked.where(later.state.in_(states.RECEIVED))
    all_stopped = ~lapse.where(RequestDeadline.stopped_at.is_(None)).exists()
    return case((lapse.exists(), all_stopped), else_=asked.exists())


#: How far a request for production is.
Progress = Literal["drafted", "sent", "received"]


def progress(later: "Collection[LinkedRequest]") -> Progress | None:
    """Return how far the requests for production are: that of the one that is furthest; `None` without one."""
    asked = {one.request.state for one in later if one.relation == PRODUCTION} - {RequestState.WITHDRAWN}
    if asked & states.RECEIVED:
        return "received"
    return ("sent" if asked - states.EDITABLE else "drafted") if asked else None


@dataclass(frozen=True, slots=True)
class LinkedRequest:
    """A request that another one follows or is followed by, as far as the member sees both.

    `awaits_confirmation`: its addressee has to be told of the production request, or the preserved data lapse.
    """

    request: LegalRequest
    relation: str
    confirmed_at: datetime | None
    awaits_confirmation: bool = False


async def earlier_of(session: Reading, requests: Collection[UUID]) -> dict[UUID, list[LinkedRequest]]:
    """Return, for each of these requests, those that it follows."""
    query = (
        select(RequestLink.request, LegalRequest, RequestLink.relation, RequestLink.confirmed_at)
        .join(LegalRequest, LegalRequest.id == RequestLink.earlier)
        .where(RequestLink.request.in_(requests))
    )
    found = await _linked(session, query)
    known = await instruments.known_of(session, [one.request.instrument for rows in found.values() for one in rows])
    return {
        request: [replace(one, awaits_confirmation=_awaits(one, known.get(one.request.instrument))) for one in rows]
        for request, rows in found.items()
    }


def _awaits(found: LinkedRequest, known: Instrument | None) -> bool:
    rules = [one.value for one in (known.deadlines if known else ()) if one.value]
    is_asked = found.relation == PRODUCTION and found.confirmed_at is None
    return is_asked and any(one.stopped_by is LapseStop.CONFIRMATION for one in rules)


async def later_of(session: Reading, requests: Collection[UUID]) -> dict[UUID, list[LinkedRequest]]:
    """Return, for each of these requests, those that follow it."""
    query = (
        select(RequestLink.earlier, LegalRequest, RequestLink.relation, RequestLink.confirmed_at)
        .join(LegalRequest, LegalRequest.id == RequestLink.request)
        .where(RequestLink.earlier.in_(requests))
    )
    return await _linked(session, query)


async def _linked(
    session: Reading, query: "Select[UUID, LegalRequest, str, datetime | None]"
) -> dict[UUID, list[LinkedRequest]]:
    found: dict[UUID, list[LinkedRequest]] = {}
    for one, request, relation, confirmed_at in await session.execute(query.order_by(LegalRequest.id)):
        found.setdefault(one, []).append(LinkedRequest(request, relation, confirmed_at))
    return found
