"""Physical custody: custody events as ledger entries of the exhibit, and one row with the current state.

`access/custody_states.py` decides which event may follow which and who may record it. The row of physical custody is
locked while an event is recorded. The database stops one party from writing custody in the place of another.

Not here: handovers between members (`services/custody/handovers.py`) and corrections (`services/custody/corrections.py`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final, NamedTuple, TypedDict
from uuid import UUID

from sqlalchemy import select, text

from app import clock, locks
from app.access import custody_states
from app.access.custody_states import CurrentCustody, CustodyEvent, CustodyState
from app.access.seats import Seat
from app.access.sharing.joint import obtained_by
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
from app.ledger.facts.custody.physical_custody import CustodyFact
from app.locks import Lock
from app.models import Evidence, File, Handover, PhysicalCustody
from app.services.custody import chronology
from app.services.custody.event_time import EventDetails
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster

EVENT_FACTS: Final[dict[CustodyEvent, type[CustodyFact]]] = {
    CustodyEvent.SEIZED: CustodySeized,
    CustodyEvent.COLLECTED: CustodyCollected,
    CustodyEvent.SEALED: CustodySealed,
    CustodyEvent.UNSEALED: CustodyUnsealed,
    CustodyEvent.TRANSPORTED: CustodyTransported,
    CustodyEvent.STORED: CustodyStored,
    CustodyEvent.CHECKED_OUT: CustodyCheckedOut,
    CustodyEvent.CHECKED_IN: CustodyCheckedIn,
    CustodyEvent.PRODUCED: CustodyProduced,
    CustodyEvent.RETURNED: CustodyReturned,
    CustodyEvent.DESTROYED: CustodyDestroyed,
    CustodyEvent.INCIDENT: CustodyIncident,
}
#: Most custody events returned with the current state; the full history is in the exhibit's custody.
MAX_EVENTS: Final = 200
_ON_HOLD: Final = "LC001"
#: Why an event is not possible, by the code of `custody_states.reason_against`.
REFUSALS: Final = {
    "not-from-here": "This event is not possible in the current state of the exhibit.",
    "handover-open": "A handover is awaiting an answer. Answer or withdraw it first.",
    "in-anothers-hands": (
        "Another member is the custodian and must hand over the exhibit. If this is wrong, correct the event."
    ),
    "sealed-already": "The exhibit is already sealed. Open that seal first.",
    "not-sealed": "The exhibit has no seal to open.",
}


class Restrictions(TypedDict):
    """Circumstances that restrict the possible events: an open handover, or another active member as holder."""

    is_offered: bool
    is_held_by_other: bool


class Recipient(NamedTuple):
    """A member to whom the exhibit can be handed over: code of its party, its own code, and its name."""

    party: str
    seat: str
    name: str


@dataclass(frozen=True, slots=True)
class CustodyContext:
    """An exhibit that the member sees, with its physical custody.

    Attributes:
        exhibit: The exhibit.
        custody: Its physical custody; `None` if nothing is recorded, or the member does not read it.
        open_handover: The handover without an answer, if any.
        seat: The member.
        roster: The parties and members of the team.
        holder_is_active: Whether the member who holds the exhibit still has an active account in the team.
    """

    exhibit: Evidence
    custody: PhysicalCustody | None
    open_handover: Handover | None
    seat: Seat
    roster: Roster
    holder_is_active: bool = False

    @property
    def current(self) -> CurrentCustody | None:
        """The physical custody as input of the rules; `None` if nothing is recorded."""
        row = self.custody
        if row is None:
            return None
        return CurrentCustody(CustodyState(row.state), row.party, row.seat, row.custodian, row.place, row.seal)

    @property
    def is_originator(self) -> bool:
        """Whether the member's party obtained the exhibit, alone or jointly."""
        return obtained_by(self.seat.party, self.exhibit.originator, self.exhibit.joint)

    @property
    def may_record(self) -> bool:
        """Whether this member may record custody events of it."""
        return custody_states.may_record(self.seat, self.current, is_originator=self.is_originator)

    @property
    def may_offer(self) -> bool:
        """Whether this member may offer it to another member."""
        return custody_states.may_offer(self.seat, self.current, holder_is_active=self.holder_is_active)

    @property
    def restrictions(self) -> Restrictions:
        """The circumstances that restrict the possible events."""
        is_other = self.custody is not None and self.custody.seat != self.seat.id
        return {"is_offered": self.open_handover is not None, "is_held_by_other": self.holder_is_active and is_other}

    @property
    def version(self) -> int:
        """Version of the physical custody; 0 if nothing is recorded."""
        return 0 if self.custody is None else self.custody.version


@dataclass(frozen=True, slots=True)
class PhysicalCustodyDetails:
    """Physical custody with all that its view shows.

    Attributes:
        context: The exhibit and its physical custody.
        is_visible: Whether the member may read physical custody of it, recorded or not.
        history: The last custody events, newest first.
        events: The events that this member may record now.
        recipients: The members to whom this member can hand over the exhibit now.
    """

    context: CustodyContext
    is_visible: bool
    history: Sequence[Read] = ()
    events: tuple[CustodyEvent, ...] = ()
    recipients: Sequence[Recipient] = ()


async def read(session: Reading, seat: Seat, evidence: UUID) -> PhysicalCustodyDetails:
    """Return the physical custody of an exhibit, and what this member may do.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
    """
    context = await find(session, seat, evidence)
    history = [entries.read(row) for row in await session.execute(_HISTORY, {"evidence": evidence, "most": MAX_EVENTS})]
    events = custody_states.possible_events(context.current, **context.restrictions) if context.may_record else ()
    may_offer = context.may_offer and context.open_handover is None
    recipients = await list_recipients(session, seat, evidence) if may_offer else ()
    is_visible = (await session.execute(_MAY_READ, {"evidence": evidence})).scalar_one()
    return PhysicalCustodyDetails(context, is_visible, history, events, recipients)


async def list_recipients(session: Reading, seat: Seat, evidence: UUID) -> Sequence[Recipient]:
    """Return the members to whom a member who may offer an exhibit can hand it over, by code."""
    rows = await session.execute(_RECIPIENTS, {"evidence": evidence, "jit": seat.jit})
    return [Recipient(row.party, row.seat, row.name) for row in rows]


async def record(
    session: Writing,
    seat: Seat,
    evidence: UUID,
    event: CustodyEvent,
    fields: Mapping[str, Any],
    event_details: EventDetails,
    *,
    expected: int,
) -> None:
    """Record a custody event.

    Args:
        session: The transaction of the request.
        seat: The member who records.
        evidence: The exhibit.
        event: Kind of the event.
        fields: Its fields as the member states them.
        event_details: When it took place, if it is recorded late, and remarks.
        expected: Version of the physical custody that the member saw.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member may not record custody of it.
        Conflict: The event may not follow the current state, a legal hold prevents it, or the custody changed
            meanwhile.
        Invalid: A field is missing, superfluous or not acceptable.
        Stale: The physical custody was changed since the member read it.
    """
    context = await lock_to_record(session, seat, evidence, expected)
    if (code := custody_states.reason_against(event, context.current, **context.restrictions)) is not None:
        raise Conflict(REFUSALS[code], code=code)
    _demand_fields(event, fields, context)
    await chronology.demand_fits(session, evidence, event_details)
    stated = dict(fields) | event_details.as_fields()
    if event is CustodyEvent.SEALED:
        stated["photograph"] = await _photograph(session, evidence, fields.get("photograph"))
    fact = _fact(event, evidence, stated, context)
    if event is not CustodyEvent.INCIDENT:
        texts = {name: value for name, value in fields.items() if name != "photograph"}
        await save(session, context, custody_states.custody_after(event, context.current, texts, seat), None)
    await journal.append(session, seat, fact)


async def find(session: Reading, seat: Seat, evidence: UUID) -> CustodyContext:
    """Return the exhibit with its physical custody, without a lock.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
    """
    exhibit = (await session.scalars(select(Evidence).where(Evidence.id == evidence))).one_or_none()
    if exhibit is None:
        raise NotFound
    query = select(PhysicalCustody).where(PhysicalCustody.evidence == evidence)
    custody = (await session.scalars(query)).one_or_none()
    is_open = select(Handover).where(Handover.evidence == evidence, Handover.state == "offered")
    open_handover = (await session.scalars(is_open)).one_or_none()
    holder = None if custody is None else custody.seat
    is_active = (
        holder is not None
        and (await session.execute(_ACTIVE_MEMBER, {"jit": seat.jit, "seat": holder})).first() is not None
    )
    return CustodyContext(exhibit, custody, open_handover, seat, await rosters.of(session, seat.jit), is_active)


async def lock(session: Writing, context: CustodyContext, expected: int) -> CustodyContext:
    """Lock the custody row until the transaction ends, and read everything again.

    Raises:
        Stale: The physical custody was changed since the member read it.
    """
    evidence = context.exhibit.id
    query = select(PhysicalCustody).where(PhysicalCustody.evidence == evidence).with_for_update()
    query = query.execution_options(populate_existing=True)
    custody = (await session.scalars(query)).one_or_none()
    if custody is None:  # serialises two first events: the second waits and finds the row
        await locks.lock(session, Lock.FIRST_CUSTODY_EVENT, evidence)
        custody = (await session.scalars(query)).one_or_none()
    version = 0 if custody is None else custody.version
    if version != expected:
        current = {"version": version, "standing": None if custody is None else custody.state}
        raise Stale("Another user recorded an event. Reload the exhibit.", extra={"current": current})
    return await find(session, context.seat, evidence)


async def lock_to_record(session: Writing, seat: Seat, evidence: UUID, expected: int) -> CustodyContext:
    """Return the exhibit with its physical custody, locked, for a member who may record.

    Raises:
        NotFound: The exhibit is absent or invisible to the member.
        Forbidden: The member may not record custody of it.
        Stale: The physical custody was changed since the member read it.
    """
    context = await find(session, seat, evidence)
    if not context.may_record:
        raise Forbidden(
            "Only members of the originator and of the party that holds the exhibit can record custody events.",
            code="not-to-record",
        )
    return await lock(session, context, expected)


def _demand_fields(event: CustodyEvent, fields: Mapping[str, Any], context: CustodyContext) -> None:
    """Check the fields of an event.

    Raises:
        Invalid: A field is missing or not allowed, or the event does not name the person who takes the exhibit.
    """
    if (wrong := custody_states.wrong_field(event, fields)) is not None:
        name, problem = wrong
        sentence = "Required for this event." if problem == "missing" else "Not used with this event."
        raise Invalid(sentence, field=name)
    if not custody_states.is_taken_by_person(event) or fields.get("by") is not None:
        return
    current, seat = context.current, context.seat
    if current is not None and current.party != seat.party:
        raise Invalid("Another party is responsible for the exhibit. Enter the custodian.", field="by")
    if current is not None and current.seat not in {None, seat.id}:
        raise Invalid(
            "Another member is the custodian. Ask for a handover, or enter who takes the exhibit.", field="by"
        )


def _fact(event: CustodyEvent, evidence: UUID, stated: Mapping[str, Any], context: CustodyContext) -> CustodyFact:
    """Build the ledger fact of an event. The person defaults to the member who records it."""
    rule = custody_states.EVENT_RULES[event]
    values = {name: stated.get(name) for name in (*rule.required, *rule.optional, *custody_states.COMMON_FIELDS)}
    if "by" in values:
        values["by"] = values["by"] or context.seat.name
    current = context.current
    if event is CustodyEvent.UNSEALED and current is not None:
        values["seal"] = current.seal
    if event is CustodyEvent.TRANSPORTED and current is not None:
        values["from_place"] = current.place
    return EVENT_FACTS[event](evidence=evidence, **values)


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
        raise Invalid("This is not a complete file of this exhibit.", field="photograph")
    return {"file": str(found.id), "name": found.name, "sha256": found.sha256}


async def save(session: Writing, context: CustodyContext, after: CurrentCustody, corrects: UUID | None) -> None:
    """Write the current state of physical custody.

    Args:
        session: The transaction of the request.
        context: The exhibit and its custody, locked.
        after: The new state.
        corrects: The entry that is corrected; `None` if this is no correction.

    Raises:
        Conflict: The database refused it: a legal hold prevents destruction, or the custody changed at the same time.
    """
    values = asdict(after) | {"state": after.state.value, "changed_at": clock.now()}
    row = context.custody
    if row is None:
        first = {"evidence": context.exhibit.id, "jit": context.seat.jit, "corrects": None, "corrections": 0}
        session.add(PhysicalCustody(**first, version=1, **values))
    else:
        for name, value in values.items():
            setattr(row, name, value)
        if corrects is not None:
            row.corrects, row.corrections = corrects, row.corrections + 1
        row.version += 1
    on_hold = Conflict("A legal hold prevents the destruction.", code="on-hold")
    with refused_as(on_hold, _ON_HOLD), refused_as(changed_meanwhile()):
        await session.flush()


def changed_meanwhile() -> Conflict:
    """Return the refusal of a change that another request prevented at the same moment."""
    return Conflict("The custody of this exhibit has changed. Reload it.", code="changed")


_HISTORY: Final = text(
    f"""
    select p.position, e.commitment, {entries.SAID}
      from headers h join bodies b on b.entry = h.entry join entries e on e.id = h.entry
      left join positions p on p.entry = h.entry
     where h.evidence = :evidence and h.kind like 'custody.%' and h.kind <> 'custody.imported' order by h.entry desc limit :most
    """  # noqa: S608 - the parts are constants of these files
)
_ACTIVE_MEMBER: Final = text(
    "select 1 from members m where m.jit = :jit and m.id = :seat and m.state = 'seated'"
    " and (m.until is null or m.until > statement_timestamp())"
)
_MAY_READ: Final = text("select can_read_custody(:evidence)")
_RECIPIENTS: Final = text(
    """
    select p.code as party, m.code as seat, m.name from members m join parties p on p.jit = m.jit and p.id = m.party
     where m.jit = :jit and m.state = 'seated' and can_receive_handover(:evidence, m.id)
     order by p.code, m.code
    """
)
