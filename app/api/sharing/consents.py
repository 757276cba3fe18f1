"""Routes for consent requests: ask, list, read, mark as seen, grant, refuse, withdraw."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import Query, Request, Response, status

from app.access.seats import Seat
from app.api import pagination
from app.api.guards import MayAnswerConsent, MayAskConsent, MayReadConsents, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import IfMatch, Limit, Page, ReasonForm, expected_version
from app.api.sharing.views.consents import ConsentForm, ConsentView, GrantForm, consent_view
from app.database import Reading
from app.services.coordination.tasks import task_matters
from app.services.sharing import consent_grants
from app.services.sharing import consents as service

router = Router(prefix="/api/jits/{jit}/consents", tags=["consents"])


@router.get("")
async def list_consents(
    session: ReadingUnit,
    seat: MayReadConsents,
    response: Response,
    side: Annotated[
        Literal["asked", "asking"] | None,
        Query(description="`asked`: requests that the own party answers. `asking`: requests that it made."),
    ] = None,
    unanswered: Annotated[bool | None, Query(description="Open requests only, or ended requests only.")] = None,
    evidence: UUID | None = None,
    limit: Limit = 50,
    cursor: str | None = None,
) -> Page[ConsentView]:
    """List the requests by and to the caller's party, newest first."""
    await tell_position(response, session, seat.jit)
    filters = service.ConsentFilters(side=side, unanswered=unanswered, evidence=evidence)
    asked = pagination.by_id(cursor, limit)
    found = await service.list_consents(session, seat, filters, asked.after, asked.row_limit)
    tasks = await task_matters.tasks_of_consents(session, [one.consent.id for one in found])
    return asked.page(found, lambda one: consent_view(one, tasks.get(one.consent.id, ())))


@router.post("", status_code=status.HTTP_201_CREATED)
async def ask_consent(request: Request, session: WritingUnit, seat: MayAskConsent, form: ConsentForm) -> ConsentView:
    """Request more access to an exhibit or its use in court, or ask a party for information."""
    request.state.asked = {} if form.evidence is None else {"evidence": str(form.evidence)}  # not in the path
    return await _view(session, seat, await service.ask(session, seat, form.request()))


@router.get("/{consent}")
async def read_consent(session: ReadingUnit, seat: MayReadConsents, response: Response, consent: UUID) -> ConsentView:
    """Return one request."""
    await tell_position(response, session, seat.jit)
    return await _view(session, seat, consent)


@router.post("/{consent}/seen")
async def see_consent(session: WritingUnit, seat: MayAnswerConsent, consent: UUID) -> ConsentView:
    """Record that a leader of the asked party has seen the request. Repeating it has no effect."""
    await service.mark_as_seen(session, seat, consent)
    return await _view(session, seat, consent)


@router.post("/{consent}/grant")
async def grant_consent(
    session: WritingUnit, seat: MayAnswerConsent, consent: UUID, form: GrantForm, if_match: IfMatch = None
) -> ConsentView:
    """Grant what was requested, or less. Exactly what is granted is released."""
    await consent_grants.grant(session, seat, consent, form.grant(), expected=expected_version(if_match))
    return await _view(session, seat, consent)


@router.post("/{consent}/refusal")
async def refuse_consent(
    session: WritingUnit, seat: MayAnswerConsent, consent: UUID, form: ReasonForm, if_match: IfMatch = None
) -> ConsentView:
    """Refuse the request, with a reason."""
    await service.refuse(session, seat, consent, expected=expected_version(if_match), reason=form.reason)
    return await _view(session, seat, consent)


@router.post("/{consent}/withdrawal")
async def withdraw_consent(
    session: WritingUnit, seat: MayAskConsent, consent: UUID, form: ReasonForm, if_match: IfMatch = None
) -> ConsentView:
    """Withdraw. The asking party withdraws its request; the granting party ends the use that it granted."""
    await consent_grants.withdraw(session, seat, consent, expected=expected_version(if_match), reason=form.reason)
    return await _view(session, seat, consent)


async def _view(session: Reading, seat: Seat, consent: UUID) -> ConsentView:
    found = await service.read(session, seat, consent)
    tasks = await task_matters.tasks_of_consents(session, [consent])
    return consent_view(found, tasks.get(consent, ()))
