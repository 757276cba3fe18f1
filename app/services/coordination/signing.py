"""Signing of decisions: public keys of parties, which decisions they demand to sign, and signatures.

Private keys never enter Liaison. It provides the statement and accepts a signature made elsewhere.
A revoked key is never registered again; what it signed before stays signed.
A demand applies to later decisions and requires nothing of other parties. Leaders decide on keys and demands.
A signature is verified with a key whose row stays locked until the signature is stored.
A revocation of that key therefore comes either before or after.
Locks: the party's advisory lock (`in_turn`), then its key rows.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import exists, func, select
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import aliased

from app import clock
from app.access.roles import Permission
from app.access.seats import Seat
from app.access.sharing.gates import beyond_the_union
from app.connections import refused_as
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from app.i18n.phrases import Phrase
from app.ledger import entries, epochs, journal
from app.ledger.facts import DecisionSigned, SigningDemanded, SigningKeyNamed, SigningKeyRevoked
from app.ledger.journal import Ledger
from app.ledger.keys import LedgerKeys
from app.ledger.signing import statements
from app.ledger.signing.notes import NoteError
from app.ledger.signing.statements import public_key, written
from app.locks import Lock, lock
from app.models import DecisionSignature, Member, Message, Party, SigningDemand, SigningKey
from app.services.coordination import channels, messages, recipients
from app.services.teams import roster as rosters

#: Maximum of valid keys of a party.
MOST_KEYS: Final = 20


@dataclass(frozen=True, slots=True)
class SigningKeyDetails:
    """A key, with the code of its party and of the members who registered and revoked it."""

    key: SigningKey
    party: str
    named_by: str
    revoked_by: str | None


@dataclass(frozen=True, slots=True)
class DemandDetails:
    """Decisions that a party demands to sign.

    Attributes:
        party: Its code.
        scope: `none`, `own` (decisions recorded by the party) or `all`.
        decided_by: Code of the member who decided.
        decided_at: When.
        version: 0 if the party never decided.
        keyless: Whether it demands signatures but has no valid key.
    """

    party: str
    scope: str
    decided_by: str | None
    decided_at: datetime | None
    version: int
    keyless: bool


async def keys_of(session: Reading, seat: Seat, before: UUID | None, limit: int) -> list[SigningKeyDetails]:
    """Return the team's keys, newest first, including revoked ones."""
    query = select(SigningKey).where(SigningKey.jit == seat.jit).order_by(SigningKey.id.desc()).limit(limit)
    if before is not None:
        query = query.where(SigningKey.id < before)
    rows = (await session.scalars(query)).all()
    parties, seats = await _parties(session, seat), await _seats(session, seat, rows)
    return [
        SigningKeyDetails(
            row, parties[row.party], seats[row.named_by], None if row.revoked_by is None else seats[row.revoked_by]
        )
        for row in rows
    ]


async def key(session: Reading, seat: Seat, wanted: UUID) -> SigningKeyDetails:
    """Return one key of the team. Raises `NotFound`."""
    row = (await session.scalars(select(SigningKey).where(SigningKey.id == wanted, SigningKey.jit == seat.jit))).first()
    if row is None:
        raise NotFound
    parties, seats = await _parties(session, seat), await _seats(session, seat, [row])
    return SigningKeyDetails(
        row, parties[row.party], seats[row.named_by], None if row.revoked_by is None else seats[row.revoked_by]
    )


async def _parties(session: Reading, seat: Seat) -> dict[UUID, str]:
    rows = await session.execute(select(Party.id, Party.code).where(Party.jit == seat.jit))
    return {row.id: str(row.code) for row in rows}


async def _seats(session: Reading, seat: Seat, rows: Sequence[Any]) -> dict[UUID, str]:
    wanted = {one for row in rows for one in (row.named_by, row.revoked_by) if one is not None}
    query = select(Member.id, Member.code).where(Member.jit == seat.jit, Member.id.in_(wanted))
    return {row.id: str(row.code) for row in await session.execute(query)}


async def name(session: Writing, seat: Seat, called: str, pem: str, keys: LedgerKeys) -> UUID:
    """Register a public key of the member's party and return its id.

    Args:
        session: The transaction of the request.
        seat: The member.
        called: Name of the key.
        pem: The public Ed25519 key in PEM.
        keys: Keys of the audit log, which no party may register as its own.

    Raises:
        Forbidden: The member belongs to no party.
        Invalid: This is no public Ed25519 key, or it is a key of the audit log.
        Conflict: The party registered this key before, or has `MOST_KEYS` valid keys.
    """
    if seat.party is None or seat.party_code is None:
        raise Forbidden("Only a party can register a key.", code="no-party")
    public = await _public(session, seat, pem, keys)
    await in_turn(session, seat.party)
    mine = (SigningKey.jit == seat.jit) & (SigningKey.party == seat.party)
    if await session.scalar(select(SigningKey.id).where(mine, SigningKey.public == public)):
        raise Conflict(
            "Your party registered this key before. A revoked key cannot be registered again.",
            code="key-named-already",
        )
    standing = await session.scalar(
        select(func.count()).select_from(SigningKey).where(mine, SigningKey.revoked_at.is_(None))
    )
    if (standing or 0) >= MOST_KEYS:
        raise Conflict(
            Phrase("Your party already has {most_keys} keys. Revoke one first.", most_keys=MOST_KEYS), code="keys-full"
        )
    made = clock.new_id()
    fact = SigningKeyNamed(signing_key=made, code=seat.party_code, key_name=called, public_key=written(public))
    entry, *_ = await journal.append(session, seat, fact)
    values = {"id": made, "jit": seat.jit, "party": seat.party, "name": called, "public": public, "entry": entry.id}
    values |= {"named_by": seat.id, "named_at": clock.now()}
    row = insert(SigningKey).values(values).on_conflict_do_nothing().returning(SigningKey.id)
    if await session.scalar(row) is None:
        raise Conflict("Your party has already registered this key.", code="key-named-already")
    return made


async def _public(session: Reading, seat: Seat, pem: str, keys: LedgerKeys) -> bytes:
    try:
        public = public_key(pem)
    except NoteError as error:
        raise Invalid(
            Phrase("This is not a public Ed25519 key in PEM format: {error}", error=str(error)), field="public_key"
        ) from None
    log = await epochs.log_keys(session, Ledger(seat.jit, seat.ledger_origin), keys)
    if public in {each.key.public for each in log} | {keys.promiser(seat.ledger_origin).verifier.public}:
        raise Invalid("This key belongs to the audit log itself. Use another key.", field="public_key")
    return public


async def revoke(session: Writing, seat: Seat, wanted: UUID, reason: str) -> None:
    """Revoke a key of the member's party.

    Raises:
        NotFound: The key is absent.
        Forbidden: It belongs to another party.
        Conflict: It is already revoked.
    """
    found = (await key(session, seat, wanted)).key
    if found.party != seat.party or seat.party_code is None:
        raise Forbidden("Only the leaders of a party can revoke its keys.", code="not-your-key")
    await in_turn(session, seat.party)
    held = select(SigningKey).where(SigningKey.id == wanted, SigningKey.revoked_at.is_(None)).with_for_update()
    row = (await session.scalars(held.execution_options(populate_existing=True))).one_or_none()
    if row is None:
        raise Conflict("This key was already revoked.", code="key-revoked")
    fact = SigningKeyRevoked(
        signing_key=row.id, code=seat.party_code, key_name=row.name, public_key=written(row.public), reason=reason
    )
    entry, *_ = await journal.append(session, seat, fact)
    row.revocation, row.revoked_by, row.revoked_at, row.reason = entry.id, seat.id, clock.now(), reason
    await session.flush()


async def demands(session: Reading, seat: Seat) -> list[DemandDetails]:
    """Return what each party of the team demands, by code. A party that never decided has scope `none`."""
    in_force = exists().where(
        SigningKey.jit == Party.jit, SigningKey.party == Party.id, SigningKey.revoked_at.is_(None)
    )
    query = (
        select(in_force, Party.code, SigningDemand, Member.code)
        .join(SigningDemand, (SigningDemand.jit == Party.jit) & (SigningDemand.party == Party.id), isouter=True)
        .join(Member, (Member.jit == SigningDemand.jit) & (Member.id == SigningDemand.decided_by), isouter=True)
        .where(Party.jit == seat.jit, Party.status != "left")
        .order_by(Party.code)
    )
    return [
        DemandDetails(code, "none", None, None, 0, keyless=False)
        if row is None
        else DemandDetails(
            code, row.scope, by, row.decided_at, row.version, keyless=row.scope != "none" and not has_key
        )
        for has_key, code, row, by in await session.execute(query)
    ]


async def demand(session: Writing, seat: Seat, scope: str, *, reason: str, expected: int) -> None:
    """Decide which decisions the member's party signs. `scope`: `none`, `own` or `all`.

    Raises:
        Forbidden: The member belongs to no party, or the party is beyond the Union.
        Stale: The demand is not at version `expected`; the error contains the current one.
        Conflict: The demand has this scope already, or the party has no valid key.
    """
    if seat.party is None or seat.party_code is None:
        raise Forbidden("Only a party can require signatures.", code="no-party")
    if scope != "none" and may_demand_nothing(seat):
        raise Forbidden(
            "A third country does not sign decisions of the team.",
            code="beyond-the-union",
        )
    await in_turn(session, seat.party)
    mine = (SigningDemand.jit == seat.jit) & (SigningDemand.party == seat.party)
    held = select(SigningDemand).where(mine).with_for_update().execution_options(populate_existing=True)
    row = (await session.scalars(held)).one_or_none()
    former, version = ("none", 0) if row is None else (row.scope, row.version)
    if version != expected:
        raise Stale(
            "Another user changed the required signatures. Reload them.",
            extra={"current": {"scope": former, "version": version}},
        )
    if former == scope:
        raise Conflict("This setting already has that value.", code="demanded-already")
    await _demand_key(session, seat, scope)
    fact = SigningDemanded(jit=seat.jit, code=seat.party_code, former=former, scope=scope, reason=reason)
    entry, *_ = await journal.append(session, seat, fact)
    said: dict[str, Any] = {"scope": scope, "entry": entry.id, "decided_by": seat.id, "decided_at": clock.now()}
    if row is None:
        made = insert(SigningDemand).values(said | {"jit": seat.jit, "party": seat.party}).on_conflict_do_nothing()
        if await session.scalar(made.returning(SigningDemand.version)) is None:
            raise Stale("Another user changed the required signatures. Reload them.", extra={"current": {}})
        return
    for field, value in said.items():
        setattr(row, field, value)
    row.version += 1
    await session.flush()


def may_demand_nothing(seat: Seat) -> bool:
    """Return whether the member's party can never sign, because parties beyond the Union are in no channel."""
    return seat.party_kind is None or beyond_the_union(seat.party_kind)


async def _demand_key(session: Reading, seat: Seat, scope: str) -> None:
    mine = (SigningKey.jit == seat.jit) & (SigningKey.party == seat.party) & SigningKey.revoked_at.is_(None)
    if scope != "none" and await session.scalar(select(SigningKey.id).where(mine).limit(1)) is None:
        raise Conflict("Register a key first. Without a key, nobody could sign.", code="no-key")


#: A party signs a decision once with valid keys; after a revocation it may sign again.
SIGNED_ALREADY: Final = "Your party has already signed with a valid key."


@dataclass(frozen=True, slots=True)
class SignatureDetails:
    """A signature, its key, and the position of its audit log entry, if that has one yet."""

    row: DecisionSignature
    key: SigningKey
    position: int | None


async def in_turn(session: Writing, party: UUID | None) -> None:
    """Lock the keys, demands and signatures of this party until the end of the transaction."""
    await lock(session, Lock.SIGNING, party)


async def demanded_of(session: Reading, channel: UUID) -> list[UUID]:
    """Return the parties that demand to sign a decision recorded by this member in this channel."""
    found = await session.scalar(sql("select signers_of(:channel)").bindparams(channel=channel))
    return list(found or ())


async def signatures(session: Reading, messages: Sequence[UUID]) -> dict[UUID, list[SignatureDetails]]:
    """Return the signatures under these decisions, oldest first."""
    query = (
        select(DecisionSignature, SigningKey)
        .join(SigningKey, (SigningKey.jit == DecisionSignature.jit) & (SigningKey.id == DecisionSignature.key))
        .where(DecisionSignature.message.in_(messages))
        .order_by(DecisionSignature.id)
    )
    rows = (await session.execute(query)).all()
    positions = await entries.placed(session, [row.entry for row, _ in rows])
    found: dict[UUID, list[SignatureDetails]] = defaultdict(list)
    for row, key in rows:
        found[row.message].append(SignatureDetails(row, key, positions.get(row.entry)))
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
    found = await messages.find(session, channel, message)
    if found.kind != "decision" or found.entry is None:
        raise Conflict("Only decisions can be signed, not chat messages.", code="off-record")
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
    decided = await messages.find(session, channel, message)
    if decided.text is None or decided.entry is None:
        raise _nothing()
    raw = _raw(signature)
    await in_turn(session, seat.party)
    key = await _signing_key(session, seat, raw, said)
    already = Conflict(SIGNED_ALREADY, code="signed-already")
    if await _has_signed(session, key.party, message):
        raise already
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
    with refused_as(_nothing()):  # erased by a concurrent transaction
        if await session.scalar(row) is None:
            raise already


async def _has_signed(session: Reading, party: UUID, message: UUID) -> bool:
    """Return whether the party has signed this decision with a key that is valid now."""
    query = (
        select(DecisionSignature.id)
        .join(SigningKey, (SigningKey.jit == DecisionSignature.jit) & (SigningKey.id == DecisionSignature.key))
        .where(DecisionSignature.message == message, DecisionSignature.party == party, SigningKey.revoked_at.is_(None))
    )
    return await session.scalar(query.limit(1)) is not None


def _nothing() -> Conflict:
    return Conflict("The text of this decision was erased.", code="nothing-to-sign")


def _raw(signature: str) -> bytes:
    try:
        return statements.detached(signature)
    except NoteError as error:
        raise Invalid(Phrase("This is not a signature: {error}", error=str(error)), field="signature") from None


async def _signing_key(session: Writing, seat: Seat, signature: bytes, said: str) -> SigningKey:
    """Return the valid key of the member's party that made this signature, and lock the party's valid keys.

    Raises:
        Conflict: The party has no valid key.
        Invalid: None of its keys made the signature.
    """
    mine = (SigningKey.jit == seat.jit) & (SigningKey.party == seat.party) & SigningKey.revoked_at.is_(None)
    query = select(SigningKey).where(mine).order_by(SigningKey.id).with_for_update(read=True)
    keys = (await session.scalars(query.execution_options(populate_existing=True))).all()
    if not keys:
        raise Conflict("Your party has no valid key. A leader registers one first.", code="no-key")
    for one in keys:
        if statements.is_signed(one.public, signature, said):
            return one
    raise Invalid(
        "The signature was not made with a key of your party for this file. Sign the file without changing it.",
        field="signature",
    )


async def may_sign(session: Reading, seat: Seat) -> bool:
    """Return whether the member may add signatures of the party, and the party has a valid key."""
    mine = (SigningKey.jit == seat.jit) & (SigningKey.party == seat.party) & SigningKey.revoked_at.is_(None)
    if seat.party is None or not seat.may(Permission.DECISION_RECORD):
        return False
    return await session.scalar(select(SigningKey.id).where(mine).limit(1)) is not None
