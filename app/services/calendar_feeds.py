"""Calendar feeds of a seat: made, listed and revoked by its person; and whose a secret is that somebody shows.

A feed reads as its seat is at that very moment, whoever is signed in or not. Its secret is told once. Nobody learns from an
answer, or from its time, whether a secret is unknown or revoked, or leads to a seat that does not sit.
One of a closed team says what is left, and is revoked without an entry. Deliberately not here: what a feed says (`services/calendars.py`).
"""

from collections.abc import Sequence
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
from app.identity import secrets
from app.ledger import journal
from app.ledger.facts import CalendarFeedMade, CalendarFeedRevoked
from app.models import CalendarFeed
from app.services import throttles

#: A seat has no more that stand.
MOST: Final = 5
_NOBODY: Final = UUID(int=0)
#: What guesses are counted under: with a capital letter, so that no e-mail address is it.
_DOOR: Final = "Calendar feeds"
_USED_EVERY: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Made:
    """A new feed; `secret` is in its address and nothing else keeps it."""

    row: CalendarFeed
    secret: str


@dataclass(frozen=True, slots=True)
class Shown:
    """The feed behind a secret, and the seat as which it reads."""

    feed: UUID
    seat: Seat


async def standing(session: Reading, seat: Seat) -> Sequence[CalendarFeed]:
    """One's own that were not revoked, oldest first."""
    query = select(CalendarFeed).where(CalendarFeed.seat == seat.id, CalendarFeed.revoked_at.is_(None))
    return (await session.scalars(query.order_by(CalendarFeed.id))).all()


async def make(session: Writing, seat: Seat, name: str) -> Made:
    """Make one. Raises `Conflict` where the seat has as many as it may: then none was made."""
    taken = {one.slot for one in await standing(session, seat)}
    free = [slot for slot in range(1, MOST + 1) if slot not in taken]
    secret = secrets.session_secret()
    values: dict[str, Any] = {"id": clock.new_id(), "jit": seat.jit, "seat": seat.id, "name": name}
    values |= {"secret_hash": secrets.feed_digest(secret), "made_at": clock.now()}
    for slot in free:  # one that another request takes meanwhile is passed over
        done = insert(CalendarFeed).values(values | {"slot": slot}).on_conflict_do_nothing().returning(CalendarFeed.id)
        if await session.scalar(done) is not None:
            break
    else:
        raise Conflict(
            f"A seat has {MOST} calendar feeds at most: revoke one first. Nothing was made.", code="too-many-feeds"
        )
    row = await _own(session, values["id"])
    await journal.append(session, seat, await _said(CalendarFeedMade, session, seat, row.id))
    return Made(row, secret)


async def revoke(session: Writing, seat: Seat, feed: UUID) -> None:
    """From now on its address leads nowhere. Raises `NotFound`, also for one that was revoked before."""
    query = update(CalendarFeed).where(CalendarFeed.id == feed, CalendarFeed.seat == seat.id)
    done = query.where(CalendarFeed.revoked_at.is_(None)).values(revoked_at=clock.now()).returning(CalendarFeed.id)
    if await session.scalar(done.execution_options(synchronize_session=False)) is None:
        raise NotFound
    if seat.closed:  # its ledger has had its last entry
        return
    await journal.append(session, seat, await _said(CalendarFeedRevoked, session, seat, feed))


async def shown(database: Database, visitor: Visitor, secret: str, *, admits_demonstration: bool) -> Shown:
    """Whose secret this is, noted as used. Raises `NotFound` alike for whatever does not lead anywhere, `Throttled`.

    What is unknown takes the same steps as what is known: a seat is looked for in any case. A guess is a secret that never was: one
    that was revoked, or whose seat does not sit, is asked again and again by a calendar that does not know better.
    """
    digest, network = secrets.feed_digest(secret), throttles.network(visitor.address)
    async with database.writing() as session:
        await throttles.take_a_try(session, _DOOR, network, "Too many wrong addresses were tried from here.")
        rows = await session.execute(_OF, {"digest": digest, "demonstration": admits_demonstration})
        row = rows.one_or_none()
        named = (row.feed, row.seat, row.account, row.jit) if row is not None and row.stands else (_NOBODY,) * 4
        seat = await seats.take_again(session, *named[1:])
        if row is not None:
            await throttles.give_back(session, _DOOR, network)
        if seat is not None and seat.keeps(Permission.CALENDAR_SUBSCRIBE):
            await _note_use(session, named[0])
            return Shown(named[0], seat)
    raise NotFound


async def again(session: Reading, found: Shown) -> Seat:
    """The same seat in another transaction, as it is by now. Raises `NotFound`."""
    seat = await seats.take_again(session, found.seat.id, found.seat.account, found.seat.jit)
    if seat is None or not any(one.id == found.feed for one in await standing(session, seat)):
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
    """Heard by its own seat; an auditor of the party hears whatever its seats do."""
    assert seat.party is not None
    return fact(feed=feed, hearing=((seat.party, (seat.id,)),), addresses=len(await standing(session, seat)))


_UNSYNCHRONISED: Final = {"synchronize_session": False}
_OF: Final = text("select feed, jit, seat, account, stands from calendar_feed_of(:digest, :demonstration)")
