"""Limits attempts to release derived exhibits further than their parents, and alerts originators.

A refusal reveals that the release of some parent is narrower, which is another party's decision. Therefore the refusing
transaction records the attempt. It raises an alert, with an audit log entry, for each such party (`tell_attempt` in
`app/schema`). After `MOST_A_DAY` attempts within 24 hours the member cannot release exhibits bound by parents of other
parties, whatever the answer would be.
Not here: the limits of a release (`services/evidence/derivations.py`).
"""

import math
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, bindparam, select, text

from app import clock
from app.access.seats import Seat
from app.database import Writing
from app.errors import Throttled
from app.ledger import journal
from app.ledger.facts import AlertRaised
from app.locks import Lock, lock
from app.models import Evidence, ReleaseAttempt
from app.services.sharing.parent_bounds import BeyondParents
from app.services.teams import roster as rosters

MOST_A_DAY: Final = 5
_DAY: Final = timedelta(days=1)


@asynccontextmanager
async def of_exhibit(session: Writing, seat: Seat, evidence: UUID | None) -> AsyncIterator[None]:
    """Guard an act that releases this exhibit, as a context manager.

    Has no effect if the exhibit is not bound by parents of other parties.

    Raises:
        Throttled: The member has reached the limit.
        BeyondParents: The act exceeds a parent's release; the attempt is recorded if the error names a recipient.
    """
    if evidence is None or not await session.scalar(select(Evidence.bound).where(Evidence.id == evidence)):
        yield
        return
    async with limited(session, seat, evidence):
        yield


@asynccontextmanager
async def limited(session: Writing, seat: Seat, about: UUID) -> AsyncIterator[None]:
    """Guard an act on an exhibit that is known to be bound, as a context manager.

    An advisory lock makes one member's attempts run one after the other.

    Args:
        session: The transaction of the request.
        seat: The member.
        about: The exhibit for which the refusal counts in the audit of the member's own party.

    Raises:
        Throttled: The member has reached the limit.
        BeyondParents: As for `of_exhibit`.
    """
    await lock(session, Lock.REFUSED_ACTS, seat.id)
    await _demand_one_left(session, seat)
    was = session.appended, session.committed
    try:
        async with session.begin_nested():
            yield
    except BeyondParents as refusal:
        refusal.about = about
        if refusal.recipient is not None:
            session.appended, session.committed = was
            await _record(session, seat, refusal.recipient, refusal)
        raise


async def _demand_one_left(session: Writing, seat: Seat) -> None:
    """Raise `Throttled` at the limit. Runs before the decision, because any answer reveals something."""
    now = clock.now()
    query = select(ReleaseAttempt.attempted_at).where(
        ReleaseAttempt.seat == seat.id, ReleaseAttempt.attempted_at > now - _DAY
    )
    made = (await session.scalars(query.order_by(ReleaseAttempt.attempted_at.desc()).limit(MOST_A_DAY))).all()
    if len(made) == MOST_A_DAY:
        raise _throttled(made[-1] + _DAY - now)


def _throttled(wait: timedelta) -> Throttled:
    seconds = max(1, math.ceil(wait.total_seconds()))
    return Throttled(
        f"{MOST_A_DAY} of your releases were refused within a day because another party has not released so far what the exhibit"
        " was derived from. You cannot release derived exhibits until a day after the first of them. Nothing was changed.",
        code="too-many-attempts",
        headers={"Retry-After": str(seconds)},
    )


async def _record(session: Writing, seat: Seat, recipient: UUID, refusal: BeyondParents) -> None:
    binds = {"attempt": clock.new_id(), "to": recipient, "refusing": list(refusal.refusing)}
    told = (await session.execute(_TELL, binds)).all()
    roster = await rosters.of(session, seat.jit)
    facts = [
        AlertRaised(
            alert=row.id,
            hearing=((row.originator, None),),
            evidence=row.evidence,
            alert_kind="beyond",
            owner=row.owner,
            exhibit=str(row.evidence),
            exhibit_number=row.exhibit_number,
            opening=None,
            openings=0,
            recipient=roster.party_code(recipient),
        )
        for row in told
    ]
    await journal.append(session, seat, *facts)
    refusal.is_recorded = True


_TELL: Final = text("select * from tell_attempt(:attempt, :to, :refusing)").bindparams(
    bindparam("attempt", type_=Uuid),
    bindparam("to", type_=Uuid),
    bindparam("refusing", type_=ARRAY(Uuid)),
)
