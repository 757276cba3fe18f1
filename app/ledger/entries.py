"""Reading the ledger: entries as far as row-level security discloses them, the rest as commitments.

Deliberately not here: writing (`ledger/journal.py`), searching (`ledger/searching.py`), and any check of a right: the policies
of the tables decide.
"""

from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Row, Text, TextClause, Uuid, bindparam, text
from sqlalchemy.dialects.postgresql import ARRAY

from app.database import Database, Reading

#: How many entries are read at once by whoever reads them all.
PAGE: Final = 500


@dataclass(frozen=True, slots=True)
class DisclosedField:
    """A field that the reader may read; `value` is its canonical JSON."""

    name: str
    salt: bytes
    value: str


@dataclass(frozen=True, slots=True)
class ErasedField:
    """A field that was erased, as the entry at `position` certifies; None until that one has its position."""

    name: str
    at: datetime
    position: int | None


@dataclass(frozen=True, slots=True)
class Disclosed:
    """What an entry says, to those who may read it."""

    id: UUID
    at: datetime
    kind: str
    seat: str
    party: str | None
    salt: bytes
    canonical: bytes
    fields: tuple[DisclosedField, ...]
    erased: tuple[ErasedField, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which entries are wanted of those that the reader may read; None: all. `acted`: those of this party's acts.

    `always`: these beside them.
    """

    kinds: tuple[str, ...] | None = None
    evidence: tuple[UUID, ...] | None = None
    acted: str | None = None
    always: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """An entry as one reader meets it. `position` is None before it is sequenced, `said` None when withheld."""

    position: int | None
    commitment: bytes
    said: Disclosed | None


async def head(session: Reading, jit: UUID) -> int:
    """The ledger's head as this reader may know it: -1 when empty (ledger.md, Declared leaks)."""
    if session.head is not None and session.asking.jit == jit:
        return session.head  # the guard brought it, from the same snapshot
    return int((await session.execute(_HEAD, {"jit": jit})).scalar_one())


async def count_behind(session: Reading, jit: UUID, position: int, *, but: str, at_most: int) -> int:
    """How many entries behind `position` the reader may know that another seat than `but` made; it stops at `at_most`.

    Only the newest entries are looked at (a thousand): who was away for a month learns that there is much, not how much.
    """
    binds = {"jit": jit, "after": position, "but": but, "at_most": at_most}
    return int((await session.execute(_COUNT_BEHIND, binds)).scalar_one())


async def after(session: Reading, jit: UUID, position: int, limit: int) -> list[Read]:
    """Up to `limit` entries behind `position`, in order; those that the reader may not read as commitments."""
    rows = await session.execute(_AFTER, {"jit": jit, "after": position, "limit": limit})
    return [read(row) for row in rows]


async def at(session: Reading, jit: UUID, position: int) -> Read | None:
    """The entry at a position, as the reader meets it; None where the reader knows none."""
    found = await after(session, jit, position - 1, 1)
    return found[0] if found and found[0].position == position else None


async def custody(
    session: Reading, evidence: UUID, beyond: UUID | None, limit: int, *, newest: bool = False
) -> list[Read]:
    """The entries of one exhibit that the reader may read, those not yet sequenced included.

    Oldest first, or `newest` first; `beyond`: the entry behind which they begin, in the same order.
    """
    statement = _CUSTODY_FROM_ITS_END if newest else _CUSTODY
    rows = await session.execute(statement, {"evidence": evidence, "beyond": beyond, "limit": limit})
    return [read(row) for row in rows]


async def history(session: Reading, about: UUID, after_entry: UUID | None, limit: int) -> list[Read]:
    """The entries of an object's history that the reader may read, oldest first, those not yet sequenced included."""
    rows = await session.execute(_HISTORY, {"about": about, "after": after_entry, "limit": limit})
    return [read(row) for row in rows]


async def placed(session: Reading, wanted: Collection[UUID]) -> dict[UUID, int]:
    """The positions of these entries, as far as they have one and this reader may know it."""
    rows = await session.fetch("select entry, position from positions where entry = any($1)", list(wanted))
    return {row["entry"]: row["position"] for row in rows}


async def body(session: Reading, entry: UUID) -> tuple[bytes, bytes] | None:
    """The salt and the canonical bytes of an entry, sequenced or not; None where the reader may not read it."""
    rows = await session.fetch("select salt, canonical from bodies where entry = $1", entry)
    return (bytes(rows[0]["salt"]), bytes(rows[0]["canonical"])) if rows else None


async def is_sequenced(database: Database, entry: UUID) -> bool:
    """Whether an entry has its position, asked as the engine."""
    async with database.engine() as session:
        return bool((await session.execute(_IS_SEQUENCED, {"entry": entry})).scalar_one())


async def disclosed_after(
    session: Reading, jit: UUID, position: int, limit: int, wanted: Wanted, *, below: int
) -> list[Read]:
    """Up to `limit` wanted entries between `position` and `below` that the reader may read, in order.

    An entry of an exhibit whose place in the chain its reader does not know proves nothing of that chain: it is left out.
    """
    statement, binds = _disclosed(_DISCLOSED, wanted)
    rows = await session.execute(statement, binds | {"jit": jit, "after": position, "below": below, "limit": limit})
    return [read(row) for row in rows]


async def count_disclosed(session: Reading, jit: UUID, wanted: Wanted, *, below: int) -> dict[str, int]:
    """How many entries of each kind `disclosed_after` gives in all."""
    statement, binds = _disclosed(_COUNTED, wanted)
    rows = await session.execute(statement, binds | {"jit": jit, "after": -1, "below": below})
    return {row.kind: row.n for row in rows}


def _disclosed(statement: str, wanted: Wanted) -> tuple[TextClause, dict[str, Any]]:
    """Only the conditions that are asked for, so that the planner sees each question as it is."""
    binds = {name: list(value) if isinstance(value, tuple) else value for name, value in _asked(wanted).items()}
    conditions = " and ".join(_WANTED[name] for name in binds if name != "always")
    if conditions and wanted.always:
        conditions = f"({conditions} or {_WANTED['always']})"
    elif not conditions:
        binds.pop("always", None)
    types = (bindparam(name, type_=_WANTED_TYPES[name]) for name in binds)
    return text(statement.format(conditions=f" and {conditions}" if conditions else "")).bindparams(*types), binds


def _asked(wanted: Wanted) -> dict[str, Any]:
    asked = {name: getattr(wanted, name) for name in _WANTED}
    return {name: value for name, value in asked.items() if value is not None and (name != "always" or value)}


async def commitments(session: Reading, jit: UUID, size: int, page: int = 10_000) -> AsyncIterator[bytes]:
    """The commitments at positions 0 to size - 1."""
    start = 0
    while start < size:
        rows = (await session.execute(_COMMITMENTS, {"jit": jit, "start": start, "end": min(start + page, size)})).all()
        if len(rows) != min(page, size - start):
            raise LookupError(f"a commitment at {start} or behind cannot be read")
        for row in rows:
            yield row.commitment
        start += len(rows)


async def exhibit_heads(session: Reading, jit: UUID) -> dict[str, int]:
    """The last chain number of each exhibit that the reader may know: from the chain fields it may read."""
    rows = await session.execute(_HEADS, {"jit": jit})
    return {str(row.evidence): row.n for row in rows}


def read(row: Row[Any]) -> Read:
    """An entry from a row of `SAID`."""
    said = None
    if row.canonical is not None and row.kind is not None:
        fields = tuple(
            DisclosedField(field["name"], bytes.fromhex(field["salt"]), field["value"]) for field in row.fields or ()
        )
        erased = tuple(
            ErasedField(one["name"], datetime.fromisoformat(one["at"]), one["position"]) for one in row.erased or ()
        )
        said = Disclosed(row.id, row.at, row.kind, row.seat, row.party_code, row.salt, row.canonical, fields, erased)
    return Read(row.position, row.commitment, said)


#: What a query selects of an entry, from its header `h` and its body `b`, for `read`.
SAID: Final = """
    h.entry as id, h.at, h.kind, h.seat, h.party_code, b.salt, b.canonical,
    (select jsonb_agg(jsonb_build_object('name', f.name, 'salt', encode(f.salt, 'hex'), 'value', f.value) order by f.name)
       from fields f where f.entry = h.entry) as fields,
    (select jsonb_agg(jsonb_build_object('name', x.name, 'at', x.erased_at, 'position', c.position) order by x.name)
       from erased_fields x left join positions c on c.entry = x.certificate where x.entry = h.entry) as erased
"""
_AFTER: Final = text(
    f"""
    select p.position, e.commitment, {SAID}
      from positions p join entries e on e.id = p.entry
      left join headers h on h.entry = p.entry left join bodies b on b.entry = p.entry
     where p.jit = :jit and p.position > :after order by p.position limit :limit
    """  # noqa: S608 - the parts are constants of this file
)
_WANTED: Final = {
    "kinds": "h.kind = any(:kinds)",
    "evidence": """(h.evidence = any(:evidence) or h.kind = 'field.erased' and exists (
        select 1 from headers t where t.entry = h.about and t.evidence = any(:evidence)))""",
    "acted": "h.party_code = :acted",
    "always": "h.entry = any(:always)",
}
_WANTED_TYPES: Final[dict[str, Any]] = {
    "kinds": ARRAY(Text),
    "evidence": ARRAY(Uuid),
    "acted": Text,
    "always": ARRAY(Uuid),
}
_FROM_DISCLOSED: Final = """
      from positions p join headers h on h.entry = p.entry join bodies b on b.entry = p.entry
      join entries e on e.id = p.entry
     where p.jit = :jit and p.position > :after and p.position < :below{conditions}
       and (h.evidence is null or exists (select 1 from fields f where f.entry = h.entry and f.name = 'chain'))
"""
_DISCLOSED: Final = f"select p.position, e.commitment, {SAID} {_FROM_DISCLOSED} order by p.position limit :limit"
_COUNTED: Final = f"select h.kind, count(*) as n {_FROM_DISCLOSED} group by h.kind order by h.kind"


def _custody(beyond: str, order: str) -> TextClause:
    return text(
        f"""
        select p.position, e.commitment, {SAID}
          from headers h join bodies b on b.entry = h.entry join entries e on e.id = h.entry
          left join positions p on p.entry = h.entry
         where h.evidence = :evidence and (:beyond is null or h.entry {beyond} :beyond)
         order by h.entry {order} limit :limit
        """  # noqa: S608
    ).bindparams(bindparam("beyond", type_=Uuid))


_CUSTODY: Final = _custody(">", "asc")
_CUSTODY_FROM_ITS_END: Final = _custody("<", "desc")
_HEAD: Final = text("select ledger_head(:jit)")
_COUNT_BEHIND: Final = text(
    """
    select count(*) from (
      select 1 from positions p join headers h on h.entry = p.entry
       where p.jit = :jit and h.seat <> :but
         and p.position > greatest(:after, (select max(position) from positions where jit = :jit) - 1000)
       limit :at_most) fresh
    """
)
_COMMITMENTS: Final = text(
    "select e.commitment from positions p join entries e on e.id = p.entry"
    " where p.jit = :jit and p.position >= :start and p.position < :end order by p.position"
)
_IS_SEQUENCED: Final = text("select exists (select 1 from positions where entry = :entry)")
_HEADS: Final = text(
    """
    select h.evidence, max(cast(cast(f.value as jsonb) ->> 'n' as bigint)) as n
      from headers h join fields f on f.entry = h.entry and f.name = 'chain'
     where h.jit = :jit and h.evidence is not null group by h.evidence
    """
)
_HISTORY: Final = text(
    f"""
    select p.position, e.commitment, {SAID}
      from headers h join bodies b on b.entry = h.entry join entries e on e.id = h.entry
      left join positions p on p.entry = h.entry
     where h.about = :about and (:after is null or h.entry > :after)
     order by h.entry limit :limit
    """  # noqa: S608
).bindparams(bindparam("after", type_=Uuid))
