"""Forms and views of the retention of ended legal requests and notices."""

from datetime import date
from uuid import UUID

from app.access.requests.notice_states import NoticeColour, NoticeState
from app.access.requests.states import Direction, RequestState
from app.api.schemas import Day, Form, Justification, Time, View
from app.services.requests.lines.reviews import TextRetention
from app.services.requests.notices import notice_list
from app.services.requests.notices.reviews import DueNotice
from app.services.requests.reviews import DueRequest


class TextKeepingForm(Form):
    """Keep the texts of a request or notice until another review."""

    review_on: Day
    reason: Justification


class TextRetentionView(View):
    """When an ended request or notice is reviewed.

    `entries`: positions of audit log entries with a text of it that the reader can still erase.
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
    retention: TextRetentionView


class DueNoticeView(View):
    """An ended notice whose review is due.

    `title`: name of the subject; null if it has none. `ended_at`: when it was withdrawn, expired, recalled or refused.
    """

    notice: UUID
    number: str
    title: str | None
    kind: NoticeColour
    state: NoticeState
    ended_at: Time
    retention: TextRetentionView


def retention_view(found: TextRetention) -> TextRetentionView:
    """Return the view of the retention of a request or notice."""
    return TextRetentionView(
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


def due_notice_view(due: DueNotice) -> DueNoticeView:
    """Return the view of a notice in the review queue."""
    notice = due.notice
    return DueNoticeView(
        notice=notice.id,
        number=notice.number,
        title=notice_list.name_of(due.content) or None,
        kind=NoticeColour(notice.kind),
        state=NoticeState(notice.state),
        ended_at=notice.since_at,
        retention=retention_view(due.retention),
    )
