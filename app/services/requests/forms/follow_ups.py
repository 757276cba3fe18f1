"""Dispatch of a form that follows a request, such as the extension of a preservation.

The form says what its dispatch does (`follow_up`): it extends the preservation, tells the addressee of a request for production,
or is recorded only. Locks: the rows of the request and of the request for production, in the order of their ids. Not here:
saving values (`saving.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from app import clock
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Invalid, NotFound
from app.ledger import journal
from app.ledger.facts.requests.requests import RequestFormSent
from app.models import LegalRequest
from app.reference.forms.loading import forms
from app.reference.forms.model import FollowUp
from app.services.requests import drafting, links, recipients, required_approvals
from app.services.requests.deadlines import acts
from app.services.requests.forms import dispatch, saving
from app.services.requests.lines import lines
from app.services.requests.saved_forms import standing
from app.services.teams import roster as rosters

_NOT_BEGUN: Final = "This form has no saved values. Fill it in before you record its dispatch."
_NO_FOLLOW_UP: Final = "This form goes out with the request. Record the dispatch of the request."
_NO_PRODUCTION: Final = "No request for production that was sent and not announced is linked to this request. Link it to this request first."
_WHICH_PRODUCTION: Final = "Several requests for production are linked. Choose the one that the form announces."


@dataclass(frozen=True, slots=True)
class FormDispatch:
    """The dispatch of a form as a member states it.

    Attributes:
        form: Its key.
        occurred_at: When it was sent; now, if it is not given.
        reason: Why an incomplete form was sent, or why it was sent at all.
        incomplete: It is sent although it lacks required values.
        production: The request for production that it announces; `None` for the only one.
    """

    form: str
    occurred_at: datetime | None = None
    reason: str | None = None
    incomplete: bool = False
    production: UUID | None = None


async def send(session: Writing, seat: Seat, request: UUID, what: FormDispatch, *, expected: int) -> None:
    """Record the dispatch of a form that follows a request, and what it does. The form is fixed from now on.

    Raises:
        NotFound: A request is absent or invisible, or the announced one does not ask for production after this one.
        Forbidden: A request is of another party.
        Stale: The values are not at version `expected`.
        Conflict: The form was sent, has no saved values or goes out with the request, or the request has ended. No preservation
            runs that it could extend, or no request for production is linked that it could announce. The party requires an
            approval.
        Invalid: Required values are missing. The time is in the future, before the request was sent or the form signed, or
            after the end of the preservation.
    """
    form = forms().get(what.form)
    does = None if form is None else form.follow_up
    production = what.production
    if does is FollowUp.CONFIRMATION and production is None:
        production = await _announced(session, request)
    found = await _lock(session, seat, request, production)
    if form is None or does is None:
        raise Conflict(_NO_FOLLOW_UP, code="no-follow-up", field="form")
    row = (await standing.rows_of(session, request)).get(form.key)
    if row is None:
        raise Conflict(_NOT_BEGUN, code="form-not-saved")
    saving.demand_version(row, expected)
    standing.demand_open(found, form, row)
    await required_approvals.demand_none_to_send(session, found.id)
    await required_approvals.demand_none_to_answer(session, found)
    occurred = lines.occurred_at(what.occurred_at, await drafting.asked_at(session, found))
    _, values = await saving.begun_values(session, found, form.key)
    dispatch.demand_signed(found, await rosters.of(session, seat.jit), values, occurred)
    await saving.demand_complete(session, found, incomplete=what.incomplete, reason=what.reason, key=form.key)
    await saving.freeze(session, seat, found, form.key)
    row.sent_at, row.updated_by, row.updated_at, row.version = occurred, seat.id, clock.now(), row.version + 1
    await session.flush()
    fact = RequestFormSent(
        **await recipients.content_fields(session, seat, found),
        form=form.key,
        form_version=row.form_version,
        values_sha256=await saving.hash_of(session, row),
        occurred_at=clock.rfc3339(occurred),
        reason=what.reason,
    )
    await journal.append(session, seat, fact)
    if does is FollowUp.EXTENSION:
        await acts.extend_preservation(session, seat, found, occurred, what.reason)
    elif does is FollowUp.CONFIRMATION and production is not None:
        await links.confirm_production(session, seat, production, request, occurred)


async def _lock(session: Writing, seat: Seat, request: UUID, production: UUID | None) -> LegalRequest:
    ids = {request} if production is None else {request, production}
    rows: Mapping[UUID, LegalRequest] = {one: await drafting.lock_own(session, seat, one) for one in sorted(ids)}
    return rows[request]


async def _announced(session: Reading, request: UUID) -> UUID:
    """Return the only request for production that the form can announce. Raises `Conflict`, `Invalid`."""
    if not await saving.is_readable(session, request):
        raise NotFound
    found = await links.unconfirmed(session, request)
    if not found:
        raise Conflict(_NO_PRODUCTION, code="no-production")
    if len(found) > 1:
        raise Invalid(_WHICH_PRODUCTION, code="which-production", field="production")
    return found[0]
