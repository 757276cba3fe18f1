"""Exhibits of legal requests: their papers, and the results that came by them.

A link is visible to members who see the content of the request and the exhibit. Lock: the row of the request.
"""

from collections.abc import Collection
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert

from app import clock, jobs
from app.access.requests import states
from app.access.requests.states import Direction
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Invalid, NotFound
from app.ledger import journal
from app.ledger.facts.requests.requests import (
    RequestPaperAdded,
    RequestPaperRemoved,
    RequestResultLinked,
    RequestResultUnlinked,
)
from app.models import Evidence, LegalRequest, RequestContent, RequestItem, RequestPaper, RequestResult
from app.services.requests import drafting, limit_jobs, recipients
from app.services.requests.lines import exhibits as linking
from app.services.requests.lines.exhibits import LinkedExhibit
from app.services.sharing import use_limits
from app.services.sharing.use_limits import NewLimit

LinkedPaper: TypeAlias = LinkedExhibit[RequestPaper]
LinkedResult: TypeAlias = LinkedExhibit[RequestResult]


async def add_paper(session: Writing, seat: Seat, request: UUID, evidence: UUID, kind: str) -> None:
    """Add an exhibit as a paper of a request; nothing changes if it is one already.

    Raises:
        NotFound: The request is absent or invisible.
        Forbidden: It is of another party.
        Invalid: The exhibit is absent or invisible.
    """
    found = await drafting.lock_own(session, seat, request)
    named = await linking.link(session, seat, RequestPaper, found, evidence, kind)
    if named is None:
        return
    said = await recipients.content_fields(session, seat, found)
    await journal.append(session, seat, RequestPaperAdded(**said, **named, paper_kind=kind))


async def remove_paper(session: Writing, seat: Seat, request: UUID, evidence: UUID) -> None:
    """Remove a paper from a request. Raises `NotFound`, `Forbidden`."""
    found = await drafting.lock_own(session, seat, request)
    kind, named = await linking.unlink(session, RequestPaper, RequestPaper.request == found.id, evidence)
    said = await recipients.content_fields(session, seat, found)
    await journal.append(session, seat, RequestPaperRemoved(**said, **named, paper_kind=kind))


async def link_result(session: Writing, seat: Seat, request: UUID, item: UUID | None, evidence: UUID) -> None:
    """Link an exhibit as a result of a request, to the item that it answers.

    Nothing changes if it is linked already.

    Raises:
        NotFound: The request is absent or invisible.
        Forbidden: It is of another party.
        Conflict: It was not sent yet.
        Invalid: The item is not of this request, or the exhibit is absent or invisible.
    """
    found = await drafting.lock_own(session, seat, request)
    if found.state in states.EDITABLE:
        raise Conflict("The request was not sent yet. Record its dispatch first.", code="not-sent")
    place = await _place(session, found, item)
    number = await linking.number_of(session, evidence)
    link = clock.new_id()
    row = {
        "id": link,
        "jit": seat.jit,
        "request": found.id,
        "item": item,
        "evidence": evidence,
        "party": found.party,
        "linked_by": seat.id,
        "linked_at": clock.now(),
    }
    done = insert(RequestResult).values(row).on_conflict_do_nothing().returning(RequestResult.id)
    if await session.scalar(done) is None:
        return
    fact = RequestResultLinked(
        **await recipients.content_fields(session, seat, found),
        **linking.fields_of(evidence, number),
        item_number=place,
    )
    await journal.append(session, seat, fact)
    content = await drafting.content_of(session, found)
    await use_limits.record(session, seat, await _limits_of(session, found, content, [link]))


async def unlink_result(session: Writing, seat: Seat, request: UUID, result: UUID) -> None:
    """Remove the link of a result. Raises `NotFound`, `Forbidden`."""
    found = await drafting.lock_own(session, seat, request)
    query = select(RequestResult).where(RequestResult.request == found.id, RequestResult.id == result)
    row = (await session.scalars(query)).one_or_none()
    if row is None:
        raise NotFound
    number, place = await linking.number_of(session, row.evidence), await _place(session, found, row.item)
    await session.delete(row)
    await session.flush()
    fact = RequestResultUnlinked(
        **await recipients.content_fields(session, seat, found),
        **linking.fields_of(row.evidence, number),
        item_number=place,
    )
    await journal.append(session, seat, fact)
    await use_limits.end(session, seat, [result])


async def correct_limits(session: Writing, seat: Seat, request: UUID) -> None:
    """Bring the limits of use that came with a request in line with its present ones. The caller has changed it.

    An erased wording changes no limit, and a limit whose legal basis was erased is compared by its wording alone. The
    background job corrects the limits of exhibits that the member does not see.
    """
    found = await drafting.find(session, request)
    content = await drafting.content_of(session, found)
    query = (
        select(RequestResult.id, RequestItem)
        .outerjoin(RequestItem, RequestItem.id == RequestResult.item)
        .where(RequestResult.request == request)
    )
    items: dict[UUID, RequestItem | None] = {row[0]: row[1] for row in await session.execute(query)}
    kept = {
        (result, of_item)
        for result, item in items.items()
        for row, of_item in ((content, False), (item, True))
        if row is not None and "conditions" in row.erased
    }
    limits = await _limits_of(session, found, content, items)
    compares_clauses = "legal_basis" not in content.erased
    await use_limits.correct(session, seat, items, limits, kept=kept, compares_clauses=compares_clauses)
    await jobs.enqueue(session, limit_jobs.JOB, str(request))


async def _limits_of(
    session: Reading, request: LegalRequest, content: RequestContent, results: Collection[UUID]
) -> list[NewLimit]:
    """Return the limits that the executing authority set for these results: of the request and of the item.

    Only the originator states limits of an exhibit: those of another party would tell who else has it.
    """
    if request.direction != Direction.OUT:
        return []
    query = (
        select(RequestResult.evidence, RequestResult.id, RequestItem)
        .join(Evidence, Evidence.id == RequestResult.evidence)
        .outerjoin(RequestItem, RequestItem.id == RequestResult.item)
        .where(RequestResult.id.in_(list(results)), Evidence.originator == request.party)
        .order_by(RequestResult.id)
    )
    return [
        NewLimit(evidence, result, wording, drafting.unerased(content, "legal_basis"), of_item)
        for evidence, result, item in await session.execute(query)
        for row, of_item in ((content, False), (item, True))
        if row is not None and (wording := drafting.unerased(row, "conditions"))
    ]


async def _place(session: Reading, request: LegalRequest, item: UUID | None) -> int | None:
    if item is None:
        return None
    found = next((one for one in await drafting.items_of(session, request.id) if one.id == item), None)
    if found is None:
        raise Invalid("This item does not belong to this request.", field="item")
    return found.place


async def papers_of(session: Reading, requests: Collection[UUID]) -> list[LinkedPaper]:
    """Return the papers of these requests whose exhibits the member sees."""
    order = (RequestPaper.added_at, RequestPaper.evidence)
    return await linking.linked(session, RequestPaper, RequestPaper.request.in_(requests), order)


async def results_of(session: Reading, requests: Collection[UUID]) -> list[LinkedResult]:
    """Return the results of these requests whose exhibits the member sees."""
    return await linking.linked(session, RequestResult, RequestResult.request.in_(requests), (RequestResult.id,))
