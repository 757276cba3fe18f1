"""Attempts to release what is derived further than another party's release: recorded, told to its originator, and few a day.

A refusal says that some parent goes less far, which is one bit about another party's decision. So each is an entry and an alert for
that party, written in the transaction that refuses; and after `MOST_A_DAY` of them a member learns nothing more, whatever would
have been answered. Deliberately not here: what a release is held to (`services/derivations.py`).
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
from app.models import Evidence, ReleaseAttempt
from app.services import roster as rosters
from app.services.derivations import BeyondParents

MOST_A_DAY: Final = 5
_DAY: Final = timedelta(days=1)


@asynccontextmanager
async def of_exhibit(session: Writing, seat: Seat, evidence: UUID | None) -> AsyncIterator[None]:
    """An act that releases this exhibit, from its first change on. Raises `Throttled`, and `BeyondParents` with its record."""
    if evidence is None or not await session.scalar(select(Evidence.bound).where(Evidence.id == evidence)):
        yield
        return
    async with limited(session, seat, evidence):
        yield


@asynccontextmanager
async def limited(session: Writing, seat: Seat, about: UUID) -> AsyncIterator[None]:
    """The same of what is known to be bound by another party's exhibit. A member's attempts are judged one after the other.

    `about`: as which exhibit's the refusal is counted for the member's own auditor, whatever refused.
    """
    await session.execute(_IN_TURN, {"seat": str(seat.id)})
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
    """Before anything is decided: the answer would tell as much as a refusal."""
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


_IN_TURN: Final = text("select pg_advisory_xact_lock(hashtextextended('liaison-attempts ' || :seat, 0))")
_TELL: Final = text("select * from tell_attempt(:attempt, :to, :refusing)").bindparams(
    bindparam("attempt", type_=Uuid),
    bindparam("to", type_=Uuid),
    bindparam("refusing", type_=ARRAY(Uuid)),
)
