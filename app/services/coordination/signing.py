"""A party's public keys for signing decisions, and which decisions it demands to sign. Leaders decide on both.

Private keys never enter Liaison. A revoked key is never registered again; what it signed before stays signed.
A demand applies to later decisions and requires nothing of other parties.
Locks: the party's advisory lock (`signatures.in_turn`), then the row.
Not here: signatures under decisions (`signatures.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import exists, func, select
from sqlalchemy.dialects.postgresql import insert

from app import clock
from app.access.gates import beyond_the_union
from app.access.seats import Seat
from app.database import Reading, Writing
from app.errors import Conflict, Forbidden, Invalid, NotFound, Stale
from app.ledger import epochs, journal
from app.ledger.facts import SigningDemanded, SigningKeyNamed, SigningKeyRevoked
from app.ledger.journal import Ledger
from app.ledger.keys import LedgerKeys
from app.ledger.notes import NoteError
from app.ledger.statements import public_key, written
from app.models import Member, Party, SigningDemand, SigningKey
from app.services.coordination import signatures

#: Maximum of valid keys of a party; `bound_signing` in `app/schema` enforces the same.
MOST_KEYS: Final = 20


@dataclass(frozen=True, slots=True)
class Named:
    """A key, with the code of its party and of the members who registered and revoked it."""

    key: SigningKey
    party: str
    named_by: str
    revoked_by: str | None


@dataclass(frozen=True, slots=True)
class Demanded:
    """What a party demands to sign.

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


async def keys_of(session: Reading, seat: Seat, before: UUID | None, limit: int) -> list[Named]:
    """Return the team's keys, newest first, including revoked ones."""
    query = select(SigningKey).where(SigningKey.jit == seat.jit).order_by(SigningKey.id.desc()).limit(limit)
    if before is not None:
        query = query.where(SigningKey.id < before)
    rows = (await session.scalars(query)).all()
    parties, seats = await _parties(session, seat), await _seats(session, seat, rows)
    return [
        Named(row, parties[row.party], seats[row.named_by], None if row.revoked_by is None else seats[row.revoked_by])
        for row in rows
    ]


async def key(session: Reading, seat: Seat, wanted: UUID) -> Named:
    """Return one key of the team. Raises `NotFound`."""
    row = (await session.scalars(select(SigningKey).where(SigningKey.id == wanted, SigningKey.jit == seat.jit))).first()
    if row is None:
        raise NotFound
    parties, seats = await _parties(session, seat), await _seats(session, seat, [row])
    return Named(
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
        raise Forbidden("Only a party names a key. Nothing was changed.", code="no-party")
    public = await _public(session, seat, pem, keys)
    await signatures.in_turn(session, seat.party)
    mine = (SigningKey.jit == seat.jit) & (SigningKey.party == seat.party)
    if await session.scalar(select(SigningKey.id).where(mine, SigningKey.public == public)):
        raise Conflict(
            "Your party named this key before; one that was revoked is never named again. Nothing was changed.",
            code="key-named-already",
        )
    standing = await session.scalar(
        select(func.count()).select_from(SigningKey).where(mine, SigningKey.revoked_at.is_(None))
    )
    if (standing or 0) >= MOST_KEYS:
        raise Conflict(f"Your party has {MOST_KEYS} keys: revoke one first. Nothing was changed.", code="keys-full")
    made = clock.new_id()
    fact = SigningKeyNamed(signing_key=made, code=seat.party_code, key_name=called, public_key=written(public))
    entry, *_ = await journal.append(session, seat, fact)
    values = {"id": made, "jit": seat.jit, "party": seat.party, "name": called, "public": public, "entry": entry.id}
    values |= {"named_by": seat.id, "named_at": clock.now()}
    row = insert(SigningKey).values(values).on_conflict_do_nothing().returning(SigningKey.id)
    if await session.scalar(row) is None:
        raise Conflict("Your party named this key a moment before. Nothing was changed.", code="key-named-already")
    return made


async def _public(session: Reading, seat: Seat, pem: str, keys: LedgerKeys) -> bytes:
    try:
        public = public_key(pem)
    except NoteError as error:
        raise Invalid(
            f"This is no public Ed25519 key in PEM: {error}. Nothing was changed.", field="public_key"
        ) from None
    log = await epochs.log_keys(session, Ledger(seat.jit, seat.ledger_origin), keys)
    if public in {each.key.public for each in log} | {keys.promiser(seat.ledger_origin).verifier.public}:
        raise Invalid(
            "This key is the ledger's own: one key never serves two names. Nothing was changed.", field="public_key"
        )
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
        raise Forbidden("A party's own leaders revoke its keys. Nothing was changed.", code="not-your-key")
    await signatures.in_turn(session, seat.party)
    held = select(SigningKey).where(SigningKey.id == wanted, SigningKey.revoked_at.is_(None)).with_for_update()
    row = (await session.scalars(held.execution_options(populate_existing=True))).one_or_none()
    if row is None:
        raise Conflict("This key was revoked already. Nothing was changed.", code="key-revoked")
    fact = SigningKeyRevoked(
        signing_key=row.id, code=seat.party_code, key_name=row.name, public_key=written(row.public), reason=reason
    )
    entry, *_ = await journal.append(session, seat, fact)
    row.revocation, row.revoked_by, row.revoked_at, row.reason = entry.id, seat.id, clock.now(), reason
    await session.flush()


async def demands(session: Reading, seat: Seat) -> list[Demanded]:
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
        Demanded(code, "none", None, None, 0, keyless=False)
        if row is None
        else Demanded(code, row.scope, by, row.decided_at, row.version, keyless=row.scope != "none" and not has_key)
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
        raise Forbidden("Only a party demands signatures. Nothing was changed.", code="no-party")
    if scope != "none" and may_demand_nothing(seat):
        raise Forbidden(
            "A party beyond the Union takes no part in what is decided here: it signs nothing. Nothing was changed.",
            code="beyond-the-union",
        )
    await signatures.in_turn(session, seat.party)
    mine = (SigningDemand.jit == seat.jit) & (SigningDemand.party == seat.party)
    held = select(SigningDemand).where(mine).with_for_update().execution_options(populate_existing=True)
    row = (await session.scalars(held)).one_or_none()
    former, version = ("none", 0) if row is None else (row.scope, row.version)
    if version != expected:
        raise Stale(
            "What your party demands was changed meanwhile. Nothing was changed now.",
            extra={"current": {"scope": former, "version": version}},
        )
    if former == scope:
        raise Conflict("That is what your party demands already. Nothing was changed.", code="demanded-already")
    await _demand_key(session, seat, scope)
    fact = SigningDemanded(jit=seat.jit, code=seat.party_code, former=former, scope=scope, reason=reason)
    entry, *_ = await journal.append(session, seat, fact)
    said: dict[str, Any] = {"scope": scope, "entry": entry.id, "decided_by": seat.id, "decided_at": clock.now()}
    if row is None:
        made = insert(SigningDemand).values(said | {"jit": seat.jit, "party": seat.party}).on_conflict_do_nothing()
        if await session.scalar(made.returning(SigningDemand.version)) is None:
            raise Stale(
                "What your party demands was changed meanwhile. Nothing was changed now.", extra={"current": {}}
            )
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
        raise Conflict("Name a key first: nobody could sign. Nothing was changed.", code="no-key")
