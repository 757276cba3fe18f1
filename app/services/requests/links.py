"""Links between legal requests of one party: a production follows a preservation, a reminder the first request.

A linked production request stops the lapses of the earlier one until it is withdrawn. Locks: the rows of both requests.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import Select, delete, select
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.requests.states import Direction, RequestState
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Invalid, NotFound
from app.ledger import journal
from app.ledger.facts.requests.requests import RequestLinked, RequestUnlinked
from app.models import LegalRequest, RequestLink
from app.reference.catalogue import TransitionFamily
from app.services.requests import drafting, instruments, recipients
from app.services.requests.deadlines import acts

PRODUCTION = "production"
#: No data are produced by requests of these families.
_WITHOUT_DATA: Final = frozenset(
    {TransitionFamily.PRESERVATION, TransitionFamily.SPONTANEOUS, TransitionFamily.REFERENCE}
)


async def link_earlier(session: Writing, seat: Seat, request: UUID, earlier: UUID, relation: str) -> None:
    """Record that a request follows an earlier one. A production request stops the lapses of the earlier one.

    Raises:
        NotFound: A request is absent or invisible.
        Forbidden: A request is of another party.
        Invalid: A request would follow itself, or asks for no data and would be a production request.
        Conflict: It follows that request already, or was withdrawn and would stop a lapse.
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
    if relation == PRODUCTION:
        await acts.stop(session, seat, former, stopped=True)


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
    """Remove the link to an earlier request. Its lapses run again if no other production request is linked to it.

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
    await _run_again(session, seat, former)


async def lock_with_earlier(session: Writing, seat: Seat, request: UUID) -> LegalRequest:
    """Lock a request and those that it follows, in the order of their ids as everywhere here, and return it.

    Raises `NotFound`, `Forbidden`.
    """
    query = select(RequestLink.earlier).where(RequestLink.request == request, RequestLink.relation == PRODUCTION)
    ids = sorted({request, *await session.scalars(query)})
    return {one: await drafting.lock_own(session, seat, one) for one in ids}[request]


async def after_withdrawal(session: Writing, seat: Seat, request: LegalRequest) -> None:
    """Let the lapses run again that a withdrawn production request had stopped."""
    query = select(RequestLink.earlier).where(RequestLink.request == request.id, RequestLink.relation == PRODUCTION)
    for earlier in sorted(await session.scalars(query)):
        await _run_again(session, seat, await drafting.lock_own(session, seat, earlier))


async def _run_again(session: Writing, seat: Seat, earlier: LegalRequest) -> None:
    if not await is_produced(session, earlier.id):
        await acts.stop(session, seat, earlier, stopped=False)


async def is_produced(session: Reading, earlier: UUID) -> bool:
    """Return whether a production request that was not withdrawn follows this one."""
    later = (await later_of(session, [earlier])).get(earlier, [])
    return any(map(produces, later))


def produces(later: "LinkedRequest") -> bool:
    """Return whether a later request asks for production and was not withdrawn."""
    return later.relation == PRODUCTION and later.request.state != RequestState.WITHDRAWN


@dataclass(frozen=True, slots=True)
class LinkedRequest:
    """A request that another one follows or is followed by, as far as the member sees both."""

    request: LegalRequest
    relation: str


async def earlier_of(session: Reading, requests: Collection[UUID]) -> dict[UUID, list[LinkedRequest]]:
    """Return, for each of these requests, those that it follows."""
    query = (
        select(RequestLink.request, LegalRequest, RequestLink.relation)
        .join(LegalRequest, LegalRequest.id == RequestLink.earlier)
        .where(RequestLink.request.in_(requests))
    )
    return await _linked(session, query)


async def later_of(session: Reading, requests: Collection[UUID]) -> dict[UUID, list[LinkedRequest]]:
    """Return, for each of these requests, those that follow it."""
    query = (
        select(RequestLink.earlier, LegalRequest, RequestLink.relation)
        .join(LegalRequest, LegalRequest.id == RequestLink.request)
        .where(RequestLink.earlier.in_(requests))
    )
    return await _linked(session, query)


async def _linked(session: Reading, query: "Select[UUID, LegalRequest, str]") -> dict[UUID, list[LinkedRequest]]:
    found: dict[UUID, list[LinkedRequest]] = {}
    for one, request, relation in await session.execute(query.order_by(LegalRequest.id)):
        found.setdefault(one, []).append(LinkedRequest(request, relation))
    return found
