"""Kinds of acts for which a party demands a second factor again, and the leaders' decision.

Not here: the demand before an act, and its proof (`services/accounts/step_up.py`).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, not_, select

from app import clock
from app.access.roles import Permission
from app.access.seats import Seat
from app.access.step_up import ActKind
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden
from app.ledger import journal
from app.ledger.facts import StepUpSet
from app.models import Member, StepUpPolicy
from app.services.accounts import step_up
from app.services.sharing import party_settings


@dataclass(frozen=True, slots=True)
class StepUpDetails:
    """The decision of a party.

    Attributes:
        kinds: The kinds of acts that demand a second factor.
        members: The people with a place in the party.
        unable: Those of them without a second factor, who cannot do these acts.
        able: Whether the member who asks has a second factor.
        version: 0 if nothing was ever decided.
    """

    kinds: Sequence[str]
    decided_by: str | None
    decided_at: datetime | None
    may_set: bool
    members: int
    unable: int
    able: bool
    version: int


async def read(session: Reading, seat: Seat) -> StepUpDetails:
    """Return the decision of the member's own party, and whom it would stop."""
    row = await _row(session, seat)
    people = select(func.count(Member.account.distinct())).where(
        Member.jit == seat.jit, Member.party == seat.party, Member.state == "seated"
    )
    members = (await session.scalars(people)).one()
    unable = (await session.scalars(people.where(not_(step_up.is_able(Member.account))))).one()
    by = None
    if row is not None:
        by = await session.scalar(select(Member.code).where(Member.jit == seat.jit, Member.id == row.decided_by))
    return StepUpDetails(
        kinds=[] if row is None else row.kinds,
        decided_by=by,
        decided_at=None if row is None else row.decided_at,
        may_set=seat.party is not None and seat.may(Permission.FOUR_EYES_SET),
        members=members,
        unable=unable,
        able=await _is_able(session, seat),
        version=0 if row is None else row.version,
    )


async def decide(session: Writing, seat: Seat, kinds: Collection[ActKind], *, reason: str, expected: int) -> None:
    """Set the kinds of acts that demand a second factor.

    A change of a decision that demands one for anything demands one itself, so that nobody switches it off without.

    Raises:
        Forbidden: The member belongs to no party, or a script asks.
        StepUpNeeded: Something demands a second factor, and this session proved none for keys and policies.
        Conflict: The decision is this already, or the leader has no second factor.
        Stale: The decision changed since the leader saw it.
    """
    if seat.party is None or seat.party_code is None or seat.session is None:
        raise Forbidden("Only a party can demand a second factor.", code="no-party")
    row = await _row(session, seat)
    present, version = ([], 0) if row is None else (row.kinds, row.version)
    if expected != version:
        raise party_settings.decided_meanwhile({"kinds": present, "version": version})
    wanted = [one.value for one in ActKind if one in kinds]
    if wanted == present:
        raise Conflict(party_settings.ALREADY_SET, code="step-up-so-already")
    if present:
        await step_up.demand_proved(session, seat.session, seat.account, ActKind.KEYS_AND_POLICY)
    elif not await _is_able(session, seat):
        raise Conflict(
            "Add a passkey or an authenticator app first. Without one you could not change this decision again.",
            code="no-second-factor",
        )
    key = {"jit": seat.jit, "party": seat.party}
    changed = {"kinds": wanted, "decided_by": seat.id, "decided_at": clock.now()}
    await party_settings.save(session, StepUpPolicy, key, changed, expected=expected)
    fact = StepUpSet(party=seat.party, code=seat.party_code, acts=wanted, reason=reason, hearing=((seat.party, None),))
    await journal.append(session, seat, fact)


async def _is_able(session: Reading, seat: Seat) -> bool:
    return bool(await session.scalar(select(step_up.is_able(seat.account))))


async def _row(session: Reading, seat: Seat) -> StepUpPolicy | None:
    query = select(StepUpPolicy).where(StepUpPolicy.jit == seat.jit, StepUpPolicy.party == seat.party)
    return (await session.scalars(query.execution_options(populate_existing=True))).one_or_none()
