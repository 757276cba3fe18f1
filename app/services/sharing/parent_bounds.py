"""Releases of a derived exhibit stay within the releases of the parents that bind it.

The database checks this for each row, and narrows the child's releases when a parent changes (`bounds`, `keep_within`
in `app/schema`).
A refusal reveals that the release of some parent is narrower, which is another party's decision. Therefore the refusing
transaction records the attempt. It raises an alert, with an audit log entry, for each such party (`tell_attempt` in
`app/schema`). After `MOST_A_DAY` attempts within 24 hours the member cannot release exhibits bound by parents of other
parties, whatever the answer would be.
Not here: what an exhibit inherits (`services/evidence/derivations.py`), and the rule itself (`access/sharing/derivations.py`).
"""

import math
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import ARRAY, Uuid, bindparam, select, text
from sqlalchemy.exc import DBAPIError

from app import clock
from app.access.seats import Seat
from app.connections import detail_of, is_refused
from app.database import Writing
from app.errors import Forbidden, Throttled
from app.i18n.phrases import Phrase
from app.ledger import journal
from app.ledger.facts import AlertRaised
from app.locks import Lock, lock
from app.models import Evidence, ReleaseAttempt
from app.services.teams import roster as rosters

#: SQLSTATE of the refusal in `app/schema/sharing/bounds.sql`.
_BEYOND: Final = "LB001"
MOST_A_DAY: Final = 5
_DAY: Final = timedelta(days=1)


async def hold_bounds(session: Writing, evidence: UUID) -> None:
    """Lock the parents that bind an exhibit.

    Call this before locking any row of the exhibit: a change of a parent takes its locks in this order.
    """
    await session.execute(_HOLD_BOUNDS, {"evidence": evidence})


class BeyondParents(Forbidden):
    """A release goes beyond the release of a parent.

    `recipient` and `refusing` (the parents) are for the record of the attempt and never shown. Both are empty if only
    the named people of the own party's release are exceeded.
    """

    def __init__(self, recipient: UUID | None = None, refusing: Sequence[UUID] = ()) -> None:
        """Build the error; its message does not depend on the parent or the party."""
        sentence = (
            (
                "The originator of a source exhibit has not released it to these members. This attempt was "
                "recorded and reported to it."
            )
            if refusing
            else "A source exhibit is released only to named members of your party. Choose among them."
        )
        super().__init__(sentence, code="beyond-parents" if refusing else "beyond-own-release")
        self.recipient, self.refusing = recipient, refusing


@contextmanager
def translate_refusal() -> Iterator[None]:
    """Translate the database's refusal of a release that goes beyond a parent's.

    Raises:
        BeyondParents: The database refused the release.
    """
    try:
        yield
    except DBAPIError as error:
        if not is_refused(error, _BEYOND):
            raise
        named = [UUID(one) for one in detail_of(error).split()]
        raise BeyondParents(named[0] if named else None, named[1:]) from error


@asynccontextmanager
async def limit_attempts(session: Writing, seat: Seat, evidence: UUID | None) -> AsyncIterator[None]:
    """Guard an act that releases this exhibit, as a context manager.

    Has no effect if the exhibit is not bound by parents of other parties.

    Raises:
        Throttled: The member has reached the limit.
        BeyondParents: The act exceeds a parent's release; the attempt is recorded if the error names a recipient.
    """
    if evidence is None or not await session.scalar(select(Evidence.bound).where(Evidence.id == evidence)):
        yield
        return
    async with limit_attempts_on_bound(session, seat, evidence):
        yield


@asynccontextmanager
async def limit_attempts_on_bound(session: Writing, seat: Seat, about: UUID) -> AsyncIterator[None]:
    """Guard an act on an exhibit that is known to be bound, as a context manager.

    An advisory lock makes one member's attempts run one after the other.

    Args:
        session: The transaction of the request.
        seat: The member.
        about: The exhibit for which the refusal counts in the audit of the member's own party.

    Raises:
        Throttled: The member has reached the limit.
        BeyondParents: As for `limit_attempts`.
    """
    await lock(session, Lock.REFUSED_ACTS, seat.id)
    await _demand_attempt_left(session, seat)
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


async def _demand_attempt_left(session: Writing, seat: Seat) -> None:
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
        Phrase(
            "{most_a_day} of your releases were refused today because a source exhibit is not released that "
            "far. Try again tomorrow.",
            most_a_day=MOST_A_DAY,
        ),
        code="too-many-attempts",
        headers={"Retry-After": str(seconds)},
    )


async def _record(session: Writing, seat: Seat, recipient: UUID, refusal: BeyondParents) -> None:
    binds = {"attempt": clock.new_id(), "to": recipient, "refusing": list(refusal.refusing)}
    alerts = (await session.execute(_TELL, binds)).all()
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
        for row in alerts
    ]
    await journal.append(session, seat, *facts)
    refusal.is_recorded = True


_TELL: Final = text("select * from tell_attempt(:attempt, :to, :refusing)").bindparams(
    bindparam("attempt", type_=Uuid),
    bindparam("to", type_=Uuid),
    bindparam("refusing", type_=ARRAY(Uuid)),
)


_HOLD_BOUNDS: Final = text("select hold_bounds(:evidence)").bindparams(bindparam("evidence", type_=Uuid))
