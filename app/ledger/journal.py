"""Appends facts to the ledger as entries, in the transaction of the change itself.

One call of the SQL function `append_entries` (`app/schema/ledger/appending.sql`) writes the entries with fields, salts,
commitments, audiences and queue rows. Change and entry commit together or not at all. The chain of an exhibit is read
under its row lock, together with the releases that determine the audience. Chain numbers have no gaps, so a missing
entry is noticed.

Not here: positions (`ledger/sequencer.py`) and reading (`ledger/entries.py`).
"""

import base64
import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, NamedTuple
from uuid import UUID

import asyncpg

from app import clock
from app.access.seats import Seat
from app.database import Writing
from app.errors import NotFound
from app.ledger import audiences, promises
from app.ledger.facts import ExhibitFact, Fact, Readers
from app.ledger.signing import canonical
from app.queries import query, untyped

SALT_BYTES: Final = 32


class Ledger(NamedTuple):
    """The ledger of a team: the team's id and the origin that its entries name."""

    jit: UUID
    origin: str


@dataclass(frozen=True, slots=True)
class Appended:
    """An entry as it was written. `n`: its number in the exhibit's chain."""

    id: UUID
    commitment: bytes
    n: int | None


@dataclass(slots=True)
class _Chain:
    """An exhibit's chain under its row lock: its number when read, its number now, and the releases for audiences."""

    evidence: UUID
    taken: int
    n: int
    previous: bytes | None
    releases: Sequence[audiences.ReleaseRow]
    last: UUID | None = None

    def link(self) -> dict[str, Any]:
        return {"n": self.n + 1, "previous": None if self.previous is None else _base64(self.previous)}

    def follow(self, entry: "_Entry") -> None:
        self.n, self.previous, self.last = self.n + 1, entry.commitment, entry.id


class Beginning(NamedTuple):
    """An exhibit that this transaction created: its releases as written, and the first facts of its chain."""

    evidence: UUID
    releases: Sequence[audiences.ReleaseRow]
    facts: Sequence[Fact]


async def append(session: Writing, seat: Seat, *facts: Fact) -> list[Appended]:
    """Append facts as entries of the member's team, in order.

    Raises `NotFound` for an exhibit that the member cannot see.
    """
    return await _append(session, Ledger(seat.jit, seat.ledger_origin), seat, facts, await _take(session, facts))


async def append_first(session: Writing, seat: Seat, beginnings: Sequence[Beginning]) -> list[Appended]:
    """Append the first facts of new exhibits, whose chains nobody else can hold."""
    chains = {one.evidence: _Chain(one.evidence, 0, 0, None, one.releases) for one in beginnings}
    facts = [fact for one in beginnings for fact in one.facts]
    return await _append(session, Ledger(seat.jit, seat.ledger_origin), seat, facts, chains)


async def append_as_system(session: Writing, ledger: Ledger, *facts: Fact) -> list[Appended]:
    """Append facts of automatic acts: seat `system`, no party, no actor."""
    return await _append(session, ledger, None, facts, await _take(session, facts))


async def _append(
    session: Writing, ledger: Ledger, seat: Seat | None, facts: Sequence[Fact], chains: dict[UUID, _Chain]
) -> list[Appended]:
    now = clock.now()
    entries, appended = list[_Entry](), list[Appended]()
    for fact in facts:
        chain = chains[fact.evidence] if isinstance(fact, ExhibitFact) else None
        heard = audiences.of(seat, fact, chain.releases if chain else (), now)
        entry = _Entry.of(ledger, seat, fact, chain, heard, now)
        if chain is not None:
            chain.follow(entry)
        entries.append(entry)
        appended.append(Appended(entry.id, entry.commitment, chain.n if chain else None))
    if entries:
        await session.run(_APPEND, **_binds(ledger, seat, now, entries, list(chains.values())))
    promised = [promises.Committed(ledger.origin, one.id, one.commitment) for one in appended]
    session.note_appended(lambda: promises.note(promised))
    return appended


async def _take(session: Writing, facts: Sequence[Fact]) -> dict[UUID, _Chain]:
    """Return the chains of the facts' exhibits, each locked until this transaction ends."""
    chains: dict[UUID, _Chain] = {}
    for fact in facts:
        if isinstance(fact, ExhibitFact) and fact.evidence not in chains:
            chains[fact.evidence] = await _take_one(session, fact.evidence)
    return chains


async def _take_one(session: Writing, evidence: UUID) -> _Chain:
    try:
        rows = await session.fetch_rows(_TAKE, evidence=evidence)
    except asyncpg.NoDataFoundError as error:
        raise NotFound from error
    n, previous = rows[0].n, rows[0].previous
    releases = [one for row in rows if (one := row.release()) is not None]
    return _Chain(evidence, taken=n, n=n, previous=previous, releases=releases)


class _TakenRow(NamedTuple):
    """The chain of an exhibit, with one of its releases; the release's columns are None where there is none."""

    n: int
    previous: bytes | None
    party: UUID | None
    originator: UUID | None
    level: int | None
    authorities: Sequence[UUID] | None
    seats: Sequence[UUID] | None
    own_seats: Sequence[UUID] | None
    not_before: datetime | None
    until: datetime | None
    joint: Sequence[UUID] | None

    def release(self) -> audiences.HeardRelease | None:
        """Return the release, if there is one."""
        if self.party is None or self.originator is None or self.level is None:
            return None
        return audiences.HeardRelease(
            self.party,
            self.originator,
            self.level,
            self.authorities,
            self.seats,
            self.own_seats,
            self.not_before,
            self.until,
            self.joint,
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
    fact: Fact
    subject: str
    salt: bytes
    canonical: bytes
    commitment: bytes
    fields: tuple[_Field, ...]
    heard: Sequence[audiences.Hearer]

    @classmethod
    def of(
        cls,
        ledger: Ledger,
        seat: Seat | None,
        fact: Fact,
        chain: _Chain | None,
        heard: Sequence[audiences.Hearer],
        now: datetime,
    ) -> "_Entry":
        said = _said(seat, fact, chain)
        own, *salts = _salts(len(said) + 1)
        fields = tuple(
            _Field(name, canonical.canonical(value), salt, readers)
            for (name, value, readers), salt in zip(said, salts, strict=True)
        )
        entry_id, subject = clock.new_id(), fact.subjects()
        body = canonical.canonical_entry(
            {
                "v": 1,
                "id": str(entry_id),
                "ledger": ledger.origin,
                "at": clock.rfc3339(now),
                "kind": fact.kind,
                "seat": seat.code if seat else "system",
                "party": seat.party_code if seat else None,
                "subject": subject,
                "led": fact.led.value,
                "purpose": fact.purpose,
                "fields": {one.name: _base64(canonical.field_hash_of(one.name, one.value, one.salt)) for one in fields},
            }
        )
        written = json.dumps(subject, separators=(",", ":"))
        return cls(entry_id, fact, written, own, body, canonical.commitment(body, own), fields, heard)


def _salts(count: int) -> list[bytes]:
    """Return `count` salts, from one call of the random generator."""
    drawn = secrets.token_bytes(SALT_BYTES * count)
    return [drawn[at : at + SALT_BYTES] for at in range(0, len(drawn), SALT_BYTES)]


def _said(seat: Seat | None, fact: Fact, chain: _Chain | None) -> list[tuple[str, Any, Readers]]:
    """Return every field of the entry: the actor, the exhibit's chain, and the fact's own fields."""
    said: list[tuple[str, Any, Readers]] = []
    if seat is not None:
        said.append(("actor", {"name": seat.name, "authority": seat.authority_code}, Readers.AUDIENCE))
    if chain is not None and isinstance(fact, ExhibitFact):
        said.append(("chain", chain.link(), fact.link_readers))
    return said + list(fact.fields(chain.n + 1 if chain else None))


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _binds(
    ledger: Ledger, seat: Seat | None, now: datetime, entries: Sequence[_Entry], chains: Sequence[_Chain]
) -> dict[str, Any]:
    """Return the parameters of `_APPEND` by name, a column each.

    Fields and audience rows refer to their entry by its place, from 1 on.
    """
    fields = [(place, one) for place, entry in enumerate(entries, 1) for one in entry.fields]
    hearers = [{"place": place} | one.as_row() for place, entry in enumerate(entries, 1) for one in entry.heard]
    return {
        "jit": ledger.jit,
        "seat": seat.code if seat else "system",
        "party": seat.party if seat else None,
        "party_code": seat.party_code if seat else None,
        "at": now,
        "ids": [one.id for one in entries],
        "commitments": [one.commitment for one in entries],
        "kinds": [one.fact.kind for one in entries],
        "exhibits": [one.fact.evidence if isinstance(one.fact, ExhibitFact) else None for one in entries],
        "subjects": [one.subject for one in entries],
        "abouts": [one.fact.about for one in entries],
        "salts": [one.salt for one in entries],
        "canonicals": [one.canonical for one in entries],
        "field_of": [place for place, _ in fields],
        "field_names": [one.name for _, one in fields],
        "field_salts": [one.salt for _, one in fields],
        "field_values": [one.value.decode() for _, one in fields],
        "field_readers": [one.readers.value for _, one in fields],
        "audience": json.dumps(hearers),
        "chains": [one.evidence for one in chains],
        "taken": [one.taken for one in chains],
        "reached": [one.n for one in chains],
        "last": [one.last for one in chains],
    }


_TAKE: Final = query(_TakenRow, "select * from take_custody(:evidence)")
_APPEND: Final = untyped(
    """
    select append_entries(
      of_jit => :jit, of_seat => :seat, of_party => :party, of_party_code => :party_code, at_moment => :at,
      ids => :ids, commitments => :commitments, kinds => :kinds, exhibits => :exhibits, subjects => :subjects,
      abouts => :abouts, salts => :salts, canonicals => :canonicals, field_of => :field_of,
      field_names => :field_names, field_salts => :field_salts, field_values => :field_values,
      field_readers => :field_readers, audience => :audience,
      chains => :chains, taken => :taken, reached => :reached, last => :last)
    """
)
