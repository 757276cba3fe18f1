"""Emergency access to an exhibit in a life-threatening case, if its originator granted it in advance.

The function `begin_emergency` (`app/schema/sharing/emergency_access.sql`) gives access for at most one hour, for
`IMMINENT_THREAT` only: to the member alone, or by extending a release that the party has already. It raises an alert
to a leader of the originator, who reviews the access within 24 hours.
This module appends both to the audit log. If emergency access is not granted, the answer is the same as for an absent
exhibit, unless the member sees the exhibit anyway.
Not here: who is granted it (`services/sharing/break_glass.py`), and the access event (`services/custody/openings.py`).
"""

from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Uuid, bindparam, select, text

from app import clock
from app.access.decisions import Level
from app.access.seats import Seat
from app.database import Database, Reading, Writing
from app.errors import Conflict, Forbidden, NotFound, Stale
from app.ledger import journal
from app.ledger.facts import AlertAcknowledged, AlertRaised, EmergencyBegun, EmergencyReviewed
from app.ledger.journal import Ledger
from app.models import Emergency, Evidence
from app.services import due_items as one_by_one
from app.services.sharing.release_clock import stated
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster


@dataclass(frozen=True, slots=True)
class EmergencyAccessDetails:
    """An emergency access as a member of either party sees it.

    Attributes:
        owner: Member id of the leader who reviews it; `None` for the party that used it.
    """

    emergency: Emergency
    owner: UUID | None
    seat: Seat
    roster: Roster

    @property
    def may_review(self) -> bool:
        """Whether this member gives the verdict."""
        return self.owner == self.seat.id and self.emergency.verdict is None


async def begin(session: Writing, seat: Seat, number: str, reason: str) -> UUID:
    """Begin emergency access to an exhibit.

    Args:
        session: The transaction of the request.
        seat: The member.
        number: Exhibit number.
        reason: The reason, for the originator and the audit log.

    Returns:
        The id of the emergency access.

    Raises:
        NotFound: The exhibit is absent or invisible to the member, or emergency access to it is not granted.
        Forbidden: The member sees the exhibit, but emergency access does not apply.
    """
    emergency = clock.new_id()
    rows = await session.fetch(_BEGIN, emergency, number, reason, clock.now())
    if not rows:
        exhibit = (await session.scalars(select(Evidence).where(Evidence.exhibit_number == number))).one_or_none()
        if exhibit is None:
            raise NotFound
        raise Forbidden(
            "The glass cannot be broken here: its originator does not allow it, it can be opened without, or an emergency "
            "opening waits for its review or was not justified. Nothing was opened.",
            code="break-glass-closed",
            about=exhibit.id,
        )
    row, assert_party = rows[0], seat.party_code
    assert assert_party is not None
    begun = EmergencyBegun(
        evidence=row["evidence"],
        emergency=emergency,
        purpose="IMMINENT_THREAT",
        party=assert_party,
        level=Level(row["level"]).word,
        until=clock.rfc3339(row["until"]),
        reason=reason,
        review_due_at=clock.rfc3339(row["review_due_at"]),
    )
    raised = [_raised(one, row) for one in await session.fetch(_RAISED, emergency)]
    await journal.append(session, seat, begun, *raised)
    return emergency


def _raised(alert: Any, row: Any) -> AlertRaised:  # noqa: ANN401 - rows of the two functions
    return AlertRaised(
        alert=alert["id"],
        hearing=((alert["originator"], None),),
        evidence=row["evidence"],
        alert_kind=alert["kind"],
        owner=alert["owner"],
        exhibit=str(row["evidence"]),
        exhibit_number=row["exhibit_number"],
        opening=None,
        openings=alert["openings"],
    )


async def listed(session: Reading, seat: Seat, before: UUID | None, limit: int) -> list[EmergencyAccessDetails]:
    """Return emergency accesses by the member's party and to its own exhibits, newest first."""
    query = select(Emergency).order_by(Emergency.id.desc()).limit(limit)
    if before is not None:
        query = query.where(Emergency.id < before)
    return await _whole(session, seat, query)


async def read(session: Reading, seat: Seat, emergency: UUID) -> EmergencyAccessDetails:
    """Return one emergency access. Raise `NotFound`."""
    found = await _whole(session, seat, select(Emergency).where(Emergency.id == emergency))
    if not found:
        raise NotFound
    return found[0]


async def _whole(session: Reading, seat: Seat, query: Any) -> list[EmergencyAccessDetails]:  # noqa: ANN401 - a select of emergencies
    rows = (await session.scalars(query.execution_options(populate_existing=True))).all()
    owners = {row.emergency: row.owner for row in await session.execute(_OWNERS, {"ids": [one.id for one in rows]})}
    roster = await rosters.of(session, seat.jit)
    return [EmergencyAccessDetails(one, owners.get(one.id), seat, roster) for one in rows]


async def review(session: Writing, seat: Seat, emergency: UUID, verdict: str, finding: str, *, expected: int) -> None:
    """Give the verdict on an emergency access. The database ends an access that was not justified at once.

    Raises:
        NotFound: The emergency access is absent or invisible to the member.
        Forbidden: The member is not of the originator, or another leader owns the alert.
        Conflict: It has a verdict already.
        Stale: It changed since the leader saw it.
    """
    whole = await read(session, seat, emergency)
    row = whole.emergency
    if row.originator != seat.party:
        raise Forbidden("Its originator reviews it. Nothing was changed.", code="originator-only", about=row.evidence)
    if row.verdict is not None:
        raise Conflict("It was reviewed already. Nothing was changed.", code="reviewed-already")
    if whole.owner != seat.id:
        raise Forbidden(
            "Another leader answers for it. Take its alarm over first. Nothing was changed.", code="not-the-owner"
        )
    said = {"id": emergency, "verdict": verdict, "finding": finding, "seat": seat.id, "now": clock.now()}
    done = (await session.execute(_REVIEW, said | {"expected": expected})).one_or_none()
    if done is None:
        raise Stale("It was changed meanwhile. Nothing was changed now.", extra={"current": {"version": row.version}})
    alert = (await session.execute(_ACKNOWLEDGE, said)).one()
    party = whole.roster.party_code(row.party)
    concerned: dict[str, Any] = {
        "evidence": row.evidence,
        "concerned": row.party,
        "party": party,
        "emergency": emergency,
    }
    fact = EmergencyReviewed(**concerned, verdict=verdict, finding=finding)
    told: dict[str, Any] = {
        "hearing": ((row.originator, None),),
        "evidence": row.evidence,
        "owner": seat.code,
        "word": finding,
    }
    await journal.append(session, seat, fact, AlertAcknowledged(alert=alert.id, alert_kind="emergency", **told))


async def settle(database: Database) -> int:
    """Restore the former releases of emergency accesses that are over (background job). Return how many."""
    return await one_by_one.process_due_items(
        database, _DUE, lambda row: _settle(database, row), "emergency", now=clock.now()
    )


async def _settle(database: Database, row: Any) -> int:  # noqa: ANN401 - a row of the query below
    """Settle one. If nothing is restored, the release lapses by its time (`services/sharing/release_clock.py`)."""
    async with database.engine() as session:
        restored = (await session.execute(_RESTORE, {"id": row.id})).scalar_one()
        if (await session.execute(_SETTLE, {"id": row.id, "now": clock.now()})).one_or_none() is None:
            return 0
        if restored is not None:
            fact = await stated(session, row.evidence, row.party)
            await journal.append_as_system(session, Ledger(row.jit, row.ledger_origin), fact)
    return 1


_BEGIN: Final = "select * from begin_emergency($1, $2, $3, $4)"
_RAISED: Final = "select * from raised_by_emergency($1)"
_OWNERS: Final = text("select emergency, owner from alerts where emergency = any (:ids)")
_REVIEW: Final = text(
    "update emergencies set verdict = :verdict, finding = :finding, reviewed_by = :seat, reviewed_at = :now, version = version + 1"
    " where id = :id and version = :expected and verdict is null returning id"
)
_ACKNOWLEDGE: Final = text(
    "update alerts set acknowledged_at = :now, acknowledged_by = :seat, word = :finding, version = version + 1"
    " where emergency = :id returning id"
)
_DUE: Final = text(
    "select m.id, m.jit, m.evidence, m.party, j.ledger_origin from emergencies m join jits j on j.id = m.jit"
    " where m.settled_at is null and m.until <= :now and (cast(:after as uuid) is null or m.id > :after)"
    " order by m.id limit :most"
).bindparams(bindparam("after", type_=Uuid))
#: When the next emergency access is over.
NEXT: Final = text(
    "select min(until) from emergencies where settled_at is null and until > statement_timestamp() - interval '5 seconds'"
)
_RESTORE: Final = text("select restore_after_emergency(:id)")
_SETTLE: Final = text("update emergencies set settled_at = :now where id = :id and settled_at is null returning id")
