"""Signatures of parties under decisions: what is signed, verification, and who has signed.

Liaison has no private key of a party. It provides the statement and accepts a signature made elsewhere.
A signature is verified with a key whose row stays locked until the signature is stored.
A revocation of that key therefore comes either before or after.
Locks: the party's advisory lock (`in_turn`), then its key rows.
Not here: keys and demands (`signing.py`).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import exists, select
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import aliased

from app import clock
from app.access.roles import Permission
from app.access.seats import Seat
from app.connections import TOO_OFTEN, refused_as
from app.database import Reading, Writing
from app.errors import Conflict, Invalid, NotFound
from app.ledger import entries, journal, statements
from app.ledger.facts import DecisionSigned
from app.ledger.notes import NoteError
from app.models import DecisionSignature, Message, SigningKey
from app.services.coordination import channels, recipients
from app.services.coordination import messages as talk
from app.services.teams import roster as rosters

NOT_SIGNED: Final = "Nothing was signed."
#: A party signs a decision once with valid keys; after a revocation it may sign again.
SIGNED_ALREADY: Final = f"Your party has signed it already, with a key in force. {NOT_SIGNED}"
#: Serialises changes of a party's keys, demands and signatures; `bound_signing` in `app/schema` takes the same lock.
_IN_TURN: Final = sql("select pg_advisory_xact_lock(hashtextextended('liaison-signing ' || :party, 0))")


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature, its key, and the position of its audit log entry, if that has one yet."""

    row: DecisionSignature
    key: SigningKey
    position: int | None


async def in_turn(session: Writing, party: UUID | None) -> None:
    """Lock the keys, demands and signatures of this party until the end of the transaction."""
    await session.execute(_IN_TURN, {"party": str(party)})


async def demanded_of(session: Reading, channel: UUID) -> list[UUID]:
    """Return the parties that demand to sign a decision recorded by this member in this channel."""
    found = await session.scalar(sql("select signers_of(:channel)").bindparams(channel=channel))
    return list(found or ())


async def of(session: Reading, messages: Sequence[UUID]) -> dict[UUID, list[Signed]]:
    """Return the signatures under these decisions, oldest first."""
    query = (
        select(DecisionSignature, SigningKey)
        .join(SigningKey, (SigningKey.jit == DecisionSignature.jit) & (SigningKey.id == DecisionSignature.key))
        .where(DecisionSignature.message.in_(messages))
        .order_by(DecisionSignature.id)
    )
    rows = (await session.execute(query)).all()
    positions = await entries.placed(session, [row.entry for row, _ in rows])
    found: dict[UUID, list[Signed]] = defaultdict(list)
    for row, key in rows:
        found[row.message].append(Signed(row, key, positions.get(row.entry)))
    return found


async def awaiting(session: Reading, seat: Seat, before: UUID | None, limit: int) -> Sequence[Message]:
    """Return the decisions that await a signature of the member's party, newest first.

    Corrected and erased decisions are left out. So are those the party has signed, even with a key revoked since.
    """
    if seat.party is None:
        return []
    later = aliased(Message)
    done = exists().where(DecisionSignature.message == Message.id, DecisionSignature.party == seat.party)
    put_right = exists().where(later.corrects == Message.id)
    query = select(Message).where(
        Message.jit == seat.jit,
        sql("messages.kind = 'decision' and messages.signers <> '{}'"),  # condition of ix_messages_signers
        Message.signers.contains([seat.party]),
        Message.text.is_not(None),
        ~done,
        ~put_right,
    )
    if before is not None:
        query = query.where(Message.id < before)
    return (await session.scalars(query.order_by(Message.id.desc()).limit(limit))).all()


async def statement(session: Reading, seat: Seat, channel: UUID, message: UUID) -> str:
    """Return the statement that the member's party signs under a decision.

    Raises:
        NotFound: The message or its entry is absent or invisible, or the member belongs to no party.
        Conflict: The message is chat.
    """
    found = await talk.find(session, channel, message)
    if found.kind != "decision" or found.entry is None:
        raise Conflict(f"This is talk: only decisions are signed. {NOT_SIGNED}", code="off-record")
    body = await entries.body(session, found.entry)
    if seat.party_code is None or body is None:
        raise NotFound
    committed = statements.committed(*body)
    return statements.statement(seat.party_code, channel, message, found.version, committed)


async def sign(session: Writing, seat: Seat, channel: UUID, message: UUID, signature: str) -> None:
    """Store a signature of the member's party.

    Raises:
        NotFound: The channel or the decision is absent or invisible, or the member belongs to no party.
        Conflict: The message is chat, its text was erased, the party has no valid key, or it has signed already.
        Invalid: It is no signature, or no valid key of the party made it over this statement.
    """
    found = await channels.find(session, channel)
    said = await statement(session, seat, channel, message)
    decided = await talk.find(session, channel, message)
    if decided.text is None or decided.entry is None:
        raise _nothing()
    raw = _raw(signature)
    await in_turn(session, seat.party)
    key = await _key(session, seat, raw, said)
    hearing = recipients.of_decision(found, await rosters.of(session, seat.jit), message)
    fact = DecisionSigned(
        channel=channel,
        channel_name=found.name,
        hearing=hearing,
        message=message,
        decision=decided.entry,
        signing_key=key.id,
        code=seat.party_code or "",
        public_key=statements.written(key.public),
        statement=said,
        signature=statements.written(raw),
    )
    entry, *_ = await journal.append(session, seat, fact)
    values: dict[str, Any] = {"id": clock.new_id(), "jit": seat.jit, "message": message, "party": key.party}
    values |= {"key": key.id, "signature": raw, "entry": entry.id, "seat": seat.id, "at": clock.now()}
    row = insert(DecisionSignature).values(values).on_conflict_do_nothing().returning(DecisionSignature.id)
    already = Conflict(SIGNED_ALREADY, code="signed-already")
    with refused_as(_nothing()), refused_as(already, TOO_OFTEN):  # erased or signed by a concurrent transaction
        if await session.scalar(row) is None:
            raise already


def _nothing() -> Conflict:
    return Conflict(f"The words of this decision were erased. {NOT_SIGNED}", code="nothing-to-sign")


def _raw(signature: str) -> bytes:
    try:
        return statements.detached(signature)
    except NoteError as error:
        raise Invalid(f"This is no signature: {error}. {NOT_SIGNED}", field="signature") from None


async def _key(session: Writing, seat: Seat, signature: bytes, said: str) -> SigningKey:
    """Return the valid key of the member's party that made this signature, and lock the party's valid keys.

    Raises:
        Conflict: The party has no valid key.
        Invalid: None of its keys made the signature.
    """
    mine = (SigningKey.jit == seat.jit) & (SigningKey.party == seat.party) & SigningKey.revoked_at.is_(None)
    query = select(SigningKey).where(mine).order_by(SigningKey.id).with_for_update(read=True)
    keys = (await session.scalars(query.execution_options(populate_existing=True))).all()
    if not keys:
        raise Conflict(f"Your party has no key in force: a leader names one first. {NOT_SIGNED}", code="no-key")
    for one in keys:
        if statements.is_signed(one.public, signature, said):
            return one
    raise Invalid(
        f"No key of your party made this signature over these bytes. Sign the file as it is. {NOT_SIGNED}",
        field="signature",
    )


async def may_sign(session: Reading, seat: Seat) -> bool:
    """Return whether the member may add signatures of the party, and the party has a valid key."""
    mine = (SigningKey.jit == seat.jit) & (SigningKey.party == seat.party) & SigningKey.revoked_at.is_(None)
    if seat.party is None or not seat.may(Permission.DECISION_RECORD):
        return False
    return await session.scalar(select(SigningKey.id).where(mine).limit(1)) is not None
