"""Pending actions of the domain: agreement to the closing of the team."""

from app.access.roles import Permission
from app.access.seats import Seat
from app.database import Reading
from app.services.ending import closing
from app.services.pending_actions import ActionKind, Group, Noun, PendingAction
from app.services.teams import phases


async def of(session: Reading, seat: Seat) -> list[PendingAction]:
    """Return what this member has to do in the domain."""
    if not seat.may(Permission.CLOSING_AGREE) or await phases.declared_closing(session, seat.jit) is None:
        return []
    found = await closing.read(session, seat)
    if found.closing is None or "agree" not in found.may:
        return []
    return [
        PendingAction(
            kind=ActionKind.CLOSING_AGREEMENT,
            group=Group.TEAM,
            noun=Noun.TEAM,
            id=seat.jit,
            title=found.jit.name,
            since_at=found.closing.declared_at,
            member=found.closing.declared_by,
            detail=found.closing.reason,
        )
    ]
