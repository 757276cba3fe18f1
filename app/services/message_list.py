"""What was said, as one seat reads it: a channel's messages by keyset both ways, those that hold words, and how far one has read.

Row-level security decides which there are. How far a seat has read is its own affair: nobody else is told. Deliberately not
here: any change of a message (`talk.py`, `on_record.py`).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.dialects.postgresql import insert

from app.access.seats import Seat
from app.database import Reading, Writing
from app.ledger import entries
from app.models import FormerWords, Message, MessageLink, ReadMark, Task, TaskDecision, Translation
from app.services import channels, signatures, talk, talk_rules, task_matters
from app.services import roster as rosters
from app.services.roster import Roster
from app.services.signatures import Signed


@dataclass(frozen=True, slots=True)
class Whole:
    """A message with what hangs on it, as far as the seat may know."""

    message: Message
    roster: Roster
    days: int
    links: Sequence[MessageLink] = ()
    former: Sequence[FormerWords] = ()
    translations: Sequence[Translation] = ()
    signed: Sequence[Signed] = ()
    tasks: Sequence[Task] = ()
    corrected_by: UUID | None = None
    position: int | None = None
    may_sign: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Messages in the order in which they were said, and whether there are more before and behind."""

    items: list[Whole]
    earlier: bool
    later: bool


@dataclass(frozen=True, slots=True)
class Where:
    """From where on to read: before a message, after one, or from one on; none of these: the last."""

    before: UUID | None = None
    after: UUID | None = None
    at: UUID | None = None


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a search; None does not."""

    words: str
    channel: UUID | None = None
    kind: str | None = None


async def stretch(session: Reading, seat: Seat, channel: UUID, where: Where, limit: int) -> Stretch:
    """A stretch of a channel. Raises `NotFound`."""
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
    return Stretch(await _whole(session, seat, rows), earlier, later)


async def _number(session: Reading, channel: UUID, message: UUID | None) -> int:
    """Of a message of the channel; of one that is not there any more nothing is said but that it is before all."""
    found = await session.scalar(select(Message.number).where(Message.id == message, Message.channel == channel))
    return found or 0


async def _any_before(session: Reading, channel: UUID, number: int) -> bool:
    query = select(Message.id).where(Message.channel == channel, Message.number < number).limit(1)
    return await session.scalar(query) is not None


async def found(session: Reading, seat: Seat, filters: Filters, before: UUID | None, limit: int) -> list[Whole]:
    """Messages that hold these words, the newest first."""
    query = select(Message).where(
        Message.jit == seat.jit, Message.words.bool_op("@@")(func.websearch_to_tsquery("simple", filters.words))
    )
    if filters.channel is not None:
        query = query.where(Message.channel == filters.channel)
    if filters.kind is not None:
        query = query.where(Message.kind == filters.kind)
    if before is not None:
        query = query.where(Message.id < before)
    return await _whole(session, seat, (await session.scalars(query.order_by(Message.id.desc()).limit(limit))).all())


async def awaiting(session: Reading, seat: Seat, before: UUID | None, limit: int) -> list[Whole]:
    """The decisions that await a signature of the seat's own party, the newest first."""
    return await _whole(session, seat, await signatures.awaiting(session, seat, before, limit))


async def read(session: Reading, seat: Seat, channel: UUID, message: UUID) -> Whole:
    """One message. Raises `NotFound`."""
    return (await _whole(session, seat, [await talk.find(session, channel, message)]))[0]


async def mark(session: Writing, seat: Seat, channel: UUID, message: UUID) -> None:
    """This seat has read up to here; never back. Raises `NotFound`."""
    number = (await talk.find(session, channel, message)).number
    row = insert(ReadMark).values(channel=channel, seat=seat.id, jit=seat.jit, number=number)
    further = func.greatest(ReadMark.number, row.excluded.number)
    await session.execute(row.on_conflict_do_update(index_elements=["channel", "seat"], set_={"number": further}))


@dataclass(slots=True)
class _Hanging:
    links: list[MessageLink] = field(default_factory=list)
    former: list[FormerWords] = field(default_factory=list)
    translations: list[Translation] = field(default_factory=list)


async def _whole(session: Reading, seat: Seat, rows: Sequence[Message]) -> list[Whole]:
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
    signed = await signatures.of(session, decisions)
    tasks = await task_matters.tasks_of(session, TaskDecision, decisions)
    may_sign = await signatures.may_sign(session, seat)
    positions = await entries.placed(session, [one.entry for one in rows if one.entry is not None])
    roster, days = await rosters.of(session, seat.jit), await talk_rules.standing(session, seat)
    return [
        Whole(
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


def _of(table: Any, wanted: Sequence[UUID]) -> "Select[Any]":  # noqa: ANN401 - each has a message
    return select(table).where(table.message.in_(wanted))
