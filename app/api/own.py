"""Guards for per-user state that is not in the audit log, such as read marks and saved views.

They admit members of closed teams, too. Not here: guards for everything that the team records (`guards.py`).
"""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request

from app.access.roles import Permission
from app.access.seats import Seat
from app.api.context import context_of
from app.api.guards import May, WritingUnit, demand, shown_by
from app.services.accounts import sessions


class MayForOneself(May):
    """Guard like `May`, in open and closed teams alike, for what the member's roles grant."""

    async def __call__(self, request: Request, session: WritingUnit, jit: UUID) -> Seat:
        """Return the member, and set it for row-level security."""
        request.state.permissions = self.permissions
        person, seat = await sessions.take_seat(session, context_of(request).authentication, shown_by(request), jit)
        request.state.person, request.state.seat = person, seat
        if seat is not None and any(seat.keeps(one) for one in self.permissions):
            return seat
        return demand(seat, *self.permissions)


def _own(permission: Permission) -> object:
    return Depends(MayForOneself(permission), scope="function")


MayKeepCalendars = Annotated[Seat, _own(Permission.CALENDAR_SUBSCRIBE)]
MayKeepNotifications = Annotated[Seat, _own(Permission.NOTIFICATION_READ)]
MayDismissFirstSteps = Annotated[Seat, _own(Permission.JIT_READ)]
MayMarkBriefing = Annotated[Seat, _own(Permission.JIT_READ)]
MayMarkRead = Annotated[Seat, _own(Permission.MESSAGE_READ)]
MayKeepViews = Annotated[Seat, _own(Permission.EVIDENCE_READ)]
