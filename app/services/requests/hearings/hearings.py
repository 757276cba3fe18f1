"""Hearings of a party and the exhibits that will be used at them: create, change, delete, list.

A hearing is visible to members of its party alone, and an exhibit of it to those who see the exhibit. Lock: the row of
the hearing. Not here: what is missing for a hearing (`checklist.py`).
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import delete, func, select, tuple_
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from app.i18n.phrases import Phrase
from app.ledger import journal
from app.ledger.facts.requests.hearings import (
    HearingChanged,
    HearingCreated,
    HearingDeleted,
    HearingExhibitAdded,
    HearingExhibitRemoved,
)
from app.models import Evidence, Hearing, HearingExhibit
from app.queries import RowPosition
from app.services.requests import recipients
from app.services.requests.uses import recording
from app.services.teams import phases
from app.services.teams import roster as rosters

#: Columns that a member states.
STATED: Final = ("title", "country", "court", "proceeding", "held_at", "zone", "court_language")
MOST_EXHIBITS: Final = 200


@dataclass(frozen=True, slots=True)
class ListedHearing:
    """A hearing with the number of its exhibits that the member sees."""

    hearing: Hearing
    exhibits: int


@dataclass(frozen=True, slots=True)
class Filters:
    """Which hearings to list. `past`: those held already, or only later ones; `evidence`: with this exhibit."""

    past: bool | None = None
    evidence: UUID | None = None


@dataclass(frozen=True, slots=True)
class NewHearing:
    """A hearing as a member states it: values of the columns of `STATED`, and its exhibits."""

    values: dict[str, Any]
    exhibits: Sequence[UUID] = field(default=())


async def create(session: Writing, seat: Seat, what: NewHearing) -> UUID:
    """Create a hearing of the member's party and return its id.

    Raises:
        Forbidden: The member belongs to no party.
        Conflict: The team is not in its operational phase.
        Invalid: An exhibit is absent or invisible.
    """
    if seat.party is None:
        raise Forbidden("Only members of a party can create hearings.", code="no-party")
    await phases.demand_operational(session, seat)
    now = clock.now()
    row = Hearing(
        id=clock.new_id(),
        jit=seat.jit,
        party=seat.party,
        created_by=seat.id,
        created_at=now,
        updated_at=now,
        version=1,
        **what.values,
    )
    session.add(row)
    await session.flush()
    told: dict[str, Any] = {name: _told(getattr(row, name)) for name in STATED if name != "title"}
    await journal.append(session, seat, HearingCreated(**await _fields(session, seat, row), **told))
    await recording.of_hearing(session, row)
    for place, evidence in enumerate(what.exhibits):
        await _add(session, seat, row, evidence, f"exhibits.{place}")
    return row.id


async def change(session: Writing, seat: Seat, hearing: UUID, values: dict[str, Any], *, expected: int) -> None:
    """Change a hearing. Raises `NotFound`, `Stale`."""
    row = await lock(session, hearing)
    if row.version != expected:
        current = {name: _told(getattr(row, name)) for name in STATED} | {"version": row.version}
        raise Stale("Another user changed the hearing. Reload it.", extra={"current": current})
    changed = {
        name: {"from": _told(getattr(row, name)), "to": _told(to)}
        for name, to in values.items()
        if getattr(row, name) != to
    }
    if not changed:
        return
    fields = await _fields(session, seat, row)
    for name, value in values.items():
        setattr(row, name, value)
    row.version, row.updated_at = row.version + 1, clock.now()
    await session.flush()
    await journal.append(session, seat, HearingChanged(**fields, changes=changed))
    if "country" in changed:
        await recording.of_hearing(session, row)


async def remove(session: Writing, seat: Seat, hearing: UUID, reason: str) -> None:
    """Delete a hearing with its list of exhibits. The exhibits stay. Raises `NotFound`."""
    row = await lock(session, hearing)
    fields = await _fields(session, seat, row)
    await session.execute(delete(Hearing).where(Hearing.id == row.id))
    fact = HearingDeleted(**fields, court=row.court, held_at=clock.rfc3339(row.held_at), reason=reason)
    await journal.append(session, seat, fact)


async def add_exhibit(session: Writing, seat: Seat, hearing: UUID, evidence: UUID) -> None:
    """Add an exhibit to a hearing; nothing changes if it is there already.

    Raises:
        NotFound: The hearing is absent or invisible.
        Invalid: The exhibit is absent or invisible.
        Conflict: The hearing has `MOST_EXHIBITS` exhibits.
    """
    await _add(session, seat, await lock(session, hearing), evidence, "evidence")


async def remove_exhibit(session: Writing, seat: Seat, hearing: UUID, evidence: UUID) -> None:
    """Remove an exhibit from a hearing. Raises `NotFound`."""
    row = await lock(session, hearing)
    gone = delete(HearingExhibit).where(HearingExhibit.court_hearing == row.id, HearingExhibit.evidence == evidence)
    if await session.scalar(gone.returning(HearingExhibit.evidence)) is None:
        raise NotFound
    number = await session.scalar(select(Evidence.exhibit_number).where(Evidence.id == evidence))
    fields = await _fields(session, seat, row)
    fact = HearingExhibitRemoved(**fields, evidence=evidence, exhibit=str(evidence), exhibit_number=str(number))
    await journal.append(session, seat, fact)


async def _add(session: Writing, seat: Seat, hearing: Hearing, evidence: UUID, field: str) -> None:
    number = await session.scalar(select(Evidence.exhibit_number).where(Evidence.id == evidence))
    if number is None:
        raise Invalid("This exhibit does not exist, or you do not have access to it.", field=field)
    held = select(func.count()).select_from(HearingExhibit).where(HearingExhibit.court_hearing == hearing.id)
    if (await session.scalar(held) or 0) >= MOST_EXHIBITS:
        raise Conflict(
            Phrase("A hearing has at most {most} exhibits. Create a second one.", most=MOST_EXHIBITS),
            code="too-many-exhibits",
        )
    row = {
        "court_hearing": hearing.id,
        "evidence": evidence,
        "jit": seat.jit,
        "party": hearing.party,
        "added_by": seat.id,
        "added_at": clock.now(),
    }
    done = insert(HearingExhibit).values(row).on_conflict_do_nothing().returning(HearingExhibit.evidence)
    if await session.scalar(done) is None:
        return
    fields = await _fields(session, seat, hearing)
    fact = HearingExhibitAdded(**fields, evidence=evidence, exhibit=str(evidence), exhibit_number=str(number))
    await journal.append(session, seat, fact)


async def listed(
    session: Reading, seat: Seat, filters: Filters, after: RowPosition[datetime] | None, limit: int
) -> list[ListedHearing]:
    """Return up to `limit` hearings of the member's party: later ones by date, past ones newest first."""
    key, query = tuple_(Hearing.held_at, Hearing.id), select(Hearing).where(Hearing.jit == seat.jit)
    if filters.past is not None:
        now = clock.now()
        query = query.where(Hearing.held_at < now if filters.past else Hearing.held_at >= now)
    if filters.evidence is not None:
        used = select(HearingExhibit.court_hearing).where(HearingExhibit.evidence == filters.evidence)
        query = query.where(Hearing.id.in_(used))
    newest_first = filters.past is True
    if after is not None:
        query = query.where(key < tuple_(after.key, after.id) if newest_first else key > tuple_(after.key, after.id))
    order = (Hearing.held_at.desc(), Hearing.id.desc()) if newest_first else (Hearing.held_at, Hearing.id)
    rows = (await session.scalars(query.order_by(*order).limit(limit))).all()
    counted = await _counts(session, [one.id for one in rows])
    return [ListedHearing(one, counted.get(one.id, 0)) for one in rows]


async def _counts(session: Reading, hearings: Collection[UUID]) -> dict[UUID, int]:
    query = (
        select(HearingExhibit.court_hearing, func.count())
        .where(HearingExhibit.court_hearing.in_(hearings))
        .group_by(HearingExhibit.court_hearing)
    )
    return {row[0]: row[1] for row in await session.execute(query)}


async def find(session: Reading, hearing: UUID) -> Hearing:
    """Return a hearing. Raises `NotFound` if it is absent or of another party."""
    row = (await session.scalars(select(Hearing).where(Hearing.id == hearing))).one_or_none()
    if row is None:
        raise NotFound
    return row


async def lock(session: Writing, hearing: UUID) -> Hearing:
    """Return a hearing and lock it. Raises `NotFound` if it is absent or of another party."""
    query = select(Hearing).where(Hearing.id == hearing).with_for_update()
    row = (await session.scalars(query.execution_options(populate_existing=True))).one_or_none()
    if row is None:
        raise NotFound
    return row


async def _fields(session: Reading, seat: Seat, hearing: Hearing) -> dict[str, Any]:
    """Return the fields that every fact about a hearing has."""
    audience = recipients.of_parties({hearing.party}, await rosters.of(session, seat.jit))
    return {"court_hearing": hearing.id, "title": hearing.title, "hearing": audience}


def _told(value: object) -> object:
    """Return a value as audit log entries show it."""
    return clock.rfc3339(value) if isinstance(value, datetime) else value
