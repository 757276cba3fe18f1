"""Routes for working sessions: begin, read, end. Only their own member uses them.

Not here: access events within a session (`api/custody/openings.py`).
"""

from uuid import UUID

from fastapi import Response, status

from app.api.custody.views.working_sessions import WorkingSessionForm, WorkingSessionView, working_session_view
from app.api.guards import MayOpenEvidence, ReadingUnit, WritingUnit
from app.api.positions import tell_position
from app.api.routing import Router
from app.api.schemas import Page
from app.services.custody import working_sessions as service

router = Router(prefix="/api/jits/{jit}/working-sessions", tags=["working sessions"])


@router.get("")
async def list_working_sessions(
    session: ReadingUnit, seat: MayOpenEvidence, response: Response
) -> Page[WorkingSessionView]:
    """List the caller's open working session: one, or none."""
    await tell_position(response, session, seat.jit)
    found = await service.current(session, seat)
    return Page(items=[] if found is None else [working_session_view(found)], next=None)


@router.post("", status_code=status.HTTP_201_CREATED)
async def begin_working_session(
    session: WritingUnit, seat: MayOpenEvidence, form: WorkingSessionForm
) -> WorkingSessionView:
    """Begin a working session. Its purpose and reason apply to many access events."""
    return working_session_view(await service.begin(session, seat, form.to_working_session()))


@router.delete("/{working_session}", status_code=status.HTTP_204_NO_CONTENT)
async def end_working_session(session: WritingUnit, seat: MayOpenEvidence, working_session: UUID) -> None:
    """End the caller's working session."""
    await service.end(session, seat, working_session)
