"""Physical custody: custody events as ledger entries of the exhibit, and one row with the current state.

`access/custody_states.py` decides which event may follow which. The database enforces who may change the custodian or the
party.

Not here: handovers between members (`services/custody/handovers.py`) and corrections (`services/custody/corrections.py`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select, text

from app import clock
from app.access import custody_states as rules
from app.access.custody_states import Standing, Step, Whereabouts
from app.access.joint import obtained_by
from app.access.seats import Seat
from app.connections import refused_as
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from app.ledger import entries, journal
from app.ledger.entries import Read
from app.ledger.facts import (
    CustodyCheckedIn,
    CustodyCheckedOut,
    CustodyCollected,
    CustodyDestroyed,
    CustodyIncident,
    CustodyProduced,
    CustodyReturned,
    CustodySealed,
    CustodySeized,
    CustodyStored,
    CustodyTransported,
    CustodyUnsealed,
)
from app.ledger.facts.custody import CustodyFact
from app.locks import Lock, lock
from app.models import Evidence, File, Handover
from app.models import Whereabouts as Row
from app.services.custody import chronology as order_of_acts
from app.services.custody.event_time import EventDetails
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster

FACTS: Final[dict[Step, type[CustodyFact]]] = {
    Step.SEIZED: CustodySeized,
    Step.COLLECTED: CustodyCollected,
    Step.SEALED: CustodySealed,
    Step.UNSEALED: CustodyUnsealed,
    Step.TRANSPORTED: CustodyTransported,
    Step.STORED: CustodyStored,
    Step.CHECKED_OUT: CustodyCheckedOut,
    Step.CHECKED_IN: CustodyCheckedIn,
    Step.PRODUCED: CustodyProduced,
    Step.RETURNED: CustodyReturned,
    Step.DESTROYED: CustodyDestroyed,
    Step.INCIDENT: CustodyIncident,
}
#: Most custody events returned with the current state; the full history is in the exhibit's custody.
MOST: Final = 200
_ON_HOLD: Final = "LC001"
SAYS: Final = {
    "not-from-here": "This does not follow on how the thing stands. Nothing was recorded.",
    "handover-open": "A hand-over is offered and not answered; answer or withdraw it first. Nothing was recorded.",
    "in-anothers-hands": "Another seat has it in hand, and lets go of it itself; a correction says where that is wrong."
    " Nothing was recorded.",
    "sealed-already": "It is sealed already; open that seal first. Nothing was recorded.",
    "not-sealed": "There is no seal to open. Nothing was recorded.",
}


@dataclass(frozen=True, slots=True)
class Found:
    """An exhibit that the member sees, with its physical custody.

    `holder_sits`: whether the member who holds it still has an active account in the team.
    """

    evidence: Evidence
    row: Row | None
    handover: Handover | None
    seat: Seat
    roster: Roster
    holder_sits: bool = False

    @property
    def now(self) -> Whereabouts | None:
        """The current state as input of the rules; `None` if nothing is recorded."""
        row = self.row
        if row is None:
            return None
        return Whereabouts(Standing(row.standing), row.party, row.seat, row.custodian, row.place, row.seal)

    @property
    def obtained(self) -> bool:
        """Whether the member's party obtained the exhibit, alone or jointly."""
        return obtained_by(self.seat.party, self.evidence.originator, self.evidence.joint)

    @property
    def records(self) -> bool:
        """Whether this member may record custody events of it."""
        return rules.may_record(self.seat, self.now, obtained=self.obtained)

    @property
    def stands(self) -> dict[str, bool]:
        """Return the restrictions of the steps: an open handover, or another active member as holder."""
        anothers = self.holder_sits and self.row is not None and self.row.seat != self.seat.id
        return {"handed": self.handover is not None, "anothers": anothers}

    @property
    def version(self) -> int:
        """Version of the row; 0 if there is none."""
        return 0 if self.row is None else self.row.version


@dataclass(frozen=True, slots=True)
class PhysicalCustodyDetails:
    """Physical custody with its history, the steps this member may take now, and possible recipients of a handover."""

    found: Found
    way: Sequence[Read] = ()
    steps: tuple[Step, ...] = ()
    receivers: Sequence[Any] = field(default_factory=list)


async def read(session: Reading, seat: Seat, evidence: UUID) -> PhysicalCustodyDetails:
    """Return the physical custody of an exhibit, and what this member may do.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
    """
    found = await find(session, seat, evidence)
    way = [entries.read(row) for row in await session.execute(_WAY, {"evidence": evidence, "most": MOST})]
    steps = rules.steps(found.now, **found.stands) if found.records else ()
    receivers = (
        []
        if found.handover is not None
        else (await session.execute(_RECEIVERS, {"evidence": evidence, "jit": seat.jit})).all()
    )
    return PhysicalCustodyDetails(found, way, steps, receivers)


async def record(
    session: Writing,
    seat: Seat,
    evidence: UUID,
    step: Step,
    said: Mapping[str, Any],
    words: EventDetails,
    *,
    expected: int,
) -> None:
    """Record a custody event.

    Args:
        session: The transaction of the request.
        seat: The member who records.
        evidence: The exhibit.
        step: Kind of the event.
        said: Its fields as the member states them.
        words: When it took place, if it is recorded late, and remarks.
        expected: Version of the physical custody that the member saw.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member may not record custody of it.
        Conflict: The event may not follow the current state, a legal hold prevents it, or the custody changed
            meanwhile.
        Invalid: A field is missing, superfluous or not acceptable.
        Stale: The physical custody was changed since the member read it.
    """
    found = await to_change(session, seat, evidence, expected)
    if (code := rules.why_not(step, found.now, **found.stands)) is not None:
        raise Conflict(SAYS[code], code=code)
    _demand_said(step, said, found)
    await order_of_acts.demand_fits(session, evidence, words)
    told = dict(said) | words.said()
    if step is Step.SEALED:
        told["photograph"] = await _photograph(session, evidence, said.get("photograph"))
    fact = _fact(step, evidence, told, found)
    if step is not Step.INCIDENT:
        where = rules.after(
            step, found.now, {name: value for name, value in said.items() if name != "photograph"}, seat
        )
        await keep(session, found, where, None)
    await journal.append(session, seat, fact)


async def find(session: Reading, seat: Seat, evidence: UUID) -> Found:
    """Return the exhibit with its physical custody, without a lock.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
    """
    exhibit = (await session.scalars(select(Evidence).where(Evidence.id == evidence))).one_or_none()
    if exhibit is None:
        raise NotFound
    row = (await session.scalars(select(Row).where(Row.evidence == evidence))).one_or_none()
    open_one = select(Handover).where(Handover.evidence == evidence, Handover.state == "offered")
    handover = (await session.scalars(open_one)).one_or_none()
    holder = None if row is None else row.seat
    sits = holder is not None and (await session.execute(_SITS, {"jit": seat.jit, "seat": holder})).first() is not None
    return Found(exhibit, row, handover, seat, await rosters.of(session, seat.jit), sits)


async def hold(session: Writing, found: Found, expected: int) -> Found:
    """Lock the custody row until the transaction ends, and read everything again.

    Raises:
        Stale: The physical custody was changed since the member read it.
    """
    query = select(Row).where(Row.evidence == found.evidence.id).with_for_update()
    query = query.execution_options(populate_existing=True)
    row = (await session.scalars(query)).one_or_none()
    if row is None:  # serialises two first events: the second waits and finds the row
        await lock(session, Lock.FIRST_CUSTODY_EVENT, found.evidence.id)
        row = (await session.scalars(query)).one_or_none()
    version = 0 if row is None else row.version
    if version != expected:
        current = {"version": version, "standing": None if row is None else row.standing}
        raise Stale("Somebody else recorded an act meanwhile. Nothing was recorded now.", extra={"current": current})
    return await find(session, found.seat, found.evidence.id)


async def to_change(session: Writing, seat: Seat, evidence: UUID, expected: int) -> Found:
    """Return the exhibit with its physical custody, locked, for a member who may record.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member may not record custody of it.
        Stale: The physical custody was changed since the member read it.
    """
    found = await find(session, seat, evidence)
    if not found.records:
        raise Forbidden(
            "The people of who obtained the exhibit, and of who holds it, record what is done with it. Nothing was recorded.",
            code="not-to-record",
        )
    return await hold(session, found, expected)


def _demand_said(step: Step, said: Mapping[str, Any], found: Found) -> None:
    if (wrong := rules.misfit(step, said)) is not None:
        name, how = wrong
        told = "Say this" if how == "missing" else "This act does not take this"
        raise Invalid(f"{told}. Nothing was recorded.", field=name)
    answers = found.now is None or found.now.party == found.seat.party
    if rules.takes(step) and said.get("by") is None:
        if not answers:
            raise Invalid("Another party answers for it: say who has it in hand. Nothing was recorded.", field="by")
        if found.now is not None and found.now.seat not in {None, found.seat.id}:
            raise Invalid(
                "Another seat has it in hand: it hands it over, or say who takes it. Nothing was recorded.", field="by"
            )


def _fact(step: Step, evidence: UUID, told: Mapping[str, Any], found: Found) -> CustodyFact:
    """Build the ledger fact of a step. The person defaults to the member who records it."""
    rule = rules.RULES[step]
    values = {name: told.get(name) for name in (*rule.needs, *rule.may, *rules.ALWAYS)}
    if "by" in values:
        values["by"] = values["by"] or found.seat.name
    now = found.now
    if step is Step.UNSEALED and now is not None:
        values["seal"] = now.seal
    if step is Step.TRANSPORTED and now is not None:
        values["from_place"] = now.place
    return FACTS[step](evidence=evidence, **values)


async def _photograph(session: Reading, evidence: UUID, file: UUID | None) -> dict[str, Any] | None:
    """Return a reference to a ready file of the exhibit.

    Raises:
        Invalid: It is not a ready file of the exhibit.
    """
    if file is None:
        return None
    query = select(File).where(File.evidence == evidence, File.id == file, File.state == "ready")
    found = (await session.scalars(query)).one_or_none()
    if found is None:
        raise Invalid("This is no file of the exhibit that has arrived. Nothing was recorded.", field="photograph")
    return {"file": str(found.id), "name": found.name, "sha256": found.sha256}


async def keep(session: Writing, found: Found, where: Whereabouts, corrects: UUID | None) -> None:
    """Write the current state of physical custody.

    Raises:
        Conflict: The database refused it: a legal hold prevents destruction, or the custody changed at the same time.
    """
    values = asdict(where) | {"standing": where.standing.value, "changed_at": clock.now()}
    row = found.row
    if row is None:
        row = Row(evidence=found.evidence.id, jit=found.seat.jit, corrects=None, corrections=0, version=1, **values)
        session.add(row)
    else:
        for name, value in values.items():
            setattr(row, name, value)
        if corrects is not None:
            row.corrects, row.corrections = corrects, row.corrections + 1
        row.version += 1
    held = Conflict("A legal hold stands: it is not destroyed. Nothing was recorded.", code="on-hold")
    changed = Conflict("It changed at this moment. Nothing was recorded; read it anew.", code="changed")
    with refused_as(held, _ON_HOLD), refused_as(changed):
        await session.flush()


_WAY: Final = text(
    f"""
    select p.position, e.commitment, {entries.SAID}
      from headers h join bodies b on b.entry = h.entry join entries e on e.id = h.entry
      left join positions p on p.entry = h.entry
     where h.evidence = :evidence and h.kind like 'custody.%' and h.kind <> 'custody.imported' order by h.entry desc limit :most
    """  # noqa: S608 - the parts are constants of these files
)
_SITS: Final = text(
    "select 1 from members m where m.jit = :jit and m.id = :seat and m.state = 'seated'"
    " and (m.until is null or m.until > statement_timestamp())"
)
_RECEIVERS: Final = text(
    """
    select p.code as party, m.code as seat, m.name from members m join parties p on p.jit = m.jit and p.id = m.party
     where m.jit = :jit and m.state = 'seated' and may_hand_over(:evidence) and may_receive(:evidence, m.id)
     order by p.code, m.code
    """
)
