"""Leaders decide what a changed value of the reference data means for a request of their party.

A deadline is recomputed: it ends without an effect, and another begins with the same event by the new rule. Or it keeps its
date, for a reason. Any other use is acknowledged. Nothing is recomputed without a leader's decision.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access.seats import Seat
from app.database import Writing
from app.errors import Conflict, Invalid, NotFound, Stale
from app.ledger import journal
from app.ledger.facts.requests.uses import RequestReferenceSettled
from app.models import LegalRequest, ReferenceUse
from app.reference.values import identifier
from app.services.requests import drafting, recipients
from app.services.requests.changed_values import affected
from app.services.requests.deadlines import acts
from app.services.requests.forms import dispatch
from app.services.teams import roster as rosters

Decision = Literal["recomputed", "kept", "acknowledged"]
_SETTLED: Final = "This value has not changed since, or a leader has decided about it. Reload the request."

_OTHER_EVENT: Final = (
    "The deadline begins with another event now, so it cannot be counted again. End it and begin it with that event, or keep"
    " its date."
)


@dataclass(frozen=True, slots=True)
class Settlement:
    """A decision about a changed value. `version`: the version of the value that the leader saw."""

    decision: Decision
    version: int
    reason: str | None = None


async def settle(session: Writing, seat: Seat, request: UUID, use: UUID, what: Settlement) -> None:
    """Record the decision of a leader about a changed value, and recompute the deadline if it says so.

    Raises:
        NotFound: The request or the use is absent or invisible.
        Forbidden: The request is of another party.
        Conflict: The value has not changed, or a leader has decided about this change. Or the deadline cannot be counted again,
            because it begins with another event by the new rule.
        Stale: The value has changed again.
        Invalid: The decision is not one about this use, or the reason for keeping a date is missing.
    """
    found = await drafting.lock_own(session, seat, request)
    query = select(ReferenceUse).where(ReferenceUse.id == use, ReferenceUse.request == request).with_for_update()
    row = (await session.scalars(query)).one_or_none()
    if row is None:
        raise NotFound
    changed = next((one for one in await affected.listed(session, seat, request) if one.id == use), None)
    if changed is None:
        raise Conflict(_SETTLED, code="use-settled")
    if changed.new_version != what.version:
        current = {"version": changed.new_version}
        raise Stale("The value has changed again. Reload the request.", extra={"current": current})
    if (what.decision == "acknowledged") is (row.deadline is not None):
        raise Invalid("Recompute or keep a deadline, and acknowledge any other change.", field="decision")
    if what.decision == "kept" and what.reason is None:
        raise Invalid("Enter a reason for keeping the date.", field="reason")
    if what.decision == "recomputed" and _event(changed.new_value) not in {None, _event(changed.value)}:
        raise Conflict(_OTHER_EVENT, code="other-event", field="decision")
    row.settled_version = changed.new_version
    row.decision, row.settled_by, row.settled_at = what.decision, seat.id, clock.now()
    await session.flush()
    await journal.append(session, seat, await _settled(session, seat, found, row, what))
    if what.decision == "recomputed" and row.deadline is not None:
        # A validation that followed does not change that the order was issued without one.
        was = bool((changed.value or {}).get("unvalidated"))
        is_unvalidated = was or await dispatch.is_unvalidated(session, found)
        await acts.recompute(session, seat, found, row.deadline, is_unvalidated=is_unvalidated)


def _event(rule: Mapping[str, Any] | None) -> tuple[str, bool] | None:
    """Return the event with which a deadline begins by this rule, and whether it is counted back. None: there is no rule."""
    return None if rule is None else (rule["begins_at"], rule["before"])


async def _settled(
    session: Writing, seat: Seat, request: LegalRequest, row: ReferenceUse, what: Settlement
) -> RequestReferenceSettled:
    return RequestReferenceSettled(
        request=request.id,
        number=request.number,
        hearing=recipients.of_parties({request.party}, await rosters.of(session, seat.jit)),
        use=row.id,
        reference_value=identifier(row.kind, row.key, row.field),
        reference_version=what.version,
        decision=what.decision,
        reason=what.reason,
    )
