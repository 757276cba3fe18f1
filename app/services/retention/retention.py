"""Retention of exhibits: review dates, controller, and the exhibits about which a leader has to decide.

Reviews follow Directive (EU) 2016/680 Art. 5. Transfers end automatically (Reg. (EU) 2023/969 Art. 21).

Not here: the rule of the agreement (`services/retention/retention_rules.py`), legal holds (`services/retention/holds.py`) and erasing
(`services/retention/erasures.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy import func, or_, select

from app import clock
from app.access.retention import TERM, Mode, is_due, review_after
from app.access.roles import Permission
from app.access.seats import Seat
from app.access.sharing.decisions import Act, Decision, decide
from app.database import Reading, Writing
from app.errors import Conflict, Invalid, NotFound
from app.i18n.phrases import Phrase
from app.ledger import journal
from app.models import Erasure, ErasureWish, Evidence, File, Hold
from app.services.retention import erasures, holds, retention_rules
from app.services.retention.erasures import PendingErasure
from app.services.sharing import joint
from app.services.sharing import releases as release_service
from app.services.sharing.terms import conditions, decision_input
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster

MOST: Final = 200
#: A review is listed this long before its date. `_TRANSFER_SOON` is the same for the end of a transfer.
SOON: Final = timedelta(days=30)
_TRANSFER_SOON: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class RetentionDetails:
    """Retention of an exhibit as a member sees it.

    Attributes:
        erase_by: End of a transfer; `None` unless it is one and the member sees its files.
        wish: The erasure that awaits a second leader.
        erase: The access decision about erasing it now.
        may_decide: Whether the member may set the next review.
        may_hold: Whether the member may set a legal hold.
        liftable: Ids of the holds that the member may lift.
        lacking: Joint originators that have not agreed to its erasure, as far as the member may know.
        may_agree: Whether the member may agree to its erasure for its party.
    """

    evidence: Evidence
    erase_by: datetime | None
    holds: Sequence[Hold]
    erasure: Erasure | None
    wish: PendingErasure | None
    erase: Decision
    may_decide: bool
    may_hold: bool
    liftable: Sequence[UUID]
    lacking: Sequence[UUID]
    may_agree: bool
    roster: Roster


@dataclass(frozen=True, slots=True)
class Due:
    """An exhibit about which a leader has to decide.

    `because` is `review` (due), `withdrawn` or `transfer` (about to end).
    """

    evidence: Evidence
    because: str
    overdue: bool
    on_hold: bool
    wish: PendingErasure | None
    ends_at: datetime | None = None
    controller: str | None = None


async def read(session: Reading, seat: Seat, evidence: UUID) -> RetentionDetails:
    """Return the retention of one exhibit.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
    """
    exhibit = (await session.scalars(select(Evidence).where(Evidence.id == evidence))).one_or_none()
    if exhibit is None:
        raise NotFound
    standing = await holds.list_all(session, evidence)
    rows = [conditions(row) for row in await release_service.list_of_visible(session, evidence)]
    on_hold = any(one.lifted_at is None for one in standing)
    erased = (await session.scalars(select(Erasure).where(Erasure.evidence == evidence))).one_or_none()
    live = exhibit.status != "erased"
    lacking = await joint.missing_agreements(session, seat, exhibit) if live else []
    return RetentionDetails(
        evidence=exhibit,
        erase_by=await _end_of_transfer(session, exhibit) if live else None,
        holds=standing,
        erasure=erased,
        wish=await erasures.pending(session, seat, evidence),
        erase=decide(seat, decision_input(exhibit, on_hold=on_hold, agreed=not lacking), rows, clock.now(), Act.ERASE),
        may_decide=live and _may_decide(seat, exhibit) and exhibit.retention == Mode.POOL,
        may_hold=live and await holds.may_set(session, seat, exhibit),
        liftable=[one.id for one in standing if one.lifted_at is None and await holds.may_lift(session, seat, one)],
        lacking=lacking,
        may_agree=_may_agree(seat, exhibit, lacking),
        roster=await rosters.of(session, seat.jit),
    )


async def keep(
    session: Writing, seat: Seat, evidence: UUID, *, controller: str | None, review_on: date, reason: str, expected: int
) -> None:
    """Set the next review date and the controller of an exhibit, and drop a pending erasure.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member's party is not the originator.
        Conflict: The exhibit is for transfer, or erased.
        Stale: The exhibit was changed since the member read it.
        Invalid: The date is not acceptable, or the controller is not an authority of the party.
    """
    exhibit = await erasures.lock(session, seat, evidence, expected)
    if exhibit.retention != Mode.POOL:
        raise Conflict(
            "This exhibit is kept for transfer only: until the last intended download, at most 28 days after "
            "the upload.",
            code="for-transfer",
        )
    months = (await retention_rules.current(session, seat.jit)).review_months
    today = clock.now().date()
    if not today < review_on <= review_after(today, months):
        raise Invalid(
            Phrase("Choose a review date after today and within {months} months.", months=months), field="review_on"
        )
    roster = await rosters.of(session, seat.jit)
    exhibit.controller = _authority(roster, exhibit.originator, controller)
    exhibit.review_on = review_on
    exhibit.version += 1
    await session.flush()
    await erasures.drop_pending(session, seat, exhibit.id, reason)
    await journal.append(
        session, seat, retention_rules.retained_fact(exhibit.id, exhibit.retention, controller, review_on, reason)
    )


async def list_due(session: Reading, seat: Seat) -> list[Due]:
    """Return what this leader has to decide: withdrawn exhibits, reviews due soon, and transfers about to end."""
    if seat.party is None or not seat.may(Permission.RETENTION_DECIDE):
        return []
    now = clock.now()
    on_hold = select(Hold.id).where(Hold.evidence == Evidence.id, Hold.lifted_at.is_(None)).correlate(Evidence).exists()
    received = (
        select(func.min(File.received_at)).where(File.evidence == Evidence.id).correlate(Evidence).scalar_subquery()
    )
    query = (
        select(Evidence, on_hold.label("on_hold"), received.label("received"), ErasureWish, erasures.IS_ANOTHER)
        .outerjoin(ErasureWish, ErasureWish.evidence == Evidence.id)
        .where(Evidence.jit == seat.jit, Evidence.originator == seat.party, Evidence.status != "erased")
        .where(
            or_(
                Evidence.status == "withdrawn",
                Evidence.review_on <= (now + SOON).date(),
                (Evidence.retention == Mode.TRANSFER.value) & (received <= now + _TRANSFER_SOON - TERM),
            )
        )
        .order_by(Evidence.status == "active", Evidence.review_on.nulls_first(), Evidence.id)
        .limit(MOST)
    )
    roster = await rosters.of(session, seat.jit)
    return [_due(_DueRow(*row), seat, roster, now) for row in (await session.execute(query)).all()]


class _DueRow(NamedTuple):
    """A row of the query for due exhibits. `received_at`: when its first file arrived."""

    exhibit: Evidence
    on_hold: bool
    received_at: datetime | None
    pending: ErasureWish | None
    is_another: bool


def _due(row: _DueRow, seat: Seat, roster: Roster, now: datetime) -> Due:
    exhibit = row.exhibit
    because, overdue, ends_at = "transfer", False, None
    if exhibit.status == "withdrawn":
        because, overdue = "withdrawn", True
    elif exhibit.review_on is not None:
        because, overdue = "review", is_due(exhibit.review_on, now)
    elif row.received_at is not None:
        ends_at = row.received_at + TERM
        overdue = ends_at <= now
    pending = None
    if row.pending is not None:
        by = roster.seat_code(row.pending.wanted_by)
        pending = erasures.pending_of_row(row.pending, seat, by, is_another=row.is_another)
    codes = roster.authority_codes([exhibit.controller]) if exhibit.controller else None
    controller = codes[0] if codes else None
    return Due(
        exhibit, because, overdue=overdue, on_hold=row.on_hold, wish=pending, ends_at=ends_at, controller=controller
    )


def _may_decide(seat: Seat, exhibit: Evidence) -> bool:
    return seat.party == exhibit.originator and seat.may(Permission.RETENTION_DECIDE)


def _may_agree(seat: Seat, exhibit: Evidence, lacking: Sequence[UUID]) -> bool:
    erasable = exhibit.status == "withdrawn" or is_due(exhibit.review_on, clock.now())
    return erasable and seat.party in lacking and seat.may(Permission.EVIDENCE_ERASE)


def _authority(roster: Roster, party: UUID, code: str | None) -> UUID | None:
    found = roster.authorities_of(party, None if code is None else [code], "controller")
    return None if found is None else found[0]


async def _end_of_transfer(session: Reading, exhibit: Evidence) -> datetime | None:
    if exhibit.retention != Mode.TRANSFER:
        return None
    received = await session.scalar(select(func.min(File.received_at)).where(File.evidence == exhibit.id))
    return None if received is None else received + TERM
