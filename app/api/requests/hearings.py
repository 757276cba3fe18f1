"""Routes for hearings of a party, with their computed checklists."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response, status

from app.access.seats import Seat
from app.api import pagination
from app.api.guards import MayReadRequestContents, MayReleaseRequest, MayWorkOnRequest, ReadingUnit, WritingUnit
from app.api.idempotency import IdempotencyKey, idempotent_request
from app.api.pagination import PageRequest, position
from app.api.positions import tell_position
from app.api.requests.views.hearings import (
    HearingCardForm,
    HearingChangeForm,
    HearingForm,
    HearingSummary,
    HearingView,
    hearing_summary,
    hearing_view,
)
from app.api.routing import Router
from app.api.schemas import IfMatch, Limit, Page, ReasonForm, expected_version
from app.queries import RowPosition
from app.services import idempotency
from app.services.requests.hearings import card_values, checklist, hearings
from app.services.requests.hearings.hearings import Filters, ListedHearing

router = Router(prefix="/api/jits/{jit}/hearings", tags=["requests"])


@router.get("")
async def list_hearings(
    session: ReadingUnit,
    seat: MayReadRequestContents,
    response: Response,
    past: Annotated[bool | None, Query(description="Only hearings held already, or only later ones.")] = None,
    evidence: Annotated[UUID | None, Query(description="Hearings at which this exhibit will be used.")] = None,
    limit: Limit = 50,
    cursor: str | None = None,
) -> Page[HearingSummary]:
    """List the hearings of the caller's party by date; past ones newest first."""
    await tell_position(response, session, seat.jit)
    asked = PageRequest(position(cursor, pagination.by_time), limit)
    found = await hearings.listed(session, seat, Filters(past, evidence), asked.after, asked.row_limit)
    return asked.page_by(_cursor_of, found, hearing_summary)


@router.post("", status_code=status.HTTP_201_CREATED)
async def create_hearing(
    session: WritingUnit, seat: MayWorkOnRequest, request: Request, form: HearingForm, key: IdempotencyKey = None
) -> HearingView:
    """Create a hearing of the caller's party, with the exhibits that will be used."""

    async def create() -> UUID:
        return await hearings.create(session, seat, form.hearing())

    once = idempotent_request(key, request, form)
    return await _view(session, seat, await idempotency.run_once(session, seat, once, create, "court_hearing"))


@router.get("/{hearing}")
async def read_hearing(
    session: ReadingUnit, seat: MayReadRequestContents, response: Response, hearing: UUID
) -> HearingView:
    """Return a hearing with its checklist: what is missing, why, and who can give it."""
    await tell_position(response, session, seat.jit)
    return await _view(session, seat, hearing)


@router.patch("/{hearing}")
async def change_hearing(
    session: WritingUnit, seat: MayWorkOnRequest, hearing: UUID, form: HearingChangeForm, if_match: IfMatch = None
) -> HearingView:
    """Change a hearing. `If-Match`: its version."""
    await hearings.change(session, seat, hearing, form.changes(), expected=expected_version(if_match))
    return await _view(session, seat, hearing)


@router.delete("/{hearing}", status_code=status.HTTP_204_NO_CONTENT)
async def delete_hearing(session: WritingUnit, seat: MayWorkOnRequest, hearing: UUID, form: ReasonForm) -> None:
    """Delete a hearing with its list of exhibits. The exhibits stay."""
    await hearings.remove(session, seat, hearing, form.reason)


@router.put("/{hearing}/exhibits/{evidence}")
async def add_hearing_exhibit(
    session: WritingUnit, seat: MayWorkOnRequest, hearing: UUID, evidence: UUID
) -> HearingView:
    """Add an exhibit to those that will be used at the hearing."""
    await hearings.add_exhibit(session, seat, hearing, evidence)
    return await _view(session, seat, hearing)


@router.delete("/{hearing}/exhibits/{evidence}")
async def remove_hearing_exhibit(
    session: WritingUnit, seat: MayWorkOnRequest, hearing: UUID, evidence: UUID
) -> HearingView:
    """Remove an exhibit from those that will be used at the hearing. The exhibit stays."""
    await hearings.remove_exhibit(session, seat, hearing, evidence)
    return await _view(session, seat, hearing)


@router.post("/{hearing}/card-decision")
async def decide_about_hearing_card_value(
    session: WritingUnit, seat: MayReleaseRequest, hearing: UUID, form: HearingCardForm, if_match: IfMatch = None
) -> HearingView:
    """Confirm a value of the country's card for a hearing, or remove it. Leaders only.

    `If-Match`: the version of the value that the leader saw.
    """
    expected = expected_version(if_match)
    await card_values.decide(session, seat, hearing, form.topic, form.decision, expected=expected)
    return await _view(session, seat, hearing)


async def _view(session: ReadingUnit, seat: Seat, hearing: UUID) -> HearingView:
    found = await checklist.read(session, seat, hearing)
    return hearing_view(found, await card_values.read(session, found.hearing), seat)


def _cursor_of(found: ListedHearing) -> str:
    return pagination.timed(RowPosition(found.hearing.held_at, found.hearing.id))
