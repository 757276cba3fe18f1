"""Emergency access to an exhibit in a life-threatening case, if its originator granted it in advance.

The function `begin_emergency` (`app/schema/sharing/emergency_access.sql`) gives access for at most one hour, for
`IMMINENT_THREAT` only: to the member alone, or by extending a release that the party has already. It raises an alert
to a leader of the originator, who reviews the access within 24 hours.
This module appends both to the audit log. If emergency access is not granted, the answer is the same as for an absent
exhibit, unless the member sees the exhibit anyway.
Without a decision of the originator emergency access is off. It cannot be granted to a party outside the EU, because
every transfer there needs an attestation (Regulation (EU) 2023/969, Art. 17(2)).
Not here: the access event (`services/custody/openings.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, Select, Uuid, bindparam, select, text

from app import clock
from app.access.seats import Seat
from app.access.sharing.decisions import LEVELS, Level
from app.access.sharing.gates import beyond_the_union
from app.database import Database, Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from app.i18n.phrases import Phrase
from app.ledger import journal
from app.ledger.facts import AlertAcknowledged, AlertRaised, BreakGlassSet, EmergencyBegun, EmergencyReviewed
from app.ledger.journal import Ledger
from app.models import Emergency, EmergencyPermission, Evidence
from app.queries import query
from app.services import due_items
from app.services.notifications.alerts import RaisedAlert
from app.services.sharing import party_settings
from app.services.sharing.release_jobs import stated
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
    row = await session.fetch_first(_BEGIN, emergency=emergency, number=number, reason=reason, now=clock.now())
    if row is None:
        exhibit = (await session.scalars(select(Evidence).where(Evidence.exhibit_number == number))).one_or_none()
        if exhibit is None:
            raise NotFound
        raise Forbidden(
            "Emergency access is not available: it is not allowed, not needed, or a former one is unreviewed "
            "or was not justified.",
            code="break-glass-closed",
            about=exhibit.id,
        )
    assert seat.party_code is not None
    begun = EmergencyBegun(
        evidence=row.evidence,
        emergency=emergency,
        purpose="IMMINENT_THREAT",
        party=seat.party_code,
        level=Level(row.level).word,
        until=clock.rfc3339(row.until),
        reason=reason,
        review_due_at=clock.rfc3339(row.review_due_at),
    )
    raised = [_alert_fact(one, row) for one in await session.fetch_rows(_RAISED, emergency=emergency)]
    await journal.append(session, seat, begun, *raised)
    return emergency


def _alert_fact(alert: RaisedAlert, row: Emergency) -> AlertRaised:
    return AlertRaised(
        alert=alert.id,
        hearing=((alert.originator, None),),
        evidence=row.evidence,
        alert_kind=alert.kind,
        owner=alert.owner,
        exhibit=str(row.evidence),
        exhibit_number=row.exhibit_number,
        opening=None,
        openings=alert.openings,
    )


async def list_emergencies(
    session: Reading, seat: Seat, before: UUID | None, limit: int
) -> list[EmergencyAccessDetails]:
    """Return emergency accesses by the member's party and to its own exhibits, newest first."""
    query = select(Emergency).order_by(Emergency.id.desc()).limit(limit)
    if before is not None:
        query = query.where(Emergency.id < before)
    return await _load_details(session, seat, query)


async def read(session: Reading, seat: Seat, emergency: UUID) -> EmergencyAccessDetails:
    """Return one emergency access. Raise `NotFound`."""
    found = await _load_details(session, seat, select(Emergency).where(Emergency.id == emergency))
    if not found:
        raise NotFound
    return found[0]


async def _load_details(session: Reading, seat: Seat, query: Select[Emergency]) -> list[EmergencyAccessDetails]:
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
    details = await read(session, seat, emergency)
    row = details.emergency
    if row.originator != seat.party:
        raise Forbidden(
            "Only the originator can review the emergency access.", code="originator-only", about=row.evidence
        )
    if row.verdict is not None:
        raise Conflict("The emergency access was already reviewed.", code="reviewed-already")
    if details.owner != seat.id:
        raise Forbidden("The alert is assigned to another leader. Take it over first.", code="not-the-owner")
    fields = {"id": emergency, "verdict": verdict, "finding": finding, "seat": seat.id, "now": clock.now()}
    done = (await session.execute(_REVIEW, fields | {"expected": expected})).one_or_none()
    if done is None:
        raise Stale("Another user changed this. Reload it.", extra={"current": {"version": row.version}})
    alert = (await session.execute(_ACKNOWLEDGE, fields)).one()
    party = details.roster.party_code(row.party)
    concerned: dict[str, Any] = {
        "evidence": row.evidence,
        "concerned": row.party,
        "party": party,
        "emergency": emergency,
    }
    fact = EmergencyReviewed(**concerned, verdict=verdict, finding=finding)
    alert_fields: dict[str, Any] = {
        "hearing": ((row.originator, None),),
        "evidence": row.evidence,
        "owner": seat.code,
        "word": finding,
    }
    await journal.append(session, seat, fact, AlertAcknowledged(alert=alert.id, alert_kind="emergency", **alert_fields))


async def settle(database: Database) -> int:
    """Restore the former releases of emergency accesses that are over (background job). Return how many."""
    return await due_items.process_due_items(
        database, _DUE, lambda row: _settle(database, row), "emergency", now=clock.now()
    )


async def _settle(database: Database, row: Row[Any]) -> int:
    """Settle one. If nothing is restored, the release lapses by its time (`services/sharing/release_jobs.py`)."""
    async with database.engine() as session:
        restored = (await session.execute(_RESTORE, {"id": row.id})).scalar_one()
        if (await session.execute(_SETTLE, {"id": row.id, "now": clock.now()})).one_or_none() is None:
            return 0
        if restored is not None:
            fact = await stated(session, row.evidence, row.party)
            await journal.append_as_system(session, Ledger(row.jit, row.ledger_origin), fact)
    return 1


@dataclass(frozen=True, slots=True)
class NewPermission:
    """A decision about one recipient: allowed or not, the level, and the clause of the agreement."""

    allowed: bool
    level: str
    clause: str


@dataclass(frozen=True, slots=True)
class PermissionList:
    """The current decisions of the member's party."""

    rows: Sequence[EmergencyPermission]
    roster: Roster


async def list_permissions(session: Reading, seat: Seat) -> PermissionList:
    """Return every decision of the member's own party. No decision means no emergency access."""
    query = select(EmergencyPermission).where(
        EmergencyPermission.jit == seat.jit, EmergencyPermission.party == seat.party
    )
    return PermissionList((await session.scalars(query)).all(), await rosters.of(session, seat.jit))


async def set_permission(session: Writing, seat: Seat, recipient: str, what: NewPermission, *, expected: int) -> None:
    """Allow, change or stop emergency access for a recipient party.

    Args:
        session: The transaction of the request.
        seat: The leader who decides.
        recipient: Code of the recipient party.
        what: The decision.
        expected: Version of the decision that the leader saw; 0 if there was none.

    Raises:
        Forbidden: The member belongs to no party.
        Invalid: The recipient is unknown or the member's own party.
        Conflict: The recipient is outside the EU.
        Stale: The decision changed since the leader saw it.
    """
    if seat.party is None:
        raise Forbidden("Only a party can allow emergency access.", code="no-party")
    roster = await rosters.of(session, seat.jit)
    to = roster.party(recipient, "party")
    if to.id == seat.party:
        raise Invalid("Your own party already has full access.", field="party")
    if what.allowed and beyond_the_union(to.kind):
        raise Conflict(
            Phrase(
                "{code} is a third country: each transfer needs a signed attestation (Reg. (EU) 2023/969 Art. 17(2)).",
                code=to.code,
            ),
            code="outbound-gate-closed",
        )
    key = {"jit": seat.jit, "party": seat.party, "recipient": to.id}
    decided = {
        "allowed": what.allowed,
        "level": int(LEVELS[what.level]),
        "clause": what.clause,
        "decided_by": seat.id,
        "decided_at": clock.now(),
    }
    if expected and await session.get(EmergencyPermission, tuple(key.values())) is None:
        raise Stale(
            "Emergency access for this party is not set yet. Reload the page.", extra={"current": {"version": 0}}
        )
    await party_settings.save(session, EmergencyPermission, key, decided, expected=expected)
    fields: dict[str, Any] = {"recipient": to.code, "allowed": what.allowed, "level": what.level, "clause": what.clause}
    await journal.append(session, seat, BreakGlassSet(party=seat.party, hearing=((seat.party, None),), **fields))


_BEGIN: Final = query(Emergency, "select * from begin_emergency(:emergency, :number, :reason, :now)")
_RAISED: Final = query(RaisedAlert, "select * from raised_by_emergency(:emergency)")
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
