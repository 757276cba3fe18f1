"""A message in another language, beside the original: by a seat's own hand, or by the operator's service where a seat asks it.

Of a decision it is on record too. The original counts; a translation says of which version it is and who made it.
Deliberately not here: asking the service (`translating.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from app import clock
from app.access.seats import Seat
from app.connections import NO_SUCH_ROW, TOO_OFTEN, refused_as
from app.database import Reading, Writing
from app.errors import Conflict, Invalid, Refusal
from app.ledger import journal
from app.ledger.facts import DecisionTranslated
from app.models import Message, Translation
from app.services import channel_people, channels, markers, talk, translating
from app.services import roster as rosters

GONE: Final = "There are no words to translate any more. Nothing was changed."
#: As the database bounds a text.
MOST_CHARACTERS: Final = 20_000
#: As `hold_translation` in `app/schema/coordination/talk.sql`.
MOST: Final = 40
TOO_MANY: Final = f"A message has {MOST} translations at most. Nothing was changed."


@dataclass(frozen=True, slots=True)
class Said:
    """The translation. `service`: the host that made it; None: the seat itself, with the markers' numbers as it reads them.

    `links`: the exhibits that these numbers led to as the seat read them; None: it does not say.
    """

    language: str
    text: str
    service: str | None = None
    links: Sequence[UUID] | None = None


async def to_be_sent(session: Reading, channel: UUID, message: UUID, *, of_version: int, on: bool) -> str:
    """The words that a service is to translate. `on`: there is one. Raises `NotFound`, `Conflict`: then nothing is sent."""
    open_channel = await channels.find_open(session, channel)
    found = await _current(session, channel, message, of_version)
    if not on or not open_channel.service:
        raise Conflict(translating.OFF, code="translation-off")
    return found.text or ""


async def _current(session: Reading, channel: UUID, message: UUID, of_version: int) -> Message:
    found = await talk.find(session, channel, message)
    if found.text is None:
        raise Conflict(GONE, code="nothing-to-translate")
    if found.version != of_version:
        raise Conflict("It was corrected meanwhile. Read it again. Nothing was changed.", code="corrected-meanwhile")
    there = select(func.count()).select_from(Translation).where(Translation.message == message)
    if (await session.scalar(there) or 0) >= MOST:
        raise _too_many()
    return found


def _too_many() -> Refusal:
    return Conflict(TOO_MANY, code="too-many-translations")


async def _as_kept(session: Reading, message: Message, said: Said) -> str:
    """The seat's own words with the numbers that the message's markers are kept under. Raises `Conflict`, `Invalid`."""
    seen = await talk.seen_in(session, message)
    if said.links is not None and list(said.links) != seen.exhibits:
        raise Conflict(
            "You see other exhibits in it than before. Read it again. Nothing was changed.", code="links-changed"
        )
    text = markers.renumbered(said.text, {read: kept for kept, read in seen.numbers.items()})
    if len(text) > MOST_CHARACTERS:
        raise Invalid(f"A translation has {MOST_CHARACTERS} characters at most. Nothing was changed.", field="text")
    return text


async def add(session: Writing, seat: Seat, channel: UUID, message: UUID, said: Said, *, of_version: int) -> None:
    """Put a translation beside a message. Raises `NotFound`, `Conflict`."""
    open_channel = await channels.find_open(session, channel)
    found = await _current(session, channel, message, of_version)
    text = said.text if said.service else await _as_kept(session, found, said)
    row = Translation(
        id=clock.new_id(),
        jit=seat.jit,
        message=message,
        of_version=of_version,
        language=said.language,
        text=text,
        seat=seat.id,
        service=said.service,
        at=clock.now(),
    )
    if found.kind == "decision":
        hearing = channel_people.hearing_of(open_channel, await rosters.of(session, seat.jit), message)
        fact = DecisionTranslated(
            channel=channel,
            channel_name=open_channel.name,
            hearing=hearing,
            message=message,
            translation=row.id,
            language=said.language,
            service=said.service,
            text=text,
        )
        (entry,) = await journal.append(session, seat, fact)
        row.entry = entry.id
    session.add(row)
    gone = Conflict(GONE, code="nothing-to-translate")
    with refused_as(gone), refused_as(gone, NO_SUCH_ROW), refused_as(_too_many(), TOO_OFTEN):
        await session.flush()
    session.talked = True
