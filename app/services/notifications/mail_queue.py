"""Queue e-mails: notices of urgent notifications, daily digests, and reports about the account itself.

Notifications that arrive while a notice is queued are attached to it. The engine role queues without checking what
the member may see; rights are checked when the e-mail is sent.
Notifications of a suspended member or party are mailed after it is resumed, unless they were written over 3 days ago.
That age is measured at the last complete round, so that notifications do not expire while no worker runs.
Not here: sending (`services/notifications/mail_sending.py`).
"""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import DateTime, Row, bindparam, text

from app import clock
from app.access.mail_times import digest_day
from app.database import Database, Writing

_BATCH: Final = 200


async def queue_notices(database: Database, now: datetime | None = None) -> int:
    """Attach unmailed notifications to a notice for their account, one transaction each. Return how many accounts."""
    async with database.engine() as session:
        since = (await session.execute(_SINCE)).scalar_one()
        accounts = (await session.scalars(_UNTOLD, {"batch": _BATCH, "since": since})).all()
    queued = 0
    for account in accounts:
        async with database.engine() as session:
            queued += await _queue(session, account, since, now or clock.now())
    if queued == len(accounts) < _BATCH:  # otherwise the next run uses the same limit for the remaining accounts
        async with database.engine() as session:
            await session.execute(_LOOKED)
    return queued


async def _queue(session: Writing, account: UUID, since: datetime, now: datetime) -> int:
    await session.execute(_NOTICE, {"id": clock.new_id(), "account": account, "now": now})
    mail = (await session.execute(_WAITING, {"account": account})).scalar_one_or_none()
    if mail is None:  # it is being sent at this moment; the next run queues another
        return 0
    await session.execute(_ATTACH, {"mail": mail, "account": account, "since": since})
    await session.execute(
        _DUE, {"mail": mail, "now": now}
    )  # urgent items may be sent before the planned time, but not while retries to the mail server are pending
    return 1


async def queue_sign_ins(database: Database, now: datetime | None = None) -> int:
    """Queue an e-mail for each recent session that began on an unfamiliar browser or network. Return how many."""
    at = now or clock.now()
    async with database.engine() as session:
        return len((await session.execute(_SIGN_INS, {"now": at, "since": at - LATE})).all())


async def queue_acts_of_organisations(database: Database, now: datetime | None = None) -> int:
    """Queue an e-mail for each recent act of an organisation that its account is told of. Return how many."""
    at = now or clock.now()
    async with database.engine() as session:
        return len((await session.execute(_ACTS, {"now": at, "since": at - LATE})).all())


async def queue_digests(database: Database, now: datetime | None = None) -> int:
    """Queue a digest for each account whose hour has come on its day. Return how many."""
    at, queued = now or clock.now(), 0
    async with database.engine() as session:
        for row in (await session.execute(_DIGESTS)).all():
            day = _day_of(row, at)
            if day is not None:
                digest = {"id": clock.new_id(), "account": row.account, "day": day, "now": at}
                queued += len((await session.execute(_DIGEST, digest)).all())
    return queued


def _day_of(row: Row[Any], now: datetime) -> date | None:
    """Return the day of the digest due, or `None`. No digest for a day whose hour passed before e-mail was enabled."""
    day = digest_day(row.time_zone, row.digest_hour, now)
    if day is None or (row.last is not None and row.last >= day):
        return None
    due = datetime.combine(day, time(row.digest_hour), ZoneInfo(row.time_zone)).astimezone(UTC)
    return day if row.mailing_since <= due else None


_TIME: Final = DateTime(timezone=True)
#: Nobody is told of an older sign-in or act.
LATE: Final = timedelta(days=3)
_SIGN_INS: Final = text(
    """
    insert into mails (id, account, occasion, state, made_at, due_at)
    select s.id, s.account, 'sign_in', 'queued', s.created_at, :now
      from sessions s join accounts a on a.id = s.account and a.closed_at is null and not a.demonstration
     where s.unfamiliar and s.created_at >= :since
    on conflict (id) do nothing returning id
    """
).bindparams(bindparam("now", type_=_TIME), bindparam("since", type_=_TIME))
_ACTS: Final = text(
    """
    insert into mails (id, account, occasion, state, made_at, due_at)
    select o.id, o.concerned, case o.act when 'recovery.confirmed' then 'recovery' when 'recovery.done' then 'recovered'
                              else 'organisation' end, 'queued', o.at, :now
      from organisation_acts o join accounts a on a.id = o.concerned and a.closed_at is null
     where o.act in ('account.added', 'account.moved', 'recovery.confirmed', 'recovery.done') and o.at >= :since
    on conflict (id) do nothing returning id
    """
).bindparams(bindparam("now", type_=_TIME), bindparam("since", type_=_TIME))
#: Unmailed notifications older than this are not mailed; the page shows them. Time without a worker does not count.
_LATE: Final = "interval '3 days'"
_SINCE: Final = text(
    f"select least(statement_timestamp(), (select r.at from mail_rounds r)) - {_LATE}"  # noqa: S608 - a constant of this file
)
#: Updated at most once a minute, to save writes.
_LOOKED: Final = text(
    """
    insert into mail_rounds (one, at) values (true, statement_timestamp())
    on conflict (one) do update set at = excluded.at where mail_rounds.at < excluded.at - interval '1 minute'
    """
)
#: Condition of an active seat, as in `access/seats.py`.
_SITS: Final = """m.state = 'seated' and (m.until is null or m.until > statement_timestamp())
     and (m.party is null or exists (select 1 from parties t where t.jit = m.jit and t.id = m.party and t.status = 'active'
                                       and (t.leaves_at is null or t.leaves_at > statement_timestamp())))"""
_WANTED: Final = f"""n.mail is null and n.read_at is null and n.dismissed_at is null and p.by_mail
     and n.urgency <= p.threshold and n.at >= p.mailing_since and n.written_at > :since and {_SITS}"""
_UNTOLD: Final = text(
    f"""
    select distinct m.account from notifications n
      join members m on m.jit = n.jit and m.id = n.seat
      join notification_preferences p on p.account = m.account
      join accounts a on a.id = m.account and a.closed_at is null
     where {_WANTED} limit :batch
    """  # noqa: S608 - a constant of this file
).bindparams(bindparam("since", type_=_TIME))
_NOTICE: Final = text(
    """
    insert into mails (id, account, occasion, state, made_at, due_at) values (:id, :account, 'notice', 'queued', :now, :now)
    on conflict (account) where occasion = 'notice' and state = 'queued' do nothing
    """
).bindparams(bindparam("now", type_=_TIME))
_WAITING: Final = text(
    "select id from mails where account = :account and occasion = 'notice' and state = 'queued' for update skip locked"
)
_ATTACH: Final = text(
    f"""
    update notifications n set mail = :mail from members m, notification_preferences p
     where m.account = :account and n.jit = m.jit and n.seat = m.id and p.account = m.account and {_WANTED}
    """  # noqa: S608
).bindparams(bindparam("since", type_=_TIME))
_DUE: Final = text("update mails set due_at = least(due_at, :now) where id = :mail and tries = 0").bindparams(
    bindparam("now", type_=_TIME)
)
_DIGESTS: Final = text(
    """
    select p.account, p.digest_hour, p.mailing_since, a.time_zone,
           (select max(x.day) from mails x where x.account = p.account and x.occasion = 'digest') as last
      from notification_preferences p join accounts a on a.id = p.account and a.closed_at is null
     where p.by_mail and p.digest_hour is not null order by p.account
    """
)
_DIGEST: Final = text(
    """
    insert into mails (id, account, occasion, day, state, made_at, due_at)
    values (:id, :account, 'digest', :day, 'queued', :now, :now)
    on conflict (account, day) where occasion = 'digest' do nothing returning id
    """
).bindparams(bindparam("now", type_=_TIME))
