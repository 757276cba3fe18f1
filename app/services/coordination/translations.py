"""Translations of messages, made by a member, or by the operator's service when a member asks for one.

The original is authoritative. A translation names its message version and who made it.
A translation of a decision also has an audit log entry.
The service has the LibreTranslate API (`POST /translate`) and is off by default: the text leaves Liaison.
Text is sent only from channels opened for translation. No database transaction is open during the request.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit
from uuid import UUID

import httpx
from sqlalchemy import func, select

from app import clock
from app.access.seats import Seat
from app.connections import NO_SUCH_ROW, TOO_OFTEN, refused_as
from app.database import Reading, Writing
from app.errors import Conflict, Invalid, Refusal
from app.i18n.phrases import Phrase
from app.ledger import journal
from app.ledger.facts import DecisionTranslated
from app.models import Message, Translation
from app.services.coordination import channels, markers, messages, recipients
from app.services.teams import roster as rosters

GONE: Final = "There is no text to translate."
#: Equal to the limit of the column in the database.
MOST_CHARACTERS: Final = 20_000
#: Equal to the limit of `hold_translation` in `app/schema/coordination/chat.sql`.
MOST: Final = 40
TOO_MANY: Final = Phrase("A message has at most {most} translations.", most=MOST)


@dataclass(frozen=True, slots=True)
class Translated:
    """A translation.

    Attributes:
        language: Its language.
        text: Its text; a member's markers have the numbers that the member sees.
        service: Host that made it; `None` if the member did.
        links: Exhibits of these markers when the member read the message; not checked if `None`.
    """

    language: str
    text: str
    service: str | None = None
    links: Sequence[UUID] | None = None


async def to_be_sent(session: Reading, channel: UUID, message: UUID, *, of_version: int, on: bool) -> str:
    """Return the text to send to the translation service. `on`: whether a service is set up.

    Raises:
        NotFound: The channel or message is absent or invisible.
        Conflict: Translation is off, the channel is closed, or the message has no text, is corrected or is full.
    """
    open_channel = await channels.find_open(session, channel)
    found = await _current(session, channel, message, of_version)
    if not on or not open_channel.service:
        raise Conflict(OFF, code="translation-off")
    return found.text or ""


async def _current(session: Reading, channel: UUID, message: UUID, of_version: int) -> Message:
    found = await messages.find(session, channel, message)
    if found.text is None:
        raise Conflict(GONE, code="nothing-to-translate")
    if found.version != of_version:
        raise Conflict("The message was edited. Reload it, then translate again.", code="corrected-meanwhile")
    there = select(func.count()).select_from(Translation).where(Translation.message == message)
    if (await session.scalar(there) or 0) >= MOST:
        raise _too_many()
    return found


def _too_many() -> Refusal:
    return Conflict(TOO_MANY, code="too-many-translations")


async def _as_kept(session: Reading, message: Message, said: Translated) -> str:
    """Return the member's text with markers numbered as stored. Raises `Conflict`, `Invalid`."""
    seen = await messages.seen_in(session, message)
    if said.links is not None and list(said.links) != seen.exhibits:
        raise Conflict(
            "Your access to the exhibits in this message has changed. Reload it, then translate again.",
            code="links-changed",
        )
    text = markers.renumbered(said.text, {read: kept for kept, read in seen.numbers.items()})
    if len(text) > MOST_CHARACTERS:
        raise Invalid(
            Phrase("A translation has at most {most_characters} characters.", most_characters=MOST_CHARACTERS),
            field="text",
        )
    return text


async def add(session: Writing, seat: Seat, channel: UUID, message: UUID, said: Translated, *, of_version: int) -> None:
    """Add a translation to a message.

    Raises:
        NotFound: The channel or message is absent or invisible.
        Conflict: The channel is closed, the message has no text or another version, or it has `MOST` translations.
        Conflict: The exhibits that the member sees in the message changed.
        Invalid: The text is too long.
    """
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
        hearing = recipients.of_decision(open_channel, await rosters.of(session, seat.jit), message)
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
    session.chat_changed = True


WITHIN_SECONDS: Final = 15.0
_LONGEST: Final = 20_000
_ANSWER_BYTES: Final = 256 * 1024
OFF: Final = "Machine translation is not available in this channel."
FAILED: Final = "The translation service received the text but returned no translation. Try again."


@dataclass(frozen=True, slots=True)
class Translator:
    """A translation service. `address`: base URL; `key`: its API key, if it needs one."""

    address: str
    key: str | None = None

    @property
    def host(self) -> str:
        """Return the host name shown to users and stored with a translation."""
        return urlsplit(self.address).netloc.rpartition("@")[2]

    async def translated(self, text: str, language: str) -> str:
        """Return the text in another language.

        Raises:
            Conflict: The service failed, gave no valid answer or took longer than `WITHIN_SECONDS`.
        """
        asked = {"q": text, "source": "auto", "target": language, "format": "text"}
        if self.key is not None:
            asked["api_key"] = self.key
        try:
            async with asyncio.timeout(WITHIN_SECONDS):
                said = await self._ask(asked)
        except (httpx.HTTPError, TimeoutError, ValueError, KeyError, TypeError) as error:
            raise Conflict(FAILED, code="translation-failed") from error
        return said

    async def _ask(self, asked: dict[str, str]) -> str:
        async with (
            httpx.AsyncClient(follow_redirects=False, trust_env=False, timeout=WITHIN_SECONDS) as client,
            client.stream("POST", f"{self.address.rstrip('/')}/translate", json=asked) as answer,
        ):
            answer.raise_for_status()
            body = b""
            async for part in answer.aiter_bytes():
                body += part
                if len(body) > _ANSWER_BYTES:
                    raise ValueError("the answer is too long")
        said = httpx.Response(200, content=body).json()["translatedText"]
        if not isinstance(said, str) or not said.strip() or len(said) > _LONGEST:
            raise ValueError("this is no translation")
        return said.strip()
