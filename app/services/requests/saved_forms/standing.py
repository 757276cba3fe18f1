"""Saved forms of a request: which goes out with it, which follow it, and which can still be changed.

Not here: their values and checks (`forms/saving.py`), and the dispatch of a form that follows (`forms/follow_ups.py`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias
from uuid import UUID

from sqlalchemy import select

from app.access.requests import states
from app.access.requests.forms import catalogue
from app.access.requests.states import Direction
from app.database import Reading
from app.errors import Conflict
from app.models import LegalRequest, RequestFormValues
from app.reference.catalogue import Instrument
from app.reference.forms.loading import forms
from app.reference.forms.model import Form
from app.services.requests import drafting

Rows: TypeAlias = Mapping[str, RequestFormValues]


async def rows_of(session: Reading, request: UUID) -> Rows:
    """Return the saved forms of a request by their keys."""
    query = select(RequestFormValues).where(RequestFormValues.request == request).order_by(RequestFormValues.form)
    rows = await session.scalars(query.execution_options(populate_existing=True))
    return {one.form: one for one in rows}


def main(rows: Rows) -> RequestFormValues | None:
    """Return the saved form that goes out with the request."""
    return next((row for key, row in rows.items() if not _follows(key)), None)


def _follows(key: str) -> bool:
    form = forms().get(key)
    return form is not None and form.follow_up is not None


def is_open(request: LegalRequest, form: Form, row: RequestFormValues | None) -> bool:
    """Return whether the values of a form can be changed now."""
    if form.follow_up is None:
        return drafting.is_editable(request)
    return takes_follow_ups(request) and (row is None or row.sent_at is None)


def takes_follow_ups(request: LegalRequest) -> bool:
    """Return whether forms that follow the request can be filled in: it was sent or received, and has not ended."""
    is_sent = request.direction == Direction.IN or request.state not in states.EDITABLE
    return is_sent and request.state not in states.ENDED


def demand_open(request: LegalRequest, form: Form, row: RequestFormValues | None) -> None:
    """Refuse a change of a form that is fixed. Raises `Conflict`."""
    if is_open(request, form, row):
        return
    if row is not None and row.sent_at is not None:
        raise Conflict("This form was sent, so it cannot be changed any more.", code="form-sent")
    raise Conflict("The request was sent, so its form cannot be changed any more.", code="request-sent")


@dataclass(frozen=True, slots=True)
class FollowUpForm:
    """A form that follows a request. `is_open`: it can be filled in now."""

    form: Form
    is_saved: bool
    sent_at: datetime | None
    is_open: bool


async def follow_ups(session: Reading, request: LegalRequest, known: Instrument | None) -> Sequence[FollowUpForm]:
    """Return the forms that follow a request: those that were saved, and those that can be filled in now."""
    rows = await rows_of(session, request.id)
    offered = catalogue.offered(() if known is None else known.forms, Direction(request.direction))
    every = {one.key: one for one in offered} | {key: forms()[key] for key in rows if key in forms()}
    found = [
        FollowUpForm(one, key in rows, rows[key].sent_at if key in rows else None, is_open(request, one, rows.get(key)))
        for key, one in every.items()
        if one.follow_up is not None
    ]
    return [one for one in found if one.is_saved or one.is_open]
