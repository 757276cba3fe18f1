"""Pending actions of the domain: overdue retention reviews, and erasures that need a second leader."""

from datetime import UTC, datetime, time

from app.access.roles import Permission
from app.access.seats import Seat
from app.database import Reading
from app.services.pending_actions import MOST, ActionKind, Group, Noun, PendingAction
from app.services.retention import retention
from app.services.retention.retention import Due


async def of(session: Reading, seat: Seat) -> list[PendingAction]:
    """Return what this member has to do in the domain."""
    if not seat.may(Permission.RETENTION_DECIDE):
        return []
    found = await retention.list_due(session, seat)
    return [_action(one) for one in found if one.overdue and (one.wish is None or "confirm" in one.wish.may)][:MOST]


def _action(one: Due) -> PendingAction:
    """Return the action. An erasure that this leader requested awaits another leader, and is no action of this one."""
    review_on = one.evidence.review_on
    review_at = None if review_on is None else datetime.combine(review_on, time(), UTC)
    return PendingAction(
        kind=ActionKind.ERASURE_CONFIRMATION if one.wish is not None else ActionKind.RETENTION_REVIEW,
        group=Group.REVIEWS,
        noun=Noun.EVIDENCE,
        id=one.evidence.id,
        title=one.evidence.title,
        number=one.evidence.exhibit_number,
        since_at=one.evidence.registered_at,
        due_at=one.ends_at or (review_at if one.because == "review" else None),
        detail=one.because,
    )
