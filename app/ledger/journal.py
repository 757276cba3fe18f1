"""The journal: a fact becomes an entry, in the transaction of the change itself.

Entry, fields, salts, commitment, audience and the place in the queue are written by one statement; change and entry
commit together or not at all. An exhibit's chain is taken under its row lock, so that a missing entry leaves a gap.
Deliberately not here: the position (`ledger/sequencer.py`) and reading (`ledger/entries.py`).
"""

import base64
import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import DateTime, Text, Uuid, bindparam, text
from sqlalchemy.exc import DBAPIError

from app import clock
from app.access.seats import Seat
from app.database import Writing
from app.errors import NotFound
from app.ledger import audiences, canonical, promises
from app.ledger.facts import ExhibitFact, Fact, Readers

SALT_BYTES: Final = 32
_NO_DATA_FOUND: Final = "P0002"


class Ledger(NamedTuple):
    """The ledger of a JIT: its id and the origin that its entries name."""

    jit: UUID
    origin: str


@dataclass(frozen=True, slots=True)
class Appended:
    """An entry as it was committed. `n`: its number in the exhibit's chain."""

    id: UUID
    commitment: bytes
    n: int | None


@dataclass(slots=True)
class _Chain:
    """An exhibit's chain, taken: where it stood, and where it stands now."""

    evidence: UUID
    taken: int
    n: int
    previous: bytes | None

    def link(self) -> dict[str, Any]:
        return {"n": self.n + 1, "previous": None if self.previous is None else _base64(self.previous)}


async def append(session: Writing, seat: Seat, *facts: Fact) -> list[Appended]:
    """Commit facts as entries of the seat's JIT, in order. Raises `NotFound` for an exhibit the seat cannot see."""
    return await _append(session, Ledger(seat.jit, seat.ledger_origin), seat, facts)


async def append_as_system(session: Writing, ledger: Ledger, *facts: Fact) -> list[Appended]:
    """The same for what the clock does: seat `system`, no party, no actor."""
    return await _append(session, ledger, None, facts)


async def _append(session: Writing, ledger: Ledger, seat: Seat | None, facts: Sequence[Fact]) -> list[Appended]:
    now = clock.now()
    chain: _Chain | None = None
    appended = []
    for fact in facts:
        evidence = fact.evidence if isinstance(fact, ExhibitFact) else None
        if evidence is not None and (chain is None or chain.evidence != evidence):
            await _put_back(session, chain)
            chain = await _take(session, evidence)
        link = chain if evidence is not None else None
        heard = await audiences.of(session, seat, fact, evidence, now)
        entry = _Entry.of(ledger, seat, fact, link, now)
        await session.execute(_APPEND, entry.binds(ledger, seat, fact, evidence, heard))
        if link is not None:
            link.n, link.previous = link.n + 1, entry.commitment
        appended.append(Appended(entry.id, entry.commitment, link.n if link else None))
    await _put_back(session, chain)
    promised = [promises.Committed(ledger.origin, one.id, one.commitment) for one in appended]
    session.note_appended(lambda: promises.note(promised))
    return appended


async def _take(session: Writing, evidence: UUID) -> _Chain:
    try:
        row = (
            await session.execute(text("select n, previous from take_chain(:evidence)"), {"evidence": evidence})
        ).one()
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", None) == _NO_DATA_FOUND:
            raise NotFound from error
        raise
    return _Chain(evidence, taken=row.n, n=row.n, previous=row.previous)


async def _put_back(session: Writing, chain: _Chain | None) -> None:
    if chain is not None:
        await session.execute(
            text("select advance_chain(:evidence, :taken, :n, :previous)"),
            {"evidence": chain.evidence, "taken": chain.taken, "n": chain.n, "previous": chain.previous},
        )


@dataclass(frozen=True, slots=True)
class _Field:
    name: str
    value: bytes  # canonical JSON
    salt: bytes
    readers: Readers


@dataclass(frozen=True, slots=True)
class _Entry:
    """An entry ready to be written."""

    id: UUID
    at: datetime
    salt: bytes
    canonical: bytes
    commitment: bytes
    fields: tuple[_Field, ...]

    @classmethod
    def of(cls, ledger: Ledger, seat: Seat | None, fact: Fact, chain: _Chain | None, now: datetime) -> "_Entry":
        fields, hashes = [], {}
        for name, value, readers in _said(seat, fact, chain):
            salt = secrets.token_bytes(SALT_BYTES)
            said = canonical.canonical(value)
            fields.append(_Field(name, said, salt, readers))
            hashes[name] = _base64(canonical.field_hash_of(name, said, salt))
        entry_id = clock.new_id()
        body = canonical.canonical_entry(
            {
                "v": 1,
                "id": str(entry_id),
                "ledger": ledger.origin,
                "at": clock.rfc3339(now),
                "kind": fact.kind,
                "seat": seat.code if seat else "system",
                "party": seat.party_code if seat else None,
                "subject": fact.subjects(),
                "led": fact.led.value,
                "purpose": fact.purpose,
                "fields": hashes,
            }
        )
        salt = secrets.token_bytes(SALT_BYTES)
        return cls(entry_id, now, salt, body, canonical.commitment(body, salt), tuple(fields))

    def binds(
        self, ledger: Ledger, seat: Seat | None, fact: Fact, evidence: UUID | None, heard: Sequence[audiences.Hearer]
    ) -> dict[str, Any]:
        return {
            "id": self.id,
            "jit": ledger.jit,
            "commitment": self.commitment,
            "kind": fact.kind,
            "evidence": evidence,
            "subject": json.dumps(fact.subjects(), separators=(",", ":")),
            "seat": seat.code if seat else "system",
            "party": seat.party if seat else None,
            "party_code": seat.party_code if seat else None,
            "at": self.at,
            "about": fact.about,
            "salt": self.salt,
            "canonical": self.canonical,
            "fields": json.dumps(
                [
                    {"name": f.name, "salt": _base64(f.salt), "value": f.value.decode(), "readers": f.readers.value}
                    for f in self.fields
                ]
            ),
            "audience": json.dumps([hearer.as_row() for hearer in heard]),
        }


def _said(seat: Seat | None, fact: Fact, chain: _Chain | None) -> list[tuple[str, Any, Readers]]:
    """Every field of the entry: who acted, the exhibit's chain, and what the fact itself says."""
    said: list[tuple[str, Any, Readers]] = []
    if seat is not None:
        said.append(("actor", {"name": seat.name, "authority": seat.authority_code}, Readers.AUDIENCE))
    if chain is not None:
        said.append(("chain", chain.link(), Readers.AUDIENCE))
    return said + list(fact.fields(chain.n + 1 if chain else None))


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


_APPEND: Final = text(
    """
    with entry as (
      insert into entries (id, jit, commitment) values (:id, :jit, :commitment)
    ), header as (
      insert into headers (entry, jit, kind, evidence, subject, seat, party, party_code, at, about)
      values (:id, :jit, :kind, :evidence, :subject, :seat, :party, :party_code, :at, :about)
    ), body as (
      insert into bodies (entry, jit, salt, canonical) values (:id, :jit, :salt, :canonical)
    ), field as (
      insert into fields (entry, jit, name, salt, value, readers)
      select :id, :jit, f.name, decode(f.salt, 'base64'), f.value, f.readers
        from jsonb_to_recordset(cast(:fields as jsonb)) as f (name text, salt text, value text, readers text)
    ), audience as (
      insert into entry_audience (entry, jit, party, level, authorities, seats, mentions)
      select :id, :jit, a.party, a.level, a.authorities, a.seats, a.mentions
        from jsonb_to_recordset(cast(:audience as jsonb))
          as a (party uuid, level smallint, authorities uuid[], seats uuid[], mentions uuid)
    )
    insert into pending (jit, entry) values (:jit, :id)
    """
).bindparams(
    bindparam("evidence", type_=Uuid),
    bindparam("party", type_=Uuid),
    bindparam("party_code", type_=Text),
    bindparam("about", type_=Uuid),
    bindparam("at", type_=DateTime(timezone=True)),
)
