"""Routes for alerts about other parties' acts on the party's exhibits, and for daily digests."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response, status

from app.api import pagination
from app.api.guards import MayAnswerAlert, MayReadAlerts, ReadingUnit, WritingUnit
from app.api.notifications.views.alerts import (
    AcknowledgementForm,
    AlertOwnerForm,
    AlertView,
    DigestView,
    alert_view,
    digest_view,
)
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import IfMatch, Limit, Page, expected_version
from app.services.notifications import alerts as service
from app.services.notifications import digests

router = Router(prefix="/api/jits/{jit}", tags=["alerts"])


@router.get("/alerts")
async def list_alerts(
    session: ReadingUnit,
    seat: MayReadAlerts,
    response: Response,
    mine: Annotated[bool | None, Query(description="Only those for which one answers oneself.")] = None,
    acknowledged: Annotated[bool | None, Query(description="Those that were dealt with, or the others.")] = None,
    evidence: UUID | None = None,
    limit: Limit = 50,
    cursor: str | None = None,
) -> Page[AlertView]:
    """List alerts about acts of other parties on exhibits of the caller's party, newest first."""
    await tell_position(response, session, seat.jit)
    filters = service.Filters(mine=bool(mine), acknowledged=acknowledged, evidence=evidence)
    asked = pagination.by_id(cursor, limit)
    found = await service.list_all(session, seat, filters, asked.after, asked.row_limit)
    return asked.page(found, alert_view)


@router.put("/alerts/{alert}/owner")
async def hand_over_alert(
    session: WritingUnit, seat: MayAnswerAlert, alert: UUID, form: AlertOwnerForm, if_match: IfMatch = None
) -> AlertView:
    """Take over an alert, or assign it to another leader of the caller's party."""
    await service.hand_over(session, seat, alert, form.seat, expected=expected_version(if_match))
    return alert_view(await service.read(session, seat, alert))


@router.post("/alerts/acknowledgements", status_code=status.HTTP_204_NO_CONTENT)
async def acknowledge_alerts(session: WritingUnit, seat: MayAnswerAlert, form: AcknowledgementForm) -> None:
    """Acknowledge the caller's own alerts with a comment: all that are named, or none."""
    await service.acknowledge(session, seat, form.alerts, form.word)


@router.get("/digests")
async def list_digests(
    session: ReadingUnit, seat: MayReadAlerts, response: Response, limit: Limit = 14, cursor: str | None = None
) -> Page[DigestView]:
    """List the daily digests of the caller's party, newest first: who opened which exhibits, and how often."""
    await tell_position(response, session, seat.jit)
    asked = pagination.by_id(cursor, limit)
    found = await digests.list_all(session, seat, asked.after, asked.row_limit)
    return asked.page(found, digest_view)
