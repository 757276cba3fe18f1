"""Chat messages: send, correct (former texts stay visible) and withdraw them.

Chat has no audit log entries. The live connection only says that a channel has something new (`Writing.chat_changed`).
Links to exhibits are rows visible only to members who see both ends; the text has a marker instead (`markers.py`).
Not here: decisions (`decisions.py`), lists (`message_list.py`), expiry (`chat_expiry.py`).
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access.seats import Seat
from app.connections import refused_as
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from app.i18n.phrases import Phrase
from app.models import Channel, Evidence, Message, MessageLink
from app.services.coordination import channels, markers, recipients
from app.services.teams import roster as rosters
from app.services.teams.roster import Roster

#: Equal to the limit of the column in the database.
MOST_CHARACTERS: Final = 10_000
MOST_CORRECTIONS: Final = 40
CORRECTED_TOO_OFTEN: Final = Phrase(
    "A message can be edited at most {most_corrections} times. Delete it, or write a new one.",
    most_corrections=MOST_CORRECTIONS,
)
DECISION_IS_FINAL: Final = "A decision cannot be edited. Record a correction instead."


@dataclass(frozen=True, slots=True)
class NewMessage:
    """A message as its author writes it.

    Attributes:
        text: The text, with markers such as `[exhibit 1]`.
        mentions: Codes of members.
        links: Exhibits; the first is the one of the marker `[exhibit 1]`.
    """

    text: str
    mentions: Sequence[str] = ()
    links: Sequence[UUID] = ()


@dataclass(frozen=True, slots=True)
class Resolved:
    """A message whose members and exhibits were found.

    Attributes:
        channel: The channel.
        roster: Codes and names of the team's parties and members.
        text: The text with markers numbered as stored.
        mentions: Ids of the mentioned members.
        links: Place, id and exhibit number of each exhibit, by place.
    """

    channel: Channel
    roster: Roster
    text: str
    mentions: list[UUID]
    links: list[tuple[int, UUID, str]]


async def send(session: Writing, seat: Seat, channel: UUID, words: NewMessage) -> UUID:
    """Send a chat message and return its id.

    Raises:
        NotFound: The channel is absent or invisible.
        Conflict: The channel is closed.
        Invalid: A mentioned member or exhibit is unknown, or the text is too long or has too many markers.
    """
    resolved = await resolve(session, seat, channel, words)
    message = await insert_message(session, seat, resolved, Message(kind="talk", text=resolved.text))
    session.chat_changed = True
    return message


async def resolve(session: Reading, seat: Seat, channel: UUID, words: NewMessage) -> Resolved:
    """Find the members and exhibits that a message names.

    Raises:
        NotFound: The channel is absent or invisible.
        Conflict: The channel is closed.
        Invalid: A mentioned member or exhibit is unknown, or the text is too long or has too many markers.
    """
    found = await channels.find_open(session, channel)
    roster = await rosters.of(session, seat.jit)
    mentions = recipients.mentioned_seats(found, roster, words.mentions)
    numbers = markers.as_kept(words.text, len(words.links))
    text = markers.renumbered(words.text, numbers)
    if len(numbers) > markers.MOST or len(text) > MOST_CHARACTERS:
        raise Invalid(
            Phrase(
                "A message has at most {most} exhibit markers and {most_characters} characters.",
                most=markers.MOST,
                most_characters=MOST_CHARACTERS,
            ),
            field="text",
        )
    linked = await _linked(session, words.links)
    places = sorted((numbers[number], one, known) for number, (one, known) in enumerate(linked, 1))
    return Resolved(found, roster, text, mentions, places)


async def _linked(session: Reading, wanted: Sequence[UUID]) -> list[tuple[UUID, str]]:
    """Return ids and numbers of exhibits. Raises the same `Invalid` for absent and invisible ones."""
    rows = await session.execute(select(Evidence.id, Evidence.exhibit_number).where(Evidence.id.in_(wanted)))
    known = {row.id: str(row.exhibit_number) for row in rows}
    for index, one in enumerate(wanted):
        if one not in known:
            raise Invalid("This exhibit does not exist, or you do not have access to it.", field=f"links.{index}")
    return [(one, known[one]) for one in wanted]


async def insert_message(
    session: Writing, seat: Seat, resolved: Resolved, message: Message, refused: Conflict | None = None
) -> UUID:
    """Insert a message with its links and return its id; a trigger sets its number.

    Raises `refused` if the database refuses the row, by default the `Conflict` for a channel that was closed meanwhile.
    """
    message.id = message.id or clock.new_id()
    message.jit, message.channel, message.number = seat.jit, resolved.channel.id, 0
    message.seat, message.mentions, message.at = seat.id, resolved.mentions, clock.now()
    session.add(message)
    with refused_as(refused or Conflict(channels.CLOSED, code="channel-closed")):
        await session.flush()
    await _link(session, seat, message.id, resolved)
    return message.id


async def _link(session: Writing, seat: Seat, message: UUID, resolved: Resolved) -> None:
    for place, exhibit, _ in resolved.links:
        session.add(MessageLink(message=message, place=place, jit=seat.jit, evidence=exhibit))
    await session.flush()


async def find(session: Reading, channel: UUID, message: UUID) -> Message:
    """Return a message of this channel. Raises `NotFound` if it is absent or invisible."""
    query = select(Message).where(Message.id == message, Message.channel == channel)
    found = (await session.scalars(query.execution_options(populate_existing=True))).one_or_none()
    if found is None:
        raise NotFound
    return found


@dataclass(frozen=True, slots=True)
class Seen:
    """Markers of a message as one member reads them.

    Attributes:
        numbers: The member's number for each stored number.
        exhibits: The exhibits that the member sees, in the order of these numbers.
    """

    numbers: Mapping[int, int]
    exhibits: Sequence[UUID]


async def seen_in(session: Reading, message: Message) -> Seen:
    """Return how the asking member reads the message's markers."""
    rows = (await session.scalars(select(MessageLink).where(MessageLink.message == message.id))).all()
    numbers = markers.as_read(message.text, [row.place for row in rows])
    return Seen(numbers, [row.evidence for row in sorted(rows, key=lambda row: numbers[row.place])])


async def texts_as_read(session: Reading, found: Collection[Message]) -> dict[UUID, str]:
    """Return the texts of messages, by id, with their markers as the asking member reads them; "" for none."""
    places = defaultdict[UUID, list[int]](list)
    links = select(MessageLink.message, MessageLink.place).where(MessageLink.message.in_([one.id for one in found]))
    for row in await session.execute(links):
        places[row.message].append(row.place)
    return {one.id: markers.renumbered(one.text or "", markers.as_read(one.text, places[one.id])) for one in found}


async def correct(
    session: Writing, seat: Seat, channel: UUID, message: UUID, words: NewMessage, *, expected: int
) -> None:
    """Correct one's own chat message. The former text stays visible beside it.

    Raises:
        NotFound: The channel or message is absent, invisible or expired.
        Forbidden: Another member wrote it.
        Conflict: It is a decision, is withdrawn or was corrected too often, or the channel is closed.
        Stale: It is not at version `expected`; the error contains the current text.
        Invalid: As in `send`.
    """
    await _own(session, seat, channel, message)
    resolved = await resolve(session, seat, channel, words)
    found = await _lock(session, message, expected)
    if found.version > MOST_CORRECTIONS:
        raise Conflict(CORRECTED_TOO_OFTEN, code="corrected-too-often")
    found.text, found.mentions, found.corrected_at = resolved.text, resolved.mentions, clock.now()
    with refused_as(Conflict(channels.CLOSED, code="channel-closed")):
        await session.flush()
    await _link(session, seat, message, resolved)
    session.chat_changed = True


async def withdraw(session: Writing, seat: Seat, channel: UUID, message: UUID, *, expected: int) -> None:
    """Withdraw one's own chat message, also in a closed channel; an empty message remains.

    Triggers delete its former texts, translations and links.

    Raises:
        NotFound: The message is absent, invisible or expired.
        Forbidden: Another member wrote it.
        Conflict: It is a decision or already withdrawn.
        Stale: It is not at version `expected`; the error contains the current text.
    """
    await _own(session, seat, channel, message)
    found = await _lock(session, message, expected)
    found.text, found.taken_back_at, found.mentions = None, clock.now(), []
    await session.flush()
    session.chat_changed = True


async def _own(session: Reading, seat: Seat, channel: UUID, message: UUID) -> Message:
    found = await find(session, channel, message)
    if found.kind == "decision":
        raise Conflict(DECISION_IS_FINAL, code="on-record")
    if found.seat != seat.id:
        raise Forbidden("Only the author of a message can change it.", code="not-your-message")
    if found.taken_back_at is not None:
        raise Conflict("This message was deleted.", code="taken-back")
    return found


async def _lock(session: Writing, message: UUID, expected: int) -> Message:
    query = select(Message).where(Message.id == message).with_for_update().execution_options(populate_existing=True)
    found = (await session.scalars(query)).one_or_none()
    if found is None:  # withdrawn or expired meanwhile
        raise NotFound
    if found.version != expected:
        numbers = (await seen_in(session, found)).numbers
        current = {"version": found.version, "text": found.text and markers.renumbered(found.text, numbers)}
        raise Stale("The message was edited. Reload it.", extra={"current": current})
    return found
