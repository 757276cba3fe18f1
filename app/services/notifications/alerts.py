"""Alerts to the originator: first access, copy, burst of accesses, overdue handover.

Each alert has one owner until it is acknowledged. The database creates them with the access event (`raise_alerts`) or
when a handover is overdue (`alarm_handover`).
This module appends them to the ledger, lists them, passes them to another leader and acknowledges them.
Not here: what can wait for the next day (`services/notifications/digests.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import Row, Uuid, bindparam, select, text

from app import clock
from app.access.roles import Permission
from app.access.seats import Seat
from app.database import Database, Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from app.i18n.phrases import Phrase
from app.ledger import journal
from app.ledger.facts import AlertAcknowledged, AlertHandedOver, AlertRaised
from app.ledger.journal import Ledger
from app.models import Alert, Evidence
from app.queries import query
from app.services import due_items
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster


@dataclass(frozen=True, slots=True)
class Filters:
    """Which alerts to list.

    Attributes:
        mine: Only those that the asking member owns.
        acknowledged: Only those that are (`True`) or are not (`False`) acknowledged; all when `None`.
        evidence: Only those about this exhibit.
    """

    mine: bool = False
    acknowledged: bool | None = None
    evidence: UUID | None = None


@dataclass(frozen=True, slots=True)
class AlertDetails:
    """An alert as a member of the originator sees it, with number and title of the exhibit."""

    alert: Alert
    exhibit: Any
    seat: Seat
    roster: Roster

    @property
    def may_answer(self) -> bool:
        """Return whether this member may acknowledge or pass on alerts and this one is open."""
        return self.alert.acknowledged_at is None and self.seat.may(Permission.ALERT_ANSWER)


class RaisedAlert(NamedTuple):
    """An alert that an act of the asking member raised."""

    id: UUID
    kind: str
    originator: UUID
    owner: str
    openings: int


async def raised(session: Writing, exhibit: Evidence, opening: UUID) -> list[AlertRaised]:
    """Return the ledger facts of the alerts created by an access event, to be appended with its own entry."""
    return [
        AlertRaised(
            alert=row.id,
            hearing=((row.originator, None),),
            evidence=exhibit.id,
            alert_kind=row.kind,
            owner=row.owner,
            exhibit=str(exhibit.id),
            exhibit_number=exhibit.exhibit_number,
            opening=str(opening),
            openings=row.openings,
        )
        for row in await session.fetch_rows(_RAISED_BY, opening=opening)
    ]


async def list_all(
    session: Reading, seat: Seat, filters: Filters, before: UUID | None, limit: int
) -> list[AlertDetails]:
    """Return the alerts that the member may see, newest first."""
    query = (
        select(Alert, Evidence.exhibit_number, Evidence.title)
        .join(Evidence, Evidence.id == Alert.evidence)
        .where(Alert.originator == seat.party)
        .order_by(Alert.id.desc())
    )
    if filters.mine:
        query = query.where(Alert.owner == seat.id)
    if filters.acknowledged is not None:
        done = Alert.acknowledged_at.is_not(None)
        query = query.where(done if filters.acknowledged else ~done)
    if filters.evidence is not None:
        query = query.where(Alert.evidence == filters.evidence)
    if before is not None:
        query = query.where(Alert.id < before)
    rows = (await session.execute(query.limit(limit))).all()
    roster = await rosters.of(session, seat.jit)
    return [AlertDetails(row[0], row, seat, roster) for row in rows]


async def list_own_open(session: Reading, seat: Seat, most: int) -> Sequence[AlertDetails]:
    """Return the open alerts that the member owns, newest first."""
    if not seat.may(Permission.ALERT_ANSWER):
        return ()
    return await list_all(session, seat, Filters(mine=True, acknowledged=False), None, most)


async def read(session: Reading, seat: Seat, alert: UUID) -> AlertDetails:
    """Return one alert.

    Raises:
        NotFound: The alert is absent or invisible to the member.
    """
    query = select(Alert, Evidence.exhibit_number, Evidence.title).join(Evidence, Evidence.id == Alert.evidence)
    row = (await session.execute(query.where(Alert.id == alert))).one_or_none()
    if row is None:
        raise NotFound
    return AlertDetails(row[0], row, seat, await rosters.of(session, seat.jit))


async def hand_over(session: Writing, seat: Seat, alert: UUID, to: str, *, expected: int) -> None:
    """Make another leader of the party, who sees the exhibit, the owner. Leaders can choose themselves.

    Raises:
        NotFound: The alert is absent or invisible.
        Invalid: `to` is not a leader of the party who sees the exhibit.
        Conflict: The alert is acknowledged, or the leader owns it already.
        Stale: It changed since the member saw it.
    """
    row = await _locked(session, alert)
    if row.version != expected:
        current = {"owner": row.owner_code, "version": row.version}
        raise Stale("Another user changed this alert. Reload it.", extra={"current": current})
    found = (await session.execute(_LEADER, {"alert": alert, "code": to})).one_or_none()
    if found is None:
        raise Invalid("This person is not a leader of your party with access to the exhibit.", field="seat")
    if found.id == row.owner:
        raise Conflict("The alert is already assigned to this leader.", code="owner-already")
    await session.execute(_HAND, {"alert": alert, "owner": found.id})
    await journal.append(session, seat, AlertHandedOver(**_fields_of(row, found.code), former=row.owner_code))


async def acknowledge(session: Writing, seat: Seat, wanted: Sequence[UUID], word: str) -> None:
    """Acknowledge all of these alerts, or none.

    Raises:
        NotFound: One is absent or invisible.
        Forbidden: Another member owns one.
        Conflict: One is acknowledged, or concerns an emergency access, which is reviewed instead.
    """
    facts = []
    for alert in sorted(set(wanted)):  # sorted, so that two members who acknowledge the same alerts do not deadlock
        row = await _locked(session, alert)
        if row.owner != seat.id:
            raise Forbidden(
                Phrase(
                    "One of these alerts is assigned to {owner_code}. Take it over first.", owner_code=row.owner_code
                ),
                code="not-the-owner",
            )
        if row.kind == "emergency":
            raise Conflict("An emergency access must be reviewed. Open it to review it.", code="review-it")
        done = {"alert": alert, "now": clock.now(), "seat": seat.id, "word": word}
        await session.execute(_ACKNOWLEDGE, done)
        facts.append(AlertAcknowledged(**_fields_of(row, row.owner_code), word=word))
    await journal.append(session, seat, *facts)


class _OpenAlert(NamedTuple):
    """A locked alert that is not acknowledged, with the code of its owner."""

    id: UUID
    originator: UUID
    evidence: UUID
    kind: str
    owner: UUID
    version: int
    owner_code: str


async def _locked(session: Writing, alert: UUID) -> _OpenAlert:
    """Lock and return an open alert. Raises `NotFound`, `Conflict`."""
    seen = (await session.scalars(select(Alert.acknowledged_at).where(Alert.id == alert))).all()
    if not seen:
        raise NotFound
    row = (await session.execute(_LOCKED, {"alert": alert})).one_or_none()
    if row is None:
        raise Conflict("The alert was already acknowledged.", code="alert-acknowledged")
    return _OpenAlert(*row)


def _fields_of(row: _OpenAlert | Row[Any], owner: str) -> dict[str, Any]:
    return {
        "alert": row.id,
        "hearing": ((row.originator, None),),
        "evidence": row.evidence,
        "alert_kind": row.kind,
        "owner": owner,
    }


async def find_owners(database: Database) -> int:
    """Background job: pass alerts of inactive owners to the next leader. Return how many were passed on."""
    return await due_items.process_due_items(database, _OWNERLESS, lambda row: _pass_on(database, row), "alert")


async def _pass_on(database: Database, row: Row[Any]) -> int:
    async with database.engine() as session:
        done = {"alert": row.id, "owner": row.next, "former": row.owner}
        if (await session.execute(_PASS_ON, done)).one_or_none() is None:  # another worker did it
            return 0
        fact = AlertHandedOver(**_fields_of(row, row.next_code), former=row.owner_code)
        await journal.append_as_system(session, Ledger(row.jit, row.ledger_origin), fact)
    return 1


_RAISED_BY: Final = query(RaisedAlert, "select * from raised_by(:opening)")
_LOCKED: Final = text(
    "select a.id, a.originator, a.evidence, a.kind, a.owner, a.version, m.code as owner_code"
    " from alerts a join members m on m.jit = a.jit and m.id = a.owner"
    " where a.id = :alert and a.acknowledged_at is null for update of a"
)
_LEADER: Final = text(
    "select m.id, m.code from alerts a join members m on m.jit = a.jit and m.party = a.originator"
    " join releases own on own.jit = a.jit and own.party = a.originator and own.evidence = a.evidence"
    " where a.id = :alert and m.code = :code and m.state = 'seated' and may_lead(m.roles)"
    " and (m.until is null or m.until > statement_timestamp()) and (own.seats is null or m.id = any (own.seats))"
    " and (own.authorities is null or m.authority = any (own.authorities))"
)
_HAND: Final = text("update alerts set owner = :owner, version = version + 1 where id = :alert")
_ACKNOWLEDGE: Final = text(
    "update alerts set acknowledged_at = :now, acknowledged_by = :seat, word = :word, version = version + 1 where id = :alert"
)
_OWNERLESS: Final = text(
    """
    select a.id, a.jit, a.originator, a.evidence, a.kind, a.owner, o.code as owner_code, n.id as next, n.code as next_code,
           j.ledger_origin
      from alerts a
      join members o on o.jit = a.jit and o.id = a.owner
      join members n on n.jit = a.jit and n.id = case when a.handover is null then leader_for(a.evidence, a.party)
                                                      else leader_of(a.evidence, a.originator, null) end
      join jits j on j.id = a.jit
     where a.acknowledged_at is null and n.id <> o.id and n.state = 'seated'
       and (o.state <> 'seated' or o.until <= statement_timestamp() or not may_lead(o.roles))
       and (cast(:after as uuid) is null or a.id > :after)
     order by a.id limit :most
    """
).bindparams(bindparam("after", type_=Uuid))
_PASS_ON: Final = text(
    "update alerts set owner = :owner, version = version + 1"
    " where id = :alert and owner = :former and acknowledged_at is null returning id"
)
