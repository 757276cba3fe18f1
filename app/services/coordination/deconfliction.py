"""The deconfliction list: on whom and what nobody may act; visible to the entering party and those it names.

For all other parties the entry does not exist: no count, no gap, no error. On a draft, no other party can be named.
Planning an action against an entry gives no warning to members who do not see it: a warning would reveal the entry.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access.coordination import operation_states
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound
from app.i18n.phrases import Phrase
from app.ledger import journal
from app.ledger.facts.coordination.operations import ProtectedEntered, ProtectedLifted
from app.models import Protected
from app.services.coordination import operations, recipients
from app.services.teams import phases
from app.services.teams import roster as rosters


@dataclass(frozen=True, slots=True)
class NewProtectedEntry:
    """A new entry; `told`: codes of the other parties that see it."""

    kind: str
    subject: str
    reason: str
    told: Sequence[str]


async def enter(session: Writing, seat: Seat, operation: UUID, what: NewProtectedEntry) -> Protected:
    """Add an entry to the list. Takes the lock of the action day.

    Raises:
        NotFound: The action day is absent or invisible.
        Forbidden: The member's party does not take part.
        Conflict: The day is closed, or the team is not in its operational phase.
        Invalid: A named party is not another party of the day, or the day is a draft and parties are named.
    """
    day = await operations.in_turn(session, operation)
    if not operation_states.takes_part(seat, day):
        raise Forbidden("Your party does not take part in this action day.", code="not-taking-part")
    operations.demand_open(day)
    await phases.demand_operational(session, seat)
    if what.told and day.told_at is None:
        raise Invalid("Other parties cannot be told while the action day is a draft.", field="told")
    assert seat.party is not None
    roster, told = await rosters.of(session, seat.jit), list[UUID]()
    for n, code in enumerate(what.told):
        party = roster.party(code, f"told.{n}").id
        if party not in day.parties or party == seat.party:
            raise Invalid(Phrase("{code} is not another party of this action day.", code=code), field=f"told.{n}")
        told.append(party)
    row = Protected(
        id=clock.new_id(),
        jit=seat.jit,
        operation=operation,
        party=seat.party,
        seat=seat.id,
        kind=what.kind,
        subject=what.subject,
        reason=what.reason,
        told=list(dict.fromkeys(told)),
        entered_at=clock.now(),
    )
    session.add(row)
    await session.flush()
    fact = ProtectedEntered(
        operation=operation,
        protected=row.id,
        hearing=recipients.of_protected(row.party, row.told),
        what=row.kind,
        subject_name=row.subject,
        reason=row.reason,
        told=sorted(roster.party_code(one) for one in row.told),
    )
    await journal.append(session, seat, fact)
    return row


async def lift(session: Writing, seat: Seat, operation: UUID, protected: UUID, reason: str) -> Protected:
    """Lift an entry. Takes the lock of the action day.

    Raises:
        NotFound: The action day or the entry is absent or invisible.
        Forbidden: Another party entered it.
        Conflict: It is already lifted.
    """
    await operations.in_turn(session, operation)
    query = select(Protected).where(Protected.id == protected, Protected.operation == operation)
    row = (await session.scalars(query.execution_options(populate_existing=True))).one_or_none()
    if row is None:
        raise NotFound
    if row.party != seat.party:
        raise Forbidden("Only the party that made this entry can lift it.", code="not-your-entry")
    if row.lifted_at is not None:
        raise Conflict("This entry was already lifted.", code="entry-lifted")
    row.lifted_at, row.lifted_reason = clock.now(), reason
    await session.flush()
    hearing = recipients.of_protected(row.party, row.told)
    await journal.append(
        session, seat, ProtectedLifted(operation=operation, protected=row.id, hearing=hearing, reason=reason)
    )
    return row


async def list_all(session: Reading, operation: UUID, before: UUID | None, limit: int) -> list[Protected]:
    """Return the visible entries, newest first. Raises `NotFound` if the action day is absent or invisible."""
    await operations.find(session, operation)
    query = select(Protected).where(Protected.operation == operation).order_by(Protected.id.desc()).limit(limit)
    return list(await session.scalars(query if before is None else query.where(Protected.id < before)))
