"""Forms and views of the retention of ended legal requests."""

from datetime import date
from uuid import UUID

from app.access.requests.states import Direction, RequestState
from app.api.schemas import Day, Form, Justification, Time, View
from app.services.requests.reviews import DueRequest, RequestRetention


class RequestKeepingForm(Form):
    """Keep the texts of the request until another review."""

    review_on: Day
    reason: Justification


class RequestRetentionView(View):
    """When an ended request is reviewed.

    `entries`: positions of audit log entries with a text of the request that the reader can still erase.
    """

    review_on: date
    overdue: bool
    may_keep: bool
    entries: list[int]


class DueRequestView(View):
    """An ended request whose review is due.

    `title`: null if it has none. `ended_at`: when it was closed or withdrawn.
    """

    request: UUID
    number: str
    title: str | None
    direction: Direction
    state: RequestState
    ended_at: Time
    retention: RequestRetentionView


def retention_view(found: RequestRetention) -> RequestRetentionView:
    """Return the view of the retention of a request."""
    return RequestRetentionView(
        review_on=found.review_on, overdue=found.overdue, may_keep=found.may_keep, entries=list(found.positions)
    )


def due_request_view(due: DueRequest) -> DueRequestView:
    """Return the view of a request in the review queue."""
    request = due.request
    return DueRequestView(
        request=request.id,
        number=request.number,
        title=due.title,
        direction=Direction(request.direction),
        state=RequestState(request.state),
        ended_at=request.since_at,
        retention=retention_view(due.retention),
    )
