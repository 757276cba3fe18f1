"""Guards of what is a seat's own affair and no fact of its team: read marks, its bell, its calendar's addresses. It goes on in a closed team.

Deliberately not here: everything that a team is told of (`guards.py`).
"""

from typing import Annotated
from uuid import UUID

from fastapi import Depends, Request

from app.access.roles import Permission
from app.access.seats import Seat
from app.api.guards import May, WritingUnit, demand, shown_by
from app.api.house import house_of
from app.services import sessions


class MayForOneself(May):
    """As `May`, whether the team is open or closed: what its roles grant, and no more."""

    async def __call__(self, request: Request, session: WritingUnit, jit: UUID) -> Seat:
        """The seat, and row-level security told of it."""
        request.state.permissions = self.permissions
        person, seat = await sessions.take_seat(session, house_of(request).door, shown_by(request), jit)
        request.state.person, request.state.seat = person, seat
        if seat is not None and any(seat.keeps(one) for one in self.permissions):
            return seat
        return demand(seat, *self.permissions)


def _own(permission: Permission) -> object:
    return Depends(MayForOneself(permission), scope="function")


MayKeepCalendars = Annotated[Seat, _own(Permission.CALENDAR_SUBSCRIBE)]
MayKeepNotifications = Annotated[Seat, _own(Permission.NOTIFICATION_READ)]
MayMarkBriefing = Annotated[Seat, _own(Permission.JIT_READ)]
MayMarkRead = Annotated[Seat, _own(Permission.MESSAGE_READ)]
