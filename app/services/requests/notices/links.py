"""Links of INTERPOL notices: to exhibits, and to the request for arrest or extradition on which they rest.

A link is visible to members who see both ends. Lock: the row of the notice.
"""

from collections.abc import Collection
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.requests.notice_states import NoticeState
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Invalid, NotFound
from app.ledger import journal
from app.ledger.facts.requests.notices import (
    NoticeExhibitLinked,
    NoticeExhibitUnlinked,
    NoticeWarrantLinked,
    NoticeWarrantUnlinked,
)
from app.models import LegalRequest, Notice, NoticeExhibit, NoticeWarrant
from app.services.requests import recipients
from app.services.requests.lines import exhibits as linking
from app.services.requests.lines.exhibits import LinkedExhibit
from app.services.requests.notices import drafting
from app.services.teams import roster as rosters

LinkedNoticeExhibit: TypeAlias = LinkedExhibit[NoticeExhibit]


async def link_exhibit(session: Writing, seat: Seat, notice: UUID, evidence: UUID, kind: str) -> None:
    """Link an exhibit to a notice; nothing changes if it is linked already.

    Raises:
        NotFound: The notice is absent or invisible.
        Forbidden: It is of another party.
        Invalid: The exhibit is absent or invisible.
    """
    found = await drafting.lock_own(session, seat, notice)
    named = await linking.link(session, seat, NoticeExhibit, found, evidence, kind)
    if named is None:
        return
    said = await drafting.fields_of(session, seat, found)
    await journal.append(session, seat, NoticeExhibitLinked(**said, **named, exhibit_kind=kind))


async def unlink_exhibit(session: Writing, seat: Seat, notice: UUID, evidence: UUID) -> None:
    """Remove the link of an exhibit, which stays.

    Raises:
        NotFound: The notice or the link is absent or invisible.
        Forbidden: The notice is of another party.
        Conflict: The notice was checked with this exhibit.
    """
    found = await drafting.lock_own(session, seat, notice)
    if found.state == NoticeState.CHECKED:
        drafting.demand_draft(found)
    kind, named = await linking.unlink(session, NoticeExhibit, NoticeExhibit.notice == found.id, evidence)
    said = await drafting.fields_of(session, seat, found)
    await journal.append(session, seat, NoticeExhibitUnlinked(**said, **named, exhibit_kind=kind))


async def exhibits_of(session: Reading, notices: Collection[UUID]) -> list[LinkedNoticeExhibit]:
    """Return the exhibits of these notices that the member sees."""
    order = (NoticeExhibit.added_at, NoticeExhibit.evidence)
    return await linking.linked(session, NoticeExhibit, NoticeExhibit.notice.in_(notices), order)


async def link_warrant(session: Writing, seat: Seat, notice: UUID, request: UUID) -> None:
    """Record the request for arrest or extradition on which a notice rests.

    Raises:
        NotFound: The notice is absent or invisible.
        Forbidden: It is of another party.
        Invalid: The request is absent or invisible, or of another party.
        Conflict: The notice is linked already.
    """
    found = await drafting.lock_own(session, seat, notice)
    query = select(LegalRequest).where(LegalRequest.id == request, LegalRequest.party == seat.party)
    warrant = (await session.scalars(query)).one_or_none()
    if warrant is None:
        raise Invalid("Choose a legal request of your party.", field="request")
    row = {
        "notice": found.id,
        "request": warrant.id,
        "jit": seat.jit,
        "party": found.party,
        "linked_by": seat.id,
        "linked_at": clock.now(),
    }
    done = insert(NoticeWarrant).values(row).on_conflict_do_nothing().returning(NoticeWarrant.notice)
    if await session.scalar(done) is None:
        raise Conflict("This notice already has a warrant request. Remove its link first.", code="linked-already")
    said = await _warrant_fields(session, seat, found, warrant)
    await journal.append(session, seat, NoticeWarrantLinked(**said))


async def unlink_warrant(session: Writing, seat: Seat, notice: UUID) -> None:
    """Remove the link to the request for arrest or extradition.

    Raises:
        NotFound: The notice or the link is absent or invisible.
        Forbidden: The notice is of another party.
        Conflict: The notice was checked with this request.
    """
    found = await drafting.lock_own(session, seat, notice)
    if found.state == NoticeState.CHECKED:
        drafting.demand_draft(found)
    warrant = (await warrants_of(session, [found.id])).get(found.id)
    if warrant is None:
        raise NotFound
    await session.execute(delete(NoticeWarrant).where(NoticeWarrant.notice == found.id))
    said = await _warrant_fields(session, seat, found, warrant)
    await journal.append(session, seat, NoticeWarrantUnlinked(**said))


async def _warrant_fields(session: Reading, seat: Seat, notice: Notice, warrant: LegalRequest) -> dict[str, Any]:
    """Return the fields of a fact that names the request. Only parties that read the content of both are told."""
    readers = {one.recipient for one in await drafting.releases_of(session, notice.id)}
    readers &= {one.recipient for one in await recipients.releases_of(session, warrant.id) if one.level == "content"}
    hearing = recipients.of_parties({notice.party, *readers}, await rosters.of(session, seat.jit))
    named: dict[str, Any] = {"request": warrant.id, "request_number": warrant.number}
    return named | {"notice": notice.id, "number": notice.number, "hearing": hearing}


async def warrants_of(session: Reading, notices: Collection[UUID]) -> dict[UUID, LegalRequest]:
    """Return the request on which each of these notices rests, as far as the member sees both."""
    query = (
        select(NoticeWarrant.notice, LegalRequest)
        .join(LegalRequest, LegalRequest.id == NoticeWarrant.request)
        .where(NoticeWarrant.notice.in_(notices))
    )
    return {row[0]: row[1] for row in await session.execute(query)}
