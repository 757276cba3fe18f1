"""Decisions in channels: each is an audit log entry with its text as a field, and a message row that repeats it.

A decision never changes. Another decision may correct it, once; both stay.
Erasing the field from the log also erases the row's text (`forget_decision` in `app/schema/ledger/fields.sql`).
Entry and row name the parties that demand to sign it (policy `signers` in `app/schema/coordination/messages.sql`).
Not here: chat (`messages.py`), signatures (`signing.py`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select

from app import clock
from app.access.coordination.channels import is_put_right_by
from app.access.seats import Seat
from app.connections import TAKEN_ALREADY, refused_as
from app.database import Writing
from app.errors import Conflict, Forbidden, Invalid
from app.i18n.phrases import Phrase
from app.ledger import journal
from app.ledger.facts import DecisionCorrected, DecisionMentioned, DecisionRecorded, Fact
from app.models import Message
from app.services.coordination import markers, messages, recipients, signing
from app.services.coordination.messages import NewMessage, Resolved

CHANGED: Final = (
    "The channel was closed, or the signatures that a party requires have changed. Reload the channel, then try again."
)


@dataclass(frozen=True, slots=True)
class Decision:
    """A new decision. `corrects`: the decision of the same channel that it corrects."""

    words: NewMessage
    corrects: UUID | None = None


async def record(session: Writing, seat: Seat, channel: UUID, decision: Decision) -> UUID:
    """Record a decision and return the id of its message.

    Raises:
        NotFound: The channel, or the decision to correct, is absent or invisible.
        Forbidden: The member may not correct that decision.
        Conflict: The channel is closed, the message to correct is chat or already corrected, or the demands changed.
        Invalid: A mentioned member or exhibit is unknown, or is not named in the text.
    """
    resolved = await messages.resolve(session, seat, channel, decision.words)
    _demand_named(decision.words)
    former = None if decision.corrects is None else await _former(session, seat, resolved, decision.corrects)
    message, signers = clock.new_id(), await signing.demanded_of(session, channel)
    facts = _facts(resolved, message, signers, None if former is None else former.entry)
    entry, *_ = await journal.append(session, seat, *facts)
    row = Message(id=message, kind="decision", text=resolved.text, entry=entry.id, corrects=decision.corrects)
    row.signers = signers
    with refused_as(_put_right_already(), TAKEN_ALREADY):  # a concurrent decision corrected it first
        return await messages.insert_message(session, seat, resolved, row, Conflict(CHANGED, code="channel-changed"))


def _demand_named(words: NewMessage) -> None:
    """Refuse a decision whose text does not name every mentioned member and linked exhibit. Raises `Invalid`.

    The audit log entry contains the text, so the text must be complete.
    """
    for index, code in enumerate(words.mentions):
        if re.search(rf"@{re.escape(code)}(?!\d)", words.text) is None:
            raise Invalid("The text of the decision does not mention this member.", field=f"mentions.{index}")
    for index in range(len(words.links)):
        if not markers.is_in(words.text, index + 1):
            raise Invalid(
                Phrase("The text of the decision lacks the marker [exhibit {index}].", index=index + 1),
                field=f"links.{index}",
            )


def _put_right_already() -> Conflict:
    return Conflict("This decision was already corrected. Correct the newer one.", code="corrected-already")


def _facts(resolved: Resolved, message: UUID, signers: Sequence[UUID], former: UUID | None) -> list[Fact]:
    channel, words = resolved.channel, resolved.text
    signed_by = sorted(resolved.roster.party_code(party) for party in signers)
    about = {
        "channel": channel.id,
        "channel_name": channel.name,
        "hearing": recipients.of_channel(channel, resolved.roster),
        "message": message,
    }
    said: Fact
    if former is None:
        said = DecisionRecorded(**about, text=words, to_be_signed_by=signed_by)  # type: ignore[arg-type]
    else:
        said = DecisionCorrected(**about, text=words, corrects=former, to_be_signed_by=signed_by)  # type: ignore[arg-type]
    mentioned = [
        DecisionMentioned(**about, evidence=one, place_in_text=place, exhibit=str(one), exhibit_number=number)  # type: ignore[arg-type]
        for place, one, number in resolved.links
    ]
    return [said, *mentioned]


async def _former(session: Writing, seat: Seat, resolved: Resolved, corrects: UUID) -> Message:
    former = await messages.find(session, resolved.channel.id, corrects)
    if former.kind != "decision":
        raise Conflict("This is a chat message. Its author can edit it.", code="off-record")
    author = next(row for row in resolved.roster.seats if row.id == former.seat)
    if not is_put_right_by(seat, author=former.seat, party=author.party):
        raise Forbidden(
            "Only the author of a decision or a leader of the same party can correct it.",
            code="not-your-message",
        )
    if (await session.scalars(select(Message.id).where(Message.corrects == corrects))).first() is not None:
        raise _put_right_already()
    return former
