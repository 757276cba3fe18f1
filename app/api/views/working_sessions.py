"""The form and view of working sessions."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID

from pydantic import Field

from app.access.decisions import Purpose
from app.api.schemas import Form, Justification, Time, View
from app.services.working_sessions import Beginning, Whole


class WorkingSessionForm(Form):
    """For which purpose, and why: a justification, one of one's own open tasks, or both. `minutes`: eight hours at most."""

    purpose: Purpose
    justification: Justification | None = None
    task: UUID | None = None
    minutes: Annotated[int, Field(ge=1, le=480)]

    def beginning(self) -> Beginning:
        """For the service."""
        return Beginning(self.purpose, self.justification, self.task, timedelta(minutes=self.minutes))


class WorkingSessionView(View):
    """One's own, while it is open. `here`: begun by this very sign-in, which alone opens exhibits in it."""

    id: UUID
    purpose: Purpose
    justification: str
    task: UUID | None
    begun_at: Time
    expires_at: Time
    openings: int
    here: bool


def working_session_view(whole: Whole) -> WorkingSessionView:
    """As its seat sees it."""
    row = whole.row
    return WorkingSessionView(
        id=row.id,
        purpose=Purpose(row.purpose),
        justification=row.justification,
        task=row.task,
        begun_at=row.begun_at,
        expires_at=row.expires_at,
        openings=whole.openings,
        here=whole.here,
    )
