"""Calendar feeds: create, list and revoke them, find the feed of a secret, and fill feeds.

A feed reads with the member's current access and needs no session. The secret is shown once; only its hash is stored.
Unknown secrets, revoked feeds and feeds of inactive members all give the same `NotFound`.
In a closed team, feeds still work and can be revoked; the revocation gets no audit log entry.
A feed contains the entries of the calendar that concern the member (`services/calendar_entries.py`).
An external calendar provider receives it, so it names no team, party, exhibit or person.
A task appears by its number, everything else by its kind. Everything is read through row-level security.
Not here: the iCalendar format (`exports/calendar.py`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import or_, select, text, update
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access import seats
from app.access.roles import Permission
from app.access.seats import Seat, Visitor
from app.database import Database, Reading, Writing
from app.errors import Conflict, NotFound
from app.exports.calendar import Due, calendar_of
from app.i18n.phrases import Phrase
from app.identity import secrets
from app.ledger import journal
from app.ledger.facts import CalendarFeedMade, CalendarFeedRevoked
from app.models import Account, CalendarFeed
from app.services import calendar_entries
from app.services.accounts import throttles
from app.services.calendar_entries import CalendarEntry, CalendarKind, CalendarPeriod
from app.vault import threads

#: Maximum of feeds of a member that are not revoked.
MOST: Final = 5
_NOBODY: Final = UUID(int=0)
#: Key under which guesses are counted. The capital letter keeps it distinct from every e-mail address.
_DOOR: Final = "Calendar feeds"
_USED_EVERY: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class NewFeed:
    """A new feed; `secret` is part of its address and is not stored."""

    row: CalendarFeed
    secret: str


@dataclass(frozen=True, slots=True)
class FeedAccess:
    """The feed of a secret, and the member with whose access it reads."""

    feed: UUID
    seat: Seat


async def active_feeds(session: Reading, seat: Seat) -> Sequence[CalendarFeed]:
    """Return the member's own feeds that are not revoked, oldest first."""
    query = select(CalendarFeed).where(CalendarFeed.seat == seat.id, CalendarFeed.revoked_at.is_(None))
    return (await session.scalars(query.order_by(CalendarFeed.id))).all()


async def make(session: Writing, seat: Seat, name: str) -> NewFeed:
    """Create a feed. Raises `Conflict` if the member has `MOST` feeds already."""
    taken = {one.slot for one in await active_feeds(session, seat)}
    free = [slot for slot in range(1, MOST + 1) if slot not in taken]
    secret = secrets.session_secret()
    values: dict[str, Any] = {"id": clock.new_id(), "jit": seat.jit, "seat": seat.id, "name": name}
    values |= {"secret_hash": secrets.feed_digest(secret), "made_at": clock.now()}
    for slot in free:  # a slot that a concurrent request took is skipped
        done = insert(CalendarFeed).values(values | {"slot": slot}).on_conflict_do_nothing().returning(CalendarFeed.id)
        if await session.scalar(done) is not None:
            break
    else:
        raise Conflict(
            Phrase("You already have {most} calendar feeds. Revoke one first.", most=MOST), code="too-many-feeds"
        )
    row = await _own(session, values["id"])
    await journal.append(session, seat, await _said(CalendarFeedMade, session, seat, row.id))
    return NewFeed(row, secret)


async def revoke(session: Writing, seat: Seat, feed: UUID) -> None:
    """Revoke one of the member's own feeds. Raises `NotFound` if it is absent or already revoked."""
    query = update(CalendarFeed).where(CalendarFeed.id == feed, CalendarFeed.seat == seat.id)
    done = query.where(CalendarFeed.revoked_at.is_(None)).values(revoked_at=clock.now()).returning(CalendarFeed.id)
    if await session.scalar(done.execution_options(synchronize_session=False)) is None:
        raise NotFound
    if seat.closed:  # the audit log of a closed team accepts no entries
        return
    await journal.append(session, seat, await _said(CalendarFeedRevoked, session, seat, feed))


async def open_feed(database: Database, visitor: Visitor, secret: str, *, admits_demonstration: bool) -> FeedAccess:
    """Return the feed with this secret and its member, and record the use.

    The member is looked up for an unknown secret too, so that the response times are similar.
    Only unknown secrets count as guesses: a calendar client keeps asking for a revoked feed or an inactive member.
    Only a secret that gives a feed ends the count of its network; a revoked one leaves it as it is.

    Args:
        database: Opens its own transaction.
        visitor: The client; its network is throttled.
        secret: The secret in the address.
        admits_demonstration: Whether demonstration accounts may use feeds.

    Raises:
        NotFound: The secret is unknown, the feed is revoked, or its member is inactive or may not subscribe.
        Throttled: Too many unknown secrets came from this network.
    """
    digest, network = secrets.feed_digest(secret), throttles.network(visitor.address)
    async with database.writing() as session:
        async with session.begin_nested() as attempt:
            await throttles.take_a_try(
                session, _DOOR, network, "Too many wrong addresses from your network. Try again in {seconds} seconds."
            )
            rows = await session.execute(_OF, {"digest": digest, "demonstration": admits_demonstration})
            row = rows.one_or_none()
            if row is not None:  # no guess: the count is as it was before
                await attempt.rollback()
        named = (row.feed, row.seat, row.account, row.jit) if row is not None and row.stands else (_NOBODY,) * 4
        seat = await seats.take_again(session, *named[1:])
        if seat is not None and seat.keeps(Permission.CALENDAR_SUBSCRIBE):
            await throttles.give_back(session, _DOOR, network)
            await _note_use(session, named[0])
            return FeedAccess(named[0], seat)
    raise NotFound


async def again(session: Reading, found: FeedAccess) -> Seat:
    """Return the member of the feed as of this transaction.

    Raises:
        NotFound: The member is not active any more, or the feed was revoked.
    """
    seat = await seats.take_again(session, found.seat.id, found.seat.account, found.seat.jit)
    if seat is None or not any(one.id == found.feed for one in await active_feeds(session, seat)):
        raise NotFound
    return seat


async def _own(session: Reading, feed: UUID) -> CalendarFeed:
    return (await session.scalars(select(CalendarFeed).where(CalendarFeed.id == feed))).one()


async def _note_use(session: Writing, feed: UUID) -> None:
    now = clock.now()
    query = update(CalendarFeed).where(CalendarFeed.id == feed, CalendarFeed.revoked_at.is_(None))
    long_ago = or_(CalendarFeed.last_used_at.is_(None), CalendarFeed.last_used_at < now - _USED_EVERY)
    await session.execute(query.where(long_ago).values(last_used_at=now), execution_options=_UNSYNCHRONISED)


async def _said(fact: type[CalendarFeedMade], session: Reading, seat: Seat, feed: UUID) -> CalendarFeedMade:
    """Build the fact. Its recipient is the member; auditors of the party read it too."""
    assert seat.party is not None
    return fact(feed=feed, hearing=((seat.party, (seat.id,)),), addresses=len(await active_feeds(session, seat)))


_UNSYNCHRONISED: Final = {"synchronize_session": False}
_OF: Final = text("select feed, jit, seat, account, stands from calendar_feed_of(:digest, :demonstration)")


#: Maximum of entries of each kind. Days further away than `_NEAR` are left out: each year adds time zone rules.
MOST_EVENTS: Final = 2000
_NEAR: Final = timedelta(days=10 * 366)
_K: Final = CalendarKind
_WORDS: Final = {
    "en": {
        "name": "Deadlines",
        _K.TASK: "Task {} due",
        _K.ACTION_DAY: "Action day",
        _K.HEARING: "Hearing",
        _K.REQUEST_DEADLINE: "Deadline of a legal request",
        _K.DATA_LAPSE: "Preserved data lapse",
        _K.RELEASE_END: "A release ends",
        _K.CONSENT_ANSWER: "Answer to a request due",
        _K.CONSENT_END: "A consent ends",
        _K.RETENTION_REVIEW: "Review due",
        _K.NOTICE_REVIEW: "Review due",
        _K.REQUEST_REVIEW: "Review due",
        _K.ACCESS_END: "Access ends",
    },
    "fr": {
        "name": "Échéances",
        _K.TASK: "Tâche {} : échéance",
        _K.ACTION_DAY: "Journée d\u2019action",
        _K.HEARING: "Audience",
        _K.REQUEST_DEADLINE: "Demande d\u2019entraide : délai",
        _K.DATA_LAPSE: "Données conservées : fin",
        _K.RELEASE_END: "Communication : fin",
        _K.CONSENT_ANSWER: "Réponse à une demande : échéance",
        _K.CONSENT_END: "Consentement : fin",
        _K.RETENTION_REVIEW: "Réexamen : échéance",
        _K.NOTICE_REVIEW: "Réexamen : échéance",
        _K.REQUEST_REVIEW: "Réexamen : échéance",
        _K.ACCESS_END: "Accès : fin",
    },
}
#: Of these, many end at once; the feed contains each day or moment once.
_ONCE: Final = frozenset({_K.RETENTION_REVIEW, _K.NOTICE_REVIEW, _K.REQUEST_REVIEW, _K.RELEASE_END})


async def contents(session: Reading, seat: Seat, feed: UUID) -> bytes:
    """Return the member's calendar as iCalendar bytes, in the account's language. Event ids are unique to the feed."""
    locale = await session.scalar(select(Account.locale).where(Account.id == seat.account))
    words = _WORDS.get((locale or "en")[:2], _WORDS["en"])
    today = clock.now().date()
    period = CalendarPeriod(today - _NEAR, today + _NEAR, "UTC", MOST_EVENTS)
    found = (await calendar_entries.of(session, seat, period)).items
    dues = dict[UUID, Due]()
    for one in found:
        # In a closed team there is nothing to do any more.
        if one.mine and (not seat.closed or one.kind is CalendarKind.ACCESS_END):
            due = _event(feed, one, words)
            former = dues.get(due.id)
            dues[due.id] = due if former is None or due.said_at < former.said_at else former
    return await threads.run(calendar_of, words["name"], list(dues.values()))


def _event(feed: UUID, one: CalendarEntry, words: Mapping[str, str]) -> Due:
    """Return the event of an entry: the number of a task, and of everything else the kind alone."""
    subject = one.at if one.kind in _ONCE else f"{one.subject} {one.at}"
    what = words[one.kind].format(one.number)
    return Due(clock.named_id(f"{feed} {one.kind} {subject}"), what, one.at, one.zone, one.changed_at)
