"""Reading deadlines: their rows, titles, and when leaders are warned next."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, select

from app.access.requests import deadlines as periods
from app.database import Reading
from app.models import RequestDeadline
from app.reference.catalogue import DeadlineRule, Instrument
from app.reference.sourced import BilingualText

#: The rule of a day that the party set. No deadline of the catalogue has this key.
ASKED: Final = "ASKED"
ASKED_TITLE: Final = BilingualText(en="Answer asked for", fr="Réponse demandée")


def title_of(rule: str, known: Instrument | None) -> BilingualText:
    """Return the title of a deadline, or its key if the catalogue does not have it any more."""
    found = rule_of(known, rule)
    if found is not None:
        return found.title
    return ASKED_TITLE if rule == ASKED else BilingualText(en=rule, fr=rule)


def rule_of(known: Instrument | None, key: str) -> DeadlineRule | None:
    """Return a rule of an instrument; `None` for a day that the party set, or if it left the catalogue."""
    return next((one.value for one in (known.deadlines if known else ()) if one.value and one.value.key == key), None)


def may_extend(row: RequestDeadline, known: Instrument | None) -> bool:
    """Return whether a running deadline of a request with this instrument has an extension left."""
    if row.ended_at is not None or row.extension is None:
        return False
    rule = rule_of(known, row.rule)
    return row.extensions == 0 or (rule is not None and rule.renewable)


def next_alarm(row: RequestDeadline, now: datetime) -> datetime | None:
    """Return when leaders are warned next: before the end, then at the end. `None`: not any more, or not now."""
    if row.ended_at is not None or row.paused_at is not None or row.stopped_at is not None or row.missed_at is not None:
        return None
    begins_at = row.started_at if row.before else row.begins_at
    return periods.next_alarm(begins_at, row.due_at, warned_at=row.warned_at, now=now)


def awaited(of: type[RequestDeadline] = RequestDeadline) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions that a deadline runs or was missed: it has not ended, and is neither paused nor stopped."""
    columns = (of.ended_at, of.paused_at, of.stopped_at)
    return tuple(one.is_(None) for one in columns)


def is_awaited(row: RequestDeadline) -> bool:
    """Return whether a deadline runs or was missed, as `awaited`."""
    return row.ended_at is None and row.paused_at is None and row.stopped_at is None


async def of(session: Reading, requests: Collection[UUID]) -> Sequence[RequestDeadline]:
    """Return the deadlines of these requests, as far as the asking member sees them: those that run first, by end."""
    query = select(RequestDeadline).where(RequestDeadline.request.in_(requests))
    query = query.order_by(RequestDeadline.ended_at.is_not(None), RequestDeadline.due_at, RequestDeadline.id)
    return (await session.scalars(query.execution_options(populate_existing=True))).all()
