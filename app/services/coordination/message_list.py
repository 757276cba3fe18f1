"""Read messages as one member: pages of a channel in both directions, search, single messages, and read marks.

Row-level security decides which messages exist for the member. Nobody else sees a member's read mark.
Not here: changes of messages (`messages.py`, `decisions.py`).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeVar
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.dialects.postgresql import insert

from app.access.seats import Seat
from app.database import Reading, Writing
from app.ledger import entries
from app.models import FormerWords, Message, MessageLink, ReadMark, Task, TaskDecision, Translation
from app.services.coordination import channels, messages, search_terms, signing
from app.services.coordination.signing import SignatureDetails
from app.services.coordination.tasks import task_matters
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster


@dataclass(frozen=True, slots=True)
class MessageDetails:
    """A message with related rows, as far as the member may see them.

    Attributes:
        message: The message.
        roster: Codes and names of the team's parties and members.
        days: Retention period of chat.
        links: Exhibits behind its markers.
        former: Former texts of a corrected chat message.
        translations: Its translations.
        signed: Signatures under a decision.
        tasks: Tasks linked to a decision.
        corrected_by: The decision that corrects this one.
        position: Position of a decision's audit log entry.
        may_sign: Whether the member may add a signature of the party.
    """

    message: Message
    roster: Roster
    days: int
    links: Sequence[MessageLink] = ()
    former: Sequence[FormerWords] = ()
    translations: Sequence[Translation] = ()
    signed: Sequence[SignatureDetails] = ()
    tasks: Sequence[Task] = ()
    corrected_by: UUID | None = None
    position: int | None = None
    may_sign: bool = False


@dataclass(frozen=True, slots=True)
class MessagePage:
    """A page of a channel, oldest message first, and whether there are earlier and later messages."""

    items: list[MessageDetails]
    earlier: bool
    later: bool


@dataclass(frozen=True, slots=True)
class PagePosition:
    """Where a page starts: before a message, after one, or at one; the end of the channel if all are `None`."""

    before: UUID | None = None
    after: UUID | None = None
    at: UUID | None = None


@dataclass(frozen=True, slots=True)
class Filters:
    """Search filters; `None` does not filter."""

    words: str
    channel: UUID | None = None
    kind: str | None = None


async def page_of(session: Reading, seat: Seat, channel: UUID, where: PagePosition, limit: int) -> MessagePage:
    """Return a page of a channel. Raises `NotFound` if the channel is absent or invisible."""
    await channels.find(session, channel)
    query = select(Message).where(Message.channel == channel)
    number = Message.number
    if where.after is not None or where.at is not None:
        edge = await _number(session, channel, where.after or where.at)
        onwards = query.where(number > edge if where.after is not None else number >= edge).order_by(number)
        rows = list((await session.scalars(onwards.limit(limit + 1))).all())
        later, rows = len(rows) > limit, rows[:limit]
    else:
        if where.before is not None:
            query = query.where(number < await _number(session, channel, where.before))
        rows = list((await session.scalars(query.order_by(number.desc()).limit(limit + 1))).all())
        later, rows = where.before is not None, rows[:limit][::-1]
    first = rows[0].number if rows else None
    earlier = first is not None and await _any_before(session, channel, first)
    return MessagePage(await _with_details(session, seat, rows), earlier, later)


async def _number(session: Reading, channel: UUID, message: UUID | None) -> int:
    """Return the number of a message in the channel; 0 (before all) if it does not exist any more."""
    found = await session.scalar(select(Message.number).where(Message.id == message, Message.channel == channel))
    return found or 0


async def _any_before(session: Reading, channel: UUID, number: int) -> bool:
    query = select(Message.id).where(Message.channel == channel, Message.number < number).limit(1)
    return await session.scalar(query) is not None


async def found(
    session: Reading, seat: Seat, filters: Filters, before: UUID | None, limit: int
) -> list[MessageDetails]:
    """Return messages that match the full-text search (`search_terms`), newest first."""
    matching = Message.words.bool_op("@@")(search_terms.terms_query(filters.words))
    query = select(Message).where(Message.jit == seat.jit, matching)
    if filters.channel is not None:
        query = query.where(Message.channel == filters.channel)
    if filters.kind is not None:
        query = query.where(Message.kind == filters.kind)
    if before is not None:
        query = query.where(Message.id < before)
    return await _with_details(
        session, seat, (await session.scalars(query.order_by(Message.id.desc()).limit(limit))).all()
    )


async def awaiting(session: Reading, seat: Seat, before: UUID | None, limit: int) -> list[MessageDetails]:
    """Return the decisions that await a signature of the member's party, newest first."""
    return await _with_details(session, seat, await signing.awaiting(session, seat, before, limit))


async def read(session: Reading, seat: Seat, channel: UUID, message: UUID) -> MessageDetails:
    """Return one message. Raises `NotFound`."""
    return (await _with_details(session, seat, [await messages.find(session, channel, message)]))[0]


async def mark(session: Writing, seat: Seat, channel: UUID, message: UUID) -> None:
    """Move the member's read mark to this message; it never moves back. Raises `NotFound`."""
    number = (await messages.find(session, channel, message)).number
    row = insert(ReadMark).values(channel=channel, seat=seat.id, jit=seat.jit, number=number)
    further = func.greatest(ReadMark.number, row.excluded.number)
    await session.execute(row.on_conflict_do_update(index_elements=["channel", "seat"], set_={"number": further}))


@dataclass(slots=True)
class _Hanging:
    links: list[MessageLink] = field(default_factory=list)
    former: list[FormerWords] = field(default_factory=list)
    translations: list[Translation] = field(default_factory=list)


async def _with_details(session: Reading, seat: Seat, rows: Sequence[Message]) -> list[MessageDetails]:
    wanted = [one.id for one in rows]
    hanging: dict[UUID, _Hanging] = defaultdict(_Hanging)
    for link in await session.scalars(_of(MessageLink, wanted).order_by(MessageLink.place)):
        hanging[link.message].links.append(link)
    for former in await session.scalars(_of(FormerWords, wanted).order_by(FormerWords.version)):
        hanging[former.message].former.append(former)
    for translation in await session.scalars(_of(Translation, wanted).order_by(Translation.id)):
        hanging[translation.message].translations.append(translation)
    corrected = await session.execute(select(Message.corrects, Message.id).where(Message.corrects.in_(wanted)))
    by = {row.corrects: row.id for row in corrected}
    decisions = [one.id for one in rows if one.kind == "decision"]
    signed = await signing.signatures(session, decisions)
    tasks = await task_matters.tasks_of(session, TaskDecision, decisions)
    may_sign = await signing.may_sign(session, seat)
    positions = await entries.placed(session, [one.entry for one in rows if one.entry is not None])
    roster, days = await rosters.of(session, seat.jit), await channels.retention_days(session, seat)
    return [
        MessageDetails(
            one,
            roster,
            days,
            hanging[one.id].links,
            hanging[one.id].former,
            hanging[one.id].translations,
            signed.get(one.id, ()),
            tasks.get(one.id, ()),
            by.get(one.id),
            None if one.entry is None else positions.get(one.entry),
            may_sign and one.text is not None,
        )
        for one in rows
    ]


_Attached = TypeVar("_Attached", MessageLink, FormerWords, Translation)


def _of(table: type[_Attached], wanted: Sequence[UUID]) -> "Select[_Attached]":
    return select(table).where(table.message.in_(wanted))
