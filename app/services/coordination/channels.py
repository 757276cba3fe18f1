"""Channels: open one for the whole team or for some parties, close it, list them, and set how long chat is kept.

The parties of a channel never change; another group needs another channel.
Parties beyond the Union are in no channel: chat cannot be attested (`access/coordination/channels.py`).
The retention period is a clause of the agreement. The latest one applies to all chat, also to older messages.
Each change in a channel increments its counter (table `pulses`) by a trigger. The live channel reads only the counters.
Not here: messages (`messages.py`, `decisions.py`), and deletion of expired chat (`chat_expiry.py`).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import Uuid, bindparam, select, text
from sqlalchemy.dialects.postgresql import ARRAY

from app import clock
from app.access.seats import Seat
from app.database import Database, Reading, Writing
from app.errors import Conflict, NotFound, Stale
from app.ledger import journal
from app.ledger.facts import ChannelClosed, ChannelOpened, TalkAgreed
from app.models import Channel, TalkRule
from app.queries import scalar
from app.services.coordination import recipients
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster

CLOSED: Final = "This channel is closed. Its messages can only be read."


@dataclass(frozen=True, slots=True)
class Opening:
    """A channel as it is opened.

    Attributes:
        name: Its name.
        parties: Codes of its parties (the opener's own is always added); the whole team if `None`.
        service: Whether its texts may be sent to the operator's translation service.
    """

    name: str
    parties: Sequence[str] | None
    service: bool = False


@dataclass(frozen=True, slots=True)
class ChannelDetails:
    """A channel with its unread messages for one member; `mentioned`: how many of them mention the member."""

    channel: Channel
    roster: Roster
    unread: int
    mentioned: int
    first_unread: UUID | None
    last_at: Any


async def open_for(session: Writing, seat: Seat, opening: Opening) -> UUID:
    """Open a channel and return its id.

    Raises:
        NotFound: The member belongs to no party of the team.
        Invalid: A code is not of a party of the team.
        Conflict: A party is beyond the Union.
    """
    roster = await rosters.of(session, seat.jit)
    own = next((one for one in roster.parties if one.id == seat.party), None)
    if own is None or seat.party is None:
        raise NotFound
    named = [roster.party(code, f"parties.{at}") for at, code in enumerate(opening.parties or ())]
    for one in (own, *named):
        rosters.demand_within(one)
    channel = Channel(
        id=clock.new_id(),
        jit=seat.jit,
        name=opening.name,
        whole=opening.parties is None,
        parties=[] if opening.parties is None else sorted({own.id, *(one.id for one in named)}),
        service=opening.service,
        opened_by=seat.id,
        opened_at=clock.now(),
    )
    session.add(channel)
    await session.flush()
    fact = ChannelOpened(
        channel=channel.id,
        channel_name=channel.name,
        hearing=recipients.of_channel(channel, roster),
        whole=channel.whole,
        parties=[one.code for one in recipients.channel_parties(channel, roster)],
        service=channel.service,
    )
    await journal.append(session, seat, fact)
    return channel.id


async def close(session: Writing, seat: Seat, channel: UUID, *, reason: str, expected: int) -> None:
    """Close a channel. Its messages stay readable.

    Raises:
        NotFound: The channel is absent or invisible.
        Conflict: It is already closed.
        Stale: It is not at version `expected`.
    """
    await find_open(session, channel)
    # FOR NO KEY UPDATE: a new message locks the pulse, then the channel's key. A stronger lock could deadlock.
    query = select(Channel).where(Channel.id == channel).with_for_update(key_share=True)
    query = query.execution_options(populate_existing=True)
    found = (await session.scalars(query)).one_or_none()
    if found is None:  # a concurrent request closed it
        raise Conflict(CLOSED, code="channel-closed")
    if found.version != expected:
        raise Stale("Another user changed the channel. Reload it.", extra={"current": {"version": found.version}})
    found.closed_by, found.closed_at, found.close_reason = seat.id, clock.now(), reason
    found.version += 1
    await session.flush()
    hearing = recipients.of_channel(found, await rosters.of(session, seat.jit))
    fact = ChannelClosed(channel=channel, channel_name=found.name, hearing=hearing, reason=reason)
    await journal.append(session, seat, fact)


async def find(session: Reading, channel: UUID) -> Channel:
    """Return a channel of which the member is part. Raises `NotFound`."""
    found = (await session.scalars(select(Channel).where(Channel.id == channel))).one_or_none()
    if found is None:
        raise NotFound
    return found


async def find_open(session: Reading, channel: UUID) -> Channel:
    """Return a channel of which the member is part. Raises `NotFound`, and `Conflict` if it is closed."""
    found = await find(session, channel)
    if found.closed_at is not None:
        raise Conflict(CLOSED, code="channel-closed")
    return found


async def list_all(session: Reading, seat: Seat, before: UUID | None, limit: int) -> list[ChannelDetails]:
    """Return the member's channels, newest first, from before channel `before`."""
    query = select(Channel).where(Channel.jit == seat.jit).order_by(Channel.id.desc()).limit(limit)
    found = (await session.scalars(query if before is None else query.where(Channel.id < before))).all()
    return await _with_details(session, seat, found)


async def read(session: Reading, seat: Seat, channel: UUID) -> ChannelDetails:
    """Return one channel with its unread messages. Raises `NotFound`."""
    return (await _with_details(session, seat, [await find(session, channel)]))[0]


async def _with_details(session: Reading, seat: Seat, found: Sequence[Channel]) -> list[ChannelDetails]:
    rows = await session.execute(_NEWS, {"channels": [one.id for one in found], "seat": seat.id})
    news = {row.channel: row for row in rows}
    roster = await rosters.of(session, seat.jit)
    return [
        ChannelDetails(one, roster, row.unread, row.mentioned, row.first_unread, row.last_at)
        for one in found
        for row in (news[one.id],)
    ]


#: Unread messages are counted up to this number.
MOST_UNREAD: Final = 100
_NEWS: Final = text(
    f"""
    select w.channel, n.unread, n.mentioned, n.first_unread,
           (select m.at from messages m where m.channel = w.channel order by m.number desc limit 1) as last_at
      from unnest(cast(:channels as uuid[])) as w (channel)
      left join read_marks r on r.channel = w.channel and r.seat = :seat
      cross join lateral (
        select count(*)::integer as unread, (count(*) filter (where cast(:seat as uuid) = any (x.mentions)))::integer as mentioned,
               (array_agg(x.id order by x.number))[1] as first_unread
          from (select m.id, m.number, m.mentions from messages m
                 where m.channel = w.channel and m.number > coalesce(r.number, 0) and m.seat <> :seat and m.text is not null
                 order by m.number limit {MOST_UNREAD}) x) n
    """  # noqa: S608 - a constant of this file
)


MOST_CLAUSES: Final = 100
#: Default period; `talk_kept` and `erase_old_talk` in `app/schema/coordination/chat.sql` have the same.
DEFAULT_RETENTION_DAYS: Final = 30


async def agree_retention(session: Writing, seat: Seat, *, days: int, clause: str) -> TalkRule:
    """Enter a clause that sets the retention period, in days, and return it."""
    row = TalkRule(
        id=clock.new_id(), jit=seat.jit, days=days, clause=clause, decided_by=seat.id, decided_at=clock.now()
    )
    session.add(row)
    await session.flush()
    await journal.append(session, seat, TalkAgreed(rule=row.id, days=days, clause=clause))
    return row


async def retention_clauses(session: Reading, seat: Seat) -> Sequence[TalkRule]:
    """Return the entered clauses, newest first. Only the first one applies."""
    query = select(TalkRule).where(TalkRule.jit == seat.jit).order_by(TalkRule.id.desc())
    return (await session.scalars(query.limit(MOST_CLAUSES))).all()


async def retention_days(session: Reading, seat: Seat) -> int:
    """Return the retention period of chat in days."""
    days = await session.fetch_first(_RETENTION, jit=seat.jit)
    return DEFAULT_RETENTION_DAYS if days is None else days


_RETENTION: Final = scalar(int, "select days from talk_rules where jit = :jit order by id desc limit 1")

NEWS_CHANNEL: Final = "liaison_talk"


class ChannelCounter(NamedTuple):
    """A channel's team, its parties (`whole`: all of them), and its number of changes."""

    jit: UUID
    whole: bool
    parties: frozenset[UUID]
    changes: int


async def read_counters(database: Database, jits: Collection[UUID]) -> Mapping[UUID, ChannelCounter]:
    """Return every channel of these teams, by id."""
    async with database.engine() as session:
        rows = await session.execute(_COUNTERS, {"jits": list(jits)})
        return {row.id: ChannelCounter(row.jit, row.whole, frozenset(row.parties), row.beats) for row in rows}


async def notify_of_news(database: Database) -> None:
    """Notify other processes, so that they need not wait for their next poll."""
    async with database.engine() as session:
        await session.execute(_NOTIFY, {"channel": NEWS_CHANNEL})


_COUNTERS: Final = text(
    """
    select c.id, c.jit, c.whole, c.parties, p.beats from channels c join pulses p on p.channel = c.id
     where c.jit = any(:jits)
    """
).bindparams(bindparam("jits", type_=ARRAY(Uuid)))
_NOTIFY: Final = text("select pg_notify(:channel, '')")
