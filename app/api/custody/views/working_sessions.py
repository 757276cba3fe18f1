"""Form and view of working sessions."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID

from pydantic import Field

from app.access.sharing.decisions import Purpose
from app.api.schemas import Form, Justification, Time, View
from app.services.custody.working_sessions import NewWorkingSession, WorkingSessionDetails


class WorkingSessionForm(Form):
    """Purpose and reason: a justification, an open task of the caller, or both. `minutes`: at most 480."""

    purpose: Purpose
    justification: Justification | None = None
    task: UUID | None = None
    minutes: Annotated[int, Field(ge=1, le=480)]

    def to_working_session(self) -> NewWorkingSession:
        """Return the session as the service takes it."""
        return NewWorkingSession(self.purpose, self.justification, self.task, timedelta(minutes=self.minutes))


class WorkingSessionView(View):
    """The caller's open working session. `here`: begun by this sign-in, the only one that can open exhibits in it."""

    id: UUID
    purpose: Purpose
    justification: str
    task: UUID | None
    begun_at: Time
    expires_at: Time
    openings: int
    here: bool


def working_session_view(details: WorkingSessionDetails) -> WorkingSessionView:
    """Return the view of a working session for its member."""
    row = details.row
    return WorkingSessionView(
        id=row.id,
        purpose=Purpose(row.purpose),
        justification=row.justification,
        task=row.task,
        begun_at=row.begun_at,
        expires_at=row.expires_at,
        openings=details.openings,
        here=details.here,
    )
