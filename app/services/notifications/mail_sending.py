"""Send queued e-mails one at a time, after checking what the recipient may see at that moment.

The row stays locked while the server is contacted, and the same transaction sets it to `sent`. No other worker sends
it meanwhile, and an accepted e-mail is not sent again once that is committed.
If a worker dies between the server's acceptance and the commit, the next worker sends the same bytes with the same
Message-ID.
Notifications of inactive seats are detached and wait for another notice (`services/notifications/mail_queue.py`). A digest marks the
notifications it covers, so that the next digest covers the rest.
Not here: content (`services/notifications/letters.py`), and quiet hours (`access/mail_times.py`).
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import DateTime, Row, bindparam, select, text

from app import clock, log
from app.access import seats
from app.access.mail_times import earliest
from app.access.notification_rules import Urgency
from app.database import Database, Reading, Requester, Writing
from app.locks import Lock, try_lock
from app.models import Member
from app.services.notifications import preferences
from app.services.notifications.letters import ABOUT_THE_ACCOUNT, letter
from app.services.notifications.mail_post import NotSentError, Post
from app.services.notifications.mail_queue import LATE
from app.services.notifications.preferences import Preferences

TRIES: Final = 10
_LONGEST_PAUSE: Final = timedelta(hours=4)
#: How far a digest looks back beyond the previous one, in case no worker ran.
_LOOKS_BACK: Final = timedelta(days=7)
_NOTHING: Final = "nothing is left to say"
_AS_LONG_AS_IT_TAKES: Final = text("set local idle_in_transaction_session_timeout = 0")
_logger = log.get("mail")


@dataclass(frozen=True, slots=True)
class _Found:
    """Unread notifications that the account may see now, the highest urgency among them, and its active seats."""

    told: tuple[UUID, ...] = ()
    urgency: Urgency | None = None
    sit: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class _Verdict:
    """What happens to the e-mail: sent to `to`, delayed until `wait`, or dropped.

    `found`: the notifications it covers.
    """

    to: Preferences | None = None
    wait: datetime | None = None
    dropped: str | None = None
    found: _Found = _Found()


async def send_next(database: Database, post: Post, now: datetime | None = None) -> int:
    """Send, delay or drop the e-mail that has been due longest. Return 1 if there was one."""
    at = now or clock.now()
    async with database.engine() as holding:
        await holding.execute(_AS_LONG_AS_IT_TAKES)
        row = (await holding.execute(_NEXT, {"now": at})).one_or_none()
        if row is None or not await try_lock(holding, Lock.MAIL, row.account):
            return 0
        last = (await holding.execute(_LAST, {"account": row.account})).scalar_one()
        try:
            verdict = await _judge(database, post, row, at, last)
        except Exception:  # an error must not block other e-mails
            _logger.exception("whether an e-mail may go could not be judged", mail=str(row.id))
            verdict = _Verdict(wait=at + _LONGEST_PAUSE)
        changed: dict[str, Any] = {"state": "queued", "due_at": row.due_at, "tries": row.tries, "problem": None}
        if verdict.to is None:
            changed |= {"due_at": verdict.wait} if verdict.wait else {"state": "dropped", "problem": verdict.dropped}
            changed["sent_at"] = None
        else:
            changed |= await _try(post, row, verdict.to, at)
        await holding.execute(_BECOMES, {"id": row.id} | changed)
        await _settle(holding, row, verdict, changed["state"])
    return 1


async def _settle(holding: Writing, row: Row[Any], verdict: _Verdict, state: str) -> None:
    """Mark the notifications of a sent digest; detach those of inactive seats from a notice."""
    if row.occasion == "digest":
        if state == "sent":
            await holding.execute(_TOLD, {"mail": row.id, "told": list(verdict.found.told)})
    elif state == "sent" or (state == "dropped" and verdict.dropped == _NOTHING):
        await holding.execute(_LET_GO, {"mail": row.id, "sit": list(verdict.found.sit)})


async def _try(post: Post, row: Row[Any], to: Preferences, now: datetime) -> dict[str, Any]:
    tries = row.tries + 1
    try:
        message = letter(post.head, row.id, row.made_at, row.occasion, to.email, to.locale)
        await post.send(message, to.email)
    except (NotSentError, ValueError) as error:
        problem = error.problem if isinstance(error, NotSentError) else "the address is none"
        over = tries >= TRIES or not isinstance(error, NotSentError) or error.final
        _logger.warning("an e-mail was not sent", mail=str(row.id), problem=problem, tries=tries, given_up=over)
        pause = min(timedelta(minutes=2**tries), _LONGEST_PAUSE)
        state = "failed" if over else "queued"
        return {"state": state, "due_at": now + pause, "tries": tries, "problem": problem, "sent_at": None}
    return {"state": "sent", "tries": tries, "sent_at": max(now, clock.now())}


async def _judge(database: Database, post: Post, row: Row[Any], now: datetime, last: datetime | None) -> _Verdict:
    async with database.reading() as session:
        to = await preferences.of(session, row.account)
        if row.occasion in ABOUT_THE_ACCOUNT:
            return _judge_about_account(to, row, now)
        if not to.writable or not to.wanted.by_mail:
            return _Verdict(dropped="not wanted any more")
        if row.occasion == "digest" and to.wanted.digest_hour is None:
            return _Verdict(dropped="not wanted any more")
        found = await _find(session, row)
    if not found.told:
        return _Verdict(dropped=_NOTHING, found=found)
    urgent = row.occasion == "notice" and found.urgency is Urgency.NOW
    due = earliest(to.hours, now, last, post.apart, urgent=urgent)
    return _Verdict(wait=due) if due > now else _Verdict(to=to, found=found)


def _judge_about_account(to: Preferences, row: Row[Any], now: datetime) -> _Verdict:
    late = row.made_at < now - LATE
    return _Verdict(to=to) if to.writable and not late else _Verdict(dropped="nobody to tell, or too late")


async def _find(session: Reading, row: Row[Any]) -> _Found:
    """Return the notifications that the e-mail covers, read with the rights of each active seat of the account."""
    account: UUID = row.account
    await session.say_who(Requester(account=account))
    held = (await session.execute(select(Member.id, Member.jit).where(Member.account == account))).all()
    told: list[Any] = []
    sit: list[UUID] = []
    for member, jit in held:
        seat = await seats.take_again(session, member, account, jit)
        if seat is None:
            continue
        sit.append(seat.id)
        if row.occasion == "notice":
            told += (await session.execute(_ATTACHED, {"seat": seat.id, "mail": row.id})).all()
        else:
            since = (row.former or row.made_at) - _LOOKS_BACK
            told += (await session.execute(_UNTOLD, {"seat": seat.id, "since": since})).all()
    urgency = Urgency(min(one.urgency for one in told)) if told else None
    return _Found(tuple(one.id for one in told), urgency, tuple(sit))


_TIME: Final = DateTime(timezone=True)
_NEXT: Final = text(
    """
    select m.id, m.account, m.occasion, m.day, m.made_at, m.due_at, m.tries,
           (select max(f.made_at) from mails f where f.account = m.account and f.occasion = 'digest' and f.day < m.day) as former
      from mails m where m.state = 'queued' and m.due_at <= :now order by m.due_at, m.id limit 1 for update of m skip locked
    """
).bindparams(bindparam("now", type_=_TIME))
#: When the next e-mail is due.
NEXT: Final = text("select min(due_at) from mails where state = 'queued'")
_LAST: Final = text("select max(sent_at) from mails where account = :account and state = 'sent'")
_UNREAD: Final = (
    "select n.id, n.urgency from notifications n where n.seat = :seat and n.read_at is null and n.dismissed_at is null"
)
_ATTACHED: Final = text(f"{_UNREAD} and n.mail = :mail")
#: Not in a digest yet. `written_at`, because the fact may have happened long before.
_UNTOLD: Final = text(f"{_UNREAD} and n.digest is null and n.written_at >= :since").bindparams(
    bindparam("since", type_=_TIME)
)
_TOLD: Final = text("update notifications set digest = :mail where id = any (:told)")
_LET_GO: Final = text("update notifications set mail = null where mail = :mail and seat <> all (:sit)")
_BECOMES: Final = text(
    "update mails set state = :state, due_at = :due_at, tries = :tries, problem = :problem, sent_at = :sent_at where id = :id"
).bindparams(bindparam("due_at", type_=_TIME), bindparam("sent_at", type_=_TIME))
