"""Background jobs that create notifications from ledger facts and for deadlines.

Each fact is processed exactly once, in order.
A cursor per team is locked while facts are processed and moves in the transaction that writes their notifications.
If a worker dies, both are undone; a second worker skips a locked team. Nothing here appends to a ledger.
Not here: e-mail (`services/notifications/mail_queue.py`).
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import DateTime, TextClause, bindparam, text

from app import clock, log
from app.access.notification_rules import BY_CLOCK, SUBJECTS, NotificationKind, Rule, of_fact
from app.database import Database, Writing
from app.ledger import recipients
from app.ledger.recipients import FactHeader

_TEAMS: Final = 50
_FACTS: Final = 200
_logger = log.get("notifications")
#: How long before the deadline the notification is created. Zero: once it has passed.
AHEAD: Final[dict[NotificationKind, timedelta]] = {
    NotificationKind.TASK_DUE: timedelta(hours=24),
    NotificationKind.CONSENT_DUE: timedelta(hours=24),
    NotificationKind.SEAT_ENDING: timedelta(days=3),
    NotificationKind.AUTHORISATION_EXPIRED: timedelta(0),
}
KEPT: Final = timedelta(days=180)


async def turn(database: Database) -> int:
    """Process new ledger facts, one transaction per team. Return how many facts."""
    async with database.engine() as session:
        grown = await recipients.grown(session, _TEAMS)
    considered = 0
    for jit in grown:
        try:
            async with database.engine() as session:
                considered += await _consider(session, jit)
        except Exception:  # an error must not block the other teams
            _logger.exception("a team's notifications were not made", jit=str(jit))
    return considered


async def _consider(session: Writing, jit: UUID) -> int:
    await session.execute(_BEGIN, {"jit": jit})
    position = (await session.execute(_HELD, {"jit": jit})).scalar_one_or_none()
    if position is None:  # another worker has locked it
        return 0
    facts = await recipients.facts_from(session, jit, position, _FACTS)
    notices = [one for fact in facts for one in _notices(fact)]
    told: dict[tuple[Any, ...], list[dict[str, Any]]] = {}
    replaced: dict[tuple[Any, ...], None] = {}
    for notice, seats in zip(notices, await _seats(session, jit, notices), strict=True):
        for row in notice.rows(seats):
            same = tuple(row[name] for name in _SAME)
            if notice.rule.anew:
                told[same], replaced[same] = [], None
            told.setdefault(same, []).append(row)
    if replaced:
        await session.execute(_REPLACE, [dict(zip(_SAME, same, strict=True)) for same in replaced])
    await _write(session, [row for rows in told.values() for row in rows])
    if facts:
        await session.execute(_MOVE, {"jit": jit, "next": facts[-1].position + 1})
    return len(facts)


class _Notice(NamedTuple):
    """A fact with one kind of notification that it may cause, before recipients are known."""

    fact: FactHeader
    kind: NotificationKind
    rule: Rule
    subject: UUID

    def rows(self, seats: Iterable[UUID]) -> Iterator[dict[str, Any]]:
        """Yield the rows of these seats."""
        whose = {"jit": self.fact.jit, "position": self.fact.position, "moment": None, "at": self.fact.at}
        return (whose | _row(seat, self.kind, self.rule, self.subject) for seat in sorted(seats))


def _notices(fact: FactHeader) -> Iterator[_Notice]:
    for kind, rule in of_fact(fact.kind).items():
        with suppress(ValueError):  # the entry names no subject, or was not made by a service of ours
            yield _Notice(fact, kind, rule, UUID(fact.subjects.get(SUBJECTS[rule.noun], "")))


async def _seats(session: Writing, jit: UUID, notices: Sequence[_Notice]) -> list[set[UUID]]:
    """Return the recipients of each notice, with one query per kind of recipient."""
    found: list[set[UUID]] = [set() for _ in notices]
    for whom in sorted({whom for one in notices for whom in one.rule.whom}):
        asked = [place for place, one in enumerate(notices) if whom in one.rule.whom]
        facts = [(notices[place].fact, notices[place].subject) for place in asked]
        for place, seats in zip(asked, await recipients.seats(session, whom, jit, facts), strict=True):
            found[place] |= seats
    return found


def _row(seat: UUID, kind: NotificationKind, rule: Rule, subject: UUID) -> dict[str, Any]:
    return {
        "id": clock.new_id(),
        "seat": seat,
        "kind": kind.value,
        "noun": rule.noun.value,
        "subject": subject,
        "urgency": int(rule.urgency),
    }


async def _write(session: Writing, rows: Sequence[dict[str, Any]]) -> None:
    if rows:
        await session.execute(_WRITE, {"rows": json.dumps(rows, default=_said)})


def _said(value: UUID | datetime) -> str:
    return value.isoformat() if isinstance(value, datetime) else str(value)


async def look_ahead(database: Database, now: datetime | None = None) -> int:
    """Create one notification for each approaching deadline and each expired authorisation. Return how many."""
    at = now or clock.now()
    told = 0
    for kind, rule in BY_CLOCK.items():
        async with database.engine() as session:
            near = (await session.execute(_NEAR[kind], {"kind": kind.value, "now": at, "then": at + AHEAD[kind]})).all()
            rows = list(_near_rows(kind, rule, near, at))
            await _write(session, rows)
            told += len(rows)
    return told


def _near_rows(kind: NotificationKind, rule: Rule, near: Iterable[Any], at: datetime) -> Iterable[dict[str, Any]]:
    for one in near:
        whose = {"jit": one.jit, "position": None, "moment": one.moment, "at": at}
        yield whose | _row(one.seat, kind, rule, one.subject)


async def purge(database: Database, now: datetime | None = None) -> int:
    """Delete notifications older than 180 days, and their e-mails. Return how many notifications."""
    before = {"before": (now or clock.now()) - KEPT}
    async with database.engine() as session:
        gone = len((await session.execute(_PURGE, before)).all())
        await session.execute(_PURGE_MAILS, before)
    return gone


_TIME: Final = DateTime(timezone=True)
_BEGIN: Final = text("insert into notification_cursors (jit, next) values (:jit, 0) on conflict do nothing")
_HELD: Final = text("select next from notification_cursors where jit = :jit for update skip locked")
_MOVE: Final = text("update notification_cursors set next = :next where jit = :jit")
_WRITE: Final = text(
    """
    insert into notifications (id, jit, seat, position, moment, kind, noun, subject, urgency, at)
    select id, jit, seat, position, moment, kind, noun, subject, urgency, at
      from jsonb_to_recordset(cast(:rows as jsonb))
           as x (id uuid, jit uuid, seat uuid, position bigint, moment timestamptz, kind text, noun text, subject uuid,
                 urgency smallint, at timestamptz)
     order by id on conflict do nothing
    """
)
#: A new notification of a rule with `anew` replaces earlier ones with the same seat, kind and subject.
_SAME: Final = ("seat", "kind", "subject")
_REPLACE: Final = text("delete from notifications where seat = :seat and kind = :kind and subject = :subject")
_SITS: Final = """m.state = 'seated' and m.account is not null and (m.until is null or m.until > :now)"""
_UNTOLD: Final = """not exists (select 1 from notifications n
    where n.seat = m.id and n.kind = :kind and n.subject = {subject} and n.moment = {moment})"""


def _near(said: str, subject: str, moment: str, waits: str, after: str = ":now") -> TextClause:
    untold = _UNTOLD.format(subject=subject, moment=moment)
    return text(
        f"""
        select m.jit, m.id as seat, {subject} as subject, {moment} as moment from {said}
         where {waits} and {moment} > {after} and {moment} <= :then and {_SITS} and {untold} order by {moment}, {subject}, m.id limit 500
        """  # noqa: S608 - constants of this file
    ).bindparams(bindparam("now", type_=_TIME), bindparam("then", type_=_TIME))


_NEAR: Final = {
    NotificationKind.TASK_DUE: _near(
        "tasks t join members m on m.jit = t.jit and m.id = any (t.assignee || t.co_assignees)",
        "t.id",
        "t.due_at",
        "t.state in ('open', 'in_progress', 'blocked')",
    ),
    NotificationKind.CONSENT_DUE: _near(
        "consents c join members m on m.jit = c.jit and m.party = c.asked_party and may_lead(m.roles)",
        "c.id",
        "c.due_at",
        "c.state in ('requested', 'seen')",
    ),
    NotificationKind.SEAT_ENDING: _near("members m", "m.id", "m.until", "true"),
    # An action that started after the end was confirmed without an authorisation.
    NotificationKind.AUTHORISATION_EXPIRED: _near(
        "actions a join action_plans p on p.jit = a.jit and p.action = a.id"
        " join operations o on o.jit = a.jit and o.id = a.operation"
        f" join members m on m.jit = a.jit and {recipients.EXECUTORS}",
        "a.id",
        "p.authorisation_until",
        "a.state = 'executing' and o.state = 'live'",
        after="a.since_at",
    ),
}
_PURGE: Final = text("delete from notifications where at < :before returning id").bindparams(
    bindparam("before", type_=_TIME)
)
_PURGE_MAILS: Final = text(
    "delete from mails x where x.made_at < :before and x.state <> 'queued'"
    " and not exists (select 1 from notifications n where n.mail = x.id or n.digest = x.id)"
).bindparams(bindparam("before", type_=_TIME))
