"""Reports that a value is wrong: any account makes them, an operator settles them with an answer.

A report names no team, and nobody but the reporter learns which account made it: the application cannot read that column
(`app/schema/reference/reference_reports.sql`). Not here: the change of the value (`changes.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import Select, func, select, update

from app import clock
from app.access.seats import Person
from app.database import Reading, Writing
from app.errors import Conflict, NotFound
from app.models import ReferenceRecord, ReferenceReport
from app.reference.catalogue import ReferenceKind
from app.services.accounts import administration, throttles
from app.services.reference import changes, records


@dataclass(frozen=True, slots=True)
class Report:
    """A report. `settled_at`, `answer`: None while it is open."""

    id: UUID
    kind: ReferenceKind
    key: str
    field: str
    wrong: str
    proposed: str | None
    source: str
    reported_at: datetime
    settled_at: datetime | None
    answer: str | None


async def report(
    session: Writing,
    person: Person,
    kind: ReferenceKind,
    key: str,
    *,
    field: str,
    wrong: str,
    proposed: str | None,
    source: str,
) -> Report:
    """Report that a value is wrong.

    Args:
        session: The transaction.
        person: The reporter.
        kind: Kind of the record.
        key: Its key.
        field: Place of the value in the document, for example `languages` or `deadlines.0`.
        wrong: Description of the fault.
        proposed: The right value, None if the reporter does not know it.
        source: Where the reporter found it.

    Raises:
        NotFound: There is no such record.
        Invalid: The record has no such value.
        Throttled: The account made too many reports within the last hour.
    """
    await records.ask_as(session, person)
    row = await session.get(ReferenceRecord, (kind, key))
    if row is None:
        raise NotFound
    changes.demand_value(changes.document_of(row), field)
    await throttles.take_a_report(session, person.email)
    made = Report(clock.new_id(), kind, key, field, wrong, proposed, source, clock.now(), None, None)
    session.add(
        ReferenceReport(
            reporter=person.account,
            **{name: getattr(made, name) for name in _COLUMNS if getattr(made, name) is not None},
        )
    )
    await session.flush()
    return made


async def own_reports(session: Reading, person: Person, *, before: UUID | None, limit: int) -> Sequence[Report]:
    """Return the reports that the account made, newest first."""
    await records.ask_as(session, person)
    own = select(func.own_reference_reports().column_valued())
    return await _read(session, _list(before, limit).where(ReferenceReport.id.in_(own)))


async def list_reports(session: Reading, *, settled: bool, before: UUID | None, limit: int) -> Sequence[Report]:
    """Return the open or the settled reports, newest first. Operators only."""
    state = ReferenceReport.settled_at.is_not(None) if settled else ReferenceReport.settled_at.is_(None)
    return await _read(session, _list(before, limit).where(state))


async def settle(session: Writing, person: Person, report_id: UUID, answer: str) -> Report:
    """Settle a report with an answer to its reporter. Raises `NotFound`, and `Conflict` if it is settled already."""
    wanted = (
        update(ReferenceReport)
        .where(ReferenceReport.id == report_id, ReferenceReport.settled_at.is_(None))
        .values(settled_at=clock.now(), settled_by=person.account, answer=answer)
        .returning(ReferenceReport.id)
    )
    changed = (await session.execute(wanted)).one_or_none()
    found = await _read(session, select(*_READ).where(ReferenceReport.id == report_id))
    if not found:
        raise NotFound
    if changed is None:
        raise Conflict("This report is settled already. Reload the page.", code="settled-already")
    await administration.note(session, "reference.report_settled", found[0].key)
    return found[0]


def _list(before: UUID | None, limit: int) -> Select[tuple[object, ...]]:
    wanted = select(*_READ).order_by(ReferenceReport.id.desc()).limit(limit)
    return wanted if before is None else wanted.where(ReferenceReport.id < before)


async def _read(session: Reading, wanted: Select[tuple[object, ...]]) -> Sequence[Report]:
    rows = (await session.execute(wanted)).mappings()
    return [Report(**dict(row) | {"kind": ReferenceKind(str(row["kind"]))}) for row in rows]


#: Every column but `reporter` and `settled_by`, which the application cannot read.
_COLUMNS: Final = tuple(Report.__dataclass_fields__)
_READ: Final = tuple(getattr(ReferenceReport, name) for name in _COLUMNS)
